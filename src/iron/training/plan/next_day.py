"""Which day of a block comes next: on its date, or in sequence, where the next day waits.

A day is done when finished workouts of it hold enough of what was asked for; one that was broken off comes again. The
twin is ``web/src/core/rules/plan/next-day.ts``; cases: ``spec/blocks.json``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

MISSED_DAYS: Final = 6
"""How long a missed day is offered [days]: a guess, one training week."""

AHEAD_DAYS: Final = 7
"""So far ahead a plan says what a line is trained for [days, or days of a sequence]: a week of training."""

DONE_SHARE: Final = 0.5
"""Share of the working sets asked for that makes a day done: a guess. With less it was broken off: what was left is
more than what was done."""

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """What a workout did of a day of a block.

    Attributes:
        block: id of the block.
        day: id of the day.
        sets: working sets that were done.
        asked: working sets that it meant to do where that was less than the day's, None for the whole day.
        finished: whether it has an end.
    """

    block: str
    day: str
    sets: int
    asked: int | None
    finished: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """A day that is still to be done.

    Attributes:
        day: its part of the block.
        deload: whether its week is a deload week.
        when: ``today``, ``missed`` (planned for one of the last six days), ``ahead``, or ``waiting`` (in sequence,
            whatever its date).
    """

    day: Body
    deload: bool
    when: str


def planned_work(workout: Body) -> PlannedWork | None:
    """What a workout did of the day it was started from; None for one without a plan."""
    block = workout.get("block")
    if not block:
        return None
    sets = sum(
        set_.get("kind", "working") == "working"
        for entry in workout.get("entries") or ()
        for set_ in entry.get("sets") or ()
    )
    return PlannedWork(block["id"], block["day"], sets, block.get("sets"), workout.get("end") is not None)


def done_days(ident: str, block: Body, works: Iterable[PlannedWork]) -> set[str]:
    """Ids of the days of a block that were done: at least half of the working sets asked for, in finished workouts.

    Args:
        ident: id of the block.
        block: its body.
        works: what the lifter's workouts did of planned days; those of other blocks are left out.
    """
    sets: dict[str, int] = {}
    asked = {day["id"]: sum(slot["sets"] for slot in day["slots"]) for _, day in _days(block)}
    for work in works:
        if work.block == ident and work.finished and work.day in asked and work.sets > 0:
            sets[work.day] = sets.get(work.day, 0) + work.sets
            if work.asked is not None:
                asked[work.day] = min(asked[work.day], work.asked)
    return {day for day, count in sets.items() if count >= DONE_SHARE * asked[day]}


def past_days(ident: str, block: Body, works: Collection[PlannedWork]) -> set[str]:
    """Ids of the days that do not come again: done, or with a workout under way."""
    under_way = {work.day for work in works if work.block == ident and not work.finished}
    return done_days(ident, block, works) | under_way


def coming_days(block: Body, past_days: Collection[str], on: date) -> list[Coming]:
    """The days that are still to be done, the next one first.

    By weekdays: today's day, then those missed in the last six days, then those ahead. In sequence: in the order of
    the block, whatever the dates. None while the block is paused, and from the day on which it ended.

    Args:
        block: its body.
        past_days: ids of days that were done or are under way.
        on: today.
    """
    today, ended = on.isoformat(), block.get("ended")
    if is_paused(block) or (ended is not None and today >= ended):
        return []
    left = [
        (week, day) for week, day in _days(block) if day["id"] not in past_days and not day.get("skipped")
    ]
    if block.get("order") == "sequence":
        return [_coming(week, day, "today" if day["date"] == today else "waiting") for week, day in left]
    since = (on - timedelta(days=MISSED_DAYS)).isoformat()
    dated = sorted(left, key=_date_of)
    return [
        *(_coming(week, day, "today") for week, day in dated if day["date"] == today),
        *(_coming(week, day, "missed") for week, day in dated if since <= day["date"] < today),
        *(
            _coming(week, day, "ahead")
            for week, day in dated
            if day["date"] > today and (ended is None or day["date"] < ended)
        ),
    ]


def coming_week(block: Body, past_days: Collection[str], on: date) -> list[Coming]:
    """The days to be done in the coming week; in sequence the next seven."""
    coming = coming_days(block, past_days, on)
    if block.get("order") == "sequence":
        return coming[:AHEAD_DAYS]
    until = (on + timedelta(days=AHEAD_DAYS)).isoformat()
    return [row for row in coming if row.day["date"] < until]


def is_current(block: Body, past_days: Collection[str], on: date) -> bool:
    """Whether a block is one to train: by its weeks, or while its sequence or a pause goes on."""
    ended = block.get("ended")
    if ended is not None:
        return on.isoformat() < ended and on < _end(block)
    if on < _end(block) or is_paused(block):
        return True
    return block.get("order") == "sequence" and bool(coming_days(block, past_days, on))


def is_paused(block: Body) -> bool:
    """Whether the last pause has no end yet."""
    pauses: list[Body] = block.get("pauses") or []
    return bool(pauses) and pauses[-1].get("to") is None


def _end(block: Body) -> date:
    return date.fromisoformat(block["start"]) + timedelta(weeks=len(block["weeks"]))


def _days(block: Body) -> list[tuple[Body, Body]]:
    return [(week, day) for week in block["weeks"] for day in week["days"]]


def _date_of(row: tuple[Body, Body]) -> str:
    _, day = row
    return str(day["date"])


def _coming(week: Body, day: Body, when: str) -> Coming:
    return Coming(day, bool(week.get("deload")), when)
