"""For machines that read pages: sitemap, robots and the feed of changed guides."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from iron.server.pages import library, structured
from iron.server.pages.answers import Page, answer, page, shelf
from iron.server.pages.origin import origin_of

if TYPE_CHECKING:
    from django.http import HttpRequest

_LATEST: Final = 40


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Pages worth finding: the landing page, the list, the choice and every written guide, with its last change."""
    origin = origin_of(request)

    def make() -> Page:
        changed = _changed()
        rows = "".join(f"<url><loc>{origin}{path}</loc></url>" for path in _PATHS)
        for one in _guides():
            at = changed.get(one["id"])
            lastmod = f"<lastmod>{at}</lastmod>" if at else ""
            rows += f"<url><loc>{origin}/exercises/{one['id']}/</loc>{lastmod}</url>"
        return page(
            '<?xml version="1.0" encoding="UTF-8"?>'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>',
            content_type="application/xml",
        )

    return answer(request, shelf.get(("sitemap", origin, *_versions()), make))


_PATHS: Final = ("/", "/exercises/", "/choose/leg-press-or-squat/")


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The guides that changed last, as an Atom feed (RFC 4287). A guide without a known change is not in it."""
    origin = origin_of(request)
    return answer(request, shelf.get(("feed", origin, *_versions()), lambda: _feed(origin)))


def _feed(origin: str) -> Page:
    changed = _changed()
    known = [one for one in _guides() if one["id"] in changed]
    latest = sorted(known, key=lambda one: (changed[one["id"]], one["id"]), reverse=True)[:_LATEST]
    address = f"{origin}/exercises/feed.xml"
    # An empty feed has to be of some time, too: the first day that Iron had guides.
    updated = changed[latest[0]["id"]] if latest else "2026-11-22T00:00:00Z"
    entries = "".join(_entry(one, changed[one["id"]], origin) for one in latest)
    return page(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        f"<id>{address}</id><title>Iron: changed guides</title><updated>{updated}</updated>"
        f'<link rel="self" type="application/atom+xml" href="{address}"/><link href="{origin}/exercises/"/>'
        "<author><name>The people who write Iron’s guides</name></author>"
        f"<rights>CC BY 4.0</rights>{entries}</feed>\n",
        content_type="application/atom+xml; charset=utf-8",
    )


def _entry(row: dict[str, Any], at: str, origin: str) -> str:
    address = f"{origin}/exercises/{row['id']}/"
    found = library.exercise(row["id"])
    sections = found.data.get("sections", []) if found else []
    overview = next((one["html"] for one in sections if one["id"] == "overview"), "")
    summary = f"<summary>{escape(structured.summary(overview, 300))}</summary>" if overview else ""
    return (
        f"<entry><id>{address}</id><title>{escape(row['name'])}</title><updated>{at}</updated>"
        f'<link href="{address}"/>{summary}</entry>'
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Guides are for everybody; the app and the API hold nothing to find."""
    text = (
        f"User-agent: *\nDisallow: /api/\nDisallow: /_allauth/\nSitemap: {origin_of(request)}/sitemap.xml\n"
    )
    return answer(
        request, shelf.get(("robots", text), lambda: page(text, content_type="text/plain; charset=utf-8"))
    )


def _guides() -> list[dict[str, Any]]:
    found = library.index()
    return [one for one in found.data["exercises"] if one.get("guide")] if found else []


def _changed() -> dict[str, str]:
    found = library.rules("changed")
    return dict(found.data["changed"]) if found else {}


def _versions() -> tuple[Any, ...]:
    found = library.rules("changed")
    return library.index_version(), found.version if found else None
