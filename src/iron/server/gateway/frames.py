"""What the server and its heavy processes say to each other: a length, then a MessagePack value."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from iron.values.decoding import msgpack_decoder

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD: Final = struct.Struct("!Q")


class Job(Struct, array_like=True):
    """A request: the text of its WSGI environment and its body."""

    environ: dict[str, str]
    body: bytes


class HeavyAnswer(Struct, array_like=True):
    """The answer to a job."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


read_job: Final[Callable[[bytes], Job]] = msgpack_decoder(Job).decode
read_answer: Final[Callable[[bytes], HeavyAnswer]] = msgpack_decoder(HeavyAnswer).decode
