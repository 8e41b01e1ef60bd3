"""Who is asking, and what this server is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final, cast

from django.conf import settings
from django.middleware.csrf import get_token

from iron.server.accounts import devices, service
from iron.server.api.request_handler import answer
from iron.server.api.wire import MeOut, ProviderOut, ServerOut, Signup, UserOut

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _version() -> str:
    try:
        return version("iron-log")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0"


VERSION: Final = _version()


def me(request: HttpRequest) -> HttpResponse:
    """Say who is signed in, and set the CSRF cookie that writes need."""
    get_token(request)
    user = request.user
    if user.is_authenticated and "iron.token" not in request.META:
        devices.note_use(request.session)
    shown = (
        UserOut(user.get_username(), user.is_owner, service.account_id(user))
        if user.is_authenticated
        else None
    )
    # Somebody who is signed in shows that the owner exists or came by invitation; nobody signs up while signed in.
    first = shown is None and service.needs_owner()
    signup: Signup = "code" if first else cast("Signup", settings.IRON_SIGNUP)  # settings.py checks it
    offered = [ProviderOut(each.id, each.name) for each in settings.IRON_PROVIDERS]
    server = ServerOut(VERSION, request.is_secure(), signup, offered, settings.IRON_MAIL is not None)
    return answer(MeOut(shown, server))
