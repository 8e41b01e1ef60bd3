"""How many taps it takes: a new user's first set from the first page, a planned day's from Today (test_leg_day.py: 24)."""

from __future__ import annotations

import re

from conftest import Server, at_rest, open_app, wait_for
from lifter import WRITE, stored_sets
from playwright.sync_api import BrowserContext, Locator, expect
from test_past import at_wall_time
from test_plan_next_day import MONDAY
from test_plan_screens import make_block

MOST_OF_A_NEW_USER = 6
MOST_OF_A_PLANNED_DAY = 2


class Thumb:
    """Taps, and counts them over all pages."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        what.click()
        self.taps += 1


def test_a_new_user_logs_a_first_set_in_at_most_6_taps_from_the_first_page(
    new_phone: BrowserContext, server: Server
):
    thumb = Thumb()
    page = new_phone.new_page()
    page.goto(server.url)
    thumb.tap(page.get_by_role("link", name="Start logging").first)
    picker = page.get_by_role("dialog")
    thumb.tap(picker.get_by_role("listitem").get_by_role("button").first)
    expect(picker).to_be_hidden()
    at_rest(page)  # the strip of the first number that is not known opens with the advice
    thumb.tap(page.get_by_role("radiogroup", name="Load in kg").get_by_role("radio", name="60", exact=True))
    thumb.tap(page.get_by_role("radiogroup", name="Repetitions").get_by_role("radio", name="8", exact=True))
    thumb.tap(page.get_by_role("button", name="Log 60 × 8"))
    wait_for(page, lambda: len(stored_sets(page)) == 1, "the set is stored")
    assert thumb.taps <= MOST_OF_A_NEW_USER


def test_the_first_set_of_a_planned_day_takes_2_taps_from_today(new_phone: BrowserContext, server: Server):
    page = open_app(new_phone, server)
    page.clock.set_fixed_time(MONDAY)
    page.evaluate(WRITE, [at_wall_time("2026-11-16T18:00:00", 60, 180, "Legs")])
    make_block(page, server.url)
    page.goto(f"{server.url}/app/")
    thumb = Thumb()
    thumb.tap(page.get_by_role("button", name="Start Heavy legs"))
    at_rest(page)
    thumb.tap(page.get_by_role("button", name=re.compile("^Log ")))
    wait_for(page, lambda: len(stored_sets(page)) == 2, "the set is stored beside that of last week")
    assert thumb.taps <= MOST_OF_A_PLANNED_DAY
