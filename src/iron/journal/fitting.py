"""The belief about one exercise, workout by workout, kept so that the next change goes on from the last one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

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
        references: reference depths that it was made with.
        marked: days whose sets it leaves out.
        count: workouts taken in.
        states: the belief after so many workouts, only some: none, and the newest ones, because the newest workout
            grows set by set and its older self must be taken out again.
        trends: by line, its points, oldest first.
        has_depth: whether a set has a measured depth, so that the first sets of a line class all later ones.
    """

    references: Mapping[str, float] = field(default_factory=dict)
    marked: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    count: int = 0
    states: dict[int, Strength | None] = field(default_factory=lambda: {0: None})
    trends: dict[str, list[Point]] = field(default_factory=dict)
    has_depth: bool = False

    @property
    def newest(self) -> Strength | None:
        """The belief after all workouts."""
        return self.states[self.count]

    def kept_before(self, first: int) -> int:
        """How many workouts the newest belief holds that knows nothing of the workout at a place or later ones."""
        return max(number for number in self.states if number <= first)


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


_STATES: Final = 4  # newest workouts whose beliefs are kept: today's, yesterday's, and an edit of them


def bring_up(
    fit: Fit,
    sets: Sequence[PerformedSet],
    facts: ExerciseFacts,
    references: Mapping[str, float],
    order: Sequence[tuple[str, str]],
    start: int,
) -> None:
    """Take in the workouts from a place on.

    Args:
        fit: the fit; what it knows of those workouts is forgotten first.
        sets: believable sets of the exercise, of these workouts and of some before them.
        facts: facts of the exercise.
        references: the lifter's own reference depths by line key.
        order: (start, id) of every workout of the exercise, oldest first.
        start: how many workouts the belief to go on from holds.
    """
    efforts: dict[str, list[Effort]] = {}
    days: dict[str, date] = {}
    for day, (workout, effort) in capacity.efforts_of(sets, facts, references):
        efforts.setdefault(workout, []).append(effort)
        days[workout] = day
    count = len(order)
    wanted = {0, *range(max(0, count - _STATES), count + 1)}
    state = fit.states[start]
    fit.states = {number: state for number, state in fit.states.items() if number <= start}
    for points in fit.trends.values():
        while points and points[-1].number >= start:
            points.pop()
    fit.count = count
    fit.has_depth = fit.has_depth or any(set_.depth_value is not None for set_ in sets)
    k = family_k(facts.family, facts.curve_k)
    shown = _shown([efforts.get(workout, []) for _, workout in order[start:]], start)
    for number in range(start, count):
        workout = order[number][1]
        performed = efforts.get(workout, [])
        if performed:
            state = absorb(state, days[workout], performed, k)
        fit.states[number + 1] = state
        if number + 1 - _STATES not in wanted:
            fit.states.pop(number + 1 - _STATES, None)
        if state is not None and performed:
            for key in dict.fromkeys(effort.line for effort in performed):
                if (number, key) in shown:
                    point = Point(number, days[workout].isoformat(), capacity.belief(state, key))
                    fit.trends.setdefault(key, []).append(point)
    fit.states = {number: state for number, state in fit.states.items() if number in wanted}
    fit.trends = {key: points[-TREND_POINTS:] for key, points in fit.trends.items() if points}


def _shown(workouts: Sequence[Sequence[Effort]], start: int) -> set[tuple[int, str]]:
    """The workouts of each line that its trend shows: the newest `TREND_POINTS`."""
    newest: set[tuple[int, str]] = set()
    count: dict[str, int] = {}
    for place in range(len(workouts) - 1, -1, -1):
        for key in {effort.line for effort in workouts[place]}:
            count[key] = count.get(key, 0) + 1
            if count[key] <= TREND_POINTS:
                newest.add((start + place, key))
    return newest
