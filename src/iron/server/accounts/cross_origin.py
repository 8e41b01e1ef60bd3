"""Web pages of other origins may use the API with a key that lists them: CORS, never with cookies.

An assistant that is itself a web page comes with a token that the lifter allowed it (OAuth) and whose origin nobody
lists. It may read what `/mcp` answers to that token: no cookie counts at that address, so a page without one is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from iron.server.accounts.models import Token
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpRequest, HttpResponseBase

MOST: Final = 10
_ADDRESSES: Final = ("/api/v1/", "/mcp")
# As browsers send it (RFC 6454, section 6.2): a scheme, a host in ASCII, and the port unless it is the usual one.
_ORIGIN: Final = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[1-9][0-9]{0,4})?")
_METHODS: Final = "GET, HEAD, POST, DELETE"
_ASKED: Final = "Authorization, Content-Type, If-None-Match, Iron-Account, Idempotency-Key"
_SHOWN: Final = "ETag, Retry-After, Idempotent-Replayed"
_MCP: Final = "/mcp"
# The headers of MCP have open ends (Mcp-Param-…); the star stands for all but Authorization (Fetch Standard).
_MCP_ASKED: Final = "*, Authorization"
_MCP_SHOWN: Final = "Retry-After, WWW-Authenticate"
_PREFLIGHT_S: Final = "600"


def checked(origins: Iterable[str]) -> str:
    """Return origins as a token keeps them.

    Raises:
        BadInputError: one of them is no origin, or there are more than ten.
    """
    listed = list(dict.fromkeys(origin.strip().lower().rstrip("/") for origin in origins))
    if len(listed) > MOST:
        raise BadInputError(
            f"A key can have at most {MOST} origins. Create a second key for the others.", where="origins"
        )
    for origin in listed:
        if not _ORIGIN.fullmatch(origin):
            raise BadInputError(
                f"“{origin[:60]}” is not an origin. Write scheme, host and port, such as https://notes.example.",
                where="origins",
            )
    return " ".join(listed)


class CrossOrigin:
    """Middleware: answers preflights of listed origins, and lets their pages read what a key of theirs may."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a preflight, or add the headers to the answer of a key that lists the origin."""
        origin = request.headers.get("Origin", "")
        if not origin or not request.path.startswith(_ADDRESSES):
            return self._next(request)
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            return _mcp_preflight() if request.path == _MCP else _preflight(origin)
        response = self._next(request)
        patch_vary_headers(response, ["Origin"])
        token = request.META.get("iron.token")
        if token and origin in token.origins.split():
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = _SHOWN
        elif request.path == _MCP and not token:
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = _MCP_SHOWN
        return response


def _mcp_preflight() -> HttpResponse:
    """Answer a preflight of `/mcp`: any page may ask; what it may read depends on the token that it brings."""
    response = HttpResponse(status=204)
    patch_vary_headers(response, ["Origin"])
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = "POST"
    response.headers["Access-Control-Allow-Headers"] = _MCP_ASKED
    response.headers["Access-Control-Max-Age"] = _PREFLIGHT_S
    return response


def _preflight(origin: str) -> HttpResponse:
    """Answer a preflight. It carries no key, so any key that lists the origin is enough for the question."""
    response = HttpResponse(status=204)
    patch_vary_headers(response, ["Origin"])
    if _is_listed(origin):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Methods"] = _METHODS
        response.headers["Access-Control-Allow-Headers"] = _ASKED
        response.headers["Access-Control-Max-Age"] = _PREFLIGHT_S
    return response


def _is_listed(origin: str) -> bool:
    if not _ORIGIN.fullmatch(origin):
        return False
    lists = Token.objects.filter(user__is_active=True, origins__contains=origin)
    return any(origin in listed.split() for listed in lists.values_list("origins", flat=True))
