"""Cases of a program's days: EMOM, setups in turn, alternatives, sets put in of one's own, and dates by weekday."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import Any, Final

from iron.journal.run_folds import Surroundings, fold_run
from iron.records.documents import Document
from iron.training.plan.day_minutes import TimedSet, day_minutes
from iron.training.programs.days import dated_sessions
from iron.training.programs.fold import Fold

Cases = dict[str, list[dict[str, Any]]]

_RUN: Final = "0198c0de-0000-7000-8000-{:012x}"
_PRESS: Final = {"id": "press", "exercise": "overhead-press", "keeps": "load", "ask": "load"}
_SLOTS: Final = [
    {"lift": "press", "sets": [{"count": 3, "reps": 5}], "alternatives": ["dumbbell-shoulder-press"]},
    {
        "id": "swings",
        "exercise": "kettlebell-swing",
        "setups": [{"grip": "wide"}, {"grip": "close"}],
        "setup": {"stance": "wide"},
        "sets": [{"reps": 10, "kind": "emom", "minutes": 12}],
    },
    {"id": "slow", "exercise": "push-up", "sets": [{"count": 4, "reps": 8, "kind": "emom", "minutes": 10}]},
    {"id": "minute", "exercise": "pull-up", "sets": [{"count": 2, "reps": 3, "kind": "emom"}]},
    {"id": "feet", "exercise": "leg-press", "rotate": True, "sets": [{"count": 2, "reps": 10}]},
    {
        "id": "curl",
        "exercise": "barbell-curl",
        "sets": [
            {"reps": 8, "kg": 30, "lb": 65},
            {"reps": 6, "percent": 80, "of": "set 1", "kind": "drop"},
            {"reps": 4, "percent": 60, "of": "set 1", "kind": "drop"},
        ],
    },
]
_RULE: Final = {
    "name": "Made",
    "lifts": ["press"],
    "when": {"made": True},
    "then": {"add": {"kg": 2.5, "lb": 5}},
}


# Exercises of a day; a set is reps or seconds, whether it is timed, its rest, and the pace of an EMOM.
_DAYS: Final[list[list[list[list[Any]]]]] = [
    [],
    [[[10, False, 120, None]] * 3] * 4,
    [[[5, False, None, None]] * 3, [[60, True, 30, None]] * 2],
    [[[8, False, 90, 60]] * 10, [[12, False, 0, None]]],
]


def _timed(day: list[list[list[Any]]]) -> list[list[TimedSet]]:
    return [[TimedSet(*row) for row in sets] for sets in day]


def days_cases() -> Cases:
    """Sets and setups of the next session after workouts, and the dates of sessions on weekdays."""
    return {
        "next_slots": [
            {"in": [_RUN.format(at), _mixed(), rows], "out": _slots(_RUN.format(at), _mixed(), rows)}
            for at, rows in enumerate(_logs(), 1)
        ],
        "dated_sessions": [
            {
                "in": [_RUN.format(at), _weekly(), rows, today],
                "out": _dated(_RUN.format(at), _weekly(), rows, today),
            }
            for at, (rows, today) in enumerate(_weeks(), 1)
        ],
        "day_minutes": [{"in": [day], "out": day_minutes(_timed(day))} for day in _DAYS],
    }


def _mixed() -> dict[str, Any]:
    text = {
        "format": 2,
        "name": "Mixed",
        "cycles": 4,
        "lifts": [_PRESS],
        "days": [{"name": "Day", "slots": _SLOTS}],
        "rules": [_RULE],
    }
    asked = {"press": 40}
    return {"v": 1, "name": "Mixed", "text": text, "start": "2026-01-05", "unit": "kg", "asked": asked}


def _logs() -> list[list[Any]]:
    def press(*kinds: str, exercise: str = "overhead-press") -> list[Any]:
        sets = [_set(at, 5 if kind == "working" else 2, 40, kind) for at, kind in enumerate(kinds)]
        return [["w1", _workout("2026-01-05", 0, [("press", exercise, sets)])]]

    return [
        [],
        press("working", "working", "working"),
        # A drop set of his own between the sets asked is none of them.
        press("working", "drop", "working", "working"),
        press("working", "rest-pause", "working"),
        # The other exercise changes nothing of the press.
        press("working", "working", "working", exercise="dumbbell-shoulder-press"),
    ]


def _slots(ident: str, body: dict[str, Any], workouts: list[Any]) -> dict[str, Any]:
    fold = _fold(ident, body, workouts)
    assert fold.place is not None
    return {
        "press": fold.states["press"].value,
        "slots": [
            [
                row.slot,
                dict(row.setup) if row.setup else None,
                list(row.alternatives),
                [[target.kind, target.load, target.reps_low, target.every] for target in row.sets],
            ]
            for row in fold.targets(fold.place)
        ],
    }


def _weekly() -> dict[str, Any]:
    """Monday, Wednesday and Friday; the run begins on a Tuesday."""
    slot = {"lift": "press", "sets": [{"count": 3, "reps": 5}]}
    text = {
        "format": 2,
        "name": "Weekly",
        "cycles": 4,
        "schedule": "weekdays",
        "lifts": [_PRESS],
        "days": [
            {"name": name, "weekday": weekday, "slots": [slot]}
            for name, weekday in (("Monday", 0), ("Wednesday", 2), ("Friday", 4))
        ],
    }
    return {
        "v": 1,
        "name": "Weekly",
        "text": text,
        "start": "2026-01-06",
        "unit": "kg",
        "asked": {"press": 40},
    }


def _weeks() -> list[tuple[list[Any], str]]:
    def trained(*days: tuple[str, int]) -> list[Any]:
        rows = [("press", "overhead-press", [_set(0, 5, 40, "working")])]
        return [[f"w{at}", _workout(on, day, rows)] for at, (on, day) in enumerate(days)]

    return [
        ([], "2026-01-06"),
        ([], "2026-01-12"),
        ([], "2026-01-16"),  # the first week was missed
        (trained(("2026-01-12", 0)), "2026-01-13"),
        (trained(("2026-01-12", 0)), "2026-01-15"),  # Wednesday was missed
        (trained(("2026-01-12", 0), ("2026-01-15", 1)), "2026-01-16"),  # moved to Thursday: Friday stays
        (trained(("2026-01-12", 0), ("2026-01-16", 1)), "2026-01-16"),  # done on Friday: both on one day
        (trained(("2026-01-11", 0)), "2026-01-12"),  # a day early
        (trained(("2026-01-17", 0)), "2026-01-18"),  # five days late counts as early for the next week
        (trained(("2026-01-16", 2)), "2026-02-02"),  # away for two weeks
    ]


def _dated(ident: str, body: dict[str, Any], workouts: list[Any], today: str) -> list[Any]:
    fold = _fold(ident, body, workouts)
    rows = dated_sessions(fold, date.fromisoformat(body["start"]), date.fromisoformat(today))
    return [[row.place.cycle, row.place.day, row.on.isoformat()] for row in rows]


def _fold(ident: str, body: dict[str, Any], workouts: list[Any]) -> Fold:
    documents = []
    for key, workout in workouts:
        given = copy.deepcopy(workout)
        given["run"]["id"] = ident
        documents.append(Document("workout", key, 1, 1, deleted=False, body=json.dumps(given).encode()))
    return fold_run(ident, body, documents, Surroundings({"overhead-press": "barbell"}, {}, {}, {}))


def _set(at: int, reps: int, load: float, kind: str) -> dict[str, Any]:
    made = {"id": f"s{at}", "order": f"a{at}", "reps": reps, "load": {"value": load, "unit": "kg"}}
    return made if kind == "working" else {**made, "kind": kind}


def _workout(on: str, day: int, slots: list[tuple[str, str, list[Any]]]) -> dict[str, Any]:
    entries = [
        {"id": f"e{at}", "order": f"a{at}", "exercise": exercise, "slot": slot, "sets": sets}
        for at, (slot, exercise, sets) in enumerate(slots)
    ]
    run = {"id": "", "cycle": 1, "week": 1, "day": day}
    return {"v": 1, "start": f"{on}T18:00:00", "offset": 60, "run": run, "entries": entries}
