"""What the MCP SDK's authorization server asks Iron (`mcp.server.auth.provider`), answered from the database.

The SDK reads requests, compares PKCE and redirect addresses, and writes answers; here is what is stored. Only
imported where the package mcp is installed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from asgiref.sync import sync_to_async
from mcp.server.auth.provider import (
    AccessToken,
    AuthorizationCode,
    AuthorizationParams,
    AuthorizeError,
    OAuthAuthorizationServerProvider,
    RefreshToken,
    RegistrationError,
    TokenError,
)
from mcp.shared.auth import (
    DEFAULT_GRANT_TYPES,
    InvalidRedirectUriError,
    OAuthClientInformationFull,
    OAuthToken,
)

from iron.server.assistants import clients, consent, grants, redirects
from iron.server.assistants import scopes as known_scopes
from iron.server.assistants.models import Grant, GrantToken
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from pydantic import AnyUrl

    from iron.server.assistants.models import OAuthClient

_CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
"""A SHA-256 in base64url without padding (RFC 7636, 4.2)."""
_STATE: Final = 2000
CONSENT: Final = "/app/assistant"
"""Where the app asks the lifter."""
_USED: Final = "The code or token is not valid any more. Connect the assistant again."


class RegisteredClient(OAuthClientInformationFull):
    """A client from the database; of the port of a loopback redirect address it leaves the choice (RFC 8252)."""

    def validate_redirect_uri(self, redirect_uri: AnyUrl | None) -> AnyUrl:
        """Return the redirect address of a request, checked against the registered ones."""
        if redirect_uri is None:
            return super().validate_redirect_uri(None)
        registered = [str(address) for address in self.redirect_uris or ()]
        if not redirects.allows(registered, str(redirect_uri)):
            raise InvalidRedirectUriError("The redirect address is not one that this client registered.")
        return redirect_uri


class Code(AuthorizationCode):
    """A code together with the row that it comes from."""

    grant: Any


class Refresh(RefreshToken):
    """A refresh token together with the row that it comes from."""

    row: Any


class Access(AccessToken):
    """An access token together with the number of its grant."""

    grant_id: int


class Provider(OAuthAuthorizationServerProvider[Code, Refresh, Access]):
    """The authorization server of one request.

    Attributes:
        origin: this server as the client knows it; the issuer.
        resource: the address that its tokens are for.
        address: network address of the request, for the audit log.
    """

    def __init__(self, origin: str, resource: str, address: str) -> None:
        self.origin, self.resource, self.address = origin, resource, address

    async def get_client(self, client_id: str) -> OAuthClientInformationFull | None:
        """Return a registered client."""
        client = await sync_to_async(clients.find)(client_id)
        return None if client is None else _information(client)

    async def register_client(self, client_info: OAuthClientInformationFull) -> None:
        """Store a client, as a public one whatever it asked for: the answer says so (RFC 7591, 3.2.1)."""
        client_info.token_endpoint_auth_method = "none"  # noqa: S105 - the name of a method
        client_info.client_secret = client_info.client_secret_expires_at = None
        client_info.grant_types = list(DEFAULT_GRANT_TYPES)
        addresses = [str(address) for address in client_info.redirect_uris or ()]
        try:
            await sync_to_async(clients.register)(
                client_info.client_id, client_info.client_name, addresses, client_info.scope or ""
            )
        except BadInputError as problem:
            raise RegistrationError("invalid_redirect_uri", problem.sentence) from None

    async def authorize(self, client: OAuthClientInformationFull, params: AuthorizationParams) -> str:
        """Check what the SDK leaves open, and send the browser to the screen where the lifter decides."""
        if not _CHALLENGE.fullmatch(params.code_challenge):
            raise AuthorizeError(
                "invalid_request",
                "code_challenge is not a SHA-256 in base64url. Use PKCE with the method S256.",
            )
        if params.resource is not None and not is_same(params.resource, self.resource):
            raise AuthorizeError("invalid_target", f"Tokens of this server are for {self.resource} only.")
        if len(params.state or "") > _STATE:
            raise AuthorizeError("invalid_request", f"state is longer than {_STATE} letters.")
        request = consent.Request(
            client.client_id,
            self.origin,
            self.resource,
            str(params.redirect_uri),
            params.redirect_uri_provided_explicitly,
            params.code_challenge,
            known_scopes.writes(params.scopes),
            params.state,
        )
        return f"{self.origin}{CONSENT}?{urlencode({'request': consent.sign(request)})}"

    async def load_authorization_code(
        self, client: OAuthClientInformationFull, authorization_code: str
    ) -> Code | None:
        """Return an unused code of a client."""
        grant = await sync_to_async(grants.find_code)(client.client_id, authorization_code, self.address)
        return None if grant is None else _code(grant, authorization_code)

    async def exchange_authorization_code(
        self, client: OAuthClientInformationFull, authorization_code: Code
    ) -> OAuthToken:
        """Exchange a code whose PKCE and redirect address the SDK has compared."""
        del client
        return _token(await sync_to_async(grants.redeem)(authorization_code.grant, self.address))

    async def load_refresh_token(
        self, client: OAuthClientInformationFull, refresh_token: str
    ) -> Refresh | None:
        """Return an unused refresh token of a client."""
        row = await sync_to_async(grants.find_refresh)(client.client_id, refresh_token, self.address)
        return None if row is None else _refresh(row, refresh_token)

    async def exchange_refresh_token(
        self, client: OAuthClientInformationFull, refresh_token: Refresh, scopes: list[str]
    ) -> OAuthToken:
        """Exchange a refresh token, for the same scopes or fewer."""
        del client
        return _token(
            await sync_to_async(grants.rotate)(
                refresh_token.row, self.address, writes=known_scopes.writes(scopes)
            )
        )

    async def load_access_token(self, token: str) -> Access | None:
        """Return a valid access token."""
        row = await sync_to_async(grants.find_access)(token)
        if row is None:
            return None
        return Access(
            token=token,
            client_id=row.grant.client_id,
            scopes=known_scopes.of(writes=row.writes),
            expires_at=int(row.expires_at.timestamp()),
            resource=row.grant.resource,
            grant_id=row.grant_id,
        )

    async def revoke_token(self, token: Access | Refresh) -> None:
        """End the whole family of a token."""
        grant_id = token.grant_id if isinstance(token, Access) else token.row.grant_id
        await sync_to_async(Grant.objects.filter(pk=grant_id).delete)()


def is_same(asked: str, resource: str) -> bool:
    """Whether a client names this server's resource; a slash at the end says the same as none."""
    return asked.rstrip("/") == resource


def _information(client: OAuthClient) -> RegisteredClient:
    return RegisteredClient.model_validate(
        {
            "client_id": client.client_id,
            "client_name": client.name,
            "redirect_uris": client.redirect_uris.splitlines(),
            "scope": client.scope,
            "token_endpoint_auth_method": "none",
        }
    )


def _code(grant: Grant, code: str) -> Code:
    return Code.model_validate(
        {
            "code": code,
            "scopes": known_scopes.of(writes=grant.writes),
            "expires_at": grant.code_expires_at.timestamp(),
            "client_id": grant.client_id,
            "code_challenge": grant.code_challenge,
            "redirect_uri": grant.redirect_uri,
            "redirect_uri_provided_explicitly": grant.redirect_given,
            "resource": grant.resource,
            "grant": grant,
        }
    )


def _refresh(row: GrantToken, refresh: str) -> Refresh:
    return Refresh(
        token=refresh,
        client_id=row.grant.client_id,
        scopes=known_scopes.of(writes=row.grant.writes),
        expires_at=int(row.expires_at.timestamp()),
        resource=row.grant.resource,
        row=row,
    )


def _token(issued: grants.Issued | None) -> OAuthToken:
    if issued is None:
        raise TokenError("invalid_grant", _USED)
    return OAuthToken(
        access_token=issued.access,
        refresh_token=issued.refresh,
        expires_in=int(grants.ACCESS_LIFE.total_seconds()),
        scope=" ".join(known_scopes.of(writes=issued.writes)),
    )
