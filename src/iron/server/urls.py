"""Every address of the server, on one page."""

from __future__ import annotations

from django.urls import include, path

from iron.server.pages import failures

urlpatterns = [
    path("_allauth/", include("allauth.headless.urls")),
    path("api/v1/", include("iron.server.api.urls")),
    path("", include("iron.server.pages.urls")),
]

handler400 = failures.bad_request
handler403 = failures.forbidden
handler404 = failures.not_found
handler500 = failures.server_error
