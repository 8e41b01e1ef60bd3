"""The first load: what a first visit waits for, counted from the built files, and enough for the first screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import APP, Server
from playwright.sync_api import BrowserContext, Page, Route, expect

MOST_KIB = 110
MOST_REQUESTS = 10
# The page's own icon, which the first screen shows.
ICON = "icon.svg"
HEADER_BYTES = 300
"""Headers of an answer of Iron, about (benchmarks/app.py shows what goes over the wire)."""


def first_load(folder: Path) -> list[str]:
    """Files that the page names, and what its scripts import before they run."""
    page = (folder / "index.html").read_text()
    named = re.findall(r'(?:src|href)="/app/(assets/[^"]+\.(?:js|css))"', page)
    files, open_files = [], list(named)
    while open_files:
        name = open_files.pop()
        if name in files:
            continue
        files.append(name)
        if name.endswith(".js"):
            code = (folder / name).read_text()
            open_files += [
                f"assets/{other}" for other in re.findall(r'(?:import|from)\s*"\./([^"]+\.js)"', code)
            ]
    return ["index.html", *files, ICON]


def wire_bytes(path: Path) -> int:
    brotli = path.with_name(path.name + ".br")
    return (brotli if brotli.exists() else path).stat().st_size + HEADER_BYTES


def test_the_first_load_stays_within_its_bytes_and_requests(server: Server):
    files = first_load(APP.parent)
    kib = sum(wire_bytes(APP.parent / name) for name in files) / 1024
    assert any(name.endswith(".js") for name in files), files
    assert any(name.endswith(".css") for name in files), files
    assert kib <= MOST_KIB, f"{kib:.1f} KiB in {files}"
    assert len(files) <= MOST_REQUESTS, files


def test_chromium_may_compile_the_first_screens_beside_the_main_thread():
    files = [path for name in ("app", "log") for path in (APP.parent / "assets").glob(f"{name}-*.js")]
    assert [path.name.split("-")[0] for path in files] == ["app", "log"]
    for path in files:
        # Anything before it, and the browser reads a mere comment.
        assert path.read_text().startswith("//# allFunctionsCalledOnLoad\n"), path.name


@pytest.mark.parametrize(
    ("path", "button"), [("/app/", "Start logging"), ("/app/log", "Start a workout")], ids=["today", "log"]
)
def test_the_first_load_is_enough_for_the_first_screen(
    new_phone: BrowserContext, server: Server, path: str, button: str
):
    page = only_first_load(new_phone)
    page.goto(server.url + path)
    expect(page.get_by_role("button", name=button)).to_be_visible()


def test_what_comes_later_is_told_when_it_cannot_come(new_phone: BrowserContext, server: Server):
    page = only_first_load(new_phone)
    page.goto(f"{server.url}/app/log")
    page.get_by_role("button", name="Start a workout").click()
    expect(page.get_by_text("This part is not on this device yet").first).to_be_visible()


def only_first_load(phone: BrowserContext) -> Page:
    """A page that gets nothing but its first load and the answers of the API."""
    allowed = {f"/app/{name}" for name in first_load(APP.parent)}

    def answer(route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3].partition("?")[0]
        is_later = path.startswith(("/app/assets/", "/app/content/", "/app/sw.js")) and path not in allowed
        if is_later:
            route.abort()
        else:
            route.continue_()

    page = phone.new_page()
    page.route("**/*", answer)
    return page
