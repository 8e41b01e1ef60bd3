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
import urllib.request
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from machines import HERE, Phone, Servers, build_phone
from oracle import Doc, Lifter, SetFacts, judge
from times import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

PHONES = 3
WRONG_TIMES = ("1969-12-31T23:59:59", "2071-01-01T00:00:00", "1970-01-01T00:00:00")
FATES = ("unsent", "lost", "lost", "late", "twice")


@dataclass
class Account:
    """One run: the account, what was done, and a log to read when something is wrong."""

    number: int
    account: str
    key: str
    dice: random.Random
    facts: Lifter = field(default_factory=Lifter)
    log: list[str] = field(default_factory=list)

    def new_id(self) -> str:
        """Make an id that the seed decides."""
        return str(uuid.UUID(int=self.dice.getrandbits(128), version=4))


@dataclass
class Counts:
    """What was done over all batches."""

    runs: int = 0
    actions: int = 0
    exchanges: int = 0
    failed_exchanges: int = 0
    server_kills: int = 0
    phone_kills: int = 0
    restores: int = 0
    roll_backs: int = 0
    wrong: int = 0


class Batch:
    """Some runs at once on the same servers and browsers."""

    def __init__(
        self, servers: Servers, phones: list[Phone], accounts: list[Account], counts: Counts
    ) -> None:
        self.servers, self.phones, self.accounts, self.counts = servers, phones, accounts, counts
        self.done = False
        self.taken = 0
        self.steps = 1
        self.up = asyncio.Event()
        self.up.set()
        self.background: set[asyncio.Task[Any]] = set()

    async def ask(self, one: Account, phone: int, do: str, **more: Any) -> Any:
        """Let a phone of an account do something."""
        answer = await self.phones[phone].ask(
            do, account=one.account, key=one.key, servers=self._servers(one), **more
        )
        one.log.append(f"phone {phone} {do} {more} -> {str(answer)[:200]}")
        return answer

    def _servers(self, one: Account) -> list[str]:
        addresses = list(self.servers.addresses)
        one.dice.shuffle(addresses)
        return addresses

    async def life(self, one: Account, steps: int) -> None:
        """Do random things on random phones."""
        for _ in range(steps):
            self.taken += 1
            # Most lifters do not notice that both servers are away; some go on meanwhile.
            if one.dice.random() < 0.8:
                await self.up.wait()
            phone = one.dice.randrange(PHONES)
            roll = one.dice.random()
            if roll < 0.38 or not one.facts.docs:
                await self.tap(one, phone)
            elif roll < 0.9:
                await self.sync(one, phone)
            elif roll < 0.94:
                await self.delete(one, phone)
            else:
                await asyncio.sleep(one.dice.random() * 0.1)
            self.counts.actions += 1

    async def sync(self, one: Account, phone: int) -> None:
        """Exchange, with faults on the way, alone or in two tabs, waiting for it or not."""
        dice = one.dice
        fates = [dice.choice(FATES) if dice.random() < 0.4 else "fine" for _ in range(10)]
        work = asyncio.create_task(
            self.ask(one, phone, "sync", fates=fates, tabs=2 if dice.random() < 0.15 else 1)
        )
        self.counts.exchanges += 1
        self.background.add(work)
        work.add_done_callback(self.background.discard)
        if dice.random() < 0.7:
            answer = await work
            if answer != "synced":
                self.counts.failed_exchanges += 1
            full = "QuotaExceededError" in str(answer)  # a tap's, which met the exchange beside it
            if (str(answer).startswith("broken") and not full) or " 500 " in str(answer):
                one.log.append(f"BROKEN {answer}")
                self.counts.wrong += 1
                print(f"broken: {answer}", flush=True)

    async def tap(self, one: Account, phone: int) -> None:
        """Change a workout on the phone."""
        dice, facts = one.dice, one.facts
        alive = [ident for ident, doc in facts.docs.items() if not doc.deleted or dice.random() < 0.2]
        full = dice.randrange(1, 4) if dice.random() < 0.05 else 0
        if not alive or dice.random() < 0.12:
            await self._begin(one, phone, full)
            return
        doc = dice.choice(alive)
        state = await self.ask(one, phone, "state")
        if isinstance(state, dict) and doc not in state["documents"]:
            await self.sync(one, phone)
        mine = [ident for ident, one_set in facts.sets.items() if one_set.doc == doc]
        roll = dice.random()
        if roll < 0.55 or not mine:
            await self._log(one, phone, doc, full)
        elif roll < 0.75:
            await self._correct(one, phone, doc, dice.choice(mine), full)
        elif roll < 0.88:
            await self._take_away(one, phone, doc, dice.choice(mine), full)
        else:
            name = f"named {dice.randrange(1000)}"
            facts.docs[doc].titles.add(name)
            self._touched(one, doc, await self.ask(one, phone, "name", doc=doc, value=name, full=full))

    async def _begin(self, one: Account, phone: int, full: int) -> None:
        ident, name = one.new_id(), f"begun {one.dice.randrange(1000)}"
        answer = await self.ask(one, phone, "begin", doc=ident, value=name, full=full)
        if answer in {"stored", "killed"}:
            one.facts.docs[ident] = Doc(begun=answer == "stored", titles={name})

    async def _log(self, one: Account, phone: int, doc: str, full: int) -> None:
        dice = one.dice
        ident, reps = one.new_id(), dice.randrange(1, 30)
        load = 1500 if dice.random() < 0.05 else 100
        at = dice.choice(WRONG_TIMES) if dice.random() < 0.1 else ""
        answer = await self.ask(one, phone, "log", doc=doc, set=ident, reps=reps, load=load, at=at, full=full)
        if answer in {"stored", "killed"}:
            one.facts.sets[ident] = SetFacts(
                doc, {reps}, maybe=answer == "killed", heavy_on=phone if load > 1000 else None
            )
        self._touched(one, doc, answer)

    async def _correct(self, one: Account, phone: int, doc: str, ident: str, full: int) -> None:
        reps = one.dice.randrange(30, 60)
        facts = one.facts.sets[ident]
        answer = await self.ask(one, phone, "correct", doc=doc, set=ident, reps=reps, load=100, full=full)
        if answer in {"stored", "killed"}:
            facts.reps.add(reps)
            facts.removal_unsure = True
            self._touched(one, doc, answer)

    async def _take_away(self, one: Account, phone: int, doc: str, ident: str, full: int) -> None:
        state = await self.ask(one, phone, "state")
        here = state["documents"].get(doc) if isinstance(state, dict) else None
        if here is None or ident not in json.dumps(here):
            return
        answer = await self.ask(one, phone, "take away", doc=doc, set=ident, full=full)
        if answer in {"stored", "killed"}:
            facts = one.facts.sets[ident]
            facts.taken_away = True
            facts.removal_unsure |= answer == "killed"
            self._touched(one, doc, answer)

    async def delete(self, one: Account, phone: int) -> None:
        """Delete a workout: after everything was exchanged nothing may bring it back, else both outcomes are right."""
        dice = one.dice
        there = [ident for ident, doc in one.facts.docs.items() if not doc.deleted]
        if not there:
            return
        calm = dice.random() < 0.6 and await self.calm(one)
        ident = dice.choice(there)
        doc = one.facts.docs[ident]
        answer = await self.ask(one, phone, "delete", doc=ident)
        if answer in {"stored", "killed"}:
            doc.deleted = True
            doc.deletion_unsure |= answer == "killed" or not calm

    async def calm(self, one: Account) -> bool:
        """Exchange everything; say whether nothing is on its way any more."""
        for _ in range(2):
            for phone in range(PHONES):
                if await self.ask(one, phone, "drain") != "drained":
                    return False
                if await self.ask(one, phone, "sync") != "synced":
                    return False
        states = [await self.ask(one, phone, "state") for phone in range(PHONES)]
        return all(isinstance(state, dict) and state["unsynced"] == 0 for state in states)

    def _touched(self, one: Account, doc: str, answer: str) -> None:
        facts = one.facts.docs[doc]
        facts.begun |= answer == "stored"
        if facts.deleted and answer in {"stored", "killed"}:
            facts.deletion_unsure = True

    async def chaos(self, dice: random.Random, timeline: Timeline | None) -> None:
        """Kill and put back what runs, until the lives are over."""
        saved = False
        while not self.done:
            await asyncio.sleep(dice.random() * 0.6)
            roll, progress = dice.random(), self.taken / self.steps
            if timeline and not saved and progress > 0.2:
                self.up.clear()
                await asyncio.to_thread(timeline.save)
                saved = True
                await self.servers.ready()
                self.up.set()
            elif timeline and saved and progress > 0.5:
                await self.go_back(timeline, dice)
                timeline = None
            elif roll < 0.2:
                self.servers.kill(dice.randrange(2))
                await self.servers.ready()

        if timeline and saved:
            await self.go_back(timeline, dice)

    async def kill_phones(self, dice: random.Random) -> None:
        """Kill browsers in the middle of whatever they do, until the lives are over."""
        while not self.done:
            await asyncio.sleep(dice.random() * 2)
            phone = dice.choice(self.phones)
            await phone.kill()
            await phone.start()

    async def go_back(self, timeline: Timeline, dice: random.Random) -> None:
        """Put the database back to what was saved, with a new epoch (a restore) or without (a power cut)."""
        for one in self.accounts:
            one.facts.went_back = True
            one.log.append("THE DATABASE WENT BACK")
        self.up.clear()
        if await asyncio.to_thread(timeline.back, restore=dice.random() < 0.5):
            self.counts.restores += 1
        else:
            self.counts.roll_backs += 1
        await self.servers.ready()
        self.up.set()

    async def run(self, steps: int, dice: random.Random, timeline: Timeline | None) -> list[str]:
        """Live, come to rest, and judge; the answer is what is wrong."""
        self.steps = steps * len(self.accounts)
        killer = random.Random(dice.random())  # noqa: S311  (repeatable, not secret)
        chaos = asyncio.gather(self.chaos(dice, timeline), self.kill_phones(killer))
        await asyncio.gather(*(self.life(one, steps) for one in self.accounts))
        self.done = True
        await chaos
        await asyncio.gather(*self.background, return_exceptions=True)
        await self.servers.ready()
        for phone in self.phones:
            await phone.start()
        wrong = []
        for verdict in await asyncio.gather(*(self.rest(one) for one in self.accounts)):
            wrong += verdict
        return wrong

    async def rest(self, one: Account) -> list[str]:
        """Exchange without faults until nothing is on its way, and judge one run."""
        for phone in range(PHONES):
            await self.ask(one, phone, "drain")
        for ident, facts in one.facts.sets.items():
            if facts.heavy_on is not None:
                facts.reps.add(61)
                await self.ask(one, facts.heavy_on, "correct", doc=facts.doc, set=ident, reps=61, load=100)
        for _ in range(4):
            for phone in range(PHONES):
                await self.ask(one, phone, "sync")
        phones = [await self.ask(one, phone, "state") for phone in range(PHONES)]
        server = await asyncio.to_thread(pulled, one, self.servers.addresses[0])
        found = [f"run {one.number}: {line}" for line in judge(one.facts, server, phones)]
        if found:
            print("\n".join([*found, *(f"    {line}" for line in one.log)]), flush=True)
        return found


def pulled(one: Account, address: str) -> dict[str, Any]:
    """Read all workouts from the server, as a program with a key does."""
    docs, since, more = {}, 0, True
    while more:
        request = urllib.request.Request(
            f"{address}/api/v1/sync/pull?since={since}", headers={"Authorization": f"Bearer {one.key}"}
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            page = json.load(response)
        docs |= {doc["id"]: doc["body"] for doc in page["docs"] if doc["kind"] == "workout"}
        since, more = page["seq"], page["more"]
    return {ident: body for ident, body in docs.items() if body is not None}


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
                    one["account"],
                    one["key"],
                    random.Random(f"{plan.seed}/{counts.runs + n}"),  # noqa: S311
                )
                for n, one in enumerate(made)
            ]
            batch = Batch(servers, phones, accounts, counts)
            timeline = Timeline(servers, folder / "saved") if counts.runs // plan.at_once % 3 < 2 else None
            # Not added in one go: the lives count what broke meanwhile.
            found = await batch.run(plan.steps, dice, timeline)
            counts.wrong += len(found)
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
    sys.path.insert(0, str(HERE.parent))
    import psycopg
    from postgres import server

    with server() as found:
        place = f"{found['USER']}@localhost/{{}}?{urlencode({'host': found['HOST']})}"
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
