"""Django's database sessions, read with one plain statement together with the account that is signed in.

Every push reads its session and its account; through the ORM that was a fifth of the push's CPU (benchmarks/push.py).
The account's number is beside the session in the row of the browser (allauth's user sessions), so both come in one
round trip. Everything but the reading is Django's. What a signature says of a text does not change, so it is checked
once for each text.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from django.contrib.sessions.backends import db
from django.db import connections, router
from django.utils import timezone

from iron.server.accounts.models import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_READ: Final = (
    f"SELECT s.session_data, {', '.join(f'u.{name}' for name in FIELDS)} FROM django_session s "  # noqa: S608 - constants
    "LEFT JOIN usersessions_usersession b ON b.session_key = s.session_key "
    "LEFT JOIN accounts_user u ON u.id = b.user_id WHERE s.session_key = %s AND s.expire_date > %s"
)


class SessionStore(db.SessionStore):
    """A session in the database.

    Attributes:
        account_row: the account of this browser (`iron.server.accounts.models.FIELDS`) as it was when the session was
            read; None before that, and for a session without a row of its browser.
    """

    account_row: Sequence[Any] | None = None

    def load(self) -> dict[str, Any]:
        """Return the data of a session that is known and has not run out, else {} under a key to be made."""
        connection = connections[router.db_for_read(self.model)]
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(_READ, [self.session_key, now])
            row = cursor.fetchone()
        self.account_row = row[1:] if row is not None and row[1] is not None else None
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row[0])

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """Return what a stored text says, {} where its signature is not ours."""
        values: dict[str, Any] = json.loads(_checked(session_data))
        return values


@lru_cache(maxsize=1024)
def _checked(session_data: bytes | str) -> str:
    """The data of a signed text as JSON; the newest sessions stay in memory, a few hundred bytes each."""
    return json.dumps(db.SessionStore().decode(session_data))
