"""Bringing history: nothing is kept before the lifter says so, nothing twice, and there is a way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe import nothing_found_by_axe
from playwright.sync_api import Page, expect

STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:00:00,Legs,1h,Leg Press,1,180,12,0,0,,,
2026-03-02 18:00:00,Legs,1h,Leg Press,2,180,11,0,0,,,
2026-03-02 18:00:00,Legs,1h,Zorbulator Deluxe,1,20,10,0,0,,,
2026-03-09 18:00:00,Legs,1h,Leg Press,1,185,12,0,0,,,
2026-03-09 18:00:00,Legs,1h,Leg Press,2,185,many,0,0,,,
"""


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_text(STRONG)
    return path


def plan(page: Page, server, file: Path) -> None:
    page.goto(f"{server.url}/app/import")
    page.locator("input[type=file]").set_input_files(file)
    kilograms = page.get_by_role("button", name="Kilograms")
    expect(kilograms.or_(page.get_by_text("workouts", exact=True)).first).to_be_visible()
    if kilograms.count():
        kilograms.click()


def test_the_dry_run_shows_what_would_happen_and_keeps_nothing(page, server, strong):
    plan(page, server, strong)
    expect(page.get_by_text("1 name to check")).to_be_visible()
    expect(page.get_by_text("Zorbulator Deluxe")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="many")
    expect(row).to_contain_text("6")
    page.goto(f"{server.url}/app/history")
    expect(page.get_by_text("No workouts yet.")).to_be_visible()


def test_the_screen_says_how_to_get_the_file_from_other_apps(page, server, strong):
    page.goto(f"{server.url}/app/import")
    steps = page.get_by_text("How to get the file from your app")
    steps.click()
    main = page.get_by_role("main")
    expect(main.get_by_role("term").first).to_have_text("Strong")
    expect(main.get_by_role("definition").first).to_contain_text("Export Strong Data")
    expect(main.get_by_text("Export All Health Data")).to_be_visible()
    nothing_found_by_axe(page)
    page.locator("input[type=file]").set_input_files(strong)
    expect(steps).to_have_count(0)


def test_a_name_that_iron_knows_can_be_another_exercise_and_is_remembered(page, server, strong):
    plan(page, server, strong)
    page.get_by_label("Is a name wrong?").select_option("Leg Press")
    expect(page.get_by_text("2 names to check")).to_be_visible()
    meaning = page.get_by_label(re.compile("^Leg Press"))
    meaning.focus()
    meaning.select_option("hack-squat")
    page.get_by_role("button", name="Import 2 workouts").click()
    page.get_by_role("link", name="Legs").first.click()
    expect(page.get_by_text("Hack squat").first).to_be_visible()


def test_a_file_comes_in_once_and_can_be_taken_back(page, server, strong):
    plan(page, server, strong)
    page.get_by_role("button", name="Import 2 workouts").click()
    expect(page.get_by_role("link", name="Legs")).to_have_count(2)

    plan(page, server, strong)
    expect(page.get_by_text("is already in your history")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Import"))).to_have_count(0)

    page.get_by_role("button", name="Undo import").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove 2 workouts").click()
    expect(page.get_by_text("undone", exact=True)).to_be_visible()
    page.goto(f"{server.url}/app/history")
    expect(page.get_by_text("No workouts yet.")).to_be_visible()

    plan(page, server, strong)
    expect(page.get_by_role("button", name="Import 2 workouts")).to_be_visible()


def test_what_was_changed_since_stays_when_the_import_is_taken_back(page, server, strong):
    plan(page, server, strong)
    page.get_by_role("button", name="Import 2 workouts").click()
    page.get_by_role("link", name="Legs").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Legs")).to_be_visible()
    page.goto(f"{server.url}/app/import")
    page.get_by_role("button", name="Undo import").click()
    # Deleting and undoing changed nothing in the body: both workouts still count as untouched.
    expect(page.get_by_role("dialog")).to_contain_text(
        "2 workouts that you did not change since the import will be removed."
    )


def test_a_file_that_is_no_log_is_refused_in_a_sentence(page, server, tmp_path):
    poem = tmp_path / "poem.csv"
    poem.write_text("roses are red\nplates are round\n")
    page.goto(f"{server.url}/app/import")
    page.locator("input[type=file]").set_input_files(poem)
    expect(page.get_by_role("alert")).to_contain_text(".")


def test_without_signal_the_screen_says_that_reading_needs_the_server(page, server, strong):
    page.goto(f"{server.url}/app/import")
    expect(page.get_by_text("Choose a file")).to_be_visible()
    page.context.set_offline(True)
    page.locator("input[type=file]").set_input_files(strong)
    expect(page.get_by_role("alert")).to_contain_text("needs the server")


def test_below_a_long_report_the_screen_says_which_question_is_still_open(page, server, tmp_path):
    rows = [
        f"2026-03-02 18:00:00,Legs,1h,Exercise {number},1,{20 + number},12,0,0,,," for number in range(30)
    ]
    (tmp_path / "strong.csv").write_text("\n".join([STRONG.splitlines()[0], *rows]))
    page.goto(f"{server.url}/app/import")
    page.locator("input[type=file]").set_input_files(tmp_path / "strong.csv")
    remind = page.get_by_role("button", name="Answer the question above first")
    expect(remind).to_be_visible()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    remind.click()
    kilograms = page.get_by_role("button", name="Kilograms")
    expect(kilograms).to_be_in_viewport()
    expect(kilograms).to_be_focused()
    kilograms.click()
    expect(page.get_by_role("button", name="Import 1 workout", exact=True)).to_be_visible()
    expect(remind).to_have_count(0)
