"""A real Iron on a free port, a real Chromium, one phone and one desktop."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lent_devices import A_DESK, A_PHONE, ORIGINS, PAGE_ERRORS, PATIENCE_MS, Devices, new_device
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
expect.set_options(timeout=PATIENCE_MS)
Lend = Callable[[dict[str, Any]], BrowserContext]
APP = Path(__file__).parents[2] / "src" / "iron" / "server" / "dist" / "app" / "index.html"


def environment(home: Path) -> dict[str, str]:
    """What a test's server is started with; it hashes passwords quickly, the shipped hasher is slow on purpose."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "quick_settings",
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]),
        "IRON_HOME": str(home),
        "PYTHONUNBUFFERED": "1",
    }


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show with a failing test what went wrong in its pages: an exception may have stopped a screen."""
    report = yield
    if PAGE_ERRORS and report.when == "call" and report.failed:
        report.sections.append(("Errors in the pages", "\n".join(PAGE_ERRORS)))
    return report


@pytest.fixture(autouse=True)
def _no_page_errors() -> None:
    PAGE_ERRORS.clear()


def chromium_path() -> str | None:
    """The whole Chromium, as a phone has it."""
    return os.environ.get("IRON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def shell_path() -> str | None:
    """Chromium without windows, notifications and extensions, which needs a quarter less CPU; else the whole one."""
    return os.environ.get("IRON_CHROMIUM") or shutil.which("chromium-headless-shell") or chromium_path()


def need(tool: object, sentence: str) -> None:
    """Skip, or fail in CI, where something that a test needs is missing."""
    if tool:
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


def kept_port() -> int:
    """A free port that no outgoing connection takes meanwhile (they get theirs from 32768 on)."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    pytest.fail("No free port between 20000 and 32000.")


def start_server(home: Path, port: int | None = None, **settings: str) -> Server:
    """Start ``iron serve`` with these variables and wait until it answers."""
    port = port or free_port()
    log = home.parent / f"{home.name}-{port}.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "iron.cli", "serve", "--port", str(port)],
            env={**environment(home), **settings},
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
    ORIGINS.add(url)
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
    path = shell_path()
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
def whole_browser(browser: Browser) -> Iterator[Browser]:
    """The whole Chromium, for notifications: its shell without windows has none."""
    need(chromium_path(), "No whole Chromium found: install the package chromium, or set IRON_CHROMIUM.")
    running = browser.browser_type.launch(executable_path=chromium_path(), args=FLAGS)
    yield running
    running.close()


@pytest.fixture(scope="session")
def started_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder on which a server was started once: it has its tables and knows that the library is sound."""
    need(APP.exists(), "The app is not built: run make setup.")
    home = tmp_path_factory.mktemp("started") / "var"
    start_server(home).kill()
    return home


@pytest.fixture(scope="session")
def server(started_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests that only look, or that bring their own guest."""
    home = tmp_path_factory.mktemp("server") / "var"
    shutil.copytree(started_home, home)
    running = start_server(home, kept_port())
    yield running
    running.kill()


@pytest.fixture(scope="session")
def own_port() -> int:
    """One port for all servers of one test: a lent phone has the service worker of this address."""
    return kept_port()


@pytest.fixture
def own_server(started_home: Path, tmp_path: Path, own_port: int) -> Iterator[Server]:
    """A server of one test's own, for accounts and kills."""
    home = tmp_path / "var"
    shutil.copytree(started_home, home)
    running = start_server(home, own_port)
    yield running
    if running.process.poll() is None:
        running.kill()


@pytest.fixture(scope="session")
def devices(browser: Browser) -> Iterator[Devices]:
    """Phones and desks that keep the service worker from test to test."""
    all_devices = Devices(browser)
    yield all_devices
    all_devices.close()


@pytest.fixture
def lend(devices: Devices) -> Iterator[Lend]:
    """Gives a test as many devices as it asks for, each without a journal: lend(A_PHONE)."""
    lent: list[tuple[dict[str, Any], BrowserContext]] = []

    def one_more(shape: dict[str, Any]) -> BrowserContext:
        lent.append((shape, devices.take(shape)))
        return lent[-1][1]

    yield one_more
    for shape, context in lent:
        devices.give_back(shape, context)


@pytest.fixture
def phone(lend: Lend) -> BrowserContext:
    """A phone without a journal."""
    return lend(A_PHONE)


@pytest.fixture
def new_phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that never met Iron: for the first visit, and for tests that give it scripts or a clock of their own."""
    context = new_device(browser, A_PHONE)
    yield context
    context.close()


@pytest.fixture
def whole_phone(whole_browser: Browser) -> Iterator[BrowserContext]:
    """A phone that can show notifications."""
    context = new_device(whole_browser, A_PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, server: Server) -> Page:
    """The app, opened for the first time on a phone."""
    return open_app(phone, server)


@pytest.fixture
def desktop(lend: Lend, server: Server) -> Page:
    """The app, opened for the first time at a desk."""
    return open_app(lend(A_DESK), server)


# The app's own service worker: that of the site around it may control the page until it is there.
APP_CONTROLS = "navigator.serviceWorker?.controller?.scriptURL.endsWith('/app/sw.js')"
APP_IS_ACTIVE = """navigator.serviceWorker.getRegistration('/app/').then((registration) =>
  registration?.scope.endsWith('/app/') && registration.active?.state === 'activated')"""


def open_app(context: BrowserContext, server: Server, path: str = "/app/") -> Page:
    """Open a page of the app and wait until the app's service worker controls it."""
    page = context.new_page()
    page.goto(server.url + path)
    wait_until(page, APP_CONTROLS)
    return page


def wait_until(page: Page, script: str, seconds: float = PATIENCE_MS / 1000) -> None:
    """Wait until a script says true; page.wait_for_function needs eval, which our content security policy forbids."""
    deadline = time.monotonic() + seconds
    while not _says_true(page, script):
        if time.monotonic() > deadline:
            pytest.fail(f"Still not true after {seconds:g} s: {script}")
        page.wait_for_timeout(50)


def _says_true(page: Page, script: str) -> bool:
    """Evaluate a script; a page that goes elsewhere in that moment says nothing yet."""
    try:
        return bool(page.evaluate(script))
    except Error as failure:
        if "context was destroyed" in str(failure):
            return False
        raise


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
ALL_IN_CACHE = """async () => {
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/app/content/'))
  const kept = await Promise.all(files.map((name) => caches.match(name, { ignoreSearch: true })))
  return kept.every(Boolean)
}"""


def kept_offline(page: Page) -> None:
    """Wait until the service worker has put away what the page has loaded: the signal may go now."""
    wait_until(page, APP_IS_ACTIVE)
    page.wait_for_load_state("networkidle")
    wait_until(page, ALL_IN_CACHE)
