"""Names that no list holds, composed from their words: a movement, its equipment, position, grip and side.

Every word of a name must be understood, in one language or in that language and English. What is left over after the
exercise is found may be one word that is only a way of doing it (a grip, a seat); anything else means that the name
stays unknown, because a wrong exercise is worse than none.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
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
# Languages that write equipment and movement as one word.
_COMPOUNDING: Final = frozenset({"de", "nl", "no", "sv"})
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
        open: the name leaves the equipment open; the exercise is only the usual one.
    """

    exercise: str
    single: bool
    left_over: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    same: frozenset[str]
    rules: Mapping[frozenset[str], str]
    open: frozenset[frozenset[str]]


@cache
def heads() -> Mapping[str, _Head]:
    """Return the movements with their rules."""
    text = files("iron.exchange.reading").joinpath("words/heads.toml").read_text(encoding="utf-8")
    return {
        name: _Head(
            frozenset(str(entry.get("same", "")).split()),
            {frozenset(key.split()): exercise for key, exercise in entry["rules"].items()},
            frozenset(frozenset(key.split()) for key in entry.get("open", ())),
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
    accented = _accented(name)
    by_exercise: dict[str, Composed] = {}
    most = 0
    for language in read_all():
        spelled = len(accented & _accented_words(language)) if accented else 0
        if spelled < most:
            continue
        for features in _readings(plain, language):
            composed = _exercise(features)
            if composed is not None:
                if spelled > most:
                    most, by_exercise = spelled, {}
                by_exercise.setdefault(composed.exercise, composed)
                break
    return next(iter(by_exercise.values())) if len(by_exercise) == 1 else None


def _accented(name: str) -> frozenset[str]:
    """Return the words with letters outside ASCII: they say which language a name is in."""
    words = _SIGNS.sub(" ", unicodedata.normalize("NFC", name).casefold()).split()
    return frozenset(word for word in words if not word.isascii())


@cache
def _accented_words(language: str) -> frozenset[str]:
    phrases = (
        phrase for words in read_all()[language].values() for listed in words.values() for phrase in listed
    )
    return frozenset(word for phrase in phrases for word in _accented(phrase))


def _readings(plain: str, language: str) -> Iterator[list[str]]:
    """Return the features of a name in a language: at most one reading, none where a word is unknown."""
    whole, begun, longest = _phrases(language)
    words = _unspaced(plain, _closed_up(language)) if _UNSPACED.search(plain) else plain.split()
    if words is None:
        return
    features: list[str] = []
    place = 0
    while place < len(words):
        step = 0
        for length in range(min(longest, len(words) - place), 0, -1):
            meaning = _phrase(" ".join(words[place : place + length]), whole, begun, single=length == 1)
            if meaning is not None:
                features += meaning
                step = length
                break
        if not step:
            parts = _parts(words[place], whole) if language in _COMPOUNDING else None
            if parts is None and words[place] not in _NOISE:
                return
            features += parts or ()
            step = 1
        place += step
    yield features


def _phrase(
    phrase: str, whole: Mapping[str, tuple[str, ...]], begun: Mapping[str, tuple[str, ...]], *, single: bool
) -> tuple[str, ...] | None:
    """Return the features of a phrase: as listed, without its plural, or by the beginning of a single word."""
    meaning = whole.get(phrase) or _singular(phrase, whole)
    if meaning is None and single:
        meaning = next((known for start, known in begun.items() if phrase.startswith(start)), None)
    return meaning


def _parts(word: str, whole: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the features of a compound such as ``hantelrodd``: two known words, the last one the movement."""
    for place in range(3, len(word) - 2):
        last = whole.get(word[place:]) or _singular(word[place:], whole)
        if last is None or not last[0].startswith(_HEAD):
            continue
        first = whole.get(word[:place]) or whole.get(word[:place].removesuffix("s"))
        if first is not None and not any(feature.startswith(_HEAD) for feature in first):
            return (*first, *last)
    return None


def _singular(phrase: str, whole: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the meaning of an English-like plural: ``curls``, ``flyes``, ``crunches``."""
    for ending in ("es", "s"):
        if phrase.endswith(ending) and len(phrase) > 4:
            meaning = whole.get(phrase.removesuffix(ending))
            if meaning is not None:
                return meaning
    return None


@cache
def _closed_up(language: str) -> Mapping[str, str]:
    """Return the phrases of a language by how they look without spaces."""
    return {phrase.replace(" ", ""): phrase for phrase in _phrases(language)[0]}


def _unspaced(plain: str, known: Mapping[str, str]) -> list[str] | None:
    """Split a name of a script without fixed spaces into the longest known words; None where a part is unknown."""
    text = plain.replace(" ", "")
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
    asked = frozenset(feature for feature in features if not feature.startswith(_HEAD)) - {"-"}
    best: tuple[int, int, str, frozenset[str], bool] | None = None
    for needed, exercise in head.rules.items():
        left = asked - needed - head.same
        if not needed <= asked or not left <= _WAYS | _SIDES or len(left - _SIDES) > 1:
            continue
        rank = (len(needed), -len(left), exercise, frozenset(left), needed in head.open)
        if best is None or rank[:2] > best[:2]:
            best = rank
    if best is None:
        return None
    left = best[3]
    return Composed(best[2], "single" in left, " ".join(sorted(left - _SIDES)), open=best[4])
