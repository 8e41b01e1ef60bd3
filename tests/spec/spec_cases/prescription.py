"""Cases of the next load, from the rule book of advice: each scenario is a case, with sets of the day after it.

Numbers are rounded to nine digits before the rule answers, so that both languages are asked the same.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from typing import Any, Final
from unittest.mock import patch

from scenario import Scenario, read_all

from iron.journal import next_sets
from iron.training.history import marked
from iron.training.prescription import loads, rack
from iron.training.prescription.build import Trained, case_of, lines_of
from iron.training.prescription.model import Case, Lift, Prescription, Wanted
from iron.training.prescription.pattern_sets import pattern_sets
from iron.training.prescription.rules import prescribe
from iron.training.prescription.stored import case_from, case_json, lift_json
from iron.training.prescription.within import next_set

Row = dict[str, Any]

_PAIRS: Final[Row] = {"20": 2, "5": 1}
_EQUIPMENT: Final[tuple[tuple[Any, ...], ...]] = (
    ({}, {}, None, "barbell"),
    # The bar: of nobody, of the gym, of the machine, in hand; in pounds; heavier than the load.
    ({}, {"plates": [20, 10, 5, 2.5]}, None, "barbell"),
    ({"plates": [20, 10]}, {"bars": [15, 20]}, None, "barbell"),
    ({"plates": [20, 10], "base_kg": 30.0}, {"bars": [15, 20]}, None, "barbell"),
    ({"base_kg": 30.0}, {"plates": [20, 10]}, None, "barbell", {"value": 35.0, "unit": "lb"}),
    ({}, {"plates": [45, 25, 10, 5], "unit": "lb", "bars": [45, 35]}, None, "barbell"),
    ({"plates": [45, 25, 10, 5], "unit": "lb", "base_kg": 15.0}, {}, None, "barbell"),
    ({"unit": "lb", "base_kg": 15.0}, {"plates": [20, 10], "unit": "kg"}, None, "barbell"),
    ({"plates": [20], "base_kg": 130.0}, {}, None, "barbell"),
    # Pairs, one pin, and plates that end below the load.
    ({"plates": {"20": 4, "5": 1}, "sides": 1}, {}, 2, "plates"),
    ({}, {"plates": [20, 10]}, 1, "plates"),
    ({"sides": 1}, {"plates": _PAIRS}, 2, "plates"),
    ({"sides": 2}, {"plates": _PAIRS}, 1, "plates"),
    ({}, {"plates": _PAIRS}, 1, "plates"),
    ({"plates": {"20": 2}}, {"plates": {"5": 9}}, 1, "plates"),
    ({"plates": {"5": 1, "2.5": 1}}, {}, None, "plates"),
    # Plates of its own make a machine out of an exercise that is usually done on a stack.
    ({"plates": [20, 10]}, {}, None, "stack"),
    ({}, {"plates": [20]}, None, "stack"),
    ({"plates": [20], "unit": "lb"}, {"dumbbells": [10, 12.5]}, None, "dumbbell"),
    # An add-on is one more mark between two; plates beside a stack are none.
    ({"stack": [5, 50, 52.5, 55, 57.5, 60, 65, 200]}, {"plates": [20]}, None, "stack"),
    ({"stack": [10, 20, 30, 40], "unit": "lb", "plates": [45]}, {}, None, "stack"),
    ({"stack": [0, 10, 20, 30, 10]}, {}, None, "assistance"),
    ({"stack": [10, 20]}, {}, None, "band"),
    ({}, {"dumbbells": [10, 22, 60, 80], "unit": "lb"}, None, "dumbbell"),
    ({}, {"dumbbells": [8, 12, 16], "unit": "kg"}, None, "kettlebell"),
    ({}, {"plates": [20]}, None, "added"),
    # What no form writes.
    ({"plates": [], "stack": [0]}, {"plates": [20, 0, 10], "bars": [0, 15]}, None, "barbell"),
    ({"plates": {"x": 1, "0": 2}}, {"plates": {"-5": 1, "20": -1, "10": 2}}, None, "plates"),
)
_PLACES: Final = [rack.Equipment(*given) for given in _EQUIPMENT]

_MARKED: Final[dict[str, Row]] = {
    "2026-11-12": {"to": "2026-11-18", "cause": "illness"},
    "2026-12-01": {"to": "2026-12-01", "cause": "pain"},
}

_PLANS: Final = (
    ("planned", Wanted(3, 6, 8, 2.0)),
    ("an easy week", Wanted(4, 6, 8, 4.0, deload=True)),
    ("a program's load", Wanted(3, 3, 3, 1.0, load_kg=80.0)),
    ("a program's load too far", Wanted(1, 5, 5, 0.0, load_kg=200.0)),
)

_RESERVE_PLANS: Final = (
    ("bad-day-with-reserve-logged", "two left planned", Wanted(3, 6, 8, 2.0)),
    ("five-by-five-with-reserve", "two left planned", Wanted(5, 5, 5, 2.0)),
    ("five-by-five-with-reserve", "four left planned", Wanted(5, 5, 5, 4.0)),
    # Nothing says how many were left: five by five cannot leave three.
    ("five-by-five-goes-on", "three left planned", Wanted(5, 5, 5, 3.0)),
    ("one-bad-day", "three left planned", Wanted(3, 6, 8, 3.0)),
    # No session was meant for these reps: a band's number is no mass, and kilos are never invented.
    ("a-band-stays-a-band", "fives planned", Wanted(3, 5, 5, 2.0)),
    ("push-ups-forty", "fives planned", Wanted(3, 5, 5, 2.0)),
    # No session kept an aim: their reps are far from the plan's.
    ("five-by-five-with-reserve", "fifteens planned", Wanted(3, 12, 15, 2.0)),
    ("lifting-tens", "twenties planned", Wanted(3, 20, 25, 2.0)),
)
_HEAVY_FIRST: Final = ((3, 6, 1.0, 3.0), (6, 10, 1.0, 3.0))

FEW: Final = 16
"""Sessions that a case of a whole history may have: the file is read by people too."""


def prescription_cases() -> dict[str, list[Row]]:
    """All cases, by the name of their rule."""
    asked = _asked()
    return {
        "prescribe": [
            {"name": name, "in": case_json(case), "out": _rounded(asdict(prescribe(case)))}
            for name, case in asked
        ],
        "next_set": [row for name, case in asked for row in _next_sets(name, case)],
        "told": [row for name, case in asked for row in _shown(name, case)],
        "case": _histories(),
        "history_grid": _grids(),
        "cause_on": [
            {"in": [_MARKED, day], "out": marked.cause_on(_MARKED)(day)}
            for day in ("2026-11-01", "2026-11-12", "2026-11-18", "2026-11-19")
        ],
        "note_on": [
            {"in": [days, on], "out": marked.note_on(days, date.fromisoformat(on))}
            for days in ({}, _MARKED)
            for on in ("2026-11-01", "2026-11-20", "2026-12-12", "2027-03-01")
        ],
        "rack_loads": [
            {"in": [given, around, there], "out": rack.rack_loads(given, around, is_there=there)}
            for given in _PLACES
            for around, there in ((60.0, True), (61.3, False))
        ],
        "place_loads": [
            {"in": [given, unit, most], "out": rack.place_loads(given, unit, most)}
            for given in _PLACES
            for unit, most in (("kg", 50.0), ("lb", 110.0))
        ],
        "as_said": [
            {"name": f"{kilos} kg in {unit}, lifted in {lifted}", "in": [kilos, unit, lifted], "out": loads.as_said(kilos, unit, lifted)}
            for kilos in (20.0, 54.4, 61.235, 62.5, 70.0, 83.91, 90.0)
            for unit, lifted in (("kg", "kg"), ("lb", "lb"), ("lb", "kg"), ("kg", "lb"))
        ],
    }  # fmt: skip


@cache
def _asked() -> tuple[tuple[str, Case], ...]:
    """The case of the first line of every scenario."""
    cases: list[tuple[str, Case]] = []
    seen: list[Case] = []

    def watched(case: Case) -> Prescription:
        seen.append(case)
        return prescribe(case)

    with patch.object(next_sets, "prescribe", watched):
        for scenario in read_all():
            seen.clear()
            scenario.answers()
            cases.extend((scenario.name, _round_case(case)) for case in seen[:1])
    named = dict(cases)
    for name in ("five-by-five-goes-on", "weighted-pull-ups-step", "lifting-tens"):
        cases.extend((f"{name}, {plan}", replace(named[name], wanted=wanted)) for plan, wanted in _PLANS)
    for name, plan, wanted in _RESERVE_PLANS:
        cases.append((f"{name}, {plan}", replace(named[name], wanted=wanted)))
    never = replace(named["lifting-tens"], sessions=(), belief=None, wanted=None)
    cases.append(("never done, heavy range first", replace(never, ranges=_HEAVY_FIRST)))
    return tuple(cases)


def _round_case(case: Case) -> Case:
    return case_from(json.loads(json.dumps(_rounded(case_json(case)))))


def _next_sets(name: str, case: Case) -> list[Row]:
    opening = prescribe(case)
    is_new = opening.load_kg is None
    load = 60.0 if opening.load_kg is None else opening.load_kg
    low, high = float(opening.reps_low), float(opening.reps_high)
    moved = _rounded(case.moved(load))
    first = Lift(load, moved, high)
    far = _rounded(4.0 * max(case.grid)) if case.grid else load
    days = {
        "as meant": [first],
        "short": [Lift(load, moved, max(1.0, low - 2))],
        "easy": [Lift(load, moved, high, opening.rir + 3)],
        "nothing left": [first, Lift(load, moved, low, 0.0, failed=True)],
        "closer to failure than planned": [Lift(load, moved, low, 0.0)],
        "cut short": [Lift(load, moved, high, 1.0, cut=True)],
        "all done": [first] * opening.sets,
        "nothing yet": [],
        "a typing error": [first, Lift(load * 10 + 300, _rounded(case.moved(load) * 10 + 300), high)],
        "far above the known loads": [Lift(far, _rounded(case.moved(far)), 5.0, sure=True)],
        "a lighter day": [Lift(load * 0.9, _rounded(case.moved(load * 0.9)), high)],
        "a light set before": [Lift(load / 2, _rounded(case.moved(load / 2)), high)],
        "more reps than meant": [Lift(load, moved, high + 3)],
    }
    if is_new:
        days = {day: days[day] for day in ("as meant", "more reps than meant")}
    return [
        {
            "name": f"{name}: {day}",
            "in": {"case": name, "done": [lift_json(lift) for lift in lifts]},
            "out": _rounded(asdict(next_set(case, lifts))),
        }
        for day, lifts in days.items()
    ]


def _shown(name: str, case: Case) -> list[Row]:
    answer = prescribe(case)
    pattern = pattern_sets(case, answer)
    rows = []
    for unit in ("kg", "lb"):
        row = next_sets.to_next(case, answer, {}, unit)
        out = {
            "message": row.message,
            "sentence": row.sentence,
            "question": row.question,
            "pattern": None if pattern is None else _rounded(asdict(pattern)),
        }
        rows.append({"name": f"{name}, {unit}", "in": {"case": name, "unit": unit}, "out": out})
    return rows


def _histories() -> list[Row]:
    """Cases put together from workouts as they are stored, what is believed about the line included."""
    cases = []
    for scenario in read_all():
        rows = list(scenario.rows())
        if len(rows) > FEW or any(kind not in {"workout", "measurement"} for kind, _, _ in rows):
            continue
        cases.append(_history(scenario, rows))
    return cases


def _history(scenario: Scenario, rows: list[Any]) -> Row:
    view, until = scenario.journal().view, str(scenario.given["at"])
    ready: Trained = view.trained(scenario.given["exercise"], until, scenario.given.get("body_mass"))
    line, on = lines_of(ready)[0], date.fromisoformat(until[:10])
    unit = next_sets.unit_at(ready, view.place(scenario.given.get("show")), line)
    facts = asdict(ready.facts)
    given = {
        "facts": {name: facts[name] for name in ("id", "splitting", "load_meaning", "implements", "body_share", "base_kg", "family", "curve_k")},
        "workouts": [[ident, body] for kind, ident, body in rows if kind == "workout"],
        "body_mass_kg": ready.body_mass_kg,
        "ranges": ready.ranges,
        "line": line,
        "on": on.isoformat(),
        "unit": unit,
    }  # fmt: skip
    return {
        "name": scenario.name,
        "in": given,
        "out": _rounded(case_json(case_of(ready, line, on, unit=unit))),
    }


def _grids() -> list[Row]:
    given: list[tuple[list[float], float, str, str, list[float], list[float]]] = [
        ([60, 60, 62.5, 65, 65, 67.5], 67.5, "barbell", "kg", [], [65, 67.5]),
        ([10, 10, 10], 10, "barbell", "kg", [], [10]),
        ([20, 22, 24, 24, 26], 26, "dumbbell", "kg", [], [24, 26]),
        ([20.41, 20.41, 22.68, 24.95], 24.95, "dumbbell", "lb", [], [22.68, 24.95]),
        ([59, 66, 73, 59, 66], 66, "stack", "kg", [], [59, 66]),
        ([45, 50], 50, "stack", "kg", [40, 55, 55], [50]),
        ([0, 0, 0], 0, "added", "kg", [], [0]),
        ([30, 25, 25, 20], 20, "assistance", "kg", [], [20]),
        ([83.91, 86.18], 86.18, "barbell", "lb", [], [86.18]),
        ([54.4, 54.4], 54.4, "plates", "kg", [], [54.4]),
        ([82, 82, 80, 80, 80, 82.5, 85, 85, 85], 85, "barbell", "kg", [], [82.5, 85]),
        ([], 0, "plates", "kg", [], []),
    ]
    return [
        {"name": f"{meaning}, {unit}, {used}, {there}",
         "in": [used, top, meaning, unit, others, tops[:-1], there],
         "out": list(loads.history_grid(used, top, meaning, unit, others, tops[:-1], top_is_there=there))}
        for there in (True, False)
        for used, top, meaning, unit, others, tops in given
    ]  # fmt: skip


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list | tuple) else value
