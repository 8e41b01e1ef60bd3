"""Numbers of imported logs: decimal points and commas, thousands separators, units inside the cell, blanks by name."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iron.values.units import LengthUnit, MassUnit

DecimalMark = Literal[".", ","]

# What apps, spreadsheets and people write where there is no value.
BLANKS: Final = frozenset(
    [
        "na",
        "n/a",
        "n.a.",
        "n.a",
        "#n/a",
        "#na",
        "nan",
        "null",
        "nil",
        "none",
        "nothing",
        "-",
        "--",
        "---",
        "–",
        "—",
        "?",
        ".",
        "/",
        "x",
        "empty",
        "undefined",
        "(blank)",
        "blank",
        "leer",
        "vide",
    ]
)
# A load that is only the body: "BW", and other languages' words for it.
_BODY: Final = re.compile(
    r"(?:bw|b\.w\.|body\s?weight|body|kg\s?corpo|peso corporal|peso corporeo|corpo libero|poids du corps"
    r"|pdc|körpergewicht|kg\s?körper|eigengewicht|lichaamsgewicht|自重|自體重|맨몸|体重)\s*(?=[+\-−\d]|$)"
)
MASS_WORDS: Final[dict[str, MassUnit]] = {
    **dict.fromkeys(
        ("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramm", "kilogramme", "kilogrammes", "kilogramo",
         "kilogramos", "quilos", "quilo", "кг", "公斤", "千克", "キロ", "킬로", "㎏"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "pfund", "libras", "libra", "livres", "libbre", "#",
         "磅", "ポンド", "фунт"), "lb"),
}  # fmt: skip
LENGTH_WORDS: Final[dict[str, LengthUnit]] = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "metros", "metri", "mètres", "м", "米", "公尺"), "m"),
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "kilometros", "км",
         "公里"), "km"),
    **dict.fromkeys(("mi", "mile", "miles", "millas", "milhas", "miglia", "meilen"), "mi"),
    **dict.fromkeys(("ft", "feet", "foot"), "ft"),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), "yd"),
    "cm": "cm",
    "in": "in",
    "inch": "in",
    "inches": "in",
}  # fmt: skip

# What may stand behind a number of repetitions without changing it.
REP_WORDS: Final = frozenset(
    ("x", "×", "rep", "reps", "repetition", "repetitions", "wdh", "wiederholungen", "rép", "répétitions",
     "repeticiones", "repetições", "rip", "ripetizioni", "herhalingen", "powt", "powtórzenia", "powtórzeń", "tekrar",
     "повт", "повторений", "раз", "opakování", "repetitioner", "repetisjoner", "回", "次", "회", "개", "下")
)  # fmt: skip

_SHAPE: Final = re.compile(r"([+\-−]?)\s*(\d[\d.,'’\s]*|[.,]\d+)\s*(.*)", re.DOTALL)
_EXPONENT: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*")
_CLEAR_COMMA: Final = re.compile(r"\D*\d+,(?:\d{1,2}|\d{4,})(?!\d)|\D*0,\d")
_CLEAR_POINT: Final = re.compile(r"\D*\d+\.(?:\d{1,2}|\d{4,})(?!\d)|\D*0\.\d")


LONGEST: Final = 100
"""Letters of a cell that holds one number, with its unit and a word or two. A guess with a wide margin."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the word that stands behind it.

    Attributes:
        value: the number, None = the cell says that there is none.
        word: the rest of the cell in lower case, e.g. a unit.
        grouped: a separator was read as one of thousands although it could be a decimal mark.
    """

    value: float | None
    word: str = ""
    grouped: bool = False


def quantity(text: str, mark: DecimalMark | None = None) -> Quantity:
    """Read a number with what stands behind it.

    >>> quantity("1,000").value, quantity("82,5").value, quantity("1.000", ",").value, quantity("100 kg")
    (1000.0, 82.5, 1000.0, Quantity(value=100.0, word='kg', grouped=False))

    Args:
        text: the cell.
        mark: decimal mark of the file, where it is known; decides whether ``1,000`` is one or a thousand.

    Raises:
        ValueError: there is no number in it.
    """
    # A page of text is read, but not kept in memory.
    return _quantity(text, mark) if len(text) <= LONGEST else _read(text, mark)


def _read(text: str, mark: DecimalMark | None) -> Quantity:
    if _EXPONENT.fullmatch(text) and not (mark == "," and "." in text):
        return Quantity(_finite(float(text)))
    plain = unicodedata.normalize("NFKC", text).strip().strip("\"'").strip().casefold()
    if not plain or plain in BLANKS:
        return Quantity(None)
    if body := _BODY.match(plain):
        plain = plain[body.end() :].strip()
        if not plain:
            return Quantity(None, "body")
    if _EXPONENT.fullmatch(plain) and not (mark == "," and "." in plain):
        return Quantity(_finite(float(plain)))
    match_ = _SHAPE.fullmatch(plain)
    if not match_:
        raise ValueError(text)
    value, grouped = _value(match_[2].rstrip(" \u00a0\t.,'’") if match_[3] else match_[2].strip(), mark)
    return Quantity(_finite(-value if match_[1] in {"-", "−"} else value), match_[3].strip(), grouped)


_quantity = lru_cache(maxsize=65_536)(_read)


def depends_on_mark(text: str) -> bool:
    """Return whether a cell is one number with a decimal point and another with a decimal comma.

    >>> depends_on_mark("82.5"), depends_on_mark("1,000"), depends_on_mark("52.163")
    (False, True, True)
    """
    if "," not in text and "." not in text:
        return False
    try:
        return quantity(text, ".") != quantity(text, ",")
    except ValueError:
        return False


def _value(digits: str, mark: DecimalMark | None) -> tuple[float, bool]:
    """Return the number of digits with separators, and whether a mark was taken for one of thousands."""
    digits = re.sub(r"\s", " ", digits)
    kinds = {sign for sign in digits if not sign.isdigit()}
    if not kinds:
        return float(digits), False
    if "," in kinds and "." in kinds:
        decimal = max(",.", key=digits.rfind)
        whole, _, part = digits.rpartition(decimal)
        if decimal in whole or not _GROUPED.fullmatch(whole):
            raise ValueError(digits)
        return float(re.sub(r"\D", "", whole) + "." + part), False
    marks = kinds & {",", "."}
    if kinds - marks:  # spaces or apostrophes part the thousands
        whole, decimal, part = digits.partition(next(iter(marks), "\0"))
        if not _GROUPED.fullmatch(whole) or not (part.isdigit() or not decimal):
            raise ValueError(digits)
        return float(re.sub(r"\D", "", whole) + "." + (part or "0")), False
    sign = marks.pop()
    if digits.count(sign) > 1:
        if not _GROUPED.fullmatch(digits):
            raise ValueError(digits)
        return float(digits.replace(sign, "")), False
    whole, _, part = digits.partition(sign)
    looks_grouped = len(part) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if looks_grouped and (mark or ".") != sign:
        return float(whole + part), mark is None
    return float(f"{whole or '0'}.{part or '0'}"), False


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(value)
    return value


def decimal_mark(cells: Iterable[str]) -> DecimalMark | None:
    """Return the decimal mark of number cells where they show it beyond doubt, else None."""
    commas = points = 0
    for cell in cells:
        if "," in cell:
            commas += _CLEAR_COMMA.match(cell) is not None and "." not in cell
        elif "." in cell:
            points += _CLEAR_POINT.match(cell) is not None
    if commas > points:
        return ","
    return "." if points else None
