"""The next planned day: offered on Today, also when missed, waiting, short on time, eased or paused."""

from __future__ import annotations

import pytest
from conftest import Server, wait_until
from playwright.sync_api import BrowserContext, Page, expect
from test_plan_screens import READ, block, make_block, only

MONDAY, TUESDAY, WEDNESDAY = "2026-11-23T10:00:00", "2026-11-24T10:00:00", "2026-11-25T10:00:00"
SATURDAY = "2026-11-28T10:00:00"


@pytest.fixture
def phone(new_phone: BrowserContext) -> BrowserContext:
    """The clock that these tests set stays with a device."""
    return new_phone


@pytest.fixture
def planned(page: Page, server: Server) -> Page:
    """A phone on a Monday with a block that begins today: legs on Monday and Thursday, upper body on Tuesday and Friday."""
    page.clock.set_fixed_time(MONDAY)
    make_block(page, server.url)
    page.goto(f"{server.url}/app/")
    return page


def at(page: Page, url: str, moment: str, path: str = "") -> None:
    page.clock.set_fixed_time(moment)
    page.goto(f"{url}/app/{path}")


def test_a_planned_day_is_two_taps_from_today(planned: Page):
    planned.get_by_role("button", name="Start Heavy legs").click()
    expect(planned.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    workout = only(planned, "workout")
    assert workout["block"]["day"] == "w0d0"


def test_a_missed_day_is_still_offered_and_a_skipped_one_gives_way(planned: Page, server: Server):
    at(planned, server.url, WEDNESDAY)
    next_day = planned.get_by_role("region", name="Next workout: Heavy legs")
    expect(next_day).to_contain_text("Missed on Monday, 23 November")
    expect(next_day.get_by_role("button", name="Start Heavy legs")).to_be_visible()
    at(planned, server.url, WEDNESDAY, "plan")
    planned.get_by_role("button", name="Skip Heavy legs").click()
    expect(planned.get_by_text("Heavy legs skipped.")).to_be_visible()
    at(planned, server.url, WEDNESDAY)
    expect(planned.get_by_text("Missed on Tuesday, 24 November")).to_be_visible()


def test_every_day_of_the_plan_can_be_started(planned: Page, server: Server):
    at(planned, server.url, MONDAY, "plan")
    days = block(planned)["weeks"][0]["days"]
    for day in days:
        region = planned.get_by_role("region", name=day["name"], exact=True)
        expect(region.get_by_role("button", name=f"Start {day['name']}", exact=True)).to_be_visible()


def test_each_week_with_days_after_the_next_one_says_once_why_they_have_no_loads(
    planned: Page, server: Server
):
    at(planned, server.url, MONDAY, "plan")
    why = planned.get_by_text("Iron chooses loads for the next day only")
    expect(why).to_have_count(1)
    parts = planned.locator("main").inner_text()
    first, second = [day["name"] for day in block(planned)["weeks"][0]["days"][:2]]
    assert parts.index(first) < parts.index("Iron chooses") < parts.index(second)
    planned.get_by_role("button", name="Week 3", exact=True).click()
    expect(planned.get_by_text("Week 3 of")).to_be_visible()
    expect(why).to_have_count(1)
    planned.get_by_role("button", name="Block options").click()
    planned.get_by_role("button", name="Illness").click()
    expect(planned.get_by_text("Block paused (Illness).")).to_be_visible()
    expect(why).to_have_count(0)


def test_in_sequence_the_next_day_waits(planned: Page, server: Server):
    at(planned, server.url, MONDAY, "plan")
    planned.get_by_role("button", name="Block options").click()
    planned.get_by_role("button", name="In sequence").click()
    wait_until(planned, f"({READ})('block').then(([row]) => row.body.order === 'sequence')")
    at(planned, server.url, "2026-12-20T10:00:00")
    next_day = planned.get_by_role("region", name="Next workout: Heavy legs")
    expect(next_day).to_contain_text("Next in your plan")
    next_day.get_by_role("button", name="Start Heavy legs").click()
    expect(planned.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    assert only(planned, "workout")["block"]["day"] == "w0d0"


def test_short_on_time_cuts_the_day_and_says_what_it_leaves_out(planned: Page):
    whole = block(planned)["weeks"][0]["days"][0]["slots"]
    planned.get_by_role("button", name="Short on time").click()
    sheet = planned.get_by_role("dialog", name="Short on time")
    sheet.get_by_role("radio", name="20", exact=True).click()
    expect(sheet.get_by_role("heading", name="Left out")).to_be_visible()
    sheet.get_by_role("button", name="Start the short version").click()
    expect(planned.get_by_role("heading", level=1).first).to_be_visible()
    wait_until(planned, f"({READ})('workout').then((rows) => rows.length === 1)")
    workout = only(planned, "workout")
    planned_sets = sum(entry["plan"]["sets"] for entry in workout["entries"])
    assert 0 < planned_sets < sum(slot["sets"] for slot in whole)
    assert [slot["exercise"] for slot in whole] != [entry["exercise"] for entry in workout["entries"]] or any(
        entry["plan"]["sets"] < slot["sets"] for entry, slot in zip(workout["entries"], whole, strict=False)
    )


def test_one_exercise_is_eased_for_this_week_alone(planned: Page, server: Server):
    at(planned, server.url, MONDAY, "plan")
    planned.get_by_role("region", name="Heavy legs").get_by_role("button", name="45° leg press").click()
    sheet = planned.get_by_role("dialog", name="45° leg press")
    sheet.get_by_role("button", name="Only this week").click()
    sheet.get_by_role("button", name="Deload this exercise").click()
    wait_until(
        planned,
        f"({READ})('block').then(([row]) => row.body.weeks[0].days[0].slots[0].deload === true)",
    )
    weeks = block(planned)["weeks"]
    assert weeks[0]["days"][0]["slots"][0]["sets"] < weeks[1]["days"][0]["slots"][0]["sets"]
    sheet.get_by_role("button", name="Done").click()
    planned.get_by_role("button", name="Start Heavy legs").click()
    wait_until(planned, f"({READ})('workout').then((rows) => rows.length === 1)")
    assert only(planned, "workout")["entries"][0]["plan"]["deload"] is True


def test_a_pause_has_its_cause_and_moves_the_open_days_when_it_ends(planned: Page, server: Server):
    at(planned, server.url, TUESDAY, "plan")
    planned.get_by_role("button", name="Block options").click()
    planned.get_by_role("button", name="Illness").click()
    expect(planned.get_by_text("Block paused (Illness).")).to_be_visible()
    at(planned, server.url, SATURDAY)
    expect(planned.get_by_role("region", name="Plan paused")).to_contain_text("(illness) since 24 November")
    expect(planned.get_by_role("button", name="Start Heavy legs")).to_have_count(0)
    at(planned, server.url, "2026-12-02T10:00:00")
    planned.get_by_role("button", name="Resume plan").click()
    upper = planned.get_by_role("region", name="Next workout: Upper")
    expect(upper).to_contain_text("Planned for Tuesday, 1 December, during your pause")
    days = {day["id"]: day["date"] for week in block(planned)["weeks"] for day in week["days"]}
    assert days["w0d0"] == "2026-11-23"
    assert (days["w0d1"], days["w0d2"]) == ("2026-12-01", "2026-12-03")


def test_a_day_that_was_broken_off_comes_again_and_one_that_was_done_does_not(planned: Page, server: Server):
    planned.get_by_role("button", name="Start Heavy legs").click()
    log = planned.locator("button.go")
    expect(log).to_have_text("Choose a load")
    log.click()
    for key in ("8", "0"):
        planned.get_by_role("group", name="Number pad for Load").get_by_role("button", name=key).click()
    expect(log).to_have_text("Log 80 × 8")
    log.click()
    wait_until(planned, f"({READ})('workout').then(([row]) => row.body.entries[0].sets.length === 1)")
    finish = f"""({READ})('workout').then(([row]) => row.body.end !== undefined)"""
    planned.goto(f"{server.url}/app/workout/{stored_id(planned)}")
    planned.get_by_role("button", name="Finish").click()
    wait_until(planned, finish)
    at(planned, server.url, MONDAY)
    expect(planned.get_by_role("region", name="Next workout: Heavy legs")).to_be_visible()
    at(planned, server.url, MONDAY, "plan")
    day = planned.get_by_role("region", name="Heavy legs", exact=True)
    expect(day.get_by_text("Cut short, still to do: 1 of")).to_be_visible()
    expect(day.get_by_role("button", name="Start Heavy legs")).to_be_visible()
    at(planned, server.url, WEDNESDAY)
    heavy = planned.get_by_role("region", name="Next workout: Heavy legs")
    expect(heavy).to_contain_text("Cut short on Monday, 23 November: 1 of")


def stored_id(page: Page) -> str:
    return str(page.evaluate(f"({READ})('workout').then(([row]) => row.id)"))
