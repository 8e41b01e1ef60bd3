"""The lifter is told how a browser may lose the log, and a clock that is set disturbs neither rest nor duration."""

from __future__ import annotations

import re

from conftest import Server, open_app
from lent_devices import PHONE
from lifter import WRITE, log_set, open_press
from playwright.sync_api import Browser, Page, expect

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)
WORKOUT = {
    "kind": "workout",
    "id": "01900000-0000-7000-8000-000000000001",
    "rev": 0,
    "seq": 0,
    "start": "2026-11-20T18:00:00",
    "lifted": [],
    "body": {"v": 1, "start": "2026-11-20T18:00:00", "end": "2026-11-20T19:00:00", "entries": []},
}


def set_meta(page: Page, key: str, value: object) -> None:
    page.evaluate(
        """async ([key, value]) => {
          const db = await new Promise((ok) => { const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result) })
          const t = db.transaction('meta', 'readwrite')
          t.objectStore('meta').put({ key, value })
          await new Promise((ok) => { t.oncomplete = ok })
          db.close()
        }""",
        [key, value],
    )


def test_a_refusal_to_keep_the_data_is_said_once_and_a_guest_is_asked_for_a_file_once_a_week(
    page: Page, server: Server
):
    page.evaluate(WRITE, [WORKOUT])
    set_meta(page, "persistence", "refused")
    page.goto(f"{server.url}/app/")
    expect(page.get_by_role("heading", name="This browser may delete your log")).to_be_visible()
    page.get_by_role("button", name="OK").click()
    card = page.get_by_role("region", name="Safety of your log")
    expect(card).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    expect(card).to_have_count(0)
    # Eight days later.
    set_meta(page, "asked", page.evaluate("Date.now() - 8 * 86400000"))
    page.reload()
    expect(card.get_by_role("heading", name="Your log is only on this device")).to_be_visible()
    with page.expect_download():
        card.get_by_role("button", name="Save a copy").click()
    expect(card).to_have_count(0)


def test_a_guest_on_an_iphone_reads_of_the_seven_days_and_of_the_empty_app_on_the_home_screen(
    browser: Browser, server: Server
):
    context = browser.new_context(viewport=PHONE, user_agent=IPHONE, is_mobile=True, has_touch=True)
    page = open_app(context, server, "/app/me")
    expect(
        page.get_by_text("Safari deletes your log when you use Safari for seven days without opening Iron.")
    ).to_be_visible()
    page.goto(f"{server.url}/app/me/comfort")
    expect(page.get_by_text("The home-screen app starts empty")).to_be_visible()
    context.close()


def test_a_clock_that_is_set_back_or_forward_does_not_change_the_rest(page: Page, server: Server):
    open_press(page, server.url)
    log_set(page, "180", "12")
    bar = page.get_by_role("button", name=re.compile(r"^Rest \d:\d\d\. Rest settings"))
    expect(bar).to_be_visible()
    for hours in (-1, 2, -25):
        before = bar.inner_text()
        page.evaluate(
            "(ms) => { const now = Date.now.bind(Date); Date.now = () => now() + ms }", hours * 3_600_000
        )
        expect(bar).not_to_have_text(before)
        left = re.search(r"Rest (\d):(\d\d)", bar.inner_text())
        assert left, bar.inner_text()
        assert 60 < int(left[1]) * 60 + int(left[2]) <= 150
