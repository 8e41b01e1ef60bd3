"""The way to a provider of sign-in; the answer comes back to allauth (docs/accounts.md)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from django.conf import settings

from iron.server.accounts import providers
from iron.server.api import wire
from iron.server.api.data import AskAgainError
from iron.server.api.request_handler import SignedOutError, answer, parse, read
from iron.values.decoding import json_decoder
from iron.values.errors import IronError, NotFoundError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.accounts.providers import Provider

_log = logging.getLogger("iron.signin")


class ProviderAwayError(IronError):
    """The provider does not answer, or not as OpenID Connect asks."""

    code = "provider_away"
    status = 503


MOST_BYTES: Final = 1024
_DECODER: Final = json_decoder(wire.ProviderIn)


def begin(request: HttpRequest, provider: str) -> HttpResponse:
    """Answer the address of the provider's sign-in page; the way there and back is noted in the session."""
    asked = parse(read(request, MOST_BYTES), _DECODER)
    chosen = next((each for each in settings.IRON_PROVIDERS if each.id == provider), None)
    if chosen is None:
        raise NotFoundError(f"This server knows no provider “{provider[:40]}”.")
    if asked.purpose == "connect":
        _check_recent(request)
    return answer(wire.ProviderAddress(_address(request, chosen, asked.purpose)))


def _check_recent(request: HttpRequest) -> None:
    """Another way in is as good as a password: only right after a sign-in."""
    from allauth.account.internal.flows import reauthentication

    if not request.user.is_authenticated:
        raise SignedOutError("Sign in first.")
    if reauthentication.is_reauthentication_required(request, app="allauth.socialaccount"):
        raise AskAgainError("Give your password again first.")


def _address(request: HttpRequest, chosen: Provider, purpose: str) -> str:
    from allauth.socialaccount.adapter import get_adapter
    from requests import RequestException

    try:
        response = (
            get_adapter()
            .get_provider(request, chosen.id)
            .redirect(request, purpose, next_url=providers.LANDING, headless=True)
        )
        return str(response.headers["Location"])
    except (RequestException, KeyError, ValueError) as problem:
        _log.warning("sign-in with %s: %s has no usable answer: %s", chosen.id, chosen.issuer, problem)
        raise ProviderAwayError(
            f"{chosen.name} does not answer as it should. Try again later, or sign in another way. "
            "Whoever runs this server finds the reason in its log."
        ) from None
