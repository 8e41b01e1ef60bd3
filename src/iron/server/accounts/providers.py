"""Sign-in with an account elsewhere (OpenID Connect): the providers that the host names in the environment."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from django.db import connection

from iron.server.environment import secret
from iron.values.errors import BadInputError

APP: Final = "allauth.socialaccount.providers.openid_connect"
_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,29}")
_TABLE: Final = "socialaccount_socialaccount"
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
WELL_KNOWN: Final = "/.well-known/openid-configuration"
"""Where an issuer says what its clients need to know (OpenID Connect Discovery 1.0, 4)."""
_NEEDED: Final = ("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
"""What a sign-in reads there: the userinfo endpoint is optional for a provider, and asked for the lifter's name."""
LANDING: Final = "/app/me/provider"
"""Screen of the app to which a provider's answer leads."""
MOST: Final = 10
"""Providers of one server; a choice: more buttons than anybody reads."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A service whose accounts open accounts here.

    Attributes:
        id: its short name, part of the address that it sends browsers back to.
        name: as the button shows it.
        issuer: its address; what stands below it at ``WELL_KNOWN`` says the rest.
        client_id: the name that it gave to this server.
        client_secret: what proves to it that this server is asking.
    """

    id: str
    name: str
    issuer: str
    client_id: str
    client_secret: str


def from_environment() -> tuple[Provider, ...]:
    """Return the providers that ``IRON_OIDC`` lists, in its order; each has variables of its own.

    For ``IRON_OIDC=authentik``: ``IRON_OIDC_AUTHENTIK_ISSUER``, ``_CLIENT_ID``, ``_CLIENT_SECRET`` (or
    ``_CLIENT_SECRET_FILE``) and ``_NAME``.

    Raises:
        BadInputError: a name or an address is none, or a value is missing.
    """
    ids = list(dict.fromkeys(os.environ.get("IRON_OIDC", "").replace(",", " ").split()))
    if len(ids) > MOST:
        raise BadInputError(f"IRON_OIDC lists {len(ids)} providers. List at most {MOST}.")
    return tuple(_provider(each) for each in ids)


def _provider(ident: str) -> Provider:
    if not _ID.fullmatch(ident):
        raise BadInputError(
            f"IRON_OIDC lists “{ident[:40]}”. Use up to 30 lower-case letters, digits and hyphens, such as authentik."
        )
    prefix = f"IRON_OIDC_{ident.upper().replace('-', '_')}"
    values = {
        "ISSUER": os.environ.get(f"{prefix}_ISSUER", "").rstrip("/"),
        "CLIENT_ID": os.environ.get(f"{prefix}_CLIENT_ID", ""),
        "CLIENT_SECRET": secret(f"{prefix}_CLIENT_SECRET"),
    }
    for name, value in values.items():
        if not value:
            raise BadInputError(
                f"IRON_OIDC lists {ident}, but {prefix}_{name} is not set. Set {prefix}_{name}."
            )
    _check_issuer(f"{prefix}_ISSUER", values["ISSUER"])
    name = os.environ.get(f"{prefix}_NAME", "").strip()[:40] or ident.replace("-", " ").capitalize()
    return Provider(ident, name, values["ISSUER"], values["CLIENT_ID"], values["CLIENT_SECRET"])


def _check_issuer(variable: str, issuer: str) -> None:
    place = urlsplit(issuer)
    is_safe = place.scheme == "https" or (place.scheme == "http" and place.hostname in _LOOPBACK)
    if not is_safe or not place.hostname or place.query or place.fragment:
        raise BadInputError(
            f"{variable} is “{issuer[:80]}”. Write the issuer's address as the provider shows it, "
            "such as https://auth.example.org. Plain http works only for localhost."
        )


def allauth_settings(providers: tuple[Provider, ...]) -> dict[str, Any]:
    """Return what allauth wants to know of the providers (``SOCIALACCOUNT_PROVIDERS``)."""
    apps = [
        {
            "provider_id": each.id,
            "name": each.name,
            "client_id": each.client_id,
            "secret": each.client_secret,
            "settings": {"server_url": each.issuer},
        }
        for each in providers
    ]
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "SCOPE": ["openid", "profile"], "APPS": apps}}


def missing_keys(discovery: object) -> list[str]:
    """Return what a provider's answer at ``WELL_KNOWN`` lacks for a sign-in."""
    known = discovery if isinstance(discovery, dict) else {}
    return [key for key in _NEEDED if not isinstance(known.get(key), str)]


def wrong_issuer(discovery: dict[str, Any], issuer: str) -> str | None:
    """Say what is wrong where a provider calls itself otherwise than the setting (OpenID Connect Discovery, 4.3)."""
    named = str(discovery["issuer"]).rstrip("/")
    if named == issuer:
        return None
    return f"The issuer calls itself {named}, but the setting says {issuer}. Change the setting to {named}."


def forget(user_id: int) -> None:
    """Delete the sign-ins elsewhere of an account, also where no provider is named any more.

    Their tables point at the account. Without the app Django does not know of them, and the database would refuse to
    delete the account.
    """
    with connection.cursor() as cursor:
        if _TABLE in connection.introspection.table_names(cursor):
            cursor.execute(f"DELETE FROM {_TABLE} WHERE user_id = %s", [user_id])  # noqa: S608 - a constant name
