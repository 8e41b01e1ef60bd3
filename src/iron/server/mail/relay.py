"""The mail server that the host names in the environment. Without one Iron sends no mail."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any, Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from iron.server.environment import secret
from iron.values.errors import BadInputError

_PORTS: Final = {"smtp": 587, "smtps": 465}
_HOW: Final = "Write smtp://user@host:587 (STARTTLS) or smtps://user@host:465 (TLS from the start)."
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
TIMEOUT_S: Final = 10
"""How long the mail server may take to answer [s]; a choice."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Where mail is handed over.

    Attributes:
        host: name or address of the mail server.
        port: its port.
        user: name to sign in with; empty for none.
        password: of that name.
        tls: ``starttls``, ``tls`` (from the first byte) or ``none``.
        sender: what stands in From, such as ``Iron <iron@example.org>``.
    """

    host: str
    port: int
    user: str
    password: str
    tls: str
    sender: str


def from_environment(origin: str) -> Relay | None:
    """Return the mail server of ``IRON_MAIL_URL``, None where none is named.

    Args:
        origin: IRON_ORIGIN; links in mail lead there, never to what a request calls this server.

    Raises:
        BadInputError: the address is none, or a value is missing. No sentence repeats the address: it may hold a
            password.
    """
    url, password = secret("IRON_MAIL_URL"), secret("IRON_MAIL_PASSWORD")
    sender = os.environ.get("IRON_MAIL_FROM", "").strip()
    if not url:
        if sender or password:
            raise BadInputError(f"IRON_MAIL_URL is not set, but other mail settings are. {_HOW}")
        return None
    parts = _parts(url)
    user, within = unquote(parts.username or ""), unquote(parts.password or "")
    if within and password:
        raise BadInputError("Both IRON_MAIL_URL and IRON_MAIL_PASSWORD have a password. Remove one of them.")
    if bool(user) != bool(within or password):
        missing = "a user name but no password" if user else "a password but no user name"
        raise BadInputError(
            f"IRON_MAIL_URL has {missing}. {_HOW} Put the password into IRON_MAIL_PASSWORD_FILE."
        )
    tls = _tls(parts, signs_in=bool(user))
    if not origin:
        raise BadInputError(
            "IRON_MAIL_URL is set, but IRON_ORIGIN is not. Set IRON_ORIGIN to the address of this server: "
            "links in e-mails need it."
        )
    port = parts.port or _PORTS[parts.scheme]
    return Relay(parts.hostname or "", port, user, within or password, tls, _sender(sender, user))


def _parts(url: str) -> SplitResult:
    if re.search(r"\s", url):
        raise BadInputError(f"IRON_MAIL_URL has a space or a line break in it. {_HOW}")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise BadInputError(f"The port in IRON_MAIL_URL is not a number from 1 to 65535. {_HOW}") from None
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise BadInputError(f"IRON_MAIL_URL is not the address of a mail server. {_HOW}")
    if parts.path not in {"", "/"} or parts.fragment:
        raise BadInputError(
            f"IRON_MAIL_URL has more text after the host. {_HOW} Put a password with characters such as / ? # @ into "
            "IRON_MAIL_PASSWORD or the file of IRON_MAIL_PASSWORD_FILE."
        )
    return parts


def _tls(parts: SplitResult, *, signs_in: bool) -> str:
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.scheme == "smtps" and not query:
        return "tls"
    if not query:
        return "starttls"
    if parts.scheme != "smtp" or query != {"tls": "none"}:
        raise BadInputError("After smtp://, IRON_MAIL_URL accepts only the option ?tls=none.")
    if signs_in and parts.hostname not in _LOOPBACK:
        raise BadInputError(
            "IRON_MAIL_URL would send the password unencrypted (?tls=none). Remove ?tls=none, or remove the user name."
        )
    return "none"


def _sender(given: str, user: str) -> str:
    """What stands in From: IRON_MAIL_FROM, else the user name where it is an address."""
    sender = given or user
    _, address = parseaddr(sender)
    try:
        validate_email(address)
    except ValidationError:
        raise BadInputError(
            "IRON_MAIL_FROM is not an e-mail address. Write an address such as Iron <iron@example.org>."
        ) from None
    if re.search(r"[\r\n]", sender):
        raise BadInputError("IRON_MAIL_FROM has a line break in it. Write the address on one line.")
    return sender if given else f"Iron <{address}>"


def django_settings(relay: Relay | None) -> dict[str, Any]:
    """Return Django's settings of mail; without a mail server nothing is ever sent."""
    if relay is None:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": relay.host,
        "EMAIL_PORT": relay.port,
        "EMAIL_HOST_USER": relay.user,
        "EMAIL_HOST_PASSWORD": relay.password,
        "EMAIL_USE_TLS": relay.tls == "starttls",
        "EMAIL_USE_SSL": relay.tls == "tls",
        "EMAIL_TIMEOUT": TIMEOUT_S,
        "DEFAULT_FROM_EMAIL": relay.sender,
    }
