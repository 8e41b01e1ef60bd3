"""Every face gives one answer: snapshot, library, command line, API and assistant, for every load meaning and unit.

The phone's is held to the same cases (`spec/next.json`, `web/src/data/journal/next/next-cases.test.ts`).
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date

import pytest
from django.test import RequestFactory
from spec_cases import measured
from spec_cases.next_loads import AT, EXERCISES, WAYS, documents, journal_of
from typer.testing import CliRunner

from iron.assistant.reading import ReadingTools
from iron.cli.app import app
from iron.journal.content import library
from iron.journal.questions.today import today_json
from iron.journal.snapshot.snapshot import snapshot
from iron.server.api.reads import next_loads
from iron.server.api.reads import today as today_of_api
from iron.training.history.measures import best_of_days, kind_of


@pytest.fixture(
    params=[(name, *way) for name in EXERCISES for way in WAYS],
    ids=str,
)
def journal(request):
    name, unit, mass, shown = request.param
    return EXERCISES[name], journal_of(documents(EXERCISES[name], unit, mass, shown))


@pytest.fixture(params=measured.HISTORIES, ids=str)
def uncounted(request):
    """A lifter of a line that no repetition counts."""
    exercise, sessions = measured.HISTORIES[request.param]
    return exercise, journal_of(measured.documents(exercise, sessions))


def test_the_next_load_is_one(journal, monkeypatch):
    assert_next_is_one(journal, monkeypatch)


def test_the_next_step_of_holds_carries_and_runs_is_one(uncounted, monkeypatch):
    of_library = assert_next_is_one(uncounted, monkeypatch)
    assert of_library["aim"] is not None
    assert (of_library["reps_low"], of_library["rir"], of_library["chance"]) == (None, None, None)
    assert "0 kg" not in of_library["sentence"].split()
    assert of_library["load"] is None or of_library["load"]["value"] > 0


def assert_next_is_one(lifter, monkeypatch):
    exercise, made = lifter
    rows = [(doc.kind, doc.id, doc.read()) for doc in made.store.all()]
    [of_library] = [row.as_json() for row in made.next(exercise, at=AT)]
    of_snapshot = [line["next"] for line in snapshot(rows, AT, library())["lines"].values()]
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    [of_assistant] = ReadingTools(made).next(exercise)["next"]
    monkeypatch.setattr("iron.cli.lifter.next_load.journal_of", lambda *_: made)
    sentence = CliRunner().invoke(app, ["next", "--exercise", exercise, "--at", AT, "--json"])
    assert json.loads(sentence.stdout) == [of_library]
    assert of_snapshot == [of_library]
    monkeypatch.setattr("iron.server.api.tagged.own_journal", lambda _: nullcontext(made))
    answer = next_loads(RequestFactory().get("/api/v1/next", {"exercise": exercise, "at": AT}))
    assert json.loads(answer.content)["rows"] == [of_library]
    assert (of_assistant.get("load"), of_assistant["why"]) == (of_library["load"], of_library["sentence"])
    return of_library


NAMES_OF_KINDS = {"duration": "hold"}
"""The phone's name of a kind of headline, and the other faces' where it is another."""


def test_the_number_of_growth_is_one_where_no_repetition_counts(uncounted, monkeypatch):
    exercise, made = uncounted
    [line] = made.growth(exercise, at=AT)["lines"]
    head = line["headline"]
    # The phone is held to the same function by `spec/measured.json`.
    sets, facts = made.view.exercises[exercise].sets, made.view.facts_of(exercise)
    kind = kind_of(sets, facts)
    newest = best_of_days(sets, kind)[-1][1]
    metres = {"km": 1000, "mi": 1609.344, "500 m": 500}.get((head["unit"] or "").removeprefix("s per "))
    answer = {
        "pace": lambda: round(metres / newest),
        "carry": lambda: round(newest / (0.45359237 if head["unit"] == "lb" else 1), 1),
        "duration": lambda: newest,
    }[kind]()
    assert (head["kind"], head["value"]) == (NAMES_OF_KINDS.get(kind, kind), pytest.approx(answer))
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    [of_assistant] = ReadingTools(made).growth(exercise)["lines"]
    assert of_assistant["summary"] == head["sentence"]
    monkeypatch.setattr("iron.cli.lifter.growth.journal_of", lambda *_: made)
    sentence = CliRunner().invoke(app, ["growth", "--exercise", exercise, "--at", AT, "--json"])
    assert json.loads(sentence.stdout)["lines"][0]["headline"] == head


def test_the_capacity_is_one(journal, monkeypatch):
    exercise, made = journal
    rows = [(doc.kind, doc.id, doc.read()) for doc in made.store.all()]
    [answer] = [line["capacity"]["kg"] for line in snapshot(rows, AT, library())["lines"].values()]
    [line] = made.lines(exercise)
    of_line = line.capacity(date(2026, 3, 20)).kg
    assert of_line is None or round(of_line, 1) == answer
    assert (of_line is None) == (answer is None)
    [grown] = made.growth(exercise, at=AT, unit="kg")["lines"]
    if answer is not None:
        assert grown["headline"]["value"] == pytest.approx(answer, abs=0.05)
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    [of_assistant] = ReadingTools(made).growth(exercise)["lines"]
    assert of_assistant["summary"] == made.growth(exercise, at=AT)["lines"][0]["headline"]["sentence"]


def test_growth_reads_as_text_too(journal, monkeypatch):
    exercise, made = journal
    monkeypatch.setattr("iron.cli.lifter.growth.journal_of", lambda *_: made)
    sentence = CliRunner().invoke(app, ["growth", "--exercise", exercise, "--at", AT])
    assert sentence.exit_code == 0
    assert "all sets: " in sentence.stdout


def test_today_is_one(journal, monkeypatch):
    exercise, made = journal
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    monkeypatch.setattr("iron.values.clock.today", lambda: date.fromisoformat(AT[:10]))
    of_library = today_json(made, AT)
    assert [row["exercise"] for row in of_library["planned"][0]["exercises"]] == [exercise]
    monkeypatch.setattr("iron.server.api.tagged.own_journal", lambda _: nullcontext(made))
    of_api = today_of_api(RequestFactory().get("/api/v1/today", {"at": AT}))
    assert json.loads(of_api.content) == of_library
    monkeypatch.setattr("iron.server.opening.open_journal", lambda _: made)
    assert json.loads(CliRunner().invoke(app, ["today", "--json"]).stdout) == of_library
    assert ReadingTools(made).today() == of_library
