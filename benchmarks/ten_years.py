"""Every screen with ten years of history on a slow phone: from a tap to the next painted frame, and the longest task.

Run: .venv/bin/python benchmarks/ten_years.py [workouts] [rounds]
A real Chromium on a real server; 2,000 invented workouts of 24 sets lie in the phone's database and the page's CPU is
slowed four times. Each round loads the app anew and makes all taps once. The frame is the browser's own event timing
(from the finger to the paint, in steps of 8 ms); a task is what would keep a second tap waiting, during the tap's work
and until the screen is at rest. Goal: p95 of each tap's frame at most 50 ms.
Limit of the same run: a tap on an empty page of the same server.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page, Playwright, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests" / "server"), str(ROOT / "benchmarks")]

from app import SEED, SLOWER, percentile  # noqa: E402
from conftest import APP_CONTROLS, FLAGS, chromium_path, start_server, wait_until  # noqa: E402
from lent_devices import PHONE  # noqa: E402
from training_years import workout, workout_id  # noqa: E402

GOAL_MS: Final = 50
SETS: Final = 24
REST_MS: Final = 1800
# The browser's own bars, with room to spare [px].
BARS: Final = 300
BARE_TAPS: Final = 20
# A link that stands below ten years of numbers comes when they are read; waiting for it is no tap.
READING_MS: Final = 60_000

# The browser's own clocks: interactions (finger to paint) and tasks above 50 ms, since the last reading.
WATCH: Final = """(() => {
  window.slow = { events: [], tasks: [] }
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.interactionId) window.slow.events.push(one.duration) })
    .observe({ type: 'event', durationThreshold: 16 })
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.slow.tasks.push(one.duration) }).observe({ type: 'longtask' })
})()"""
READ: Final = """() => {
  const { events, tasks } = window.slow
  window.slow.events = []
  window.slow.tasks = []
  return { frame: Math.max(0, ...events), task: Math.max(0, ...tasks), above: tasks.length }
}"""

# The workout of the round before is not there any more: each round begins with the same taps.
FORGET: Final = """async () => {
  const db = await new Promise((ok) => { const r = indexedDB.open('iron-guest'); r.onsuccess = () => ok(r.result) })
  const writing = db.transaction('documents', 'readwrite')
  const open = writing.objectStore('documents').index('open').openCursor()
  open.onsuccess = () => { if (open.result) { open.result.delete(); open.result.continue() } }
  await new Promise((ok, no) => { writing.oncomplete = ok; writing.onabort = () => no(writing.error) })
  db.close()
}"""

Act = Callable[[Page], None]


class Step(NamedTuple):
    """One thing a lifter does: where he is, what he does there."""

    screen: str
    what: str
    act: Act


def tap(target: Locator, patience_ms: float | None = None) -> None:
    """A finger on the middle of an element. Playwright's own click asks the page for a layout while it happens."""
    target.scroll_into_view_if_needed(timeout=patience_ms)
    target.click(trial=True, timeout=patience_ms)
    box = target.bounding_box()
    assert box is not None
    target.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def tab(name: str) -> Act:
    return lambda page: tap(page.get_by_role("navigation", name="Main").get_by_role("link", name=name))


def button(name: str) -> Act:
    return lambda page: tap(page.get_by_role("button", name=name).first)


def link(name: str) -> Act:
    return lambda page: tap(page.get_by_role("main").get_by_role("link", name=name).first, READING_MS)


def typed(text: str) -> Act:
    return lambda page: page.get_by_role("searchbox").first.press_sequentially(text, delay=120)


def key(name: str) -> Act:
    return lambda page: page.keyboard.press(name)


def address(path: str) -> Act:
    """As a link inside the app would: the app follows, the page is not loaded again."""
    script = """(path) => { const a = Object.assign(document.createElement('a'), { href: path, textContent: path })
      a.id = 'bench'; a.style.cssText = 'position:fixed;top:0;left:0;z-index:99;padding:14px'; document.body.append(a) }"""

    def act(page: Page) -> None:
        page.evaluate(script, path)
        tap(page.locator("#bench"))
        page.locator("#bench").evaluate("(a) => a.remove()")

    return act


STEPS: Final = (
    Step("log", "log a set", lambda page: tap(page.locator("button.go"))),
    Step("log", "log another", lambda page: tap(page.locator("button.go"))),
    Step("log", "open the load", button("Load")),
    Step("log", "open the setup", button("Feet")),
    Step("log", "close it", key("Escape")),
    Step("log", "pick an exercise", button("Add exercise")),
    Step("log", "search in it", typed("bench press")),
    Step(
        "log",
        "take one",
        lambda page: tap(page.get_by_role("dialog").get_by_role("listitem").get_by_role("button").first),
    ),
    Step("today", "open", lambda page: tap(page.get_by_role("link", name="Back to today"))),
    Step("history", "open", tab("History")),
    Step("history", "show older", button("Show older workouts")),
    Step("history", "search a rare word", typed("2017")),
    Step("history", "as a calendar", address("/app/history?view=calendar")),
    Step("history", "a workout", address(f"/app/history/{workout_id(7)}")),
    Step("growth", "open", tab("Growth")),
    Step("growth", "an exercise", address("/app/growth/leg-press-45")),
    Step("records", "open", link("Records")),
    Step("plan", "open", tab("Plan")),
    Step("library", "open", tab("Library")),
    Step("library", "search", typed("leg press")),
    Step("library", "a guide", address("/app/library/leg-press-45")),
    Step("me", "open", tab("Me")),
    Step("me", "save a copy", button("Save a copy")),
    Step("machines", "open", address("/app/machines")),
    Step("import", "open", address("/app/import")),
    Step("exercises", "open", address("/app/exercises")),
    Step("body", "open", address("/app/body")),
    Step("today", "open again", tab("Today")),
)


def main(workouts: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory(prefix="iron-years-") as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        try:
            bare = bare_taps(playwright, server.url)
            rows = measured(playwright, server.url, workouts, rounds)
        finally:
            server.kill()
    empty = percentile(bare, 95)
    print(
        f"{workouts:,} workouts of {SETS} sets on the phone, CPU slowed {SLOWER} times, {rounds} rounds; "
        f"an empty page: p95 {empty:.0f} ms\n"
    )
    print(f"{'':<34}{'tap to frame p50':>17}{'p95':>6}{'longest task':>14}{'tasks > 50':>12}")
    for step in STEPS:
        print_step(step, rows[step])
    every = [cost["frame"] for costs in rows.values() for cost in costs]
    worst = max(p95(costs) for costs in rows.values() if costs)
    print(
        f"\nall taps: p95 {percentile(every, 95):.0f} ms; worst p95 of a tap {worst:.0f} ms, goal {GOAL_MS} ms, "
        f"{worst / GOAL_MS:.2f} of it; {worst / max(empty, 8):.1f} times an empty page"
    )


def print_step(step: Step, costs: list[dict[str, Any]]) -> None:
    label = f"{step.screen}: {step.what}"
    if not costs:
        print(f"{label:<34}{'not there':>17}")
        return
    task = max(cost["task"] for cost in costs)
    above = max(cost["above"] for cost in costs)
    mark = "  <--" if p95(costs) > GOAL_MS else ""
    print(
        f"{label:<34}{percentile([cost['frame'] for cost in costs], 50):>17.0f}{p95(costs):>6.0f}"
        f"{f'{task:.0f}' if task else 'below 50':>14}{above:>12}{mark}"
    )


def p95(costs: list[dict[str, Any]]) -> float:
    return percentile([cost["frame"] for cost in costs], 95)


def measured(
    playwright: Playwright, url: str, workouts: int, rounds: int
) -> dict[Step, list[dict[str, Any]]]:
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, accept_downloads=True)
    context.set_default_timeout(6000)
    context.add_init_script(WATCH)
    page = context.new_page()
    show_whole(page)
    page.goto(f"{url}/app/")
    wait_until(page, APP_CONTROLS)
    wait_until(page, "indexedDB.databases().then((all) => all.some((one) => one.name === 'iron-guest'))")
    for first in range(0, workouts, 100):
        page.evaluate(SEED, [stored(n) for n in range(first, min(first + 100, workouts))])
    rows: dict[Step, list[dict[str, Any]]] = {step: [] for step in STEPS}
    for _ in range(rounds):
        page.goto(f"{url}/api/v1/health")
        page.evaluate(FORGET)
        page.goto(f"{url}/app/log?exercise=leg-press-45")
        page.locator("button.go").wait_for()
        page.wait_for_timeout(6000)
        slowing = context.new_cdp_session(page)
        slowing.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(READ)
        for step, costs in rows.items():
            if cost := measure_step(page, step):
                costs.append(cost)
        slowing.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        slowing.detach()
    browser.close()
    return rows


def show_whole(page: Page) -> None:
    """Make the window taller than the page.

    Playwright makes it as tall, with the browser's bars in it: the lowest part, where the tabs and the log's button
    are, is cut off, and the browser does not paint what is cut off. Such a tap would wait for the next screen's frame.
    """
    session = page.context.new_cdp_session(page)
    window = session.send("Browser.getWindowForTarget")["windowId"]
    bounds = {"width": PHONE["width"] + BARS, "height": PHONE["height"] + BARS}
    session.send("Browser.setWindowBounds", {"windowId": window, "bounds": bounds})
    session.detach()


def measure_step(page: Page, step: Step) -> dict[str, Any] | None:
    try:
        step.act(page)
    except (
        PlaywrightError
    ) as problem:  # a screen that changed: the table says so, the others are still measured
        print(f"{step.screen}: {step.what}: {str(problem).splitlines()[0]}", file=sys.stderr)
        return None
    page.wait_for_timeout(REST_MS)
    return dict(page.evaluate(READ))


def bare_taps(playwright: Playwright, url: str) -> list[float]:
    """Taps on a page with one button that changes one word [ms]."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, bypass_csp=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    show_whole(page)
    page.goto(f"{url}/api/v1/health")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate("document.body.innerHTML = '<button onclick=\"this.textContent += 1\">Tap</button>'")
    taps = []
    for _ in range(BARE_TAPS):
        tap(page.locator("button"))
        page.wait_for_timeout(300)
        taps.append(float(page.evaluate(READ)["frame"]))
    browser.close()
    return taps


def stored(number: int) -> dict[str, Any]:
    """A finished workout as the phone keeps it (web/src/data/store/db.ts)."""
    body = workout(number, SETS)
    body["end"] = body["start"][:11] + "19:30:00"
    lifted = sorted({f"{entry['exercise']}|{body['start']}" for entry in body["entries"]})
    head = {"kind": "workout", "id": workout_id(number), "rev": 0, "seq": 0, "whole": 1}
    return {**head, "body": body, "start": body["start"], "lifted": lifted}


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [2000, 8][len(numbers) :]))
