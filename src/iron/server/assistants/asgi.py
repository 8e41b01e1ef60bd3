"""One request handed to an application that speaks ASGI, within a thread of Django.

The MCP SDK speaks ASGI; Iron is served over WSGI. The protocol stays the SDK's, and the thread with the database
connection stays Django's: `asgiref.sync.sync_to_async` runs on that thread while `async_to_sync` waits on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from django.http import HttpRequest

    Message = MutableMapping[str, Any]
    App = Callable[
        [Any, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
    ]


async def answer(app: App, scope: dict[str, Any], body: bytes) -> HttpResponse:
    """Give an application one whole request and return its whole answer."""
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

    await app(scope, receive, send)
    response.content = b"".join(pieces)
    return response


def scope_of(request: HttpRequest) -> dict[str, Any]:
    """Return a Django request as ASGI describes it."""
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in request.headers.items()
    ]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": request.method,
        "path": request.path,
        "raw_path": request.path.encode(),
        "query_string": request.META.get("QUERY_STRING", "").encode("latin-1", "replace"),
        "root_path": "",
        "scheme": request.scheme,
        "headers": headers,
    }
