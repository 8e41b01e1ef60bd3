"""Lifters that train a program before anybody does: strength, a day's form, fatigue within a slot, gain by the week.

Constants are those of the engine (`iron.training.strength.state`, docs/evidence.md#strength-state); what has no
source there says that it is a guess.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iron.training.programs.rounding import round_to
from iron.training.programs.state import Performed, SlotTargets, Target
from iron.training.strength.state import DAY_SD, FATIGUE_KEEP, FATIGUE_MEAN, MODEL_SD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.training.programs.rounding import Grid

# Weekly gain of log strength by level: 0.2 % is the engine's mean of trained lifters
# (docs/evidence.md#strength-state), 0.7 % its early value; the advanced value is a guess, half of the trained one.
GAIN: Final[Mapping[str, float]] = {"beginner": 0.007, "advanced": 0.001}
USUAL_GAIN: Final = 0.002
MOST_REPS: Final = 60
_SPARE: Final = (
    2.0  # reps in reserve of a load that the lifter chooses himself where the program names none: guess
)
_HEAVY: Final = 0.85
_FORM: Final = (0.0, 0.7, -0.7, 0.3, -1.0, 1.0, -0.3)  # form of the day in sd, in turn: mean 0, sd 0.66


@dataclass(slots=True)
class Lifter:
    """A made-up lifter.

    Attributes:
        name: what he is called.
        strength: 10RM by exercise, in the unit of the run.
        curve: curve constant by exercise.
        gain: gain of log strength a week.
        shift: form of every day in sd, 0 for average.
        doubt: sd of what is not known about his strength (log).
        forms: form of each session in sd, in turn.
    """

    name: str
    strength: dict[str, float]
    curve: Mapping[str, float]
    gain: float
    shift: float = 0.0
    doubt: float = 0.0
    forms: tuple[float, ...] = _FORM
    gained: float = 0.0
    sessions: int = 0
    tried: dict[str, int] = field(default_factory=dict)

    def week_passes(self, weeks: float = 1.0) -> None:
        """Gain a week's strength."""
        self.gained += self.gain * weeks

    def train(self, row: SlotTargets, grid: Grid) -> list[Performed]:
        """What the lifter does with the targets of a slot."""
        form = (self.forms[self.sessions % len(self.forms)] + self.shift) * DAY_SD
        self.tried[row.slot] = self.tried.get(row.slot, 0) + 1
        return [self._set(target, row, grid, place, form) for place, target in enumerate(row.sets)]

    def chance(self, row: SlotTargets) -> float | None:
        """The chance of making every counted set of a slot; None where no load is known."""
        needs = [
            self._need(target, row.exercise, _hard_before(row, place))
            for place, target in enumerate(row.sets)
            if target.counts and target.load
        ]
        ten = self._ten(row.exercise)
        if not needs or ten is None:
            return None
        sd = math.sqrt(DAY_SD**2 + MODEL_SD**2 + self.doubt**2)
        return 0.5 * math.erfc((math.log(max(needs) / ten) - self.shift * DAY_SD) / (sd * math.sqrt(2.0)))

    def _ten(self, exercise: str) -> float | None:
        ten = self.strength.get(exercise)
        return None if ten is None else ten * math.exp(self.gained)

    def _need(self, target: Target, exercise: str, place: int) -> float:
        """The 10RM that a set needs."""
        k = self.curve.get(exercise, 35.0)
        reps = target.reps_low + (target.rir or 0.0) if not target.amrap else target.reps_low
        return (target.load or 0.0) * (k + reps - 1.0) / (k + 9.0) / _fresh(place)

    def _set(self, target: Target, row: SlotTargets, grid: Grid, place: int, form: float) -> Performed:
        ten, k = self._ten(row.exercise), self.curve.get(row.exercise, 35.0)
        if target.timed or ten is None:
            return Performed(min(target.reps_high, target.reps_low + self.tried[row.slot] // 3))
        today = ten * math.exp(form) * _fresh(_hard_before(row, place))
        load = target.load
        if load is None:
            reserve = _SPARE if target.rir is None else target.rir
            last = ten * math.exp(form) * _fresh(len(row.sets) - 1)  # a load for all sets of the slot
            exact = last * (k + 9.0) / (k + target.reps_high + reserve - 1.0)
            return Performed(target.reps_high, round_to(grid, exact, "down"))
        if load <= 0:
            return Performed(target.reps_high)
        able = max(0, math.floor((k + 9.0) * today / load - k + 1.0 + 1e-9))
        if target.amrap:
            most = min(able, target.cap or MOST_REPS)
            return Performed(max(min(able, target.reps_low), most - (1 if able > target.reps_low else 0)))
        return Performed(min(able, target.reps_high))


def _hard_before(row: SlotTargets, place: int) -> int:
    """Sets before one that were about as heavy: a ramp's light sets tire nobody (the share is a guess)."""
    load = row.sets[place].load
    if load is None:
        return place
    return sum(1 for target in row.sets[:place] if (target.load or load) >= _HEAVY * load)


def _fresh(place: int) -> float:
    """Share of strength that is left after so many hard sets of the slot (docs/evidence.md#strength-state)."""
    return 1.0 - FATIGUE_MEAN * (1.0 - FATIGUE_KEEP**place)


def ten_of(asked: float, reps: int, k: float) -> float:
    """The 10RM of somebody whose maximum for so many reps is ``asked``."""
    return asked * (k + reps - 1.0) / (k + 9.0)
