"""What every command that writes to a journal needs: its device id, fresh operation ids, the time, files read."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from iron.values import ids
from iron.values.errors import BadFileError

DEVICE = "00000000-0000-7000-8000-00000000c11e"
"""The command line as a device in the history."""


def op_ids() -> Iterator[str]:
    """Fresh operation ids."""
    while True:
        yield ids.uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))


def read_file(file: Path) -> bytes:
    """The bytes of a file, or a sentence why not."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadFileError(
            f"{file} cannot be read: {error.strerror}. Check the name and try again."
        ) from None


def utc_now() -> str:
    """Now, UTC, as a store wants it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
