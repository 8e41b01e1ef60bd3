"""What a lifter looks at while he logs stays in sight: the name, the next set, the button, and the screen itself."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

import pytest
from conftest import Server, at_rest, open_app, wait_for_value, wait_until
from lifter import finish
from playwright.sync_api import BrowserContext, Page, expect
from test_around_a_set import begin, next_set, tap_log
from test_kinds_of_set import kg, past

# Whether the middle of each of these is what a tap there meets, not something that lies over it.
UNCOVERED = """(selectors) => selectors.filter((selector) => {
  const part = document.querySelector(selector), box = part?.getBoundingClientRect()
  const on = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return !on || !(part.contains(on) || on.contains(part))
})"""
NAME, NEXT_ROW, LAST_ROW, LOG = "main h1", "[aria-current=step]", "li.done:has(.undo)", "button.go"

# Whether one thing lies over another, be it in part.
LIES_OVER = """([over, under]) => {
  const [a, b] = [over, under].map((selector) => document.querySelector(selector).getBoundingClientRect())
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}"""

# Numbers of the open strip that are in sight in part: "57.5" cut to "7.5" is another load.
CUT_NUMBERS = """() => {
  const strip = document.querySelector('[role="radiogroup"]'), room = strip.getBoundingClientRect()
  return [...strip.children].filter((number) => {
    const words = document.createRange()
    words.selectNodeContents(number)
    const box = words.getBoundingClientRect()
    return box.right > room.left + 1 && box.left < room.right - 1 &&
      (box.left < room.left - 1 || box.right > room.right + 1)
  }).map((number) => number.textContent.trim())
}"""

# Buttons of the rest whose words lie on those of another one.
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll('.rest button')].map((button) => {
    const words = document.createRange()
    words.selectNodeContents(button)
    return [button.textContent.trim(), words.getBoundingClientRect()]
  })
  return boxes.filter(([, a], at) => boxes.some(([, b], other) => other !== at &&
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).map(([words]) => words)
}"""

# Counts what holds the screen on; headless browsers have no screen to hold.
COUNT_LOCKS = """window.locks = 0
navigator.wakeLock.request = async () => {
  window.locks += 1
  const lock = { released: false, release: async () => {
    if (!lock.released) window.locks -= 1
    lock.released = true
  } }
  return lock
}"""

# Messages stay until they are closed, however slow the machine is: they go by themselves after 4 or 10 s.
LASTING_MESSAGES = """(() => {
  const real = window.setTimeout
  window.setTimeout = (work, ms, ...rest) => real(work, ms === 4000 || ms === 10000 ? 3600000 : ms, ...rest)
})()"""


@pytest.mark.parametrize(("height", "seen"), [(844, [NAME, NEXT_ROW, LOG]), (667, [NAME, LOG])])
def test_the_name_of_the_exercise_stays_in_sight_under_the_number_pad(
    page: Page, server: Server, height: int, seen: list[str]
):
    page.set_viewport_size({"width": 390, "height": height})
    begin(page, server, exercise="bench-press")
    expect(page.get_by_role("group", name="Number pad for Load")).to_be_visible()
    wait_for_value(page, lambda: page.evaluate(UNCOVERED, seen), [])


def test_the_message_of_a_set_covers_neither_its_row_nor_the_next_one_nor_the_button(
    page: Page, server: Server
):
    page.add_init_script(LASTING_MESSAGES)
    page.set_viewport_size({"width": 390, "height": 667})
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 5))
    message = page.get_by_text("Set logged.")
    for _ in range(5):
        tap_log(page)
        expect(message).to_be_visible()
        wait_for_value(page, lambda: page.evaluate(UNCOVERED, [NAME, LAST_ROW, LOG]), [])
        if page.locator(NEXT_ROW).count():
            wait_for_value(page, lambda: page.evaluate(UNCOVERED, [NEXT_ROW]), [])
        message.tap()
        expect(message).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_message_of_a_set_leaves_the_advice_for_the_next_one_in_sight(
    page: Page, server: Server, width: int
):
    page.add_init_script(LASTING_MESSAGES)
    page.set_viewport_size({"width": width, "height": 844})
    sets = [{"load": kg(100), "reps": 8, "rir": 2}] * 3
    begin(page, server, past("back-squat", *sets, days=3), past("back-squat", *sets, days=10))
    message = page.get_by_text("Set logged.")
    for number in (1, 2):
        tap_log(page)
        expect(page.locator("li.done")).to_have_count(number)
        expect(message).to_be_visible()
        wait_for_value(page, lambda: page.evaluate(UNCOVERED, ["[data-advice]", NEXT_ROW, LOG]), [])
        wait_for_value(page, lambda: page.evaluate(LIES_OVER, [".toast", "[data-advice]"]), False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_the_button_that_finishes_a_workout_is_in_sight_and_under_no_message(
    page: Page, server: Server, width: int, height: int, scheme: Literal["light", "dark"]
):
    page.add_init_script(LASTING_MESSAGES)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 3))
    tap_log(page)
    page.get_by_role("button", name="Finish", exact=True).click()
    expect(page.get_by_role("region", name="Sets for each muscle")).to_be_visible()
    expect(page.get_by_text("Set logged.")).to_be_visible()
    at_rest(page)
    assert page.evaluate("document.documentElement.scrollHeight > innerHeight")
    assert page.evaluate(UNCOVERED, [".foot button", "nav a"]) == []
    expect(page.locator(".foot button")).to_be_in_viewport(ratio=1)
    page.get_by_text("Set logged.").click()
    expect(page.get_by_text("Set logged.")).to_have_count(0)
    page.get_by_label("Note").focus()
    assert page.evaluate(UNCOVERED, [".foot button", ":focus"]) == []


@pytest.mark.parametrize(("width", "text"), [(390, 100), (320, 100), (390, 200), (1280, 100)])
def test_the_strip_of_loads_cuts_no_number(page: Page, server: Server, width: int, text: int):
    page.set_viewport_size({"width": width, "height": 844})
    begin(page, server, past("leg-press-45", {"load": kg(60), "reps": 12}), exercise="leg-press-45")
    page.evaluate("(text) => { document.documentElement.style.fontSize = `${text}%` }", text)
    page.get_by_role("region", name="Next set").get_by_role("button", name=re.compile("^Load")).click()
    for _ in range(3):
        page.get_by_role("button", name="One step more").click()
        at_rest(page)
        assert page.evaluate(CUT_NUMBERS) == []
        expect(page.get_by_role("radio", checked=True)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("width", "text"), [(390, 100), (320, 100), (390, 200)])
def test_the_buttons_of_a_running_rest_lie_on_no_other(page: Page, server: Server, width: int, text: int):
    page.set_viewport_size({"width": width, "height": 844})
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 3))
    page.evaluate("(text) => { document.documentElement.style.fontSize = `${text}%` }", text)
    tap_log(page)
    expect(page.get_by_role("button", name="End the rest")).to_be_visible()
    assert page.evaluate(OVERLAPPING) == []


def test_with_double_text_the_sets_can_be_tapped_and_the_numbers_stand_below_them(page: Page, server: Server):
    page.set_viewport_size({"width": 390, "height": 844})
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 3))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    tap_log(page)
    expect(page.get_by_text("Set logged.")).to_be_visible()
    page.get_by_text("Set logged.").click()
    page.get_by_role("region", name="Last time and today").get_by_role(
        "button", name=re.compile("^Set 1")
    ).click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    tap_log(page)
    expect(page.get_by_role("region", name="Last time and today").get_by_role("listitem")).to_have_count(3)


def test_a_sheet_that_opens_by_itself_has_the_focus_on_its_heading_without_a_ring(
    new_phone: BrowserContext, server: Server
):
    page = new_phone.new_page()
    page.goto(f"{server.url}/app/log?pick")
    sheet = page.get_by_role("dialog", name="Add exercises")
    expect(sheet.get_by_role("heading", name="Add exercises")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"
    page.keyboard.press("Tab")
    expect(sheet.get_by_role("button", name="Close")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_message_is_swiped_away_and_its_undo_still_works(page: Page, server: Server):
    page.add_init_script(LASTING_MESSAGES)
    begin(page, server, past("back-squat", *[{"load": kg(100), "reps": 8}] * 3))
    tap_log(page)
    message = page.get_by_text("Set logged.")
    box = message.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 12)
    page.mouse.up()
    expect(message).to_have_count(0)
    tap_log(page)
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name=re.compile("^Set 2:"))).to_have_count(0)


def test_the_screen_stays_on_while_a_workout_runs_where_that_is_wished(
    new_phone: BrowserContext, server: Server
):
    new_phone.add_init_script(COUNT_LOCKS)
    page = open_app(new_phone, server)
    begin(page, server, past("back-squat", {"load": kg(100), "reps": 8}))
    assert page.evaluate("window.locks") == 0
    page.get_by_role("button", name=re.compile("Rest settings$")).click()
    page.get_by_role("checkbox", name=re.compile("Keep the screen on")).check()
    wait_until(page, "window.locks === 1")
    page.get_by_role("button", name="Close", exact=True).click()
    at_rest(page)  # the sheet goes a step back in the history, which would stop the reload
    page.reload()
    expect(next_set(page)).to_be_visible()
    wait_until(page, "window.locks === 1")
    tap_log(page)
    finish(page)
    wait_until(page, "window.locks === 0")


def test_three_hours_after_the_last_set_an_open_app_lets_the_screen_go(
    new_phone: BrowserContext, server: Server
):
    new_phone.clock.install(time=datetime.now())
    new_phone.add_init_script(COUNT_LOCKS + "\nlocalStorage.setItem('iron-awake', 'on')")
    page = open_app(new_phone, server)
    begin(page, server, past("back-squat", {"load": kg(100), "reps": 8}))
    tap_log(page)
    page.goto(f"{server.url}/app/growth")
    bar = page.get_by_role("navigation", name="Running workout")
    expect(bar).to_have_count(1)
    wait_until(page, "window.locks === 1")
    page.clock.fast_forward("02:50:00")
    at_rest(page)
    expect(bar).to_have_count(1)
    page.clock.fast_forward("00:11:00")
    expect(bar).to_have_count(0)
    wait_until(page, "window.locks === 0")


def test_the_field_that_is_typed_into_stays_above_the_keyboard(page: Page, server: Server):
    """An Android keyboard takes its room from the page (`interactive-widget=resizes-content`): here it is smaller."""
    content = page.locator("meta[name=viewport]").get_attribute("content")
    assert content is not None
    assert "interactive-widget=resizes-content" in content
    begin(page, server, past("back-squat", {"load": kg(100), "reps": 8}))
    page.get_by_role("button", name="Note", exact=True).click()
    expect(page.get_by_label("Note")).to_be_focused()
    page.set_viewport_size({"width": 390, "height": 430})
    wait_for_value(page, lambda: page.evaluate(UNCOVERED, ["dialog :focus"]), [])
    expect(page.get_by_role("button", name="Done")).to_be_in_viewport(ratio=1)
