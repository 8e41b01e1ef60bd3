"""For machines that read pages: sitemap, robots and the feed of changed guides."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from iron.server.pages import library, structured
from iron.server.pages.answers import Page, answer, page, shelf
from iron.server.pages.origin import origin_of
from iron.server.pages.standalone import standalone

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
        for guide in _guides():
            at = changed.get(guide["id"])
            lastmod = f"<lastmod>{at}</lastmod>" if at else ""
            for language in ("", *(f"{code}/" for code in guide.get("languages", ()))):
                rows += f"<url><loc>{origin}/exercises/{guide['id']}/{language}</loc>{lastmod}</url>"
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
    known = [guide for guide in _guides() if guide["id"] in changed]
    latest = sorted(known, key=lambda guide: (changed[guide["id"]], guide["id"]), reverse=True)[:_LATEST]
    address = f"{origin}/exercises/feed.xml"
    # An empty feed has to be of some time, too: the first day that Iron had guides.
    updated = changed[latest[0]["id"]] if latest else "2026-11-22T00:00:00Z"
    entries = "".join(_entry(guide, changed[guide["id"]], origin) for guide in latest)
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
    exercise = library.exercise(row["id"])
    sections = exercise.data.get("sections", []) if exercise else []
    overview = next((section["html"] for section in sections if section["id"] == "overview"), "")
    summary = f"<summary>{escape(structured.summary(overview, 300))}</summary>" if overview else ""
    return (
        f"<entry><id>{address}</id><title>{escape(row['name'])}</title><updated>{at}</updated>"
        f'<link href="{address}"/>{summary}</entry>'
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Guides are for everybody; the app and the API hold nothing to find."""
    closed = "Disallow:" if standalone() else "Disallow: /api/\nDisallow: /_allauth/"
    text = f"User-agent: *\n{closed}\nSitemap: {origin_of(request)}/sitemap.xml\n"
    return answer(
        request, shelf.get(("robots", text), lambda: page(text, content_type="text/plain; charset=utf-8"))
    )


def _guides() -> list[dict[str, Any]]:
    index = library.index()
    return [exercise for exercise in index.data["exercises"] if exercise.get("guide")] if index else []


def _changed() -> dict[str, str]:
    changes = library.rules("changed")
    return dict(changes.data["changed"]) if changes else {}


def _versions() -> tuple[Any, ...]:
    changes = library.rules("changed")
    return library.index_version(), changes.version if changes else None
