"""Typed decoding that is safe with threads: every type is built when its module is imported.

msgspec 0.22 builds what it knows of a Struct at the type's first use and crashes the process when two threads do that
at once (docs/msgspec_race.md has a reproduction). So no type is built by a request: a module makes its decoders and
converters at import, which Python runs in one thread. tests/test_architecture.py refuses other ways to decode.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def json_decoder(shape: type[T]) -> msgspec.json.Decoder[T]:
    """Return a decoder of JSON text into ``shape``, built now. Call it when a module is imported."""
    return msgspec.json.Decoder(shape)


def msgpack_decoder(shape: type[T]) -> msgspec.msgpack.Decoder[T]:
    """Return a decoder of MessagePack into ``shape``, built now. Call it when a module is imported."""
    return msgspec.msgpack.Decoder(shape)


def converter(shape: type[T]) -> Callable[[Any], T]:
    """Return a function that reads a parsed JSON value as ``shape``, built now. Call it when a module is imported.

    The function raises `msgspec.ValidationError` where the value does not fit.
    """
    # The decoder is thrown away; what it built stays on the types.
    msgspec.json.Decoder(shape)
    return partial(msgspec.convert, type=shape)
