"""What a name means: exact after folding, else near misses, never a silent guess."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.knowledge.model import Resolved
from iron.values.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iron.knowledge.model import Alias, Exercise

# A name whose words all stand in the query ("leg press" in "leg press technogym") scores this or more: a guess.
_CONTAINED: Final = 0.6
# Below this two names have little more in common than a few letters: a guess.
_FAR: Final = 0.25


@dataclass(frozen=True, slots=True)
class _Known:
    """One known name, ready to be compared."""

    exercise: str
    pairs: int
    words: frozenset[str]
    word: str | None


@dataclass(frozen=True, slots=True)
class NearNames:
    """Every known name, found by pairs of letters."""

    known: tuple[_Known, ...]
    by_pair: Mapping[str, tuple[int, ...]]

    def suggest(self, name: str, limit: int) -> list[tuple[str, float]]:
        """The exercises whose names are nearest, with a score from 0 to 1, best first.

        The score is the share of letter pairs in common (Sørensen–Dice), raised when all words of the known name
        stand in the one asked for.
        """
        folded = fold(name)
        pairs, words = _pairs(folded), _words(folded)
        common: Counter[int] = Counter()
        for pair in pairs:
            common.update(self.by_pair.get(pair, ()))
        best: dict[str, float] = {}
        asked = len(pairs)
        for position, shared in common.items():
            known = self.known[position]
            score = 2 * shared / (asked + known.pairs)
            if known.word in words and known.words <= words:
                score = max(score, _CONTAINED + (1 - _CONTAINED) * score)
            if score > _FAR and score > best.get(known.exercise, _FAR):
                best[known.exercise] = score
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [(exercise, round(score, 3)) for exercise, score in ranked[:limit]]


def exact_names(exercises: Iterable[Exercise], aliases: Sequence[Alias]) -> dict[str, Resolved]:
    """What each folded name means; an entry of the alias file says more than an exercise file and wins."""
    exact: dict[str, Resolved] = {}
    for exercise in exercises:
        for name in _names_of(exercise):
            exact.setdefault(fold(name), Resolved(exercise.id))
    for alias in aliases:
        exact[fold(alias.name)] = Resolved(alias.exercise, alias.side, alias.setup, alias.machine)
    return exact


def near_names(exact: Mapping[str, Resolved]) -> NearNames:
    """Prepare the known names for near misses."""
    known = []
    by_pair: dict[str, list[int]] = {}
    for position, (name, meaning) in enumerate(exact.items()):
        pairs = _pairs(name)
        words = _words(name)
        # Most names lack the longest word, so that the others need not be compared.
        known.append(_Known(meaning.exercise, len(pairs), words, max(words, key=len, default=None)))
        for pair in pairs:
            by_pair.setdefault(pair, []).append(position)
    return NearNames(tuple(known), {pair: tuple(positions) for pair, positions in by_pair.items()})


def _names_of(exercise: Exercise) -> Iterator[str]:
    yield exercise.id
    yield exercise.name
    yield from exercise.aliases


def _pairs(folded: str) -> frozenset[str]:
    padded = f" {folded} "
    return frozenset(padded[start : start + 2] for start in range(len(padded) - 1))


def _words(folded: str) -> frozenset[str]:
    cleaned = "".join(letter if letter.isalnum() else " " for letter in folded)
    return frozenset(cleaned.split())
