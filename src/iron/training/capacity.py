"""Capacity: what the lifter could do, as a 10RM-equivalent with an interval, on one line (training.md 3.1).

The numbers are read from the belief of `strength`: a mixture over curve constants of normal distributions,
each cut off below by what was done. Loads are told as the lifter counts them; the sled and the body are
taken off again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from iron.training.curve import Floats, family_k, normal_cdf
from iron.training.lines import classify_depth, in_time, key_of
from iron.training.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.training.strength import (
    DAY,
    DAY_SD,
    LEVEL,
    LEVEL_WALK,
    OFFSETS,
    TRUSTED_RIR,
    Effort,
    Strength,
    absorb,
    at_day,
    bound_now,
    with_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

INTERVAL: Final = 0.80  # training.md 4: the published interval is the 80 % one
_GRID: Final = 161
_STALE_WEEKS: Final = 4.0  # after this the upper end is called a guess: guess


@dataclass(frozen=True, slots=True)
class Belief:
    """The distribution of log 10RM (moved mass) on one line and day.

    Attributes:
        log_kg: grid of log moved kilograms, shape (members, points).
        mass: probability of each point, summing to 1 over everything.
        k: curve constant of each member.
    """

    log_kg: Floats
    mass: Floats
    k: Floats

    def quantile(self, shares: Sequence[float]) -> list[float]:
        """Quantiles of the moved 10RM [kg]."""
        return _quantiles(self.log_kg, self.mass, shares)

    def reps_quantile(self, moved_kg: float, shares: Sequence[float]) -> list[float]:
        """Quantiles of the reps to failure with a moved load, 0 or more."""
        reps = (self.k[:, None] + 9.0) * np.exp(self.log_kg - math.log(moved_kg)) - self.k[:, None] + 1.0
        order = np.argsort(reps, axis=None)
        total = np.cumsum(self.mass.ravel()[order])
        places = np.searchsorted(total, np.array(shares) * total[-1])
        return [max(0.0, float(reps.ravel()[order[min(place, total.size - 1)]])) for place in places]

    def chance(self, moved_kg: float, reps: float) -> float:
        """Probability of at least this many reps with a moved load when the set is taken to failure."""
        needed = math.log(moved_kg) + np.log((self.k + reps - 1.0) / (self.k + 9.0))
        return float(self.mass[self.log_kg >= needed[:, None]].sum() / self.mass.sum())


@dataclass(frozen=True, slots=True)
class Capacity:
    """A 10RM-equivalent with its 80 % interval, in kilograms as the lifter counts.

    Attributes:
        kg: median; None when it cannot be told, ``basis`` says why.
        low: 10th percentile.
        high: 90th percentile.
        basis: one sentence: what the number stands on.
        one_rep_max: (low, high) of the derived 1RM, only when sets below six reps exist.
    """

    kg: float | None
    low: float | None
    high: float | None
    basis: str
    one_rep_max: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The 10RM-equivalent of a line after one workout [kg as counted]."""

    day: date
    kg: float
    low: float
    high: float


def effort_of(one: PerformedSet, line: str, position: int) -> Effort | None:
    """A performed set as the filter sees it, or None when it cannot speak about strength."""
    if not one.counts or one.moved_kg is None or one.moved_kg <= 0 or one.kind != "working" or not one.reps:
        return None
    reps, rir = float(one.reps), one.rir
    if not (math.isfinite(reps) and math.isfinite(one.moved_kg)) or reps < 1:
        return None
    if rir is not None and not 0 <= rir <= TRUSTED_RIR:
        rir = None
    return Effort(line, one.moved_kg, reps, rir, position, one.rest_s, one.depth_class == "cut")


def workouts_of(
    sets: Iterable[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float] | None = None
) -> list[tuple[date, list[Effort]]]:
    """The usable sets of one exercise, workout by workout, oldest first; depth classed line by line."""
    lines: dict[str, list[PerformedSet]] = {}
    for one in sets:
        lines.setdefault(key_of(one, facts), []).append(one)
    named = {}
    for key, group in lines.items():
        for one in classify_depth(group, (references or {}).get(key)):
            named[one.workout, one.entry, one.position] = (one, key)
    found: dict[str, tuple[date, list[Effort]]] = {}
    for one, key in (
        (named[one.workout, one.entry, one.position]) for one in in_time(pair[0] for pair in named.values())
    ):
        _, efforts = found.setdefault(one.workout, (one.date, []))
        effort = effort_of(one, key, len(efforts))
        if effort is not None:
            efforts.append(effort)
    return [(day, efforts) for day, efforts in found.values() if efforts]


def fit(
    sets: Iterable[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float] | None = None
) -> Strength | None:
    """The belief about one exercise after all its sets, oldest first; None without a usable set."""
    state: Strength | None = None
    k = family_k(facts.family, facts.curve_k)
    for day, efforts in workouts_of(sets, facts, references):
        state = absorb(state, day, efforts, k)
    return state


def belief(state: Strength, line: str, *, today: bool = False) -> Belief:
    """The distribution of the 10RM of one line on the state's day.

    Args:
        state: belief about the exercise; a line it does not know starts from the exercise's level.
        line: line key.
        today: with the day effect that today's sets have shown, for the next set of this workout.
    """
    state = with_line(state, line)
    index = state.lines.index(line)
    row = np.zeros(state.mean.shape[1])
    row[[LEVEL, OFFSETS + index]] = 1.0
    row[DAY] = 1.0 if today else 0.0
    mean = state.mean @ row
    sd = np.sqrt(np.maximum(np.einsum("i,kij,j->k", row, state.cov, row), 1e-8))
    bound = state.bounds[index]
    low = None if bound is None else bound_now(bound, state.day) + (state.mean[:, DAY] if today else 0.0)
    soft = (
        None if bound is None else math.hypot(DAY_SD, LEVEL_WALK * math.sqrt((state.day - bound.day) / 7.0))
    )
    grid, mass = _density(mean, sd, low, soft, np.exp(state.log_weight))
    return Belief(grid, mass, state.k)


def capacity(
    sets: Iterable[PerformedSet],
    facts: ExerciseFacts,
    line: str,
    on: date,
    *,
    body_mass_kg: float | None = None,
    references: Mapping[str, float] | None = None,
) -> Capacity:
    """The 10RM-equivalent of a line on a day, from the sets of its exercise (every line helps its sisters).

    Args:
        sets: sets of one exercise, any order, any line.
        facts: facts of the exercise.
        line: line key.
        on: the day for which it is told.
        body_mass_kg: body mass, to take it off again where the exercise moves the body.
        references: the lifter's own reference depths by line key.
    """
    chosen = list(sets)
    state = fit(chosen, facts, references)
    base = next(
        (one.base_kg for one in reversed(in_time(chosen)) if key_of(one, facts) == line), facts.base_kg
    )
    return told(state, facts, line, on, base_kg=base, body_mass_kg=body_mass_kg)


def told(
    state: Strength | None,
    facts: ExerciseFacts,
    line: str,
    on: date,
    *,
    base_kg: float,
    body_mass_kg: float | None = None,
) -> Capacity:
    """The 10RM-equivalent of a line from a belief, with the sentence that says what it stands on."""
    if state is None:
        return Capacity(None, None, None, _why_unknown(facts, body_mass_kg))
    now = at_day(state, on)
    spread = belief(now, line)
    low, middle, high = (
        counted_kg(moved, facts, base_kg, body_mass_kg) for moved in spread.quantile((0.1, 0.5, 0.9))
    )
    single = None
    if state.low_reps:
        shares = np.log((spread.k + 9.0) / spread.k)[:, None]
        ends = _quantiles(spread.log_kg + shares, spread.mass, (0.1, 0.9))
        single = _pair([counted_kg(moved, facts, base_kg, body_mass_kg) for moved in ends])
    return Capacity(middle, min(low, high), max(low, high), _basis(now, line), single)


def trend(
    sets: Iterable[PerformedSet],
    facts: ExerciseFacts,
    line: str,
    *,
    body_mass_kg: float | None = None,
    references: Mapping[str, float] | None = None,
    last: int = 400,
) -> tuple[TrendPoint, ...]:
    """The 10RM-equivalent after each workout on a line, oldest first, at most the ``last`` newest."""
    chosen = list(sets)
    base = next(
        (one.base_kg for one in reversed(in_time(chosen)) if key_of(one, facts) == line), facts.base_kg
    )
    workouts = workouts_of(chosen, facts, references)
    k = family_k(facts.family, facts.curve_k)
    state: Strength | None = None
    points = []
    first = len(workouts) - last
    for number, (day, efforts) in enumerate(workouts):
        state = absorb(state, day, efforts, k)
        if number < first or state is None or all(one.line != line for one in efforts):
            continue
        ends = [
            counted_kg(moved, facts, base, body_mass_kg)
            for moved in belief(state, line).quantile((0.1, 0.5, 0.9))
        ]
        points.append(TrendPoint(day, ends[1], min(ends), max(ends)))
    return tuple(points)


def counted_kg(moved: float, facts: ExerciseFacts, base_kg: float, body_mass_kg: float | None) -> float:
    """Moved mass back to the load that the lifter counts [kg]; assistance may turn negative (add load)."""
    share = facts.body_share or (1.0 if facts.load_meaning in {"added", ASSISTANCE} else 0.0)
    outside = moved - base_kg - share * (body_mass_kg or 0.0)
    return (-outside if facts.load_meaning == ASSISTANCE else outside) / facts.implements


def _why_unknown(facts: ExerciseFacts, body_mass_kg: float | None) -> str:
    moves_body = facts.body_share > 0 or facts.load_meaning in {"added", ASSISTANCE}
    if moves_body and body_mass_kg is None:
        return "I do not know yet: this exercise moves your body. Enter your body mass and I can tell."
    return "I do not know yet: log a working set with load and reps here."


def _basis(state: Strength, line: str) -> str:
    if line not in state.line_days:
        return "A guess from your other lines of this exercise: nothing was done here yet."
    if state.measured == 0 or state.measured_day is None:
        return "The low end is what you did; no set says how near failure it was, so the high end is a guess."
    weeks = (state.day - state.measured_day) / 7.0
    count = f"{state.measured} set{'s' if state.measured > 1 else ''} with reps in reserve"
    if weeks > _STALE_WEEKS:
        return f"From {count}; the last was {weeks:.0f} weeks ago, so the upper end is a guess."
    return f"From {count}, the last {(state.day - state.measured_day)} days ago."


def _density(
    mean: Floats, sd: Floats, low: Floats | None, soft: float | None, weights: Floats
) -> tuple[Floats, Floats]:
    """Normal densities on a grid, multiplied by a soft step at the lower bound, each member normalised."""
    start = mean if low is None else np.maximum(mean, low)
    steps = np.linspace(-4.5, 4.5, _GRID)
    grid = start[:, None] + sd[:, None] * steps
    mass = np.exp(-0.5 * ((grid - mean[:, None]) / sd[:, None]) ** 2)
    if low is not None and soft is not None:
        mass *= normal_cdf((grid - low[:, None]) / max(soft, 1e-6))
    mass *= (weights / np.maximum(mass.sum(axis=1), 1e-300))[:, None]
    return grid, mass / mass.sum()


def _quantiles(log_kg: Floats, mass: Floats, shares: Sequence[float]) -> list[float]:
    order = np.argsort(log_kg, axis=None)
    total = np.cumsum(mass.ravel()[order])
    values = np.interp(np.array(shares) * total[-1], total, log_kg.ravel()[order])
    return [float(value) for value in np.exp(values)]


def _pair(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)
