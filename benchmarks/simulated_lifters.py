"""Simulated lifters: seeded, with a known 10RM, curve, habits, depth cuts, machine changes, gaps and
plateaus.

They check what real logs cannot: whether the engine's strength is true (docs/accuracy.md). Every habit
below is one that docs/evidence.md describes; the shares of habits and the spreads are guesses,
chosen before the engine was scored on them, and they are the source of the mixture's priors.

A library for the other benchmarks here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from simulated_habits import HABITS, MOST, Plan

START = date(2024, 1, 1)
POUND = 0.45359237
DAY_SD = 0.025  # log 10RM: form of the day
CUT_SHARE = 0.75  # a cut depth moves a third more
FAMILIES = {  # family: (prior K, load step kg, 10RM low, 10RM high, share of series)
    "leg_press": (45.0, 5.0, 80.0, 300.0, 0.15),
    "bench_press": (31.0, 2.5, 40.0, 120.0, 0.15),
    "squat": (35.0, 2.5, 50.0, 160.0, 0.15),
    "row": (35.0, 2.5, 30.0, 90.0, 0.15),
    "curl": (35.0, 2.0, 10.0, 40.0, 0.15),
    "leg_ext_curl": (35.0, 5.0, 30.0, 100.0, 0.1),
    "raise_fly": (35.0, 2.0, 5.0, 20.0, 0.1),
    "calf": (35.0, 5.0, 40.0, 150.0, 0.05),
}
_HIGH_REPS = ("raise_fly", "calf")  # usual targets of 12 and more


@dataclass(frozen=True)
class Body:
    """What is true of one lifter on one exercise; the engine never sees it."""

    k: float
    level: float  # log 10RM at the start [kg]
    gain: float  # first weekly gain of log 10RM
    fatigue: float
    bias: float  # reps by which he under-predicts what is left
    effort: float  # reps he usually leaves
    plateau: tuple[int, int]  # first and last week without gain


@dataclass(frozen=True)
class DoneSet:
    day: date
    load: float
    reps: int
    rir: float | None
    feet: str = "low"
    machine: str = "a"
    cut: bool = False
    failed: bool = False  # a rep was failed, and the lifter said so
    aim: int = 0  # reps at which he meant to stop, `MOST` for an open set; the engine never sees it


@dataclass
class Series:
    """One lifter's log of one exercise with the truth beside it."""

    family: str
    habit: str
    body: Body
    workouts: list[list[DoneSet]] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)  # 10RM of the day's line, kg


def simulate(seed: int, *, rir: str | None = None, sessions: int | None = None) -> Series:
    """One series. ``rir`` fixes the policy: none, last, all, some."""
    rng = np.random.default_rng(seed)
    names = list(FAMILIES)
    family = str(rng.choice(names, p=[FAMILIES[name][4] for name in names]))
    prior_k, step, low, high, _ = FAMILIES[family]
    body = Body(
        k=float(prior_k * math.exp(rng.normal(0, 0.25))),
        level=math.log(rng.uniform(low, high)),
        gain=float(max(0.0, rng.normal(0.006, 0.004))),
        fatigue=float(max(0.0, rng.normal(0.068, 0.03))),
        bias=float(rng.normal(0.95, 0.7)),
        effort=float(rng.uniform(0.0, 4.0)),
        plateau=_plateau(rng),
    )
    series = Series(family, str(rng.choice(HABITS)), body)
    policy = rir or str(rng.choice(["none", "none", "last", "all", "some"]))
    count = sessions or int(rng.choice([rng.integers(7, 15), rng.integers(8, 140)]))
    if rng.random() < 0.4:  # plates in pounds
        step = POUND * (5.0 if step < 5 else 10.0)
    if family == "leg_press":
        step *= float(rng.choice([1, 2, 4]))  # plates are moved in pairs of 2.5, 5, 10 kg
    targets = [12, 15, 15, 20] if family in _HIGH_REPS else [5, 8, 8, 10, 10, 12, 15]
    _train(series, rng, Plan(series.habit, rng, step, int(rng.choice(targets))), policy, count)
    return series


@dataclass(frozen=True)
class Visit:
    """A workout as the simulation sees it; ``ability`` is the log of the 10RM at its start."""

    day: date
    feet: str
    machine: str
    cut: bool
    ability: float


def _plateau(rng: np.random.Generator) -> tuple[int, int]:
    start = int(rng.integers(6, 40))
    return (start, start + int(rng.integers(8, 20))) if rng.random() < 0.6 else (9999, 9999)


def true_level(body: Body, weeks: float, lost: float) -> float:
    """Log 10RM after some weeks: gains fall as 1 / (1 + weeks / 13) and stop in the plateau."""
    first, last = body.plateau

    def gained(week: float) -> float:
        return body.gain * 13.0 * math.log1p(week / 13.0)

    pause = gained(min(weeks, last)) - gained(first) if weeks > first else 0.0
    return body.level + gained(weeks) - pause - lost


def _train(series: Series, rng: np.random.Generator, plan: Plan, policy: str, count: int) -> None:
    body = series.body
    day, lost, feet, machine, offsets = START, 0.0, "low", "a", {("low", "a"): 0.0}
    spacing = float(rng.choice([3.5, 7.0]))
    cut_left = 0
    for number in range(count):
        gap = 0
        if rng.random() < 0.02:
            gap = int(rng.integers(14, 56))
            lost += 0.01 * max(0.0, gap / 7.0 - 2.0)
        again = rng.random() < 0.01  # a second workout on the same day
        day += timedelta(days=0 if again else max(1, round(spacing + rng.normal(0, 0.8))) + gap)
        lost = max(0.0, lost - 0.004)
        if series.family == "leg_press" and number and rng.random() < 0.03:
            feet = str(rng.choice(["low", "high", "middle"]))
        if number and rng.random() < 0.01:
            machine = str(rng.choice(["a", "b"]))
        if (feet, machine) not in offsets:
            offsets[feet, machine] = float(rng.normal(0, 0.06 if machine == "a" else 0.15))
        if series.family == "leg_press" and cut_left == 0 and rng.random() < 0.02:
            cut_left = int(rng.integers(2, 6))
        cut, cut_left = cut_left > 0, max(0, cut_left - 1)
        fresh = true_level(body, (day - START).days / 7.0, lost) + offsets[feet, machine]
        today = fresh + rng.normal(0, DAY_SD)
        ability = today - math.log(CUT_SHARE) * cut
        visit = Visit(day, feet, machine, cut, ability)
        sets = plan.workout(math.exp(ability), body, number)
        done_sets: list[DoneSet] = []
        for place, planned in enumerate(sets):
            says_rir = policy == "all" or (policy == "last" and place == len(sets) - 1)
            chance = 1.0 if says_rir else 0.2 if policy == "some" else 0.0
            load, target = plan.next_set(done_sets, planned)
            done_sets.append(_perform(body, rng, plan, visit, place, (load, target), chance))
        plan.learn(done_sets)
        series.workouts.append(done_sets)
        series.truth.append(math.exp(fresh))


def _perform(
    body: Body,
    rng: np.random.Generator,
    plan: Plan,
    visit: Visit,
    place: int,
    planned: tuple[float, int],
    rir_chance: float,
) -> DoneSet:
    """One set as it is logged. Published figures depend on the order of the random draws here."""
    load, target = planned
    left = _to_failure(body, rng, visit.ability, load, place)
    while round(left) < 1:  # nobody logs a rep that he cannot do: he takes weight off
        load = plan.too_heavy(load)
        left = _to_failure(body, rng, visit.ability, load, place)
    # An open set does not go to failure.
    spare = rng.exponential(usual_spare(body)) if target == MOST else 0.0
    reps = int(max(1, min(target, round(left - spare))))
    felt = max(0.0, left - reps - body.bias + rng.normal(0, 0.8 + 0.25 * max(0.0, left - reps)))
    is_logged = rir_chance == 1.0 or (rir_chance > 0.0 and rng.random() < rir_chance)
    felt_rir = min(10.0, round(felt * 2) / 2) if left - reps >= 0.5 else 0.0
    is_failure = is_logged and left - reps < 0.5 and reps < target
    return DoneSet(
        visit.day,
        load,
        reps,
        felt_rir if is_logged else None,
        visit.feet,
        visit.machine,
        visit.cut,
        is_failure,
        target,
    )


def _to_failure(body: Body, rng: np.random.Generator, ability: float, load: float, place: int) -> float:
    reps = float(to_failure(body, ability, load, place))
    return reps + float(rng.normal(0, float(set_noise(reps))))


def to_failure(body: Body, ability: Any, load: float, place: int) -> Any:
    """Reps to failure of a set without its luck, a number or an array as ``ability`` is."""
    tired = body.fatigue * (1 - 0.47**place)
    return (body.k + 9) * np.exp(ability - tired) / load - body.k + 1


def set_noise(reps: Any) -> Any:
    """Standard deviation of the luck of a set, which grows from 4 to 12 reps."""
    return 0.7 + 0.4 * np.clip((reps - 4) / 8, 0.0, 1.0)


def usual_spare(body: Body) -> float:
    """Reps that an open set leaves, on average."""
    return 0.4 * min(body.effort, 2.5)
