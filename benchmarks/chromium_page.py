"""A page of a slow Chromium with a bundle of one TypeScript file of this folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]


@contextmanager
def page_with(source: str) -> Iterator[Page | None]:
    """Open a page that has run ``benchmarks/<source>``; None where no Chromium or no node_modules are here."""
    chromium = os.environ.get("IRON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    rolldown = ROOT / "web" / "node_modules" / ".bin" / "rolldown"
    if chromium is None or not rolldown.exists():
        yield None
        return
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bundle = Path(folder) / "bundle.js"
        subprocess.run(
            [str(rolldown), f"benchmarks/{source}", "--file", str(bundle), "--format", "iife"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_script_tag(content=bundle.read_text(encoding="utf-8"))
        yield page
        browser.close()
