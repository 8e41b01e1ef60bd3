"""Everything about an installation that can be wrong, looked at once: what ``iron doctor`` says."""

from __future__ import annotations

import json
import os
import socket
import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import Error, connection

from iron.server import backup, home
from iron.server.accounts import providers
from iron.server.mail import sending
from iron.server.watching import health

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

State = Literal["ok", "warning", "wrong"]
_CLOCK_S: Final = 300
_CERTIFICATE_DAYS: Final = 14
_REACH_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: its name.
        state: ``wrong`` needs a cure now, a ``warning`` a look.
        sentence: what was found, and the cure.
    """

    what: str
    state: State
    sentence: str


def examine(*, reach: bool = True) -> list[Finding]:
    """Look at everything.

    Args:
        reach: ask the server at IRON_ORIGIN too, as a browser would, the providers of sign-in and the mail server.
    """
    looks: list[Callable[[], Iterator[Finding]]] = [
        _settings,
        _permissions,
        _disk,
        _database,
        _clock,
        _backups,
        *([_address] if reach and settings.IRON_ORIGIN else []),
        *([_providers, _mail] if reach else []),
    ]
    return [finding for look in looks for finding in look()]


def _settings() -> Iterator[Finding]:
    origin = settings.IRON_ORIGIN
    if settings.IRON_PROXIES and not origin:
        yield Finding(
            "settings",
            "warning",
            "IRON_PROXIES is set, but IRON_ORIGIN is not. Set IRON_ORIGIN to the address of this server.",
        )
    if origin.startswith("http://") and urlsplit(origin).hostname not in {"localhost", "127.0.0.1"}:
        sentence = (
            "IRON_ORIGIN is plain http, so phones cannot work offline or use passkeys. "
            "Put a proxy with TLS in front of Iron."
        )
        yield Finding("settings", "warning", sentence)
    if settings.IRON_SIGNUP == "open":
        yield Finding(
            "settings",
            "warning",
            "IRON_SIGNUP=open lets everybody sign up. IRON_SIGNUP=invite requires an invitation link.",
        )
    if settings.IRON_METRICS and not settings.IRON_METRICS_TOKEN:
        sentence = (
            "/metrics is open to everybody who can reach Iron. "
            "Set IRON_METRICS_TOKEN, or block /metrics in the proxy."
        )
        yield Finding("settings", "warning", sentence)
    yield Finding("settings", "ok", f"Data in {home.home()}, database {connection.vendor}.")


def _permissions() -> Iterator[Finding]:
    path = home.open_to_others()
    if path is not None:
        cure = f"Close it to other users: chmod -R go= {path}."
        sentence = f"Other users of this machine can read {path}. {cure}"
        yield Finding("permissions", "wrong", sentence)
        return
    foreign = next((file for file in home.home().iterdir() if file.stat().st_uid != os.getuid()), None)
    if foreign is not None and os.getuid() != 0:
        yield Finding(
            "permissions",
            "wrong",
            f"{foreign} belongs to another user. Give it to the user that runs Iron (chown).",
        )
        return
    yield Finding("permissions", "ok", "The data folder is closed to other users.")


def _disk() -> Iterator[Finding]:
    sentence = health.disk()
    cure = "" if sentence == "ok" else " Free some space, or move IRON_HOME."
    yield Finding(
        "disk",
        "ok" if sentence == "ok" else "wrong",
        "There is enough free space." if sentence == "ok" else sentence + cure,
    )


def _database() -> Iterator[Finding]:
    for what, look in (
        ("database", health.database),
        ("migrations", health.migrations),
        ("integrity", integrity),
    ):
        sentence = look()
        fine = {
            "database": "The database accepts writes.",
            "migrations": "The tables are up to date.",
            "integrity": "The database is intact.",
        }
        yield Finding(
            what, "ok" if sentence == "ok" else "wrong", fine[what] if sentence == "ok" else sentence
        )


def integrity() -> str:
    """Say whether the database is whole: SQLite's own check; PostgreSQL checks its pages by itself."""
    if connection.vendor != "sqlite":
        return "ok"
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check(1)")
            first = str(cursor.fetchone()[0])
    except Error as problem:
        first = str(problem)
    if first == "ok":
        return "ok"
    return f"The database is damaged ({' '.join(first.split())}). {backup.RESTORE}"


def _clock() -> Iterator[Finding]:
    """A clock that is behind what was stored: sessions and codes then run out at wrong times."""
    now = datetime.now(UTC)
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(at) FROM history")
        newest = cursor.fetchone()[0]
    if newest:
        ahead = datetime.fromisoformat(str(newest)) - now
        if ahead.total_seconds() > _CLOCK_S:
            sentence = (
                f"The clock says {now:%Y-%m-%d %H:%M} UTC, but something was stored at {newest}. "
                "Set the clock, for example with NTP."
            )
            yield Finding("clock", "wrong", sentence)
            return
    yield Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M:%S} UTC.")


def _backups() -> Iterator[Finding]:
    folder = settings.IRON_BACKUPS
    if folder is None:
        sentence = (
            "There are no automatic backups. Set IRON_BACKUPS to a folder, or run `iron backup` from a timer."
        )
        yield Finding("backups", "warning", sentence)
        return
    newest = backup.newest_in(folder)
    if newest is None:
        yield Finding(
            "backups", "wrong", f"There is no backup in {folder} yet. Make one with `iron backup {folder}`."
        )
        return
    days = (time.time() - newest.stat().st_mtime) / 86_400
    state: State = "ok" if days < 2 else "wrong"
    sentence = f"The newest backup, {newest.name}, is {days:.1f} days old."
    yield Finding(
        "backups",
        state,
        sentence if state == "ok" else f"{sentence} Look for the reason in the log, and run `iron backup`.",
    )


def _address() -> Iterator[Finding]:
    """Ask the server as a browser does: proxy headers, host names and the certificate at one time."""
    origin = settings.IRON_ORIGIN
    try:
        with urllib.request.urlopen(f"{origin}/api/v1/me", timeout=_REACH_S) as response:  # noqa: S310 - the host's own
            sentence = json.load(response)
    except urllib.error.HTTPError as problem:
        cure = (
            "Check that the proxy passes on the Host header." if problem.code == 400 else "Look in the log."
        )
        yield Finding("address", "wrong", f"{origin} answers {problem.code}. {cure}")
        return
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "reason", problem)
        yield Finding(
            "address", "wrong", f"{origin} cannot be reached from here: {reason}. Check that Iron is running."
        )
        return
    if origin.startswith("https://") and not sentence["server"]["https"]:
        cure = "Set IRON_PROXIES=1, and configure the proxy to send X-Forwarded-Proto."
        yield Finding("address", "wrong", f"{origin} is https, but requests reach Iron as http. {cure}")
        return
    yield Finding("address", "ok", f"{origin} answers.")
    if origin.startswith("https://"):
        yield _certificate(origin)


def _providers() -> Iterator[Finding]:
    """Ask each provider of sign-in what its clients need to know, as allauth does at every sign-in."""
    for each in settings.IRON_PROVIDERS:
        address = f"{each.issuer}{providers.WELL_KNOWN}"
        try:
            with urllib.request.urlopen(address, timeout=_REACH_S) as response:  # noqa: S310 - the host's own
                discovery = json.load(response)
            wrong = providers.wrong_issuer(discovery, each.issuer)
        except (OSError, ValueError, KeyError, TypeError) as problem:
            reason = getattr(problem, "reason", None) or problem
            sentence = (
                f"{address} does not answer like an OpenID Connect provider: {reason}. "
                "Check the address of the issuer."
            )
            yield Finding(f"sign-in with {each.id}", "wrong", sentence)
            continue
        if wrong is not None:
            yield Finding(f"sign-in with {each.id}", "wrong", wrong)
        elif missing := providers.missing_keys(discovery):
            sentence = (
                f"{address} does not name {', '.join(missing)}, so nobody can sign in with this provider. "
                "Ask the provider."
            )
            yield Finding(f"sign-in with {each.id}", "wrong", sentence)
        else:
            yield Finding(f"sign-in with {each.id}", "ok", f"{each.issuer} answers.")


def _mail() -> Iterator[Finding]:
    """Sign in to the mail server, as sending does."""
    relay = settings.IRON_MAIL
    if relay is None:
        return
    try:
        sending.probe()
    except sending.MailError as problem:
        yield Finding("mail", "wrong", problem.sentence)
        return
    yield Finding("mail", "ok", f"{relay.host}:{relay.port} accepts e-mail from {relay.sender}.")


def send_test(address: str) -> Finding:
    """Send a message to an address, so that the host sees it arrive."""
    if settings.IRON_MAIL is None:
        return Finding(
            "test message", "wrong", "This server cannot send e-mail. Set IRON_MAIL_URL (docs/hosting.md)."
        )
    try:
        validate_email(address)
        sending.send(address, "mail-test", {})
    except ValidationError:
        return Finding("test message", "wrong", f"“{address[:80]}” is not an e-mail address.")
    except sending.MailError as problem:
        return Finding("test message", "wrong", problem.sentence)
    return Finding(
        "test message", "ok", f"The mail server accepted a test e-mail for {address}. Check that it arrived."
    )


def _certificate(origin: str) -> Finding:
    parts = urlsplit(origin)
    context = ssl.create_default_context()
    with (
        socket.create_connection((parts.hostname, parts.port or 443), _REACH_S) as plain,
        context.wrap_socket(plain, server_hostname=parts.hostname) as secure,
    ):
        ends = ssl.cert_time_to_seconds(str((secure.getpeercert() or {}).get("notAfter")))
    days = (ends - time.time()) / 86_400
    sentence = f"The certificate is valid for {days:.0f} more days."
    return Finding("certificate", "ok" if days > _CERTIFICATE_DAYS else "warning", sentence)
