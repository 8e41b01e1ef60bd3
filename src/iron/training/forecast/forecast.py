"""Forecasts of one series: reps before the session, reps of the next set within it, and loads for given reps.

A series is one exercise of one lifter (one line, where lines are known). The forecaster learns session by
session and is never told anything about the session that it forecasts.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from iron.training.forecast.analogs import Past
from iron.training.forecast.intention import Matches, Session, ahead, match, within
from iron.training.forecast.limits import Limits
from iron.training.forecast.load_experts import LoadExperts
from iron.training.forecast.mixture import (
    ExpertForecasts,
    Forecast,
    Kind,
    Mixture,
    context_of,
    unknown_forecast,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORKING_SHARE: Final = (
    0.7  # docs/evidence.md#forecast-protocol: a working set has at least 70 % of the session's heaviest load
)
MOST_REPS_SCORED: Final = 40  # the same: 1 to 40 reps
# A load outside these is a slip in any unit: no plate is lighter, no machine heavier (guess).
LEAST_LOAD: Final = 1e-3
MOST_LOAD: Final = 1e5
# Returned where no load was ever logged: an empty bar in kilograms. A guess that is a number and never zero.
NO_LOAD_KNOWN: Final = 20.0


def session_of(day: int, sets: Iterable[tuple[float, float]]) -> Session | None:
    """The working sets of one workout as (load, reps), or None when none is usable.

    See docs/evidence.md#forecast-protocol.
    """
    usable = [
        (load, round(reps))
        for load, reps in sets
        if is_load(load) and math.isfinite(reps) and 1 <= round(reps) <= MOST_REPS_SCORED
    ]
    if not usable:
        return None
    top = max(load for load, _ in usable)
    working = [(load, reps) for load, reps in usable if load >= WORKING_SHARE * top]
    return Session(day, tuple(load for load, _ in working), tuple(reps for _, reps in working))


def is_load(load: float) -> bool:
    """Whether a number can be the load of a set, in any unit; not so NaN, zero, assistance or 10^9."""
    return LEAST_LOAD <= load <= MOST_LOAD


class Forecaster:
    """One series with all that was learnt from it.

    Invariant: everything learnt comes from ``history``; the same history gives the same forecasts.
    """

    __slots__ = (
        "_before",
        "_forecasts",
        "_history",
        "_k",
        "_limits",
        "_loads",
        "_matched",
        "_past",
        "_within",
    )

    def __init__(self, k: float) -> None:
        self._k = k
        self._history: list[Session] = []
        self._before = Mixture("ahead")
        self._within = Mixture("within")
        self._past = Past(k)
        self._limits = Limits(k)
        self._loads = LoadExperts()
        # What was asked of the next session is asked again when it is learnt from; both end with the history.
        self._matched: dict[tuple[tuple[float, ...], bool], Matches] = {}
        self._forecasts: dict[tuple[Any, ...], ExpertForecasts] = {}

    @property
    def history(self) -> Sequence[Session]:
        """The sessions learnt so far, oldest first."""
        return self._history

    def learn(self, session: Session) -> None:
        """Learn from a session what its forecasts got wrong, and add it to the history."""
        history, loads, reps = self._history, session.loads, session.reps
        if history:
            places = range(len(loads))
            self._before.learn([(self._ahead(loads, place), reps[place]) for place in places])
            later = [(self._later(loads[: place + 1], reps[:place]), reps[place]) for place in places[1:]]
            if later:
                self._within.learn(later)
            self._loads.learn(history, session, self._k)
        self.remember(session)

    def remember(self, session: Session) -> None:
        """Add a session to the history without learning whom to believe."""
        self._history.append(session)
        self._past.add(session)
        self._limits.add(session)
        self._matched.clear()
        self._forecasts.clear()

    def expert_forecasts(
        self, loads: Sequence[float], reps_done: Sequence[int], place: int
    ) -> dict[Kind, ExpertForecasts]:
        """What every expert says about one set of the next session, before it and, after a first set, within it.

        Args:
            loads: loads of the whole session.
            reps_done: reps of the sets before ``place``.
            place: set position from 0.
        """
        now: dict[Kind, ExpertForecasts] = {"ahead": self._ahead(loads, place)}
        if place:
            now["within"] = self._later(loads[: place + 1], reps_done)
        return now

    def reps(self, loads: Sequence[float]) -> list[Forecast]:
        """Forecast the reps of every working set of the next session, in order, from their loads."""
        if not self._history or not loads:
            return [unknown_forecast() for _ in loads]
        usable = [load if is_load(load) else self._history[-1].loads[0] for load in loads]
        return [
            self._before.forecast(self._ahead(usable, place))
            if usable[place] == loads[place]
            else unknown_forecast()
            for place in range(len(usable))
        ]

    def next_reps(self, loads: Sequence[float], reps_done: Sequence[int]) -> Forecast:
        """Forecast the next set of a running session.

        Args:
            loads: loads of the sets done and, last, of the next one.
            reps_done: reps of the sets done, one fewer than ``loads``.
        """
        if not self._history or not is_load(loads[-1]):
            return unknown_forecast()
        if not reps_done:
            return self._before.forecast(self._ahead(loads, 0, whole=False))
        return self._within.forecast(self._later(loads, reps_done))

    def loads(self, reps: Sequence[int]) -> list[float]:
        """Forecast the loads that go with given reps, in the unit of the history.

        One for each number of reps; `NO_LOAD_KNOWN` each while the history holds no usable set.
        """
        wanted = [min(max(1, number), MOST_REPS_SCORED) for number in reps]
        if not self._history:
            return [NO_LOAD_KNOWN] * len(wanted)
        return self._loads.forecast(self._history, wanted, self._k) if wanted else []

    def _ahead(self, loads: Sequence[float], place: int, *, whole: bool = True) -> ExpertForecasts:
        asked = (tuple(loads), place, whole)
        if asked not in self._forecasts:
            self._forecasts[asked] = ExpertForecasts(
                context_of(self._history, loads, place, "ahead"),
                place,
                ahead(self._history, self._matches(loads, whole=whole), loads, place, self._k),
                np.vstack(
                    [self._past.ahead(loads, place, whole=whole), self._limits.forecast(loads, (), place)]
                ),
            )
        return self._forecasts[asked]

    def _later(self, loads: Sequence[float], reps_done: Sequence[int]) -> ExpertForecasts:
        asked = (tuple(loads), tuple(reps_done))
        if asked not in self._forecasts:
            place = len(reps_done)
            matches = self._matches(loads, whole=False)
            self._forecasts[asked] = ExpertForecasts(
                context_of(self._history, loads, place, "within"),
                place,
                within(self._history, matches, loads, reps_done, self._k),
                np.vstack(
                    [self._past.within(loads, reps_done), self._limits.forecast(loads, reps_done, place)]
                ),
            )
        return self._forecasts[asked]

    def _matches(self, loads: Sequence[float], *, whole: bool) -> Matches:
        asked = (tuple(loads), whole)
        if asked not in self._matched:
            self._matched[asked] = match(self._history, loads, whole=whole)
        return self._matched[asked]
