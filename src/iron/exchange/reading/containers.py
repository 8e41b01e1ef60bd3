"""Files that are no tables: databases, spreadsheets, archives, JSON, FIT, XML; and refusals for what holds no log."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from iron.exchange import sqlite_file
from iron.exchange.formats import apple_health, databases, garmin_fit, jefit, json_logs, liftlog_backup
from iron.exchange.reading import sheet_process
from iron.exchange.reading.table import MOST_COLUMNS, Row, SheetRows, Table, too_many_columns, too_many_rows
from iron.values.decoding import msgpack_decoder
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions

# Logs of five years are 0.5 to 1.5 MB (docs/formats.md#traps); a million rows have about 64 MiB.
MAX_BYTES: Final = 64 * 1024 * 1024
_ZIP: Final = b"PK\x03\x04"
_GZIP: Final = b"\x1f\x8b"
# An archive that unpacks to more than this is no log but a bomb; Apple Health is read as a stream and may be larger.
_MOST_UNPACKED: Final = 256 * 1024 * 1024
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF. Export the log as CSV in the app"),
    (b"\x89PNG", "a picture. Export the log as CSV in the app"),
    (b"\xff\xd8\xff", "a picture. Export the log as CSV in the app"),
)
_READ_SHEETS: Final = msgpack_decoder(list[list[list[str]]])
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
    if data.startswith(sqlite_file.MAGIC):
        return _database(data, options)
    if data.startswith(_GZIP):
        return _packed(_unpacked(data), options, read_table, read_text)
    if data[8:12] == b".FIT":
        return garmin_fit.read(data, options)
    if data.startswith(_ZIP):
        return _archive(data, options, read_table, read_text)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BadFileError(f"This file is {what}, and choose that file.")
    return None


def _database(data: bytes, options: ReadOptions) -> Foreign:
    with sqlite_file.opened(data) as database:
        if liftlog_backup.is_database(database):
            return liftlog_backup.read_database(database, options)
        return databases.read(database, options)


def _unpacked(data: bytes) -> bytes:
    """Unpack a gzip file, up to what a log can hold."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        unpacked = unpacker.decompress(data, _MOST_UNPACKED)
    except zlib.error:
        unpacked = b""
    if not unpacker.eof and len(unpacked) == _MOST_UNPACKED:
        raise BadFileError("The gzip file unpacks to more than a log can hold. Unpack it and choose the log.")
    if not unpacker.eof:
        raise BadFileError("The gzip file cannot be unpacked. Unpack it and choose the file in it.")
    return unpacked


def _packed(
    data: bytes,
    options: ReadOptions,
    read_table: Callable[[Table, ReadOptions], Foreign],
    read_text: Callable[[bytes, ReadOptions], Foreign],
) -> Foreign:
    """Read what a gzip file holds: LiftLog's backup, or any other log."""
    if liftlog_backup.is_export(data):
        try:
            return liftlog_backup.read_export(data, options)
        except ValueError:
            raise BadFileError(
                "This LiftLog backup cannot be read. Make it again in the app and choose that file."
            ) from None
    if data.startswith(_GZIP):
        raise BadFileError("This file is packed twice. Unpack it and choose the log in it.")
    foreign = read(data, options, read_table, read_text)
    if foreign is None:
        check_length("The log in the gzip file", len(data))
        foreign = read_text(data, options)
    return foreign


def check_length(what: str, length: int) -> None:
    """Refuse a text that is longer than a log.

    Raises:
        BadFileError: it is.
    """
    if length > MAX_BYTES:
        raise BadFileError(
            f"{what} has {length / 1024 / 1024:.0f} MB; a training log has at most {MAX_BYTES // 1024 // 1024}. "
            "Choose the file that your app exports."
        )


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
                if sum(info.file_size for info in names) > _MOST_UNPACKED:
                    raise _too_large()
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
                    return _database(archive.read(info), options)
                if name.endswith((".csv", ".txt", ".tsv", ".json")):
                    check_length("The log in the archive", info.file_size)
                    return read_text(archive.read(info), options)
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError, OSError):
        raise BadFileError("The ZIP file cannot be unpacked. Unpack it and choose the log in it.") from None
    raise BadFileError("The ZIP file holds no log that Iron knows. Unpack it and choose the log in it.")


def _spreadsheet(
    data: bytes, options: ReadOptions, read_table: Callable[[Table, ReadOptions], Foreign]
) -> Foreign:
    """Read the first sheet of a workbook that holds a log."""
    problem: BadFileError | None = None
    for cells in _sheets(data):
        table = _table(cells, options.most_rows)
        if table is None:
            continue
        try:
            return read_table(table, options)
        except BadFileError as error:
            problem = problem or error
    raise problem or BadFileError("The spreadsheet is empty. Choose the one that holds your log.")


def _sheets(data: bytes) -> list[list[list[str]]]:
    """Return the texts of all cells, read in a process of its own (`iron.exchange.reading.sheet_process`)."""
    try:
        run = subprocess.run(  # noqa: S603 - our own file
            [sys.executable, "-I", sheet_process.__file__],
            input=data,
            capture_output=True,
            timeout=2 * sheet_process.MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_large() from None
    if run.returncode == sheet_process.UNREADABLE:
        raise BadFileError("The spreadsheet cannot be read. Save it again, or save the sheet as CSV.")
    if run.returncode != 0:  # also where the limit of memory or time ended it
        raise _too_large()
    return _READ_SHEETS.decode(run.stdout)


def _too_large() -> BadFileError:
    return BadFileError(
        "The spreadsheet is too large, or a cell far away from the others makes it so. Save the sheet as CSV, or "
        "copy your log into a new one."
    )


def _table(cells: Sequence[list[str]], most_rows: int) -> Table | None:
    """Return a sheet as a table; its header is the first row with three texts, or the first that is not blank."""
    rows = [Row(number, row, "") for number, row in enumerate(cells, 1) if any(row)]
    if len(rows) < 2:
        return None
    if len(rows) > most_rows:
        raise too_many_rows(most_rows)
    first = next((n for n, row in enumerate(rows[:20]) if sum(bool(cell) for cell in row.cells) >= 3), 0)
    header, body = rows[first], rows[first + 1 :]
    width = max((n + 1 for n, cell in enumerate(header.cells) if cell), default=0)
    if width > MOST_COLUMNS:
        raise too_many_columns(width)
    data = tuple(
        Row(row.line, (row.cells + [""] * width)[:width], "; ".join(row.cells[:width])) for row in body
    )
    return Table(tuple(header.cells[:width]), SheetRows(data), ";") if data else None
