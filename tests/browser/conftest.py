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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 412, "height": 915}
DESKTOP = {"width": 1280, "height": 900}
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(home: Path, port: int | None = None) -> Server:
    """Start ``iron serve`` and wait until it answers."""
    port = port or free_port()
    log = home.parent / f"{home.name}-{port}.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "iron.cli", "serve", "--port", str(port)],
            env={**os.environ, "IRON_HOME": str(home), "PYTHONUNBUFFERED": "1"},
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    need(
        path,
        "No Chromium found: install the package chromium (apt-get install chromium), or set IRON_CHROMIUM.",
    )
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
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
    context.set_default_timeout(15_000)
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
    context.set_default_timeout(15_000)
    yield open_app(context, server)
    context.close()


def open_app(context: BrowserContext, server: Server, path: str = "/app/") -> Page:
    """Open a page of the app and wait until its service worker controls it."""
    page = context.new_page()
    page.goto(server.url + path)
    wait_until(page, "navigator.serviceWorker && navigator.serviceWorker.controller !== null")
    return page


def wait_until(page: Page, script: str, seconds: float = 15) -> None:
    """Wait until a script says true; page.wait_for_function needs eval, which our content security policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(script):
        if time.monotonic() > deadline:
            pytest.fail(f"Still not true after {seconds:g} s: {script}")
        page.wait_for_timeout(50)
