"""Files that are no tables: which they are, and the refusals for what no training app writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign

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


def read(data: bytes) -> Foreign | None:
    """Read a binary file by its first bytes; None for a text.

    Raises:
        BadFileError: a file that holds no log.
    """
    for offset, magic, what in _MAGIC:
        if data[offset : offset + len(magic)] == magic:
            raise BadFileError(f"This file is {what}, and choose that file.")
    return None


def read_text(utf8: bytes) -> Foreign | None:
    """Read a text that is no table (docs/formats.md#detection); None for a table.

    Raises:
        BadFileError: a text that holds no log.
    """
    start = utf8[:2000].lstrip()
    if start.startswith((b"{", b"[")):
        what = "This file is JSON, which Iron cannot read yet. Export the log as CSV in the app and choose that file."
    elif b"<HealthData" in start:
        what = "Apple Health keeps no exercises, sets or loads. Export the log as CSV in your training app."
    elif start.startswith(b"<"):
        what = "This file is XML or a web page, not a table. Export the log as CSV in the app and choose that file."
    elif start.startswith(b"### "):
        what = "This looks like a JEFIT export, which Iron cannot read yet."
    else:
        return None
    raise BadFileError(what, where="line 1")
