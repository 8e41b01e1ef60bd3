"""A known program on a phone: chosen from the shelf, started with typed maxes, trained set by set, and its numbers move."""

from __future__ import annotations

import os
import re
from typing import Any

from conftest import Server
from playwright.sync_api import Page, expect
from test_leg_day import tap_log
from test_plan_screens import only

SHOTS = os.environ.get("IRON_SHOTS")


def shot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def start_program(page: Page, url: str, name: str, maxes: dict[str, str]) -> None:
    page.goto(f"{url}/app/plan")
    page.get_by_role("button", name=f"Preview {name}", exact=True).click()
    sheet = page.get_by_role("dialog")
    for label, value in maxes.items():
        sheet.get_by_label(re.compile(f"^{label}:")).fill(value)
    expect(sheet.get_by_text("The first sessions")).to_be_visible()
    shot(page, "program-sheet")
    sheet.get_by_role("button", name=f"Start {name}", exact=True).click()
    expect(page.get_by_text(f"{name} started.")).to_be_visible()


def run(page: Page) -> dict[str, Any]:
    return only(page, "run")


TEXT = """format = 2
name = "My press"
cycles = 8

[[lifts]]
id = "press"
exercise = "leg-press-45"
keeps = "load"

[[days]]
name = "Day"

[[days.slots]]
lift = "press"
sets = [{ count = 2, reps = [8, 10] }]

[[rules]]
name = "Top reached"
lifts = ["press"]
when = { topped = true }
then = { add = { kg = 5, lb = 10 } }
"""


def test_an_own_program_is_refused_with_its_line_and_taken_when_it_is_right(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/app/plan")
    page.get_by_role("button", name="Write or import a program (text)").click()
    box = page.get_by_label("or write it here")
    box.fill(TEXT.replace("cycles = 8\n", ""))
    page.get_by_role("button", name="Save program").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 1, cycles: A program needs the key cycles")
    box.fill(TEXT)
    page.get_by_role("button", name="Save program").click()
    expect(page.get_by_text("My press added to your programs.")).to_be_visible()
    expect(page.get_by_role("button", name="Preview My press")).to_be_visible()


def test_a_program_is_started_trained_and_moves_its_load(page: Page, server: Server) -> None:
    start_program(page, server.url, "StrongLifts 5×5", {"Back squat": "100", "Bench press": "60"})
    assert run(page)["asked"] == {"squat": 100, "bench": 60}
    page.goto(f"{server.url}/app/")
    today = page.get_by_role("region", name="Next session of StrongLifts 5×5")
    expect(today.get_by_text("5 × 100 kg × 5")).to_be_visible()
    shot(page, "program-today")
    today.get_by_role("button", name="Start A").click()
    target = page.get_by_role("region", name="Target of the program")
    expect(target.get_by_text("Set 1 of 5: 100 kg × 5")).to_be_visible()
    shot(page, "program-log")
    for number in range(2, 6):
        tap_log(page)
        expect(target.get_by_text(f"Set {number} of 5: 100 kg × 5")).to_be_visible()
    expect(target.get_by_text("5: load 100 → 102.5 kg")).to_be_visible()
    shot(page, "program-log-last")
    tap_log(page)
    expect(page.get_by_role("region", name="Exercise and setup").get_by_role("heading")).to_be_visible()
    workout = only(page, "workout")
    assert (workout["run"]["cycle"], workout["run"]["week"], workout["run"]["day"]) == (1, 1, 0)
    squat = workout["entries"][0]
    assert squat["slot"] == "squat"
    assert [row["load"]["value"] for row in squat["sets"]] == [100] * 5
    page.goto(f"{server.url}/app/plan")
    running = page.get_by_role("region", name="Running program StrongLifts 5×5")
    expect(running.get_by_text("load 100 → 102.5 kg")).to_be_visible()
    shot(page, "program-plan")
