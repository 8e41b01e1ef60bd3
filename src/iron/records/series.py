"""The series: what growth and advice read of a workout, one packed value per exercise. Derived, always rebuildable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.records.documents import is_newer

if TYPE_CHECKING:
    from collections.abc import Mapping

# What growth and advice never read; it would be two thirds of the bytes.
_LEFT_OUT: Final = frozenset({"id", "order", "note", "source", "target", "done_at", "tempo"})
_MACHINE: Final = ("id", "base_kg", "angle_deg")


def series_of(workout: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the packed entries of a workout by exercise.

    Each value is JSON text: a list of entries ``{"machine"?: {id, base_kg, angle_deg}, "sets": [set, …]}`` in the order
    of the workout, each set as in the document without ids, order keys, notes and sources. A body of a newer Iron has
    no series.
    """
    entries = workout.get("entries")
    if is_newer(workout) or not isinstance(entries, list):
        return {}
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in sorted(entries, key=_place):
        sets = [_slim(one) for one in sorted(entry.get("sets") or (), key=_place)]
        if sets:
            machine = entry.get("machine") or {}
            worn = {key: machine[key] for key in _MACHINE if key in machine}
            found.setdefault(entry["exercise"], []).append(
                {"machine": worn, "sets": sets} if worn else {"sets": sets}
            )
    return {exercise: msgspec.json.encode(rows) for exercise, rows in found.items()}


def _slim(one: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in _LEFT_OUT}


def _place(item: Mapping[str, Any]) -> tuple[str, str]:
    return item.get("order") or "", item["id"]
