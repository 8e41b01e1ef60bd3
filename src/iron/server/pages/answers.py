"""Rendered pages, kept ready: text, both compressions, the tag for 304 and the policy with the page's hashes."""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

import brotli
from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from django.http import HttpRequest

# Every exercise in two addresses (localhost and the LAN) fits; older pages are rendered again.
_MAX_PAGES: Final = 256

REVALIDATE: Final = "no-cache"
FOREVER: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer that stays the same until its content changes."""

    br: bytes
    etag: str
    content_type: str
    policy: str | None
    cache_control: str

    @property
    def body(self) -> bytes:
        """The body as it is. Only brotli stays in memory: every browser takes it, the others cost a millisecond."""
        plain: bytes = brotli.decompress(self.br)
        return plain

    @property
    def gz(self) -> bytes:
        """The body for who takes gzip and no brotli."""
        return gzip.compress(self.body, 6, mtime=0)


def page(
    text: str | bytes,
    *,
    content_type: str = "text/html; charset=utf-8",
    policy: str | None = None,
    cache_control: str = REVALIDATE,
) -> Page:
    """Compress a text once.

    Args:
        text: the answer's body.
        content_type: its media type.
        policy: content security policy, when the page needs hashes of its own.
        cache_control: how long browsers may keep it.
    """
    body = text.encode() if isinstance(text, str) else text
    # Weak, because the three encodings are the same page in different bytes.
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
    # Level 3 costs a millisecond for the longest guide; 5 costs two and a half for a tenth of the bytes, 11 a hundred.
    br = brotli.compress(body, quality=3)
    return Page(br, etag, content_type, policy, cache_control)


def answer(request: HttpRequest, ready: Page) -> HttpResponse:
    """Send a page: 304 when the browser has it, else in the best encoding that it takes."""
    if ready.etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    else:
        body, encoding = _encoded(ready, request.headers.get("Accept-Encoding", ""))
        response = HttpResponse(body, content_type=ready.content_type)
        if encoding:
            response.headers["Content-Encoding"] = encoding
    response.headers["ETag"] = ready.etag
    response.headers["Cache-Control"] = ready.cache_control
    response.headers["Vary"] = "Accept-Encoding"
    if ready.policy is not None:
        response.headers["Content-Security-Policy"] = ready.policy
    return response


def _encoded(ready: Page, accepted: str) -> tuple[bytes, str]:
    offered = {
        part.partition(";")[0].strip() for part in accepted.split(",") if ";q=0" not in part.replace(" ", "")
    }
    if "br" in offered:
        return ready.br, "br"
    if "gzip" in offered:
        return ready.gz, "gzip"
    return ready.body, ""


class Shelf:
    """The pages that were rendered already, the least used ones dropped first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Page]) -> Page:
        """The page of that key, made when it is missing. The key names everything the page depends on."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
                return page
        made = make()
        with self._lock:
            self._pages[key] = made
            while len(self._pages) > _MAX_PAGES:
                self._pages.popitem(last=False)
        return made


shelf: Final = Shelf()
