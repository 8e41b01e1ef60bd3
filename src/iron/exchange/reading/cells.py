"""Cells: numbers, durations, dates and notes as training apps write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iron.exchange.reading import numbers

if TYPE_CHECKING:
    from datetime import datetime

    from iron.exchange.reading.row_reading import Remarks

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
VALUE_LEFT_OUT: Final = "value_left_out"
"""Flag of a set that was kept without a number that cannot be right."""
HELP: Final = "load_negative"
"""Flag of a set whose file counts its load below zero on an exercise that has no help."""

# A number stored as a 32-bit float is off by at most 6e-8 of itself (IEEE 754: 24 bits of significand).
_DUST: Final = 1e-7

_DURATION_PART: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
# "1h05" as French writes it, and the periods of ISO 8601.
_HOURS: Final = re.compile(r"(\d{1,3})\s*h\s*(\d{2})")
_PERIOD: Final = re.compile(r"pt(?=\d)(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6}(?:\.\d{1,6})?)s)?")
_CLOCK: Final = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2}(?:[.,]\d{1,6})?)")
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


CORRECT_IT: Final = "Correct the cell and import the file again; what is here already is not added twice."


FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a spreadsheet begins a formula; writers put an apostrophe before a text that starts so."""
_GUARDED: Final = tuple(f"'{start}" for start in FORMULA_STARTS)


def unguarded(text: str) -> str:
    """Return a text as it was typed, without the apostrophe that kept a spreadsheet from taking it for a formula."""
    return text[1:] if text.startswith(_GUARDED) else text


class RowProblemError(Exception):
    """A cell of one row cannot be read; the reader turns it into a skipped row and goes on."""

    def __init__(self, column: str, value: str, reason: str, way_out: str = CORRECT_IT) -> None:
        super().__init__(reason)
        self.column = column
        self.value = value
        self.reason = reason
        self.way_out = way_out


def exercise_name(text: str, column: str) -> str:
    """Return an exercise name, trimmed; raises RowProblemError where there is none or a whole page of it."""
    name = unguarded(text.strip())
    if not name:
        raise RowProblemError(column, "", "The row has no exercise name.")
    if len(name) > MOST_LETTERS:
        raise RowProblemError(
            column, name[:80], f"An exercise name of {len(name):,} letters cannot be right."
        )
    return name


# A log repeats its loads and reps: equal numbers share one object in memory.
@lru_cache(maxsize=4096, typed=True)
def without_dust(value: float) -> float:
    """Return a number freed from the dust of binary floats; numbers with real decimals stay exactly as they are.

    >>> without_dust(76.80000305175781), without_dust(44.09245243697551)
    (76.8, 44.09245243697551)
    """
    rounded = round(value, 2)
    return rounded if abs(value - rounded) <= _DUST * max(1.0, abs(value)) else value


def plausible(moment: datetime, text: str, column: str) -> datetime:
    """Return the moment, or raise RowProblemError when no training log reaches back or forward to it."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        reason = f"The year {moment.year} cannot be right; correct the date in the app and export again."
        raise RowProblemError(column, text, reason)
    return moment


def duration_s(text: str, scale: float = 1.0) -> float | None:
    """Read a duration [s] such as ``2h 18m``, ``1小时13分钟``, ``1h 15min``, ``0:45:00`` or a plain number.

    Args:
        text: the cell.
        scale: seconds that a plain number stands for: 60 below the header ``Duration (min)``.

    Returns:
        Seconds, or None when the cell is blank, not understood or longer than a document holds.
    """
    seconds = seconds_of(text.strip(), scale)
    return seconds if seconds is not None and 0 <= seconds <= MOST_SECONDS else None


def seconds_of(text: str, scale: float = 1.0) -> float | None:
    """Read a duration of any length [s]; None for a text that says none."""
    return _seconds_of(text, scale) if 0 < len(text) <= numbers.LONGEST else None


@lru_cache(maxsize=16_384)
def _seconds_of(text: str, scale: float) -> float | None:
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = clock.groups(default="0")
        return int(hours) * 3600.0 + int(minutes) * 60 + float(seconds.replace(",", "."))
    if spoken := _HOURS.fullmatch(text.casefold()) or _PERIOD.fullmatch(text.casefold()):
        hours, minutes, seconds = (*spoken.groups(default="0"), "0")[:3]
        return int(hours) * 3600.0 + int(minutes) * 60 + float(seconds)
    try:
        value = numbers.quantity(text)
    except ValueError:
        value = None
    if value is not None and not value.word:
        return None if value.value is None else without_dust(value.value * scale)
    parts = _DURATION_PART.findall(text)
    if not parts or _DURATION_PART.sub("", text).strip(" ,.:und&+"):
        return None
    if any(unit.casefold() not in _SECONDS_PER for _, unit in parts):
        return None
    return sum(float(amount.replace(",", ".")) * _SECONDS_PER[unit.casefold()] for amount, unit in parts)


def rpe(value: float | None, line: int, remarks: Remarks) -> float | None:
    """Return an RPE from 1 to 10; zero and blank mean none, anything else is dropped with a remark."""
    if not value:
        return None
    if 1 <= value <= 10:
        return value
    remarks.add(f"RPE {value:g} is outside 1 to 10; the set was kept without it.", line)
    return None


def note(text: str) -> str | None:
    r"""Return a note with the escapes ``\n`` and ``\/`` undone, or None for a blank one."""
    if "\\" in text:
        text = text.replace("\\n", "\n").replace("\\/", "/")
    return unguarded(text.strip()) or None
