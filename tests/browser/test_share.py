"""A workout goes out as picture, file and text, and comes in on another phone after it was looked at."""

from __future__ import annotations

import json
import re

from axe import nothing_found_by_axe
from conftest import Lend, Server, open_app, wait_for_value
from lent_devices import A_PHONE
from lifter import WRITE, stored_sets
from playwright.sync_api import Page, expect
from test_leg_day import LAST_WEEK, earlier_workout


def noted_workout() -> dict:
    row = earlier_workout(8, LAST_WEEK, "Legs A")
    row["body"]["note"] = "bad sleep"
    row["body"]["gym"] = "Keller"
    row["body"]["entries"][0]["note"] = "left knee"
    return row


def open_share(page: Page, server: Server) -> None:
    page.evaluate(WRITE, [noted_workout()])
    page.goto(f"{server.url}/app/history")
    page.get_by_role("link", name=re.compile("Legs A")).click()
    page.get_by_role("link", name="Share").click()
    expect(page.get_by_role("img")).to_be_visible()


def saved(page: Page, button: str | re.Pattern[str], tmp_path):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_the_picture_is_made_on_the_phone_without_signal_and_without_notes(
    page: Page, server: Server, tmp_path
):
    open_share(page, server)
    page.context.set_offline(True)
    file = saved(page, re.compile("the picture"), tmp_path)
    data = file.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20], "big") == 1080
    assert file.name.endswith(".png")
    sentence = page.get_by_role("img").get_attribute("alt") or ""
    assert "45° leg press: 180 kg × 12 · 12 · 12 · 12" in sentence
    assert "bad sleep" not in sentence
    assert "Keller" not in sentence
    page.get_by_label("Include notes").check()
    expect(page.get_by_role("img", name=re.compile("bad sleep"))).to_be_visible()
    nothing_found_by_axe(page)


def test_the_text_is_copied(page: Page, server: Server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_share(page, server)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Legs A\n")
    assert "Hack squat: 100 kg × 10 · 10 · 10 · 10" in copied
    assert "left knee" not in copied


def test_a_file_becomes_a_routine_or_a_past_workout_on_another_phone_after_it_was_looked_at(
    page: Page, lend: Lend, server: Server, tmp_path
):
    open_share(page, server)
    file = saved(page, "Share as an Iron file", tmp_path)
    assert file.suffix == ".iron-workout"
    assert not [secret for secret in ("bad sleep", "left knee", "Keller") if secret in file.read_text()]
    fresh = open_app(lend(A_PHONE), server, "/app/history")
    fresh.get_by_role("link", name="Open a shared workout").click()
    for n, (text, sentence) in enumerate(
        (
            ("PK", "not an Iron workout, or it is incomplete"),
            (json.dumps({"format": "iron-archive"}), "copy of a whole log"),
            (file.read_text().replace('"reps": 12', '"reps": "many"'), "damaged"),
        )
    ):
        wrong = tmp_path / f"wrong-{n}.iron-workout"
        wrong.write_text(text)
        fresh.get_by_label("Choose a file").set_input_files(wrong)
        expect(fresh.get_by_role("alert")).to_contain_text(sentence)
    fresh.get_by_label("Choose a file").set_input_files(file)
    seen = fresh.get_by_role("region", name="Preview")
    expect(seen).to_contain_text("45° leg press")
    expect(seen).to_contain_text("180 kg × 12 · 12 · 12 · 12")
    wait_for_value(fresh, lambda: stored_sets(fresh), [])
    nothing_found_by_axe(fresh)
    fresh.get_by_role("button", name=re.compile("Copy to your history")).click()
    expect(fresh.get_by_role("heading", name="Legs A")).to_be_visible()
    wait_for_value(fresh, lambda: len(stored_sets(fresh)), 23)
    fresh.get_by_role("button", name="Undo").click()
    expect(fresh.get_by_role("heading", name="History")).to_be_visible()
    wait_for_value(fresh, lambda: stored_sets(fresh), [])
    fresh.goto(f"{server.url}/app/share/open")
    fresh.get_by_label("Choose a file").set_input_files(file)
    fresh.get_by_role("button", name="Save as a routine").click()
    expect(fresh.get_by_text("Saved as a routine")).to_be_visible()
    fresh.goto(f"{server.url}/app/")
    expect(fresh.get_by_role("button", name="Start Legs A")).to_be_visible()
