"""A routine built from nothing on a phone: picked, changed, put in a folder, copied, combined, started."""

from __future__ import annotations

import re

from conftest import Server, wait_until
from playwright.sync_api import Page, expect
from test_plan_screens import READ, only, stored


def build(page: Page, url: str, *exercises: str) -> None:
    """Build a routine of some exercises from the page of programs."""
    page.goto(f"{url}/app/plan")
    page.get_by_role("button", name="Build your own routine").click()
    sheet = page.get_by_role("dialog", name="Add exercises")
    for exercise in exercises:
        sheet.get_by_label("Search exercises").fill(exercise)
        sheet.get_by_role("checkbox", name=re.compile(f"^Select {exercise}$", re.IGNORECASE)).click()
    sheet.get_by_role("button", name=f"Add {len(exercises)} exercises").click()
    expect(sheet).to_be_hidden()
    expect(page.locator("main li.card")).to_have_count(len(exercises))


def routine(page: Page, name: str) -> dict:
    (program,) = [body for body in stored(page, "program") if body["name"] == name]
    return program


def rename(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=label == "Name").fill(value)
    page.get_by_label(label, exact=label == "Name").press("Tab")


def test_a_routine_is_built_with_sets_reps_rest_setup_and_a_superset_and_started_from_today(
    page: Page, server: Server
):
    build(page, server.url, "45° leg press", "Leg extension", "Seated leg curl")
    rename(page, "Name", "Legs A")
    expect(page.get_by_role("heading", name="Legs A", level=1)).to_be_visible()
    page.get_by_role("button", name=re.compile("^45° leg press")).click()
    for strip, value in (
        ("Sets", "4"),
        ("Fewest reps", "6"),
        ("Reps in reserve", "1"),
        ("Rest", "3:00"),
        ("Foot height", "Low"),
    ):
        page.get_by_role("radiogroup", name=strip).get_by_role("radio", name=value, exact=True).click()
    page.get_by_role("button", name=re.compile("^45° leg press")).click()
    page.get_by_role("button", name=re.compile("^Leg extension")).click()
    page.get_by_role("button", name="Superset with the next exercise").click()
    expect(page.get_by_role("button", name=re.compile("^A · Seated leg curl"))).to_be_visible()
    # It is a superset already: what is offered is to end it.
    expect(page.get_by_role("button", name="Leave the superset")).to_be_visible()
    expect(page.get_by_role("button", name="Superset with the next exercise")).to_have_count(0)
    rename(page, "Folder", "Lower body")
    wait_until(page, f"({READ})('program').then(([row]) => row.body.folder === 'Lower body')")
    press, extension, curl = routine(page, "Legs A")["days"][0]["slots"]
    assert {key: press[key] for key in ("sets", "reps_low", "reps_high", "rir", "rest_s")} == {
        "sets": 4,
        "reps_low": 6,
        "reps_high": 12,
        "rir": 1,
        "rest_s": 180,
    }
    assert press["setup"] == {"foot_height": "low"}
    assert (extension["group"], curl["group"]) == ("A", "A")

    page.goto(f"{server.url}/app/")
    section = page.get_by_role("region", name="Routines")
    expect(section).to_contain_text("Lower body")
    section.get_by_role("button", name="Start Legs A").click()
    expect(page.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    workout = only(page, "workout")
    assert [entry["plan"]["sets"] for entry in workout["entries"]] == [4, 3, 3]


def test_routines_are_duplicated_and_combined_with_undo(page: Page, server: Server):
    build(page, server.url, "Leg extension", "Seated leg curl")
    rename(page, "Name", "Legs")
    expect(page.get_by_role("heading", name="Legs", level=1)).to_be_visible()
    page.get_by_role("button", name="Duplicate").click()
    expect(page.get_by_role("heading", name="Legs copy", level=1)).to_be_visible()
    page.get_by_role("button", name="Combine with another routine").click()
    page.get_by_role("dialog").get_by_role("button", name="Legs", exact=True).click()
    expect(page.locator("main li.card")).to_have_count(4)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main li.card")).to_have_count(2)
