"""The address that a page calls its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def origin_of(request: HttpRequest) -> str:
    """Scheme and host, such as ``https://iron.example.org``.

    get_host refuses names that are not allowed, so a forged Host header never gets into a page.
    """
    return settings.IRON_ORIGIN or f"{request.scheme}://{request.get_host()}"
