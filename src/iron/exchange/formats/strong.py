"""Strong's CSV export in all its layouts (docs/formats.md#strong).

S0 (2015-2017) names its columns ``kg`` and ``km`` or ``lb`` and ``mi``; S1 (2017-2019) has ten columns; S2 semicolons
and a unit on every row; S3 (2020 on) twelve columns without any unit and a header in the phone's language; S4 (2024
on) semicolons, seconds and the unit in the header. Columns are found by name; a localised header by position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.exchange.assemble import ParsedRow, Remark, Rest
from iron.exchange.reading import kinds, row_reading
from iron.exchange.reading.cells import seconds_of, unguarded
from iron.exchange.reading.columns import columns
from iron.exchange.reading.numbers import BLANKS, LENGTH_WORDS, MASS_WORDS, quantity
from iron.exchange.reading.sheet import Sheet, make_set, sheet
from iron.exchange.reading.table import Row, Rows, Table

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign, ForeignSet, SetKind
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.row_reading import Remarks
    from iron.values.units import LengthUnit, MassUnit

NAME: Final = "strong"

_LOAD: Final = ("weight", "load", *(word for word in MASS_WORDS if word != "#"))
_DISTANCE: Final = ("distance", *LENGTH_WORDS)
_SECONDS: Final = ("seconds", "time", "set duration", "sec", "secs")
_DURATION: Final = ("workout duration", "duration")
_REST_WORDS: Final = frozenset({"resttimer", "rest", "resttime"})
_NOTE_WORDS: Final = frozenset({"note", "notes"})

_S1: Final = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes"
_S2: Final = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,"
    "Workout Notes"
)
_S3: Final = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
# Position of the numbers in the layouts that are read by position.
_NUMBERS: Final = {12: (5, 6, 7, 8), 10: (4, 5, 6, 7)}
_ORDERS: Final = {12: 4, 10: 3}


@dataclass(slots=True)
class _Reader:
    """What rows of one file share."""

    sheet: Sheet
    unit: MassUnit | None
    length: LengthUnit | None
    ordered: bool
    timed: frozenset[str]


def detect(table: Table) -> float:
    """Return how surely the table is a Strong export, 0 to 1."""
    result = columns(table.header)
    if result.has("exercise name") and result.has("set order") and result.has("date"):
        return 1.0
    if (
        result.has("exercise name")
        and result.has("workout name")
        and result.has("date")
        and result.has(*_LOAD, "reps")
    ):
        return 0.8
    return 0.9 if _headless(table) or _localised(table) else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a Strong export in any of its layouts; bad rows are skipped with a reason."""
    remarks = row_reading.Remarks()
    table = _named(table, remarks)
    prepared = sheet(table, "date", options=options)
    prepared.remarks = remarks
    places = prepared.columns
    load, way = places.find(*_LOAD), places.find(*_DISTANCE)
    ordered = places.has("set order")
    reader = _Reader(
        prepared,
        MASS_WORDS.get(load[0].unit) if load else None,
        LENGTH_WORDS.get(way[0].unit) if way else None,
        ordered,
        frozenset() if ordered else _timed(prepared),
    )
    return row_reading.read_rows(
        prepared, lambda row: _row(row, reader), app=NAME, layout=_layout(prepared), unit=reader.unit
    )


def _layout(prepared: Sheet) -> str:
    places = prepared.columns
    if places.has("workout #", "duration (sec)") or (
        prepared.table.delimiter == ";" and places.has("weight (kg)")
    ):
        return "strong-s4"
    if places.has("weight unit"):
        return "strong-s2"
    if places.has("kg", "lb", "lbs"):
        return "strong-s0"
    return "strong-s3" if places.has("duration") else "strong-s1"


def _named(table: Table, remarks: Remarks) -> Table:
    """Return the table with English column names, with line 1 as a row where the header was cut off."""
    if header := _headless(table):
        first = Row(1, list(table.header), table.delimiter.join(table.header))
        remarks.add(
            "is already a set: the header line is missing; the file was read in Strong's layout by position.",
            1,
        )
        names = tuple(header.split(","))
        rows = table.rows.with_first(first, len(names)) if isinstance(table.rows, Rows) else table.rows
        return Table(names, rows, table.delimiter, table.whole)
    if columns(table.header).has("exercise name"):
        return table
    remarks.add("The header is in another language; columns were read by their position.", 1)
    return Table(
        tuple((_S3 if len(table.header) == 12 else _S1).split(",")), table.rows, table.delimiter, table.whole
    )


def _headless(table: Table) -> str | None:
    """Return the layout of a file whose first line is already a set, or None."""
    first = [cell.strip() for cell in table.header]
    if not first or not re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", first[0]):
        return None
    if len(first) == 13 and table.delimiter == ";" and first[5].lower() in {*MASS_WORDS, ""}:
        return _S2
    return _S3 if len(first) == 12 and _is_order(first[4]) else None


def _localised(table: Table) -> bool:
    """Return whether twelve or ten columns hold what Strong's do, whatever the header says."""
    width = len(table.header)
    if width not in _NUMBERS or columns(table.header).has("exercise", "workout start"):
        return False
    whole = [row.cells for row in table.sample if len(row.cells) == width]
    if columns(table.header).has("date", "reps", "weight") and not _has_lengths(whole):
        return False
    fitting = sum(_fits(cells_, width) for cells_ in whole)
    counted = sum(cells_[_ORDERS[width]].strip().isdecimal() for cells_ in whole)
    return fitting >= 0.9 * len(whole) > 0 and counted > 0


def _has_lengths(rows: list[list[str]]) -> bool:
    """Return whether the third column holds lengths of workouts, such as ``1h 5m``, as only Strong's does."""
    lengths = [cells_[2].strip() for cells_ in rows if cells_[2].strip()]
    return bool(lengths) and all(
        not text.isdecimal() and seconds_of(text) is not None for text in lengths[:50]
    )


def _fits(values: list[str], width: int) -> bool:
    dated = re.match(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]+\d{1,2}[:.]\d\d", values[0]) is not None
    return (
        dated
        and bool(values[_ORDERS[width] - 1].strip())
        and len(values[_ORDERS[width]].strip()) <= 40
        and all(_is_number(values[place]) for place in _NUMBERS[width])
        and (width == 10 or _is_number(values[11]))
    )


def _is_number(text: str) -> bool:
    try:
        quantity(text)
    except ValueError:
        return False
    return True


def _is_order(text: str) -> bool:
    return (
        text.isdecimal()
        or len(text) == 1
        or kinds.kind_of(text) is not None
        or text in {"Rest Timer", "Note"}
    )


def _timed(prepared: Sheet) -> frozenset[str]:
    """Return the exercises that are done for time: without set numbers their seconds are no rests."""
    counted: set[str] = set()
    named: set[str] = set()
    for row in prepared.table.rows:
        if len(row.cells) == prepared.columns.width:
            name = prepared.text(row, "exercise name")
            named.add(name)
            if not _is_zero(prepared.text(row, "reps")) or not _is_zero(prepared.text(row, *_LOAD)):
                counted.add(name)
    return frozenset(named - counted)


def _is_zero(text: str) -> bool:
    if not text or text.casefold() in BLANKS:
        return True
    try:
        return not quantity(text).value
    except ValueError:
        return False


def _row(row: Row, reader: _Reader) -> ParsedRow:
    prepared = reader.sheet
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "date")
    title = unguarded(prepared.text(row, "workout name"))
    exercise = prepared.exercise(row, "exercise name", "exercise")
    order = prepared.text(row, "set order")
    what = _what(row, order, exercise, reader)
    return ParsedRow(
        key=(start, title, prepared.text(row, "workout #")),
        start=start,
        end=prepared.end(row, start, *_DURATION),
        title=title,
        workout_note=prepared.note(row, "workout notes"),
        exercise=exercise,
        number=int(order) if order.isdecimal() and len(order) < 10 else None,
        leads=not order.isdecimal() and (kinds.kind_of(order) or ("", 0))[0] == "warm-up",
        note=prepared.note(row, "notes"),
        turns=not reader.ordered,
        what=what,
    )


def _what(row: Row, order: str, exercise: str, reader: _Reader) -> ForeignSet | Rest | Remark:
    """Return the set, rest or note of a row. Rests and notes of any language are known by what they hold."""
    if order.isdecimal():
        return _set(row, order, reader)
    prepared = reader.sheet
    word = re.sub(r"[\W_]+", "", order.casefold())
    empty = all(_is_zero(prepared.text(row, *names)) for names in (_LOAD, ("reps",), _DISTANCE))
    if word in _REST_WORDS:
        return Rest(prepared.seconds(row, *_SECONDS))
    if word in _NOTE_WORDS:
        return Remark()
    if empty and (kinds.kind_of(order) is None if order else not reader.ordered):
        seconds = prepared.seconds(row, *_SECONDS)
        if order and (seconds or prepared.note(row, "notes") is None):
            return Rest(seconds)
        if order:
            return Remark()
        if seconds and exercise not in reader.timed:
            return Rest(seconds)
    return _set(row, order, reader)


def _set(row: Row, order: str, reader: _Reader) -> ForeignSet:
    prepared = reader.sheet
    kind: tuple[SetKind, bool] = (
        ("working", False) if not order or order.isdecimal() else prepared.kind(row, "set order")
    )
    return make_set(
        row,
        load=prepared.load(row, *_LOAD, unit=reader.unit, unit_names=("weight unit",)),
        reps=prepared.reps(row, "reps"),
        seconds=prepared.seconds(row, *_SECONDS),
        distance=prepared.distance(row, *_DISTANCE, unit=reader.length, unit_names=("distance unit",)),
        kind=kind,
        rpe=prepared.rpe(row, "rpe"),
    )
