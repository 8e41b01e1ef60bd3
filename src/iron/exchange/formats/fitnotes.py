"""FitNotes CSV: Android old (F0) and new (F1), and FitNotes 2 on iOS (F2) (docs/formats.md#fitnotes).

There is no set number, no workout name and no time of day: a day is a workout, and rows that repeat are straight sets.
Names are not quoted, so a comma in one makes a row too long; it is put back together from the right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import row_reading
from iron.exchange.reading.columns import columns
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "fitnotes"


def detect(table: Table) -> float:
    """Return how surely the table is a FitNotes export, 0 to 1."""
    places = columns(table.header)
    return 1.0 if all(map(places.has, ("date", "exercise", "category", "weight"))) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a FitNotes export in any of its layouts."""
    prepared = sheet(table, "date", options=options)
    prepared.remarks.add("FitNotes keeps no time of day; every workout stands at 00:00 of its day.", 1)
    loads = {MASS_WORDS.get(place.unit) for place in prepared.columns.find("weight")} - {None}
    layout = "fitnotes-f1" if prepared.columns.has("weight unit") else "fitnotes-f0"
    if len(loads) > 1:
        layout = "fitnotes-f2"
    return row_reading.read_rows(
        prepared,
        lambda row: _row(_mended(row, prepared), prepared),
        app=NAME,
        layout=layout,
        unit=next(iter(loads)) if layout == "fitnotes-f0" and loads else None,
        experimental=layout == "fitnotes-f2",
    )


def _mended(row: Row, prepared: Sheet) -> Row:
    """Join the pieces of a name that had commas in it: the cells between the name and the unit are too many."""
    places = prepared.columns
    surplus = len(row.cells) - places.width
    if surplus <= 0:
        row_reading.require_width(row, places.width)
        return row
    exercise = places.find("exercise")[0].index
    unit = places.find("weight unit")
    if unit and unit[0].index > exercise:
        here = [place for place, cell in enumerate(row.cells) if cell.strip().lower() in MASS_WORDS]
        if here and unit[0].index < here[0] <= unit[0].index + surplus:
            surplus = here[0] - unit[0].index
    name = ",".join(row.cells[exercise : exercise + 1 + surplus])
    prepared.remarks.add("the exercise name had a comma; it was put back together.", row.line)
    mended = [*row.cells[:exercise], name, *row.cells[exercise + 1 + surplus :]]
    return structs.replace(row, cells=(mended + [""] * places.width)[: places.width])


def _row(row: Row, prepared: Sheet) -> ParsedRow:
    start = prepared.moment(row, "date")
    return ParsedRow(
        key=start.date(),
        start=start,
        exercise=prepared.exercise(row, "exercise"),
        what=make_set(
            row,
            load=prepared.load(row, "weight", unit_names=("weight unit",)),
            reps=prepared.reps(row, "reps"),
            seconds=prepared.seconds(row, "time"),
            distance=prepared.distance(row, "distance", unit_names=("distance unit",)),
            note=prepared.note(row, "comment", "notes", "note"),
        ),
    )
