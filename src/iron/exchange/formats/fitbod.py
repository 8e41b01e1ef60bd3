"""Fitbod's CSV, old and new (`reference/formats.md` section 14); loads are always kilograms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.columns import Columns, columns

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.row_reading import Remarks
    from iron.exchange.table import Row, Table

NAME: Final = "fitbod"


def detect(table: Table) -> float:
    """Return how surely the table is a Fitbod export, 0 to 1."""
    return 1.0 if {"date", "exercise", "reps", "iswarmup"} <= set(table.names) else 0.0


def read(table: Table) -> Foreign:
    """Read a Fitbod export. Rows that repeat are straight sets and all stay."""
    found = columns(table)
    remarks = row_reading.Remarks()
    new = "multiplier" in found.places or "weight(kg)" in found.places
    return row_reading.read_rows(
        table,
        lambda row: _row(row, found, remarks),
        remarks,
        app=NAME,
        layout="fitbod-new" if new else "fitbod-old",
        unit="kg",
        experimental=new,
    )


def _row(row: Row, found: Columns, remarks: Remarks) -> ParsedRow:
    row_reading.require_width(row, found.width)
    date = found.text(row, "date")
    repeats = found.amount(row, "Sets", "sets")
    if repeats is not None and repeats > 1:
        remarks.add(f"the row says {repeats:g} sets; it was read as one.", row.line)
    seconds = found.amount(row, "Seconds", "duration(s)", most=cells.MOST_SECONDS)
    return ParsedRow(
        key=date,
        start=cells.local_time(date, "Date"),
        exercise=cells.exercise_name(found.text(row, "exercise"), "Exercise"),
        what=found.figures(
            row,
            load=("weight(kg)", "weight"),
            load_unit="kg",
            seconds=cells.or_none(seconds),
            distance="distance(m)",
            distance_unit="m",
            kind="warm-up" if found.text(row, "iswarmup").lower() == "true" else "working",
            note=cells.note(found.text(row, "note")),
        ),
    )
