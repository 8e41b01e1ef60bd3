"""Who is signed in: Django's middleware, with the account that came along with the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from iron.server.accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest


class SessionUser(AuthenticationMiddleware):
    """Middleware that gives each request its user."""

    def process_request(self, request: HttpRequest) -> None:
        """As Django's, but without a second statement for the account."""
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _user(request))  # type: ignore[assignment]


def _user(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    # Django's own name: others that ask for the user of a request look there too.
    if not hasattr(request, "_cached_user"):
        request._cached_user = _of_session(request.session) or auth.get_user(request)  # type: ignore[attr-defined]  # noqa: SLF001
    user: AbstractBaseUser | AnonymousUser = request._cached_user  # type: ignore[attr-defined]  # noqa: SLF001
    return user


def _of_session(session: Any) -> User | None:
    """The account that was read with the session, if it is the one that the session says and may sign in.

    None wherever anything differs: Django decides then, as it would without this.
    """
    user_id, backend = session.get(auth.SESSION_KEY), session.get(auth.BACKEND_SESSION_KEY)
    row = session.account_row
    if row is None or str(row[0]) != user_id or backend not in settings.AUTHENTICATION_BACKENDS:
        return None
    user = User.objects.of_row(row)
    proof = session.get(auth.HASH_SESSION_KEY)
    if not user.is_active or not proof or not constant_time_compare(proof, user.get_session_auth_hash()):
        return None
    return user
