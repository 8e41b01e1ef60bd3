"""The history of one document in the database: read and unpacked where a device was not up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.records.documents import name_of
from iron.records.packing import ANCHOR_EVERY, unpack_row
from iron.records.revisions import Decision, Revision, lost_from_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.utils import CursorWrapper

    from iron.records.store import Key

_REVISIONS: Final = (
    "SELECT op_id, rev, base, at, device, reason, stamp, pushed, result, lost FROM history "
    "WHERE user_id = %s AND kind = %s AND doc_id = %s AND rev BETWEEN %s AND %s ORDER BY rev"
)
_REV_OF: Final = "SELECT rev FROM history WHERE user_id = %s AND op_id = %s AND kind = %s AND doc_id = %s"
_LAST_BODY: Final = (
    "SELECT rev FROM history WHERE user_id = %s AND kind = %s AND doc_id = %s AND rev < %s "
    "AND ((result IS NULL AND pushed IS NOT NULL) OR length(result) > 0) ORDER BY rev DESC LIMIT 1"
)
NO_REVISION: Final = 2**31 - 1


def unpacked(cursor: CursorWrapper, user_id: int, key: Key, low: int, high: int) -> Iterator[Revision]:
    """Yield revisions from an anchor on, oldest first."""
    cursor.execute(_REVISIONS, [user_id, *key, low, high])
    body = None
    for op_id, rev, base, at, device, reason, stamp, pushed, result, lost in cursor.fetchall():
        sent, body = unpack_row(_bytes(pushed), _bytes(result), body)
        status = Decision(reason, None).status
        name = name_of(op_id, stamp or 0)
        yield Revision(op_id, rev, base, at, device, status, body, sent, lost_from_json(lost), name)


class StoredPast:
    """The history of one document before a revision, read where it is asked for (`iron.records.revisions.Past`)."""

    def __init__(self, cursor: CursorWrapper, user_id: int, key: Key, before: int) -> None:
        self._cursor, self._user_id, self._key, self._before = cursor, user_id, key, before

    def revision(self, rev: int) -> tuple[bytes | None, str] | None:  # noqa: D102
        if rev >= self._before:
            return None
        revisions = list(self._unpacked(_anchor(rev), rev))
        return (revisions[-1].body, revisions[-1].made_by) if revisions and revisions[-1].rev == rev else None

    def pushed(self, op_id: str) -> bytes | None:  # noqa: D102
        self._cursor.execute(_REV_OF, [self._user_id, op_id, *self._key])
        row = self._cursor.fetchone()
        if row is None or row[0] >= self._before:
            return None
        return [revision.pushed for revision in self._unpacked(_anchor(row[0]), row[0])][-1]

    def last_body(self) -> bytes | None:  # noqa: D102
        self._cursor.execute(_LAST_BODY, [self._user_id, *self._key, self._before])
        row = self._cursor.fetchone()
        revision = self.revision(row[0]) if row else None
        return revision[0] if revision else None

    def bodies(self) -> Iterator[bytes]:  # noqa: D102
        for revision in self._unpacked(0, self._before - 1):
            yield from (body for body in (revision.body, revision.pushed) if body is not None)

    def _unpacked(self, low: int, high: int) -> Iterator[Revision]:
        return unpacked(self._cursor, self._user_id, self._key, low, high)


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)


def _anchor(rev: int) -> int:
    """The revision at or before this one that can be read alone."""
    return (rev - 1) // ANCHOR_EVERY * ANCHOR_EVERY + 1
