"""StrongLifts' new CSV (SL2): one row an exercise, its sets side by side (`reference/formats.md` section 9)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.cells import RowProblemError
from iron.exchange.columns import Columns, columns
from iron.exchange.foreign import ForeignSet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.table import Row, Table
    from iron.values.units import MassUnit

NAME: Final = "stronglifts"

_SET: Final = re.compile(r"set (\d{1,3}) \(reps\)")
_UNITS: Final[tuple[MassUnit, ...]] = ("kg", "lb")


def detect(table: Table) -> float:
    """Return how surely the table is a StrongLifts export, 0 to 1."""
    return 1.0 if {"date (yyyy/mm/dd)", "sets×reps", "set 1 (reps)"} <= set(table.names) else 0.0


def read(table: Table) -> Foreign:
    """Read a StrongLifts export; ``-`` in Sets×Reps was not done and is no set, ``0`` is a set that failed."""
    found = columns(table)
    numbers = [int(match[1]) for name in table.names if (match := _SET.fullmatch(name))]
    unit: MassUnit = "lb" if "set 1 (lb)" in found.places else "kg"
    return row_reading.read_rows(
        table,
        lambda row: _sets(row, found, numbers, unit),
        row_reading.Remarks(),
        app=NAME,
        layout="stronglifts-2",
        unit=unit,
    )


def _sets(row: Row, found: Columns, numbers: list[int], unit: MassUnit) -> list[ParsedRow]:
    row_reading.require_width(row, found.width)
    day = found.text(row, "date (yyyy/mm/dd)")
    start = _moment(day, found.text(row, "start time (h:mm)"), "Start Time (h:mm)")
    end = _moment(day, found.text(row, "end time (h:mm)"), "End Time (h:mm)")
    if end < start:
        end += timedelta(days=1)
    one = ParsedRow(
        key=(day, found.text(row, "workout"), found.text(row, "workout name")),
        start=start,
        end=end if found.text(row, "end time (h:mm)") else None,
        title=found.text(row, "workout name"),
        workout_note=cells.note(found.text(row, "notes")),
        exercise=cells.exercise_name(found.text(row, "exercise"), "Exercise"),
        what=ForeignSet(line=row.line, raw=row.raw),
    )
    done = found.text(row, "sets×reps").split("/")
    timed = found.text(row, "sets×time").split("/")
    sets = [
        replace(one, what=_set(row, found, number, unit))
        for number in numbers
        if _was_done(row, found, number, done)
    ]
    if not sets and any(cells.duration_s(time) for time in timed):
        lasting = [cells.duration_s(time) for time in timed]
        sets = [
            replace(one, what=ForeignSet(line=row.line, raw=row.raw, duration_s=time))
            for time in lasting
            if time
        ]
    if not sets:
        raise RowProblemError("Sets×Reps", found.text(row, "sets×reps"), "No set of this row was done.")
    return sets


def _was_done(row: Row, found: Columns, number: int, done: list[str]) -> bool:
    if number <= len(done) and done[number - 1].strip() == "-":
        return False
    return bool(found.text(row, f"set {number} (reps)"))


def _set(row: Row, found: Columns, number: int, unit: MassUnit) -> ForeignSet:
    load = cells.or_none(
        found.amount(row, "A load", *(f"set {number} ({each})" for each in _UNITS), most=cells.MOST_LOAD)
    )
    return ForeignSet(
        line=row.line,
        load=load,
        load_unit=unit if load is not None else None,
        reps=found.amount(row, "Reps", f"set {number} (reps)", most=cells.MOST_REPS),
        raw=row.raw,
    )


def _moment(day: str, clock: str, column: str) -> datetime:
    """Join a day with ``10:56 PM`` or ``22:56``; a blank clock is midnight."""
    start = cells.local_time(day, "Date (yyyy/mm/dd)")
    if not clock:
        return start
    for pattern in ("%I:%M %p", "%H:%M"):
        try:
            # Only hour and minute are taken from here, so the zone does not matter.
            time = datetime.strptime(clock.replace("\u202f", " ").upper(), pattern)  # noqa: DTZ007
        except ValueError:
            continue
        return start.replace(hour=time.hour, minute=time.minute)
    raise RowProblemError(column, clock, f"“{clock}” is not a time of day that Iron knows.")
