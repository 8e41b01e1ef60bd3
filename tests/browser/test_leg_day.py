"""A whole leg day without signal, in taps: six exercises, 24 sets, two swaps, one superset, one drop set, one note."""

from __future__ import annotations

import re
import uuid
from datetime import datetime, timedelta
from functools import partial

import pytest
from conftest import Server, kept_offline, wait_for
from lifter import WRITE, finish, more_sets_than, stored_sets
from playwright.sync_api import BrowserContext, Page, expect

MOST_TAPS = 42
LAST_WEEK = (
    ("leg-press-45", 180, 12, 4),
    ("hack-squat", 100, 10, 4),
    ("leg-extension", 60, 12, 4),
    ("lying-leg-curl", 45, 10, 4),
    ("hip-adduction-machine", 50, 15, 3),
    ("standing-calf-raise-machine", 80, 12, 4),
)
EARLIER = (("pendulum-squat", 70, 10, 4), ("smith-calf-raise", 90, 12, 4))
COUNT = """(() => { window.taps = 0; window.keys = 0
  addEventListener('pointerdown', (event) => { if (event.isTrusted) window.taps += 1 }, true)
  addEventListener('keydown', (event) => { if (event.isTrusted) window.keys += 1 }, true) })()"""


@pytest.fixture
def phone(new_phone: BrowserContext) -> BrowserContext:
    """The first visit leaves what the leg day needs without signal."""
    return new_phone


def earlier_workout(days: int, plan: tuple[tuple[str, float, int, int], ...], title: str) -> dict:
    """A finished workout as the phone keeps it."""
    start = (datetime.now() - timedelta(days=days)).strftime("%Y-%m-%dT18:05:00")
    entries = []
    for at, (exercise, load, reps, sets) in enumerate(plan):
        finished = [
            {
                "id": str(uuid.uuid4()),
                "order": f"a{n}",
                "load": {"value": load, "unit": "kg"},
                "reps": reps,
                "rir": 2,
            }
            for n in range(sets)
        ]
        entries.append({"id": str(uuid.uuid4()), "order": f"a{at}", "exercise": exercise, "sets": finished})
    body = {"v": 1, "start": start, "end": start[:11] + "19:20:00", "title": title, "entries": entries}
    return {
        "kind": "workout",
        "id": str(uuid.uuid4()),
        "rev": 0,
        "seq": 0,
        "body": body,
        "start": start,
        "lifted": [f"{exercise}|{start}" for exercise, *_ in plan],
    }


def tap_log(page: Page, times: int = 1) -> None:
    """The one tap, for a set that goes as planned."""
    for _ in range(times):
        before = len(stored_sets(page))
        page.get_by_role("button", name=re.compile("^Log ")).click()
        wait_for(page, partial(more_sets_than, page, before), "the tap stored a set")
        assert len(stored_sets(page)) == before + 1


def tap_next(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Next: {name}").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def swap(page: Page, old: str, new: str) -> None:
    """The machine is taken."""
    page.get_by_role("button", name=f"More for {old}").click()
    page.get_by_role("region", name="Machine taken").get_by_role("button", name=new, exact=True).click()
    expect(page.get_by_role("heading", name=new, level=1)).to_be_visible()


def test_a_leg_day_of_24_sets_without_signal_takes_at_most_42_taps(
    page: Page, phone: BrowserContext, server: Server, capsys
):
    rows = [earlier_workout(8, LAST_WEEK, "Legs A"), earlier_workout(15, EARLIER, "Legs B")]
    page.evaluate(WRITE, rows)
    for exercise, *_ in (*LAST_WEEK, *EARLIER):  # the guides were read before, as a lifter does at home
        page.goto(f"{server.url}/app/library/{exercise}")
        expect(page.get_by_role("heading").first).to_be_visible()
    page.goto(f"{server.url}/app/")
    expect(page.get_by_role("button", name="Repeat this workout: Legs A")).to_be_visible()
    kept_offline(page)
    phone.set_offline(True)
    page.evaluate(COUNT)

    page.get_by_role("button", name="Repeat this workout: Legs A").click()
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()
    tap_log(page, 3)
    page.get_by_role("button", name=re.compile("^Load:")).click()  # one number is changed
    page.get_by_role("radio", name="190", exact=True).click()
    tap_log(page)
    tap_next(page, "Hack squat")
    swap(page, "Hack squat", "Pendulum squat")
    tap_log(page, 4)
    tap_next(page, "Leg extension")
    page.get_by_role("button", name="More for Leg extension").click()
    page.get_by_role("button", name="Superset with Lying leg curl").click()
    for _ in range(4):
        for name in ("Leg extension", "Lying leg curl"):
            expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
            tap_log(page)
    tap_next(page, "Hip adduction machine")
    tap_log(page, 3)
    page.get_by_role("button", name=re.compile("^Drop to")).click()
    tap_log(page)
    tap_next(page, "Standing calf raise machine")
    swap(page, "Standing calf raise machine", "Smith machine calf raise")
    tap_log(page, 4)
    page.get_by_role("button", name="Note", exact=True).click()
    expect(page.get_by_label("Note")).to_be_focused()
    page.get_by_label("Note").press_sequentially("Slow at the bottom")
    page.get_by_role("button", name="Done").click()
    finish(page)

    taps, keys = page.evaluate("[window.taps, window.keys]")
    with capsys.disabled():
        print(f"\nleg day: 6 exercises, 24 sets, {taps} taps, {keys} keys for one note")
    today = [each for each in stored_sets(page) if each.get("done_at")]
    assert len(today) == 24
    assert {each["exercise"] for each in today} == {
        "leg-press-45",
        "pendulum-squat",
        "leg-extension",
        "lying-leg-curl",
        "hip-adduction-machine",
        "smith-calf-raise",
    }
    assert [each["kind"] for each in today if "kind" in each] == ["drop"]
    assert keys == len("Slow at the bottom")
    assert taps <= MOST_TAPS
