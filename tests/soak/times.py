"""A database that goes back in time: by `iron restore`, or silently as after a power cut."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from machines import Servers


class Timeline:
    """One moment of a database, saved and put back."""

    def __init__(self, servers: Servers, folder: Path) -> None:
        self.servers, self.folder = servers, folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()

    @property
    def _database(self) -> Path:
        return self.servers.home / "iron.sqlite3"

    def save(self) -> None:
        """Save this moment, while phones push."""
        if self.servers.database:
            name = self._name()
            self._postgres(
                f'DROP DATABASE IF EXISTS "{name}_saved"', f'CREATE DATABASE "{name}_saved" TEMPLATE "{name}"'
            )
            return
        self.servers.command("-m", "iron.cli", "backup", str(self.folder / "iron.zip"))
        with (
            closing(sqlite3.connect(self._database)) as source,
            closing(sqlite3.connect(self.folder / "silent.sqlite3")) as copy,
        ):
            source.backup(copy)

    def back(self, *, restore: bool) -> bool:
        """Put it back with the servers stopped; say whether it was a restore with a new epoch."""
        if self.servers.database:
            name = self._name()
            self._postgres(f'DROP DATABASE "{name}"', f'ALTER DATABASE "{name}_saved" RENAME TO "{name}"')
            return False
        for n in (0, 1):
            self.servers.kill(n, signal.SIGINT)
        if restore:
            self.servers.command("-m", "iron.cli", "restore", str(self.folder / "iron.zip"), "--replace")
            return True
        for end in ("-wal", "-shm"):
            self._database.with_name(self._database.name + end).unlink(missing_ok=True)
        shutil.copyfile(self.folder / "silent.sqlite3", self._database)
        return False

    def _name(self) -> str:
        return (self.servers.database or "").rpartition("/")[2].partition("?")[0]

    def _postgres(self, *statements: str) -> None:
        """Change whole databases; nobody may be connected, so the servers are killed."""
        import psycopg

        for n in (0, 1):
            self.servers.kill(n)
        address = (self.servers.database or "").replace(f"/{self._name()}", "/postgres", 1)
        with psycopg.connect(address, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())
