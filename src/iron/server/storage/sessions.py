"""Django's database sessions, read with one plain statement.

Every push reads its session; through the ORM that was a fifth of the push's CPU (benchmarks/push.py). Everything but
the reading is Django's. What a signature says of a text does not change, so it is checked once for each text.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.contrib.sessions.backends import db
from django.db import connections, router
from django.utils import timezone

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """A session in the database."""

    def load(self) -> dict[str, Any]:
        """Return the data of a session that is known and has not run out, else {} under a key to be made."""
        connection = connections[router.db_for_read(self.model)]
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(_READ, [self.session_key, now])
            row = cursor.fetchone()
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
