"""The leg press to play with: on the server's guide page and in the app, by hand, by keyboard, and as text."""

from __future__ import annotations

from conftest import Server, kept_offline, open_app, wait_until
from lent_devices import PHONE
from playwright.sync_api import Browser, BrowserContext, Page, expect

GUIDE = "/exercises/leg-press-45/"


def guide_page(context: BrowserContext, server: Server) -> tuple[Page, list[str]]:
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(server.url + GUIDE)
    page.mouse.wheel(0, 400)
    try_it = page.get_by_role("button", name="Move feet, depth and load yourself")
    try_it.wait_for()
    page.evaluate("window.shiftBefore = window.shift")
    try_it.click()
    page.locator(".model svg").wait_for()
    return page, problems


def changed(page: Page) -> str:
    return page.locator(".changed").inner_text()


def test_the_guide_page_draws_the_press_under_its_strict_policy_and_nothing_jumps(
    browser: Browser, server: Server
):
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) "
        "window.shift += entry.value }).observe({ type: 'layout-shift', buffered: true })"
    )
    page, problems = guide_page(context, server)
    assert problems == []
    # What the lifter asked for by a click may move the page; what comes by itself may not.
    assert page.evaluate("window.shiftBefore") < 0.02
    assert page.get_by_text("hip 131°").is_visible()
    context.close()


def test_the_guide_page_without_scripts_says_the_short_of_it(browser: Browser, server: Server):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url + GUIDE)
    text = page.locator("#press-picture").inner_text()
    assert "145 kg straight up" in text
    assert "2 to 53 % of that work" in text
    context.close()


def test_feet_dragged_up_the_plate_are_told_as_a_band(browser: Browser, server: Server):
    context = browser.new_context(viewport=PHONE)
    page, _ = guide_page(context, server)
    page.locator(".feet").scroll_into_view_if_needed()
    box = page.locator(".feet .reach").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 10, y - 10, steps=6)
    page.mouse.up()
    wait_until(page, "document.querySelector('.changed').innerText.includes('higher')")
    assert "more hip work, depending on how you push" in changed(page)
    context.close()


def test_arrow_keys_move_feet_and_sled_and_a_reader_hears_it_once(browser: Browser, server: Server):
    context = browser.new_context(viewport=PHONE)
    page, _ = guide_page(context, server)
    feet = page.get_by_role("slider", name="Feet on the plate: drag them")
    feet.focus()
    for _ in range(5):
        page.keyboard.press("ArrowUp")
    wait_until(page, "document.querySelector('.changed').innerText.includes('5 cm higher')")
    assert feet.get_attribute("aria-valuetext") == "20 centimetres above the line through the hip"
    assert "0 to 16 points more hip work" in changed(page)
    wait_until(page, "document.querySelector('.model [role=status]').innerText.includes('0 to 16 points')")
    sled = page.get_by_role("slider", name="Depth: drag the sled")
    sled.focus()
    page.keyboard.press("PageDown")
    wait_until(page, "document.querySelector('.changed').innerText.includes('5° deeper')")
    assert sled.get_attribute("aria-valuenow") == "105"
    context.close()


def test_a_foot_height_that_cannot_be_names_the_limit_in_the_units_of_the_screen(
    browser: Browser, server: Server
):
    context = browser.new_context(viewport=PHONE)
    page, _ = guide_page(context, server)
    page.get_by_label("Feet in cm").fill("55")
    refusal = page.locator(".refused")
    refusal.wait_for()
    assert "55 cm is outside −20 to 40 cm. The nearest possible value is 40 cm" in refusal.inner_text()
    assert "NaN" not in page.locator(".model").inner_html()
    context.close()


def test_everything_is_there_as_a_table_and_targets_are_large_enough(browser: Browser, server: Server):
    context = browser.new_context(viewport=PHONE)
    page, _ = guide_page(context, server)
    page.get_by_text("Show as a table").click()
    row = page.get_by_role("row", name="Hip work, by how you push")
    assert "2 to 53 %" in row.inner_text()
    small = page.evaluate(
        "[...document.querySelectorAll('.model button, .model input, .model summary, .model [role=slider]')]"
        ".map((one) => one.getBoundingClientRect()).filter((box) => box.width && (box.width < 44 || box.height < 44)).length"
    )
    assert small == 0
    context.close()


def test_the_guide_of_the_app_has_the_picture_without_signal_and_rests_when_motion_is_reduced(
    phone: BrowserContext, server: Server
):
    page = open_app(phone, server, "/app/library/leg-press-45")
    page.get_by_text("45° leg press").first.wait_for()
    kept_offline(page)
    phone.set_offline(True)
    page.reload()
    page.get_by_text("Muscles").first.wait_for()
    page.mouse.move(200, 500)
    page.mouse.wheel(0, 700)
    page.locator(".model svg").wait_for()
    assert page.get_by_role("button", name="One press").count() == 0


def test_the_guide_of_the_hack_squat_shows_the_bands_of_its_model(phone: BrowserContext, server: Server):
    page = open_app(phone, server, "/app/library/hack-squat")
    card = page.get_by_role("region", name="Hack-squat model")
    expect(card).to_contain_text("37 to 94 %")
    expect(card).to_contain_text("never measured")
