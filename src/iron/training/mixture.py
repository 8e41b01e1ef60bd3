"""The mixture that forecasts reps: every expert's candidate, spread by its errors, weighed by its record.

For each context (load as last time, changed, never used; before the session or within it, at the load of the set
before or not) an expert has a weight and a histogram of errors, learnt on the series itself with forgetting and
started from priors that simulated lifters gave (`priors`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from iron.training.intention import Session, same_load
from iron.training.priors import PRIOR_ERRORS, PRIOR_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.curve import Floats

Kind = Literal["ahead", "within"]

MOST_REPS: Final = 60
COVER: Final = 0.80  # training.md 4: the 80 % interval
_REACH: Final = 10  # errors beyond this many reps share the last bin
_FLOOR: Final = 1e-5  # probability of any number of reps by any expert: guess

# How fast the mixture learns. Chosen on simulated lifters (seeds 5000-5059), where all of these are flat.
_SCORE_KEEP: Final = 0.95  # what a session keeps of the log likelihoods before it
_ERRORS_KEEP: Final = 0.97  # what a set keeps of the errors before it
_RATE_CONTEXT: Final = 0.25  # experts agree so often that their likelihoods count only a quarter
_RATE_ALL: Final = 0.10  # what experts earned in other contexts
_PRIOR_SETS: Final = 12.0  # sets that the prior error histogram counts for

# Interval mass to start from, below 0.80 because reps are whole (simulated lifters), and its step towards
# coverage.
_START_MASS: Final[dict[Kind, float]] = {"ahead": 0.73, "within": 0.68}
_MASS_STEP: Final = 0.01


@dataclass(frozen=True, slots=True)
class Forecast:
    """Forecast reps of one set.

    Attributes:
        reps: median of the forecast.
        low: lower end of the 80 % interval.
        high: upper end of the 80 % interval.
        mass: probability of 0, 1, … `MOST_REPS` reps.
    """

    reps: int
    low: int
    high: int
    mass: Floats

    def chance(self, low: int, high: int) -> float:
        """Probability of at least ``low`` and at most ``high`` reps."""
        return float(self.mass[max(0, low) : high + 1].sum())


def context_of(history: Sequence[Session], loads: Sequence[float], place: int, kind: Kind) -> str:
    """The context of a set: ``same``, ``changed`` or ``new`` load, within a session with ``=`` or ``/``."""
    last = history[-1]
    load = loads[place]
    if same_load(last.loads[min(place, len(last.loads) - 1)], load):
        base = "same"
    else:
        used = any(same_load(done, load) for session in history[-40:] for done in session.loads)
        base = "changed" if used else "new"
    if kind == "ahead":
        return base
    return base + ("=" if same_load(load, loads[place - 1]) else "/")


class Mixture:
    """Weights and error histograms of one set of experts on one series, learnt session by session.

    Invariant: every context that was met has as many scores and histogram rows as there are experts.
    """

    __slots__ = ("_errors", "_kind", "_learnt", "_mass", "_priors", "_scores", "_shared")

    def __init__(self, kind: Kind, experts: int) -> None:
        self._kind: Kind = kind
        self._mass = _START_MASS[kind]
        self._learnt = 0
        self._shared = np.zeros(experts)
        self._scores: dict[str, Floats] = {}
        self._errors: dict[str, Floats] = {}
        self._priors: dict[str, tuple[Floats, Floats]] = {}

    def forecast(self, candidates: Sequence[float], context: str) -> Forecast:
        """Forecast one set from the experts' candidates."""
        weights, densities = self._weighed(candidates, context)
        return _summary(weights @ densities, self._wanted())

    def learn(self, seen: Sequence[tuple[Sequence[float], str, int]]) -> None:
        """Learn one session: for each set the candidates, the context and the reps that were done."""
        for context in {context for _, context, _ in seen}:
            self._meet(context)
            self._scores[context] *= _SCORE_KEEP
        self._shared *= _SCORE_KEEP
        self._learnt += 1
        judged = [(one, self._weighed(one[0], one[1])) for one in seen]
        for (candidates, context, reps), (weights, densities) in judged:
            found = _summary(weights @ densities, self._wanted())
            self._mass += _MASS_STEP * (COVER - (found.low <= reps <= found.high))
            self._mass = min(0.95, max(0.4, self._mass))
            told = np.log(densities[:, min(reps, MOST_REPS)] + 1e-6)
            told -= told.max()
            self._scores[context] += told
            self._shared += told
            self._count(candidates, context, reps)

    def _wanted(self) -> float:
        """Mass that the interval must hold; wider while fewer than four sessions were learnt (guess)."""
        return max(self._mass, 0.95 - 0.05 * self._learnt)

    def _count(self, candidates: Sequence[float], context: str, reps: int) -> None:
        errors, start = self._errors[context], self._priors[context][1]
        errors += (1.0 - _ERRORS_KEEP) * (start - errors)
        for row, candidate in enumerate(candidates):
            for centre, share in _around(candidate):
                errors[row, min(max(reps - centre, -_REACH), _REACH) + _REACH] += share

    def _meet(self, context: str) -> None:
        if context in self._scores:
            return
        key = f"{self._kind} {context}"
        weights = np.log(np.array(PRIOR_WEIGHTS[key]))
        errors = _PRIOR_SETS * np.array([_histogram(exact, fall) for exact, fall in PRIOR_ERRORS[key]])
        self._priors[context] = weights, errors
        self._scores[context] = np.zeros(len(weights))
        self._errors[context] = errors.copy()

    def _weighed(self, candidates: Sequence[float], context: str) -> tuple[Floats, Floats]:
        self._meet(context)
        score = self._priors[context][0] + _RATE_CONTEXT * self._scores[context] + _RATE_ALL * self._shared
        weights: Floats = np.exp(score - score.max())
        return weights / weights.sum(), _densities(candidates, self._errors[context])


def unknown_forecast() -> Forecast:
    """What is said without any history: about ten reps, 80 % from 5 to 15; a guess from usual rep ranges."""
    reps = np.arange(MOST_REPS + 1)
    mass = np.exp(-np.abs(reps - 10) / 3.1)
    mass[0] = 0.0
    return Forecast(10, 5, 15, mass / mass.sum())


def _densities(candidates: Sequence[float], errors: Floats) -> Floats:
    found = np.full((len(candidates), MOST_REPS + 1), _FLOOR)
    shares = errors / errors.sum(axis=1, keepdims=True)
    for row, candidate in enumerate(candidates):
        for centre, share in _around(candidate):
            first, last = max(0, centre - _REACH), min(MOST_REPS, centre + _REACH)
            offset = _REACH - centre
            found[row, first : last + 1] += share * shares[row, first + offset : last + offset + 1]
    found[:, 0] *= 0.05  # a logged working set has at least one rep, but for slips
    found /= found.sum(axis=1, keepdims=True)
    return found


def _around(candidate: float) -> tuple[tuple[int, float], ...]:
    """Whole reps around a candidate and their shares; candidates are kept within 0 to `MOST_REPS`."""
    candidate = min(max(candidate, 0.0), float(MOST_REPS))
    low = math.floor(candidate)
    part = candidate - low
    return ((low, 1.0),) if part == 0 else ((low, 1.0 - part), (low + 1, part))


def _histogram(exact: float, fall: float) -> Floats:
    """An error histogram: a share exact, the rest falling by a factor for each rep, both sides alike."""
    away = np.abs(np.arange(-_REACH, _REACH + 1))
    shares = np.where(away == 0, exact, (1.0 - exact) / 2.0 * (1.0 - fall) * fall ** np.maximum(away - 1, 0))
    histogram: Floats = shares / shares.sum()
    return histogram


def _summary(mass: Floats, wanted: float) -> Forecast:
    """Median and the interval grown from it, always to the likelier side, until it holds the wanted mass."""
    values = mass.tolist()
    total, middle = 0.0, 0
    for middle, share in enumerate(values):  # noqa: B007 - the place where the loop stops is the median
        total += share
        if total >= 0.5:
            break
    low = high = middle
    held = values[middle]
    while held < wanted and (low > 0 or high < MOST_REPS):
        below = values[low - 1] if low > 0 else -1.0
        above = values[high + 1] if high < MOST_REPS else -1.0
        if above >= below:
            high, held = high + 1, held + above
        else:
            low, held = low - 1, held + below
    return Forecast(middle, low, high, mass)
