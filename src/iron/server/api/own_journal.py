"""The journal of the caller: every address that reads or computes asks it, as command line and assistant do."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from iron.journal.journal import Journal
from iron.journal.view_cache import ViewCache, ViewLease
from iron.server.api.request_handler import lifter
from iron.server.api.wire import AT_PATTERN
from iron.server.storage.django_store import DjangoStore
from iron.values import clock
from iron.values.errors import BadInputError
from iron.values.moments import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

_AT: Final = re.compile(AT_PATTERN)
VIEWS: Final = ViewCache()
"""Views of those who asked last, own and shared ones alike, so that together they stay bounded."""


@contextmanager
def journal_of(user_id: int) -> Iterator[Journal]:
    """Open the journal of an account for one request; its view is kept for the next one."""
    store = DjangoStore(user_id)
    with ViewLease(VIEWS, (store.using, user_id), store) as lease:
        yield Journal(store, clock=clock.utc_now, lease=lease)


@contextmanager
def own_journal(request: HttpRequest) -> Iterator[Journal]:
    """Open the journal of the signed-in lifter for one request.

    Raises:
        SignedOutError: nobody is signed in.
    """
    with journal_of(lifter(request)) as journal:
        yield journal


def lifters_now(journal: Journal) -> str:
    """Now, local where the newest workout was, ``YYYY-MM-DDTHH:MM:SS``; UTC where no workout says its offset."""
    return local_now(journal.utc_offset)


def local_now(utc_offset: int | None) -> str:
    """Now at an offset from UTC [min], None for UTC, ``YYYY-MM-DDTHH:MM:SS``."""
    now = datetime.now(UTC) + timedelta(minutes=utc_offset or 0)
    return now.strftime("%Y-%m-%dT%H:%M:%S")


def local_time(text: str | None) -> str:
    """The lifter's local time as he sent it, or the server's (UTC) where he did not.

    Raises:
        BadInputError: it is no moment of a year that Iron keeps.
    """
    if text is None:
        return clock.utc_now()[:-1]
    try:
        at = datetime.fromisoformat(text) if _AT.fullmatch(text) else None
    except ValueError:
        at = None
    if at is None:
        raise BadInputError(f"“{text[:32]}” is not a date and time. Write YYYY-MM-DDTHH:MM:SS.", where="at")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise BadInputError(f"The year {at.year} is outside {FIRST_YEAR} to {LAST_YEAR}.", where="at")
    return at.isoformat(timespec="seconds")
