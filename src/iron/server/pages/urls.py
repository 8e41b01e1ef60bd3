"""Addresses of the pages and of the app's shell."""

from __future__ import annotations

from django.urls import path, re_path
from django.views.generic import RedirectView

from iron.server.pages import apidocs, comparing, feeds, shell, views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("exercises/", views.exercises, name="exercises"),
    path("exercises/compare/<slug:a>/", comparing.partners, name="partners"),
    path("exercises/compare/<slug:a>/<slug:b>/", comparing.compare, name="compare"),
    path("choose/leg-press-or-squat/", comparing.choose, name="choose"),
    path("exercises/feed.xml", feeds.feed, name="feed"),
    path("exercises/names.js", views.names, name="names"),
    path("exercises/<slug:exercise_id>/file.md", views.guide_file, name="guide-file"),
    path("exercises/<slug:exercise_id>/", views.guide, name="guide"),
    path("exercises/<slug:exercise_id>/<slug:language>/", views.guide, name="translated-guide"),
    # A worker serves what lies beside and below its own address.
    path("site-worker.js", views.worker, name="worker"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
    path("api/docs", apidocs.api_docs, name="api-docs"),
    re_path(
        r"^static/(?P<name>[a-z-]+)\.(?P<digest>[0-9a-f]{12})\.(?P<suffix>css|js|svg|jpg)$", views.static
    ),
    # An invitation link works with and without the app's folder in it.
    path("join/<str:token>", RedirectView.as_view(url="/app/join/%(token)s"), name="join"),
    path("app", RedirectView.as_view(url="/app/", query_string=True)),
    # The service worker keeps the shell under its file name.
    path("app/index.html", shell.shell),
    # A route of the app has no dot; a missing file of the build must be a 404 and not a page.
    re_path(r"^app/(?P<route>[^.]*)$", shell.shell, name="app"),
]
