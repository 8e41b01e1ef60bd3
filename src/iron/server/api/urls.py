"""The addresses below /api/v1/, from the route table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import path

from iron.server.api import openapi
from iron.server.api.request_handler import door
from iron.server.api.routes import ROUTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase

_PATHS: Final = dict.fromkeys(route.path for route in ROUTES)


def _view(address: str) -> Callable[..., HttpResponseBase]:
    routes = [route for route in ROUTES if route.path == address]
    # Stateless addresses change nothing, so they ask for no CSRF token.
    return door(
        {route.method: route.view for route in routes},
        csrf=any(route.account for route in routes),
        tokens=frozenset(route.method for route in routes if route.tokens),
    )


urlpatterns = [
    *(path(address, _view(address)) for address in _PATHS),
    path("openapi.json", openapi.serve),
]
