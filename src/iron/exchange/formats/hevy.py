"""Hevy's CSV export (docs/formats.md#hevy): kg or lb by column name, dates in the app's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import row_reading
from iron.exchange.reading.cells import unguarded
from iron.exchange.reading.columns import columns
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.sheet import Sheet, make_set, sheet

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "hevy"


def detect(table: Table) -> float:
    """Return how surely the table is a Hevy export, 0 to 1."""
    result = columns(table.header)
    sets = result.has("set index", "set type", "superset id", "weight", "reps")
    return 1.0 if result.has("exercise title") and result.has("start time") and sets else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a Hevy export; columns are found by name, so that subsets of them work too."""
    prepared = sheet(table, "start time", "end time", options=options)
    load = prepared.columns.find("weight")
    return row_reading.read_rows(
        prepared,
        lambda row: _row(row, prepared),
        app=NAME,
        layout="hevy-csv",
        unit=MASS_WORDS.get(load[0].unit) if len(load) == 1 else None,
    )


def _row(row: Row, prepared: Sheet) -> ParsedRow:
    row_reading.require_width(row, prepared.columns.width)
    start = prepared.moment(row, "start time")
    title = unguarded(prepared.text(row, "title"))
    return ParsedRow(
        key=(start, title, prepared.text(row, "end time")),
        start=start,
        end=prepared.moment_or_none(row, "end time"),
        title=title,
        workout_note=prepared.note(row, "description"),
        exercise=prepared.exercise(row, "exercise title"),
        number=prepared.whole(row, "set index"),
        group=_group(prepared.text(row, "superset id")),
        note=prepared.note(row, "exercise notes"),
        what=make_set(
            row,
            load=prepared.load(row, "weight"),
            reps=prepared.reps(row, "reps"),
            seconds=prepared.seconds(row, "duration"),
            distance=prepared.distance(row, "distance"),
            kind=prepared.kind(row, "set type"),
            rpe=prepared.rpe(row, "rpe"),
        ),
    )


def _group(text: str) -> str | None:
    """Return the letter of a superset: 0 is A, 1 is B; numbers past Z and other marks stay as they are."""
    text = text.strip()
    if not text or text.casefold() in {"nan", "null", "none", "na"}:
        return None
    number = text.removesuffix(".0")
    return chr(ord("A") + int(number)) if number.isdecimal() and int(number) < 26 else text[:20]
