"""What must be true at the end, from what was done alone: no code of Iron is used here, least of all its merge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Doc:
    """What was done to one workout."""

    begun: bool = False
    titles: set[str | None] = field(default_factory=set)
    deleted: bool = False
    # Somebody deleted it while an edit of another phone was on its way, or edited it afterwards: both outcomes are right.
    deletion_unsure: bool = False
    # A program began it and no phone has changed it: a server that goes back may forget it.
    server_only: bool = False


@dataclass
class SetFacts:
    """What was done to one set."""

    doc: str
    reps: set[int] = field(default_factory=set)
    taken_away: bool = False
    # Another phone had touched it and not sent that yet, or touched it later: an edit beats a removal.
    removal_unsure: bool = False
    # The phone died over it: it may have been stored or not.
    maybe: bool = False
    # A load over a tonne is refused until it is corrected; the phone that typed it.
    heavy_on: int | None = None
    # A program logged it: a server that goes back may forget it.
    server_only: bool = False


@dataclass
class Lifter:
    """Everything that phones confirmed for one account."""

    docs: dict[str, Doc] = field(default_factory=dict)
    sets: dict[str, SetFacts] = field(default_factory=dict)
    # Notes of the sets that a program sent, each of which is on one set at most.
    notes: set[str] = field(default_factory=set)
    went_back: bool = False

    def go_back(self) -> None:
        """The database is put back to an earlier moment: what only the server had may be gone."""
        self.went_back = True
        for doc in self.docs.values():
            doc.begun &= not doc.server_only
        for facts in self.sets.values():
            facts.maybe |= facts.server_only


def judge(lifter: Lifter, server: dict[str, Any], phones: list[dict[str, Any]]) -> list[str]:
    """Say what is wrong, one line each; nothing for a good run.

    Args:
        lifter: what was confirmed on the phones' screens.
        server: bodies of the workouts on the server, by id.
        phones: for each phone its ``documents`` (bodies by id), ``unsynced`` count, ``refused`` edits, and how many
            documents its ``guest`` has; ``broken`` for one that gives no answer.
    """
    wrong = []
    for n, phone in enumerate(phones):
        if "broken" in phone:
            wrong.append(f"broken: phone {n} does not tell what it holds: {phone['broken']}")
            continue
        if phone["unsynced"]:
            wrong.append(f"stuck: phone {n} has {phone['unsynced']} unsent, refused: {phone['refused']}")
        if phone["guest"]:
            wrong.append(f"stuck: the guest of phone {n} still has {phone['guest']} documents")
        wrong += [
            f"diverged: phone {n}, {doc}: {phone['documents'].get(doc)} instead of {server.get(doc)}"
            for doc in server.keys() | phone["documents"].keys()
            if server.get(doc) != phone["documents"].get(doc)
        ]
    for ident, facts in lifter.docs.items():
        wrong += _judge_doc(ident, facts, server, went_back=lifter.went_back)
    for ident, set_facts in lifter.sets.items():
        wrong += _judge_set(ident, set_facts, lifter, server)
    # A repeated request is known by an answer that went back with the database, so it may be carried out again then.
    return wrong if lifter.went_back else wrong + _judge_notes(lifter.notes, server)


def _judge_notes(notes: set[str], server: dict[str, Any]) -> list[str]:
    counts = Counter(
        one_set.get("note")
        for body in server.values()
        for entry in body.get("entries", [])
        for one_set in entry.get("sets", [])
    )
    return [f"doubled: {counts[note]} sets {note!r}" for note in sorted(notes) if counts[note] > 1]


def _judge_doc(ident: str, facts: Doc, server: dict[str, Any], *, went_back: bool) -> list[str]:
    there = server.get(ident)
    wrong = []
    if facts.begun and not facts.deleted and there is None:
        wrong.append(f"lost: workout {ident}")
    if facts.deleted and not facts.deletion_unsure and not went_back and there is not None:
        wrong.append(f"came back: workout {ident}")
    if there is not None and there.get("title") not in facts.titles:
        wrong.append(f"made up: title {there.get('title')!r} of {ident}")
    ids = Counter(each["id"] for entry in (there or {}).get("entries", []) for each in entry.get("sets", []))
    wrong += [f"doubled: set {each} in {ident}" for each, count in ids.items() if count > 1]
    return wrong


def _judge_set(ident: str, facts: SetFacts, lifter: Lifter, server: dict[str, Any]) -> list[str]:
    doc = lifter.docs[facts.doc]
    wrong_sets = [
        each
        for entry in (server.get(facts.doc) or {}).get("entries", [])
        for each in entry.get("sets", [])
        if each["id"] == ident
    ]
    if wrong_sets and wrong_sets[0]["reps"] not in facts.reps:
        return [f"made up: set {ident} has {wrong_sets[0]['reps']} reps, not one of {sorted(facts.reps)}"]
    if doc.deleted or facts.maybe or not doc.begun:
        return []
    if facts.taken_away:
        sure = not facts.removal_unsure and not lifter.went_back
        return [f"came back: set {ident} of {facts.doc}"] if wrong_sets and sure else []
    return [] if wrong_sets else [f"lost: set {ident} of {facts.doc}"]
