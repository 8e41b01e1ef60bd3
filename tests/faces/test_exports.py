"""What leaves the journal: tidy tables, a diary, tables of other apps with their notes and with what they lose."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from typer.testing import CliRunner

from iron.cli.app import app
from iron.exchange.exporters import hevy_csv, strong_csv
from iron.exchange.exporters.rows import left_out
from iron.exchange.reading.sniff import read_file
from iron.journal.importing import demo
from iron.journal.journal import Journal
from iron.journal.questions.files.diary import diary
from iron.journal.questions.tables import csv_text, parquet, tidy_table
from iron.records.store import MemoryStore
from iron.values.errors import NotFoundError

ID = "01920000-0000-7000-8000-000000000001"


@pytest.fixture
def journal():
    made = Journal(MemoryStore())
    sets = [
        {"id": "s0", "order": "a0", "load": {"value": 115, "unit": "lb"}, "reps": 8, "note": "=slow",
         "setup": {"foot_height": "low"}, "side": "left", "rest_s": 90},
        {"id": "s1", "order": "a1", "load": {"value": 115, "unit": "lb"}, "reps": 7},
    ]  # fmt: skip
    entry = {"id": "e", "order": "a0", "exercise": "leg-press-45", "note": "knees out", "group": "A", "sets": sets,
             "machine": {"id": ID, "name": "Red <1>"}}  # fmt: skip
    body = {
        "v": 1,
        "start": "2026-04-01T18:00:00",
        "end": "2026-04-01T19:00:00",
        "title": "Legs",
        "entries": [entry],
    }
    made.commit([("workout", ID, body)], device="d", at="2026-04-01T19:00:00Z", op_ids=[ID])
    return made


def bodies(journal):
    return [document.read() for document in journal.store.all("workout")]


@pytest.mark.parametrize("writer", [strong_csv, hevy_csv])
def test_notes_of_sets_stand_in_the_notes_of_the_exercise(journal, writer):
    text = writer.write(bodies(journal), unit="lb", names={"leg-press-45": "Leg Press"})
    assert "knees out; Set 1: =slow" in text


def test_what_a_table_loses_is_counted(journal):
    assert left_out(bodies(journal), "strong") == [
        "machines of 2 sets", "supersets of 2 sets", "setup of 1 set", "sides of 1 set",
    ]  # fmt: skip
    assert "rests of 1 set" in left_out(bodies(journal), "hevy")


def test_a_tidy_row_has_names_line_setup_and_loads_as_they_were_written(journal):
    [first, _] = csv.DictReader(io.StringIO(csv_text(tidy_table(journal))))
    assert (first["load"], first["unit"], first["name"], first["machine"]) == (
        "115",
        "lb",
        "45° leg press",
        "Red <1>",
    )
    assert (first["setup_foot_height"], first["side"], first["note"]) == ("low", "left", "'=slow")
    assert first["line"].endswith("|left|foot_height=low|stance=unknown")


def test_the_capacity_of_the_line_stands_in_the_row_with_its_interval():
    made = demo()
    rows = [row for row in tidy_table(made) if row["line_ten_rm"] is not None]
    assert len(rows) > 1000
    assert all(row["line_ten_rm_low"] <= row["line_ten_rm"] <= row["line_ten_rm_high"] for row in rows)
    line = made.lines("leg press")[0]
    last = next(row for row in reversed(rows) if row["line"] == line.key)
    assert last["line_ten_rm"] == pytest.approx(line.capacity().kg, abs=0.2)


def test_parquet_reads_back_with_the_same_rows(journal, tmp_path):
    import polars as pl

    file = tmp_path / "sets.parquet"
    file.write_bytes(parquet(tidy_table(journal)))
    assert pl.read_parquet(file)["reps"].to_list() == [8, 7]


def test_a_diary_escapes_what_a_lifter_wrote_and_fits_a4(journal):
    text = diary(journal, owner="<Anna>")
    assert "&lt;Anna&gt;" in text
    assert "Red &lt;1&gt;" in text
    assert "115 lb × 8, left, feet low" in text
    assert "size: A4" in text
    assert "<script" not in text
    assert "http" not in text


@pytest.mark.parametrize("form", ["csv", "parquet", "html", "strong", "hevy"])
def test_export_writes_every_form_in_the_lifters_unit(journal, monkeypatch, tmp_path, form):
    monkeypatch.setattr("iron.server.opening.open_journal", lambda *_: journal)
    file = tmp_path / f"out.{form}"
    sentence = CliRunner().invoke(app, ["export", str(file), "--as", form], catch_exceptions=False)
    assert sentence.exit_code == 0
    assert file.stat().st_size > 100
    if form in {"strong", "hevy"}:
        assert "in lb. This format leaves out: machines of 2 sets" in sentence.stdout
        assert "52.16" not in file.read_text()


def test_export_writes_the_newest_workout_as_fit_and_every_workout_in_a_zip(journal, monkeypatch, tmp_path):
    monkeypatch.setattr("iron.server.opening.open_journal", lambda *_: journal)
    fit, packed = tmp_path / "newest.fit", tmp_path / "all.zip"
    answer = CliRunner().invoke(app, ["export", str(fit), "--as", "fit"], catch_exceptions=False)
    assert answer.exit_code == 0
    assert (
        "leaves out (counted over all workouts): machines of 2 sets, supersets of 2 sets, setup of 1 set"
        in answer.stdout
    )
    foreign = read_file(fit.read_bytes())
    assert [each.reps for block in foreign.workouts[0].blocks for each in block.sets] == [8, 7]
    answer = CliRunner().invoke(app, ["export", str(packed), "--as", "fit"], catch_exceptions=False)
    assert "1 FIT activity" in answer.stdout
    with zipfile.ZipFile(packed) as archive:
        [name] = archive.namelist()
        assert archive.read(name) == fit.read_bytes()


def test_export_of_an_empty_journal_as_fit_says_why_nothing_is_written(monkeypatch, tmp_path):
    monkeypatch.setattr("iron.server.opening.open_journal", lambda *_: Journal(MemoryStore()))
    with pytest.raises(NotFoundError, match="no workout with a set"):
        CliRunner().invoke(app, ["export", str(tmp_path / "x.fit"), "--as", "fit"], catch_exceptions=False)
    assert list(tmp_path.iterdir()) == []
