"""Every face gives one answer: snapshot, library, command line, API and assistant, for every load meaning and unit.

The phone's is held to the same cases (`spec/next.json`, `web/src/data/journal/next/next-cases.test.ts`).
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date

import pytest
from django.test import RequestFactory
from spec_cases.next_loads import AT, EXERCISES, WAYS, documents, journal_of
from typer.testing import CliRunner

from iron.assistant.reading import ReadingTools
from iron.cli.app import app
from iron.journal.content import library
from iron.journal.questions.today import today_json
from iron.journal.snapshot.snapshot import snapshot
from iron.server.api.reads import next_loads
from iron.server.api.reads import today as today_of_api


@pytest.fixture(
    params=[(name, *way) for name in EXERCISES for way in WAYS],
    ids=str,
)
def journal(request):
    name, unit, mass, shown = request.param
    return EXERCISES[name], journal_of(documents(EXERCISES[name], unit, mass, shown))


def test_the_next_load_is_one(journal, monkeypatch):
    exercise, made = journal
    rows = [(doc.kind, doc.id, doc.read()) for doc in made.store.all()]
    [of_library] = [row.as_json() for row in made.next(exercise, at=AT)]
    of_snapshot = [line["next"] for line in snapshot(rows, AT, library())["lines"].values()]
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    [of_assistant] = ReadingTools(made).next(exercise)["next"]
    monkeypatch.setattr("iron.cli.lifter.next_load.journal_of", lambda *_: made)
    said = CliRunner().invoke(app, ["next", "--exercise", exercise, "--at", AT, "--json"])
    assert json.loads(said.stdout) == [of_library]
    assert of_snapshot == [of_library]
    monkeypatch.setattr("iron.server.api.reads.own_journal", lambda _: nullcontext(made))
    answer = next_loads(RequestFactory().get("/api/v1/next", {"exercise": exercise, "at": AT}))
    assert json.loads(answer.content)["rows"] == [of_library]
    assert (of_assistant.get("load"), of_assistant["why"]) == (of_library["load"], of_library["sentence"])


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
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    [of_assistant] = ReadingTools(made).growth(exercise)["lines"]
    assert of_assistant["summary"] == made.growth(exercise, at=AT)["lines"][0]["headline"]["sentence"]


def test_growth_reads_as_text_too(journal, monkeypatch):
    exercise, made = journal
    monkeypatch.setattr("iron.cli.lifter.growth.journal_of", lambda *_: made)
    said = CliRunner().invoke(app, ["growth", "--exercise", exercise, "--at", AT])
    assert said.exit_code == 0
    assert "all sets: " in said.stdout


def test_today_is_one(journal, monkeypatch):
    exercise, made = journal
    monkeypatch.setattr("iron.values.clock.local_now", lambda: AT)
    monkeypatch.setattr("iron.values.clock.today", lambda: date.fromisoformat(AT[:10]))
    of_library = today_json(made, AT)
    assert [row["exercise"] for row in of_library["planned"][0]["exercises"]] == [exercise]
    monkeypatch.setattr("iron.server.api.reads.own_journal", lambda _: nullcontext(made))
    of_api = today_of_api(RequestFactory().get("/api/v1/today", {"at": AT}))
    assert json.loads(of_api.content) == of_library
    monkeypatch.setattr("iron.server.opening.open_journal", lambda _: made)
    assert json.loads(CliRunner().invoke(app, ["today", "--json"]).stdout) == of_library
    assert ReadingTools(made).today() == of_library
