"""The journal as tables: rows for SQL in memory, and the same rows for frames and tidy files."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.exporters.rows import words
from iron.journal.questions.body_rows import body_rows
from iron.journal.questions.record_rows import record_rows
from iron.journal.questions.rows import frame
from iron.journal.questions.set_rows import set_rows
from iron.journal.questions.volume_rows import volume_rows
from iron.journal.questions.workout_rows import workout_rows
from iron.records.documents import readable
from iron.training.history.sets import ExerciseFacts
from iron.values.units import mass_in

if TYPE_CHECKING:
    from iron.journal.journal import Journal

Record = dict[str, Any]
_SETUP: Final = "setup_"


def tidy_sets(journal: Journal, *, unit: str | None = None) -> list[Record]:
    """One flat row for each set, oldest first, with a column for each variable of the setup, ``setup_foot_height``.

    ``ten_rm`` is the set's own 10RM-equivalent in the unit of the load, a lower bound where RIR is unknown.
    """
    from iron.journal.growth.drawing import ten_of

    rows = set_rows(journal, unit=unit)
    tens = {
        set_.id: ten_of(
            set_,
            journal.facts.get(set_.exercise, ExerciseFacts(set_.exercise)),
            journal.body_mass.on(set_.start),
        )
        for set_ in journal.sets
    }
    variables = sorted({name for row in rows for name in row.setup})
    table_rows = []
    for row in rows:
        fields = row.columns()
        setup = fields.pop("setup")
        fields["flags"] = " ".join(fields["flags"])
        ten = tens.get(row.id)
        fields["ten_rm"] = None if ten is None else round(mass_in(ten, row.unit), 1)
        table_rows.append(fields | {f"{_SETUP}{name}": setup.get(name) for name in variables})
    return table_rows


def tidy_table(journal: Journal, *, unit: str | None = None) -> list[Record]:
    """The rows of `tidy_sets` with the program and the 10RM of the line after the workout, with its 80 % interval.

    Loads and ``line_ten_rm``, ``line_ten_rm_low``, ``line_ten_rm_high`` are in ``unit`` of the row.
    """
    programs = _programs(journal)
    capacities = _capacities(journal)
    rows = tidy_sets(journal, unit=unit)
    for row in rows:
        ends = capacities.get((row["line"], row["date"]))
        row["program"] = programs.get(row["workout"])
        for place, name in enumerate(("line_ten_rm_low", "line_ten_rm", "line_ten_rm_high")):
            row[name] = None if ends is None else round(mass_in(ends[place], row["unit"]), 1)
    return rows


def _programs(journal: Journal) -> dict[str, str]:
    """Name of the program that a workout was part of, by workout."""
    names = {
        document.id: str(body.get("name", ""))
        for kind in ("run", "block")
        for document, body in readable(journal.store.all(kind))
    }
    result = {}
    for document, body in readable(journal.store.all("workout")):
        of = (body.get("run") or body.get("block") or {}).get("id")
        if of in names:
            result[document.id] = names[of]
    return result


def _capacities(journal: Journal) -> dict[tuple[str, str], tuple[float, float, float]]:
    """Low end, median and high end of the 10RM [kg as counted] by line and day of a workout."""
    from iron.training.strength.capacity import counted_kg

    view = journal.view
    result = {}
    for name, studied in view.exercises.items():
        for line, points in view.fit(name).trends.items():
            base = studied.last_base(line) if line in studied.lines else studied.facts.base_kg
            for point in points:
                mass = view.body_mass(f"{point.day}T99")
                ends = sorted(counted_kg(moved, studied.facts, base, mass) for moved in point.interval())
                result[line, str(point.day)] = (ends[0], ends[1], ends[2])
    return result


def csv_text(records: Sequence[Record]) -> str:
    """Records as CSV; what somebody typed never begins like a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    names = list(records[0]) if records else []
    writer.writerow(names)
    for row in records:
        writer.writerow([_csv_cell(row[name]) for name in names])
    return out.getvalue()


def parquet(records: Sequence[Record]) -> bytes:
    """Records as a Parquet file; needs polars (``iron-log[frames]``)."""
    out = io.BytesIO()
    frame(records).write_parquet(out)
    return out.getvalue()


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10g}"
    return words(str(value))


def in_memory(journal: Journal, *, unit: str | None = None) -> sqlite3.Connection:
    """A SQLite database in memory with the tables sets, workouts, exercises, records, volume and body."""
    connection = sqlite3.connect(":memory:")
    workouts = [
        {
            "id": row.id,
            "start": row.start,
            "end": row.end,
            "title": row.title,
            "gym": row.gym,
            "note": row.note,
            "working_sets": row.working_sets,
        }
        for row in workout_rows(journal, unit=unit)
    ]
    exercises = [
        {"id": ident, "name": journal.name_of(ident), "own": ident in journal.own, "family": facts.family}
        for ident, facts in journal.facts.items()
    ]
    records = [
        {name: getattr(row, name) for name in row.__slots__} for row in record_rows(journal, unit=unit)
    ]
    volume = [row.as_json() for row in volume_rows(journal)]
    body = [{name: getattr(row, name) for name in row.__slots__} for row in body_rows(journal, unit=unit)]
    for name, rows in (
        ("sets", tidy_sets(journal, unit=unit)),
        ("workouts", workouts),
        ("exercises", exercises),
        ("records", records),
        ("volume", volume),
        ("body", body),
    ):
        _fill(connection, name, rows)
    connection.commit()
    return connection


def _fill(connection: sqlite3.Connection, name: str, rows: Sequence[Record]) -> None:
    columns = list(rows[0]) if rows else ["id"]
    listed = ", ".join(f'"{column}"' for column in columns)
    connection.execute(f"create table {name} ({listed})")
    places = ", ".join("?" * len(columns))
    connection.executemany(
        f"insert into {name} values ({places})",  # noqa: S608 - names of our own
        [tuple(row[column] for column in columns) for row in rows],
    )
