"""A group's board: this week and last week of every member, no more of each than he shows."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Final

from iron.journal.journal import Journal
from iron.journal.weeks import last_weeks
from iron.server.api.own_journal import lifters_now
from iron.server.sharing.shares import now_s
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

if TYPE_CHECKING:
    from iron.journal.weeks import TrainingWeek
    from iron.server.sharing.models import GroupMember
    from iron.server.sharing.permission import Membership

WEEKS: Final = 2
_QUARTER_S: Final = 900
_MOST_COUNTED: Final = 10_000

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


class _Counts:
    """Weeks that were counted, by lifter, until his journal changes or a quarter of an hour of any zone ends."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, int], tuple[tuple[str, int, int], Counted]] = OrderedDict()
        self._lock = Lock()

    def of(self, user_id: int) -> Counted:
        store = DjangoStore(user_id)
        key, stamp = (store.using, user_id), (*store.stamp(), now_s() // _QUARTER_S)
        with self._lock:
            held = self._held.get(key)
        if held is not None and held[0] == stamp:
            return held[1]
        journal = Journal(store, clock=clock.utc_now)
        weeks = last_weeks(journal, date.fromisoformat(lifters_now(journal)[:10]), WEEKS)
        with self._lock:
            self._held[key] = (stamp, weeks)
            self._held.move_to_end(key)
            while len(self._held) > _MOST_COUNTED:
                self._held.popitem(last=False)
        return weeks


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
