"""Every screen: axe finds nothing, light and dark; the app can be installed; imports go in by dropping a file."""

from __future__ import annotations

import json
import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import PHONE, Server, open_app
from lifter import log_set, open_press, stored_sets
from playwright.sync_api import Browser, BrowserContext, Page, expect

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

STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:00:00,"Legs",1h,"Leg Press (45°)",1,180.0,12,0,0,"","",8
2026-03-02 18:00:00,"Legs",1h,"Deadmill",1,0,0,0,60,"",,
2026-03-09 18:00:00,"Legs",1h,"Leg Press (45°)",1,185.0,10,0,0,"","",
2026-03-09 18:00:00,"Legs",1h,"Leg Press (45°)",2,185.0,ten,0,0,"","",
"""


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


def test_a_dropped_file_is_planned_brought_in_once_and_can_be_taken_back(page: Page, server: Server):
    log = {"name": "strong.csv", "mimeType": "text/csv", "buffer": STRONG.encode()}
    page.goto(f"{server.url}/app/import")
    page.set_input_files("input[type=file]", files=[log])
    main = page.get_by_role("main")
    page.get_by_role("button", name="Kilograms").click()
    for words in ("2 workouts", "Deadmill", "ten"):
        expect(main).to_contain_text(words)
    assert stored_sets(page) == []
    page.get_by_role("button", name=re.compile("^Bring in")).click()
    expect(main).to_contain_text("Take it back")
    assert len(stored_sets(page)) == 3
    page.set_input_files("input[type=file]", files=[log])
    page.get_by_role("button", name="Kilograms").click()
    expect(main).to_contain_text(re.compile("already|nothing new", re.IGNORECASE))
    page.goto(f"{server.url}/app/import")
    page.goto(f"{server.url}/app/history")
    expect(main).to_contain_text("Legs")


def test_the_worker_gives_way_to_a_new_version_only_when_asked(phone: BrowserContext, server: Server):
    page = open_app(phone, server)
    worker = page.evaluate("fetch('/app/sw.js').then((r) => r.text())")
    assert "skipWaiting" in worker  # on the message of the reload button, not at installation
    assert "self.skipWaiting()" not in worker.split("addEventListener")[0]
