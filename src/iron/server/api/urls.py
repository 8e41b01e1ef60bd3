"""The addresses below /api/v1/, from the route table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import path

from iron.server.api import openapi
from iron.server.api.request_handler import lifter, request_view
from iron.server.api.routes import ROUTES
from iron.server.api.writing.idempotency import Keyed, once

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from iron.server.api.route import Route

_PATHS: Final = dict.fromkeys(route.path for route in ROUTES)


def _view(address: str) -> Callable[..., HttpResponseBase]:
    routes = [route for route in ROUTES if route.path == address]
    keyed = next((route for route in routes if route.once), None)
    # Stateless addresses change nothing, so they ask for no CSRF token.
    return request_view(
        {route.method: route.view for route in routes},
        csrf=any(route.account for route in routes),
        tokens=frozenset(route.method for route in routes if route.tokens),
        queries={
            route.method: frozenset(parameter.name for parameter in route.query if parameter.place == "query")
            for route in routes
            # A phone of tomorrow may say more than this server knows (docs/documents.md).
            if not address.startswith("sync/")
        },
        wraps=None if keyed is None else _wraps(keyed),
    )


def _wraps(route: Route) -> Callable[[HttpRequest, Callable[[], HttpResponse]], HttpResponse]:
    keyed = Keyed(route.most_bytes, secret=route.once == "secret")
    return lambda request, carry_out: once(request, lifter(request), keyed, carry_out)


urlpatterns = [
    *(path(address, _view(address)) for address in _PATHS),
    path("openapi.json", openapi.serve),
]
