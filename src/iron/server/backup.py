"""The whole server as one file, taken while it runs, and put back into an empty data folder or database.

A backup is a zip file: the database as SQLite's online backup copies it (one moment of it, also while phones push) or
as pg_dump does (`iron.server.postgres_dump`), the secret key, and ``backup.json`` with checksums and counts. It is
tried before it counts: unpacked aside, read from end to end (SQLite: ``PRAGMA integrity_check``) and compared with its
counts. Source: sqlite.org/backup.html, sqlite.org/pragma.html.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import msgspec

from iron.server import postgres_dump
from iron.server.environment import secret
from iron.server.home import DATABASE_FILE, KEY_FILE, home, make_home
from iron.server.postgres_dump import DUMP_FILE
from iron.values.decoding import converter, json_decoder
from iron.values.errors import BadFileError, BadInputError, ConflictError, NotFoundError

FORMAT: Final = "iron-backup"
VERSION: Final = 1
MANIFEST: Final = "backup.json"
_CHUNK: Final = 1 << 20
RESTORE: Final = (
    "Restore the last good backup with `iron restore FILE --replace`. The damaged file is kept, and phones send "
    "again what is missing in the backup."
)
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


def backup(to: Path, *, at: str, iron: str) -> tuple[Path, dict[str, int]]:
    """Write a backup of IRON_HOME, or of the database of IRON_DATABASE_URL, and return the file and what it counts.

    Args:
        to: the file, or a folder in which it gets a name with its time.
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
        iron: the version of Iron.

    Raises:
        NotFoundError: there is no database to back up.
        BadInputError: PostgreSQL or its programs cannot be used.
        BadFileError: the copy is damaged, so the database is.
    """
    url, database = secret("IRON_DATABASE_URL"), home() / DATABASE_FILE
    if not url and not database.is_file():
        raise NotFoundError(f"There is no Iron at {home()} to back up. Check IRON_HOME.")
    stamp = "".join(letter for letter in at if letter.isdigit())
    file = to / f"iron-{stamp}.zip" if to.is_dir() else to
    if file.exists() and not file.is_file():
        raise BadFileError(
            f"{file} is not a file. A backup is checked after writing, so choose a file or a folder."
        )
    file = file.resolve()
    if not file.parent.is_dir():
        raise NotFoundError(f"There is no folder {file.parent}. Create it, or choose another folder.")
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".iron-backup-") as name:
        folder = Path(name)
        if url:
            counts = postgres_dump.dump(url, folder / DUMP_FILE, _COUNTED)
        else:
            _copy_online(database, folder / DATABASE_FILE)
            counts = _check_database(folder / DATABASE_FILE, database)
        if (home() / KEY_FILE).is_file():
            shutil.copyfile(home() / KEY_FILE, folder / KEY_FILE)
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


def newest_in(folder: Path) -> Path | None:
    """Return the newest backup of a folder by its name, None where there is none."""
    return max(_dated(folder), default=None, key=lambda path: path.name)


def rotate(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest backups that `backup` named by their time; returns what was deleted.

    Args:
        folder: where they are; files of any other name stay.
        keep: how many stay, at least 1.
    """
    old = sorted(_dated(folder), key=lambda path: path.name)[: -max(1, keep)]
    for path in old:
        path.unlink()
    return old


def _dated(folder: Path) -> list[Path]:
    return [path for path in folder.glob("iron-*.zip") if re.fullmatch(r"iron-\d{14}\.zip", path.name)]


def restore(file: Path, *, replace: bool, at: str) -> dict[str, int]:
    """Put a backup back into IRON_HOME, or into the database of IRON_DATABASE_URL; returns what it counts.

    Args:
        file: what `backup` wrote.
        replace: also where there is an Iron already; its files are kept beside the new ones, named by ``at``, and
            tables of PostgreSQL in a schema of that name.
        at: now, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.

    Raises:
        BadFileError: the file is no backup, is damaged, or is of a newer Iron. Nothing was changed.
        BadInputError: it is of the other kind of database, or PostgreSQL does not take it. Nothing was changed.
        ConflictError: there is an Iron already, or it is running.
    """
    folder, url = home(), secret("IRON_DATABASE_URL")
    there = folder / DATABASE_FILE
    if (postgres_dump.is_there(url) if url else there.exists()) and not replace:
        where, other = ("in the database", "another database") if url else (f"at {folder}", "an empty folder")
        name = "IRON_DATABASE_URL" if url else "IRON_HOME"
        raise ConflictError(
            f"There is already an Iron {where}. Set {name} to {other}, or add --replace to move the old data aside."
        )
    make_home()
    with tempfile.TemporaryDirectory(dir=folder, prefix=".iron-restore-") as name:
        manifest = _unpack(file, Path(name))
        _check_kind(manifest, postgres=bool(url))
        if url:
            postgres_dump.restore(url, Path(name) / DUMP_FILE, at)
            _set_aside(folder, (KEY_FILE,) if KEY_FILE in manifest.sha256 else (), at)
        else:
            _begin_epochs(Path(name) / DATABASE_FILE)
            if there.exists():
                _fold(there)
            _set_aside(folder, (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", KEY_FILE), at)
        for member in manifest.sha256.keys() - {DUMP_FILE}:
            path = Path(name) / member
            path.chmod(0o600)
            path.replace(folder / member)
    return manifest.counts


def _check_kind(manifest: _Manifest, *, postgres: bool) -> None:
    if (DUMP_FILE in manifest.sha256) == postgres:
        return
    kind, other = ("SQLite", "PostgreSQL") if postgres else ("PostgreSQL", "SQLite")
    cure = "unset IRON_DATABASE_URL" if postgres else "set IRON_DATABASE_URL to an empty database"
    raise BadInputError(
        f"This backup is from an Iron on {kind}, but this Iron is on {other}: {cure} to restore it. To move "
        "a lifter between the two, use `iron export`."
    )


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
        raise BadFileError(f"The database {database} cannot be read ({problem}). {RESTORE}") from None


def _check_database(path: Path, original: Path | None = None) -> dict[str, int]:
    """Check a copy of a database and count what is in it; ``original`` is what it was copied from just now."""
    what = f"The database {original}" if original else "The database in this backup"
    cure = RESTORE if original else "Choose an earlier backup. Nothing was changed."
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
        raise BadFileError(f"{what} cannot be read ({problem}). {cure}") from None
    if problems != ["ok"] or torn:
        detail = problems[0] if problems != ["ok"] else "a row points to one that is gone"
        raise BadFileError(f"{what} is damaged ({' '.join(detail.split())}). {cure}")
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
            f"{file.name} is not an Iron backup, or it is incomplete ({problem}). "
            "Choose another file. Nothing was changed."
        ) from None
    for name, digest in manifest.sha256.items():
        if _sha256(to / name) != digest:
            raise BadFileError(
                f"{name} in {file.name} is damaged: the checksum is wrong. Choose another backup."
            )
    dumped = DUMP_FILE in manifest.sha256
    counts = postgres_dump.count(to / DUMP_FILE, _COUNTED) if dumped else _check_database(to / DATABASE_FILE)
    if counts != manifest.counts:
        raise BadFileError(f"{file.name} is incomplete. Choose another backup.")
    return manifest


def _manifest(raw: bytes) -> _Manifest:
    front = _READ_FRONT.decode(raw)
    if front.get("format") != FORMAT:
        raise BadFileError("This zip file is not an Iron backup. Choose a file from `iron backup`.")
    if front.get("version") != VERSION:
        raise BadFileError("A newer version of Iron wrote this backup. Update Iron first.")
    manifest = _READ_MANIFEST(front)
    if manifest.sha256.keys() - {KEY_FILE} not in ({DATABASE_FILE}, {DUMP_FILE}):
        raise BadFileError(
            "This backup has files that are not from Iron. Choose another backup. Nothing was changed."
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
            f"Iron is running on {database.parent}. Stop the server first. Nothing was changed."
        ) from None
    except sqlite3.DatabaseError:
        return  # damaged beyond opening: set aside as it is


def _set_aside(folder: Path, names: tuple[str, ...], at: str) -> None:
    """Move what is there aside; a log left behind would be played into the database that is put back."""
    stamp = "".join(letter for letter in at if letter.isdigit())
    for name in names:
        path = folder / name
        if path.exists():
            aside = path.with_name(f"{name}.before-{stamp}")
            path.replace(aside)
            aside.chmod(0o600)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
