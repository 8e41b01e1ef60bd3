"""Fractional order keys: a place between any two others, without renumbering.

The rules of the npm package fractional-indexing (base 62), so that Python and the app make the same keys. A
key is an integer part, whose first character gives its length (``a`` = 2, ``b`` = 3, … upwards; ``Z`` = 2,
``Y`` = 3, … downwards), and a fraction without trailing zero. Keys compare by code point. A document of another program
may hold any string as a key: a new item still finds its place after it.
"""

from __future__ import annotations

from typing import Final

from iron.values.errors import BadInputError

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

_BASE: Final = len(DIGITS)
_SMALLEST_INTEGER: Final = "A" + DIGITS[0] * 26


def key_between(low: str | None, high: str | None) -> str:
    """Return a key strictly between two keys; None means the open end.

    >>> key_between(None, None), key_between("a0", None), key_between("a0", "a1")
    ('a0', 'a1', 'a0V')
    >>> key_between("2nd", None)
    '2ndV'

    Raises:
        BadInputError: a key is malformed and another one is to come before it, or ``low`` is not below ``high``.
    """
    if low is not None and high is None and not is_key(low):
        return low + DIGITS[_BASE // 2]
    for key in (low, high):
        if key is not None and not is_key(key):
            raise BadInputError(f"“{key}” is not an order key; keys look like “a0” or “a0V”.")
    if low is not None and high is not None and low >= high:
        raise BadInputError(f"Order key “{low}” does not stand below “{high}”; give the lower key first.")
    if low is None:
        return "a0" if high is None else _below(high)
    if high is None:
        return _above(low)
    return _inside(low, high)


def n_keys_between(low: str | None, high: str | None, count: int) -> list[str]:
    """Return ``count`` rising keys strictly between two keys; None means the open end.

    >>> n_keys_between(None, None, 3)
    ['a0', 'a1', 'a2']
    """
    if count <= 0:
        return []
    if high is None:
        keys = [key_between(low, None)]
        while len(keys) < count:
            keys.append(key_between(keys[-1], None))
        return keys
    if low is None:
        keys = [key_between(None, high)]
        while len(keys) < count:
            keys.append(key_between(None, keys[-1]))
        return keys[::-1]
    left = count // 2
    middle = key_between(low, high)
    return [*n_keys_between(low, middle, left), middle, *n_keys_between(middle, high, count - left - 1)]


def _below(high: str) -> str:
    integer, fraction = _parts(high)
    if integer == _SMALLEST_INTEGER:
        return integer + _midpoint("", fraction)
    if fraction:
        return integer
    smaller = _step_down(integer)
    if smaller is None:
        raise BadInputError(f"There is no room below order key “{high}”.")
    return smaller


def _above(low: str) -> str:
    integer, fraction = _parts(low)
    larger = _step_up(integer)
    return integer + _midpoint(fraction, None) if larger is None else larger


def _inside(low: str, high: str) -> str:
    low_integer, low_fraction = _parts(low)
    high_integer, high_fraction = _parts(high)
    if low_integer == high_integer:
        return low_integer + _midpoint(low_fraction, high_fraction)
    larger = _step_up(low_integer)
    if larger is None:
        raise BadInputError(f"There is no room above order key “{low}”.")
    return larger if larger < high else low_integer + _midpoint(low_fraction, None)


def _midpoint(low: str, high: str | None) -> str:
    """Return a fraction strictly between two fractions; ``low`` may be empty (zero), ``high`` None (one)."""
    if high:
        same = 0
        while same < len(high) and (low[same : same + 1] or DIGITS[0]) == high[same]:
            same += 1
        if same:
            return high[:same] + _midpoint(low[same:], high[same:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else _BASE
    if last - first > 1:
        return DIGITS[(first + last + 1) // 2]
    if high and len(high) > 1:
        return high[0]
    return DIGITS[first] + _midpoint(low[1:], None)


def _step_up(integer: str) -> str | None:
    head, digits = integer[0], [DIGITS.index(digit) for digit in integer[1:]]
    for place in reversed(range(len(digits))):
        digits[place] = (digits[place] + 1) % _BASE
        if digits[place]:
            return head + "".join(DIGITS[digit] for digit in digits)
    if head == "z":
        return None
    if head == "Z":
        return "a" + DIGITS[0]
    grown = chr(ord(head) + 1)
    return grown + DIGITS[0] * (_integer_length(grown) - 1)


def _step_down(integer: str) -> str | None:
    head, digits = integer[0], [DIGITS.index(digit) for digit in integer[1:]]
    for place in reversed(range(len(digits))):
        digits[place] = (digits[place] - 1) % _BASE
        if digits[place] != _BASE - 1:
            return head + "".join(DIGITS[digit] for digit in digits)
    if head == "A":
        return None
    if head == "a":
        return "Z" + DIGITS[-1]
    shrunk = chr(ord(head) - 1)
    return shrunk + DIGITS[-1] * (_integer_length(shrunk) - 1)


def _integer_length(head: str) -> int:
    """Return the length of an integer part by its first character, or 0 where it is no letter."""
    if "a" <= head <= "z":
        return ord(head) - ord("a") + 2
    if "A" <= head <= "Z":
        return ord("Z") - ord(head) + 2
    return 0


def _parts(key: str) -> tuple[str, str]:
    length = _integer_length(key[0])
    return key[:length], key[length:]


def is_key(key: str) -> bool:
    """Say whether a string is a key of these rules.

    >>> is_key("a0V"), is_key("a0V0"), is_key("2nd"), is_key("")
    (True, False, False, False)
    """
    length = _integer_length(key[:1])
    whole = 0 < length <= len(key) and all(digit in DIGITS for digit in key)
    return whole and key != _SMALLEST_INTEGER and not key[length:].endswith(DIGITS[0])
