"""Cells: numbers, durations, dates and notes as training apps write them."""

from __future__ import annotations

import math
import re
from datetime import datetime
from functools import lru_cache
from typing import Final

# Years that a training log can hold: before stand clock errors (1970), after stand slips of the finger.
FIRST_YEAR: Final = 1980
LAST_YEAR: Final = 2069

# What a document can hold (`docs/documents.md`, `iron.records.bodies`): guesses far above what a person can do.
MOST_REPS: Final = 1000
MOST_SECONDS: Final = 360_000
MOST_DISTANCE: Final = 20_000_000
MOST_LETTERS: Final = 500
# Above 1,000 kg a load is kept and flagged; above this it is no load at all but a slip. A guess.
MOST_LOAD: Final = 1_000_000

# A number stored as a 32-bit float is off by at most 6e-8 of itself (IEEE 754: 24 bits of significand).
_DUST: Final = 1e-7

_DURATION_PART: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
_MOMENT: Final = re.compile(
    r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?(?![0-9])"
)
_CLOCK: Final = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})")
_SECONDS_PER: Final[dict[str, int]] = {
    **dict.fromkeys(
        ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "u", "t", "ч", "g"), 3600
    ),
    **dict.fromkeys(("小时", "小時", "時間", "时", "시간", "horas", "hora", "ore", "ora", "heures"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "мин"), 60),
    **dict.fromkeys(("分钟", "分鐘", "分", "분"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden", "segundos", "seg"), 1),
    **dict.fromkeys(("secondi", "秒", "초", "с", "сек"), 1),
}


class RowProblemError(Exception):
    """A cell of one row cannot be read; the reader turns it into a skipped row and goes on."""

    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.value = value
        self.reason = reason


def number(text: str, column: str) -> float | None:
    """Read a number with decimal point or comma, float dust removed; None for a blank cell.

    >>> number("185.00000000000003", "Weight"), number("82,5", "kg"), number("", "kg")
    (185.0, 82.5, None)

    Raises:
        RowProblemError: the cell is no finite number.
    """
    try:
        return _number(text)
    except ValueError:
        text = text.strip()
        raise RowProblemError(column, text, f"“{text}” is not a number.") from None


# A log says the same few hundred numbers again and again.
@lru_cache(maxsize=4096)
def _number(text: str) -> float | None:
    text = text.strip()
    if not text:
        return None
    value = float(text if "," not in text or "." in text else text.replace(",", "."))
    if not math.isfinite(value) or "_" in text:
        raise ValueError(text)
    return without_dust(value)


def positive(text: str, column: str, what: str, most: float = math.inf) -> float | None:
    """Read a number that cannot be below zero nor above ``most``; raises RowProblemError for one that is."""
    value = number(text, column)
    if value is None or 0 <= value <= most:
        return value
    reason = f"{what} cannot be below zero." if value < 0 else f"{what} over {most:,.0f} cannot be right."
    raise RowProblemError(column, text.strip(), reason)


def exercise_name(text: str, column: str) -> str:
    """Return an exercise name, trimmed; raises RowProblemError where there is none or a whole page of it."""
    name = text.strip()
    if not name:
        raise RowProblemError(column, "", "The row has no exercise name.")
    if len(name) > MOST_LETTERS:
        raise RowProblemError(
            column, name[:80], f"An exercise name of {len(name):,} letters cannot be right."
        )
    return name


def without_dust(value: float) -> float:
    """Return a number freed from the dust of binary floats; numbers with real decimals stay exactly as they are.

    >>> without_dust(76.80000305175781), without_dust(44.09245243697551)
    (76.8, 44.09245243697551)
    """
    rounded = round(value, 2)
    return rounded if abs(value - rounded) <= _DUST * max(1.0, abs(value)) else value


def or_none(value: float | None) -> float | None:
    """Return None for zero, in formats where zero means absent."""
    return value or None


def local_time(text: str, column: str) -> datetime:
    """Read ``YYYY-MM-DD HH:MM[:SS]`` (``T`` or ``/`` are fine too, an offset is ignored) as local wall time.

    Raises:
        RowProblemError: no date, or a year that no training log has.
    """
    text = text.strip()
    found = _MOMENT.match(text)
    # A text without a date gives a month 0, which no calendar has.
    year, month, day, hour, minute, second = map(
        int, found.groups(default="0") if found else (1, 0, 0, 0, 0, 0)
    )
    try:
        moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  zone unknown
    except ValueError:
        raise RowProblemError(column, text, f"“{text}” is not a date and time that Iron knows.") from None
    return plausible(moment, text, column)


def plausible(moment: datetime, text: str, column: str) -> datetime:
    """Return the moment, or raise RowProblemError when no training log reaches back or forward to it."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        reason = f"The year {moment.year} cannot be right; correct the date in the app and export again."
        raise RowProblemError(column, text, reason)
    return moment


def duration_s(text: str) -> float | None:
    """Read a duration [s] such as ``2h 18m``, ``1小时13分钟``, ``1h 15min``, ``0:45:00`` or plain seconds.

    Returns:
        Seconds, or None when the cell is blank, not understood or longer than anything can take.
    """
    seconds = _seconds(text.strip())
    return seconds if seconds is not None and 0 <= seconds <= MOST_SECONDS else None


@lru_cache(maxsize=4096)
def _seconds(text: str) -> float | None:
    if not text:
        return None
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = clock.groups(default="0")
        return int(hours) * 3600.0 + int(minutes) * 60 + int(seconds)
    parts = _DURATION_PART.findall(text)
    if not parts:
        try:
            return float(text)
        except ValueError:
            return None
    if any(unit.casefold() not in _SECONDS_PER for _, unit in parts):
        return None
    return sum(float(amount.replace(",", ".")) * _SECONDS_PER[unit.casefold()] for amount, unit in parts)


def note(text: str) -> str | None:
    r"""Return a note with the escapes ``\n`` and ``\/`` undone, or None for a blank one."""
    if "\\" in text:
        text = text.replace("\\n", "\n").replace("\\/", "/")
    return text.strip() or None
