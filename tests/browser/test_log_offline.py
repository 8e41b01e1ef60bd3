"""The main job without signal: log, reload, new tab, kill; nothing is lost."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from conftest import (
    FLAGS,
    Server,
    kept_offline,
    kill_browser,
    open_app,
    shell_path,
    wait_for,
    wait_for_value,
)
from lent_devices import PATIENCE_MS, PHONE
from lifter import (
    choose,
    finish,
    loads,
    log_set,
    more_sets_than,
    open_press,
    set_up,
    sheet_closed,
    stored_sets,
)
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect


@pytest.fixture
def phone(new_phone: BrowserContext) -> BrowserContext:
    """What a first visit leaves for the time without signal is what these tests are about."""
    return new_phone


def test_five_sets_are_logged_without_signal_and_are_there_after_a_reload_and_in_a_new_tab(
    page: Page, phone: BrowserContext, server: Server
):
    page.reload()  # the second visit
    phone.set_offline(True)
    open_press(page, server.url)
    set_up(page, foot_height="Low", stance="Shoulder width")
    log_set(page, "180", "12")
    for _ in range(4):
        before = len(stored_sets(page))
        page.get_by_role(
            "button", name=re.compile("^(Log|One more:) ")
        ).click()  # one tap for a set that goes as planned
        wait_for(page, partial(more_sets_than, page, before), "the tap stored a set")
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("180 × 12")
    first = stored_sets(page)[0]
    assert (first["load"]["value"], first["reps"]) == (180, 12)
    assert [s["setup"]["foot_height"] for s in stored_sets(page)] == [
        "low"
    ] * 5  # the load follows the advice
    page.reload()
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()
    assert len(stored_sets(page)) == 5
    other = phone.new_page()
    other.goto(f"{server.url}/app/")
    expect(other.get_by_text("Workout in progress")).to_be_visible()
    assert len(stored_sets(other)) == 5


def test_sheets_never_opened_before_open_without_signal_right_after_the_first_install(
    page: Page, phone: BrowserContext, server: Server
):
    phone.set_offline(True)  # the worker has just taken over; no sheet's file was asked for by the page
    open_press(page, server.url)
    page.get_by_role("button", name=re.compile("^Feet")).click()
    setup = page.get_by_role("dialog", name="Setup for the coming sets")
    expect(setup.get_by_role("radiogroup", name="Foot height")).to_be_visible()
    setup.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Add exercise").click()
    expect(page.get_by_role("dialog", name="Add exercises").get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_text("not on this device yet")).to_have_count(0)


def test_a_set_with_another_number_takes_three_taps(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    page.evaluate("addEventListener('click', () => (window.taps = (window.taps ?? 0) + 1), true)")
    choose(page, "Load", "Load in kg", "190")
    page.get_by_role("button", name=re.compile("^Log 190 × ")).click()
    assert page.evaluate("window.taps") == 3
    wait_for_value(page, lambda: loads(page), [180, 190])


def test_undo_takes_a_set_back_and_leaves_the_others(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    page.get_by_role("button", name=re.compile("^Log ")).click()
    expect(page.get_by_role("button", name="Undo set 2")).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    wait_for_value(page, lambda: loads(page), [180])


def test_a_double_tap_logs_one_set_and_undo_brings_its_numbers_and_the_rest_back(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    page.get_by_role("button", name="End the rest").click()
    choose(page, "Load", "Load in kg", "190")
    page.get_by_role("button", name=re.compile("^Log 190 × ")).dblclick()
    expect(page.get_by_role("button", name="Undo set 2")).to_be_visible()
    expect(page.get_by_role("button", name="End the rest")).to_be_visible()
    wait_for_value(page, lambda: loads(page), [180, 190])
    page.get_by_role("status").get_by_role("button", name="Undo").dblclick()
    expect(page.get_by_role("button", name="Undo set 1")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Log 190 × "))).to_be_visible()
    expect(page.get_by_role("button", name="Start the rest")).to_be_visible()
    wait_for_value(page, lambda: loads(page), [180])


def test_a_killed_browser_comes_back_into_the_open_workout(browser: Browser, server: Server, tmp_path: Path):
    def start() -> BrowserContext:
        context = browser.browser_type.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=shell_path(), args=FLAGS, viewport=PHONE
        )
        context.set_default_timeout(PATIENCE_MS)
        return context

    first = start()
    page = open_app(first, server)
    open_press(page, server.url)
    log_set(page, "200", "8")
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("200 × 8")
    assert len(stored_sets(page)) == 1
    kill_browser(tmp_path / "profile")
    second = start()
    page = second.new_page()
    page.goto(f"{server.url}/app/")
    expect(page.get_by_text("Workout in progress")).to_be_visible()
    page.get_by_role("link", name="Resume").or_(page.get_by_role("button", name="Resume")).click()
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("200 × 8")
    second.close()


def test_a_load_over_1000_kg_is_refused_in_a_sentence(page: Page, server: Server):
    open_press(page, server.url)
    pad = page.get_by_role("group", name="Number pad for Load")  # open while no load is known
    for key in "1200":
        pad.get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_text(re.compile("1,?000 kg"))).to_be_visible()
    assert stored_sets(page) == []


def test_the_guide_history_growth_and_records_open_without_signal(
    page: Page, phone: BrowserContext, server: Server
):
    open_press(page, server.url)
    log_set(page, "180", "12")
    page.reload()
    kept_offline(page)
    phone.set_offline(True)
    for path, words in (
        ("library/leg-press-45", "Leg press or squat"),
        ("growth/leg-press-45", "45° leg press"),
        ("records/leg-press-45", "45° leg press"),
        ("history", "45° leg press"),
        ("library", "exercises"),
        ("me", "Settings"),
        ("machines", "Machines"),
        ("import", "Import your history"),
    ):
        page.goto(f"{server.url}/app/{path}")
        expect(page.get_by_role("main")).to_contain_text(re.compile(words, re.IGNORECASE))
    page.set_input_files(
        "input[type=file]", files=[FilePayload(name="a.csv", mimeType="text/csv", buffer=b"x")]
    )
    expect(page.get_by_role("main")).to_contain_text("Try again when you are online")


def test_finishing_closes_the_workout_and_history_has_it(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    finish(page)
    sheet_closed(page)
    page.goto(f"{server.url}/app/")
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    page.goto(f"{server.url}/app/history")
    expect(page.get_by_role("main")).to_contain_text("45° leg press")


# Before the page's own code: the signal is there, and the file of an exercise never comes.
NO_ANSWER = """(() => {
  const whole = window.fetch
  window.fetch = (address, ...more) =>
    String(address).includes('bench-press') ? new Promise(() => {}) : whole(address, ...more)
})()"""


def test_a_signal_too_weak_for_the_file_of_an_exercise_does_not_keep_a_set_from_being_logged(
    page: Page, server: Server
):
    page.add_init_script(NO_ANSWER)
    page.goto(f"{server.url}/app/log?exercise=bench-press")
    log_set(page, "100", "8")
    assert stored_sets(page)[0]["load"] == {"value": 100, "unit": "kg"}


def test_discarding_can_be_taken_back(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Discard the workout").click()
    page.get_by_role("button", name=re.compile("^(Undo|Take it back|Restore)")).first.click()
    expect(
        page.get_by_role("button", name="Discard the workout").or_(page.get_by_text("Set 2")).first
    ).to_be_visible()
    page.goto(f"{server.url}/app/")
    expect(page.get_by_text("Workout in progress")).to_be_visible()
    assert len(stored_sets(page)) == 1
