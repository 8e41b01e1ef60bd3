"""The reps in reserve that a plan asks for: whether the last sets kept them, and a load that keeps them."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

from iron.training.prescription.model import LEAST_CHANCE
from iron.training.prescription.settle import lighter_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.prescription.chance import Outlook
    from iron.training.prescription.model import Case, Lift

# What people say they have left is a rep off (docs/evidence.md#strength-state): two reps less are a miss: guess.
RESERVE_MISS: Final = 2.0
RESERVE_SLACK: Final = 1.0


def _planned_reps(case: Case) -> float | None:
    """Reps to failure that the plan's fewest reps and its reserve add up to.

    None without a plan, without a reserve in it, in a deload, and where a program sets the load.
    """
    plan = case.wanted
    if plan is None or not plan.rir_stated or plan.rir <= 0 or plan.deload or plan.load_kg is not None:
        return None
    return plan.reps_low + plan.rir


def _reps_to_failure(lifts: Sequence[Lift]) -> float | None:
    """The median of reps and reserve of some sets; None unless all of them say their reserve."""
    sums = [lift.reps + lift.rir for lift in lifts if lift.rir is not None]
    return float(median(sums)) if sums and len(sums) == len(lifts) else None


def is_reserve_missed(case: Case, lifts: Sequence[Lift]) -> bool:
    """Whether sets fell two reps or more short of the plan's fewest reps and its reserve."""
    wanted, shown = _planned_reps(case), _reps_to_failure(lifts)
    return wanted is not None and shown is not None and wanted - shown >= RESERVE_MISS


def keeps_reserve(case: Case, outlook: Outlook, moved_kg: float) -> bool:
    """Whether a moved mass probably leaves the plan's reserve, but for a rep; True where nobody asks or knows."""
    wanted = _planned_reps(case)
    chance = None if wanted is None else outlook.at_least(moved_kg, wanted - RESERVE_SLACK)
    return chance is None or chance >= LEAST_CHANCE


def is_reserve_unlikely(case: Case, outlook: Outlook, lifts: Sequence[Lift], moved_kg: float) -> bool:
    """Whether sets that do not all say their reserve were, by what is believed, too close to failure for the plan.

    Eight reps that were all he had cannot be eight with three left: nobody said so, the best known sets do. Where
    nobody said anything, and the last of several sets at one load had the plan's reps and as many as the first, some
    were left in the first: each set tires.
    """
    if case.wanted is None:
        return False
    is_silent = all(lift.rir is None for lift in lifts)
    if is_silent and len(lifts) > 1 and lifts[-1].reps >= max(lifts[0].reps, case.wanted.reps_low):
        return False
    return _reps_to_failure(lifts) is None and not keeps_reserve(case, outlook, moved_kg)


def lighter_for_reserve(case: Case, outlook: Outlook, now_kg: float, most_drop: float) -> float | None:
    """The hardest load [kg] below a moved mass at which the plan's reserve is likely; None where no load is lighter.

    Args:
        case: the case, with a plan.
        outlook: today's chances.
        now_kg: moved mass of the last sets [kg].
        most_drop: how much lighter it may be at most, as a share; the lightest within it where none is likely.
    """
    wanted = _planned_reps(case)
    loads = lighter_within(case, now_kg, most_drop)
    if wanted is None or not loads:
        return None
    for load in reversed(loads):
        chance = outlook.at_least(case.moved(load), wanted)
        if chance is not None and chance >= LEAST_CHANCE:
            return load
    return loads[0]
