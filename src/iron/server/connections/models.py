"""Connections of an account to other services; they live beside the accounts, not with the journals."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from iron.server.accounts.models import User


class CalendarLink(models.Model):
    """The secret address of a lifter's calendar; at most one.

    Attributes:
        digest: SHA-256 of the token in the address.
        nonce: what the token is made of, together with the server's secret key, so that the address can be shown again
            and a stolen database does not hold it.
        read_on: the last day on which a calendar asked.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="calendar_link")
    digest = models.CharField(max_length=64, unique=True)
    nonce = models.CharField(max_length=32)
    made_at = models.DateTimeField(default=timezone.now)
    read_on = models.DateField(null=True)


class Webhook(models.Model):
    """An address that gets messages about changes of a journal (`iron.server.connections.webhooks`).

    Attributes:
        events: names of the events that it gets, with blanks between.
        nonce: what its secret is made of, together with the server's secret key; the secret itself is shown once.
        digest: SHA-256 of the secret, to notice that the server's key changed.
        seq: up to which change of the journal events were made.
        leased_until: until when one process works on it, seconds since 1970.
        delivered_at: when the last message arrived, seconds since 1970.
        problem: why the newest try failed; empty when it went well.
        stopped: Iron gave up and sends nothing until the lifter says so.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="webhooks")
    url = models.TextField()
    events = models.TextField()
    nonce = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    seq = models.BigIntegerField()
    leased_until = models.BigIntegerField(default=0)
    delivered_at = models.BigIntegerField(null=True)
    problem = models.TextField(default="", blank=True)
    stopped = models.BooleanField(default=False)


class WebhookMessage(models.Model):
    """One message to a webhook, until it is delivered and a while after.

    Attributes:
        key: what it is about; the same is never sent twice.
        name: its id for the receiver (``webhook-id``), the same at every try.
        body: JSON text.
        made_at: when it was queued, seconds since 1970.
        attempts: how often it was sent.
        due_at: when it is sent next, seconds since 1970; null once it was delivered or given up.
    """

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="messages")
    key = models.CharField(max_length=160)
    name = models.CharField(max_length=64)
    body = models.TextField()
    made_at = models.BigIntegerField()
    attempts = models.IntegerField(default=0)
    due_at = models.BigIntegerField(null=True)

    class Meta:
        """Nothing is sent twice; what is due is found quickly."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["webhook", "key"], name="webhook_message_once")
        ]
        indexes: ClassVar = [models.Index(fields=["due_at"], name="webhook_message_due")]
