"""Lyfta's CSV, known from its header alone: experimental. ``Duration`` is that of the workout, ``Time`` of a set."""

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

NAME: Final = "lyfta"


def detect(table: Table) -> float:
    """Return how surely the table is a Lyfta export, 0 to 1."""
    places = columns(table.header)
    return (
        1.0
        if all(map(places.has, ("title", "date", "duration", "exercise", "superset id", "set type")))
        else 0.0
    )


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a Lyfta export; it carries no unit unless its header or cells do."""
    prepared = sheet(table, "date", options=options)
    return row_reading.read_rows(
        prepared, lambda row: _row(row, prepared), app=NAME, layout="lyfta-csv", unit=None, experimental=True
    )


def _row(row: Row, prepared: Sheet) -> ParsedRow:
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "date")
    title = prepared.text(row, "title")
    group = prepared.text(row, "superset id")
    return ParsedRow(
        key=(start, title),
        start=start,
        end=prepared.end(row, start, "duration"),
        title=title,
        workout_note=prepared.note(row, "workout notes", "description"),
        exercise=prepared.exercise(row, "exercise"),
        group=None if group.casefold() in {"", "null", "none", "-"} else group[:20],
        note=prepared.note(row, "notes", "exercise notes"),
        what=make_set(
            row,
            load=prepared.load(row, "weight", unit_names=("weight unit",)),
            reps=prepared.reps(row, "reps"),
            seconds=prepared.seconds(row, "time"),
            distance=prepared.distance(row, "distance", unit_names=("distance unit",)),
            kind=prepared.kind(row, "set type"),
            rpe=prepared.rpe(row, "rpe") or prepared.rir(row, "rir"),
        ),
    )
