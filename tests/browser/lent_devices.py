"""Phones and desks that keep Iron's service workers from test to test, and nothing else.

Installing the worker (177 files into a cache, compiled there) costs more than most tests. A device that was given
back is emptied: pages, journals, settings, cookies, permissions and opened guides go, the worker and its files stay.
"""

from __future__ import annotations

import os
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, ViewportSize, WebError

PHONE: ViewportSize = {"width": 412, "height": 915}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PATIENCE_MS = 60_000
"""How long a state of the page may take on a loaded machine; what is true at once does not wait."""

A_PHONE: dict[str, Any] = {
    "viewport": PHONE,
    "has_touch": True,
    "is_mobile": True,
    "reduced_motion": "reduce",
}
A_DESK: dict[str, Any] = {"viewport": DESKTOP, "reduced_motion": "reduce"}

# Everything that a page may store, but for the service workers and the cache of the app's.
_JOURNALS = "cookies,file_systems,indexeddb,local_storage,websql,shared_storage,storage_buckets"
# Guides and the demo, kept when they were opened (web/vite.config.ts), and pages of the site; the app itself stays.
_FORGET = """async () => {
  for (const name of await caches.keys()) if (!name.includes('-precache-')) await caches.delete(name)
}"""

ORIGINS: set[str] = set()
"""Addresses of the servers of this run."""


PAGE_ERRORS: list[str] = []
"""Exceptions that no code of a page caught and errors on its console, since the test began."""


def new_device(browser: Browser, shape: dict[str, Any]) -> BrowserContext:
    """A device with nothing on it, not even the service worker."""
    context = browser.new_context(**shape)
    context.set_default_timeout(PATIENCE_MS)
    record_errors(context)
    return context


def record_errors(context: BrowserContext) -> None:
    """Write what goes wrong in its pages to ``PAGE_ERRORS``: a failing test shows it."""

    def exception(problem: WebError) -> None:
        error = problem.error
        PAGE_ERRORS.append(f"uncaught: {getattr(error, 'stack', None) or error}")

    def console(message: ConsoleMessage) -> None:
        # A request that fails without signal is no fault.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            PAGE_ERRORS.append(f"console: {message.text}")

    context.on("weberror", exception)
    context.on("console", console)


class Devices:
    """Devices of each shape that wait for the next test."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._waiting: dict[str, list[BrowserContext]] = {}

    def take(self, shape: dict[str, Any]) -> BrowserContext:
        """An empty device, with the service worker where an earlier test installed it."""
        waiting = self._waiting.setdefault(repr(shape), [])
        return waiting.pop() if waiting else new_device(self._browser, shape)

    def give_back(self, shape: dict[str, Any], context: BrowserContext) -> None:
        """Empty a device for the next test."""
        empty(context)
        self._waiting[repr(shape)].append(context)

    def close(self) -> None:
        """End all of them."""
        for contexts in self._waiting.values():
            for context in contexts:
                context.close()


def empty(context: BrowserContext) -> None:
    """Take everything off a device but the service workers and the files of the app.

    Raises AssertionError where a test set the clock, which stays with a device: the next test would live on its day.
    """
    for page in context.pages:
        page.close()
    context.unroute_all(behavior="ignoreErrors")
    context.set_offline(False)
    context.clear_permissions()
    context.clear_cookies()
    page = context.new_page()
    tools = context.new_cdp_session(page)
    # A page of each address, without the site's worker, and without the server, which may have ended.
    tools.send("Network.enable")
    tools.send("Network.setBypassServiceWorker", {"bypass": True})
    page.route("**/nothing", lambda route: route.fulfill(body="", content_type="text/html"))
    for origin in ORIGINS:
        tools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _JOURNALS})
        page.goto(f"{origin}/nothing")
        page.evaluate(_FORGET)
    is_clock_set = page.evaluate("'__pwClock' in window")
    page.close()
    # Below faketime every device has a moved clock (conftest.py).
    assert "FAKETIME" in os.environ or not is_clock_set, "A test that sets the clock takes new_phone."
