"""A program forecast from one's own log: the chance of finishing, where it breaks, which maxes make it likely.

A program breaks at the first week in which a rule sets a number back or a lift misses its sets for the second week in a
row. Draws are quasi-random (a golden-ratio sequence), so the same log gives the same answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final

from iron.training.programs.fold import Setting
from iron.training.programs.simulation.lifters import Lifter
from iron.training.programs.simulation.simulate import Facts, simulate
from iron.training.strength.state import TREND_MEAN, TREND_SD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.training.programs.model import Program

WEEKS: Final = 12
DRAWS: Final = 60
LIKELY: Final = 0.8
_SCALES: Final = tuple(1.0 - 0.025 * step for step in range(13))  # the maxes down to 70 %
_TRIES: Final = 24
_GOLDEN: Final = 0.6180339887498949
_NORMAL: Final = NormalDist()


@dataclass(frozen=True, slots=True)
class Known:
    """What the log says of an exercise: 10RM with its 80 % interval, in the unit of the run."""

    ten: float
    low: float
    high: float

    @property
    def sd(self) -> float:
        """Sd of the logarithm: an 80 % interval is 2.56 sd wide."""
        return max(0.005, math.log(self.high / self.low) / 2.563) if self.low > 0 else 0.1


def forecast(program: Program, setting: Setting, known: Mapping[str, Known], facts: Facts) -> dict[str, Any]:
    """Forecast twelve weeks.

    Args:
        program: the program.
        setting: unit, numbers asked and loads that can be made.
        known: strength by exercise; lifts of other exercises are left out and named.
        facts: curves and credits.

    Returns:
        ``{"weeks", "chance", "breaks": [{"week", "share", "lifts"}], "scale", "scaled_chance", "unknown"}``: ``scale``
        is the share of the numbers asked that makes finishing likely, None where none of 70 to 100 % does.
    """
    weeks = WEEKS
    played = [_break(program, setting, known, facts, draw, weeks) for draw in range(DRAWS)]
    finished = sum(1 for week_ in played if week_ is None) / DRAWS
    breaks: dict[int, list[str]] = {}
    for finish in played:
        if finish is not None:
            breaks.setdefault(finish[0], []).extend(finish[1])
    scale, chance = _likely(program, setting, known, facts, finished)
    exercises = {slot.exercise for day in program.days for slot in day.slots if slot.counts}
    return {
        "weeks": weeks,
        "chance": round(finished, 2),
        "breaks": [
            {
                "week": week,
                "share": round(
                    sum(1 for finish in played if finish is not None and finish[0] == week) / DRAWS, 2
                ),
                "lifts": sorted(set(lifts), key=lambda lift: (-lifts.count(lift), lift)),
            }
            for week, lifts in sorted(breaks.items())
        ],
        "scale": scale,
        "scaled_chance": chance,
        "unknown": sorted(exercises - set(known)),
    }


def _break(
    program: Program, setting: Setting, known: Mapping[str, Known], facts: Facts, draw: int, weeks: int
) -> tuple[int, list[str]] | None:
    """Week and lifts at which one drawn lifter breaks, None when he finishes."""
    rows = simulate(program, _drawn(known, facts, draw), setting, facts, weeks)
    before: list[str] = []
    for row in rows:
        lifts = [*row.set_back, *(lift for lift in row.missed if lift in before)]
        if lifts:
            return row.number, lifts
        before = row.missed
    return None


def _drawn(known: Mapping[str, Known], facts: Facts, draw: int) -> Lifter:
    strength = {
        exercise: strength.ten * math.exp(strength.sd * _z(draw, place))
        for place, (exercise, strength) in enumerate(sorted(known.items()))
    }
    forms = tuple(_z(draw, 100 + place) for place in range(48))
    gain = max(0.0, TREND_MEAN + TREND_SD * _z(draw, 200))
    return Lifter(f"draw {draw}", strength, facts.curve, gain, forms=forms)


def _z(draw: int, place: int) -> float:
    """A standard normal value: golden-ratio points along both numbers."""
    point = ((draw + 1) * _GOLDEN + (place + 1) * 0.7548776662466927 * (1 + draw % 7)) % 1.0
    return _NORMAL.inv_cdf(min(0.999, max(0.001, point)))


def _likely(
    program: Program, setting: Setting, known: Mapping[str, Known], facts: Facts, whole: float
) -> tuple[float | None, float | None]:
    """The largest share of the numbers asked with a likely finish, found by halving."""
    if whole >= LIKELY:
        return 1.0, round(whole, 2)
    low, high, result = 1, len(_SCALES) - 1, None
    chance = None
    while low <= high:
        middle = (low + high) // 2
        asked = {lift: value * _SCALES[middle] for lift, value in setting.asked.items()}
        scaled = Setting(setting.unit, asked, setting.meanings, setting.grids)
        played = [_break(program, scaled, known, facts, draw, WEEKS) for draw in range(_TRIES)]
        share = sum(1 for finish in played if finish is None) / _TRIES
        if share >= LIKELY:
            result, chance, high = _SCALES[middle], share, middle - 1
        else:
            low = middle + 1
    return (None, None) if result is None else (round(result, 3), round(chance or 0.0, 2))
