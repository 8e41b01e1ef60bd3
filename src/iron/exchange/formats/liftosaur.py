"""Liftosaur's CSV (`reference/formats.md` section 6): planned and completed numbers side by side; times are UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.cells import RowProblemError
from iron.exchange.columns import Columns, columns

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.row_reading import Remarks
    from iron.exchange.table import Row, Table
    from iron.values.units import MassUnit

NAME: Final = "liftosaur"

_MASS: Final[dict[str, MassUnit]] = {"kg": "kg", "lb": "lb"}


def detect(table: Table) -> float:
    """Return how surely the table is a Liftosaur export, 0 to 1."""
    return 1.0 if {"workout datetime", "is warmup set?", "completed reps"} <= set(table.names) else 0.0


def read(table: Table) -> Foreign:
    """Read a Liftosaur export; sets that were planned and not done are listed as skipped."""
    found = columns(table)
    remarks = row_reading.Remarks()
    remarks.add("Liftosaur writes times in UTC; they were kept as they stand.", 1)
    return row_reading.read_rows(
        table,
        lambda row: _row(row, found, remarks),
        remarks,
        app=NAME,
        layout="liftosaur-csv",
        unit=None,
    )


def _row(row: Row, found: Columns, remarks: Remarks) -> ParsedRow:
    row_reading.require_width(row, found.width)
    date = found.text(row, "workout datetime")
    if not found.text(row, "completed reps"):
        raise RowProblemError("Completed Reps", "", "The set was planned and not done.")
    unit = found.text(row, "completed weight unit").lower()
    if unit and unit not in _MASS:
        raise RowProblemError(
            "Completed Weight Unit", unit, f"“{unit}” is not a unit of load; Iron knows kg and lb."
        )
    effort = found.amount(row, "An RPE", "completed rpe")
    warm_up = found.text(row, "is warmup set?") == "1"
    return ParsedRow(
        key=date,
        start=cells.local_time(date, "Workout DateTime"),
        title=found.text(row, "day name"),
        workout_note=cells.note(found.text(row, "notes")),
        exercise=cells.exercise_name(found.text(row, "exercise"), "Exercise"),
        what=found.figures(
            row,
            load=("completed weight value",),
            load_unit=_MASS.get(unit),
            reps="completed reps",
            kind="warm-up" if warm_up else "working",
            rpe=row_reading.rpe(effort, row.line, remarks),
        ),
    )
