"""Liftosaur's CSV (docs/formats.md#liftosaur): planned and completed numbers side by side; times are UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import kinds, row_reading
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.columns import columns
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "liftosaur"


def detect(table: Table) -> float:
    """Return how surely the table is a Liftosaur export, 0 to 1."""
    places = columns(table.header)
    return 1.0 if all(map(places.has, ("workout datetime", "exercise", "completed reps"))) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a Liftosaur export; sets that were planned and not done are listed as skipped."""
    prepared = sheet(table, "workout datetime", options=options)
    # A note may stand on any row of its workout, one of a set that was not done too.
    notes: dict[str, str] = {}
    for row in table.rows:
        if len(row.cells) == prepared.columns.width and (note := prepared.note(row, "notes")):
            notes.setdefault(prepared.text(row, "workout datetime"), note)
    return row_reading.read_rows(
        prepared, lambda row: _row(row, prepared, notes), app=NAME, layout="liftosaur-csv", unit=None
    )


def _row(row: Row, prepared: Sheet, notes: dict[str, str]) -> ParsedRow:
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "workout datetime")
    if not prepared.text(row, "completed reps"):
        raise RowProblemError(
            "Completed Reps",
            "",
            "The set was planned and not done.",
            "Nothing to do: it is not one of your sets.",
        )
    load = prepared.load(row, "completed weight value", unit_names=("completed weight unit",))
    if load[0] is None and not prepared.text(row, "completed weight value"):
        # Older versions write the load of a done set only as the required one.
        load = prepared.load(row, "required weight value", unit_names=("required weight unit",))
    of_workout, note = notes.get(prepared.text(row, "workout datetime")), prepared.note(row, "notes")
    return ParsedRow(
        key=start,
        start=start,
        title=prepared.text(row, "day name"),
        exercise=prepared.exercise(row, "exercise"),
        workout_note=of_workout,
        note=note if note != of_workout else None,
        what=make_set(
            row,
            load=load,
            reps=prepared.reps(row, "completed reps"),
            kind=("warm-up" if kinds.is_yes(prepared.text(row, "is warmup set?")) else "working", False),
            rpe=prepared.rpe(row, "completed rpe"),
        ),
    )
