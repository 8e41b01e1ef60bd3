"""Hevy's CSV export (`reference/formats.md` section 3): kg or lb by column name, months in the app's language."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iron.exchange import cells, months, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.foreign import Foreign, ForeignSet, SetKind

if TYPE_CHECKING:
    from datetime import datetime

    from iron.exchange.row_reading import Remarks
    from iron.exchange.table import Row, Table
    from iron.values.units import LengthUnit, MassUnit

NAME: Final = "hevy"

_LOADS: Final[dict[str, MassUnit]] = {"weight_kg": "kg", "weight_lbs": "lb", "weight_lb": "lb"}
_DISTANCES: Final[dict[str, LengthUnit]] = {
    "distance_km": "km",
    "distance_miles": "mi",
    "distance_meters": "m",
}
_KINDS: Final[dict[str, SetKind]] = {
    "": "working",
    "normal": "working",
    "warmup": "warm-up",
    "dropset": "drop",
    "drop": "drop",
    "failure": "working",
}


@dataclass(slots=True)
class _Reader:
    """What rows of one file share."""

    places: dict[str, int]
    width: int
    load: str
    distance: str
    language: str | None
    remarks: Remarks
    dates: dict[str, datetime] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)


def detect(table: Table) -> float:
    """Return how surely the table is a Hevy export, 0 to 1."""
    return 1.0 if {"exercise_title", "set_index", "start_time"} <= set(table.names) else 0.0


def read(table: Table) -> Foreign:
    """Read a Hevy export; columns are found by name, so that subsets of them work too."""
    places = {name: place for place, name in reversed(list(enumerate(table.names)))}
    reader = _Reader(
        places=places,
        width=len(table.header),
        load=next((name for name in _LOADS if name in places), ""),
        distance=next((name for name in _DISTANCES if name in places), ""),
        language=_language(table, places["start_time"]),
        remarks=row_reading.Remarks(),
    )
    return row_reading.read_rows(
        table,
        lambda row: _row(row, reader),
        reader.remarks,
        app=NAME,
        layout="hevy-csv",
        unit=_LOADS.get(reader.load),
    )


def _language(table: Table, place: int) -> str | None:
    """Return the language that can read the most of the file's months; English wins a tie."""
    names: dict[str, int] = {}
    for row in table.rows:
        words = row.cells[place].split() if len(row.cells) > place else []
        if len(words) > 2:
            name = words[1].rstrip(".").casefold()
            names[name] = names.get(name, 0) + 1
    read = {
        key: sum(count for name, count in names.items() if name in table_)
        for key, table_ in months.MONTHS.items()
    }
    best = max(read, key=lambda key: read[key])
    return best if read[best] else None


def _date(text: str, column: str, line: int, reader: _Reader) -> datetime:
    moment = reader.dates.get(text)
    if moment is None:
        if text[:4].isdecimal():
            moment = cells.local_time(text, column)
        else:
            moment, language = months.read_date(text, column, reader.language)
            if language not in {"en", *reader.said}:
                reader.said.add(language)
                example = f"“{text}” is {moment:%Y-%m-%d}"
                reader.remarks.add(f"months were read as {months.LANGUAGES[language]}: {example}.", line)
        reader.dates[text] = moment
    return moment


def _row(row: Row, reader: _Reader) -> ParsedRow:
    row_reading.require_width(row, reader.width)
    # One blank cell past the end stands for every column that the file does not have.
    values = [*row.cells[: reader.width], ""]
    get = reader.places.get
    start_text = values[reader.places["start_time"]]
    end_text = values[get("end_time", -1)].strip()
    start = _date(start_text, "start_time", row.line, reader)
    end = _date(end_text, "end_time", row.line, reader) if end_text else None
    exercise = cells.exercise_name(values[reader.places["exercise_title"]], "exercise_title")
    index = cells.positive(values[reader.places["set_index"]], "set_index", "A set number")
    title = values[get("title", -1)].strip()
    return ParsedRow(
        key=(start_text, title, end_text),
        start=start,
        end=end if end is None or end >= start else None,
        title=title,
        workout_note=cells.note(values[get("description", -1)]),
        exercise=exercise,
        number=None if index is None else int(index),
        group=_group(values[get("superset_id", -1)]),
        note=cells.note(values[get("exercise_notes", -1)]),
        what=_set(row, values, reader),
    )


def _group(text: str) -> str | None:
    """Return the letter of a superset: 0 is A, 1 is B; numbers past Z stay numbers."""
    text = text.strip()
    if not text:
        return None
    value = cells.positive(text, "superset_id", "A superset number")
    return chr(ord("A") + int(value)) if value is not None and value < 26 else text


def _set(row: Row, values: list[str], reader: _Reader) -> ForeignSet:
    def amount(column: str, what: str, most: float = math.inf) -> float | None:
        return cells.positive(values[reader.places.get(column, -1)], column, what, most)

    kind = values[reader.places.get("set_type", -1)].strip().lower()
    if kind not in _KINDS:
        reader.remarks.add(
            f"the set type “{kind}” is new to Iron; the set was kept as a working set.", row.line
        )
    load = cells.or_none(amount(reader.load, "A load", cells.MOST_LOAD))
    reps = amount("reps", "Reps", cells.MOST_REPS)
    seconds = cells.or_none(amount("duration_seconds", "Seconds", cells.MOST_SECONDS))
    distance = cells.or_none(amount(reader.distance, "A distance", cells.MOST_DISTANCE))
    return ForeignSet(
        line=row.line,
        kind=_KINDS.get(kind, "working"),
        load=load,
        load_unit=_LOADS.get(reader.load) if load is not None else None,
        reps=None if not reps and (seconds is not None or distance is not None) else reps,
        duration_s=seconds,
        distance=distance,
        distance_unit=_DISTANCES.get(reader.distance) if distance is not None else None,
        rpe=row_reading.rpe(
            cells.number(values[reader.places.get("rpe", -1)], "rpe"), row.line, reader.remarks
        ),
        failure=kind == "failure",
        raw=row.raw,
    )
