"""Requests and answers of the alarms; pure types, for the OpenAPI document and the app."""

from __future__ import annotations

from msgspec import Struct


class AlarmKey(Struct):
    """What a browser needs to subscribe to this server's alarms: its public key (base64url)."""

    key: str


class AlarmIn(Struct, forbid_unknown_fields=True):
    """An alarm for one phone: its push subscription, seconds until it rings (0 to 7,200), and what it says."""

    endpoint: str
    p256dh: str
    auth: str
    due_in_s: float
    title: str
    text: str = ""


class AlarmStop(Struct, forbid_unknown_fields=True):
    """The phone whose alarm is taken back, by the address of its subscription.

    ``auth``, the secret of that subscription, proves that the phone itself asks: its session may have ended.
    """

    endpoint: str
    auth: str = ""


class AlarmAgain(Struct, forbid_unknown_fields=True):
    """The token of a notification that came, and seconds until it rings again (0 to 7,200)."""

    token: str
    due_in_s: float


class AlarmSet(Struct):
    """When the alarm rings [s since 1970, the server's clock]."""

    due: float
