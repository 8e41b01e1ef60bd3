"""Columns found by name. A column that a table lacks is absent: its cells are empty and never another column's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iron.exchange.reading.numbers import LENGTH_WORDS, MASS_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iron.exchange.reading.table import Row

_BRACKETS: Final = re.compile(r"^(.*?)\s*[(\[{]\s*([^)\]}]*?)\s*[)\]}]\s*$")
_SIGNS: Final = re.compile(r"[\s_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
TIME_WORDS: Final[dict[str, float]] = {
    **dict.fromkeys(
        [
            "s",
            "sec",
            "secs",
            "second",
            "seconds",
            "sek",
            "sekunden",
            "segundos",
            "secondi",
            "secondes",
            "сек",
        ],
        1.0,
    ),
    **dict.fromkeys(["min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "мин"], 60.0),
    **dict.fromkeys(["h", "hr", "hrs", "hour", "hours", "std", "stunden", "horas", "ore", "heures"], 3600.0),
    **dict.fromkeys(["ms", "millis", "milliseconds"], 0.001),
}
# Letters of a header that names a unit. A guess with a wide margin.
_LONGEST: Final = 200
_UNITS: Final = frozenset({*MASS_WORDS, *LENGTH_WORDS, *TIME_WORDS} - {"#"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands.

    Attributes:
        index: of the cell.
        header: as written.
        unit: the unit that its header names, in lower case, or an empty text.
    """

    index: int
    header: str
    unit: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by name.

    Attributes:
        header: cells as written, trimmed.
        by_name: places by folded header, and by folded header without its unit.
    """

    header: tuple[str, ...]
    by_name: Mapping[str, tuple[Place, ...]]
    _cache: dict[tuple[str, ...], tuple[Place, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.header)

    def find(self, *names: str) -> tuple[Place, ...]:
        """Return the columns of the first of these names that the table has; empty when it has none of them."""
        places = self._cache.get(names)
        if places is None:
            places = next((self.by_name[name] for name in names if name in self.by_name), ())
            self._cache[names] = places
        return places

    def has(self, *names: str) -> bool:
        """Return whether the table has a column of one of these names."""
        return any(name in self.by_name for name in names)

    def text(self, row: Row, *names: str) -> str:
        """Return the trimmed cell of the first of these columns that says something, or an empty text."""
        for place in self.find(*names):
            if text := row.cells[place.index].strip():
                return text
        return ""


def fold_header(cell: str) -> str:
    """Fold a header for comparison: width, case, underscores and spaces.

    >>> fold_header(" Weight_kg ")
    'weight kg'
    """
    plain = unicodedata.normalize("NFKC", cell).casefold().replace("×", "x")
    return _SIGNS.sub(" ", plain).strip(" \ufeff\"'*:")


def camel_words(cell: str) -> str:
    """Fold a header whose words are told apart by capitals only.

    >>> camel_words("ExerciseName")
    'exercise name'
    """
    return fold_header(_CAMEL.sub(" ", cell))


def split_unit(folded: str) -> tuple[str, str]:
    """Split a folded header into its words and the unit that it names.

    >>> split_unit("weight (lbs)"), split_unit("distance km"), split_unit("kg"), split_unit("sets (reps)")
    (('weight', 'lbs'), ('distance', 'km'), ('', 'kg'), ('sets', ''))
    """
    match_ = _BRACKETS.match(folded) if len(folded) <= _LONGEST else None
    if match_:
        inside = match_[2].strip(" .")
        return match_[1].strip(), (inside if inside in _UNITS else "")
    words = folded.split(" ")
    last = words[-1].strip("./")
    if last in _UNITS and (len(words) > 1 or last in MASS_WORDS or last in LENGTH_WORDS):
        return " ".join(words[:-1]).rstrip(" -/,"), last
    return folded, ""


def columns(header: Iterable[str]) -> Columns:
    """Index the columns of a header; columns without a name are left out."""
    cells = tuple(cell.strip() for cell in header)
    by_name: dict[str, tuple[Place, ...]] = {}
    bases: dict[str, tuple[Place, ...]] = {}
    for index, cell in enumerate(cells):
        folded = fold_header(cell)
        if not folded:
            continue
        base, unit = split_unit(folded)
        place = Place(index, cell, unit)
        by_name[folded] = (*by_name.get(folded, ()), place)
        if base and base != folded:
            bases[base] = (*bases.get(base, ()), place)
        words = camel_words(cell)
        if words != folded:
            base, unit = split_unit(words)
            for name in dict.fromkeys((words, base)):
                if name:
                    bases[name] = (*bases.get(name, ()), Place(index, cell, unit))
    for base, places in bases.items():
        by_name[base] = (*by_name.get(base, ()), *places)
    return Columns(cells, by_name)
