"""A program handed over by link, QR code and text; one of Liftosaur taken in; an answer that moves a program."""

from __future__ import annotations

import os
import re

from conftest import Server
from lifter import sheet_closed
from playwright.sync_api import Page, expect
from test_leg_day import tap_log
from test_plan_screens import READ, only, stored

SHOTS = os.environ.get("IRON_SHOTS")

ASKS = """format = 2
name = "Asks"
cycles = 8
[[questions]]
id = "rested"
words = "Are you rested?"
answers = ["yes", "no"]
[[lifts]]
id = "press"
exercise = "leg-press-45"
keeps = "load"
start = { kg = 100, lb = 220 }
[[days]]
name = "Day"
[[days.slots]]
lift = "press"
sets = [{ reps = 8 }]
[[rules]]
name = "Rested: more"
lifts = ["press"]
when = { question = "rested", answer = ["yes"] }
then = { add = { kg = 10, lb = 20 } }
"""


def shot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def take(page: Page, url: str, text: str) -> None:
    page.goto(f"{url}/app/program")
    page.get_by_label("Link or text").fill(text)
    page.get_by_role("button", name="Preview").click()


def test_a_program_is_shared_by_link_and_qr_code_and_looked_at_before_it_is_stored(
    page: Page, server: Server
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server.url}/app/plan")
    page.get_by_role("button", name="Preview GZCLP", exact=True).click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="Show QR code").click()
    expect(sheet.get_by_role("img", name="QR code with the whole program GZCLP")).to_be_visible()
    shot(page, "share-qr")
    sheet.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    look = page.get_by_role("region", name="What the program does")
    expect(look.get_by_role("heading", name="GZCLP")).to_be_visible()
    expect(look.get_by_text("T1 squat: 4 × 3, 1 × 3+ (stage 1)")).to_be_visible()
    shot(page, "share-look")
    assert stored(page, "program") == []
    page.get_by_role("button", name="Add to your programs").click()
    expect(page.get_by_text("GZCLP added to your programs.")).to_be_visible()
    assert only(page, "program")["name"] == "GZCLP"
    page.goto(f"{server.url}/app/program")
    page.get_by_label("Link or text").fill(link[:-20])
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("alert")).to_contain_text("This link is damaged")
    page.goto(link)  # another link while the screen is open
    expect(look.get_by_role("heading", name="GZCLP")).to_be_visible()


def test_a_liftosaur_program_says_what_was_left_out(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/app/library")
    take(
        page,
        server.url,
        "# Week 1\n## Day 1\nSquat / 3x5 / 60kg / progress: lp(2.5kg)\nOdd Lift / 3x5\n"
        "Bench Press / 3x5 / 40kg / progress: custom() {~ weights += 1kg ~}\n",
    )
    left = page.get_by_role("group", name="Not imported")
    expect(left.get_by_text("Line 4, Odd Lift: Iron has no exercise of this name")).to_be_visible()
    expect(left.get_by_text("Line 5, Bench Press: progress: Scripts are not taken over")).to_be_visible()
    expect(
        page.get_by_role("region", name="What the program does").get_by_text("Back squat: 3 × 5")
    ).to_be_visible()
    shot(page, "liftosaur")


def test_the_answer_to_a_question_moves_the_program(page: Page, server: Server) -> None:
    take(page, server.url, ASKS)
    page.get_by_role("button", name="Add to your programs").click()
    page.get_by_role("button", name="Preview Asks").click()
    page.get_by_role("dialog").get_by_role("button", name="Start Asks").click()
    sheet_closed(page)
    page.goto(f"{server.url}/app/")
    page.get_by_role("button", name=re.compile("^Start Day")).click()
    tap_log(page)
    (workout,) = page.evaluate(READ, "workout")
    page.goto(f"{server.url}/app/workout/{workout['id']}")
    changes = page.get_by_role("region", name="What this session changes in Asks")
    expect(changes.get_by_text("No number of the program changes after this session.")).to_be_visible()
    changes.get_by_role("group", name="Are you rested?").get_by_role("button", name="yes").click()
    expect(changes.get_by_text("load 100 → 110 kg")).to_be_visible()
    changes.get_by_role("group", name="Are you rested?").get_by_role("button", name="no").click()
    expect(changes.get_by_text("No number of the program changes after this session.")).to_be_visible()
    shot(page, "question")
