"""Kinds of sets by the words that apps and people write for them, in any case and with any sign between."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iron.exchange.foreign import SetKind

# Words that only say "set" or "kind of set", around the word that matters.
_SET_WORDS: Final = re.compile(
    r"^(?:settype|typeofset|set|serie|série|satz|seria|подход)|(?:sets?|setz|sett|serie|série|satz|seria|組|组|セット|세트|подход)$"
)

# Letters that are looked at; a longer text is no word.
_LONGEST: Final = 100

_WARM_UP: Final = (
    "w wu warm warmup aquecer calentar 热 预热 熱身組 ウォーミングアップ warming-up rozehřátí lämmitys encalentamiento "
    "warmup warmups warming aufwärmen aufwärmsatz aufwärm warmmachen calentamiento calentar échauffement "
    "echauffement chauffe riscaldamento aquecimento opwarming opwarmen rozgrzewka rozgrzewkowa ısınma isınma isinma "
    "разминка разминочный разминочная uppvärmning oppvarming opvarmning lämmittely rozcvička zahřátí bemelegítés "
    "încălzire προθέρμανση розминка ウォームアップ アップ 热身 熱身 暖身 예열 워밍업 웜업 warmupset"
)
_DROP: Final = (
    "d drop dropped dropping dropsetti ds strip stripset reduktion reduktionssatz descendente descendentes degressive "
    "dégressive scalare decrescente reducción réduction afbouw shazovací shazování nedtrappning pudotus "
    "stripping düşürme дроп дропсет ドロップ 递减 遞減 递降 降组 드롭 드랍"
)
_FAILURE: Final = (
    "f fail failed failure tofailure untilfailure muskelversagen versagen zumversagen biszumversagen fallo alfallo "
    "hastaelfallo échec echec àléchec cedimento acedimento falha atéafalha afalha àfalha "
    "falen totfalen upadek doupadku tükeniş отказ доотказа довідказу відмова selhání doselhání utmattning "
    "tillutmattning utmattelse tilutmattelse udmattelse uupumus 力竭 限界 限界まで 失敗 실패"
)
_REST_PAUSE: Final = (
    "rp restpause myo myorep myoreps myorepmatch cluster clusters pausabreve descansopausa repospause"
)
_WORKING: Final = (
    "n normal working work working workset regular standard straight straightset main top topset backoff back-off "
    "arbeitssatz normale efectiva effective trabajo lavoro travail trabalho robocza рабочий 正式组 正式 本番 본세트 "
    "amrap "
    "weighted reps strength heavy light default none adj false no 0 wr"
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(_fold(word) for word in words.split())


def _fold(word: str) -> str:
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", word).casefold())
    return _SET_WORDS.sub("", plain) or plain


_KINDS: Final[tuple[tuple[frozenset[str], SetKind, bool], ...]] = (
    (_folded(_WARM_UP), "warm-up", False),
    (_folded(_DROP), "drop", False),
    (_folded(_FAILURE), "working", True),
    (_folded(_REST_PAUSE), "rest-pause", False),
    (_folded(_WORKING), "working", False),
)


def kind_of(word: str) -> tuple[SetKind, bool] | None:
    """Return the kind of set that a word names and whether it says failure; None for a word that Iron does not know.

    >>> kind_of("WARM_UP"), kind_of("Drop set"), kind_of("FAILURE"), kind_of("zigzag")
    (('warm-up', False), ('drop', False), ('working', True), None)
    """
    return _kind_of(word[:_LONGEST])


@lru_cache(maxsize=1024)
def _kind_of(word: str) -> tuple[SetKind, bool] | None:
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
