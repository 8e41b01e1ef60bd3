"""How simulated lifters choose loads and reps: one small state machine for each habit.

Habits are those that docs/evidence.md and public programs describe; their shares and spreads are guesses,
chosen before the engine was scored on them. A library for `simulated_lifters`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from simulated_lifters import Body, DoneSet

HABITS = (
    "straight",
    "linear",
    "waves",
    "pyramid",
    "two days",
    "by feel",
    "fixed",
    "blocks",
    "to failure",
    "double",
    "top and back-off",
    "ramp",
    "last set open",
    "5/3/1",
    "rep cycle",
    "reverse pyramid",
    "same reps, load by feel",
)
MOST = 40  # an open set: as many as possible
Wanted = list[tuple[float, int]]

# Weeks of 5/3/1: (share of the training max, reps; the last set is open), then a light week.
_WEEKS = (
    ((0.65, 5), (0.75, 5), (0.85, 5)),
    ((0.70, 3), (0.80, 3), (0.90, 3)),
    ((0.75, 5), (0.85, 3), (0.95, 1)),
    ((0.40, 5), (0.50, 5), (0.60, 5)),
)


class Plan:
    """What one lifter means to do, learnt from what he did.

    ``next_set`` may change today's plan after each set: lifters take weight off when reps fall short.
    """

    def __init__(self, habit: str, rng: np.random.Generator, step: float, target: int) -> None:
        self.habit, self.rng, self.step, self.target = habit, rng, step, target
        self.sets = int(rng.integers(2, 6))
        self.load: dict[int, float] = {}
        self.short: dict[int, int] = {}
        self.day = 0
        self.ambition = float(rng.uniform(0.0, 2.5))
        self.width = int(rng.choice([2, 2, 3, 4, 5]))
        self.yields = float(rng.choice([0.0, 0.0, 0.5, 0.9]))  # chance to take weight off after a short set
        self.back = float(rng.uniform(0.8, 0.95))
        self.more = float(rng.choice([0.0, 0.0, 0.0, 0.3]))  # chance of a rep more than planned, each set
        self.jump = float(rng.choice([1, 1, 1, 2, 4]))  # lifters jump too far (docs/evidence.md#progress)
        self.last: dict[int, list[int]] = {}

    def workout(self, able: float, body: Body, number: int) -> Wanted:
        """Today's (load, reps at which he stops), for a 10RM of ``able`` kilograms."""
        if number and self.habit == "blocks" and number % 14 == 0:
            self.target = int(self.rng.choice([5, 6, 8, 10, 12, 15]))
            self.load.clear()
        self.day = number
        if self.rng.random() < 0.04:  # a free day: another load by whim
            load = self._round(able * float(self.rng.uniform(0.75, 1.0)))
            return [(load, int(self.rng.choice([8, 10, 12, 15, 20])))] * self.sets
        kind, target = self._kind(number), self._target(number)
        if kind not in self.load:
            room = target + self.ambition + body.effort + 1
            self.load[kind] = self._round(able * (body.k + 9) / (body.k + room))
        return [
            (load, reps + int(self.rng.random() < self.more))
            for load, reps in self._sets(kind, target, able, body)
        ]

    def _sets(self, kind: int, target: int, able: float, body: Body) -> Wanted:
        load, count = self.load[kind], max(1, self.sets - int(self.rng.random() < 0.08))
        habit = self.habit
        if habit == "pyramid":
            return [
                (self._round(load * (1 + 0.06 * at)), reps)
                for at, reps in enumerate([12, 10, 8, 6][: self.sets])
            ]
        if habit == "reverse pyramid":
            return [(self._round(load * (1 - 0.1 * at)), target + 2 * at) for at in range(min(3, self.sets))]
        if habit == "waves":
            parts = zip((0.75, 0.85, 0.95), (target, target, MOST), strict=True)
            return [(self._round(load * share), reps) for share, reps in parts]
        if habit == "5/3/1":
            week = _WEEKS[kind % 4]
            top = max(self.load.values())
            planned = [(self._round(top * share * 1.1), reps) for share, reps in week]
            return planned if kind % 4 == 3 else [*planned[:-1], (planned[-1][0], MOST)]
        if habit in {"by feel", "same reps, load by feel"}:
            form = able * float(self.rng.normal(1.0, 0.03 if habit == "by feel" else 0.06))
            wanted = self._round(form * (body.k + 9) / (body.k + target + body.effort - 1))
            return [(wanted, MOST if body.effort < 1 and habit == "by feel" else target)] * self.sets
        if habit == "to failure":
            return [(load, target + self.width + (5 if self.ambition > 1.5 else 0))] * count
        if habit == "double":
            aims = [reps + 1 for reps in self.last.get(kind, [])] or [target]
            return [
                (load, min(target + self.width, max(target, aims[min(at, len(aims) - 1)])))
                for at in range(count)
            ]
        if habit == "top and back-off":
            return [(load, target)] + [(self._round(load * self.back), target + self.width)] * count
        if habit == "ramp":
            return [
                (self._round(load * (0.7 + self.back * 0.2)), max(2, target // 2)),
                *[(load, target)] * count,
            ]
        if habit == "last set open":
            return [*[(load, target)] * count, (load, MOST)]
        return [(load, target + 2 if habit == "straight" else target)] * count

    def next_set(self, done_sets: list[DoneSet], planned: tuple[float, int]) -> tuple[float, int]:
        """The next set after today's sets so far: lighter when the last one fell short, for those who yield."""
        if not done_sets:
            return planned
        before, (load, reps) = done_sets[-1], planned
        lighter = min(load, before.load) if self.yields else load
        if reps < MOST and before.reps < reps - 1 and before.load >= load and self.rng.random() < self.yields:
            lighter = self._round(before.load * float(self.rng.choice([0.95, 0.9, 0.9, 0.8])))
        return lighter, reps

    def too_heavy(self, load: float) -> float:
        """A load that did not move at all: a tenth less, next time too."""
        kind = self._kind(self.day)
        self.load[kind] = min(self.load.get(kind, load), self._round(0.9 * self.load.get(kind, load)))
        return max(1e-3, min(self._round(0.9 * load), load - self.step))

    def learn(self, done_sets: list[DoneSet]) -> None:
        """Change the plan by what was done."""
        kind = self._kind(self.day)
        if kind not in self.load:
            return
        steady = self.habit in {"pyramid", "waves", "5/3/1", "ramp", "reverse pyramid"}
        if not steady and abs(done_sets[0].load - self.load[kind]) > 1e-6:
            return
        target = self._target(self.day) + (self.width if self.habit == "double" else 0)
        reached = (
            done_sets[-1].reps >= target
            if self.habit in {"ramp", "top and back-off"}
            else self._reached(done_sets, target)
        )
        self.last[kind] = [set_.reps for set_ in done_sets]
        self.short[kind] = (
            0 if min(set_.reps for set_ in done_sets) >= target - 2 else self.short.get(kind, 0) + 1
        )
        if reached and self.rng.random() < (0.15 if self.habit == "fixed" else 0.6):
            if self.habit == "waves" and kind != 2:
                return
            self.load[kind] += self.step * (self.jump if self.rng.random() < 0.5 else 1)
            self.last.pop(kind, None)
        elif self.short[kind] >= 3 and self.habit not in {"double", "to failure"}:
            self.load[kind] = self._round(0.9 * self.load[kind])
            self.short[kind] = 0

    def _reached(self, done_sets: list[DoneSet], target: int) -> bool:
        if self.habit == "to failure":
            return done_sets[0].reps >= target + self.width
        return min(set_.reps for set_ in done_sets) >= target

    def _kind(self, number: int) -> int:
        if self.habit == "two days":
            return number % 2
        if self.habit == "5/3/1":
            return number % 4
        return number % 3 if self.habit in {"waves", "rep cycle"} else 0

    def _target(self, number: int) -> int:
        kind = self._kind(number)
        if self.habit == "two days":
            return self.target if kind == 0 else self.target + 5
        if self.habit == "rep cycle":
            return (12, 8, 5)[kind]
        if self.habit == "5/3/1":
            return (5, 3, 1, 5)[kind]
        return (5, 3, 1)[kind] if self.habit == "waves" else self.target

    def _round(self, load: float) -> float:
        return max(self.step, round(load / self.step) * self.step)
