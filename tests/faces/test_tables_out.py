"""Leaving: the sets as the table that another app reads."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

import iron
from iron.journal.journal import Journal
from iron.journal.questions.set_rows import set_rows
from iron.records.revisions import Op
from iron.records.store import MemoryStore
from iron.values.errors import BadUnitError, NotFoundError

WORKOUT = "018f0000-0000-7000-8000-000000000001"


@pytest.fixture
def journal():
    row = {
        "id": "s1",
        "order": "a0",
        "load": {"value": 180, "unit": "kg"},
        "reps": 10,
        "rir": 1,
        "setup": {"foot_height": "low"},
    }
    entry = {"id": "e1", "order": "a0", "exercise": "leg-press-45", "sets": [row]}
    body = {
        "v": 1,
        "start": "2026-03-02T18:00:00",
        "end": "2026-03-02T19:00:00",
        "title": "Legs",
        "entries": [entry],
    }
    store = MemoryStore()
    op = Op("018f0000-0000-7000-8000-00000000000a", "workout", WORKOUT, 0, json.dumps(body).encode())
    store.push([op], "018f0000-0000-7000-8000-00000000000b", "2026-03-02T20:00:00Z")
    return Journal(store)


@pytest.mark.parametrize("app", ["strong", "hevy"])
def test_the_table_of_another_app_reads_back_as_the_same_set(journal, tmp_path, app):
    name, text = journal.table(app, "kg")
    file = tmp_path / name
    file.write_text(text)
    (line,) = iron.read(file, unit="kg").lines("leg-press-45")
    assert [(each.load_kg, each.reps, each.rir) for each in line.sets] == [(180.0, 10, 1)]


def test_pounds_go_out_in_pounds(journal):
    assert "396.8" in journal.table("strong", "lb")[1]


def test_an_app_or_a_unit_that_iron_does_not_write_is_a_sentence(journal):
    with pytest.raises(NotFoundError, match="It writes for hevy and strong"):
        journal.table("jefit", "kg")
    with pytest.raises(BadUnitError, match="Use kg or lb"):
        journal.table("strong", "stone")


def test_a_row_has_a_column_for_each_of_its_values_and_gives_out_a_setup_of_its_own(journal):
    [row] = set_rows(journal)
    assert row.columns() == asdict(row)
    row.as_json()["setup"]["foot_height"] = "high"
    assert row.setup == {"foot_height": "low"}
