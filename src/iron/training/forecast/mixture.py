"""The mixture that forecasts reps: every expert's candidate, spread by its errors, weighed by its record.

For each context (load as last time, changed, never used; before the session or within it, at the load of the set
before or not) an expert has a weight and, where it names one number, a histogram of errors; both are learnt on the
series itself with forgetting and start from priors that simulated lifters gave (`priors`). Experts that give whole
distributions (`analogs`, `limits`) have a weight only.

Half of a weight says "who was right so far" (likelihoods), half "for how many sets was he the best explanation"
(online EM): the first is quick to find the one expert of a lifter with a plan, the second keeps several alive for
lifters who do now this, now that.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from iron.training.forecast.analogs import MOST_REPS
from iron.training.forecast.intention import Session, same_load
from iron.training.forecast.mixture_priors import PRIOR_ERRORS, PRIOR_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.strength.curve import Floats

Kind = Literal["ahead", "within"]

COVER: Final = 0.80  # docs/evidence.md#forecast-protocol: the 80 % interval
_REACH: Final = 10  # errors beyond this many reps share the last bin
_FLOOR: Final = 1e-5  # probability of any number of reps by any expert: guess

# How fast the mixture learns. Chosen on simulated lifters (seeds 5000-5059), where all of these are flat.
_SCORE_KEEP: Final = 0.95  # what a session keeps of the log likelihoods before it
_ERRORS_KEEP: Final = 0.97  # what a set keeps of the errors before it
_RATE_CONTEXT: Final = 0.25  # experts agree so often that their likelihoods count only a quarter
_RATE_ALL: Final = 0.10  # what experts earned in other contexts
_PRIOR_SETS: Final = 12.0  # sets that the prior error histogram counts for
_SHARES: Final = 0.5  # part of a weight that online EM has
_SHARES_PRIOR: Final = 10.0  # sets that the prior weights count for in it
_SHARES_KEEP: Final = 0.97  # what a session keeps of the shares before it
_SHARES_ALL: Final = 0.3  # what shares earned in any context count

# Interval mass to start from, below 0.80 because reps are whole, and its step towards coverage (simulated lifters).
_START_MASS: Final[dict[Kind, float]] = {"ahead": 0.63, "within": 0.56}
_NEW_MASS: Final = 0.02  # more of it for a load never used before the session (simulated lifters)
_MASS_STEP: Final = 0.01
_MASS_LEAST: Final = 0.35
_MASS_MOST: Final = 0.95
_APART_MOST: Final = 0.15  # how far the mass of one place may lie from the mass of all
_LATE: Final = 3  # places from the fourth set on share one


@dataclass(frozen=True, slots=True)
class ExpertForecasts:
    """What the experts say about one set.

    Attributes:
        context: see `context_of`.
        place: set position from 0.
        points: one number of reps by each expert of `intention`.
        shapes: one distribution over 0 to `MOST_REPS` reps by each expert of `analogs` and `limits`, rows.
    """

    context: str
    place: int
    points: Sequence[float]
    shapes: Floats


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
        used = any(same_load(past_load, load) for session in history[-40:] for past_load in session.loads)
        base = "changed" if used else "new"
    if kind == "ahead":
        return base
    return base + ("=" if same_load(load, loads[place - 1]) else "/")


class Mixture:
    """Weights and error histograms of one set of experts on one series, learnt session by session.

    Invariant: every context that was met has as many scores, shares and histogram rows as its experts need.
    """

    __slots__ = (
        "_all_scores",
        "_all_shares",
        "_errors",
        "_kind",
        "_learnt",
        "_mass",
        "_mass_at",
        "_priors",
        "_scores",
        "_shares",
    )

    def __init__(self, kind: Kind) -> None:
        experts = len(PRIOR_WEIGHTS[f"{kind} same" + ("" if kind == "ahead" else "=")])
        self._kind: Kind = kind
        self._mass = _START_MASS[kind]
        self._mass_at = [0.0] * (_LATE + 1)
        self._learnt = 0
        self._all_scores = np.zeros(experts)
        self._all_shares = np.zeros(experts)
        self._scores: dict[str, Floats] = {}
        self._shares: dict[str, Floats] = {}
        self._errors: dict[str, Floats] = {}
        self._priors: dict[str, tuple[Floats, Floats]] = {}

    def forecast(self, experts: ExpertForecasts) -> Forecast:
        """Forecast one set from what the experts say."""
        weights, densities = self._weighed(experts)
        return _summary(weights @ densities, self._wanted(experts))

    def learn(self, seen: Sequence[tuple[ExpertForecasts, int]]) -> None:
        """Learn one session: for each set what was said and the reps that were done."""
        for context in {experts.context for experts, _ in seen}:
            self._meet(context)
            self._scores[context] *= _SCORE_KEEP
            self._shares[context] *= _SHARES_KEEP
        self._all_scores *= _SCORE_KEEP
        self._all_shares *= _SHARES_KEEP
        self._learnt += 1
        judged = [(sample, self._weighed(sample[0])) for sample in seen]
        for (experts, reps), (weights, densities) in judged:
            self._cover(_summary(weights @ densities, self._wanted(experts)), experts.place, reps)
            chances = densities[:, min(reps, MOST_REPS)]
            log_chances = np.log(chances + 1e-6)
            log_chances -= log_chances.max()
            self._scores[experts.context] += log_chances
            self._all_scores += log_chances
            share = weights * chances
            share /= share.sum()
            self._shares[experts.context] += share
            self._all_shares += share
            self._count(experts, reps)

    def _wanted(self, experts: ExpertForecasts) -> float:
        """Mass that the interval must hold; wider while fewer than four sessions were learnt (guess)."""
        mass = self._mass + self._mass_at[min(experts.place, _LATE)]
        if experts.context == "new":
            mass += _NEW_MASS
        return max(min(mass, _MASS_MOST), 0.95 - 0.05 * self._learnt)

    def _cover(self, forecast: Forecast, place: int, reps: int) -> None:
        """Move the wanted mass, for all sets and for those of this place, towards the coverage that is promised."""
        step = _MASS_STEP * (COVER - (forecast.low <= reps <= forecast.high))
        self._mass = min(_MASS_MOST, max(_MASS_LEAST, self._mass + step))
        place = min(place, _LATE)
        self._mass_at[place] = min(_APART_MOST, max(-_APART_MOST, self._mass_at[place] + step))

    def _count(self, experts: ExpertForecasts, reps: int) -> None:
        errors, start = self._errors[experts.context], self._priors[experts.context][1]
        errors += (1.0 - _ERRORS_KEEP) * (start - errors)
        for row, candidate in enumerate(experts.points):
            for centre, share in _around(candidate):
                errors[row, min(max(reps - centre, -_REACH), _REACH) + _REACH] += share

    def _meet(self, context: str) -> None:
        if context in self._scores:
            return
        key = f"{self._kind} {context}"
        weights = np.array(PRIOR_WEIGHTS[key])
        errors = _PRIOR_SETS * np.array([_histogram(exact, fall) for exact, fall in PRIOR_ERRORS[key]])
        self._priors[context] = weights, errors
        self._scores[context] = np.zeros(len(weights))
        self._shares[context] = np.zeros(len(weights))
        self._errors[context] = errors.copy()

    def _weighed(self, experts: ExpertForecasts) -> tuple[Floats, Floats]:
        self._meet(experts.context)
        prior = self._priors[experts.context][0]
        score = _RATE_CONTEXT * self._scores[experts.context] + _RATE_ALL * self._all_scores
        right = prior * np.exp(score - score.max())
        shares = _SHARES_PRIOR * prior + self._shares[experts.context] + _SHARES_ALL * self._all_shares
        weights: Floats = (1.0 - _SHARES) * right / right.sum() + _SHARES * shares / shares.sum()
        points = _densities(experts.points, self._errors[experts.context])
        return weights, np.vstack([points, experts.shapes])


def unknown_forecast() -> Forecast:
    """The forecast without any history: about ten reps, 80 % from 5 to 15; a guess from usual rep ranges."""
    reps = np.arange(MOST_REPS + 1)
    mass = np.exp(-np.abs(reps - 10) / 3.1)
    mass[0] = 0.0
    return Forecast(10, 5, 15, mass / mass.sum())


def _densities(candidates: Sequence[float], errors: Floats) -> Floats:
    densities = np.full((len(candidates), MOST_REPS + 1), _FLOOR)
    shares = errors / errors.sum(axis=1, keepdims=True)
    for row, candidate in enumerate(candidates):
        for centre, share in _around(candidate):
            first, last = max(0, centre - _REACH), min(MOST_REPS, centre + _REACH)
            offset = _REACH - centre
            densities[row, first : last + 1] += share * shares[row, first + offset : last + offset + 1]
    densities[:, 0] *= 0.05  # a logged working set has at least one rep, but for slips
    densities /= densities.sum(axis=1, keepdims=True)
    return densities


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
        if total >= 0.5 - 1e-9:
            break
    low = high = middle
    held = values[middle]
    while held < wanted - 1e-9 and (low > 0 or high < MOST_REPS):
        below = values[low - 1] if low > 0 else -1.0
        above = values[high + 1] if high < MOST_REPS else -1.0
        if above >= below:
            high, held = high + 1, held + above
        else:
            low, held = low - 1, held + below
    return Forecast(middle, low, high, mass)
