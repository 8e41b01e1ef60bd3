"""Invented years of training, as large as wanted: for tests and benchmarks of the store."""

from __future__ import annotations

import json
import uuid
from datetime import datetime, timedelta
from typing import Any

import msgspec

from iron.records.revisions import Op

EXERCISES = ("leg-press-45", "bench-press-barbell", "lat-pulldown", "leg-curl-seated")


def op_id(number: int) -> str:
    """An id that looks like a UUIDv7 and never repeats."""
    return str(uuid.UUID(int=0x0192F000_0000_7000_8000_000000000000 + number))


def workout_id(number: int) -> str:
    """The id of the n-th workout; spread like the random part of real ids."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"workout {number}"))


def workout(number: int, sets: int = 20) -> dict[str, Any]:
    """The n-th workout: four exercises, numbers that move like a lifter's."""
    start = datetime(2016, 1, 4, 18, 5) + timedelta(days=number * 1.4)
    entries = []
    for k in range(0, sets, 5):
        exercise = EXERCISES[k // 5 % len(EXERCISES)]
        rows = [_set(number, n, start) for n in range(k, min(k + 5, sets))]
        entry = {"id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"entry {number} {k}")), "order": f"a{k // 5}"}
        entries.append(
            {
                **entry,
                "exercise": exercise,
                "machine": {"id": workout_id(-k - 1), "name": "Panatta", "base_kg": 55},
                "sets": rows,
            }
        )
    return {
        "v": 1,
        "start": start.isoformat(timespec="seconds"),
        "offset": 60,
        "title": f"Legs {number % 3}",
        "entries": entries,
    }


def _set(number: int, n: int, start: datetime) -> dict[str, Any]:
    finished = start + timedelta(minutes=3 * n)
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"set {number} {n}")),
        "order": f"a{n}" if n < 10 else f"b{n}",
        "load": {"value": 100 + number % 400 / 4 + 2.5 * (n % 5), "unit": "kg"},
        "reps": 6 + (number * 7 + n * 3) % 7,
        "rir": (number + n) % 5 / 2,
        "setup": {"foot_height": "low", "stance": "shoulder", "toe_out": 15},
        "depth": {"value": 95 + (number + n) % 9, "how": "knee_angle"},
        "done_at": finished.isoformat(timespec="seconds"),
        "rest_s": 170 + (number * 13 + n * 7) % 30,
    }


def ops(workouts: int, first: int = 0, sets: int = 20) -> list[Op]:
    """Operations that store so many whole workouts."""
    return [
        Op(op_id(n), "workout", workout_id(n), 0, msgspec.json.encode(workout(n, sets)))
        for n in range(first, first + workouts)
    ]


def guest(workouts: int, lines: int = 1) -> bytes:
    """A guest's documents with many lines: work for the server."""
    documents = []
    for n in range(workouts):
        body = workout(n)
        for entry in body["entries"]:
            for each in entry["sets"]:
                each["setup"] = {"foot_height": "low", "stance": f"s{n % lines}"}
        documents.append({"kind": "workout", "id": workout_id(n), "body": body})
    return json.dumps({"documents": documents, "at": "2030-01-01T00:00:00"}).encode()
