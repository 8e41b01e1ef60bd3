"""The past can be added, searched, moved, copied and deleted, and every step has its way back."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, timedelta

from axe import nothing_found_by_axe
from conftest import Lend, Server, at_rest, open_app, wait_for_value
from lent_devices import A_PHONE
from lifter import WRITE, all_sent, finish, log_set, open_press, sheet_closed, sign_in, sign_up, stored_sets
from playwright.sync_api import BrowserContext, Page, expect
from test_accounts_and_sync import pulled, wait_for_sets
from test_leg_day import LAST_WEEK, earlier_workout

from iron.exchange.reading.sniff import read_file


def yesterday() -> str:
    return (date.today() - timedelta(days=1)).isoformat()


def open_last_week(page: Page, server: Server) -> None:
    page.evaluate(WRITE, [earlier_workout(8, LAST_WEEK, "Legs A")])
    page.goto(f"{server.url}/app/history")
    page.get_by_role("link", name=re.compile("Legs A")).click()
    expect(page.get_by_role("heading", name="Legs A")).to_be_visible()


def test_a_forgotten_workout_is_added_in_the_log_itself_and_its_sets_have_no_invented_time(
    page: Page, server: Server
):
    page.goto(f"{server.url}/app/history")
    page.get_by_role("button", name="Past workout").click()
    page.get_by_label("Start", exact=True).fill(f"{yesterday()}T18:00")
    page.get_by_label("End", exact=True).fill(f"{yesterday()}T17:00")
    page.get_by_role("button", name="Add exercises").click()
    expect(page.get_by_role("alert").filter(has_text="before it starts")).to_be_visible()
    page.get_by_label("End", exact=True).fill(f"{yesterday()}T19:00")
    page.get_by_role("button", name="Add exercises").click()
    page.get_by_label("Search exercises").fill("45 leg pess")  # a slip
    page.get_by_role("button", name=re.compile("^45° leg press")).click()
    log_set(page, "180", "12")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("main")).to_contain_text("180 kg × 12")
    [only_set] = stored_sets(page)
    assert "done_at" not in only_set
    page.goto(f"{server.url}/app/")
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()


def at_wall_time(start: str, offset: int, load: int, title: str) -> dict:
    """An earlier workout with a place in time; offset in minutes east of UTC."""
    row = earlier_workout(8, (("leg-press-45", load, 8, 1),), title)
    row["body"] |= {"start": start, "end": start, "offset": offset}
    return {**row, "start": start, "lifted": [f"leg-press-45|{start}"]}


def test_the_night_of_the_autumn_hour_and_a_flight_west_are_in_the_order_in_which_they_happened(
    page: Page, server: Server
):
    rows = [
        # The clocks went from 03:00 back to 02:00: half past two came before ten past two.
        at_wall_time("2025-10-26T02:30:00", 120, 100, "Before the hour"),
        at_wall_time("2025-10-26T02:10:00", 60, 105, "After the hour"),
        # Six in the evening in Tokyo is before ten in the morning of the same day in New York.
        at_wall_time("2025-10-28T18:00:00", 540, 110, "Tokyo"),
        at_wall_time("2025-10-28T10:00:00", -240, 115, "New York"),
    ]
    page.goto(f"{server.url}/app/history")
    page.evaluate(WRITE, rows)
    page.goto(f"{server.url}/app/history")
    links = page.get_by_role("link", name=re.compile("Tokyo|New York|the hour"))
    expect(links).to_have_text(
        [re.compile(title) for title in ("New York", "Tokyo", "After the hour", "Before the hour")]
    )
    open_press(page, server.url)
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("115 × 8")


def test_a_past_workout_is_edited_from_its_first_exercise_on(page: Page, server: Server):
    open_last_week(page, server)
    page.get_by_role("link", name="Edit").click()
    expect(page.get_by_text("Editing")).to_be_visible()
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()


def test_editing_a_past_workout_looks_different_from_logging_and_a_set_is_added_when_asked_for(
    page: Page, server: Server
):
    page.set_viewport_size({"width": 390, "height": 844})
    open_last_week(page, server)
    page.get_by_role("link", name="Edit").click()
    expect(page.get_by_text("Editing")).to_be_visible()
    expect(page.get_by_role("button", name="Add a set")).to_be_visible()
    expect(page.get_by_role("region", name="Next set")).to_be_hidden()
    expect(page.locator("button.go")).to_have_count(0)
    rows = page.get_by_role("region", name="Last time and today").get_by_role("listitem")
    expect(rows).to_have_count(4)  # none to come
    expect(page.get_by_role("button", name=re.compile("^Undo set"))).to_have_count(0)
    gym = page.get_by_role("button", name="No gym chosen. Change the gym").locator("span")
    assert gym.evaluate("(words) => words.scrollWidth <= words.clientWidth")  # not "Choose…"
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    ends = (
        page.locator("main header")
        .get_by_role("button")
        .evaluate_all(
            "(buttons) => buttons.map((each) => each.getBoundingClientRect()).flatMap(({ left, right }) => [left, right])"
        )
    )
    assert ends == sorted(ends)  # the pin lies beside Done, not on it
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.get_by_role("button", name="Add a set").click()
    expect(rows.last).to_have_attribute("aria-current", "step")
    expect(page.get_by_role("region", name="Next set")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Add \d+ × \d+$")).click()
    wait_for_value(page, lambda: len(stored_sets(page)), 24)


def test_a_workout_is_moved_copied_and_deleted_and_each_is_taken_back(page: Page, server: Server):
    open_last_week(page, server)
    page.get_by_role("button", name="Date and name").click()
    page.get_by_label("Start", exact=True).fill(f"{yesterday()}T07:00")
    page.get_by_label("End", exact=True).fill(f"{yesterday()}T08:00")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("07:00")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("main")).to_contain_text("18:05")

    page.get_by_role("button", name="Copy to a day").click()
    page.get_by_label("Start", exact=True).fill(f"{yesterday()}T07:00")
    page.get_by_label("End", exact=True).fill(f"{yesterday()}T08:00")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("07:00")
    wait_for_value(page, lambda: len(stored_sets(page)), 2 * 23)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    wait_for_value(page, lambda: len(stored_sets(page)), 23)

    page.get_by_role("link", name=re.compile("Legs A")).click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    wait_for_value(page, lambda: stored_sets(page), [])
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Legs A")).to_be_visible()
    wait_for_value(page, lambda: len(stored_sets(page)), 23)


def test_a_tap_on_a_past_set_opens_that_set_for_editing(page: Page, server: Server):
    open_last_week(page, server)
    expect(page.get_by_label("The workout in numbers")).to_contain_text(
        "75"
    )  # minutes from its start to its end
    page.get_by_role("region", name="Leg extension").get_by_role("link").nth(2).click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("radiogroup", name="Repetitions").get_by_role("radio", name="7", exact=True).click()
    sheet.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Leg extension", level=1)).to_be_visible()
    expect(page.get_by_text("Editing")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("region", name="Leg extension").get_by_role("link").nth(2)).to_contain_text("× 7")


def test_force_and_energy_of_the_press_stand_in_the_details_of_a_set_and_not_under_each(
    page: Page, server: Server
):
    open_last_week(page, server)
    at_rest(page)
    expect(page.get_by_role("main")).not_to_contain_text("along the rail")
    page.get_by_role("region", name="45° leg press").get_by_role("link").nth(1).click()
    expect(page.get_by_role("dialog")).to_contain_text(re.compile(r"kg along the rail · .* kJ"))


def test_two_workouts_of_a_day_are_merged_and_parted_again(page: Page, server: Server):
    first, second = LAST_WEEK[:2], LAST_WEEK[2:3]
    morning, evening = earlier_workout(8, first, "Legs A"), earlier_workout(8, second, "Later")
    evening["body"]["start"] = evening["body"]["start"].replace("18:05", "19:40")
    evening["body"]["end"] = evening["body"]["end"].replace("19:20", "20:00")
    evening["start"] = evening["body"]["start"]
    page.evaluate(WRITE, [morning, evening])
    page.goto(f"{server.url}/app/history/{morning['id']}")
    sets = len(stored_sets(page))
    page.get_by_role("button", name="Merge with Later of 19:40").click()
    expect(page.get_by_text("The two workouts are merged.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Merge with"))).to_be_hidden()
    wait_for_value(page, lambda: [row["workout"] for row in stored_sets(page)], [morning["id"]] * sets)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Merge with Later of 19:40")).to_be_visible()
    both = {morning["id"], evening["id"]}
    wait_for_value(page, lambda: {row["workout"] for row in stored_sets(page)}, both)


def test_the_search_finds_a_workout_by_what_was_done_and_says_when_there_is_none(page: Page, server: Server):
    page.evaluate(
        WRITE, [earlier_workout(8, LAST_WEEK, "Legs A"), earlier_workout(9, LAST_WEEK[:1], "Press")]
    )
    page.goto(f"{server.url}/app/history")
    page.get_by_label("Search workouts").fill("hack")
    expect(page.get_by_role("link", name=re.compile("Press.*45"))).to_be_hidden()
    expect(page.get_by_role("link", name=re.compile("Legs A"))).to_be_visible()
    page.get_by_label("Search workouts").fill("yoga")
    expect(page.get_by_text("No workout matches “yoga”.")).to_be_visible()


def test_a_second_open_workout_is_said_and_both_are_kept(page: Page, server: Server):
    row = earlier_workout(1, LAST_WEEK[:1], "Forgotten")
    del row["body"]["end"]
    page.evaluate(WRITE, [{**row, "open": 1}])
    second = earlier_workout(0, LAST_WEEK[1:2], "Now")
    del second["body"]["end"]
    second["body"]["start"] = second["start"] = datetime.now().strftime("%Y-%m-%dT%H:%M:%S")
    page.evaluate(WRITE, [{**second, "open": 1}])
    page.goto(f"{server.url}/app/")
    forgotten = page.get_by_text("was never finished")
    expect(forgotten).to_be_visible()
    page.get_by_role("link", name="Finish it").click()
    page.get_by_role("button", name="Finish", exact=True).click()
    expect(page.get_by_text("Workout finished.")).to_be_visible()
    sheet_closed(page)
    page.goto(f"{server.url}/app/")
    expect(page.get_by_text("Workout in progress")).to_be_visible()
    expect(forgotten).to_have_count(0)
    wait_for_value(page, lambda: len(stored_sets(page)), 8)


def test_a_routine_made_from_a_workout_starts_as_one(page: Page, server: Server):
    open_last_week(page, server)
    page.get_by_role("button", name="Save as a routine").click()
    expect(page.get_by_text("Saved as a routine.")).to_be_visible()
    page.goto(f"{server.url}/app/")
    page.get_by_role("button", name="Start Legs A").click()
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Log 180 × ")).click()
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("180 × ")


def test_an_older_version_of_a_workout_comes_back_from_the_server(phone: BrowserContext, own_server: Server):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", "correct horse battery", own_server.code)
    open_press(page, own_server.url)
    log_set(page, "180", "12")
    finish(page)
    expect(page.get_by_role("button", name="Delete")).to_be_visible()
    all_sent(page)
    page.get_by_role("button", name="Date and name").click()
    page.get_by_role("textbox", name="Name").fill("Wrong name")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Wrong name")).to_be_visible()
    all_sent(page)
    page.get_by_role("link", name="Older versions").click()
    page.get_by_role("button", name="Restore").first.click()
    expect(page.get_by_text("Older version restored.")).to_be_visible()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_role("heading", name="Wrong name")).to_be_hidden()
    wait_for_value(page, lambda: len(stored_sets(page)), 1)


def test_a_finished_workout_and_all_of_them_are_saved_as_fit_activities(
    phone: BrowserContext, own_server: Server
):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", "correct horse battery", own_server.code)
    open_press(page, own_server.url)
    log_set(page, "180", "12")
    finish(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a FIT file").click()
    activity = download.value.path().read_bytes()
    [workout] = read_file(activity).workouts
    assert [(each.load, each.load_unit, each.reps) for block in workout.blocks for each in block.sets] == [
        (180, "kg", 12)
    ]
    page.goto(f"{own_server.url}/app/me")
    with page.expect_download() as every:
        page.get_by_role("button", name="Save FIT activities").click()
    assert every.value.suggested_filename == "activities.zip"
    with zipfile.ZipFile(every.value.path()) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            download.value.suggested_filename: activity
        }
    phone.set_offline(offline=True)
    page.get_by_role("button", name="Save FIT activities").click()
    expect(page.get_by_text("The server makes this file. Try again when you are online.")).to_be_visible()


def test_a_slip_of_the_finger_still_finds_the_workout(page: Page, server: Server):
    page.evaluate(
        WRITE, [earlier_workout(8, LAST_WEEK, "Legs A"), earlier_workout(9, LAST_WEEK[:1], "Press")]
    )
    page.goto(f"{server.url}/app/history")
    page.get_by_label("Search workouts").fill("hakc squat")
    expect(page.get_by_role("link", name=re.compile("Press.*45"))).to_be_hidden()
    expect(page.get_by_role("link", name=re.compile("Legs A"))).to_be_visible()


def test_the_calendar_is_walked_by_keys_shows_what_was_trained_and_takes_a_forgotten_day(
    page: Page, server: Server
):
    day = datetime.now() - timedelta(days=8)
    page.evaluate(WRITE, [earlier_workout(8, LAST_WEEK, "Legs A")])
    page.goto(f"{server.url}/app/history")
    page.get_by_role("button", name="Calendar").click()
    today = page.get_by_role("grid").locator("[aria-current=date]")
    expect(today).to_be_visible()
    today.focus()
    for _ in range(8):
        page.keyboard.press("ArrowLeft")
    there = page.get_by_role("grid").get_by_role(
        "button", name=re.compile("Legs A: 45° leg press, Hack squat")
    )
    expect(there).to_be_focused()
    expect(there).to_contain_text("legs")
    expect(page.get_by_role("heading", name=day.strftime(f"%A, {day.day} %B"))).to_be_visible()
    expect(page.get_by_role("region", name="The year")).to_contain_text("1 training day")
    at_rest(page)
    nothing_found_by_axe(page)
    page.get_by_role("region", name="The day").get_by_role("link", name=re.compile("Legs A")).click()
    expect(page.get_by_role("heading", name="Legs A")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=day.strftime(f"%A, {day.day} %B"))).to_be_visible()
    page.get_by_role("button", name="Previous month").click()
    page.get_by_role("button", name="Add a workout on this day").click()
    began = page.get_by_label("Start", exact=True).input_value()
    assert began[:7] < day.strftime("%Y-%m")
    page.get_by_role("button", name="Add exercises").click()
    expect(page.get_by_label("Search exercises")).to_be_visible()


def test_the_calendar_begins_the_week_as_the_lifter_says(page: Page, server: Server):
    settings = {"kind": "settings", "id": "00000000-0000-7000-8000-000000000001", "rev": 0, "seq": 0}
    page.evaluate(WRITE, [{**settings, "body": {"v": 1, "week_start": "saturday"}}])
    page.goto(f"{server.url}/app/history?view=calendar")
    expect(page.get_by_role("columnheader").first).to_contain_text("Saturday")


def renamed(page: Page, name: str) -> None:
    page.get_by_role("button", name="Date and name").click()
    page.get_by_role("textbox", name="Name").fill(name)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_a_name_that_lost_between_two_devices_is_announced_and_brought_back_on_both(
    lend: Lend, own_server: Server
):
    first, second = lend(A_PHONE), lend(A_PHONE)
    first_page = open_app(first, own_server)
    sign_up(first_page, own_server.url, "bo", "correct horse battery", own_server.code)
    open_press(first_page, own_server.url)
    log_set(first_page, "180", "12")
    finish(first_page)
    expect(first_page.get_by_role("button", name="Delete")).to_be_visible()
    all_sent(first_page)
    two = open_app(second, own_server)
    sign_in(two, own_server.url, "bo", "correct horse battery")
    wait_for_sets(two, 1)
    workout = stored_sets(two)[0]["workout"]
    for page in (first_page, two):
        page.goto(f"{own_server.url}/app/history/{workout}")
        expect(page.get_by_role("button", name="Date and name")).to_be_visible()
    for context in (first, second):
        context.set_offline(True)
    renamed(first_page, "Heavy legs")
    renamed(two, "Light legs")
    for context, page in ((first, first_page), (second, two)):  # the second one arrives later: it wins
        context.set_offline(False)
        pulled(page)
        all_sent(page)
    two.get_by_role("link", name="See what").click()  # the phone whose value met the other one says so
    expect(two.get_by_text("Overwritten: name")).to_be_visible()
    expect(two.get_by_role("link", name="See what")).to_be_hidden()
    two.get_by_role("button", name="Back", exact=True).click()
    pulled(first_page)
    expect(first_page.get_by_role("heading", name="Light legs")).to_be_visible()

    first_page.get_by_role("link", name="See what").click()  # and so does the phone whose value it was
    expect(first_page.get_by_text("Overwritten: name")).to_be_visible()
    expect(first_page.get_by_role("main")).to_contain_text("Heavy legs")
    expect(first_page.get_by_role("link", name="See what")).to_be_hidden()
    nothing_found_by_axe(first_page)
    first_page.get_by_role("button", name="Restore name").click()
    expect(first_page.get_by_text("Value restored.")).to_be_visible()
    first_page.get_by_role("button", name="Back", exact=True).click()
    expect(first_page.get_by_role("heading", name="Heavy legs")).to_be_visible()
    all_sent(first_page)
    pulled(two)
    expect(two.get_by_role("heading", name="Heavy legs")).to_be_visible()
    wait_for_value(two, lambda: len(stored_sets(two)), 1)
