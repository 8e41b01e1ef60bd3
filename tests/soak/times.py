"""A database that goes back in time: by `iron restore`, or silently as after a power cut."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import time
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
        self.servers.command("-m", "iron.cli", "backup", str(self.folder / "iron.zip"))
        if self.servers.database:
            name = self._name()
            self._postgres(
                f'DROP DATABASE IF EXISTS "{name}_saved"', f'CREATE DATABASE "{name}_saved" TEMPLATE "{name}"'
            )
            return
        with (
            closing(sqlite3.connect(self._database)) as source,
            closing(sqlite3.connect(self.folder / "silent.sqlite3")) as copy,
        ):
            source.backup(copy)

    def back(self, *, restore: bool) -> None:
        """Put it back with the servers stopped: as a restore with a new epoch, or silently."""
        for n in (0, 1):
            self.servers.kill(n, signal.SIGINT)
        if restore:
            self._wait_until_unused()
            self.servers.command("-m", "iron.cli", "restore", str(self.folder / "iron.zip"), "--replace")
        elif self.servers.database:
            name = self._name()
            self._postgres(
                f'DROP DATABASE "{name}" WITH (FORCE)', f'ALTER DATABASE "{name}_saved" RENAME TO "{name}"'
            )
        else:
            for end in ("-wal", "-shm"):
                self._database.with_name(self._database.name + end).unlink(missing_ok=True)
            shutil.copyfile(self.folder / "silent.sqlite3", self._database)

    def _wait_until_unused(self) -> None:
        """PostgreSQL notices a moment later that a killed server's connections are gone."""
        if not self.servers.database:
            return
        import psycopg

        sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
        with psycopg.connect(self._maintenance(), autocommit=True) as connection:
            for _ in range(300):
                if connection.execute(sql, [self._name()]).fetchone() == (0,):
                    return
                time.sleep(0.1)
        raise TimeoutError("connections to the database stayed after its servers were gone")

    def _name(self) -> str:
        return (self.servers.database or "").rpartition("/")[2].partition("?")[0]

    def _postgres(self, *statements: str) -> None:
        """Change whole databases; nobody may be connected, so the servers are killed."""
        import psycopg

        for n in (0, 1):
            self.servers.kill(n)
        with psycopg.connect(self._maintenance(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def _maintenance(self) -> str:
        """The address of the database from which others are made."""
        return (self.servers.database or "").replace(f"/{self._name()}", "/postgres", 1)
