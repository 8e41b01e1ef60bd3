"""The server itself: a second start, guides rendered and kept, memory at rest, answers while it is busy.

Run: .venv/bin/python benchmarks/server.py [starts]
Guides are asked for over one kept connection. "First" is the first request for that guide two
seconds after a start; the very first guide of a process stands alone. The bare limit is the smallest answer of the same server
over the same connection (/robots.txt), for the start an interpreter that only sets Django up. "Busy" is the account's
answer while four bodies come byte by byte and four guests' journals are computed.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / folder) for folder in ("browser", "server", "")]

from conftest import Server, free_port, start_server  # noqa: E402
from serving import ask, begin  # noqa: E402
from training_years import guest  # noqa: E402

GUIDE_MS, REST_MIB, START_MS, BUSY_MS = 5, 120, 3000, 250
PAUSE_S = 2.0
SLOW = ["/api/v1/compute", "/api/v1/import/plan"]
BARE_START = "import django; django.setup()"


def main(starts: int) -> None:
    with tempfile.TemporaryDirectory(prefix="iron-server-") as folder:
        home = Path(folder) / "var"
        start_server(home).kill()  # the first one makes the database
        began, bare, firsts, others, cached, robots, rest, busy = [], [], [], [], [], [], [], []
        for _ in range(starts):
            server, elapsed_s = second_start(home)
            try:
                began.append(elapsed_s)
                time.sleep(PAUSE_S)
                rest.append(memory_mib(server.process.pid))
                first, *rendered = guides(server)
                firsts.append(first)
                others += rendered
                cached += guides(server)
                busy += asked_while_busy(server)
                robots += [asked(server, ["/robots.txt"] * 20)[-1]]
            finally:
                server.kill()
            bare.append(bare_start(home))
    bare_ms = statistics.median(robots)
    print(f"Medians of {starts} starts of a server that has its database\n")
    print(f"{'':<44}{'measured':>11}{'goal':>8}{'of goal':>9}{'of bare':>9}")
    row("start until it answers [ms]", statistics.median(began), START_MS, statistics.median(bare))
    row("  bare: set Django up [ms]", statistics.median(bare))
    row("guide, very first of a process [ms]", statistics.median(firsts), GUIDE_MS, bare_ms)
    row("guide, first time, p50 of all guides [ms]", statistics.median(others), GUIDE_MS, bare_ms)
    row("guide, first time, worst of all guides [ms]", max(others), GUIDE_MS, bare_ms)
    row("guide, kept, p50 [ms]", statistics.median(cached), GUIDE_MS, bare_ms)
    row("account, busy server, p50 [ms]", statistics.median(busy), BUSY_MS, bare_ms)
    row("  bare: /robots.txt [ms]", bare_ms)
    row("memory at rest, RSS of all processes [MiB]", statistics.median(rest), REST_MIB)


def second_start(home: Path) -> tuple[Server, float]:
    """Start ``iron serve`` on a database that is there; the time until it answers [ms]."""
    port = free_port()
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "iron.cli", "serve", "--port", str(port)],
        env={**os.environ, "IRON_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    server = Server(f"http://localhost:{port}", home, "", process)
    while True:
        try:
            asked(server, ["/api/v1/me"])
        except OSError:
            assert process.poll() is None, "iron serve stopped"
            time.sleep(0.01)
        else:
            return server, (time.perf_counter() - began) * 1000


def bare_start(home: Path) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", BARE_START],
        env={**os.environ, "IRON_HOME": str(home), "DJANGO_SETTINGS_MODULE": "iron.server.settings"},
        check=True,
    )
    return (time.perf_counter() - began) * 1000


def guides(server: Server) -> list[float]:
    """Time of each guide of the library, in order [ms]."""
    index = ROOT / "src" / "iron" / "server" / "dist" / "app" / "content" / "index.json"
    rows = json.loads(index.read_text(encoding="utf-8"))["exercises"]
    return asked(server, [f"/exercises/{row['id']}/" for row in rows if row["guide"]])


def asked(server: Server, paths: list[str]) -> list[float]:
    """Time of each answer over one connection [ms], the connection already there."""
    port = urlsplit(server.url).port
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.connect()
    results = []
    for path in paths:
        began = time.perf_counter()
        connection.request("GET", path, headers={"Host": f"localhost:{port}", "Accept-Encoding": "br"})
        response = connection.getresponse()
        response.read()
        results.append((time.perf_counter() - began) * 1000)
        assert response.status == 200, (path, response.status)
    connection.close()
    return results


def asked_while_busy(server: Server) -> list[float]:
    """Times of answers about the account [ms] while slow bodies come in and guests' journals are computed."""
    port = urlsplit(server.url).port or 0
    with ThreadPoolExecutor(4) as clients:
        slow = [begin(port, path, 1_000_000, b"{") for path in SLOW * 2]
        heavy = [clients.submit(ask, port, "/api/v1/compute", guest(20, 20)) for _ in range(4)]
        results = []
        while not all(computation.done() for computation in heavy):
            results += asked(server, ["/api/v1/me"])
        for connection in slow:
            connection.close()
    return results


def memory_mib(root: int) -> float:
    """Resident memory of a process and its children, shared pages counted in each [MiB]."""
    total = 0
    for process in [root, *children(root)]:
        status = Path(f"/proc/{process}/status").read_text()
        total += int(status.partition("VmRSS:")[2].split()[0])
    return total / 1024


def children(parent: int) -> list[int]:
    tasks = Path(f"/proc/{parent}/task").glob("*/children")
    direct = [int(part) for task in tasks for part in task.read_text().split()]
    return [pid for child in direct for pid in (child, *children(child))]


def row(label: str, value: float, goal: float | None = None, bare: float | None = None) -> None:
    of_goal = f"{goal:>8}{value / goal:>9.2f}" if goal else " " * 17
    print(f"{label:<44}{value:>11.1f}{of_goal}{f'{value / bare:>9.1f}' if bare else ''}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
