"""Webhooks, for the signed-in lifter and for a key that may write."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from iron.server.accounts.models import User
from iron.server.api.connecting.shapes import EventName, WebhookIn, WebhookMade, WebhookOut
from iron.server.api.request_handler import answer, lifter, parse, read
from iron.server.connections import webhooks as hooks
from iron.server.connections import worker
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit
from iron.values.decoding import converter, json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.connections.models import Webhook

_MOST_BYTES: Final = 16 * 1024
_READ: Final = json_decoder(WebhookIn)
_READ_EVENTS: Final = converter(list[EventName])


def webhooks(request: HttpRequest) -> HttpResponse:
    """List the webhooks, newest first."""
    return answer([_shown(webhook) for webhook in _user(request).webhooks.order_by("-pk")])


def make(request: HttpRequest) -> HttpResponse:
    """Make a webhook."""
    user = _user(request)
    asked = parse(read(request, _MOST_BYTES), _READ)
    webhook, secret = hooks.make(user, asked.url, asked.events)
    worker.wake()
    audit("webhook-made", user.username, address_of(request), number=webhook.pk)
    return answer(WebhookMade(secret, _shown(webhook)))


def end(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Delete a webhook with what waits for it."""
    user = _user(request)
    hooks.find(user, webhook_id).delete()
    audit("webhook-ended", user.username, address_of(request), number=webhook_id)
    return answer({"ended": True})


def test(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Queue a message that says nothing happened."""
    webhook = hooks.find(_user(request), webhook_id)
    hooks.try_out(webhook)
    worker.wake()
    return answer(_shown(webhook))


def resume(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Go on with a webhook that Iron gave up."""
    user = _user(request)
    hooks.resume(hooks.find(user, webhook_id))
    worker.wake()
    return answer(_shown(hooks.find(user, webhook_id)))


def _user(request: HttpRequest) -> User:
    return User.objects.get(pk=lifter(request))


def _shown(webhook: Webhook) -> WebhookOut:
    at = webhook.delivered_at
    return WebhookOut(
        webhook.pk,
        webhook.url,
        _READ_EVENTS(webhook.events.split()),
        webhook.made_at.date().isoformat(),
        None if at is None else datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        webhook.messages.filter(due_at__isnull=False).count(),
        webhook.problem,
        webhook.stopped,
    )
