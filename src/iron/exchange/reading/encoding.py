"""From bytes to UTF-8: Unicode of any kind, and the national encodings of older programs, with a warning."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final

from charset_normalizer import from_bytes

from iron.exchange.reading import roles
from iron.exchange.reading.lexicons import known_words
from iron.values.errors import BadFileError

# What spreadsheets on Windows and older Macs save, by region; charset-normalizer chooses among these.
_NATIONAL: Final = [
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "cp874",
    "cp932",
    "gb18030",
    "big5",
    "cp949",
    "euc_jp",
    "koi8_r",
    "koi8_u",
    "mac_roman",
    "mac_cyrillic",
    "mac_latin2",
    "iso8859_2",
    "iso8859_5",
    "iso8859_7",
    "cp437",
    "cp850",
    "cp852",
    "cp866",
]
_NAMES: Final = {
    "cp1250": "Central European", "cp1251": "Cyrillic", "cp1252": "Windows", "cp1253": "Greek", "cp1254": "Turkish",
    "cp1255": "Hebrew", "cp1256": "Arabic", "cp1257": "Baltic", "cp874": "Thai", "cp932": "Japanese",
    "gb18030": "Chinese",
    "big5": "traditional Chinese", "cp949": "Korean", "euc_jp": "Japanese", "koi8_r": "Cyrillic", "koi8_u": "Cyrillic",
    "mac_roman": "Mac", "mac_cyrillic": "Cyrillic", "cp1258": "Vietnamese",
    "iso8859_2": "Central European", "iso8859_5": "Cyrillic", "iso8859_7": "Greek",
}  # fmt: skip
_MANY_BYTES: Final = frozenset({"cp932", "gb18030", "big5", "cp949", "euc_jp"})
_SYMBOLS: Final = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f]|[^\w\s\x00-\x7f](?=[^\W\d_])|[\x80-\x9f]")
_SAMPLE: Final = 200_000
_WORD: Final = re.compile(r"[^\W\d_]+")


def to_utf8(data: bytes) -> tuple[bytes, list[str]]:
    """Return the text as UTF-8 without a byte-order mark, with a warning where its encoding had to be guessed.

    Raises:
        BadFileError: binary, cut off inside a letter, or in no encoding that can be told.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _unicode(data, "utf-32"), []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _unicode(data, "utf-16"), []
    # Old programs end a text with a zero byte or with Ctrl-Z.
    if data.endswith((b"\0", b"\x1a")) and b"\0" not in (trimmed := data.rstrip(b"\0\x1a"))[:4096]:
        data = trimmed
    if b"\0" in data[:4096]:
        return _unicode(data, _byte_order(data[:4096])), []
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\x1b$" in data[:_SAMPLE] and data.isascii():
        return _escaped_japanese(data)
    try:
        _check(data)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise BadFileError(
                "The file ends inside a letter: it was cut off on its way. Export it again and choose that file."
            ) from None
        return _national(data, error.start)
    return data, []


def _check(data: bytes) -> None:
    """Raise UnicodeDecodeError where the data is no UTF-8; piece by piece, so that no second copy is made."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    step = 1 << 20
    for start in range(0, len(view), step):
        end = start + step
        try:
            decoder.decode(bytes(view[start:end]), final=end >= len(view))
        except UnicodeDecodeError as error:
            # The decoder may have kept the beginning of a letter from the piece before.
            place = max(0, start + error.start - 3)
            raise UnicodeDecodeError("utf-8", data, place, min(place + 4, len(data)), error.reason) from None


def _escaped_japanese(data: bytes) -> tuple[bytes, list[str]]:
    """Return the text of ISO-2022-JP, in which escape sequences switch to Japanese letters."""
    try:
        text = data.decode("iso2022_jp")
    except UnicodeDecodeError:
        return data, []
    return text.encode("utf-8"), [
        "The file is not UTF-8; it was read as Japanese text. Check names with accents."
    ]


def _byte_order(sample: bytes) -> str:
    """Return the UTF-16 codec of text without a mark: Latin letters leave every other byte zero."""
    evens, odds = sample[::2].count(0), sample[1::2].count(0)
    if min(evens, odds) == 0 and max(evens, odds) > len(sample) // 8:
        return "utf-16-be" if evens else "utf-16-le"
    raise BadFileError("This file is binary, not text. Choose the CSV that your app exports.")


def _unicode(data: bytes, codec: str) -> bytes:
    try:
        return data.decode(codec).encode("utf-8")
    except UnicodeDecodeError:
        raise BadFileError(
            f"The file says {codec[:6].upper()} but cannot be read as such. Save it as CSV in UTF-8 and try again."
        ) from None
    except UnicodeEncodeError:
        raise BadFileError("This file is binary, not text. Choose the CSV that your app exports.") from None


def _national(data: bytes, place: int) -> tuple[bytes, list[str]]:
    line = data.count(b"\n", 0, place) + 1
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in data[:4096])
    codec = None if control else _guess(data)
    text = ""
    if codec is not None:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            codec = None
    if codec is None:
        raise BadFileError(
            f"Line {line} holds letters that are neither UTF-8 nor text of a known encoding. "
            "Save the file as CSV in UTF-8 and try again.",
            where=f"line {line}",
        )
    what = _NAMES.get(codec, codec)
    return text.encode("utf-8"), [
        f"Line {line}: the file is not UTF-8; it was read as {what} text. Check names with accents."
    ]


def _guess(data: bytes) -> str | None:
    """Return the encoding under which most words with special letters are words of training logs."""
    high = [line for line in data[: 4 * _SAMPLE].splitlines() if not line.isascii()]
    sample = b"\n".join(high)[:_SAMPLE]
    likely = [match.encoding for match in from_bytes(sample, cp_isolation=list(_NATIONAL))]
    latin = _mostly_latin(sample)
    candidates = dict.fromkeys([*(["cp1252"] if latin else []), *likely, "cp1252", *_NATIONAL])
    best, most = None, -(10**9)
    for codec in candidates:
        if latin and codec in _MANY_BYTES:
            continue
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _known(text) - _strange(text)
        if codec in likely[:1] and not latin:
            score += 1  # of equals the one that charset-normalizer holds most likely
        if score > most:
            best, most = codec, score
    return best


def _strange(text: str) -> int:
    """Count signs that no word has: symbols beside a letter, and letters of hardly any language."""
    return len(_SYMBOLS.findall(text)) + sum(map(text.count, "ðþýÐÞÝ"))


def _mostly_latin(sample: bytes) -> bool:
    """Return whether special letters are the exception in every word, as in Western languages."""
    letters = sum(byte > 127 or chr(byte).isalpha() for byte in sample)
    return sum(byte > 127 for byte in sample) * 3 < letters


def _known(text: str) -> int:
    """Count different words with special letters that headers or exercise names have."""
    vocabulary = _vocabulary()
    results = {word for word in _WORD.findall(text.casefold()) if not word.isascii()}
    score = 0
    for word in results:
        score += 3 if word in vocabulary else 0
        if not word.isascii() and len(word) > 3 and word not in vocabulary:
            # Compound and inflected words and unspaced scripts: a known word stands inside.
            score += 2 * any(word[start : start + 4] in vocabulary for start in range(len(word) - 3))
            score += any(
                word[start : start + 2] in vocabulary
                for start in range(len(word) - 1)
                if ord(word[0]) > 0x2E80
            )
    return score


@cache
def _vocabulary() -> frozenset[str]:
    named = (word for listed in roles.words().values() for phrase in listed for word in _WORD.findall(phrase))
    return frozenset({*named, *known_words()})
