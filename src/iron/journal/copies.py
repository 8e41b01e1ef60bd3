"""A journal as one file, and back from such a file (docs/documents.md, Archive)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.records import archive
from iron.records.archive import Archive, OtherLifterError, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.journal.journal import Journal

read_copy = archive.read


def write_copy(
    journal: Journal,
    *,
    owner: str,
    owner_id: str,
    email: str | None,
    at: str,
    iron: str,
    history: bool = False,
) -> bytes:
    """Write everything of a journal to one file with a checksum.

    Args:
        journal: the journal.
        owner: name of its account.
        owner_id: id of that account.
        email: its confirmed address, None for none.
        at: now, UTC.
        iron: version of Iron.
        history: also every revision of every document.
    """
    return archive.write(
        journal.store, owner=owner, owner_id=owner_id, email=email, at=at, iron=iron, history=history
    )


def check_owner(journal: Journal, copy: Archive, owner: str, owner_id: str) -> None:
    """Check that a copy is of the journal's lifter.

    Raises:
        OtherLifterError: it is somebody else's.
    """
    empty = next(iter(journal.store.all("workout")), None) is None
    archive.check_owner(copy, owner, owner_id, empty=empty)


def plan_restore(journal: Journal, copy: Archive) -> Plan:
    """Say what restoring a copy would do; nothing is stored."""
    return archive.plan(copy, journal.store)


def restore_copy(journal: Journal, plan: Plan, *, device: str, at: str, op_ids: Iterator[str]) -> int:
    """Do what a plan says, in one transaction; how many documents were written.

    Raises:
        BadInputError: a document of the copy cannot be stored; then nothing was.
    """
    journal.forget()
    return archive.restore(journal.store, plan, device=device, at=at, op_ids=op_ids)


__all__ = [
    "Archive",
    "OtherLifterError",
    "Plan",
    "check_owner",
    "plan_restore",
    "read_copy",
    "restore_copy",
    "write_copy",
]
