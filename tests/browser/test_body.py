"""Body weight, girths and photos: typed, drawn, taken back; photos never leave the phone."""

from __future__ import annotations

import io
import re
import struct
import uuid
import zipfile
import zlib
from datetime import date, timedelta

from axe import nothing_found_by_axe
from conftest import Server, at_rest, open_app, wait_for_value
from lifter import WRITE, all_sent, sign_out, sign_up
from playwright.sync_api import BrowserContext, Page, expect
from test_copy_screens import PASSWORD


def weighed(days_ago: int, kilograms: float) -> dict:
    """A weighing as the phone keeps it."""
    day = (date.today() - timedelta(days=days_ago)).isoformat()
    body = {"v": 1, "at": f"{day}T07:00:00", "what": "body_mass", "value": kilograms, "unit": "kg"}
    return {"kind": "measurement", "id": str(uuid.uuid4()), "rev": 0, "seq": 0, "body": body}


def stored(page: Page) -> list[dict]:
    """The measurements on the phone."""
    return page.evaluate(
        """async () => {
          const db = await new Promise((ok) => { const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result) })
          const all = await new Promise((ok) => {
            const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
          })
          db.close()
          return all.filter((one) => one.kind === 'measurement' && one.body).map((one) => one.body)
        }"""
    )


def picture() -> bytes:
    """A red PNG of 40 × 60 pixels with a text chunk that names a place."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\xc8\x30\x20" * 40 for _ in range(60))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 60, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Comment\x00GPS 52.5 13.4 at home")
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_a_weight_is_typed_with_a_comma_and_what_cannot_be_is_one_sentence(page: Page, server: Server):
    page.goto(f"{server.url}/app/body")
    field = page.get_by_label("Body weight", exact=True).and_(page.get_by_role("textbox"))
    for typed, sentence in (
        ("0", "0 kg is not believable"),
        ("900", "900 kg is not believable"),
        ("x", "is not a number"),
    ):
        field.fill(typed)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
        expect(field).to_have_value(typed)
    field.fill("81,5")
    page.get_by_text("Other measure, unit or day").click()
    page.get_by_label("Day").fill((date.today() + timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").filter(has_text="has not been yet")).to_be_visible()
    page.get_by_label("Day").fill(date.today().isoformat())
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Values")).to_contain_text("81.5 kg")
    wait_for_value(page, lambda: [(row["value"], row["unit"]) for row in stored(page)], [(81.5, "kg")])
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("No values yet")).to_be_visible()


def test_the_last_weight_stands_there_and_is_changed_by_a_step_each_tap(page: Page, server: Server):
    page.evaluate(WRITE, [weighed(1, 81.5)])
    page.goto(f"{server.url}/app/body")
    field = page.get_by_role("textbox", name="Body weight")
    expect(field).to_have_value("81.5")
    for _ in range(3):
        page.get_by_role("button", name="A little less").click()
    page.get_by_role("button", name="A little more").click()
    page.get_by_role("button", name="Save").click()
    wait_for_value(page, lambda: sorted(row["value"] for row in stored(page)), [81.3, 81.5])
    expect(field).to_have_value("81.3")


def test_four_weeks_of_weighing_say_a_pace_and_stand_in_a_table(page: Page, server: Server):
    page.evaluate(WRITE, [weighed(n, 80 + 0.05 * n + (0.3 if n % 4 else -0.3)) for n in range(0, 28, 2)])
    page.goto(f"{server.url}/app/body")
    expect(
        page.get_by_text(re.compile(r"Trend 80\.\d kg\. Down about 0\.\d+ kg a week over four weeks"))
    ).to_be_visible()
    page.locator("summary", has_text="Table of all values").click()
    expect(page.get_by_role("row")).to_have_count(15)
    at_rest(page)
    nothing_found_by_axe(page)


def test_both_arms_are_measured_in_inches_one_after_the_other(page: Page, server: Server):
    page.goto(f"{server.url}/app/body/upper_arm")
    page.get_by_role("group", name="Side").get_by_role("button", name="Left").click()
    page.get_by_text("Other measure, unit or day").click()
    page.get_by_role("group", name="Unit").get_by_role("button", name="in", exact=True).click()
    for value in ("15", "15.25"):
        page.get_by_role("textbox", name="Upper arm").fill(value)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("region", name="Values")).to_contain_text(f"{value} in")
    arms = [(15, "left"), (15.25, "right")]
    wait_for_value(page, lambda: sorted((row["value"], row["side"]) for row in stored(page)), arms)


def test_the_weight_of_the_day_moves_with_a_pull_up(page: Page, server: Server):
    start = (date.today() - timedelta(days=3)).isoformat() + "T18:00:00"
    sets = [{"id": str(uuid.uuid4()), "order": f"a{n}", "reps": 8, "rir": 1} for n in range(3)]
    entry = {"id": str(uuid.uuid4()), "order": "a0", "exercise": "pull-up", "sets": sets}
    body = {"v": 1, "start": start, "end": start[:11] + "19:00:00", "entries": [entry]}
    row = {"kind": "workout", "id": str(uuid.uuid4()), "rev": 0, "seq": 0, "body": body, "start": start}
    page.evaluate(WRITE, [{**row, "lifted": [f"pull-up|{start}"]}])
    page.goto(f"{server.url}/app/growth/pull-up")
    expect(page.get_by_role("heading", name="Pull-up")).to_be_visible()
    # Without a body mass nobody knows what moved, so there is no strength to compare, only reps.
    expect(page.get_by_role("button", name="Reps", exact=True)).to_be_visible()
    page.evaluate(WRITE, [weighed(5, 80)])
    page.reload()
    expect(page.get_by_role("button", name="10RM", exact=True)).to_be_visible()


def test_photos_stand_side_by_side_without_what_the_file_knew_and_go_with_the_account(
    phone: BrowserContext, own_server: Server
):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/body/photos")
    expect(page.get_by_text("Photos are on this device only")).to_be_visible()
    for days in (90, 0):
        page.get_by_label("Taken on").fill((date.today() - timedelta(days=days)).isoformat())
        page.get_by_label("Add a photo").set_input_files(
            {"name": "me.png", "mimeType": "image/png", "buffer": picture()}
        )
        expect(page.get_by_text("saved on this device")).to_be_visible()
    expect(page.get_by_role("region", name="Side by side")).to_contain_text("90 days apart")
    expect(page.get_by_role("list", name="All photos").get_by_role("img")).to_have_count(2)
    nothing_found_by_axe(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all 2 photos as a zip file").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        assert archive.testzip() is None
        held = [archive.read(name) for name in archive.namelist()]
    assert [each[:3] for each in held] == [b"\xff\xd8\xff"] * 2  # JPEG, made here
    assert not any(b"GPS" in each or b"Exif" in each for each in held)

    page.get_by_label("Add a photo").set_input_files(
        {"name": "notes.txt", "mimeType": "image/png", "buffer": b"no picture"}
    )
    expect(page.get_by_role("alert")).to_contain_text("cannot read this file as a picture")
    all_sent(page)
    kinds = page.evaluate("fetch('/api/v1/sync/pull?since=0&limit=200').then((r) => r.json())")["docs"]
    assert all("photo" not in doc["kind"] for doc in kinds)
    page.goto(f"{own_server.url}/app/me")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("dialog", name="Sign out?")).to_contain_text(
        "2 photos on this device are deleted too"
    )
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name="Save all 2 photos as a zip file").click()
    assert download.value.suggested_filename == f"iron-photos-{date.today()}.zip"
    page.keyboard.press("Escape")
    sign_out(page, own_server.url)
    photos = """indexedDB.databases().then((all) => all.map(({ name }) => name)
      .filter((name) => name.startsWith('photos-of-') && name !== 'photos-of-iron-guest'))"""
    wait_for_value(page, lambda: page.evaluate(photos), [])
    page.goto(f"{own_server.url}/app/body/photos")
    expect(page.get_by_text("No photos yet")).to_be_visible()


def test_a_guests_photos_come_along_to_his_account(phone: BrowserContext, own_server: Server):
    page = open_app(phone, own_server)
    page.goto(f"{own_server.url}/app/body/photos")
    page.get_by_label("Add a photo").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": picture()}
    )
    expect(page.get_by_text("saved on this device")).to_be_visible()
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/body/photos")
    expect(page.get_by_role("list", name="All photos").get_by_role("img")).to_have_count(1)
    page.goto(f"{own_server.url}/app/me")
    expect(page.get_by_text("A copy has no photos: your photo is on this device only.")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the photo as a zip file").click()
    with zipfile.ZipFile(saved.value.path()) as archive:
        assert [name.endswith("-1.jpg") for name in archive.namelist()] == [True]
