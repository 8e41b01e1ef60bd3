"""Cases of the training rules that live twice: lines, depth classes, bests, records, volume.

Inputs are workout documents as they are stored, so that both readers are tested with the rules.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from phone_rules.bests import reps_at_load

from iron.training.history import bests, lines, set_records, volume
from iron.training.history import weeks as training_weeks
from iron.training.history.sets import ExerciseFacts, MuscleCredit, PerformedSet, from_workout

Raw = dict[str, Any]
Given = tuple[Any, ...]
Case = dict[str, Any]

_PRESS = "leg-press-45"
_SPLITTING = ["foot_height", "stance"]
_MACHINE = {"id": "m1", "name": "Panatta", "base_kg": 55}
_CREDITS: list[dict[str, Any]] = [
    {"id": "quads", "credit": 1, "low": 1, "high": 1},
    {"id": "glutes", "credit": 0.5, "low": 0.25, "high": 1},
]


def _press_set(load: float, reps: float, **more: Any) -> Raw:
    setup = more.pop("setup", {"foot_height": "low", "stance": "shoulder", "toe_out": 15})
    return {"load": {"value": load, "unit": more.pop("unit", "kg")}, "reps": reps, "setup": setup, **more}


def _workout(number: int, start: str, sets: list[Raw], exercise: str = _PRESS, **entry: Any) -> list[Any]:
    placed = [{"id": f"w{number}s{at}", "order": f"a{at}", **set_} for at, set_ in enumerate(sets)]
    body: dict[str, Any] = {
        "v": 1,
        "start": start,
        "entries": [{"id": f"w{number}e", "order": "a0", "exercise": exercise, **entry}],
    }
    body["entries"][0]["sets"] = placed
    return [f"w{number}", body]


def _at(load: float, unit: str = "kg") -> Raw:
    return {"load": {"value": load, "unit": unit}}


def _run(distance: float, seconds: float | None, unit: str = "km") -> Raw:
    lasting = {} if seconds is None else {"duration_s": seconds}
    return {"distance": {"value": distance, "unit": unit}, **lasting}


def _carry(load: float, metres: float, **more: Any) -> Raw:
    return {**_at(load), "distance": {"value": metres, "unit": "m"}, **more}


def _knee(value: float, **more: Any) -> Raw:
    return {"value": value, "how": "knee_angle", **more}


# One line with all that a rule must see through: warm-ups, cut depth by number, by word and by fault, a
# flagged load, pounds, float dust, equal loads, half reps, a missing reference at first.
_LINE = [
    _workout(
        1,
        "2026-03-02T18:00:00",
        [
            _press_set(100, 10, kind="warm-up"),
            _press_set(180, 12, depth=_knee(98), rir=2),
            _press_set(180, 11, depth=_knee(100)),
            _press_set(180, 12, depth=_knee(80)),
        ],
    ),
    _workout(
        2,
        "2026-03-09T18:00:00",
        [
            _press_set(185.00000000000003, 12, depth=_knee(99)),
            _press_set(240, 10, depth=_knee(88.2)),
            _press_set(240, 12, depth=_knee(88.1)),
            _press_set(300, 10, faults=["cut_range"]),
            _press_set(320, 5, depth={"how": "judged", "class": "cut"}),
        ],
    ),
    _workout(
        3,
        "2026-03-16T18:00:00",
        [
            _press_set(441, 8, unit="lb"),
            _press_set(441, 8, unit="lb", as_lifted={"value": 200, "unit": "kg"}),
            _press_set(1200, 3, flags=["load_over_1000"]),
            _press_set(185, 14.5, side="both"),
            _press_set(150, 25),
            _press_set(150, 25),
            _press_set(185, 12, depth={"value": 4, "how": "stop"}),
        ],
    ),
    _workout(
        4, "2026-03-16T20:00:00", [_press_set(200, 7.5), _press_set(260, 5), _press_set(200, 8, kind="drop")]
    ),
]
_HIGH = {"foot_height": "high", "stance": "wide"}
_MIXED = [
    *_LINE,
    _workout(
        5,
        "2026-03-23T18:00:00",
        [_press_set(170, 10, setup=_HIGH), _press_set(175, 10, setup=_HIGH, side="left")],
    ),
    _workout(
        6,
        "2026-03-30T18:00:00",
        [_press_set(170, 12, setup={"foot_height": "high"}, rir=5)],
        machine=_MACHINE,
    ),
    _workout(7, "2026-01-05T18:00:00", [_press_set(160, 10, setup={})]),
]
_ASSISTED = [
    _workout(
        8, "2026-03-02T18:00:00", [{"load": {"value": 40, "unit": "kg"}, "reps": 8}], "pull-up-assisted"
    ),
    _workout(
        9,
        "2026-03-04T18:00:00",
        [{"load": {"value": 30, "unit": "kg"}, "reps": 8}, {"load": {"value": 40, "unit": "kg"}, "reps": 10}],
        "pull-up-assisted",
    ),
]

_RUN = "run"
_RUNS = [
    _workout(20, "2026-03-02T18:00:00", [_run(5, 1600)], _RUN),
    _workout(21, "2026-03-04T18:00:00", [_run(5.05, 1620), _run(5, 1500)], _RUN),
    _workout(22, "2026-03-06T18:00:00", [_run(3, 900), _run(0.4, 70)], _RUN),
    _workout(23, "2026-03-08T18:00:00", [_run(10, 3400), _run(0.5, 75, unit="mi"), _run(0.6, None)], _RUN),
]
_CARRY = "farmers-carry"
_CARRIES = [
    _workout(30, "2026-03-02T18:00:00", [_carry(24, 40), _carry(24, 30, kind="warm-up")], _CARRY),
    _workout(31, "2026-03-04T18:00:00", [_carry(24, 50), _carry(28, 30), _carry(26, 30)], _CARRY),
]
_HOLD = "dead-hang"
_HOLDS = [
    _workout(40, "2026-03-02T18:00:00", [{"duration_s": 40}, {"duration_s": 20, **_at(5)}], _HOLD),
    _workout(
        41,
        "2026-03-04T18:00:00",
        [
            {"duration_s": 44.5},
            {"duration_s": 25, **_at(5)},
            {"duration_s": 10, **_at(22.04622621848776, "lb")},
        ],
        _HOLD,
    ),
    _workout(
        42, "2026-03-06T18:00:00", [{"duration_s": 90, "depth": {"how": "judged", "class": "cut"}}], _HOLD
    ),
    _workout(
        43, "2026-03-08T18:00:00", [{"duration_s": 600, "flags": ["load_over_1000"]}, {"reps": 3}], _HOLD
    ),
]

_KEYS = [
    f"{_PRESS}|-|both|foot_height=low|stance=shoulder",
    f"{_PRESS}|-|both|foot_height=high|stance=shoulder",
    f"{_PRESS}|-|both|foot_height=unknown|stance=unknown",
    f"{_PRESS}|m1|both|foot_height=low|stance=shoulder",
    f"{_PRESS}|m2|left|foot_height=low|stance=unknown",
]


def lines_cases() -> dict[str, list[Case]]:
    """Cases of iron.training.history.lines."""
    setups: list[Raw] = [
        {},
        {"foot_height": "low", "toe_out": 15},
        {"stance": "wide", "foot_height": ""},
        {"foot_height": 3},
    ]
    used = {key: f"2026-0{month}-01T10:00:00" for month, key in enumerate(_KEYS, start=1)}
    uses = [
        used,
        {},
        {_KEYS[1]: "2026-02-01T10:00:00", _KEYS[3]: "2026-05-01T10:00:00"},
        {"squat|-|both": "2026-01-01T10:00:00"},
    ]
    return {
        "line_key": [
            _case(
                (_PRESS, machine, side, setup, _SPLITTING),
                lines.line_key(_PRESS, machine, side, setup, _SPLITTING),
            )
            for machine in (None, "m1")
            for side in ("both", "left")
            for setup in setups
        ],
        "by_line": [_case((given, _SPLITTING), _by_line(given, _SPLITTING)) for given in (_LINE, _MIXED)]
        + [_case((_MIXED, []), _by_line(_MIXED, []))],
        "depth_classes": [_case((_LINE, own), _classes(_LINE, own)) for own in (None, 110, 85)],
        "nearest_line": [
            _case((key, last), _nearest(key, last)) for key in [*_KEYS, f"{_PRESS}|m3|both"] for last in uses
        ],
    }


def bests_cases() -> dict[str, list[Case]]:
    """Cases of iron.training.history.bests; sets have their depth class first, as everywhere."""
    lots = [
        (_LINE, _PRESS, "plates"),
        (_ASSISTED, "pull-up-assisted", "assistance"),
        (_RUNS, _RUN, "none"),
        (_CARRIES, _CARRY, "dumbbell"),
        (_HOLDS, _HOLD, "added"),
        (_HOLDS, _HOLD, "assistance"),
        ([], _PRESS, "plates"),
    ]
    result: dict[str, list[Case]] = {"rep_bests": [], "reps_at_load": [], "records": [], "record_message": []}
    for given, exercise, meaning in lots:
        facts = ExerciseFacts(exercise, load_meaning=meaning)
        classed = lines.classify_depth(_sets(given, facts))
        arguments = (given, meaning)
        result["rep_bests"].append(_case(arguments, bests.rep_bests(classed, facts)))
        result["reps_at_load"].append(_case(arguments, reps_at_load(classed, facts)))
        result["records"].append(_case(arguments, set_records.records(classed, facts)))
        result["record_message"] += [
            {
                "in": [asdict(record), meaning, unit],
                "out": set_records.record_message(record, meaning, unit),
            }
            for record in set_records.records(classed, facts)
            for meaning in ("plates", "added", "none", "assistance")
            for unit in ("kg", "lb")
        ]
    return result


def volume_cases() -> dict[str, list[Case]]:
    """Cases of iron.training.history.volume."""
    credited = tuple(MuscleCredit(c["id"], c["credit"], c["low"], c["high"]) for c in _CREDITS)
    facts = ExerciseFacts(_PRESS, implements=1, load_meaning="plates", muscles=credited)
    pair = ExerciseFacts(_PRESS, implements=2, load_meaning="plates", muscles=credited)
    days = ("2026-11-22", "2026-11-23", "2026-03-01", "2024-02-29", "2027-01-01")
    weeks: list[Case] = []
    for given in (_LINE, _MIXED):
        for start in ("monday", "sunday"):
            result = volume.muscle_weeks(_sets(given, facts), {_PRESS: facts}, start)
            answer = [
                {
                    "muscle": week.muscle,
                    "week": week.week.isoformat(),
                    "sets": week.sets,
                    "low": week.low,
                    "high": week.high,
                    "most_in_session": week.most_in_session,
                }
                for week in result
            ]
            weeks.append(_case((given, _CREDITS, start), answer))
    return {
        "week_of": [
            _case((day, start), volume.week_of(date.fromisoformat(day), start).isoformat())
            for day in days
            for start in ("monday", "saturday", "sunday")
        ],
        "volume_load_kg": [
            _case((_MIXED, facts.implements), volume.volume_load_kg(_sets(_MIXED, facts), {_PRESS: facts}))
            for facts in (facts, pair)
        ],
        "muscle_weeks": weeks,
        **_week_cases(_sets(_MIXED, facts)),
    }


def _week_cases(sets: list[PerformedSet]) -> dict[str, list[Case]]:
    given = [[set_.start, set_.kind] for set_ in sets]
    seen = {
        (until, start): training_weeks.training_weeks(sets, date.fromisoformat(until), 3, start)
        for until in ("2026-03-16", "2026-03-22", "2026-05-01")
        for start in ("monday", "saturday", "sunday")
    }
    goals = [{"count": count, "what": what} for what in ("days", "sets") for count in (1, 2, 10)]
    return {
        "training_weeks": [
            _case((given, until, 3, start), [_week(week) for week in rows])
            for (until, start), rows in seen.items()
        ],
        "is_reached": [
            _case((_week(week), goal), training_weeks.is_reached(week, goal))
            for week in seen["2026-03-22", "monday"]
            for goal in goals
        ],
    }


def _week(week: training_weeks.TrainingWeek) -> dict[str, Any]:
    return {**asdict(week), "week": week.week.isoformat()}


def _sets(given: list[list[Any]], facts: ExerciseFacts) -> list[PerformedSet]:
    return [set_ for name, body in given for set_ in from_workout(body, {facts.id: facts}, workout_id=name)]


def _by_line(given: list[list[Any]], splitting: list[str]) -> list[list[Any]]:
    facts = ExerciseFacts(_PRESS, tuple(splitting))
    return [
        [key, [set_.id for set_ in group]] for key, group in lines.by_line(_sets(given, facts), facts).items()
    ]


def _classes(given: list[list[Any]], own: float | None) -> list[list[str]]:
    facts = ExerciseFacts(_PRESS)
    return [[set_.id, set_.depth_class] for set_ in lines.classify_depth(_sets(given, facts), own)]


def _nearest(key: str, last: dict[str, str]) -> Case | None:
    result = lines.nearest_line(key, last)
    return None if result is None else {"key": result.key, "message": result.message}


def _case(given: Given, answer: Any) -> Case:
    return {"in": list(given), "out": answer}
