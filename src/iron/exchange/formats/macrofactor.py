"""MacroFactor's workout table, CSV or a sheet (docs/formats.md#macrofactor): experimental."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import row_reading
from iron.exchange.reading.columns import columns
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "macrofactor"


def detect(table: Table) -> float:
    """Return how surely the table is a MacroFactor export, 0 to 1."""
    places = columns(table.header)
    named = all(map(places.has, ("date", "workout", "exercise", "set type", "reps")))
    weight = [place for place in places.find("weight") if place.unit]
    return 0.9 if named and weight and not places.has("superset id") else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a MacroFactor table; reps in reserve become an RPE."""
    prepared = sheet(table, "date", options=options)
    prepared.remarks.add("MacroFactor keeps no time of day; every workout stands at 00:00 of its day.", 1)
    return row_reading.read_rows(
        prepared,
        lambda row: _row(row, prepared),
        app=NAME,
        layout="macrofactor-table",
        unit=MASS_WORDS.get(prepared.columns.find("weight")[0].unit),
        experimental=True,
    )


def _row(row: Row, prepared: Sheet) -> ParsedRow:
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "date")
    title = prepared.text(row, "workout")
    return ParsedRow(
        key=(start, title),
        start=start,
        end=prepared.end(row, start, "workout duration"),
        title=title,
        exercise=prepared.exercise(row, "exercise"),
        note=prepared.note(row, "notes", "exercise notes"),
        what=make_set(
            row,
            load=prepared.load(row, "weight"),
            reps=prepared.reps(row, "reps"),
            seconds=prepared.seconds(row, "duration", "time"),
            distance=prepared.distance(row, "distance"),
            kind=prepared.kind(row, "set type"),
            rpe=prepared.rpe(row, "rpe") or prepared.rir(row, "rir"),
        ),
    )
