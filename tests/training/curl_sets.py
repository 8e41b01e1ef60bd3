"""Sets of one invented exercise, for rules that are worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from iron.training.history.sets import ExerciseFacts, PerformedSet

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
