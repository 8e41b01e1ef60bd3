"""The next load on the phone: one engine without signal, its sentence and its button agree, slips are asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import Server, at_rest, kept_offline, wait_for_value, wait_until
from lent_devices import A_PHONE, new_device
from lifter import WRITE, stored_sets
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from test_leg_day import earlier_workout, tap_log
from test_plan_screens import READ

from iron.journal.snapshot.replay import again, sentence_of

AGAIN = (
    "87.5 kg again for 8 reps. Fatigue costs reps, so fewer in reserve than after the last set are normal."
)


def steps(exercise: str, loads: list[float], reps: int, sets: int) -> list[dict[str, Any]]:
    """A workout a week, the newest three days ago."""
    ages = range(3 + 7 * (len(loads) - 1), 0, -7)
    return [
        earlier_workout(age, ((exercise, load, reps, sets),), "Push")
        for age, load in zip(ages, loads, strict=True)
    ]


def open_exercise(page: Page, server: Server, exercise: str) -> None:
    page.goto(f"{server.url}/app/log?exercise={exercise}")
    expect(page.get_by_role("region", name="Next set")).to_be_visible()


@pytest.fixture
def slow_phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without a service worker: a test may hold back what the page asks for."""
    context = new_device(browser, {**A_PHONE, "service_workers": "block"})
    yield context
    context.close()


def test_own_steps_go_on_without_signal_and_every_number_shown_is_kept(
    page: Page, phone: BrowserContext, server: Server
):
    page.evaluate(WRITE, steps("bench-press", [75, 77.5, 80, 82.5, 85], 8, 3))
    kept_offline(page)
    phone.set_offline(True)
    open_exercise(page, server, "bench-press")
    page.get_by_role("button", name="Log 87.5 × 8").wait_for()
    expect(
        page.get_by_text("Up to 87.5 kg for 8 reps: your own steps, 2.5 kg a session, 4 in a row.")
    ).to_be_visible()
    tap_log(page)
    expect(page.get_by_text(AGAIN)).to_be_visible()
    tap_log(page)
    wait_until(page, f"({READ})('advice').then(([row]) => (row?.body.after ?? []).length === 1)")
    (row,) = page.evaluate(READ, "advice")
    body = row["body"]
    assert body["rule"] == "up-own-steps"
    assert [each["rule"] for each in body["after"]] == ["stay-set-same"]
    assert again(body).load_kg == 87.5
    assert sentence_of(body["after"][0]) == AGAIN


# Before the page's own code: what the card of the next set shows, frame by frame.
WATCH_NUMBERS = """(() => {
  window.numbersSeen = []
  const look = () => {
    const card = document.querySelector('section[aria-label="Next set"]')
    const button = document.querySelector('button.go')
    if (card && button) {
      const numbers = [...card.querySelectorAll('.num')].map((each) => each.textContent).join(' ')
      const strip = card.querySelector('[role=radiogroup]') ? 'strip' : ''
      const final = button.hasAttribute('aria-disabled') ? '' : 'final'
      const seen = [numbers.replace(/^– ?–?$/, '–'), strip, final].filter(Boolean).join(', ')
      if (window.numbersSeen.at(-1) !== seen) window.numbersSeen.push(seen)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()"""


def numbers_of_an_opening(page: Page, server: Server) -> list[str]:
    """Everything that the card showed from opening the log until it is at rest."""
    page.add_init_script(WATCH_NUMBERS)
    page.goto(f"{server.url}/app/log")
    expect(page.get_by_role("region", name="Next set")).to_be_visible()
    at_rest(page)
    return list(page.evaluate("window.numbersSeen"))


def test_the_first_numbers_of_an_opened_app_are_final_and_no_strip_flashes(page: Page, server: Server):
    page.evaluate(WRITE, steps("bench-press", [75, 77.5, 80, 82.5, 85], 8, 3))
    open_exercise(page, server, "bench-press")
    page.get_by_role("button", name="Log 87.5 × 8").wait_for()
    wait_until(page, f"({READ})('workout').then((rows) => rows.some((row) => !row.body.end))")
    seen = numbers_of_an_opening(page, server)
    # The advice, or what was done last time where this machine was too slow for it; never one after the other.
    assert seen in (["–", "87.5 8, final"], ["87.5 8, final"], ["–", "85 8, final"], ["85 8, final"])


def test_an_exercise_never_done_asks_for_its_load_once_that_is_sure(page: Page, server: Server):
    open_exercise(page, server, "bench-press")
    page.get_by_role("radiogroup", name="Load in kg").wait_for()
    wait_until(page, f"({READ})('workout').then((rows) => rows.some((row) => !row.body.end))")
    seen = numbers_of_an_opening(page, server)
    assert seen in (["–", "–, strip, final"], ["–, strip, final"])


def test_a_pound_lifter_reads_pounds_and_the_button_says_the_same(page: Page, server: Server):
    rows = steps("bench-press", [165, 170, 175, 180], 8, 3)
    for row in rows:
        for entry in row["body"]["entries"][0]["sets"]:
            entry["load"]["unit"] = "lb"
    settings = {"v": 1, "unit": "lb"}
    ident = "00000000-0000-7000-8000-000000000001"
    rows.append({"kind": "settings", "id": ident, "rev": 0, "seq": 0, "body": settings})
    page.evaluate(WRITE, rows)
    open_exercise(page, server, "bench-press")
    page.get_by_role("button", name="Log 185 × 8").wait_for()
    reason = page.get_by_text(re.compile("^Up to 185 lb for 8 reps"))
    expect(reason).to_be_visible()
    assert "kg" not in reason.inner_text()


def test_body_weight_stays_body_weight(page: Page, server: Server):
    rows = [earlier_workout(days, (("push-up", 0, 15, 3),), "Push") for days in (10, 3)]
    for row in rows:
        for entry in row["body"]["entries"][0]["sets"]:
            del entry["load"], entry["rir"]
    page.evaluate(WRITE, rows)
    open_exercise(page, server, "push-up")
    reason = page.get_by_text(re.compile("^Stay at body weight: 8–20 reps"))
    expect(reason).to_be_visible()
    expect(reason).not_to_contain_text("another load")
    tap_log(page)
    assert "load" not in stored_sets(page)[-1]


@pytest.mark.parametrize("load", ["1000"])
def test_a_slip_of_the_finger_is_asked_about_and_counts_only_once_confirmed(
    page: Page, server: Server, load: str
):
    rows = steps("bench-press", [80, 80, 80], 8, 3)
    rows[-1]["body"]["entries"][0]["sets"][-1]["load"]["value"] = float(load)
    page.evaluate(WRITE, rows)
    open_exercise(page, server, "bench-press")
    asked = page.get_by_role("region", name="A set to check")
    expect(asked).to_contain_text(f"{load} kg × 8 on")
    expect(asked).to_contain_text("It is kept apart until you confirm it.")
    page.get_by_role("button", name=re.compile("^Log 8[0-9.]* ×")).wait_for()
    asked.get_by_role("button", name="It is right").click()
    expect(page.get_by_text("Confirmed: the set counts.")).to_be_visible()


def test_marked_days_are_left_out_and_it_is_said(page: Page, server: Server):
    rows = [*steps("bench-press", [80, 82.5, 85], 8, 3)]
    rows[-1]["body"]["entries"][0]["sets"] = rows[-1]["body"]["entries"][0]["sets"][:1]
    page.evaluate(WRITE, rows)
    day = rows[-1]["body"]["start"][:10]
    page.goto(f"{server.url}/app/me/marked")
    page.get_by_label("First day").fill(day)
    page.get_by_label("Last day").fill(day)
    page.get_by_label("Why").select_option("pain")
    expect(page.get_by_text("If it still hurts: stop, and see someone who can examine you.")).to_be_visible()
    page.get_by_role("button", name="Leave these days out").click()
    expect(page.get_by_role("button", name="Count them again")).to_be_visible()
    open_exercise(page, server, "bench-press")
    expect(page.get_by_text(re.compile("are left out: you had pain"))).to_be_visible()


def open_with_late_sentences(
    phone: BrowserContext, server: Server, rows: list[dict[str, Any]]
) -> Callable[[], None]:
    """Open the log where the file of the engine's sentences is on its way; what is returned lets it arrive."""
    page = phone.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"/assets/en-[^/]*\.js$"), hold)
    page.goto(f"{server.url}/app/log")
    page.evaluate(WRITE, rows)
    page.goto(f"{server.url}/app/log?exercise=bench-press")
    wait_until(page, f"({READ})('workout').then((rows) => rows.some((row) => !row.body.end))")

    def arrive() -> None:
        for route in held:
            route.continue_()

    return arrive


def test_advice_that_comes_late_is_told_and_changes_no_number(slow_phone: BrowserContext, server: Server):
    arrive = open_with_late_sentences(
        slow_phone, server, steps("bench-press", [75, 77.5, 80, 82.5, 85], 8, 3)
    )
    [page] = slow_phone.pages
    button = page.get_by_role("button", name="Log 85 × 8")
    expect(button).not_to_have_attribute("aria-disabled", "true")
    arrive()
    expect(page.get_by_text("This advice came after the numbers on the card.")).to_be_visible()
    expect(button).to_be_visible()
    page.get_by_role("button", name="Use 87.5 × 8").click()
    page.get_by_role("button", name="Log 87.5 × 8").click()
    wait_for_value(page, lambda: stored_sets(page)[-1]["load"], {"value": 87.5, "unit": "kg"})


def test_a_slip_of_last_time_is_asked_about_late_too_and_not_offered_again(
    slow_phone: BrowserContext, server: Server
):
    rows = steps("bench-press", [80, 80, 80], 8, 3)
    rows[-1]["body"]["entries"][0]["sets"] = rows[-1]["body"]["entries"][0]["sets"][:1]
    rows[-1]["body"]["entries"][0]["sets"][0]["load"]["value"] = 1000
    arrive = open_with_late_sentences(slow_phone, server, rows)
    [page] = slow_phone.pages
    expect(page.get_by_role("button", name="Log 1000 × 8")).not_to_have_attribute("aria-disabled", "true")
    arrive()
    expect(page.get_by_role("region", name="A set to check")).to_contain_text("1000 kg × 8 on")
    expect(page.get_by_role("button", name="Choose a load")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Use 8[0-9.]* ×"))).to_be_visible()
