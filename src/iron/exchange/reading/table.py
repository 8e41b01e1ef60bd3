"""A table as it came out of a file: its header, and its rows read one after the other."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from iron.exchange.options import MOST_ROWS
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.reading.roles import Roles

DELIMITERS: Final = (",", ";", "\t", "|")
# So many lines of a title may stand above the header. A guess.
_MOST_ABOVE: Final = 10
# An open quote swallows at most this much before its lines are read one by one. A guess: no note is longer.
_LONGEST_CELL: Final = 131_072


LINES_A_ROW: Final = 5  # blank lines and those inside of notes too: a guess with a wide margin
MOST_COLUMNS: Final = 400
"""Columns of one table: the widest export that Iron knows has 30. A guess with a wide margin."""
MAX_LINE: Final = 1024 * 1024
# Lines that are split at once; more make no difference to the speed.
_BATCH: Final = 1024
# So many last rows tell whether a file is cut off.
_LAST: Final = 20


class Row(Struct, frozen=True, gc=False):
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
        left = self._most
        for rows in self._batches():
            if len(rows) > left:
                yield from rows[:left]
                raise too_many_rows(self._most)
            left -= len(rows)
            yield from rows

    def _batches(self) -> Iterator[list[Row]]:
        yield list(self._first)
        header_passed = False
        for rows in _Splitter(self._text, self._delimiter, self._width).batches():
            yield rows if header_passed else rows[1:]
            header_passed = header_passed or bool(rows)

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
        proposals: what its columns may mean, by what was asked (`iron.exchange.reading.roles.roles_of`).
    """

    header: tuple[str, ...]
    rows: Rows | SheetRows
    delimiter: str
    whole: bool = True
    proposals: dict[Hashable, Roles] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Header cells, trimmed and in lower case, for comparison."""
        return tuple(cell.strip().lower() for cell in self.header)

    @cached_property
    def sample(self) -> list[Row]:
        """The first two hundred rows."""
        return self.rows.head(200)

    def look(self, note: Callable[[Row], None] | None = None) -> int:
        """Go through all rows before they are read: what cannot be a log is refused, and ``note`` sees each row.

        Returns:
            How many rows there are.

        Raises:
            BadFileError: an endless line, more rows than one import takes, a file that ends inside a row.
        """
        last: deque[Row] = deque(maxlen=_LAST)
        row_count = 0
        for row in self.rows:
            row_count += 1
            if len(row.raw) > MAX_LINE:
                raise endless(row.line, len(row.raw))
            last.append(row)
            if note:
                note(row)
        width = len(self.header)
        # A short last row below rows that fill the header means a cut.
        if (
            not self.whole
            and last
            and 0 < len(last[-1].cells) < width
            and all(len(row.cells) == width for row in list(last)[:-1])
        ):
            raise _cut_off(last[-1], width)
        return row_count


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
    header = next(chain.from_iterable(_Splitter(text, delimiter).batches()), None)
    if header is None:
        raise BadFileError("The file is empty. Export your log again and choose that file.")
    cells = tuple(header.cells)
    if len(cells) > MOST_COLUMNS:
        raise too_many_columns(len(cells))
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


class _Splitter:
    """Splits lines into rows, many at once; where a quote takes in further lines, row by row."""

    def __init__(self, text: Text, delimiter: str, width: int | None = None) -> None:
        self._source = text.lines()
        self._delimiter = delimiter
        self._width = width
        self._line = 1 + text.skip

    def batches(self) -> Iterator[list[Row]]:
        """Yield the rows that are not blank, in lists."""
        while lines := list(islice(self._source, _BATCH)):
            split = self._at_once(lines)
            if split is None:
                yield list(self._one_by_one(lines))
                continue
            numbered = zip(count(self._line), split, lines, strict=False)
            yield [
                Row(line, cells, raw.rstrip("\r\n"))
                for line, cells, raw in numbered
                if cells and ((cells[0] and not cells[0].isspace()) or not _is_blank(cells))
            ]
            self._line += len(lines)

    def _at_once(self, lines: list[str]) -> list[list[str]] | None:
        """Return the cells of each line; None where a row is longer than its line, or goes on after the last."""
        try:
            split = list(csv.reader(lines, delimiter=self._delimiter))
        except csv.Error:
            return None
        if len(split) != len(lines):
            return None
        last = lines[-1]
        if '"' in last and len(list(csv.reader([last, "next"], delimiter=self._delimiter))) < 2:
            return None
        return split

    def _one_by_one(self, lines: list[str]) -> Iterator[Row]:
        """Yield the rows of these lines; the last one may take more lines from the source.

        Where a quote swallowed more than a cell can hold, its lines are rows of their own.
        """
        taken: deque[str] = deque()

        def feed(source: Iterable[str]) -> Iterator[str]:
            for each in source:
                taken.append(each)
                yield each

        source = chain(lines, self._source)
        reader = csv.reader(feed(source), delimiter=self._delimiter)
        end = self._line + len(lines)
        while self._line < end:
            line = self._line
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                # Field too long: an open quote, or one endless cell. The lines it took are read one by one.
                singles = [_single(line + n, each, self._delimiter) for n, each in enumerate(taken)]
                yield from (row for row in singles if row is not None)
                reader = csv.reader(feed(source), delimiter=self._delimiter)
            else:
                row = Row(line, cells, "".join(taken).rstrip("\r\n"))
                if self._width not in {None, len(cells)} and "\n" in row.raw:
                    yield from _line_by_line(row, self._delimiter)
                elif not _is_blank(cells):
                    yield row
            self._line += len(taken)
            taken.clear()


def _is_blank(cells: list[str]) -> bool:
    return all(not cell or cell.isspace() for cell in cells)


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


def too_many_rows(most: int) -> BadFileError:
    """Return the error for a file with more rows than one import takes."""
    return BadFileError(
        f"The file has more than {most:,} rows, more than one import takes. Export fewer years at "
        "once, or split the file; what is imported twice is stored once."
    )


def too_many_columns(number: int) -> BadFileError:
    """Return the error for a table that is wider than any log."""
    return BadFileError(
        f"The first line has {number:,} columns, and no log has more than {MOST_COLUMNS}. Choose the file that "
        "your app exports."
    )


def endless(line: int, length: int) -> BadFileError:
    """Return the error for a line that is no row of a log."""
    return BadFileError(
        f"Line {line} alone has {length / 1e6:.1f} MB; in a training log a line is one set. "
        "Choose the CSV that your app exports.",
        where=f"line {line}",
    )


def _cut_off(row: Row, width: int) -> BadFileError:
    return BadFileError(
        f"The file ends in the middle of line {row.line}: {len(row.cells)} of {width} columns are there. "
        "It was cut off on its way; export it again and choose that file.",
        where=f"line {row.line}",
    )
