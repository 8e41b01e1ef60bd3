"""What the next session aims for: sets, reps and reserve, by the plan, by the lifter's own habit, by the exercise."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from iron.training.prescription.model import MOST_REPS, Case, LineSession

if TYPE_CHECKING:
    from iron.training.prescription.patterns import Track

USUAL_SETS: Final = 3
USUAL_RANGE: Final = (8, 12, 1.0, 3.0)  # double progression where the content names no range: guess
FIRST_LOW: Final = 5  # fewest reps of the range in which a lift is met: guess
REPS_OFF: Final = 2  # reps outside a plan's range that still are of it, where no aim was kept: guess


@dataclass(frozen=True, slots=True)
class Target:
    """Sets, rep range and reserve of the next session.

    Attributes:
        sets: working sets.
        low: fewest reps.
        high: most reps; the load goes up when every set reached it.
        rir: reps to leave.
        is_own: whether reps are a number of the lifter's own, the same at every load.
        is_planned: whether a plan says so.
        range_low: low end of the exercise's own range, where `is_own` reps are too many for the next load.
    """

    sets: int
    low: int
    high: int
    rir: float
    is_own: bool = False
    is_planned: bool = False
    range_low: int = 1


def target_of(case: Case, track: Track | None) -> Target:
    """The target of a line."""
    if case.wanted is not None:
        plan = case.wanted
        return Target(
            plan.sets, plan.reps_low, plan.reps_high, plan.rir, is_planned=True, range_low=plan.reps_low
        )
    if track is None:
        low, high, least, most = _first_range(case)
        return Target(USUAL_SETS, low, high, _middle(least, most))
    # The last sessions decide together: one bad day flips no range.
    low, high, least, most = range_near(case, track.reps, track.last.load_kg)
    rir = _own_rir(track)
    reserve = _middle(least, most) if rir is None else rir
    if track.is_fixed or track.is_open:
        reps = max(1, round(track.reps))
        return Target(track.sets, reps, reps, reserve, is_own=True, range_low=min(reps, low))
    return Target(track.sets, low, high, reserve, range_low=low)


def _first_range(case: Case) -> tuple[int, int, float, float]:
    """The range of an exercise that was never done: the first that begins at five reps or more.

    Heavy triples are no way to meet a lift; without a lighter range (power cleans) the first one stands.
    """
    ranges = case.ranges or (USUAL_RANGE,)
    return next((range_ for range_ in ranges if range_[0] >= FIRST_LOW), ranges[0])


def meant_for(session: LineSession, target: Target) -> bool:
    """Whether a session was meant for about these reps: the middle of one range lies in the other.

    Where no aim was kept, as in imports, the reps that were done tell.
    """
    if session.aim is None:
        reps = [lift.reps for lift in session.sets]
        return not reps or target.low - REPS_OFF <= median(reps) <= target.high + REPS_OFF
    low, high = session.aim
    return low <= (target.low + target.high) / 2 <= high or target.low <= (low + high) / 2 <= target.high


def range_near(case: Case, reps: float, load_kg: float) -> tuple[int, int, float, float]:
    """The exercise's range nearest to reps that the lifter does; his own where none is near.

    Args:
        case: what the ranges belong to.
        reps: what he usually does, or did today where nothing is known yet.
        load_kg: the load of those reps.
    """
    ranges = case.ranges or (USUAL_RANGE,)
    # Where two ranges meet, more weight is the next step; where no weight hangs, more reps are.
    upper = -1 if case.on_body and load_kg == 0 else 1
    near = min(ranges, key=lambda range_: (max(range_[0] - reps, reps - range_[1], 0), upper * range_[0]))
    low, high, least, most = near
    if reps > high + 1:
        return max(1, math.floor(reps) - 2), min(MOST_REPS * 4, math.ceil(reps) + 2), least, most
    if reps < low - 1:
        return max(1, math.floor(reps)), max(2, math.ceil(reps) + 2), least, most
    return low, high, least, most


def _own_rir(track: Track) -> float | None:
    reserves = [lift.rir for work in track.works[-3:] for lift in work.shape.tops if lift.rir is not None]
    return min(3.0, max(0.0, float(round(median(reserves))))) if reserves else None


def _middle(low: float, high: float) -> float:
    return float(math.floor((low + high) / 2))
