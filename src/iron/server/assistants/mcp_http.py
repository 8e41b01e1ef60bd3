"""MCP over HTTP at `/mcp`, for assistants that carry an API key or an OAuth access token.

Stateless: every request stands for itself.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from asgiref.sync import async_to_sync

from iron.server.accounts.models import Token
from iron.server.api.own_journal import journal_of
from iron.server.api.request_handler import MIB, SignedOutError, WrongMethodError, check_length, fail, read
from iron.server.assistants import asgi, discovery, grants
from iron.server.gateway.refusals import TooMuchWorkError
from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from django.http import HttpRequest, HttpResponse
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    from iron.server.assistants.grants import Caller

LIMIT = MIB
LONGEST_S = 60
"""Longest time that one request may hold its thread while the event loop waits [s]."""
_NO_ACCESS: Final = (
    "An assistant needs to be connected to a journal. Connect it to this address again (docs/assistant.md), or send an "
    "API key as Authorization: Bearer; it is made in Iron under Me, API keys."
)


def serve(request: HttpRequest) -> HttpResponse:
    """Answer one MCP request of a token's lifter; reading tokens are offered reading tools only."""
    try:
        if request.method != "POST":
            # GET would open a stream and DELETE end a session: there is neither (MCP 2025-06-18, Streamable HTTP).
            raise WrongMethodError("MCP takes POST alone here: nothing is streamed and no session is kept.")
        caller = _caller(request)
        check_length(request, LIMIT)
        return _answer(request, read(request, LIMIT), caller)
    except IronError as problem:
        response = fail(problem)
        if response.status_code == SignedOutError.status:
            response.headers["WWW-Authenticate"] = discovery.challenge(request)
        if response.status_code == WrongMethodError.status:
            response.headers["Allow"] = "POST"
        return response


def _caller(request: HttpRequest) -> Token | Caller:
    """The API key or the access token of a request.

    Raises:
        SignedOutError: it carries neither, or one that is not valid any more.
    """
    token = request.META.get("iron.token")
    if isinstance(token, Token):
        return token
    bearer = request.headers.get("Authorization", "").partition(" ")[2].strip()
    caller = grants.caller_of(bearer, discovery.resource_of(request)) if token is False else None
    if caller is None:
        raise SignedOutError(_NO_ACCESS)
    return caller


def _answer(request: HttpRequest, body: bytes, caller: Token | Caller) -> HttpResponse:
    try:
        # Loaded when the first assistant calls: most servers never meet one.
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        from iron.assistant import tools
    except ImportError:
        raise discovery.MissingPackageError from None
    with journal_of(caller.user_id) as journal:
        made = tools.face(journal, writes=caller.writes)
        manager = StreamableHTTPSessionManager(made._lowlevel_server, json_response=True, stateless=True)  # noqa: SLF001
        response = async_to_sync(_within_limit)(
            manager, lambda: asgi.answer(manager.handle_request, asgi.scope_of(request), body)
        )
    response.headers["Cache-Control"] = "private, no-store"
    return response


async def _within_limit(
    manager: StreamableHTTPSessionManager, work: Callable[[], Awaitable[HttpResponse]]
) -> HttpResponse:
    try:
        async with asyncio.timeout(LONGEST_S), manager.run():
            return await work()
    except TimeoutError:
        raise TooMuchWorkError(
            f"The tool worked for more than {LONGEST_S} seconds. Ask for less at once."
        ) from None
