"""The library in the app: finding, choosing, comparing, keeping all guides; without signal where it matters."""

from __future__ import annotations

import re

import pytest
from axe import found_by_axe
from conftest import kept_offline
from lent_devices import A_PHONE
from playwright.sync_api import Page, expect


def titles_found(page: Page) -> list[str]:
    return page.locator("main li a b").all_inner_texts()


@pytest.fixture
def library(page: Page, server) -> Page:
    page.goto(f"{server.url}/app/library")
    expect(page.locator("main li a").first).to_be_visible()
    return page


def test_a_name_is_found_with_slips_and_in_another_language(library):
    search = library.get_by_role("searchbox", name="Search exercises")
    search.fill("bnech pres")
    expect(library.locator("main li a b").first).to_have_text("Bench press")
    search.fill("beinprese")
    expect(library.locator("main li a b").first).to_have_text("45° leg press")


def test_a_tap_on_the_body_filters_and_a_second_tap_takes_it_back(library):
    everything = library.locator("p[aria-live]").inner_text()
    library.get_by_text("Tap a muscle").click()
    library.locator(".body [data-muscle=quads]").first.dispatch_event("click")
    expect(library.locator("p[aria-live]")).not_to_have_text(everything)
    expect(library.get_by_role("combobox", name="Muscle")).to_have_value("quads")
    library.get_by_role("combobox", name="Movement").select_option("leg_press")
    assert "45° leg press" in titles_found(library)
    library.get_by_role("combobox", name="Movement").select_option("")
    library.locator(".body [data-muscle=quads]").first.dispatch_event("click")
    expect(library.locator("p[aria-live]")).to_have_text(everything)


def test_press_or_squat_is_answered_without_signal_and_a_grade_opens_what_it_rests_on(page, phone, server):
    page.goto(f"{server.url}/app/choose")
    expect(page.locator("main ol li h2").first).to_contain_text("Back squat")
    kept_offline(page)
    phone.set_offline(True)
    page.goto(f"{server.url}/app/choose")
    page.get_by_role("button", name="My lower back").click()
    expect(page.locator("main ol li h2").first).to_contain_text("leg press")
    page.locator("main ol li", has_text="45° leg press").get_by_role(
        "link", name=re.compile("show evidence")
    ).first.click()
    expect(page.get_by_role("dialog", name="Evidence")).to_be_visible()
    phone.set_offline(False)


def test_a_lifters_own_strength_becomes_the_first_load_of_another_lift(page, server):
    page.goto(f"{server.url}/app/demo")
    page.wait_for_url(f"{server.url}/app/")
    page.goto(f"{server.url}/app/compare/leg-press-45/back-squat")
    card = page.locator("section", has_text="Your first back squat")
    expect(card.locator(".hero")).to_contain_text(re.compile(r"\d+–\d+"))
    expect(card).to_contain_text("Start with")
    expect(card).to_contain_text("Measured in 60 people")
    low, high = map(int, re.search(r"(\d+)–(\d+)", card.locator(".hero").inner_text()).groups())
    begin = float(re.search(r"Start with ([\d.]+) kg", card.inner_text())[1])
    assert low - 2.5 <= begin <= low + 0.5 < high


def test_all_guides_are_kept_on_demand_and_open_without_signal(library, phone, server):
    library.get_by_role("button", name="Download all guides").click()
    expect(library.get_by_text(re.compile(r"All \d+ guides are on this device"))).to_be_visible()
    phone.set_offline(True)
    library.goto(f"{server.url}/app/library/zercher-squat")
    expect(library.get_by_role("heading", name="Execution")).to_be_visible()
    library.goto(f"{server.url}/app/compare/bench-press")
    library.get_by_role("link", name="Push-up", exact=True).click()
    expect(library.get_by_role("heading", name="What the two share")).to_be_visible()
    phone.set_offline(False)


def test_axe_finds_nothing_where_one_chooses_and_compares(lend, server):
    page = lend({**A_PHONE, "bypass_csp": True}).new_page()
    troubles: list[str] = []
    for address in (
        "/app/library",
        "/app/choose?limit=back",
        "/app/compare/leg-press-45/back-squat",
        "/app/compare/bench-press",
        "/exercises/?q=squat",
        "/exercises/compare/leg-press-45/back-squat/",
        "/choose/leg-press-or-squat/?limit=back",
    ):
        page.goto(server.url + address)
        page.locator("main h1").wait_for()
        if address == "/app/library":
            page.get_by_text("Tap a muscle").click()
        troubles += found_by_axe(page, address)
    assert troubles == []
