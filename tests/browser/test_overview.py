"""The overview, all records and the growth list: from the phone alone, without a server to ask."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from conftest import Server, at_rest, open_app, wait_for
from lifter import WRITE
from playwright.sync_api import BrowserContext, Page, expect
from test_leg_day import LAST_WEEK, earlier_workout


@pytest.fixture
def guest(phone: BrowserContext, server: Server):
    """The demo lifter on a phone that cannot reach the server's engine."""
    page = open_app(phone, server, "/app/demo")
    page.wait_for_url(f"{server.url}/app/")
    phone.route(re.compile("/api/v1/(compute|snapshot)"), lambda route: route.abort())
    return page


def is_sorted(names: list[str]) -> bool:
    return len(names) > 1 and names == sorted(names, key=str.lower)


def test_the_growth_list_has_numbers_without_the_server_and_sorts_and_filters(guest: Page, server: Server):
    guest.goto(f"{server.url}/app/growth")
    press = guest.get_by_role("link", name=re.compile("^45° leg press"))
    expect(press).to_contain_text(re.compile(r"\d+kg for 10 reps"))
    number = re.search(r"(\d+)kg for 10 reps", press.inner_text().replace("\n", "")) or [""]
    guest.get_by_label("Sort by").select_option("Name")
    names = guest.locator("main li a .name b")
    wait_for(guest, lambda: is_sorted(names.all_inner_texts()), "the names are in order")
    guest.get_by_label("Search exercises").fill("leg press")
    expect(guest.locator("main li a").first).to_contain_text("leg press")
    # The page of the exercise says the same number.
    press.click()
    expect(guest.get_by_label("Strength on this line").locator(".num")).to_have_text(
        re.compile(rf"(≥ )?{number[1]}$")
    )


def test_the_overview_shows_weeks_muscles_and_records_and_keeps_a_goal(guest: Page, server: Server):
    guest.goto(f"{server.url}/app/overview")
    expect(guest.get_by_role("region", name="Training days a week")).to_be_visible()
    muscles = guest.get_by_role("region", name="Sets per muscle")
    expect(muscles).to_contain_text(re.compile(r"Quads\s*[\d.]+ · usual [\d.]+"))
    guest.get_by_role("button", name="Set a week goal").click()
    sheet = guest.get_by_role("dialog", name="Week goal")
    sheet.get_by_role("radio", name="4", exact=True).click()
    sheet.get_by_role("button", name="Save").click()
    expect(guest.get_by_role("region", name="Week goal")).to_contain_text("of 4 training days")
    at_rest(guest)  # the sheet goes a step back in the history, which would stop the reload
    guest.reload()
    expect(guest.get_by_role("region", name="Week goal")).to_contain_text("of 4 training days")


def test_all_records_name_the_best_sets_and_lead_to_their_workout(guest: Page, server: Server):
    guest.goto(f"{server.url}/app/records")
    card = guest.get_by_role("listitem").filter(has_text="45° leg press").first
    expect(card).to_contain_text("Heaviest")
    card.get_by_role("link").nth(1).click()
    expect(guest).to_have_url(re.compile("/app/history/"))


def test_after_a_long_break_the_overview_shows_the_twelve_weeks_before_it(page: Page, server: Server):
    page.evaluate(
        WRITE, [earlier_workout(200, LAST_WEEK, "Legs A"), earlier_workout(207, LAST_WEEK, "Legs A")]
    )
    page.goto(f"{server.url}/app/overview")
    last = date.today() - timedelta(days=200)
    expect(page.get_by_role("main")).to_contain_text(
        f"12 weeks up to your last workout on {last.day} {last:%B %Y}, counted on this device."
    )
    days = page.get_by_role("region", name="Training days a week").get_by_role("listitem")
    expect(days).to_have_count(12)
    expect(days.nth(10)).to_contain_text("1 training day")
    expect(days.nth(11)).to_contain_text("1 training day")
    expect(page.get_by_role("region", name="Week goal")).to_have_count(0)
    expect(page.get_by_role("region", name="Sets per muscle")).to_contain_text("Quads")
