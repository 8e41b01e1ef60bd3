"""The authorization server's addresses, below `/.well-known/` and as clients guess them without it (MCP 2025-03-26).

No cookie counts at any of them.

The SDK's own handlers answer (`mcp.server.auth.handlers`); here stand the limits, and what they leave open.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

from allauth.core.internal import ratelimit
from asgiref.sync import async_to_sync
from django.http import HttpResponse, JsonResponse, QueryDict
from django.urls import path

from iron.server.api.request_handler import read, request_view
from iron.server.assistants import asgi, discovery, scopes
from iron.server.gateway.refusals import TooManyRequestsError
from iron.server.pages import failures
from iron.server.pages.origin import origin_of
from iron.server.watching.events import address_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from iron.server.assistants.provider import Provider

LIMIT: Final = 64 * 1024
# As at sign-in: guesses are counted, for an address.
RATES: Final = {"register": "10/m/ip", "refused": "10/m/ip"}


def resource_metadata(request: HttpRequest) -> HttpResponse:
    """Answer what `/mcp` is and who gives access to it."""
    return _described(request, discovery.resource_metadata)


def server_metadata(request: HttpRequest) -> HttpResponse:
    """Answer how access is asked for."""
    return _described(request, discovery.server_metadata)


def register(request: HttpRequest) -> HttpResponse:
    """Register a client (RFC 7591)."""
    from mcp.server.auth.handlers.register import RegistrationHandler
    from mcp.server.auth.settings import ClientRegistrationOptions

    if request.method == "POST" and not _consume(request, "register"):
        raise _too_many()
    options = ClientRegistrationOptions(
        enabled=True, valid_scopes=list(scopes.ALL), default_scopes=list(scopes.ALL)
    )
    handle = RegistrationHandler(_provider(request), options).handle
    return _cross_origin(request, handle, read(request, LIMIT))


def token(request: HttpRequest) -> HttpResponse:
    """Exchange a code or a refresh token."""
    from mcp.server.auth.handlers.token import TokenHandler
    from mcp.server.auth.middleware.client_auth import ClientAuthenticator

    from iron.server.assistants.provider import is_same

    provider, body = _provider(request), read(request, LIMIT)
    asked = QueryDict(body).get("resource")
    if asked is not None and not is_same(asked, provider.resource):
        return JsonResponse(
            {"error": "invalid_target", "error_description": f"Tokens are for {provider.resource} only."},
            status=400,
        )
    return _counted(request, TokenHandler(provider, ClientAuthenticator(provider)).handle, body)


def revoke(request: HttpRequest) -> HttpResponse:
    """End the family of a token (RFC 7009)."""
    from mcp.server.auth.handlers.revoke import RevocationHandler
    from mcp.server.auth.middleware.client_auth import ClientAuthenticator

    provider = _provider(request)
    # The SDK wants the member from public clients too, though it compares nothing with it.
    body = read(request, LIMIT) + b"&client_secret="
    return _counted(request, RevocationHandler(provider, ClientAuthenticator(provider)).handle, body)


def authorize(request: HttpRequest) -> HttpResponse:
    """Check an authorization request and send the browser to the screen where the lifter decides."""
    from mcp.server.auth.handlers.authorize import AuthorizationHandler
    from starlette.routing import request_response

    from iron.server.assistants import provider as provider_module

    provider = _provider(request)
    response = async_to_sync(asgi.answer)(
        request_response(AuthorizationHandler(provider).handle), asgi.scope_of(request), b""
    )
    next_page = response.headers.get("Location", "")
    if next_page.startswith(f"{provider.origin}{provider_module.CONSENT}?"):
        return response
    # Anybody may register a client, so no error sends a browser elsewhere without its user (RFC 9700, 4.11.2).
    reason = parse_qs(urlsplit(next_page).query) if next_page else json.loads(response.content)
    described = reason.get("error_description", "")
    text = described[0] if isinstance(described, list) else described
    sentence = f"The assistant’s request cannot be answered: {text}. Connect again from the assistant."
    return failures.failure(request, 400, "bad_input", "The assistant was not connected", sentence)


def _described(request: HttpRequest, describe: Callable[[HttpRequest], dict[str, Any]]) -> HttpResponse:
    discovery.check_offered(request)
    response = JsonResponse(describe(request))
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def _provider(request: HttpRequest) -> Provider:
    discovery.check_offered(request)
    from iron.server.assistants.provider import Provider

    return Provider(origin_of(request), discovery.resource_of(request), address_of(request))


def _counted(request: HttpRequest, handle: Callable[..., Any], body: bytes) -> HttpResponse:
    """Answer, unless the address was refused ten times within a minute."""
    if request.method == "POST" and not _consume(request, "refused", dry_run=True):
        raise _too_many()
    response = _cross_origin(request, handle, body)
    if response.status_code in {400, 401}:
        _consume(request, "refused")
    return response


def _cross_origin(request: HttpRequest, handle: Callable[..., Any], body: bytes) -> HttpResponse:
    """Answer by a handler of the SDK; pages of any origin may ask, since no cookie counts."""
    from mcp.server.auth.routes import cors_middleware

    app = cors_middleware(handle, ["POST", "OPTIONS"])
    return async_to_sync(asgi.answer)(app, asgi.scope_of(request), body)


def _consume(request: HttpRequest, action: str, *, dry_run: bool = False) -> bool:
    usage = ratelimit.consume(request, app="iron.assistants", action=action, config=RATES, dry_run=dry_run)
    return usage is not None


def _too_many() -> TooManyRequestsError:
    return TooManyRequestsError("This address asked too often. Try again in a minute.")


def _post(view: Callable[[HttpRequest], HttpResponse]) -> Callable[..., Any]:
    return request_view({"POST": view, "OPTIONS": view}, csrf=False)


urlpatterns = [
    # The SDK and others ask below the path of the resource first (RFC 9728, 3.1), then without it.
    path(f"{discovery.RESOURCE_METADATA}/mcp", request_view({"GET": resource_metadata}, csrf=False)),
    path(discovery.RESOURCE_METADATA, request_view({"GET": resource_metadata}, csrf=False)),
    path(discovery.SERVER_METADATA, request_view({"GET": server_metadata}, csrf=False)),
    path("register", _post(register)),
    path("token", _post(token)),
    path("revoke", _post(revoke)),
    path("authorize", request_view({"GET": authorize}, csrf=False)),
]
