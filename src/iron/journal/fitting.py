"""The belief about one exercise, workout by workout, kept so that the next change goes on from the last one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from iron.training.history.marked import unmarked
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.prescription.build import believable_after
from iron.training.prescription.doubt import Seen
from iron.training.strength import capacity
from iron.training.strength.belief import absorb
from iron.training.strength.curve import family_k
from iron.training.strength.line_belief import LineBelief
from iron.training.strength.stalls import Measured, measured_in
from iron.training.strength.state import Effort, Strength

TREND_POINTS: Final = 400
"""Points of a trend that are kept."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known after some workouts.

    Attributes:
        strength: the belief, None without a usable set.
        seen: by line, what the next sets are judged by before they are believed.
        measured: the last two workouts with measured sets.
    """

    strength: Strength | None = None
    seen: Mapping[str, Seen] = field(default_factory=dict)
    measured: tuple[Measured, ...] = ()


@dataclass
class Fit:
    """The belief about one exercise.

    Attributes:
        references: reference depths that it was made with.
        marked: days whose sets it leaves out.
        count: workouts taken in.
        known: what is known after so many workouts, only some: after none, and after each of the newest days, because
            the newest workout grows set by set and its older self must be taken out again.
        trends: by line, its points, oldest first.
        has_depth: whether a set has a measured depth, so that the first sets of a line class all later ones.
    """

    references: Mapping[str, float] = field(default_factory=dict)
    marked: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    count: int = 0
    known: dict[int, Known] = field(default_factory=lambda: {0: Known()})
    trends: dict[str, list[Point]] = field(default_factory=dict)
    has_depth: bool = False

    @property
    def newest(self) -> Strength | None:
        """The belief after all workouts."""
        return self.known[self.count].strength

    @property
    def measured(self) -> tuple[Measured, ...]:
        """The last two workouts with measured sets."""
        return self.known[self.count].measured

    def kept_before(self, first: int, order: Sequence[tuple[str, str]]) -> int:
        """How many workouts the newest belief holds that knows nothing of the day of a workout or of later ones.

        Args:
            first: place of the workout in the order.
            order: (start, id) of every workout of the exercise, oldest first.
        """
        return max(number for number in self.known if number <= first and _is_between_days(order, number))


@dataclass(slots=True)
class Point:
    """A line after a workout: the belief, and its interval [moved kg] once somebody asked.

    Attributes:
        row: what was shown of it last, with what it was shown with (`snapshot.trend_rows`).
    """

    number: int
    day: str
    belief: LineBelief | None
    spread: tuple[float, ...] | None = None
    row: tuple[tuple[float, float | None, str], list[Any]] | None = None

    def interval(self) -> tuple[float, ...]:
        """10, 50 and 90 % of the moved 10RM [kg]."""
        if self.spread is None and self.belief is not None:
            self.spread = tuple(self.belief.quantile((0.1, 0.5, 0.9)))
            self.belief = None
        return self.spread or ()


_DAYS: Final = 4  # newest days whose beliefs are kept: today's, yesterday's, and an edit of them


def bring_up(
    fit: Fit,
    sets_of: Callable[[Sequence[tuple[str, str]]], Sequence[PerformedSet]],
    facts: ExerciseFacts,
    order: Sequence[tuple[str, str]],
    start: int,
) -> None:
    """Take in the workouts from a place on.

    Args:
        fit: the fit; what it knows of those workouts is forgotten first.
        sets_of: the sets of some workouts, see `iron.training.prescription.build.moving`.
        facts: facts of the exercise.
        order: (start, id) of every workout of the exercise, oldest first.
        start: how many workouts the belief to go on from holds.
    """
    count = len(order)
    _forget(fit, start)
    # A measured depth is judged by the first sets of its line, so these are read again.
    since = 0 if fit.has_depth else start
    ends = [
        number
        for number in range(max(since + 1, count - _DAYS), count + 1)
        if _is_between_days(order, number)
    ]
    seen, believed, seen_at = fit.known[since].seen, [], {}
    for end in ends:
        sets, seen = believable_after(seen, sets_of(order[since:end]), facts)
        fit.has_depth = fit.has_depth or any(set_.depth_value is not None for set_ in sets)
        believed.extend(unmarked(sets, fit.marked))
        seen_at[end], since = seen, end
    efforts: dict[str, list[Effort]] = {}
    days: dict[str, date] = {}
    for day, (workout, effort) in capacity.efforts_of(believed, facts, fit.references):
        efforts.setdefault(workout, []).append(effort)
        days[workout] = day
    state, measured = fit.known[start].strength, fit.known[start].measured
    k = family_k(facts.family, facts.curve_k)
    shown = _shown([efforts.get(workout, []) for _, workout in order[start:]], start)
    for number in range(start, count):
        workout = order[number][1]
        performed = efforts.get(workout, [])
        if performed:
            before, state = state, absorb(state, days[workout], performed, k)
            workout_measured = measured_in(before, state, performed[-1].line)
            measured = measured if workout_measured is None else (*measured[-1:], workout_measured)
        if number + 1 in seen_at:
            fit.known[number + 1] = Known(state, seen_at[number + 1], measured)
        if state is not None:
            for key in dict.fromkeys(effort.line for effort in performed):
                if (number, key) in shown:
                    point = Point(number, days[workout].isoformat(), capacity.belief(state, key))
                    fit.trends.setdefault(key, []).append(point)
    fit.count = count
    wanted = {0, *sorted(fit.known)[-1 - _DAYS :]}
    fit.known = {number: known for number, known in fit.known.items() if number in wanted}
    fit.trends = {key: points[-TREND_POINTS:] for key, points in fit.trends.items() if points}


def _forget(fit: Fit, start: int) -> None:
    """Take out what is known of the workouts from a place on."""
    fit.known = {number: known for number, known in fit.known.items() if number <= start}
    for points in fit.trends.values():
        while points and points[-1].number >= start:
            points.pop()


def _is_between_days(order: Sequence[tuple[str, str]], number: int) -> bool:
    """Whether the workouts before a place are whole days: doubtful sets of a day are judged together."""
    return number in {0, len(order)} or order[number - 1][0][:10] != order[number][0][:10]


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
