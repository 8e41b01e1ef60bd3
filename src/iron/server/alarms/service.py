"""What is due on which phone: set, put off, stopped, and taken to be sent."""

from __future__ import annotations

import hmac
import time
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core import signing

from iron.server.alarms.delivery import decoded
from iron.server.alarms.models import Alarm
from iron.values.errors import BadInputError, ConflictError, NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Iterable

# The push services of Chrome and its kin, Firefox, Safari and Edge; others by IRON_PUSH_HOSTS.
_SERVICES: Final = (
    "fcm.googleapis.com",
    ".push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)
LONGEST_S: Final = 2 * 60 * 60
# A notification may be answered for so long after it came.
_ANSWER_S: Final = 15 * 60
# An alarm that could not be sent for so long is no news any more.
_STALE_S: Final = 60
_MOST_PHONES: Final = 10
_SALT: Final = "iron.alarms"
_AUTH_BYTES: Final = 16


def set_alarm(user_id: int, phone: tuple[str, str, str], due_in_s: float, title: str, text: str) -> float:
    """Ring a phone after some seconds, in place of the alarm that it has.

    Args:
        user_id: whose phone.
        phone: endpoint, public key and secret of its push subscription.
        due_in_s: 0 to 7,200 s from now.
        title: first line, at most 80 characters count.
        text: second line, at most 200 characters count.

    Returns:
        When it rings [s since 1970].

    Raises:
        BadInputError: a time out of range, keys that are none, or an address of no push service.
        ConflictError: the lifter has alarms on ten phones.
    """
    endpoint, p256dh, auth = phone
    _check_endpoint(endpoint)
    _check_keys(p256dh, auth)
    if not 0 <= due_in_s <= LONGEST_S:
        raise BadInputError(f"An alarm is 0 to {LONGEST_S} seconds away, not {due_in_s:g}.", where="due_in_s")
    others = Alarm.objects.filter(user_id=user_id).exclude(endpoint=endpoint)
    if others.count() >= _MOST_PHONES:
        raise ConflictError(f"Alarms wait on {_MOST_PHONES} phones already. Stop one of them.")
    due = time.time() + due_in_s
    fields = {"p256dh": p256dh, "auth": auth, "due": due, "title": title[:80], "text": text[:200]}
    Alarm.objects.update_or_create(user_id=user_id, endpoint=endpoint, defaults=fields)
    return due


def stop_alarm(user_id: int, endpoint: str) -> bool:
    """Take back the alarm of a lifter's phone; False when there is none (any more)."""
    deleted, _ = Alarm.objects.filter(user_id=user_id, endpoint=endpoint).delete()
    return deleted > 0


def stop_alarm_of_phone(endpoint: str, auth: str) -> bool:
    """Take back the alarms of the phone that knows the secret of a subscription, whoever set them."""
    waiting = Alarm.objects.filter(endpoint=endpoint)
    rows = [alarm.pk for alarm in waiting if hmac.compare_digest(alarm.auth.encode(), auth.encode())]
    deleted, _ = Alarm.objects.filter(pk__in=rows).delete()
    return deleted > 0


def answer_token(alarm: Alarm) -> str:
    """What a notification needs to be put off: it names its alarm, signed by this server."""
    fields = [alarm.user_id, alarm.endpoint, alarm.p256dh, alarm.auth, alarm.title, alarm.text]
    return signing.dumps(fields, salt=_SALT, compress=True)


def put_off(token: str, due_in_s: float) -> float:
    """Ring the phone of a notification once more; return when [s since 1970].

    Raises:
        NotAllowedError: the token is not this server's, or older than a quarter of an hour.
    """
    try:
        user_id, endpoint, p256dh, auth, title, text = signing.loads(token, salt=_SALT, max_age=_ANSWER_S)
    except (signing.BadSignature, ValueError):
        raise NotAllowedError("This notification is too old. Start the rest in the app.") from None
    return set_alarm(user_id, (endpoint, p256dh, auth), due_in_s, title, text)


def next_due() -> float | None:
    """When the next alarm rings [s since 1970]; None where none waits."""
    return Alarm.objects.order_by("due").values_list("due", flat=True).first()


def take_due(now: float) -> list[Alarm]:
    """Take the alarms that are due, for sending: each goes to one process alone. Old ones are dropped."""
    due = list(Alarm.objects.filter(due__lte=now))
    taken = _taken(due)
    return [alarm for alarm in taken if alarm.due > now - _STALE_S]


def _taken(alarms: Iterable[Alarm]) -> list[Alarm]:
    # Whoever deletes the row sends it; one that was set anew meanwhile has another time and stays.
    return [alarm for alarm in alarms if Alarm.objects.filter(pk=alarm.pk, due=alarm.due).delete()[0]]


def _check_endpoint(endpoint: str) -> None:
    """Refuse addresses that are no push service's: this server must not call anything else for a client."""
    if len(endpoint) > 1000:
        raise BadInputError("This subscription's address is longer than 1,000 characters.", where="endpoint")
    try:
        place = urlsplit(endpoint)
        _ = place.port
    except ValueError:
        raise BadInputError("This subscription's address is none.", where="endpoint") from None
    host = place.hostname or ""
    if place.scheme in {"http", "https"} and place.netloc in settings.IRON_PUSH_HOSTS:
        return
    known = any(
        host == name.lstrip(".") or (name.startswith(".") and host.endswith(name)) for name in _SERVICES
    )
    if place.scheme != "https" or not known or place.netloc != host:
        raise BadInputError(
            f"“{host[:60]}” is not a push service that this server knows. Its owner can add it with IRON_PUSH_HOSTS.",
            where="endpoint",
        )


def _check_keys(p256dh: str, auth: str) -> None:
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(p256dh))
        is_right = len(decoded(auth)) == _AUTH_BYTES
    except ValueError:
        is_right = False
    if not is_right:
        raise BadInputError(
            "The keys of this subscription are none. Turn the alarm off and on again.", where="keys"
        )
