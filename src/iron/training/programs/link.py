"""A program as the fragment of a link: its text, deflated, in base64url.

The same as ``web/src/data/journal/program-link.ts``. The part behind ``#`` never reaches a server.
"""

from __future__ import annotations

import base64
import re
import zlib
from typing import Final

from iron.values.errors import BadFileError

_MARK: Final = "p1."
_MOST_BYTES: Final = 256 * 1024
_RAW: Final = -15  # deflate without the header of zlib
MOST_QR: Final = 2331  # bytes of a QR code of level M (ISO/IEC 18004, version 40)


def link_of(text: str, origin: str) -> str:
    """The link of a program's text below the address of an Iron, such as ``https://iron.example``."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    packed = packer.compress(text.encode()) + packer.flush()
    code = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return f"{origin.rstrip('/')}/app/program#{_MARK}{code}"


def is_link(text: str) -> bool:
    """Whether a text is a link with a program in it."""
    return f"#{_MARK}" in text


def text_of_link(link: str) -> str:
    """The text of a link.

    Raises:
        BadFileError: it holds no program, is damaged, or unpacks to more than 256 KiB.
    """
    code = link.partition(f"#{_MARK}")[2].strip()
    if not re.fullmatch(r"[\w-]+", code, re.ASCII):
        raise BadFileError("This link holds no program. Copy it whole, or ask for the file.")
    unpacker = zlib.decompressobj(_RAW)
    try:
        packed = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
        raw = unpacker.decompress(packed, _MOST_BYTES + 1)
        text = raw.decode()
    except (zlib.error, ValueError):
        raise BadFileError(
            "This link is damaged: a part of it is missing. Copy it whole, or ask for the file."
        ) from None
    if len(raw) > _MOST_BYTES:
        raise BadFileError("This link holds more than 256 KiB, more than a program. Ask for the file.")
    if not unpacker.eof:
        raise BadFileError(
            "This link is damaged: a part of it is missing. Copy it whole, or ask for the file."
        )
    return text
