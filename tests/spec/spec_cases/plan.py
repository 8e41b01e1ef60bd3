"""Cases of the plan: blocks made and edited.

Inputs are documents as they are stored, so that both readers are tested with the rules.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from phone_rules import block_edits

from iron.training.history import volume
from iron.training.history.sets import ExerciseFacts, MuscleCredit, PerformedSet, from_workout
from iron.training.plan import blocks, next_day, program_files
from iron.training.strength import stalls
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
    moved = block_edits.move_day(block, "w0d0", date(2026, 12, 1))
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
            _case((block, day, to), block_edits.move_day(block, day, date.fromisoformat(to)))
            for day, to in (("w0d0", "2026-11-27"), ("w0d0", "2026-12-01"), ("w3d1", "2026-11-23"))
        ],
        **_slot_edits(block, moved),
        **_answers(block, moved),
        **_next_days(block),
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
            _case((block, slot, change, ahead), block_edits.change_slot(block, slot, ahead=ahead, **change))
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


def _workout_of(
    sets: int, day: str, *, block: str = "b1", asked: int | None = None, end: bool = True
) -> Case:
    """A workout of a planned day: a warm-up and so many working sets."""
    rows = [{"id": "w", "order": "a0", "kind": "warm-up", "reps": 10}]
    rows += [{"id": f"s{at}", "order": f"a{at + 1}", "reps": 8} for at in range(sets)]
    plan: Case = {"id": block, "day": day} | ({} if asked is None else {"sets": asked})
    entry = {"id": "e", "order": "a0", "exercise": "leg-press-45", "sets": rows}
    ended = {"end": "2026-11-23T19:00:00"} if end else {}
    return {"v": 1, "start": "2026-11-23T18:00:00", **ended, "block": plan, "entries": [entry]}


def _next_days(block: Case) -> dict[str, list[Case]]:
    """What was done of a block, and what comes next: by weekdays, in sequence, paused, skipped and ended."""
    # The first day asks for seven sets.
    works: list[list[Case]] = [
        [],
        [_workout_of(7, "w0d0")],
        [_workout_of(3, "w0d0")],
        [_workout_of(4, "w0d0"), _workout_of(1, "w0d1")],
        [_workout_of(2, "w0d0"), _workout_of(2, "w0d0")],
        [_workout_of(7, "w0d0", end=False)],
        [_workout_of(7, "w0d0", block="b2"), {"v": 1, "start": "2026-11-23T18:00:00", "entries": []}],
        [_workout_of(2, "w0d0", asked=3), _workout_of(0, "w0d1", asked=0)],
        [_workout_of(7, "w9d9")],
    ]
    sequence = {**block, "order": "sequence"}
    pause = {"id": "p", "from": "2026-11-24", "cause": "illness"}
    first, *rest = block["weeks"]
    skipped = {
        **block,
        "weeks": [{**first, "days": [{**first["days"][0], "skipped": True}, first["days"][1]]}, *rest],
    }
    every = [day["id"] for week in block["weeks"] for day in week["days"]]
    tries: list[tuple[Case, list[str], str]] = [
        (block, [], "2026-11-23"),
        (block, ["w0d0"], "2026-11-23"),
        (block, [], "2026-11-24"),
        (block, [], "2026-11-29"),
        (block, ["w0d1"], "2026-12-01"),
        (block, [], "2026-12-21"),
        (block, every, "2026-12-21"),
        (block, [], "2027-03-01"),
        (sequence, ["w0d0"], "2026-11-23"),
        (sequence, [], "2026-11-23"),
        (sequence, ["w0d0", "w0d1"], "2027-03-01"),
        (sequence, every, "2027-03-01"),
        (skipped, [], "2026-11-23"),
        (skipped, [], "2026-11-26"),
        ({**block, "pauses": [pause]}, [], "2026-11-26"),
        ({**block, "pauses": [pause]}, [], "2027-03-01"),
        ({**block, "pauses": [{**pause, "to": "2026-11-25"}]}, [], "2026-11-26"),
        ({**block, "ended": "2026-12-01"}, [], "2026-11-26"),
        ({**block, "ended": "2026-12-01"}, [], "2026-12-01"),
        ({**sequence, "ended": "2026-12-01"}, [], "2026-12-02"),
    ]

    def ask(rule: Any) -> list[Case]:
        return [_case(given, rule(given[0], given[1], date.fromisoformat(given[2]))) for given in tries]

    return {
        "done_days": [
            _case(
                ("b1", block, rows),
                sorted(
                    next_day.done_days(
                        "b1",
                        block,
                        [work for row in rows if (work := next_day.planned_work(row)) is not None],
                    )
                ),
            )
            for rows in works
        ],
        "coming_days": ask(
            lambda *given: [[row.day["id"], row.deload, row.when] for row in next_day.coming_days(*given)]
        ),
        "coming_week": ask(lambda *given: [row.day["id"] for row in next_day.coming_week(*given)]),
        "is_current": ask(next_day.is_current),
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
    results = []
    for week in weeks:
        result = blocks.planned_sets(week, {"leg-press-45": _facts()})
        answer = {name: {"sets": a, "low": b, "high": c} for name, (a, b, c) in result.items()}
        results.append(_case((week, _CREDITS), answer))
    return results


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
    results = []
    for given in (hard, with_deload, with_gap, []):
        for on in ("2026-11-22", "2026-11-23", "2026-12-07"):
            facts = _facts()
            count = volume.hard_weeks(_read(given, facts), {facts.id: facts}, date.fromisoformat(on))
            results.append(_case((given, _CREDITS, on), count))
    return results


def _read(given: list[list[Any]], facts: ExerciseFacts) -> list[PerformedSet]:
    return [set_ for name, body in given for set_ in from_workout(body, {facts.id: facts}, workout_id=name)]


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
