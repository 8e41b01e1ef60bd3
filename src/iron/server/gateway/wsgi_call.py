"""One request from granian's form (RSGI) to Django's (WSGI) and back."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from granian.rsgi import Scope

Headers = list[tuple[str, str]]

_FIXED: Final = {
    "SCRIPT_NAME": "",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "CONTENT_TYPE": "",
}
_BLOCK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; ``file`` is the path of a file whose content is the body, read by granian itself."""

    status: int
    headers: Headers
    body: bytes = b""
    file: str | None = None


class FileWrapper:
    """What Django hands a file to: a whole file is sent by its name, without passing through Python."""

    def __init__(self, file: Any, block_size: int = _BLOCK) -> None:
        name = getattr(file, "name", None)
        self.path = name if isinstance(name, str) else None
        self._file = file
        self._block_size = block_size

    def __iter__(self) -> Iterator[bytes]:
        """Yield the content, for what is no whole file."""
        while block := self._file.read(self._block_size):
            yield block

    def close(self) -> None:
        """End the request: Django hangs its own end on the file's."""
        self._file.close()


def strings_of(scope: Scope, headers: dict[str, str], client: str) -> dict[str, str]:
    """Return the part of a WSGI environment that is text and can be sent to another process."""
    server, _, port = scope.server.rpartition(":")
    environ = {
        **_FIXED,
        "REQUEST_METHOD": scope.method,
        # WSGI carries bytes as latin-1.
        "PATH_INFO": scope.path.encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "REMOTE_ADDR": client,
        "wsgi.url_scheme": scope.scheme,
    }
    for name, value in headers.items():
        if name == "content-type":
            environ["CONTENT_TYPE"] = value
        elif name != "content-length":
            environ["HTTP_" + name.upper().replace("-", "_")] = value
    if scope.authority and "HTTP_HOST" not in environ:
        environ["HTTP_HOST"] = scope.authority
    return environ


def headers_of(scope: Scope) -> dict[str, str]:
    """Return the headers of a request, several of one name joined as RFC 9110 (5.3) and 6265 (5.4) say.

    A name with an underscore is left out: WSGI could not tell ``X_Real_Ip`` from ``X-Real-Ip``.
    """
    headers: dict[str, str] = {}
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        before = headers.get(name)
        headers[name] = value if before is None else f"{before}{'; ' if name == 'cookie' else ', '}{value}"
    return headers


def call(application: Callable[..., Iterable[bytes]], strings: dict[str, str], body: bytes) -> Answer:
    """Let Django answer one request, in this thread."""
    started: list[tuple[int, Headers]] = []
    environ = {
        **strings,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
    }

    def start(status: str, headers: Headers, _problem: object = None) -> None:
        # Django writes cookies with a blank before them.
        started.append((int(status[:3]), [(name, value.strip()) for name, value in headers]))

    result: Any = application(environ, start)
    try:
        path = result.path if isinstance(result, FileWrapper) else None
        content = b"" if path else b"".join(result)
    finally:
        result.close()
    status, headers = started[-1]
    return Answer(status, headers, content, path)
