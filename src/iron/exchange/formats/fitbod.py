"""Fitbod's CSV, old and new (docs/formats.md#fitbod); loads are always kilograms, times UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import kinds, row_reading
from iron.exchange.reading.columns import columns
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "fitbod"

# A row of more sets than this is a slip. A guess.
_MOST_SETS: Final = 50


def detect(table: Table) -> float:
    """Return how surely the table is a Fitbod export, 0 to 1."""
    places = columns(table.header)
    return 1.0 if all(map(places.has, ("date", "exercise", "reps", "iswarmup"))) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a Fitbod export. Rows that repeat are straight sets and all stay."""
    prepared = sheet(table, "date", options=options)
    new = prepared.columns.has("multiplier", "weight(kg)")
    return row_reading.read_rows(
        prepared,
        lambda row: _rows(row, prepared),
        app=NAME,
        layout="fitbod-new" if new else "fitbod-old",
        unit="kg",
    )


def _rows(row: Row, prepared: Sheet) -> ParsedRow | list[ParsedRow]:
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "date")
    warm_up = kinds.is_yes(prepared.text(row, "iswarmup"))
    parsed = ParsedRow(
        key=start,
        start=start,
        exercise=prepared.exercise(row, "exercise"),
        what=make_set(
            row,
            load=prepared.load(row, "weight", unit="kg"),
            reps=prepared.reps(row, "reps"),
            seconds=prepared.seconds(row, "duration"),
            distance=prepared.distance(row, "distance", unit="m"),
            kind=("warm-up" if warm_up else "working", False),
            note=prepared.note(row, "note", "notes"),
        ),
    )
    count = prepared.whole(row, "sets") or 1
    if not 1 < count <= _MOST_SETS:
        return parsed
    prepared.remarks.add(f"the row says {count} sets; it was read as {count} equal sets.", row.line)
    return [parsed] * count
