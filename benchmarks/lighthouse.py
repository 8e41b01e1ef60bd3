"""Lighthouse, mobile preset, on the log and on a guide. Goals: performance 0.99, the others 1, interactive 1.5 s.

Run: .venv/bin/python benchmarks/lighthouse.py [runs]
Lighthouse comes from the npm registry when this runs, so it is optional: without it one line says so. A blank page
from the same run is the bare limit. The preset slows the CPU four times and simulates a slow 4G line.
"""

from __future__ import annotations

import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from conftest import chromium_path, start_server  # noqa: E402

# The newest that runs on Node 20.
LIGHTHOUSE = "lighthouse@12.8.2"
GOALS = {"performance": 0.99, "accessibility": 1, "best-practices": 1, "seo": 1}
INTERACTIVE_MS = 1500
PAGES = ("/app/log", "/exercises/leg-press-45/")
BLANK = (
    b"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=width=device-width>"
    b"<title>Blank</title><p>Blank</p></html>"
)


class Blank(http.server.BaseHTTPRequestHandler):
    """One paragraph: what no page can be faster than here."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(BLANK)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(runs: int) -> None:
    if not has_lighthouse():
        print(f"Skipped: npx cannot get {LIGHTHOUSE} here.")
        return
    blank = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Blank)
    threading.Thread(target=blank.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="iron-lighthouse-") as folder:
        server = start_server(Path(folder) / "var")
        try:
            bare = median(f"http://localhost:{blank.server_port}/", Path(folder), runs)
            result = {page: median(server.url + page, Path(folder), runs) for page in PAGES}
        finally:
            server.kill()
            blank.shutdown()
    print(f"Median of {runs} runs, Lighthouse {LIGHTHOUSE.partition('@')[2]}, mobile preset\n")
    print(f"{'':<28}{'measured':>10}{'goal':>8}{'of goal':>9}{'of blank':>10}")
    for page, (scores, failed) in result.items():
        print(page)
        for name, goal in GOALS.items():
            of_blank = f"{scores[name] / bare[0][name]:>10.2f}" if name == "performance" else ""
            print(f"  {name:<26}{scores[name]:>10.2f}{goal:>8}{scores[name] / goal:>9.2f}{of_blank}")
        interactive = scores["interactive"]
        print(
            f"  {'interactive [ms]':<26}{interactive:>10.0f}{INTERACTIVE_MS:>8}{interactive / INTERACTIVE_MS:>9.2f}"
            f"{interactive / bare[0]['interactive']:>10.1f}"
        )
        for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time"):
            print(f"  {name + ' [ms]':<26}{scores[name]:>8.0f}{'':>17}{ratio(scores[name], bare[0][name])}")
        print(f"  not passed: {', '.join(failed) or 'nothing'}")


def has_lighthouse() -> bool:
    try:
        process = subprocess.run(
            ["npx", "--yes", LIGHTHOUSE, "--version"], capture_output=True, timeout=300, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return process.returncode == 0


def median(url: str, folder: Path, runs: int) -> tuple[dict[str, float], list[str]]:
    """Median scores, timings [ms], and the audits that did not pass in the last run."""
    seen = [report(url, folder) for _ in range(runs)]
    names = [name for name in seen[0][0] if all(name in run[0] for run in seen)]
    return {name: statistics.median(run[0][name] for run in seen) for name in names}, seen[-1][1]


def report(url: str, folder: Path) -> tuple[dict[str, float], list[str]]:
    path = folder / "report.json"
    flags = "--headless --no-sandbox --disable-gpu --disable-background-networking"
    subprocess.run(
        [
            *("npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={path}"),
            *(f"--chrome-flags={flags}", f"--only-categories={','.join(GOALS)}"),
        ],
        env={**os.environ, "CHROME_PATH": chromium_path() or ""},
        check=True,
        capture_output=True,
        timeout=180,
    )
    content = json.loads(path.read_text())
    scores = {name: float(content["categories"][name]["score"]) for name in GOALS}
    timings = {
        name: float(content["audits"][name]["numericValue"])
        for name in (
            "interactive",
            "first-contentful-paint",
            "largest-contentful-paint",
            "total-blocking-time",
        )
    }
    weighed = [
        audit["id"]
        for part in content["categories"].values()
        for audit in part["auditRefs"]
        if audit["weight"]
    ]
    failed = [name for name in dict.fromkeys(weighed) if (content["audits"][name]["score"] or 1) < 0.9]
    failed += [name for name in weighed if content["audits"][name]["score"] == 0 and name not in failed]
    return {**scores, **timings}, failed


def ratio(value: float, bare: float) -> str:
    return f"{value / bare:>10.1f}" if bare else f"{'–':>10}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
