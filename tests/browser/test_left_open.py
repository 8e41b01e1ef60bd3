"""A workout that nobody finished: days later Today offers the day that is due, and says what becomes of the old one."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from conftest import Server
from lifter import log_set, open_press
from playwright.sync_api import BrowserContext, Page, expect

TUESDAY = datetime(2026, 12, 1, 18)
SATURDAY = TUESDAY + timedelta(days=4)


@pytest.fixture
def tuesday(new_phone: BrowserContext) -> Page:
    """The clock that these tests set stays with a device."""
    page = new_phone.new_page()
    page.clock.set_fixed_time(TUESDAY)
    return page


def come_back(page: Page, server: Server) -> None:
    page.clock.set_fixed_time(SATURDAY)
    page.goto(f"{server.url}/app/")


def test_days_later_a_new_workout_starts_and_the_old_one_ends_at_its_last_set(tuesday: Page, server: Server):
    page = tuesday
    open_press(page, server.url)
    log_set(page, "180", "12")
    come_back(page, server)
    expect(page.get_by_text("The workout of Tuesday, 1 December was never finished: 1 set.")).to_be_visible()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    expect(page.get_by_role("navigation", name="Running workout")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Start (a|another) workout")).tap()
    expect(page).to_have_url(re.compile("/app/log"))
    page.goto(f"{server.url}/app/history")
    expect(page.get_by_role("link", name=re.compile("45° leg press"))).to_be_visible()
    expect(page.get_by_text(re.compile("18:00 · .*1 set"))).to_be_visible()


def test_one_in_which_nothing_was_logged_can_be_discarded_and_got_back(tuesday: Page, server: Server):
    page = tuesday
    open_press(page, server.url)
    expect(page.get_by_role("region", name="Next set")).to_be_visible()
    come_back(page, server)
    words = page.get_by_text("You started a workout on Tuesday, 1 December and logged nothing.")
    expect(words).to_be_visible()
    page.get_by_role("button", name="Discard it").tap()
    expect(words).to_have_count(0)
    page.get_by_role("button", name="Undo").tap()
    expect(words).to_be_visible()


def test_it_can_be_resumed_and_runs_again_with_its_next_set(tuesday: Page, server: Server):
    page = tuesday
    open_press(page, server.url)
    log_set(page, "180", "12")
    come_back(page, server)
    page.get_by_role("link", name="Resume it").tap()
    expect(page.get_by_role("region", name="Next set")).to_be_visible()
    log_set(page, "180", "11")
    page.goto(f"{server.url}/app/")
    expect(page.get_by_text("2 sets · 45° leg press")).to_be_visible()
    expect(page.get_by_role("link", name="Resume")).to_be_visible()
