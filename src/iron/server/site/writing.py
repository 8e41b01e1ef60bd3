"""Writes the site: from its first pages to every address that they lead to, with the views of the server."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from iron.server.pages import library
from iron.server.pages.standalone import pages_for_a_site
from iron.server.site import addresses
from iron.server.site.folder import SiteFolder
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST: Final = (
    "/",
    "/exercises/",
    "/exercises/feed.xml",
    "/exercises/names.js",
    "/choose/leg-press-or-squat/",
    "/sitemap.xml",
    "/robots.txt",
    "/app/icon-512.png",
)
_PICTURE: Final = re.compile(r'<meta property="og:image" content="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the number of pages and of all files, and their bytes."""

    pages: int
    files: int
    size: int


def write_site(
    out: Path, base_url: str, iron_url: str = "", say: Callable[[str], None] | None = None
) -> Written:
    """Write the whole library below a folder.

    Args:
        out: the folder; empty, missing, or written by this function before.
        base_url: the address at which the folder will be served, such as ``https://example.org/iron``.
        iron_url: an Iron that the guides' links to the log lead to; empty leaves those links out.
        say: told a line every thousand files.

    Raises:
        BadInputError: an address is not one of the web.
        NotFoundError: the library is not built.
        ConflictError: the folder holds something else.
        BadFileError: a file cannot be written.
    """
    base_url, iron_url = _address(base_url), _address(iron_url) if iron_url else ""
    if problem := library.problem():
        raise NotFoundError(problem)
    folder = SiteFolder(out)
    with pages_for_a_site(base_url, iron_url):
        written = _Crawl(folder, base_url, iron_url).run(say)
    folder.finish()
    return written


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise BadInputError(
            f"“{url}” is not an address of a site. Write it whole, such as https://example.org/iron."
        )
    return url.rstrip("/")


class _Crawl:
    """Writes pages and follows their links until every address that was met has its file."""

    def __init__(self, folder: SiteFolder, base_url: str, iron_url: str) -> None:
        self._folder, self._base, self._iron = folder, base_url, iron_url
        self._waiting: deque[tuple[str, str]] = deque()
        self._met: set[str] = set()
        self._size = 0

    def run(self, say: Callable[[str], None] | None) -> Written:
        for address in _FIRST:
            self._meet(address, "the site itself")
        pages = files = 0
        while self._waiting:
            address, source = self._waiting.popleft()
            pages += self._write(address, source)
            files += 1
            if say and files % 1000 == 0:
                say(f"{files} files …")
        self._save("404.html", self._lost())
        return Written(pages, files + 1, self._size)

    def _meet(self, address: str, source: str) -> None:
        file = addresses.file_of(address)
        if file not in self._met:
            self._met.add(file)
            self._waiting.append((address, source))

    def _write(self, address: str, source: str) -> bool:
        """Write one address; say whether it is a page."""
        file = addresses.file_of(address)
        if address.startswith("/app/"):
            self._save(file, self._built(address, source))
            return False
        kind, body = _answered(address, source)
        if not kind.startswith("text/html"):
            self._save(file, body)
            return False
        html = body.decode()
        for link in addresses.links(html):
            # A link to the log in a guide's text: another server's, or none.
            if not link.startswith("/app/log"):
                self._meet(link, address)
        html = _PICTURE.sub(lambda picture: self._picture(picture, address), html)
        self._save(file, addresses.relative(html, file, self._iron).encode())
        return True

    def _picture(self, picture: re.Match[str], source: str) -> str:
        address = picture[1].removeprefix(self._base)
        self._meet(address, source)
        return picture[0].replace(picture[1], f"{self._base}/{addresses.file_of(address)}")

    def _built(self, address: str, source: str) -> bytes:
        """A file of the build: a picture, or a script with the files beside it that it loads."""
        root = Path(settings.IRON_DIST)
        path = root / address.removeprefix("/")
        if not path.is_file():
            raise NotFoundError(f"{source} needs {path}, which is not built. Run make setup.")
        if path.parent.name == "islands":
            for part in sorted((root / "app" / "assets").glob("island-*")):
                if part.suffix in {".js", ".css"}:
                    self._meet(f"/app/assets/{part.name}", address)
        return path.read_bytes()

    def _lost(self) -> bytes:
        sentence = "There is no page at this address. The list of exercises may help."
        html = render_to_string("pages/failure.html", {"title": "Not found", "sentence": sentence})
        return addresses.absolute(html, self._base).encode()

    def _save(self, file: str, data: bytes) -> None:
        self._folder.write(file, data)
        self._size += len(data)


def _answered(address: str, source: str) -> tuple[str, bytes]:
    """Media type and body that the server's own view gives for an address."""
    parts = urlsplit(address)
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = parts.path
    request.GET = QueryDict(parts.query)
    try:
        match = resolve(parts.path)
        response = match.func(request, *match.args, **match.kwargs)
    except (Http404, Resolver404):
        raise NotFoundError(f"{source} leads to {address}, which does not exist.") from None
    return response.headers["Content-Type"], response.content
