"""A copy saved, read back and kept on the phone; an account deleted with everything."""

from __future__ import annotations

import contextlib
import json
import sqlite3

from axe import nothing_found_by_axe
from conftest import open_app, wait_for, wait_for_value, wait_until
from lent_devices import A_PHONE
from lifter import JOURNALS, all_sent, sheet_closed, sign_up
from playwright.sync_api import expect

from iron.records import archive

PASSWORD = "sled-and-rail-45"

# Names of the guest's rolling copies that are written whole.
ROLLING_COPIES = """async () => {
  const root = await navigator.storage.getDirectory()
  const copies = await root.getDirectoryHandle('iron-copies', { create: true })
  const journal = await copies.getDirectoryHandle('iron-guest', { create: true })
  const days = []
  for await (const [day, file] of journal.entries()) if ((await file.getFile()).size > 0) days.push(day)
  return days
}"""


def add_machine(page, server, name):
    page.goto(f"{server.url}/app/machines/new")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name=name)).to_be_visible()


def saved(page, folder, button="Save a copy"):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def read_back(page, file):
    page.get_by_role("button", name="Restore a copy").click()
    page.get_by_label("A file saved with “Save a copy”").set_input_files(file)


def test_a_guest_saves_a_copy_without_signal_loses_the_phone_and_reads_it_back(phone, lend, server, tmp_path):
    page = open_app(phone, server)
    add_machine(page, server, "Guest sled")
    page.goto(f"{server.url}/app/me")
    expect(page.get_by_text("Last backup: none yet.")).to_be_visible()
    phone.set_offline(offline=True)
    file = saved(page, tmp_path)
    expect(page.get_by_text("Last backup: the file you saved, today at")).to_be_visible()
    copy = archive.read(file.read_bytes())
    assert (copy.owner, [document.kind for document in copy.documents]) == (None, ["machine"])

    fresh = open_app(lend(A_PHONE), server, "/app/me")
    broken = tmp_path / "broken.json"
    broken.write_bytes(file.read_bytes().replace(b"Guest sled", b"Quest sled"))
    read_back(fresh, broken)
    expect(fresh.get_by_role("alert")).to_contain_text("its checksum does not fit")
    expect(fresh.get_by_role("button", name="Restore", exact=True)).to_be_disabled()
    fresh.get_by_label("A file saved with “Save a copy”").set_input_files(file)
    expect(fresh.get_by_role("dialog")).to_contain_text("1 document not here yet")
    nothing_found_by_axe(fresh)
    fresh.get_by_role("button", name="Restore 1 item").click()
    expect(fresh.get_by_text("1 item restored.")).to_be_visible()
    sheet_closed(fresh)
    fresh.goto(f"{server.url}/app/machines")
    expect(fresh.get_by_role("link", name="Guest sled")).to_be_visible()


def test_the_phone_keeps_a_rolling_copy_that_brings_back_what_was_deleted(phone, server):
    page = open_app(phone, server)
    add_machine(page, server, "Rolling sled")
    # The copy is written when the phone was quiet for eight seconds.
    wait_for(page, lambda: len(page.evaluate(ROLLING_COPIES)) == 1, "the phone has written a copy")
    page.goto(f"{server.url}/app/me")
    expect(page.get_by_text("an automatic copy of your last training day")).to_be_visible()
    held = page.evaluate(ROLLING_COPIES)
    assert len(held) == 1
    page.get_by_role("button", name="Restore a copy").click()
    page.get_by_role("dialog").get_by_role("button", name=held[0][:4]).click()
    expect(page.get_by_role("dialog")).to_contain_text("1 already here")
    expect(page.get_by_role("button", name="Nothing to restore")).to_be_disabled()


def test_an_account_is_deleted_with_its_password_and_nothing_is_left_on_server_and_phone(
    phone, own_server, tmp_path
):
    page = open_app(phone, own_server, "/app/me/account")
    page.get_by_label("Name").fill("anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill(own_server.code)
    page.locator("form").get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("heading", name="anna")).to_be_visible()
    add_machine(page, own_server, "Last sled")
    page.goto(f"{own_server.url}/app/me")
    expect(page.get_by_text("Everything is synced.")).to_be_visible()
    expect(page.get_by_text("Last synced today at")).to_be_visible()

    page.get_by_role("button", name="Delete account").click()
    nothing_found_by_axe(page)
    file = saved(page, tmp_path, "Save a copy first")
    assert archive.read(file.read_bytes()).owner == "anna"
    page.get_by_label("Password").fill("not-it-at-all")
    page.get_by_role("button", name="Delete everything", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This password is wrong")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Delete everything", exact=True).click()
    expect(page.get_by_text("Your account and all its data were deleted")).to_be_visible()

    database = own_server.home / "iron.sqlite3"
    with contextlib.closing(sqlite3.connect(database)) as tables:
        for table in ("document", "history", "clock", "accounts_user", "usersessions_usersession"):
            assert tables.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table  # noqa: S608
    wait_until(page, f"({JOURNALS})().then((names) => names.join() === 'iron-guest')")
    # The place of rolling copies is shared by all journals; nothing of this one is left in it.
    left = """new Promise((done) => { const open = indexedDB.open('iron-copies'); open.onsuccess = () => {
      const db = open.result; if (!db.objectStoreNames.contains('copies')) return done(0)
      const count = db.transaction('copies').objectStore('copies').count()
      count.onsuccess = () => { db.close(); done(count.result) } } })"""
    wait_for_value(page, lambda: page.evaluate(left), 0)
    # The copy is anna's and here is nobody: he is asked.
    page.goto(f"{own_server.url}/app/me")
    read_back(page, file)
    expect(page.get_by_role("dialog")).to_contain_text("This copy belongs to anna. You are not signed in.")
    expect(page.get_by_role("button", name="Restore 1 item")).to_be_disabled()
    page.get_by_label("Add it to this log anyway").check()
    page.get_by_role("button", name="Restore 1 item").click()
    sheet_closed(page)
    page.goto(f"{own_server.url}/app/machines")
    expect(page.get_by_role("link", name="Last sled")).to_be_visible()
    assert json.loads(file.read_text())["counts"]["documents"] == 1


def test_an_edit_that_the_server_refuses_is_told_and_can_be_taken_back(phone, own_server):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    add_machine(page, own_server, "Old sled")
    all_sent(page)
    phone.route(
        "**/sync/push",
        lambda route: route.fulfill(
            status=422,
            json={"error": {"code": "bad_body", "sentence": "The name is too long for this shelf."}},
        ),
    )
    page.get_by_role("link", name="Old sled").click()
    page.get_by_label("Name").fill("New sled")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="New sled")).to_be_visible()
    page.goto(f"{own_server.url}/app/me")
    expect(page.get_by_role("alert")).to_contain_text(
        "Only on this device (machine, New sled): The name is too long for this shelf."
    )
    nothing_found_by_axe(page)
    phone.unroute("**/sync/push")
    page.get_by_role("button", name="Use the server's version").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.goto(f"{own_server.url}/app/machines")
    expect(page.get_by_role("link", name="Old sled")).to_be_visible()
