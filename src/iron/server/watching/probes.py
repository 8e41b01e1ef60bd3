"""``/healthz`` and ``/metrics``, answered before anything that looks at host names, sessions or bodies."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse, JsonResponse

from iron.server.watching import health, watch
from iron.server.watching.health import Health

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


class Probes:
    """Middleware that comes first: a probe asks by an address that is no name of this server."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._next = get_response
        self._health = Health()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a probe; let everything else through."""
        if request.path_info == "/healthz" and request.method in {"GET", "HEAD"}:
            return self._healthz()
        if (
            request.path_info == "/metrics"
            and request.method in {"GET", "HEAD"}
            and watch.metrics is not None
        ):
            return _metrics(request)
        return self._next(request)

    def _healthz(self) -> HttpResponse:
        checks = self._health.checks()
        good = all(status == "ok" for status in checks.values())
        # Anybody may ask: what exactly is wrong, with its paths, is for the log and for `iron doctor`.
        shown = {name: "ok" if status == "ok" else "failed" for name, status in checks.items()}
        for name, status in checks.items():
            if status != "ok":
                watch.log.error("health: %s: %s", name, status)
        response = JsonResponse(
            {"status": "ok" if good else "failed", "process": "ok", **shown}, status=200 if good else 503
        )
        response.headers["Cache-Control"] = "no-store"
        return response


def _metrics(request: HttpRequest) -> HttpResponse:
    wanted = settings.IRON_METRICS_TOKEN
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if wanted and not (
        scheme.lower() == "bearer" and secrets.compare_digest(given.strip().encode(), wanted.encode())
    ):
        return HttpResponse("A token is needed.\n", status=401, headers={"WWW-Authenticate": "Bearer"})
    from iron.server.accounts.models import User

    assert watch.metrics is not None  # noqa: S101 - the caller looked
    text = watch.metrics.render(watch.waiting, health.database_bytes(), User.objects.count())
    return HttpResponse(text, content_type="text/plain; version=0.0.4; charset=utf-8")
