"""Several sets in one cell, as people write them: ``3x10@60kg``, ``60x8, 60x8``, ``110,5,5,5``, ``10/10/8``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.exchange.reading.numbers import MASS_WORDS

if TYPE_CHECKING:
    from iron.values.units import MassUnit

_UNIT: Final = "|".join(
    sorted((re.escape(word) for word in MASS_WORDS if word != "#"), key=len, reverse=True)
)
_N: Final = r"\d+(?:[.,]\d+)?"
_SETS_AT: Final = re.compile(
    rf"(\d{{1,2}})\s*[x×*]\s*(\d{{1,3}})\s*(?:reps?)?\s*(?:@|at|with|mit|à|con|a|,|\s)\s*({_N})\s*({_UNIT})?",
    re.IGNORECASE,
)
_SETS_BY: Final = re.compile(
    rf"(\d{{1,2}})\s*[x×*]\s*(\d{{1,3}})\s*[x×*]\s*({_N})\s*({_UNIT})", re.IGNORECASE
)
_TRIPLE: Final = re.compile(
    rf"({_N})\s*({_UNIT})?\s*[x×*]\s*(\d{{1,3}})\s*[x×*]\s*(\d{{1,2}})", re.IGNORECASE
)
_PAIR: Final = re.compile(rf"({_N})\s*({_UNIT})?\s*[x×*]\s*(\d{{1,3}})\s*(?:reps?)?", re.IGNORECASE)
_REPS: Final = re.compile(r"\d{1,3}(?:\s*[/,;+\-\s]\s*\d{1,3})+")
_PART: Final = re.compile(
    r"\s*[;,|\n]\s*|(?<![x×*\s])\s+(?=\d+(?:[.,]\d+)?\s*(?:kg|lbs?)?\s*[x×*])", re.IGNORECASE
)
# The sets of one exercise on one day, as people write them. A guess with a wide margin.
_LONGEST: Final = 500
# A first number of this or less before an x counts sets where the row's load stands elsewhere. A guess.
_MOST_SETS: Final = 12


@dataclass(frozen=True, slots=True)
class Packed:
    """One set of a packed cell."""

    load: float | None
    unit: MassUnit | None
    reps: float


def unpack(text: str, *, has_load: bool) -> list[Packed] | None:
    """Return the sets of a packed cell; None where it is none.

    >>> [(one.load, one.reps) for one in unpack("3x10@60kg", has_load=False)]
    [(60.0, 10.0), (60.0, 10.0), (60.0, 10.0)]
    >>> [(one.load, one.reps) for one in unpack("110,5,5", has_load=False)]
    [(110.0, 5.0), (110.0, 5.0)]

    Args:
        text: the cell.
        has_load: the row's load stands in another column, so the cell holds sets and reps only.
    """
    text = text.strip().rstrip("*").strip()
    if len(text) > _LONGEST:
        return None
    if has_load:
        return _without_load(text)
    if numbers := _load_then_reps(text):
        return numbers
    sets: list[Packed] = []
    for part in _PART.split(text):
        if not part:
            continue
        read = _read_part(part)
        if read is None:
            return None
        sets += read
    return sets or None


def _without_load(text: str) -> list[Packed] | None:
    if match_ := re.fullmatch(r"(\d{1,2})\s*[x×*]\s*(\d{1,3})", text):
        return [Packed(None, None, float(match_[2]))] * int(match_[1])
    if _REPS.fullmatch(text) and not re.fullmatch(r"\d{1,3}\s*-\s*\d{1,3}", text):
        return [Packed(None, None, float(number)) for number in re.findall(r"\d+", text)]
    return None


def _load_then_reps(text: str) -> list[Packed] | None:
    """Read ``110,5,5,5``: a load and then the reps of each set."""
    parts = re.split(r"\s*[,;|]\s*", text)
    if len(parts) < 2 or not all(re.fullmatch(_N, part) for part in parts):
        return None
    first, *rest = (float(part.replace(",", ".")) for part in parts)
    if not all(number == int(number) and number <= 100 for number in rest) or first < max(rest):
        return None
    return [Packed(first, None, number) for number in rest]


def _read_part(part: str) -> list[Packed] | None:
    if match_ := _SETS_AT.fullmatch(part) or _SETS_BY.fullmatch(part):
        return [Packed(_number(match_[3]), _unit(match_[4]), float(match_[2]))] * int(match_[1])
    if match_ := _TRIPLE.fullmatch(part):
        first, reps, last = _number(match_[1]), float(match_[3]), int(match_[4])
        return [Packed(first, _unit(match_[2]), reps)] * last
    if match_ := _PAIR.fullmatch(part):
        first, unit = _number(match_[1]), _unit(match_[2])
        if unit is None and first <= _MOST_SETS and first == int(first):
            return [Packed(None, None, float(match_[3]))] * int(first)
        return [Packed(first, unit, float(match_[3]))]
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _unit(text: str | None) -> MassUnit | None:
    return MASS_WORDS.get(text.casefold()) if text else None
