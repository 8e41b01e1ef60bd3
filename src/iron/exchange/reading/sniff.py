"""From bytes to a log: which format a file has. Every refusal says what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from iron.exchange.formats import (
    fitbod,
    fitnotes,
    generic,
    gymbook,
    hevy,
    liftlog,
    liftosaur,
    lyfta,
    macrofactor,
    repcount,
    strong,
    stronglifts,
)
from iron.exchange.options import MOST_ROWS, NO_OPTIONS, ReadOptions
from iron.exchange.reading import containers, encoding
from iron.exchange.reading.table import MAX_LINE, Table, Text, endless, parse
from iron.values.errors import BadFileError, IronError

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign

_READABLE: Final = (
    "Strong, Hevy, FitNotes, Liftosaur, Fitbod, StrongLifts, GymBook, RepCount, MacroFactor, Lyfta, LiftLog, JEFIT, "
    "wger, Garmin FIT, Apple Health and Health Connect, and any table with a date, an exercise and reps or loads"
)


class Reader(Protocol):
    """A module that reads the table of one app."""

    def detect(self, table: Table) -> float:
        """Return how surely the table is an export of that app, 0 to 1."""

    def read(self, table: Table, options: ReadOptions) -> Foreign:
        """Read it."""


TABLES: Final[tuple[Reader, ...]] = (
    strong,
    hevy,
    fitnotes,
    liftosaur,
    fitbod,
    stronglifts,
    gymbook,
    repcount,
    macrofactor,
    lyfta,
    liftlog,
)


def read_file(data: bytes, options: ReadOptions = NO_OPTIONS) -> Foreign:
    """Read a log of any format that Iron knows.

    Args:
        data: the file.
        options: what the lifter answered about it.

    Returns:
        What the file holds; rows that could not be read are in ``skipped``.

    Raises:
        BadFileError: the file as a whole is no log.
    """
    if not data.strip():
        raise BadFileError("The file is empty. Export your log again and choose that file.")
    foreign = containers.read(data, options, read_table_of, _read_text)
    if foreign is None:
        containers.check_length("The file", len(data))
        foreign = _read_text(data, options)
    if not foreign.workouts and not foreign.measurements and foreign.skipped:
        first = foreign.skipped[0]
        raise BadFileError(
            f"No row of this file could be read. Line {first.line}: {first.reason}",
            where=f"line {first.line}",
        )
    return foreign


def _read_text(data: bytes, options: ReadOptions) -> Foreign:
    utf8, warnings = encoding.to_utf8(data)
    if not utf8.strip():
        raise BadFileError("The file is empty. Export your log again and choose that file.")
    if b"\0" in utf8:
        line = utf8.count(b"\n", 0, utf8.index(b"\0")) + 1
        raise BadFileError(
            f"Line {line} holds binary data. Export the log again and choose that file.", where=f"line {line}"
        )
    foreign = containers.read_text(utf8, options)
    if foreign is None:
        foreign = read_table_of(read_table(utf8, options.most_rows), options)
    return foreign if not warnings else replace(foreign, warnings=(*warnings, *foreign.warnings))


def read_table_of(table: Table, options: ReadOptions) -> Foreign:
    """Read a table with the reader of its app, or by the words of its columns.

    Raises:
        BadFileError: no reader knows the table and its columns do not say what they are.
    """
    try:
        reader = _reader_of(table, options)
    except IronError:
        table.look()  # what cannot be a log at all is said before what is not known
        raise
    return reader.read(table, options)


def _reader_of(table: Table, options: ReadOptions) -> Reader:
    if not generic.columns_said(table, options):
        scores = [(reader.detect(table), -place) for place, reader in enumerate(TABLES)]
        score, place = max(scores)
        if score > 0:
            return TABLES[-place]
    if generic.detect(table, options) <= 0:
        raise _unknown(table, options)
    return generic


def read_table(utf8: bytes, most_rows: int = MOST_ROWS) -> Table:
    """Split a text into a table.

    Raises:
        BadFileError: one endless line, a header without rows.
    """
    first = next(Text(utf8).lines(), "")
    if len(first) > MAX_LINE:
        raise endless(1, len(first))
    table = parse(utf8, most_rows)
    if not table.sample:
        if len(table.header) > 2:
            raise BadFileError(
                "The file has a header but no rows below it: the log is empty. "
                "Export it again from an app with workouts."
            )
        raise _unknown(table, NO_OPTIONS)
    return table


def _unknown(table: Table, options: ReadOptions) -> BadFileError:
    names = set(table.names)
    if (
        "exercise_title" not in names
        and names & {"weight_kg", "weight_lbs", "fat_percent"}
        and "date" in names
    ):
        return BadFileError(
            "This is Hevy's body-measurement file, not workouts. Export the workouts and choose that file."
        )
    if len(table.header) == 2 and table.names[0] == "date":
        return BadFileError(
            "This looks like a file of body measurements, not workouts. Export the workouts and choose that file."
        )
    if {"name", "equipment", "totalkg"} <= names:
        return BadFileError("This is an OpenPowerlifting table of meet results, not a training log.")
    if len(table.header) > 2:
        return generic.unmapped(table, options)
    first = table.delimiter.join(table.header)
    shown = first if len(first) <= 60 else first[:60] + "…"
    return BadFileError(
        f"Iron does not know this file: its first line is “{shown}”. "
        f"It reads exports of {_READABLE}; choose one of these.",
        where="line 1",
    )
