"""A real Iron on a free port, a real Chromium, one phone and one desktop."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

PHONE = {"width": 412, "height": 915}
DESKTOP = {"width": 1280, "height": 900}
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
# How long a state of the page may take on a loaded machine; what is true at once does not wait.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
APP = Path(__file__).parents[2] / "src" / "iron" / "server" / "dist" / "app" / "index.html"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


def chromium_path() -> str | None:
    return os.environ.get("IRON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def need(found: object, sentence: str) -> None:
    """Skip, or fail in CI, where something that a test needs is missing."""
    if found:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@dataclass
class Server:
    """A running Iron: its address, its data folder and the one-time code of the first account."""

    url: str
    home: Path
    code: str
    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End it without a goodbye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)


def kill_browser(profile: Path) -> None:
    """Kill every process of a browser, without a goodbye: what a phone does that runs out of memory."""

    def running() -> list[int]:
        pids = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]
        return [pid for pid in pids if _is_of(pid, profile)]

    assert running()
    deadline = time.monotonic() + 30
    while pids := running():
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        assert time.monotonic() < deadline, f"{pids} do not end"
        time.sleep(0.05)
    (profile / "SingletonLock").unlink(missing_ok=True)


def _is_of(pid: int, profile: Path) -> bool:
    """Say whether a process that has not ended is of the browser with this profile."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return str(profile).encode() in command


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(home: Path, port: int | None = None, **settings: str) -> Server:
    """Start ``iron serve`` with these variables and wait until it answers."""
    port = port or free_port()
    log = home.parent / f"{home.name}-{port}.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "iron.cli", "serve", "--port", str(port)],
            env={**os.environ, "IRON_HOME": str(home), "PYTHONUNBUFFERED": "1", **settings},
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
    url = f"http://localhost:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/api/v1/me", timeout=2):
                break
        except OSError:
            if process.poll() is not None:
                pytest.fail(f"iron serve stopped:\n{log.read_text()}")
            time.sleep(0.1)
    else:
        pytest.fail(f"iron serve did not answer within a minute:\n{log.read_text()}")
    code = re.search(r"One-time code[^:]*: (\S+)", log.read_text())
    return Server(url, home, code.group(1) if code else "", process)


def real_time() -> dict[str, str | float | bool]:
    """The environment without faketime, below which Chromium starts no service worker."""
    return {name: value for name, value in os.environ.items() if name not in ("LD_PRELOAD", "FAKETIME")}


def move_dates(running: Browser) -> None:
    """`make test-dates`: give every page the date of this process, which faketime has moved; time goes on."""
    new_context = running.new_context

    def moved(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.clock.install(time=datetime.now())
        return context

    running.new_context = moved  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    need(
        path,
        "No Chromium found: install the package chromium (apt-get install chromium), or set IRON_CHROMIUM.",
    )
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS, env=real_time())
        if "FAKETIME" in os.environ:
            move_dates(running)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests that only look, or that bring their own guest."""
    need(APP.exists(), "The app is not built: run make setup.")
    running = start_server(tmp_path_factory.mktemp("server") / "var")
    yield running
    running.kill()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of one test's own, for accounts and kills."""
    need(APP.exists(), "The app is not built: run make setup.")
    running = start_server(tmp_path / "var")
    yield running
    if running.process.poll() is None:
        running.kill()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone with nothing on it yet."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, server: Server) -> Page:
    """The app, opened for the first time on a phone."""
    return open_app(phone, server)


@pytest.fixture
def desktop(browser: Browser, server: Server) -> Iterator[Page]:
    """The app, opened for the first time at a desk."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    yield open_app(context, server)
    context.close()


def open_app(context: BrowserContext, server: Server, path: str = "/app/") -> Page:
    """Open a page of the app and wait until its service worker controls it."""
    page = context.new_page()
    page.goto(server.url + path)
    wait_until(page, "navigator.serviceWorker && navigator.serviceWorker.controller !== null")
    return page


def wait_until(page: Page, script: str, seconds: float = PATIENCE_MS / 1000) -> None:
    """Wait until a script says true; page.wait_for_function needs eval, which our content security policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(script):
        if time.monotonic() > deadline:
            pytest.fail(f"Still not true after {seconds:g} s: {script}")
        page.wait_for_timeout(50)


def wait_for(page: Page, condition: Callable[[], bool], what: str) -> None:
    """Wait until something that Python can ask is true."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"Still not true after {PATIENCE_MS // 1000} s: {what}")
        page.wait_for_timeout(50)


def wait_for_value(page: Page, read: Callable[[], object], expected: object) -> None:
    """Wait until what a function reads (a database, a page) is as expected; a failure shows the last value."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while (value := read()) != expected:
        if time.monotonic() > deadline:
            assert value == expected, f"still so after {PATIENCE_MS // 1000} s"
        page.wait_for_timeout(50)


# True when nothing on the page moves, and nothing was changed for twelve frames.
AT_REST = """async () => {
  const moves = () => document.getAnimations().some((each) =>
    each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity)
  let still = 0
  const watcher = new MutationObserver(() => { still = 0 })
  watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  for (let frame = 0; frame < 600 && still < 12; frame++) {
    // A tab behind another one paints no frames.
    await new Promise((next) => { requestAnimationFrame(next); setTimeout(next, 50) })
    still = moves() ? 0 : still + 1
  }
  watcher.disconnect()
  return still >= 12
}"""


def at_rest(page: Page) -> None:
    """Wait until a page has come to rest: everything is loaded, nothing moves, nothing changes any more."""
    page.wait_for_load_state("networkidle")
    wait_until(page, AT_REST)


# Library files that this page has asked for, all in the phone's caches.
KEPT = """async () => {
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/app/content/'))
  const kept = await Promise.all(files.map((name) => caches.match(name, { ignoreSearch: true })))
  return kept.every(Boolean)
}"""


def kept_offline(page: Page) -> None:
    """Wait until the service worker has put away what the page has loaded: the signal may go now."""
    wait_until(page, "navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated')")
    page.wait_for_load_state("networkidle")
    wait_until(page, KEPT)
