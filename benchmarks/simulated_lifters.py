"""Simulated lifters: seeded, with a known 10RM, curve, habits, depth cuts, machine changes, gaps and
plateaus.

They check what real logs cannot: whether the engine's strength is true (docs/accuracy.md). Every habit
below is one that training.md sections 1-2 describe; the shares of habits and the spreads are guesses,
chosen before the engine was scored on them, and they are the source of the mixture's priors.

A library for the other benchmarks here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

START = date(2024, 1, 1)
FAMILIES = {  # family: (prior K, load step kg, 10RM low, 10RM high, share of series)
    "leg_press": (45.0, 5.0, 80.0, 300.0, 0.15),
    "bench_press": (31.0, 2.5, 40.0, 120.0, 0.2),
    "squat": (35.0, 2.5, 50.0, 160.0, 0.2),
    "row": (35.0, 2.5, 30.0, 90.0, 0.15),
    "curl": (35.0, 2.0, 10.0, 40.0, 0.15),
    "leg_ext_curl": (35.0, 5.0, 30.0, 100.0, 0.15),
}
HABITS = ("straight", "linear", "waves", "pyramid", "two days", "by feel", "fixed", "blocks")


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


@dataclass
class Series:
    """One lifter's log of one exercise with the truth beside it."""

    family: str
    habit: str
    body: Body
    workouts: list[list[DoneSet]] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)  # 10RM of the day's line, kg


def simulate(seed: int, *, rir: str | None = None, sessions: int | None = None) -> Series:
    """One series. ``rir`` fixes the policy: none, last, all."""
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
    policy = rir or str(rng.choice(["none", "none", "last", "all"]))
    count = sessions or int(rng.integers(8, 140))
    _train(series, rng, step, policy, count)
    return series


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


def _train(series: Series, rng: np.random.Generator, step: float, policy: str, count: int) -> None:
    body, plan = series.body, _Plan(series.habit, rng, step)
    day, lost, feet, machine, offsets = START, 0.0, "low", "a", {("low", "a"): 0.0}
    spacing = float(rng.choice([3.5, 7.0]))
    cut_left = 0
    for number in range(count):
        gap = 0
        if rng.random() < 0.02:
            gap = int(rng.integers(14, 56))
            lost += 0.01 * max(0.0, gap / 7.0 - 2.0)
        day += timedelta(days=max(1, round(spacing + rng.normal(0, 0.8))) + gap)
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
        today = fresh + rng.normal(0, 0.025)
        ability = today - math.log(0.75) * cut
        sets = plan.workout(math.exp(ability), body, number)
        done: list[DoneSet] = []
        for place, (load, target) in enumerate(sets):
            left = _to_failure(body, rng, ability, load, place)
            reps = int(max(1, min(target, round(left))))
            felt = max(0.0, left - reps - body.bias + rng.normal(0, 0.8 + 0.25 * max(0.0, left - reps)))
            told = policy == "all" or (policy == "last" and place == len(sets) - 1)
            said = min(10.0, round(felt * 2) / 2) if left - reps >= 0.5 else 0.0
            done.append(
                DoneSet(day, load, reps, said if told else None, feet, machine, cut, told and reps < target)
            )
        plan.learn(done)
        series.workouts.append(done)
        series.truth.append(math.exp(fresh))


def _to_failure(body: Body, rng: np.random.Generator, ability: float, load: float, place: int) -> float:
    tired = body.fatigue * (1 - 0.47**place)
    reps = (body.k + 9) * math.exp(ability - tired) / load - body.k + 1
    return reps + rng.normal(0, 0.7 + 0.4 * min(1.0, max(0.0, (reps - 4) / 8)))


class _Plan:
    """How a lifter chooses loads and reps from what he did; a small state machine for each habit."""

    def __init__(self, habit: str, rng: np.random.Generator, step: float) -> None:
        self.habit, self.rng, self.step = habit, rng, step
        self.sets = int(rng.integers(2, 6))
        self.target = int(rng.choice([5, 8, 10, 12, 15]))
        self.load: dict[int, float] = {}
        self.failed: dict[int, int] = {}
        self.day = 0
        self.ambition = float(rng.uniform(0.0, 2.5))

    def workout(self, able: float, body: Body, number: int) -> list[tuple[float, int]]:
        if number and self.habit == "blocks" and number % 14 == 0:
            self.target = int(self.rng.choice([5, 6, 8, 10, 12, 15]))
            self.load.clear()
        if self.rng.random() < 0.04:  # a free day: another load by whim
            load = self._round(able * float(self.rng.uniform(0.75, 1.0)))
            return [(load, int(self.rng.choice([8, 10, 12, 15, 20])))] * self.sets
        self.day = number
        kind = self._kind(number)
        target = self._target(kind)
        if kind not in self.load:
            self.load[kind] = self._round(
                able * (body.k + 9) / (body.k + target + self.ambition + body.effort + 1)
            )
        load = self.load[kind]
        if self.habit == "pyramid":
            reps = [12, 10, 8, 6][: self.sets]
            return [(self._round(load * (1 + 0.06 * place)), rep) for place, rep in enumerate(reps)]
        if self.habit == "waves":
            return [
                (self._round(load * share), rep)
                for share, rep in zip((0.75, 0.85, 0.95), (target, target, 40), strict=True)
            ]
        if self.habit == "by feel":
            wanted = (
                able * float(self.rng.normal(1.0, 0.03)) * (body.k + 9) / (body.k + target + body.effort - 1)
            )
            most = 40 if body.effort < 1 else target
            return [(self._round(wanted), most)] * self.sets
        count = self.sets - int(self.rng.random() < 0.08)
        if self.habit == "straight":
            return [(load, target + 2)] * max(1, count)
        return [(load, target)] * max(1, count)

    def learn(self, done: list[DoneSet]) -> None:
        kind = self._kind(self.day)
        if kind not in self.load:
            return
        if self.habit not in {"pyramid", "waves"} and abs(done[0].load - self.load[kind]) > 1e-6:
            return
        target = self._target(kind)
        grown = min(one.reps for one in done) >= target and self.rng.random() < (
            0.15 if self.habit == "fixed" else 0.6
        )
        self.failed[kind] = 0 if min(one.reps for one in done) >= target - 2 else self.failed.get(kind, 0) + 1
        if grown and not (self.habit == "waves" and kind != 2):
            jumps = 2 if self.rng.random() < 0.3 else 1  # lifters jump too far (training.md 2.5)
            self.load[kind] += jumps * self.step
        elif self.failed[kind] >= 3:
            self.load[kind] = self._round(0.9 * self.load[kind])
            self.failed[kind] = 0

    def _kind(self, number: int) -> int:
        if self.habit == "two days":
            return number % 2
        return number % 3 if self.habit == "waves" else 0

    def _target(self, kind: int) -> int:
        if self.habit == "two days":
            return self.target if kind == 0 else self.target + 5
        return (5, 3, 1)[kind] if self.habit == "waves" else self.target

    def _round(self, load: float) -> float:
        return max(self.step, round(load / self.step) * self.step)
