"""A group's board: this week and last week of every member, no more of each than he shows."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar

from iron.journal.journal import Journal
from iron.journal.weeks import last_weeks
from iron.server.api.own_journal import local_now
from iron.server.sharing.recent import RecentDocuments
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

if TYPE_CHECKING:
    from iron.journal.weeks import TrainingWeek
    from iron.server.sharing.models import GroupMember
    from iron.server.sharing.permission import Membership

WEEKS: Final = 2
_DAYS_BACK: Final = 7 * WEEKS + 2
"""From how many days before today (UTC) workouts are kept: whole weeks, a week's begin and a zone before that."""
_MOST_COUNTED: Final = 10_000
_MOST_RECENT: Final = 500
"""Lifters whose recent documents stay in memory. A guess: some 100 kB each."""

T = TypeVar("T")

Counted = list[tuple["TrainingWeek", bool | None]]


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """What a member shows of one week; None for what he does not show."""

    days: int | None
    sets: int | None
    goal_reached: bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """One member; no weeks where he shows nothing."""

    member: GroupMember
    weeks: tuple[ShownWeek, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """Counted weeks, and what they hold for: a state of the journal and a day where the lifter is."""

    stamp: tuple[str, int]
    until: str
    utc_offset: int | None
    weeks: Counted


class _Counts:
    """Weeks that were counted, by lifter, until his journal changes or his day ends."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, int], _Held] = OrderedDict()
        self._recent: OrderedDict[tuple[str, int], RecentDocuments] = OrderedDict()
        self._lock = Lock()

    def of(self, user_id: int) -> Counted:
        store = DjangoStore(user_id)
        key, stamp = (store.using, user_id), store.stamp()
        with self._lock:
            held = self._held.get(key)
        if held is not None and (held.stamp, held.until) == (stamp, _day(held.utc_offset)):
            return held.weeks
        journal = Journal(self._documents(key, store), clock=clock.utc_now)
        until = _day(journal.utc_offset)
        weeks = last_weeks(journal, date.fromisoformat(until), WEEKS)
        with self._lock:
            _keep(self._held, key, _Held(stamp, until, journal.utc_offset, weeks), _MOST_COUNTED)
        return weeks

    def _documents(self, key: tuple[str, int], store: DjangoStore) -> RecentDocuments:
        since = (date.fromisoformat(_day(None)) - timedelta(days=_DAYS_BACK)).isoformat()
        with self._lock:
            # Taken out while it is brought up: another request for the same lifter reads for itself.
            recent = self._recent.pop(key, None)
        if recent is None or not recent.bring_up(store, since):
            recent = RecentDocuments(store, since)
        with self._lock:
            _keep(self._recent, key, recent, _MOST_RECENT)
        return recent


def _keep(newest: OrderedDict[tuple[str, int], T], key: tuple[str, int], value: T, most: int) -> None:
    newest[key] = value
    newest.move_to_end(key)
    while len(newest) > most:
        newest.popitem(last=False)


def _day(utc_offset: int | None) -> str:
    """Today at an offset from UTC [min]."""
    return local_now(utc_offset)[:10]


_COUNTS: Final = _Counts()


def board(seen: Membership) -> list[Row]:
    """The board of a group as one of its members sees it, by name: this week and last week of each member.

    A week and its goal are the member's own, as in the overview of his app; today is where his newest workout was.
    """
    return [Row(member, _shown(member)) for member in seen.members]


def _shown(member: GroupMember) -> tuple[ShownWeek, ...]:
    shows = set(member.shows.split())
    if not shows:
        return ()
    return tuple(
        ShownWeek(
            week.days if "days" in shows else None,
            week.sets if "sets" in shows else None,
            bool(reached) if "goal" in shows else None,
        )
        for week, reached in _COUNTS.of(member.user_id)
    )
