"""A table as it came out of a file: its header, and its rows read one after the other."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from iron.exchange.options import MOST_ROWS
from iron.values.errors import BadFileError

DELIMITERS: Final = (",", ";", "\t", "|")
# So many lines of a title may stand above the header. A guess.
_MOST_ABOVE: Final = 10
# An open quote swallows at most this much before its lines are read one by one. A guess: no note is longer.
_LONGEST_CELL: Final = 131_072


LINES_A_ROW: Final = 5  # blank lines and those inside of notes too: a guess with a wide margin
MOST_COLUMNS: Final = 400
"""Columns of one table: the widest export that Iron knows has 30. A guess with a wide margin."""


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


class Rows:
    """The rows below the header that are not blank. They are read anew each time, so that a large file stays small."""

    def __init__(
        self,
        text: Text,
        delimiter: str,
        width: int,
        first: tuple[Row, ...] = (),
        most: int = MOST_ROWS,
    ) -> None:
        self._text = text
        self._most = most
        self._delimiter = delimiter
        self._width = width
        self._first = first

    def __iter__(self) -> Iterator[Row]:
        for number, row in enumerate(self._all()):
            if number >= self._most:
                raise BadFileError(
                    f"The file has more than {self._most:,} rows, more than one import takes. Export fewer years at "
                    "once, or split the file; what is imported twice is stored once."
                )
            yield row

    def _all(self) -> Iterator[Row]:
        yield from self._first
        rows = _rows(self._text, self._delimiter)
        next(rows, None)
        for row in rows:
            if len(row.cells) != self._width and "\n" in row.raw:
                yield from _line_by_line(row, self._delimiter)
            else:
                yield row

    def head(self, count: int) -> list[Row]:
        """Return the first rows, to recognise a format by."""
        return list(islice(self, count))

    def with_first(self, first: Row, width: int) -> Rows:
        """Return the rows with another one before them: a header line that is a set already."""
        return Rows(self._text, self._delimiter, width, (first,), self._most)


@dataclass(frozen=True, slots=True)
class Text:
    """The file as UTF-8, without a byte-order mark."""

    data: bytes
    skip: int = 0

    def lines(self) -> Iterator[str]:
        """Return the lines with their ends."""
        stream = io.TextIOWrapper(io.BytesIO(self.data), encoding="utf-8", newline="")
        for _ in range(self.skip):
            next(stream, None)
        yield from stream


@dataclass(frozen=True)
class Table:
    """A header line and the rows below it.

    Attributes:
        header: cells of the first line as written.
        rows: all other rows that are not blank.
        delimiter: what separates cells.
        whole: the file ends with a line end.
    """

    header: tuple[str, ...]
    rows: Rows | SheetRows
    delimiter: str
    whole: bool = True

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Header cells, trimmed and in lower case, for comparison."""
        return tuple(cell.strip().lower() for cell in self.header)

    @cached_property
    def sample(self) -> list[Row]:
        """The first two hundred rows."""
        return self.rows.head(200)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """Rows of a spreadsheet, which are in memory already."""

    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def head(self, count: int) -> list[Row]:
        """Return the first rows."""
        return list(self.rows[:count])


def parse(data: bytes, most_rows: int = MOST_ROWS) -> Table:
    """Find the header of a UTF-8 text; its rows are read when they are asked for.

    A row that swallowed other lines because a quote was left open is read again line by line, so that one slip does
    not hide the rows after it. A first line ``sep=;`` names the delimiter, as spreadsheets write it.

    Raises:
        BadFileError: there is no line.
    """
    most_lines = LINES_A_ROW * most_rows
    if data.count(b"\n") > most_lines or data.count(b"\r") > most_lines:
        raise BadFileError(
            f"The file has more than {most_lines:,} lines, and a log has one for each set. Choose the file that your "
            "app exports."
        )
    text = Text(data)
    first = next(text.lines(), "")
    delimiter = ""
    named = first.strip("\r\n").strip('"')
    if named[:4].lower() == "sep=" and len(named) <= 6:
        delimiter = named[4:5] or "\t"
        text = Text(data, 1)
        first = next(text.lines(), "")
    elif skipped := _lines_above(text):
        text = Text(data, skipped)
        first = next(text.lines(), "")
    delimiter = delimiter or _delimiter(
        first if first.strip() else next((x for x in text.lines() if x.strip()), "")
    )
    header = next(_rows(text, delimiter), None)
    if header is None:
        raise BadFileError("The file is empty. Export your log again and choose that file.")
    cells = tuple(header.cells)
    if len(cells) > MOST_COLUMNS:
        raise BadFileError(
            f"The first line has {len(cells):,} columns, and no log has more than {MOST_COLUMNS}. Choose the file that "
            "your app exports."
        )
    return Table(
        cells,
        Rows(text, delimiter, len(cells), most=most_rows),
        delimiter,
        whole=data.endswith((b"\n", b"\r")),
    )


def _lines_above(text: Text) -> int:
    """Return how many lines stand above the header: a title or a date of export, alone in their lines.

    They say one thing in one cell, and a line with three or more cells follows within a few lines.
    """
    for number, line in enumerate(islice(text.lines(), _MOST_ABOVE + 1)):
        delimiter = _delimiter(line)
        cells = [cell for cell in line.strip().split(delimiter) if cell.strip(' "')]
        if len(cells) >= 3:
            return number
    return 0


def _delimiter(first_line: str) -> str:
    outside_quotes = "".join(first_line.split('"')[::2])
    return max(DELIMITERS, key=outside_quotes.count)


def _rows(text: Text, delimiter: str) -> Iterator[Row]:
    """Split lines into rows; where a quote swallowed more than a cell can hold, go on line by line."""
    taken: deque[str] = deque()

    def feed(lines: Iterable[str]) -> Iterator[str]:
        for each in lines:
            taken.append(each)
            yield each

    source = text.lines()
    reader = csv.reader(feed(source), delimiter=delimiter)
    line = next_line = 1 + text.skip
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # Field too long: an open quote, or one endless cell. The lines it took are read one by one.
            for each in taken:
                row = _single(line, each, delimiter)
                line += 1
                if row is not None:
                    yield row
            taken.clear()
            next_line = line
            reader = csv.reader(feed(source), delimiter=delimiter)
            continue
        count = len(taken)
        raw = (taken[0] if count == 1 else "".join(taken)).rstrip("\r\n")
        taken.clear()
        next_line += count
        if any(cells) and not all(not cell or cell.isspace() for cell in cells):
            yield Row(line, cells, raw)
        line = next_line


def _single(line: int, text: str, delimiter: str) -> Row | None:
    try:
        cells = next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        cells = [text[:_LONGEST_CELL]]
    return Row(line, cells, text.rstrip("\r\n")) if any(cell.strip() for cell in cells) else None


def _line_by_line(row: Row, delimiter: str) -> Iterator[Row]:
    for offset, raw in enumerate(row.raw.splitlines()):
        single = _single(row.line + offset, raw, delimiter)
        if single is not None:
            yield single


def cut_off(row: Row, width: int) -> BadFileError:
    """Return the error for a file that ends inside this row."""
    return BadFileError(
        f"The file ends in the middle of line {row.line}: {len(row.cells)} of {width} columns are there. "
        "It was cut off on its way; export it again and choose that file.",
        where=f"line {row.line}",
    )
