"""The app on a slow phone: tap to durable, cold start without a server, bytes and requests of the first load.

Run: .venv/bin/python benchmarks/app.py [workouts] [taps]
A real Chromium on a real server; 2,000 invented workouts of 20 sets lie in the phone's database and the page's CPU is
slowed four times. A tap counts from its click event to the `complete` event of the strict write of its document.
Limits of the same run: a bare strict put of the same workout in the same page; the moment at which the service worker
has answered the page itself.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests" / "server")]

from conftest import APP_CONTROLS, FLAGS, Server, chromium_path, start_server, wait_until  # noqa: E402
from lent_devices import PHONE  # noqa: E402
from training_years import workout, workout_id  # noqa: E402

SLOWER = 4
TAP_MS, COLD_MS, FIRST_KIB, FIRST_REQUESTS = 25, 1500, 110, 10
STARTS = 5
TAPS_WITHOUT_SERVER = 10
# The second one once the planned sets are done.
LOG_BUTTON = re.compile("^(Log |One more: )")

# Before the page's own code: when a click came, when a write of a document was durable, when the log was usable.
WATCH = """(() => {
  window.bench = { taps: [], usable: null }
  let clicked = null
  addEventListener('click', () => { clicked = performance.now() }, true)
  const transaction = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = transaction.call(this, stores, mode, options)
    if (mode === 'readwrite' && [stores].flat().includes('documents')) made.addEventListener('complete', () => {
      if (clicked === null) return
      window.bench.taps.push({ ms: performance.now() - clicked, durability: made.durability })
      clicked = null
    })
    return made
  }
  const look = () => {
    const button = [...document.querySelectorAll('button')].find(({ textContent, disabled }) =>
      !disabled && /^(Log |One more: )/.test(textContent.trim()))
    if (button) window.bench.usable = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()"""

SEED = """async (rows) => {
  const db = await new Promise((ok) => { const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result) })
  const writing = db.transaction('documents', 'readwrite')
  for (const row of rows) writing.objectStore('documents').put(row)
  await new Promise((ok, no) => { writing.oncomplete = ok; writing.onabort = () => no(writing.error) })
  db.close()
}"""

BARE = """async ({ row, puts }) => {
  const db = await new Promise((ok) => {
    const r = indexedDB.open('bench-bare')
    r.onupgradeneeded = () => r.result.createObjectStore('documents', { keyPath: ['kind', 'id'] })
    r.onsuccess = () => ok(r.result)
  })
  const took = []
  for (let n = 0; n < puts; n++) {
    await new Promise((ok) => setTimeout(ok, 60))
    const began = performance.now()
    const writing = db.transaction('documents', 'readwrite', { durability: 'strict' })
    writing.objectStore('documents').put(row)
    writing.commit()
    await new Promise((ok, no) => { writing.oncomplete = ok; writing.onabort = () => no(writing.error) })
    took.push(performance.now() - began)
  }
  db.close()
  return took
}"""


def main(workouts: int, taps: int) -> None:
    with tempfile.TemporaryDirectory(prefix="iron-app-") as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        profile = Path(folder) / "profile"
        try:
            requests, kib = first_load(playwright, server)
            taps_ms, bare = tap(playwright, server, profile, workouts, taps)
        finally:
            server.kill()
        cold, answered, alone = cold_starts(playwright, server, profile)
    print(
        f"{workouts:,} workouts of 20 sets on the phone, CPU slowed {SLOWER} times, strict durability, guest\n"
    )
    print(f"{'':<44}{'measured':>11}{'goal':>8}{'of goal':>9}{'of bare':>9}")
    row(f"tap to durable, p50 of {len(taps_ms)} [ms]", percentile(taps_ms, 50), None, percentile(bare, 50))
    row(f"tap to durable, p95 of {len(taps_ms)} [ms]", percentile(taps_ms, 95), TAP_MS, percentile(bare, 95))
    row(f"  bare strict put, p50 of {len(bare)} [ms]", percentile(bare, 50))
    row(f"  bare strict put, p95 of {len(bare)} [ms]", percentile(bare, 95))
    row(f"tap, server stopped, worst of {len(alone)} [ms]", max(alone), TAP_MS, percentile(bare, 95))
    row(
        f"cold start offline, median of {len(cold)} [ms]",
        statistics.median(cold),
        COLD_MS,
        statistics.median(answered),
    )
    row(f"cold start offline, worst of {len(cold)} [ms]", max(cold), COLD_MS, max(answered))
    row("  the worker answered the page [ms]", statistics.median(answered))
    row("first load of the log, over the wire [KiB]", kib, FIRST_KIB)
    row("first load of the log, requests", requests, FIRST_REQUESTS)


def first_load(playwright: Playwright, server: Server) -> tuple[int, float]:
    """Requests of the page and their bytes over the wire, headers included, until the log can be used.

    What the service worker stores for later is fetched by the worker, after the page is there, and is not counted.
    """
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on("Network.requestWillBeSent", lambda e: sent.__setitem__(e["requestId"], e["request"]["url"]))
    session.on("Network.loadingFinished", lambda e: sizes.__setitem__(e["requestId"], e["encodedDataLength"]))
    page.goto(f"{server.url}/app/log")
    page.get_by_role("button", name="Start a workout").wait_for()
    page.wait_for_load_state("networkidle")
    browser.close()
    for request, size in sizes.items():
        print(f"  {size / 1024:>7.1f} KiB  {sent.get(request, '?').removeprefix(server.url)[:80]}")
    print()
    return len(sent), sum(sizes.values()) / 1024


def tap(
    playwright: Playwright, server: Server, profile: Path, workouts: int, taps: int
) -> tuple[list[float], list[float]]:
    """Times of taps and of bare puts in turns, so that noise meets both alike [ms]."""
    context = phone(playwright, profile)
    page = context.new_page()
    page.goto(f"{server.url}/app/")
    wait_until(page, APP_CONTROLS)
    wait_until(page, "indexedDB.databases().then((all) => all.some((one) => one.name === 'iron-guest'))")
    for first in range(0, workouts, 100):
        page.evaluate(SEED, [stored(n) for n in range(first, min(first + 100, workouts))])
    page.goto(f"{server.url}/app/log?exercise=leg-press-45")
    page.wait_for_timeout(3000)  # the worker finishes its list
    wait_until(page, "window.bench.usable !== null")
    slow(context, page)
    bare: list[float] = []
    for tap_number in range(taps):
        one_tap(page)
        if tap_number % 10 == 9:
            bare += page.evaluate(BARE, {"row": stored(0), "puts": 10})
    result = taps_of(page)
    context.close()
    return result, bare


def cold_starts(
    playwright: Playwright, server: Server, profile: Path
) -> tuple[list[float], list[float], list[float]]:
    """Starts of a new browser process while no server answers: until usable, until the worker answered; then taps."""
    usable, answered, alone = [], [], []
    for _ in range(STARTS):
        context = phone(playwright, profile)
        page = context.new_page()
        slow(context, page)
        page.goto(f"{server.url}/app/log")
        wait_until(page, "window.bench.usable !== null")
        usable.append(page.evaluate("window.bench.usable"))
        answered.append(page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd"))
        for _ in range(TAPS_WITHOUT_SERVER // STARTS):
            one_tap(page)
        alone += taps_of(page)
        context.close()
    return usable, answered, alone


def phone(playwright: Playwright, profile: Path) -> BrowserContext:
    context = playwright.chromium.launch_persistent_context(
        str(profile), executable_path=chromium_path(), args=FLAGS, viewport=PHONE, has_touch=True
    )
    context.add_init_script(WATCH)
    return context


def slow(context: BrowserContext, page: Page) -> CDPSession:
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def one_tap(page: Page) -> None:
    """Log the next set as it stands and wait until it is durable and the screen is at rest."""
    before = page.evaluate("window.bench.taps.length")
    page.get_by_role("button", name=LOG_BUTTON).click()
    wait_until(page, f"window.bench.taps.length > {before}")
    page.wait_for_timeout(250)


def taps_of(page: Page) -> list[float]:
    seen = page.evaluate("window.bench.taps")
    assert all(tap_["durability"] == "strict" for tap_ in seen), seen
    return [tap_["ms"] for tap_ in seen]


def stored(number: int) -> dict:
    """A finished workout as the phone keeps it (web/src/data/store/db.ts)."""
    body = workout(number)
    body["end"] = body["start"][:11] + "19:30:00"
    lifted = sorted({f"{entry['exercise']}|{body['start']}" for entry in body["entries"]})
    head = {"kind": "workout", "id": workout_id(number), "rev": 0, "seq": 0, "whole": 1}
    return {**head, "body": body, "start": body["start"], "lifted": lifted}


def percentile(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def row(label: str, value: float, goal: float | None = None, bare: float | None = None) -> None:
    of_goal = f"{goal:>8}{value / goal:>9.2f}" if goal else " " * 17
    print(f"{label:<44}{value:>11.1f}{of_goal}{f'{value / bare:>9.1f}' if bare else ''}")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [2000, 50][len(numbers) :]))
