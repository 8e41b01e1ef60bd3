"""Cases of merged own exercises: what they count as, and how a workout reads then."""

from __future__ import annotations

from typing import Any, Final

from iron.knowledge.model import Resolved
from iron.knowledge.name_index import near_names
from iron.records.own_exercises.merged import Merged
from iron.values.ids import fold

Cases = dict[str, list[dict[str, Any]]]

_A: Final = "0192f000-0000-7000-8000-00000000000a"
_B: Final = "0192f000-0000-7000-8000-00000000000b"
_C: Final = "0192f000-0000-7000-8000-00000000000c"
_GONE: Final = "0192f000-0000-7000-8000-0000000000ff"
_PRESS: Final = "leg-press-45"
_TECHNOGYM: Final = {"id": "m1", "name": "Technogym", "base_kg": 40}

Own = list[list[Any]]


def merged_cases() -> Cases:
    """Merges of all shapes: none, one, chains, rings, and targets that are not there."""
    targets = [
        {"in": [own, exercise], "out": _target(own, exercise)}
        for own in _journals()
        for exercise in (_A, _B, _C, _PRESS)
    ]
    sources = [
        {"in": [own, exercise], "out": list(_merged(own).sources(exercise))}
        for own in _journals()
        for exercise in (_A, _B, _PRESS)
    ]
    workouts = [
        {"in": [own, workout], "out": _merged(own).workout(workout)}
        for own in _journals()
        for workout in _workouts()
    ]
    return {
        "merged_target": targets,
        "merged_sources": sources,
        "merged_workout": workouts,
        "alike": alike_cases(),
    }


def alike_cases() -> list[dict[str, Any]]:
    """Near names with their scores, as offered for own exercises."""
    names = {
        "leg-press-45": ["Leg press 45°", "Beinpresse"],
        "leg-curl": ["Leg curl"],
        "row": ["Barbell row", "Rudern ß"],
    }
    exact = {fold(name): Resolved(ident) for ident, known in names.items() for name in known}
    known = [{"id": ident, "names": list(given)} for ident, given in names.items()]
    asked = [
        "Leg Press Technogym 45º",
        "leg press",
        "Beinpresse (Gelb)",
        "RUDERN SS",
        "Barbel rows",
        "Zercher",
        "",
        "腿举",
    ]
    return [
        {
            "in": [name, known, 2],
            "out": [{"id": i, "score": s} for i, s in near_names(exact).suggest(name, 2)],
        }
        for name in asked
    ]


def _merged(own: Own) -> Merged:
    return Merged((ident, body) for ident, body in own)


def _target(own: Own, exercise: str) -> dict[str, Any]:
    result = _merged(own).target(exercise)
    return {"exercise": result.exercise, "fills": list(result.fills)}


def _journals() -> list[Own]:
    left = {"side": "left"}
    placed = {"machine": _TECHNOGYM, "setup": {"foot_height": "low", "stance": "wide"}}
    return [
        [],
        [_own(_A), _own(_B)],
        [_own(_A, _PRESS), _own(_B)],
        [_own(_A, _PRESS, placed), _own(_B, _PRESS)],
        [_own(_A, _B, left), _own(_B)],
        # A chain: the nearest merge speaks first, the next one fills what is still open.
        [
            _own(_A, _B, {**left, "setup": {"stance": "narrow"}}),
            _own(_B, _PRESS, {**placed, "side": "right"}),
        ],
        [_own(_B, _A), _own(_A, _C), _own(_C, _PRESS)],
        # Two devices merged in opposite directions; a third exercise hangs on the ring.
        [_own(_A, _B), _own(_B, _A, placed)],
        [_own(_B, _A), _own(_A, _B), _own(_C, _B, left)],
        [_own(_A, _B), _own(_B, _C, left), _own(_C, _A, placed)],
        # Into itself, and into one that is not there.
        [_own(_A, _A), _own(_B)],
        [_own(_A, _GONE, placed), _own(_B, _A)],
    ]


def _own(ident: str, alias_of: str | None = None, alias_with: dict[str, Any] | None = None) -> list[Any]:
    body: dict[str, Any] = {"v": 1, "name": ident[-1]}
    if alias_of:
        body["alias_of"] = alias_of
    if alias_with:
        body["alias_with"] = alias_with
    return [ident, body]


def _workouts() -> list[dict[str, Any]]:
    plain = {"id": "s1", "order": "a0", "reps": 8}
    result = {
        "id": "s2",
        "order": "a1",
        "reps": 9,
        "side": "both",
        "setup": {"stance": "shoulder", "toe_out": 15},
    }
    on_blue = {"machine": {"id": "m2", "name": "Blue"}}
    return [
        {
            "v": 1,
            "start": "2026-11-22T18:00:00",
            "entries": [
                {"id": "e1", "order": "a0", "exercise": _A, "sets": [plain, result]},
                {"id": "e2", "order": "a1", "exercise": _PRESS, "sets": [plain]},
                {"id": "e3", "order": "a2", "exercise": _B, "note": "seat 4", **on_blue, "sets": [plain]},
            ],
        },
        {"v": 1, "start": "2026-11-23T18:00:00", "title": "Nothing yet", "entries": []},
    ]
