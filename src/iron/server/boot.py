"""What must be true before the server or the command line touches a journal: settings loaded, tables there."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iron.values.errors import BadInputError, IronError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

_MIGRATING: Final = 0x49524F4E  # "IRON": the number of a lock that PostgreSQL keeps for us


def start(say: Callable[[str], None] | None = None) -> None:
    """Set Django up and bring the database to the present.

    Cheap when nothing is pending, safe to call twice and from several processes at once.

    Args:
        say: told one line about each step that takes time; silent without.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
    from iron.server.home import make_home, secret_key

    # What Iron makes from now on is for its own user alone; SQLite's log has the permissions of its database.
    os.umask(0o077)
    make_home()
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        # What somebody wrote into the environment: the sentence is enough.
        raise BadInputError(str(error)) from None
    # A key that cannot be read is said now and not at the first sign-in.
    secret_key()
    with explained():
        _migrate(say or _silent)


def _silent(_line: str) -> None:
    return


def _migrate(say: Callable[[str], None]) -> None:
    from django.db import connection

    if not _steps(connection):
        return
    with _alone(connection):
        # Another process that started in the same moment may have brought it to the present meanwhile.
        count = _steps(connection)
        if not count:
            return
        from django.core.management import call_command

        say(f"Database: running {count} migrations")
        began = time.monotonic()
        # The command and not the executor, because it also sends the signals that apps rely on.
        call_command("migrate", verbosity=0, interactive=False)
        say(f"Database: ready after {time.monotonic() - began:.1f} s")


def _steps(connection: BaseDatabaseWrapper) -> int:
    """How many migrations are missing."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Hold off other processes that would migrate the same database until the block ends."""
    if connection.vendor == "sqlite":
        folder = os.open(Path(connection.settings_dict["NAME"]).parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATING])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATING])


@contextmanager
def explained() -> Iterator[None]:
    """Turn a failure of the database into the sentence that the person at the terminal needs.

    Raises:
        IronError: the database is damaged, cannot be opened, or does not answer.
    """
    from django.db import DatabaseError

    try:
        yield
    except DatabaseError as error:
        raise unreachable(error) from error


def unreachable(error: Exception) -> IronError:
    """Return the error that says what is wrong with the database and what to do, for an exception of Django's."""
    from django.conf import settings
    from django.db import OperationalError

    where = settings.DATABASES["default"]
    if where["ENGINE"].endswith("sqlite3") and not isinstance(error, OperationalError):
        sentence = (
            f"The database {where['NAME']} is damaged: {error}. "
            "Restore a backup with `iron restore FILE --replace`. The damaged file is kept."
        )
    elif where["ENGINE"].endswith("sqlite3"):
        sentence = (
            f"The database {where['NAME']} cannot be opened: {error}. Check IRON_HOME and its permissions."
        )
    else:
        place = where["HOST"] or "the local socket"
        reason = str(error).partition("\n")[0].rstrip(".")
        sentence = f"PostgreSQL at {place} does not answer: {reason}. Check IRON_DATABASE_URL."
    return IronError(" ".join(sentence.split()))


def notices() -> list[str]:
    """What the person at the terminal should know now: missing guides, the one-time code of the first account."""
    from iron.server.accounts import service
    from iron.server.home import open_to_others
    from iron.server.pages.library import problem

    code = service.owner_code()
    first = f"One-time code for the first account: {code}" if code else None
    path = open_to_others()
    readable = (
        f"Other users of this machine can read {path}. Close it to other users: chmod -R go= {path}."
        if path
        else None
    )
    return [line for line in (problem(), readable, first) if line]
