"""One lifter's journal in the database: raw SQL, every statement keyed by ``user_id``.

A push is one transaction with the same few statements at 0 and at 50,000 sets: clock, what is there, history and
documents. The row of the clock serialises the pushes of a lifter on PostgreSQL;
on SQLite ``BEGIN IMMEDIATE`` does, and a lock in the process spares its threads the waiting in SQLite's busy handler.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.db import connections, transaction

from iron.records.documents import Document
from iron.records.packing import pack, pack_result
from iron.records.revisions import Op, Result, Revision, lost_from_json, lost_to_json
from iron.records.store import Accepted, Applied, Key, Pushed, answers, apply, check_ops, partition
from iron.server.storage import timeline
from iron.server.storage.group_commit import WRITER, group_commit
from iron.server.storage.past import NO_REVISION, StoredPast, unpacked
from iron.server.storage.timeline import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from django.db.backends.utils import CursorWrapper

    from iron.server.storage.timeline import Clock

# Both databases take tens of thousands of parameters; 500 keys keep the statement small.
_CHUNK: Final = 500
_ROOM_KIB: Final = 64 * 1024

_THERE: Final = (
    "SELECT 'document', kind, id, seq, rev, deleted, body, made_by FROM document "
    "WHERE user_id = %s AND (kind, id) IN (VALUES {keys}) "
    "UNION ALL SELECT 'history', op_id, '', digest, stamp, NULL, NULL, NULL FROM history "
    "WHERE user_id = %s AND op_id IN ({ops})"
)
_APPEND: Final = (
    "INSERT INTO history (user_id, op_id, kind, doc_id, rev, base, at, device, reason, digest, stamp, pushed, "
    "result, lost) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, NULL, NULL)"
)
_OUTCOME: Final = "UPDATE history SET reason = %s, result = %s, lost = %s WHERE user_id = %s AND op_id = %s"
_WRITE: Final = (
    "INSERT INTO document (user_id, kind, id, seq, rev, deleted, body, made_by) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s) "
    "ON CONFLICT (user_id, kind, id) DO UPDATE SET seq = excluded.seq, rev = excluded.rev, "
    "deleted = excluded.deleted, body = excluded.body, made_by = excluded.made_by"
)
_ROW: Final = "SELECT kind, id, seq, rev, deleted, body, made_by FROM document WHERE user_id = %s"
_REVS: Final = "SELECT kind, id, rev FROM document WHERE user_id = %s AND (kind, id) IN (VALUES {keys})"
_LOSSES: Final = (
    "SELECT kind, doc_id, rev, lost FROM history "
    "WHERE user_id = %s AND lost IS NOT NULL AND (kind, doc_id) IN (VALUES {keys}) ORDER BY kind, doc_id, rev"
)
_NO_CLAIM: Final = Claim()


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

    def revs(self, keys: Sequence[Key]) -> dict[Key, int]:  # noqa: D102
        known: dict[Key, int] = {}
        with connections[self.using].cursor() as cursor:
            for first in range(0, len(keys), _CHUNK):
                chunk = keys[first : first + _CHUNK]
                sql = _REVS.format(keys=_marks("(%s, %s)", chunk))
                cursor.execute(sql, [self.user_id, *(part for key in chunk for part in key)])
                known.update({(kind, ident): rev for kind, ident, rev in cursor.fetchall()})
        return known

    def since(self, seq: int, limit: int, kinds: Collection[str] = ()) -> list[Document]:  # noqa: D102
        only = f" AND kind IN ({_marks('%s', sorted(kinds))})" if kinds else ""
        return list(
            self._rows(f"{_ROW} AND seq > %s{only} ORDER BY seq LIMIT %s", [seq, *sorted(kinds), limit])
        )

    def losses(self, keys: Sequence[Key]) -> list[tuple[str, str, int, int]]:
        """Return kind, id, number and count of lost values of each revision in which a value lost a merge."""
        losses: list[tuple[str, str, int, int]] = []
        with connections[self.using].cursor() as cursor:
            for first in range(0, len(keys), _CHUNK):
                chunk = keys[first : first + _CHUNK]
                sql = _LOSSES.format(keys=_marks("(%s, %s)", chunk))
                cursor.execute(sql, [self.user_id, *(part for key in chunk for part in key)])
                losses += [
                    (kind, ident, rev, len(lost_from_json(lost)))
                    for kind, ident, rev, lost in cursor.fetchall()
                ]
        return losses

    def seq(self) -> int:  # noqa: D102
        with connections[self.using].cursor() as cursor:
            clock, _ = timeline.read(cursor, self.user_id)
        return clock.seq if clock else 0

    def stamp(self) -> tuple[str, int]:
        """Return epoch and sequence number, which together name one state of the journal; ``""`` and 0 for none."""
        with connections[self.using].cursor() as cursor:
            clock, _ = timeline.read(cursor, self.user_id)
        return (clock.epoch, clock.seq) if clock else ("", 0)

    def check(self, claim: Claim = _NO_CLAIM) -> Clock:
        """Return the lifter's clock, after a client's claim was held against it.

        Raises:
            NewEpochError: the client knows another history; it has to send all it holds again.
        """
        with connections[self.using].cursor() as cursor:
            clock, stamps = timeline.read(cursor, self.user_id, claim.seen_op)
        if clock is None:
            with self._writing() as cursor:
                clock = timeline.advance(cursor, self.user_id, 0)
        try:
            claim.check(clock, stamps)
        except timeline.WentBackError:
            raise self._begin_epoch() from None
        return clock

    def _begin_epoch(self) -> timeline.NewEpochError:
        with self._writing() as cursor:
            timeline.renew(cursor, self.user_id)
        return timeline.new_epoch()

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

    def take(self, ops: Sequence[Op], device: str, at: str, claim: Claim = _NO_CLAIM) -> Pushed:
        """Push, and answer change counter and epoch too; arguments as `iron.records.store.Store.push`.

        Args:
            ops: what a device did.
            device: its id.
            at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
            claim: what the client knows of this journal; nothing is stored where it knows another history.

        Raises:
            NewEpochError: it does.
        """
        good, refused = check_ops(ops, at)
        if not good:
            clock = self.check(claim)
            return Pushed(answers(ops, refused, {}, [], {}), clock.seq, clock.epoch)

        def store(cursor: CursorWrapper) -> Pushed:
            stamp = secrets.randbits(32)
            # First the clock: on PostgreSQL its row holds off other pushes of this lifter until the commit.
            clock = timeline.advance(cursor, self.user_id, len(good))
            current, seen, stamps = self._there(cursor, good, claim.seen_op)
            claim.check(clock, stamps)
            accepted, misused = partition(good, seen, current)
            self._append(cursor, accepted, device, at, stamp)
            past = partial(StoredPast, cursor, self.user_id)
            applied = apply(accepted, current, past, clock.seq - len(good), stamp, at)
            self._write(cursor, applied)
            conflicts = sum(bool(row.decision.lost) for row in applied)
            return Pushed(answers(ops, refused, misused, applied, current), clock.seq, clock.epoch, conflicts)

        try:
            return self._stored(store)
        except timeline.WentBackError:
            raise self._begin_epoch() from None

    def revisions(self, kind: str, id: str) -> list[Revision]:  # noqa: A002, D102
        with connections[self.using].cursor() as cursor:
            rows = list(unpacked(cursor, self.user_id, (kind, id), 0, NO_REVISION))
        return rows[::-1]

    def forget(self) -> None:
        """Delete everything this lifter stored, history too. There is no way back."""
        with self._writing() as cursor:
            for table in ("document", "history", "clock", "answered"):
                cursor.execute(f"DELETE FROM {table} WHERE user_id = %s", [self.user_id])  # noqa: S608  (constants)

    @contextmanager
    def together(self) -> Iterator[None]:  # noqa: D102
        with self._writing() as cursor, _room(cursor):
            yield

    def _stored(self, work: Callable[[CursorWrapper], Pushed]) -> Pushed:
        """Run a push in a transaction; on SQLite with others that wait, unless this thread has begun one."""
        connection = connections[self.using]
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            return group_commit(self.using).store(work)
        with self._writing() as cursor:
            return work(cursor)

    @contextmanager
    def _writing(self) -> Iterator[CursorWrapper]:
        connection = connections[self.using]
        if connection.vendor != "sqlite":
            with transaction.atomic(using=self.using), connection.cursor() as cursor:
                yield cursor
            return
        with WRITER[self.using], transaction.atomic(using=self.using), connection.cursor() as cursor:
            yield cursor

    def _rows(self, sql: str, parameters: Sequence[Any]) -> Iterator[Document]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, [self.user_id, *parameters])
            rows = cursor.fetchall()
        return (_document(row) for row in rows)

    def _there(
        self, cursor: CursorWrapper, ops: Sequence[Op], seen_op: str
    ) -> tuple[dict[Key, Document], dict[str, int], dict[str, int | None]]:
        """Read the documents that operations are about, and digests and stamps of operations that were here before."""
        current: dict[Key, Document] = {}
        seen: dict[str, int] = {}
        stamps: dict[str, int | None] = {}
        for first in range(0, len(ops), _CHUNK):
            chunk = ops[first : first + _CHUNK]
            known = [*(op.op_id for op in chunk), *([seen_op] if seen_op else [])]
            sql = _THERE.format(keys=_marks("(%s, %s)", chunk), ops=_marks("%s", known))
            keys = [part for op in chunk for part in op.key]
            cursor.execute(sql, [self.user_id, *keys, self.user_id, *known])
            for table, *row in cursor.fetchall():
                if table == "document":
                    current[row[0], row[1]] = _document(row)
                else:
                    seen[row[0]], stamps[row[0]] = row[2], row[3]
        return current, seen, stamps

    def _append(
        self, cursor: CursorWrapper, accepted: Sequence[Accepted], device: str, at: str, stamp: int
    ) -> None:
        rows = []
        for item in accepted:
            op, before = item.op, item.follows
            packed = None
            if op.body is not None:
                # What an earlier operation of this push makes of the document is not decided yet: stand alone then.
                packed = pack(op.body, item.rev, before.body if before and item.first else None)
            reason = "deletion" if op.body is None else "fast-forward" if before else "created"
            rows.append(
                (
                    self.user_id,
                    op.op_id,
                    *op.key,
                    item.rev,
                    op.base,
                    at,
                    device,
                    reason,
                    op.digest,
                    stamp,
                    packed,
                )
            )
        _many(cursor, _APPEND, rows)

    def _write(self, cursor: CursorWrapper, applied: Sequence[Applied]) -> None:
        outcomes = []
        documents: dict[Key, tuple[Any, ...]] = {}
        for item in applied:
            op, after = item.accepted.op, item.after
            if item.decision.status == "merged":
                previous = item.before.body if item.before else None
                packed = pack_result(after.body, op.body, after.rev, previous)
                lost = lost_to_json(item.decision.lost)
                outcomes.append(
                    (item.decision.reason, packed, lost.decode() if lost else None, self.user_id, op.op_id)
                )
            body = None if after.body is None else after.body.decode()
            documents[op.key] = (
                self.user_id,
                *op.key,
                after.seq,
                after.rev,
                after.deleted,
                body,
                after.made_by,
            )
        _many(cursor, _OUTCOME, outcomes)
        _many(cursor, _WRITE, list(documents.values()))


@contextmanager
def _room(cursor: CursorWrapper) -> Iterator[None]:
    """Give SQLite room for a long transaction: with its usual 2 MiB it writes the same pages again and again."""
    if cursor.db.vendor != "sqlite":
        yield
        return
    cursor.execute("PRAGMA cache_size")
    usual = cursor.fetchone()[0]
    cursor.execute(f"PRAGMA cache_size = {-_ROOM_KIB}")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA cache_size = {usual}")


def _document(row: Sequence[Any]) -> Document:
    kind, key, seq, rev, deleted, body, made_by = row
    return Document(kind, key, seq, rev, bool(deleted), None if body is None else body.encode(), made_by)


def _marks(mark: str, items: Sequence[object]) -> str:
    return ", ".join([mark] * len(items))


def _many(cursor: CursorWrapper, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run a statement for each row; not at all for none."""
    if len(rows) == 1:
        cursor.execute(sql, rows[0])
    elif rows:
        cursor.executemany(sql, rows)
