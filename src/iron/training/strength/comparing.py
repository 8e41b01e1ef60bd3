"""How two lines of one exercise compare: the ratio of their 10RMs, and the chance that one is stronger.

Both stand on one belief, so what is unknown about the exercise as a whole (its level) cancels, and only what sets the
lines apart is left. Each line is cut off softly below by what was done on it, as in `line_belief`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from iron.training.strength.belief import with_line
from iron.training.strength.curve import Floats, normal_cdf
from iron.training.strength.state import DAY_SD, LEVEL, MODEL_SD, OFFSETS, Strength, bound_now

_GRID: Final = 81
_REACH_SD: Final = 4.5


@dataclass(frozen=True, slots=True)
class LineRatio:
    """The 10RM of one line over that of another, moved mass over moved mass [-].

    Attributes:
        ratio: median.
        low: 10th percentile.
        high: 90th percentile.
        chance: probability that the ratio is above 1 [0, 1].
    """

    ratio: float
    low: float
    high: float
    chance: float


def line_ratio(state: Strength, line: str, other: str) -> LineRatio:
    """Compare two lines on the day of a belief.

    Args:
        state: belief about the exercise; a line it does not know starts from the exercise's level.
        line: key of the line whose 10RM is above the stroke.
        other: key of the line below it.
    """
    state = with_line(with_line(state, line), other)
    places = [OFFSETS + state.lines.index(key) for key in (line, other)]
    steps = np.linspace(-_REACH_SD, _REACH_SD, _GRID)
    first, second = np.meshgrid(steps, steps, indexing="ij")
    plain = np.exp(-0.5 * (first**2 + second**2))
    differences, masses = [], []
    weights = np.exp(state.log_weight)
    for member, weight in enumerate(weights / weights.sum()):
        mean, cov = _pair(state, member, places)
        root = np.linalg.cholesky(cov)
        x = mean[0] + root[0, 0] * first
        y = mean[1] + root[1, 0] * first + root[1, 1] * second
        mass = plain * _allowed(state, member, places[0], x) * _allowed(state, member, places[1], y)
        differences.append((x - y).ravel())
        masses.append((weight * mass / max(mass.sum(), 1e-300)).ravel())
    difference, mass = np.concatenate(differences), np.concatenate(masses)
    order = np.argsort(difference)
    total = np.cumsum(mass[order])
    low, middle, high = np.exp(np.interp(np.array((0.1, 0.5, 0.9)) * total[-1], total, difference[order]))
    return LineRatio(float(middle), float(low), float(high), float(mass[difference > 0].sum() / total[-1]))


def _pair(state: Strength, member: int, places: list[int]) -> tuple[Floats, Floats]:
    """Mean and covariance of log 10RM on both lines, for one curve constant."""
    mean, cov = state.mean[member], state.cov[member]
    pick = np.zeros((2, len(mean)))
    for row, place in enumerate(places):
        pick[row, LEVEL] = pick[row, place] = 1.0
    # The model's own error is taken as independent: two lines are never surer apart than that.
    return pick @ mean, pick @ cov @ pick.T + MODEL_SD**2 * np.eye(2)


def _allowed(state: Strength, member: int, place: int, x: Floats) -> Floats:
    """The soft step at what was done on a line."""
    bound = state.bounds[place - OFFSETS]
    if bound is None:
        return np.ones_like(x)
    return normal_cdf((x - bound_now(bound, state.day)[member]) / DAY_SD)
