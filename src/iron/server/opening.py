"""Open the journal of an account in this machine's database, for the command line and MCP."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from iron.journal.journal import Journal
from iron.values import clock
from iron.values.errors import NotFoundError


def open_journal(lifter: str | None = None) -> Journal:
    """Open the journal of an account of this machine, or the owner's, created at first use.

    Where the database is at the present and the account is there, only Django's database half is loaded: the web half
    costs more than most commands.

    Args:
        lifter: name of the account; the owner's when None.

    Raises:
        NotFoundError: there is no account of that name.
    """
    user_id = _account_in_present_database(lifter)
    if user_id is None:
        user_id = _account_after_start(lifter)
    from iron.server.storage.django_store import DjangoStore

    return Journal(DjangoStore(user_id), clock=clock.local_now)


def _account_after_start(lifter: str | None) -> int:
    """Bring the database to the present and find the account, or make the owner's."""
    from iron.server import boot

    boot.start()
    # Django's models load only after its settings, which start() brings.
    from django.contrib.auth import get_user_model

    from iron.server.accounts import service

    User = get_user_model()
    if lifter is None:
        return service.ensure_owner().pk
    try:
        return User.objects.get(username__iexact=lifter).pk
    except User.DoesNotExist:
        known = ", ".join(User.objects.values_list("username", flat=True)) or "none yet"
        raise NotFoundError(f"There is no account “{lifter}”. Accounts: {known}.") from None


def _account_in_present_database(lifter: str | None) -> int | None:
    """The account's number, without starting Django; None where anything is missing, or where Django runs already."""
    from iron.server import home
    from iron.server.environment import secret

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
    if not secret("IRON_DATABASE_URL") and not (home.home() / home.DATABASE_FILE).is_file():
        return None
    # As `iron.server.boot` does: what Iron makes is for its own user alone.
    os.umask(0o077)
    home.make_home()
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    if apps.ready:
        return None
    # Reading a table before the models are loaded is what is meant here.
    warnings.filterwarnings("ignore", message="Accessing the database during app initialization")
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            if not _migrations() <= set(cursor.fetchall()):
                return None
            # `lower` knows ASCII alone in SQLite: another name is found after the start.
            where = "is_owner" if lifter is None else "lower(username) = %s"
            cursor.execute(
                f"SELECT id FROM accounts_user WHERE {where}",  # noqa: S608 - no words of a person
                [] if lifter is None else [lifter.lower()],
            )
            row = cursor.fetchone()
    except (DatabaseError, ImproperlyConfigured):
        # The whole start says what is wrong.
        return None
    return None if row is None else int(row[0])


def _migrations() -> set[tuple[str, str]]:
    """The migrations that the database should have, by their files: (label of the app, name)."""
    from django.conf import settings

    names: set[tuple[str, str]] = set()
    for app in settings.INSTALLED_APPS:
        package, _, rest = app.partition(".")
        root = sys.modules.get(package) or __import__(package)
        folder = Path(str(root.__file__)).parent.joinpath(*filter(None, rest.split(".")), "migrations")
        label = app.rpartition(".")[2]
        names |= {(label, file.stem) for file in folder.glob("[0-9]*.py")}
    return names
