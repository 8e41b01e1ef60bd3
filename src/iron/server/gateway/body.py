"""Reads request bodies without holding a thread: bounded in size, in time and in memory altogether."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from iron.server.gateway.refusals import OverloadedError, SlowBodyError, TooLargeError
from iron.server.gateway.rules import KIB, MIB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from granian._granian import RSGIHTTPProtocol

IDLE_S: Final = 30.0
"""Longest pause inside a body [s]. A phone that changes from Wi-Fi to mobile data needs a few seconds."""
SLOWEST: Final = 16 * KIB
"""Slowest average speed of a body [bytes/s], after the first `IDLE_S`: below the slowest mobile network in use."""
MOST_BUFFERED: Final = 256 * MIB
"""All bodies that are being read or answered at one time [bytes]."""


class Bodies:
    """The bodies that are in memory now."""

    def __init__(self, most: int = MOST_BUFFERED, idle_s: float = IDLE_S) -> None:
        self._most = most
        self._idle_s = idle_s
        self._held = 0

    @contextmanager
    def room(self, length: int | None, limit: int) -> Iterator[None]:
        """Reserve memory for one body until the block ends.

        Raises:
            TooLargeError: it announces more than ``limit`` bytes.
            OverloadedError: the bodies together would be too large.
        """
        if length is not None and length > limit:
            raise too_large(limit)
        # Without a length it may become as long as the limit.
        size = limit if length is None else length
        if self._held + size > self._most:
            raise OverloadedError("The server is taking in as much as it can. Try again in a few seconds.")
        self._held += size
        try:
            yield
        finally:
            self._held -= size

    async def read(self, protocol: RSGIHTTPProtocol, length: int | None, limit: int) -> bytes:
        """Read a whole body.

        Raises:
            TooLargeError: it is longer than ``limit`` bytes.
            SlowBodyError: it paused too long, came too slowly, or its client left.
        """
        parts: list[bytes] = []
        size = 0
        loop = asyncio.get_running_loop()
        latest = loop.time() + self._idle_s + (length or limit) / SLOWEST
        chunks = aiter(protocol)
        while True:
            wait = min(self._idle_s, latest - loop.time())
            try:
                async with asyncio.timeout(wait):
                    part: bytes = await anext(chunks)
            except StopAsyncIteration:
                break
            except TimeoutError:
                raise SlowBodyError(
                    "The rest of the request did not arrive in time, and nothing was stored. Send it again."
                ) from None
            size += len(part)
            if size > limit:
                raise too_large(limit)
            parts.append(part)
            if size == length:
                break
        if length is not None and size < length:
            raise SlowBodyError("The request ended before its announced length. Send it again.")
        return parts[0] if len(parts) == 1 else b"".join(parts)


def announced(headers: dict[str, str]) -> tuple[bool, int | None]:
    """Return whether a request has a body, and its announced length [bytes], None for an unknown one."""
    text = headers.get("content-length")
    if text is None:
        return "transfer-encoding" in headers, None
    with contextlib.suppress(ValueError):
        return int(text) > 0, int(text)
    return True, None


def too_large(limit: int) -> TooLargeError:
    """Return the refusal of a body that is longer than ``limit`` bytes."""
    size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit // KIB} KiB"
    return TooLargeError(f"That is more than {size} at once. Send it in smaller parts.")
