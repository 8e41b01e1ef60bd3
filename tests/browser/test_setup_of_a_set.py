"""A set says how it was done: where the setup changes within an exercise, and a wrong one is mended."""

from __future__ import annotations

import pytest
from lifter import choose, finish, log_set, open_press, set_up, stored_sets
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

SMALL_PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def phone_page(phone: BrowserContext) -> Page:
    return phone.new_page()


def feet(page: Page) -> list[str | None]:
    """Foot height of all stored sets, oldest first."""
    return [each.get("setup", {}).get("foot_height") for each in stored_sets(page)]


def test_a_change_of_feet_stands_in_the_log_and_in_the_history_and_can_be_mended(phone_page: Page, server):
    open_press(phone_page, server.url)
    set_up(phone_page, foot_height="Low")
    log_set(phone_page, "140", "10")
    table = phone_page.get_by_role("region", name="Last time and today").get_by_role("list")
    expect(table.get_by_text("Feet", exact=False)).to_have_count(0)  # all alike: nothing to tell apart
    set_up(phone_page, foot_height="Middle")
    expect(table.get_by_text("Feet low", exact=True)).to_be_visible()
    log_set(phone_page, "140", "9")
    log_set(phone_page, "140", "8")
    expect(table.get_by_text("Feet middle", exact=True)).to_have_count(1)

    table.get_by_role("button", name="Set 2: 140 × 9").click()
    sheet = phone_page.get_by_role("dialog", name="140 × 9")
    height = sheet.get_by_role("radiogroup", name="Foot height")
    expect(height.get_by_role("radio", name="Middle", exact=True)).to_be_checked()
    height.get_by_role("radio", name="Low", exact=True).click()
    sheet.get_by_role("button", name="Done").click()
    expect(sheet).to_be_hidden()
    phone_page.wait_for_function("() => document.body.innerText.includes('Set changed.')")
    assert feet(phone_page) == ["low", "low", "middle"]

    finish(phone_page)
    card = phone_page.get_by_role("region", name="45° leg press")
    changes = card.get_by_role("listitem").filter(has_text="foot height")
    expect(changes).to_have_text(["foot height low", "foot height middle"])
    expect(card.get_by_role("listitem").nth(3)).to_have_text("foot height middle")


def test_less_common_variables_of_a_set_are_one_tap_away(phone_page: Page, server):
    open_press(phone_page, server.url)
    log_set(phone_page, "140", "10")
    phone_page.get_by_role("button", name="Set 1: 140 × 10").click()
    sheet = phone_page.get_by_role("dialog", name="140 × 10")
    expect(sheet.get_by_role("radiogroup", name="Back-pad notch")).to_have_count(0)
    sheet.get_by_role("button", name="More setup").click()
    sheet.get_by_role("radiogroup", name="Back-pad notch").get_by_role("radio", name="3", exact=True).click()
    sheet.get_by_role("button", name="Done").click()
    expect(sheet).to_be_hidden()
    phone_page.wait_for_function("() => document.body.innerText.includes('Set changed.')")
    assert [each["setup"] for each in stored_sets(phone_page)] == [{"back_pad": 3}]


def test_setup_and_aim_are_in_sight_before_the_first_set_of_an_exercise(phone_page: Page, server):
    phone_page.set_viewport_size(SMALL_PHONE)
    open_press(phone_page, server.url)
    chip = phone_page.get_by_role("button", name="Feet")
    expect(chip).to_be_in_viewport(ratio=1)
    set_up(phone_page, foot_height="Low")
    expect(chip).to_be_in_viewport(ratio=1)
    covered = (
        "(chip) => { const { x, y, width, height } = chip.getBoundingClientRect();"
        " return !chip.contains(document.elementFromPoint(x + width / 2, y + height / 2)) }"
    )
    assert not chip.evaluate(covered)


def test_drop_and_rest_pause_sets_are_told_apart_on_the_finish_screen(phone_page: Page, server):
    open_press(phone_page, server.url)
    log_set(phone_page, "140", "8")
    phone_page.get_by_role("button", name="Drop to").click()
    phone_page.get_by_role("button", name="Log 112.5 × 8", exact=True).click()
    expect(phone_page.get_by_role("button", name="Undo set D")).to_be_visible()
    phone_page.get_by_role("button", name="Finish", exact=True).click()
    expect(phone_page.get_by_text("140 × 8, drop 112.5 × 8", exact=True)).to_be_visible()


def test_effort_is_not_carried_to_numbers_that_nobody_lifted(phone_page: Page, server):
    """The advised back-off is lighter: the RIR of the top set says nothing about it."""
    open_press(phone_page, server.url)
    log_set(phone_page, "160", "6")
    choose(phone_page, "Reps in reserve", "Reps in reserve", "0")
    log_set(phone_page, "160", "6")
    expect(phone_page.get_by_role("button", name="Set 2: 160 × 6 RIR 0")).to_be_visible()
    load = phone_page.get_by_role("region", name="Next set").get_by_role("button", name="Load: ")
    expect(load).not_to_have_accessible_name("Load: 160 kg")
    expect(phone_page.get_by_role("button", name="Reps in reserve: not recorded")).to_be_visible()
