"""What a name means: exact after folding, else near misses, never a silent guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iron.ids import fold
from iron.knowledge.model import Resolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iron.knowledge.model import Alias, Exercise

# A name whose words all stand in the query ("leg press" in "leg press technogym") scores at least this. A guess.
_CONTAINED = 0.6


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Every known name: exact by folded form, near by pairs of letters."""

    exact: Mapping[str, Resolved]
    near: tuple[tuple[str, str, frozenset[str], frozenset[str]], ...]

    def resolve(self, name: str) -> Resolved | None:
        """What this name means, or None."""
        return self.exact.get(fold(name))

    def suggest(self, name: str, limit: int) -> list[tuple[str, float]]:
        """The exercises whose names are nearest, with a score from 0 to 1, best first."""
        folded = fold(name)
        pairs, tokens = _pairs(folded), _words(folded)
        best: dict[str, float] = {}
        for exercise_id, known, known_pairs, known_words in self.near:
            score = 1.0 if known == folded else _score(pairs, tokens, known_pairs, known_words)
            if score > best.get(exercise_id, 0.2):
                best[exercise_id] = score
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [(exercise_id, round(score, 3)) for exercise_id, score in ranked[:limit]]


def index_names(exercises: Iterable[Exercise], aliases: Sequence[Alias]) -> NameIndex:
    """Index ids, names and aliases; an alias file entry says more than an exercise file and wins."""
    exact: dict[str, Resolved] = {}
    near = []
    for exercise in exercises:
        for name in _names_of(exercise):
            folded = fold(name)
            exact.setdefault(folded, Resolved(exercise.id))
            near.append((exercise.id, folded, _pairs(folded), _words(folded)))
    for alias in aliases:
        folded = fold(alias.name)
        exact[folded] = Resolved(alias.exercise, alias.side, alias.setup, alias.machine)
        near.append((alias.exercise, folded, _pairs(folded), _words(folded)))
    return NameIndex(exact, tuple(near))


def _names_of(exercise: Exercise) -> Iterator[str]:
    yield exercise.id
    yield exercise.name
    yield from exercise.aliases


def _score(
    pairs: frozenset[str], tokens: frozenset[str], known_pairs: frozenset[str], known_words: frozenset[str]
) -> float:
    if not pairs or not known_pairs:
        return 0
    dice = 2 * len(pairs & known_pairs) / (len(pairs) + len(known_pairs))
    if known_words and known_words <= tokens:
        return max(dice, _CONTAINED + 0.4 * len(known_pairs) / max(len(pairs), len(known_pairs)) * 0.9)
    return dice


def _pairs(folded: str) -> frozenset[str]:
    padded = f" {folded} "
    return frozenset(padded[start : start + 2] for start in range(len(padded) - 1))


def _words(folded: str) -> frozenset[str]:
    cleaned = "".join(letter if letter.isalnum() else " " for letter in folded)
    return frozenset(cleaned.split())
