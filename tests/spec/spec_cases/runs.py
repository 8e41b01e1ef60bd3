"""Cases of runs: a program folded over the workouts of a journal, in whatever order they arrive."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Any, Final

from iron.journal.content import library
from iron.journal.plans import wanted_of
from iron.journal.run_folds import Surroundings, fold_run
from iron.knowledge.messages import phrase
from iron.records.documents import Document
from iron.training.plan.program_files import read_shelf
from iron.training.programs.showing import change_message, set_words, source_message, targets_json
from iron.training.programs.state import Change, LoadSource, SlotTargets, Target

Cases = dict[str, list[dict[str, Any]]]

_RUN: Final = "0198c0de-0000-7000-8000-{:012x}"
_ORDER: Final = ("press", "deadlift", "bench", "squat")
_REPS: Final = ((5, 5), (3, 3), (5, 3), (5, 5))
_MEANINGS: Final = dict.fromkeys(
    ("overhead-press", "deadlift", "bench-press", "back-squat", "squat"), "barbell"
)
# No plates below 5 lb, and a bar of 45 lb in one; the other one says nothing of plates.
_GYMS: Final = {
    "basement": {"v": 1, "name": "Basement", "unit": "lb", "plates": [45, 25, 10, 5], "bars": [45]},
    "hotel": {"v": 1, "name": "Hotel"},
}
_RACK: Final = {"v": 1, "name": "Rack", "plates": [25, 10, 5], "base_kg": 20}
_STANDS: Final = {"v": 1, "name": "Smith machine", "unit": "lb", "gym": "basement"}
_NOWHERE: Final = {"v": 1, "name": "Smith machine", "unit": "lb", "base_kg": 15.0}
_POUNDS: Final = {"v": 1, "name": "Old rack", "unit": "lb", "plates": [45, 25]}


def runs_cases() -> Cases:
    """States after the workouts, where the run goes on, and how much changed."""
    given = [
        (_RUN.format(at), body, workouts, _MEANINGS, machines, _GYMS)
        for at, (body, workouts, machines) in enumerate(_journals(), 1)
    ]
    asked = [(_RUN.format(at), _body(text=text, unit=unit)) for at, (text, unit) in enumerate(_wishes(), 1)]
    return {
        "fold_run": [{"in": list(row), "out": _folded(*row)} for row in given],
        "change_message": [
            {"in": [{"what": what, "old": old, "new": new}, unit], "out": _change(what, old, new, unit)}
            for what, old, new in _CHANGES
            for unit in ("kg", "lb")
        ],
        "source_message": [
            {"in": [{"source": source._asdict(), "exact": exact, "load": load}, unit], "out": out}
            for source, exact, load in _SOURCES
            for unit in ("kg", "lb")
            for out in [_source(source, exact, load, unit)]
        ],
        "target_words": [
            {"in": [target._asdict(), unit], "out": _set(target, unit)}
            for target in _TARGETS
            for unit in ("kg", "lb")
        ],
        "wanted_of": [{"in": list(row), "out": _wanted(*row)} for row in asked],
    }


_FIXED: Final = LoadSource("fixed", "", 100.0, 0.0)
_TARGETS: Final = (
    Target(1, 100.0, 100.0, _FIXED, 5, 5, False, None, False, None, "working", None, False),
    Target(1, 62.5, 62.5, _FIXED, 5, 5, True, None, False, None, "working", None, False),
    Target(1, 100.0, 100.0, _FIXED, 5, 5, True, 12, False, None, "working", None, False),
    Target(1, None, None, _FIXED, 8, 12, False, None, False, 2.5, "working", None, False),
    Target(1, None, None, _FIXED, 8, 8, True, 10, False, 2.0, "drop", None, True),
    Target(1, None, None, _FIXED, 30, 45, False, None, True, None, "working", None, False),
)
"""Sets with and without a load, open, capped, with a reserve, held."""

_CHANGES: Final[tuple[tuple[str, Any, Any], ...]] = (
    ("training max", 90.0, 92.5),
    ("training max", 208.935, 214.1584),
    ("training max", None, 54.0),
    ("1rm", 100.0, 102.25),
    ("1rm", None, 100.0),
    ("load", 1102.5, 95.0),
    ("load", None, 95.0),
    ("stage", 1, 2),
    ("sets", 3, 4),
    ("rung", 2, 1),
    ("test", None, "5rm"),
    ("test", "5rm", "1rm"),
)
"""What changed, from what to what."""


_SOURCES: Final[tuple[tuple[LoadSource, float | None, float | None], ...]] = (
    (LoadSource("log"), None, None),
    (LoadSource("choice"), None, None),
    (LoadSource("reserve"), None, None),
    (LoadSource("instead"), None, None),
    (LoadSource("fixed"), 33.3, 32.5),
    (LoadSource("load"), None, None),
    (LoadSource("load"), 60.0, 60.0),
    (LoadSource("load", "", 90.0), None, None),
    (LoadSource("training-max", "", 65.0), 78.975, 80.0),
    (LoadSource("one-rm", "", 72.5, 2.5), 1090.0, 1090.0),
    (LoadSource("one-rm", "", 100.0, -2.5), 97.5, 97.5),
    (LoadSource("set", "1", 90.0, -1.25), 88.75, 87.5),
    (LoadSource("lift", "squat", 100.0, 5.0), None, None),
    (LoadSource("number"), 40.0, 40.0),
)
"""Where a load comes from, before and after rounding."""


def _source(source: LoadSource, exact: float | None, load: float | None, unit: str) -> dict[str, Any]:
    rest = (5, 5, False, None, False, None, "working", None, False, None, None, None)
    message = source_message(Target(1, load, exact, source, *rest), unit)
    return {"message": message, "phrase": phrase(**message)}


def _set(target: Target, unit: str) -> str:
    slot = SlotTargets("squat", "squat", "back-squat", "", False, (target,))
    return set_words(targets_json(slot, unit, {})["sets"][0])


def _change(what: str, old: Any, new: Any, unit: str) -> dict[str, Any]:
    message = change_message(Change("Rule", "squat", what, old, new, (), "w1"), unit)
    return {"message": message, "phrase": phrase(**message)}


def _wishes() -> list[tuple[dict[str, Any], str]]:
    """Programs whose slots name a load, leave it to the engine, have ranges, optional sets and holds."""
    sets = (
        [{"count": 3, "reps": [5, 8], "load": "engine"}],
        [{"reps": 5, "percent": 70}, {"reps": 3, "percent": 80.5}, {"reps": 8, "percent": 60, "rir": 2.5}],
        [{"reps": 3, "percent": 85}, {"reps": 5, "percent": 50, "optional": True}],
        [{"count": 2, "seconds": 30}],
        [{"count": 4, "reps": 10, "rpe": 8}],
    )
    lift = {"id": "press", "exercise": "overhead-press", "keeps": "training max", "ask": "training max"}
    return [
        (
            {
                "format": 2,
                "name": "Wishes",
                "cycles": 2,
                "lifts": [lift],
                "days": [{"name": "Press", "slots": [{"lift": "press", "sets": rows}]}],
            },
            unit,
        )
        for rows in sets
        for unit in ("kg", "lb")
    ]


def _wanted(ident: str, body: dict[str, Any]) -> list[Any]:
    """What each slot of the first session asks of the engine."""
    fold = fold_run(ident, body, [], Surroundings(_MEANINGS, {}, {}, {}))
    assert fold.place is not None
    rows = [wanted_of(targets_json(row, body["unit"], {})["sets"]) for row in fold.targets(fold.place)]
    return [None if row is None else asdict(row) for row in rows]


def _journals() -> list[tuple[dict[str, Any], list[Any], dict[str, Any]]]:
    def made(count: int) -> list[Any]:
        return [_workout(number, 5) for number in range(count)]

    typed = {"id": "t1", "at": "2026-01-06T12:00:00", "offset": 60, "lift": "squat", "value": 150.0}
    revised = {"at": "2026-01-12T12:00:00", "text": read_shelf(library())["531-boring-but-big"]}
    pounds = {"press": 130, "deadlift": 400, "bench": 225, "squat": 315}
    return [
        (_body(), [], {}),
        (_body(), made(16), {}),
        # Late, out of order, one set short of its reps, warm-ups aside.
        (_body(), [made(4)[3], _workout(2, 4), *made(2), *made(16)[4:]], {}),
        (_body(typed=[typed]), made(8), {}),
        (_body(revised=[revised]), made(8), {}),
        # Loads in the other unit, a machine with its own plates, a workout of another run.
        (_body(), [_workout(0, 7, load=(120, "lb"), machine="m1"), _workout(1, 6)], {"m1": _RACK}),
        (_body(unit="lb", asked=pounds), [_workout(number, 6, load=(60, "kg")) for number in range(4)], {}),
        (_body(), [_workout(0, 5, run=_RUN.format(99)), _workout(1, 5)], {}),
        # Targets and first loads are those that the gym of the run, then that of the last session can make.
        (_linear(gym="basement"), [], {}),
        (_linear(), [_in_gym(_workout(0, 5), "basement")], {}),
        (_linear(gym="basement"), [_in_gym(_workout(0, 5), "hotel"), _workout(1, 5)], {}),
        (_linear(gym="basement"), [_in_gym(_workout(0, 5, machine="m2"), "basement")], {"m2": _POUNDS}),
        # A machine without plates of its own is loaded with those of the gym where it stands.
        (_linear(), [_in_gym(_workout(0, 5, machine="m3"), "hotel")], {"m3": _STANDS}),
        (_linear(), [_workout(0, 5, machine="m3")], {"m3": {**_STANDS, "sides": 1}}),
        (_linear(), [_workout(0, 5, machine="m3")], {"m3": {**_STANDS, "gym": "hotel"}}),
        # A machine that says no place stands in the gym of the workout; a bar in hand is lighter than its own.
        (_linear(), [_in_gym(_workout(0, 5, machine="m3"), "basement")], {"m3": _NOWHERE}),
        (_linear(), [_with_bar(_in_gym(_workout(0, 5, machine="m3"), "basement"))], {"m3": _NOWHERE}),
        # Plates in pounds are loaded in a program in kilograms too.
        (_body(), [_in_gym(_workout(0, 7), "basement")], {}),
        # Left and right are one set, in turn or one side after the other; the weaker side counts.
        (_body(), [_one_sided(_workout(number, 5), number % 2 == 0) for number in range(16)], {}),
        (_body(), [_one_sided(_workout(number, 5), True, weaker=4) for number in range(16)], {}),
    ]


def _linear(**more: Any) -> dict[str, Any]:
    """Loads in pounds that go up by 5, on every day."""
    lifts = [{"id": name, "exercise": "overhead-press", "keeps": "load"} for name in _ORDER]
    slots = [{"lift": name, "sets": [{"count": 2, "reps": 5}, {"reps": 5, "amrap": True}]} for name in _ORDER]
    text = {
        "format": 2,
        "name": "Linear",
        "cycles": 20,
        "lifts": lifts,
        "days": [{"name": slot["lift"], "slots": [slot]} for slot in slots],
        "rules": [{"name": "Up", "lifts": ["all"], "when": {"made": True}, "then": {"add": {"lb": 5}}}],
    }
    return _body(text=text, unit="lb", asked=dict.fromkeys(_ORDER, 102), **more)


def _in_gym(workout: list[Any], gym: str) -> list[Any]:
    workout[1]["gym"] = gym
    return workout


def _with_bar(workout: list[Any]) -> list[Any]:
    workout[1]["entries"][0]["bar"] = {"value": 7, "unit": "kg"}
    return workout


@cache
def _text() -> dict[str, Any]:
    return read_shelf(library())["531-classic"]


def _body(**more: Any) -> dict[str, Any]:
    asked = {"press": 60, "deadlift": 180, "bench": 100, "squat": 140}
    body = {"v": 1, "name": "5/3/1", "text": _text(), "start": "2026-01-05", "unit": "kg", "asked": asked}
    return {**body, **more}


def _workout(
    number: int,
    top: int,
    *,
    load: tuple[float, str] | None = None,
    machine: str | None = None,
    run: str | None = None,
) -> list[Any]:
    """The session of that number: a warm-up, two sets as asked, the third with ``top`` reps."""
    week, day = divmod(number, 4)
    sets: list[dict[str, Any]] = [{"id": f"{number}-w", "order": "Zz", "kind": "warm-up", "reps": 5}]
    for place, reps in enumerate((*_REPS[week % 4], top)):
        sets.append({"id": f"{number}-{place}", "order": f"a{place}", "reps": reps})
    if load is not None:
        sets[3]["load"] = {"value": load[0], "unit": load[1]}
    entry: dict[str, Any] = {
        "id": f"e{number}",
        "order": "a0",
        "exercise": "overhead-press",
        "slot": _ORDER[day],
        "sets": sets,
    }
    if machine is not None:
        entry["machine"] = {"id": machine, "name": "Rack"}
    session: dict[str, Any] = {"cycle": 1 + week // 4, "week": week % 4 + 1, "day": day}
    if run is not None:
        session["id"] = run
    start = f"2026-01-{5 + number:02d}T18:00:00"
    return [f"w{number:03d}", {"v": 1, "start": start, "offset": 60, "run": session, "entries": [entry]}]


def _one_sided(workout: list[Any], in_turn: bool, weaker: int | None = None) -> list[Any]:
    """The same session with each working set done left and right; the last right one with fewer reps."""
    [entry] = workout[1]["entries"]
    warm_up, *working = entry["sets"]
    left = [{**row, "id": f"{row['id']}l", "side": "left"} for row in working]
    right = [{**row, "id": f"{row['id']}r", "side": "right"} for row in working]
    if weaker is not None:
        right[-1]["reps"] = weaker
    rows = [row for pair in zip(left, right, strict=True) for row in pair] if in_turn else [*left, *right]
    entry["sets"] = [warm_up, *({**row, "order": f"a{place}"} for place, row in enumerate(rows))]
    return workout


def _folded(
    ident: str,
    body: dict[str, Any],
    workouts: list[Any],
    meanings: dict[str, str],
    machines: dict[str, Any],
    gyms: dict[str, Any],
) -> dict[str, Any]:
    for _, workout in workouts:
        workout["run"].setdefault("id", ident)
    documents = [
        Document("workout", key, 1, 1, deleted=False, body=json.dumps(workout).encode())
        for key, workout in workouts
    ]
    fold = fold_run(ident, body, documents, Surroundings(meanings, {}, machines, gyms))
    place = fold.place
    return {
        "states": {lift: state.value for lift, state in fold.states.items()},
        "place": place and [place.cycle, place.week, place.day],
        "loads": [[target.load for target in row.sets] for row in fold.targets(place)] if place else [],
        "changes": [[change.lift, change.what, change.old, change.new] for change in fold.changes],
    }
