"""Cases of what a coach should look at: of the rule alone, and from the documents that a lifter shares.

The phone answers the second from its copy with the shipped exercise files; stalls reach it in the server's snapshot,
whose lines are part of the case.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from iron.journal.questions.needs import needs
from iron.training.plan.coach_needs import Seen, coach_needs
from spec_cases.next_loads import journal_of

Cases = dict[str, list[dict[str, Any]]]
Row = list[Any]

TODAY: Final = "2026-12-18"  # a Friday
_COACH: Final = "bert-id"
_STALL: Final = {"exercise": "bench-press", "name": "Bench press", "sentence": "No best for six weeks."}
_IDS: Final = "00000000-0000-7000-9000-0000000000"
_BLOCK: Final = f"{_IDS}b1"
_RUN: Final = f"{_IDS}c1"
_OWN: Final = f"{_IDS}d1"


def needs_cases() -> Cases:
    """What needs a look."""
    seen = [_seen(**given) for given in (*_plain(), *_plans(), *_answers(), *_records(), *_all())]
    return {
        "coach_needs": [{"in": [row], "out": coach_needs(Seen(**row)).as_json()} for row in seen],
        "of_documents": [_of_documents(rows, **more) for rows, more in _journals()],
    }


def _seen(**given: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "today": TODAY,
        "account": _COACH,
        "sees_training": True,
        "workouts": [_workout("2026-12-17")],
        "blocks": [],
        "sessions": [],
        "comments": [],
        "stall": None,
        "records": [],
    }
    return {**usual, **given}


def _plain() -> list[dict[str, Any]]:
    away = [_workout("2026-12-11"), _workout("2026-12-04")]
    return [
        {},
        {"workouts": []},
        {"workouts": away},
        {"workouts": [_workout("2026-12-12")]},
        {"workouts": [_workout("2026-12-18"), _workout("2026-12-01")]},
        {"workouts": [_workout("2026-12-19")]},
        {"stall": _STALL},
        {"stall": _STALL, "sees_training": False},
        {"account": None},
    ]


def _plans() -> list[dict[str, Any]]:
    block, day = _block(), "2026-12-16"
    session = {"day": "A", "date": "2026-12-15"}
    pauses = [{"id": "p", "from": "2026-12-10", "to": "2026-12-11", "cause": "pain"}]
    pain = {"id": "q", "from": "2026-12-17", "cause": "pain"}
    trained = [_workout(TODAY[:8] + day[-2:], block={"id": _BLOCK, "day": "w2d1"})]
    begun = [{**trained[0], "end": None}]
    del begun[0]["end"]
    other = {**block, "name": "Newer", "start": "2026-12-07", "weeks": block["weeks"][1:]}
    return [
        _planned(),
        {**_planned(), "workouts": trained},
        {**_planned(), "workouts": begun},
        {**_planned(), "workouts": [_workout("2026-12-01")]},
        {**_planned(), "sees_training": False},
        _planned(ended="2026-12-17"),
        _planned(order="sequence"),
        _planned(pauses=pauses),
        _planned(pauses=[*pauses, pain]),
        _planned(pauses=[{**pain, "cause": "travel"}]),
        {**_planned(pauses=[pain]), "workouts": [_workout("2026-12-05")]},
        _planned(weeks=[]),
        {"blocks": [[f"{_IDS}b0", other], [_BLOCK, block]]},
        {"blocks": [[f"{_IDS}b2", {**block, "pauses": [pain]}], [_BLOCK, block]]},
        {"sessions": [{"day": "B", "date": "2026-12-11"}, {"day": "C", "date": TODAY}]},
        {"sessions": [{"day": "B", "date": "2026-12-12"}, session, {"day": "C", "date": "2026-12-15"}]},
        {"sessions": [session], "workouts": [_workout("2026-12-01")]},
        {**_planned(), "sessions": [session]},
        {**_planned(), "sessions": [{"day": "A", "date": "2026-12-17"}]},
        {**_planned(), "sessions": [{"day": "A", "date": day}]},
    ]


def _planned(**more: Any) -> dict[str, Any]:
    return {"blocks": [[_BLOCK, {**_block(), **more}]]}


def _answers() -> list[dict[str, Any]]:
    asked = _comment("2026-12-17T20:00:00", "Lower?", _COACH)
    answer = _comment("2026-12-17T21:00:00", "How low?")
    talk = [asked, answer]
    other = [{**row, "workout": "w2"} for row in talk]
    early = [{**row, "at": "2026-12-16" + row["at"][10:], "workout": "w3"} for row in talk]
    flight = [{**asked, "offset": 60}, {**answer, "at": "2026-12-17T15:00:00", "offset": -300}]
    return [
        {"comments": talk},
        {"comments": talk[::-1]},
        {"comments": [answer]},
        {"comments": [asked]},
        {"comments": talk, "account": "carl-id"},
        {"comments": [_comment("2026-12-17T22:00:00", "Not mine", "carl-id"), *other, *talk]},
        {"comments": [*talk, _comment("2026-12-18T08:00:00", "To the stops", _COACH)]},
        {"comments": [*talk, _comment("2026-12-17T21:30:00", "And how fast?")]},
        {"comments": [*talk, *other, *early]},
        {"comments": flight},
        {"comments": [asked, flight[1]]},
        {"comments": [*flight, _comment("2026-12-17T14:30:00", "To the stops", _COACH, -480)]},
        {"comments": [asked, {**answer, "at": asked["at"]}]},
    ]


def _records() -> list[dict[str, Any]]:
    last = _record("Squat", "2026-12-12")
    return [
        {"records": [last]},
        {"records": [_record("Squat", "2026-12-11")]},
        {
            "records": [
                last,
                _record("Bench", "2026-12-14"),
                _record("Row", "2026-12-14"),
                _record("Squat", "2026-12-17"),
            ]
        },
        {
            "records": [
                _record("Row", "2026-12-14"),
                _record("Bench", "2026-12-14"),
                {**last, "exercise": "other"},
                last,
            ]
        },
    ]


def _record(name: str, day: str) -> dict[str, str]:
    return {"exercise": name.lower(), "name": name, "date": day}


def _all() -> list[dict[str, Any]]:
    everything = {**_plans()[0], **_answers()[0], **_records()[2], **_plain()[6]}
    return [everything, {**everything, "workouts": [_workout("2026-12-01")]}]


def _of_documents(
    rows: list[Row], *, account: str | None = _COACH, sees_training: bool = True, today: str = TODAY
) -> dict[str, Any]:
    journal = journal_of(rows)
    at = f"{today}T23:59:59"  # as the phone asks for its snapshot
    lines = journal.snapshot(at)["lines"]
    stalls = {key: {"stall": line["stall"]} for key, line in lines.items() if "stall" in line}
    given = [rows, account, today, sees_training, stalls]
    return {"in": given, "out": needs(journal, account, at, sees_training=sees_training).as_json()}


def _journals() -> list[tuple[list[Row], dict[str, Any]]]:
    own = ["exercise", _OWN, {"v": 1, "name": "Floor press", "load_meaning": "barbell"}]
    same = ["exercise", _OWN, {"v": 1, "name": "My bench", "alias_of": "bench-press"}]
    plan = ["block", _BLOCK, _block()]
    run = ["run", _RUN, _run()]
    broken = ["run", f"{_IDS}c0", {**_run(), "text": {**_run()["text"], "days": "none"}}]
    trained = _training(date(2026, 12, 17))
    short = [_document(60, _workout("2026-12-17"))]
    about = trained[-1][1]
    asked = ["comment", f"{_IDS}e1", {**_comment("2026-12-17T20:00:00", "Lower?", _COACH), "workout": about}]
    answer = ["comment", f"{_IDS}e2", {**_comment("2026-12-17T21:00:00", "How low?"), "workout": about}]
    begun = _document(70, {**_workout("2026-12-16", block={"id": _BLOCK, "day": "w2d1"})})
    del begun[2]["end"]
    late = [_document(71, _workout("2026-12-15", run={"id": _RUN, "cycle": 2, "week": 1, "day": 0}))]
    grown = [
        _document(n, _workout(f"2026-12-{day:02}", _OWN, 60 + 5 * n)) for n, day in enumerate((1, 8, 16))
    ]
    return [
        ([], {}),
        (trained, {"sees_training": False}),
        ([*trained, asked, answer], {}),
        ([*trained, asked, answer], {"account": "carl-id"}),
        ([*short, plan, run], {}),
        ([*short, plan, run], {"sees_training": False}),
        ([*short, run], {}),
        ([*short, broken, run], {}),
        ([*short, run, *late], {}),
        ([*short, plan, begun], {}),
        ([own, *grown], {}),
        ([same, *grown], {}),
        ([own, *grown], {"today": "2026-12-25"}),
        (_training(date(2026, 12, 1)), {}),
    ]


def _training(until: date, weeks: int = 16) -> list[Row]:
    """Twice a week up to a day: the bench press stands still, the leg press grows."""
    rows = []
    for number in range(2 * weeks):
        day = until - timedelta(days=(2 * weeks - 1 - number) * 7 // 2)
        bench = _workout(day.isoformat(), "bench-press", 80, 8 - number % 2, rir=1)
        press = _workout(day.isoformat(), "leg-press-45", 100 + 5 * number, 10, rir=1)
        rows.append(_document(number, {**bench, "entries": bench["entries"] + press["entries"]}))
    return rows


def _document(number: int, body: dict[str, Any]) -> Row:
    return ["workout", f"{_IDS}{number:02}", body]


def _workout(
    day: str, exercise: str = "bench-press", kg: float = 60, reps: int = 5, rir: int = 2, **more: Any
) -> dict[str, Any]:
    name = f"{day}-{exercise}"
    sets = [
        {
            "id": f"{name}-{at}",
            "order": f"a{at}",
            "load": {"value": kg, "unit": "kg"},
            "reps": reps,
            "rir": rir,
        }
        for at in range(3)
    ]
    entry = {"id": name, "order": exercise[0], "exercise": exercise, "sets": sets}
    return {"v": 1, "start": f"{day}T18:00:00", "end": f"{day}T19:00:00", "entries": [entry], **more}


def _block() -> dict[str, Any]:
    """Three weeks from the last of November with days on Monday and Wednesday."""
    slot = {"id": "s", "exercise": "bench-press", "sets": 3, "reps_low": 5, "reps_high": 8, "rir": 2}
    start = date(2026, 11, 30)
    weeks = [
        {
            "id": f"w{week}",
            "days": [
                {
                    "id": f"w{week}d{at}",
                    "date": (start + timedelta(days=7 * week + weekday)).isoformat(),
                    "name": f"Day {weekday}",
                    "slots": [{**slot, "id": f"s{week}{at}"}],
                }
                for at, weekday in enumerate((0, 2))
            ],
        }
        for week in range(3)
    ]
    return {"v": 1, "name": "Base", "program": "base", "start": start.isoformat(), "weeks": weeks}


def _run() -> dict[str, Any]:
    sets = [{"count": 3, "reps": 5, "kg": 60, "lb": 135}]
    slots = [{"id": "press", "exercise": "bench-press", "sets": sets}]
    text = {
        "format": 2,
        "name": "Fives",
        "cycles": 8,
        "schedule": "weekdays",
        "days": [{"name": "A", "weekday": 1, "slots": slots}],
    }
    return {"v": 1, "name": "Fives", "text": text, "start": "2026-12-08", "unit": "kg"}


def _comment(at: str, text: str, by: str | None = None, offset: int | None = None) -> dict[str, Any]:
    who = {} if by is None else {"by": by, "author": by}
    return {
        "v": 1,
        "workout": "w1",
        "text": text,
        "at": at,
        **who,
        **({} if offset is None else {"offset": offset}),
    }
