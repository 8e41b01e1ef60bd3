"""A program in the gym: a missed weekday, a machine that is not there, sets every minute, and plates in pounds."""

from __future__ import annotations

from typing import Any

from conftest import Server, open_app, wait_until
from lifter import WRITE
from playwright.sync_api import BrowserContext, Page, expect
from test_kinds_of_set import document, past
from test_leg_day import tap_log
from test_plan_next_day import at
from test_plan_screens import READ, only

MONDAY, WEDNESDAY, FRIDAY = "2026-11-23T10:00:00", "2026-11-25T10:00:00", "2026-11-27T10:00:00"


def program(days: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"format": 2, "name": "My program", "cycles": 8, "days": days, **more}


def running(page: Page, text: dict[str, Any], *rows: dict[str, Any], unit: str = "kg", **more: Any) -> None:
    """Put a running program and other documents into the guest's journal and open Today."""
    run = document("run", name=text["name"], text=text, start="2026-11-23", unit=unit, **more)
    page.evaluate(WRITE, [run, *rows])
    page.reload()


def squat_day(name: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "slots": [{"exercise": "back-squat", "sets": [{"count": 2, "reps": 5, "kg": 60}]}],
        **more,
    }


def test_a_missed_weekday_is_offered_first_and_can_be_left_out(
    new_phone: BrowserContext, server: Server
) -> None:
    page = open_app(new_phone, server)
    days = [squat_day("Heavy", weekday=0), squat_day("Light", weekday=3)]
    page.clock.set_fixed_time(MONDAY)
    running(page, program(days, schedule="weekdays"))
    today = page.get_by_role("region", name="Next session of My program")
    expect(today).to_contain_text("Planned for today")
    at(page, server.url, WEDNESDAY)
    expect(today).to_contain_text("Missed on Monday, 23 November")
    at(page, server.url, FRIDAY)
    today.get_by_role("button", name="Skip to Light, planned for Thursday").click()
    expect(page.get_by_role("heading", name="Back squat", level=1)).to_be_visible()
    assert only(page, "workout")["run"]["day"] == 1


def test_where_the_gym_has_no_such_machine_the_alternative_is_done_and_moves_no_number(
    page: Page, server: Server
) -> None:
    slot = {
        "lift": "press",
        "sets": [{"count": 1, "reps": 8}],
        "alternatives": ["back-squat"],
    }
    text = program(
        [{"name": "Legs", "slots": [slot]}],
        lifts=[{"id": "press", "exercise": "leg-press-45", "keeps": "load"}],
        rules=[
            {"name": "Up", "lifts": ["press"], "when": {"made": True}, "then": {"add": {"kg": 5, "lb": 10}}}
        ],
    )
    here = past("bench-press", {"reps": 5, "load": {"value": 60, "unit": "kg"}})
    here["body"]["gym"] = "Keller"
    running(page, text, here, asked={"press": 120})
    today = page.get_by_role("region", name="Next session of My program")
    expect(today).to_contain_text("In place of 45° leg press, which Keller does not have.")
    today.get_by_role("button", name="Start Legs").click()
    expect(page.get_by_role("heading", name="Back squat", level=1)).to_be_visible()
    expect(page.get_by_role("region", name="Target of the program")).to_contain_text("45° leg press")
    for key in ("7", "0"):
        page.get_by_role("group", name="Number pad for Load").get_by_role(
            "button", name=key, exact=True
        ).click()
    tap_log(page)
    page.goto(f"{server.url}/app/plan")
    plan = page.get_by_role("region", name="Running program My program")
    expect(plan).to_contain_text("45° leg press: load 120 kg")


def test_a_swap_outside_of_the_program_offers_near_exercises_and_says_that_they_do_not_count(
    page: Page, server: Server
) -> None:
    bench = {"exercise": "bench-press", "sets": [{"count": 3, "reps": 5, "kg": 50}, {"reps": 5, "kg": 55}]}
    day = squat_day("Heavy")
    running(page, program([{**day, "slots": [*day["slots"], bench]}]))
    page.get_by_role("button", name="Start Heavy").click()
    queue = page.get_by_role("list", name="Exercises of this workout")
    expect(queue.get_by_role("button", name="Bench press")).to_contain_text("3 × 50 kg × 5, 55 kg × 5")
    page.get_by_role("button", name="More for Back squat").click()
    offers = page.get_by_role("region", name="Machine taken")
    expect(offers).to_contain_text(
        "Sets of another exercise are logged, but the program does not count them."
    )
    expect(offers.get_by_role("button")).to_have_text(
        ["Goblet squat", "Front squat", "Barbell hack squat", "Barbell sumo squat", "Another…"]
    )
    offers.get_by_role("button", name="Front squat").click()
    expect(page.get_by_role("heading", name="Front squat", level=1)).to_be_visible()
    expect(
        page.get_by_text("This exercise is not in your program. Its sets do not change the program.")
    ).to_be_visible()


def test_sets_every_minute_start_the_interval_timer(page: Page, server: Server) -> None:
    sets = [{"count": 3, "reps": 5, "kg": 40, "kind": "emom", "minutes": 3}]
    running(page, program([{"name": "Dense", "slots": [{"exercise": "bench-press", "sets": sets}]}]))
    page.get_by_role("button", name="Start Dense").click()
    target = page.get_by_role("region", name="Target of the program")
    expect(target).to_contain_text("EMOM: begin a set every minute for 3 minutes")
    target.get_by_role("button", name="Start the timer: 3 × 60 s").click()
    expect(page.get_by_role("button", name="Stop the timer")).to_be_visible()
    expect(target.get_by_role("button", name="Start the timer: 3 × 60 s")).to_have_count(0)


def test_a_lifter_in_pounds_is_asked_for_the_gym_and_gets_loads_that_its_plates_make(
    page: Page, server: Server
) -> None:
    gym = document("gym", name="Basement", unit="lb", plates=[45, 25, 10, 5], bars=[45])
    settings = {**document("settings", unit="lb"), "id": "00000000-0000-7000-8000-000000000001"}
    page.evaluate(WRITE, [gym, settings])
    page.goto(f"{server.url}/app/plan")
    page.get_by_role("button", name="Preview 5/3/1 Boring But Big", exact=True).click()
    sheet = page.get_by_role("dialog")
    for lift, value in (
        ("Overhead press", "135"),
        ("Deadlift", "315"),
        ("Bench press", "205"),
        ("Back squat", "275"),
    ):
        sheet.get_by_label(f"{lift}: 1RM").fill(value)
    expect(sheet.get_by_role("button", name="Basement")).to_have_attribute("aria-pressed", "true")
    sheet.get_by_role("button", name="Start 5/3/1 Boring But Big").click()
    expect(page.get_by_text("5/3/1 Boring But Big started.")).to_be_visible()
    wait_until(page, f"({READ})('run').then(([row]) => row.body.gym === 'Basement')")
    page.goto(f"{server.url}/app/")
    today = page.get_by_role("region", name="Next session of 5/3/1 Boring But Big")
    # 65, 75 and 85 % of 121.5 lb are 79, 91.1 and 103.3; pairs from 5 lb on a bar of 45 make 75, 95 and 105.
    expect(today.get_by_text("75 lb × 5, 95 lb × 5, 105 lb × 5+")).to_be_visible()
    expect(today.get_by_text("Overhead press 5×10")).to_be_visible()
    expect(today.get_by_text("5 × 65 lb × 10")).to_be_visible()


def test_a_program_of_a_newer_iron_is_shown_with_its_last_session_and_not_continued(
    page: Page, server: Server
) -> None:
    text = {"format": 3, "name": "Future", "days": {"of": "another shape"}}
    finished = past("back-squat", {"reps": 5, "load": {"value": 100, "unit": "kg"}}, days=2)
    run = {**document("run", name="Future", text=text, start=finished["start"][:10], unit="kg")}
    finished["body"] |= {"title": "Day F", "run": {"id": run["id"], "cycle": 1, "week": 1, "day": 0}}
    page.evaluate(WRITE, [run, finished, document("program", **text)])
    for path in ("", "plan"):
        page.goto(f"{server.url}/app/{path}")
        newer = page.get_by_role("region", name="Running program Future")
        expect(newer).to_contain_text("A newer version of Iron wrote this program.")
        expect(newer.get_by_role("link", name="Day F")).to_be_visible()
        expect(newer.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="Preview Future")).to_have_count(0)
