"""Capacity: what the lifter could do, as a 10RM-equivalent with an interval, on one line.

See docs/evidence.md#strength-state.

The numbers are read from the belief of `strength`: a mixture over curve constants of normal distributions,
each cut off below by the reps of the set. Loads are given as the lifter counts them; the sled and the body are
taken off again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from iron.knowledge import messages
from iron.training.history.lines import classify_depth, in_time, key_of
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.training.strength.belief import absorb, at_day, with_line
from iron.training.strength.curve import Floats, family_k
from iron.training.strength.line_belief import LineBelief
from iron.training.strength.state import (
    BIAS,
    DAY_SD,
    FATIGUE,
    LEVEL,
    MODEL_SD,
    OFFSETS,
    Effort,
    Strength,
    bound_now,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

_STALE_WEEKS: Final = 4.0  # after this the upper end is called a guess: guess


@dataclass(frozen=True, slots=True)
class Capacity:
    """A 10RM-equivalent with its 80 % interval, in kilograms as the lifter counts.

    Attributes:
        kg: median; None when it is not known, ``reason`` says why.
        low: 10th percentile.
        high: 90th percentile.
        reason: code and values of the sentence that says what the number stands on (`iron.knowledge.messages`).
        one_rep_max: (low, high) of the derived 1RM, only when sets below six reps exist.
    """

    kg: float | None
    low: float | None
    high: float | None
    reason: dict[str, Any]
    one_rep_max: tuple[float, float] | None = None

    @property
    def basis(self) -> str:
        """What the number stands on, in words."""
        return messages.render(**self.reason)


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The 10RM-equivalent of a line after one workout [kg as counted]."""

    day: date
    kg: float
    low: float
    high: float


def effort_of(set_: PerformedSet, line: str, position: int) -> Effort | None:
    """A performed set as the filter sees it, or None when it cannot speak about strength."""
    if (
        set_.kind != "working"
        or set_.moved_kg is None
        or set_.moved_kg <= 0
        or not set_.counts
        or not set_.reps
    ):
        return None
    reps, rir = float(set_.reps), set_.rir
    if not (math.isfinite(reps) and math.isfinite(set_.moved_kg)) or reps < 1:
        return None
    if rir is not None and not 0 <= rir <= 10:
        rir = None
    return Effort(
        line, set_.moved_kg, reps, rir, position, set_.rest_s, set_.depth_class == "cut", set_.failure
    )


def workouts_of(
    sets: Iterable[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float] | None = None
) -> list[tuple[date, list[Effort]]]:
    """The usable sets of one exercise, workout by workout, oldest first; depth classed line by line."""
    workouts: dict[str, tuple[date, list[Effort]]] = {}
    for day, (workout, effort) in efforts_of(sets, facts, references):
        workouts.setdefault(workout, (day, []))[1].append(effort)
    return list(workouts.values())


def efforts_of(
    sets: Iterable[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float] | None = None
) -> Iterator[tuple[date, tuple[str, Effort]]]:
    """The usable sets of one exercise in time: date, id of the workout, effort; depth classed line by line."""
    ordered = in_time(sets)
    keys = [key_of(set_, facts) for set_ in ordered]
    if references or any(set_.depth_value is not None and not set_.depth_said for set_ in ordered):
        ordered = _classed(ordered, keys, references or {})
    places: dict[str, int] = {}
    for set_, key in zip(ordered, keys, strict=True):
        place = places.get(set_.workout, 0)
        effort = effort_of(set_, key, place)
        if effort is not None:
            places[set_.workout] = place + 1
            yield set_.date, (set_.workout, effort)


def _classed(
    ordered: Sequence[PerformedSet], keys: Sequence[str], references: Mapping[str, float]
) -> list[PerformedSet]:
    """Sets in time with their depth classed, each on its line."""
    lines: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        lines.setdefault(key, []).append(place)
    result = list(ordered)
    for key, places in lines.items():
        classed = classify_depth([ordered[place] for place in places], references.get(key))
        for place, set_ in zip(places, classed, strict=True):
            result[place] = set_
    return result


def fit(
    sets: Iterable[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float] | None = None
) -> Strength | None:
    """The belief about one exercise after all its sets, oldest first; None without a usable set."""
    state: Strength | None = None
    k = family_k(facts.family, facts.curve_k)
    for day, efforts in workouts_of(sets, facts, references):
        state = absorb(state, day, efforts, k)
    return state


def belief(state: Strength, line: str) -> LineBelief:
    """What is believed about the 10RM of one line on the state's day, ready for a screen or the phone.

    Args:
        state: belief about the exercise; a line it does not know starts from the exercise's level.
        line: line key.
    """
    state = with_line(state, line)
    place = OFFSETS + state.lines.index(line)
    cov = state.cov
    variance = cov[:, LEVEL, LEVEL] + cov[:, place, place] + 2.0 * cov[:, LEVEL, place]
    bound = state.bounds[place - OFFSETS]
    # The same softness however old the bound is: age lowers it (`bound_now`); softer too, a fresh bound a little above
    # an old one could lower the median.
    soft = 0.0 if bound is None else DAY_SD
    weights = np.exp(state.log_weight)
    return LineBelief(
        k=_listed(state.k),
        weight=_listed(weights / weights.sum()),
        mean=_listed(state.mean[:, LEVEL] + state.mean[:, place]),
        sd=_listed(np.sqrt(np.maximum(variance, 0.0) + MODEL_SD**2)),
        low=None if bound is None else _listed(bound_now(bound, state.day)),
        soft=soft,
        fatigue=float(weights @ state.mean[:, FATIGUE]),
        bias=float(weights @ state.mean[:, BIAS]),
        bias_sd=math.sqrt(max(0.0, float(weights @ cov[:, BIAS, BIAS]))),
        cut=state.cut_mean,
    )


def _listed(values: Floats) -> tuple[float, ...]:
    return tuple(values.tolist())


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
        on: the day of the estimate.
        body_mass_kg: body mass, to take it off again where the exercise moves the body.
        references: the lifter's own reference depths by line key.
    """
    chosen = list(sets)
    state = fit(chosen, facts, references)
    base = next(
        (set_.base_kg for set_ in reversed(in_time(chosen)) if key_of(set_, facts) == line), facts.base_kg
    )
    return from_state(state, facts, line, on, base_kg=base, body_mass_kg=body_mass_kg)


def from_state(
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
        ends = spread.one_rep_max((0.1, 0.9))
        single = _pair([counted_kg(moved, facts, base_kg, body_mass_kg) for moved in ends])
    return Capacity(middle, min(low, high), max(low, high), _reason(now, line), single)


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
        (set_.base_kg for set_ in reversed(in_time(chosen)) if key_of(set_, facts) == line), facts.base_kg
    )
    workouts = workouts_of(chosen, facts, references)
    k = family_k(facts.family, facts.curve_k)
    state: Strength | None = None
    points = []
    first = len(workouts) - last
    for number, (day, efforts) in enumerate(workouts):
        state = absorb(state, day, efforts, k)
        if number < first or state is None or all(effort.line != line for effort in efforts):
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


def _why_unknown(facts: ExerciseFacts, body_mass_kg: float | None) -> dict[str, Any]:
    moves_body = facts.body_share > 0 or facts.load_meaning in {"added", ASSISTANCE}
    code = "basis-no-body-mass" if moves_body and body_mass_kg is None else "basis-no-set"
    return {"code": code, "values": {}}


def _reason(state: Strength, line: str) -> dict[str, Any]:
    """Code and values of what a number stands on."""
    if line not in state.line_days:
        return {"code": "basis-other-lines", "values": {}}
    if state.measured == 0 or state.measured_day is None:
        return {"code": "basis-bound", "values": {}}
    days = state.day - state.measured_day
    if days / 7.0 > _STALE_WEEKS:
        return {"code": "basis-stale", "values": {"count": state.measured, "weeks": round(days / 7.0)}}
    return {"code": "basis-measured", "values": {"count": state.measured, "days": days}}


def _pair(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)
