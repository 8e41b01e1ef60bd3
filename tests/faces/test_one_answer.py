"""Every face gives one answer: snapshot, library, command line and assistant, for every load meaning and unit."""

from __future__ import annotations

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from iron.assistant.tools import Tools
from iron.cli.app import app
from iron.journal.journal import Journal, library
from iron.journal.snapshot.snapshot import snapshot
from iron.records.store import MemoryStore

AT = "2026-03-20T20:00:00"
# One exercise of each load meaning, and one whose body moves with the bar.
EXERCISES = {
    "barbell": "bench-press",
    "body and bar": "back-squat",
    "plates": "leg-press-45",
    "dumbbell": "dumbbell-bench-press",
    "stack": "lat-pulldown",
    "kettlebell": "kettlebell-swing",
    "added": "pull-up",
    "assistance": "assisted-pull-up",
    "band": "band-row",
    "none": "bird-dog",
}


def _rows(exercise, unit, mass):
    for number, day in enumerate(("2026-03-02", "2026-03-06", "2026-03-10", "2026-03-14", "2026-03-18")):
        sets = [
            {
                "id": f"s{number}{at}",
                "order": f"a{at}",
                "load": {"value": 20 + 2.5 * number, "unit": unit},
                "reps": 8,
                "rir": 2,
            }
            for at in range(3)
        ]
        entry = {"id": f"e{number}", "order": "a0", "exercise": exercise, "sets": sets}
        start = f"{day}T18:00:00"
        yield (
            "workout",
            f"00000000-0000-7000-9000-00000000000{number}",
            {"v": 1, "start": start, "end": start, "entries": [entry]},
        )
    if mass:
        body = {"v": 1, "at": "2026-03-01T07:00:00", "what": "body_mass", "value": mass, "unit": "kg"}
        yield "measurement", "00000000-0000-7000-9000-0000000000ff", body


@pytest.fixture(
    params=[(name, unit, mass) for name in EXERCISES for unit in ("kg", "lb") for mass in (None, 80.0)],
    ids=str,
)
def journal(request):
    name, unit, mass = request.param
    made = Journal(MemoryStore())
    rows = list(_rows(EXERCISES[name], unit, mass))
    ids = [f"00000000-0000-7000-8000-{n:012x}" for n in range(len(rows))]
    made.commit(rows, device="00000000-0000-7000-8000-000000000000", at="2026-03-20T20:00:00Z", op_ids=ids)
    return EXERCISES[name], made


def test_the_next_load_is_one(journal, monkeypatch):
    exercise, made = journal
    rows = [(doc.kind, doc.id, doc.read()) for doc in made.store.all()]
    [of_library] = [row.as_json() for row in made.next(exercise, at=AT)]
    of_snapshot = [line["next"] for line in snapshot(rows, AT, library())["lines"].values()]
    monkeypatch.setattr("iron.journal.next_sets._now", lambda: AT)
    of_assistant = Tools(made).what_next(exercise)
    monkeypatch.setattr("iron.cli.next_load._journal", lambda *_: made)
    said = CliRunner().invoke(app, ["next", "--exercise", exercise, "--at", AT, "--json"])
    assert json.loads(said.stdout) == [of_library]
    assert of_snapshot == of_assistant == [of_library]


def test_the_capacity_is_one(journal, monkeypatch):
    exercise, made = journal
    rows = [(doc.kind, doc.id, doc.read()) for doc in made.store.all()]
    [told] = [line["capacity"]["kg"] for line in snapshot(rows, AT, library())["lines"].values()]
    [line] = made.lines(exercise)
    of_line = line.capacity(date(2026, 3, 20)).kg
    assert of_line is None or round(of_line, 1) == told
    assert (of_line is None) == (told is None)
    [grown] = made.growth(exercise, at=AT, unit="kg")["lines"]
    if told is not None:
        assert grown["headline"]["value"] == pytest.approx(told, abs=0.05)
    monkeypatch.setattr("iron.assistant.tools._today", lambda: date(2026, 3, 20))
    assert Tools(made).exercise_lines(exercise)[0]["capacity"]["kg"] == of_line


def test_growth_reads_as_text_too(journal, monkeypatch):
    exercise, made = journal
    monkeypatch.setattr("iron.cli.next_load._journal", lambda *_: made)
    said = CliRunner().invoke(app, ["growth", "--exercise", exercise, "--at", AT])
    assert said.exit_code == 0
    assert "all sets: " in said.stdout
