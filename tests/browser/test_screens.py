"""Every screen is quiet: no error, no other host; the app can be installed (axe: test_accessibility.py)."""

from __future__ import annotations

import json
import urllib.request

from conftest import Server, at_rest
from playwright.sync_api import Page

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
        at_rest(page)
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
