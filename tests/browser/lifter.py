"""What a lifter does with the app, in taps; every test speaks in these words."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from conftest import Server, at_rest, wait_until
from playwright.sync_api import Page, expect

# Puts documents of earlier workouts into the guest's database, as rows of `web/src/data/store/db.ts`.
WRITE = """async (rows) => {
  const db = await new Promise((ok, no) => {
    const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error)
  })
  const t = db.transaction('documents', 'readwrite')
  for (const row of rows) t.objectStore('documents').put(row)
  await new Promise((ok) => { t.oncomplete = ok })
  db.close()
}"""


# Names of this app's databases with a journal in them.
JOURNALS = """async () => (await indexedDB.databases()).map(({ name }) => name)
  .filter((name) => name.startsWith('iron-') && name !== 'iron-copies').sort()"""


def open_press(page: Page, url: str) -> None:
    """Go to the log with the 45° leg press in hand, as the guide's "Log it" does."""
    page.goto(f"{url}/app/log?exercise=leg-press-45")
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()


def choose(page: Page, what: str, strip: str, value: str) -> None:
    """Open a number of the next set and choose on its strip."""
    at_rest(page)  # the strip of a number that is not known yet closes when the advice comes
    number = page.get_by_role("region", name="Next set").get_by_role("button", name=re.compile(f"^{what}"))
    if number.get_attribute("aria-expanded") != "true":
        number.click()
    page.get_by_role("radiogroup", name=strip).get_by_role("radio", name=value, exact=True).click()


def set_up(page: Page, **values: str) -> None:
    """Change the setup for the coming sets in its sheet: set_up(page, foot_height="Low")."""
    page.get_by_role("button", name=re.compile("^Feet")).click()
    sheet = page.get_by_role("dialog", name="Setup for the coming sets")
    for group, value in values.items():
        name = group.replace("_", " ").capitalize()
        sheet.get_by_role("radiogroup", name=name).get_by_role("radio", name=value, exact=True).click()
    sheet.get_by_role("button", name="Done").click()
    expect(sheet).to_be_hidden()


def log_set(page: Page, load: str, reps: str) -> None:
    """Log one set, choosing both numbers where they are not there yet."""
    button = page.get_by_role("button", name=re.compile(rf"^(Log|One more:|Add) {load} × {reps}$"))
    at_rest(page)  # the advice may change the numbers of the next set after they are on the screen
    if not button.is_visible():
        choose(page, "Load", "Load in kg", load)
        choose(page, "Repetitions", "Repetitions", reps)
    before = (
        page.get_by_role("region", name="Next set")
        .get_by_role("button", name=re.compile("^Set "))
        .inner_text()
    )
    button.click()
    now = page.get_by_role("region", name="Next set").get_by_role("button", name=re.compile("^Set "))
    expect(now).not_to_have_text(before)


def finish(page: Page) -> None:
    """Finish the workout in the log, then on its summary, which has a button of the same name."""
    summary = page.get_by_text("Finish the workout?")
    page.get_by_role("button", name="Finish", exact=True).click()
    expect(summary).to_be_visible()
    page.get_by_role("button", name="Finish", exact=True).click()
    expect(summary).to_be_hidden()


def more_sets_than(page: Page, before: int) -> bool:
    """Whether the phone's database holds more sets than before."""
    return len(stored_sets(page)) > before


def stored_sets(page: Page) -> list[dict]:
    """All sets in the phone's database, oldest first: what would survive a kill."""
    return page.evaluate(
        """async () => {
          const found = []
          for (const { name } of await indexedDB.databases()) {
            if (!name || !name.startsWith('iron-') || name === 'iron-copies') continue
            const db = await new Promise((ok, no) => {
              const r = indexedDB.open(name); r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error)
            })
            const all = await new Promise((ok) => {
              const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
            })
            db.close()
            for (const doc of all) {
              if (doc.kind !== 'workout' || doc.deleted || !doc.body) continue
              for (const entry of doc.body.entries ?? []) for (const set of entry.sets ?? [])
                found.push({ ...set, exercise: entry.exercise, workout: doc.id })
            }
          }
          return found.sort((a, b) => (a.done_at ?? '').localeCompare(b.done_at ?? ''))
        }"""
    )


def loads(page: Page) -> list[float]:
    """Loads of all stored sets, in the order in which they were done."""
    return [each["load"]["value"] for each in stored_sets(page)]


def sign_up(page: Page, url: str, name: str, password: str, code: str) -> None:
    """Make the owner's account with the one-time code."""
    page.goto(f"{url}/app/me/account")
    page.get_by_role("button", name="Sign up").first.click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_label("Code").fill(code)
    page.locator("form").get_by_role("button", name="Sign up").click()
    expect(page.get_by_text(name).first).to_be_visible()


def invite(server: Server) -> str:
    """Invite somebody; returns the path of the invitation."""
    process = subprocess.run(
        [sys.executable, "-m", "iron.cli", "invite"],
        env={**os.environ, "IRON_HOME": str(server.home)},
        capture_output=True,
        text=True,
        check=True,
    )
    path = re.search(r"/join/\S+", process.stdout)
    assert path, process.stdout
    return f"/app{path.group(0)}"


def join(page: Page, url: str, path: str, name: str, password: str) -> None:
    """Make an account by invitation."""
    page.goto(url + path)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.locator("form").get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def sign_in(page: Page, url: str, name: str, password: str) -> None:
    """Sign in with name and password."""
    page.goto(f"{url}/app/me/account")
    page.get_by_role("button", name="Sign in").first.click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.locator("form").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text(name).first).to_be_visible()


def sheet_closed(page: Page) -> None:
    """Wait until a sheet that closed has taken its entry off the browser's history: until then no page is left."""
    expect(page.get_by_role("dialog")).to_be_hidden()
    wait_until(page, "!history.state?.layers")


def sign_out(page: Page, url: str) -> None:
    """Sign out; the phone is emptied after a warning."""
    sheet_closed(page)
    page.goto(f"{url}/app/me")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("dialog", name="Sign out?").get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Signed out")).to_be_visible()


def all_sent(page: Page) -> None:
    """Wait until the outbox is empty."""
    wait_until(
        page,
        """async () => {
          for (const { name } of await indexedDB.databases()) {
            if (!name || !name.startsWith('iron-') || name === 'iron-copies') continue
            const db = await new Promise((ok) => { const r = indexedDB.open(name); r.onsuccess = () => ok(r.result) })
            const count = await new Promise((ok) => {
              const r = db.transaction('outbox').objectStore('outbox').count(); r.onsuccess = () => ok(r.result)
            })
            db.close()
            if (name !== 'iron-guest' && count > 0) return false
          }
          return true
        }""",
    )
