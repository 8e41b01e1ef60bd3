"""Sign-in limits: counted in the database, told to the log, and no way to lock the owner out of a known device.

allauth counts; here is where it keeps the counters, and who counts with whom. A browser in which an account signed in
before carries a signed cookie, and its tries count for that browser alone: a stranger who guesses passwords uses up
the tries of unknown browsers, not those of the lifter's phone.
"""

from __future__ import annotations

import json
import logging
import secrets
from typing import TYPE_CHECKING, Any, Final

from allauth.account.signals import user_logged_in
from django.conf import settings
from django.core import signing
from django.core.cache.backends.db import DatabaseCache
from django.http import JsonResponse

from iron.server.accounts.models import User

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponseBase

COOKIE: Final = "iron_device"
_ACCOUNTS: Final = "/_allauth/"
_SALT: Final = "iron.device"
_YEAR_S: Final = 60 * 60 * 24 * 365
_SIGN_INS: Final = (
    "/auth/login",
    "/auth/signup",
    "/auth/2fa/authenticate",
    "/auth/webauthn/login",
    "/auth/reauthenticate",
    "/auth/password/request",
    "/auth/password/reset",
)
_MOST_BEFORE_PURGE: Final = 1000

_log = logging.getLogger("iron.signin")


class Counters(DatabaseCache):
    """Django's cache in a table, of which only what has run out is ever thrown away.

    Django's own drops living entries when there are many, so that a flood of tries would free a locked name.
    """

    def __init__(self, table: str, params: dict[str, Any]) -> None:
        super().__init__(table, params)
        self._name = table
        self._max_entries = _MOST_BEFORE_PURGE

    def _cull(self, db: str, cursor: Any, now: datetime, num: int) -> None:
        del num
        from django.db import connections

        connection = connections[db]
        table = connection.ops.quote_name(self._name)
        expired = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [expired])  # noqa: S608 - a constant name


class SignInGuard:
    """Middleware of the calls about accounts: logs what was refused and gives known browsers their cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request."""
        if not request.path_info.startswith(_ACCOUNTS):
            return self._next(request)
        response = self._next(request)
        if (
            request.method == "POST"
            and request.path_info.endswith(_SIGN_INS)
            and response.status_code in {400, 403, 429}
        ):
            response = _refused(request, response)
        user = request.META.get("iron.signed_in")
        if user is not None and device_of(request, user) is None:
            value = signing.dumps([user.pk, secrets.token_urlsafe(12)], salt=_SALT)
            response.set_cookie(
                COOKIE,
                value,
                max_age=2 * _YEAR_S,
                path=_ACCOUNTS,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


def device_of(request: HttpRequest, user: User | None) -> str | None:
    """Return the id of the browser in which this account signed in before, None for an unknown one."""
    if user is None:
        return None
    try:
        user_id, device = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=2 * _YEAR_S)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return str(device) if user_id == user.pk else None


def device_for(request: HttpRequest, name: str) -> str | None:
    """Return the id of the browser in which the account of this name signed in before, None for an unknown one."""
    if COOKIE not in request.COOKIES:
        return None
    return device_of(request, User.objects.filter(username__iexact=name).first())


def _remember(request: HttpRequest, user: User, **_details: Any) -> None:
    request.META["iron.signed_in"] = user


user_logged_in.connect(_remember, dispatch_uid="iron.known_device")


def _refused(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Log one line that fail2ban reads (docs/hosting.md), and answer a locked sign-in with 429."""
    from allauth.account.adapter import get_adapter

    content: bytes = getattr(response, "content", b"")
    locked = response.status_code == 429 or b'"too_many_login_attempts"' in content
    # The address first: a name is what a stranger chose, and could look like the rest of a line.
    address = get_adapter().get_client_ip(request)
    _log.warning(
        "sign-in %s from %s as %s", "locked" if locked else "refused", address, json.dumps(_name(request))
    )
    if locked and response.status_code == 400:
        answer = json.loads(content)
        return JsonResponse({**answer, "status": 429}, status=429)
    return response


def _name(request: HttpRequest) -> str:
    """The name that was typed, cut; empty where the call carries none."""
    try:
        typed = json.loads(request.body)
    except ValueError:
        return ""
    return str(typed.get("username", ""))[:64] if isinstance(typed, dict) else ""
