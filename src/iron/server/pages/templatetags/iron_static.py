"""`{% iron_static "iron.css" %}`: the hashed address of one of the site's own files."""

from __future__ import annotations

from django import template

from iron.server.pages.views import static_address

register = template.Library()


@register.simple_tag
def iron_static(file: str) -> str:
    """The address of a file in pages/static."""
    # Literals in templates are SafeStrings, which pathlib does not take; joining makes a plain string.
    return static_address("".join(file))
