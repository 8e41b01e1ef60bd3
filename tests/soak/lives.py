"""Lives of accounts on their phones, with what goes wrong meanwhile; the runner starts and counts them."""

from __future__ import annotations

import asyncio
import json
import random
import urllib.request
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from oracle import Doc, Lifter, SetFacts, judge
from plain_writes import log_set, set_request

if TYPE_CHECKING:
    from machines import Phone, Servers
    from times import Timeline

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
    guest_taps: int = 0
    sign_ins: int = 0
    program_sets: int = 0
    apart: int = 0
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

    async def ask(self, account: Account, phone: int, do: str, **more: Any) -> Any:
        """Let a phone of an account do something."""
        answer = await self.phones[phone].ask(
            do, account=account.account, key=account.key, servers=self._servers(account), **more
        )
        account.log.append(f"phone {phone} {do} {more} -> {str(answer)[:200]}")
        # On a busy machine the app may give its database up: what was asked may be stored or not, as after a kill.
        return "killed" if "StuckError" in str(answer)[:300] else answer

    def _servers(self, account: Account) -> list[str]:
        addresses = list(self.servers.addresses)
        account.dice.shuffle(addresses)
        return addresses

    async def life(self, account: Account, steps: int) -> None:
        """Do random things on random phones."""
        for _ in range(steps):
            self.taken += 1
            # Most lifters do not notice that both servers are away; some go on meanwhile.
            if account.dice.random() < 0.8:
                await self.up.wait()
            phone = account.dice.randrange(PHONES)
            roll = account.dice.random()
            if roll < 0.06:
                await self.guest_tap(account, phone)
            elif roll < 0.38 or not account.facts.docs:
                await self.tap(account, phone)
            elif roll < 0.9:
                await self.sync(account, phone)
            elif roll < 0.94:
                await self.delete(account, phone)
            elif roll < 0.97:
                await self.sign_in(account, phone)
            elif roll < 0.99:
                await self.program_logs(account)
            else:
                await asyncio.sleep(account.dice.random() * 0.1)
            self.counts.actions += 1

    async def sync(self, account: Account, phone: int) -> None:
        """Exchange, with faults on the way, alone or in two tabs, waiting for it or not."""
        dice = account.dice
        fates = [dice.choice(FATES) if dice.random() < 0.4 else "fine" for _ in range(10)]
        work = asyncio.create_task(
            self.ask(account, phone, "sync", fates=fates, tabs=2 if dice.random() < 0.15 else 1)
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
                account.log.append(f"BROKEN {answer}")
                self.counts.wrong += 1
                print(f"broken: {answer}", flush=True)

    async def tap(self, account: Account, phone: int) -> None:
        """Change a workout on the phone."""
        dice, facts = account.dice, account.facts
        alive = [ident for ident, doc in facts.docs.items() if not doc.deleted or dice.random() < 0.2]
        full = dice.randrange(1, 4) if dice.random() < 0.05 else 0
        if not alive or dice.random() < 0.12:
            await self._begin(account, phone, full)
            return
        doc = dice.choice(alive)
        state = await self.ask(account, phone, "state")
        if isinstance(state, dict) and doc not in state["documents"]:
            await self.sync(account, phone)
        mine = [ident for ident, one_set in facts.sets.items() if one_set.doc == doc]
        roll = dice.random()
        if roll < 0.55 or not mine:
            await self._log(account, phone, doc, full)
        elif roll < 0.75:
            await self._correct(account, phone, doc, dice.choice(mine), full)
        elif roll < 0.88:
            await self._take_away(account, phone, doc, dice.choice(mine), full)
        else:
            name = f"named {dice.randrange(1000)}"
            facts.docs[doc].titles.add(name)
            self._touched(
                account, doc, await self.ask(account, phone, "name", doc=doc, value=name, full=full)
            )

    async def guest_tap(self, account: Account, phone: int) -> None:
        """Log in the phone's guest journal: a workout of its own, or one that the account may have too (a file read in twice)."""
        dice, docs = account.dice, account.facts.docs
        full = dice.randrange(1, 4) if dice.random() < 0.05 else 0
        doc = dice.choice(list(docs)) if docs and dice.random() < 0.7 else account.new_id()
        name = f"guest {dice.randrange(1000)}"
        answer = await self.ask(account, phone, "begin", doc=doc, value=name, full=full, guest=True)
        self.counts.guest_taps += 1
        if answer in {"stored", "killed"}:
            docs.setdefault(doc, Doc()).titles.add(name)
            self._touched(account, doc, answer)
        elif answer != "there already":
            return
        for _ in range(dice.randrange(3)):
            await self._log(account, phone, doc, full, guest=True)

    async def sign_in(self, account: Account, phone: int) -> None:
        """Sign in on a phone that was used without an account: the next exchanges take the guest's journal along."""
        if await self.ask(account, phone, "sign in") == "stored":
            self.counts.sign_ins += 1

    async def program_logs(self, account: Account) -> None:
        """A program logs a set on the server, and sends it again when no answer comes."""
        facts, dice = account.facts, account.dice
        note, reps, went_back = f"program {account.new_id()}", dice.randrange(1, 30), facts.went_back
        request = set_request(dice, account.key, account.new_id(), note, reps)
        outcome = await log_set(request, self._servers(account), dice)
        account.log.append(f"program {note} -> {outcome}")
        facts.notes.add(note)
        if outcome.fault:
            self.counts.wrong += 1
            print(f"broken: {outcome.fault}", flush=True)
        if outcome.answer is None:
            # Whatever became of it, another workout's deletion may not have seen it.
            for doc in facts.docs.values():
                doc.deletion_unsure |= doc.deleted and outcome.sent
            return
        self.counts.program_sets += 1
        lost = facts.went_back and not went_back
        workout, (one_set,) = outcome.answer["workout"], outcome.answer["sets"]
        doc = facts.docs.setdefault(workout, Doc(begun=not lost, titles={None}, server_only=True))
        doc.deletion_unsure |= doc.deleted
        facts.sets[one_set["id"]] = SetFacts(workout, {reps}, maybe=lost, server_only=True)

    async def _begin(self, account: Account, phone: int, full: int) -> None:
        ident, name = account.new_id(), f"begun {account.dice.randrange(1000)}"
        answer = await self.ask(account, phone, "begin", doc=ident, value=name, full=full)
        if answer in {"stored", "killed"}:
            account.facts.docs[ident] = Doc(begun=answer == "stored", titles={name})

    async def _log(self, account: Account, phone: int, doc: str, full: int, *, guest: bool = False) -> None:
        dice = account.dice
        ident, reps = account.new_id(), dice.randrange(1, 30)
        load = 1500 if dice.random() < 0.05 else 100
        at = dice.choice(WRONG_TIMES) if dice.random() < 0.1 else ""
        answer = await self.ask(
            account, phone, "log", doc=doc, set=ident, reps=reps, load=load, at=at, full=full, guest=guest
        )
        if answer in {"stored", "killed"}:
            account.facts.sets[ident] = SetFacts(
                doc, {reps}, maybe=answer == "killed", heavy_on=phone if load > 1000 else None
            )
        self._touched(account, doc, answer)

    async def _correct(self, account: Account, phone: int, doc: str, ident: str, full: int) -> None:
        reps = account.dice.randrange(30, 60)
        facts = account.facts.sets[ident]
        answer = await self.ask(account, phone, "correct", doc=doc, set=ident, reps=reps, load=100, full=full)
        if answer in {"stored", "killed"}:
            facts.reps.add(reps)
            facts.removal_unsure = True
            self._touched(account, doc, answer)

    async def _take_away(self, account: Account, phone: int, doc: str, ident: str, full: int) -> None:
        state = await self.ask(account, phone, "state")
        here = state["documents"].get(doc) if isinstance(state, dict) else None
        if here is None or ident not in json.dumps(here):
            return
        answer = await self.ask(account, phone, "take away", doc=doc, set=ident, full=full)
        if answer in {"stored", "killed"}:
            facts = account.facts.sets[ident]
            facts.taken_away = True
            facts.removal_unsure |= answer == "killed"
            self._touched(account, doc, answer)

    async def delete(self, account: Account, phone: int) -> None:
        """Delete a workout: after everything was exchanged nothing may bring it back, else both outcomes are right."""
        dice = account.dice
        there = [ident for ident, doc in account.facts.docs.items() if not doc.deleted]
        if not there:
            return
        calm = dice.random() < 0.6 and await self.calm(account)
        ident = dice.choice(there)
        doc = account.facts.docs[ident]
        answer = await self.ask(account, phone, "delete", doc=ident)
        if answer in {"stored", "killed"}:
            doc.deleted = True
            doc.deletion_unsure |= answer == "killed" or not calm

    async def calm(self, account: Account) -> bool:
        """Exchange everything; say whether nothing is on its way any more."""
        for _ in range(2):
            for phone in range(PHONES):
                if await self.ask(account, phone, "drain") != "drained":
                    return False
                if await self.ask(account, phone, "sync") != "synced":
                    return False
        states = [await self.ask(account, phone, "state") for phone in range(PHONES)]
        # A guest's copy is an edit on its way too: with something new in it, it brings a deleted workout back whole.
        return all(
            isinstance(state, dict) and not state["unsynced"] and not state["guest"] for state in states
        )

    def _touched(self, account: Account, doc: str, answer: str) -> None:
        facts = account.facts.docs[doc]
        facts.begun |= answer == "stored"
        facts.server_only &= answer != "stored"
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
        for account in self.accounts:
            account.facts.go_back()
            account.log.append("THE DATABASE WENT BACK")
        self.up.clear()
        restore = dice.random() < 0.5
        await asyncio.to_thread(timeline.back, restore=restore)
        self.counts.restores += restore
        self.counts.roll_backs += not restore
        await self.servers.ready()
        self.up.set()

    async def run(self, steps: int, dice: random.Random, timeline: Timeline | None) -> list[str]:
        """Live, come to rest, and judge; the answer is what is wrong."""
        self.steps = steps * len(self.accounts)
        killer = random.Random(dice.random())  # noqa: S311  (repeatable, not secret)
        chaos = asyncio.gather(self.chaos(dice, timeline), self.kill_phones(killer))
        await asyncio.gather(*(self.life(account, steps) for account in self.accounts))
        self.done = True
        await chaos
        await asyncio.gather(*self.background, return_exceptions=True)
        await self.servers.ready()
        for phone in self.phones:
            await phone.start()
        wrong: list[str] = []
        for verdict in await asyncio.gather(*(self.rest(account) for account in self.accounts)):
            wrong += verdict
        waited_apart = [await self.ask(self.accounts[0], phone, "apart") for phone in range(PHONES)]
        self.counts.apart += sum(count for count in waited_apart if isinstance(count, int))
        return wrong

    async def state(self, account: Account, phone: int) -> dict[str, Any]:
        """What a phone holds; a busy machine may answer later than the app waits for its database."""
        for _ in range(5):
            answer = await self.ask(account, phone, "state")
            if isinstance(answer, dict):
                return answer
            await asyncio.sleep(2)
        return {"documents": {}, "unsynced": 0, "refused": [], "guest": 0, "broken": str(answer)}

    async def rest(self, account: Account) -> list[str]:
        """Exchange without faults until nothing is on its way, and judge one run."""
        for phone in range(PHONES):
            await self.ask(account, phone, "drain")
            await self.ask(account, phone, "sign in")
            for _ in range(2):
                await self.ask(account, phone, "sync")
        # A guest's copy may be refused once more after the account's own was corrected: a lifter corrects it again.
        for _ in range(3):
            await self.correct_heavy_sets(account)
            for _ in range(4):
                for phone in range(PHONES):
                    await self.ask(account, phone, "sync")
            if not any([(await self.state(account, phone))["refused"] for phone in range(PHONES)]):
                break
        phones = [await self.state(account, phone) for phone in range(PHONES)]
        server = await asyncio.to_thread(pulled, account, self.servers.addresses[0])
        result = [f"run {account.number}: {line}" for line in judge(account.facts, server, phones)]
        if result:
            print("\n".join([*result, *(f"    {line}" for line in account.log)]), flush=True)
        return result

    async def correct_heavy_sets(self, account: Account) -> None:
        """Give each set over a tonne a load that the server accepts, on the phone that typed it."""
        for ident, facts in account.facts.sets.items():
            if facts.heavy_on is not None:
                facts.reps.add(61)
                await self.ask(
                    account, facts.heavy_on, "correct", doc=facts.doc, set=ident, reps=61, load=100
                )


def pulled(account: Account, address: str) -> dict[str, Any]:
    """Read all workouts from the server, as a program with a key does."""
    docs, since, more = {}, 0, True
    while more:
        request = urllib.request.Request(
            f"{address}/api/v1/sync/pull?since={since}", headers={"Authorization": f"Bearer {account.key}"}
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            page = json.load(response)
        docs |= {doc["id"]: doc["body"] for doc in page["docs"] if doc["kind"] == "workout"}
        since, more = page["seq"], page["more"]
    return {ident: body for ident, body in docs.items() if body is not None}
