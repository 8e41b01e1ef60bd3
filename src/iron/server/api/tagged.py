"""Answers that a client may keep: with a tag, and a 304 where nothing changed since."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from iron.server.api.account import VERSION
from iron.server.api.own_journal import own_journal
from iron.server.api.request_handler import answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from iron.journal.journal import Journal


def tagged(
    request: HttpRequest, of: Callable[[Journal], Any], also: str = "", *, query: bool = True
) -> HttpResponse:
    """Answer what a function says of the own journal, or a 304 without asking it.

    The answer changes with the documents, with the address and with Iron.

    Args:
        request: whose journal, and which answer the client has (If-None-Match).
        of: makes the answer.
        also: what else it changes with, such as the minute.
        query: it changes with the query too.

    Raises:
        SignedOutError: nobody is signed in.
    """
    asked = sorted(request.GET.items()) if query else []
    address = f"{request.path}?{'&'.join(f'{name}={value}' for name, value in asked)}"
    with own_journal(request) as journal:
        tag = f'"{VERSION}-{journal.store.seq()}-{also}-{_short(address)}"'
        if request.headers.get("If-None-Match") == tag:
            return HttpResponse(status=304, headers={"ETag": tag})
        response = answer(of(journal))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
