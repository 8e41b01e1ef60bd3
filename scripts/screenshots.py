"""Make the pictures of the README and of the first page, and a contact sheet of each screen. Needs Chromium."""

from __future__ import annotations

from pathlib import Path

from contact_sheets import take_sheets
from demo_server import CHROMIUM, FLAGS, demo_server
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SITE = ROOT / "src" / "iron" / "server" / "pages" / "static"


def main() -> None:
    """Start Iron, look at the demo lifter, take the pictures, stop Iron."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demo_server() as url:
        take(url)
        take_sheets(url, ROOT / "var" / "contact-sheets")


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
        page.get_by_text("Recent").wait_for()
        page.goto(f"{url}/app/log?exercise=leg-press-45")
        for _ in range(2):
            page.locator("button", has_text="Log ").last.click()
            page.wait_for_timeout(1200)
        page.get_by_text("Set logged.").wait_for(state="hidden")
        picture(page, "log")
        page.emulate_media(color_scheme="light")
        page.goto(f"{url}/app/growth/leg-press-45")
        page.get_by_text("kg for 10 reps").first.wait_for()
        page.wait_for_timeout(3000)
        picture(page, "growth")
        browser.close()


def picture(page: Page, name: str) -> None:
    """Write one picture for the README, and a smaller one for the first page."""
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path)
    size = page.viewport_size or {"width": 412, "height": 950}
    page.set_viewport_size({"width": 412, "height": 892})
    page.screenshot(path=SITE / f"shot-{name}.jpg", type="jpeg", quality=60)
    page.set_viewport_size(size)
    print(f"wrote {path.relative_to(ROOT)} and shot-{name}.jpg")


if __name__ == "__main__":
    main()
