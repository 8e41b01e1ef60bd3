"""A new build on the server: the running app says so, waits for the tap, reloads once, and no set is lost."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import APP, Server, at_rest, need, open_app, start_server, wait_until
from lifter import choose, log_set, open_press, stored_sets
from playwright.sync_api import BrowserContext, Page, expect

ROOT = Path(__file__).parents[2]
HASHED = re.compile(r"-([\w-]{8})\.(?:js|css)$")
LOOK = "navigator.serviceWorker.getRegistration().then((here) => here.update()).then(() => true)"

# The new service worker has taken over, and no other one waits or comes.
ONLY_ONE = """async () => {
  const here = await navigator.serviceWorker.getRegistration()
  return here.active?.state === 'activated' && !here.waiting && !here.installing
}"""


@pytest.fixture
def phone(new_phone: BrowserContext) -> BrowserContext:
    """The service worker of another build waits on it."""
    return new_phone


@pytest.fixture
def upgradable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that runs from a copy of Iron, so that its build can be exchanged."""
    need(APP.exists(), "The app is not built: run make setup.")
    shutil.copytree(ROOT / "src", tmp_path / "src")
    (tmp_path / "content").symlink_to(ROOT / "content")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "src"))
    running = start_server(tmp_path / "var")
    yield running
    if running.process.poll() is None:
        running.kill()


def upgrade(server: Server) -> Server:
    """Stop it, put the next build in place, start it again at the same address."""
    server.kill()
    next_build(server.home.parent / "src" / "iron" / "server" / "dist" / "app")
    return start_server(server.home, int(server.url.rpartition(":")[2]))


def next_build(app: Path) -> None:
    """As a build with a changed app file: every hashed name is another one, and the page names the new ones."""
    for packed in [*app.rglob("*.br"), *app.rglob("*.gz")]:
        packed.unlink()
    hashes = {match.group(1) for path in (app / "assets").iterdir() if (match := HASHED.search(path.name))}
    for path in [*app.glob("*.js"), *app.glob("*.html"), *(app / "assets").iterdir()]:
        text = path.read_text()
        for file_hash in hashes:
            text = text.replace(f"-{file_hash}.", f"-{file_hash[::-1]}.")
        if path.name.startswith("app-"):
            text = f"globalThis.ironBuild = 'next';{text}"
        if path.name == "sw.js":
            text, count = re.subn(r'("?index\.html"?,\s*"?revision"?:\s*)"[0-9a-f]+"', r'\1"next"', text)
            assert count == 1
        name = path.name
        for file_hash in hashes:
            name = name.replace(f"-{file_hash}.", f"-{file_hash[::-1]}.")
        path.unlink()
        path.with_name(name).write_text(text)


def build_of(page: Page) -> str | None:
    return page.evaluate("globalThis.ironBuild ?? null")


def test_a_new_version_waits_for_the_tap_and_loses_no_set(phone: BrowserContext, upgradable: Server):
    page = open_app(phone, upgradable)
    open_press(page, upgradable.url)
    log_set(page, "180", "12")
    choose(page, "Repetitions", "Repetitions", "9")
    loads: list[str] = []
    page.on("load", lambda _: loads.append(page.url))

    server = upgrade(upgradable)
    try:
        assert page.evaluate(LOOK)
        expect(page.get_by_text("A new version is ready.")).to_be_visible()
        at_rest(page)
        log_set(page, "180", "9")
        assert (loads, build_of(page)) == ([], None), "nothing is reloaded under the lifter's hands"

        with page.expect_event("load"):
            page.get_by_role("button", name="Reload").click()
        wait_until(page, f"({ONLY_ONE})()")
        expect(page.get_by_text("A new version is ready.")).to_be_hidden()
        expect(
            page.get_by_role("region", name="Next set").get_by_role("button", name=re.compile("^Set 3"))
        ).to_be_visible()
        assert [(each["load"]["value"], each["reps"]) for each in stored_sets(page)] == [(180, 12), (180, 9)]
        at_rest(page)
        assert (len(loads), build_of(page)) == (1, "next"), "one tap is one reload"
    finally:
        server.kill()


def test_a_reload_without_the_tap_stays_with_the_old_version(phone: BrowserContext, upgradable: Server):
    page = open_app(phone, upgradable)
    server = upgrade(upgradable)
    try:
        assert page.evaluate(LOOK)
        expect(page.get_by_text("A new version is ready.")).to_be_visible()
        page.reload()
        expect(page.get_by_text("A new version is ready.")).to_be_visible()
        assert build_of(page) is None, "old files and new ones never meet"
    finally:
        server.kill()
