"""One lifter's journal in the database: raw SQL, every statement keyed by ``user_id``.

A push is one transaction with the same few statements at 0 and at 50,000 sets: clock, what is there, history and
documents. The row of the clock serialises the pushes of a lifter on PostgreSQL;
on SQLite ``BEGIN IMMEDIATE`` does, and a lock in the process spares its threads the waiting in SQLite's busy handler.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from django.db import connections, transaction

from iron.records.documents import Document
from iron.records.packing import ANCHOR_EVERY, pack, pack_result, unpack_row
from iron.records.revisions import Decision, Op, Result, Revision, lost_from_json, lost_to_json
from iron.records.store import Accepted, Key, Pushed, Settled, answers, check_ops, settle, sort_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.db.backends.utils import CursorWrapper

_LOCKS: Final[defaultdict[str, threading.RLock]] = defaultdict(threading.RLock)
# Both databases take tens of thousands of parameters; 500 keys keep the statement small.
_CHUNK: Final = 500

_CLOCK: Final = (
    "INSERT INTO clock (user_id, seq) VALUES (%s, %s) "
    "ON CONFLICT (user_id) DO UPDATE SET seq = clock.seq + excluded.seq RETURNING seq"
)
_THERE: Final = (
    "SELECT 'document', kind, id, seq, rev, deleted, body FROM document "
    "WHERE user_id = %s AND (kind, id) IN (VALUES {keys}) "
    "UNION ALL SELECT 'history', op_id, '', digest, 0, NULL, NULL FROM history WHERE user_id = %s AND op_id IN ({ops})"
)
_APPEND: Final = (
    "INSERT INTO history (user_id, op_id, kind, doc_id, rev, base, at, device, reason, digest, pushed, result, lost) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, NULL, NULL)"
)
_OUTCOME: Final = "UPDATE history SET reason = %s, result = %s, lost = %s WHERE user_id = %s AND op_id = %s"
_WRITE: Final = (
    "INSERT INTO document (user_id, kind, id, seq, rev, deleted, body) VALUES (%s, %s, %s, %s, %s, %s, %s) "
    "ON CONFLICT (user_id, kind, id) DO UPDATE SET seq = excluded.seq, rev = excluded.rev, "
    "deleted = excluded.deleted, body = excluded.body"
)
_ROW: Final = "SELECT kind, id, seq, rev, deleted, body FROM document WHERE user_id = %s"
_REVISIONS: Final = (
    "SELECT op_id, rev, base, at, device, reason, pushed, result, lost FROM history "
    "WHERE user_id = %s AND kind = %s AND doc_id = %s AND rev BETWEEN %s AND %s ORDER BY rev"
)
_REV_OF: Final = "SELECT rev FROM history WHERE user_id = %s AND op_id = %s AND kind = %s AND doc_id = %s"
_NO_REVISION: Final = 2**31 - 1


class DjangoStore:
    """The documents of one lifter (`iron.records.store.Store`).

    Args:
        user_id: the account; every statement carries it.
        using: alias of the database.
    """

    def __init__(self, user_id: int, using: str = "default") -> None:
        self.user_id = user_id
        self.using = using

    def get(self, kind: str, id: str) -> Document | None:  # noqa: A002, D102
        rows = self._rows(f"{_ROW} AND kind = %s AND id = %s", [kind, id])
        return next(rows, None)

    def all(self, kind: str | None = None, *, deleted: bool = False) -> Iterator[Document]:  # noqa: D102
        where, parameters = ("", []) if kind is None else (" AND kind = %s", [kind])
        alive = "" if deleted else " AND NOT deleted"
        return self._rows(f"{_ROW}{where}{alive} ORDER BY kind, id", parameters)

    def since(self, seq: int, limit: int) -> list[Document]:  # noqa: D102
        return list(self._rows(f"{_ROW} AND seq > %s ORDER BY seq LIMIT %s", [seq, limit]))

    def seq(self) -> int:  # noqa: D102
        with connections[self.using].cursor() as cursor:
            cursor.execute("SELECT seq FROM clock WHERE user_id = %s", [self.user_id])
            row = cursor.fetchone()
        return row[0] if row else 0

    def changed(self, seq: int, limit: int) -> list[Key]:
        """Return kind and id of what changed after a sequence number, deleted documents too, in order of change."""
        with connections[self.using].cursor() as cursor:
            cursor.execute(
                "SELECT kind, id FROM document WHERE user_id = %s AND seq > %s ORDER BY seq LIMIT %s",
                [self.user_id, seq, limit],
            )
            return [(kind, ident) for kind, ident in cursor.fetchall()]

    def push(self, ops: Sequence[Op], device: str, at: str) -> list[Result]:  # noqa: D102
        return self.take(ops, device, at).results

    def take(self, ops: Sequence[Op], device: str, at: str) -> Pushed:
        """Push, and answer the change counter too; arguments as `iron.records.store.Store.push`."""
        good, refused = check_ops(ops)
        if not good:
            return Pushed(answers(ops, refused, {}, [], {}), self.seq())
        with self._writing() as cursor:
            # First the clock: on PostgreSQL its row holds off other pushes of this lifter until the commit.
            cursor.execute(_CLOCK, [self.user_id, len(good)])
            seq = cursor.fetchone()[0]
            current, seen = self._there(cursor, good)
            accepted, misused = sort_out(good, seen, current)
            self._append(cursor, accepted, device, at)
            settled = settle(
                accepted,
                current,
                lambda key, revs: self._past(cursor, key, revs),
                lambda key, op_id: self._pushed(cursor, key, op_id),
                seq - len(good),
            )
            self._write(cursor, settled)
        return Pushed(answers(ops, refused, misused, settled, current), seq)

    def revisions(self, kind: str, id: str) -> list[Revision]:  # noqa: A002, D102
        with connections[self.using].cursor() as cursor:
            found = list(self._unpacked(cursor, (kind, id), 0, _NO_REVISION))
        return found[::-1]

    def forget(self) -> None:
        """Delete everything this lifter stored, history too. There is no way back."""
        with self._writing() as cursor:
            for table in ("document", "history", "clock"):
                cursor.execute(f"DELETE FROM {table} WHERE user_id = %s", [self.user_id])  # noqa: S608  (constants)

    @contextmanager
    def together(self) -> Iterator[None]:  # noqa: D102
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[CursorWrapper]:
        connection = connections[self.using]
        if connection.vendor != "sqlite":
            with transaction.atomic(using=self.using), connection.cursor() as cursor:
                yield cursor
            return
        with _LOCKS[self.using], transaction.atomic(using=self.using), connection.cursor() as cursor:
            yield cursor

    def _rows(self, sql: str, parameters: Sequence[Any]) -> Iterator[Document]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, [self.user_id, *parameters])
            rows = cursor.fetchall()
        return (_document(row) for row in rows)

    def _there(self, cursor: CursorWrapper, ops: Sequence[Op]) -> tuple[dict[Key, Document], dict[str, int]]:
        current: dict[Key, Document] = {}
        seen: dict[str, int] = {}
        for first in range(0, len(ops), _CHUNK):
            chunk = ops[first : first + _CHUNK]
            sql = _THERE.format(keys=_marks("(%s, %s)", chunk), ops=_marks("%s", chunk))
            keys = [part for op in chunk for part in op.key]
            cursor.execute(sql, [self.user_id, *keys, self.user_id, *(op.op_id for op in chunk)])
            for table, *row in cursor.fetchall():
                if table == "document":
                    current[row[0], row[1]] = _document(row)
                else:
                    seen[row[0]] = row[2]
        return current, seen

    def _append(self, cursor: CursorWrapper, accepted: Sequence[Accepted], device: str, at: str) -> None:
        rows = []
        for one in accepted:
            op, before = one.op, one.follows
            packed = None
            if op.body is not None:
                # What an earlier operation of this push makes of the document is not decided yet: stand alone then.
                packed = pack(op.body, one.rev, before.body if before and one.first else None)
            reason = "deletion" if op.body is None else "fast-forward" if before else "created"
            rows.append(
                (self.user_id, op.op_id, *op.key, one.rev, op.base, at, device, reason, op.digest, packed)
            )
        _many(cursor, _APPEND, rows)

    def _write(self, cursor: CursorWrapper, settled: Sequence[Settled]) -> None:
        outcomes = []
        documents: dict[Key, tuple[Any, ...]] = {}
        for one in settled:
            op, after = one.accepted.op, one.after
            if one.decision.status == "merged":
                previous = one.before.body if one.before else None
                packed = pack_result(after.body, op.body, after.rev, previous)
                lost = lost_to_json(one.decision.lost)
                outcomes.append(
                    (one.decision.reason, packed, lost.decode() if lost else None, self.user_id, op.op_id)
                )
            body = None if after.body is None else after.body.decode()
            documents[op.key] = (self.user_id, *op.key, after.seq, after.rev, after.deleted, body)
        _many(cursor, _OUTCOME, outcomes)
        _many(cursor, _WRITE, list(documents.values()))

    def _past(self, cursor: CursorWrapper, key: Key, revs: tuple[int, ...]) -> Mapping[int, bytes | None]:
        found: dict[int, bytes | None] = {}
        for rev in revs:
            if rev not in found:
                found |= {row.rev: row.body for row in self._unpacked(cursor, key, _anchor(rev), rev)}
        return found

    def _pushed(self, cursor: CursorWrapper, key: Key, op_id: str) -> bytes | None:
        cursor.execute(_REV_OF, [self.user_id, op_id, *key])
        row = cursor.fetchone()
        if row is None:
            return None
        return [one.pushed for one in self._unpacked(cursor, key, _anchor(row[0]), row[0])][-1]

    def _unpacked(self, cursor: CursorWrapper, key: Key, low: int, high: int) -> Iterator[Revision]:
        cursor.execute(_REVISIONS, [self.user_id, *key, low, high])
        body = None
        for op_id, rev, base, at, device, reason, pushed, result, lost in cursor.fetchall():
            sent, body = unpack_row(_bytes(pushed), _bytes(result), body)
            status = Decision(reason, None).status
            yield Revision(op_id, rev, base, at, device, status, body, sent, lost_from_json(lost))


def _document(row: Sequence[Any]) -> Document:
    kind, key, seq, rev, deleted, body = row
    return Document(kind, key, seq, rev, bool(deleted), None if body is None else body.encode())


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)


def _anchor(rev: int) -> int:
    """The revision at or before this one that can be read alone."""
    return (rev - 1) // ANCHOR_EVERY * ANCHOR_EVERY + 1


def _marks(one: str, items: Sequence[object]) -> str:
    return ", ".join([one] * len(items))


def _many(cursor: CursorWrapper, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run a statement for each row; not at all for none."""
    if len(rows) == 1:
        cursor.execute(sql, rows[0])
    elif rows:
        cursor.executemany(sql, rows)
