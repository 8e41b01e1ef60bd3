"""A program of format 2 as TOML text; reading the text gives the same body.

The same as ``web/src/core/rules/programs/files/writing.ts``. Lists of sets stay on one line each, days and rules are
tables of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

_TABLES: Final = ("lifts", "days", "rules", "questions")
_MOST_INLINE: Final = 100
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def program_text(body: Mapping[str, Any]) -> str:
    """The text of a program; ``v``, the version of the document, is left out."""
    parts = [_pairs(body, {"v", "schemes", *_TABLES})]
    if body.get("schemes"):
        parts.append(f"[schemes]\n{_pairs(body['schemes'], set())}")
    for name in _TABLES:
        for row in body.get(name, ()):
            parts.append(f"[[{name}]]\n{_pairs(row, {'slots'} if name == 'days' else set())}")
            if name == "days":
                parts += [f"[[days.slots]]\n{_pairs(slot, set())}" for slot in row.get("slots", ())]
    return "\n".join(part for part in parts if part)


def _pairs(table: Mapping[str, Any], without: set[str]) -> str:
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in table.items() if key not in without)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, list):
        items = [_value(item) for item in value]
        line = f"[{', '.join(items)}]"
        is_long = len(line) > _MOST_INLINE and any(isinstance(item, dict | str) for item in value)
        return f"[\n{''.join(f'  {item},' + chr(10) for item in items)}]" if is_long else line
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_value(part)}" for key, part in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, str):
        # JSON escapes are TOML escapes, but for DEL, which TOML wants escaped too.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) and value == int(value) else str(value)
