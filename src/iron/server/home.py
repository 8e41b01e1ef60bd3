"""IRON_HOME: the one folder that Iron writes to.

It holds ``iron.sqlite3`` and ``secret.key``; back up the folder and you have everything (docs/hosting.md).
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from iron.values.errors import BadInputError

KEY_FILE = "secret.key"
DATABASE_FILE = "iron.sqlite3"

# 50 random bytes: more than the 256 bits that Django's HMAC-SHA256 signatures can use.
_SECRET_BYTES = 50


def home() -> Path:
    """The data folder: IRON_HOME, or ``./var``."""
    return Path(os.environ.get("IRON_HOME") or "var").resolve()


def make_home() -> Path:
    """The data folder, made when it is missing and closed to other users of the machine.

    Raises:
        BadInputError: it cannot be made.
    """
    folder = home()
    if not folder.is_dir():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BadInputError(
                f"The data folder {folder} cannot be made: {error.strerror}. Set IRON_HOME to a folder of yours."
            ) from None
    return folder


def secret_key() -> str:
    """The key that signs sessions, read from ``secret.key``; made at first use, readable by its owner only."""
    path = make_home() / KEY_FILE
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return _make_secret(path)


def _make_secret(path: Path) -> str:
    # Written aside and linked into place: two processes that start together agree on one key, and none reads half.
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(_SECRET_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii").strip()
