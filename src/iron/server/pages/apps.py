"""The pages app."""

from __future__ import annotations

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Server-rendered pages: the landing page, the guides, the app's shell."""

    name = "iron.server.pages"
    label = "pages"
