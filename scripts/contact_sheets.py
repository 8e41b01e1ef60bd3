"""A contact sheet of each screen in eight forms: phone and desktop, light and dark, normal and double text.

The sheets of the last run move to ``previous``; what changed since is printed as a share of the pixels. The demo lifter
trains up to today, so dates and loads differ from day to day: small shares are no news.
"""

from __future__ import annotations

import io
from itertools import product
from typing import TYPE_CHECKING

from demo_server import CHROMIUM, FLAGS
from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SCREENS = {
    "today": "", "growth": "growth", "growth-press": "growth/leg-press-45", "overview": "overview",
    "records": "records", "records-press": "records/leg-press-45", "history": "history",
    "calendar": "history?view=calendar", "plan": "plan", "builder": "builder", "library": "library",
    "guide": "library/leg-press-45", "choose": "choose", "compare": "compare/leg-press-45/back-squat",
    "exercises": "exercises", "machines": "machines", "body": "body", "me": "me", "display": "me/comfort",
    "account": "me/account", "import": "import", "open": "share/open", "log": "log?exercise=leg-press-45",
}  # fmt: skip
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
GAP = 12
BACKGROUND = (90, 90, 90)
DOUBLE_TEXT = (
    "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%' })"
)


def take_sheets(url: str, folder: Path) -> None:
    """Write one PNG for each screen to ``folder`` and print what changed since the last run."""
    previous = folder / "previous"
    previous.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.replace(previous / old.name)
    shots: dict[str, list[Image.Image]] = {name: [] for name in SCREENS}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size, scheme, is_big in product(SIZES, ("light", "dark"), (False, True)):
            for name, picture in _form(browser, url, SIZES[size], scheme, is_big=is_big):
                shots[name].append(picture)
        browser.close()
    for name, pictures in shots.items():
        path = folder / f"{name}.png"
        _sheet(pictures).save(path)
        print(f"wrote {path.relative_to(folder.parents[1])}{_changed(path, previous / path.name)}")


def _form(
    browser: Browser, url: str, size: tuple[int, int], scheme: str, *, is_big: bool
) -> list[tuple[str, Image.Image]]:
    """Every screen of the demo lifter in one form."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    if is_big:
        context.add_init_script(DOUBLE_TEXT)
    page = context.new_page()
    page.goto(f"{url}/app/demo")
    page.get_by_role("heading", name="Today").wait_for()
    pictures = []
    for name, path in SCREENS.items():
        page.goto(f"{url}/app/{path}")
        page.locator("main h1").first.wait_for()
        _wait_until_still(page)
        pictures.append((name, Image.open(io.BytesIO(page.screenshot())).convert("RGB")))
    context.close()
    return pictures


def _wait_until_still(page: Page) -> None:
    """Charts and lists come after the heading: wait until two looks in a row show the same."""
    last = b""
    for _ in range(20):
        look = page.screenshot()
        if look == last:
            return
        last = look
        page.wait_for_timeout(250)


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    """Phones in the first row, desktops below."""
    rows = [[picture for picture in pictures if picture.width == width] for width, _ in SIZES.values()]
    width = max(sum(picture.width + GAP for picture in row) for row in rows) + GAP
    height = sum(max(picture.height for picture in row) + GAP for row in rows) + GAP
    sheet = Image.new("RGB", (width, height), BACKGROUND)
    y = GAP
    for row in rows:
        x = GAP
        for picture in row:
            sheet.paste(picture, (x, y))
            x += picture.width + GAP
        y += max(picture.height for picture in row) + GAP
    return sheet


def _changed(path: Path, before: Path) -> str:
    """How much differs from the last run, in words."""
    if not before.exists():
        return ""
    now, then = Image.open(path), Image.open(before)
    if now.size != then.size:
        return ", its size changed"
    difference = ImageChops.difference(now, then).convert("L").point(lambda value: 255 if value else 0)
    share = difference.histogram()[255] / (now.width * now.height)
    return f", {share:.1%} of it changed" if share else ", unchanged"
