"""Names that no list holds, composed from their words: a movement, its equipment, position, grip and side.

Every word of a name must be understood, in one language or in that language and English. What is left over after the
exercise is found may be one word that is only a way of doing it (a grip, a seat); anything else means that the name
stays unknown, because a wrong exercise is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from iron.exchange.reading.languages import fold
from iron.exchange.reading.lexicons import read_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SIGNS: Final = re.compile(r"[^\w°+]+|_")
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HEAD: Final = "="
# Ways of doing an exercise that may be left over, at most one of them beside the side.
_WAYS: Final = frozenset(
    [
        "seated",
        "standing",
        "lying",
        "flat",
        "wide",
        "close",
        "neutral",
        "reverse",
        "rope",
        "vbar",
        "straightbar",
        "ez",
        "pause",
        "deep",
        "highbar",
        "lowbar",
        "kneeling",
        "weighted",
        "high",
        "low",
        "narrow",
        "heels",
        "hold",
        "iso",
        "walking",
        "forward",
        "parallel",
        "military",
        "olympic",
    ]
)
_SIDES: Final = frozenset({"single", "alternating"})
# Endings that say when or whose, not what.
_NOISE: Final = frozenset(
    {"old", "backup", "custom", "new", "copy", "neu", "alt", "nuevo", "nuova", "vecchio", "eigene"}
)


@dataclass(frozen=True, slots=True)
class Composed:
    """What the words of a name say together.

    Attributes:
        exercise: id of the library.
        single: the name says one arm or one leg and not which.
        left_over: the way of doing it that the exercise does not hold, or an empty text.
    """

    exercise: str
    single: bool
    left_over: str


@dataclass(frozen=True, slots=True)
class _Head:
    same: frozenset[str]
    rules: Mapping[frozenset[str], str]


@cache
def heads() -> Mapping[str, _Head]:
    """Return the movements with their rules."""
    text = files("iron.exchange.reading").joinpath("words/heads.toml").read_text(encoding="utf-8")
    return {
        name: _Head(
            frozenset(str(entry.get("same", "")).split()),
            {frozenset(key.split()): exercise for key, exercise in entry["rules"].items()},
        )
        for name, entry in tomllib.loads(text).items()
    }


@cache
def _phrases(language: str) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]], int]:
    """Return features by folded phrase, by beginning of a word (``wykrok*``), and the longest phrase in words."""
    whole: dict[str, tuple[str, ...]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    for key in dict.fromkeys((language, "en")):
        lists = read_all().get(key, {})
        for section, words in lists.items():
            for meaning, phrases in words.items():
                features = _features(section, meaning)
                for phrase in phrases:
                    target = begun if phrase.endswith("*") else whole
                    target.setdefault(_plain(phrase.removesuffix("*")), features)
    longest = max((len(phrase.split()) for phrase in (*whole, *begun)), default=1)
    return whole, begun, longest


def _features(section: str, meaning: str) -> tuple[str, ...]:
    """Return the features of an entry; a movement may bring some with it: ``squat + front``."""
    if section != "heads":
        return tuple(meaning.split())
    head, _, more = meaning.partition(" + ")
    return (_HEAD + head, *more.split())


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


@lru_cache(maxsize=16_384)
def compose(name: str) -> Composed | None:
    """Return what the words of a name say, None where a word is unknown or languages disagree."""
    plain = _plain(name)
    if not plain or len(plain) > 120:
        return None
    found: dict[str, Composed] = {}
    for language in read_all():
        for features in _readings(plain, language):
            composed = _exercise(features)
            if composed is not None:
                found.setdefault(composed.exercise, composed)
                break
    return next(iter(found.values())) if len(found) == 1 else None


def _readings(plain: str, language: str) -> Iterator[list[str]]:
    """Return the features of a name in a language: at most one reading, none where a word is unknown."""
    whole, begun, longest = _phrases(language)
    words = _unspaced(plain, whole) if _UNSPACED.search(plain) else plain.split()
    if words is None:
        return
    features: list[str] = []
    place = 0
    while place < len(words):
        step = 0
        for length in range(min(longest, len(words) - place), 0, -1):
            phrase = " ".join(words[place : place + length])
            meaning = whole.get(phrase)
            if meaning is None:
                meaning = _singular(phrase, whole)
            if meaning is None and length == 1:
                meaning = next((found for start, found in begun.items() if phrase.startswith(start)), None)
            if meaning is not None:
                features += meaning
                step = length
                break
        if not step:
            if words[place] not in _NOISE:
                return
            step = 1
        place += step
    yield features


def _singular(phrase: str, whole: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the meaning of an English-like plural: ``curls``, ``flyes``, ``crunches``."""
    for ending in ("es", "s"):
        if phrase.endswith(ending) and len(phrase) > 4:
            meaning = whole.get(phrase.removesuffix(ending))
            if meaning is not None:
                return meaning
    return None


def _unspaced(plain: str, whole: Mapping[str, tuple[str, ...]]) -> list[str] | None:
    """Split a name of a script without fixed spaces into the longest known words; None where a part is unknown."""
    text = plain.replace(" ", "")
    known = {phrase.replace(" ", ""): phrase for phrase in whole}
    words: list[str] = []
    place = 0
    while place < len(text):
        length = next((n for n in range(len(text) - place, 0, -1) if text[place : place + n] in known), 0)
        if not length:
            return None
        words += known[text[place : place + length]].split(" ")
        place += length
    return words


def _exercise(features: list[str]) -> Composed | None:
    named = list(dict.fromkeys(feature[1:] for feature in features if feature.startswith(_HEAD)))
    if len(named) != 1 or named[0] not in heads():
        return None
    head = heads()[named[0]]
    said = frozenset(feature for feature in features if not feature.startswith(_HEAD)) - {"-"}
    best: tuple[int, int, str, frozenset[str]] | None = None
    for needed, exercise in head.rules.items():
        left = said - needed - head.same
        if not needed <= said or not left <= _WAYS | _SIDES or len(left - _SIDES) > 1:
            continue
        rank = (len(needed), -len(left), exercise, frozenset(left))
        if best is None or rank[:2] > best[:2]:
            best = rank
    if best is None:
        return None
    left = best[3]
    return Composed(best[2], "single" in left, " ".join(sorted(left - _SIDES)))
