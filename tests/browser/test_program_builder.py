"""The program builder: parts and text of one program, each made from the other, checked while one types."""

from __future__ import annotations

import os
import re

from conftest import Server
from playwright.sync_api import Page, expect
from test_plan_screens import only
from test_program_screens import start_program

SHOTS = os.environ.get("IRON_SHOTS")


def shot(page: Page, name: str) -> None:
    if SHOTS:
        for width, height in ((390, 844), (1280, 900)):
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 390, "height": 844})


def tab(page: Page, name: str) -> None:
    page.get_by_role("group", name="Part of the program").get_by_role("button", name=name, exact=True).click()


def text(page: Page) -> str:
    return page.get_by_label("The program as text").input_value()


def test_a_program_is_built_by_parts_and_its_text_follows(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/app/plan")
    page.get_by_role("link", name="Build a program").click()
    page.get_by_role(
        "button", name=re.compile("^Barbell back squat|^Back squat|^squat", re.IGNORECASE)
    ).first.click()
    page.get_by_label("Reps", exact=True).fill("6-8")
    page.get_by_role("button", name="Add a set", exact=True).click()
    expect(page.get_by_label("Reps", exact=True)).to_have_count(2)
    page.get_by_label("As many reps as possible").nth(1).check()
    shot(page, "builder-days")
    tab(page, "Text")
    assert "sets = [{ count = 3, reps = [6, 8] }, { count = 3, reps = [6, 8], amrap = true }]" in text(page)
    tab(page, "Lifts")
    page.get_by_role("button", name=re.compile("^Back squat")).click()
    page.get_by_label("Short id").fill("legs")
    page.get_by_label("Short id").press("Tab")
    tab(page, "Rules")
    page.get_by_role("button", name="Top of the rep range reached").click()
    expect(page.get_by_role("checkbox", name="All", exact=True)).to_be_checked()
    expect(page.get_by_role("checkbox", name="Back squat", exact=True)).to_be_visible()
    page.get_by_label("Add (kg)").fill("5")
    page.get_by_label("Add (kg)").press("Tab")
    shot(page, "builder-rules")
    tab(page, "Text")
    assert 'lift = "legs"' in text(page)
    assert "then = { add = { kg = 5, lb = 5 } }" in text(page)
    page.get_by_role("button", name="Save program").click()
    expect(page.get_by_text("My program saved.")).to_be_visible()
    program = only(page, "program")
    assert program["lifts"][0]["id"] == "legs"


def test_the_checker_follows_the_text_and_the_parts_follow_it(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/app/builder")
    tab(page, "Text")
    box = page.get_by_label("The program as text")
    good = text(page)
    check = page.get_by_role("status", name="Check")
    box.fill(good.replace('lift = "squat"', 'lift = "bench"'))
    problem = check.get_by_role("button", name=re.compile("^Line 14, lift: There is no lift “bench”"))
    expect(problem).to_be_visible()
    expect(page.get_by_role("button", name="Save program")).to_be_disabled()
    tab(page, "Days")
    expect(page.get_by_text("There is no lift “bench”: add it under [[lifts]].").first).to_be_visible()
    shot(page, "builder-wrong")
    tab(page, "Text")
    box.fill("name = ")
    expect(check.get_by_text(re.compile("^Line 1: this is not TOML"))).to_be_visible()
    box.fill(good.replace("My program", "Renamed"))
    expect(check.get_by_text("No mistakes found.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Your unsaved changes were restored.")).to_be_visible()
    tab(page, "About")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Renamed")
    page.get_by_role("button", name="Discard changes").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("My program")


def test_an_edited_running_program_shows_its_next_three_weeks(page: Page, server: Server) -> None:
    start_program(page, server.url, "StrongLifts 5×5", {"Back squat": "100", "Bench press": "60"})
    page.get_by_role("link", name="Edit program").click()
    tab(page, "Text")
    box = page.get_by_label("The program as text")
    box.fill(text(page).replace("count = 5, reps = 5", "count = 3, reps = 5"))
    changes = page.get_by_role("region", name="What changes in the next three weeks")
    expect(changes.get_by_text("5 × 100 kg × 5 → 3 × 100 kg × 5")).to_be_visible()
    expect(changes.get_by_text("5 × 102.5 kg × 5 → 3 × 102.5 kg × 5")).to_be_visible()
    shot(page, "builder-run")
    page.get_by_role("button", name="Save and continue the program").click()
    expect(page.get_by_text("StrongLifts 5×5 continues with your changes.")).to_be_visible()
    run = only(page, "run")
    assert len(run["revised"]) == 1
    page.goto(f"{server.url}/app/")
    today = page.get_by_role("region", name="Next session of StrongLifts 5×5")
    expect(today.get_by_text("3 × 100 kg × 5").first).to_be_visible()


def test_exercises_come_from_the_picker_and_lifts_show_their_names(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/app/builder")
    page.get_by_role("button", name="Add exercises").click()
    sheet = page.get_by_role("dialog", name="Add exercises")
    for exercise in ("Bench press", "Barbell row"):
        sheet.get_by_label("Search exercises").fill(exercise)
        sheet.get_by_role("checkbox", name=f"Select {exercise}", exact=True).click()
    sheet.get_by_role("button", name="Add 2 exercises").click()
    expect(page.get_by_role("button", name="Bench press: 3 × 8–12")).to_be_visible()
    lift = page.get_by_role("combobox", name="Lift", exact=True)
    expect(lift.locator("option:checked")).to_have_text("Barbell row")
    expect(lift.locator("option")).to_have_text(["Not set", "Back squat", "Bench press", "Barbell row"])
    page.get_by_role("group", name="Other exercise").get_by_role("button", name="Choose an exercise").click()
    swap = page.get_by_role("dialog")
    swap.get_by_label("Search exercises").fill("T-bar row")
    swap.get_by_role("button", name=re.compile("^T-bar row")).first.click()
    expect(page.get_by_role("group", name="Other exercise")).to_contain_text("T-bar row")
    tab(page, "Lifts")
    page.get_by_role("button", name=re.compile("^Bench press: working load")).click()
    expect(page.get_by_role("group", name="Exercise")).to_contain_text("Bench press")
    shot(page, "builder-picked")
    page.get_by_role("button", name="Save program").click()
    expect(page.get_by_text("My program saved.")).to_be_visible()
    assert [slot["lift"] for slot in only(page, "program")["days"][0]["slots"]] == [
        "squat",
        "bench-press",
        "bent-over-row",
    ]
