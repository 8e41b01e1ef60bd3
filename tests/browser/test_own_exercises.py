"""A lifter makes an exercise of his own without signal, trains it, lets it count as another one, and takes that back."""

from __future__ import annotations

import re

import pytest
from axe import found_by_axe
from conftest import Lend, Server, kept_offline, open_app
from lent_devices import A_DESK, A_PHONE
from lifter import WRITE, log_set, stored_sets
from playwright.sync_api import BrowserContext, Page, expect
from test_leg_day import earlier_workout

OWN = "0192f000-0000-7000-8000-00000000000a"
TECHNOGYM = {
    "kind": "exercise",
    "id": OWN,
    "rev": 0,
    "seq": 0,
    "body": {
        "v": 1,
        "name": "Leg Press Technogym",
        "imported_name": "Leg Press Technogym",
        "log": ["load", "reps"],
    },
}
STORED = """async () => {
  const db = await new Promise((ok) => { const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result) })
  const all = await new Promise((ok) => {
    const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
  })
  db.close()
  return all.map(({ kind, id, body }) => [kind, id, JSON.stringify(body)])
}"""


def fill_in(page: Page, name: str) -> None:
    """Say everything of a new exercise that has a splitting handle and a seat."""
    if name:
        page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Other names").fill("Hüftgurt")
    page.get_by_role("group", name="How the weight counts").get_by_role("button", name="Stack").click()
    page.get_by_label("Primary muscle").select_option("quads")
    page.get_by_label("Add a helping muscle").select_option("glutes")
    page.get_by_label("Reps from").fill("6")
    page.get_by_label("to", exact=True).fill("10")
    page.get_by_role("button", name="Add a setup option").click()
    page.get_by_label("Option name").fill("Handle")
    page.get_by_label("Value 1").fill("Wide")
    page.get_by_label("Value 2").fill("Close")
    page.get_by_label("Sets with different values are not compared").check()
    page.get_by_role("button", name="Add a mistake").click()
    page.get_by_label("Mistake 1").first.fill("Hips rise first")
    page.get_by_role("button", name="Save", exact=True).click()


def test_made_from_the_picker_without_signal_it_is_logged_like_a_library_exercise(
    phone: BrowserContext, page: Page, server: Server
):
    page.goto(f"{server.url}/app/exercises")  # the library's words are on the phone from now on
    expect(page.get_by_text("No exercises of your own yet.")).to_be_visible()
    page.goto(f"{server.url}/app/log")
    kept_offline(page)
    phone.set_offline(True)
    page.goto(f"{server.url}/app/log?pick")
    page.get_by_label("Search exercises").fill("Zercher sledge")
    page.get_by_role("link", name=re.compile("^Describe it first")).click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Zercher sledge")
    fill_in(page, "")

    expect(page.get_by_role("heading", name="Zercher sledge")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Handle")).click()
    sheet = page.get_by_role("dialog", name="Setup for the coming sets")
    sheet.get_by_role("radiogroup", name="Handle").get_by_role("radio", name="Wide").click()
    sheet.get_by_role("button", name="Done").click()
    log_set(page, "40", "8")
    page.get_by_role("button", name=re.compile("^Set 1: 40")).click()
    expect(page.get_by_role("dialog").get_by_text("Hips rise first")).to_be_visible()
    page.keyboard.press("Escape")
    [only_set] = stored_sets(page)
    assert (only_set["setup"], only_set["load"]) == ({"handle": "wide"}, {"value": 40, "unit": "kg"})

    page.goto(f"{server.url}/app/growth/{only_set['exercise']}")
    expect(page.get_by_role("heading", name="Zercher sledge")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("handle wide")
    page.goto(f"{server.url}/app/log?pick")
    page.get_by_label("Search exercises").fill("huftgurt")
    expect(page.get_by_role("button", name=re.compile("^Zercher sledge"))).to_be_visible()


def test_an_imported_name_counts_as_the_press_with_its_history_and_comes_out_again_byte_for_byte(
    page: Page, server: Server
):
    rows = [
        TECHNOGYM,
        earlier_workout(20, ((OWN, 160, 10, 3), ("leg-press-45", 180, 12, 2)), "Old legs"),
        earlier_workout(9, ((OWN, 170, 10, 3),), "Legs B"),
    ]
    page.evaluate(WRITE, rows)
    page.goto(f"{server.url}/app/exercises")
    before = page.evaluate(STORED)
    expect(page.get_by_text("add details")).to_be_visible()
    page.get_by_role("link", name=re.compile("the same as 45° leg press")).click()
    expect(page.get_by_role("main")).to_contain_text("2 workouts with 6 sets")
    page.get_by_role("button", name="Merge with 45° leg press").click()
    expect(page.get_by_text("as 45° leg press", exact=True)).to_be_visible()
    changed = [row for row in page.evaluate(STORED) if row not in before]
    assert [row[:2] for row in changed] == [["exercise", OWN]]

    page.goto(f"{server.url}/app/growth")
    expect(page.get_by_role("link", name=re.compile("45° leg press"))).to_contain_text("2 workouts")
    expect(page.get_by_role("link", name=re.compile("Technogym"))).to_be_hidden()
    for path in ("library", "log?pick"):
        page.goto(f"{server.url}/app/{path}")
        page.get_by_role("searchbox").fill("technogym")
        match = page.get_by_role("link" if path == "library" else "button", name=re.compile("^45° leg press"))
        expect(match).to_be_visible()
    page.goto(f"{server.url}/app/history")
    expect(page.get_by_role("link", name=re.compile("Legs B"))).to_contain_text("45° leg press")
    page.goto(f"{server.url}/app/log?exercise={OWN}")
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("170")
    page.goto(f"{server.url}/app/records/leg-press-45")
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()

    page.goto(f"{server.url}/app/exercises")
    page.get_by_role("button", name="Undo the merge of Leg Press Technogym").click()
    expect(page.get_by_text("No details yet")).to_be_visible()
    after = page.evaluate(STORED)
    assert [row for row in before if row not in after] == []
    page.goto(f"{server.url}/app/growth")
    expect(page.get_by_role("link", name=re.compile("Leg Press Technogym"))).to_contain_text("2 workouts")


def test_it_is_renamed_with_its_history_and_cannot_be_deleted_while_that_is_there(page: Page, server: Server):
    page.evaluate(WRITE, [TECHNOGYM, earlier_workout(9, ((OWN, 170, 10, 3),), "Legs B")])
    page.goto(f"{server.url}/app/exercises/{OWN}")
    page.get_by_label("Name", exact=True).fill("Big press")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name=re.compile("^Big press No details")).click()
    expect(page.get_by_label("Other names")).to_have_value("Leg Press Technogym")
    page.get_by_role("button", name="Delete exercise").click()
    expect(page.get_by_role("alert")).to_contain_text("“Big press” is in 1 workout")
    page.goto(f"{server.url}/app/history")
    expect(page.get_by_role("link", name=re.compile("Legs B"))).to_contain_text("Big press")
    page.goto(f"{server.url}/app/library")
    page.get_by_role("searchbox").fill("technogym")
    expect(page.get_by_role("link", name=re.compile("^Big press"))).to_be_visible()


def test_a_name_that_is_taken_and_a_merge_of_nothing_are_one_sentence(page: Page, server: Server):
    page.evaluate(WRITE, [TECHNOGYM])
    page.goto(f"{server.url}/app/exercises/new")
    page.get_by_label("Name", exact=True).fill("leg press TECHNOGYM")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text(
        "You already have an exercise named “Leg Press Technogym”."
    )
    page.goto(f"{server.url}/app/exercises/{OWN}/merge?into={OWN}")
    page.get_by_role("button", name=re.compile("^Merge with")).click()
    expect(page.get_by_role("alert")).to_contain_text("cannot be merged into itself")
    page.goto(f"{server.url}/app/exercises/{OWN}/merge?into=leg-press-99")
    page.get_by_role("button", name=re.compile("^Merge with")).click()
    expect(page.get_by_role("alert")).to_contain_text("or the library is not on this device")


@pytest.mark.parametrize("shape", [A_PHONE, A_DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_these_screens(lend: Lend, server: Server, shape: dict):
    page = open_app(lend({**shape, "bypass_csp": True}), server)
    page.evaluate(WRITE, [TECHNOGYM, earlier_workout(9, ((OWN, 170, 10, 3),), "Legs B")])
    problems_seen: list[str] = []

    for path in (
        "exercises",
        f"exercises/{OWN}",
        f"exercises/{OWN}/merge",
        f"exercises/{OWN}/merge?into=leg-press-45",
    ):
        page.goto(f"{server.url}/app/{path}")
        problems_seen += found_by_axe(page, path)
    page.goto(f"{server.url}/app/exercises/new")
    page.get_by_label("Primary muscle").select_option("quads")
    page.get_by_role("button", name="Add a setup option").click()
    page.get_by_role("button", name="Add a mistake").click()
    problems_seen += found_by_axe(page, "everything open")
    assert problems_seen == []
