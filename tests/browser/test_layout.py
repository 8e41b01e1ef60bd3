"""Every screen fits a small phone, a phone on its side and text of double size: nothing sideways, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import Server, at_rest, open_app, wait_until
from lent_devices import PATIENCE_MS
from lifter import WRITE
from playwright.sync_api import Browser, Page, expect
from test_kinds_of_set import kg, past

SCREENS = (
    "", "growth", "growth/leg-press-45", "overview", "records", "records/leg-press-45", "history", "plan",
    "library", "library/leg-press-45", "library/hack-squat", "choose", "compare/leg-press-45/back-squat",
    "exercises", "machines", "body", "me", "me/comfort", "me/account", "me/forgot", "me/new-password", "me/email", "me/provider?error=cancelled", "import", "share/open",
    "me/sharing", "lifters", "shared", "assistant", "proposals", "groups", "groups/new", "groups/join",
)  # fmt: skip
FORMS = {"320 px": (320, 640, 1), "on its side": (844, 390, 1), "double text": (390, 844, 2)}

# Texts that reach over an edge of the window or of the card or button they stand in, without those in a row that
# scrolls or is cut with an ellipsis.
OUTSIDE = """() => {
  const found = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!text.data.trim()) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    if (box.width < 1) continue
    let [left, right, inside] = [0, innerWidth, false]
    for (let at = text.parentElement; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      const cut = style.textOverflow === 'ellipsis' || style.clipPath !== 'none'
      if (['auto', 'scroll'].includes(style.overflowX) || cut) inside = true
      if (style.backgroundColor === 'rgba(0, 0, 0, 0)' && style.borderLeftWidth === '0px') continue
      const edge = at.getBoundingClientRect()
      ;[left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
    }
    if (!inside && (box.left < left - 1 || box.right > right + 1)) found.push(text.data.trim().slice(0, 60))
  }
  return found
}"""


@pytest.fixture(scope="module", params=FORMS)
def form(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Page]:
    """The demo lifter in one form of screen."""
    width, height, scale = FORMS[request.param]
    context = browser.new_context(
        # Not as a mobile page: that grows with what is too wide, and the test could not fail.
        viewport={"width": width, "height": height},
        has_touch=True,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_MS)
    if scale != 1:
        context.add_init_script(
            "addEventListener('DOMContentLoaded', () => {"
            f"document.documentElement.style.fontSize = '{100 * scale}%' }})"
        )
    page = open_app(context, server, "/app/demo")
    page.wait_for_url(f"{server.url}/app/")
    yield page
    context.close()


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_scrolls_sideways_and_no_text_is_cut(form: Page, server: Server, path: str):
    form.goto(f"{server.url}/app/{path}")
    form.locator("main h1").first.wait_for()
    wait_until(form, "document.querySelector('main')?.innerText.length > 40")
    width = form.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], f"{path}: the page is {width[0]} px wide on {width[1]}"
    assert form.evaluate(OUTSIDE) == []


def test_the_sets_of_a_workout_in_the_history_stay_in_their_card(form: Page, server: Server):
    form.goto(f"{server.url}/app/history")
    form.locator("main a[href*='history/']").first.click()
    expect(form.get_by_text("RIR").first).to_be_visible()
    at_rest(form)
    assert form.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_description_of_the_api_scrolls_nothing_sideways(page: Page, server: Server, width: int):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server.url}/api/docs")
    expect(page.get_by_role("heading", name="Schemas")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_import_at_a_desk_scrolls_nothing_sideways(desktop: Page, server: Server):
    desktop.goto(f"{server.url}/app/import")
    expect(desktop.get_by_text("Choose a file")).to_be_visible()
    assert desktop.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (390, 2)])
def test_the_date_of_an_old_workout_is_not_under_the_button_that_repeats_it(
    page: Page, server: Server, width: int, scale: int
):
    expect(page.get_by_role("heading").first).to_be_visible()
    old = past("back-squat", {"load": kg(100), "reps": 8}, days=1000)
    old["body"]["title"] = "4.Legs&Back"
    page.evaluate(WRITE, [old])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.url}/app/")
    page.evaluate(f"document.documentElement.style.fontSize = '{100 * scale}%'")
    row = page.get_by_role("listitem").filter(has_text="4.Legs&Back")
    expect(row).to_be_visible()
    at_rest(page)
    button = row.get_by_role("button").bounding_box()
    words = [part.bounding_box() for part in row.locator("b, .small").all()]
    assert len(words) == 4
    for box in words:
        beside = box["x"] + box["width"] <= button["x"] + 1
        assert beside or box["y"] + box["height"] <= button["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
