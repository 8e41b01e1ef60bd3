"""One account, one running workout, a phone and a desk: both advise the same next set."""

from __future__ import annotations

import re
from datetime import datetime

from conftest import Lend, Server, open_app, wait_for
from lent_devices import A_DESK
from lifter import all_sent, log_set, open_press, sign_in, sign_up
from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "chalk-on-both-hands-7"


def advised_set(page: Page) -> str:
    """The set that is advised: on the button that logs, or beside it where the device was too slow for the card."""
    late = page.get_by_role("button", name=re.compile("^Use "))
    button = late if late.count() else page.get_by_role("button", name=re.compile("^(Log|One more:) "))
    return re.sub("^(Use|Log|One more:) ", "", button.inner_text())


def test_a_set_of_one_device_reaches_the_other_that_is_only_looked_at(
    new_phone: BrowserContext, lend: Lend, own_server: Server
):
    phone = open_app(new_phone, own_server)
    phone.clock.install(time=datetime.now())
    sign_up(phone, own_server.url, "Ada", PASSWORD, own_server.code)
    open_press(phone, own_server.url)
    log_set(phone, "100", "12")
    all_sent(phone)
    desk = open_app(lend(A_DESK), own_server)
    sign_in(desk, own_server.url, "Ada", PASSWORD)
    desk.goto(f"{own_server.url}/app/log")
    wait_for(desk, lambda: advised_set(desk) == advised_set(phone), "both advise the same second set")

    log_set(desk, "120", "10")
    all_sent(desk)
    set_on_phone = phone.get_by_role("button", name=re.compile("^Set 2: 120"))
    expect(set_on_phone).to_have_count(0)
    phone.clock.fast_forward(60_000)
    expect(set_on_phone).to_be_visible()
    wait_for(phone, lambda: advised_set(desk) == advised_set(phone), "both advise the same third set")

    # Now that two are at it, the next one comes sooner.
    log_set(desk, "120", "9")
    all_sent(desk)
    phone.clock.fast_forward(15_000)
    expect(phone.get_by_role("button", name=re.compile("^Set 3: 120"))).to_be_visible()
