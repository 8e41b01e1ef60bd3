"""The state of one exercise: a bank of filters over the curve constant, absorbed workout by workout.

State of every bank member: level a = log 10RM of moved mass, weekly trend g, day effect d, RIR bias b, set
fatigue p, and one offset u for each line (training.md 3.1). A set with RIR (or RIR 0) is a measurement; a
set without is a lower bound and nothing else: it can raise what we believe, it can never make us surer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from iron.training.curve import Floats, bank
from iron.training.lines import parse_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

LEVEL, TREND, DAY, BIAS, FATIGUE, OFFSETS = 0, 1, 2, 3, 4, 5

# Priors. "3.1" etc. are sections of training.md; guesses say so.
LEVEL_SD: Final = (
    0.20  # first session: guess, wide enough for two reps in reserve more or less and a strange machine
)
LEVEL_SD_MOST: Final = (
    0.25  # however long nothing is measured: nobody trains with half his strength in reserve; guess
)
LEVEL_WALK: Final = 0.015  # per sqrt(week): 3.1 gives 1-2.5 %
TREND_MEAN: Final = 0.002  # per week: 3.1, the later value (0.7 % early, 0.2 % later)
TREND_SD: Final = 0.004  # 2.5: quartiles of the weekly slope 0.0 to 2.4 % early, 0.0 to 0.6 % later
TREND_WALK: Final = 0.001  # per sqrt(week): guess
TREND_KEEP: Final = 0.97  # damping per week: guess
DAY_SD: Final = 0.025  # 3.1: 2-3 %
BIAS_MEAN: Final = 0.95  # reps under-predicted: 1.3, Halperin 2022 (0.17-1.73)
BIAS_SD: Final = 0.7  # between lifters: guess, about the half width of that interval
FATIGUE_MEAN: Final = 0.068  # McKusick 2015 in 1.2: 12.4, 10.4, 9.5 reps at K = 45 are drops of 3.6 and 5.3 %
FATIGUE_SD: Final = 0.03  # guess
FATIGUE_KEEP: Final = 0.47  # the same three sets: f_j = -p (1 - 0.47^j)
REST_REFERENCE_S: Final = (
    180.0  # fatigue grows as rest shrinks, by its square root: guess after Fig. in 1.5 (JSSM 12)
)
TAU_SETUP: Final = 0.06  # 3.1: between foot positions
TAU_MACHINE: Final = 0.15  # 3.1: between machines
ONE_SIDE: Final = (-0.6, 0.15)  # log of one side over both (0.55), and its sd: guess
CUT_MEAN: Final = 0.288  # -log(0.75): 1.5, coaching practice, mean -25 %
CUT_SD: Final = 0.08  # the same: sd 6 % of load
GAP_FREE_WEEKS: Final = 2.0  # 3.3: a gap is more than 14 days
GAP_LOSS: Final = 0.01  # of the level per week beyond: guess (advice uses the larger 2.5 % of 3.3)
GAP_LOSS_MOST: Final = 0.10  # guess
EFFORT_RIR: Final = 2.0  # reps assumed in reserve when the very first set says nothing: guess
TRUSTED_RIR: Final = 4.0  # 1.3: nothing above 4 RIR is a measurement
GATE: Final = 4.0  # sd: a set this far off waits for a second workout that agrees (a typo never gets one)
BOUND_GATE: Final = 2.5  # sd: the same for lower bounds
IMPLAUSIBLE: Final = (
    0.9  # log: two workouts in a row below 40 % of the level mean that the level was a typo: guess
)


@dataclass(frozen=True, slots=True)
class Effort:
    """One set as the filter sees it.

    Attributes:
        line: line key.
        moved_kg: moved mass [kg], above 0.
        reps: reps done, 1 or more.
        rir: reps in reserve, None when nothing says how near failure the set ended.
        position: working sets of this exercise done before it in the workout.
        rest_s: rest before it [s], None when not logged.
        cut: depth was cut.
    """

    line: str
    moved_kg: float
    reps: float
    rir: float | None = None
    position: int = 0
    rest_s: float | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """The highest lower bound of a line, one value for each bank member, and the day it was set."""

    log_kg: Floats
    day: int


@dataclass(frozen=True, slots=True)
class Strength:
    """What is believed about one exercise after some workouts; immutable, absorb returns a new one."""

    k: Floats
    log_weight: Floats
    mean: Floats
    cov: Floats
    lines: tuple[str, ...]
    bounds: tuple[Bound | None, ...]
    day: int
    cut_mean: float = CUT_MEAN
    cut_var: float = CUT_SD**2
    waiting: tuple[int, float] | None = None
    measured: int = 0
    measured_day: int | None = None
    low_reps: bool = False
    workouts: int = 0
    line_days: dict[str, int] = field(default_factory=dict)


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
    usable = [one for one in efforts if one.moved_kg > 0 and 1 <= one.reps <= _MOST_REPS]
    if not usable:
        return state
    full = [one for one in usable if not one.cut]
    if state is None or (full and _is_implausible(state, full)):
        if not full:
            return state
        state = _first(day.toordinal(), full, k)
    moved = _to_day(state, day.toordinal())
    for one in usable:
        moved = _with_line(moved, one.line)
        moved = _cut_set(moved, one) if one.cut else _full_set(moved, one)
    days = {**moved.line_days, **{one.line: moved.day for one in usable}}
    return replace(moved, workouts=moved.workouts + 1, line_days=days)


_MOST_REPS: Final = 100  # above this a set says nothing about strength: guess


def _first(day: int, efforts: Sequence[Effort], k: float) -> Strength:
    values, log_weight = bank(k)
    size = len(values)
    rir = [EFFORT_RIR if one.rir is None else min(one.rir, TRUSTED_RIR) for one in efforts]
    levels = [
        math.log(one.moved_kg) + np.log((values + one.reps + left - 1.0) / (values + 9.0))
        for one, left in zip(efforts, rir, strict=True)
    ]
    mean = np.zeros((size, OFFSETS))
    # The upper median, not the best: one mistyped load among several must not set the level.
    mean[:, LEVEL] = np.sort(np.array(levels), axis=0)[len(levels) // 2]
    mean[:, TREND], mean[:, BIAS], mean[:, FATIGUE] = TREND_MEAN, BIAS_MEAN, FATIGUE_MEAN
    variances = np.array([LEVEL_SD, TREND_SD, DAY_SD, BIAS_SD, FATIGUE_SD]) ** 2
    cov = np.broadcast_to(np.diag(variances), (size, OFFSETS, OFFSETS)).copy()
    return Strength(values, log_weight, mean, cov, (), (), day)


def _to_day(state: Strength, day: int) -> Strength:
    """Carry the belief to another day: trend, random walk, a gap's loss, and a fresh day effect."""
    weeks = max(0, day - state.day) / 7.0
    mean, cov = state.mean.copy(), state.cov.copy()
    if weeks > 0:
        run = min(weeks, GAP_FREE_WEEKS)
        keep = TREND_KEEP**weeks
        away = weeks - run
        mean[:, LEVEL] += run * mean[:, TREND] - min(GAP_LOSS_MOST, GAP_LOSS * away)
        mean[:, TREND] *= keep
        cov[:, LEVEL, :] += run * cov[:, TREND, :]
        cov[:, :, LEVEL] += run * cov[:, :, TREND]
        cov[:, TREND, :] *= keep
        cov[:, :, TREND] *= keep
        cov[:, LEVEL, LEVEL] += LEVEL_WALK**2 * weeks + min(GAP_LOSS_MOST, GAP_LOSS * away) ** 2
        cov[:, TREND, TREND] += TREND_WALK**2 * weeks
        mean[:, DAY] = 0.0
        cov[:, DAY, :] = 0.0
        cov[:, :, DAY] = 0.0
        cov[:, DAY, DAY] = DAY_SD**2
        shrink = np.minimum(1.0, LEVEL_SD_MOST / np.sqrt(cov[:, LEVEL, LEVEL]))
        cov[:, LEVEL, :] *= shrink[:, None]
        cov[:, :, LEVEL] *= shrink[:, None]
    return replace(state, mean=mean, cov=cov, day=max(day, state.day))


def at_day(state: Strength, day: date) -> Strength:
    """The belief carried to a later day without new sets: the level drifts, the interval widens."""
    return _to_day(state, day.toordinal())


def with_line(state: Strength, line: str) -> Strength:
    """The belief with a line added at its prior when it is new (training.md 3.1: partial pooling)."""
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


def fatigue_share(position: int, rest_s: float | None) -> float:
    """How much of the set fatigue p a set carries: (1 − 0.47^j) × sqrt(180 s / rest), rest 45 to 720 s."""
    if position <= 0:
        return 0.0
    rest = (
        1.0 if rest_s is None or rest_s <= 0 else math.sqrt(REST_REFERENCE_S / min(max(rest_s, 45.0), 720.0))
    )
    return (1.0 - FATIGUE_KEEP**position) * rest


def noise_reps(reps: float, rir: float) -> float:
    """Standard deviation of the reps to failure that a measured set tells [reps].

    At RIR 0 test-retest 0.7 heavy to 1.1 light (training.md 1.2, Mitter 2022); with reps left 0.8 + 0.25
    RIR, and 0.3 more for each rep above 12 (training.md 1.3).
    """
    if rir <= 0:
        return 0.7 + 0.4 * min(max((reps - 4.0) / 8.0, 0.0), 1.0)
    return 0.8 + 0.25 * rir + 0.3 * max(0.0, reps - 12.0)


def _row(state: Strength, one: Effort) -> tuple[Floats, Floats]:
    """What the state says the set's log 10RM should be, and the observation row."""
    size, length = state.mean.shape
    row = np.zeros((size, length))
    row[:, LEVEL] = row[:, DAY] = 1.0
    row[:, OFFSETS + state.lines.index(one.line)] = 1.0
    row[:, FATIGUE] = -fatigue_share(one.position, one.rest_s)
    expected: Floats = (row * state.mean).sum(axis=1)
    return expected, row


def _full_set(state: Strength, one: Effort) -> Strength:
    if one.rir is None or one.rir > TRUSTED_RIR:
        return _bounded(state, one)
    return _measured(state, one, max(one.rir, 0.0))


def _measured(state: Strength, one: Effort, rir: float) -> Strength:
    expected, row = _row(state, one)
    bias = state.mean[:, BIAS] if rir > 0 else 0.0
    to_failure = np.maximum(one.reps + rir + bias, one.reps)
    slope = 1.0 / (state.k + to_failure - 1.0)
    if rir > 0:
        row[:, BIAS] = -slope
    innovation = math.log(one.moved_kg) - np.log(slope * (state.k + 9.0)) - expected
    gain = np.einsum("kij,kj->ki", state.cov, row)
    spread = (row * gain).sum(axis=1) + (noise_reps(one.reps, rir) * slope) ** 2
    weights = np.exp(state.log_weight)
    if float(weights @ (innovation**2 / spread)) > GATE**2:
        return _surprised(state, float(weights @ innovation), raises=False)
    gain /= spread[:, None]
    mean = state.mean + gain * innovation[:, None]
    cov = state.cov - gain[:, :, None] * gain[:, None, :] * spread[:, None, None]
    log_weight = state.log_weight - 0.5 * (innovation**2 / spread + np.log(spread))
    log_weight = log_weight - (log_weight.max() + math.log(np.exp(log_weight - log_weight.max()).sum()))
    return replace(
        state,
        mean=mean,
        cov=cov,
        log_weight=log_weight,
        measured=state.measured + 1,
        measured_day=state.day,
        low_reps=state.low_reps or one.reps + rir < _LOW_REPS,
        waiting=state.waiting if state.waiting and state.waiting[0] == state.day else None,
    )


_LOW_REPS: Final = 6  # training.md 3.1: the 1RM is shown only when a set below 6 reps exists


def _bounded(state: Strength, one: Effort) -> Strength:
    """A set that says only "at least": raise the bound and, where the level lies below it, the level.

    The covariance is left alone: such sets may never narrow the interval (training.md 3.1).
    """
    expected, row = _row(state, one)
    told = math.log(one.moved_kg) + np.log((state.k + one.reps - 1.0) / (state.k + 9.0))
    beyond = told - expected
    weights = np.exp(state.log_weight)
    mean_beyond = float(weights @ beyond)
    if mean_beyond > 0:
        spread = np.einsum("ki,kij,kj->k", row, state.cov, row)
        if mean_beyond > BOUND_GATE * math.sqrt(float(weights @ spread)):
            return _surprised(state, mean_beyond, raises=True)
    index = state.lines.index(one.line)
    # The bound speaks about the fresh level of the line; of the fatigue only what is fairly sure is given
    # back.
    sure = np.maximum(state.mean[:, FATIGUE] - np.sqrt(state.cov[:, FATIGUE, FATIGUE]), 0.0)
    fresh = told - row[:, FATIGUE] * sure - state.mean[:, DAY]
    held = state.bounds[index]
    if held is None or float(weights @ fresh) >= float(weights @ bound_now(held, state.day)):
        bounds = list(state.bounds)
        bounds[index] = Bound(fresh, state.day)
        state = replace(state, bounds=tuple(bounds))
    if mean_beyond <= 0:
        return state
    mean = state.mean.copy()
    mean[:, LEVEL] += np.maximum(beyond, 0.0)
    return replace(state, mean=mean)


def bound_now(bound: Bound, day: int) -> Floats:
    """A lower bound on a later day: it sinks by one sd of the random walk and by the loss of a gap."""
    weeks = max(0, day - bound.day) / 7.0
    return (
        bound.log_kg
        - LEVEL_WALK * math.sqrt(weeks)
        - min(GAP_LOSS_MOST, GAP_LOSS * max(0.0, weeks - GAP_FREE_WEEKS))
    )


def _surprised(state: Strength, beyond: float, *, raises: bool) -> Strength:
    """Keep a set that does not fit waiting; let the level go when a second workout says the same."""
    held = state.waiting
    if held is None or held[0] == state.day or held[1] * beyond < 0:
        first = held is not None and held[0] != state.day
        return state if held is not None and not first else replace(state, waiting=(state.day, beyond))
    jump = math.copysign(min(abs(held[1]), abs(beyond)), beyond)
    mean, cov = state.mean.copy(), state.cov.copy()
    mean[:, LEVEL] += jump if raises else jump / 2.0
    cov[:, LEVEL, LEVEL] += max(jump**2 / 4.0, LEVEL_SD**2 / 4.0)
    return replace(state, mean=mean, cov=cov, waiting=None)


def _is_implausible(state: Strength, efforts: Sequence[Effort]) -> bool:
    """Whether the only workout so far was a typo: all sets on its lines now lie below 40 % of it."""
    if state.measured or state.workouts > 1:
        return False
    weights = np.exp(state.log_weight)
    level = float(weights @ state.mean[:, LEVEL])
    known = [one for one in efforts if one.line in state.lines]
    return bool(known) and all(
        level - (math.log(one.moved_kg) + float(weights @ np.log((state.k + one.reps - 1) / (state.k + 9))))
        > IMPLAUSIBLE
        for one in known
    )


def _cut_set(state: Strength, one: Effort) -> Strength:
    """Learn from a cut set only how much more this lifter loads when he cuts; level and bounds never move."""
    if one.rir is None or one.rir > TRUSTED_RIR:
        return state
    expected, row = _row(state, one)
    weights = np.exp(state.log_weight)
    to_failure = one.reps + one.rir + (state.mean[:, BIAS] if one.rir > 0 else 0.0)
    told = math.log(one.moved_kg) + np.log((state.k + to_failure - 1.0) / (state.k + 9.0))
    seen = float(weights @ (told - expected))
    noise = noise_reps(one.reps, one.rir) / (float(weights @ state.k) + one.reps)
    spread = float(weights @ np.einsum("ki,kij,kj->k", row, state.cov, row)) + noise**2
    if abs(seen - state.cut_mean) > GATE * math.sqrt(spread + state.cut_var):
        return state
    gain = state.cut_var / (state.cut_var + spread)
    return replace(
        state, cut_mean=state.cut_mean + gain * (seen - state.cut_mean), cut_var=(1.0 - gain) * state.cut_var
    )
