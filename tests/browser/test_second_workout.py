"""Two workouts on one day: the second goes on from the first."""

from __future__ import annotations

import re

from lifter import finish, log_set, open_press, set_up
from playwright.sync_api import expect


def test_a_second_workout_of_the_day_is_not_told_it_is_the_first_time(page, server):
    open_press(page, server.url)
    set_up(page, foot_height="Low", stance="Narrow")
    log_set(page, "180", "12")
    finish(page)

    open_press(page, server.url)
    card = page.get_by_role("region", name="Next set")
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("Last time, today")
    expect(page.get_by_role("region", name="Last time and today")).to_contain_text("180 × 12")
    expect(card.get_by_role("button", name=re.compile("^Load: 180"))).to_be_visible()
    expect(card).not_to_contain_text("first time")
    expect(card).not_to_contain_text("Not known yet")
