"""Codes that people type: no letters that look like others, in groups of four."""

from __future__ import annotations

import secrets
from typing import Final

_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_GROUP: Final = 4


def fresh_code(length: int) -> str:
    """Make a random code of so many characters, without dashes; each holds almost 5 bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def shown_code(code: str) -> str:
    """Write a code as it is shown: in groups with dashes."""
    return "-".join(code[i : i + _GROUP] for i in range(0, len(code), _GROUP))


def bare_code(typed: str) -> str:
    """Read a code as it was typed: case, spaces and dashes do not matter."""
    return typed.replace("-", "").replace(" ", "").strip().upper()
