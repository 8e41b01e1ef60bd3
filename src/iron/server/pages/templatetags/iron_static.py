"""Tags of the pages: addresses of the site's own files and of the app, and whether there is a server at all."""

from __future__ import annotations

from django import template

from iron.server.pages import standalone as site
from iron.server.pages.views import static_address

register = template.Library()


@register.simple_tag
def iron_static(file: str) -> str:
    """The address of a file in pages/static."""
    # Literals in templates are SafeStrings, which pathlib does not take; joining makes a plain string.
    return static_address("".join(file))


@register.simple_tag
def app_url(path: str = "") -> str:
    """The address of a place in the app; empty on a site that has none."""
    return site.app_url("".join(path))


@register.simple_tag
def standalone() -> bool:
    """Say whether the page is written to a file, for a site without a server."""
    return site.standalone()
