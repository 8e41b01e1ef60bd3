"""Search that forgives: words in any order, beginnings, slips, words written together, words for the muscle.

A short word may have one slip, a long one two.

Twin of `web/src/core/rules/exercises/find.ts`: the page and the app find the same, in the same order.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MARKS: Final = re.compile("[\u0300-\u036f]")
_SIGNS: Final = re.compile(r"[\W_]+")
_ALIAS: Final = 0.5  # how much further an alias is than the name: a guess
_TAG: Final = 0.2  # how much further a word for the muscle is than a word of the name: a guess
_TAG_LETTERS: Final = 3  # a beginning of fewer letters means no muscle
_BEGINNING: Final = 0.3  # a word of which only the beginning was typed: a guess
_SLIP: Final = 2.0  # from here on a word fits by a slip only


UNRANKED: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Findable:
    """An exercise with its names, folded once; the first is the name, the others are aliases.

    ``tags`` are folded words for its muscles; ``rank`` is its place among the common exercises, which decides where two
    fit as well.
    """

    id: str
    name: str
    folded: tuple[tuple[str, tuple[str, ...]], ...]
    tags: tuple[str, ...] = ()
    rank: int = UNRANKED


def fold(text: str) -> str:
    """Fold for comparison: case, accents and signs go.

    >>> fold("45° Leg-Press")
    '45 leg press'
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return _SIGNS.sub(" ", plain).strip()


def findable(
    rows: Iterable[Mapping[str, Any]],
    aliases: Mapping[str, Sequence[str]],
    muscles: Mapping[str, Sequence[str]] | None = None,
    common: Sequence[str] = (),
) -> list[Findable]:
    """Prepare exercises for searching.

    Args:
        rows: each with ``id`` and ``name``, and ``primary``, the muscles it is for.
        aliases: other names by exercise id.
        muscles: words by muscle id.
        common: ids of the common exercises, the most common first.
    """
    ranks = {each: at for at, each in enumerate(common)}
    made = []
    for row in rows:
        names = [fold(name) for name in (row["name"], *aliases.get(row["id"], ()))]
        words_said = [
            fold(word) for muscle in row.get("primary", ()) for word in (muscles or {}).get(muscle, ())
        ]
        tags = tuple(dict.fromkeys(word for each in words_said for word in each.split(" ")))
        folded = tuple((name, _words(name)) for name in names)
        made.append(Findable(row["id"], row["name"], folded, tags, ranks.get(row["id"], UNRANKED)))
    return made


def _words(name: str) -> tuple[str, ...]:
    """The words of a folded name; two are often written as one."""
    words = name.split(" ")
    return (*words, "".join(words)) if len(words) == 2 else tuple(words)


def find(typed: str, things: Iterable[Findable]) -> list[str]:
    """Ids of what fits, the best first; all of them, as they came, when nothing was typed."""
    words = fold(typed).split()
    if not words:
        return [each.id for each in things]
    memory: list[tuple[str, dict[str, float]]] = [(word, {}) for word in words]
    whole = " ".join(words)
    scored = [(_best(memory, whole, each), each) for each in things]
    fitting = [(score, each) for score, each in scored if score < math.inf]
    if any(score <= _ALIAS for score, _ in fitting):
        fitting = _without_slips(fitting, memory, whole)
    ranked = sorted((score, each.rank, len(each.name), each.name, each.id) for score, each in fitting)
    return [row[-1] for row in ranked]


def _without_slips(
    fitting: list[tuple[float, Findable]], memory: list[tuple[str, dict[str, float]]], whole: str
) -> list[tuple[float, Findable]]:
    """Who typed a whole name made no slip: what fits only by one goes ("rower" is no "power clean")."""
    strict = [
        (typed, {word: math.inf if score >= _SLIP else score for word, score in known.items()})
        for typed, known in memory
    ]
    scored = [(_best(strict, whole, each), each) for _, each in fitting]
    return [(score, each) for score, each in scored if score < math.inf]


def _best(asked: Sequence[tuple[str, dict[str, float]]], whole: str, thing: Findable) -> float:
    by_tag = [_tag_score(word, thing.tags) for word, _ in asked]
    return min(
        _name_score(asked, whole, name, words, by_tag) + (_ALIAS if at else 0)
        for at, (name, words) in enumerate(thing.folded)
    )


def _name_score(
    asked: Sequence[tuple[str, dict[str, float]]],
    whole: str,
    name: str,
    words: Sequence[str],
    by_tag: Sequence[float],
) -> float:
    if name == whole:
        return 0.0
    total = 1.0
    for (word, memory), nearest_tag in zip(asked, by_tag, strict=True):
        nearest = nearest_tag
        for own in words:
            score = memory.get(own)
            if score is None:
                score = memory[own] = _word_score(word, own)
            nearest = min(nearest, score)
        if nearest == math.inf:
            return math.inf
        total += nearest
    return total - 0.4 if name.startswith(asked[0][0]) else total


def _tag_score(typed: str, tags: Sequence[str]) -> float:
    """How far a word for the muscle is from a typed one; infinite where it is not one or the beginning of one."""
    if typed in tags:
        return _TAG
    if len(typed) >= _TAG_LETTERS and any(tag.startswith(typed) for tag in tags):
        return _BEGINNING + _TAG
    return math.inf


def _word_score(typed: str, word: str) -> float:
    """0 is the same word, more is further away: guesses that put beginnings before middles before slips."""
    if word == typed:
        return 0.0
    if word.startswith(typed):
        return _BEGINNING
    if len(typed) >= 3 and typed in word:
        return 1.0
    if len(typed) == 3:
        return 2.0 if sorted(typed) == sorted(word[:3]) else math.inf
    slips = 0 if len(typed) < 4 else 1 if len(typed) < 7 else 2
    # A slip changes one letter at most: with more letters missing there is no need to count edits.
    if not slips or len(set(typed) - set(word)) > slips:
        return math.inf
    # What is typed may be the beginning of a longer word: compare with as much of it.
    distance = min(_edits(typed, word, slips), _edits(typed, word[: len(typed)], slips))
    return 1 + distance if distance <= slips else math.inf


def _edits(a: str, b: str, most: int) -> float:
    """Edits between two words, where two neighbours changing places is one edit; more than ``most`` is infinite."""
    if abs(len(a) - len(b)) > most:
        return math.inf
    older: list[int] = []
    old = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        older, old = old, row
    return old[-1] if old[-1] <= most else math.inf
