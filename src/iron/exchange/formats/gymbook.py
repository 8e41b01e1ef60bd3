"""GymBook's CSV (iOS), in any language (`reference/formats.md` section 13).

The header gives the words away: column 7 is "set / warm-up / cool-down", and numbers carry their unit in the cell.
There is no session id: a session ends where the date or the program changes or two hours pass without a set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from iron.exchange import cells, row_reading
from iron.exchange.assemble import ParsedRow
from iron.exchange.cells import RowProblemError
from iron.exchange.foreign import Foreign, ForeignSet
from iron.exchange.table import Table

if TYPE_CHECKING:
    from iron.exchange.table import Row
    from iron.values.units import LengthUnit, MassUnit

NAME: Final = "gymbook"

_WIDTH: Final = 12
_GAP: Final = timedelta(hours=2)
_NOT_SKIPPED: Final = frozenset(
    {"", "no", "nein", "non", "não", "nao", "nee", "nej", "нет", "いいえ", "否", "false", "0"}
)
_DATE: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})")
_AMOUNT: Final = re.compile(r"([\d.,]+)\s*(\S*)")
_MASS: Final[dict[str, MassUnit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}
_LENGTH: Final[dict[str, LengthUnit]] = {"km": "km", "mi": "mi", "m": "m", "yd": "yd", "ft": "ft"}


@dataclass(slots=True)
class _Sessions:
    """The session that the rows, oldest first, have come to."""

    warm_up: str
    program: str = ""
    start: datetime | None = None
    last: datetime | None = None
    ends: dict[datetime, datetime] = field(default_factory=dict)

    def start_of(self, moment: datetime, program: str) -> datetime:
        """Return the start of the session that a set at this moment belongs to."""
        begins = (
            self.start is None
            or self.last is None
            or moment.date() != self.last.date()
            or program != self.program
            or moment - self.last > _GAP
        )
        if begins:
            self.start = moment
        self.program, self.last = program, moment
        start = self.start or moment
        self.ends[start] = max(moment, self.ends.get(start, moment))
        return start


def detect(table: Table) -> float:
    """Return how surely the table is a GymBook export, 0 to 1."""
    fits = len(table.header) == _WIDTH and table.names[7].count(" / ") == 2 and " / " in table.names[8]
    return 0.9 if fits else 0.0


def read(table: Table) -> Foreign:
    """Read a GymBook export; rows that the app marks as skipped are listed as skipped."""
    oldest_first = Table(table.header, table.rows[::-1], table.delimiter, table.whole)
    sessions = _Sessions(warm_up=table.names[7].split(" / ")[1])
    foreign = row_reading.read_rows(
        oldest_first,
        lambda row: _row(row, table.header, sessions),
        row_reading.Remarks(),
        app=NAME,
        layout="gymbook-csv",
        unit=None,
    )
    workouts = tuple(replace(workout, end=sessions.ends[workout.start]) for workout in foreign.workouts)
    return replace(foreign, workouts=workouts, skipped=foreign.skipped[::-1])


def _row(row: Row, header: tuple[str, ...], sessions: _Sessions) -> ParsedRow:
    row_reading.require_width(row, _WIDTH)
    values = [cell.strip() for cell in row.cells]
    if values[11].lower() not in _NOT_SKIPPED:
        raise RowProblemError(header[11], values[11], "The app marks this set as skipped.")
    moment = _moment(values[0], values[2], header)
    exercise = cells.exercise_name(values[3], header[3])
    what = _set(row, values, header, sessions.warm_up)
    start = sessions.start_of(moment, values[1])
    return ParsedRow(
        key=start,
        start=start,
        title=values[1],
        exercise=exercise,
        what=what,
    )


def _moment(day: str, clock: str, header: tuple[str, ...]) -> datetime:
    found = _DATE.fullmatch(day)
    if not found:
        raise RowProblemError(header[0], day, f"“{day}” is not a date like 31/12/25.")
    year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
    return cells.local_time(f"{year}-{int(found[2]):02}-{int(found[1]):02} {clock.zfill(5)}", header[0])


def _set(row: Row, values: list[str], header: tuple[str, ...], warm_up: str) -> ForeignSet:
    count, count_word = _amount(values[8], header[8], cells.MOST_REPS)
    value, value_word = _amount(values[9], header[9], cells.MOST_LOAD)
    seconds_per = _seconds_per(count_word)
    mass, length = _MASS.get(value_word), _LENGTH.get(value_word)
    if value and mass is None and length is None:
        raise RowProblemError(header[9], values[9], f"“{value_word}” is not a unit that Iron knows.")
    seconds = count * seconds_per if count and seconds_per else None
    if seconds is not None and seconds > cells.MOST_SECONDS:
        raise RowProblemError(header[8], values[8], f"“{values[8]}” is longer than a set can take.")
    return ForeignSet(
        line=row.line,
        kind="warm-up" if values[7].lower() == warm_up else "working",
        load=(value or None) if mass else None,
        load_unit=mass if value else None,
        reps=count if not seconds_per else None,
        duration_s=seconds,
        distance=(value or None) if length else None,
        distance_unit=length if value else None,
        note=cells.note(values[10]),
        raw=row.raw,
    )


def _amount(text: str, column: str, most: float) -> tuple[float | None, str]:
    """Split ``10,00 kg`` into number and word."""
    if not text:
        return None, ""
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise RowProblemError(column, text, f"“{text}” is not a number with a unit.")
    return cells.positive(found[1], column, "A number", most), found[2].lower().rstrip(".")


def _seconds_per(word: str) -> int:
    """Return the seconds of a time word, 0 for a word that counts reps; the stems are alike in many languages."""
    if word.startswith(("min", "мин", "分")):
        return 60
    if word.startswith(("sec", "sek", "seg", "сек", "秒")) or word == "s":
        return 1
    return 3600 if word.startswith(("hour", "stund", "ore", "ora", "heure", "hora")) or word == "h" else 0
