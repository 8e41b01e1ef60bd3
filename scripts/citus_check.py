"""Check a real Citus cluster: distribute, push under load while shards move, delete an account, count.

Run: .venv/bin/python scripts/citus_check.py URL [--lifters 300] [--threads 16] [--seconds 20]
URL names an empty database on the coordinator, such as postgres://iron:secret@coordinator/check; it is filled and not
emptied. With plain PostgreSQL everything runs that needs no Citus, and then a sentence says what is missing.

Exit codes: 0 all well; 1 something acknowledged is missing or a rule is broken; 2 the address or the database does not
fit; 3 no Citus, or too few workers: the rest was well.

Each thread pushes for lifters that another thread pushes for too. A push that failed comes again with the same
operation id, as from a phone. At the end the history of each lifter must hold exactly what was acknowledged, once.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, connection

from iron.records.revisions import Op
from iron.server import boot
from iron.server.storage import distribution
from iron.server.storage.distribution import TABLES, NoCitusError
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEVICE = "0192f000-0000-7000-8000-00000000cccc"
AT = "2026-11-22T18:05:00Z"
TRIES = 60
DOCUMENTS = 40
"""Workouts of each lifter; a push creates one of them or edits it."""


@dataclass
class Ledger:
    """What was sent and acknowledged.

    Attributes:
        sent: operation ids of each lifter that a push was tried for.
        acknowledged: those that were answered.
        documents: workouts of each lifter that an acknowledged operation is about.
        latencies: of acknowledged pushes, from the first try [s].
        failures: tries that failed, by name of the error.
    """

    sent: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    acknowledged: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    documents: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    latencies: list[float] = field(default_factory=list)
    failures: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def count(self) -> int:
        """Acknowledged pushes."""
        return sum(map(len, self.acknowledged.values()))

    def figures(self, before: int = 0) -> str:
        """Pushes and latencies after the first ``before``."""
        times = sorted(self.latencies[before:])
        if not times:
            return "0 pushes acknowledged"
        worst = times[min(len(times) - 1, int(0.99 * len(times)))]
        failed = ", ".join(f"{count} × {name}" for name, count in self.failures.items()) or "none"
        return (
            f"{len(times):,} pushes acknowledged, p50 {statistics.median(times) * 1000:.0f} ms, "
            f"p99 {worst * 1000:.0f} ms, longest {times[-1] * 1000:.0f} ms; failed tries so far: {failed}"
        )


def push(ledger: Ledger, user_id: int, rng: random.Random) -> None:
    """Push one operation until it is acknowledged.

    Raises:
        DatabaseError: the database refused it 60 times.
    """
    op_id = str(uuid.UUID(int=rng.getrandbits(128), version=4))
    doc_id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{user_id} {rng.randrange(DOCUMENTS)}"))
    body = {"v": 1, "start": "2026-11-22T18:05:00", "entries": [], f"field-{op_id}": rng.randrange(1000)}
    op = Op(op_id, "workout", doc_id, 0, json.dumps(body).encode())
    began = time.perf_counter()
    with ledger.lock:
        ledger.sent[user_id].add(op_id)
    for attempt in range(TRIES):
        try:
            [result] = DjangoStore(user_id).push([op], DEVICE, AT)
            break
        except DatabaseError as problem:
            connection.close()
            with ledger.lock:
                ledger.failures[type(problem).__name__] += 1
            if attempt == TRIES - 1:
                raise
            time.sleep(min(2.0, 0.05 * 2**attempt))
    if result.status == "refused":
        raise RuntimeError(f"refused: {result.error}")
    with ledger.lock:
        ledger.acknowledged[user_id].add(op_id)
        ledger.documents[user_id].add(doc_id)
        ledger.latencies.append(time.perf_counter() - began)


def load(
    ledger: Ledger,
    lifters: Sequence[int],
    threads: int,
    enough: Callable[[], bool],
    meanwhile: Callable[[], None],
) -> None:
    """Push from many threads until it is enough and what happens meanwhile has ended.

    Raises:
        Exception: the first failure of a thread, or of what happened meanwhile.
    """
    over = threading.Event()
    problems: list[Exception] = []

    def life(number: int) -> None:
        rng = random.Random(f"{number} {ledger.count}")  # noqa: S311 - no secret
        # Lifter n belongs to threads n and n + 1, so that two devices of a lifter push at once.
        mine = [user for n, user in enumerate(lifters) if (number - n) % threads in {0, 1}] or list(lifters)
        try:
            while not over.is_set():
                push(ledger, rng.choice(mine), rng)
        except Exception as problem:  # noqa: BLE001 - raised below, in the main thread
            problems.append(problem)
            over.set()
        finally:
            connection.close()

    running = [threading.Thread(target=life, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    try:
        meanwhile()
        while not enough() and not over.wait(0.05):
            pass
    finally:
        over.set()
        for thread in running:
            thread.join()
    if problems:
        raise problems[0]


def missing(ledger: Ledger) -> list[str]:
    """Hold what is stored against what was acknowledged; returns a sentence for each lifter where they differ."""
    problems = []
    for user_id, acknowledged in sorted(ledger.acknowledged.items()):
        with connection.cursor() as cursor:
            cursor.execute("SELECT op_id FROM history WHERE user_id = %s", [user_id])
            stored = [row[0] for row in cursor.fetchall()]
            cursor.execute("SELECT id FROM document WHERE user_id = %s", [user_id])
            documents = {row[0] for row in cursor.fetchall()}
            cursor.execute("SELECT seq FROM clock WHERE user_id = %s", [user_id])
            row = cursor.fetchone()
        counted = row[0] if row else 0
        lost, foreign = acknowledged - set(stored), set(stored) - ledger.sent[user_id]
        gone = ledger.documents[user_id] - documents
        if lost or foreign or gone or len(stored) != len(set(stored)) or counted < len(stored):
            problems.append(
                f"Lifter {user_id}: {len(lost)} operations and {len(gone)} workouts missing, {len(foreign)} "
                f"that nobody sent, {len(stored)} in the history, change counter {counted}."
            )
    return problems


def deletes_one(ledger: Ledger, lifters: list[int]) -> list[str]:
    """Delete an account and see that it left nothing and the others all."""
    from iron.server.accounts import service  # noqa: PLC0415 - needs Django's settings
    from iron.server.accounts.models import User  # noqa: PLC0415 - needs Django's settings

    gone = lifters.pop()
    service.delete_account(User.objects.get(pk=gone))
    ledger.acknowledged.pop(gone, None)
    problems = missing(ledger)
    for table in TABLES:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE user_id = %s", [gone])  # noqa: S608 - constants
            left = cursor.fetchone()[0]
        if left:
            problems.append(f"{left} rows of the deleted account are still in {table}.")
    return problems


def statements(lifter: int, ledger: Ledger) -> list[tuple[str, Any]]:
    """What the store asks of the database for a push, a pull and a history, with parameters."""
    from iron.server.accounts import quota  # noqa: PLC0415 - needs Django's settings

    seen: list[tuple[str, Any]] = []

    def record(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        if re.match(r"SELECT|INSERT|UPDATE|DELETE", sql):
            seen.append((sql, params))
        return execute(sql, params, many, context)

    store = DjangoStore(lifter)
    with connection.execute_wrapper(record):
        push(ledger, lifter, random.Random(1))  # noqa: S311 - no secret
        store.check()
        documents = store.since(0, 100)
        store.revs([(document.kind, document.id) for document in documents])
        store.revisions("workout", documents[0].id)
        quota.used_bytes(lifter)
    return seen


def unrouted(seen: list[tuple[str, Any]]) -> list[str]:
    """Ask Citus for the plan of each statement: a sentence for each that goes to more than one shard."""
    problems = []
    for sql, params in seen:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {sql}", params)
            lines = [row[0] for row in cursor.fetchall()]
        if not is_routed(lines):
            problems.append(f"Not sent to one shard: {sql[:100]}")
    return problems


def is_routed(lines: list[str]) -> bool:
    """Whether a plan of Citus is one task, and nothing is joined on the coordinator."""
    tasks = [line.strip() for line in lines if "Task Count:" in line]
    return tasks == ["Task Count: 1"]


def workers() -> list[tuple[str, int]]:
    """Machines that hold shards."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nodename, nodeport FROM pg_dist_node WHERE isactive AND shouldhaveshards")
        return [(str(name), int(port)) for name, port in cursor.fetchall()]


def run_sql(sql: str, *params: str | int) -> None:
    """Run one statement and say how long it took."""
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
    print(
        f"  {sql.partition('(')[0].removeprefix('SELECT ')}: {time.perf_counter() - began:.1f} s", flush=True
    )


def on_citus(ledger: Ledger, lifters: list[int], options: argparse.Namespace) -> list[str]:
    """Distribute the tables with what is in them, then move shards under load: a worker is emptied and filled again.

    Raises:
        NoCitusError: there is no Citus here, or it has fewer than two workers.
    """
    plan = distribution.distribute(connection, options.shards)
    print(
        f"PostgreSQL {plan.postgres}, Citus {plan.citus}: {', '.join(distribution.TABLES)} are distributed."
    )
    if distribution.distribute(connection, options.shards).statements:
        return ["A second run of the distribution found something left to do."]
    problems = missing(ledger) + unrouted(statements(lifters[0], ledger))
    nodes = workers()
    if len(nodes) < 2:
        raise distribution.NoCitusError(
            f"{len(nodes)} machine holds shards, so none can be moved. Add workers with citus_add_node."
        )

    def moves() -> None:
        name, port = nodes[0]
        run_sql("SELECT citus_drain_node(%s, %s)", name, port)
        run_sql("SELECT citus_set_node_property(%s, %s, 'shouldhaveshards', true)", name, port)
        run_sql("SELECT rebalance_table_shards()")

    before = len(ledger.latencies)
    load(ledger, lifters, options.threads, over_after(options.seconds), moves)
    print(f"While shards moved over {len(nodes)} machines: {ledger.figures(before)}.")
    return problems + missing(ledger) + deletes_one(ledger, lifters)


def over_after(seconds: float) -> Callable[[], bool]:
    """Whether so many seconds are over."""
    ends = time.monotonic() + seconds
    return lambda: time.monotonic() >= ends


def on_plain(ledger: Ledger, lifters: list[int], threads: int, enough: Callable[[], bool]) -> list[str]:
    """What needs no Citus: rules on the catalogue, load, counting, deleting an account."""
    with connection.cursor() as cursor:
        broken = distribution.broken_rules(cursor)
    load(ledger, lifters, threads, enough, lambda: None)
    print(f"Before the tables are distributed: {ledger.figures()}.")
    return broken + missing(ledger) + deletes_one(ledger, lifters)


def main(options: argparse.Namespace) -> int:
    """Run it all; returns the exit code."""
    if not options.url:
        print(
            "That is not an address of PostgreSQL. Write postgres://user:password@host:5432/database.",
            file=sys.stderr,
        )
        return 2
    try:
        boot.start()
    except IronError as problem:
        print(problem.sentence, file=sys.stderr)
        return 2
    from iron.server.accounts.models import User  # noqa: PLC0415 - needs Django's settings

    if User.objects.exists():
        print("There are accounts in this database. Make an empty one: CREATE DATABASE.", file=sys.stderr)
        return 2
    lifters = [User.objects.create_user(f"lifter-{number}").pk for number in range(options.lifters)]
    ledger = Ledger()
    try:
        problems = on_plain(ledger, lifters, options.threads, over_after(options.seconds))
        if not problems:
            problems = on_citus(ledger, lifters, options)
    except NoCitusError as problem:
        print(
            f"{ledger.count:,} acknowledged pushes are all there. Not checked: {problem.sentence}",
            file=sys.stderr,
        )
        return 3
    except IronError as problem:
        problems = [problem.sentence]
    for sentence in problems:
        print(sentence, file=sys.stderr)
    if not problems:
        print(f"All well: {ledger.count:,} acknowledged pushes of {len(lifters)} lifters are there.")
    return 1 if problems else 0


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url", metavar="URL")
    for name, default in (("lifters", 300), ("threads", 16), ("seconds", 20), ("shards", 32)):
        parser.add_argument(f"--{name}", type=int, default=default)
    read = parser.parse_args(words)
    if min(read.lifters - 1, read.threads, read.shards) < 1:
        parser.error("at least 2 lifters, 1 thread and 1 shard")
    return read


if __name__ == "__main__":
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="iron-citus-") as home:
        os.environ |= {
            "IRON_HOME": home,
            "IRON_DATABASE_URL": asked.url,
            "DJANGO_SETTINGS_MODULE": "iron.server.settings",
        }
        sys.exit(main(asked))
