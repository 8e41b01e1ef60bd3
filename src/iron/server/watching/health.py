"""Whether this server can do its work: what ``/healthz`` and ``iron doctor`` answer."""

from __future__ import annotations

import os
import shutil
import time
from threading import Lock
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import Error, connection, transaction

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEAST_FREE: Final = 32 * 1024 * 1024
"""Free space below which the disk counts as full [bytes]: SQLite's log alone may need some of it. A guess."""
_KEEP_S: Final = 2.0
"""An answer is given again for so long, so that nobody keeps the database busy by asking."""


class Health:
    """The checks of a server, asked at most every few seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._at = float("-inf")
        self._answer: dict[str, str] = {}

    def checks(self) -> dict[str, str]:
        """Return what was checked: ``ok``, or a sentence that says what is wrong."""
        with self._lock:
            if self._clock() - self._at >= _KEEP_S:
                self._answer = {"database": database(), "migrations": migrations(), "disk": disk()}
                self._at = self._clock()
            return self._answer


def database() -> str:
    """Say whether the database takes a write; nothing is changed."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # Written and taken back: that a file opens does not say that it may be written.
            cursor.execute("UPDATE sign_in_limit SET value = value WHERE cache_key = ''")
            transaction.set_rollback(True)
    except Error as problem:
        return f"The database accepts no writes: {_line(problem)}."
    return "ok"


def migrations() -> str:
    """Say whether the tables are those of this version of Iron."""
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        known = set(executor.loader.disk_migrations or {})
        newer = sorted(set(executor.loader.applied_migrations) - known)
    except Error as problem:
        return f"The tables cannot be read: {_line(problem)}."
    if plan:
        return f"{len(plan)} migrations are not applied. Restart Iron."
    ours = [name for app, name in newer if app in {"storage", "accounts"}]
    return f"A newer version of Iron made these tables ({', '.join(ours)}). Update Iron." if ours else "ok"


def disk() -> str:
    """Say whether the data folder may be written and has room."""
    from iron.server.home import home

    return folder_state(home())


def folder_state(folder: Path) -> str:
    """Say whether a folder may be written and has room."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as problem:
        return f"The folder {folder} cannot be read: {problem.strerror}."
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"The folder {folder} cannot be written by this user."
    if free < LEAST_FREE:
        return f"The disk of {folder} is full: only {free // 2**20} MiB are free."
    return "ok"


def database_bytes() -> int:
    """The size of the database on its disk [bytes], SQLite's log included."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    name = str(settings.DATABASES["default"]["NAME"])
    return sum(os.path.getsize(name + end) for end in ("", "-wal") if os.path.exists(name + end))  # noqa: PTH110, PTH202


def _line(problem: Exception) -> str:
    return " ".join(str(problem).split()).rstrip(".")
