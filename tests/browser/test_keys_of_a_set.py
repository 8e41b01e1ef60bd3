"""At a desk a set is typed and logged without the mouse, whether numbers are known or not."""

from __future__ import annotations

from lifter import open_press, stored_sets
from playwright.sync_api import Page, expect


def test_a_first_set_is_typed_from_load_to_effort_and_logged_with_enter(desktop: Page, server):
    open_press(desktop, server.url)
    expect(desktop.get_by_role("button", name="Load: none")).to_be_visible()
    desktop.keyboard.type("?")  # the keys are loaded after the first numbers
    expect(desktop.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Type the load")
    desktop.keyboard.press("Escape")
    expect(desktop.get_by_role("dialog", name="Keyboard shortcuts")).to_be_hidden()
    desktop.evaluate("document.activeElement.blur()")
    desktop.keyboard.type("120")  # nothing has the keyboard: digits are the load
    expect(desktop.get_by_role("button", name="Load: 120 kg")).to_be_focused()
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("10")
    expect(desktop.get_by_role("button", name="Repetitions: 10")).to_be_focused()
    expect(desktop.get_by_role("radiogroup", name="Repetitions")).to_be_visible()  # the strip goes along
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("2")
    expect(desktop.get_by_role("button", name="Reps in reserve: RIR 2")).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("button", name="Set 1: 120 × 10 RIR 2")).to_be_visible()
    expect(desktop.get_by_role("button", name="Load: 120 kg")).to_be_focused()  # the next set begins anew
    desktop.keyboard.type("125")
    expect(desktop.get_by_role("button", name="Load: 125 kg")).to_be_focused()
    [logged] = stored_sets(desktop)
    assert (logged["load"]["value"], logged["reps"], logged["rir"]) == (120, 10, 2)


def test_tab_goes_from_the_effort_to_the_button_that_logs(desktop: Page, server):
    open_press(desktop, server.url)
    load = desktop.get_by_role("button", name="Load: none")
    load.focus()
    desktop.keyboard.type("120")
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("10")
    names = []
    for _ in range(7):
        desktop.keyboard.press("Tab")
        names.append(desktop.evaluate("document.activeElement.innerText.trim()"))
        if names[-1] == "Log 120 × 10":
            break
    assert names[-1] == "Log 120 × 10", names
    assert not {"1", "9"} & set(names), names  # no key of the number pad on the way
