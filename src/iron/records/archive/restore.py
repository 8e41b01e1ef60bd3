"""An archive put back into a journal: whose it is, what restoring would do, and restoring as a device would push."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import msgspec

from iron.records.archive.format import Archive, ArchivedDocument
from iron.records.merge import same
from iron.records.revisions import Op, Revision, check_op
from iron.records.store import Key, Store
from iron.values.errors import BadDocumentError, BadInputError, ConflictError


class OtherLifterError(ConflictError):
    """The copy is another lifter's and nobody said that this is meant."""

    code = "other_lifter"


@dataclass(frozen=True, slots=True)
class Plan:
    """What restoring a copy would do; nothing is stored yet.

    Attributes:
        new: documents that the journal does not know; deleted ones are remembered as deleted.
        back: documents that were deleted here since the copy and come back.
        merged: documents that differ and are merged; where both changed the same, the copy's value wins and the
            other one stays in the history.
        same: documents that are here already, as they are or newer than in the copy.
    """

    archive: Archive
    new: tuple[ArchivedDocument, ...]
    back: tuple[ArchivedDocument, ...]
    merged: tuple[ArchivedDocument, ...]
    same: int
    revs: dict[Key, int]

    def as_json(self) -> dict[str, Any]:
        """The dry run for a screen."""
        copy = self.archive
        return {
            "owner": copy.owner,
            "at": copy.at,
            "documents": sum(document.body is not None for document in copy.documents),
            "workouts": sum(
                document.kind == "workout" and document.body is not None for document in copy.documents
            ),
            "span": copy.span,
            "new": len(self.new),
            "back": len(self.back),
            "merged": len(self.merged),
            "same": self.same,
        }


def check_owner(
    archive: Archive, lifter: str | None, account: str | None = None, *, empty: bool = False
) -> None:
    """Check that a copy is this lifter's; a copy without an owner is anybody's.

    Args:
        archive: the copy.
        lifter: name of the account here, None for none.
        account: id of that account. Where the copy has one too the ids decide, else the names.
        empty: no workout is here yet: a new server for the same name, with nothing to mix up.

    Raises:
        OtherLifterError: it is somebody else's, or of another account of the same name.
    """
    if archive.owner_id is not None and account is not None:
        if archive.owner_id == account:
            return
        if (archive.owner or "").casefold() == (lifter or "").casefold():
            if empty:
                return
            raise OtherLifterError(
                f"This copy is of another account named {archive.owner}, of another server or made anew. Nothing was "
                "stored; say so if you mean it."
            )
    if archive.owner is not None and archive.owner.casefold() != (lifter or "").casefold():
        here = f"the journal of {lifter}" if lifter else "a journal without an account"
        raise OtherLifterError(
            f"This copy is {archive.owner}'s and this is {here}. Nothing was stored; say so if you mean it."
        )


def plan(archive: Archive, store: Store) -> Plan:
    """Compare a copy with a journal and say what restoring would do.

    A document that is in the journal already, or whose state in the copy is one that the journal had before, is left
    alone: reading an old copy takes no newer edit back.
    """
    current = {(document.kind, document.id): document for document in store.all(deleted=True)}
    new, back, merged = [], [], []
    for document in archive.documents:
        here = current.get(document.key)
        if here is None:
            new.append(document)
        elif document.body is None or (here.body is not None and _same(document.body, here.body)):
            continue
        elif here.body is None:
            back.append(document)
        elif not any(
            past.body and _same(past.body, document.body) for past in store.revisions(*document.key)
        ):
            merged.append(document)
    revs = {document.key: current[document.key].rev for document in back}
    unchanged = len(archive.documents) - len(new) - len(back) - len(merged)
    return Plan(archive, tuple(new), tuple(back), tuple(merged), unchanged, revs)


def restore(store: Store, chosen: Plan, *, device: str, at: str, op_ids: Iterator[str]) -> int:
    """Do what a plan says, in one transaction, and return how many documents were written.

    Args:
        store: the journal.
        chosen: from `plan`, on the same journal.
        device: id of whoever restores.
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        op_ids: fresh UUIDv7s.

    Raises:
        BadInputError: a document of the copy cannot be stored; then nothing was.
    """
    past = chosen.archive.history
    replayed = [
        revision for document in chosen.new for revision in _replay(document, past.get(document.key, ()))
    ]
    fresh = {document.key for document in chosen.new}
    _check(op for _, op in replayed)
    with store.together():
        for (by, when), group in groupby(replayed, key=lambda pair: (pair[0].device, pair[0].at)):
            _push(store, [op for _, op in group], by, when)
        ops = []
        for document in (*chosen.new, *chosen.back, *chosen.merged):
            here = store.get(*document.key) if document.key in past else None
            if here is not None and here.body == document.body:
                continue
            base = here.rev if here and document.key in fresh else chosen.revs.get(document.key, 0)
            ops.append(Op(next(op_ids), *document.key, base, document.body))
        _check(ops)
        _push(store, ops, device, at)
    return len(chosen.new) + len(chosen.back) + len(chosen.merged)


def _replay(document: ArchivedDocument, past: Sequence[Revision]) -> Iterator[tuple[Revision, Op]]:
    for revision in past:
        yield revision, Op(revision.op_id, *document.key, revision.base, revision.pushed)


def _check(ops: Iterable[Op]) -> None:
    for op in ops:
        try:
            check_op(op)
        except BadDocumentError as problem:
            raise BadInputError(
                f"A {op.kind} of this copy cannot be stored, so nothing was: {problem.sentence}",
                where=f"{op.kind}/{op.id}",
            ) from None


def _push(store: Store, ops: Sequence[Op], device: str, at: str) -> None:
    for result in store.push(ops, device, at) if ops else ():
        if result.status == "refused" and result.error is not None:
            raise ConflictError(f"Nothing was restored: {result.error.sentence}", where=result.error.where)


def _same(first: bytes, other: bytes) -> bool:
    return first == other or same(msgspec.json.decode(first), msgspec.json.decode(other))
