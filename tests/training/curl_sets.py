"""Sets of one invented exercise, for rules that are worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength.belief import absorb
from iron.training.strength.capacity import workouts_of
from iron.training.strength.curve import family_k
from iron.training.strength.stalls import Measured, measured_in
from iron.training.strength.state import Strength

MONDAY = date(2026, 3, 2)
CURL = ExerciseFacts("curl")
LINE = "curl|-|both"


def performed(day: int = 0, place: int = 0, **more: Any) -> PerformedSet:
    """A working set of ten with 40 kg, so many days after the Monday."""
    fields: dict[str, Any] = {
        "workout": f"w{day}",
        "start": f"{MONDAY + timedelta(days=day)}T18:00:00",
        "entry": 0,
        "position": place,
        "id": f"{day}.{place}",
        "exercise": "curl",
        "load_kg": 40.0,
        "moved_kg": 40.0,
        "reps": 10,
    }
    return PerformedSet(**{**fields, **more})


def measured_workouts(sets: Iterable[PerformedSet], facts: ExerciseFacts, last: int = 2) -> list[Measured]:
    """The last workouts with measured sets, with the beliefs before and after each."""
    state: Strength | None = None
    seen = []
    for day, efforts in workouts_of(sets, facts):
        before, state = state, absorb(state, day, efforts, family_k(facts.family, facts.curve_k))
        seen.append(measured_in(before, state, efforts[-1].line))
    return [workout for workout in seen if workout is not None][-last:]
