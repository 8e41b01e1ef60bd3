"""Dates of the sessions of a program on weekdays: planned, missed and moved, from the session done last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from iron.training.programs.fold import Fold
    from iron.training.programs.model import Place, Program

_WEEK: Final = 7
_LATE: Final = 3  # up to so many days after its weekday a session is late, beyond it is early: a choice


class Dated(NamedTuple):
    """A session that is still to be done, and the date that its weekday gives it."""

    place: Place
    on: date


def dated_sessions(fold: Fold, start: date, today: date) -> list[Dated]:
    """The next session and those after it, up to the first that is planned for today or later.

    A session keeps its weekday: the next one is planned for the first of its weekdays after the one done last. That one
    stands on its own weekday, even when it was done up to three days late or early, so a session that was moved does
    not move the others.

    Args:
        fold: the program after the sessions done.
        start: the first day of the run.
        today: today.

    Returns:
        Sessions in their order, missed ones first; empty for a program without weekdays, and at its end.
    """
    program = fold.program
    place = fold.place
    if place is None or not program.weekdays:
        return []
    before = _stood_on(program, fold.last, fold.last_on)
    rows: list[Dated] = []
    while place is not None and len(rows) <= len(program.order):
        weekday = program.days[place.day].weekday or 0
        on = _next(start, weekday) if before is None else _next(before + timedelta(days=1), weekday)
        rows.append(Dated(place, on))
        if on >= today:
            break
        before, place = on, program.next(place)
    return rows


def _stood_on(program: Program, last: Place | None, trained_on: str) -> date | None:
    """The date on which the session done last was planned: its weekday nearest to the day it was done."""
    if last is None or not trained_on:
        return None
    day = date.fromisoformat(trained_on)
    weekday = program.days[last.day].weekday if last.day < len(program.days) else None
    if weekday is None:
        return day
    late = (day.weekday() - weekday) % _WEEK
    return day - timedelta(days=late if late <= _LATE else late - _WEEK)


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % _WEEK)
