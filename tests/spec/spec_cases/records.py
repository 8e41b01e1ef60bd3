"""Cases of order keys and of new ids."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from iron.values.ids import uuid7
from iron.values.ordering import is_key, key_between

_KEYS = ("a0", "a0V", "a1", "a1V", "a2", "az", "b00", "b0z", "bzz", "c000")
# Order keys of other programs.
_FOREIGN = ("", "a", "a00", "a1dfd77a0", "1", "a!", "2nd", "A" + 26 * "0", "ä")
_MOMENTS = (0, 1, 1_763_834_700_123, 2**48 - 1)
_BYTES = (bytes(10), bytes(range(10)), b"\xff" * 10)


def records_cases() -> dict[str, list[dict[str, Any]]]:
    """Return the cases of ``is_key``, ``key_between`` and ``uuid7``."""
    pairs: list[tuple[str | None, str | None]] = [(None, None), (None, "a0"), (None, "Zz"), ("Zz", "a0")]
    pairs += [*pairwise(_KEYS), *((key, None) for key in _KEYS), ("a0", "c000"), ("a0", "a00001")]
    pairs += [(key, None) for key in _FOREIGN]
    return {
        "is_key": [{"in": [key], "out": is_key(key)} for key in (*_KEYS, *_FOREIGN)],
        "key_between": [{"in": [low, high], "out": key_between(low, high)} for low, high in pairs],
        "uuid7": [
            {"in": [moment, list(some)], "out": uuid7(moment, some)} for moment in _MOMENTS for some in _BYTES
        ],
    }
