"""Make the pictures of the README from the demo lifter: one of the log, one of growth. Needs Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUM = os.environ.get("IRON_CHROMIUM", "/usr/bin/chromium")


def main() -> None:
    """Start Iron, look at the demo lifter, take the pictures, stop Iron."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(
            [sys.executable, "-m", "iron.cli", "serve", "--port", str(port)],
            env={**os.environ, "IRON_HOME": home},
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for(f"http://localhost:{port}/api/v1/me")
            take(f"http://localhost:{port}")
        finally:
            server.terminate()
            server.wait(timeout=10)


def wait_for(address: str) -> None:
    """Wait until the server answers."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own loopback address
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{address} does not answer.")


def take(url: str) -> None:
    """Log two sets of the leg press as the demo lifter would, then look at his growth."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        phone = browser.new_context(
            viewport={"width": 412, "height": 950},  # a little longer than most: the whole log unscrolled
            has_touch=True,
            is_mobile=True,
            color_scheme="dark",
            device_scale_factor=2,
            reduced_motion="reduce",
        )
        page = phone.new_page()
        page.goto(f"{url}/app/demo")
        page.get_by_text("Lately").wait_for()
        page.goto(f"{url}/app/log?exercise=leg-press-45")
        for _ in range(2):
            page.locator("button", has_text="Log ").last.click()
            page.wait_for_timeout(1200)
        page.get_by_text("Set logged.").wait_for(state="hidden")
        picture(page, "log")
        page.emulate_media(color_scheme="light")
        page.goto(f"{url}/app/growth/leg-press-45")
        page.get_by_text("kg for ten").first.wait_for()
        page.wait_for_timeout(3000)
        picture(page, "growth")
        browser.close()


def picture(page: Page, name: str) -> None:
    """Write one picture."""
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path)
    print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
