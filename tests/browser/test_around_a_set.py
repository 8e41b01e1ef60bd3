"""What surrounds a set on a phone: the list of the workout, the bar over the tabs, Back, and numbers that last."""

from __future__ import annotations

import re

import pytest
from conftest import Server, wait_for_value, wait_until
from lifter import WRITE, choose, log_set, open_press, stored_sets
from playwright.sync_api import Page, expect
from test_kinds_of_set import kg, past

IN_SIGHT = """(name) => {
  const box = [...document.querySelectorAll('button, a, [role="timer"]')]
    .find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(name))?.getBoundingClientRect()
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight && box.height > 0
}"""


def next_set(page: Page):
    return page.get_by_role("region", name="Next set")


def table(page: Page):
    return page.get_by_role("region", name="Last time and today")


def begin(page: Page, server: Server, *rows: dict, exercise: str = "back-squat") -> None:
    """Open the log with an exercise in hand, after what was done before."""
    expect(page.get_by_role("heading").first).to_be_visible()
    page.evaluate(WRITE, list(rows))
    page.goto(f"{server.url}/app/log?exercise={exercise}")
    expect(next_set(page)).to_be_visible()


def tap_log(page: Page) -> None:
    before = len(stored_sets(page))
    page.locator("button.go").click()
    wait_for_value(page, lambda: len(stored_sets(page)), before + 1)
    expect(page.get_by_role("button", name=re.compile("^Undo set"))).to_be_visible()


def test_each_set_stands_beside_the_same_set_of_last_time(page: Page, server: Server):
    begin(
        page, server, past("back-squat", {"load": kg(100), "reps": 8}, {"load": kg(100), "reps": 7, "rir": 1})
    )
    rows = table(page).get_by_role("listitem")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("100 × 8")
    expect(rows.nth(1)).to_contain_text("100 × 7 RIR 1")
    expect(rows.nth(0)).to_have_attribute("aria-current", "step")
    tap_log(page)
    expect(rows.nth(1)).to_have_attribute("aria-current", "step")
    expect(rows.nth(0).get_by_role("button", name=re.compile("^Set 1: .*Last time 100 × 8"))).to_be_visible()


def test_a_load_chosen_by_hand_survives_the_warm_ups(page: Page, server: Server):
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 5}] * 3))
    choose(page, "Load", "Load in kg", "120")
    page.get_by_role("button", name="60 × 8").click()
    tap_log(page)
    page.get_by_role("button", name="Working set").click()
    expect(next_set(page).get_by_role("button", name="Load: 120 kg")).to_be_visible()
    tap_log(page)
    assert [
        (each.get("kind"), each["load"]["value"]) for each in stored_sets(page) if each.get("done_at")
    ] == [
        ("warm-up", 60),
        (None, 120),
    ]


def test_numbers_on_one_card_survive_a_look_at_another_exercise(page: Page, server: Server):
    begin(
        page,
        server,
        past("back-squat", {"load": kg(100), "reps": 8}),
        past("leg-extension", {"load": kg(50), "reps": 12}, days=9),
    )
    choose(page, "Load", "Load in kg", "110")
    page.goto(f"{server.url}/app/log?exercise=leg-extension")
    expect(page.get_by_role("heading", name="Leg extension")).to_be_visible()
    page.get_by_role("list", name="Exercises of this workout").get_by_role(
        "button", name=re.compile("^.?Back squat|Barbell back squat", re.IGNORECASE)
    ).click()
    expect(next_set(page).get_by_role("button", name="Load: 110 kg")).to_be_visible()


def test_after_the_last_planned_set_the_main_button_leads_on(page: Page, server: Server):
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 2))
    tap_log(page)
    tap_log(page)
    main = page.locator("button.go")
    expect(main).to_have_text("Next exercise")
    expect(page.get_by_role("button", name=re.compile("^One more: "))).to_be_visible()
    main.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_sheet_of_an_exercise_says_the_aim_that_stands_on_its_card(page: Page, server: Server):
    begin(page, server, exercise="leg-press-45")
    card = page.get_by_role("region", name="Exercise and setup")
    expect(card).to_contain_text("Aim: ")
    aim = re.search(r"Aim: (.*?\))", card.inner_text())
    assert aim
    page.get_by_role("button", name="More for 45° leg press").click()
    sheet = page.get_by_role("dialog", name="45° leg press")
    expect(sheet.get_by_role("radio", name="Iron decides")).to_be_checked()
    expect(sheet).to_contain_text(f"Now {aim.group(1)}.")
    sheet.get_by_role("radio", name="20–30").click()
    expect(sheet.get_by_role("radio", name="20–30")).to_be_checked()
    expect(sheet).not_to_contain_text("Now ")
    sheet.get_by_role("button", name="Done").click()
    expect(card).to_contain_text("Aim: 20–30 reps")


def test_clock_gym_and_finish_stay_in_sight_in_a_long_workout(page: Page, server: Server):
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 12))
    for _ in range(6):
        tap_log(page)
    page.mouse.wheel(0, 3000)
    for name in ("Time since the start", "No gym chosen", "Finish"):
        assert page.evaluate(IN_SIGHT, name), name


def test_the_running_workout_is_a_bar_on_every_tab_that_leads_back(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    page.get_by_role("link", name="Back to today").click()
    for tab in ("Library", "History", "Growth", "Plan", "Me"):
        page.get_by_role("navigation", name="Main").get_by_role("link", name=tab).click()
        bar = page.get_by_role("link", name=re.compile("^Running workout: 45° leg press"))
        expect(bar).to_be_visible()
        expect(bar).to_contain_text(re.compile("Rest [12]:[0-5][0-9]"))
    bar.click()
    expect(next_set(page)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Running workout"))).to_have_count(0)


def test_back_closes_the_sheet_and_only_then_leaves(page: Page, server: Server):
    page.goto(f"{server.url}/app/")
    open_press(page, server.url)
    page.get_by_role("button", name="More for 45° leg press").click()
    sheet = page.get_by_role("dialog", name="45° leg press")
    expect(sheet.get_by_role("button", name="Done")).to_be_visible()
    wait_until(page, "(history.state ?? {}).layers === 1")
    page.go_back()
    expect(sheet).to_be_hidden()
    expect(next_set(page)).to_be_visible()
    page.get_by_role("button", name="More for 45° leg press").click()
    wait_until(page, "(history.state ?? {}).layers === 1")
    sheet.get_by_role("button", name="Done").click()  # closed by a tap: its entry goes too
    wait_until(page, "!(history.state ?? {}).layers")
    page.go_back()
    expect(next_set(page)).to_be_hidden()


def test_loads_are_typed_on_the_pad_and_stepped(page: Page, server: Server):
    begin(page, server, past("back-squat", {"load": kg(100), "reps": 8}))
    next_set(page).get_by_role("button", name="Load: 100 kg").click()
    page.get_by_role("button", name="Number pad").click()
    pad = page.get_by_role("group", name="Number pad for Load")
    for key in ("1", "0", "2", "Decimal point", "5"):
        pad.get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_role("button", name="Log 102.5 × 8")).to_be_visible()
    page.get_by_role("button", name="One step more").click()
    expect(page.get_by_role("button", name="Log 105 × 8")).to_be_visible()


def type_on_pad(page: Page, keys: str) -> None:
    pad = page.get_by_role("group", name=re.compile("^Number pad for"))
    for key in keys:
        pad.get_by_role("button", name=key, exact=True).click()


def test_the_pad_of_a_first_set_closes_with_it_and_forgets_what_was_typed(page: Page, server: Server):
    begin(page, server)
    type_on_pad(page, "60")  # open by itself: no load is known
    page.get_by_role("button", name="Choose the reps").click()
    type_on_pad(page, "8")
    tap_log(page)
    expect(page.get_by_role("group", name=re.compile("^Number pad for"))).to_have_count(0)
    # Who keeps it open types the next set from the beginning, not behind the digits of the last one.
    page.get_by_role("button", name="Number pad").click()
    type_on_pad(page, "9")
    tap_log(page)
    type_on_pad(page, "10")
    expect(page.get_by_role("button", name="Log 60 × 10")).to_be_visible()


@pytest.mark.parametrize(("choice", "shown"), [(None, "RIR 2"), ("rpe", "RPE 8")])
def test_effort_opens_at_the_usual_values_and_is_written_as_the_lifter_wants(
    page: Page, server: Server, choice: str | None, shown: str
):
    rows = [past("back-squat", {"load": kg(100), "reps": 8})]
    if choice:
        rows.append(
            {
                "kind": "settings",
                "id": "00000000-0000-7000-8000-000000000001",
                "rev": 0,
                "seq": 0,
                "body": {"v": 1, "effort": choice},
            }
        )
    begin(page, server, *rows)
    next_set(page).get_by_role("button", name=re.compile("^(Reps in reserve|Effort)")).click()
    strip = page.get_by_role("radiogroup", name=re.compile("^(Reps in reserve|Effort)"))
    value = strip.get_by_role("radio", name=shown[-1], exact=True)
    assert value.bounding_box()["x"] < page.viewport_size["width"] - 60
    value.click()
    expect(next_set(page)).to_contain_text(shown)
    tap_log(page)
    assert [each["rir"] for each in stored_sets(page) if each.get("done_at")] == [2]


def test_numbers_are_typed_where_they_stand_at_a_desk(desktop: Page, server: Server):
    begin(desktop, server, past("back-squat", {"load": kg(100), "reps": 8}))
    next_set(desktop).get_by_role("button", name="Load: 100 kg").focus()
    desktop.keyboard.type("112.5")
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("6")
    expect(desktop.get_by_role("button", name="Log 112.5 × 6")).to_be_visible()


def picker(page: Page, server: Server):
    page.goto(f"{server.url}/app/")
    page.goto(f"{server.url}/app/log")
    page.get_by_role("button", name="Start a workout").click()
    sheet = page.get_by_role("dialog", name="Add exercises")
    expect(sheet.get_by_role("button", name=re.compile("^Bench press"))).to_be_visible()
    return sheet


def test_the_picker_begins_with_recent_and_common_exercises(page: Page, server: Server):
    expect(page.get_by_role("heading").first).to_be_visible()
    page.evaluate(WRITE, [past("hack-squat", {"load": kg(120), "reps": 8}, days=3)])
    sheet = picker(page, server)
    expect(sheet.get_by_role("listitem").nth(0)).to_contain_text(re.compile("Hack squat *120 × 8"))
    expect(sheet.get_by_role("listitem").nth(1)).to_contain_text("Bench press")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("abs", "Plank"), ("benchpres", "Bench press"), ("brust", "Bench press"), ("latzug", "Lat pulldown")],
)
def test_muscle_words_slips_and_names_of_other_languages_find_it(
    page: Page, server: Server, typed: str, first: str
):
    sheet = picker(page, server)
    sheet.get_by_label("Search exercises").fill(typed)
    expect(sheet.get_by_role("listitem").first).to_contain_text(first)


def test_several_exercises_come_at_once_filtered_by_muscle_and_as_a_superset(page: Page, server: Server):
    sheet = picker(page, server)
    sheet.get_by_role("button", name="Quads", exact=True).click()
    sheet.get_by_role("button", name="Machine", exact=True).click()
    expect(sheet.get_by_role("button", name=re.compile("^Bench press"))).to_have_count(0)
    sheet.get_by_role("checkbox", name="Select Leg extension").click()
    sheet.get_by_role("button", name=re.compile("^Hack squat")).click()  # once one is ticked, a tap ticks
    sheet.get_by_role("button", name="Add as a superset").click()
    expect(page.get_by_role("heading", name="Leg extension", level=1)).to_be_visible()
    rows = page.get_by_role("list", name="Exercises of this workout").get_by_role(
        "button", name=re.compile("Hack squat")
    )
    expect(rows).to_contain_text("A")


def test_the_finish_says_what_was_done_and_the_history_says_the_same(page: Page, server: Server):
    begin(page, server, past("bench-press", *[{"load": kg(100), "reps": 5}] * 2), exercise="bench-press")
    choose(page, "Load", "Load in kg", "105")
    tap_log(page)
    page.get_by_role("button", name="Finish", exact=True).click()
    line = page.get_by_role("region", name="Bench press")
    expect(line).to_contain_text("PR")
    expect(line).to_contain_text("Set 1:")
    expect(line).to_contain_text(re.compile(r"kg for 10 reps, \+\d+ kg since"))
    line.get_by_role("link", name="Edit Bench press").click()
    expect(page.get_by_role("heading", name="Bench press", level=1)).to_be_visible()
    page.get_by_role("button", name="Finish", exact=True).click()
    expect(page.get_by_role("region", name="Sets for each muscle")).to_contain_text("Chest")
    expect(page.get_by_label("The workout in numbers")).to_contain_text("525")
    page.get_by_role("button", name="Finish", exact=True).click()
    wait_until(page, "location.pathname.startsWith('/app/history/')")
    expect(page.get_by_label("The workout in numbers")).to_contain_text("525")
    line = page.get_by_role("region", name="Bench press")
    expect(line).to_contain_text("Set 1:")
    expect(line).to_contain_text(re.compile(r"kg for 10 reps, \+\d+ kg since"))
    page.get_by_role("link", name="Share").click()
    expect(page.get_by_role("button", name=re.compile("^(Share|Save) the picture"))).to_be_enabled()


def test_the_name_and_the_picker_show_movement_and_muscles(page: Page, server: Server):
    begin(page, server)
    page.get_by_role("button", name="Back squat", exact=True).click()
    about = page.get_by_role("dialog", name="Back squat")
    expect(about.get_by_role("img", name=re.compile("sit down until the thighs are level"))).to_be_visible()
    expect(about.locator(".moving")).to_be_hidden()  # this phone asks for reduced motion
    page.emulate_media(reduced_motion="no-preference")
    expect(about.locator(".moving")).to_be_visible()
    stands = "document.querySelector('svg.moving').animationsPaused()"
    about.get_by_role("heading", name="Back squat").hover()
    page.mouse.down()  # it stands still under a finger
    assert page.evaluate(stands)
    page.mouse.up()
    page.wait_for_function(f"!{stands}")
    page.emulate_media(reduced_motion="reduce")
    expect(about).to_contain_text("Quads")
    about.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Add exercise").click()
    row = page.get_by_role("button", name="About Deadlift", exact=True).first
    expect(row.locator("svg.movement")).to_be_visible()
    row.click()
    about = page.get_by_role("dialog", name="Deadlift")
    expect(about.get_by_role("img", name=re.compile("Bar on the floor"))).to_be_visible()
    page.go_back()  # the sheet above goes first
    expect(about).to_be_hidden()
    expect(page.get_by_role("dialog", name="Add exercises")).to_be_visible()


def test_rest_is_paused_shortened_and_switched_off_for_warm_ups(page: Page, server: Server):
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 5}] * 3))
    tap_log(page)
    rest = page.get_by_role("button", name=re.compile("Rest settings$"))
    expect(rest).to_contain_text(re.compile("Rest 2:[0-9]{2}"))
    page.get_by_role("button", name="15 seconds less").click()
    expect(rest).to_contain_text(re.compile("Rest 2:1[0-5]"))
    page.get_by_role("button", name="Pause the rest").click()
    expect(rest).to_contain_text("Paused at 2:1")
    page.get_by_role("button", name="Resume the rest").click()
    rest.click()
    sheet = page.get_by_role("dialog", name="Rest")
    sheet.get_by_role("button", name="Warm-up", exact=True).click()
    sheet.get_by_role("radiogroup", name="Rest").get_by_role("radio", name="Off", exact=True).click()
    sheet.get_by_role("button", name="Close").click()
    next_set(page).get_by_role("button", name=re.compile("Change the kind of set")).click()
    page.get_by_role("radiogroup", name="Kind of set").get_by_role("radio", name="Warm-up").click()
    expect(rest).to_contain_text("Rest off")


def test_an_interval_timer_counts_rounds_in_the_place_of_the_rest(page: Page, server: Server):
    begin(page, server)
    page.get_by_role("button", name=re.compile("Rest settings$")).click()
    page.get_by_role("dialog", name="Rest").get_by_role("button", name=re.compile("^Interval timer")).click()
    sheet = page.get_by_role("dialog", name="Interval timer")
    sheet.get_by_role("button", name="Tabata").click()
    sheet.get_by_role("button", name="Start, 4:00 in all").click()
    expect(page.get_by_text("Get ready")).to_be_visible()
    page.get_by_role("button", name="Pause the timer").click()
    page.get_by_role("button", name="Stop the timer").click()
    expect(page.get_by_role("button", name=re.compile("Rest settings$"))).to_be_visible()


# Before the page's own code: the file of the back squat comes when the test lets it, however long that takes.
HELD = """(() => {
  const [whole, wait] = [window.fetch, window.setTimeout]
  const free = new Promise((resolve) => { window.letGo = resolve })
  window.fetch = async (address, ...more) => {
    if (String(address).includes('back-squat')) await free
    return whole(address, ...more)
  }
  window.setTimeout = (work, ms, ...more) => (ms === 2000 ? 0 : wait(work, ms, ...more))
})()"""


def test_a_tap_on_another_exercise_wins_over_the_exercise_of_the_address_that_comes_late(
    page: Page, server: Server
):
    for exercise, name in (("bench-press", "Bench press"), ("deadlift", "Deadlift")):
        page.goto(f"{server.url}/app/log?exercise={exercise}")
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    page.add_init_script(HELD)
    page.goto(f"{server.url}/app/log?exercise=back-squat")
    expect(page.get_by_role("heading", name="Deadlift", exact=True)).to_be_visible()
    page.get_by_role("button", name="Bench press").click()
    expect(page.get_by_role("heading", name="Bench press", exact=True)).to_be_visible()
    page.evaluate("() => window.letGo()")
    expect(page.get_by_role("button", name="Back squat")).to_be_visible()  # in the workout, not in hand
    expect(page).to_have_url(f"{server.url}/app/log")
    expect(page.get_by_role("heading", name="Bench press", exact=True)).to_be_visible()
