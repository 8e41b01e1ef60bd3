"""Pushes that wait for SQLite's one writer are stored together: one transaction and one flush of the disk for all.

While a push is being flushed, others come. The first of them then runs all that wait, in order, in one transaction, and
each is answered only after its commit. If one of them fails, everything is rolled back and each runs again in a
transaction of its own: so a failure is nobody else's, and nothing was answered before. If the commit itself fails, none
was stored and all are told so.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from django.db import connections, transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.db.backends.utils import CursorWrapper

T = TypeVar("T")

WRITER: Final[defaultdict[str, threading.RLock]] = defaultdict(threading.RLock)
"""By database: held while this process writes, which spares its threads the waiting in SQLite's busy handler."""


class _Waiting(Generic[T]):
    """Work that waits for its commit; ``woken`` is free once it is stored, failed, or is to lead the next group."""

    def __init__(self, work: Callable[[CursorWrapper], T]) -> None:
        self.work = work
        self.leads = False
        self.result: T | None = None
        self.error: BaseException | None = None
        self.woken = threading.Lock()
        self.woken.acquire()


class GroupCommit:
    """The pushes of one SQLite database.

    Args:
        using: alias of the database.
    """

    def __init__(self, using: str) -> None:
        self._using = using
        self._guard = threading.Lock()
        self._waiting: list[_Waiting[Any]] = []
        self._is_led = False

    def store(self, work: Callable[[CursorWrapper], T]) -> T:
        """Run work in a transaction, maybe with that of other threads, and return its result once it is committed.

        Args:
            work: reads and writes by the cursor alone. It may run twice: what its first run did is then rolled back.
        """
        mine = _Waiting(work)
        with self._guard:
            self._waiting.append(mine)
            mine.leads, self._is_led = not self._is_led, True
        if not mine.leads:
            mine.woken.acquire()
        if mine.leads:
            self._lead(mine)
        if mine.error is not None:
            raise mine.error
        return cast("T", mine.result)

    def _lead(self, mine: _Waiting[Any]) -> None:
        """Store what waits once nobody else writes; whoever comes meanwhile leads the next group."""
        group: list[_Waiting[Any]] = []
        try:
            with WRITER[self._using]:
                with self._guard:
                    group, self._waiting = self._waiting, group
                self._store_all(group)
        except BaseException as error:
            for item in group:
                item.error = error
            raise
        finally:
            with self._guard:
                # A leader that was stopped before it could write must not be chosen to lead again.
                self._waiting = [item for item in self._waiting if item is not mine]
                self._is_led = bool(self._waiting)
                following = self._waiting[:1]
            for item in following:
                item.leads = True
            for item in (*following, *group):
                item.woken.release()

    def _store_all(self, group: Sequence[_Waiting[Any]]) -> None:
        try:
            self._transact(group)
        except _WorkFailedError as failure:
            if len(group) == 1:
                group[0].error = failure.error
                return
            for item in group:
                try:
                    self._transact([item])
                except _WorkFailedError as own:
                    item.error = own.error
                except Exception as error:  # noqa: BLE001 - its own thread raises it
                    item.error = error

    def _transact(self, group: Sequence[_Waiting[Any]]) -> None:
        with transaction.atomic(using=self._using), connections[self._using].cursor() as cursor:
            for item in group:
                try:
                    item.result = item.work(cursor)
                except Exception as error:
                    raise _WorkFailedError(error) from error


class _WorkFailedError(Exception):
    """One of the works of a transaction failed, so the transaction was rolled back."""

    def __init__(self, error: Exception) -> None:
        self.error = error


_GROUPS: Final[dict[str, GroupCommit]] = {}


def group_commit(using: str) -> GroupCommit:
    """Return what stores the pushes of a database of this process."""
    return _GROUPS.setdefault(using, GroupCommit(using))
