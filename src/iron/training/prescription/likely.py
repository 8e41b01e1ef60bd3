"""The reps that a lifter will likely do in the first set, capacity and habit together."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

from iron.training.prescription.chance import outlook
from iron.training.prescription.shape import shape_of

if TYPE_CHECKING:
    from iron.training.prescription.model import Case, Prescription


def likely_reps(case: Case, answer: Prescription) -> dict[str, int] | None:
    """Median and 80 % interval of the reps of the first set, None where no load is known or nothing was done."""
    if answer.load_kg is None or not case.sessions:
        return None
    moved = case.moved(answer.load_kg)
    if moved <= 0:
        return None
    today = outlook(case)
    low = today.most_reps(moved, 0.9)
    high = today.most_reps(moved, 0.1)
    middle = today.most_reps(moved, 0.5)
    if answer.chance is not None:
        # The chance counts the record of his steps too; both numbers stand side by side and agree.
        low = max(low, answer.reps_low) if answer.chance >= 0.9 else low
        middle = max(middle, answer.reps_low) if answer.chance >= 0.5 else middle
    medians = [
        median(lift.reps for lift in shape.held)
        + (case.k + shape.usual - 1.0) * (math.log(shape.moved_kg / moved))
        for session in case.sessions[-3:]
        if not session.deload and (shape := shape_of(session, case.k)) is not None
    ]
    habit = median(medians) if medians else float(middle)
    aim = max(answer.reps_low, min(answer.reps_high, round(habit)))
    reps = max(1, min(aim, max(middle, 1)))
    return {"reps": reps, "low": max(0, min(reps, low)), "high": max(reps, min(high, answer.reps_high))}
