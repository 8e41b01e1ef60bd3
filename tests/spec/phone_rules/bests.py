"""The most reps at every load of a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iron.training.history.bests import eligible
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.values.units import shown

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class RepsAtLoad:
    """The most reps ever done at one load [kg] on a line."""

    load_kg: float
    reps: float
    set_id: str
    start: str


def reps_at_load(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[RepsAtLoad, ...]:
    """The most reps at each load of one line, hardest load first; among equals the earlier set."""
    best: dict[float, PerformedSet] = {}
    for set_ in eligible(sets):
        load = shown(set_.load_kg)
        if load not in best or (set_.reps or 0) > (best[load].reps or 0):
            best[load] = set_
    hardest = sorted(best.items(), reverse=facts.load_meaning != ASSISTANCE)
    return tuple(RepsAtLoad(load, set_.reps or 0, set_.id, set_.start) for load, set_ in hardest)
