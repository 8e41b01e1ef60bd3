"""Cases of lines that no repetition counts: holds, times, distances, paces, carries."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from iron.journal.next_sets import unit_of
from iron.journal.questions.measured_next import measured_next
from iron.training.history.lines import key_of, line_key
from iron.training.history.measures import best_of_days, kind_of
from iron.training.history.sets import ExerciseFacts, from_workout
from iron.training.measured.steps import MeasuredCase, MeasuredSession, MeasuredSet, next_step
from iron.training.measured.stored import measured_json
from iron.training.prescription.build import trained

Cases = dict[str, list[dict[str, Any]]]
Sets = list[dict[str, Any]]

_NONE: Final = {"loadMeaning": "external", "bodyShare": 0.0}


def _hold(seconds: float, load: float = 0.0, unit: str = "kg") -> dict[str, Any]:
    hung = {"load": {"value": load, "unit": unit}} if load else {}
    return {**hung, "duration_s": seconds}


def _run(distance: float, unit: str, seconds: float) -> dict[str, Any]:
    return {"distance": {"value": distance, "unit": unit}, "duration_s": seconds}


def _carry(load: float, unit: str, metres: float) -> dict[str, Any]:
    return {"load": {"value": load, "unit": unit}, "distance": {"value": metres, "unit": "m"}}


HISTORIES: Final[dict[str, tuple[str, list[Sets]]]] = {
    "hold, own step": ("plank", [[_hold(40), _hold(35)], [_hold(45), _hold(40)], [_hold(50), _hold(40)]]),
    "hold, step unknown": ("plank", [[_hold(40)], [_hold(40)]]),
    "hold, one step known": ("plank", [[_hold(40)], [_hold(45)]]),
    "hold, behind the best": ("plank", [[_hold(60)], [_hold(70)], [_hold(80)], [_hold(65)]]),
    "hold with a load": (
        "plate-pinch",
        [[_hold(20, 10)], [_hold(25, 10)], [_hold(30, 10)], [_hold(20, 12.5)]],
    ),
    "hold with pounds, load raised": (
        "plate-pinch",
        [[_hold(30, 25, "lb")], [_hold(30, 30, "lb")], [_hold(30, 35, "lb")]],
    ),
    "time of an exercise that counts reps too": ("dead-hang", [[_hold(30)], [_hold(40)], [_hold(50)]]),
    "carry, load raised": (
        "farmers-carry",
        [[_carry(50, "lb", 40)] * 2, [_carry(55, "lb", 40)] * 2, [_carry(60, "lb", 40)] * 2],
    ),
    "carry, distance raised": (
        "farmers-carry",
        [[_carry(24, "kg", 20)], [_carry(24, "kg", 25)], [_carry(24, "kg", 30)]],
    ),
    "carry, both in turn": (
        "farmers-carry",
        [
            [_carry(load, "kg", metres)]
            for load, metres in ((20, 20), (20, 30), (22, 20), (22, 30), (24, 20), (24, 30))
        ],
    ),
    "run, distance raised": (
        "running",
        [[_run(5, "km", 1800)], [_run(5.5, "km", 1980)], [_run(6, "km", 2160)]],
    ),
    "run, pace raised": ("running", [[_run(3, "mi", 1620)], [_run(3, "mi", 1590)], [_run(3, "mi", 1560)]]),
    "rower": (
        "rowing-machine",
        [[_run(2000, "m", 480)], [_run(2000, "m", 470)], [_run(2005, "m", 466)]],
    ),
    "time on a bike": ("cycling", [[_hold(1800)], [_hold(2400)], [_hold(3000)], [_hold(3600)]]),
}
"""By name: exercise, and the working sets of its sessions, three days apart."""

DAYS: Final = ("2026-03-02", "2026-03-05", "2026-03-08", "2026-03-11", "2026-03-14", "2026-03-17")


def documents(exercise: str, sessions: list[Sets], shown: str | None = None) -> list[list[Any]]:
    """The workouts, the newest on 17 March, and the settings where a unit is chosen; kind, id and body."""
    rows: list[list[Any]] = []
    for number, (day, sets) in enumerate(zip(DAYS[len(DAYS) - len(sessions) :], sessions, strict=True)):
        placed = [{"id": f"s{number}{at}", "order": f"a{at}", **set_} for at, set_ in enumerate(sets)]
        entry = {"id": f"e{number}", "order": "a0", "exercise": exercise, "sets": placed}
        body = {"v": 1, "start": f"{day}T18:00:00", "end": f"{day}T19:00:00", "entries": [entry]}
        rows.append(["workout", f"00000000-0000-7000-9000-00000000000{number}", body])
    if shown is not None:
        rows.append(["settings", "00000000-0000-7000-8000-000000000001", {"v": 1, "unit": shown}])
    return rows


def measured_cases() -> Cases:
    """Cases of the steps and of the numbers of headlines."""
    return {
        "next_step": [{"in": [asdict(case)], "out": asdict(next_step(case))} for case in _step_cases()],
        "stored": [{"in": [asdict(case)], "out": measured_json(case)} for case in _step_cases()],
        "numbers": [
            {
                "in": [list(log), facts, documents(exercise, sessions)],
                "out": _numbers(log, facts, exercise, sessions),
            }
            for exercise, log, facts, sessions in _number_cases()
        ],
        "told": [
            {
                "in": [list(log), _NONE, documents(exercise, sessions), unit],
                "out": _message(log, exercise, sessions, unit),
            }
            for exercise, log, sessions in _told_cases()
            for unit in ("kg", "lb")
        ],
    }


def _told_cases() -> list[tuple[str, tuple[str, ...], list[Sets]]]:
    return [
        (
            exercise,
            ("load", "distance", "duration") if "carry" in exercise else ("duration", "distance"),
            sessions,
        )
        for exercise, sessions in HISTORIES.values()
    ]


def _message(log: tuple[str, ...], exercise: str, sessions: list[Sets], unit: str) -> dict[str, Any]:
    known = ExerciseFacts(exercise, log=log, load_meaning="external")
    sets = [
        set_
        for _, ident, body in documents(exercise, sessions)
        for set_ in from_workout(body, {exercise: known}, workout_id=ident)
    ]
    ready = trained(sets, known)
    line = line_key(exercise, None, "both", {}, ())
    answer = measured_next(
        ready,
        line,
        [set_ for set_ in ready.sets if key_of(set_, known) == line],
        date(2026, 3, 20),
        {},
        lifted=unit_of(sets),
        unit=unit,
    )
    return {"message": answer["message"], "sentence": answer["sentence"]}


def _step_cases() -> list[MeasuredCase]:
    holds = [MeasuredSession(day, (MeasuredSet(0.0, 40.0 + 5 * at),)) for at, day in enumerate(DAYS[:4])]
    easy = MeasuredSession("2026-03-20", (MeasuredSet(0.0, 20.0),), deload=True)
    helped = [MeasuredSession(day, (MeasuredSet(30.0 - 5 * at, 20.0),)) for at, day in enumerate(DAYS[:4])]
    least = [MeasuredSession(day, (MeasuredSet(10.0 - 5 * at, 20.0),)) for at, day in enumerate(DAYS[:3])]
    return [
        MeasuredCase("duration", False, ()),
        MeasuredCase("carry", False, (), sets=3),
        MeasuredCase("duration", False, tuple(holds), 3),
        MeasuredCase("duration", False, (*holds, easy), 3),
        MeasuredCase("duration", False, tuple(holds), 3, sets=5, deload=True),
        MeasuredCase("duration", False, tuple(holds), 14, sets=5),
        MeasuredCase("duration", False, tuple(holds), 15),
        MeasuredCase("duration", False, tuple(holds), 600),
        MeasuredCase("duration", True, tuple(helped), 3),
        MeasuredCase("duration", True, tuple(least), 3),
        MeasuredCase("distance", False, (MeasuredSession("2026-03-02", (MeasuredSet(0.0, None, 25.0),)),), 1),
    ]


def _number_cases() -> list[tuple[str, tuple[str, ...], dict[str, Any], list[Sets]]]:
    body = {"loadMeaning": "added", "bodyShare": 1.0}
    none = {"loadMeaning": "none", "bodyShare": 0.0}
    barbell = {"loadMeaning": "barbell", "bodyShare": 0.0}
    reps: Sets = [{"reps": 8}, {"reps": 6}]
    loaded: Sets = [{"reps": 8, "load": {"value": 10, "unit": "kg"}}]
    warm: Sets = [{"kind": "warm-up", **_hold(90)}, _hold(40), {**_hold(99), "flags": ["load_over_1000"]}]
    return [
        *((exercise, ("duration", "distance"), none, sessions) for exercise, sessions in HISTORIES.values()),
        ("farmers-carry", ("load", "distance", "duration"), none, HISTORIES["carry, load raised"][1]),
        ("dead-hang", ("duration", "reps"), none, HISTORIES["hold, own step"][1]),
        ("dead-hang", ("duration", "reps"), none, [reps, [_hold(30)]]),
        ("plank", ("duration",), none, [warm]),
        ("plank", ("duration",), none, []),
        ("running", ("distance", "duration"), none, []),
        ("swim", ("distance",), none, []),
        ("farmers-carry", ("load", "distance", "duration"), none, []),
        ("pull-up", ("load", "reps"), body, [reps, reps]),
        ("pull-up", ("load", "reps"), body, [reps, loaded]),
        ("bench-press", ("load", "reps"), barbell, [loaded]),
        ("sprint", ("distance", "duration"), none, [[_run(100, "m", 14)], [_run(200, "m", 30)]]),
        ("swim", ("distance",), none, [[{"distance": {"value": 100, "unit": "yd"}}]]),
    ]


def _numbers(
    log: tuple[str, ...], facts: dict[str, Any], exercise: str, sessions: list[Sets]
) -> dict[str, Any]:
    known = ExerciseFacts(exercise, log=log, load_meaning=facts["loadMeaning"], body_share=facts["bodyShare"])
    sets = [
        set_
        for _, ident, body in documents(exercise, sessions)
        for set_ in from_workout(body, {exercise: known}, workout_id=ident, body_mass_kg=80.0)
    ]
    kind = kind_of(sets, known)
    return {"kind": kind, "best": [list(row) for row in best_of_days(sets, kind)] if kind != "ten" else []}
