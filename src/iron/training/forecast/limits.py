"""Limits: how many reps the lifter could do, learnt from the sets in which he fell short of what he usually stops at.

A set that reaches the usual number of reps at its load only says "at least"; one that falls short says how much there
was. A small Kalman filter keeps the log 10RM, the form of the day and the fatigue from set to set, and forecasts the
smaller of the two: what he can do, and what he stops at.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from iron.training.forecast.analogs import MOST_REPS
from iron.training.strength.state import DAY_SD, FATIGUE_MEAN, FATIGUE_SD, fatigue_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.forecast.intention import Session
    from iron.training.strength.curve import Floats

NAMES: Final = ("limit of the day", "limit or usual stop")

# Guesses, tried on simulated lifters (seeds 300100-300249).
_LEVEL_SD: Final = 0.12  # log 10RM: what the first sets leave open
_WALK: Final = 0.010  # log 10RM: what a session may change
_ABOVE: Final = 0.05  # log 10RM: how far a lifter lies above his first set
_NEAR: Final = 0.03  # loads this near share the reps at which he stops
_LOOK_BACK: Final = 10  # sessions that say where he stops
_TEN: Final = 10  # reps of a first set that nothing is known of: guess
_LEAST: Final = 1e-5  # chance of any number of reps: guess
_LAST: Final = 3  # the same where no load is near

Believed = tuple["Floats", "Floats"]  # mean and covariance of log 10RM, form of the day, fatigue


class Limits:
    """One series: the filter and the sessions that say where he stops."""

    __slots__ = ("_believed", "_k", "_recent")

    def __init__(self, k: float) -> None:
        self._k = k
        self._recent: list[Session] = []
        self._believed: Believed | None = None

    def add(self, session: Session) -> None:
        """Learn from a session."""
        self._believed = self._after(session.loads, session.reps)
        self._recent.append(session)
        del self._recent[:-_LOOK_BACK]

    def forecast(self, loads: Sequence[float], reps_done: Sequence[int], place: int) -> Floats:
        """Distributions of `NAMES` over 0 to `MOST_REPS` reps of the set at ``place`` after those done, rows."""
        mean, spread = self._after(loads, reps_done)
        load, look, k = loads[place], _look(place), self._k
        middle = float(look @ mean)
        about = min(max((k + 9.0) * math.exp(middle) / load - k + 1.0, 1.0), float(MOST_REPS))
        sd = math.hypot(math.sqrt(float(look @ spread @ look)), _noise(about, k))
        edges = np.log(load * np.maximum(k + np.arange(MOST_REPS + 2) - 1.5, 0.1) / (k + 9.0))
        able = np.diff(_normal((edges - middle) / sd)) + _LEAST
        able[0] = _LEAST  # a logged working set has at least one rep
        stops = able.copy()
        stop = min(self._stop(load), MOST_REPS)
        stops[stop] += stops[stop + 1 :].sum()
        stops[stop + 1 :] = _LEAST
        both = np.vstack([able, stops])
        shares: Floats = both / both.sum(axis=1, keepdims=True)
        return shares

    def _after(self, loads: Sequence[float], reps_done: Sequence[int]) -> Believed:
        """What is believed on a day after some sets of it."""
        mean, spread = self._today(loads, reps_done)
        for place, reps in enumerate(reps_done):
            look = _look(place)
            gain = spread @ look
            variance = float(look @ gain) + _noise(reps, self._k) ** 2
            away = self._level(loads[place], reps) - float(look @ mean)
            if reps >= self._stop(loads[place]):
                # At least so much: the moments of a normal distribution that is cut off below.
                sd = math.sqrt(variance)
                ratio = _hazard(away / sd)
                mean = mean + gain * (ratio / sd)
                share = ratio * (ratio - away / sd)
            else:
                mean = mean + gain * (away / variance)
                share = 1.0
            spread = spread - np.outer(gain, gain) * (share / variance)
        return mean, spread

    def _today(self, loads: Sequence[float], reps_done: Sequence[int]) -> Believed:
        """What is believed before a day, its form open."""
        if self._believed is None:
            level = self._level(loads[0], reps_done[0] if reps_done else _TEN) + _ABOVE
            return np.array([level, 0.0, FATIGUE_MEAN]), np.diag([_LEVEL_SD**2, DAY_SD**2, FATIGUE_SD**2])
        mean, spread = self._believed[0].copy(), self._believed[1].copy()
        mean[1] = 0.0
        spread[1, :] = spread[:, 1] = 0.0
        spread[1, 1] = DAY_SD**2
        spread[0, 0] += _WALK**2
        return mean, spread

    def _level(self, load: float, reps: float) -> float:
        """Log of the 10RM that a set stands for."""
        return math.log(load * (self._k + reps - 1.0) / (self._k + 9.0))

    def _stop(self, load: float) -> int:
        """The most reps of late near a load; of the last sessions at any load where none is near."""
        near = [
            reps
            for session in self._recent
            for other, reps in zip(session.loads, session.reps, strict=True)
            if abs(other - load) <= _NEAR * load
        ]
        if not near:
            near = [reps for session in self._recent[-_LAST:] for reps in session.reps]
        return max(near, default=1)


def _look(place: int) -> Floats:
    """How the log load of a set hangs on what is believed: `Believed`."""
    return np.array([1.0, 1.0, -fatigue_share(place, None)])


def _noise(reps: float, k: float) -> float:
    """Log load: the luck of a set, 0.7 reps on heavy sets and 1.1 on light ones (docs/evidence.md)."""
    return (0.7 + 0.4 * min(1.0, max(0.0, (reps - 4.0) / 8.0))) / (k + reps - 1.0)


def _normal(values: Floats) -> Floats:
    return np.array([0.5 * math.erfc(-value / math.sqrt(2.0)) for value in values.tolist()])


def _hazard(cut: float) -> float:
    """Density over the upper tail of a standard normal."""
    if cut > 6.0:
        return cut + 1.0 / cut
    return math.exp(-0.5 * cut * cut) / math.sqrt(2.0 * math.pi) / (0.5 * math.erfc(cut / math.sqrt(2.0)))
