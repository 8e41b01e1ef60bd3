"""A coach proposes programs and changes of plan; the lifter sees what they do, accepts, declines and takes back."""

from __future__ import annotations

import re

from axe import nothing_found_by_axe
from coach import coach_of, lifter_with_a_workout
from conftest import Server
from lifter import all_sent
from playwright.sync_api import BrowserContext, Page, expect
from test_program_builder import tab
from test_program_screens import start_program

PROGRAM = "Starting Strength"


def propose_a_program(coach: Page, note: str) -> None:
    """From the lifter's plan: look for a program, look at it, send it."""
    coach.get_by_role("link", name="Plan", exact=True).click()
    coach.get_by_role("link", name="Propose a program").click()
    coach.get_by_label("Search").fill(PROGRAM)
    coach.get_by_role("button", name=f"Look at {PROGRAM}").first.click()
    expect(coach.get_by_role("region", name="What the program does")).to_be_visible()
    coach.get_by_label("Why? A note for anna (optional)").fill(note)
    nothing_found_by_axe(coach)
    coach.get_by_role("button", name="Send proposal to anna").click()


def test_a_program_is_proposed_without_signal_accepted_and_taken_back(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    coach = coach_of(anna, new_phone, own_server, "Plans")
    coach.get_by_role("link", name="Plan", exact=True).click()
    coach.get_by_role("link", name="Propose a program").click()
    coach.get_by_role("button", name=f"Look at {PROGRAM}").first.click()
    expect(coach.get_by_role("region", name="What the program does")).to_be_visible()
    new_phone.set_offline(True)
    propose_a_program(coach, "Learn the big lifts first")
    expect(coach.get_by_text("Saved. It is sent when you are online.")).to_be_visible()
    row = coach.get_by_role("link", name=re.compile(PROGRAM))
    expect(row).to_contain_text("Not sent yet")
    new_phone.set_offline(False)
    all_sent(coach)
    expect(row).to_contain_text("Waiting for an answer")

    anna.goto(f"{own_server.url}/app/")
    expect(anna.get_by_text("bert proposes a program.")).to_be_visible()
    anna.get_by_role("link", name="See proposal").click()
    expect(anna.get_by_text("Learn the big lifts first")).to_be_visible()
    expect(anna.get_by_role("region", name="What the program does")).to_be_visible()
    nothing_found_by_axe(anna)
    anna.get_by_role("button", name="Accept", exact=True).click()
    expect(anna.get_by_text("added to your programs")).to_be_visible()
    all_sent(anna)
    anna.goto(f"{own_server.url}/app/plan")
    expect(anna.get_by_text("bert proposes")).to_have_count(0)
    mine = anna.get_by_role("listitem", name=PROGRAM).filter(has_text="Yours")
    expect(mine).to_be_visible()

    coach.reload()
    row.click()
    expect(coach.get_by_text("Accepted", exact=False)).to_be_visible()
    expect(coach.get_by_role("button", name="Withdraw")).to_have_count(0)

    anna.goto(f"{own_server.url}/app/proposals")
    anna.get_by_role("link", name=re.compile(PROGRAM)).click()
    anna.get_by_role("button", name="Undo the change").click()
    expect(anna.get_by_role("button", name="Accept", exact=True)).to_be_visible()
    anna.goto(f"{own_server.url}/app/plan")
    expect(anna.get_by_role("listitem", name=PROGRAM).first).to_be_visible()
    expect(mine).to_have_count(0)


def test_a_proposal_is_declined_with_a_word_and_another_one_withdrawn(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    coach = coach_of(anna, new_phone, own_server, "Plans")
    propose_a_program(coach, "")
    expect(coach.get_by_text("Sent to anna.")).to_be_visible()
    anna.goto(f"{own_server.url}/app/")
    anna.get_by_role("link", name="See proposal").click()
    anna.get_by_role("button", name="Decline").click()
    anna.get_by_label("A word for bert (optional)").fill("No barbell here")
    anna.get_by_role("button", name="Decline").click()
    expect(anna.get_by_text("No barbell here")).to_be_visible()
    all_sent(anna)
    coach.reload()
    coach.get_by_role("link", name=re.compile(PROGRAM)).click()
    expect(coach.get_by_text("No barbell here")).to_be_visible()

    propose_a_program(coach, "")
    coach.get_by_role("link", name=re.compile("Waiting for an answer")).click()
    coach.get_by_role("button", name="Withdraw").click()
    expect(coach.get_by_text("Proposal withdrawn.")).to_be_visible()
    expect(coach.get_by_role("link", name=re.compile(PROGRAM))).to_have_count(1)
    anna.goto(f"{own_server.url}/app/")
    expect(anna.get_by_role("link", name=re.compile("45° leg press")).first).to_be_visible()
    expect(anna.get_by_role("link", name="See proposal")).to_have_count(0)


def test_a_change_of_the_block_is_shown_accepted_and_taken_back(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    anna.goto(f"{own_server.url}/app/plan")
    anna.get_by_role("button", name=re.compile("^Start ")).first.click()
    anna.get_by_role("button", name="Start this block").click()
    all_sent(anna)
    coach = coach_of(anna, new_phone, own_server, "Plans")
    coach.get_by_role("link", name="Plan", exact=True).click()
    coach.get_by_role("link", name=re.compile("^Propose a change")).click()
    coach.get_by_role("button", name=re.compile(r"\. Change$")).first.click()
    coach.get_by_role("radiogroup", name="Sets").get_by_role("radio", name="7", exact=True).click()
    coach.get_by_role("button", name="Done").click()
    changes = coach.get_by_role("region", name="What changes in the plan")
    expect(changes).to_contain_text("7 ×")
    nothing_found_by_axe(coach)
    coach.get_by_role("button", name="Send proposal to anna").click()
    expect(coach.get_by_text("Sent to anna.")).to_be_visible()

    anna.goto(f"{own_server.url}/app/plan")
    slot = anna.get_by_role("button", name=re.compile("7 sets of")).first
    expect(anna.get_by_text("bert proposes a change of your plan.")).to_be_visible()
    expect(slot).to_have_count(0)
    anna.get_by_role("link", name="See proposal").click()
    expect(anna.get_by_role("region", name="What changes in the plan")).to_contain_text("7 ×")
    nothing_found_by_axe(anna)
    anna.get_by_role("button", name="Accept", exact=True).click()
    anna.get_by_role("link", name="Plan", exact=True).click()
    expect(slot).to_be_visible()
    anna.goto(f"{own_server.url}/app/proposals")
    anna.get_by_role("link", name=re.compile("Accepted")).click()
    anna.get_by_role("button", name="Undo the change").click()
    anna.get_by_role("link", name="Plan", exact=True).click()
    expect(anna.get_by_role("button", name=re.compile("sets of")).first).to_be_visible()
    expect(slot).to_have_count(0)


def test_a_new_text_of_the_running_program_is_proposed_and_accepted(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    start_program(anna, own_server.url, "StrongLifts 5×5", {"Back squat": "100", "Bench press": "60"})
    all_sent(anna)
    coach = coach_of(anna, new_phone, own_server, "Plans")
    coach.get_by_role("link", name="Plan", exact=True).click()
    coach.get_by_role("link", name="Propose a change").click()
    tab(coach, "Text")
    box = coach.get_by_label("The program as text")
    box.fill(box.input_value().replace("count = 5, reps = 5", "count = 3, reps = 5"))
    change = "5 × 100 kg × 5 → 3 × 100 kg × 5"
    expect(coach.get_by_role("region", name="What changes in the next three weeks")).to_contain_text(change)
    nothing_found_by_axe(coach)
    coach.get_by_role("button", name="Send proposal to anna").click()
    expect(coach.get_by_text("Sent to anna.")).to_be_visible()

    anna.goto(f"{own_server.url}/app/plan")
    expect(anna.get_by_text("5 × 100 kg × 5").first).to_be_visible()
    anna.get_by_role("link", name="See proposal").click()
    expect(anna.get_by_role("region", name="What changes in the next three weeks")).to_contain_text(change)
    anna.get_by_role("button", name="Accept", exact=True).click()
    expect(anna.get_by_text("continues with your changes")).to_be_visible()
    anna.get_by_role("link", name="Plan", exact=True).click()
    expect(anna.get_by_text("3 × 100 kg × 5").first).to_be_visible()
