"""Holds, carries and runs on a phone: the log aims at the lifter's own next step, with and without signal."""

from __future__ import annotations

import pytest
from conftest import Server, kept_offline, wait_until
from playwright.sync_api import BrowserContext, Page, expect
from test_kinds_of_set import begin, kg, log, logged, next_set, past
from test_plan_screens import READ

from iron.journal.snapshot.replay import replayed, sentence_of


def reason(page: Page):
    return page.locator("p.reason")


@pytest.mark.parametrize("signal", [True, False], ids=["online", "offline"])
def test_a_hold_goes_on_with_the_lifters_own_step(
    page: Page, phone: BrowserContext, server: Server, signal: bool
):
    holds = [
        past("plank", {"duration_s": seconds}, days=days) for seconds, days in ((40, 9), (45, 6), (50, 3))
    ]
    begin(page, server, "plank", *holds)
    expect(reason(page)).to_have_text("50–55 s next: your own steps, 5 s at a time.")
    if not signal:
        kept_offline(page)
        phone.set_offline(True)
        page.reload()
        expect(reason(page)).to_have_text("50–55 s next: your own steps, 5 s at a time.")
    expect(next_set(page)).not_to_contain_text("0 kg")
    expect(next_set(page)).not_to_contain_text("Same as last time")
    log(page, "0:55")
    assert [row["duration_s"] for row in logged(page)] == [55]
    # The aim was that of the first set of the day.
    expect(reason(page)).to_have_count(0)
    wait_until(page, f"({READ})('advice').then((rows) => rows.length === 1)")
    (advice,) = page.evaluate(READ, "advice")
    assert sentence_of(advice["body"]) == "50–55 s next: your own steps, 5 s at a time."
    replay = replayed(advice["body"])
    assert (replay["sentence"], replay["replay"]["aim"]["duration_s"]) == (
        "Solved again: the same.",
        [50, 55],
    )


def test_a_carry_goes_up_by_the_lifters_own_plates(page: Page, server: Server):
    carries = [
        past("farmers-carry", {"load": kg(load), "distance": {"value": 40, "unit": "m"}}, days=days)
        for load, days in ((20, 9), (22, 6), (24, 3))
    ]
    begin(page, server, "farmers-carry", *carries)
    expect(reason(page)).to_have_text("26 kg over 40 m next: your own steps, 2 kg at a time.")
    log(page, "26 kg · 40 m")
    assert logged(page)[0]["load"] == kg(26)


def test_a_first_run_says_that_nothing_is_known_yet(page: Page, server: Server):
    begin(page, server, "running")
    expect(reason(page)).to_have_text(
        "Not enough data yet: do what feels easy to repeat and log distance and time."
    )
