"""Reads a spreadsheet in a process of its own, with little memory and little time.

A workbook of a kilobyte can name one cell in the last row and column, and the reader then makes room for all between
(17 thousand million cells); one long text can stand in a million cells. What grows without measure ends here and takes
no server with it. This file is run by its path: it imports nothing of Iron.
"""

from __future__ import annotations

import io
import sys
from datetime import date, datetime, time, timedelta

import msgspec
import python_calamine

MOST_MEMORY = 1024**3
MOST_SECONDS = 20
# Letters of all cells together. A guess: a table of 64 MiB has fewer.
MOST_LETTERS = 96 * 1024**2
TOO_LARGE = 3
"""Exit code: the sheets hold more than a log can."""
UNREADABLE = 4
"""Exit code: the file is damaged."""


def main() -> int:
    """Write the texts of all cells, by sheet and row, to the standard output."""
    _limit()
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        left = MOST_LETTERS
        sheets: list[list[list[str]]] = []
        for name in book.sheet_names:
            sheets.append([])
            for cells in book.get_sheet_by_name(name).to_python():
                row = [_text(cell) for cell in cells]
                left -= sum(map(len, row)) + len(row)
                if left < 0:
                    return TOO_LARGE
                sheets[-1].append(row)
    except MemoryError:
        return TOO_LARGE
    except Exception:  # noqa: BLE001 - the reader raises many kinds on damaged files
        return UNREADABLE
    sys.stdout.buffer.write(msgspec.msgpack.encode(sheets))
    return 0


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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


if __name__ == "__main__":
    sys.exit(main())
