"""Gyms and machines: plates that are counted, lists of weights, and machines that are loaded with their gym's plates."""

from __future__ import annotations

import re

from conftest import Server, at_rest
from lifter import choose
from playwright.sync_api import Page, expect


def count_plates(page: Page, **pairs: int) -> None:
    """Count the plates of the form: count_plates(page, _20=2) has two pairs of 20."""
    page.get_by_role("button", name="Count them").click()
    for size, wanted in pairs.items():
        more = page.get_by_role("button", name=f"More {size.strip('_')} kg plates")
        for _ in range(wanted - 1):
            more.click()


def only(page: Page, *sizes: str) -> None:
    """Leave these plate sizes chosen, and no others."""
    for button in page.get_by_role("group", name="Plate sizes there").get_by_role("button").all():
        if (button.inner_text() in sizes) != (button.get_attribute("aria-pressed") == "true"):
            button.click()


def add(page: Page, group: str, *numbers: str) -> None:
    """Add a weight, or a row: add(page, "Dumbbells, in kg", "2", "10", "2")."""
    part = page.get_by_role("group", name=group)
    for label, number in zip(("Weight", "Up to", "In steps of"), numbers, strict=False):
        part.get_by_label(label, exact=True).fill(number)
    part.get_by_role("button", name="Add", exact=True).click()


def describe_cellar(page: Page, server: Server) -> None:
    """A cellar gym: two pairs of 20, one of 10, dumbbells from 4 to 10 and one of 12.5."""
    page.goto(f"{server.url}/app/machines/gym/new")
    page.get_by_label("Name").fill("Cellar")
    only(page, "20", "10")
    count_plates(page, _20=2)
    add(page, "Dumbbells, in kg", "4", "10", "2")
    add(page, "Dumbbells, in kg", "12,5")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name=re.compile("^Cellar"))).to_be_visible()


def into_cellar(page: Page, server: Server, exercise: str) -> None:
    """Begin a workout in the cellar with an exercise in hand."""
    page.goto(f"{server.url}/app/log?exercise={exercise}")
    page.get_by_role("button", name=re.compile("Change the gym$|^No gym|Choose the gym$")).click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Cellar")).click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def loads_offered(page: Page) -> list[str]:
    at_rest(page)
    number = page.get_by_role("region", name="Next set").get_by_role("button", name=re.compile("^Load"))
    if number.get_attribute("aria-expanded") != "true":
        number.click()
    return page.get_by_role("radiogroup", name="Load in kg").get_by_role("radio").all_inner_texts()


def test_a_gym_counts_its_plates_and_no_load_takes_more_of_them(page: Page, server: Server):
    describe_cellar(page, server)
    page.get_by_role("link", name=re.compile("^Cellar")).click()
    expect(page.get_by_text("2 pairs", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Remove 12.5 kg")).to_be_visible()
    into_cellar(page, server, "bench-press")
    assert loads_offered(page) == ["20", "40", "60", "80", "100", "120"]
    choose(page, "Load", "Load in kg", "120")
    choose(page, "Repetitions", "Repetitions", "5")
    expect(page.get_by_role("img", name="On each side: 20 20 10 a side")).to_be_visible()


def test_a_new_machine_is_loaded_with_the_plates_of_its_gym_until_it_has_its_own(page: Page, server: Server):
    describe_cellar(page, server)
    page.goto(f"{server.url}/app/machines/new?exercise=leg-press-45")
    page.get_by_label("Name").fill("Blue sled")
    page.get_by_label("Gym", exact=True).fill("cellar")
    expect(page.get_by_text("this machine uses the gym’s plates")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name=re.compile("^Blue sled"))).to_be_visible()
    into_cellar(page, server, "leg-press-45")
    assert loads_offered(page)[-1] == "100"  # two pairs of 20 and one of 10
    choose(page, "Load", "Load in kg", "60")
    choose(page, "Repetitions", "Repetitions", "10")
    page.get_by_role("button", name=re.compile("^Log 60")).click()
    page.get_by_role("button", name=re.compile("Change the gym$")).click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Anywhere")).click()
    expect(page.get_by_role("button", name="No gym chosen. Change the gym")).to_be_visible()
    assert loads_offered(page)[-1] == "100"  # the machine still stands in the cellar
    page.goto(f"{server.url}/app/machines")
    page.get_by_role("link", name=re.compile("^Blue sled")).click()
    page.get_by_role("button", name="Its own").click()
    page.get_by_role("button", name="More 20 kg plates").click()  # begins with what the gym has
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name=re.compile("^Blue sled")).click()
    expect(page.get_by_text("3 pairs", exact=True)).to_be_visible()


def test_the_bar_used_most_is_chosen_and_plates_go_on_it(page: Page, server: Server):
    describe_cellar(page, server)
    page.get_by_role("link", name=re.compile("^Cellar")).click()
    page.get_by_label("The bar you use most").select_option("10 kg")
    add(page, "Bars, in kg", "12")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name=re.compile("^Cellar")).click()
    expect(page.get_by_label("The bar you use most")).to_have_value("10")
    into_cellar(page, server, "bench-press")
    assert loads_offered(page)[0] == "10"


def test_a_weight_that_is_none_is_refused_in_words(page: Page, server: Server):
    page.goto(f"{server.url}/app/machines/gym/new")
    add(page, "Dumbbells, in kg", "ten")
    expect(page.get_by_role("alert")).to_contain_text("Enter one weight")
    add(page, "Dumbbells, in kg", "10")
    expect(page.get_by_role("alert")).to_have_count(0)
