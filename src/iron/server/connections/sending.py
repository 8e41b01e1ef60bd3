"""One message to one webhook: signed as Standard Webhooks says, sent to a checked address, no redirect followed."""

from __future__ import annotations

import http.client
import socket
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from threading import Timer
from typing import Final

from standardwebhooks import Webhook as Signer

from iron.server.api.account import VERSION
from iron.server.connections.safe_address import resolved
from iron.values.errors import IronError

TIMEOUT_S: Final = 15
"""Longest time for one try [s]; Standard Webhooks recommends 15 to 30."""
GONE: Final = 410
"""The receiver wants no more messages (RFC 9110, 15.5.11)."""


def send(url: str, secret: str, name: str, body: str, now: float) -> tuple[int, str]:
    """Send a message once.

    Args:
        url: the webhook's address.
        secret: ``whsec_…``.
        name: id of the message, the same at every try.
        body: JSON text.
        now: seconds since 1970.

    Returns:
        The HTTP status, 0 where there was no answer, and what went wrong in a sentence, empty for a 2xx.
    """
    moment = datetime.fromtimestamp(int(now), UTC)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"Iron/{VERSION}",
        "webhook-id": name,
        "webhook-timestamp": str(int(now)),
        "webhook-signature": Signer(secret).sign(name, moment, body),
        "Connection": "close",
    }
    try:
        status = _post(url, headers, body.encode())
    except IronError as problem:
        return 0, problem.sentence
    except (OSError, http.client.HTTPException, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
        return 0, f"No answer: {reason}."[:300]
    if 200 <= status < 300:
        return status, ""
    return status, f"The receiver answered {status}, not 2xx."


def _post(url: str, headers: dict[str, str], body: bytes) -> int:
    parts, port, address = resolved(url)
    connection = http.client.HTTPConnection(parts.hostname or "", port, timeout=TIMEOUT_S)
    plain = socket.create_connection((address, port), timeout=TIMEOUT_S)
    # A receiver that sends a byte now and then must not hold the worker.
    limit = Timer(TIMEOUT_S, _close, [plain])
    limit.daemon = True
    limit.start()
    try:
        secure = parts.scheme == "https"
        context = ssl.create_default_context() if secure else None
        connection.sock = context.wrap_socket(plain, server_hostname=parts.hostname) if context else plain
        path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        connection.request("POST", path, body, {"Host": parts.netloc, **headers})
        return connection.getresponse().status
    finally:
        limit.cancel()
        connection.close()
        plain.close()


def _close(plain: socket.socket) -> None:
    with suppress(OSError):
        plain.shutdown(socket.SHUT_RDWR)
