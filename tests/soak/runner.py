"""Random lives of phones and servers: `python tests/soak/runner.py --minutes 10 --seed 7` (make soak).

Each run is one account on three phones. Runs of one batch share two servers and three browsers, so that one kill or one
restored backup hits many runs at once. Nothing of Iron is imported here: servers are processes, phones are Node
processes with the app's own store, and the oracle knows what was done and nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from lives import PHONES, Account, Batch, Counts
from machines import HERE, Phone, Servers, build_phone
from times import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Plan:
    """How much is done."""

    seed: int
    runs: int
    seconds: float = float("inf")
    steps: int = 24
    at_once: int = 12
    database: str | None = None


async def soak(plan: Plan, folder: Path) -> Counts:
    """Run batches until the plan is fulfilled; stops at the first batch with something wrong."""
    counts, began = Counts(), time.monotonic()
    script = build_phone(folder / "build")
    servers = Servers(folder / "var", plan.database)
    phones = [Phone(script, folder / f"phone-{n}") for n in range(PHONES)]
    try:
        await servers.ready()
        for phone in phones:
            await phone.start()
        while counts.runs < plan.runs and time.monotonic() - began < plan.seconds and not counts.wrong:
            dice = random.Random(f"{plan.seed}/batch {counts.runs}")  # noqa: S311  (repeatable, not secret)
            many = min(plan.at_once, plan.runs - counts.runs)
            made = json.loads(servers.command(str(HERE / "accounts.py"), str(many), f"r{counts.runs}"))
            accounts = [
                Account(
                    counts.runs + n,
                    each["account"],
                    each["key"],
                    random.Random(f"{plan.seed}/{counts.runs + n}"),  # noqa: S311
                )
                for n, each in enumerate(made)
            ]
            batch = Batch(servers, phones, accounts, counts)
            timeline = Timeline(servers, folder / "saved") if counts.runs // plan.at_once % 3 < 2 else None
            # Not added in one go: the lives count what broke meanwhile.
            wrong = await batch.run(plan.steps, dice, timeline)
            counts.wrong += len(wrong)
            counts.runs += many
            counts.server_kills = servers.kills
            counts.phone_kills = sum(phone.kills for phone in phones)
            print(f"{time.monotonic() - began:6.0f} s  {counts}", flush=True)
    finally:
        for phone in phones:
            await phone.kill()
        servers.stop()
    return counts


@contextmanager
def database(*, postgres: bool) -> Iterator[str | None]:
    """Give the address of a PostgreSQL of our own, or None for SQLite."""
    if not postgres:
        yield None
        return
    import psycopg
    from postgres import server

    with server() as servers:
        place = f"{servers['USER']}@localhost/{{}}?{urlencode({'host': servers['HOST']})}"
        with psycopg.connect("postgres://" + place.format("postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE soak")
        yield "postgres://" + place.format("soak")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--runs", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=12)
    parser.add_argument(
        "--postgres", action="store_true", help="on a PostgreSQL of its own instead of SQLite"
    )
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="iron-soak-") as folder,
        database(postgres=asked.postgres) as address,
    ):
        plan = Plan(asked.seed, asked.runs, asked.minutes * 60, at_once=asked.at_once, database=address)
        counts = asyncio.run(soak(plan, Path(folder)))
    sys.exit(1 if counts.wrong else 0)


if __name__ == "__main__":
    main()
