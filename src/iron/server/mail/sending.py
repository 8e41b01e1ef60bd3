"""Sends mail: at once where somebody waits for the outcome, later where nobody may learn what there was to send."""

from __future__ import annotations

import logging
import smtplib
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from email.utils import make_msgid
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import DatabaseError, InterfaceError, connection

from iron.server.mail.relay import TIMEOUT_S
from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_WAITING: Final = 200
"""Messages that wait at most; a choice. What is over is dropped, and the log says so."""

_log = logging.getLogger("iron.mail")
# One connection at a time: mail servers limit how many one client may have.
_pool = ThreadPoolExecutor(1, thread_name_prefix="iron-mail")
_room = BoundedSemaphore(_MOST_WAITING)


class MailError(IronError):
    """The mail server did not take a message."""

    code = "mail"
    status = 503


def send(address: str, code: str, values: dict[str, Any]) -> None:
    """Hand one message to the mail server.

    Args:
        address: who gets it.
        code: its text in content/messages; the subject is ``<code>-subject``.
        values: what stands in the text; ``server`` is added.

    Raises:
        MailError: the mail server did not take it; the sentence says why, and is for the host.
    """
    # Languages and dates take time to load, and few servers send mail in their first minutes.
    from iron.knowledge import messages

    server = settings.IRON_ORIGIN
    values = {**values, "server": server}
    message = EmailMessage(
        messages.render(f"{code}-subject", values),
        messages.render(code, values) + "\n",
        to=[address],
        # RFC 3834: programs that answer mail leave it alone. The id names the server, and not the machine's own name.
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": make_msgid(domain=urlsplit(server).hostname),
        },
    )
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as problem:
        raise MailError(reason(problem)) from problem


def later(work: Callable[[], None]) -> None:
    """Do something that sends mail after the request was answered; what fails is one line in the log."""
    if not _room.acquire(blocking=False):
        _log.error(
            "%d e-mails are already waiting, so one was dropped. The mail server may be slow.", _MOST_WAITING
        )
        return
    _pool.submit(_logged, work)


def note(problem: MailError) -> None:
    """Write to the log why a message was not sent: the sentence is for the host, not for who asked."""
    _log.warning("An e-mail was not sent. %s", problem.sentence)


def probe() -> None:
    """Connect to the mail server as sending does: with TLS and sign-in.

    Raises:
        MailError: it does not work; the sentence says why, and the cure.
    """
    opened = get_connection()
    try:
        opened.open()
    except (OSError, smtplib.SMTPException) as problem:
        raise MailError(reason(problem)) from problem
    finally:
        opened.close()


def reason(problem: Exception) -> str:
    """Say what went wrong with the mail server, and the cure."""
    relay = settings.IRON_MAIL
    if relay is None:  # only where a test put another backend in its place
        return str(problem)
    place = f"{relay.host}:{relay.port}"
    if isinstance(problem, smtplib.SMTPException):
        return _refusal(problem, place)
    if isinstance(problem, ssl.SSLCertVerificationError):
        return (
            f"The certificate of {place} is not trusted: {problem.verify_message}. Check the host name. "
            "If you use a certificate authority of your own, set SSL_CERT_FILE."
        )
    if isinstance(problem, ssl.SSLError):
        return (
            f"{place} does not start with TLS. Use smtps:// for port 465 and smtp:// for port 587 (STARTTLS)."
        )
    if isinstance(problem, socket.gaierror):
        return f"There is no mail server named {relay.host}. Check IRON_MAIL_URL."
    if isinstance(problem, TimeoutError):
        return (
            f"{place} did not answer within {TIMEOUT_S} seconds. Check that the port is open from this machine. "
            "Use smtps:// for port 465."
        )
    return f"{place} cannot be reached: {problem.strerror or problem}. Check IRON_MAIL_URL."  # type: ignore[attr-defined]


def _refusal(problem: smtplib.SMTPException, place: str) -> str:
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        answer = _answer_of(problem.smtp_code, problem.smtp_error)
        return f"{place} refuses the user name or the password ({answer}). Check IRON_MAIL_URL or IRON_MAIL_PASSWORD."
    if isinstance(problem, smtplib.SMTPNotSupportedError):
        return (
            f"{place} offers no STARTTLS or no sign-in. Use smtps:// with port 465. "
            "For a mail server in your own network without TLS and sign-in, use smtp://host:25?tls=none."
        )
    if isinstance(problem, smtplib.SMTPSenderRefused):
        answer = _answer_of(problem.smtp_code, problem.smtp_error)
        return f"{place} does not accept e-mail from {settings.DEFAULT_FROM_EMAIL} ({answer}). Check IRON_MAIL_FROM."
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        answer = "; ".join(_answer_of(*answer) for answer in problem.recipients.values())
        return f"{place} does not accept e-mail for this address ({answer}). Check the address."
    if isinstance(problem, smtplib.SMTPResponseException):
        return f"{place} did not accept the message ({_answer_of(problem.smtp_code, problem.smtp_error)})."
    return f"{place} closed the connection: {problem}. Check scheme and port in IRON_MAIL_URL."


def _answer_of(code: int, text: bytes | str) -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(words.split())[:200]}"


def _logged(work: Callable[[], None]) -> None:
    try:
        work()
    except MailError as problem:
        note(problem)
    except (DatabaseError, InterfaceError):
        _log.exception("A message was not sent: the database did not answer")
    except Exception:  # noqa: BLE001 - it is logged; the thread goes on with the next message
        _log.exception("A message was not sent")
    finally:
        _room.release()
        # Mail is rare: no connection to the database is kept for it.
        connection.close()
