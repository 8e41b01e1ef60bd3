"""GymBook's CSV (iOS), in any language (docs/formats.md#gymbook).

The header gives the words away: column 7 is "set / warm-up / cool-down", and numbers carry their unit in the cell.
There is no session id: a session ends where the date or the program changes or two hours pass without a set.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import structs

from iron.exchange import assemble
from iron.exchange.assemble import ParsedRow
from iron.exchange.foreign import Foreign, ForeignSet, Skipped
from iron.exchange.reading import cells, row_reading
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.columns import TIME_WORDS
from iron.exchange.reading.numbers import LENGTH_WORDS, MASS_WORDS, quantity
from iron.exchange.reading.sheet import Sheet, sheet

if TYPE_CHECKING:
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.table import Row, Table

NAME: Final = "gymbook"

_WIDTH: Final = 12
_GAP: Final = timedelta(hours=2)
_NOT_SKIPPED: Final = frozenset(
    {"", "no", "nein", "non", "não", "nao", "nee", "nej", "nei", "nie", "ne", "ei", "hayır", "нет", "ні", "いいえ",
     "否", "아니요", "false", "0"}
)  # fmt: skip
# Stems of time words; any other word behind a number counts repetitions.
_STEMS: Final = (
    (("min", "мин", "хв", "分", "분", "dak", "dk", "λεπ"), 60),
    (("sec", "sek", "seg", "сек", "秒", "초", "san", "sn", "δευ", "s"), 1),
    (
        (
            "hour",
            "stund",
            "std",
            "ore",
            "ora",
            "heure",
            "hora",
            "uur",
            "tim",
            "час",
            "saat",
            "godz",
            "時間",
            "小时",
            "h",
        ),
        3600,
    ),
)


@dataclass(frozen=True, slots=True)
class _Moved:
    """A row with the moment of its set."""

    row: ParsedRow
    moment: datetime


def detect(table: Table) -> float:
    """Return how surely the table is a GymBook export, 0 to 1."""
    fits = len(table.header) == _WIDTH and table.names[7].count(" / ") == 2 and " / " in table.names[8]
    return 0.9 if fits else 0.0


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a GymBook export; rows that the app marks as skipped are listed as skipped."""
    prepared = sheet(
        table, options=options, when=lambda row: _when(row) if len(row.cells) == _WIDTH else None
    )
    warm_up = table.names[7].split(" / ")[1].strip()
    rows: list[_Moved] = []
    skipped: list[Skipped] = []
    count = 0
    for row in table.rows:
        count += 1
        try:
            rows.append(_row(row, prepared, warm_up))
        except RowProblemError as problem:
            skipped.append(Skipped(row.line, problem.column, problem.value, problem.reason, problem.way_out))
    # The app writes the newest first; equal times keep that order.
    backwards = [n for n in range(1, len(rows)) if rows[n].moment < rows[n - 1].moment]
    ordered = sorted(
        rows[::-1] if len(backwards) * 2 > len(rows) - 1 or not _rises(rows) else rows, key=_moment
    )
    workouts = assemble.workouts(_sessions(ordered))
    foreign = Foreign(
        app=NAME,
        format="gymbook-csv",
        workouts=workouts,
        skipped=tuple(skipped),
        warnings=(*prepared.remarks.sentences(), *row_reading.said_languages(prepared.dates)),
        unit=None,
        data_rows=count,
        date_question=prepared.dates.question,
    )
    return row_reading.finish(foreign, in_utc=False)


def _rises(rows: list[_Moved]) -> bool:
    return any(before.moment < after.moment for before, after in pairwise(rows))


def _moment(row: _Moved) -> datetime:
    return row.moment


def _when(row: Row) -> str:
    return f"{row.cells[0].strip()} {row.cells[2].strip()}".strip()


def _sessions(rows: list[_Moved]) -> list[ParsedRow]:
    """Give every set, oldest first, the start and the end of its session."""
    sessions: list[list[_Moved]] = []
    for moved in rows:
        last = sessions[-1][-1] if sessions else None
        if (
            last is None
            or moved.moment.date() != last.moment.date()
            or moved.row.title != last.row.title
            or moved.moment - last.moment > _GAP
        ):
            sessions.append([])
        sessions[-1].append(moved)
    return [
        structs.replace(moved.row, key=number, start=session[0].moment, end=session[-1].moment)
        for number, session in enumerate(sessions)
        for moved in session
    ]


def _row(row: Row, prepared: Sheet, warm_up: str) -> _Moved:
    row_reading.require_width(row, _WIDTH)
    header = prepared.columns.header
    values = [cell.strip() for cell in row.cells]
    if values[11].lower() not in _NOT_SKIPPED:
        raise RowProblemError(
            header[11],
            values[11],
            "The app marks this set as skipped.",
            "Nothing to do: it is not one of your sets.",
        )
    moment = prepared.dates.read(_when(row), header[0]).replace(tzinfo=None)
    exercise = cells.exercise_name(values[3], header[3])
    what = _set(row, values, header, warm_up)
    return _Moved(ParsedRow(key=None, start=moment, title=values[1], exercise=exercise, what=what), moment)


def _set(row: Row, values: list[str], header: tuple[str, ...], warm_up: str) -> ForeignSet:
    count, count_word = _amount(values[8], header[8])
    value, value_word = _amount(values[9], header[9])
    seconds_per = _seconds_per(count_word)
    mass, length = MASS_WORDS.get(value_word), LENGTH_WORDS.get(value_word)
    if value and mass is None and length is None:
        raise RowProblemError(header[9], values[9], f"“{value_word}” is not a unit that Iron knows.")
    seconds = count * seconds_per if count and seconds_per else None
    flags: tuple[str, ...] = ()
    if seconds is not None and seconds > cells.MOST_SECONDS:
        seconds, flags = None, (cells.VALUE_LEFT_OUT,)
    if count is not None and not seconds_per and not 0 <= count <= cells.MOST_REPS:
        count, flags = None, (cells.VALUE_LEFT_OUT,)
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
        flags=flags,
        raw=row.raw,
    )


def _amount(text: str, column: str) -> tuple[float | None, str]:
    """Split ``10,00 kg`` into number and word."""
    try:
        parsed = quantity(text, "," if "," in text and "." not in text else None)
    except ValueError:
        raise RowProblemError(column, text, f"“{text}” is not a number with a unit.") from None
    return parsed.value, parsed.word.rstrip(".")


def _seconds_per(word: str) -> float:
    """Return the seconds of a time word, 0 for a word that counts reps; the stems are alike in many languages."""
    if word in TIME_WORDS:
        return TIME_WORDS[word]
    # A single letter is a whole word, not a stem: "s" is a second, "serie" is not.
    return next(
        (
            seconds
            for stems, seconds in _STEMS
            if word in stems or word.startswith(tuple(s for s in stems if len(s) > 1))
        ),
        0,
    )
