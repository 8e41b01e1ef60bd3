"""What commands that write to a journal share: the device id, the offset of local time, reading a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from iron.values.errors import BadFileError

DEVICE = "00000000-0000-7000-8000-00000000c11e"
"""The command line as a device in the history."""


def offset_minutes(moment: str) -> int:
    """Minutes east of UTC of this machine at a local time."""
    offset = datetime.fromisoformat(moment).astimezone().utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)


def read_file(file: Path) -> bytes:
    """The bytes of a file, or a sentence why not."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadFileError(
            f"{file} cannot be read: {error.strerror}. Check the name and try again."
        ) from None
