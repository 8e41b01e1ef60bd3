"""Where an assistant finds out how to ask for access: RFC 9728, RFC 8414, and the challenge of a 401."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from iron.server.assistants import redirects, scopes
from iron.server.installation import how_to_add
from iron.server.pages.origin import origin_of
from iron.values.errors import IronError, NotFoundError

if TYPE_CHECKING:
    from django.http import HttpRequest

RESOURCE_METADATA: Final = ".well-known/oauth-protected-resource"
SERVER_METADATA: Final = ".well-known/oauth-authorization-server"
_MCP: Final = "/mcp"


class MissingPackageError(IronError):
    """The host left a package out."""

    code = "missing_package"
    status = 501

    def __init__(self) -> None:
        super().__init__(
            f"This server has no MCP yet. Its host adds it with {how_to_add('mcp')} and a restart."
        )


def resource_of(request: HttpRequest) -> str:
    """The address that access tokens are for: `/mcp` of this server, as the caller knows it."""
    return f"{origin_of(request)}{_MCP}"


def challenge(request: HttpRequest) -> str:
    """The header WWW-Authenticate of a 401 at `/mcp`."""
    if not _offers_oauth(request):
        return "Bearer"
    members = [
        f'resource_metadata="{origin_of(request)}/{RESOURCE_METADATA}{_MCP}"',
        f'scope="{" ".join(scopes.ALL)}"',
    ]
    if "Authorization" in request.headers:
        members.insert(0, 'error="invalid_token"')
    return f"Bearer {', '.join(members)}"


def check_offered(request: HttpRequest) -> None:
    """Refuse OAuth where it cannot be safe, or where its library is missing.

    Raises:
        MissingPackageError: the package mcp is not installed.
        NotFoundError: the server is reached without encryption, over a network.
    """
    if find_spec("mcp") is None:
        raise MissingPackageError
    if not _is_safe(origin_of(request)):
        raise NotFoundError(
            "Assistants connect over HTTPS only, because access codes travel in addresses. "
            "Set IRON_ORIGIN to an https address (docs/hosting.md), or use an API key."
        )


def resource_metadata(request: HttpRequest) -> dict[str, Any]:
    """What `/mcp` says about itself (RFC 9728)."""
    return {
        "resource": resource_of(request),
        "resource_name": "Iron",
        "authorization_servers": [origin_of(request)],
        "scopes_supported": list(scopes.ALL),
        "bearer_methods_supported": ["header"],
    }


def server_metadata(request: HttpRequest) -> dict[str, Any]:
    """What the authorization server says about itself (RFC 8414)."""
    issuer = origin_of(request)
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "registration_endpoint": f"{issuer}/register",
        "revocation_endpoint": f"{issuer}/revoke",
        "scopes_supported": list(scopes.ALL),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
    }


def _offers_oauth(request: HttpRequest) -> bool:
    return find_spec("mcp") is not None and _is_safe(origin_of(request))


def _is_safe(origin: str) -> bool:
    return urlsplit(origin).scheme == "https" or redirects.is_loopback(origin)
