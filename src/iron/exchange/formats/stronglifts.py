"""StrongLifts' CSV: one row an exercise (SL2) or a workout (SL1), its sets side by side.

See docs/formats.md#stronglifts.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from msgspec import structs

from iron.exchange.assemble import ParsedRow
from iron.exchange.foreign import ForeignSet
from iron.exchange.reading import cells, row_reading
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.columns import columns, fold_header
from iron.exchange.reading.dates import date_reader
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.dates import DateReader
    from iron.exchange.reading.table import Row, Table

NAME: Final = "stronglifts"

_SET: Final = re.compile(r"set (\d{1,3}) \(reps\)")
_UNITS: Final = ("kg", "lb")


def detect(table: Table) -> float:
    """Return how surely the table is a StrongLifts export, 0 to 1."""
    places = columns(table.header)
    if all(map(places.has, ("date", "setsxreps", "set 1 (reps)", "exercise"))):
        return 1.0
    return 1.0 if all(map(places.has, ("date", "exercise 1", "weight (kg)", "set 1"))) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a StrongLifts export; ``-`` in Sets×Reps was not done and is no set, ``0`` is a set that failed."""
    prepared = sheet(table, "date", options=options)
    if prepared.columns.has("exercise 1"):
        return row_reading.read_rows(
            prepared, lambda row: _old(row, prepared), app=NAME, layout="stronglifts-1", unit=None
        )
    numbers = [int(match[1]) for cell in table.header if (match := _SET.fullmatch(fold_header(cell)))]
    # One for the file: it reads equal days and clocks once.
    moments = date_reader([])
    load = prepared.columns.find("set 1 (lb)", "set 1 (lbs)", "set 1 (kg)")
    return row_reading.read_rows(
        prepared,
        lambda row: _sets(row, prepared, numbers, moments),
        app=NAME,
        layout="stronglifts-2",
        unit=MASS_WORDS.get(load[0].unit) if load else None,
    )


def _sets(row: Row, prepared: Sheet, numbers: list[int], moments: DateReader) -> list[ParsedRow]:
    row_reading.require_width(row, prepared.columns.width)
    start, end = (_moment(row, prepared, clock, moments) for clock in ("start time", "end time"))
    if end < start:
        end += timedelta(days=1)
    parsed = ParsedRow(
        key=(prepared.text(row, "date"), prepared.text(row, "workout"), prepared.text(row, "workout name")),
        start=start,
        end=end if prepared.text(row, "end time") else None,
        title=prepared.text(row, "workout name"),
        workout_note=prepared.note(row, "notes"),
        exercise=prepared.exercise(row, "exercise"),
        what=ForeignSet(line=row.line, raw=row.raw),
    )
    performed = prepared.text(row, "setsxreps").split("/")
    sets = [
        structs.replace(
            parsed,
            what=make_set(
                row,
                load=prepared.load(row, *(f"set {number} ({unit})" for unit in (*_UNITS, "lbs"))),
                reps=prepared.reps(row, f"set {number} (reps)"),
            ),
        )
        for number in numbers
        if _was_performed(row, prepared, number, performed)
    ]
    timed = [
        seconds for text in prepared.text(row, "setsxtime").split("/") if (seconds := cells.duration_s(text))
    ]
    if not sets:
        sets = [structs.replace(parsed, what=make_set(row, seconds=seconds)) for seconds in timed]
    if not sets:
        text = prepared.text(row, "setsxreps")
        raise RowProblemError(
            "Sets×Reps", text, "No set of this row was done.", "Nothing to do: it is not one of your sets."
        )
    return sets


def _was_performed(row: Row, prepared: Sheet, number: int, performed: list[str]) -> bool:
    if number <= len(performed) and performed[number - 1].strip() == "-":
        return False
    return bool(prepared.text(row, f"set {number} (reps)"))


def _old(row: Row, prepared: Sheet) -> list[ParsedRow]:
    """Read a row of the old layout: a workout with up to five exercises of five sets (blocks of eight columns)."""
    start = prepared.moment(row, "date")
    names = [fold_header(cell) for cell in prepared.table.header]
    places = [n for n, name in enumerate(names) if re.fullmatch(r"exercise \d+", name)]
    rows: list[ParsedRow] = []
    for place, after in zip(places, [*places[1:], len(names)], strict=True):
        values = row.cells[place:after]
        if not values or not values[0].strip():
            continue
        load, unit = _old_load(values, names[place:after], prepared)
        for value, name in zip(values, names[place:after], strict=False):
            if re.fullmatch(r"set \d+", name) and value.strip().isdecimal():
                what = make_set(row, load=(load, unit, ()), reps=(float(value), ()))
                rows.append(
                    ParsedRow(
                        key=start,
                        start=start,
                        workout_note=prepared.note(row, "note", "notes"),
                        exercise=cells.exercise_name(values[0], prepared.table.header[place]),
                        what=what,
                    )
                )
    if not rows:
        raise RowProblemError(
            "", row.raw[:80], "No set of this row was done.", "Nothing to do: it is not one of your sets."
        )
    return rows


def _old_load(
    values: list[str], names: list[str], prepared: Sheet
) -> tuple[float | None, Literal["kg", "lb"] | None]:
    for value, name in zip(values, names, strict=False):
        unit = {"weight (kg)": "kg", "weight (lb)": "lb", "weight (lbs)": "lb"}.get(name)
        if unit and value.strip():
            number = prepared.number_or_none(value)
            if number is None:
                raise RowProblemError(name, value.strip()[:80], f"“{value.strip()[:80]}” is not a number.")
            return number or None, "kg" if unit == "kg" else "lb"
    return None, None


def _moment(row: Row, prepared: Sheet, name: str, moments: DateReader) -> datetime:
    """Join a day with ``10:56 PM`` or ``22:56``; a blank clock is midnight."""
    day = prepared.moment(row, "date")
    clock = prepared.text(row, name)
    if not clock:
        return day
    moment = moments.read(f"{day:%Y-%m-%d} {clock}", prepared.columns.find(name)[0].header)
    return moment.replace(tzinfo=day.tzinfo)
