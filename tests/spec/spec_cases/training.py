"""Cases for the rules that have a twin in the app: Python writes them, both languages run them.

Each case is JSON: ``name``, ``in`` and ``out``. Deterministic: the same code writes the same bytes.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from phone_rules.bests import reps_at_load
from phone_rules.jump import jump

from iron.knowledge.messages import render
from iron.training.history.bests import rep_bests, rep_range
from iron.training.history.lines import classify_depth, key_of, line_key, nearest_line
from iron.training.history.set_records import records
from iron.training.history.sets import ExerciseFacts, MuscleCredit, from_workout, moved_kg, uncounted_kg
from iron.training.history.volume import muscle_weeks, volume_load_kg
from iron.training.strength.capacity import counted_kg

Case = dict[str, Any]

_PRESS: Final = ExerciseFacts(
    id="leg-press-45",
    splitting=("foot_height", "stance"),
    curve_k=45.0,
    family="leg_press",
    load_meaning="plates",
    muscles=(MuscleCredit("quads", 1.0, 1.0, 1.0), MuscleCredit("glutes", 0.5, 0.25, 1.0)),
    base_kg=55.0,
)
_DIPS: Final = ExerciseFacts(
    id="assisted-dip",
    family="triceps",
    load_meaning="assistance",
    body_share=1.0,
    muscles=(MuscleCredit("triceps", 1.0, 1.0, 1.0),),
)


def spec_cases() -> dict[str, list[Case]]:
    """All cases of this room, by the name of their rule."""
    return {
        "line_key": _line_keys(),
        "nearest_line": _nearest(),
        "rep_range": [{"name": f"{reps} reps", "in": reps, "out": list(rep_range(reps))} for reps in _REPS],
        "bests": _bests(),
        "volume": _volumes(),
        "moved": _moved(),
        "jump": _jumps(),
    }


_REPS: Final = (1, 5, 5.5, 6, 7, 8, 10, 11, 15, 16, 19, 19.5, 20, 100)


def _line_keys() -> list[Case]:
    given: list[tuple[str, str | None, str, dict[str, str | float], tuple[str, ...]]] = [
        ("nothing recorded", None, "both", {}, ("foot_height", "stance")),
        ("one variable recorded", None, "both", {"foot_height": "low"}, ("foot_height", "stance")),
        ("degrees do not split", None, "both", {"toe_out": 15, "stance": "wide"}, ("foot_height", "stance")),
        (
            "a machine",
            "0190-machine",
            "both",
            {"foot_height": "high", "stance": "narrow"},
            ("foot_height", "stance"),
        ),
        ("one side", None, "left", {}, ("foot_height", "stance")),
        ("no splitting variables", None, "both", {"grip": "wide"}, ()),
        ("empty text is unknown", None, "right", {"stance": ""}, ("stance",)),
        ("whole number", None, "both", {"notch": 3.0}, ("notch",)),
        ("half number", None, "both", {"notch": 2.5}, ("notch",)),
    ]
    return [
        {
            "name": name,
            "in": {
                "exercise": "leg-press-45",
                "machine": machine,
                "side": side,
                "setup": setup,
                "splitting": list(splitting),
            },
            "out": line_key("leg-press-45", machine, side, setup, splitting),
        }
        for name, machine, side, setup, splitting in given
    ]


def _key(feet: str, stance: str, machine: str = "-", side: str = "both") -> str:
    return f"leg-press-45|{machine}|{side}|foot_height={feet}|stance={stance}"


def _nearest() -> list[Case]:
    early, late = "2026-01-05T18:00:00", "2026-03-05T18:00:00"
    given: list[tuple[str, str, dict[str, str]]] = [
        ("no history at all", _key("low", "wide"), {}),
        ("only another exercise", _key("low", "wide"), {"squat|-|both": early}),
        ("the unknown line comes first", _key("low", "wide"), {_key("high", "wide"): late, _key("unknown", "unknown"): early}),
        ("one variable away beats two", _key("low", "wide"), {_key("high", "narrow"): late, _key("low", "narrow"): early}),
        ("the same machine beats another", _key("low", "wide", "m1"), {_key("low", "wide", "m2"): late, _key("high", "wide", "m1"): early}),
        ("no machine beats another machine", _key("low", "wide", "m1"), {_key("low", "wide", "m2"): late, _key("low", "wide"): early}),
        ("the other side comes last", _key("low", "wide", side="left"), {_key("low", "wide", side="right"): late, _key("high", "narrow", side="left"): early}),
        ("a side that was not noted", _key("low", "wide"), {_key("low", "wide", side="single"): early}),
        ("among equals the one used last", _key("low", "wide"), {_key("middle", "wide"): early, _key("high", "wide"): late}),
    ]  # fmt: skip
    cases = []
    for name, key, last_used in given:
        result = nearest_line(key, last_used)
        cases.append(
            {
                "name": name,
                "in": {"key": key, "last_used": last_used},
                "out": asdict(result) | {"sentence": render(**result.message)} if result else None,
            }
        )
    return cases


def _moved() -> list[Case]:
    """What a number of the log moves, by what it counts: base of the machine, implements, body mass."""
    given: list[tuple[str, ExerciseFacts, float, float | None, float | None]] = [
        ("plates ride on a sled", _PRESS, 180.0, 47.0, None),
        ("a sled nobody weighed is the exercise's prior", _PRESS, 180.0, None, None),
        ("a bar is counted with its plates", ExerciseFacts("back-squat", load_meaning="barbell"), 100.0, None, None),
        ("a lighter bar changes plates, not the load", ExerciseFacts("bench-press", load_meaning="barbell"), 60.0, 15.0, None),
        ("a bar on the back moves the body too", ExerciseFacts("back-squat", load_meaning="barbell", body_share=0.85), 100.0, 20.0, 80.0),
        ("one dumbbell counts, two move", ExerciseFacts("dumbbell-press", load_meaning="dumbbell", implements=2), 30.0, None, None),
        ("one kettlebell", ExerciseFacts("kettlebell-swing", load_meaning="kettlebell"), 24.0, None, None),
        ("the mark on the stack", ExerciseFacts("lat-pulldown", load_meaning="stack"), 50.0, None, None),
        ("a lever that the stack does not count", ExerciseFacts("leg-extension", load_meaning="stack"), 50.0, 4.0, None),
        ("body weight alone", ExerciseFacts("pull-up", load_meaning="added", body_share=1.0), 0.0, None, 80.0),
        ("kilos hung on the body", ExerciseFacts("pull-up", load_meaning="added", body_share=1.0), 10.0, None, 80.0),
        ("kilos that help", _DIPS, 30.0, None, 80.0),
        ("more help than body", _DIPS, 90.0, None, 80.0),
        ("the body moves, its mass is unknown", _DIPS, 30.0, None, None),
        ("a band's number is what was written down", ExerciseFacts("band-row", load_meaning="band"), 15.0, None, None),
    ]  # fmt: skip
    return [
        {
            "name": name,
            "in": {"facts": asdict(facts), "load_kg": load, "machine_kg": machine, "body_kg": body},
            "out": {
                "uncounted_kg": uncounted_kg(facts, machine),
                "moved_kg": moved_kg(load, facts, uncounted_kg(facts, machine), body),
                "counted_kg": counted_kg(150.0, facts, uncounted_kg(facts, machine), body),
            },
        }
        for name, facts, load, machine, body in given
    ]


def _jumps() -> list[Case]:
    """Ten-rep loads on both sides of a change."""
    given: list[tuple[str, list[float], list[float]]] = [
        ("three sessions a side", [150.0, 152.5, 155.0], [168.0, 165.0, 170.0]),
        (
            "only those next to the change count",
            [90.0, 100.0, 150.0, 152.5, 155.0],
            [168.0, 165.0, 170.0, 240.0],
        ),
        ("two sessions know less", [150.0, 155.0], [168.0, 165.0, 170.0]),
        ("sessions that agree by luck are no certainty", [100.0, 100.0, 100.0], [100.0, 100.0, 100.0]),
        ("wild sessions", [100.0, 140.0, 80.0], [120.0, 90.0, 150.0]),
        ("one session a side says nothing", [150.0], [165.0, 170.0]),
        ("nothing was lifted before", [0.0, 0.0], [20.0, 25.0]),
    ]
    answers = [(name, before, after, jump(before, after)) for name, before, after in given]
    return [
        {"name": name, "in": {"before": before, "after": after}, "out": answer and asdict(answer)}
        for name, before, after, answer in answers
    ]


def _kg(value: float) -> Case:
    return {"value": value, "unit": "kg"}


def _workout(day: str, exercise: str, sets: list[Case]) -> Case:
    numbered = [{"id": f"{day}-{number}", "order": f"a{number}", **set_} for number, set_ in enumerate(sets)]
    entry = {"id": f"{day}-e", "order": "a0", "exercise": exercise, "sets": numbered}
    return {"v": 1, "start": f"{day}T18:00:00", "entries": [entry]}


def _press_workouts() -> dict[str, list[Case]]:
    """Histories on the leg press, by the first word of what they show."""
    press = "leg-press-45"
    first = _workout(
        "2026-01-05",
        press,
        [
            {"load": _kg(100), "reps": 12, "kind": "warm-up"},
            {"load": _kg(180), "reps": 12},
            {"load": _kg(180), "reps": 10},
        ],
    )
    more = _workout(
        "2026-01-12",
        press,
        [{"load": _kg(185), "reps": 12}, {"load": _kg(180), "reps": 13}, {"load": _kg(120), "reps": 22}],
    )
    cut = _workout(
        "2026-01-19",
        press,
        [
            {"load": _kg(260), "reps": 12, "faults": ["cut_range"]},
            {"load": _kg(240), "reps": 9, "depth": {"class": "cut"}},
        ],
    )
    return {"first": [first], "more": [more], "cut": [cut], **_odd_workouts(press)}


def _odd_workouts(press: str) -> dict[str, list[Case]]:
    deep = [
        _workout(
            f"2026-02-0{day}",
            press,
            [{"load": _kg(180 + day), "reps": 10, "depth": {"value": depth, "how": "knee_angle"}}],
        )
        for day, depth in ((1, 100), (2, 96), (3, 98), (4, 89), (5, 88))
    ]
    typo = _workout("2026-01-26", press, [{"load": _kg(2000), "reps": 10, "flags": ["load_over_1000"]}])
    pounds = _workout(
        "2026-01-05",
        press,
        [
            {"load": {"value": 44.09245243697551, "unit": "lb"}, "as_lifted": _kg(20), "reps": 8},
            {"load": {"value": 45, "unit": "lb"}, "reps": 8},
        ],
    )
    halves = _workout(
        "2026-01-05",
        press,
        [{"load": _kg(60), "reps": 10, "side": side} for side in ("left", "right", "left")],
    )
    easy = _workout(
        "2026-01-05",
        press,
        [{"load": _kg(100), "reps": 10, "rir": rir} for rir in (0, 4, 4.5)] + [{"duration_s": 40}],
    )
    return {"deep": deep, "typo": [typo], "pounds": [pounds], "halves": [halves], "easy": [easy]}


def _histories() -> list[tuple[str, ExerciseFacts, list[Case]]]:
    on = _press_workouts()
    helped = [
        _workout(f"2026-03-0{day}", _DIPS.id, [{"load": _kg(help_kg), "reps": 8}])
        for day, help_kg in ((1, 40), (2, 35), (3, 45))
    ]
    return [
        ("empty", _PRESS, []),
        ("warm-ups never count", _PRESS, on["first"]),
        ("more load and more reps", _PRESS, [*on["first"], *on["more"]]),
        ("cut depth makes no record", _PRESS, [*on["first"], *on["cut"]]),
        ("measured depth below 90 % of the median of the first three is cut", _PRESS, on["deep"]),
        ("flagged loads are out", _PRESS, [*on["first"], *on["typo"]]),
        ("dates out of order are put in order", _PRESS, [*on["more"], *on["first"]]),
        ("pounds as lifted", _PRESS, on["pounds"]),
        ("one side at a time", _PRESS, on["halves"]),
        ("easy and timed sets", _PRESS, on["easy"]),
        ("less help is the record", _DIPS, helped),
    ]  # fmt: skip


def _bests() -> list[Case]:
    cases: list[Case] = []
    for name, facts, bodies in _histories():
        lines: dict[str, list[Any]] = {}
        for number, body in enumerate(bodies):
            for set_ in from_workout(body, {facts.id: facts}, workout_id=f"w{number}"):
                lines.setdefault(key_of(set_, facts), []).append(set_)
        out = {}
        for key, sets in lines.items():
            classed = classify_depth(sets)
            out[key] = {
                "cut": [set_.id for set_ in classed if set_.depth_class == "cut"],
                "rep_bests": [asdict(best) for best in rep_bests(classed, facts)],
                "reps_at_load": [asdict(best) for best in reps_at_load(classed, facts)],
                "records": [asdict(record) for record in records(classed, facts)],
            }
        cases.append(
            {"name": name, "in": {"facts": asdict(facts), "workouts": _with_ids(bodies)}, "out": out}
        )
    return cases


def _with_ids(bodies: list[Case]) -> list[list[Any]]:
    return [[f"w{number}", body] for number, body in enumerate(bodies)]


def _volumes() -> list[Case]:
    cases: list[Case] = []
    for name, facts, bodies in _histories():
        known = {facts.id: facts}
        sets = [
            set_
            for number, body in enumerate(bodies)
            for set_ in from_workout(body, known, workout_id=f"w{number}")
        ]
        for week_start in ("monday", "sunday"):
            weeks = muscle_weeks(sets, known, week_start)
            out = {
                "volume_load_kg": volume_load_kg(sets, known),
                "weeks": [
                    {
                        **asdict(week),
                        "week": week.week.isoformat(),
                        "standing": week.standing,
                    }
                    for week in weeks
                ],
            }
            given = {"facts": asdict(facts), "workouts": _with_ids(bodies), "week_start": week_start}
            cases.append({"name": f"{name}, weeks from {week_start}", "in": given, "out": out})
    return cases
