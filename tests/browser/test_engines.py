"""The main flows in Firefox and in WebKit, where Iron is used as much as in Chromium.

The short form runs with the browser tests; ``make test-engines`` (``IRON_ENGINES=all``) runs all of them.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import APP, APP_CONTROLS, Server, need
from engines import Engine, Firefox, WebKit, firefox_path, mini_browser

PASSWORD = "chalk-on-both-hands-7"
ENGINES = {"firefox": (Firefox, firefox_path), "webkit": (WebKit, mini_browser)}

# Selenium's own driver for WebKitGTK uses what Selenium has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

long = pytest.mark.skipif(
    os.environ.get("IRON_ENGINES") != "all", reason="runs with make test-engines, or with IRON_ENGINES=all"
)

# Loads of the sets in all journals of this browser, in order; a database that does not answer is an error after 10 s.
LOADS = """
  const answered = (request) => new Promise((ok, no) => {
    setTimeout(() => no(new Error('the database does not answer')), 10000)
    request.onsuccess = () => ok(request.result); request.onerror = () => no(request.error)
  })
  const loads = []
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('iron-') || name === 'iron-copies') continue
    const db = await answered(indexedDB.open(name))
    const docs = await answered(db.transaction('documents').objectStore('documents').getAll())
    db.close()
    for (const doc of docs) for (const entry of doc.kind === 'workout' && doc.body ? doc.body.entries : [])
      for (const set of entry.sets) loads.push(set.load.value)
  }
  return loads.sort((a, b) => a - b)
"""
UNSENT = LOADS.replace(
    "const docs = await answered(db.transaction('documents').objectStore('documents').getAll())",
    "loads.push(await answered(db.transaction('outbox').objectStore('outbox').count()));const docs = []",
)


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, own_server: Server, tmp_path: Path) -> Iterator[Engine]:
    """A browser that was never here, and a server of its own."""
    need(APP.exists(), "The app is not built: run make setup.")
    kind, path = ENGINES[request.param]
    need(path(), f"No {request.param} found: .ci/run installs firefox-esr, webkit2gtk-driver and xvfb.")
    running = kind(own_server.url, tmp_path)
    yield running
    running.quit()


def open_press(engine: Engine) -> None:
    engine.open("/app/log?exercise=leg-press-45")
    engine.wait("find('heading', '^45° leg press')")
    engine.wait("find('button', '^(Log|Load)')")


# The numbers of the next set are final: a strip that they bring moves nothing any more.
FINAL = "document.querySelector('button.go') && !document.querySelector('button.go[aria-disabled]')"


ROWS = "document.querySelectorAll('li.done').length"


def log_set(engine: Engine, load: int, reps: int) -> None:
    engine.wait(FINAL, "the numbers of the next set are final")
    if not engine.js("return !!document.querySelector('[role=radiogroup][aria-label=\"Load in kg\"]')"):
        engine.press("button", "^Load")
    engine.press("radio", f"^{load}$")
    engine.press("button", "^Rep")
    engine.press("radio", f"^{reps}$")
    before = len(loads(engine))
    rows = engine.js(f"return {ROWS}")
    tap(engine, f"^Log {load} × {reps}$")
    wait_for_loads(engine, before + 1)
    # On the disk it may be a moment before it is on the screen, which closes the strip of the last number then.
    engine.wait(f"{ROWS} === {rows + 1}", "the set stands in the list")


def tap(engine: Engine, name: str) -> None:
    """Press a button of the log at the pace of a thumb: two taps within 400 ms are one (`TAP_MS` in reducer.ts)."""
    engine.wait("performance.now() - (window.lastTap ?? 0) > 500")
    engine.press("button", name)
    engine.js("window.lastTap = performance.now()")


def loads(engine: Engine) -> list[float]:
    return list(engine.js(LOADS))


def wait_for_loads(engine: Engine, count: int) -> None:
    engine.wait(
        f"(async () => {{ {LOADS} }})().then((all) => all.length === {count})", f"{count} sets stored"
    )


def all_sent(engine: Engine) -> None:
    engine.wait(
        f"(async () => {{ {UNSENT} }})().then((all) => all.every((count) => count === 0))", "all sent", 40
    )


def sign_up(engine: Engine, server: Server, name: str) -> None:
    engine.open("/app/me/account")
    engine.wait("find('field', '^Code')")
    engine.fill("^Name", name)
    engine.fill("^Password", PASSWORD)
    engine.fill("^Code", server.code)
    engine.press("button", "^Sign up$")
    engine.wait(f"find('heading', '^{name}')", seconds=40)


def sign_out(engine: Engine) -> None:
    engine.open("/app/me")
    engine.see("Everything is synced.")
    engine.press("button", "^Sign out$")
    engine.wait("document.querySelector('dialog footer button')")
    engine.press("button", "^Sign out$")
    engine.see("Signed out")


def leave(engine: Engine, milliseconds: int) -> None:
    """Leave the app by an address a moment from now, while something is under way, and wait until it is left."""
    engine.js("setTimeout(() => { location.href = '/exercises/' }, args[0])", milliseconds)
    engine.wait("location.pathname === '/exercises/' && document.readyState === 'complete'")


def test_a_set_is_logged_undone_and_there_after_a_reload(engine: Engine):
    open_press(engine)
    log_set(engine, 180, 12)
    log_set(engine, 190, 10)
    tap(engine, "^Undo")
    wait_for_loads(engine, 1)
    engine.open("/app/log")
    engine.wait("find('heading', '^45° leg press')")
    assert loads(engine) == [180]


def test_leaving_the_app_during_a_write_does_not_freeze_the_journal(engine: Engine):
    open_press(engine)
    log_set(engine, 180, 12)
    for milliseconds in (0, 2, 5, 10, 20):
        # A write that is cut off is not stored, or stored whole; the next page can read and write.
        engine.js(
            f"{FIND_BUTTON}; setTimeout(() => button('^Log ').click());"
            "setTimeout(() => { location.href = '/exercises/' }, args[0])",
            milliseconds,
        )
        engine.wait("location.pathname === '/exercises/' && document.readyState === 'complete'")
        open_press(engine)
        before = len(loads(engine))
        log_set(engine, 200, 8)
        assert len(loads(engine)) == before + 1


FIND_BUTTON = """
  const button = (name) => [...document.querySelectorAll('button')]
    .find((e) => new RegExp(name).test(e.getAttribute('aria-label') ?? e.innerText.trim()))
"""


def test_sync_goes_on_after_the_app_was_left_by_a_link(engine: Engine, own_server: Server):
    sign_up(engine, own_server, "Ada")
    for load in (180, 190):
        open_press(engine)
        log_set(engine, load, 12)
        leave(engine, 0)
        engine.open("/app/me")
        all_sent(engine)
        engine.see("Everything is synced.")
    answer = engine.js("return await (await fetch('/api/v1/sync/pull?since=0')).json()")
    sets = [
        s["load"]["value"]
        for doc in answer["docs"]
        if doc["kind"] == "workout"
        for entry in doc["body"]["entries"]
        for s in entry["sets"]
    ]
    assert sorted(sets) == [180, 190]


HELD = "navigator.locks.query().then(({ held }) => held.map((lock) => lock.name))"
ACCOUNT = """
  const all = await indexedDB.databases()
  return all.map(({ name }) => name).find((name) => /^iron-(?!guest|copies)/.test(name))
"""


def leave_by_link(engine: Engine, address: str) -> None:
    """Leave by the press of a link: Firefox keeps a page that is left so, with the locks that it takes while leaving."""
    engine.js(
        "const link = document.createElement('a'); link.href = args[0]; link.textContent = 'Leave by this link';"
        "Object.assign(link.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: 9999 });"
        "document.body.append(link)",
        address,
    )
    engine.press("link", "^Leave by this link")
    path = address.partition("?")[0]
    engine.wait(f"location.pathname === '{path}' && document.readyState === 'complete'")


@pytest.mark.parametrize("engine", ["firefox"], indirect=True)
def test_firefox_leaves_no_lock_of_the_sync_behind_and_one_that_is_stops_nobody(
    engine: Engine, own_server: Server
):
    sign_up(engine, own_server, "Ada")
    open_press(engine)
    log_set(engine, 180, 12)
    leave_by_link(engine, "/exercises/")
    engine.wait(f"({HELD}).then((locks) => locks.length === 0)", "no lock is left")
    lock = f"iron-sync-{engine.js(ACCOUNT)}"
    engine.js(
        "document.addEventListener('visibilitychange', () => {"
        " void navigator.locks.request(args[0], () => new Promise(() => undefined)) })",
        lock,
    )
    leave_by_link(engine, "/app/log?exercise=leg-press-45")
    reason = "Firefox kept the page with the lock that it took while leaving"
    engine.wait(f"({HELD}).then((locks) => locks.join() === '{lock}')", reason)
    engine.wait("find('button', '^(Log|Load)')")
    log_set(engine, 190, 10)
    all_sent(engine)
    engine.open("/app/me")
    engine.see("Everything is synced.")


@long
@pytest.mark.parametrize("milliseconds", [100, 400])
def test_leaving_the_app_while_a_long_journal_is_taken_along_and_sent_loses_nothing(
    engine: Engine, own_server: Server, milliseconds: int
):
    engine.open("/app/")
    engine.wait("indexedDB.databases().then((all) => all.some((one) => one.name === 'iron-guest'))")
    engine.js(MANY)
    engine.open("/app/me/account")
    engine.fill("^Name", "Ada")
    engine.fill("^Password", PASSWORD)
    engine.wait("find('field', '^Code')")
    engine.fill("^Code", own_server.code)
    engine.press("button", "^Sign up$")
    leave(engine, milliseconds)
    engine.open("/app/me")
    engine.wait("find('heading', '^(Ada|No account needed)')", seconds=40)
    if engine.js("return document.body.innerText.includes('No account needed')"):
        return  # left before the account was made, or opened: the guest still has everything
    all_sent(engine)
    engine.open("/app/me")
    engine.see("Everything is synced.")


# 300 workouts of a guest, as rows of `web/src/data/store/db.ts`.
MANY = """
  const answered = (r) => new Promise((ok, no) => { r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error) })
  const db = await answered(indexedDB.open('iron-guest'))
  const t = db.transaction('documents', 'readwrite')
  for (let n = 0; n < 300; n++) {
    const day = new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)
    const id = `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
    const set = { id: id.replace('8000', '9000'), order: 'a', load: { value: 100, unit: 'kg' }, reps: 10 }
    const entry = { id: id.replace('8000', 'a000'), order: 'a', exercise: 'leg-press-45', sets: [set] }
    const body = { v: 1, start: `${day}T18:00:00`, end: `${day}T19:00:00`, entries: [entry] }
    t.objectStore('documents').put({ kind: 'workout', id, rev: 0, seq: 0, body, start: body.start,
      lifted: [`leg-press-45|${body.start}`] })
  }
  await new Promise((ok) => { t.oncomplete = ok })
  db.close()
"""


@long
def test_the_app_starts_and_logs_without_the_server(engine: Engine, own_server: Server):
    open_press(engine)
    engine.wait(APP_CONTROLS)
    log_set(engine, 180, 12)
    engine.wait("caches.keys().then((all) => all.length > 0)")
    own_server.kill()
    for path in ("/app/", "/app/history", "/app/growth", "/app/plan", "/app/library", "/app/me"):
        engine.open(path)
        engine.wait("document.querySelector('main h1')", f"{path} without the server")
        assert "not on the phone yet" not in engine.js("return document.body.innerText"), path
    open_press(engine)
    log_set(engine, 190, 10)
    assert loads(engine) == [180, 190]


STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2026-01-05 18:00:00,"Legs",45m,"Leg Press",1,100,12,0,0,
2026-01-05 18:00:00,"Legs",45m,"Leg Press",2,110,10,0,0,
2026-01-12 18:00:00,"Legs",45m,"Leg Press",1,115,10,0,0,
"""


@long
def test_a_file_of_another_app_is_imported(engine: Engine, tmp_path: Path):
    file = tmp_path / "strong.csv"
    file.write_text(STRONG)
    engine.open("/app/import")
    engine.wait("document.querySelector('input[type=file]')")
    engine.choose_file(file)
    engine.press("button", "^Kilograms")
    engine.press("button", "^Import 2 workouts$")
    wait_for_loads(engine, 3)


@long
def test_what_a_guest_logged_comes_along_and_comes_back_after_signing_out(engine: Engine, own_server: Server):
    open_press(engine)
    log_set(engine, 180, 12)
    sign_up(engine, own_server, "Ada")
    all_sent(engine)
    sign_out(engine)
    wait_for_loads(engine, 0)
    engine.open("/app/me/account")
    engine.fill("^Name", "Ada")
    engine.fill("^Password", PASSWORD)
    engine.press("button", "^Sign in$")
    engine.wait("find('heading', '^Ada')")
    wait_for_loads(engine, 1)


@long
def test_two_tabs_follow_each_other(engine: Engine, own_server: Server):
    sign_up(engine, own_server, "Ada")
    open_press(engine)
    log_set(engine, 180, 12)
    all_sent(engine)
    first = engine.tab()
    engine.open("/app/history")
    engine.see("1 set")
    second = engine.use(first)
    log_set(engine, 190, 10)
    all_sent(engine)
    engine.use(second)
    engine.see("2 sets")
    engine.js("window.sameDocument = true")
    engine.use(first)
    sign_out(engine)
    engine.use(second)
    engine.wait("window.sameDocument === undefined", "the other tab starts again")
    assert "2 sets" not in engine.js("return document.body.innerText")


def test_the_driver_reads_results_and_errors(engine: Engine):
    engine.open("/app/")
    assert engine.js("return [args[0] + 1, { a: null }]", 1) == [2, {"a": None}]
    with pytest.raises(AssertionError, match="no such thing"):
        engine.js("throw new Error('no such thing')")
    assert re.search(r"Firefox|AppleWebKit", json.dumps(engine.js("return navigator.userAgent")))
