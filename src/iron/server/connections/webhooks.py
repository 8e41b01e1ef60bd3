"""Webhooks of an account: made, listed, tried, ended, resumed."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from typing import TYPE_CHECKING, Any, Final, get_args

import msgspec
from django.utils.crypto import salted_hmac

from iron.server.api.connecting.shapes import EventName
from iron.server.connections.models import Webhook, WebhookMessage
from iron.server.connections.safe_address import checked_url
from iron.server.storage.django_store import DjangoStore
from iron.values import clock
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.server.accounts.models import User

EVENTS: Final[tuple[str, ...]] = get_args(EventName)
TEST: Final = "test"
MOST: Final = 10
"""Webhooks of an account; a choice."""
_SALT: Final = "iron.webhook"


def make(user: User, url: str, events: Sequence[str]) -> tuple[Webhook, str]:
    """Make a webhook for what happens from now on; the second value is its secret, shown this once.

    Raises:
        BadInputError: the address or an event is none, or there are ten already.
    """
    checked_url(url)
    wanted = list(dict.fromkeys(events))
    unknown = [event for event in wanted if event not in EVENTS]
    if unknown or not wanted:
        raise BadInputError(f"Choose events from: {', '.join(EVENTS)}.", where="events")
    if user.webhooks.count() >= MOST:
        raise BadInputError(f"There are {MOST} webhooks already. Delete one that is no longer used.")
    nonce = secrets.token_hex(16)
    secret = _secret(user.pk, nonce)
    made = user.webhooks.create(
        url=url,
        events=" ".join(wanted),
        nonce=nonce,
        digest=_digest(secret),
        seq=DjangoStore(user.pk).seq(),
    )
    return made, secret


def find(user: User, number: int) -> Webhook:
    """One webhook of an account.

    Raises:
        NotFoundError: it is not one of this lifter's.
    """
    webhook = user.webhooks.filter(pk=number).first()
    if webhook is None:
        raise NotFoundError("There is no such webhook; it may have been deleted already.")
    return webhook


def secret_of(webhook: Webhook) -> str | None:
    """The secret that signs; None where the server's secret key changed since."""
    secret = _secret(webhook.user_id, webhook.nonce)
    return secret if _digest(secret) == webhook.digest else None


def queue(webhook: Webhook, kind: str, key: str, data: dict[str, Any]) -> None:
    """Queue a message, unless the same was queued before."""
    body = {"type": kind, "timestamp": clock.utc_now(), "data": data}
    now = int(time.time())
    WebhookMessage.objects.get_or_create(
        webhook=webhook,
        key=key,
        defaults={
            "name": f"msg_{secrets.token_hex(12)}",
            "body": msgspec.json.encode(body).decode(),
            "made_at": now,
            "due_at": now,
        },
    )


def try_out(webhook: Webhook) -> None:
    """Queue a message that says nothing happened, to see whether it arrives."""
    queue(webhook, TEST, f"{TEST}:{secrets.token_hex(8)}", {})


def resume(webhook: Webhook) -> None:
    """Go on after Iron gave up: what waits is sent again."""
    Webhook.objects.filter(pk=webhook.pk).update(stopped=False, problem="")
    webhook.messages.filter(due_at__isnull=False).update(
        due_at=int(time.time()), attempts=0, made_at=int(time.time())
    )


def _secret(user_id: int, nonce: str) -> str:
    key = salted_hmac(_SALT, f"{user_id}|{nonce}", algorithm="sha256").digest()
    return f"whsec_{base64.b64encode(key).decode()}"


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
