"""The clock and fresh ids, for the faces alone: below them a moment is an argument (import-linter holds it)."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Final

from iron.values.ids import uuid7


def local_now() -> str:
    """Now, local wall time of this machine, ``YYYY-MM-DDTHH:MM:SS``, as documents keep it."""
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - local wall time is what a log keeps


def today() -> date:
    """The day of this machine."""
    return date.today()  # noqa: DTZ011 - see above


def utc_now() -> str:
    """Now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``, as a store dates revisions."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_LOCK: Final = threading.Lock()
_newest_ms = 0


def now_ms() -> int:
    """Now, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def fresh_id() -> str:
    """A fresh UUIDv7."""
    return uuid7(now_ms(), secrets.token_bytes(10))


def op_ids() -> Iterator[str]:
    """Fresh operation ids, without end."""
    while True:
        yield fresh_id()


def fresh_moment() -> int:
    """Now in milliseconds since 1970, later than every moment that this process was given before."""
    global _newest_ms  # noqa: PLW0603
    with _LOCK:
        _newest_ms = max(now_ms(), _newest_ms + 1)
        return _newest_ms


def fresh_ids() -> Callable[[], str]:
    """A maker of ids that all say one moment: what one command logs is taken back as one."""
    moment_ms = fresh_moment()
    return lambda: uuid7(moment_ms, secrets.token_bytes(10))
