"""LiftLog's plain-text export (CSV, docs/formats.md#liftlog), built from its documentation: experimental."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import row_reading
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.columns import columns
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from datetime import datetime

    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "liftlog"


def detect(table: Table) -> float:
    """Return how surely the table is a LiftLog export, 0 to 1."""
    places = columns(table.header)
    return 1.0 if all(map(places.has, ("sessionid", "timestamp", "exercise", "weight"))) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a LiftLog export; a session starts at the time of its first set."""
    prepared = sheet(table, "timestamp", options=options)
    first: dict[str, datetime] = {}
    for row in table.rows:
        if len(row.cells) == prepared.columns.width and (session := prepared.text(row, "sessionid")):
            try:
                moment = prepared.moment(row, "timestamp")
                first[session] = min(first.get(session, moment), moment)
            except (RowProblemError, TypeError):  # a bad date is reported below; offsets on some rows only
                continue
    return row_reading.read_rows(
        prepared,
        lambda row: _row(row, prepared, first),
        app=NAME,
        layout="liftlog-csv",
        unit=None,
        experimental=True,
    )


def _row(row: Row, prepared: Sheet, first: dict[str, datetime]) -> ParsedRow:
    row_reading.require_width(row, prepared.columns.width)
    session = prepared.text(row, "sessionid")
    moment = prepared.moment(row, "timestamp")
    return ParsedRow(
        key=session or moment,
        start=first.get(session, moment),
        exercise=prepared.exercise(row, "exercise"),
        note=prepared.note(row, "notes"),
        what=make_set(
            row,
            load=_load(row, prepared),
            reps=prepared.reps(row, "reps"),
        ),
    )


def _load(row: Row, prepared: Sheet) -> tuple[float | None, Literal["kg", "lb"] | None, tuple[str, ...]]:
    """Return the load; the unit ``nil`` of a set without load is no unit."""
    if prepared.text(row, "weightunit").casefold() == "nil":
        return prepared.load(row, "weight")
    return prepared.load(row, "weight", unit_names=("weightunit",))
