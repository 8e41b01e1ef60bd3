"""How much an account may store. Checked at a push; what is over is refused whole, and the phone keeps it."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import connection

from iron.server.accounts.models import User
from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

MIB: Final = 1024 * 1024
_KEEP_S: Final = 60.0
_MOST_KEPT: Final = 10_000
_USED: Final = (
    "SELECT (SELECT COALESCE(SUM(LENGTH(body)), 0) FROM document WHERE user_id = %s) + "
    "(SELECT COALESCE(SUM(LENGTH(pushed)), 0) + COALESCE(SUM(LENGTH(result)), 0) FROM history WHERE user_id = %s)"
)


class QuotaError(IronError):
    """The account may store no more."""

    code = "quota"
    status = 507


def limit_of(user: User) -> int | None:
    """Return the most that an account may store [bytes]: its own limit, else IRON_QUOTA_MIB, else None."""
    mib = user.quota_mib if user.quota_mib is not None else settings.IRON_QUOTA_MIB
    return None if mib is None else mib * MIB


def used_bytes(user_id: int) -> int:
    """Return what an account stores: its documents and their history [bytes], without the database's own room."""
    with connection.cursor() as cursor:
        cursor.execute(_USED, [user_id, user_id])
        return int(cursor.fetchone()[0])


class Quotas:
    """Holds pushes against limits. What is used is counted once a minute and added up between."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._used: OrderedDict[int, tuple[float, int]] = OrderedDict()

    def check(self, user: AbstractBaseUser | AnonymousUser, more: int) -> None:
        """Count bytes that a push brings.

        Raises:
            QuotaError: they are more than the account may still store; nothing is counted.
        """
        if not isinstance(user, User) or (limit := limit_of(user)) is None:
            return
        with self._lock:
            at, used = self._used.pop(user.pk, (float("-inf"), 0))
        if self._clock() - at >= _KEEP_S:
            at, used = self._clock(), used_bytes(user.pk)
        is_over = used + more > limit
        with self._lock:
            self._used[user.pk] = (at, used if is_over else used + more)
            if len(self._used) > _MOST_KEPT:
                self._used.popitem(last=False)
        if is_over:
            raise QuotaError(
                f"Your account has stored {used / MIB:.1f} of {limit // MIB} MiB, so the server accepted no more data. "
                "Your device keeps what you log. The owner of this server can raise the limit."
            )


quotas: Final = Quotas()
