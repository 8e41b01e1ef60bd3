"""LiftLog's plain-text export (CSV, `reference/formats.md` section 14), built from its documentation: experimental."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.cells import RowProblemError
from iron.exchange.columns import Columns, columns

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.table import Row, Table
    from iron.values.units import MassUnit

NAME: Final = "liftlog"

_MASS: Final[dict[str, MassUnit]] = {
    "kg": "kg",
    "kgs": "kg",
    "kilograms": "kg",
    "lb": "lb",
    "lbs": "lb",
    "pounds": "lb",
}


def detect(table: Table) -> float:
    """Return how surely the table is a LiftLog export, 0 to 1."""
    return 1.0 if {"sessionid", "timestamp", "exercise", "weight", "weightunit"} <= set(table.names) else 0.0


def read(table: Table) -> Foreign:
    """Read a LiftLog export; a session starts at the time of its first set."""
    found = columns(table)
    first: dict[str, str] = {}
    for row in table.rows:
        if len(row.cells) == found.width:
            session, moment = found.text(row, "sessionid"), found.text(row, "timestamp")
            if moment[:4].isdecimal():
                first[session] = min(first.get(session, moment), moment)
    return row_reading.read_rows(
        table,
        lambda row: _row(row, found, first),
        row_reading.Remarks(),
        app=NAME,
        layout="liftlog-csv",
        unit=None,
        experimental=True,
    )


def _row(row: Row, found: Columns, first: dict[str, str]) -> ParsedRow:
    row_reading.require_width(row, found.width)
    session = found.text(row, "sessionid")
    moment = cells.local_time(found.text(row, "timestamp"), "Timestamp")
    unit = found.text(row, "weightunit").lower()
    if unit and unit not in _MASS:
        raise RowProblemError("WeightUnit", unit, f"“{unit}” is not a unit of load; Iron knows kg and lb.")
    return ParsedRow(
        key=session,
        start=cells.local_time(first[session], "Timestamp") if session in first else moment,
        exercise=cells.exercise_name(found.text(row, "exercise"), "Exercise"),
        note=cells.note(found.text(row, "notes")),
        what=found.figures(row, load=("weight",), load_unit=_MASS.get(unit)),
    )
