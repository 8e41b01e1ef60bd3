"""The library: load and check, search as you type on a slow phone, what it adds to the offline cache, all guides kept.

Run: .venv/bin/python benchmarks/library.py
Search runs in a real Chromium with the CPU slowed four times: from the input event until the list is drawn and laid
out. The bare limit of the same page is the same event with a list that does not change.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from conftest import APP_CONTROLS, FLAGS, chromium_path, start_server, wait_until  # noqa: E402
from lent_devices import PHONE  # noqa: E402

from iron import knowledge  # noqa: E402

SLOWER = 4
CHECK_S, SEARCH_MS, CACHE_KIB = 1.0, 16, 150
TYPED = ("leg press", "bnech press", "kniebeuge", "supino reto", "romainan deadlift", "latzug", "curl")
CONTENT = ROOT / "src" / "iron" / "server" / "dist" / "app" / "content"
# What the service worker keeps from the first visit on (web/vite.config.ts), beside the app itself.
STORED = ("index", "aliases", "choose", "carryover", "compare")

TYPE = """async ({ typed }) => {
  const input = document.querySelector('input[type=search]')
  const took = []
  for (let end = 0; end <= typed.length; end++) {
    await new Promise((ok) => setTimeout(ok, 30))
    input.value = typed.slice(0, end)
    const began = performance.now()
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve(); await Promise.resolve()
    document.body.getBoundingClientRect()
    took.push(performance.now() - began)
  }
  return took
}"""


def main() -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    library = knowledge.load()
    loaded = time.process_time() - cpu
    problems = knowledge.examine(library)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert not problems
    kept_kib = sum(len(gzip.compress((CONTENT / f"{name}.json").read_bytes(), 9)) for name in STORED) / 1024
    with tempfile.TemporaryDirectory(prefix="iron-library-") as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        try:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            page = browser.new_page(viewport=PHONE)
            letters, bare, thread = search(page, server.url)
            seconds, mib = keep_all(page)
            browser.close()
        finally:
            server.kill()
    names = sum(1 + len(exercise.aliases) for exercise in library.exercises.values())
    print(f"{len(library.exercises)} exercises, {names:,} names; CPU of the page slowed {SLOWER} times\n")
    print(f"{'':<46}{'measured':>10}{'goal':>8}{'of goal':>9}{'of bare':>9}")
    row("load the library, CPU [s]", loaded)
    row("load and check, CPU [s]", cpu, CHECK_S)
    row("load and check, clock [s]", wall)
    row(
        f"a letter typed, p50 of {len(letters)} [ms]",
        statistics.median(letters),
        SEARCH_MS,
        statistics.median(bare),
    )
    p95 = statistics.quantiles(letters, n=20, method="inclusive")[-1]
    row(f"a letter typed, p95 of {len(letters)} [ms]", p95, SEARCH_MS, statistics.median(bare))
    row(f"a letter typed, worst of {len(letters)} [ms]", max(letters), SEARCH_MS, statistics.median(bare))
    row(f"a letter typed, mean of the thread's CPU × {SLOWER} [ms]", thread, SEARCH_MS)
    row("kept for offline beside guides, gzip [KiB]", kept_kib, CACHE_KIB)
    row("all guides kept: as stored [MiB]", mib)
    row("all guides kept: time [s]", seconds)


def search(page: Page, url: str) -> tuple[list[float], list[float], float]:
    """Time of every letter of the names typed, of events that change nothing, and the CPU time of a letter [ms]."""
    page.goto(f"{url}/app/library")
    page.locator("main li a").first.wait_for()
    wait_until(page, APP_CONTROLS)
    page.wait_for_timeout(3000)  # the worker finishes its list, other names come after the rows
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(TYPE, {"typed": "warm up"})
    letters = [ms for typed in TYPED for ms in page.evaluate(TYPE, {"typed": typed})[1:]]
    bare = [page.evaluate(TYPE, {"typed": ""})[0] for _ in range(20)]
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return letters, bare, SLOWER * thread_ms(page)


def thread_ms(page: Page) -> float:
    """Mean CPU time of the page's own thread for a letter [ms], not slowed: other programs do not count."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = {
            metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]
        }
        return 1000 * float(metrics["TaskDuration"])

    before = spent()
    count = sum(len(page.evaluate(TYPE, {"typed": typed})) for typed in TYPED)
    return (spent() - before) / count


def keep_all(page: Page) -> tuple[float, float]:
    """How long “keep all offline” takes [s], and what the guides then are on the phone [MiB]."""
    began = time.perf_counter()
    page.get_by_role("button", name="Download all guides").click()
    page.get_by_text("guides are on this phone").wait_for(timeout=120_000)
    elapsed_s = time.perf_counter() - began
    stored = page.evaluate(
        """async () => {
          const cache = await caches.open('iron-content')
          let bytes = 0
          for (const key of await cache.keys()) bytes += (await (await cache.match(key)).arrayBuffer()).byteLength
          return bytes
        }"""
    )
    return elapsed_s, stored / 2**20


def row(label: str, value: float, goal: float | None = None, bare: float | None = None) -> None:
    of_goal = f"{goal:>8}{value / goal:>9.2f}" if goal else " " * 17
    print(f"{label:<46}{value:>10.2f}{of_goal}{f'{value / bare:>9.1f}' if bare else ''}")


if __name__ == "__main__":
    main()
