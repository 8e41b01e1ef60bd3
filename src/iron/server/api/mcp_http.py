"""MCP over HTTP at `/mcp`, for assistants that carry a token. Stateless: every request stands for itself.

The SDK speaks ASGI; Iron is served over WSGI. One request is handed to the SDK's own handler here, so the protocol is
the SDK's and the thread with the database connection stays Django's.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from asgiref.sync import async_to_sync
from django.http import HttpResponse

from iron.server.accounts.models import Token
from iron.server.api.own_journal import journal_of
from iron.server.api.request_handler import MIB, SignedOutError, WrongMethodError, check_length, fail, read
from iron.server.gateway.refusals import TooMuchWorkError
from iron.server.installation import how_to_add
from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from django.http import HttpRequest

    Message = MutableMapping[str, Any]

LIMIT = MIB
LONGEST_S = 60
"""Longest time that one request may hold its thread while the event loop waits [s]."""


def serve(request: HttpRequest) -> HttpResponse:
    """Answer one MCP request of a token's lifter; reading tokens are offered reading tools only."""
    token = request.META.get("iron.token")
    try:
        if request.method != "POST":
            # GET would open a stream and DELETE end a session: there is neither (MCP 2025-06-18, Streamable HTTP).
            raise WrongMethodError("MCP takes POST alone here: nothing is streamed and no session is kept.")
        if not isinstance(token, Token):
            raise SignedOutError(
                "An assistant needs a key: make one in Iron under Me, Keys for programs. "
                "It is sent as Authorization: Bearer."
            )
        check_length(request, LIMIT)
        return _answer(request, read(request, LIMIT), token)
    except IronError as problem:
        response = fail(problem)
        if response.status_code == SignedOutError.status:
            response.headers["WWW-Authenticate"] = "Bearer"
        if response.status_code == WrongMethodError.status:
            response.headers["Allow"] = "POST"
        return response


def _answer(request: HttpRequest, body: bytes, token: Token) -> HttpResponse:
    try:
        # Loaded when the first assistant calls: most servers never meet one.
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        from iron.assistant import tools
    except ImportError:
        raise MissingPackageError(
            f"This server has no MCP yet. Its host adds it with {how_to_add('mcp')} and a restart."
        ) from None
    with journal_of(token.user_id) as journal:
        made = tools.face(journal, writes=token.writes)
        manager = StreamableHTTPSessionManager(made._lowlevel_server, json_response=True, stateless=True)  # noqa: SLF001
        return async_to_sync(_through)(manager, _scope(request), body)


async def _through(manager: Any, scope: dict[str, Any], body: bytes) -> HttpResponse:
    response = HttpResponse(content_type=None)
    pieces: list[bytes] = []
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        # The whole request is here; who goes on listening is told that nothing more comes.
        return messages.pop() if messages else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            response.status_code = message["status"]
            for name, value in message["headers"]:
                response.headers[name.decode("latin-1")] = value.decode("latin-1")
        elif message["type"] == "http.response.body":
            pieces.append(message.get("body", b""))

    try:
        async with asyncio.timeout(LONGEST_S), manager.run():
            await manager.handle_request(scope, receive, send)
    except TimeoutError:
        raise TooMuchWorkError(
            f"The tool worked for more than {LONGEST_S} seconds. Ask for less at once."
        ) from None
    response.content = b"".join(pieces)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _scope(request: HttpRequest) -> dict[str, Any]:
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in request.headers.items()
    ]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": request.method,
        "path": request.path,
        "raw_path": request.path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": request.scheme,
        "headers": headers,
    }


class MissingPackageError(IronError):
    """The host left a package out."""

    code = "missing_package"
    status = 501
