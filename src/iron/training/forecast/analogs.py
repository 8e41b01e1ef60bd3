"""Analogs: what the lifter did whenever it looked like this, as distributions of reps.

Where `intention` names single candidates, an analog asks every set of the series at once: each votes for its reps, and
its vote shrinks with every difference from the set that is asked (load, position, age, the set before). Votes may be
for the reps, for the drop from the set before, or for the reps moved along a curve to today's load.

All scales below were chosen on simulated lifters (seeds 5000-5099 and 300100-300249, where they are flat); no real log
was used.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.forecast.intention import Session
    from iron.training.strength.curve import Floats

MOST_REPS: Final = 60
AHEAD: Final = ("like sets", "like sets on the curve", "like places", "like sets on their curve")
WITHIN: Final = (
    *AHEAD,
    "after such a set",
    "drop after such a set",
    "drop on the curve",
    "drop on their curve",
    "form of the day",
    "form up to the best",
)

_HISTORY: Final = 300  # sets that are asked: guess, about two years of one exercise
_LOAD: Final = 0.03  # difference of log load that divides a vote by e
_WIDE: Final = 0.10  # the same where the curve moves the reps
_FAR: Final = 0.30  # the same where only the shape counts
_STEP: Final = 0.04  # difference of the step from the set before
_STEP_FINE: Final = 0.03
_STEP_WIDE: Final = 0.15
_CURVE: Final = 12.0  # lifters who keep their effort: between the steep habit and the exercise's own curve
_FORM_PRIOR: Final = (
    1.0  # sets that a usual form of the day counts for: a day's form tells about as much as a set
)
_FORM_SPREAD: Final = 0.8  # of the spread of votes that is left once today's form is seen
_NEAR: Final = 0.05  # log load: sets this near share their best reps
_LATELY: Final = 8  # sessions that say what they are
_LEAST: Final = 1e-9  # no set is ever silent

_LOG_LOAD, _PLACE, _REPS, _BEFORE, _STEPPED, _FROM_TOP, _SESSION = range(7)


def _smoothing() -> Floats:
    """Row r: the distribution that one vote for r reps stands for; noise of a rep, and a quarter wider."""
    reps = np.arange(MOST_REPS + 1)
    away = np.abs(reps[:, None] - reps[None, :])
    near, far = np.exp(-away / 0.6) * (away <= 6), np.exp(-away / 2.0) * (away <= 12)
    rows = 0.75 * near / near.sum(axis=1, keepdims=True) + 0.25 * far / far.sum(axis=1, keepdims=True) + 1e-5
    rows[:, 0] *= 0.05  # a logged working set has at least one rep, but for slips
    smoothing: Floats = rows / rows.sum(axis=1, keepdims=True)
    return smoothing


_SMOOTHING: Final = _smoothing()


class Past:
    """Every working set of a series as rows of numbers, newest last."""

    __slots__ = ("_k", "_rows", "_sessions", "_table")

    def __init__(self, k: float) -> None:
        self._k = k
        self._rows: list[tuple[float, ...]] = []
        self._table: Floats | None = None
        self._sessions = 0

    def add(self, session: Session) -> None:
        """Add the sets of a session."""
        top = math.log(max(session.loads))
        before_load, before = session.loads[0], 0
        for place, (load, reps) in enumerate(zip(session.loads, session.reps, strict=True)):
            log = math.log(load)
            step = math.log(load / before_load)
            self._rows.append((log, place, reps, before, step, log - top, self._sessions))
            before_load, before = load, reps
        del self._rows[:-_HISTORY]
        self._sessions += 1
        self._table = None

    def ahead(self, loads: Sequence[float], place: int, *, whole: bool = True) -> Floats:
        """Distributions of `AHEAD` for one set before the session: rows that sum to 1 over 0 to `MOST_REPS` reps."""
        table, age = self._sets()
        load = math.log(loads[place])
        apart, moved = np.abs(table[_LOG_LOAD] - load), np.abs(table[_PLACE] - place)
        like = apart / _LOAD + 0.35 * moved + 0.05 * age
        if place:
            step = math.log(loads[place] / loads[place - 1])
            like = like + np.abs(table[_STEPPED] - step) / (2 * _LOAD) * (table[_PLACE] > 0)
        from_top = load - math.log(max(loads))
        shape = (
            (np.abs(table[_FROM_TOP] - from_top) / _LOAD if whole else 0.0)
            + 0.7 * moved
            + 0.1 * age
            + apart / _FAR
        )
        reps_done = table[_REPS]
        curved = _curved(reps_done, load - table[_LOG_LOAD])
        own = _curved(reps_done, load - table[_LOG_LOAD], self._k)
        return _voted(
            (reps_done, like),
            (curved, apart / _WIDE + 0.35 * moved + 0.08 * age),
            (reps_done, shape),
            (own, apart / _FAR + 0.35 * moved + 0.08 * age),
        )

    def within(self, loads: Sequence[float], reps_done: Sequence[int]) -> Floats:
        """Distributions of `WITHIN` for the set after those done today; ``reps_done`` is not empty."""
        place, last = len(reps_done), reps_done[-1]
        ahead = self.ahead(loads, place, whole=False)
        table, age = self._sets()
        later = table[_PLACE] > 0
        form = self._form(loads, reps_done)
        if not later.any():
            after = np.repeat(_SMOOTHING[min(last, MOST_REPS)][None, :], 4, axis=0)
            return np.vstack([ahead, after, form])
        table, age = table[:, later], age[later]
        step = math.log(loads[place] / loads[place - 1])
        apart = np.abs(table[_LOG_LOAD] - math.log(loads[place]))
        moved, other = np.abs(table[_PLACE] - place), np.abs(table[_BEFORE] - last)
        stepped = np.abs(table[_STEPPED] - step)
        after = apart / _LOAD + 0.3 * moved + 0.04 * age + 0.6 * other + stepped / _STEP
        drop = 0.25 * moved + 0.03 * age + 0.25 * other + stepped / _STEP_FINE + apart / _FAR
        curve = 0.4 * moved + 0.04 * age + 0.15 * other + stepped / _STEP_WIDE
        today = _curved(np.array([float(last)]), step)
        surplus = table[_REPS] - _curved(table[_BEFORE], table[_STEPPED])
        own_today = _curved(np.array([float(last)]), step, self._k)
        own_surplus = table[_REPS] - _curved(table[_BEFORE], table[_STEPPED], self._k)
        votes = _voted(
            (table[_REPS], after),
            (last + table[_REPS] - table[_BEFORE], drop),
            (today + surplus, curve),
            (own_today + own_surplus, curve),
        )
        return np.vstack([ahead, votes, form])

    def _form(self, loads: Sequence[float], reps_done: Sequence[int]) -> Floats:
        """What such sets usually bring, moved by a share of how far today's sets lie from it."""
        table, age = self._sets()
        logs = np.log(np.array(loads))[:, None]
        places = np.arange(len(loads))[:, None]
        apart = logs - table[_LOG_LOAD]
        distance = np.abs(apart) / _WIDE + 0.35 * np.abs(table[_PLACE] - places) + 0.08 * age
        votes = np.exp(-distance) + _LEAST
        reps = _curved(table[_REPS], apart, self._k)
        usual = (votes * reps).sum(axis=1) / votes.sum(axis=1)
        moved = float((np.array(reps_done) - usual[:-1]).sum()) / (len(reps_done) + _FORM_PRIOR)
        now = usual[-1] + _FORM_SPREAD * (reps[-1] - usual[-1]) + moved
        near = table[_REPS][(np.abs(apart[-1]) < _NEAR) & (age < _LATELY)]
        most = near.max() if near.size else float(MOST_REPS)
        return _voted((now, distance[-1]), (np.minimum(now, most), distance[-1]))

    def _sets(self) -> tuple[Floats, Floats]:
        if self._table is None:
            self._table = np.array(self._rows).T
        return self._table, self._sessions - 1 - self._table[_SESSION]


def _curved(reps: Floats, step: Floats | float, k: float = _CURVE) -> Floats:
    """Reps after a step of log load when the effort is kept, on a curve of constant ``k``."""
    moved: Floats = np.clip((k + reps - 1.0) * np.exp(-step) - k + 1.0, 1.0, MOST_REPS)
    return moved


def _voted(*asked: tuple[Floats, Floats]) -> Floats:
    """Distributions from pairs of (reps voted for, distance)."""
    distributions = np.empty((len(asked), MOST_REPS + 1))
    for row, (reps, distance) in enumerate(asked):
        places = np.clip(np.rint(np.round(reps, 9)), 1, MOST_REPS).astype(np.intp)
        distributions[row] = np.bincount(places, np.exp(-distance) + _LEAST, MOST_REPS + 1)
    shares: Floats = distributions / distributions.sum(axis=1, keepdims=True)
    return shares @ _SMOOTHING
