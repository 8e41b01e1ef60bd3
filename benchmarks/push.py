"""Cost of a push of a 20-set workout over HTTP, signed in: Iron against a bare handler on the same server.

Run: .venv/bin/python benchmarks/push.py [sets] [rounds]
Three servers (granian) run at once and take turns, so that noise meets them alike: Iron with an empty journal, Iron with
many sets, and a bare WSGI handler that decodes the JSON, inserts a row of history, upserts the document and commits; all
with synchronous=FULL. CPU is that of all threads of the server's worker (/proc, in nanoseconds), wall
time is the client's. Figures are medians of the rounds. Limits: 5 times the bare handler, and 1.2 times as much with many
sets as with none.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import sqlite3
import statistics
import sys
import threading
import time
from functools import partial
from pathlib import Path

from gateway_server import CSRF, Parts, cookie_of, listen, start

HERE = Path(__file__).parent
LIMIT_BARE = 5.0
LIMIT_GROWTH = 1.2
PUSHES_A_ROUND = 40
DEVICE = "0192f000-0000-7000-8000-00000000dddd"
KINDS = ("new set", "edit", "delete")


def iron_gateway(home: str, sets: int):
    """The gateway of Iron on a journal of its own; the cookie of its lifter goes into a file."""
    from iron.server import boot

    boot.start()
    from django.db import connection
    from training_years import ops

    from iron.server.accounts.models import User
    from iron.server.gateway.application import gateway
    from iron.server.storage.django_store import DjangoStore

    user = User.objects.create_user("ada", "a long password")
    if sets:
        DjangoStore(user.pk).push(ops(sets // 20), DEVICE, "2026-11-22T18:05:00Z")
    cookie = cookie_of(user)
    connection.close()
    Path(home, "cookie").write_text(cookie)
    Path(home, "pid").write_text(str(os.getpid()))
    return gateway()


def bare_application(home: str):
    """What no server can spare: granian calls it as plain WSGI, without Django and without Iron's gateway."""
    here = threading.local()

    def application(environ, start):
        if not hasattr(here, "database"):
            here.database = bare_database(home)
        operation = json.loads(environ["wsgi.input"].read())["ops"][0]
        database = here.database
        database.execute("BEGIN IMMEDIATE")
        text = json.dumps(operation.get("body"), separators=(",", ":"))
        database.execute("INSERT INTO history VALUES (1, ?, ?)", [operation["op_id"], text])
        database.execute(
            "INSERT INTO document VALUES (1, ?, ?) ON CONFLICT (user_id, id) DO UPDATE SET body = excluded.body",
            [operation["id"], text],
        )
        database.execute("COMMIT")
        start("200 OK", [("Content-Type", "application/json")])
        return Parts([b'{"results":[{"op_id":"' + operation["op_id"].encode() + b'"}]}'])

    bare_database(home)
    Path(home, "cookie").write_text("a=b")
    Path(home, "pid").write_text(str(os.getpid()))
    return application


def bare_database(home: str) -> sqlite3.Connection:
    raw = sqlite3.connect(Path(home) / "bare.sqlite3", isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE IF NOT EXISTS history (user_id, op_id, body, PRIMARY KEY (user_id, op_id))")
    raw.execute("CREATE TABLE IF NOT EXISTS document (user_id, id, body, PRIMARY KEY (user_id, id))")
    return raw


def serve(which: str, port: int, sets: int) -> None:
    """The server's program."""
    home = os.environ["IRON_HOME"]
    bare = which == "bare"
    loader = partial(bare_application, home) if bare else partial(iron_gateway, home, sets)
    listen(loader, port, bare=bare)


class Server:
    """A server, as its client sees it."""

    def __init__(self, which: str, sets: int = 0) -> None:
        started = start(__file__, which, sets)
        self.home, self.process, self.pid = started.home, started.process, started.pid
        self.headers = {
            "Cookie": Path(self.home, "cookie").read_text(),
            "X-CSRFToken": CSRF,
            "Content-Type": "application/json",
        }
        self.connection = http.client.HTTPConnection("127.0.0.1", started.port)

    def push(self, operation: dict) -> float:
        """Push one operation and return the wall time [ms]."""
        raw = json.dumps({"device": DEVICE, "ops": [operation]}, separators=(",", ":")).encode()
        began = time.perf_counter()
        for attempt in range(100):
            try:
                self.connection.request("POST", "/api/v1/sync/push", raw, self.headers)
                response = self.connection.getresponse()
                break
            except ConnectionError:
                self.connection.close()
                assert attempt < 99
                time.sleep(0.05)
        answer = response.read()
        spent = time.perf_counter() - began
        assert response.status == 200, answer
        assert b"refused" not in answer, answer
        return spent * 1000

    def cpu_ms(self) -> float:
        """CPU of all threads of the worker until now [ms]."""
        tasks = Path("/proc", self.pid, "task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)
        shutil.rmtree(self.home)


def one_round(server: Server, number: int) -> dict[str, tuple[float, float]]:
    """CPU and wall time of one push of each kind [ms]."""
    from training_years import op_id, workout, workout_id

    days = range(number, number + 10 * PUSHES_A_ROUND, 10)

    def op(day: int, step: int, body: dict | None) -> dict:
        head = {"op_id": op_id(day + step), "kind": "workout", "id": workout_id(day), "base": step}
        return {**head, "delete": True} if body is None else {**head, "body": body}

    def fewer(day: int) -> dict:
        body = workout(day % 2000)
        body["entries"][-1]["sets"].pop()
        return body

    def edited(day: int) -> dict:
        body = workout(day % 2000)
        body["entries"][1]["sets"][2]["reps"] += 1
        return body

    for day in days:
        server.push(op(day, 0, fewer(day)))
    result = {}
    for step, (kind, make) in enumerate(
        zip(KINDS, (lambda day: workout(day % 2000), edited, None), strict=True), 1
    ):
        ready = [op(day, step, make and make(day)) for day in days]
        before = server.cpu_ms()
        wall = [server.push(batch) for batch in ready]
        result[kind] = (server.cpu_ms() - before) / len(ready), statistics.median(wall)
    return result


def main(sets: int, rounds: int) -> None:
    sys.path.insert(0, str(HERE.parent / "tests" / "server"))
    servers = {"bare": Server("bare"), "0 sets": Server("iron"), f"{sets:,} sets": Server("iron", sets)}
    many = f"{sets:,} sets"
    seen: dict[str, list[dict]] = {name: [] for name in servers}
    try:
        for turn in range(-1, rounds):
            for name, server in servers.items():
                figures = one_round(server, 1_000_000 + (turn + 1) * 10 * PUSHES_A_ROUND)
                if turn >= 0:  # the first round warms up
                    seen[name].append(figures)
    finally:
        for server in servers.values():
            server.stop()
    print(
        f"One push of a 20-set workout over HTTP, signed in; median of {rounds} rounds of {PUSHES_A_ROUND}\n"
    )
    print(f"{'':<9}{'bare':>17}{'0 sets':>17}{many:>17}{'of bare':>9}{'limit':>6}{'growth':>8}{'limit':>6}")
    for kind in KINDS:
        cpu, wall = (
            {name: statistics.median(row[kind][n] for row in rows) for name, rows in seen.items()}
            for n in (0, 1)
        )
        columns = "".join(f"{cpu[name]:>8.2f}{wall[name]:>6.2f} ms" for name in servers)
        ratio = statistics.median(
            a[kind][0] / b[kind][0] for a, b in zip(seen[many], seen["bare"], strict=True)
        )
        growth = statistics.median(
            a[kind][0] / b[kind][0] for a, b in zip(seen[many], seen["0 sets"], strict=True)
        )
        print(f"{kind:<9}{columns}{ratio:>9.1f}{LIMIT_BARE:>6.1f}{growth:>8.2f}{LIMIT_GROWTH:>6.1f}")
    print("\nEach column: CPU of the worker, then wall time of the client.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        numbers = [int(argument) for argument in sys.argv[1:]]
        main(*(numbers + [50_000, 9][len(numbers) :]))
