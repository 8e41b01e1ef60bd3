"""What a journal needs of a store, the steps of a push that every store shares, and a store in memory."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from iron.records.documents import Document, name_of
from iron.records.revisions import Decision, Op, Past, Result, Revision, check_op, decide_at
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

    def revs(self, keys: Sequence[Key]) -> dict[Key, int]:
        """Return the revision of each of these documents that is there, deleted ones too."""

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
    """The answers to a push, the lifter's change counter after it, and the epoch that this counts in.

    ``conflicts`` counts the merges in which a value of one side lost.
    """

    results: list[Result]
    seq: int
    epoch: str
    conflicts: int = 0


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
class Applied:
    """An accepted operation, what was decided, and what the document was and is."""

    accepted: Accepted
    decision: Decision
    before: Document | None
    after: Document


def check_ops(ops: Sequence[Op], at: str) -> tuple[list[Op], dict[int, Result]]:
    """Part operations into those that can be stored, and refusals by position."""
    good: list[Op] = []
    refused: dict[int, Result] = {}
    for n, op in enumerate(ops):
        try:
            check_op(op, at)
        except IronError as problem:
            refused[n] = Result(op.op_id, "refused", None, problem)
        else:
            good.append(op)
    return good, refused


def partition(
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


class _During:
    """The past of one document in the middle of a push: what the store has, and what this push made before."""

    def __init__(self, stored: Past) -> None:
        self._stored = stored
        self._made: list[tuple[Op, Document]] = []

    def add(self, op: Op, after: Document) -> None:
        """Take the next revision that this push made."""
        self._made.append((op, after))

    def revision(self, rev: int) -> tuple[bytes | None, str] | None:
        made = next((after for _, after in self._made if after.rev == rev), None)
        return self._stored.revision(rev) if made is None else (made.body, made.made_by)

    def pushed(self, op_id: str) -> bytes | None:
        for op, _ in self._made:
            if op.op_id == op_id:
                return op.body
        return self._stored.pushed(op_id)

    def last_body(self) -> bytes | None:
        made = [after.body for _, after in self._made if after.body is not None]
        return made[-1] if made else self._stored.last_body()

    def bodies(self) -> Iterator[bytes]:
        for op, after in self._made:
            yield from (body for body in (op.body, after.body) if body is not None)
        yield from self._stored.bodies()


def apply(
    accepted: Sequence[Accepted],
    current: Mapping[Key, Document],
    past: Callable[[Key, int], Past],
    seq: int,
    stamp: int,
    at: str,
) -> list[Applied]:
    """Decide all accepted operations in order.

    Args:
        accepted: from `partition`.
        current: the documents before the push.
        past: the history of a document before a revision; it is read only where a device was not up to date.
        seq: the change counter before the push; each operation counts it on by one.
        stamp: the push's random number (`iron.records.documents.name_of`).
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
    """
    now = dict(current)
    pasts: dict[Key, _During] = {}
    applied = []
    for step, operation in enumerate(accepted, 1):
        key = operation.op.key
        before = now.get(key)
        during = pasts.setdefault(key, _During(past(key, operation.rev)))
        decision = decide_at(operation.op, before, during, at)
        name = name_of(operation.op.op_id, stamp)
        after = Document(*key, seq + step, operation.rev, decision.body is None, decision.body, name)
        now[key] = after
        during.add(operation.op, after)
        applied.append(Applied(operation, decision, before, after))
    return applied


def answers(
    ops: Sequence[Op],
    refused: Mapping[int, Result],
    misused: Mapping[str, Result],
    applied: Sequence[Applied],
    current: Mapping[Key, Document],
) -> list[Result]:
    """Answer every operation in order: what its document now is, after the whole push."""
    now = {**current, **{item.accepted.op.key: item.after for item in applied}}
    # An operation twice in one push is answered as applied once and as replayed after.
    fresh = {item.accepted.op.op_id: item for item in applied}
    results = []
    for n, op in enumerate(ops):
        if n in refused:
            results.append(refused[n])
        elif (item := fresh.pop(op.op_id, None)) is not None:
            results.append(Result(op.op_id, item.decision.status, now[op.key]))
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
        self._pushes = 0

    def get(self, kind: str, id: str) -> Document | None:  # noqa: A002, D102
        return self._documents.get((kind, id))

    def all(self, kind: str | None = None, *, deleted: bool = False) -> Iterator[Document]:  # noqa: D102
        for key in sorted(self._documents):
            document = self._documents[key]
            if kind in {None, document.kind} and (deleted or not document.deleted):
                yield document

    def revs(self, keys: Sequence[Key]) -> dict[Key, int]:  # noqa: D102
        return {key: self._documents[key].rev for key in keys if key in self._documents}

    def since(self, seq: int, limit: int) -> list[Document]:  # noqa: D102
        newer = [document for document in self._documents.values() if document.seq > seq]
        return sorted(newer, key=lambda document: document.seq)[:limit]

    def seq(self) -> int:  # noqa: D102
        return self._seq

    def push(self, ops: Sequence[Op], device: str, at: str) -> list[Result]:  # noqa: D102
        good, refused = check_ops(ops, at)
        current = {op.key: self._documents[op.key] for op in good if op.key in self._documents}
        accepted, misused = partition(good, self._digests, current)
        applied = apply(accepted, current, self._past, self._seq, self._pushes, at)
        self._pushes += 1
        for item in applied:
            self._keep(item, device, at)
        self._seq += len(applied)
        return answers(ops, refused, misused, applied, current)

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

    def _keep(self, item: Applied, device: str, at: str) -> None:
        op, decision = item.accepted.op, item.decision
        self._digests[op.op_id] = op.digest
        self._documents[op.key] = item.after
        self._revisions.setdefault(op.key, []).append(
            Revision(
                op.op_id,
                item.after.rev,
                op.base,
                at,
                device,
                decision.status,
                decision.body,
                op.body,
                decision.lost,
                item.after.made_by,
            )
        )

    def _past(self, key: Key, before: int) -> Past:
        return RevisionsPast(self._revisions.get(key, ())[: before - 1])


class RevisionsPast:
    """The past of a document from its revisions, oldest first, each with the name that it has."""

    def __init__(self, revisions: Sequence[Revision]) -> None:
        self._revisions = revisions

    def revision(self, rev: int) -> tuple[bytes | None, str] | None:  # noqa: D102
        return next(
            ((revision.body, revision.made_by) for revision in self._revisions if revision.rev == rev), None
        )

    def pushed(self, op_id: str) -> bytes | None:  # noqa: D102
        return next((revision.pushed for revision in self._revisions if revision.op_id == op_id), None)

    def last_body(self) -> bytes | None:  # noqa: D102
        return next(
            (revision.body for revision in reversed(self._revisions) if revision.body is not None), None
        )

    def bodies(self) -> Iterator[bytes]:  # noqa: D102
        for revision in reversed(self._revisions):
            yield from (body for body in (revision.body, revision.pushed) if body is not None)
