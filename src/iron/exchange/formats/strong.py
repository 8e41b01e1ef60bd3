"""Strong's CSV export, four layouts of it (`reference/formats.md` section 2).

S1 (2017-2019) has ten columns, S2 semicolons and a unit on every row, S3 (2020 on) twelve columns without any unit
and a header in the phone's language, S4 (2024 on) semicolons, seconds and the unit in the header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow, Remark, Rest
from iron.exchange.cells import RowProblemError
from iron.exchange.foreign import Foreign, ForeignSet, SetKind
from iron.exchange.table import Row, Table

if TYPE_CHECKING:
    from iron.exchange.row_reading import Remarks
    from iron.values.units import LengthUnit, MassUnit

NAME: Final = "strong"

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_ORDER: Final = re.compile(r"\d{1,9}|[WDF]|Rest Timer|Note")
_KINDS: Final[dict[str, SetKind]] = {"W": "warm-up", "D": "drop", "F": "working"}
_MASS: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
_LENGTH: Final[dict[str, LengthUnit]] = {
    "km": "km",
    "mi": "mi",
    "m": "m",
    "ft": "ft",
    "yd": "yd",
    "meters": "m",
}

_S3: Final = (
    *(
        "date",
        "workout name",
        "duration",
        "exercise name",
        "set order",
        "weight",
        "reps",
        "distance",
        "seconds",
    ),
    *("notes", "workout notes", "rpe"),
)
_S2: Final = (
    *(
        "date",
        "workout name",
        "exercise name",
        "set order",
        "weight",
        "weight unit",
        "reps",
        "rpe",
        "distance",
    ),
    *("distance unit", "seconds", "notes", "workout notes"),
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the columns stand: index by role, -1 = the layout has no such column."""

    format: str
    header: tuple[str, ...]
    date: int
    title: int
    duration: int
    exercise: int
    order: int
    load: int
    load_unit: int
    reps: int
    rpe: int
    distance: int
    distance_unit: int
    seconds: int
    note: int
    workout_note: int
    workout_number: int
    unit: MassUnit | None
    length: LengthUnit | None


def detect(table: Table) -> float:
    """Return how surely the table is a Strong export, 0 to 1."""
    names = set(table.names)
    if {"exercise name", "set order"} <= names and "date" in names:
        return 1.0
    if _headless(table) or _localised(table):
        return 0.9
    return 0.0


def read(table: Table) -> Foreign:
    """Read a Strong export in any of its layouts; bad rows are skipped with a reason."""
    remarks = row_reading.Remarks()
    header, table = _header(table, remarks)
    layout = _layout(header, table)
    starts: dict[str, datetime] = {}
    return row_reading.read_rows(
        table,
        lambda row: _row(row, layout, starts, remarks),
        remarks,
        app=NAME,
        layout=layout.format,
        unit=layout.unit,
    )


def _header(table: Table, remarks: Remarks) -> tuple[tuple[str, ...], Table]:
    """Return English column names and the table, with line 1 as a row where the header was cut off."""
    if layout := _headless(table):
        first = Row(1, list(table.header), table.delimiter.join(table.header))
        remarks.add(
            "is already a set: the header line is missing; the file was read in Strong's layout by position.",
            1,
        )
        return layout, Table(layout, (first, *table.rows), table.delimiter, table.whole)
    if "exercise name" in table.names:
        return table.names, table
    remarks.add("The header is in another language; columns were read by their position.", 1)
    return _S3, table


def _headless(table: Table) -> tuple[str, ...] | None:
    """Return the layout of a file whose first line is already a set, or None."""
    first = table.header
    if not first or not _DATE.fullmatch(first[0].strip()):
        return None
    if len(first) == len(_S2) and table.delimiter == ";" and first[5].strip() in {*_MASS, ""}:
        return _S2
    if len(first) == len(_S3) and _ORDER.fullmatch(first[4].strip()):
        return _S3
    return None


def _localised(table: Table) -> bool:
    """Return whether twelve columns hold what Strong S3 holds, whatever the header says."""
    if len(table.header) != len(_S3) or table.names[-1] != "rpe" or not table.rows:
        return False
    whole = [row.cells for row in table.rows[:200] if len(row.cells) == len(_S3)]
    fitting = sum(bool(_DATE.fullmatch(row[0]) and _ORDER.fullmatch(row[4].strip())) for row in whole)
    return fitting >= 0.9 * len(whole) > 0


def _layout(header: tuple[str, ...], table: Table) -> _Layout:
    places = {name: place for place, name in reversed(list(enumerate(header)))}

    def at(*names: str) -> int:
        return next((places[name] for name in names if name in places), -1)

    unit: MassUnit | None = "kg" if "weight (kg)" in places else None
    if at("weight (lbs)", "weight (lb)") >= 0:
        unit = "lb"
    if "workout #" in places or "duration (sec)" in places:
        name = "strong-s4"
    elif "weight unit" in places:
        name = "strong-s2"
    else:
        name = "strong-s3" if "duration" in places else "strong-s1"
    return _Layout(
        format=name,
        header=tuple(cell.strip() for cell in table.header),
        date=at("date"),
        title=at("workout name"),
        duration=at("duration", "duration (sec)", "workout duration"),
        exercise=at("exercise name"),
        order=at("set order"),
        load=at("weight", "weight (kg)", "weight (lbs)", "weight (lb)"),
        load_unit=at("weight unit"),
        reps=at("reps"),
        rpe=at("rpe"),
        distance=at("distance", "distance (meters)"),
        distance_unit=at("distance unit"),
        seconds=at("seconds"),
        note=at("notes"),
        workout_note=at("workout notes"),
        workout_number=at("workout #"),
        unit=unit,
        length="m" if "distance (meters)" in places else None,
    )


def _row(row: Row, layout: _Layout, starts: dict[str, datetime], remarks: Remarks) -> ParsedRow:
    row_reading.require_width(row, len(layout.header))
    values = row.cells
    date = values[layout.date]
    start = starts.get(date)
    if start is None:
        start = starts[date] = cells.local_time(date, layout.header[layout.date])
    title = values[layout.title].strip() if layout.title >= 0 else ""
    exercise = cells.exercise_name(values[layout.exercise], layout.header[layout.exercise])
    order = values[layout.order].strip()
    what: ForeignSet | Rest | Remark
    if order == "Rest Timer":
        what = Rest(
            cells.positive(
                values[layout.seconds], layout.header[layout.seconds], "A rest", cells.MOST_SECONDS
            )
        )
    elif order == "Note":
        what = Remark()
    else:
        what = _set(row, order, layout, remarks)
    return ParsedRow(
        key=(date, title, values[layout.workout_number] if layout.workout_number >= 0 else ""),
        start=start,
        end=_end(start, values, layout, row.line, remarks),
        title=title,
        workout_note=cells.note(values[layout.workout_note]) if layout.workout_note >= 0 else None,
        exercise=exercise,
        number=int(order) if order.isdecimal() and len(order) < 10 else None,
        leads=order == "W",
        note=cells.note(values[layout.note]) if layout.note >= 0 else None,
        what=what,
    )


def _end(start: datetime, values: list[str], layout: _Layout, line: int, remarks: Remarks) -> datetime | None:
    if layout.duration < 0 or not values[layout.duration].strip():
        return None
    seconds = cells.duration_s(values[layout.duration])
    if seconds is None:
        remarks.add(
            f"the workout duration “{values[layout.duration]}” was not understood and left out.", line
        )
        return None
    return start + timedelta(seconds=seconds)


def _set(row: Row, order: str, layout: _Layout, remarks: Remarks) -> ForeignSet:
    values, header = row.cells, layout.header
    if not _ORDER.fullmatch(order):
        reason = f"“{order}” is no set number and none of Strong's letters W, D and F."
        raise RowProblemError(header[layout.order], order, reason)
    load = cells.or_none(cells.positive(values[layout.load], header[layout.load], "A load", cells.MOST_LOAD))
    reps = cells.positive(values[layout.reps], header[layout.reps], "Reps", cells.MOST_REPS)
    seconds = cells.or_none(
        cells.positive(values[layout.seconds], header[layout.seconds], "Seconds", cells.MOST_SECONDS)
    )
    distance = cells.or_none(
        cells.positive(values[layout.distance], header[layout.distance], "A distance", cells.MOST_DISTANCE)
    )
    if not reps and (seconds is not None or distance is not None):
        reps = None
    effort = cells.number(values[layout.rpe], header[layout.rpe]) if layout.rpe >= 0 else None
    return ForeignSet(
        line=row.line,
        kind=_KINDS.get(order, "working"),
        load=load,
        load_unit=_mass(values, layout) if load is not None else None,
        reps=reps,
        duration_s=seconds,
        distance=distance,
        distance_unit=_length(values, layout) if distance is not None else None,
        rpe=row_reading.rpe(effort, row.line, remarks),
        failure=order == "F",
        raw=row.raw,
    )


def _mass(values: list[str], layout: _Layout) -> MassUnit | None:
    if layout.load_unit < 0:
        return layout.unit
    said = values[layout.load_unit].strip().lower()
    if not said:
        return None
    if said not in _MASS:
        reason = f"“{said}” is not a unit of load; Iron knows kg and lbs."
        raise RowProblemError(layout.header[layout.load_unit], said, reason)
    return _MASS[said]


def _length(values: list[str], layout: _Layout) -> LengthUnit | None:
    if layout.distance_unit < 0:
        return layout.length
    said = values[layout.distance_unit].strip().lower().rstrip(".")
    if said and said not in _LENGTH:
        reason = f"“{said}” is not a unit of distance that Iron knows."
        raise RowProblemError(layout.header[layout.distance_unit], said, reason)
    return _LENGTH.get(said)
