"""Cases of growth: the lines of an exercise with their points, from workouts as they are stored."""

from __future__ import annotations

from typing import Any, Final

from iron.journal.growth.drawing import ShownAs, drawn_lines
from iron.training.history.sets import ExerciseFacts, from_workout
from spec_cases.history import _LINE, _press_set, _workout

Cases = dict[str, list[dict[str, Any]]]

_FACTS: Final[list[dict[str, Any]]] = [
    {"id": "leg-press-45", "splitting": ["foot_height", "stance"], "load_meaning": "plates", "curve_k": 45.0},
    {"id": "leg-press-45", "splitting": [], "load_meaning": "plates", "curve_k": 30.0},
    {
        "id": "leg-press-45",
        "splitting": ["stance"],
        "load_meaning": "external",
        "curve_k": 30.0,
        "implements": 2,
    },
]
_LOW: Final = {"foot_height": "low", "stance": "shoulder"}
_HIGH: Final = {"foot_height": "high", "stance": "wide"}
_HISTORIES: Final[list[list[Any]]] = [
    [],
    _LINE,
    [
        _workout(1, "2026-03-02T18:00:00", [_press_set(100, 10, kind="warm-up", setup=_LOW)]),
        _workout(
            2,
            "2026-03-09T18:00:00",
            [
                _press_set(180, 12, rir=2, setup=_LOW),
                _press_set(180, 11, rir=5, setup=_LOW),
                _press_set(185, 9, setup=_LOW),
            ],
        ),
        _workout(
            3,
            "2026-06-02T18:00:00",
            [
                _press_set(200, 10, setup=_HIGH),
                _press_set(210, 8, rir=0, setup=_HIGH, kind="drop"),
                _press_set(205, 8.5, rir=1, setup=_HIGH),
            ],
        ),
        _workout(4, "2026-06-09T18:00:00", [_press_set(441, 10, unit="lb", rir=4, setup=_HIGH)]),
        _workout(5, "2026-06-16T18:00:00", [_press_set(190, 10, rir=0, setup=_LOW)]),
    ],
]


def growth_cases() -> Cases:
    """Lines with the one used last first; 10RMs to 0.1 kg."""
    return {
        "growth_lines": [
            {"in": [facts, workouts], "out": _growth(facts, workouts)}
            for facts in _FACTS
            for workouts in _HISTORIES
        ]
    }


def _growth(given: dict[str, Any], workouts: list[Any]) -> list[dict[str, Any]]:
    facts = ExerciseFacts(**{**given, "splitting": tuple(given["splitting"])})
    known = {facts.id: facts}
    sets = [
        set_
        for ident, body in workouts
        for set_ in from_workout(body, known, workout_id=ident, body_mass_kg=None)
    ]
    lines = [
        {
            "key": key,
            "first": drawn.first,
            "last": drawn.last,
            "points": [
                [point["date"], point["value"], point["at_least"], point["cut"]]
                for point in drawn.points
                if "value" in point
            ],
        }
        for key, drawn in drawn_lines(sets, {}, ShownAs(facts, "kg", None)).items()
        if drawn.works
    ]
    lines.sort(key=lambda line: str(line["key"]))
    return sorted(lines, key=lambda line: str(line["last"]), reverse=True)
