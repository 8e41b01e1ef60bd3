"""`Journal.next` answers for what the running block or program asks, and says so."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from typer.testing import CliRunner

from iron.assistant.reading import ReadingTools
from iron.cli.app import app
from iron.journal.journal import Journal
from iron.journal.questions.today import today_json
from iron.records.store import MemoryStore
from iron.training.plan import blocks

SETUP = {"foot_height": "middle", "stance": "shoulder"}
PROGRAM = {
    "v": 1,
    "name": "Legs",
    "weeks": 4,
    "days": [{"weekday": 0, "name": "Heavy", "slots": [{"exercise": "leg-press-45", "sets": 4, "reps_low": 8, "reps_high": 10, "rir": 1, "setup": SETUP}]}],
}  # fmt: skip
RUN: dict[str, Any] = {
    "v": 1,
    "name": "Triples",
    "program": "triples",
    "start": "2026-11-02",
    "unit": "kg",
    "asked": {"bench": 100},
    "text": {
        "format": 2,
        "name": "Triples",
        "cycles": 4,
        "lifts": [{"id": "bench", "exercise": "bench-press", "keeps": "training max", "ask": "training max"}],
        "days": [{"name": "Bench", "slots": [{"lift": "bench", "sets": [{"count": 3, "reps": 3, "percent": 85}]}]}],
        "rules": [{"name": "Up", "lifts": ["bench"], "then": {"add": {"kg": 2.5, "lb": 5}}}],
    },
}  # fmt: skip


def workout(number: int, day: str, exercise: str, load: float, reps: int, **setup: str) -> tuple:
    sets = [
        {"id": f"s{number}{at}", "order": f"a{at}", "load": {"value": load, "unit": "kg"}, "reps": reps, "rir": 2, "setup": setup}
        for at in range(3)
    ]  # fmt: skip
    entry = {"id": f"e{number}", "order": "a0", "exercise": exercise, "sets": sets}
    ident = f"00000000-0000-7000-9000-{number:012x}"
    return "workout", ident, {"v": 1, "start": f"{day}T18:00:00", "entries": [entry]}


def journal(*rows: tuple) -> Journal:
    made = Journal(MemoryStore())
    ids = (f"00000000-0000-7000-8000-{number:012x}" for number in range(1, len(rows) + 1))
    made.commit(
        list(rows),
        device="00000000-0000-7000-8000-000000000000",
        at="2026-11-30T00:00:00Z",
        op_ids=ids,
    )
    return made


PRESSED = [workout(n, f"2026-11-{2 + 7 * n:02}", "leg-press-45", 200, 12, **SETUP) for n in range(3)]
BENCHED = [workout(9 + n, f"2026-11-{2 + 7 * n:02}", "bench-press", 80, 5) for n in range(3)]


@pytest.mark.parametrize("at", ["2026-11-22", "2026-11-23"])
def test_a_block_says_sets_and_reps_and_the_engine_the_load(at):
    block = blocks.block_from("legs", PROGRAM, date(2026, 11, 23))
    rows = journal(*PRESSED, ("block", "00000000-0000-7000-9000-0000000000b1", block)).next(
        "leg-press-45", at=at
    )
    assert (rows[0].sets, rows[0].reps_low, rows[0].reps_high, rows[0].rir) == (
        4,
        8,
        10,
        2.0,
    )  # the reserve falls over the block
    assert rows[0].load["value"] >= 200


def test_without_a_block_the_lifters_own_habit_speaks():
    assert journal(*PRESSED).next("leg-press-45", at="2026-11-23")[0].sets == 3


def test_the_load_of_a_program_stands_and_its_chance_is_told():
    rows = journal(*BENCHED, ("run", "00000000-0000-7000-9000-0000000000c1", RUN)).next(
        "bench-press", at="2026-11-23"
    )
    assert (rows[0].load, rows[0].sets, rows[0].reps_low) == ({"value": 85.0, "unit": "kg"}, 3, 3)
    assert rows[0].rule == "up-program"
    assert "85 kg for 3 reps, set by your program. Chance of 3 or more:" in rows[0].sentence


def test_a_later_day_of_the_program_speaks_for_its_exercise_before_the_engine_does():
    days = [
        {"name": "Legs", "slots": [{"exercise": "back-squat", "sets": [{"count": 3, "reps": 5, "rir": 2}]}]},
        *RUN["text"]["days"],
    ]
    run = {**RUN, "text": {**RUN["text"], "days": days}}
    rows = journal(*BENCHED, ("run", "00000000-0000-7000-9000-0000000000c1", run)).next(
        "bench-press", at="2026-11-23"
    )
    assert (rows[0].rule, rows[0].load, rows[0].reps_low) == ("up-program", {"value": 85.0, "unit": "kg"}, 3)


def block_day(sets: int, day: str = "2026-11-23", **more: object) -> tuple:
    """A finished workout of the first day of the block: so many sets of four."""
    kind, ident, body = workout(50, day, "leg-press-45", 200, 9, **SETUP)
    entry = body["entries"][0]
    rows = [{**entry["sets"][0], "id": f"d{at}", "order": f"a{at}"} for at in range(sets)]
    ended = {"end": f"{day}T19:00:00"}
    plan = {"id": "00000000-0000-7000-9000-0000000000b1", "day": "w0d0"}
    return kind, ident, {**body, **ended, "block": plan, "entries": [{**entry, "sets": rows}], **more}


def planned_block(**more: object) -> tuple:
    body = blocks.block_from("legs", PROGRAM, date(2026, 11, 23))
    return "block", "00000000-0000-7000-9000-0000000000b1", {**body, **more}


EVENING = "2026-11-23T20:00:00"


@pytest.mark.parametrize(
    ("rows", "rir", "when", "sentence"),
    [
        ([], 2.0, "today", "Planned for 2026-11-23: Legs, Heavy."),
        ([block_day(4)], 2.0, "ahead", "Nothing more is planned for 2026-11-23. Next: Legs, Heavy on 2026-11-30."),
        ([block_day(1)], 2.0, "today", "Planned for 2026-11-23: Legs, Heavy."),
    ],
    ids=["not yet done", "done", "broken off"],
)  # fmt: skip
def test_a_day_that_was_done_does_not_come_again_and_one_that_was_broken_off_does(rows, rir, when, sentence):
    made = journal(*PRESSED, planned_block(), *rows)
    answer = today_json(made, EVENING)
    assert (answer["sentence"], answer["planned"][0]["when"]) == (sentence, when)
    assert answer["planned"][0]["exercises"][0]["rir"] == rir
    assert answer["planned"][0]["exercises"][0]["load"]["value"] >= 190


def test_in_sequence_the_day_after_the_one_that_was_done_waits_whatever_its_date():
    made = journal(*PRESSED, planned_block(order="sequence"), block_day(4))
    (coming,) = today_json(made, "2026-11-27T20:00:00")["planned"]
    assert (coming["when"], coming["block"]["day"]) == ("waiting", "w1d0")
    assert made.next("leg-press-45", at=EVENING)[0].sets == 4


def test_a_missed_day_is_told_with_its_date_and_a_pause_plans_nothing():
    missed = journal(*PRESSED, planned_block())
    assert today_json(missed, "2026-11-25T20:00:00")["sentence"] == (
        "Missed: Legs, Heavy (planned for 2026-11-23)."
    )
    paused = planned_block(pauses=[{"id": "p", "from": "2026-11-24", "cause": "illness"}])
    assert today_json(journal(*PRESSED, paused), "2026-11-25T20:00:00")["sentence"].startswith(
        "Nothing is planned"
    )
    assert journal(*PRESSED, paused).next("leg-press-45", at="2026-11-25")[0].sets == 3


def test_the_next_day_of_a_line_is_looked_for_after_the_one_that_was_done():
    first, second = (
        journal(*PRESSED, planned_block()),
        journal(*PRESSED, planned_block(), block_day(4, rir=2)),
    )
    assert first.next("leg-press-45", at=EVENING)[0].sets == 4
    # A week later is no longer the coming week: the lifter's own habit speaks, four sets by now.
    assert second.next("leg-press-45", at=EVENING)[0].rule.split("-")[0] in {"stay", "up", "less", "start"}
    assert second.next("leg-press-45", at="2026-11-24T08:00:00")[0].rir == 2.0


ENGINE_RUN = {
    **RUN,
    "text": {
        "format": 2,
        "name": "Top sets",
        "cycles": 4,
        "lifts": [{"id": "bench", "exercise": "bench-press", "keeps": "training max", "ask": "training max"}],
        "days": [{"name": "Bench", "slots": [{"lift": "bench", "sets": [{"count": 3, "reps": [5, 8], "load": "engine"}]}]}],
    },
}  # fmt: skip


def test_where_a_program_leaves_the_load_to_the_engine_today_names_it():
    made = journal(*BENCHED, ("run", "00000000-0000-7000-9000-0000000000c1", ENGINE_RUN))
    [row] = today_json(made, "2026-11-23T08:00:00")["planned"][0]["exercises"]
    [advised] = made.next("bench-press", at="2026-11-23T08:00:00")
    assert row["load"] == advised.load == {"value": 80.0, "unit": "kg"}
    assert (row["words"], row["sentence"]) == ("3 × 5–8 with 80 kg", advised.sentence)


def test_every_face_tells_the_same_next_day(monkeypatch):
    made = journal(*PRESSED, planned_block(), block_day(4))
    monkeypatch.setattr("iron.values.clock.local_now", lambda: EVENING)
    monkeypatch.setattr("iron.values.clock.today", lambda: date(2026, 11, 23))
    monkeypatch.setattr("iron.server.opening.open_journal", lambda *_: made)
    answer = json.loads(CliRunner().invoke(app, ["today", "--json"]).stdout)
    assert answer == today_json(made, EVENING)
    assert ReadingTools(made).today()["planned"] == answer["planned"]
    assert answer["planned"][0]["date"] == "2026-11-30"
