"""One browser, several tabs and accounts, and sessions that end: nothing crosses over, nothing is lost."""

from __future__ import annotations

import re

import pytest
from conftest import Server, open_app, wait_for_value, wait_until
from lifter import JOURNALS, all_sent, invite, join, loads, log_set, open_press, sign_in, sign_up
from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "chalk-on-both-hands-7"

# Loads of all sets in a database.
LOADS = """async (name) => {
  const db = await new Promise((ok) => {
    const r = indexedDB.open(name); r.onsuccess = () => ok(r.result)
    // The app makes its database itself: asked too early there are no sets yet.
    r.onupgradeneeded = () => r.transaction.abort(); r.onerror = () => ok(null)
  })
  if (!db) return []
  const all = await new Promise((ok) => {
    const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
  })
  db.close()
  const sets = all.filter((doc) => doc.kind === 'workout' && doc.body)
    .flatMap((doc) => doc.body.entries.flatMap((entry) => entry.sets))
  return sets.map((set) => set.load.value).sort()
}"""

ACCOUNT = "fetch('/api/v1/me').then((r) => r.json()).then(({ user }) => user && user.account)"
NEVER_AGAIN = "window.sameDocument = true"


@pytest.fixture
def invitation(own_server: Server) -> str:
    return invite(own_server)


def sign_out(page: Page, url: str) -> None:
    page.goto(f"{url}/app/me")
    expect(page.get_by_text("Everything is synced.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("dialog", name="Sign out?").get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Signed out")).to_be_visible()


def end_session(context: BrowserContext) -> None:
    """What a password change elsewhere, a restored server or a lost cookie does."""
    context.clear_cookies(name="iron_session")


def test_two_tabs_and_two_accounts_in_one_browser_keep_their_journals_apart(
    phone: BrowserContext, own_server: Server, invitation: str
):
    url = own_server.url
    first = open_app(phone, own_server)
    sign_up(first, url, "Ada", PASSWORD, own_server.code)
    open_press(first, url)
    log_set(first, "100", "10")
    all_sent(first)
    ada = first.evaluate(ACCOUNT)
    second = open_app(phone, own_server, "/app/history")
    expect(second.get_by_text("1 set")).to_be_visible()
    second.evaluate(NEVER_AGAIN)

    sign_out(first, url)
    # The other tab starts again by itself, as a guest.
    wait_until(second, "window.sameDocument === undefined")
    expect(second.get_by_text("1 set")).to_have_count(0)
    second.evaluate(NEVER_AGAIN)
    join(first, url, invitation, "Bo", PASSWORD)
    bo = first.evaluate(ACCOUNT)
    wait_until(second, "window.sameDocument === undefined")
    open_press(first, url)
    log_set(first, "200", "5")
    all_sent(first)

    # The second tab is Bo's now: what is logged there goes to Bo.
    open_press(second, url)
    second.bring_to_front()
    log_set(second, "210", "5")
    all_sent(second)
    wait_for_value(second, lambda: second.evaluate(JOURNALS), sorted(["iron-guest", f"iron-{bo}"]))
    wait_for_value(second, lambda: second.evaluate(LOADS, f"iron-{bo}"), [200, 210])

    sign_out(first, url)
    sign_in(first, url, "Ada", PASSWORD)
    wait_until(first, f"indexedDB.databases().then((all) => all.some(({{ name }}) => name === 'iron-{ada}'))")
    all_sent(first)
    # The phone holds an empty journal until its first pull is stored.
    wait_for_value(first, lambda: first.evaluate(LOADS, f"iron-{ada}"), [100])
    wait_for_value(first, lambda: first.evaluate(JOURNALS), sorted(["iron-guest", f"iron-{ada}"]))


def test_an_ended_session_shows_the_form_with_the_name_and_the_same_account_sends_what_waits(
    phone: BrowserContext, own_server: Server
):
    url = own_server.url
    page = open_app(phone, own_server)
    sign_up(page, url, "Ada", PASSWORD, own_server.code)
    open_press(page, url)
    log_set(page, "100", "10")
    all_sent(page)
    end_session(phone)
    log_set(page, "110", "9")
    log_set(page, "120", "8")
    page.goto(f"{url}/app/")
    page.get_by_role("link", name="Sign in").click()
    expect(page.get_by_role("heading", name="Sign in again")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("form").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("Signed in again as Ada")).to_be_visible()
    all_sent(page)
    expect(page.get_by_text("Everything is synced.")).to_be_visible()
    wait_for_value(page, lambda: loads(page), [100, 110, 120])
    answer = page.evaluate("fetch('/api/v1/sync/pull?since=0').then((r) => r.json())")
    workouts = [doc["body"] for doc in answer["docs"] if doc["kind"] == "workout"]
    assert [s["load"]["value"] for w in workouts for e in w["entries"] for s in e["sets"]] == [100, 110, 120]


def test_signing_out_with_unsent_sets_keeps_them_and_the_next_sign_in_sends_them(
    phone: BrowserContext, own_server: Server
):
    url = own_server.url
    page = open_app(phone, own_server)
    sign_up(page, url, "Ada", PASSWORD, own_server.code)
    open_press(page, url)
    all_sent(page)
    end_session(phone)
    log_set(page, "110", "9")
    page.goto(f"{url}/app/me")
    expect(page.get_by_text("You were signed out. The log on this device")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    sheet = page.get_by_role("dialog", name="Sign out?")
    expect(sheet.get_by_role("link", name="Sign in again and sync")).to_be_visible()
    sheet.get_by_role("button", name="Sign out and keep them on this device").click()
    expect(page.get_by_text("Signed out. Your log stays on this device")).to_be_visible()
    page.goto(f"{url}/app/history")
    expect(page.get_by_text("No workouts yet.")).to_be_visible()
    expect(page.get_by_text("1 set")).to_have_count(0)
    page.goto(f"{url}/app/me/account")
    expect(page.get_by_text(re.compile("changes? of Ada w(as|ere) not sent"))).to_be_visible()
    page.get_by_role("button", name="Sign in as Ada").click()
    expect(page.get_by_label("Name")).to_have_value("Ada")
    sign_in(page, url, "Ada", PASSWORD)
    all_sent(page)
    wait_for_value(page, lambda: loads(page), [110])
    page.goto(f"{url}/app/me/account")
    expect(page.get_by_text("You are signed in as Ada")).to_be_visible()


def test_another_account_after_an_ended_session_is_asked_and_mixes_nothing(
    phone: BrowserContext, own_server: Server, invitation: str
):
    url = own_server.url
    page = open_app(phone, own_server)
    join(page, url, invitation, "Bo", PASSWORD)
    sign_out(page, url)
    sign_up(page, url, "Ada", PASSWORD, own_server.code)
    open_press(page, url)
    all_sent(page)
    ada = page.evaluate(ACCOUNT)
    end_session(phone)
    log_set(page, "110", "9")
    page.goto(f"{url}/app/me/account")
    page.get_by_label("Name").fill("Bo")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("form").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="This device has the log of Ada")).to_be_visible()
    page.get_by_role("button", name="Open the log of Bo").click()
    expect(page.get_by_role("heading", name="Bo")).to_be_visible()
    bo = page.evaluate(ACCOUNT)
    all_bodies = page.evaluate("fetch('/api/v1/sync/pull?since=0').then((r) => r.json())")
    assert [doc["kind"] for doc in all_bodies["docs"] if doc["kind"] == "workout"] == []
    assert page.evaluate(LOADS, f"iron-{bo}") == []
    wait_for_value(page, lambda: page.evaluate(LOADS, f"iron-{ada}"), [110])
    sign_out(page, url)
    sign_in(page, url, "Ada", PASSWORD)
    all_sent(page)
    wait_for_value(page, lambda: page.evaluate(LOADS, f"iron-{ada}"), [110])


def test_the_database_of_an_earlier_iron_gets_the_name_of_the_account_and_loses_nothing(
    phone: BrowserContext, own_server: Server
):
    url = own_server.url
    page = open_app(phone, own_server)
    sign_up(page, url, "Ada", PASSWORD, own_server.code)
    open_press(page, url)
    log_set(page, "100", "10")
    all_sent(page)
    account = page.evaluate(ACCOUNT)
    phone.set_offline(True)
    log_set(page, "110", "9")
    # Put it as the Iron of last month left it: named after the user.
    page.goto(f"{url}/app/me/comfort")
    page.evaluate(RENAME, [f"iron-{account}", "iron-Ada"])
    page.reload()
    page.goto(f"{url}/app/log")
    expect(page.get_by_role("heading", name="45° leg press")).to_be_visible()
    wait_until(page, "indexedDB.databases().then((all) => all.every(({ name }) => name !== 'iron-Ada'))")
    wait_for_value(page, lambda: page.evaluate(LOADS, f"iron-{account}"), [100, 110])
    log_set(page, "120", "8")
    phone.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    all_sent(page)
    wait_for_value(page, lambda: loads(page), [100, 110, 120])


RENAME = """async ([from, to]) => {
  const opened = (name, upgrade) => new Promise((ok, no) => {
    const r = indexedDB.open(name, upgrade ? 10 : undefined)
    r.onupgradeneeded = () => upgrade(r.result)
    r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error)
  })
  const old = await opened(from)
  const made = await opened(to, (db) => {
    const documents = db.createObjectStore('documents', { keyPath: ['kind', 'id'] })
    documents.createIndex('[kind+start]', ['kind', 'start']); documents.createIndex('open', 'open')
    documents.createIndex('lifted', 'lifted', { multiEntry: true })
    const outbox = db.createObjectStore('outbox', { keyPath: 'op_id' })
    outbox.createIndex('[kind+id]', ['kind', 'id']); outbox.createIndex('[state+at]', ['state', 'at'])
    db.createObjectStore('meta', { keyPath: 'key' }); db.createObjectStore('snapshot', { keyPath: 'key' })
  })
  for (const store of ['documents', 'outbox', 'meta', 'snapshot']) {
    const rows = await new Promise((ok) => {
      const r = old.transaction(store).objectStore(store).getAll(); r.onsuccess = () => ok(r.result)
    })
    const t = made.transaction(store, 'readwrite')
    for (const row of rows) t.objectStore(store).put(row)
    await new Promise((ok) => { t.oncomplete = ok })
  }
  old.close(); made.close()
  await new Promise((ok, no) => { const r = indexedDB.deleteDatabase(from); r.onsuccess = ok; r.onerror = no })
}"""


def test_the_other_devices_are_listed_and_signed_out(phone: BrowserContext, own_server: Server, browser):
    url = own_server.url
    page = open_app(phone, own_server)
    sign_up(page, url, "Ada", PASSWORD, own_server.code)
    elsewhere = browser.new_context(
        user_agent="Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
        " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
    )
    other = open_app(elsewhere, own_server)
    sign_in(other, url, "Ada", PASSWORD)
    page.goto(f"{url}/app/me")
    page.get_by_role("link", name="Devices").click()
    expect(page.get_by_text("This device")).to_be_visible()
    expect(page.get_by_text("Safari on iPhone")).to_be_visible()
    page.get_by_role("button", name="Sign out Safari on iPhone").click()
    page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Safari on iPhone signed out.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Safari on iPhone")).to_have_count(0)
    other.goto(f"{url}/app/me")
    expect(other.get_by_text("You were signed out. The log on this device")).to_be_visible()
    elsewhere.close()
