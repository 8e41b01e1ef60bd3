"""Guides without a server: visited ones when it is out of reach, and the whole library from a disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Server, kept_offline, open_app, wait_until
from lent_devices import PHONE
from playwright.sync_api import Browser, expect

IN_CACHE = "navigator.serviceWorker.controller && caches.match(location.href).then(Boolean)"


def test_a_visited_guide_stays_readable_and_another_says_what_is_kept(browser: Browser, own_server: Server):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{own_server.url}/exercises/leg-press-45/")
    wait_until(page, IN_CACHE)
    page.goto(f"{own_server.url}/exercises/back-squat/")
    wait_until(page, IN_CACHE)
    own_server.kill()

    page.goto(f"{own_server.url}/exercises/leg-press-45/")
    expect(page.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.toc ol')).display") == "flex"

    page.goto(f"{own_server.url}/exercises/plank/")
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    page.get_by_role("link", name="Back squat").click()
    expect(page.get_by_role("heading", name="Back squat", level=1)).to_be_visible()
    context.close()


def test_a_guide_that_was_never_opened_leads_to_the_copy_of_the_app(browser: Browser, own_server: Server):
    context = browser.new_context(viewport=PHONE)
    page = open_app(context, own_server)
    kept_offline(page)
    page.goto(f"{own_server.url}/exercises/back-squat/")
    wait_until(page, IN_CACHE)
    own_server.kill()

    page.goto(f"{own_server.url}/exercises/plank/")
    expect(page.get_by_role("link", name="Open the library in the app")).to_be_visible()
    page.goto(f"{own_server.url}/exercises/leg-press-45/")
    page.get_by_role("link", name="Open this guide in the app").click()
    expect(page.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    assert page.url == f"{own_server.url}/app/library/leg-press-45"
    context.close()


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole library, written by the command."""
    out = tmp_path_factory.mktemp("site") / "guides"
    command = [
        sys.executable,
        "-m",
        "iron.cli",
        "site",
        "--out",
        str(out),
        "--base-url",
        "https://example.org",
    ]
    subprocess.run(command, check=True, env=os.environ)
    return out


def test_the_site_opens_from_a_disk_and_its_search_forgives(browser: Browser, disk: Path):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(disk.joinpath("index.html").as_uri())
    page.get_by_role("link", name="Exercises", exact=True).first.click()
    page.get_by_role("searchbox").fill("beinprese")
    page.locator("#found").get_by_role("link", name="45° leg press").click()
    expect(page.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    page.get_by_role("link", name="Leg press or squat?").click()
    page.get_by_role("link", name="A higher jump").click()
    expect(page.locator("[aria-current]", has_text="A higher jump")).to_be_visible()
    page.get_by_role("link", name="Leg press and squat side by side").click()
    expect(page.get_by_role("heading", name="45° leg press or Back squat")).to_be_visible()
    page.get_by_role("link", name="Exercises", exact=True).first.click()
    page.get_by_text("By muscle").click()
    page.get_by_role("link", name="Chest", exact=True).first.click()
    expect(page.get_by_role("link", name="Bench press Chest").first).to_be_visible()
    assert problems == []
    context.close()
