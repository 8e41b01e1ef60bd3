"""Two lifters in a group: one makes it, one joins, both see the board, also without signal, until it is deleted."""

from __future__ import annotations

import re

from axe import nothing_found_by_axe
from coach import PASSWORD, lifter_with_a_workout
from conftest import Server, open_app
from lifter import invite, join
from playwright.sync_api import BrowserContext, Page, expect


def make_group(anna: Page, server: Server) -> str:
    """anna makes a group that sees her days and sets; the link that invites."""
    anna.goto(f"{server.url}/app/me")
    anna.get_by_role("link", name="Groups").click()
    expect(anna.get_by_text("You are not in a group yet.")).to_be_visible()
    nothing_found_by_axe(anna)
    anna.get_by_role("link", name="Create a group").click()
    anna.get_by_label("Name of the group").fill("Tuesday class")
    anna.get_by_label("Your name on the board").fill("Anna")
    anna.get_by_role("checkbox", name="Training days").check()
    anna.get_by_role("checkbox", name="Working sets").check()
    nothing_found_by_axe(anna)
    anna.get_by_role("button", name="Create group").click()
    anna.get_by_role("button", name="Create invitation").click()
    expect(anna.get_by_text("Shown only once.")).to_be_visible()
    nothing_found_by_axe(anna)
    return anna.get_by_text(f"{server.url}/app/groups/join#").inner_text()


def test_two_phones_share_a_board_until_one_is_removed_and_the_group_deleted(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    link = make_group(anna, own_server)

    bert = open_app(new_phone, own_server)
    join(bert, own_server.url, invite(own_server), "bert", PASSWORD)
    bert.goto(link)
    expect(bert.get_by_label("Code")).to_have_value(link.partition("#")[2])
    bert.get_by_label("Your name on the board").fill("anna")
    new_phone.set_offline(True)
    bert.get_by_role("button", name="Join", exact=True).click()
    expect(bert.get_by_role("alert")).to_contain_text("Joining a group needs a connection.")
    new_phone.set_offline(False)
    bert.get_by_role("button", name="Join", exact=True).click()
    expect(bert.get_by_role("alert")).to_contain_text("Somebody in this group has that name.")
    bert.get_by_label("Your name on the board").fill("Bert")
    bert.get_by_role("button", name="Join", exact=True).click()

    annas = bert.get_by_role("article", name="Anna")
    expect(annas).to_contain_text("This week 1 training day · 1 set")
    expect(annas).to_contain_text("Last week 0 training days · 0 sets")
    expect(bert.get_by_role("article", name="Bert")).to_contain_text("Shows nothing")
    nothing_found_by_axe(bert)

    # Without signal the board stands as it was read.
    new_phone.set_offline(True)
    bert.get_by_role("link", name="Settings").click()
    expect(bert.get_by_role("alert")).to_contain_text("needs a connection")
    bert.go_back()
    expect(bert.get_by_text(re.compile("^Offline, as of"))).to_be_visible()
    expect(annas).to_contain_text("1 training day · 1 set")
    new_phone.set_offline(False)

    bert.get_by_role("link", name="Settings").click()
    bert.get_by_role("checkbox", name="Working sets").check()
    bert.get_by_role("button", name="Save").click()
    expect(bert.get_by_text("Saved.")).to_be_visible()
    nothing_found_by_axe(bert)
    anna.get_by_role("link", name="Board").click()
    berts = anna.get_by_role("article", name="Bert")
    expect(berts).to_contain_text("This week 0 sets")

    # anna takes him out: what he showed is gone for her, and his phone forgets the board.
    anna.get_by_role("link", name="Settings").click()
    anna.get_by_role("button", name="Remove Bert").click()
    anna.get_by_role("dialog", name="Remove Bert?").get_by_role("button", name="Remove").click()
    expect(anna.get_by_text("Bert was removed.")).to_be_visible()
    expect(anna.get_by_role("button", name="Remove Bert")).to_have_count(0)
    bert.get_by_role("link", name="Board").click()
    expect(bert.get_by_role("alert")).to_contain_text("You are not in this group any more.")
    expect(annas).to_have_count(0)
    bert.get_by_role("link", name="Groups").click()
    expect(bert.get_by_text("You are not in a group yet.")).to_be_visible()

    anna.get_by_role("button", name="Delete group").click()
    sheet = anna.get_by_role("dialog", name="Delete the group?")
    expect(sheet).to_contain_text("deleted at once, for everybody")
    sheet.get_by_role("button", name="Delete group").click()
    anna.wait_for_url(re.compile(r"/app/groups$"))
    expect(anna.get_by_text("You are not in a group yet.")).to_be_visible()
