"""Dates of imported logs: any order, any language of Unicode CLDR, 12 and 24 hours, offsets, spreadsheet numbers.

A file is looked at as a whole first: the language of its month names and the order of day and month are those that fit
its rows. Where day and month cannot be told apart the file is not guessed at; `DateReader.question` asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from iron.exchange.reading import languages
from iron.exchange.reading.cells import RowProblemError, plausible
from iron.exchange.reading.date_order import DateOrder, DateQuestion, begins_with_year, decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ISO: Final = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?"
)
_CLOCK: Final = re.compile(r"(?<![\d.])(\d{1,2})\s?[:٫]\s?(\d{2})(?:\s?[:]\s?(\d{2})(?:[.,]\d{1,9})?)?(?!\d)")
_CLOCK_WORDS: Final = re.compile(
    r"(?<!\d)(\d{1,2})\s?[h時时시點点](?:\s?(\d{2})\s?(?:m(?:in)?\b|分|분)?)?(?![^\W\d_])"
)
_CLOCK_DOT: Final = re.compile(r"[\s,T](\d{1,2})\.(\d{2})(?:\.(\d{2}))?\s*$")
_HOUR_ONLY: Final = re.compile(r"[\s,](\d{1,2})\s*(?=[ap]m\b)")
_OFFSET: Final = re.compile(
    r"\s*(?:(?:gmt|utc)\s*([+-]\d{1,2}(?::?\d{2})?)|(?<=\s)([+-]\d{2}:?\d{2})|(?<=[\d\s])(z|utc|gmt)\b)"
)
_BRACKETS: Final = re.compile(r"\(([^)]*)\)\s*$")
_AM_PM: Final = re.compile(r"(?<![^\W\d_])([ap])\.?\s?m\.?(?![^\W\d_])")
_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\s\d,/:;()\-–—]+")
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?")
_EPOCH: Final = re.compile(r"\d{9,10}|\d{12,13}")
_COMPACT: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?(Z)?")
# Day zero of spreadsheets (ECMA-376 part 1, 18.17.4.1, the 1900 base with its leap-year slip).
_SPREADSHEET_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - local wall time
_SERIALS: Final = (20_000, 70_000)  # 1954 to 2091
# The longest dates, with weekday and the name of a time zone, have 80 letters: a guess with a margin.
_LONGEST: Final = 200
# So many rows in other languages are looked at; more are no change of phone but damage. A guess.
_MOST_LANGUAGES: Final = 100
_BUDDHIST: Final = 543  # years between the Thai and the Gregorian calendar


@dataclass(slots=True)
class _Parts:
    """A date taken apart: its numbers, the month where a word says it, and the time."""

    numbers: list[str]
    month: int | None = None
    hour: int = 0
    minute: int = 0
    second: int = 0
    offset: timezone | None = None
    dotted: bool = False


@dataclass(slots=True)
class DateReader:
    """Reads the dates of one file.

    Attributes:
        order: which comes first of day and month in ``3/4/2025``.
        language: CLDR language of its month names, None = numbers only.
        question: what has to be asked, where rows can be read in two ways.
        year_first: dates of three short numbers begin with the year: ``25. 1. 13.``
        utc: how many different dates were written in UTC.
        other: how many had another offset or none.
        read_as: the first date read in each language, with what it was read as.
    """

    order: DateOrder | None = None
    language: str | None = None
    question: DateQuestion | None = None
    year_first: bool = False
    utc: int = 0
    other: int = 0
    read_as: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    _cache: dict[str, datetime] = field(default_factory=dict)
    _others: dict[frozenset[str], str | None] = field(default_factory=dict)

    def read(self, text: str, column: str) -> datetime:
        """Read a date, with its time where it has one.

        Args:
            text: the cell.
            column: its header, for the reason.

        Returns:
            Local wall time; with a time zone where the cell has an offset.

        Raises:
            RowProblemError: no date, or a year that no training log has.
        """
        moment = self._cache.get(text)
        if moment is None:
            moment = self._cache[text] = self._parse(text, column)
            offset = moment.utcoffset()
            if offset is not None and not offset:
                self.utc += 1
            else:
                self.other += 1
        return moment

    def _parse(self, text: str, column: str) -> datetime:
        trimmed = text.strip()
        if len(trimmed) > _LONGEST:
            raise _no_date(trimmed, column)
        try:
            moment = _iso(trimmed) or _numeric(trimmed) or self._words(trimmed)
        except (ValueError, OverflowError):
            raise _no_date(trimmed, column) from None
        return plausible(moment, trimmed, column)

    def _words(self, text: str) -> datetime:
        language = self.language
        try:
            parts = _taken_apart(text, language)
        except ValueError:
            language = self._other_language(text)
            if language is None:
                raise
            parts = _taken_apart(text, language)
        if self.year_first and _is_short(parts):
            parts.numbers[0] = str(_year(parts.numbers[0]))
        year, month, day = _in_order(parts, self.order or "dmy")
        moment = datetime(year, month, day, parts.hour, parts.minute, parts.second, tzinfo=parts.offset)
        if language is not None:
            self.read_as.setdefault(language, (text, moment))
        return moment

    def _other_language(self, text: str) -> str | None:
        """Return the language of a row that is not in the language of most: lifters change their phone."""
        words = frozenset(_words_of(text))
        if words not in self._others and len(self._others) < _MOST_LANGUAGES:
            self._others[words] = languages.language_of(words)
        return self._others.get(words)


def date_reader(texts: Iterable[str], order: DateOrder | None = None) -> DateReader:
    """Look at all dates of a file and return their reader.

    Args:
        texts: the distinct cells, in the order of the file.
        order: what the lifter answered.
    """
    rest = [trimmed for text in texts if 0 < len(trimmed := text.strip()) <= _LONGEST]
    rest = [text for text in rest if not _ISO.fullmatch(text)]
    if not rest:
        return DateReader(order)
    language = languages.language_of({word for text in rest for word in _words_of(text)})
    seen: list[tuple[int, int, int, str]] = []
    short: list[tuple[int, int, int]] = []
    for text in rest:
        try:
            parts = _taken_apart(text, language)
        except ValueError:
            continue
        if pair := _two_ways(parts):
            seen.append((*pair, text))
        if _is_short(parts):
            first, second, third = map(int, parts.numbers)
            short.append((first, second, third))
    if short and len(short) == len(rest) and begins_with_year(short):
        return DateReader(order, language, year_first=True)
    decided, question = decide(seen, order)
    return DateReader(decided, language, question)


def _no_date(text: str, column: str) -> RowProblemError:
    shown = text[:60]
    return RowProblemError(
        column,
        shown,
        f"“{shown}” is not a date that Iron knows.",
        "Write it as YYYY-MM-DD HH:MM, or set the app to English and export again.",
    )


def _iso(text: str) -> datetime | None:
    match_ = _ISO.fullmatch(text)
    return _moment(match_, _zone) if match_ else None


def _moment(match_: re.Match[str], zone_of: Callable[[str], timezone]) -> datetime:
    """Return the moment of a match of year, month, day, hour, minute, second and zone, the last four optional."""
    *parts, zone = match_.groups(default="")
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    return datetime(year, month, day, hour, minute, second, tzinfo=zone_of(zone) if zone else None)


def _zone(text: str) -> timezone:
    digits = text.strip().upper().removeprefix("GMT").removeprefix("UTC").replace(":", "")
    if digits in {"", "Z"}:
        return UTC
    sign = -1 if digits[0] == "-" else 1
    digits = digits[1:]
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    offset = sign * timedelta(hours=hours, minutes=minutes)
    if abs(offset) > timedelta(hours=14) or minutes > 59:
        raise ValueError(text)
    return timezone(offset)


def _numeric(text: str) -> datetime | None:
    """Read a spreadsheet's day number, seconds or milliseconds since 1970, or ``20250304``; None for anything else."""
    if match_ := _COMPACT.fullmatch(text):
        return _moment(match_, lambda _: UTC)
    if _SERIAL.fullmatch(text):
        days = float(text.replace(",", "."))
        if _SERIALS[0] <= days <= _SERIALS[1]:
            return _SPREADSHEET_ZERO + timedelta(seconds=round(days * 86_400))
    if _EPOCH.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    return None


def _words_of(text: str) -> list[str]:
    folded = _AM_PM.sub(r" \1m ", languages.fold(text))
    if len(_NUMBER.findall(folded)) < 2:
        return []  # no date in any language
    words = (languages.bare(raw) for raw in _WORD.findall(folded))
    return [word for word in words if any(letter.isalpha() for letter in word)]


def _taken_apart(text: str, language: str | None) -> _Parts:
    """Split a date into numbers, month and time; raises ValueError for a word that no date of the language has."""
    lexicon = languages.lexicon(language)
    folded = languages.fold(text)
    if bracket := _BRACKETS.search(folded):  # “GMT+0200 (CEST)”
        folded = folded[: bracket.start()]
    folded = _AM_PM.sub(r" \1m ", folded)
    parts = _Parts([])
    folded = _take_time(folded, parts)
    if offset := _OFFSET.search(folded):
        if parts.offset is None:
            parts.offset = _zone(offset[1] or offset[2] or offset[3])
        folded = folded[: offset.start()] + " " + folded[offset.end() :]
    period: str | None = None
    for raw in _WORD.findall(folded):
        word = languages.bare(raw)
        if not word or word in lexicon.fillers:
            continue
        if word in lexicon.periods:
            period = lexicon.periods[word]
        elif word in lexicon.months and parts.month is None:
            parts.month = lexicon.months[word]
        elif word not in lexicon.days:
            raise ValueError(word)
    parts.numbers = _NUMBER.findall(folded)
    parts.dotted = "." in folded and "/" not in folded and "-" not in folded
    parts.hour = _hour(parts.hour, period)
    if language == "th" and parts.numbers and int(parts.numbers[-1]) > 2400:
        parts.numbers[-1] = str(int(parts.numbers[-1]) - _BUDDHIST)
    return parts


def _take_time(folded: str, parts: _Parts) -> str:
    """Move the time of day from the text into the parts; the offset that follows it too."""
    match_ = (
        _CLOCK.search(folded)
        or _CLOCK_WORDS.search(folded)
        or (_CLOCK_DOT.search(folded) if len(_NUMBER.findall(folded)) > 3 or _has_word(folded) else None)
        or _HOUR_ONLY.search(folded)
    )
    if not match_:
        return folded
    groups = (*match_.groups(default="0"), "0", "0")
    parts.hour, parts.minute, parts.second = (int(groups[n] or 0) for n in range(3))
    behind = folded[match_.end() :]
    if offset := re.match(r"\s*([+-]\d{2}:?\d{2}|z\b)", behind):
        parts.offset = _zone(offset[1])
        behind = behind[offset.end() :]
    return folded[: match_.start()] + " " + behind


def _has_word(folded: str) -> bool:
    return any(len(languages.bare(word)) > 2 for word in _WORD.findall(folded))


def _hour(hour: int, period: str | None) -> int:
    """Return the hour of 24 for an hour with a day period of CLDR (am, pm, morning1, afternoon1, night1 …)."""
    if period is None or hour > 12:
        return hour
    if period in {"am", "midnight"} or period.startswith("morning"):
        return hour % 12
    if period.startswith("night"):
        return hour % 12 if hour < 6 or hour == 12 else hour + 12
    return hour % 12 + 12


def _two_ways(parts: _Parts) -> tuple[int, int, int] | None:
    """Return first, second and year of a date of three numbers that ends with the year, None for any other date."""
    if parts.month is not None or len(parts.numbers) != 3 or len(parts.numbers[0]) > 2 or parts.dotted:
        return None
    first, second, year = parts.numbers
    return (int(first), int(second), _year(year)) if len(year) in {2, 4} else None


def _is_short(parts: _Parts) -> bool:
    """Return whether a date is three numbers of at most two digits."""
    return (
        parts.month is None and len(parts.numbers) == 3 and all(len(number) <= 2 for number in parts.numbers)
    )


def _in_order(parts: _Parts, order: DateOrder) -> tuple[int, int, int]:
    numbers = parts.numbers
    if parts.month is not None:
        if len(numbers) != 2:
            raise ValueError(numbers)
        year_first = len(numbers[0]) == 4
        year_text, of_month = (numbers[0], numbers[1]) if year_first else (numbers[1], numbers[0])
        return _year(year_text), parts.month, int(of_month)
    if len(numbers) != 3:
        raise ValueError(numbers)
    if len(numbers[0]) == 4:
        return int(numbers[0]), int(numbers[1]), int(numbers[2])
    first, second, year = int(numbers[0]), int(numbers[1]), _year(numbers[2])
    month_first = not parts.dotted and (second > 12 or (order == "mdy" and first <= 12))
    return (year, first, second) if month_first else (year, second, first)


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    if len(text) != 2:
        raise ValueError(text)
    return 2000 + int(text) if int(text) < 70 else 1900 + int(text)
