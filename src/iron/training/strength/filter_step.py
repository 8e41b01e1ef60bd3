"""One workout going through the filters of an exercise: the inner loop of `strength`.

Scratch for a single workout: arrays are updated in place, set by set, and read out once as a new belief. For a set
of moved mass w with n reps to failure the observation is log w - log((K + 9) / (K + n - 1)) = a + d + u + f, linear
in the state but for the RIR bias, which enters by the slope 1 / (K + n - 1).
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from iron.training.strength.state import (
    BIAS,
    BOUND_GATE,
    BOUND_MARGIN,
    DAY,
    DAY_SD,
    FAILED_EVIDENCE,
    FATIGUE,
    GATE,
    LEVEL,
    LEVEL_SD,
    LOW_REPS,
    MOST_REPS,
    OFFSETS,
    SAID_EVIDENCE,
    SLOW_SHARE,
    TREND,
    TRUSTED_RIR,
    Bound,
    Effort,
    Strength,
    bias_share,
    bound_now,
    fatigue_share,
    least_left,
    noise_reps,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.training.strength.curve import Floats


@lru_cache(maxsize=64)
def _log_k9(bank: tuple[float, ...]) -> Floats:
    """Logs of K + 9 of every bank member; not to be changed."""
    return np.log(np.array(bank) + 9.0)


@lru_cache(maxsize=4096)
def _bound_terms(bank: tuple[float, ...], reps: float, left: float) -> Floats:
    """What a lower bound takes from reps alone: log ((K + n - 1) / (K + 9)) less a set's luck; not to be changed.

    The best of many noisy sets flatters: a bound counts only beyond a day's form and a set's luck.
    """
    to_failure = np.array(bank) + (reps + left - 1.0)
    luck = BOUND_MARGIN * np.hypot(DAY_SD, noise_reps(reps, left) / to_failure)
    terms: Floats = np.log(to_failure) - _log_k9(bank) - luck
    return terms


@lru_cache(maxsize=1024)
def _look(length: int, place: int, tired: float) -> Floats:
    """How the log load of a set hangs on the state, its bias left out; not to be changed."""
    look = np.zeros(length)
    look[[LEVEL, DAY, place]] = 1.0
    look[FATIGUE] = -tired
    return look


@lru_cache(maxsize=64)
def _learning(length: int, failed: bool) -> tuple[Floats, Floats]:  # noqa: FBT001 - a key of the cache
    """Which part of its gain each state takes from a measured set, and each covariance; not to be changed.

    Joseph's form with a gain taken in parts s: the covariance of i and j falls by s_i + (1 - s_i) s_j of what the whole
    gain would take.
    """
    shares = np.ones(length)
    shares[[BIAS, FATIGUE]] = SLOW_SHARE if failed else 0.0
    return shares, shares[:, None] + (1.0 - shares)[:, None] * shares


class Workout:
    """The filters of one exercise during one workout.

    Invariant: a set without trusted RIR never changes a covariance downwards; a cut set never moves a level.
    """

    __slots__ = (
        "_bank",
        "_bounds",
        "_cov",
        "_cut",
        "_fitting",
        "_levels",
        "_log_k9",
        "_log_weight",
        "_low",
        "_mean",
        "_measured",
        "_start",
        "_sure",
        "_surprises",
        "_usual_k",
        "_waiting",
        "_weights",
    )

    def __init__(self, start: Strength) -> None:
        self._start = start
        self._mean = start.mean.copy()
        self._cov = start.cov.copy()
        self._log_weight = start.log_weight
        self._weights: Floats = np.exp(start.log_weight)
        self._bounds = list(start.bounds)
        self._waiting = start.waiting
        self._measured = 0
        self._fitting = 0
        self._surprises: list[float] = []
        self._low = start.low_reps
        self._cut = (start.cut_mean, start.cut_var)
        self._bank = tuple(start.k.tolist())
        self._log_k9 = _log_k9(self._bank)
        self._usual_k = float(self._weights @ start.k)
        self._sure: Floats | None = None
        self._levels: dict[int, tuple[Floats, Floats]] = {}

    def take(self, effort: Effort) -> None:
        """Take in one set; its line must be known to the belief."""
        place = OFFSETS + self._start.lines.index(effort.line)
        tired = fatigue_share(effort.position, effort.rest_s)
        trusted = effort.rir is not None and effort.rir <= TRUSTED_RIR
        if effort.cut:
            if trusted:
                self._cut_set(effort, place, tired)
        elif trusted:
            self._measure(effort, place, tired)
        else:
            if effort.rir is not None:
                self._much_left(effort, place, tired)
            self._bound(effort, place, tired)

    @property
    def contradicts(self) -> bool:
        """Whether two full sets or more lie beyond all that was believed, on the same side, and none fits it."""
        several = len(self._surprises) > 1 and not self._fitting
        return several and min(self._surprises) * max(self._surprises) > 0

    def belief(self, days: Mapping[str, int]) -> Strength:
        """The belief after the workout; ``days`` are the lines that were trained."""
        start = self._start
        return replace(
            start,
            mean=self._mean,
            cov=self._cov,
            log_weight=self._log_weight,
            bounds=tuple(self._bounds),
            cut_mean=self._cut[0],
            cut_var=self._cut[1],
            waiting=self._waiting,
            measured=start.measured + self._measured,
            measured_day=start.day if self._measured else start.measured_day,
            low_reps=self._low,
            workouts=start.workouts + 1,
            line_days={**start.line_days, **days},
        )

    def _gain(self, look: Floats, bias: Floats | None) -> Floats:
        """Covariance of the state with what a set shows, for every bank member."""
        cov = self._cov
        size, length, _ = cov.shape
        gain: Floats = (cov.reshape(size * length, length) @ look).reshape(size, length)
        if bias is not None:
            gain -= bias[:, None] * cov[:, :, BIAS]
        return gain

    @staticmethod
    def _spread(gain: Floats, look: Floats, bias: Floats | None) -> Floats:
        spread: Floats = gain @ look
        return spread if bias is None else spread - bias * gain[:, BIAS]

    def _measure(self, effort: Effort, place: int, tired: float) -> None:
        rir = effort.rir or 0.0
        look = _look(self._mean.shape[1], place, tired)
        expected = self._mean @ look
        share = bias_share(rir, failed=effort.failed)
        to_failure = self._start.k + (effort.reps + rir - 1.0)
        if share > 0:
            to_failure = to_failure + share * np.maximum(self._mean[:, BIAS], -rir)
        slope = 1.0 / to_failure
        bias = share * slope if share > 0 else None
        innovation = math.log(effort.moved_kg) + np.log(to_failure) - self._log_k9 - expected
        gain = self._gain(look, bias)
        # The noise is that of the reps that were likely, not of those that were done: else more reps, being noisier,
        # could be worth less than fewer.
        likely = (
            float(self._weights @ np.exp(self._log_k9 + expected)) / effort.moved_kg
            - self._usual_k
            + 1.0
            - rir
        )
        noise = noise_reps(min(max(likely, 1.0), MOST_REPS), rir)
        spread = self._spread(gain, look, bias) + (noise * slope) ** 2
        fit = innovation * innovation / spread
        if float(self._weights @ fit) > GATE**2:
            self._surprise(float(self._weights @ innovation), raises=False)
            return
        # What a lifter says he had left is noisy, and noise passes for bias, fatigue and a flat curve; these learn from
        # failed reps only (docs/evidence.md#strength-state), the level from everything. And from those slowly: a rep
        # fails on the bad days, so that failed sets alone would talk every lifter into less bias, less fatigue and a
        # flatter curve. Taking a part of the gain is the partial-update Schmidt-Kalman filter; the covariance follows
        # Joseph's form, which holds for any gain.
        shares, both = _learning(len(look), effort.failed)
        scaled = gain / spread[:, None]
        self._mean += scaled * (innovation[:, None] * shares)
        self._moved()
        self._sure = None
        self._cov -= scaled[:, :, None] * gain[:, None, :] * both
        evidence = FAILED_EVIDENCE if effort.failed else SAID_EVIDENCE
        log_weight = self._log_weight - 0.5 * evidence * (fit + np.log(spread))
        weights = np.exp(log_weight - log_weight.max())
        self._weights = weights / weights.sum()
        self._log_weight = np.log(np.maximum(self._weights, 1e-12))
        self._measured += 1
        self._fitting += 1
        self._low = self._low or effort.reps + rir < LOW_REPS
        if self._waiting and self._waiting[0] != self._start.day:
            self._waiting = None

    def _much_left(self, effort: Effort, place: int, tired: float) -> None:
        """An answer above the trusted ones may raise the level, as far as so rough a measurement can, and nothing else.

        Without it only the low answers of a lifter who leaves four or five would count, and he would seem weaker than
        he is. The covariance stays: such an answer makes nobody surer (docs/evidence.md#strength-state).
        """
        rir = effort.rir or 0.0
        look = _look(self._mean.shape[1], place, tired)
        share = bias_share(TRUSTED_RIR, failed=False)
        to_failure = self._start.k + (effort.reps + rir - 1.0) + share * np.maximum(self._mean[:, BIAS], -rir)
        innovation = math.log(effort.moved_kg) + np.log(to_failure) - self._log_k9 - self._mean @ look
        bias = share / to_failure
        gain = self._gain(look, bias)
        spread = self._spread(gain, look, bias) + (noise_reps(effort.reps, rir) / to_failure) ** 2
        if (
            float(self._weights @ innovation) > 0
            and float(self._weights @ (innovation**2 / spread)) <= GATE**2
        ):
            raised = gain / spread[:, None] * np.maximum(innovation, 0.0)[:, None]
            raised[:, [TREND, BIAS, FATIGUE]] = 0.0
            self._mean += raised
            self._moved()

    def _bound(self, effort: Effort, place: int, tired: float) -> None:
        """A set that says only "at least": raise the bound and, where the level lies below it, the level.

        The covariance is left alone: such sets may never narrow the interval (docs/evidence.md#strength-state).
        """
        bound = math.log(effort.moved_kg) + _bound_terms(self._bank, effort.reps, least_left(effort.rir))
        # The bound speaks about the fresh level of the line; of the fatigue only what is fairly sure is given back.
        if tired:
            bound += tired * self._sure_fatigue()
        level, form = self._fresh(place)
        beyond = bound - level
        mean_beyond = float(self._weights @ beyond)
        if mean_beyond > 0:
            look = _look(self._mean.shape[1], place, tired)
            spread = self._spread(self._gain(look, None), look, None)
            if mean_beyond > BOUND_GATE * math.sqrt(float(self._weights @ spread)):
                self._surprise(mean_beyond, raises=True)
                return
        self._fitting += 1
        fresh = bound - form
        index = place - OFFSETS
        held = self._bounds[index]
        day = self._start.day
        now = None if held is None else held.log_kg if held.day == day else bound_now(held, day)
        if now is None:
            self._bounds[index] = Bound(fresh, day)
        elif float(self._weights @ fresh) >= float(self._weights @ now):
            self._bounds[index] = Bound(np.maximum(fresh, now), day)
        if mean_beyond > 0:
            self._mean[:, LEVEL] += np.maximum(beyond, 0.0)
            self._moved()

    def _fresh(self, place: int) -> tuple[Floats, Floats]:
        """Log of the fresh 10RM of a line today, and the form of the day; read again only once the mean moved."""
        known = self._levels.get(place)
        if known is None:
            mean = self._mean
            known = self._levels[place] = mean @ _look(mean.shape[1], place, 0.0), mean[:, DAY]
        return known

    def _moved(self) -> None:
        self._levels.clear()

    def _sure_fatigue(self) -> Floats:
        """Set fatigue less one sd, at least none; only measured sets change it."""
        if self._sure is None:
            sure = self._mean[:, FATIGUE] - np.sqrt(self._cov[:, FATIGUE, FATIGUE])
            self._sure = np.maximum(sure, 0.0)
        return self._sure

    def _surprise(self, beyond: float, *, raises: bool) -> None:
        """Keep a set that does not fit waiting; let the level go when a second workout says the same."""
        self._surprises.append(beyond)
        held, day = self._waiting, self._start.day
        if held is not None and held[0] == day:
            return
        if held is None or held[1] * beyond < 0:
            self._waiting = (day, beyond)
            return
        jump = math.copysign(min(abs(held[1]), abs(beyond)), beyond)
        self._mean[:, LEVEL] += jump if raises else jump / 2.0
        self._moved()
        self._cov[:, LEVEL, LEVEL] += max(jump**2 / 4.0, LEVEL_SD**2 / 4.0)
        self._waiting = None

    def _cut_set(self, effort: Effort, place: int, tired: float) -> None:
        """Learn from a cut set only how much more this lifter loads when he cuts; level and bounds stay."""
        rir = effort.rir or 0.0
        to_failure = self._start.k + (effort.reps + rir - 1.0) + (self._mean[:, BIAS] if rir > 0 else 0.0)
        look = _look(self._mean.shape[1], place, tired)
        shown = math.log(effort.moved_kg) + np.log(to_failure) - self._log_k9
        seen = float(self._weights @ (shown - self._mean @ look))
        noise = noise_reps(effort.reps, rir) / float(self._weights @ to_failure)
        spread = float(self._weights @ self._spread(self._gain(look, None), look, None)) + noise**2
        mean, variance = self._cut
        if abs(seen - mean) > GATE * math.sqrt(spread + variance):
            return
        gain = variance / (variance + spread)
        self._cut = (mean + gain * (seen - mean), (1.0 - gain) * variance)
