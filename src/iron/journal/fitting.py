"""The belief about one exercise, workout by workout, kept so that the next change goes on from the last one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength import capacity
from iron.training.strength.belief import absorb
from iron.training.strength.curve import family_k
from iron.training.strength.line_belief import LineBelief
from iron.training.strength.state import Effort, Strength

TREND_POINTS: Final = 400
"""Points of a trend that are kept."""


@dataclass
class Fit:
    """The belief about one exercise.

    Attributes:
        version: of the sets that it was brought up to.
        references: reference depths that it was made with.
        marks: a fingerprint of the efforts of each workout, oldest first.
        days: their dates.
        states: the belief after so many workouts, only some: none, and the newest ones, because the newest workout
            grows set by set and its older self must be taken out again.
        trends: by line, (number of the workout, its date, the line's belief after it, the interval once it was asked
            for as 10, 50 and 90 % of the moved 10RM).
    """

    version: int = -1
    references: Mapping[str, float] = field(default_factory=dict)
    marks: list[int] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    states: dict[int, Strength | None] = field(default_factory=lambda: {0: None})
    trends: dict[str, list[Point]] = field(default_factory=dict)

    @property
    def newest(self) -> Strength | None:
        """The belief after all workouts."""
        return self.states[len(self.marks)]


@dataclass(slots=True)
class Point:
    """A line after a workout: the belief, and its interval [moved kg] once somebody asked."""

    number: int
    day: str
    belief: LineBelief | None
    spread: tuple[float, ...] | None = None

    def interval(self) -> tuple[float, ...]:
        """10, 50 and 90 % of the moved 10RM [kg]."""
        if self.spread is None and self.belief is not None:
            self.spread = tuple(self.belief.quantile((0.1, 0.5, 0.9)))
            self.belief = None
        return self.spread or ()


_KEPT: Final = 4  # newest workouts whose beliefs are kept: today's, yesterday's, and an edit of them


def bring_up(
    fit: Fit,
    sets: Iterable[PerformedSet],
    facts: ExerciseFacts,
    references: Mapping[str, float],
    version: int,
) -> None:
    """Take in what the fit has not seen, from the last belief before anything that changed."""
    workouts = capacity.workouts_of(sets, facts, references)
    marks = [hash((day, tuple(efforts))) for day, efforts in workouts]
    changed = (n for n, (old, new) in enumerate(zip(fit.marks, marks, strict=False)) if old != new)
    same = next(changed, min(len(fit.marks), len(marks)))
    done = max(number for number in fit.states if number <= same)
    state = fit.states[done]
    wanted = {0, *range(max(0, len(workouts) - _KEPT), len(workouts) + 1)}
    fit.states = {number: kept for number, kept in fit.states.items() if number <= done and number in wanted}
    fit.states[done] = state
    fit.trends = {key: [one for one in points if one.number < done] for key, points in fit.trends.items()}
    fit.marks, fit.days = marks, [day for day, _ in workouts]
    fit.references, fit.version = references, version
    _absorb(fit, workouts, done, state, wanted, family_k(facts.family, facts.curve_k))


def _absorb(
    fit: Fit,
    workouts: list[tuple[date, list[Effort]]],
    done: int,
    state: Strength | None,
    wanted: set[int],
    k: float,
) -> None:
    shown = _shown(workouts)
    for number, (day, efforts) in enumerate(workouts[done:], done):
        state = absorb(state, day, efforts, k)
        if number + 1 in wanted:
            fit.states[number + 1] = state
        if state is None:
            continue
        for key in dict.fromkeys(effort.line for effort in efforts):
            if (number, key) in shown:
                point = Point(number, day.isoformat(), capacity.belief(state, key))
                fit.trends.setdefault(key, []).append(point)


def _shown(workouts: list[tuple[date, list[Effort]]]) -> set[tuple[int, str]]:
    """The workouts of each line that its trend shows: the newest `TREND_POINTS`."""
    found: set[tuple[int, str]] = set()
    count: dict[str, int] = {}
    for number in range(len(workouts) - 1, -1, -1):
        for key in {effort.line for effort in workouts[number][1]}:
            count[key] = count.get(key, 0) + 1
            if count[key] <= TREND_POINTS:
                found.add((number, key))
    return found
