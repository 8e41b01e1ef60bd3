"""RepCount's CSV (docs/formats.md#repcount), built from other readers: experimental."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import row_reading
from iron.exchange.reading.columns import columns
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "repcount"


def detect(table: Table) -> float:
    """Return how surely the table is a RepCount export, 0 to 1."""
    places = columns(table.header)
    return 1.0 if all(map(places.has, ("workout start", "exercise", "weight", "reps"))) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a RepCount export; it carries no unit, and writes help as a load below zero."""
    prepared = sheet(table, "workout start", "workout end", options=options)
    return row_reading.read_rows(
        prepared,
        lambda row: _row(row, prepared),
        app=NAME,
        layout="repcount-csv",
        unit=None,
        experimental=True,
    )


def _row(row: Row, prepared: Sheet) -> ParsedRow:
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "workout start")
    return ParsedRow(
        key=start,
        start=start,
        end=prepared.moment_or_none(row, "workout end"),
        title=prepared.text(row, "name"),
        exercise=prepared.exercise(row, "exercise"),
        what=make_set(
            row,
            load=prepared.load(row, "weight"),
            reps=prepared.reps(row, "reps"),
            seconds=prepared.seconds(row, "duration"),
            distance=prepared.distance(row, "distance"),
            note=prepared.note(row, "notes"),
        ),
    )
