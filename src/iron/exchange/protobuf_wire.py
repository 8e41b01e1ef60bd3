"""The wire form of Protocol Buffers (protobuf.dev/programming-guides/encoding): fields by number, without a schema."""

from __future__ import annotations

from typing import Final

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LONGEST_VARINT: Final = 10
_SIGN: Final = 1 << 63

Fields = dict[int, list[int | bytes]]
"""The values of a message by field number, in the order of the file: whole numbers as signed, others as bytes."""


def fields(data: bytes) -> Fields:
    """Take a message apart.

    Raises:
        ValueError: it is no message, or is cut off.
    """
    values: Fields = {}
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, kind = tag >> 3, tag & 7
        value: int | bytes
        if kind == _VARINT:
            value, at = _varint(data, at)
            value = value - (1 << 64) if value & _SIGN else value
        elif kind in {_FIXED32, _FIXED64}:
            size = 4 if kind == _FIXED32 else 8
            value, at = int.from_bytes(_slice(data, at, size), "little", signed=True), at + size
        elif kind == _BYTES:
            size, at = _varint(data, at)
            value, at = _slice(data, at, size), at + size
        else:
            raise ValueError(f"wire type {kind}")
        if number == 0:
            raise ValueError("field 0")
        values.setdefault(number, []).append(value)
    return values


def message(values: Fields, number: int) -> Fields | None:
    """The message in a field, the last one where it comes twice; None where it is absent.

    Raises:
        ValueError: the field holds no message.
    """
    every = messages(values, number)
    return every[-1] if every else None


def messages(values: Fields, number: int) -> list[Fields]:
    """The messages in a repeated field.

    Raises:
        ValueError: the field holds something else.
    """
    return [fields(_bytes(value)) for value in values.get(number, ())]


def text(values: Fields, number: int) -> str:
    """The text in a field; empty where it is absent.

    Raises:
        ValueError: the field holds no text.
    """
    return _bytes(values[number][-1]).decode("utf-8") if number in values else ""


def whole(values: Fields, number: int) -> int:
    """The whole number in a field; 0 where it is absent, which is how 0 is written.

    Raises:
        ValueError: the field holds no number.
    """
    value = values[number][-1] if number in values else 0
    if isinstance(value, bytes):
        raise ValueError("no number")  # noqa: TRY004 - what the file holds, not what a caller gave
    return value


def _bytes(value: int | bytes) -> bytes:
    if isinstance(value, int):
        raise ValueError("no bytes")  # noqa: TRY004
    return value


def _slice(data: bytes, at: int, size: int) -> bytes:
    if at + size > len(data):
        raise ValueError("cut off")
    return data[at : at + size]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(_LONGEST_VARINT):
        if at >= len(data):
            raise ValueError("cut off")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value & ((1 << 64) - 1), at
    raise ValueError("a number without an end")
