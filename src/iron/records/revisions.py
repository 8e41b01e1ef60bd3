"""What a pushed operation makes of a document: decided here, done by a store.

A store appends the operation to the history first, then calls `decide`, which asks the document's `Past` where it
must, and writes what it says. Every operation that is not refused or replayed makes a revision, even one that changes
nothing: the number of its revision is known before anything is merged, and an old request that arrives again after
other edits is known by its id.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

import msgspec

from iron.records.documents import (
    Document,
    check_body,
    check_merge,
    parse_body,
    upgrade,
    write_json,
)
from iron.records.merge import Lost, merge, same
from iron.records.resolving import resolve
from iron.records.wrong_clock import without_wrong_times
from iron.values.errors import BadDocumentError, BadInputError, IronError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Reason = Literal[
    "created",
    "fast-forward",
    "merged",
    "deletion",
    "edit-beats-deletion",
    "stays-deleted",
    "resurrected",
    "wrong-clock",
]
Status = Literal["applied", "merged", "replayed", "refused"]

# Reasons under which the document is exactly what was pushed.
_PLAIN: Final = frozenset({"created", "fast-forward", "deletion"})
# For who only asks whether an operation could be stored.
_ANY_TIME: Final = "2026-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Op:
    """One operation of a device.

    Attributes:
        op_id: made by the device; the same operation sent again has the same id.
        base: the revision that the device had last seen, 0 for none.
        body: JSON text in UTF-8, or None for a deletion.
        base_op: the operation on whose body, as pushed, this edit was made: an edit that was made while that
            operation was under way, and whose answer turned out to be a merge. None in the usual case.
        base_made_by: the name of revision ``base`` (`Document.made_by`). A revision with this number and another name
            is not what the device had seen. None from a client that sends numbers alone.
    """

    op_id: str
    kind: str
    id: str
    base: int
    body: bytes | None
    base_op: str | None = None
    base_made_by: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """The document that it is about."""
        return self.kind, self.id

    @property
    def digest(self) -> int:
        """A checksum that tells a replay from another operation under the same id (CRC-32)."""
        return zlib.crc32(f"{self.kind}/{self.id}/{self.base}/".encode() + (self.body or b""))


@dataclass(frozen=True, slots=True)
class Decision:
    """What the document becomes.

    Attributes:
        reason: which rule decided.
        body: the body from now on, None when deleted.
        lost: values that lost the merge; they stay in the history.
    """

    reason: Reason
    body: bytes | None
    lost: tuple[Lost, ...] = ()

    @property
    def status(self) -> Status:
        """``applied`` when the document is what was pushed, else ``merged``."""
        return "applied" if self.reason in _PLAIN else "merged"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one operation.

    Attributes:
        document: what the document is now; None where the operation was refused and nothing was stored.
        error: why it was refused; ``where`` is a key path inside the operation, such as ``body.start``.
    """

    op_id: str
    status: Status
    document: Document | None
    error: IronError | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One row of a document's history.

    Attributes:
        rev: the revision that the operation made.
        at: when the server took it, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        body: what the document became (None = deleted).
        pushed: what the device had sent (None = a deletion).
        made_by: the revision's name (`Document.made_by`).
    """

    op_id: str
    rev: int
    base: int
    at: str
    device: str
    status: Status
    body: bytes | None
    pushed: bytes | None
    lost: tuple[Lost, ...] = ()
    made_by: str = field(default="", compare=False)


def check_op(op: Op, at: str = _ANY_TIME) -> dict[str, Any] | None:
    """Check an operation before it is stored and return its parsed body (None for a deletion).

    Args:
        op: the operation.
        at: when it is taken; it stands in for what only a wrong clock can have written.

    Raises:
        BadDocumentError: the body breaks the contract; ``where`` is a key path that starts with ``body``.
        BadInputError: the base revision is negative.
    """
    if op.base < 0:
        raise BadInputError("A base revision counts from 0. Send the revision last seen, or 0.", where="base")
    if op.body is None:
        return None
    try:
        body = parse_body(op.body)
        mended = without_wrong_times(op.kind, op.body, at)
        if mended is not None and mended is not op.body:
            body = parse_body(mended)
        check_body(op.kind, body)
        check_merge(op.kind, op.id, body)
    except BadDocumentError as problem:
        where = problem.where if problem.where == "kind" else f"body.{problem.where}".rstrip(".")
        raise BadDocumentError(problem.sentence, where=where) from None
    return body


class Past(Protocol):
    """The history of one document, asked only where a device was not up to date."""

    def revision(self, rev: int) -> tuple[bytes | None, str] | None:
        """Return body and name of a revision, or None where there is none of this number."""

    def pushed(self, op_id: str) -> bytes | None:
        """Return the body that an operation on this document had sent; None for a deletion or an unknown one."""

    def last_body(self) -> bytes | None:
        """Return the newest body that the document had, before any deletions; None where it never had one."""

    def bodies(self) -> Iterable[bytes]:
        """Return every body that the document ever had or was sent."""


def decide(op: Op, current: Document | None, past: Past) -> Decision:
    """Decide what an operation makes of a document.

    A device that was up to date gets what it sent. Otherwise its edit is merged against the body that it had seen:
    the one that ``base_op`` sent, else revision ``base`` if that has the name that the device says. A base that this
    history does not know counts as empty: then nothing is taken away, both sides are joined.

    - An edit with an empty base that says what the document said before says nothing new.
    - An edit beats a deletion by a device that had not seen it, a deletion of what nobody changed stands.
    - A deleted document comes back only with something new, merged with the last body it had, so it comes back whole.

    Args:
        op: the operation, already checked.
        current: the document now, None where there is none.
        past: the document's history.
    """
    if current is None:
        return Decision("created" if op.body is not None else "deletion", op.body)
    if _is_up_to_date(op, current):
        return Decision("fast-forward" if op.body is not None else "deletion", op.body)
    if op.body is None and current.body is None:
        return Decision("deletion", None)
    base = _base(op, past)
    if op.body is None:
        return _late_deletion(current, base)
    if current.body is None:
        return _late_edit_of_deleted(op, base, past)
    if base is None and _was_said(op.body, past):
        return Decision("merged", current.body)
    return _merged(op.kind, op.body, base, current.body, "merged")


def decide_at(op: Op, current: Document | None, past: Past, at: str) -> Decision:
    """Decide as `decide` does, after what only a wrong clock can have written was taken out of the body."""
    body = without_wrong_times(op.kind, op.body, at)
    if body is op.body:
        return decide(op, current, past)
    decision = decide(replace(op, body=body), current, past)
    return replace(decision, reason="wrong-clock") if decision.reason in _PLAIN else decision


def lost_to_json(lost: Sequence[Lost]) -> bytes | None:
    """Encode lost values for a history row; None when there are none."""
    return write_json([{"path": item.path, "value": item.value} for item in lost]) if lost else None


def lost_from_json(raw: bytes | str | None) -> tuple[Lost, ...]:
    """Decode what `lost_to_json` made."""
    return tuple(Lost(item["path"], item["value"]) for item in msgspec.json.decode(raw)) if raw else ()


def _is_up_to_date(op: Op, current: Document) -> bool:
    """Say whether the device had seen what is stored now; an edit made on an unanswered operation had not."""
    return op.base == current.rev and op.base_op is None and op.base_made_by in {None, current.made_by}


def _base(op: Op, past: Past) -> bytes | None:
    """Return the body on which an edit was made; None where it had none, or where it is not in this history."""
    if op.base_op is not None and (sent := past.pushed(op.base_op)) is not None:
        return sent
    base = past.revision(op.base) if op.base > 0 else None
    if base is None or op.base_made_by not in {None, base[1]}:
        return None
    return base[0]


def _was_said(body: bytes, past: Past) -> bool:
    """Say whether the document had this body before: an import repeated, or a phone that sends all it holds again."""
    return any(_says_the_same(body, earlier) for earlier in past.bodies())


def _late_deletion(current: Document, base: bytes | None) -> Decision:
    """Take a deletion by a device that had not seen the newest revision: an edit beats it, no change does not."""
    if current.body is None or (base is not None and _says_the_same(base, current.body)):
        return Decision("deletion", None)
    return Decision("edit-beats-deletion", current.body)


def _late_edit_of_deleted(op: Op, base: bytes | None, past: Past) -> Decision:
    """Take an edit of a deleted document: it comes back whole, unless the edit says nothing new."""
    body = op.body or b""
    last = past.last_body()
    if last is None:
        return Decision("resurrected", body)
    if base is None and _was_said(body, past):
        return Decision("stays-deleted", None)
    decision = _merged(op.kind, body, base, last, "resurrected")
    if decision.body is not None and _says_the_same(decision.body, last):
        return Decision("stays-deleted", None)
    return decision


def _merged(kind: str, body: bytes, base: bytes | None, current: bytes, reason: Reason) -> Decision:
    incoming, stored = (upgrade(kind, msgspec.json.decode(raw)) for raw in (body, current))
    root = None if base is None else upgrade(kind, msgspec.json.decode(base))
    value, lost = merge(root, incoming, stored)
    if not same(incoming.get("v"), stored.get("v")):
        # Keys that an older Iron does not know stay, and the body is what the newer one wrote, with what is new in it.
        value["v"] = max(incoming["v"], stored["v"])
        lost = tuple(item for item in lost if item.path != "v")
    if same(value, incoming):
        return Decision(reason, body, lost)
    if same(value, stored):
        return Decision(reason, current, lost)
    value, lost = resolve(kind, value, incoming, stored, lost)
    return Decision(reason, body if value is incoming else write_json(value), lost)


def _says_the_same(first: bytes, other: bytes) -> bool:
    if first == other:
        return True
    left, right = msgspec.json.decode(first), msgspec.json.decode(other)
    # What Python calls unequal is; the slower comparison is for what it calls equal, such as 1 and true.
    return bool(left == right) and same(left, right)
