"""Weeks of training at a glance: training days and working sets, and whether the lifter's own goal was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from iron.training.history.volume import week_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from iron.training.history.sets import PerformedSet
    from iron.training.history.volume import WeekStart


@dataclass(frozen=True, slots=True)
class TrainingWeek:
    """One week.

    Attributes:
        week: first day.
        days: days with at least one set.
        sets: working sets of all kinds but warm-ups.
    """

    week: date
    days: int
    sets: int


def training_weeks(
    sets: Iterable[PerformedSet], until: date, count: int, week_start: WeekStart = "monday"
) -> tuple[TrainingWeek, ...]:
    """The last weeks up to that of a day, oldest first; weeks without training are there with zeros."""
    last = week_of(until, week_start)
    days: dict[date, set[date]] = {last - timedelta(days=7 * back): set() for back in reversed(range(count))}
    working = dict.fromkeys(days, 0)
    for set_ in sets:
        week = week_of(set_.date, week_start)
        if week in days:
            days[week].add(set_.date)
            working[week] += set_.kind != "warm-up"
    return tuple(TrainingWeek(week, len(days[week]), working[week]) for week in days)


def is_reached(week: TrainingWeek, goal: Mapping[str, Any]) -> bool:
    """Whether a week reached a goal: its ``count`` of ``what``, ``days`` or ``sets`` (docs/documents.md, settings)."""
    return bool((week.days if goal["what"] == "days" else week.sets) >= goal["count"])
