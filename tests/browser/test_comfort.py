"""The app in this lifter's hand: text, thumb, decimals, plates, keys, and three cards for the first minutes."""

from __future__ import annotations

import re

from axe import nothing_found_by_axe
from conftest import Server, at_rest, wait_for
from lifter import log_set, open_press, stored_sets
from playwright.sync_api import Page, expect


def comfort(page: Page, server: Server, *choices: str) -> None:
    page.goto(f"{server.url}/app/me/comfort")
    for choice in choices:
        page.get_by_role("button", name=choice, exact=True).click()
        expect(page.get_by_role("button", name=choice, exact=True)).to_have_attribute("aria-pressed", "true")


def test_big_text_is_bigger_and_no_screen_grows_wider_than_the_phone(page: Page, server: Server):
    page.goto(f"{server.url}/app/demo")
    expect(page.get_by_text("Demo data").first).to_be_visible()
    usual = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    comfort(page, server, "Big")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 1.2 * usual
    open_press(page, server.url)
    for screen in (
        "log",
        "",
        "growth/leg-press-45",
        "history",
        "library",
        "plan",
        "me",
        "me/comfort",
        "machines",
    ):
        page.goto(f"{server.url}/app/{screen}")
        at_rest(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), screen
    nothing_found_by_axe(page)


def test_the_left_hand_has_the_rests_button_on_its_side(page: Page, server: Server):
    open_press(page, server.url)
    words = page.get_by_role("button", name=re.compile("Rest settings$"))
    start = page.get_by_role("button", name="Start the rest")
    assert start.bounding_box()["x"] > words.bounding_box()["x"]
    comfort(page, server, "Left")
    page.goto(f"{server.url}/app/log")
    assert start.bounding_box()["x"] < words.bounding_box()["x"]


def test_a_comma_is_written_where_the_lifter_wants_it(page: Page, server: Server):
    comfort(page, server, "187,5")
    open_press(page, server.url)
    pad = page.get_by_role("group", name="Number pad for Load")
    for key in ("1", "8", "7", "Decimal point", "5"):
        pad.get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_role("button", name="Load: 187,5 kg")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Repetitions")).click()
    page.get_by_role("radiogroup", name="Repetitions").get_by_role("radio", name="10", exact=True).click()
    page.get_by_role("button", name="Log 187,5 × 10").click()
    expect(page.get_by_text("Set logged.")).to_be_visible()
    assert stored_sets(page)[0]["load"] == {"value": 187.5, "unit": "kg"}


def test_a_plate_has_the_colour_it_has_in_the_gym(page: Page, server: Server):
    page.goto(f"{server.url}/app/me/comfort")
    page.get_by_role("button", name="Colour of the 20 kg plate, standard colour").click()
    page.get_by_role("button", name="yellow").click()
    expect(page.get_by_role("button", name="Colour of the 20 kg plate, yellow")).to_be_visible()
    page.reload()
    yellow = page.evaluate("document.documentElement.style.getPropertyValue('--plate-20-kg')")
    second = page.locator("svg .disc").nth(1).evaluate("(disc) => getComputedStyle(disc).fill")
    assert yellow == "#d9a514"
    assert second == "rgb(217, 165, 20)"


def test_the_three_cards_are_seen_once_and_block_nothing(page: Page, server: Server):
    page.goto(f"{server.url}/app/")
    tour = page.get_by_role("region", name=re.compile("^How Iron works"))
    expect(page.get_by_role("button", name=re.compile("^Start logging"))).to_be_enabled()
    for _ in range(2):
        tour.get_by_role("button", name="Next").click()
    tour.get_by_role("button", name="Got it").click()
    expect(tour).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name=re.compile("^Start logging"))).to_be_visible()
    at_rest(page)
    expect(tour).to_have_count(0)


def keys_work(page: Page, key: str, opens: str) -> None:
    """Wait until a shortcut is alive: its file comes after the screen. Its sheet is closed again."""
    page.evaluate("document.activeElement?.blur()")
    sheet = page.get_by_role("dialog", name=opens)

    def pressed() -> bool:
        page.keyboard.press(key)
        return sheet.is_visible()

    wait_for(page, pressed, f"{key} opens “{opens}”")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_the_desk_logs_a_set_by_keys_and_a_field_keeps_its_letters(desktop: Page, server: Server):
    page = desktop
    open_press(page, server.url)
    log_set(page, "180", "12")
    keys_work(page, "q", "Sets in one line")
    expect(page.locator("button.go")).to_be_enabled()  # two sets within 400 ms are one
    proposed = page.get_by_role("button", name=re.compile("^Repetitions: "))
    reps = int(proposed.inner_text())
    page.keyboard.press("-")
    expect(proposed).to_have_text(str(reps - 1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Set 3"))).to_be_visible()
    assert [each["reps"] for each in stored_sets(page)] == [12, reps - 1]
    page.keyboard.press("a")
    search = page.get_by_role("dialog").get_by_role("searchbox")
    search.fill("")
    page.keyboard.type("plm")
    expect(search).to_have_value("plm")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.keyboard.press("g")
    expect(page).to_have_url(re.compile("/app/growth$"))


def test_who_turned_the_keys_off_is_left_alone(desktop: Page, server: Server):
    page = desktop
    page.goto(f"{server.url}/app/me/comfort")
    keys_work(page, "?", "Keyboard shortcuts")
    group = page.get_by_role("group", name="Keyboard shortcuts")
    group.get_by_role("button", name="Off").click()
    expect(group.get_by_role("button", name="Off")).to_have_attribute("aria-pressed", "true")
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("g")
    at_rest(page)
    assert page.url.endswith("/me/comfort")
