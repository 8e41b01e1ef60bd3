"""One set edited on a phone and at a desk while both are offline: the replaced value is announced on both."""

from __future__ import annotations

from functools import partial
from typing import Any

from conftest import Lend, Server, open_app, wait_for_value
from lent_devices import A_DESK, A_PHONE
from lifter import all_sent, finish, log_set, open_press, sign_in, sign_up, stored_sets
from playwright.sync_api import Page, expect
from test_accounts_and_sync import pulled, wait_for_sets


def edit_reps(page: Page, reps: str) -> None:
    """Open the only set of a past workout, choose other reps and leave the edit."""
    page.get_by_role("region", name="45° leg press").get_by_role("link").last.click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("radiogroup", name="Repetitions").get_by_role("radio", name=reps, exact=True).click()
    sheet.get_by_role("button", name="Done").click()
    expect(sheet).to_be_hidden()
    page.get_by_role("button", name="Done").click()
    wait_for_value(page, lambda: [row["reps"] for row in stored_sets(page)], [int(reps)])


def test_reps_of_one_set_that_met_are_announced_on_the_phone_and_at_the_desk(lend: Lend, own_server: Server):
    phone, desk = lend(A_PHONE), lend(A_DESK)
    at_phone = open_app(phone, own_server)
    sign_up(at_phone, own_server.url, "bo", "correct horse battery", own_server.code)
    open_press(at_phone, own_server.url)
    log_set(at_phone, "180", "12")
    finish(at_phone)
    all_sent(at_phone)
    at_desk = open_app(desk, own_server)
    sign_in(at_desk, own_server.url, "bo", "correct horse battery")
    wait_for_sets(at_desk, 1)
    workout = stored_sets(at_desk)[0]["workout"]
    for page in (at_phone, at_desk):
        page.goto(f"{own_server.url}/app/history/{workout}")
        expect(page.get_by_role("region", name="45° leg press")).to_be_visible()
    for context in (phone, desk):
        context.set_offline(True)
    edit_reps(at_phone, "6")
    edit_reps(at_desk, "9")
    for context, page in ((phone, at_phone), (desk, at_desk)):  # the desk arrives later: its 9 wins
        context.set_offline(False)
        pulled(page)
        all_sent(page)
    pulled(at_phone)

    def reps_of(page: Page) -> list[Any]:
        return [row["reps"] for row in stored_sets(page)]

    for page in (at_desk, at_phone):
        wait_for_value(page, partial(reps_of, page), [9])
        expect(page.get_by_text("One value was replaced.")).to_be_visible()
    at_phone.evaluate("document.documentElement.style.fontSize = '200%'")
    banner = at_phone.get_by_text("One value was replaced.").locator("..").bounding_box()
    assert banner is not None
    assert banner["height"] < 844 / 8
    at_phone.get_by_role("link", name="See what").click()
    expect(at_phone.get_by_text("Overwritten: reps of set 1 of 45° leg press")).to_be_visible()
    at_phone.get_by_role("button", name="Restore reps").click()
    wait_for_value(at_phone, lambda: [row["reps"] for row in stored_sets(at_phone)], [6])
