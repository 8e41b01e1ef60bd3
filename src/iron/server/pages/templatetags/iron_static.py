"""`{% iron_static "iron.css" %}`: the hashed address of one of the site's own files."""

from __future__ import annotations

from django import template

from iron.server.pages.views import static_address

register = template.Library()
register.simple_tag(static_address, name="iron_static")
