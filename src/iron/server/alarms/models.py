"""Alarms that wait: a row goes when its alarm is sent, so that the table holds running rests alone."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Alarm(models.Model):
    """The end of a rest on one phone.

    Attributes:
        endpoint: where the push service of the phone's browser takes messages; it names the phone.
        p256dh: the phone's public key (base64url, 65 bytes).
        auth: the secret that the phone shares with this server (base64url, 16 bytes).
        due: when it rings [s since 1970, this server's clock].
        title: first line of the notification.
        text: second line; empty for none.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alarms")
    endpoint = models.CharField(max_length=1000)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    due = models.FloatField(db_index=True)
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=200)

    class Meta:
        """One alarm a phone: a new one takes its place."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "endpoint"], name="one_alarm_a_phone"),
        ]
