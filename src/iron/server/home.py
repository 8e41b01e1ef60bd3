"""IRON_HOME: the one folder that Iron writes to.

It holds ``iron.sqlite3``, ``secret.key`` and ``push.key``; a backup of the folder has everything (docs/hosting.md).
"""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

import platformdirs

from iron.server.environment import secret
from iron.server.installation import checkout
from iron.values.errors import BadInputError

KEY_FILE = "secret.key"
PUSH_KEY_FILE = "push.key"
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
    patterns = (f"{DATABASE_FILE}*", f"{KEY_FILE}*", f"{PUSH_KEY_FILE}*", "iron-*.zip", "content.good")
    return [path for pattern in patterns for path in folder.glob(pattern) if path.is_file()]


def secret_key() -> str:
    """The key that signs sessions, read from ``secret.key``; made at first use, readable by its owner only.

    An empty file, as a full disk leaves it, is replaced: everybody has to sign in again, and nothing else is lost.

    IRON_SECRET_KEY, or the file that IRON_SECRET_KEY_FILE names, comes before it.

    Raises:
        BadInputError: the file cannot be read, or holds no text.
    """
    if chosen := secret("IRON_SECRET_KEY"):
        return chosen
    path = make_home() / KEY_FILE
    try:
        key = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return keep_secret(path, secrets.token_urlsafe(_SECRET_BYTES))
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it holds no plain text"
        raise BadInputError(
            f"The key {path} cannot be read: {reason}. Put it back from a backup, or remove it: then a new one is made "
            "and everybody signs in again."
        ) from None
    if key:
        return key
    print(f"The key {path} was empty. A new one is made; everybody has to sign in again.", file=sys.stderr)
    path.unlink(missing_ok=True)
    return keep_secret(path, secrets.token_urlsafe(_SECRET_BYTES))


def keep_secret(path: Path, fresh: str) -> str:
    """Write a secret into a file that only its owner reads, unless one is there already; return the one that is there.

    It is written aside and linked into place: two processes that start together agree on one, and none reads half.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(fresh)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii").strip()
