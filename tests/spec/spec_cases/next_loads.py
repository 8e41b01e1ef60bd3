"""Cases of next loads from documents, for every load meaning and unit, with and without body mass.

The phone answers them from its database with the shipped exercise files, as every screen does; Python as every other
face does (`tests/faces/test_one_answer.py`).
"""

from __future__ import annotations

from typing import Any, Final

from iron.journal.journal import Journal
from iron.knowledge import messages
from iron.records.store import MemoryStore
from spec_cases import measured

Cases = dict[str, list[dict[str, Any]]]

AT: Final = "2026-03-20T20:00:00"

EXERCISES: Final = {
    "barbell": "bench-press",
    "body and bar": "back-squat",
    "plates": "leg-press-45",
    "dumbbell": "dumbbell-bench-press",
    "stack": "lat-pulldown",
    "kettlebell": "kettlebell-swing",
    "added": "pull-up",
    "assistance": "assisted-pull-up",
    "band": "band-row",
    "none": "bird-dog",
}
"""One exercise of each load meaning, and one whose body moves with the bar."""

WAYS: Final = (
    ("kg", None, None),
    ("kg", 80.0, None),
    ("lb", None, None),
    ("lb", 80.0, None),
    ("kg", 80.0, "lb"),
    ("lb", 80.0, "kg"),
)
"""Unit of the sets, body mass [kg], unit of the settings."""

_DAYS: Final = ("2026-03-02", "2026-03-06", "2026-03-10", "2026-03-14", "2026-03-18")
_DEVICE: Final = "00000000-0000-7000-8000-000000000000"


def documents(exercise: str, unit: str, mass: float | None, shown: str | None = None) -> list[list[Any]]:
    """Five sessions of three sets of eight, 2.5 more each time; kind, id and body.

    ``mass`` [kg]: measured once. ``shown``: the unit that the lifter chose in his settings.
    """
    rows: list[list[Any]] = []
    for number, day in enumerate(_DAYS):
        load = {"value": 20 + 2.5 * number, "unit": unit}
        sets = [
            {"id": f"s{number}{at}", "order": f"a{at}", "load": load, "reps": 8, "rir": 2} for at in range(3)
        ]
        entry = {"id": f"e{number}", "order": "a0", "exercise": exercise, "sets": sets}
        start = f"{day}T18:00:00"
        body = {"v": 1, "start": start, "end": start, "entries": [entry]}
        rows.append(["workout", f"00000000-0000-7000-9000-00000000000{number}", body])
    if mass is not None:
        measured = {"v": 1, "at": "2026-03-01T07:00:00", "what": "body_mass", "value": mass, "unit": "kg"}
        rows.append(["measurement", "00000000-0000-7000-9000-0000000000ff", measured])
    if shown is not None:
        rows.append(["settings", "00000000-0000-7000-8000-000000000001", {"v": 1, "unit": shown}])
    return rows


PRESS: Final = "leg-press-45"
_MACHINE: Final = "00000000-0000-7000-9000-0000000000aa"
_HALL: Final = {"v": 1, "name": "Hall", "unit": "kg", "plates": [15.0]}
_KELLER: Final = {"v": 1, "name": "Keller", "unit": "kg", "plates": {"20": 4, "10": 2}}

PLACES: Final[dict[str, tuple[str | None, dict[str, Any]]]] = {
    "no gym, a machine of no gym": (None, {}),
    "no gym, a machine that stands in one": (None, {"gym": "Keller"}),
    "a gym, a machine of no gym": ("Hall", {}),
    "another gym than the machine's": ("Hall", {"gym": " keller"}),
    "one pin": (None, {"gym": "Keller", "sides": 1}),
    "plates of its own": (None, {"gym": "Keller", "plates": [2.5]}),
}
"""Gym of the workouts, and what a machine without a stack says besides its name."""


def documents_at(gym: str | None, says: dict[str, Any]) -> list[list[Any]]:
    """Five sessions on a machine, with two gyms that are described."""
    rows = documents(PRESS, "kg", None)
    for _, _, body in rows:
        [entry] = body["entries"]
        entry["machine"] = {"id": _MACHINE, "name": "Sled"}
        for set_ in entry["sets"]:
            set_["load"], set_["reps"] = {"value": 80.0, "unit": "kg"}, 15
        if gym is not None:
            body["gym"] = gym
    places = enumerate((_HALL, _KELLER))
    machine = {"v": 1, "name": "Sled", "exercise": PRESS, "unit": "kg", **says}
    return [
        ["machine", _MACHINE, machine],
        *(["gym", f"00000000-0000-7000-9000-0000000000b{at}", place] for at, place in places),
        *rows,
    ]


def journal_of(rows: list[list[Any]]) -> Journal:
    """A journal that holds some documents."""
    journal = Journal(MemoryStore())
    ids = [f"00000000-0000-7000-8000-{number:012x}" for number in range(len(rows))]
    given = [(kind, ident, body) for kind, ident, body in rows]
    journal.commit(given, device=_DEVICE, at="2026-03-20T20:00:00Z", op_ids=ids)
    return journal


def next_cases() -> Cases:
    """Next loads of the one line of each exercise."""
    given = [
        (exercise, documents(exercise, unit, mass, shown))
        for exercise in EXERCISES.values()
        for unit, mass, shown in WAYS
    ]
    given += [
        (exercise, measured.documents(exercise, sessions, shown))
        for exercise, sessions in measured.HISTORIES.values()
        for shown in (None, "lb")
    ]
    given += [(PRESS, documents_at(*place)) for place in PLACES.values()]
    return {"next": [{"in": list(row), "out": _answer(*row)} for row in given]}


def _answer(exercise: str, rows: list[list[Any]]) -> dict[str, Any]:
    [row] = journal_of(rows).next(exercise, at=AT)
    known = row.load is not None or row.body_weight
    load = (
        messages.render("brief-load", row.message["values"]) if known and row.aim is None else row.aim_words
    )
    return {
        "line": row.line,
        "load": load,
        "sets": row.sets,
        "reps": [row.reps_low, row.reps_high],
        "rir": row.rir,
        "chance": row.chance,
        "rule": row.rule,
        "sentence": row.sentence,
    }
