"""Delivers webhooks, in a thread of the server: looks for news, sends what is due, tries again, gives up.

Nothing in a request waits for it: it reads the journals' change counters by itself. A webhook is worked on by the
process that holds its lease, so that two processes never send one message at once. A process that dies in the middle of
a try leaves the lease to run out, and the message is sent again under the same ``webhook-id``.
"""

from __future__ import annotations

import logging
import time
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.db.models import F

from iron.server.connections import journal_events, sending, webhooks
from iron.server.connections.models import Webhook, WebhookMessage

if TYPE_CHECKING:
    from django.db.models import QuerySet

LOOK_S: Final = 5
"""How often the worker looks [s]; a choice."""
IDLE_S: Final = 60
"""The same while there is no webhook: another process may have made one and died before its first look; a choice."""
LEASE_S: Final = 60
"""How long a lease holds without being renewed [s]; longer than one try."""
WAITS_S: Final = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Pauses between the tries [s], as Standard Webhooks proposes them: the tenth try is the last, after 75 hours."""
KEPT_S: Final = 30 * 24 * 3600
"""How long sent messages are kept [s], so that none is sent twice; longer than a workout is news."""
_CLEAN_S: Final = 3600

_log = logging.getLogger("iron.webhooks")
_changed: Final = Event()


def start() -> None:
    """Work in a thread that ends with the process."""
    Thread(target=_run, name="iron-webhooks", daemon=True).start()


def wake() -> None:
    """Look now: a webhook was made, tried or resumed."""
    _changed.set()


def look(now: float) -> float:
    """Do what is to be done at a moment; return how long the worker can wait then [s].

    Without a webhook no connection to the database is kept.
    """
    work(now)
    if Webhook.objects.filter(stopped=False).exists():
        return LOOK_S
    connection.close()
    return IDLE_S


def work(now: float) -> None:
    """Do what is to be done at a moment: for every webhook that no other process works on.

    Args:
        now: seconds since 1970.
    """
    running = Webhook.objects.filter(stopped=False, user__is_active=True)
    for number in list(running.filter(leased_until__lte=now).values_list("pk", flat=True)):
        webhook = _lease(number, now)
        if webhook is None:
            continue
        try:
            journal_events.queue_messages(webhook)
            _deliver(webhook, now)
        except Exception:  # noqa: BLE001 - it is logged
            # A fault in one journal must not end the deliveries of the others.
            _log.exception("webhook %d failed", number)
        finally:
            _held(webhook).update(leased_until=0)


def clean(now: float) -> None:
    """Delete what is no longer needed: sent messages, and answers kept for repeated requests."""
    from iron.server.api.writing import idempotency

    old = int(now) - KEPT_S
    WebhookMessage.objects.filter(due_at__isnull=True, made_at__lt=old).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM answered WHERE at < %s", [int(now) - idempotency.KEPT_S])


def _lease(number: int, now: float) -> Webhook | None:
    """Take the lease of a webhook; None where another process was faster."""
    free = Webhook.objects.filter(pk=number, leased_until__lte=now)
    taken = free.update(leased_until=int(time.time()) + LEASE_S) == 1
    return Webhook.objects.filter(pk=number).first() if taken else None


def _held(webhook: Webhook) -> QuerySet[Webhook]:
    """The row, as long as the lease is still the one that was taken or renewed last."""
    return Webhook.objects.filter(pk=webhook.pk, leased_until=webhook.leased_until)


def _renew(webhook: Webhook) -> bool:
    until = int(time.time()) + LEASE_S
    renewed = _held(webhook).update(leased_until=until) == 1
    webhook.leased_until = until
    return renewed


def _deliver(webhook: Webhook, now: float) -> None:
    secret = webhooks.secret_of(webhook)
    if secret is None:
        _stop(webhook, "The server’s secret key changed. Delete this webhook and make it again.")
        return
    # What was queued just now is due, too.
    due = max(now, time.time())
    for message in list(webhook.messages.filter(due_at__lte=due).order_by("made_at", "pk")):
        # A process that was held up has lost its lease, and another one delivers.
        if not _renew(webhook):
            return
        status, problem = sending.send(webhook.url, secret, message.name, message.body, time.time())
        if not _noted(webhook, message, status, problem, now):
            return


def _noted(webhook: Webhook, message: WebhookMessage, status: int, problem: str, now: float) -> bool:
    """Write down how a try ended; say whether to go on with the next message."""
    rows = WebhookMessage.objects.filter(pk=message.pk)
    if not problem:
        rows.update(due_at=None, attempts=F("attempts") + 1)
        Webhook.objects.filter(pk=webhook.pk).update(delivered_at=int(now), problem="")
        return True
    if status == sending.GONE:
        _stop(webhook, "The receiver answered 410: it wants no more messages.")
        return False
    if message.attempts >= len(WAITS_S):
        rows.update(attempts=F("attempts") + 1)
        _stop(webhook, f"Iron gave up after {message.attempts + 1} tries in three days. {problem}")
        return False
    rows.update(attempts=F("attempts") + 1, due_at=int(now) + WAITS_S[message.attempts])
    Webhook.objects.filter(pk=webhook.pk).update(problem=problem)
    # The next message would meet the same receiver.
    return status != 0


def _stop(webhook: Webhook, problem: str) -> None:
    Webhook.objects.filter(pk=webhook.pk).update(stopped=True, problem=problem)
    _log.warning("webhook %d stopped: %s", webhook.pk, problem)


def _run() -> None:
    cleaned = 0.0
    wait: float = LOOK_S
    while True:
        _changed.wait(wait)
        _changed.clear()
        try:
            close_old_connections()
            now = time.time()
            if now - cleaned > _CLEAN_S:
                clean(now)
                cleaned = now
            wait = look(now)
        except (DatabaseError, InterfaceError):
            _log.warning("webhooks wait: the database did not answer", exc_info=True)
            connection.close()
            wait = LOOK_S
