"""RepCount's CSV (`reference/formats.md` section 10), built from other readers: experimental."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.columns import Columns, columns

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.table import Row, Table

NAME: Final = "repcount"


def detect(table: Table) -> float:
    """Return how surely the table is a RepCount export, 0 to 1."""
    return 1.0 if {"workout start", "workout end", "exercise", "weight", "reps"} <= set(table.names) else 0.0


def read(table: Table) -> Foreign:
    """Read a RepCount export; it carries no unit."""
    found = columns(table)
    return row_reading.read_rows(
        table,
        lambda row: _row(row, found),
        row_reading.Remarks(),
        app=NAME,
        layout="repcount-csv",
        unit=None,
        experimental=True,
    )


def _row(row: Row, found: Columns) -> ParsedRow:
    row_reading.require_width(row, found.width)
    date, until = found.text(row, "workout start"), found.text(row, "workout end")
    start = cells.local_time(date, "Workout Start")
    end = cells.local_time(until, "Workout End") if until else None
    return ParsedRow(
        key=date,
        start=start,
        end=end if end is not None and end >= start else None,
        title=found.text(row, "name"),
        exercise=cells.exercise_name(found.text(row, "exercise"), "Exercise"),
        what=found.figures(
            row,
            load=("weight",),
            load_unit=None,
            seconds=cells.or_none(cells.duration_s(found.text(row, "duration"))),
            note=cells.note(found.text(row, "notes")),
        ),
    )
