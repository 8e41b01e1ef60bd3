"""From bytes to a table and the name of its format. Every refusal says what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iron.exchange.formats import (
    fitbod,
    fitnotes,
    generic,
    gymbook,
    hevy,
    liftlog,
    liftosaur,
    repcount,
    strong,
    stronglifts,
)
from iron.exchange.table import Table, cut_off, parse
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign

# Logs of five years are 0.5 to 1.5 MB (`reference/formats.md` 1.14); these limits are guesses far above that.
MAX_BYTES: Final = 16 * 1024 * 1024
MAX_LINE_BYTES: Final = 1024 * 1024

_READABLE: Final = "Strong, Hevy, FitNotes, Liftosaur, Fitbod, StrongLifts, GymBook, RepCount and LiftLog"

_MAGIC: Final[tuple[tuple[int, bytes, str], ...]] = (
    (
        0,
        b"SQLite format 3\0",
        "a database, not a table (a FitNotes backup is one). Export the log as CSV in the app",
    ),
    (0, b"PK\x03\x04", "a ZIP or Excel file. Unpack it, or save the sheet as CSV"),
    (0, b"%PDF", "a PDF. Export the log as CSV in the app"),
    (0, b"\x1f\x8b", "packed with gzip. Unpack it"),
    (8, b".FIT", "a Garmin FIT activity, which Iron cannot read yet. Export the log as CSV in the app"),
    (0, b"\x89PNG", "a picture. Export the log as CSV in the app"),
    (0, b"\xff\xd8\xff", "a picture. Export the log as CSV in the app"),
)


FORMATS: Final = (strong, hevy, fitnotes, liftosaur, fitbod, stronglifts, gymbook, repcount, liftlog, generic)


def read_file(data: bytes) -> Foreign:
    """Read a log of any format that Iron knows.

    Args:
        data: the file.

    Returns:
        What the file holds; rows that could not be read are in ``skipped``.

    Raises:
        BadFileError: the file as a whole is no log.
    """
    text, warnings = decode(data)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadFileError(
            f"Line {line} holds binary data. Export the log again and choose that file.", where=f"line {line}"
        )
    if not_a_table := _not_a_table(text.lstrip()[:2000]):
        raise not_a_table
    table = read_table(text)
    scores = [(format_.detect(table), -place, format_) for place, format_ in enumerate(FORMATS)]
    score, _, best = max(scores, key=lambda entry: entry[:2])
    if score <= 0:
        raise _unknown(table)
    foreign = best.read(table)
    if not foreign.workouts and foreign.skipped:
        first = foreign.skipped[0]
        raise BadFileError(
            f"No row of this file could be read. Line {first.line}: {first.reason}",
            where=f"line {first.line}",
        )
    return foreign if not warnings else _with_warnings(foreign, warnings)


def decode(data: bytes) -> tuple[str, list[str]]:
    """Decode UTF-8 (with or without mark), UTF-16 or, with a warning, Windows-1252.

    Raises:
        BadFileError: empty, too large, binary, or cut off inside a character.
    """
    if not data.strip():
        raise BadFileError("The file is empty. Export your log again and choose that file.")
    if len(data) > MAX_BYTES:
        megabytes = len(data) / 1024 / 1024
        raise BadFileError(
            f"The file has {megabytes:.0f} MB; a training log has a few. Choose the CSV that your app exports."
        )
    for offset, magic, what in _MAGIC:
        if data[offset : offset + len(magic)] == magic:
            raise BadFileError(f"This file is {what}, and choose that file.")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _utf16(data, "utf-16"), []
    if b"\0" in data[:4096]:
        return _utf16(data, _byte_order(data[:4096])), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise BadFileError(
                "The file ends inside a letter: it was cut off on its way. Export it again and choose that file."
            ) from None
        return _windows(data, error.start)


def read_table(text: str) -> Table:
    """Split a text into a table, refusing what cannot be a log.

    Raises:
        BadFileError: one endless line, a header without rows, a file that ends inside a row.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE_BYTES:
            raise BadFileError(
                f"Line {number} alone has {len(line) / 1e6:.1f} MB; in a training log a line is one set. "
                "Choose the CSV that your app exports.",
                where=f"line {number}",
            )
    table = parse(text)
    width = len(table.header)
    if not table.rows:
        if width > 2:
            raise BadFileError(
                "The file has a header but no rows below it: the log is empty. "
                "Export it again from an app with workouts."
            )
        raise _unknown(table)
    last = table.rows[-1]
    if not table.whole and 0 < len(last.cells) < width and _regular(table):
        raise cut_off(last, width)
    return table


def _regular(table: Table) -> bool:
    """Return whether the rows above the last one fill the header, so that a short last row means a cut."""
    width = len(table.header)
    return all(len(row.cells) == width for row in table.rows[-20:-1])


def _byte_order(sample: bytes) -> str:
    """Return the UTF-16 codec of text without a mark: Latin letters leave every other byte zero."""
    evens, odds = sample[::2].count(0), sample[1::2].count(0)
    if min(evens, odds) == 0 and max(evens, odds) > len(sample) // 8:
        return "utf-16-be" if evens else "utf-16-le"
    raise BadFileError("This file is binary, not text. Choose the CSV that your app exports.")


def _utf16(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        raise BadFileError(
            "The file says UTF-16 but cannot be read as such. Save it as CSV in UTF-8 and try again."
        ) from None


def _windows(data: bytes, place: int) -> tuple[str, list[str]]:
    line = data.count(b"\n", 0, place) + 1
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data[:4096])
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or control:
        raise BadFileError(
            f"Line {line} holds letters that are neither UTF-8 nor Windows text. "
            "Save the file as CSV in UTF-8 and try again.",
            where=f"line {line}",
        )
    return text, [
        f"Line {line}: the file is not UTF-8; it was read as Windows text. Check names with accents."
    ]


def _with_warnings(foreign: Foreign, warnings: list[str]) -> Foreign:
    return replace(foreign, warnings=(*warnings, *foreign.warnings))


def _not_a_table(start: str) -> BadFileError | None:
    """Return the error for text files of training apps that are no tables (`reference/formats.md` section 0)."""
    if start.startswith(("{", "[")):
        what = "This file is JSON, which Iron cannot read yet. Export the log as CSV in the app and choose that file."
    elif "<HealthData" in start:
        what = "Apple Health keeps no exercises, sets or loads. Export the log as CSV in your training app."
    elif start.startswith("<"):
        what = "This file is XML or a web page, not a table. Export the log as CSV in the app and choose that file."
    elif start.startswith("### "):
        what = "This looks like a JEFIT export, which Iron cannot read yet."
    else:
        return None
    return BadFileError(what, where="line 1")


def _unknown(table: Table) -> BadFileError:
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
    first = table.delimiter.join(table.header)
    shown = first if len(first) <= 60 else first[:60] + "…"
    return BadFileError(
        f"Iron does not know this file: its first line is “{shown}”. "
        f"It reads exports of {_READABLE}; choose one of these.",
        where="line 1",
    )
