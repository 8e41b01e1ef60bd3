"""The epoch of a lifter's journal: how phones notice that the database went back in time.

An epoch is a random name of one unbroken history. A restored backup has a new one. A database that lost its last
commits (a power cut, a standby promoted too early) still has the old one: it is found out by what a client was told
before, and gets a new one then. Every client that names another epoch is refused; it sends all it holds again.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.records.documents import name_of
from iron.values.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.backends.utils import CursorWrapper

ADVANCE: Final = (
    "INSERT INTO clock (user_id, seq, epoch, renewed) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (user_id) DO UPDATE SET seq = clock.seq + excluded.seq RETURNING seq, epoch, renewed"
)
_READ: Final = (
    "SELECT seq, epoch, renewed, (SELECT stamp FROM history WHERE user_id = %s AND op_id = %s), "
    "(SELECT count(*) FROM history WHERE user_id = %s AND op_id = %s) FROM clock WHERE user_id = %s"
)
_RENEW: Final = "UPDATE clock SET epoch = %s, renewed = %s WHERE user_id = %s AND epoch = %s"


class NewEpochError(ConflictError):
    """The client knows another history than this database has."""

    code = "new_epoch"


class WentBackError(Exception):
    """A client was told of something that this database does not have: it went back in time in this epoch."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A lifter's change counter, the epoch that it counts in, and whether that is another than the first one."""

    seq: int
    epoch: str
    renewed: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What a client says that it knows.

    Attributes:
        epoch: the epoch that it was told last; None from one that was told none.
        seen: the name of the newest revision that it was told of (`Document.made_by`); None for none.
        since: the change counter up to which it has pulled; 0 for nothing.
        numbers: it sends revisions by number alone, so it cannot tell two histories apart.
    """

    epoch: str | None = None
    seen: str | None = None
    since: int = 0
    numbers: bool = False

    @property
    def seen_op(self) -> str:
        """The operation of ``seen``; empty for none."""
        return (self.seen or "").partition(".")[0]

    def check(self, clock: Clock, stamps: Mapping[str, int | None]) -> None:
        """Hold the claim against what the database has.

        Args:
            clock: the lifter's clock as it is.
            stamps: stamps of those operations that the history has, by id; it was asked for ``seen_op``.

        Raises:
            NewEpochError: the client knows another epoch.
            WentBackError: this epoch lost what the client was told of.
        """
        knows_none = self.epoch is None and (self.since > 0 or self.numbers)
        if (self.epoch is not None and self.epoch != clock.epoch) or (knows_none and clock.renewed):
            raise new_epoch()
        op = self.seen_op
        gone = bool(op) and (op not in stamps or name_of(op, stamps[op] or 0) != self.seen)
        if gone or self.since > clock.seq:
            raise WentBackError


def new_epoch() -> NewEpochError:
    """Make the refusal that sends a phone back to the start."""
    return NewEpochError(
        "This server's database went back to an earlier state, so this device has to send all it holds again. "
        "Reload Iron; nothing on the phone is lost.",
        where="epoch",
    )


def fresh() -> str:
    """Make the name of an epoch."""
    return secrets.token_hex(8)


def read(
    cursor: CursorWrapper, user_id: int, seen_op: str = ""
) -> tuple[Clock | None, dict[str, int | None]]:
    """Read a lifter's clock and the stamp of one operation."""
    cursor.execute(_READ, [user_id, seen_op, user_id, seen_op, user_id])
    row = cursor.fetchone()
    if row is None:
        return None, {}
    seq, epoch, renewed, stamp, known = row
    return Clock(seq, epoch, bool(renewed)), {seen_op: stamp} if known else {}


def advance(cursor: CursorWrapper, user_id: int, by: int) -> Clock:
    """Count the change counter on, and hold off other pushes of this lifter until the commit (on PostgreSQL)."""
    cursor.execute(ADVANCE, [user_id, by, fresh(), False])
    seq, epoch, renewed = cursor.fetchone()
    return Clock(seq, epoch, bool(renewed))


def renew(cursor: CursorWrapper, user_id: int) -> None:
    """Begin a new epoch; of two clients that find the same loss, one begins it."""
    clock = advance(cursor, user_id, 0)
    cursor.execute(_RENEW, [fresh(), True, user_id, clock.epoch])
