"""Kinds of sets by the words that apps and people write for them, in any case and with any sign between."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iron.exchange.foreign import SetKind

_SIGNS: Final = re.compile(r"[\W_]+|set(s|z)?$|serie$|série$|satz$")

_WARM_UP: Final = (
    "w wu warm warmup warmups warming aufwärmen aufwärmsatz aufwärm warmmachen calentamiento calentar échauffement "
    "echauffement chauffe riscaldamento aquecimento opwarming opwarmen rozgrzewka rozgrzewkowa ısınma isınma isinma "
    "разминка разминочный разминочная uppvärmning oppvarming opvarmning lämmittely rozcvička zahřátí bemelegítés "
    "încălzire προθέρμανση розминка ウォームアップ アップ 热身 熱身 暖身 예열 워밍업 웜업 warmupset"
)
_DROP: Final = (
    "d drop dropped dropping ds stripset reduktion reduktionssatz descendente degressive dégressive scalare "
    "stripping düşürme дроп дропсет ドロップ 递减 遞減 드롭 드랍"
)
_FAILURE: Final = (
    "f fail failed failure tofailure untilfailure muskelversagen versagen fallo alfallo échec echec cedimento falha "
    "falen upadek tükeniş отказ довідказу до відмови failurset 力竭 限界 실패"
)
_REST_PAUSE: Final = "rp restpause myo myorep myoreps myorepmatch cluster clusters pausa breve"
_WORKING: Final = (
    "n normal working work working workset regular standard straight straightset main top topset backoff back-off "
    "arbeitssatz normale efectiva effective trabajo lavoro travail trabalho robocza рабочий 正式组 正式 本番 본세트 "
    "amrap "
    "weighted reps strength heavy light default none adj false no 0 wr"
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(_fold(word) for word in words.split())


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold().strip()
    return _SIGNS.sub("", re.sub(r"[\W_]+", "", plain)) or re.sub(r"[\W_]+", "", plain)


_KINDS: Final[tuple[tuple[frozenset[str], SetKind, bool], ...]] = (
    (_folded(_WARM_UP), "warm-up", False),
    (_folded(_DROP), "drop", False),
    (_folded(_FAILURE), "working", True),
    (_folded(_REST_PAUSE), "rest-pause", False),
    (_folded(_WORKING), "working", False),
)


@lru_cache(maxsize=1024)
def kind_of(word: str) -> tuple[SetKind, bool] | None:
    """Return the kind of set that a word names and whether it says failure; None for a word that Iron does not know.

    >>> kind_of("WARM_UP"), kind_of("Drop set"), kind_of("FAILURE"), kind_of("zigzag")
    (('warm-up', False), ('drop', False), ('working', True), None)
    """
    folded = _fold(word)
    if not folded:
        return "working", False
    return next(((kind, failure) for words, kind, failure in _KINDS if folded in words), None)


_YES: Final = frozenset(
    [
        "true",
        "yes",
        "y",
        "1",
        "x",
        "ja",
        "si",
        "sí",
        "sì",
        "oui",
        "sim",
        "tak",
        "evet",
        "да",
        "是",
        "はい",
        "예",
        "wahr",
        "verdadero",
        "vrai",
        "vero",
        "✓",
        "✔",
        "w",
    ]
)


def is_yes(word: str) -> bool:
    """Return whether a cell says yes, in the languages of the exports (docs/formats.md)."""
    return word.strip().casefold() in _YES
