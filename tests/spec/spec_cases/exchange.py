"""Cases of taking an import back, which the phone does without a server."""

from __future__ import annotations

from typing import Any

from iron.exchange.takeback import digest, plan_take_back

Body = dict[str, Any]
Row = list[Any]

_MACHINE: Body = {
    "v": 1,
    "name": "Technogym (Gelb)",
    "exercise": "leg-press-45",
    "base_kg": 55.0,
    "gym": "Zürich 💪",
}
_OWN: Body = {"v": 1, "name": "Deadmill", "muscles": {"quads": 1}, "log": ["load", "reps"]}
# An own exercise that counts as the imported one, on the imported machine.
_MERGED: Body = {
    "v": 1,
    "name": "Dead mill",
    "alias_of": "own",
    "alias_with": {"machine": {"id": "m", "name": "T"}},
}
_ALIAS: Body = {"v": 1, "name": "Deadmill", "exercise": "own", "side": "both"}


def _workout(start: str, exercise: str, **entry: Any) -> Body:
    result = {
        "id": "s",
        "order": "a0",
        "load": {"value": 22.5, "unit": "kg"},
        "reps": 8.0,
        "note": "a “quoted” line 1.0, 2",
    }
    return {
        "v": 1,
        "start": start,
        "entries": [{"id": "e", "order": "a0", "exercise": exercise, "sets": [result], **entry}],
    }


_FIRST = _workout("2026-03-02T18:00:00", "leg-press-45", machine={"id": "m", "name": "Technogym (Gelb)"})
_SECOND = _workout("2026-03-09T18:00:00", "own")
_ROWS: list[Row] = [["machine", "m", _MACHINE], ["exercise", "own", _OWN], ["alias", "al", _ALIAS]]
_ROWS += [["workout", "w1", _FIRST], ["workout", "w2", _SECOND]]
_IMPORT: Body = {
    "v": 1,
    "format": "strong-s3",
    "documents": [[kind, key] for kind, key, _ in _ROWS],
    "digests": {key: digest(body) for _, key, body in _ROWS},
}
_TAKEN_BACK: Body = {**_IMPORT, "taken_back": True}


def takeback_cases() -> dict[str, list[Body]]:
    """Cases of iron.exchange.takeback."""
    edited = {**_FIRST, "note": "touched"}
    new_user = _workout("2026-04-01T18:00:00", "own")
    states: list[list[Row]] = [
        _ROWS,
        [*_ROWS[:3], ["workout", "w1", edited], _ROWS[4]],
        [*_ROWS[:3], ["workout", "w1", None], _ROWS[4]],
        [*_ROWS, ["workout", "later", new_user]],
        [["machine", "m", {**_MACHINE, "base_kg": 62}], *_ROWS[1:]],
        [*_ROWS, ["exercise", "mine", _MERGED]],
        [*_ROWS, ["exercise", "mine", {**_MERGED, "alias_of": "leg-press-45"}]],
        [],
    ]
    bodies: list[Body] = [
        _MACHINE,
        _OWN,
        _FIRST,
        _SECOND,
        {},
        {"b": 20.0, "a": [1.0, {"z": None, "y": True}], "é": 0.1},
    ]
    return {
        "digest": [{"in": [body], "out": digest(body)} for body in bodies],
        "plan_take_back": [
            *({"in": [_IMPORT, state], "out": _plan(_IMPORT, state)} for state in states),
            {"in": [_TAKEN_BACK, _ROWS[:1]], "out": _plan(_TAKEN_BACK, _ROWS[:1])},
        ],
    }


def _plan(body: Body, state: list[Row]) -> Body:
    plan = plan_take_back(body, {(kind, key): body for kind, key, body in state})
    results = [list(key) for key in plan.kept]
    return {"delete": [list(key) for key in plan.delete], "kept": results, "import_body": plan.import_body}
