"""IRON_HOME: the one folder that Iron writes to.

It holds ``iron.sqlite3`` and ``secret.key``; back up the folder and you have everything (docs/hosting.md).
"""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

import platformdirs

from iron.server.installation import checkout
from iron.values.errors import BadInputError

KEY_FILE = "secret.key"
DATABASE_FILE = "iron.sqlite3"

# 50 random bytes: more than the 256 bits that Django's HMAC-SHA256 signatures can use.
_SECRET_BYTES = 50


def home() -> Path:
    """The data folder: IRON_HOME, else ``./var`` in a checkout, else the platform's folder for user data."""
    if chosen := os.environ.get("IRON_HOME"):
        return Path(chosen).resolve()
    return Path("var").resolve() if checkout() else platformdirs.user_data_path("iron", appauthor=False)


def make_home() -> Path:
    """The data folder, made when it is missing; it and the files in it are closed to other users of the machine.

    A new folder is named on standard error, so that nobody has to look for his data.

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
        print(f"Your data is kept in {folder}. IRON_HOME chooses another folder.", file=sys.stderr)
    _close(folder)
    return folder


def open_to_others() -> Path | None:
    """The data folder or the first of Iron's files in it that other users of the machine may read, or None.

    That is so where the file system knows no permissions, or the files belong to somebody else.
    """
    folder = home()
    return next((path for path in (folder, *_own_files(folder)) if path.stat().st_mode & 0o077), None)


def _close(folder: Path) -> None:
    """Take every right of other users away, at each start: a folder that was there may have been open to all."""
    with suppress(OSError):
        folder.chmod(0o700)
    for path in _own_files(folder):
        with suppress(OSError):
            path.chmod(0o600)


def _own_files(folder: Path) -> list[Path]:
    """The database, its log, the key, what earlier restores set aside, and backups in the folder itself."""
    patterns = (f"{DATABASE_FILE}*", f"{KEY_FILE}*", "iron-*.zip", "content.good")
    return [path for pattern in patterns for path in folder.glob(pattern) if path.is_file()]


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
