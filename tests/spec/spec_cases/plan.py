"""Cases of the plan: blocks made and edited, and the question that today's slot asks.

Inputs are documents as they are stored, so that both readers are tested with the rules.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from phone_rules import block_edits

from iron.training.advice import stalls
from iron.training.advice.question import Wanted, ask
from iron.training.history import volume
from iron.training.history.sets import ExerciseFacts, MuscleCredit, PerformedSet, from_workout
from iron.training.plan import blocks, program_files
from iron.values.errors import BadDocumentError

Case = dict[str, Any]

_PRESS = {"exercise": "leg-press-45", "sets": 4, "reps_low": 8, "reps_high": 10, "rir": 1, "rotate": True}
_PROGRAM: Case = {
    "v": 1,
    "name": "Press first",
    "weeks": 4,
    "days": [
        {
            "weekday": 0,
            "name": "Heavy",
            "slots": [
                _PRESS,
                {
                    "exercise": "hack-squat",
                    "sets": 3,
                    "reps_low": 8,
                    "reps_high": 12,
                    "setup": {"stance": "wide"},
                    "note": "Slow.",
                },
            ],
        },
        {
            "weekday": 3,
            "slots": [
                {**_PRESS, "sets": 3, "reps_low": 12, "reps_high": 15, "rir": 4, "setup": {"toe_out": 15}},
            ],
        },
    ],
}
_OTHER: Case = {
    "v": 1,
    "name": "Plain",
    "days": [{"slots": [{"exercise": "squat", "sets": 5, "reps_low": 5, "reps_high": 5}]}],
}
_START = date(2026, 11, 25)
_CREDITS = [
    {"id": "quads", "credit": 1, "low": 1, "high": 1},
    {"id": "glutes", "credit": 0.5, "low": 0.25, "high": 1},
]
_RANGES = [[5, 8], [8, 12], [12, 20]]


def _block(number: int = 0) -> Case:
    return blocks.block_from("press-first", _PROGRAM, _START, number=number)


def _ended(weeks: int) -> Case:
    """A block without its deload, cut to so many weeks."""
    block = _block()
    return {**block, "weeks": block["weeks"][:weeks]}


def blocks_cases() -> dict[str, list[Case]]:
    """Cases of making and editing blocks."""
    block = _block()
    moved = blocks.move_day(block, "w0d0", date(2026, 12, 1))
    return {
        "block_from": [
            _case(
                (name, program, start.isoformat(), number),
                blocks.block_from(name, program, start, number=number),
            )
            for name, program, start, number in (
                ("press-first", _PROGRAM, _START, 0),
                ("press-first", _PROGRAM, date(2026, 11, 23), 1),
                ("plain", _OTHER, date(2026, 11, 29), 5),
            )
        ],
        "move_day": [
            _case((block, day, to), blocks.move_day(block, day, date.fromisoformat(to)))
            for day, to in (("w0d0", "2026-11-27"), ("w0d0", "2026-12-01"), ("w3d1", "2026-11-23"))
        ],
        **_slot_edits(block, moved),
        **_answers(block, moved),
        "program_of": [
            _case((given, "My own"), block_edits.program_of(given, "My own"))
            for given in (block, _block(2), moved, _ended(2), blocks.block_from("plain", _OTHER, _START))
        ],
        "planned_sets": _planned(),
        "hard_weeks": _hard_weeks(),
        "deload_offer": [
            _case(given, stalls.deload_offer(*given))
            for given in ((4, 0, 15), (5, 0, 15), (6, 1, 10), (2, 2, 15), (7, 3, 12), (6, 3, 9.5))
        ],
    }


def _slot_edits(block: Case, moved: Case) -> dict[str, list[Case]]:
    extra = {"exercise": "leg-curl", "sets": 3, "reps_low": 10, "reps_high": 15, "rir": 2}
    return {
        "change_slot": [
            _case((block, slot, change, ahead), blocks.change_slot(block, slot, ahead=ahead, **change))
            for slot, change in (
                ("w1d0s0", {"sets": 6}),
                ("w1d0s0", {"reps_low": 12}),
                ("w1d0s0", {"reps_high": 6}),
                ("w0d0s1", {"exercise": "belt-squat"}),
                ("w2d1s0", {"setup": {}}),
                ("w2d1s0", {"setup": {"foot_height": "low"}}),
                ("w4d0s0", {"sets": 3, "rir": 3}),
            )
            for ahead in (False, True)
        ],
        "add_slot": [
            _case(
                (given, day, "k1", extra, ahead), block_edits.add_slot(given, day, "k1", extra, ahead=ahead)
            )
            for given, day in ((block, "w2d1"), (moved, "w0d0"))
            for ahead in (False, True)
        ],
        "remove_slot": [
            _case((given, slot, ahead), block_edits.remove_slot(given, slot, ahead=ahead))
            for given, slot in (
                (block, "w1d0s0"),
                (block_edits.remove_slot(block, "w1d0s0", ahead=True), "w2d0s1"),
            )
            for ahead in (False, True)
        ],
        "rotate_feet": [
            _case((_block(number), week, exercise), block_edits.rotate_feet(_block(number), week, exercise))
            for number, week, exercise in (
                (0, "w0", None),
                (1, "w3", None),
                (2, "w2", "leg-press-45"),
                (0, "w0", "squat"),
            )
        ],
    }


def _answers(block: Case, moved: Case) -> dict[str, list[Case]]:
    tries = [(block, "2026-11-20"), (block, "2026-11-24"), (block, "2026-12-15"), (block, "2026-12-22")]
    tries += [(moved, "2026-11-24"), (_ended(2), "2026-11-24"), (_ended(2), "2027-03-01")]
    stalled: tuple[tuple[Any, stalls.Cause, str, Any], ...] = (
        (block, "plan", "leg-press-45", _RANGES),
        (block, "plan", "squat", _RANGES),
        (block, "fatigue", "leg-press-45", _RANGES),
        (block, "adaptation", "leg-press-45", _RANGES),
        (block, "adaptation", "hack-squat", _RANGES),
        (block, "adaptation", "hack-squat", _RANGES[:1]),
        (_ended(1), "plan", "leg-press-45", _RANGES),
    )
    return {
        "put_deload": [
            _case((given, on), block_edits.put_deload(given, date.fromisoformat(on))) for given, on in tries
        ],
        "answer_stall": [
            _case(
                (given, cause, exercise, "2026-12-02", ranges),
                block_edits.answer_stall(
                    given, cause, exercise, date(2026, 12, 2), [(low, high) for low, high in ranges]
                ),
            )
            for given, cause, exercise, ranges in stalled
        ],
    }


def _facts() -> ExerciseFacts:
    credited = tuple(MuscleCredit(c["id"], c["credit"], c["low"], c["high"]) for c in _CREDITS)  # type: ignore[arg-type]  # a row of JSON
    splitting = ("foot_height", "stance")
    return ExerciseFacts(
        "leg-press-45", splitting, 45.0, "leg_press", "plates", muscles=credited, base_kg=55.0
    )


def _planned() -> list[Case]:
    weeks = [_block(number)["weeks"][at] for number in (0, 1, 2) for at in (0, 4)]
    found = []
    for week in weeks:
        told = blocks.planned_sets(week, {"leg-press-45": _facts()})
        answer = {name: {"sets": a, "low": b, "high": c} for name, (a, b, c) in told.items()}
        found.append(_case((week, _CREDITS), answer))
    return found


def _days(*loads: tuple[str, int, Case]) -> list[list[Any]]:
    """Workouts: day, number of sets, plan of the entry."""
    made = []
    for number, (day, count, plan) in enumerate(loads):
        sets = [
            {
                "id": f"{number}.{at}",
                "order": f"a{at}",
                "load": {"value": 180, "unit": "kg"},
                "reps": 10,
                "rir": 1,
            }
            for at in range(count)
        ]
        entry = {"id": f"e{number}", "order": "a0", "exercise": "leg-press-45", "plan": plan, "sets": sets}
        made.append([f"w{number}", {"v": 1, "start": f"{day}T18:00:00", "entries": [entry]}])
    return made


def _hard_weeks() -> list[Case]:
    mondays = ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16")
    hard = _days(*((day, 11, {}) for day in mondays))
    with_deload = _days(*((day, 11, {"deload": day == "2026-10-26"}) for day in mondays))
    with_gap = _days(*((day, 9 if day == "2026-11-02" else 10, {}) for day in mondays))
    found = []
    for given in (hard, with_deload, with_gap, []):
        for on in ("2026-11-22", "2026-11-23", "2026-12-07"):
            facts = _facts()
            count = volume.hard_weeks(_read(given, facts), {facts.id: facts}, date.fromisoformat(on))
            found.append(_case((given, _CREDITS, on), count))
    return found


def _read(given: list[list[Any]], facts: ExerciseFacts) -> list[PerformedSet]:
    return [one for name, body in given for one in from_workout(body, {facts.id: facts}, workout_id=name)]


def _press(
    day: str, *sets: tuple[float, float, float | None, tuple[int, int] | None], **entry: Any
) -> list[Any]:
    """A workout on the press: (load, reps, rir, range meant) for each set, feet low unless ``setup`` says otherwise."""
    setup = entry.pop("setup", {"foot_height": "low", "stance": "shoulder"})
    made = []
    for at, (load, reps, rir, aim) in enumerate(sets):
        one: Case = {
            "id": f"{day}.{at}",
            "order": f"a{at}",
            "load": {"value": load, "unit": "kg"},
            "reps": reps,
            "setup": setup,
        }
        if rir is not None:
            one["rir"] = rir
        if aim is not None:
            one["target"] = {"reps_low": aim[0], "reps_high": aim[1]}
        made.append(one)
    body = {"id": f"e{day}", "order": "a0", "exercise": "leg-press-45", **entry, "sets": made}
    return [f"w{day}", {"v": 1, "start": f"{day}T18:00:00", "entries": [body]}]


def ask_cases() -> dict[str, list[Case]]:
    """Cases of putting a question together from a history: lines, tracks, deloads, cut depth, gaps."""
    heavy, volume_range, finisher = (8, 10), (12, 15), (20, 30)
    mixed = [
        _press("2026-09-07", (200, 10, 1, heavy), (200, 9, 1, heavy)),
        _press("2026-09-10", (160, 14, 1, volume_range), (160, 13, 0, volume_range), (110, 24, 0, finisher)),
        _press("2026-09-14", (205, 9, 1, heavy), (205, 8, 0, heavy)),
    ]
    deload = [*mixed, _press("2026-09-21", (185, 8, 5, heavy), plan={"deload": True})]
    other = [
        *mixed,
        _press("2026-09-17", (150, 12, 2, heavy), setup={"foot_height": "high", "stance": "wide"}),
    ]
    cut = [*mixed[:1], _press("2026-09-14", (260, 10, 1, heavy), (200, 9, 1, heavy))]
    cut[1][1]["entries"][0]["sets"][0]["faults"] = ["cut_range"]
    unplanned = [_press("2026-09-07", (180, 12, None, None), (180, 12, None, None)),
                 _press("2026-09-14", (185, 10, None, None))]  # fmt: skip
    wants = [
        (3, *heavy, 1.0, False),
        (3, *volume_range, 1.0, False),
        (1, *finisher, 0.0, False),
        (4, *heavy, 4.0, True),
    ]
    lots: tuple[Any, ...] = (mixed, deload, other, cut, unplanned, mixed[:1], [])
    found = [_asked(given, wanted, "2026-09-24") for given in lots for wanted in wants]
    return {"ask": [*found, *(_asked(mixed, wants[0], on) for on in ("2026-09-14", "2026-12-01"))]}


def _asked(given: list[list[Any]], wanted: tuple[int, int, int, float, bool], on: str) -> Case:
    facts = _facts()
    line = "leg-press-45|-|both|foot_height=low|stance=shoulder"
    grid = [5.0 * step for step in range(61)]
    question = ask(_read(given, facts), facts, line, Wanted(*wanted), grid, date.fromisoformat(on))
    names = ("sets", "reps_low", "reps_high", "rir", "deload")
    asked = {
        "workouts": given,
        "splitting": list(facts.splitting),
        "line": line,
        "on": on,
        "wanted": dict(zip(names, wanted, strict=True)),
        "base_kg": facts.base_kg,
        "grid": grid,
    }
    # What is believed comes from a fit that the phone does not make; `spec/engine.json` tests what it does with it.
    answer = {name: value for name, value in asdict(question).items() if name not in {"belief", "grid"}}
    return {"in": [asked], "out": answer}


_TEXT = """# A program of one day
name = "Press \\"heavy\\""
weeks = 5

[[days]]
weekday = 0
name = "Heavy"

[[days.slots]]
exercise = "leg-press-45"
sets = 4          # four
reps_low = 8
reps_high = 10
rir = 1.5
rotate = true
setup = { toe_out = 15, stance = "wide" }

[[days.slots]]
exercise = "squat"
sets = 3
reps_low = 5
reps_high = 5
note = "Slow – and deep."
"""


def programs_cases() -> dict[str, list[Case]]:
    """Cases of reading a program from text: what is right, and what is wrong at which line and key."""
    changes = (
        ("", ""),
        ("weeks = 5\n", ""),
        ("weeks = 5", "weeks = 8"),
        ("weeks = 5", "weeks = 4.5"),
        ('name = "Press \\"heavy\\""', 'title = "Press"'),
        ('name = "Press \\"heavy\\""', ""),
        ("weekday = 0", "weekday = 7"),
        ("weekday = 0", 'weekday = "Monday"'),
        ("sets = 3", "sest = 3"),
        ("sets = 3", "sets = 21"),
        ("sets = 3\n", ""),
        ("reps_low = 5", "reps_low = 6"),
        ("rir = 1.5", "rir = 6"),
        ('exercise = "squat"', 'exercise = "sqaut"'),
        ('exercise = "squat"', "exercise = 3"),
        ("[[days]]", "[days]"),
        ("[[days.slots]]", "[[days.slot]]"),
        ("sets = 3", "sets = "),
        ("sets = 3", "sets = 3\nsets = 4"),
    )
    texts = [_TEXT.replace(old, new) if old else _TEXT for old, new in changes]
    return {
        "parse_program": [_case((text, ["leg-press-45", "squat"]), _parsed(text)) for text in [*texts, ""]]
    }


def _parsed(text: str) -> Case:
    try:
        return {"body": program_files.parse(text, {"leg-press-45", "squat"})}
    except BadDocumentError as problem:
        return {"where": problem.where, "sentence": problem.sentence}


def _case(given: tuple[Any, ...], answer: Any) -> Case:
    return {"in": list(given), "out": answer}
