"""The whole server as one file, taken while it runs, and put back into an empty data folder.

A backup is a zip file: the database as SQLite's online backup copies it (one moment of it, also while phones push),
the secret key, and ``backup.json`` with checksums and counts. It is tried before it counts: unpacked aside, checked by
``PRAGMA integrity_check`` and compared with its counts. Source: sqlite.org/backup.html, sqlite.org/pragma.html.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import msgspec

from iron.server.home import DATABASE_FILE, KEY_FILE, home, make_home
from iron.values.decoding import converter, json_decoder
from iron.values.errors import BadFileError, BadInputError, ConflictError, NotFoundError

FORMAT: Final = "iron-backup"
VERSION: Final = 1
MANIFEST: Final = "backup.json"
_CHUNK: Final = 1 << 20
# What a lifter would miss; counted when the backup is made and again when it is read.
_COUNTED: Final = ("document", "history", "accounts_user")


class _Manifest(msgspec.Struct):
    format: str
    version: int
    at: str
    iron: str
    sha256: dict[str, str]
    counts: dict[str, int]


_READ_FRONT: Final = json_decoder(dict[str, Any])
_READ_MANIFEST: Final = converter(_Manifest)


def check_sqlite() -> None:
    """Check that this Iron keeps its journals in SQLite.

    Raises:
        BadInputError: it keeps them in PostgreSQL; the sentence says what to do there.
    """
    if os.environ.get("IRON_DATABASE_URL"):
        raise BadInputError(
            "This Iron keeps its journals in PostgreSQL: use pg_dump and pg_restore for the whole server, "
            "or `iron export` for each lifter."
        )


def backup(to: Path, *, at: str, iron: str) -> tuple[Path, dict[str, int]]:
    """Write a backup of IRON_HOME and return the file and what it counts.

    Args:
        to: the file, or a folder in which it gets a name with its time.
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        iron: the version of Iron.

    Raises:
        NotFoundError: there is no database to back up.
        BadFileError: the copy is damaged, so the database is.
    """
    check_sqlite()
    database = home() / DATABASE_FILE
    if not database.is_file():
        raise NotFoundError(f"There is no Iron at {home()} to back up. Check IRON_HOME.")
    stamp = "".join(letter for letter in at if letter.isdigit())
    file = to / f"iron-{stamp}.zip" if to.is_dir() else to
    if file.exists() and not file.is_file():
        raise BadFileError(
            f"{file} is no file. A backup is tried out after it is written: give a file or a folder."
        )
    file = file.resolve()
    if not file.parent.is_dir():
        raise NotFoundError(f"There is no folder {file.parent}. Make it or choose another one.")
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".iron-backup-") as name:
        folder = Path(name)
        _copy_online(database, folder / DATABASE_FILE)
        if (home() / KEY_FILE).is_file():
            shutil.copyfile(home() / KEY_FILE, folder / KEY_FILE)
        counts = _check_database(folder / DATABASE_FILE)
        sums = {path.name: _sha256(path) for path in sorted(folder.iterdir())}
        manifest = _Manifest(FORMAT, VERSION, at, iron, sums, counts)
        packed = folder / "packed.zip"
        _pack(folder, manifest, packed)
        # The try-out: what was just written, unpacked and checked as a restore does it.
        with tempfile.TemporaryDirectory(dir=folder) as trial:
            _unpack(packed, Path(trial))
        packed.chmod(0o600)
        packed.replace(file)
    return file, counts


def restore(file: Path, *, replace: bool, at: str) -> dict[str, int]:
    """Put a backup back into IRON_HOME and return what it counts.

    Args:
        file: what `backup` wrote.
        replace: also where there is an Iron already; its files are kept beside the new ones, named by ``at``.
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.

    Raises:
        BadFileError: the file is no backup, is damaged, or is of a newer Iron. Nothing was changed.
        ConflictError: there is an Iron already, or it is running.
    """
    check_sqlite()
    folder = home()
    there = folder / DATABASE_FILE
    if there.exists() and not replace:
        raise ConflictError(
            f"There is an Iron at {folder} already. Set IRON_HOME to an empty folder, or add --replace to set it aside."
        )
    make_home()
    with tempfile.TemporaryDirectory(dir=folder, prefix=".iron-restore-") as name:
        manifest = _unpack(file, Path(name))
        _begin_epochs(Path(name) / DATABASE_FILE)
        if there.exists():
            _fold(there)
        _set_aside(there, at)
        for member in manifest.sha256:
            path = Path(name) / member
            path.chmod(0o600)
            path.replace(folder / member)
    return manifest.counts


def _begin_epochs(database: Path) -> None:
    """Begin a new epoch of every journal, so that each phone notices and sends all it holds again.

    A backup of an older Iron has no epochs yet: a mark tells the step that brings them (migration 0005).
    """
    with closing(sqlite3.connect(database)) as copy, copy:
        columns = {row[1] for row in copy.execute("PRAGMA table_info(clock)")}
        if "epoch" not in columns:
            copy.execute("PRAGMA user_version = 1")
            return
        copy.execute("UPDATE clock SET epoch = lower(hex(randomblob(8))), renewed = TRUE")
        # An account that had logged nothing yet may have logged since.
        copy.execute(
            "INSERT INTO clock (user_id, seq, epoch, renewed) SELECT id, 0, lower(hex(randomblob(8))), TRUE "
            "FROM accounts_user WHERE id NOT IN (SELECT user_id FROM clock)"
        )


def _copy_online(database: Path, to: Path) -> None:
    try:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(to)) as copy:
            # All pages in one step: one read transaction, so one moment; in WAL mode readers hold up no writer.
            source.backup(copy, pages=-1)
            # The copy is one file, without -wal and -shm beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as problem:
        raise BadFileError(
            f"The database {database} cannot be read ({problem}). Keep it and restore the backup before."
        ) from None


def _check_database(path: Path) -> dict[str, int]:
    try:
        with closing(sqlite3.connect(path)) as database:
            problems = [row[0] for row in database.execute("PRAGMA integrity_check")]
            torn = database.execute("PRAGMA foreign_key_check").fetchall()
            tables = {
                row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            counts = {
                name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  (constants)
                for name in _COUNTED
                if name in tables
            }
    except sqlite3.DatabaseError as problem:
        raise BadFileError(
            f"The database in this backup cannot be read ({problem}). Take another backup."
        ) from None
    if problems != ["ok"] or torn:
        raise BadFileError(f"The database is damaged ({problems[0]}). Keep it and take the backup before.")
    return counts


def _pack(folder: Path, manifest: _Manifest, to: Path) -> None:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        for name in manifest.sha256:
            archive.write(folder / name, name)


def _unpack(file: Path, to: Path) -> _Manifest:
    """Unpack and check everything; only names that a backup has are written."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive.read(MANIFEST))
            for name in manifest.sha256:
                with archive.open(name) as source, (to / name).open("wb") as target:
                    shutil.copyfileobj(source, target, _CHUNK)
    except OSError as problem:
        raise BadFileError(f"{file} cannot be read: {problem.strerror or problem}. Check the name.") from None
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError, zlib.error) as problem:
        raise BadFileError(
            f"{file.name} is no backup of Iron, or it is cut off ({problem}). Take another one; nothing was changed."
        ) from None
    for name, digest in manifest.sha256.items():
        if _sha256(to / name) != digest:
            raise BadFileError(
                f"{name} in {file.name} is damaged: its checksum does not fit. Take another backup."
            )
    if _check_database(to / DATABASE_FILE) != manifest.counts:
        raise BadFileError(f"{file.name} does not hold what it counts. Take another backup.")
    return manifest


def _manifest(raw: bytes) -> _Manifest:
    front = _READ_FRONT.decode(raw)
    if front.get("format") != FORMAT:
        raise BadFileError("This zip file is no backup of Iron. Choose one that `iron backup` wrote.")
    if front.get("version") != VERSION:
        raise BadFileError("A newer Iron wrote this backup. Update Iron first.")
    manifest = _READ_MANIFEST(front)
    if DATABASE_FILE not in manifest.sha256 or not set(manifest.sha256) <= {DATABASE_FILE, KEY_FILE}:
        raise BadFileError(
            "This backup holds other files than Iron's. Take another one; nothing was changed."
        )
    return manifest


def _fold(database: Path) -> None:
    """Make the database that is there one file; it fails while a server has it open."""
    try:
        with closing(sqlite3.connect(database, timeout=1)) as old:
            # Leaving WAL mode needs the database for oneself.
            old.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise ConflictError(
            f"Iron is running on {database.parent}. Stop it first; nothing was changed."
        ) from None
    except sqlite3.DatabaseError:
        return  # damaged beyond opening: set aside as it is


def _set_aside(database: Path, at: str) -> None:
    """Move what is there aside; a log left behind would be played into the database that is put back."""
    stamp = "".join(letter for letter in at if letter.isdigit())
    for name in (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", KEY_FILE):
        path = database.with_name(name)
        if path.exists():
            aside = path.with_name(f"{name}.before-{stamp}")
            path.replace(aside)
            aside.chmod(0o600)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
