"""What a pushed operation makes of a document: decided here, done by a store.

A store appends the operation to the history first, then asks `bodies_needed`, fetches those bodies, calls `decide`
and writes what it says. Every operation that is not refused or replayed makes a revision, even one that changes
nothing: so the number of its revision is known before anything is merged.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from iron.records.documents import (
    Document,
    check_body,
    check_merge,
    is_newer,
    parse_body,
    upgrade,
    write_json,
)
from iron.records.merge import Lost, merge, same
from iron.values.errors import BadDocumentError, BadInputError, IronError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Reason = Literal[
    "created",
    "fast-forward",
    "merged",
    "deletion",
    "edit-beats-deletion",
    "stays-deleted",
    "resurrected",
    "newer-wins",
]
Status = Literal["applied", "merged", "replayed", "refused"]

# Reasons under which the document is exactly what was pushed.
_PLAIN: Final = frozenset({"created", "fast-forward", "deletion"})


@dataclass(frozen=True, slots=True)
class Op:
    """One operation of a device.

    Attributes:
        op_id: made by the device; the same operation sent again has the same id.
        base: the revision that the device had last seen, 0 for none.
        body: JSON text in UTF-8, or None for a deletion.
        base_op: the operation on whose body, as pushed, this edit was made: an edit that was made while that
            operation was under way, and whose answer turned out to be a merge. None in the usual case.
    """

    op_id: str
    kind: str
    id: str
    base: int
    body: bytes | None
    base_op: str | None = None

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


def check_op(op: Op) -> dict[str, Any] | None:
    """Check an operation before it is stored and return its parsed body (None for a deletion).

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
        check_body(op.kind, body)
        check_merge(op.kind, op.id, body)
    except BadDocumentError as problem:
        where = problem.where if problem.where == "kind" else f"body.{problem.where}".rstrip(".")
        raise BadDocumentError(problem.sentence, where=where) from None
    return body


def bodies_needed(op: Op, current: Document | None) -> tuple[int, ...]:
    """Return the revisions whose bodies `decide` wants: none for the usual case, where the device was up to date."""
    if current is None or _is_up_to_date(op, current) or (op.body is None and current.deleted):
        return ()
    wanted = {op.base} if 0 < op.base <= current.rev else set()
    if current.deleted:
        wanted.add(current.rev - 1)
    return tuple(sorted(wanted - {0}))


def decide(
    op: Op, current: Document | None, past: Mapping[int, bytes | None], made_on: bytes | None = None
) -> Decision:
    """Decide what an operation makes of a document.

    Args:
        op: the operation, already checked.
        current: the document now, None where there is none.
        past: the bodies of the revisions that `bodies_needed` named; a revision that the history does not know
            (a server restored from a backup) is absent, and counts as an empty base: then nothing is deleted.
        made_on: the body as pushed by ``op.base_op``; None where there is none.
    """
    if current is None:
        return Decision("created" if op.body is not None else "deletion", op.body)
    if _is_up_to_date(op, current):
        return Decision("fast-forward" if op.body is not None else "deletion", op.body)
    base = past.get(op.base) if made_on is None else made_on
    if op.body is None:
        return _late_deletion(current, base)
    if current.body is None:
        return _late_edit_of_deleted(op.kind, op.body, base, past.get(current.rev - 1))
    return _merged(op.kind, op.body, base, current.body, "merged")


def lost_to_json(lost: Sequence[Lost]) -> bytes | None:
    """Encode lost values for a history row; None when there are none."""
    return write_json([{"path": one.path, "value": one.value} for one in lost]) if lost else None


def lost_from_json(raw: bytes | str | None) -> tuple[Lost, ...]:
    """Decode what `lost_to_json` made."""
    return tuple(Lost(one["path"], one["value"]) for one in msgspec.json.decode(raw)) if raw else ()


def _is_up_to_date(op: Op, current: Document) -> bool:
    """Say whether the device had seen what is stored now; an edit made on an unanswered operation had not."""
    return op.base == current.rev and op.base_op is None


def _late_deletion(current: Document, base: bytes | None) -> Decision:
    """Take a deletion by a device that had not seen the newest revision: an edit beats it, no change does not."""
    if current.body is None or (base is not None and _says_the_same(base, current.body)):
        return Decision("deletion", None)
    return Decision("edit-beats-deletion", current.body)


def _late_edit_of_deleted(kind: str, body: bytes, base: bytes | None, last: bytes | None) -> Decision:
    """Take an edit of a deleted document: it comes back, unless the edit says nothing new (an import repeated)."""
    if last is None:
        return Decision("resurrected", body)
    decision = _merged(kind, body, base, last, "resurrected")
    if decision.body is not None and _says_the_same(decision.body, last):
        return Decision("stays-deleted", None)
    return decision


def _merged(kind: str, body: bytes, base: bytes | None, current: bytes, reason: Reason) -> Decision:
    incoming, stored = msgspec.json.decode(body), msgspec.json.decode(current)
    if is_newer(incoming):
        return Decision("newer-wins", body, (Lost("", stored),))
    if is_newer(stored):
        # This Iron cannot merge it, and a device that writes an older version cannot have read it: the newer stays.
        return Decision("newer-wins", current, (Lost("", incoming),))
    root = None if base is None else upgrade(kind, msgspec.json.decode(base))
    if root is not None and is_newer(root):
        root = None
    incoming, stored = upgrade(kind, incoming), upgrade(kind, stored)
    value, lost = merge(root, incoming, stored)
    if same(value, incoming):
        return Decision(reason, body, lost)
    if same(value, stored):
        return Decision(reason, current, lost)
    return Decision(reason, write_json(value), lost)


def _says_the_same(one: bytes, other: bytes) -> bool:
    return one == other or same(msgspec.json.decode(one), msgspec.json.decode(other))
