"""What error no forecast of reps can go below on the simulated lifters: that of somebody who knows them.

He knows what the engine has to learn: the true 10RM of the line before the day, the curve, the fatigue from set to set,
the reserve, and the reps at which the lifter means to stop. Only the form of the day (2.5 %) and the luck of each set
(0.7 to 1.1 reps) are hidden, and he reads the form off the sets already done that day by Bayes' rule. Sets are those of
`simulated_forecasts`. Lifters who choose the load by today's form tell it with the load; he makes no use of that.

Run: python benchmarks/simulated_floor.py [--lifters 250] [--seed 170000]
"""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING

import numpy as np
from simulated_habits import MOST
from simulated_lifters import (
    CUT_SHARE,
    DAY_SD,
    Body,
    DoneSet,
    Series,
    set_noise,
    simulate,
    to_failure,
    usual_spare,
)

from iron.training.forecast.evaluate import FIRST_SCORED
from iron.training.forecast.forecast import MOST_REPS_SCORED, WORKING_SHARE
from iron.training.forecast.intention import same_load

if TYPE_CHECKING:
    from collections.abc import Iterator

    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

REPS = np.arange(1, 61)
FORM = np.linspace(-3, 3, 25)  # standard deviations of the day
SPARE = -np.log(1 - (np.arange(8) + 0.5) / 8)  # eight equally likely values of an exponential
SUBSETS = (
    "all sets",
    "load changed",
    "load never used",
    "leg press",
    "leg press, load changed",
    "first",
    "later",
)


def chances(body: Body, ability: float, logged: DoneSet, place: int) -> Floats:
    """Row for each form of the day: the chances of 1 to 60 reps of a set."""
    able = to_failure(body, ability + DAY_SD * FORM, logged.load, place)[:, None, None]
    spare = usual_spare(body) * SPARE if logged.aim == MOST else np.zeros(1)
    ends = np.arange(0, 61) + 0.5
    below = 0.5 * (1 + _erf((ends + spare[:, None] - able) / (set_noise(able) * math.sqrt(2))))
    below[..., -1] = 1.0
    below[..., 0] = 0.0 if logged.aim == MOST else np.minimum(below[..., 0], 1 - 1e-9)
    rows = np.diff(below, axis=-1).mean(axis=1)
    rows /= rows.sum(axis=1, keepdims=True)
    rows[:, logged.aim - 1] += rows[:, logged.aim :].sum(axis=1)
    rows[:, logged.aim :] = 0.0
    return rows


def _erf(values: Floats) -> Floats:
    return np.vectorize(math.erf)(values)


def errors(series: Series) -> Iterator[tuple[set[str], float, float]]:
    """Of each scored set: its subsets and the errors ahead and in session."""
    history: list[list[DoneSet]] = []
    for workout, truth in zip(series.workouts, series.truth, strict=True):
        top = max(logged.load for logged in workout)
        usable = [
            (place, logged)
            for place, logged in enumerate(workout)
            if logged.load >= WORKING_SHARE * top and logged.reps <= MOST_REPS_SCORED
        ]
        if len(history) >= FIRST_SCORED:
            form = prior = np.exp(-0.5 * FORM**2)
            for number, (place, logged) in enumerate(usable):
                rows = chances(series.body, math.log(truth) - math.log(CUT_SHARE) * logged.cut, logged, place)
                ahead, now = (_median(weights @ rows) for weights in (prior, form))
                yield (
                    _subsets(series, history, logged, number),
                    abs(ahead - logged.reps),
                    abs(now - logged.reps),
                )
                form = form * (rows[:, logged.reps - 1] + 1e-9)
        history.append([logged for _, logged in usable])


def _median(mass: Floats) -> int:
    return int(REPS[np.searchsorted(np.cumsum(mass), 0.5 * mass.sum())])


def _subsets(series: Series, history: list[list[DoneSet]], logged: DoneSet, place: int) -> set[str]:
    last = history[-1][min(place, len(history[-1]) - 1)]
    names = {"all sets", "later" if place else "first"}
    if not same_load(last.load, logged.load):
        names.add("load changed")
        if not any(same_load(past.load, logged.load) for before in history for past in before):
            names.add("load never used")
    if series.family == "leg_press":
        names |= {"leg press", "leg press, load changed"} if "load changed" in names else {"leg press"}
    return names


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lifters", type=int, default=250)
    parser.add_argument("--seed", type=int, default=170000)
    given = parser.parse_args()
    rows = [row for at in range(given.lifters) for row in errors(simulate(given.seed + at))]
    print("| subset | sets | ahead, MAE | in session, MAE |\n|---|---|---|---|")
    for subset in SUBSETS:
        of = [row[1:] for row in rows if subset in row[0]]
        ahead, now = np.mean(of, axis=0)
        print(f"| {subset} | {len(of)} | {ahead:.2f} | {now:.2f} |")


if __name__ == "__main__":
    main()
