"""A table as it came out of a file: header, rows, and where each row stood."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS: Final = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        line: line of the file on which it starts, from 1.
        cells: texts.
        raw: the row as it stands in the file, without line end.
    """

    line: int
    cells: list[str]
    raw: str


@dataclass(frozen=True, slots=True)
class Table:
    """A header line and the rows below it.

    Attributes:
        header: cells of the first line as written.
        rows: all other rows that are not blank.
        delimiter: what separates cells.
        whole: the file ends with a line end.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    whole: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Header cells, trimmed and in lower case, for comparison."""
        return tuple(cell.strip().lower() for cell in self.header)


def parse(text: str) -> Table:
    """Split a text into header and rows.

    A row that swallowed other lines because a quote was left open is read again line by line, so that one slip does
    not hide the rows after it.

    Raises:
        BadFileError: a quote is opened and never closed, or a cell is longer than any note.
    """
    delimiter = _delimiter(text[: text.find("\n")] if "\n" in text else text)
    rows = _rows(text, delimiter)
    if not rows:
        raise BadFileError("The file is empty. Export your log again and choose that file.")
    header, *data = rows
    width = len(header.cells)
    mended: list[Row] = []
    for row in data:
        if len(row.cells) != width and "\n" in row.raw:
            mended.extend(_line_by_line(row, delimiter))
        else:
            mended.append(row)
    return Table(tuple(header.cells), tuple(mended), delimiter, whole=text.endswith(("\n", "\r")))


def _delimiter(first_line: str) -> str:
    outside_quotes = "".join(first_line.split('"')[::2])
    return max(DELIMITERS, key=outside_quotes.count)


def _rows(text: str, delimiter: str) -> list[Row]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    reader = csv.reader(lines(), delimiter=delimiter)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            raw = (taken[0] if len(taken) == 1 else "".join(taken)).rstrip("\r\n")
            taken.clear()
            if any(cells) and not all(cell.isspace() or not cell for cell in cells):
                rows.append(Row(line, cells, raw))
            line = reader.line_num + 1
    except csv.Error:
        raise BadFileError(
            f"From line {line} on the file cannot be split into cells: a quote is opened there and not closed. "
            "Export the log again and choose that file.",
            where=f"line {line}",
        ) from None
    return rows


def _line_by_line(row: Row, delimiter: str) -> Iterator[Row]:
    for offset, raw in enumerate(row.raw.splitlines()):
        cells = next(csv.reader([raw], delimiter=delimiter), [])
        if any(cells):
            yield Row(row.line + offset, cells, raw)


def cut_off(row: Row, width: int) -> BadFileError:
    """Return the error for a file that ends inside this row."""
    return BadFileError(
        f"The file ends in the middle of line {row.line}: {len(row.cells)} of {width} columns are there. "
        "It was cut off on its way; export it again and choose that file.",
        where=f"line {row.line}",
    )
