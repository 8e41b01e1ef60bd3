"""Dates with month names in the language of a phone: ``1 Abr 2025, 10:00``.

Month names and abbreviations are those of Unicode CLDR (wide and abbreviated, Gregorian) as the phones' systems print
them; Hevy's Portuguese ones were read in a real file (`reference/formats.md` section 3), the other languages were not.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from iron.exchange.cells import RowProblemError, plausible

LANGUAGES: Final[dict[str, str]] = {
    "en": "English",
    "pt": "Portuguese",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "tr": "Turkish",
    "sv": "Swedish",
    "ru": "Russian",
}

# Twelve groups a language; a group lists the ways to write the month, without the dot.
_TABLES: Final[dict[str, str]] = {
    "en": "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
    "sep sept september|oct october|nov november|dec december",
    "pt": "jan janeiro|fev fevereiro|mar março|abr abril|mai maio|jun junho|jul julho|ago agosto|"
    "set setembro|out outubro|nov novembro|dez dezembro",
    "es": "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto|"
    "sep sept septiembre|oct octubre|nov noviembre|dic diciembre",
    "fr": "janv janvier|févr févr février fev fevr|mars|avr avril|mai|juin|juil juillet|août aout|"
    "sept septembre|oct octobre|nov novembre|déc décembre dec",
    "de": "jan januar jän jänner|feb februar|mär märz mrz|apr april|mai|jun juni|jul juli|aug august|"
    "sep sept september|okt oktober|nov november|dez dezember",
    "it": "gen gennaio|feb febbraio|mar marzo|apr aprile|mag maggio|giu giugno|lug luglio|ago agosto|"
    "set settembre|ott ottobre|nov novembre|dic dicembre",
    "nl": "jan januari|feb februari|mrt maart|apr april|mei|jun juni|jul juli|aug augustus|"
    "sep september|okt oktober|nov november|dec december",
    "pl": "sty stycznia|lut lutego|mar marca|kwi kwietnia|maj maja|cze czerwca|lip lipca|sie sierpnia|"
    "wrz września|paź października|lis listopada|gru grudnia",
    "tr": "oca ocak|şub şubat|mar mart|nis nisan|may mayıs|haz haziran|tem temmuz|ağu ağustos|"
    "eyl eylül|eki ekim|kas kasım|ara aralık",
    "sv": "jan januari|feb februari|mar mars|apr april|maj|jun juni|jul juli|aug augusti|"
    "sep sept september|okt oktober|nov november|dec december",
    "ru": "янв января|февр фев февраля|мар марта|апр апреля|мая май|июн июня|июл июля|авг августа|"
    "сент сен сентября|окт октября|нояб ноя ноября|дек декабря",
}

MONTHS: Final[dict[str, dict[str, int]]] = {
    language: {name: month for month, names in enumerate(table.split("|"), 1) for name in names.split()}
    for language, table in _TABLES.items()
}

_DATE: Final = re.compile(
    r"(\d{1,2})\.?(?: de)? ([^\W\d_]+)\.?(?: de)? (\d{4}),? +(\d{1,2})[:.h](\d{2})(?::(\d{2}))?"
)


def read_date(text: str, column: str, language: str | None) -> tuple[datetime, str]:
    """Read ``d MMM yyyy, HH:mm`` with a month in any language of the table.

    Args:
        text: the cell.
        column: its header, for the reason.
        language: language to try first; None takes any language that knows the month.

    Returns:
        Local wall time, and the language in which the month was read.

    Raises:
        RowProblemError: no date, or a month that no language of the table knows.
    """
    text = text.strip()
    found = _DATE.fullmatch(text)
    if not found:
        raise RowProblemError(column, text, f"“{text}” is not a date Iron knows.")
    day, name, year, hour, minute, second = found.groups(default="0")
    month, said_in = _month(name.casefold(), text, column, language)
    try:
        moment = datetime(int(year), month, int(day), int(hour), int(minute), int(second))  # noqa: DTZ001 zone unknown
    except ValueError:
        raise RowProblemError(column, text, f"“{text}” is no day of the calendar.") from None
    return plausible(moment, text, column), said_in


def _month(name: str, text: str, column: str, language: str | None) -> tuple[int, str]:
    """Return the month and the language that knows it; no name means two months in two languages of the table."""
    if language is not None and name in MONTHS[language]:
        return MONTHS[language][name], language
    for key, table in MONTHS.items():
        if name in table:
            return table[name], key
    reason = f"“{text}” is not a date Iron knows. Which language is your Hevy in? Set it to English and export again."
    raise RowProblemError(column, text, reason)
