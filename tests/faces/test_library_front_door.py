"""The library as its page promises it: every example runs, and every number is the one that the app shows."""

from __future__ import annotations

import doctest
import json
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import commands
import pytest

import iron
from iron.journal import denials
from iron.journal.content import library
from iron.journal.snapshot.snapshot import snapshot
from iron.training.forecast import evaluate
from iron.training.forecast.evaluate import logs_from

ROOT = Path(__file__).parents[2]
STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:00:00,"A",1h,"Squat (Barbell)",1,100.0,5,0,0,"","",8
2026-03-09 18:00:00,"A",1h,"Squat (Barbell)",1,105.0,5,0,0,"","",8
"""


@pytest.fixture(scope="module")
def journal():
    return iron.demo()


@pytest.fixture
def strong(tmp_path):
    file = tmp_path / "strong.csv"
    file.write_text(STRONG, encoding="utf-8")
    return file


def test_every_example_of_the_page_runs(monkeypatch):
    # The chances of all 211 workouts and the forecasts of all exercises take longer than the rest of the page; those of
    # each twentieth workout and of one exercise answer the examples too.
    monkeypatch.setattr(denials, "called", partial(denials.called, every=20))
    monkeypatch.setattr(evaluate, "logs_from", lambda *given: logs_from(*given)[:1])
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    result = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False, optionflags=flags)
    assert result.attempted > 20
    assert result.failed == 0


def test_the_notebook_runs():
    cells = json.loads((ROOT / "docs" / "library.ipynb").read_text(encoding="utf-8"))["cells"]
    names: dict[str, object] = {}
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    for source in code:
        exec(compile(source, "library.ipynb", "exec"), names)  # noqa: S102 - our own notebook
    assert len(code) > 5


def test_a_squat_has_a_capacity_when_the_body_mass_is_given(strong):
    without = iron.read(strong, unit="kg").lines("back-squat")[0].capacity()
    assert without.kg is None
    given = iron.read(strong, unit="kg", body_mass=80).lines("squat")[0].capacity()
    assert 70 < given.kg < 130
    with pytest.raises(iron.IronError, match="not a body mass"):
        iron.read(strong, unit="kg", body_mass=8)


def test_what_read_cannot_know_it_asks_for(strong, tmp_path):
    with pytest.raises(iron.IronError, match='unit="kg" or unit="lb"'):
        iron.read(strong)
    with pytest.raises(iron.IronError, match="cannot be read"):
        iron.read(tmp_path / "nope.csv")


def test_a_copy_of_a_journal_reads_back(tmp_path, journal):
    from iron.records import archive

    data = archive.write(
        journal.store, owner="anna", owner_id="1", at="2026-11-22T10:00:00Z", iron="0", history=False
    )
    file = tmp_path / "anna.json"
    file.write_bytes(data)
    assert len(iron.read(file).sets) == len(journal.sets)


def test_the_capacity_of_a_line_is_that_of_the_snapshot(journal):
    day = journal.sets[-1].date
    rows = [(doc.kind, doc.id, doc.read()) for doc in journal.store.all()]
    lines = snapshot(rows, f"{day}T23:59:59", library())["lines"]
    for exercise in ("leg-press-45", "back-squat", "bench-press"):
        for line in journal.lines(exercise):
            assert round(line.capacity(day).kg, 1) == lines[line.key]["capacity"]["kg"]


def test_a_comparison_turned_round_says_the_opposite(journal):
    first, second = journal.lines("leg press")[0], journal.lines("leg press")[3]
    forth, back = first.compare(second), second.compare(first)
    assert forth.chance + back.chance == pytest.approx(1, abs=0.01)
    assert forth.ratio == pytest.approx(1 / back.ratio, rel=0.01)
    assert forth.low < forth.ratio < forth.high
    assert first.compare(first).chance == pytest.approx(0.5, abs=0.02)


def test_lines_of_two_exercises_are_not_compared(journal):
    with pytest.raises(iron.IronError, match="one exercise"):
        journal.lines("leg press")[0].compare(journal.lines("back squat")[0])


def test_a_line_that_is_clearly_stronger_is_said_to_be(strong):
    made = iron.read(strong, unit="kg")
    rows = []
    for number, day in enumerate(range(1, 25, 3)):
        feet, load = ("low", 100) if number % 2 else ("high", 200)
        set_ = {
            "id": f"s{number}",
            "order": "a0",
            "reps": 10,
            "rir": 1,
            "load": {"value": load, "unit": "kg"},
            "setup": {"foot_height": feet},
        }
        entry = {"id": f"e{number}", "order": "a0", "exercise": "leg-press-45", "sets": [set_]}
        body = {"v": 1, "start": f"2026-04-{day:02d}T18:00:00", "entries": [entry]}
        rows.append(("workout", f"01920000-0000-7000-8000-00000000000{number}", body))
    made.commit(rows, device="d", at="2026-05-01T19:00:00Z", op_ids=[row[1] for row in rows])
    lines = {line.name: line for line in made.lines("leg press")}
    assert lines["feet high"].compare(lines["feet low"]).chance > 0.9


def test_what_if_gives_the_chance_of_the_advice(journal):
    line = next(each for each in journal.lines("back squat"))
    day = line.sets[-1].date + timedelta(days=1)
    [row] = [each for each in journal.next("back squat", at=day) if each.line == line.key]
    asked = line.what_if(row.load["value"], reps=row.reps_low, on=day)
    assert asked.chance == pytest.approx(row.chance, abs=0.01)
    assert asked.low <= asked.reps <= asked.high
    assert asked.as_json()["message"]["code"] == "what-if-reps"
    assert asked.message["values"]["chance"]["value"] == asked.chance


def test_more_load_never_means_more_reps(journal):
    line = journal.lines("leg press")[0]
    reps = [line.what_if(load).reps for load in range(120, 320, 20)]
    assert reps == sorted(reps, reverse=True)


def test_workouts_and_measurements_are_asked_with_filters(journal):
    november = journal.workouts(since="2026-11-01", until="2026-11-15")
    assert {row.start[:7] for row in november} == {"2026-11"}
    assert len(november) < len(journal.workouts)
    assert all("45° leg press" in row.exercises for row in journal.workouts(exercise="leg press"))
    assert journal.body(what="waist") == ()
    with pytest.raises(iron.IronError, match="is not a date"):
        journal.workouts(since="last week")


def test_frames_have_every_set(journal):
    frame = journal.to_frame(unit="lb")
    assert frame.height == len(journal.sets)
    assert set(frame["unit"]) == {"lb"}
    assert journal.to_frame("pandas").shape[0] == frame.height
    with pytest.raises(iron.IronError, match="polars or pandas"):
        journal.to_frame("excel")


def test_rows_are_tables_in_a_notebook_and_escape_what_a_lifter_wrote(journal):
    assert journal.records("leg press")._repr_html_().startswith("<table>")
    from iron.journal.questions.rows import Rows

    assert "&lt;b&gt;" in Rows([{"name": "<b>"}])._repr_html_()


def test_adherence_counts_sets_beside_the_plan(strong):
    made = iron.read(strong, unit="kg")
    ident = "01920000-0000-7000-8000-000000000001"
    sets = [
        {
            "id": f"s{n}",
            "order": f"a{n}",
            "reps": reps,
            "load": {"value": 100, "unit": "kg"},
            "target": {"reps_low": 8, "reps_high": 10},
        }
        for n, reps in enumerate((9, 7))
    ]
    entry = {"id": "e", "order": "a0", "exercise": "back-squat", "plan": {"sets": 3}, "sets": sets}
    body = {"v": 1, "start": "2026-04-01T18:00:00", "end": "2026-04-01T19:00:00", "entries": [entry]}
    made.commit([("workout", ident, body)], device="d", at="2026-04-01T19:00:00Z", op_ids=[ident])
    [row] = made.adherence()
    assert (row.planned, row.done, row.in_range, row.date) == (3, 2, 1, date(2026, 4, 1))


def test_figures_are_drawn(journal, tmp_path):
    for number, figure in enumerate((journal.lines("leg press")[0].plot(), journal.plot_volume("quads"))):
        file = tmp_path / f"{number}.png"
        figure.savefig(file)
        assert file.stat().st_size > 5000


def test_the_journal_of_this_machine_opens(iron_home):
    opened = commands.python("import iron; print(iron.open(), iron.__version__)", IRON_HOME=str(iron_home))
    assert opened.stdout.startswith("Journal(0 workouts) ")
