"""The addresses below /api/v1/, from the route table."""

from __future__ import annotations

from django.urls import path

from iron.server.api import openapi
from iron.server.api.door import door
from iron.server.api.routes import ROUTES

urlpatterns = [
    # Stateless addresses change nothing, so they ask for no CSRF token.
    *(path(route.path, door({route.method: route.view}, csrf=route.account)) for route in ROUTES),
    path("openapi.json", openapi.serve),
]
