"""What must be true before the server or the command line touches a journal: settings loaded, tables there."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.migrations.executor import MigrationExecutor


def start(say: Callable[[str], None] | None = None) -> None:
    """Set Django up and bring the database to the present.

    Cheap when nothing is pending, safe to call twice and from several processes at once.

    Args:
        say: told one line about each step that takes time; silent without.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
    from iron.server.home import make_home

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
    _migrate(say or _silent)


def _silent(_line: str) -> None:
    return


def _migrate(say: Callable[[str], None]) -> None:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise _unreachable(error) from error
    if not plan:
        return
    say(f"Database: {len(plan)} steps to the present")
    began = time.monotonic()
    _run(executor)
    say(f"Database: ready after {time.monotonic() - began:.1f} s")


def _run(executor: MigrationExecutor) -> None:
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        # The command and not the executor, because it also sends the signals that apps rely on.
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError:
        # Another process that started in the same moment may have made the tables first.
        executor.loader.build_graph()
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise


def _unreachable(error: Exception) -> Exception:
    from django.conf import settings
    from django.db import OperationalError

    from iron.values.errors import IronError

    where = settings.DATABASES["default"]
    if where["ENGINE"].endswith("sqlite3") and not isinstance(error, OperationalError):
        sentence = (
            f"The database {where['NAME']} is damaged: {error}. "
            "Put a backup back with `iron restore FILE --replace`; the damaged file is kept."
        )
    elif where["ENGINE"].endswith("sqlite3"):
        sentence = (
            f"The database {where['NAME']} cannot be opened: {error}. Check IRON_HOME and its permissions."
        )
    else:
        place = where["HOST"] or "the local socket"
        sentence = f"PostgreSQL at {place} does not answer: {error}. Check IRON_DATABASE_URL."
    return IronError(sentence.replace("\n", " "))


def notices() -> list[str]:
    """What the person at the terminal should know now: missing guides, the one-time code of the first account."""
    from iron.server.accounts import service
    from iron.server.home import open_to_others
    from iron.server.pages.library import problem

    code = service.owner_code()
    first = f"One-time code for the first account: {code}" if code else None
    path = open_to_others()
    readable = (
        f"Other users of this machine can read {path}. Give it to the user that runs Iron." if path else None
    )
    return [line for line in (problem(), readable, first) if line]
