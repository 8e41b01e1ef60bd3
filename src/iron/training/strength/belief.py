"""The belief about one exercise, absorbed workout by workout: a bank of filters over the curve constant.

A set with RIR (or RIR 0) is a measurement; a set without is a lower bound and nothing else: it can raise what we
believe, it can never make us surer (docs/evidence.md#strength-state).
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from iron.training.history.lines import parse_key
from iron.training.strength.curve import bank
from iron.training.strength.filter_step import Workout
from iron.training.strength.state import (
    BIAS,
    BIAS_MEAN,
    BIAS_SD,
    DAY,
    DAY_SD,
    EFFORT_RIR,
    FATIGUE,
    FATIGUE_MEAN,
    FATIGUE_SD,
    GAP_FREE_WEEKS,
    IMPLAUSIBLE,
    LEVEL,
    LEVEL_SD,
    LEVEL_SD_MOST,
    LEVEL_WALK,
    MOST_REPS,
    OFFSETS,
    ONE_SIDE,
    TAU_MACHINE,
    TAU_SETUP,
    TREND,
    TREND_KEEP,
    TREND_MEAN,
    TREND_SD,
    TREND_WALK,
    TRUSTED_RIR,
    YOUNG,
    Effort,
    Strength,
    lost,
)

__all__ = ["Strength", "absorb", "at_day", "with_line"]

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from iron.training.strength.curve import Floats


def absorb(state: Strength | None, day: date, efforts: Sequence[Effort], k: float) -> Strength | None:
    """Take in the sets of one workout, in the order in which they were done.

    Args:
        state: belief before, None for none.
        day: local date; an earlier date than the last one counts as the same day.
        efforts: usable sets of this exercise, see `Effort`.
        k: prior of the curve constant.

    Returns:
        The new belief; the old one when there is nothing to learn from.
    """
    usable = [effort for effort in efforts if effort.moved_kg > 0 and 1 <= effort.reps <= MOST_REPS]
    full = [effort for effort in usable if not effort.cut]
    if not usable or (state is None and not full):
        return state
    if state is None or (full and _is_implausible(state, full)):
        state = _first(day.toordinal(), full, k)
    today = max(day.toordinal(), state.day)
    work = _through(state, today, usable)
    if work.contradicts and state.workouts < YOUNG:
        # One or two older workouts say less about today than sets that agree with each other.
        work = _through(_first(today, full, k), today, usable)
    return work.belief({effort.line: today for effort in usable})


def _through(state: Strength, day: int, efforts: Sequence[Effort]) -> Workout:
    """A belief carried to a day, and the sets of the day taken in."""
    state = _to_day(state, day)
    for line in dict.fromkeys(effort.line for effort in efforts):
        state = _with_line(state, line)
    work = Workout(state)
    for effort in efforts:
        work.take(effort)
    return work


def _first(day: int, efforts: Sequence[Effort], k: float) -> Strength:
    values, log_weight = bank(k)
    size = len(values)
    rir = [EFFORT_RIR if effort.rir is None else min(effort.rir, TRUSTED_RIR) for effort in efforts]
    levels = [
        math.log(effort.moved_kg) + np.log((values + effort.reps + left - 1.0) / (values + 9.0))
        for effort, left in zip(efforts, rir, strict=True)
    ]
    mean = np.zeros((size, OFFSETS))
    # The upper median, not the best: one mistyped load among several must not set the level.
    mean[:, LEVEL] = np.sort(np.array(levels), axis=0)[len(levels) // 2]
    mean[:, TREND], mean[:, BIAS], mean[:, FATIGUE] = TREND_MEAN, BIAS_MEAN, FATIGUE_MEAN
    variances = np.array([LEVEL_SD, TREND_SD, DAY_SD, BIAS_SD, FATIGUE_SD]) ** 2
    cov = np.broadcast_to(np.diag(variances), (size, OFFSETS, OFFSETS)).copy()
    return Strength(values, log_weight, mean, cov, (), (), day)


@lru_cache(maxsize=1024)
def _passing(length: int, weeks: float) -> tuple[Floats, Floats]:
    """What some weeks do to the state: its transition and the covariance that they add; not to be changed."""
    transition, added = np.eye(length), np.zeros((length, length))
    transition[LEVEL, TREND] = min(weeks, GAP_FREE_WEEKS)
    transition[TREND, TREND] = TREND_KEEP**weeks
    transition[DAY, DAY] = 0.0
    added[LEVEL, LEVEL] = LEVEL_WALK**2 * weeks + lost(weeks) ** 2
    added[TREND, TREND] = TREND_WALK**2 * weeks
    added[DAY, DAY] = DAY_SD**2
    return transition, added


def _to_day(state: Strength, day: int) -> Strength:
    """Carry the belief to another day: trend, random walk, a gap's loss, and a fresh day effect."""
    weeks = max(0, day - state.day) / 7.0
    if weeks > 0:
        transition, added = _passing(state.mean.shape[1], weeks)
        gone = lost(weeks)
        mean = state.mean @ transition.T
        mean[:, LEVEL] -= gone
        cov = transition @ state.cov @ transition.T
        cov += added
        most, variances = max(LEVEL_SD_MOST, gone), cov[:, LEVEL, LEVEL]
        if variances.max() > most**2:
            shrink = np.minimum(1.0, most / np.sqrt(variances))
            cov[:, LEVEL, :] *= shrink[:, None]
            cov[:, :, LEVEL] *= shrink[:, None]
    else:
        mean, cov = state.mean.copy(), state.cov.copy()
    return replace(state, mean=mean, cov=cov, day=max(day, state.day))


def at_day(state: Strength, day: date) -> Strength:
    """The belief carried to a later day without new sets: the level drifts, the interval widens."""
    return _to_day(state, day.toordinal())


def with_line(state: Strength, line: str) -> Strength:
    """The belief with a line added at its prior when it is new (docs/evidence.md#strength-state: partial pooling)."""
    return _with_line(state, line)


def _with_line(state: Strength, line: str) -> Strength:
    if line in state.lines:
        return state
    offset, tau = _line_prior(line, state.lines)
    size, length = state.mean.shape
    mean = np.zeros((size, length + 1))
    mean[:, :length] = state.mean
    mean[:, length] = offset
    cov = np.zeros((size, length + 1, length + 1))
    cov[:, :length, :length] = state.cov
    cov[:, length, length] = tau**2
    return replace(state, mean=mean, cov=cov, lines=(*state.lines, line), bounds=(*state.bounds, None))


def _line_prior(line: str, others: Sequence[str]) -> tuple[float, float]:
    if not others:
        return 0.0, TAU_SETUP
    parts, known = parse_key(line), [parse_key(other) for other in others]
    main = known[0]
    tau = TAU_SETUP if any(parts.machine == other.machine for other in known) else TAU_MACHINE
    if parts.side == main.side or "both" not in {parts.side, main.side}:
        return 0.0, tau
    sign = 1.0 if main.side == "both" else -1.0
    return sign * ONE_SIDE[0], math.hypot(ONE_SIDE[1], tau)


def _is_implausible(state: Strength, efforts: Sequence[Effort]) -> bool:
    """Whether the only workout so far was a typo: all sets on its lines now lie below 40 % of it."""
    if state.measured or state.workouts > 1:
        return False
    weights = np.exp(state.log_weight)
    level = float(weights @ state.mean[:, LEVEL])
    known = [effort for effort in efforts if effort.line in state.lines]
    return bool(known) and all(
        level
        - (math.log(effort.moved_kg) + float(weights @ np.log((state.k + effort.reps - 1) / (state.k + 9))))
        > IMPLAUSIBLE
        for effort in known
    )
