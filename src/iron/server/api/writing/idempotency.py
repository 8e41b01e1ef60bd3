"""A request with an ``Idempotency-Key`` is carried out once, however often it comes.

The header is that of draft-ietf-httpapi-idempotency-key-header-07: the same key with the same request gets the stored
answer, with another request a 422, while it still runs a 409. The answer is stored in the transaction of the write, so
there is no moment at which one of them is on the disk without the other. Refusals and errors are not stored: nothing
was written, and the same key tries again.
"""

from __future__ import annotations

import re
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from django.db import connections
from django.http import HttpResponse

from iron.server.api.request_handler import answer, read
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import BadInputError, ConflictError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.http import HttpRequest

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotent-Replayed"
KEY_PATTERN: Final = r'^("[ !#-\[\]-~]{1,200}"|[!#-\[\]-~]{1,200})$'
"""A string of RFC 9651 without escapes, or the same without quotes, as many programs send it."""
KEPT_S: Final = 24 * 60 * 60
"""How long an answer is kept [s]; the draft leaves it to the server."""

_KEY: Final = re.compile(KEY_PATTERN)
_RUNNING: Final[set[tuple[int, str]]] = set()
_RUNNING_LOCK: Final = threading.Lock()


class KeyUsedError(BadInputError):
    """An Idempotency-Key was sent before with another request."""

    code = "idempotency_key_used"
    status = 422


class StillRunningError(ConflictError):
    """The request with this Idempotency-Key is still being carried out."""

    code = "still_running"


class SecretShownError(ConflictError):
    """The request was carried out before, and its answer holds a secret that is shown once."""

    code = "secret_shown"


@dataclass(frozen=True, slots=True)
class Keyed:
    """How a route takes the header.

    Attributes:
        most_bytes: longest body of the route.
        secret: the answer holds a secret that is kept nowhere, so a repeated request is refused.
    """

    most_bytes: int
    secret: bool = False


def once(
    request: HttpRequest, user_id: int, keyed: Keyed, carry_out: Callable[[], HttpResponse]
) -> HttpResponse:
    """Carry a request out, or answer what it was answered before.

    Raises:
        BadInputError: the header is no key.
        KeyUsedError: the key came before with another request.
        StillRunningError: its first request is still running.
        SecretShownError: it was carried out before, and the answer was a secret.
    """
    text = request.headers.get(HEADER)
    if text is None:
        return carry_out()
    if not _KEY.fullmatch(text):
        raise BadInputError(
            f'{HEADER} is 1 to 200 printable letters in quotes, such as "8e03978e-40d5-43e8-bc93-6894a57f9324".',
            where=HEADER,
        )
    key = sha256(text.strip('"').encode()).hexdigest()
    raw = read(request, keyed.most_bytes)
    # Views read the body once more.
    request.META["iron.body"] = raw
    fingerprint = sha256(b"\0".join([request.get_full_path().encode(), raw])).hexdigest()
    with _alone(user_id, key), DjangoStore(user_id).together():
        before = _stored(user_id, key, fingerprint)
        if before is not None:
            return before
        response = carry_out()
        if 200 <= response.status_code < 300:
            _store(user_id, key, fingerprint, response, secret=keyed.secret)
        return response


@contextmanager
def _alone(user_id: int, key: str) -> Iterator[None]:
    """Refuse a second request with the key while the first one runs in this process."""
    mine = user_id, key
    with _RUNNING_LOCK:
        if mine in _RUNNING:
            raise _still_running()
        _RUNNING.add(mine)
    try:
        yield
    finally:
        with _RUNNING_LOCK:
            _RUNNING.discard(mine)


def _still_running() -> StillRunningError:
    return StillRunningError(
        f"The request with this {HEADER} is still being carried out. Send it again in a moment.", where=HEADER
    )


def _stored(user_id: int, key: str, fingerprint: str) -> HttpResponse | None:
    """The stored answer; None for a new key. Call it in the transaction of the write."""
    with connections["default"].cursor() as cursor:
        if connections["default"].vendor == "postgresql":
            # Another process may run it; the lock ends with the transaction, so with the process too.
            lock = int(sha256(f"{user_id}|{key}".encode()).hexdigest()[:15], 16)
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock])
            if not cursor.fetchone()[0]:
                raise _still_running()
        oldest = int(time.time()) - KEPT_S
        cursor.execute("DELETE FROM answered WHERE user_id = %s AND at < %s", [user_id, oldest])
        cursor.execute(
            "SELECT fingerprint, status, body FROM answered WHERE user_id = %s AND key_digest = %s",
            [user_id, key],
        )
        row: tuple[Any, ...] | None = cursor.fetchone()
    if row is None:
        return None
    if row[0] != fingerprint:
        raise KeyUsedError(
            f"This {HEADER} came with another request before. Each request needs a key of its own.",
            where=HEADER,
        )
    if row[2] is None:
        raise SecretShownError(
            "This request was carried out before, and its answer holds a secret that is shown once. "
            "Delete what it made and send the request with another key.",
            where=HEADER,
        )
    response = answer(None, row[1])
    response.content = row[2].encode()
    response.headers[REPLAYED] = "true"
    return response


def _store(user_id: int, key: str, fingerprint: str, response: HttpResponse, *, secret: bool) -> None:
    body = None if secret else response.content.decode()
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO answered (user_id, key_digest, fingerprint, at, status, body) "
            "VALUES (%s, %s, %s, %s, %s, %s)",
            [user_id, key, fingerprint, int(time.time()), response.status_code, body],
        )
