"""A screen that throws while it is drawn says so, loses nothing and opens again."""

from __future__ import annotations

import re

from conftest import Server, at_rest, wait_for_value
from lifter import WRITE, stored_sets
from playwright.sync_api import Page, expect
from test_leg_day import earlier_workout, tap_log

# The log measures its cards in a frame: an effect that throws, as any fault of ours would.
BREAK = """() => {
  const real = window.requestAnimationFrame
  window.requestAnimationFrame = () => { throw new Error('a fault of ours') }
  window.mend = () => { window.requestAnimationFrame = real }
}"""


def open_push_ups(page: Page, server: Server) -> None:
    """The log with push-ups in hand that were done before: one tap logs 10 reps."""
    page.evaluate(WRITE, [earlier_workout(3, (("push-up", 0, 10, 3),), "Push")])
    page.goto(f"{server.url}/app/log?exercise=push-up")
    page.get_by_role("button", name=re.compile("^Log .*10")).wait_for()
    at_rest(page)  # no frame is waited for when frames break


def test_a_screen_that_throws_says_so_loses_no_set_and_opens_again(page: Page, server: Server):
    open_push_ups(page, server)
    page.evaluate(BREAK)
    tap_log(page)
    stopped = page.get_by_role("alert").filter(has_text="This screen stopped")
    expect(stopped).to_contain_text("What you logged is stored.")
    expect(stopped).to_contain_text("a fault of ours")
    wait_for_value(page, lambda: [each["reps"] for each in stored_sets(page)], [10, 10, 10, 10])
    page.evaluate("window.mend()")
    stopped.get_by_role("button", name="Open again").click()
    expect(page.get_by_role("region", name="Next set")).to_be_visible()
    expect(stopped).to_have_count(0)


def test_another_screen_opens_after_one_that_stopped(page: Page, server: Server):
    open_push_ups(page, server)
    page.evaluate(BREAK)
    tap_log(page)
    expect(page.get_by_text("This screen stopped")).to_be_visible()
    page.evaluate("window.mend()")
    page.get_by_role("link", name="Go to Today").click()
    expect(page.get_by_role("heading", name="This screen stopped")).to_have_count(0)
    expect(page.get_by_role("link", name="Running workout: Push-up. Open the log")).to_be_visible()
