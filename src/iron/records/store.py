"""What a journal needs of a store, the steps of a push that every store shares, and a store in memory."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from iron.records.documents import Document
from iron.records.revisions import Decision, Op, Result, Revision, bodies_needed, check_op, decide
from iron.values.errors import ConflictError, IronError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

Key = tuple[str, str]


class Store(Protocol):
    """The documents of one lifter."""

    def get(self, kind: str, id: str) -> Document | None:  # noqa: A002  (the word of the contract)
        """Return a document, deleted ones too, or None."""

    def all(self, kind: str | None = None, *, deleted: bool = False) -> Iterator[Document]:
        """Yield the documents of a kind (None = all) in order of id; with ``deleted`` the deleted ones too."""

    def since(self, seq: int, limit: int) -> list[Document]:
        """Return at most ``limit`` documents that changed after ``seq``, in order of ``seq``, deleted ones too."""

    def seq(self) -> int:
        """Return the lifter's change counter, 0 for an empty journal."""

    def push(self, ops: Sequence[Op], device: str, at: str) -> list[Result]:
        """Take operations in one transaction and answer each, in order.

        Args:
            ops: what a device did.
            device: its id.
            at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        """

    def revisions(self, kind: str, id: str) -> list[Revision]:  # noqa: A002
        """Return the history of a document, newest first."""

    def together(self) -> AbstractContextManager[None]:
        """Make the pushes inside one transaction: an error that leaves it takes all of them back."""


class Pushed(NamedTuple):
    """The answers to a push and the lifter's change counter after it."""

    results: list[Result]
    seq: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """An operation that will be a revision.

    Attributes:
        rev: the revision that it makes.
        follows: the document that it meets, None where an earlier operation of the same push decides what that is.
        first: no earlier operation of this push is about the same document.
    """

    op: Op
    rev: int
    follows: Document | None
    first: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """An accepted operation, what was decided, and what the document was and is."""

    accepted: Accepted
    decision: Decision
    before: Document | None
    after: Document


def check_ops(ops: Sequence[Op]) -> tuple[list[Op], dict[int, Result]]:
    """Part operations into those that can be stored, and refusals by position."""
    good: list[Op] = []
    refused: dict[int, Result] = {}
    for n, op in enumerate(ops):
        try:
            check_op(op)
        except IronError as problem:
            refused[n] = Result(op.op_id, "refused", None, problem)
        else:
            good.append(op)
    return good, refused


def sort_out(
    good: Sequence[Op], seen: Mapping[str, int], current: Mapping[Key, Document]
) -> tuple[list[Accepted], dict[str, Result]]:
    """Find replays and number the revisions of the rest.

    Args:
        good: operations that can be stored.
        seen: digests of those operations that the history already has, by operation id.
        current: the documents that they are about.

    Returns:
        What will be stored, in order, and refusals by operation id (an id used again for something else).
    """
    accepted: list[Accepted] = []
    refused: dict[str, Result] = {}
    digests = dict(seen)
    revs = {key: document.rev for key, document in current.items()}
    touched: set[Key] = set()
    for op in good:
        known = digests.get(op.op_id)
        if known is None:
            revs[op.key] = revs.get(op.key, 0) + 1
            accepted.append(Accepted(op, revs[op.key], current.get(op.key), op.key not in touched))
            touched.add(op.key)
            digests[op.op_id] = op.digest
        elif known != op.digest:
            sentence = "This operation id was used before for something else. Send it under a new id."
            refused[op.op_id] = Result(op.op_id, "refused", None, ConflictError(sentence, where="op_id"))
    return accepted, refused


def settle(
    accepted: Sequence[Accepted],
    current: Mapping[Key, Document],
    past: Callable[[Key, tuple[int, ...]], Mapping[int, bytes | None]],
    pushed: Callable[[Key, str], bytes | None],
    seq: int,
) -> list[Settled]:
    """Decide all accepted operations in order.

    Args:
        accepted: from `sort_out`.
        current: the documents before the push.
        past: fetches bodies of earlier revisions; not called when every device was up to date.
        pushed: fetches the body that an earlier operation on a document had sent; called for a ``base_op`` alone.
        seq: the change counter before the push; each operation counts it on by one.
    """
    now = dict(current)
    made: dict[tuple[Key, int], bytes | None] = {}
    settled = []
    for step, one in enumerate(accepted, 1):
        before = now.get(one.op.key)
        wanted = bodies_needed(one.op, before)
        bodies = {rev: made[one.op.key, rev] for rev in wanted if (one.op.key, rev) in made}
        missing = tuple(rev for rev in wanted if rev not in bodies)
        if missing:
            bodies.update(past(one.op.key, missing))
        made_on = pushed(one.op.key, one.op.base_op) if before and one.op.base_op else None
        decision = decide(one.op, before, bodies, made_on)
        after = Document(*one.op.key, seq + step, one.rev, decision.body is None, decision.body)
        now[one.op.key] = after
        made[one.op.key, one.rev] = decision.body
        settled.append(Settled(one, decision, before, after))
    return settled


def answers(
    ops: Sequence[Op],
    refused: Mapping[int, Result],
    misused: Mapping[str, Result],
    settled: Sequence[Settled],
    current: Mapping[Key, Document],
) -> list[Result]:
    """Answer every operation in order: what its document now is, after the whole push."""
    now = {**current, **{one.accepted.op.key: one.after for one in settled}}
    # An operation twice in one push is answered as applied once and as replayed after.
    fresh = {one.accepted.op.op_id: one for one in settled}
    results = []
    for n, op in enumerate(ops):
        if n in refused:
            results.append(refused[n])
        elif (one := fresh.pop(op.op_id, None)) is not None:
            results.append(Result(op.op_id, one.decision.status, now[op.key]))
        elif op.op_id in misused:
            results.append(misused[op.op_id])
        else:
            results.append(Result(op.op_id, "replayed", now.get(op.key)))
    return results


class MemoryStore:
    """A journal in memory: for the library, for guests, and as the model that tests hold the database against."""

    def __init__(self) -> None:
        self._documents: dict[Key, Document] = {}
        self._revisions: dict[Key, list[Revision]] = {}
        self._digests: dict[str, int] = {}
        self._seq = 0

    def get(self, kind: str, id: str) -> Document | None:  # noqa: A002, D102
        return self._documents.get((kind, id))

    def all(self, kind: str | None = None, *, deleted: bool = False) -> Iterator[Document]:  # noqa: D102
        for key in sorted(self._documents):
            document = self._documents[key]
            if kind in {None, document.kind} and (deleted or not document.deleted):
                yield document

    def since(self, seq: int, limit: int) -> list[Document]:  # noqa: D102
        newer = [document for document in self._documents.values() if document.seq > seq]
        return sorted(newer, key=lambda document: document.seq)[:limit]

    def seq(self) -> int:  # noqa: D102
        return self._seq

    def push(self, ops: Sequence[Op], device: str, at: str) -> list[Result]:  # noqa: D102
        good, refused = check_ops(ops)
        current = {op.key: self._documents[op.key] for op in good if op.key in self._documents}
        accepted, misused = sort_out(good, self._digests, current)
        settled = settle(accepted, current, self._past, self._pushed, self._seq)
        for one in settled:
            self._keep(one, device, at)
        self._seq += len(settled)
        return answers(ops, refused, misused, settled, current)

    def revisions(self, kind: str, id: str) -> list[Revision]:  # noqa: A002, D102
        return self._revisions.get((kind, id), [])[::-1]

    @contextmanager
    def together(self) -> Iterator[None]:  # noqa: D102
        before = (
            dict(self._documents),
            {key: list(rows) for key, rows in self._revisions.items()},
            dict(self._digests),
            self._seq,
        )
        try:
            yield
        except BaseException:
            self._documents, self._revisions, self._digests, self._seq = before
            raise

    def _keep(self, one: Settled, device: str, at: str) -> None:
        op, decision = one.accepted.op, one.decision
        self._digests[op.op_id] = op.digest
        self._documents[op.key] = one.after
        self._revisions.setdefault(op.key, []).append(
            Revision(
                op.op_id,
                one.after.rev,
                op.base,
                at,
                device,
                decision.status,
                decision.body,
                op.body,
                decision.lost,
            )
        )

    def _past(self, key: Key, revs: tuple[int, ...]) -> dict[int, bytes | None]:
        return {one.rev: one.body for one in self._revisions.get(key, ()) if one.rev in revs}

    def _pushed(self, key: Key, op_id: str) -> bytes | None:
        return next((one.pushed for one in self._revisions.get(key, ()) if one.op_id == op_id), None)
