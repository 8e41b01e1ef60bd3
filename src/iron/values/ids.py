"""Deterministic ids and the folding of names: the rules that make a second import find the first one.

Contract: `docs/documents.md`, "Deterministic ids". All ids are UUIDv5 in lower case.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

IMPORT_NAMESPACE: Final[UUID] = uuid5(NAMESPACE_URL, "https://iron.invalid/import")

# Two bits of this digit say which kind of UUID it is.
_VARIANT: Final = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
_SPACE: Final = re.compile(r"\s+")
# NFKC would turn the ordinal sign º into the letter o, so the degree signs are made equal before it.
_DEGREES: Final = str.maketrans({"º": "°", "˚": "°"})


def fold(name: str) -> str:
    """Fold a name for comparison: NFKC, case-folded, single spaces, one degree sign, trimmed.

    >>> fold("  Leg Press  45º ")
    'leg press 45°'
    """
    normal = unicodedata.normalize("NFKC", name.translate(_DEGREES)).casefold()
    return _SPACE.sub(" ", normal).strip()


def workout_id(app: str, start: str, title: str, ordinal: int) -> str:
    """Return the id of an imported workout.

    Args:
        app: source app, e.g. ``strong``; the same for every version of its export.
        start: local start as the document writes it, ``YYYY-MM-DDTHH:MM:SS``.
        title: the title as the file has it, unfolded; empty where there is none.
        ordinal: 0 for the first workout of this start and title in the file, 1 for the next, ….
    """
    return str(uuid5(IMPORT_NAMESPACE, f"{app}|{start}|{title}|{ordinal}"))


def entry_id(workout: str, number: int) -> str:
    """Return the id of the entry with this number (from 0) in an imported workout."""
    return _within(_bytes_of(workout), f"entry|{number}")


def set_id(entry: str, number: int) -> str:
    """Return the id of the set with this number (from 0) in an imported entry."""
    return _within(_bytes_of(entry), f"set|{number}")


# An import makes an id for every set: a fifth of the time that the UUID objects take (RFC 9562, section 5.5).
def _within(namespace: bytes, name: str) -> str:
    """Return the UUIDv5 of a name."""
    digits = hashlib.sha1(namespace + name.encode(), usedforsecurity=False).hexdigest()
    return (
        f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{_VARIANT[digits[16]]}{digits[17:20]}-{digits[20:32]}"
    )


@lru_cache(maxsize=64)
def _bytes_of(namespace: str) -> bytes:
    return bytes.fromhex(namespace.replace("-", ""))


def machine_id(name: str) -> str:
    """Return the id of a machine that an import proposes under this name."""
    return _named("machine", name)


def exercise_id(name: str) -> str:
    """Return the id of the lifter's own exercise that an import makes for an unknown name."""
    return _named("exercise", name)


def alias_id(name: str) -> str:
    """Return the id of the alias document that says how this name was resolved."""
    return _named("alias", name)


def measurement_id(app: str, what: str, at: str) -> str:
    """Return the id of an imported measurement.

    Args:
        app: source app.
        what: what was measured, e.g. ``body_mass``.
        at: local time as the document writes it.
    """
    return str(uuid5(IMPORT_NAMESPACE, f"measurement|{app}|{what}|{at}"))


def import_id(app: str, sha256: str) -> str:
    """Return the id of the import document of one file of one app."""
    return str(uuid5(IMPORT_NAMESPACE, f"import|{app}|{sha256}"))


def _named(kind: str, name: str) -> str:
    return str(uuid5(IMPORT_NAMESPACE, f"{kind}|{fold(name)}"))


def uuid7(unix_ms: int, random_bytes: bytes) -> str:
    """Make a UUIDv7 (RFC 9562): 48 bits of time, then the random bytes with version and variant laid over them.

    Args:
        unix_ms: milliseconds since 1970, UTC.
        random_bytes: ten bytes; the caller brings the randomness.
    """
    digits = f"{unix_ms & (1 << 48) - 1:012x}{random_bytes[:10].hex()}"
    return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-{_VARIANT[digits[16]]}{digits[17:20]}-{digits[20:]}"
