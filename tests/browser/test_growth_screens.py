"""Growth, history, records and the guide, looked at with the demo lifter."""

from __future__ import annotations

import re

import pytest
from conftest import at_rest
from playwright.sync_api import Page, expect


@pytest.fixture
def demo(page: Page, server) -> Page:
    page.goto(f"{server.url}/app/demo")
    # The banner comes first, the way to today only when all of him is on the phone.
    page.wait_for_url(f"{server.url}/app/")
    return page


def test_one_line_has_its_number_with_doubt_its_chart_and_the_table_behind_it(demo, server):
    demo.goto(f"{server.url}/app/growth/leg-press-45")
    expect(demo.get_by_label("Strength on this line")).to_contain_text("kg for 10 reps ·")
    chart = demo.get_by_role("application")
    expect(chart.locator("canvas")).to_be_visible()
    chart.focus()
    demo.keyboard.press("ArrowRight")
    expect(demo.locator(".readout")).to_contain_text("for 10 reps.")
    demo.locator("summary", has_text="Table of all").click()
    expect(demo.get_by_role("row").nth(20)).to_be_visible()


def test_all_lines_stand_side_by_side_and_every_new_line_says_why(demo, server):
    demo.goto(f"{server.url}/app/growth/leg-press-45")
    # All time: where a year begins in the demo's blocks depends on the day of the test.
    demo.get_by_label("Time shown").select_option("all")
    demo.get_by_role("button", name="All lines").click()
    # Three foot positions on two sleds are six lines; a chart draws the five used last.
    expect(demo.get_by_text("6 lines side by side")).to_be_visible()
    expect(demo.locator(".legend li")).to_have_count(5)
    expect(demo.get_by_role("heading", name="What changed on").first).to_be_visible()
    expect(demo.get_by_text("a new line began").first).to_be_visible()
    # Both sleds of the demo are weighed, 47 and 62 kg on 45 degrees.
    expect(
        demo.get_by_text("100 kg on Old sled push like 85 kg on Blue sled: its sled is 15 kg heavier.")
    ).to_be_visible()
    expect(demo.get_by_text("The reason is not known").first).to_be_visible()
    expect(demo.get_by_text("with cut depth (hollow)").first).to_be_visible()


def test_a_pull_test_stays_with_the_machine(demo, server):
    demo.goto(f"{server.url}/app/machines")
    demo.locator("main li a", has_text="Blue sled").click()
    demo.get_by_text("Weigh the sled yourself").click()
    demo.get_by_label("Up, kg").fill("50")
    demo.get_by_label("Down, kg").fill("46")
    # 96 / (2 sin 45) kg of sled, tan 45 x 4/96 of friction.
    demo.get_by_role("button", name="Use 68 kg and 4 % friction").click()
    demo.get_by_role("button", name="Save", exact=True).click()
    demo.locator("main li a", has_text="Blue sled").click()
    expect(demo.get_by_text("Friction 4.2 %, from your pull test")).to_be_visible()
    demo.get_by_role("button", name="Remove the pull test").click()
    expect(demo.get_by_text("from your pull test")).to_have_count(0)


def test_growth_stands_without_signal_with_the_day_of_its_number(demo, server):
    demo.goto(f"{server.url}/app/growth/leg-press-45")
    expect(demo.get_by_label("Strength on this line")).to_contain_text("kg for 10 reps ·")
    demo.context.set_offline(True)
    demo.reload()
    expect(demo.get_by_label("Strength on this line")).to_contain_text("kg for 10 reps ·")
    expect(demo.get_by_role("application").locator("canvas")).to_be_visible()


def test_records_lead_to_the_workout_that_made_them(demo, server):
    demo.goto(f"{server.url}/app/records/leg-press-45")
    demo.locator("main ol a").first.click()
    expect(demo.get_by_role("button", name="Delete", exact=True)).to_be_visible()


def test_a_deleted_workout_comes_back_by_undo(demo, server):
    demo.goto(f"{server.url}/app/history")
    expect(demo.locator("main li").first).to_be_visible()
    at_rest(demo)
    before = demo.locator("main li").count()
    demo.locator("main li a").first.click()
    demo.get_by_role("button", name="Delete", exact=True).click()
    expect(demo.locator("main li").first).to_be_visible()
    demo.get_by_role("button", name="Undo").click()
    expect(demo.get_by_role("button", name="Delete", exact=True)).to_be_visible()
    demo.goto(f"{server.url}/app/history")
    expect(demo.locator("main li")).to_have_count(before)


def test_a_grade_opens_what_its_claim_rests_on(page, server):
    page.goto(f"{server.url}/app/library/leg-press-45")
    page.locator("a.grade[data-grade=weak]").first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Few people, a single study")
    expect(sheet.get_by_role("link").first).to_have_attribute("href", re.compile("^https://"))


def test_the_library_forgives_a_slip_of_the_finger(page, server):
    page.goto(f"{server.url}/app/library")
    page.get_by_role("searchbox").fill("leg pess")
    expect(page.locator("main li").first).to_contain_text("leg press")
