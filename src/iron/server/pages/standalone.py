"""Whether pages are written for a site without a server (`iron site`), and where their links to the log lead."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator


def standalone() -> bool:
    """Say whether the pages are written to files: no form reaches a server, and there is no API."""
    return bool(settings.IRON_STANDALONE)


def app_url(path: str = "") -> str:
    """The address of a place in the app, such as ``/log``; empty where a site has no app to lead to."""
    if not standalone():
        return f"/app{path}"
    return f"{settings.IRON_APP_URL}/app{path}" if settings.IRON_APP_URL else ""


@contextmanager
def pages_for_a_site(base_url: str, iron_url: str) -> Iterator[None]:
    """While this is open, pages are those of a site at ``base_url`` whose log, if any, is at ``iron_url``."""
    before = settings.IRON_ORIGIN, settings.IRON_STANDALONE, settings.IRON_APP_URL
    settings.IRON_ORIGIN, settings.IRON_STANDALONE, settings.IRON_APP_URL = base_url, True, iron_url
    try:
        yield
    finally:
        settings.IRON_ORIGIN, settings.IRON_STANDALONE, settings.IRON_APP_URL = before
