"""FitNotes CSV: Android old (F0) and new (F1), and FitNotes 2 on iOS (F2) (`reference/formats.md` section 5).

There is no set number, no workout name and no time of day: a day is a workout, and rows that repeat are straight sets.
Names are not quoted, so a comma in one makes a row too long; it is put back together from the right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.cells import RowProblemError
from iron.exchange.columns import Columns, columns

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.row_reading import Remarks
    from iron.exchange.table import Row, Table
    from iron.values.units import LengthUnit, MassUnit

NAME: Final = "fitnotes"

_MASS: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
_LENGTH: Final[dict[str, LengthUnit]] = {
    "m": "m",
    "km": "km",
    "mi": "mi",
    "ft": "ft",
    "yd": "yd",
    "cm": "cm",
    "in": "in",
}
_LOADS: Final = ("weight (kgs)", "weight (kg)", "weight (lbs)", "weight (lb)", "weight")


def detect(table: Table) -> float:
    """Return how surely the table is a FitNotes export, 0 to 1."""
    return (
        1.0 if table.names[:3] == ("date", "exercise", "category") and set(_LOADS) & set(table.names) else 0.0
    )


def read(table: Table) -> Foreign:
    """Read a FitNotes export in any of its layouts."""
    found = columns(table)
    remarks = row_reading.Remarks()
    remarks.add("FitNotes keeps no time of day; every workout stands at 00:00 of its day.", 1)
    both = {"weight (kg)", "weight (lbs)"} <= set(table.names)
    layout = "fitnotes-f2" if both else "fitnotes-f1" if "weight unit" in table.names else "fitnotes-f0"
    unit: MassUnit | None = None
    if layout == "fitnotes-f0":
        unit = "lb" if {"weight (lbs)", "weight (lb)"} & set(table.names) else "kg"
        unit = None if "weight" in table.names else unit
    return row_reading.read_rows(
        table,
        lambda row: _row(_mended(row, found, remarks), found, unit),
        remarks,
        app=NAME,
        layout=layout,
        unit=unit,
        experimental=layout == "fitnotes-f2",
    )


def _mended(row: Row, found: Columns, remarks: Remarks) -> Row:
    """Join the pieces of a name that had commas in it."""
    surplus = len(row.cells) - found.width
    if surplus <= 0:
        row_reading.require_width(row, found.width)
        return row
    unit_place = found.places.get("weight unit", -1)
    here = [place for place, cell in enumerate(row.cells) if unit_place > 0 and cell.strip().lower() in _MASS]
    if here and here[0] > unit_place:
        surplus = here[0] - unit_place
    name = ",".join(row.cells[1 : 2 + surplus])
    remarks.add("the exercise name had a comma; it was put back together.", row.line)
    mended = [row.cells[0], name, *row.cells[2 + surplus :]]
    return replace(row, cells=(mended + [""] * found.width)[: found.width])


def _row(row: Row, found: Columns, unit: MassUnit | None) -> ParsedRow:
    date = found.text(row, "date")
    start = cells.local_time(date, "Date")
    load, load_unit = _load(row, found, unit)
    length = found.text(row, "distance unit").lower()
    if length and length not in _LENGTH:
        raise RowProblemError(
            "Distance Unit", length, f"“{length}” is not a unit of distance that Iron knows."
        )
    figures = found.figures(
        row,
        load=(load,),
        load_unit=load_unit,
        seconds=cells.or_none(cells.duration_s(found.text(row, "time"))),
        distance_unit=_LENGTH.get(length),
        note=cells.note(found.text(row, "comment", "notes")),
    )
    return ParsedRow(
        key=start.date(),
        start=start,
        exercise=cells.exercise_name(found.text(row, "exercise"), "Exercise"),
        what=figures,
    )


def _load(row: Row, found: Columns, unit: MassUnit | None) -> tuple[str, MassUnit | None]:
    """Return the column of the row's load and its unit."""
    if "weight unit" in found.places:
        said = found.text(row, "weight unit").lower()
        if said and said not in _MASS:
            raise RowProblemError(
                "Weight Unit", said, f"“{said}” is not a unit of load; Iron knows kgs and lbs."
            )
        return "weight", _MASS.get(said)
    if unit is None and found.text(row, "weight (lbs)"):
        kilos_too = found.text(row, "weight (kg)")
        return ("weight (kg)", "kg") if kilos_too else ("weight (lbs)", "lb")
    column = next((name for name in _LOADS if name in found.places), "weight")
    return column, unit or ("kg" if column == "weight (kg)" else None)
