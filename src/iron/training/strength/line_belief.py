"""What is believed about one line, small enough for a phone: it answers chances and takes in today's sets.

A mixture over the curve constant of normal distributions of x = log 10RM (moved kg), each cut off softly below by
what was done. The web twin holds the same functions, so that the next set can be advised without signal.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from iron.training.strength.curve import Floats, normal_cdf
from iron.training.strength.state import (
    BOUND_GATE,
    BOUND_MARGIN,
    DAY_SD,
    GATE,
    TRUSTED_RIR,
    bias_share,
    fatigue_share,
    least_left,
    noise_reps,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH_SD: Final = 4.5
_POINTS: Final = np.linspace(-_REACH_SD, _REACH_SD, 161)  # standard deviations from the middle


@dataclass(frozen=True, slots=True)
class LineBelief:
    """The distribution of log 10RM of one line, by curve constant.

    Attributes:
        k: curve constants of the bank.
        weight: their weights, summing to 1.
        mean: mean of log 10RM [log moved kg].
        sd: its standard deviation.
        low: lower bound from sets without RIR, or None.
        soft: standard deviation of that bound.
        fatigue: log load lost by long repetition of sets, see `state.fatigue_share`.
        bias: reps by which the lifter under-predicts what is left.
        bias_sd: standard deviation of the bias [reps].
        cut: log of the load that cutting depth adds.
    """

    k: tuple[float, ...]
    weight: tuple[float, ...]
    mean: tuple[float, ...]
    sd: tuple[float, ...]
    low: tuple[float, ...] | None
    soft: float
    fatigue: float
    bias: float
    bias_sd: float
    cut: float

    def quantile(self, shares: Sequence[float]) -> list[float]:
        """Quantiles of the 10RM [moved kg]."""
        grid, mass = self._density()
        return _quantiles(grid, mass, shares)

    def one_rep_max(self, shares: Sequence[float]) -> list[float]:
        """Quantiles of the 1RM that the curves imply [moved kg]."""
        grid, mass = self._density()
        k = np.array(self.k)
        return _quantiles(grid + np.log((k + 9.0) / k)[:, None], mass, shares)

    def load_for(self, reps: float, share: float, tired: float = 0.0) -> float:
        """The moved load [kg] that ``reps`` to failure can be done with, at a quantile of what is believed."""
        grid, mass = self._density()
        k = np.array(self.k)
        shift = np.log((k + 9.0) / (k + reps - 1.0)) - tired * self.fatigue
        return _quantiles(grid + shift[:, None], mass, (share,))[0]

    def chances(self, moved_kg: float, reps: Sequence[float], tired: float = 0.0) -> list[float]:
        """Probability of at least each number of reps to failure with a moved load.

        Args:
            moved_kg: moved mass [kg], above 0.
            reps: reps to failure.
            tired: share of the set fatigue, `state.fatigue_share`.
        """
        grid, above = _above_of(self)
        k = np.array(self.k)[:, None]
        to_failure = np.maximum(np.array(reps, dtype=float), 0.5)  # none is always made, see below
        needed = math.log(moved_kg) + np.log((k + to_failure - 1.0) / (k + 9.0)) + tired * self.fatigue
        chances = sum(
            row_above[np.searchsorted(row, row_needed)]
            for row, row_above, row_needed in zip(grid, above, needed, strict=True)
        )
        return [1.0 if number <= 0 else chance for number, chance in zip(reps, chances.tolist(), strict=True)]

    def _density(self) -> tuple[Floats, Floats]:
        """Points and probabilities, summing to 1: normal densities times a soft step at the lower bound."""
        return _density_of(self)


@lru_cache(maxsize=256)
def _density_of(belief: LineBelief) -> tuple[Floats, Floats]:
    """The density of a belief; chances of one line are asked many times. The arrays are not to be changed."""
    mean, sd = np.array(belief.mean)[:, None], np.array(belief.sd)[:, None]
    low = None if belief.low is None else np.array(belief.low)[:, None]
    start = mean if low is None else np.maximum(mean, low)
    grid = start + sd * _POINTS
    mass = np.exp(-0.5 * ((grid - mean) / sd) ** 2)
    if low is not None:
        mass *= normal_cdf((grid - low) / max(belief.soft, 1e-6))
    mass *= np.array(belief.weight)[:, None] / np.maximum(mass.sum(axis=1, keepdims=True), 1e-300)
    mass /= mass.sum()
    grid.flags.writeable = mass.flags.writeable = False
    return grid, mass


@lru_cache(maxsize=256)
def _above_of(belief: LineBelief) -> tuple[Floats, Floats]:
    """Points, and the probability from each of them on, none after the last; not to be changed."""
    grid, mass = _density_of(belief)
    above = np.zeros((mass.shape[0], mass.shape[1] + 1))
    above[:, :-1] = np.cumsum(mass[:, ::-1], axis=1)[:, ::-1]
    return grid, above


def for_today(belief: LineBelief) -> LineBelief:
    """The belief with today's form still open: the day effect widens it (docs/evidence.md#strength-state: sd 2-3 %)."""
    return replace(belief, sd=tuple(math.hypot(sd, DAY_SD) for sd in belief.sd))


def after_set(
    belief: LineBelief,
    moved_kg: float,
    reps: float,
    rir: float | None,
    position: int,
    rest_s: float | None = None,
    *,
    failed: bool = False,
) -> LineBelief:
    """Today's belief after one more set: a measurement with RIR, a lower bound without.

    Args:
        belief: today's belief, see `for_today`.
        moved_kg: moved mass [kg], above 0.
        reps: reps done, at least 1.
        rir: reps in reserve; above 4 or None it is a lower bound.
        position: working sets done before it today.
        rest_s: rest before it [s].
        failed: a rep was failed.
    """
    tired = fatigue_share(position, rest_s) * belief.fatigue
    if rir is None or rir > TRUSTED_RIR:
        return _raised(belief, moved_kg, reps, least_left(rir), tired)
    k, mean, variance = np.array(belief.k), np.array(belief.mean), np.array(belief.sd) ** 2
    share = bias_share(rir, failed=failed)
    to_failure = k + reps + rir - 1.0 + share * max(belief.bias, -rir)
    innovation = math.log(moved_kg) + np.log(to_failure / (k + 9.0)) + tired - mean
    unsure = math.hypot(noise_reps(reps, rir), share * belief.bias_sd)
    spread = variance + (unsure / to_failure) ** 2
    fit = innovation**2 / spread
    weight = np.array(belief.weight)
    if float(weight @ fit) > GATE**2:
        return belief
    gain = variance / spread
    log_weight = np.log(np.maximum(weight, 1e-12)) - 0.5 * (fit + np.log(spread))
    weight = np.exp(log_weight - log_weight.max())
    return replace(
        belief,
        weight=tuple((weight / weight.sum()).tolist()),
        mean=tuple((mean + gain * innovation).tolist()),
        sd=tuple(np.sqrt((1.0 - gain) * variance).tolist()),
    )


def _raised(belief: LineBelief, moved_kg: float, reps: float, left: float, tired: float) -> LineBelief:
    """A set that says only "at least" moves the mean up to what was done and never narrows anything."""
    k, mean = np.array(belief.k), np.array(belief.mean)
    to_failure = k + reps + left - 1.0
    # The luck of a good day is taken off as in `workout`; half of the set fatigue only, the set may have been easy.
    luck = BOUND_MARGIN * np.hypot(DAY_SD, noise_reps(reps, left) / to_failure)
    beyond = math.log(moved_kg) + np.log(to_failure / (k + 9.0)) + 0.5 * tired - luck - mean
    far = float(np.array(belief.weight) @ beyond)
    if far <= 0 or far > BOUND_GATE * max(belief.sd):
        return belief
    return replace(belief, mean=tuple((mean + np.maximum(beyond, 0.0)).tolist()))


def _quantiles(log_kg: Floats, mass: Floats, shares: Sequence[float]) -> list[float]:
    # A row each is in order already, which the stable sort makes use of.
    order = np.argsort(log_kg, axis=None, kind="stable")
    total = np.cumsum(mass.ravel()[order])
    values = np.interp(np.array(shares) * total[-1], total, log_kg.ravel()[order])
    return [float(value) for value in np.exp(values)]
