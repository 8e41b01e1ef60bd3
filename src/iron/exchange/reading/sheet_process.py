"""Reads a spreadsheet in a process of its own, with little memory and little time.

A workbook of a kilobyte can name one cell in the last row and column, and the reader then makes room for all between
(17 thousand million cells); one long text can stand in a million cells. What grows without measure ends here and takes
no server with it. This file is run by its path: it imports nothing of Iron.
"""

from __future__ import annotations

import ctypes
import io
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

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
    if sys.platform == "win32":
        limit_on_windows(ctypes.WinDLL("kernel32", use_last_error=True))
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of the Windows API."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of the Windows API."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


# JobObjectExtendedLimitInformation; JOB_OBJECT_LIMIT_PROCESS_TIME, _PROCESS_MEMORY, _DIE_ON_UNHANDLED_EXCEPTION.
_EXTENDED_LIMITS, _LIMITS = 9, 0x2 | 0x100 | 0x400
_TICKS_A_SECOND = 10_000_000


def limit_on_windows(kernel32: Any) -> None:
    """Put this process into a job object that ends it at the same limits as elsewhere.

    Where Windows refuses (the process may be in a job that allows no other), the parent's own time limit remains.

    Args:
        kernel32: the library of that name.
    """
    kernel32.CreateJobObjectW.restype = ctypes.c_void_p
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    job = kernel32.CreateJobObjectW(None, None)
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = _LIMITS
    limits.BasicLimitInformation.PerProcessUserTimeLimit = MOST_SECONDS * _TICKS_A_SECOND
    limits.ProcessMemoryLimit = MOST_MEMORY
    size = ctypes.sizeof(limits)
    kernel32.SetInformationJobObject(ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), size)
    process = ctypes.c_void_p(kernel32.GetCurrentProcess())
    kernel32.AssignProcessToJobObject(ctypes.c_void_p(job), process)


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
