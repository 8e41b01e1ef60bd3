"""How hard a guide reads: Flesch reading ease and the sentences that are too long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

from iron.knowledge import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.knowledge.model import Exercise

# A guess at where a reader has to start again; plain-language advice names numbers from 20 to 30.
LONG_WORDS: Final = 30

_BADGE: Final = re.compile(r"<a class=\"grade\".*?</a>", re.DOTALL)
_HEADING: Final = re.compile(r"<h\d.*?</h\d>", re.DOTALL)
_BLOCK_END: Final = re.compile(r"</(?:p|li)>")
_TAG: Final = re.compile(r"<[^>]+>")
_UNIT: Final = re.compile(r"(?<=[.!?:;])\s+")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’'-]*")
_VOWELS: Final = re.compile(r"[aeiouyà-ɏ]+")
_SILENT_END: Final = re.compile(r"(?:[^laeiouy]|[aeiouy]l)es?$|[^aeioutd]ed$")


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard a text reads.

    Attributes:
        ease: Flesch reading ease; 100 very easy, 60 to 70 plain English, below 30 very hard. It has no bounds.
        sentence_words: mean words of a sentence.
        sentences: how many sentences were counted.
        long: the sentences of more than ``LONG_WORDS`` words, the longest first.
    """

    ease: float
    sentence_words: float
    sentences: int
    long: tuple[str, ...]


def readability(text: str) -> Readability | None:
    """Measure a plain text; None when it has no words.

    Source: Flesch R (1948), A new readability yardstick, Journal of Applied Psychology 32(3):221-233,
    206.835 - 1.015 words per sentence - 84.6 syllables per word. Colons and semicolons end a unit too, as
    Flesch counted units of thought; ``long`` counts from full stop to full stop. Syllables are
    groups of vowels without a silent ending, an approximation.
    """
    units = [part for part in _UNIT.split(text) if _WORD.search(part)]
    words = [word for part in units for word in _WORD.findall(part)]
    if not words:
        return None
    per_sentence = len(words) / len(units)
    per_word = sum(map(syllables, words)) / len(words)
    long = sorted(
        (part for part in _SENTENCE.split(text) if len(_WORD.findall(part)) > LONG_WORDS),
        key=lambda part: -len(_WORD.findall(part)),
    )
    ease = 206.835 - 1.015 * per_sentence - 84.6 * per_word
    return Readability(ease, per_sentence, len(units), tuple(" ".join(part.split()) for part in long))


def syllables(word: str) -> int:
    """Syllables of an English word, at least one; right for most words and not for all.

    >>> [syllables(word) for word in ("press", "muscle", "plate", "quadriceps", "loaded", "pushed")]
    [1, 2, 1, 3, 2, 1]
    """
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = bool(_SILENT_END.search(lower)) and groups > 1 and not re.search(r"[sxz]es$|[cs]hes$", lower)
    return max(1, groups - silent)


def guide_text(exercise: Exercise) -> str:
    """The prose of a guide without headings, grades and the list of what it rests on."""
    return " ".join(_texts(exercise))


def _texts(exercise: Exercise) -> Iterator[str]:
    for section in exercise.sections:
        if section.id != words.EVIDENCE[0]:
            yield unescape(_TAG.sub("", _BLOCK_END.sub(". ", _HEADING.sub("", _BADGE.sub("", section.html)))))
