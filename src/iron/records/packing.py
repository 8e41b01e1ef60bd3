"""How bodies lie in the history: compressed against the revision before; a changed set costs bytes, not kilobytes.

A packed body is one tag byte and a raw deflate stream: ``F`` stands alone, ``D`` needs the body of the revision
before as its dictionary (RFC 1951 and zlib's preset dictionary: the last 32 KiB count). Every `ANCHOR_EVERY`-th
revision stands alone, so that no body is more than that many steps away.
"""

from __future__ import annotations

import zlib
from typing import Final

from iron.values.errors import BadInputError

# 16 steps of about 30 µs each bound the time to read a body; rarer anchors save little (benchmarks/storage_size.py).
ANCHOR_EVERY: Final = 16
_WINDOW: Final = 32 * 1024
_LEVEL: Final = 6
_ALONE: Final = b"F"
_ON_PREVIOUS: Final = b"D"


def pack(body: bytes, rev: int, previous: bytes | None) -> bytes:
    """Pack a body.

    Args:
        body: JSON text.
        rev: its revision; every `ANCHOR_EVERY`-th (1, 17, 33, …) is packed alone.
        previous: the body of revision ``rev - 1``, None where that was a deletion or is not there.
    """
    if previous is None or rev % ANCHOR_EVERY == 1:
        return _ALONE + _deflate(body, None)
    return pack_on(body, previous)


def pack_on(body: bytes, previous: bytes | None) -> bytes:
    """Pack a body against another one, whatever its revision; alone where there is no other."""
    return (
        _ALONE + _deflate(body, None)
        if previous is None
        else _ON_PREVIOUS + _deflate(body, previous[-_WINDOW:])
    )


def stands_alone(packed: bytes) -> bool:
    """Say whether a packed body can be read without the one before."""
    return packed[:1] == _ALONE


def unpack(packed: bytes, previous: bytes | None) -> bytes:
    """Unpack a body; ``previous`` is the body that it was packed against (ignored where it stands alone).

    Raises:
        BadInputError: the body before is missing, or the bytes are damaged.
    """
    try:
        if stands_alone(packed):
            return zlib.decompress(packed[1:], wbits=-15)
        if previous is None:
            raise BadInputError("A revision of the history leans on one that is missing. Restore a backup.")
        inflate = zlib.decompressobj(wbits=-15, zdict=previous[-_WINDOW:])
        return inflate.decompress(packed[1:]) + inflate.flush()
    except zlib.error as problem:
        raise BadInputError(f"A revision of the history is damaged ({problem}). Restore a backup.") from None


def _deflate(body: bytes, dictionary: bytes | None) -> bytes:
    if dictionary is None:
        deflate = zlib.compressobj(_LEVEL, wbits=-15)
    else:
        deflate = zlib.compressobj(_LEVEL, wbits=-15, zdict=dictionary)
    return deflate.compress(body) + deflate.flush()


def pack_result(result: bytes | None, pushed: bytes | None, rev: int, previous: bytes | None) -> bytes | None:
    """Pack what a document became: None when it is what was pushed, empty when it is deleted, else packed.

    Args:
        result: the body after the operation, None when deleted.
        pushed: the body as pushed, None for a deletion; the result leans on it where it can.
        rev: the revision.
        previous: the body of revision ``rev - 1``.
    """
    if result == pushed:
        return None
    if result is None:
        return b""
    return pack(result, rev, previous) if pushed is None else pack_on(result, pushed)


def unpack_row(
    pushed: bytes | None, result: bytes | None, previous: bytes | None
) -> tuple[bytes | None, bytes | None]:
    """Unpack the two bodies of a history row, given the body of the revision before: (pushed, after)."""
    sent = None if pushed is None else unpack(pushed, previous)
    if result is None:
        return sent, sent
    if not result:
        return sent, None
    return sent, unpack(result, previous if sent is None else sent)
