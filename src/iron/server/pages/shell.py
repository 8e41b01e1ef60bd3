"""The built app below /app/: files as Vite named them, and index.html for every route."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.template.loader import render_to_string
from whitenoise import WhiteNoise
from whitenoise.base import scantree

from iron.server.pages.answers import answer, page, shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from wsgiref.headers import Headers

    from django.http import HttpRequest, HttpResponseBase

_PREFIX: Final = "/app/"
_SERVICE_WORKER: Final = "/app/sw.js"
# Vite puts a hash of the content into the names of everything below assets/.
_HASHED: Final = r"^/app/assets/"
_MIME: Final = {".webmanifest": "application/manifest+json"}


class AppFiles:
    """Middleware that answers /app/<file> from the build; what is no file of it goes on to the views."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.noise = WhiteNoise(
            None,
            max_age=0,
            allow_all_origins=False,
            mimetypes=_MIME,
            immutable_file_test=_HASHED,
            add_headers_function=_add_headers,
        )
        root = Path(settings.IRON_DIST) / "app"
        # Only what was there at the start is answered.
        self._stats: dict[str, os.stat_result] = dict(scantree(str(root))) if root.is_dir() else {}
        self._paths = {
            _PREFIX + path[len(str(root)) + 1 :].replace(os.sep, "/"): path
            for path in self._stats
            if not self.noise.is_compressed_variant(path, self._stats)
        }

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the file of that address, if there is one."""
        file = self._file(request.path_info)
        # The shell carries the page's own caching and policy: the view below serves it.
        if file is None or request.path_info == "/app/index.html":
            return self.get_response(request)
        made = file.get_response(request.method, request.META)
        if made.file is None:
            response: HttpResponseBase = HttpResponse(status=int(made.status))
        else:
            response = FileResponse(made.file, status=int(made.status))
        # Django guesses a type and a length; the build's own headers replace them.
        response.headers.pop("Content-Type", None)
        for name, value in made.headers:
            response.headers[name] = value
        return response

    def _file(self, url: str) -> Any:
        """The file of an address, read when it is first asked for: to read all thousand took half of a start."""
        path = self._paths.get(url)
        if path and url not in self.noise.files:
            self.noise.files[url] = self.noise.get_static_file(path, url, stat_cache=self._stats)
        return self.noise.files.get(url)


def _add_headers(headers: Headers, _path: str, url: str) -> None:
    if url == _SERVICE_WORKER:
        headers["Cache-Control"] = "no-cache"
        headers["Service-Worker-Allowed"] = _PREFIX


def shell(request: HttpRequest, route: str = "") -> HttpResponse:
    """index.html for /app/ and every route of the app; one sentence when the app is not built."""
    del route
    path = Path(settings.IRON_DIST) / "app" / "index.html"
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        html = render_to_string(
            "pages/failure.html",
            {
                "title": "The app is not built yet",
                "sentence": "Run `make setup` in Iron's folder and restart the server. The guides already work.",
                "status": 503,
            },
        )
        return HttpResponse(html, status=503, headers={"Retry-After": "60"})
    return answer(request, shelf.get(("shell", path, stamp), lambda: page(path.read_bytes())))
