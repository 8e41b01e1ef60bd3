"""What a failing database means to whoever asked: one sentence with a status, and one line in the log."""

from __future__ import annotations

import errno
import logging
import sqlite3
from typing import TYPE_CHECKING, Final, TypeVar

from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, OperationalError

from iron.server.gateway.refusals import RetryLaterError
from iron.values.errors import BadInputError, IronError

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

_log = logging.getLogger("iron.database")

# sqlite.org/rescode.html; the low byte of an extended code is the primary one.
_FULL: Final = sqlite3.SQLITE_FULL
_WAITS: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# PostgreSQL, appendix A: 53100 disk_full, class 40 and 55 are conflicts with other transactions.
_PG_FULL: Final = "53100"
_PG_WAITS: Final = ("40", "55P03", "57014")


class DiskFullError(IronError):
    """No space is left for the database."""

    code = "disk_full"
    status = 507


class BusyError(RetryLaterError):
    """The database did not get to it in time."""

    code = "busy"
    status = 503
    retry_s = 5


class DatabaseAwayError(RetryLaterError):
    """The database cannot be used now."""

    code = "database_away"
    status = 503


def explain(problem: BaseException | None) -> IronError | None:
    """Return what to answer for an exception of the database and log its cause; None for any other exception."""
    answer = _explained(problem)
    if answer is not None and answer.status >= 500:
        _log.error("%s: %s", answer.code, " ".join(str(problem).split()))
    return answer


def _explained(problem: BaseException | None) -> IronError | None:
    if any(
        isinstance(link, OSError) and link.errno in {errno.ENOSPC, errno.EDQUOT} for link in _chain(problem)
    ):
        return _full()
    if isinstance(problem, DataError):
        return BadInputError(
            "A value in the request is one that no database holds. Correct it and send it again."
        )
    if not isinstance(problem, DatabaseError | InterfaceError) or isinstance(problem, IntegrityError):
        return None
    # Extended codes of SQLite carry the primary one in their low byte.
    code = _attribute(problem, "sqlite_errorcode", 0) & 0xFF
    state = _attribute(problem, "sqlstate", "")
    if code == _FULL or state == _PG_FULL:
        return _full()
    if code in _WAITS or state.startswith(_PG_WAITS):
        return BusyError("The database is busy and stored nothing. Send it again in a moment.")
    if code in _DAMAGED:
        return DatabaseAwayError(
            "The server's database is damaged and stored nothing. Your device keeps what you log; whoever runs this "
            "server puts a backup back with `iron restore`."
        )
    if isinstance(problem, OperationalError | InterfaceError):
        return DatabaseAwayError(
            "The server's database does not answer and stored nothing. Your device keeps what you log."
        )
    return None


def _attribute(problem: BaseException | None, name: str, default: T) -> T:
    codes = (getattr(link, name, None) for link in _chain(problem))
    return next((value for value in codes if value), default)


def _full() -> DiskFullError:
    return DiskFullError(
        "The server's disk is full and nothing was stored. Your device keeps what you log; whoever runs this server "
        "has to make room."
    )


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    while problem is not None:
        yield problem
        problem = problem.__cause__
