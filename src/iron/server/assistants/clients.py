"""Programs that register themselves as OAuth clients: how many, under which name, and for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef
from django.utils import timezone

from iron.server.assistants import redirects
from iron.server.assistants.models import Grant, OAuthClient
from iron.server.gateway.refusals import OverloadedError

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME: Final = 60
_UNUSED_LIFE: Final = timedelta(days=30)
"""A client that no lifter allowed anything for so long is forgotten."""
MOST_UNUSED: Final = 2000
_IN_USE: Final = timedelta(hours=1)
"""A client as young as this may be in the middle of being connected."""


def register(client_id: str, name: str | None, addresses: Iterable[str], scope: str) -> OAuthClient:
    """Store a client.

    Args:
        client_id: its new id.
        name: what it calls itself.
        addresses: where its users come back to.
        scope: scopes that it may ask for, with blanks between.

    Raises:
        BadInputError: a redirect address may not be used.
        OverloadedError: 2,000 clients registered within the last hour.
    """
    listed = redirects.check(addresses)
    unused = OAuthClient.objects.filter(~Exists(Grant.objects.filter(client=OuterRef("pk"))))
    unused.filter(made_at__lt=timezone.now() - _UNUSED_LIFE).delete()
    if unused.count() >= MOST_UNUSED:
        unused.filter(made_at__lt=timezone.now() - _IN_USE).delete()
        if unused.count() >= MOST_UNUSED:
            raise OverloadedError("Too many assistants registered within the last hour. Try again later.")
    return OAuthClient.objects.create(
        client_id=client_id, name=_shown(name), redirect_uris="\n".join(listed), scope=scope
    )


def find(client_id: str) -> OAuthClient | None:
    """Return a client, None for one that is not known."""
    # PostgreSQL takes no NUL in a text.
    return None if "\0" in client_id else OAuthClient.objects.filter(pk=client_id[:64]).first()


def _shown(name: str | None) -> str:
    """A name as people see it; empty where it holds line ends or what turns the direction of writing."""
    text = " ".join((name or "").split(" "))[:_NAME].strip()
    return text if text.isprintable() else ""
