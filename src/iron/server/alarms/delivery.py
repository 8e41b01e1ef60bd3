"""One message to one phone: encrypted for it (RFC 8291), signed by this server (RFC 8292), given to its push service.

`http-ece` and `py-vapid` are what pywebpush is made of; pywebpush itself would bring aiohttp and requests for one POST.
"""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.request
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import http_ece
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from py_vapid import Vapid02

from iron.server import home
from iron.values.errors import BadInputError, IronError

if TYPE_CHECKING:
    from iron.server.alarms.models import Alarm

# A rest that ended a minute ago is over: the service drops what it could not deliver by then [s].
_TTL_S: Final = 60
_TIMEOUT_S: Final = 10
_PRIVATE_BYTES: Final = 32


class NotSentError(IronError):
    """The push service did not take a message."""

    code = "not_sent"
    status = 502


def encoded(raw: bytes) -> str:
    """Bytes as base64url without padding, as Web Push writes them."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of base64url, with or without padding.

    Raises:
        ValueError: it is something else.
    """
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


@lru_cache(maxsize=1)
def server_key() -> Vapid02:
    """The key pair that names this server to push services; made at first use, in ``push.key``.

    Raises:
        BadInputError: IRON_PUSH_KEY or the file holds no such key.
    """
    text = settings.IRON_PUSH_KEY
    if not text:
        path = home.make_home() / home.PUSH_KEY_FILE
        text = (
            path.read_text(encoding="utf-8").strip()
            if path.exists()
            else home.keep_secret(path, _fresh_key())
        )
    try:
        is_right = len(decoded(text)) == _PRIVATE_BYTES
    except ValueError:
        is_right = False
    if not is_right:
        raise BadInputError(
            "IRON_PUSH_KEY, or the file push.key, is not a key for alarms: 32 bytes in base64url. Remove it and a new "
            "one is made; phones then ask for alarms anew."
        )
    key: Vapid02 = Vapid02.from_raw(text.encode())
    return key


def public_key() -> str:
    """What a browser needs to subscribe: the public half, uncompressed, base64url."""
    point = server_key().public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return encoded(point)


def send(alarm: Alarm, message: dict[str, str]) -> None:
    """Send a message to the phone of an alarm.

    Raises:
        NotSentError: the push service cannot be reached or refused it; the sentence says why.
    """
    place = urlsplit(alarm.endpoint)
    body = http_ece.encrypt(
        json.dumps(message).encode(),
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=decoded(alarm.p256dh),
        auth_secret=decoded(alarm.auth),
        version="aes128gcm",
    )
    signed = server_key().sign({"aud": f"{place.scheme}://{place.netloc}", "sub": _contact()})
    headers = {
        **signed,
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(_TTL_S),
        "Urgency": "high",
    }
    request = urllib.request.Request(alarm.endpoint, data=body, headers=headers, method="POST")  # noqa: S310 - checked
    try:
        with _OPENER.open(request, timeout=_TIMEOUT_S):
            return
    except urllib.error.HTTPError as problem:
        raise NotSentError(f"The push service {place.hostname} answered {problem.code}.") from None
    except (OSError, http.client.HTTPException) as problem:
        raise NotSentError(f"The push service {place.hostname} cannot be reached: {problem}.") from None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A push service answers itself: a redirect could lead to any address."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER: Final = urllib.request.build_opener(_NoRedirect)


def _fresh_key() -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    return encoded(key.private_numbers().private_value.to_bytes(_PRIVATE_BYTES, "big"))


def _contact() -> str:
    """Where a push service finds who sends: the address of this server."""
    if settings.IRON_ORIGIN.startswith("https://"):
        return str(settings.IRON_ORIGIN)
    return f"https://{settings.IRON_HOSTS[0] if settings.IRON_HOSTS else 'localhost'}"
