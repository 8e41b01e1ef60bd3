"""Chromium killed while it writes, again and again: every set that the screen had shown as logged is there afterwards.

Two kills by default; ``IRON_KILLS=100 pytest -m browser tests/browser/test_killed_browser.py`` for more, and
``IRON_KILLS_SEED`` for other moments.
"""

from __future__ import annotations

import os
import random
import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path

from conftest import FLAGS, Server, kill_browser, shell_path
from lent_devices import PATIENCE_MS, PHONE
from lifter import log_set, open_press, stored_sets
from playwright.sync_api import Browser, BrowserContext, Error

KILLS = int(os.environ.get("IRON_KILLS", "2"))
SEED = int(os.environ.get("IRON_KILLS_SEED", "1"))

# Taps the log button as fast as it takes taps, and tells how many sets the screen says are logged.
LOG_ON = """() => {
  const buttons = (words) => [...document.querySelectorAll('button')].find((each) => words.test(each.textContent.trim()))
  const show = () => { const undo = buttons(/Undo set/); if (undo) window.shown(undo.textContent.trim()) }
  new MutationObserver(show).observe(document.body, { subtree: true, childList: true, characterData: true })
  setInterval(() => {
    const log = buttons(/^Log \\d/)
    if (log) { log.click(); window.tapped() }
  }, 430)
}"""


class Life:
    """One start of the browser with the profile: what it confirmed until it was killed."""

    def __init__(self) -> None:
        self.shown: set[str] = set()
        self.taps = 0

    def log_until_killed(self, context: BrowserContext, url: str, seconds: float, profile: Path) -> None:
        """Tap on and on; the whole browser is killed some time after the first confirmed set."""
        page = context.new_page()
        page.expose_function("shown", self._show)
        page.expose_function("tapped", self._tap)
        open_press(page, url)
        log_set(page, "200", "8")
        killer = threading.Timer(seconds, kill_browser, [profile])
        page.evaluate(LOG_ON)
        killer.start()
        with suppress(Error):
            page.wait_for_event("close", timeout=PATIENCE_MS)
        killer.join()

    def _show(self, text: str) -> None:
        self.shown.add(text)

    def _tap(self) -> None:
        self.taps += 1


def test_sets_that_were_shown_are_there_after_each_kill_and_none_is_doubled(
    browser: Browser, server: Server, tmp_path: Path
):
    dice = random.Random(SEED)  # noqa: S311  (repeatable, not secret)
    profile = tmp_path / "profile"

    def start() -> BrowserContext:
        context = browser.browser_type.launch_persistent_context(
            str(profile), executable_path=shell_path(), args=FLAGS, viewport=PHONE
        )
        context.set_default_timeout(PATIENCE_MS)
        return context

    least = most = 0
    for number in range(KILLS):
        life = Life()
        life.log_until_killed(start(), server.url, dice.uniform(0.6, 3), profile)
        # A set is shown once it is on the disk; the last tap may be there without having been shown.
        again = start()
        page = again.new_page()
        page.goto(f"{server.url}/app/")
        sets = stored_sets(page)
        assert Counter(row["id"] for row in sets).most_common(1)[0][1] == 1
        shown = max((int(text.split()[-1]) for text in life.shown), default=0)
        least, most = max(least + 1, shown), most + 1 + life.taps + 1
        assert least <= len(sets) <= most, f"kill {number}: {shown} shown, {life.taps} taps"
        least = most = len(sets)
        again.close()
