"""Keys for programs: made and ended by the signed-in lifter, carried as ``Authorization: Bearer iron_…``."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Final

from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.utils import timezone

from iron.server import database_errors
from iron.server.accounts import cross_origin
from iron.server.accounts.models import Token
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from django.http import HttpRequest, HttpResponseBase

    from iron.server.accounts.models import User

PREFIX: Final = "iron_"
MOST: Final = 50
_BYTES: Final = 32  # 256 bits: a guess is out of reach, so a plain digest is enough
_NAME: Final = 60
_ADDRESSES: Final = ("/api/v1/", "/mcp")


def make(user: User, name: str, *, writes: bool, origins: Sequence[str] = ()) -> tuple[Token, str]:
    """Make a token; the key is the second value and cannot be shown again.

    Args:
        user: whose it is.
        name: what it is for.
        writes: it may change the journal.
        origins: web origins whose pages may use it from a browser.

    Raises:
        BadInputError: the name is empty or too long, an origin is none, or there are 50 tokens already.
    """
    shown = name.strip()
    # Not printable are NUL, line ends and what turns the direction of writing.
    if not 1 <= len(shown) <= _NAME or not shown.isprintable():
        raise BadInputError(
            f"Give the key a name of 1 to {_NAME} characters, such as “laptop”.", where="name"
        )
    listed = cross_origin.checked(origins)
    if user.tokens.count() >= MOST:
        raise BadInputError(f"There are already {MOST} keys. Revoke a key that you no longer use.")
    key = PREFIX + secrets.token_urlsafe(_BYTES)
    return user.tokens.create(digest=_digest(key), name=shown, writes=writes, origins=listed), key


def end(user: User, token_id: int) -> None:
    """End a token at once.

    Raises:
        NotFoundError: it is not one of this lifter's.
    """
    gone, _ = user.tokens.filter(pk=token_id).delete()
    if not gone:
        raise NotFoundError("There is no such key. It may already be revoked.")


class TokenAuthentication:
    """Middleware: a request that carries a token is its lifter's, whatever cookies came along.

    ``request.META["iron.token"]`` is the token, or False for a key that is not (or no longer) known. A
    browser never sends this header by itself, so such a request needs no CSRF token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through as the token's lifter, or as nobody."""
        key = _key(request)
        if key is None:
            return self._next(request)
        token = Token.objects.select_related("user").filter(digest=_digest(key), user__is_active=True).first()
        request.META["iron.token"] = token or False
        request.user = token.user if token else AnonymousUser()
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # noqa: SLF001 - Django's own name for it
        today = timezone.now().date()
        if token and token.used_on != today:
            self._note_use(token, today)
        return self._next(request)

    @staticmethod
    def _note_use(token: Token, today: date) -> None:
        """Write down the day; a disk that is full does not keep anybody from reading."""
        try:
            Token.objects.filter(pk=token.pk).update(used_on=today)
        except DatabaseError as problem:
            if database_errors.explain(problem) is None:
                raise


def _key(request: HttpRequest) -> str | None:
    # RFC 9110, 11.1: the scheme in any case.
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not request.path.startswith(_ADDRESSES):
        return None
    return key.strip()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
