"""Any table with a date, an exercise and a number, its columns told by their names: a hand-made log, experimental."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.cells import RowProblemError
from iron.exchange.foreign import Foreign, ForeignSet, SetKind

if TYPE_CHECKING:
    from iron.exchange.row_reading import Remarks
    from iron.exchange.table import Row, Table
    from iron.values.units import MassUnit

NAME: Final = "generic"

# What people and smaller apps call their columns. Units in brackets are taken off before.
_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("date", "day", "datum", "tag", "data", "fecha", "datetime", "timestamp", "start", "日期"),
    "exercise": (
        "exercise",
        "exercise name",
        "lift",
        "movement",
        "übung",
        "ejercicio",
        "esercizio",
        "exercício",
    ),
    "load": ("weight", "load", "gewicht", "last", "peso", "poids"),
    "unit": ("unit", "weight unit", "einheit"),
    "reps": (
        "reps",
        "rep",
        "repetitions",
        "wiederholungen",
        "wdh",
        "repeticiones",
        "ripetizioni",
        "repetições",
    ),
    "seconds": ("seconds", "duration", "time", "sekunden", "dauer"),
    "rpe": ("rpe",),
    "title": ("workout", "workout name", "session", "training"),
    "kind": ("set type", "type", "set kind", "warm-up", "warmup", "is warmup", "iswarmup"),
    "note": ("note", "notes", "comment", "notiz", "notizen"),
}
_UNIT: Final = re.compile(r"\b(kg|kgs|lb|lbs)\b")
_MASS: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(.*)")


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns stand, by role, and how dates are written."""

    header: tuple[str, ...]
    at: dict[str, int]
    month_first: bool | None
    unit: MassUnit | None


def detect(table: Table) -> float:
    """Return 0.1 for a table with a date, an exercise and a number, so that every known format wins over this."""
    at = _roles(table)
    return 0.1 if {"date", "exercise"} <= set(at) and {"load", "reps", "seconds"} & set(at) else 0.0


def read(table: Table) -> Foreign:
    """Read a hand-made log: one row a set, rows of one date (and title) a workout."""
    at = _roles(table)
    found = _UNIT.search(table.names[at["load"]]) if "load" in at else None
    places = _Places(table.header, at, _month_first(table, at["date"]), _MASS[found[1]] if found else None)
    remarks = row_reading.Remarks()
    named = ", ".join(f"“{table.header[place]}” as {role}" for role, place in at.items())
    remarks.add(f"Iron does not know this app; columns were read by their names: {named}.", 1)
    return row_reading.read_rows(
        table,
        lambda row: _row(row, places, remarks),
        remarks,
        app=NAME,
        layout="generic",
        unit=places.unit,
        experimental=True,
    )


def _roles(table: Table) -> dict[str, int]:
    bare = [re.sub(r"[(\[].*?[)\]]|_(kg|lbs?)$", "", name).replace("_", " ").strip() for name in table.names]
    return {
        role: bare.index(word) for role, words in _WORDS.items() for word in reversed(words) if word in bare
    }


def _month_first(table: Table, place: int) -> bool | None:
    """Return whether ``3/4/2025`` is March 4th, from a row that can be only one of both; None when none can."""
    for row in table.rows:
        found = _NUMERIC_DATE.fullmatch(row.cells[place].strip()) if len(row.cells) > place else None
        if found and int(found[1]) > 12:
            return False
        if found and int(found[3]) > 12:
            return True
    return None


def _row(row: Row, places: _Places, remarks: Remarks) -> ParsedRow:
    row_reading.require_width(row, len(places.header))

    def text(role: str) -> str:
        return row.cells[places.at[role]].strip() if role in places.at else ""

    def amount(role: str, what: str, most: float) -> float | None:
        return (
            cells.positive(text(role), places.header[places.at[role]], what, most)
            if role in places.at
            else None
        )

    date = text("date")
    start = cells.local_time(_iso(date, places), places.header[places.at["date"]])
    load = cells.or_none(amount("load", "A load", cells.MOST_LOAD))
    reps = amount("reps", "Reps", cells.MOST_REPS)
    seconds = cells.or_none(cells.duration_s(text("seconds")))
    effort = amount("rpe", "An RPE", 100)
    said = text("unit").lower()
    kind, failure = _kind(text("kind").lower())
    return ParsedRow(
        key=(date, text("title")),
        start=start,
        title=text("title"),
        exercise=cells.exercise_name(text("exercise"), places.header[places.at["exercise"]]),
        what=ForeignSet(
            line=row.line,
            kind=kind,
            load=load,
            load_unit=(_MASS.get(said) or places.unit) if load is not None else None,
            reps=None if seconds is not None and not reps else reps,
            duration_s=seconds,
            rpe=row_reading.rpe(effort, row.line, remarks),
            failure=failure,
            note=cells.note(text("note")),
            raw=row.raw,
        ),
    )


def _kind(word: str) -> tuple[SetKind, bool]:
    """Return the kind of set that a word names, and whether it says failure."""
    if "warm" in word or word in {"true", "yes", "1", "w"}:
        return "warm-up", False
    return ("drop" if "drop" in word else "working"), "fail" in word


def _iso(date: str, places: _Places) -> str:
    """Turn ``4.3.2025`` or ``3/4/2025`` around; raises RowProblemError where day and month cannot be told apart."""
    found = _NUMERIC_DATE.fullmatch(date)
    if not found:
        return date
    column = places.header[places.at["date"]]
    if places.month_first is None and found[2] == "/" and found[1] != found[3]:
        reason = f"“{date}” may be a day or a month first; write dates as YYYY-MM-DD and try again."
        raise RowProblemError(column, date, reason)
    day, month = (found[3], found[1]) if places.month_first else (found[1], found[3])
    return f"{found[4]}-{int(month):02}-{int(day):02}{found[5]}"
