"""The shape of a program of format 2: unknown keys, wrong types and numbers out of range, each with its key path."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGE: Final[dict[str, dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "language.json").read_text(encoding="utf-8")
)
SET_WORDS: Final = ("amrap", "last", "first", "top")
_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a program: the key path and a sentence that says what to do."""

    where: str
    sentence: str


def problems_of_shape(body: Mapping[str, Any]) -> list[Problem]:
    """Everything in a body that the table of the language does not allow; empty when the shape is right."""
    problems: list[Problem] = []
    _table(body, "program", "", problems)
    return problems


def _table(value: Any, kind: str, where: str, problems: list[Problem]) -> None:
    title, keys = LANGUAGE[kind]["title"], LANGUAGE[kind]["keys"]
    if not isinstance(value, dict):
        problems.append(Problem(where, f"Write {title} as a table with the keys {', '.join(keys)}."))
        return
    prefix = f"{where}." if where else ""
    for key, given in value.items():
        field = keys.get(key)
        if field is None:
            if key == "v" and kind == "program":
                continue
            known = ", ".join(keys)
            problems.append(Problem(f"{prefix}{key}", f"“{key}” is not a key of {title}. Keys are {known}."))
            continue
        sentence = _CHECKS[field["is"]](given, field, f"{prefix}{key}", problems)
        if sentence:
            problems.append(Problem(f"{prefix}{key}", f"{key}: {sentence}"))
    for key, field in keys.items():
        if field.get("must") and key not in value:
            needs = f"{title[0].upper()}{title[1:]} needs the key {key}"
            problems.append(Problem(f"{prefix}{key}", f"{needs}: {_MISSING.get((kind, key), 'add it')}."))


_MISSING: Final = {
    (
        "program",
        "cycles",
    ): "it says after how many rounds the program ends, 1 to 200; without it the program never ends",
    ("program", "name"): 'write name = "…"',
    ("program", "days"): "write [[days]] with [[days.slots]] below",
    ("day", "slots"): "write [[days.slots]] below the day",
    ("row", "reps"): "write reps = [low, high]",
}


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def is_whole(value: Any) -> bool:
    """Whether a JSON value is a whole number; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def _show(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)[:40]


def _limits(field: Mapping[str, Any]) -> str:
    return f"from {field['low']:g} to {field['high']:g}"


def _check_whole(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if is_whole(value) and field["low"] <= value <= field["high"]:
        return ""
    if field["low"] == field["high"]:
        return f"write {field['low']}, not {_show(value)}."
    return f"write a whole number {_limits(field)}, not {_show(value)}."


def _check_number(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if _number(value) and field["low"] <= value <= field["high"]:
        return ""
    return f"write a number {_limits(field)}, not {_show(value)}."


def _check_text(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if isinstance(value, str) and 0 < len(value) <= field["high"]:
        return ""
    return f"write a text of 1 to {field['high']} characters in quotes."


def _check_texts(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    texts = isinstance(value, list) and all(isinstance(text, str) and 0 < len(text) <= 500 for text in value)
    if texts and 0 < len(value) <= field["high"]:
        return ""
    return f"write a list of 1 to {field['high']} texts in quotes."


def _check_word(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if value in field["words"]:
        return ""
    return f"{_show(value)} is not a word that fits here. Use one of: {', '.join(field['words'])}."


def _check_id(value: Any, _field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if isinstance(value, str) and _ID.fullmatch(value):
        return ""
    return "write a short word of lower-case letters, digits, - and _ in quotes."


def _check_bool(value: Any, _field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    return "" if isinstance(value, bool) else f"write true or false, not {_show(value)}."


def _check_amount(value: Any, field: Mapping[str, Any], where: str, problems: list[Problem]) -> str:
    if not isinstance(value, dict) or not value:
        return "write an amount such as { kg = 2.5, lb = 5 }."
    for unit, number in value.items():
        if unit not in {"kg", "lb"}:
            return f"“{unit}” is not a unit of load. Use kg or lb."
        limit = {key: field[key] * (1 if unit == "kg" else 2.2) for key in ("low", "high")}
        if not _number(number) or not limit["low"] <= number <= limit["high"]:
            problems.append(
                Problem(f"{where}.{unit}", f"{unit}: write a number {_limits(limit)}, not {_show(number)}.")
            )
    return ""


def _check_reps(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    pair = value if isinstance(value, list) else [value, value]
    if len(pair) == 2 and all(is_whole(number) for number in pair):
        low, high = pair
        if field["low"] <= low <= high <= field["high"]:
            return ""
    return f"write a whole number {_limits(field)}, or a range such as [8, 12], not {_show(value)}."


def _check_span(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    ends = isinstance(value, list) and len(value) in {1, 2} and all(is_whole(number) for number in value)
    if ends and all(field["low"] <= number <= field["high"] for number in value) and value == sorted(value):
        return ""
    return f"write [low, high], or [low] for “low and more”, not {_show(value)}."


def _check_wholes(value: Any, field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    numbers = value if isinstance(value, list) else [value]
    if numbers and all(is_whole(number) and field["low"] <= number <= field["high"] for number in numbers):
        return ""
    return f"write a whole number {_limits(field)} or a list of them, not {_show(value)}."


def _check_numbers(value: Any, field: Mapping[str, Any], where: str, problems: list[Problem]) -> str:
    if not isinstance(value, dict):
        return "write a table such as { quads = 18 }."
    for key, number in value.items():
        sentence = _check_number(number, field, where, problems)
        if sentence:
            problems.append(Problem(f"{where}.{key}", f"{key}: {sentence}"))
    return ""


def _check_set(value: Any, _field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if value in SET_WORDS or (is_whole(value) and 1 <= value <= 60):
        return ""
    return f"write the number of a set or one of {', '.join(SET_WORDS)}, not {_show(value)}."


def _check_setup(value: Any, _field: Mapping[str, Any], _where: str, _problems: list[Problem]) -> str:
    if isinstance(value, dict) and all(
        isinstance(part, str) or _number(part) or isinstance(part, bool) for part in value.values()
    ):
        return ""
    return 'write a table such as { stance = "wide" }.'


def _check_setups(value: Any, field: Mapping[str, Any], where: str, problems: list[Problem]) -> str:
    if not isinstance(value, list) or not 2 <= len(value) <= field["high"]:
        return f'write 2 to {field["high"]} tables such as [{{ stance = "wide" }}, {{ stance = "narrow" }}].'
    return next(filter(None, (_check_setup(each, field, where, problems) for each in value)), "")


def _check_table(value: Any, field: Mapping[str, Any], where: str, problems: list[Problem]) -> str:
    _table(value, field["of"], where, problems)
    return ""


def _check_tables(value: Any, field: Mapping[str, Any], where: str, problems: list[Problem]) -> str:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        name = re.sub(r"\[[0-9]+\]", "", where)
        return f"write [[{name}]] above each of them, or a list of tables."
    if not 0 < len(value) <= field["high"]:
        return f"there are {len(value)}. Write 1 to {field['high']}."
    for place, row in enumerate(value):
        _table(row, field["of"], f"{where}[{place}]", problems)
    return ""


def _check_schemes(value: Any, field: Mapping[str, Any], where: str, problems: list[Problem]) -> str:
    if not isinstance(value, dict) or len(value) > field["high"]:
        return f"write [schemes] with at most {field['high']} lists of sets below."
    for name, rows in value.items():
        sentence = _check_tables(rows, {"of": "set", "high": 30}, f"{where}.{name}", problems)
        if sentence:
            problems.append(Problem(f"{where}.{name}", f"{name}: {sentence}"))
    return ""


_CHECKS: Final[dict[str, Callable[[Any, Mapping[str, Any], str, list[Problem]], str]]] = {
    "whole": _check_whole,
    "number": _check_number,
    "text": _check_text,
    "texts": _check_texts,
    "word": _check_word,
    "id": _check_id,
    "bool": _check_bool,
    "amount": _check_amount,
    "reps": _check_reps,
    "span": _check_span,
    "wholes": _check_wholes,
    "numbers": _check_numbers,
    "set": _check_set,
    "setup": _check_setup,
    "setups": _check_setups,
    "table": _check_table,
    "tables": _check_tables,
    "schemes": _check_schemes,
}
