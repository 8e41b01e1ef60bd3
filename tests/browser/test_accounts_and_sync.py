"""Accounts, two phones, a server that dies: nothing doubles, nothing is lost, the later arrival wins."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import Lend, Server, open_app, start_server, wait_for, wait_for_value
from lent_devices import A_DESK, A_PHONE
from lifter import WRITE, all_sent, loads, log_set, open_press, sign_in, sign_out, sign_up, stored_sets
from playwright.sync_api import Page, expect
from test_kinds_of_set import kg, past

PASSWORD = "chalk-on-both-hands-7"


def pulled(page: Page) -> None:
    """Ask for a sync, as coming back to the app does."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.evaluate("window.dispatchEvent(new Event('online'))")


def test_a_guest_signs_up_with_the_code_and_a_second_device_sees_the_session(lend: Lend, own_server: Server):
    phone = lend(A_PHONE)
    page = open_app(phone, own_server)
    open_press(page, own_server.url)
    phone.set_offline(True)
    log_set(page, "180", "12")
    log_set(page, "180", "12")
    phone.set_offline(False)
    sign_up(page, own_server.url, "Ada", PASSWORD, own_server.code)
    all_sent(page)
    desk = lend(A_DESK)
    other = open_app(desk, own_server)
    sign_in(other, own_server.url, "Ada", PASSWORD)
    wait_for_sets(other, 2)
    other.goto(f"{own_server.url}/app/")
    expect(other.get_by_text("Workout in progress")).to_be_visible()


def wait_for_sets(page: Page, count: int) -> None:
    def all_here() -> bool:
        if len(stored_sets(page)) == count:
            return True
        pulled(page)
        return False

    wait_for(page, all_here, f"{count} sets are on the phone")


def test_two_devices_that_log_offline_in_one_workout_keep_both_sets(lend: Lend, own_server: Server):
    first, second = lend(A_PHONE), lend(A_PHONE)
    first_page = open_app(first, own_server)
    sign_up(first_page, own_server.url, "Bo", PASSWORD, own_server.code)
    open_press(first_page, own_server.url)
    log_set(first_page, "100", "10")
    all_sent(first_page)
    two = open_app(second, own_server)
    sign_in(two, own_server.url, "Bo", PASSWORD)
    wait_for_sets(two, 1)
    open_press(two, own_server.url)
    for context in (first, second):
        context.set_offline(True)
    log_set(first_page, "110", "9")
    log_set(two, "120", "8")
    for context in (first, second):
        context.set_offline(False)
    for page in (first_page, two):
        pulled(page)
        all_sent(page)
    for page in (first_page, two):
        wait_for_sets(page, 3)
    assert sorted(loads(first_page)) == [100, 110, 120]
    wait_for(
        first_page, lambda: stored_sets(first_page) == stored_sets(two), "both phones hold the same sets"
    )


def test_a_server_killed_under_the_phone_gets_the_set_again_and_has_it_once(lend: Lend, own_server: Server):
    context = lend(A_PHONE)
    page = open_app(context, own_server)
    sign_up(page, own_server.url, "Cy", PASSWORD, own_server.code)
    open_press(page, own_server.url)
    log_set(page, "180", "10")
    all_sent(page)
    # An exchange that is under way may fail at once, and the next try comes a while later.
    with page.expect_event("requestfailed", lambda request: "/sync/" in request.url):
        own_server.kill()
        log_set(page, "180", "10")
    again = start_server(own_server.home, int(own_server.url.rsplit(":", 1)[1]))
    try:
        pulled(page)
        all_sent(page)
        other = lend(A_PHONE)
        seen = open_app(other, again)
        sign_in(seen, again.url, "Cy", PASSWORD)
        wait_for_sets(seen, 2)
    finally:
        again.kill()


def test_signing_out_empties_the_phone_and_signing_in_brings_it_back(lend: Lend, own_server: Server):
    context = lend(A_PHONE)
    page = open_app(context, own_server)
    sign_up(page, own_server.url, "Di", PASSWORD, own_server.code)
    open_press(page, own_server.url)
    log_set(page, "150", "10")
    all_sent(page)
    sign_out(page, own_server.url)
    wait_for_value(page, lambda: stored_sets(page), [])
    sign_in(page, own_server.url, "Di", PASSWORD)
    wait_for_sets(page, 1)


def test_a_passkey_is_added_and_opens_the_account(lend: Lend, own_server: Server):
    context = lend(A_PHONE)
    page = open_app(context, own_server)
    cdp = context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_up(page, own_server.url, "Eve", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/me/security")
    page.get_by_role("button", name=re.compile("Add a passkey")).click()
    expect(page.get_by_role("button", name="Remove")).to_be_visible()
    sign_out(page, own_server.url)
    page.goto(f"{own_server.url}/app/me/account")
    page.get_by_role("button", name=re.compile("passkey", re.IGNORECASE)).click()
    expect(page.get_by_text("Eve").first).to_be_visible()


def test_the_demo_is_not_mixed_with_a_guests_own_workouts(page: Page, server: Server):
    expect(page.get_by_role("heading").first).to_be_visible()
    page.evaluate(WRITE, [past("back-squat", {"load": kg(100), "reps": 8})])
    page.goto(f"{server.url}/app/demo")
    expect(page.get_by_text("The demo is only for an empty log")).to_be_visible()
    page.get_by_role("link", name="Go to Today").click()
    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_text("Demo data")).to_have_count(0)


def test_the_demo_lifter_is_never_sent(lend: Lend, own_server: Server):
    context = lend(A_PHONE)
    page = open_app(context, own_server)
    page.goto(f"{own_server.url}/app/demo")
    expect(page.get_by_text("Demo data").first).to_be_visible()
    sign_up(page, own_server.url, "Flo", PASSWORD, own_server.code)
    all_sent(page)
    answer = page.evaluate("fetch('/api/v1/sync/pull?since=0&limit=200').then((r) => r.json())")
    assert [doc["kind"] for doc in answer["docs"] if doc["kind"] == "workout"] == []


def test_a_restored_backup_loses_no_set_of_any_phone(lend: Lend, own_server: Server, tmp_path: Path):
    first, second, third = lend(A_PHONE), lend(A_PHONE), lend(A_PHONE)
    first_page = open_app(first, own_server)
    sign_up(first_page, own_server.url, "Fay", PASSWORD, own_server.code)
    open_press(first_page, own_server.url)
    log_set(first_page, "100", "10")
    all_sent(first_page)
    two = open_app(second, own_server)
    sign_in(two, own_server.url, "Fay", PASSWORD)
    wait_for_sets(two, 1)
    open_press(two, own_server.url)
    backup = tmp_path / "iron.zip"
    iron(own_server.home, "backup", backup)
    log_set(first_page, "110", "10")
    log_set(first_page, "120", "10")
    all_sent(first_page)
    wait_for_sets(two, 3)
    log_set(two, "130", "10")
    all_sent(two)
    # The old phones hear of the restored server only after the third device logged.
    for context in (first, second):
        context.set_offline(True)
    own_server.kill()
    iron(own_server.home, "restore", backup, "--replace")
    again = start_server(own_server.home, int(own_server.url.rsplit(":", 1)[1]))
    try:
        # A third device logs until the server's revision numbers are those that the others remember.
        three = open_app(third, again)
        sign_in(three, again.url, "Fay", PASSWORD)
        wait_for_sets(three, 1)
        open_press(three, again.url)
        for load in ("140", "150", "160"):
            log_set(three, load, "10")
        all_sent(three)
        log_set(first_page, "170", "10")
        for context in (first, second):
            context.set_offline(False)
        for page in (first_page, two, three, first_page, two, three):
            pulled(page)
            all_sent(page)
        expected = [100, 110, 120, 130, 140, 150, 160, 170]
        for page in (first_page, two, three):
            wait_for_sets(page, len(expected))
            assert sorted(loads(page)) == expected
        first_page.goto(f"{again.url}/app/me")
        expect(first_page.get_by_text("The server was restored to an earlier state")).to_be_visible()
    finally:
        again.kill()


def iron(home: Path, *arguments: object) -> None:
    """Run an ``iron`` command on a data folder."""
    environment = {**os.environ, "IRON_HOME": str(home)}
    subprocess.run([sys.executable, "-m", "iron.cli", *map(str, arguments)], env=environment, check=True)
