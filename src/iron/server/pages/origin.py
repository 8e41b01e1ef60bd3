"""The address that a page calls its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def origin_of(request: HttpRequest) -> str:
    """Scheme and host, such as ``https://iron.example.org``.

    get_host refuses names that are not allowed, and a port is taken over only where Iron listens there or IRON_HOSTS
    names it: so what a forged Host header says never gets into a page, and each page exists once for each known host.
    """
    if settings.IRON_ORIGIN:
        return str(settings.IRON_ORIGIN)
    name, port = split_host(request.get_host())
    listens = str(request.META["SERVER_PORT"])
    known = not port or port == listens or f"{name}:{port}" in settings.IRON_HOSTS
    shown = port if known else listens
    usual = {"http": "80", "https": "443"}[request.scheme or "http"]
    return f"{request.scheme}://{name}{f':{shown}' if shown and shown != usual else ''}"


def split_host(host: str) -> tuple[str, str]:
    """Part a Host header into name and port; a dot at the end of a name says the same as none.

    >>> split_host("nas.local.:8000"), split_host("[::1]"), split_host("localhost")
    (('nas.local', '8000'), ('[::1]', ''), ('localhost', ''))
    """
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host, ""
    return name.rstrip("."), port
