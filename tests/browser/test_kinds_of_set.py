"""Every kind of set on a phone: the fields follow the exercise, and what is stored says what was done."""

from __future__ import annotations

import re
import uuid
from datetime import datetime, timedelta
from typing import Any

from axe import found_by_axe
from conftest import Lend, Server, at_rest, open_app, wait_for, wait_for_value, wait_until
from lent_devices import A_PHONE
from lifter import WRITE, finish, sheet_closed, stored_sets
from playwright.sync_api import BrowserContext, Page, expect


def kg(value: float) -> dict[str, Any]:
    return {"value": value, "unit": "kg"}


def document(kind: str, **body: Any) -> dict[str, Any]:
    """A document of the lifter as the phone keeps it."""
    return {"kind": kind, "id": str(uuid.uuid4()), "rev": 0, "seq": 0, "body": {"v": 1, **body}}


def past(exercise: str, *sets: dict[str, Any], days: int = 8, **entry: Any) -> dict[str, Any]:
    """A finished workout of one exercise."""
    start = (datetime.now() - timedelta(days=days)).strftime("%Y-%m-%dT18:05:00")
    numbered = [{"id": str(uuid.uuid4()), "order": f"a{n}", **each} for n, each in enumerate(sets)]
    entries = [{"id": str(uuid.uuid4()), "order": "a0", "exercise": exercise, **entry, "sets": numbered}]
    row = document("workout", start=start, end=start[:11] + "19:20:00", entries=entries)
    return {**row, "start": start, "lifted": [f"{exercise}|{start}"]}


def begin(page: Page, server: Server, exercise: str, *rows: dict[str, Any]) -> None:
    """Open the log with an exercise in hand, after what was done before."""
    expect(page.get_by_role("heading").first).to_be_visible()
    if rows:
        page.evaluate(WRITE, list(rows))
    page.goto(f"{server.url}/app/log?exercise={exercise}")
    expect(next_set(page)).to_be_visible()


def next_set(page: Page) -> Any:
    return page.get_by_role("region", name="Next set")


def log(page: Page, words: str) -> None:
    """The one tap; the button says what will be stored."""
    before = len(stored_sets(page))
    page.get_by_role("button", name=f"Log {words}", exact=True).click()
    wait_for(page, lambda: len(stored_sets(page)) > before, f"“Log {words}” stored a set")


def logged(page: Page) -> list[dict[str, Any]]:
    """What was logged today."""
    return [each for each in stored_sets(page) if each.get("done_at")]


def pick(page: Page, number: str, strip: str, value: str) -> None:
    """Choose a number; a strip that is open already stays so."""
    button = next_set(page).get_by_role("button", name=re.compile(f"^{number}:"))
    if button.get_attribute("aria-expanded") != "true":
        button.click()
    page.get_by_role("radiogroup", name=strip, exact=True).get_by_role(
        "radio", name=value, exact=True
    ).click()


def test_a_barbell_is_counted_with_its_bar_and_shows_the_plates_of_one_side(page: Page, server: Server):
    begin(page, server, "back-squat", past("back-squat", *[{"load": kg(100), "reps": 8}] * 3))
    expect(page.get_by_role("img", name="On each side: 25 15 a side")).to_be_visible()
    page.get_by_role("button", name="20 kg bar").click()
    page.get_by_role("radiogroup", name="Bar in kg").get_by_role("radio", name="15 kg").click()
    expect(page.get_by_role("img", name="On each side: 25 15 2.5 a side")).to_be_visible()
    expect(next_set(page).get_by_role("button", name="Load: 100 kg")).to_be_visible()
    log(page, "100 × 8")
    assert logged(page)[0]["load"] == kg(100)


def test_a_warm_up_is_proposed_from_the_working_load_and_the_plates_there_are(page: Page, server: Server):
    begin(page, server, "back-squat", past("back-squat", *[{"load": kg(100), "reps": 8}] * 3))
    page.get_by_role("button", name="20 × 10").click()
    log(page, "20 × 10")
    log(page, "50 × 8")
    assert [(each["kind"], each["load"]["value"]) for each in logged(page)] == [
        ("warm-up", 20),
        ("warm-up", 50),
    ]


def test_one_dumbbell_counts_and_the_screen_says_each(page: Page, server: Server):
    begin(page, server, "dumbbell-bench-press")
    pick(page, "Load", "Load in kg", "30")
    expect(next_set(page).get_by_text("kg each ×")).to_be_visible()
    pick(page, "Repetitions", "Repetitions", "10")
    expect(page.get_by_role("img", name=re.compile("each side"))).to_have_count(0)
    log(page, "30 × 10")
    assert logged(page)[0]["load"] == kg(30)


def test_a_stack_offers_its_pins_only(page: Page, server: Server):
    matrix = document("machine", name="Matrix", exercise="lat-pulldown", unit="lb", stack=[20, 40, 60, 80])
    copy = {"id": matrix["id"], "name": "Matrix"}
    finished = {"load": {"value": 40, "unit": "lb"}, "reps": 10}
    begin(page, server, "lat-pulldown", matrix, past("lat-pulldown", finished, machine=copy))
    next_set(page).get_by_role("button", name="Load: 40 lb").click()
    strip = page.get_by_role("radiogroup", name="Load in lb")
    expect(strip.get_by_role("radio")).to_have_text(["20", "40", "60", "80"])
    strip.get_by_role("radio", name="60").click()
    pick(page, "Repetitions", "Repetitions", "10")
    log(page, "60 × 10")
    assert logged(page)[0]["load"] == {"value": 60, "unit": "lb"}


def test_body_weight_asks_for_no_load_and_takes_one_when_something_hangs_on_it(page: Page, server: Server):
    begin(page, server, "pull-up", past("pull-up", {"reps": 8}))
    expect(next_set(page).get_by_role("button", name=re.compile("^Load"))).to_have_count(0)
    log(page, "8 reps")
    pick(page, "Added load", "Added load in kg", "+10")
    log(page, "+10 × 8")
    assert [each.get("load") for each in logged(page)] == [None, kg(10)]


def test_less_help_is_the_record_of_assisted_work(page: Page, server: Server):
    begin(page, server, "assisted-pull-up", past("assisted-pull-up", {"load": kg(40), "reps": 8}))
    card = page.get_by_role("region", name="Exercise and setup")
    expect(card).to_contain_text("PR to beat: 40 kg help × 8")
    pick(page, "Help", "Help in kg", "35")
    expect(card).to_contain_text("Less help than ever")
    log(page, "35 help × 8")
    expect(page.get_by_role("button", name=re.compile(r"^Set 1: 35 help × 8.*a PR"))).to_be_visible()


def test_a_band_is_written_down_or_not(page: Page, server: Server):
    begin(page, server, "band-curl", past("band-curl", {"reps": 15}))
    log(page, "15 reps")
    pick(page, "Band", "Band in kg", "15")
    log(page, "15 × 15")
    assert [each.get("load") for each in logged(page)] == [None, kg(15)]


def test_a_hold_is_a_time_and_has_no_reps_to_spare(page: Page, server: Server):
    begin(page, server, "l-sit")
    pick(page, "Time", "Time", "0:20")
    expect(
        next_set(page).get_by_role("button", name=re.compile("^(Reps in reserve|Repetitions|Load)"))
    ).to_have_count(0)
    log(page, "0:20")
    assert logged(page)[0]["duration_s"] == 20


def test_a_run_has_distance_and_time_in_the_unit_that_was_chosen(page: Page, server: Server):
    begin(page, server, "running")
    page.get_by_label("Unit of distance").select_option("mi")
    pick(page, "Distance", "Distance in mi", "3")
    pick(page, "Time", "Time", "25:00")
    expect(next_set(page)).to_contain_text("8:20 per mi")
    log(page, "3 mi · 25:00")
    assert logged(page)[0]["distance"] == {"value": 3, "unit": "mi"}
    for nothing in ("Side", "Machine", "Load"):
        expect(page.get_by_role("button", name=nothing)).to_have_count(0)


def test_a_sled_has_load_distance_and_time(page: Page, server: Server):
    begin(page, server, "sled-push")
    pick(page, "Load", "Load in kg", "60")
    pick(page, "Distance", "Distance in m", "20")
    pick(page, "Time", "Time", "0:20")
    log(page, "60 kg · 20 m · 0:20")
    only_set = logged(page)[0]
    assert (only_set["load"], only_set["distance"], only_set["duration_s"]) == (
        kg(60),
        {"value": 20, "unit": "m"},
        20,
    )


def test_one_side_then_the_other_is_one_tap_each_and_one_rest(page: Page, server: Server):
    sides = [{"load": kg(16), "reps": 10, "side": side} for side in ("left", "right")]
    begin(page, server, "bulgarian-split-squat", past("bulgarian-split-squat", *sides))
    expect(next_set(page).get_by_role("button", name="Left side")).to_be_visible()
    log(page, "16 × 10")
    expect(next_set(page).get_by_role("button", name="Right side")).to_be_visible()
    expect(page.get_by_role("button", name="End the rest")).to_have_count(0)
    log(page, "16 × 10")
    expect(page.get_by_role("button", name="End the rest")).to_be_visible()
    expect(next_set(page).get_by_role("button", name="Left side")).to_be_visible()
    assert [each["side"] for each in logged(page)] == ["left", "right"]


def test_a_drop_set_and_a_rest_pause_follow_without_a_rest_which_comes_after_the_last_drop(
    page: Page, server: Server
):
    begin(page, server, "leg-press-45", past("leg-press-45", *[{"load": kg(180), "reps": 12}] * 3))
    log(page, "180 × 12")
    page.get_by_role("button", name=re.compile("^Drop to")).click()
    expect(page.get_by_role("button", name="End the rest")).to_have_count(0)
    log(page, "145 × 12")
    expect(page.get_by_role("button", name="End the rest")).to_be_visible()
    page.get_by_role("button", name="Rest-pause").click()
    expect(page.get_by_role("button", name="End the rest")).to_have_count(0)
    log(page, "145 × 4")
    assert [each.get("kind") for each in logged(page)] == [None, "drop", "rest-pause"]


def test_partial_reps_are_a_depth_and_no_record(page: Page, server: Server):
    begin(page, server, "lat-pulldown", past("lat-pulldown", {"load": kg(60), "reps": 10}))
    page.get_by_role("button", name="Machine: Machine unknown. Change machine and setup").click()
    sheet = page.get_by_role("dialog", name="Setup for the coming sets")
    sheet.get_by_role("radiogroup", name="Full or partial").get_by_role("radio", name="Partial").click()
    sheet.get_by_role("button", name="Done").click()
    pick(page, "Repetitions", "Repetitions", "15")
    log(page, "60 × 15")
    assert logged(page)[0]["depth"] == {"how": "judged", "class": "cut"}
    expect(page.get_by_role("button", name=re.compile("a PR"))).to_have_count(0)


def test_a_circuit_goes_round_with_one_rest(page: Page, server: Server):
    begin(page, server, "leg-extension", past("leg-extension", *[{"load": kg(50), "reps": 12}] * 3))
    page.evaluate(WRITE, [past("lying-leg-curl", *[{"load": kg(40), "reps": 12}] * 3, days=9)])
    expect(page.get_by_role("heading", name="Leg extension", level=1)).to_be_visible()
    page.goto(f"{server.url}/app/log?exercise=lying-leg-curl")
    expect(page.get_by_role("heading", name="Lying leg curl", level=1)).to_be_visible()
    page.get_by_role("button", name=re.compile("^Leg extension")).click()
    page.get_by_role("button", name="More for Leg extension").click()
    page.get_by_role("button", name="Superset with Lying leg curl").click()
    log(page, "50 × 12")
    expect(page.get_by_role("heading", name="Lying leg curl", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="End the rest")).to_have_count(0)
    log(page, "40 × 12")
    expect(page.get_by_role("heading", name="Leg extension", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="End the rest")).to_be_visible()


def test_the_gym_offers_its_machines_bars_and_dumbbells_and_both_units_in_one_workout(
    page: Page, server: Server
):
    keller = document(
        "gym", name="Keller", unit="kg", plates=[20, 10, 5], bars=[15, 20], dumbbells=[10, 20, 30]
    )
    press = document(
        "machine",
        name="Panatta",
        exercise="leg-press-45",
        gym="keller",
        unit="kg",
        base_kg=55,
        note="Seat 4, pin 7",
    )
    pulley = document(
        "machine", name="Matrix", exercise="lat-pulldown", gym="Keller", unit="lb", stack=[40, 50, 60]
    )
    hall = document("machine", name="Old sled", exercise="leg-press-45", gym="Hall", base_kg=47)
    begin(page, server, "leg-press-45", keller, press, pulley, hall)
    page.get_by_role("button", name="No gym chosen").click()
    page.get_by_role("dialog", name="Where are you?").get_by_role(
        "button", name=re.compile("^Keller")
    ).click()
    expect(
        page.get_by_role("button", name=re.compile("^Machine: Panatta, keller · sled 55 kg"))
    ).to_be_visible()
    expect(page.get_by_text("Seat 4, pin 7")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Machine: Panatta")).click()
    expect(page.get_by_role("radio", name="Old sled")).to_have_count(0)
    page.get_by_role("button", name="Done").click()
    pick(page, "Load", "Load in kg", "80")
    pick(page, "Repetitions", "Repetitions", "12")
    expect(page.get_by_role("img", name="On each side: 20 20 a side")).to_be_visible()
    log(page, "80 × 12")
    page.goto(f"{server.url}/app/log?exercise=lat-pulldown")
    pick(page, "Load", "Load in lb", "50")
    pick(page, "Repetitions", "Repetitions", "10")
    log(page, "50 × 10")
    page.goto(f"{server.url}/app/log?exercise=dumbbell-bench-press")
    expect(page.get_by_role("radiogroup", name="Load in kg").get_by_role("radio")).to_have_text(
        ["10", "20", "30"]
    )
    assert [each["load"] for each in logged(page)] == [kg(80), {"value": 50, "unit": "lb"}]


def test_loads_of_both_units_in_one_table_say_their_unit_and_the_finish_has_one(page: Page, server: Server):
    pounds = {**document("settings", unit="lb"), "id": "00000000-0000-7000-8000-000000000001"}
    begin(page, server, "leg-press-45", past("leg-press-45", {"load": kg(57.5), "reps": 12}), pounds)
    rows = page.get_by_role("region", name="Last time and today").get_by_role("listitem")
    expect(rows.first).to_contain_text("57.5 kg × 12")
    expect(rows.first).to_contain_text(re.compile(r"\d lb × 12"))
    page.locator("button.go").click()
    expect(rows.first).to_contain_text(re.compile(r"57\.5 kg × 12.*\d lb × 12"))
    page.get_by_role("button", name="Finish", exact=True).click()
    expect(page.get_by_role("region", name="45° leg press")).not_to_contain_text("kg")


def test_a_set_in_kilograms_is_shown_and_changed_in_kilograms_in_an_account_in_pounds(
    page: Page, server: Server
):
    expect(page.get_by_role("heading").first).to_be_visible()
    pounds = {**document("settings", unit="lb"), "id": "00000000-0000-7000-8000-000000000001"}
    stored = {"load": {"value": 126.76580089, "unit": "lb"}, "as_lifted": kg(57.5), "reps": 12}
    page.evaluate(WRITE, [past("leg-press-45", {"load": kg(57.5), "reps": 11}, stored), pounds])
    page.goto(f"{server.url}/app/history")
    page.locator("main").get_by_role("link", name=re.compile("45° leg press")).click()
    page.wait_for_url(re.compile("/app/history/.+"))
    workout = page.url
    for reps in (11, 12):
        page.goto(workout)
        page.get_by_role("link", name=re.compile(rf" × {reps}\b")).click()
        sheet = page.get_by_role("dialog", name=f"57.5 kg × {reps}")
        loads = sheet.get_by_role("radiogroup", name=re.compile("in kg$"))
        loads.get_by_role("radio", name="57.5", exact=True).click()
        sheet.get_by_role("button", name="Done").click()
        sheet_closed(page)
    assert [each["load"] for each in stored_sets(page)] == [kg(57.5), stored["load"]]
    assert stored_sets(page)[1]["as_lifted"] == kg(57.5)
    page.goto(workout)
    page.get_by_role("link", name=re.compile(r" × 12\b")).click()
    loads.get_by_role("radio", name="60", exact=True).click()
    page.get_by_role("dialog", name="60 kg × 12").get_by_role("button", name="Done").click()
    wait_for_value(page, lambda: stored_sets(page)[1]["load"], kg(60))
    assert "as_lifted" not in stored_sets(page)[1]


def test_a_quick_line_says_what_it_understood_and_is_undone_as_one(page: Page, server: Server):
    begin(page, server, "leg-press-45", past("leg-press-45", {"load": kg(180), "reps": 12}))
    page.get_by_role("button", name="More for 45° leg press").click()
    page.get_by_role("button", name="Write sets in one line").click()
    sheet = page.get_by_role("dialog", name="Sets in one line")
    sheet.get_by_role("textbox").fill("180x12 @2 feet low narrow; x10; x9")
    expect(sheet.get_by_role("listitem")).to_have_count(3)
    expect(sheet).to_contain_text("RIR 2 · feet low · stance narrow")
    sheet.get_by_role("button", name="Log 3 sets").click()
    expect(page.get_by_text("3 sets logged.")).to_be_visible()
    assert [each["reps"] for each in logged(page)] == [12, 10, 9]
    assert {(each["setup"]["foot_height"], each["setup"]["stance"]) for each in logged(page)} == {
        ("low", "narrow")
    }
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name=re.compile("^Set 1: "))).to_have_count(0)
    assert logged(page) == []


def test_exercises_are_put_in_order_with_the_arrow_keys_and_by_drag(page: Page, server: Server):
    begin(page, server, "leg-press-45")
    expect(page.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    for exercise, name in (("leg-extension", "Leg extension"), ("lying-leg-curl", "Lying leg curl")):
        page.goto(f"{server.url}/app/log?exercise={exercise}")
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    page.get_by_role("button", name=re.compile("^More for")).click()
    page.get_by_role("button", name=re.compile("order of the exercises")).click()
    sheet = page.get_by_role("dialog", name="Order of the exercises")
    names = sheet.locator(".what")
    sheet.get_by_role("button", name=re.compile("^Move Lying leg curl")).press("ArrowUp")
    expect(names).to_have_text(["45° leg press", "Lying leg curl", "Leg extension"])
    grip = sheet.get_by_role("button", name=re.compile("^Move Leg extension")).bounding_box()
    top = sheet.get_by_role("button", name=re.compile("^Move 45")).bounding_box()
    assert grip
    assert top
    page.mouse.move(grip["x"] + 20, grip["y"] + 20)
    page.mouse.down()
    page.mouse.move(top["x"] + 20, top["y"] + 10, steps=4)
    page.mouse.up()
    expect(names).to_have_text(["Leg extension", "45° leg press", "Lying leg curl"])


def test_a_note_sticks_to_an_exercise(page: Page, server: Server):
    begin(page, server, "leg-extension")
    page.get_by_role("button", name="More for Leg extension").click()
    page.get_by_label("Always for Leg extension").fill("Toes in")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text("Toes in")).to_be_visible()
    at_rest(page)  # the sheet goes a step back in the history, which would stop the reload
    page.reload()
    expect(page.get_by_text("Toes in")).to_be_visible()


def test_the_rest_stands_on_the_lock_screen_where_the_browser_allows_it(
    whole_phone: BrowserContext, server: Server
):
    whole_phone.grant_permissions(["notifications"], origin=server.url)
    page = open_app(whole_phone, server)
    begin(page, server, "leg-press-45", past("leg-press-45", {"load": kg(180), "reps": 12}))
    page.get_by_role("button", name=re.compile("Rest settings$")).click()
    page.get_by_label("Rest on the lock screen").check()
    expect(page.get_by_label("Rest on the lock screen")).to_be_checked()
    page.get_by_role("button", name="Close").click()
    log(page, "180 × 12")
    page.evaluate(
        """() => {
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
          document.dispatchEvent(new Event('visibilitychange'))
        }"""
    )
    notes = """async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((one) => `${one.tag}|${one.title}|${one.body}`)"""
    wait_until(page, f"({notes})().then((all) => all.length === 1)")
    [note] = page.evaluate(notes)
    assert re.fullmatch(r"iron-rest\|Rest until \d\d:\d\d:\d\d\|Then 45° leg press, 180 × 12", note)
    page.evaluate(
        """() => { delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange')) }"""
    )
    wait_until(page, f"({notes})().then((all) => all.length === 0)")


def test_a_second_workout_is_not_begun_while_one_runs(page: Page, server: Server):
    begin(page, server, "leg-press-45", past("leg-press-45", {"load": kg(180), "reps": 12}))
    log(page, "180 × 12")
    page.goto(f"{server.url}/app/log?exercise=leg-extension")
    expect(page.get_by_role("button", name=re.compile("^45° leg press"))).to_be_visible()
    assert len({each["workout"] for each in logged(page)}) == 1


def test_two_workouts_at_once_are_both_kept_and_named_in_a_sentence(page: Page, server: Server):
    begin(page, server, "leg-press-45", past("leg-press-45", {"load": kg(180), "reps": 12}))
    log(page, "180 × 12")
    ten_minutes_ago = (datetime.now() - timedelta(minutes=10)).strftime("%Y-%m-%dT%H:%M:%S")
    earlier = past("leg-extension", {"load": kg(50), "reps": 12, "done_at": ten_minutes_ago}, days=0)
    earlier["body"].pop("end")
    earlier["body"]["start"] = earlier["start"] = ten_minutes_ago
    page.evaluate(WRITE, [{**earlier, "open": 1}])
    page.goto(f"{server.url}/app/")
    expect(page.get_by_text("Another workout has been running")).to_contain_text("Both workouts are saved.")
    assert {each["exercise"] for each in stored_sets(page)} == {"leg-press-45", "leg-extension"}


def test_a_workout_whose_clock_was_set_back_ends_when_it_began_and_keeps_its_sets(page: Page, server: Server):
    ahead = past("leg-press-45", {"load": kg(180), "reps": 12}, days=0)
    ahead["body"].pop("end")
    start = (datetime.now() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S")
    ahead["body"]["start"] = ahead["start"] = start
    begin(page, server, "leg-press-45", {**ahead, "open": 1})
    expect(page.get_by_role("button", name=re.compile("^Set 1: 180 × 12"))).to_be_visible()
    finish(page)
    ends = page.evaluate(
        """async () => {
          const db = await new Promise((ok) => { const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result) })
          const all = await new Promise((ok) => {
            const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
          })
          db.close()
          return all.filter((one) => one.kind === 'workout').map((one) => [one.body.start, one.body.end])
        }"""
    )
    assert ends == [[start, start]]
    assert len(stored_sets(page)) == 1


def test_axe_finds_nothing_on_the_gym_the_order_and_the_cards_of_every_kind(lend: Lend, server: Server):
    page = lend({**A_PHONE, "bypass_csp": True}).new_page()
    page.goto(f"{server.url}/app/machines/gym/new?name=Keller")
    expect(page.get_by_role("button", name="Save")).to_be_visible()
    problems = found_by_axe(page, "gym form")
    page.get_by_role("button", name="Save").click()
    begin(page, server, "back-squat", past("back-squat", {"load": kg(100), "reps": 8}))
    for exercise in ("pull-up", "assisted-pull-up", "running", "plank", "bulgarian-split-squat"):
        page.goto(f"{server.url}/app/log?exercise={exercise}")
        expect(next_set(page)).to_be_visible()
        at_rest(page)
        problems += found_by_axe(page, exercise)
    page.get_by_role("button", name=re.compile("Change the gym$")).click()
    expect(
        page.get_by_role("dialog", name="Where are you?").get_by_role("button", name="Keller")
    ).to_be_visible()
    problems += found_by_axe(page, "where")
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name=re.compile("^More for")).click()
    problems += found_by_axe(page, "entry")
    page.get_by_role("button", name=re.compile("order of the exercises")).click()
    problems += found_by_axe(page, "order")
    assert problems == []


def test_a_top_set_with_back_offs_after_unmarked_warm_ups_stands_row_by_row_beside_today(
    page: Page, server: Server
):
    def day(top: float, days: int) -> dict[str, Any]:
        numbers = [(20, 12, None), (60, 5, None), (top, 5, 1), *[(top - 15, 8, 2)] * 2]
        sets = [
            {"load": kg(load), "reps": reps, **({} if rir is None else {"rir": rir})}
            for load, reps, rir in numbers
        ]
        return past("bench-press", *sets, days=days)

    begin(page, server, "bench-press", day(95, 24), day(97.5, 17), day(100, 10), day(102.5, 3))
    expect(next_set(page)).to_contain_text("Set 1 of 3")
    rows = page.get_by_role("region", name="Last time and today").get_by_role("listitem")
    expect(rows.nth(0)).to_contain_text(re.compile(r"1\s*102.5 × 5.*105 × 5", re.DOTALL))
    expect(rows.nth(1)).to_contain_text(re.compile(r"2\s*87.5 × 8.*90 × 8", re.DOTALL))
    expect(rows.nth(2)).to_contain_text(re.compile(r"3\s*87.5 × 8.*90 × 8", re.DOTALL))
    log(page, "105 × 5")
    expect(next_set(page)).to_contain_text("Set 2 of 3")
    log(page, "90 × 8")
    assert [each["load"]["value"] for each in logged(page)] == [105, 90]
