"""The load-reps curve: load at n reps to failure = 10RM × (K + 9) / (K + n − 1).

K is large where reps fall slowly as load rises. Anchored at ten reps, the level and K are nearly
uncorrelated for training of 8 to 15 reps (docs/evidence.md#load-reps-curve), so strength is given as a 10RM-equivalent.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Fitted to the published anchors 70 % and 80 % of 1RM (docs/evidence.md#load-reps-curve): leg press 45,
# bench 31, all 35. The other families have no anchors of their own; they take the value for all exercises, inside
# the bands given there (barbell compounds 28-35, machines 35-45).
FAMILY_K: Final[dict[str, float]] = {"leg_press": 45.0, "bench_press": 31.0}
DEFAULT_K: Final = 35.0

# Between-person spread of log K (docs/evidence.md#load-reps-curve), and the bank: seven values over ±1.75 of those sd.
K_LOG_SD: Final = 0.25
BANK_STEPS: Final = (-1.75, -1.1, -0.5, 0.0, 0.5, 1.1, 1.75)


def family_k(family: str, own: float | None = None) -> float:
    """The curve constant of an exercise: its own where the content gives one, else its family's."""
    return own if own is not None and own > 0 else FAMILY_K.get(family, DEFAULT_K)


def bank(k: float) -> tuple[Floats, Floats]:
    """The bank of curve constants around a prior and their prior log weights (normal in log K, sd 0.25)."""
    steps = np.array(BANK_STEPS)
    values = k * np.exp(K_LOG_SD * steps)
    log_weights = -0.5 * steps**2
    return values, log_weights - np.log(np.exp(log_weights).sum())


def load_share(reps: float, k: float) -> float:
    """Load at ``reps`` to failure over the 10RM, equation of the module.

    >>> load_share(10, 45)
    1.0
    """
    return (k + 9.0) / (k + reps - 1.0)


def one_rep_max(ten_rep_max: float, k: float) -> float:
    """The one-rep maximum that a 10RM implies: 10RM × (K + 9) / K, in the unit of the 10RM."""
    return ten_rep_max * load_share(1.0, k)


def reps_lost(load: float, step: float, reps: float, k: float) -> float:
    """Reps that a load step costs at ``reps``: (K + r − 1) × step / load (docs/evidence.md#step-and-rep-range)."""
    return (k + reps - 1.0) * step / load if load > 0 else math.inf


def normal_cdf(x: Floats) -> Floats:
    """The standard normal distribution function, absolute error below 1e-7.

    Abramowitz and Stegun 26.2.17 (Handbook of Mathematical Functions, 1964).
    """
    size = np.minimum(np.abs(x), 37.0)
    t = 1.0 / (1.0 + 0.2316419 * size)
    series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    tail = np.exp(-0.5 * size * size)
    tail *= 0.3989422804014327
    tail *= series
    return np.where(x >= 0, 1.0 - tail, tail)
