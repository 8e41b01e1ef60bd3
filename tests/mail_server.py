"""A mail server on a free port of this machine: keeps what came, with or without TLS, and knows one user."""

from __future__ import annotations

import email
import email.policy
import logging
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from serving import free_port

USER, PASSWORD = "iron@example.org", "p/w?with#signs@and:more%"


# It warns about names of its own.
logging.getLogger("mail.log").setLevel(logging.ERROR)


class Mailbox:
    """What arrived, and whether who sent it had signed in; ``refused`` addresses get a 550."""

    def __init__(self) -> None:
        self.url = ""
        self.is_encrypted = False
        self.refused: set[str] = set()
        self.came: list[EmailMessage] = []
        self._arrived = threading.Condition()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as above
        self, _server: Any, session: Any, envelope: Any
    ) -> str:
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        message["X-Signed-In"] = str(session.authenticated)
        message["X-Over-TLS"] = str(self.is_encrypted or session.ssl is not None)
        with self._arrived:
            self.came.append(message)
            self._arrived.notify_all()
        return "250 OK"

    def take(self, address: str, seconds: float = 60) -> EmailMessage:
        """Wait for the next message to an address and take it out."""

        def first() -> EmailMessage | None:
            return next((message for message in self.came if message["To"] == address), None)

        with self._arrived:
            message = self._arrived.wait_for(first, seconds)
            assert message is not None, [str(other["To"]) for other in self.came]
            self.came.remove(message)
            return message

    def variables(self, origin: str = "http://iron.example.org:8000") -> dict[str, str]:
        """The environment of an Iron that sends its mail here."""
        return {"IRON_MAIL_URL": self.url, "IRON_MAIL_PASSWORD": PASSWORD, "IRON_ORIGIN": origin}


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def key_of(message: EmailMessage) -> str:
    """The key behind the # of the link in a message."""
    match = re.search(r"^\S+#(\S+)", text_of(message), re.MULTILINE)
    assert match, text_of(message)
    return unquote(match[1])


@contextmanager
def mail_server(tls: str = "none", certificate: Path | None = None) -> Iterator[Mailbox]:
    """Take mail until the block ends; ``tls`` is none, starttls or tls, with a certificate of localhost."""
    mailbox = Mailbox()
    mailbox.is_encrypted = tls == "tls"  # who does not begin with TLS is not understood there
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    controller = Controller(
        mailbox,
        hostname="localhost",
        port=free_port(),
        ssl_context=context if tls == "tls" else None,
        tls_context=context if tls == "starttls" else None,
        require_starttls=tls == "starttls",
        auth_require_tls=tls == "starttls",
        authenticator=_knows,
    )
    controller.start()
    scheme, query = ("smtps", "") if tls == "tls" else ("smtp", "?tls=none" if tls == "none" else "")
    mailbox.url = f"{scheme}://{USER.replace('@', '%40')}@localhost:{controller.port}{query}"
    try:
        yield mailbox
    finally:
        controller.stop()


def _knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    is_known = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=is_known, handled=False)
