"""The load that a lifter will take for given reps: experts on loads, weighed by their record on the series.

The direction of a prescription: reps are known, the load is asked (docs/evidence.md#forecast-protocol, task B).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from iron.training.forecast.intention import Session, at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.strength.curve import Floats

_LOOK_BACK: Final = 40
_RECENCY: Final = 0.02  # as in intention: guess
_COUNT_COST: Final = 0.1  # a set more or fewer, as a share of reps: guess
_KEEP: Final = 0.95  # what a session keeps of the losses before it
_RATE: Final = 8.0  # a mean error of 1 % over 20 sets weighs a factor of about 5: guess
_LOSS_MOST: Final = 0.4  # log error beyond which a miss is a miss: guess
_EXPERTS: Final = 9

Likeness = list[tuple[float, Session]]


def match_reps(history: Sequence[Session], reps: Sequence[int]) -> Likeness:
    """Order the last sessions by likeness of their reps to today's."""
    likeness = []
    for age, session in enumerate(reversed(history[-_LOOK_BACK:])):
        apart = sum(abs(math.log(mine / at(session, place))) for place, mine in enumerate(reps)) / len(reps)
        likeness.append((_RECENCY * age + _COUNT_COST * abs(len(session.reps) - len(reps)) + apart, session))
    likeness.sort(key=lambda pair: pair[0])
    return likeness


def candidates(
    history: Sequence[Session], likeness: Likeness, reps: Sequence[int], place: int, k: float
) -> list[float]:
    """The load that each expert expects at one set position."""
    last, similar, wanted = history[-1], likeness[0][1], reps[place]
    near = min(range(len(last.reps)), key=lambda i: (abs(last.reps[i] - wanted), abs(i - place)))

    def moved(load: float, reps_done: float, curve: float) -> float:
        return load * (curve + reps_done - 1.0) / (curve + wanted - 1.0)

    here, there = _load_at(last, place), _load_at(similar, place)
    middle = moved(last.loads[near], last.reps[near], 12.0)
    return [
        here,
        there,
        _weighted(
            [(_load_at(session, place), 1.0 / (0.05 + distance)) for distance, session in likeness[:5]]
        ),
        _last_with(history, wanted, place) or middle,
        middle,
        moved(last.loads[near], last.reps[near], k),
        moved(here, at(last, place), 25.0),
        moved(there, at(similar, place), k),
        moved(here, at(last, place), 60.0),
    ]


class LoadExperts:
    """Losses of the experts on one series, apart for reps as last time and reps that differ."""

    __slots__ = ("_losses",)

    def __init__(self) -> None:
        self._losses: dict[bool, Floats] = {True: np.zeros(_EXPERTS), False: np.zeros(_EXPERTS)}

    def forecast(self, history: Sequence[Session], reps: Sequence[int], k: float) -> list[float]:
        """The load of every set [the log's own unit], before the session."""
        likeness = match_reps(history, reps)
        loads = []
        for place in range(len(reps)):
            losses = self._losses[at(history[-1], place) == reps[place]]
            weights = np.exp(-_RATE * (losses - losses.min()))
            options = candidates(history, likeness, reps, place, k)
            loads.append(_weighted(list(zip(options, weights.tolist(), strict=True))))
        return loads

    def learn(self, history: Sequence[Session], session: Session, k: float) -> None:
        """Learn from the loads that were taken."""
        likeness = match_reps(history, session.reps)
        fresh: dict[bool, Floats] = {}
        for place, load in enumerate(session.loads):
            same = at(history[-1], place) == session.reps[place]
            options = np.array(candidates(history, likeness, session.reps, place, k))
            loss = np.minimum(np.abs(np.log(options / load)), _LOSS_MOST)
            fresh[same] = fresh.get(same, np.zeros(_EXPERTS)) + loss
        for same, loss in fresh.items():
            self._losses[same] = _KEEP * self._losses[same] + loss


def _load_at(session: Session, place: int) -> float:
    return session.loads[min(place, len(session.loads) - 1)]


def _last_with(history: Sequence[Session], reps: int, place: int) -> float | None:
    for session in reversed(history[-_LOOK_BACK:]):
        places = [index for index, set_reps in enumerate(session.reps) if set_reps == reps]
        if places:
            return session.loads[min(places, key=lambda index: abs(index - place))]
    return None


def _weighted(weighed: list[tuple[float, float]]) -> float:
    """The weighted median of values and weights."""
    weighed = sorted(weighed)
    half = sum(weight for _, weight in weighed) / 2.0
    total = 0.0
    for value, weight in weighed:
        total += weight
        if total >= half:
            return value
    return weighed[-1][0]
