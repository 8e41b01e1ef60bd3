"""Words of dates in every language of Unicode CLDR, from babel: months, weekdays, parts of the day."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Languages of training apps and of most phones are tried first, in this order: it also breaks ties.
FIRST: Final = (
    "en",
    "pt",
    "es",
    "fr",
    "de",
    "it",
    "nl",
    "pl",
    "tr",
    "sv",
    "ru",
    "nb",
    "da",
    "fi",
    "cs",
    "hu",
    "ro",
    "el",
    "uk",
    "ja",
    "ko",
    "zh",
    "zh_Hant",
    "vi",
    "id",
    "th",
    "ar",
    "he",
    "hi",
    "bg",
    "hr",
    "sk",
    "sl",
)
_MARKS: Final = re.compile("[\u0300-\u036f\u200e\u200f\u061c]")
_PATTERN_LETTERS: Final = re.compile(r"'([^']*)'")
_NAME_SPLIT: Final = re.compile(r"[\s'’]+")
# Words that stand between the parts of a date in running text and in the patterns of CLDR.
_FILLERS: Final = frozenset(
    [
        "at",
        "um",
        "kl",
        "klo",
        "a",
        "à",
        "alle",
        "de",
        "del",
        "of",
        "the",
        "om",
        "o",
        "u",
        "ura",
        "w",
        "v",
        "den",
        "dne",
        "i",
        "og",
        "t",
        "st",
        "nd",
        "rd",
        "th",
    ]
)
_CJK: Final = frozenset(["年", "月", "日", "号", "號", "년", "월", "일"])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, folded.

    Attributes:
        months: month 1 to 12 by word.
        days: weekdays.
        periods: CLDR day period by word, e.g. ``pm``.
        fillers: words without meaning for the date.
    """

    months: dict[str, int]
    days: frozenset[str]
    periods: dict[str, str]
    fillers: frozenset[str]


def fold(text: str) -> str:
    """Fold a text for comparison: width, case and Latin accents go, one kind of space stays."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = unicodedata.normalize("NFC", _MARKS.sub("", plain)).replace("ı", "i")
    return " ".join(plain.split())


def bare(word: str) -> str:
    """Return a folded word without its dots and quotes."""
    return word.replace(".", "").strip("'’\"،॰·՝")


@cache
def lexicon(language: str | None) -> Lexicon:
    """Return the words of a language; English where none is given. ``am`` and ``pm`` are known everywhere."""
    locale = Locale.parse(language or "en")
    months: dict[str, int] = {}
    fillers = set(_FILLERS) | set(_CJK)
    for width in _widths(locale.months):
        for month, name in width.items():
            word, others = _main_word(str(name))
            fillers.update(others)
            if word:
                months.setdefault(word, int(month))
    _add_shortened(months)
    if locale.language == "he":  # dates say "in January" in one word
        months.update({f"ב{word}": month for word, month in list(months.items())})
    days = {
        bare(part)
        for width in _widths(locale.days)
        for name in width.values()
        for part in fold(str(name)).split()
    }
    periods = {"am": "am", "pm": "pm"}
    for width in _widths(locale.day_periods):
        for key, name in width.items():
            periods.setdefault(bare(fold(str(name)).replace(" ", "")), str(key))
    for pattern in (*locale.date_formats.values(), *locale.time_formats.values()):
        for literal in _PATTERN_LETTERS.findall(str(pattern.pattern)):
            fillers.update(bare(word) for word in fold(literal).split())
    for pattern in locale.datetime_formats.values():
        for literal in _PATTERN_LETTERS.findall(str(pattern)):
            fillers.update(bare(word) for word in fold(literal).split())
    fillers -= months.keys() | periods.keys()
    return Lexicon(months, frozenset(days) - {""}, periods, frozenset(fillers))


def _add_shortened(months: dict[str, int]) -> None:
    """Add beginnings of three letters and more that fit one month only: people and apps shorten as they like."""
    begun: dict[str, set[int]] = {}
    for name, month in months.items():
        for length in range(3, len(name)):
            begun.setdefault(name[:length], set()).add(month)
    for begin, fitting in begun.items():
        if len(fitting) == 1:
            months.setdefault(begin, next(iter(fitting)))


def _widths(data: Any) -> Iterator[Any]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "short"):
            yield data.get(context, {}).get(width, {})


def _main_word(name: str) -> tuple[str, list[str]]:
    """Return the word of a month name that says the month, and its other words; none where a number says it."""
    words = [bare(word) for word in _NAME_SPLIT.split(fold(name))]
    words = [word for word in words if word]
    if any(any(letter.isdigit() for letter in word) for word in words):
        return "", [stripped for word in words if (stripped := word.strip("0123456789"))]
    return (words[-1], words[:-1]) if words else ("", [])


def language_of(words: Iterable[str]) -> str | None:
    """Return the language whose months, weekdays and parts of the day hold most of these words; None for no words.

    Languages of `FIRST` win; the others, and regional forms, are asked where words stay unknown.
    """
    asked = frozenset(words) - {"am", "pm", "z", "utc", "gmt", "t"}
    return _language_of(asked) if asked else None


@lru_cache(maxsize=256)  # the columns of a table, and its cells again and again, have the same few words
def _language_of(asked: frozenset[str]) -> str:
    best = _best_of(FIRST, asked)
    if not _unknown(best, asked):
        return best
    plain = tuple(key for key in _others() if "_" not in key)
    best = _best_of((best, *plain), asked)
    if not _unknown(best, asked):
        return best
    return _best_of(
        (best, *(key for key in _others() if key.startswith(f"{best.partition('_')[0]}_"))), asked
    )


def _best_of(keys: Iterable[str], asked: frozenset[str]) -> str:
    """Return the language that leaves the fewest words unknown; among equals the one with the most dates words."""
    best, rank = "en", (-len(asked) - 1, 0)
    for key in keys:
        known = lexicon(key)
        unknown = len(_unknown(key, asked))
        hits = sum(word in known.months or word in known.days or word in known.periods for word in asked)
        if (-unknown, hits) > rank:
            best, rank = key, (-unknown, hits)
        if not unknown and hits == len(asked):
            break
    return best


def _unknown(key: str, asked: frozenset[str]) -> frozenset[str]:
    known = lexicon(key)
    return asked - known.months.keys() - known.days - known.periods.keys() - known.fillers


@cache
def _others() -> tuple[str, ...]:
    """Return every language and regional form of CLDR that is not tried first."""
    return tuple(sorted(key for key in locale_identifiers() if key not in FIRST and key != "root"))


def name_of(language: str) -> str:
    """Return the English name of a language."""
    try:
        return Locale.parse(language).get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language
