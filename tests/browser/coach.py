"""Two people on one server: anna, who trains, and bert, who reads her log on a phone of his own."""

from __future__ import annotations

import re

from conftest import Server, open_app
from lifter import all_sent, finish, invite, join, log_set, open_press, sign_up
from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "chalk-on-both-hands-7"
ADDRESS = re.compile(r"/app/lifter/[0-9a-f-]{36}/history$")


def lifter_with_a_workout(context: BrowserContext, server: Server) -> Page:
    """anna, signed up, with one finished workout of 180 × 12 on the server."""
    page = open_app(context, server)
    sign_up(page, server.url, "anna", PASSWORD, server.code)
    open_press(page, server.url)
    log_set(page, "180", "12")
    finish(page)
    all_sent(page)
    return page


def share_with(page: Page, server: Server, name: str, *more: str) -> None:
    """Share training, and more of the log, with an account."""
    page.goto(f"{server.url}/app/me")
    page.get_by_role("link", name="Sharing").click()
    page.get_by_label("Their name on this server").fill(name)
    for part in more:
        page.get_by_role("checkbox", name=re.compile(f"^{part}")).check()
    page.get_by_role("button", name="Share", exact=True).click()


def coach_of(anna: Page, context: BrowserContext, server: Server, *more: str) -> Page:
    """bert, with an account, on the first screen of anna's log, of which he reads training and more."""
    coach = open_app(context, server)
    join(coach, server.url, invite(server), "bert", PASSWORD)
    share_with(anna, server, "bert", *more)
    expect(anna.get_by_role("article", name="bert")).to_be_visible()
    coach.goto(f"{server.url}/app/lifters")
    coach.get_by_role("button", name="Accept").click()
    coach.get_by_role("button", name="Open the log of anna").click()
    coach.wait_for_url(ADDRESS)
    return coach
