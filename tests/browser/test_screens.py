"""Every screen: axe finds nothing, light and dark; the app can be installed."""

from __future__ import annotations

import json
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import PHONE, Server, open_app
from lifter import log_set, open_press
from playwright.sync_api import Browser, Page, expect

SCREENS = (
    "",
    "log",
    "growth",
    "growth/leg-press-45",
    "records/leg-press-45",
    "history",
    "library",
    "library/leg-press-45",
    "import",
    "me",
    "me/account",
    "machines",
)
PAGES = ("/", "/exercises/", "/exercises/leg-press-45/", "/api/docs")


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_on_any_screen(browser: Browser, server: Server, scheme: str):
    context = browser.new_context(
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = open_app(context, server, "/app/demo")
    expect(page.get_by_text("Demo lifter").first).to_be_visible()
    open_press(page, server.url)
    log_set(page, "180", "12")
    found = []
    for address in [*(f"/app/{screen}" for screen in SCREENS), *PAGES]:
        page.goto(server.url + address)
        page.wait_for_timeout(700)
        result = Axe().run(page)
        for violation in result.response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            found.append(f"{address} {violation['id']}: {nodes}")
    assert found == []
    context.close()


def test_no_screen_logs_an_error_or_asks_another_host(page: Page, server: Server):
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda r: troubles.append(r.url) if not r.url.startswith((server.url, "data:", "blob:")) else None,
    )
    for screen in SCREENS:
        page.goto(f"{server.url}/app/{screen}")
        page.wait_for_timeout(400)
    assert troubles == []


def test_the_app_can_be_installed(server: Server):
    with urllib.request.urlopen(f"{server.url}/app/manifest.webmanifest") as answer:
        manifest = json.load(answer)
    assert manifest["display"] == "standalone"
    assert manifest["start_url"] == manifest["scope"] == "/app/"
    sizes = {(icon["sizes"], icon.get("purpose", "any")) for icon in manifest["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= sizes
    for icon in manifest["icons"]:
        with urllib.request.urlopen(f"{server.url}/app/{icon['src'].removeprefix('/app/')}") as picture:
            assert picture.status == 200
