"""How long a day of training takes: one estimate for programs, plans and a day that is cut short.

The app has the same rule in ``web/src/core/rules/plan/day-minutes.ts``; cases: ``spec/program-days.json``. The three
numbers are guesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

READY_S: Final = 180.0  # walking to the next exercise, setting it up and warming up: guess
REP_S: Final = 4.0  # guess
USUAL_REST_S: Final = 150.0  # after a set where nothing else was said: the app's default, a guess


class TimedSet(NamedTuple):
    """A set as far as its time goes.

    ``reps`` are seconds where ``is_timed``. ``rest`` [s]: None where the usual one holds. ``every`` [s]: from the
    start of one set of an EMOM to the start of the next, None for other sets.
    """

    reps: float
    is_timed: bool = False
    rest: float | None = None
    every: float | None = None


def day_minutes(exercises: Iterable[Iterable[TimedSet]]) -> float:
    """Estimate the time of a day [min]: for each exercise getting ready, its sets, and a rest after each."""
    seconds = sum(READY_S + sum(map(_set_seconds, sets)) for sets in exercises)
    return seconds / 60.0


def _set_seconds(row: TimedSet) -> float:
    if row.every is not None:
        return row.every
    rest = USUAL_REST_S if row.rest is None else row.rest
    return (row.reps if row.is_timed else row.reps * REP_S) + rest
