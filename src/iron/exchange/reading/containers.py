"""Files that are no tables: databases, spreadsheets, archives, JSON, FIT, XML; and refusals for what holds no log."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import python_calamine

from iron.exchange.formats import apple_health, databases, garmin_fit, jefit, json_logs
from iron.exchange.reading.table import Row, SheetRows, Table
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions

_ZIP: Final = b"PK\x03\x04"
_SQLITE: Final = b"SQLite format 3\0"
# An archive that unpacks to more than this is no log but a bomb; Apple Health is read as a stream and may be larger.
_MOST_UNPACKED: Final = 256 * 1024 * 1024
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF. Export the log as CSV in the app"),
    (b"\x1f\x8b", "packed with gzip. Unpack it"),
    (b"\x89PNG", "a picture. Export the log as CSV in the app"),
    (b"\xff\xd8\xff", "a picture. Export the log as CSV in the app"),
)
_SHEETS: Final = ("xl/workbook.xml", "content.xml")


def read(
    data: bytes,
    options: ReadOptions,
    read_table: Callable[[Table, ReadOptions], Foreign],
    read_text: Callable[[bytes, ReadOptions], Foreign],
) -> Foreign | None:
    """Read a binary file by its first bytes; None for a text.

    Raises:
        BadFileError: a file that holds no log.
    """
    if data.startswith(_SQLITE):
        return databases.read(data, options)
    if data[8:12] == b".FIT":
        return garmin_fit.read(data, options)
    if data.startswith(_ZIP):
        return _archive(data, options, read_table, read_text)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BadFileError(f"This file is {what}, and choose that file.")
    return None


def read_text(utf8: bytes, options: ReadOptions) -> Foreign | None:
    """Read a text that is no table (docs/formats.md#detection); None for a table.

    Raises:
        BadFileError: a text that holds no log.
    """
    start = utf8[:2000].lstrip()
    if start.startswith((b"{", b"[")):
        return _json(utf8, options)
    if b"<HealthData" in start or b"<!DOCTYPE HealthData" in start:
        return apple_health.read(io.BytesIO(utf8), options)
    if start.startswith(b"<"):
        raise BadFileError(
            "This file is XML or a web page, not a table. Export the log as CSV in the app and choose that file.",
            where="line 1",
        )
    if start.startswith(b"### "):
        return jefit.read(utf8.decode("utf-8"), options)
    return None


def _json(utf8: bytes, options: ReadOptions) -> Foreign:
    try:
        value = json.loads(utf8)
    except (ValueError, RecursionError):
        raise BadFileError(
            "The JSON of this file cannot be read. Export it again and choose that file.", where="line 1"
        ) from None
    try:
        foreign = json_logs.read(value, options)
    except (TypeError, ValueError, OverflowError, AttributeError):
        foreign = None
    if foreign is None:
        raise BadFileError(
            "This JSON is of no app that Iron knows. It reads that of Hevy's API, Liftosaur and wger; "
            "export the log as CSV in any other app.",
            where="line 1",
        )
    return foreign


def _archive(
    data: bytes,
    options: ReadOptions,
    read_table: Callable[[Table, ReadOptions], Foreign],
    read_text: Callable[[bytes, ReadOptions], Foreign],
) -> Foreign:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info for info in archive.infolist() if not info.is_dir()]
            if any(info.filename in _SHEETS for info in names):
                return _spreadsheet(data, options, read_table)
            for info in sorted(names, key=lambda info: -info.file_size):
                name = info.filename.lower()
                if name.endswith(".xml"):
                    with archive.open(info) as stream:
                        return apple_health.read(stream, options)
                if info.file_size > _MOST_UNPACKED:
                    raise BadFileError(
                        "The archive unpacks to more than a log can hold. Unpack it and choose the log."
                    )
                if name.endswith((".db", ".fitnotes", ".sqlite")):
                    return databases.read(archive.read(info), options)
                if name.endswith((".csv", ".txt", ".tsv", ".json")):
                    return read_text(archive.read(info), options)
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError, OSError):
        raise BadFileError("The ZIP file cannot be unpacked. Unpack it and choose the log in it.") from None
    raise BadFileError("The ZIP file holds no log that Iron knows. Unpack it and choose the log in it.")


def _spreadsheet(
    data: bytes, options: ReadOptions, read_table: Callable[[Table, ReadOptions], Foreign]
) -> Foreign:
    """Read the first sheet of a workbook that holds a log."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except Exception as error:  # noqa: BLE001 - the reader raises many kinds on damaged files
        raise BadFileError(
            f"The spreadsheet cannot be read ({type(error).__name__}). Save it again, or save the sheet as CSV."
        ) from None
    problem: BadFileError | None = None
    for cells in sheets:
        table = _table(cells)
        if table is None:
            continue
        try:
            return read_table(table, options)
        except BadFileError as error:
            problem = problem or error
    raise problem or BadFileError("The spreadsheet is empty. Choose the one that holds your log.")


def _table(cells: Sequence[Sequence[object]]) -> Table | None:
    """Return a sheet as a table; its header is the first row with three texts, or the first that is not blank."""
    rows = [Row(number, [_text(cell) for cell in row], "") for number, row in enumerate(cells, 1)]
    rows = [row for row in rows if any(row.cells)]
    if len(rows) < 2:
        return None
    first = next((n for n, row in enumerate(rows[:20]) if sum(bool(cell) for cell in row.cells) >= 3), 0)
    header, body = rows[first], rows[first + 1 :]
    width = max((n + 1 for n, cell in enumerate(header.cells) if cell), default=0)
    data = tuple(
        Row(row.line, (row.cells + [""] * width)[:width], "; ".join(row.cells[:width])) for row in body
    )
    return Table(tuple(header.cells[:width]), SheetRows(data), ";") if data else None


def _text(cell: object) -> str:
    """Return a cell of a spreadsheet as a table would write it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds():g}"
    return "" if cell is None else str(cell)
