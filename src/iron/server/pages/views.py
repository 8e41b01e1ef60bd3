"""The server-rendered pages. Nothing here asks who is looking: every answer is the same for everybody."""

from __future__ import annotations

import gc
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from iron.server.pages import filters, library
from iron.server.pages.answers import FOREVER, Page, answer, page, shelf
from iron.server.pages.guides import guide_page
from iron.server.pages.islands import press_script
from iron.server.pages.origin import origin_of

if TYPE_CHECKING:
    from django.http import HttpRequest

_FIRST_GUIDE: Final = "leg-press-45"
_STATIC: Final = Path(__file__).resolve().parent / "static"
_TYPES: Final = {".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
# Longer than any name of an exercise; what is longer is no name.
_LONGEST_NAME: Final = 80
_REGIONS: Final = ("legs", "hips", "back", "chest", "shoulders", "arms", "core", "neck", "")


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What Iron is, the leg press guide and three doors."""
    origin = origin_of(request)
    key = ("landing", origin, library.index_version())

    def make() -> Any:
        found = library.index()
        context = {
            "canonical": f"{origin}/",
            "origin": origin,
            "count": len(found.data["exercises"]) if found else 0,
            "guides": _guides(found.data) if found else [],
            "basis": found.data.get("basis") if found else None,
            "problem": library.problem(),
        }
        return page(render_to_string("pages/landing.html", context))

    return answer(request, shelf.get(key, make))


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """The list of all exercises, by the region of their first muscle; the address may narrow it or ask for a name."""
    origin = origin_of(request)
    wanted = filters.wanted(request.GET)
    asked = request.GET.get("q", "").strip()[:_LONGEST_NAME]

    def make() -> Page:
        found = library.index()
        shown = filters.narrowed(found.data, wanted) if found else None
        context = {
            "canonical": f"{origin}/exercises/",
            "origin": origin,
            "regions": _by_region(shown) if shown and not asked else [],
            "rows": _found(shown, asked) if shown and asked else [],
            "asked": asked,
            "count": len(found.data["exercises"]) if found else 0,
            "filters": filters.choices(found.data, wanted) if found else [],
            "narrowed": bool(wanted or asked),
            "problem": library.problem(),
        }
        return page(render_to_string("pages/exercises.html", context))

    if wanted or asked:
        # Too many combinations to keep; the list itself stays ready.
        return answer(request, make())
    return answer(request, shelf.get(("exercises", origin, library.index_version()), make))


def _found(shown: dict[str, Any], asked: str) -> list[dict[str, Any]]:
    """The rows that a name fits, the best first: typing errors, aliases and other languages forgiven."""
    from iron.knowledge.selection.finding import find

    rows = {one["id"]: one for one in shown["exercises"]}
    muscles = shown.get("muscles", {})
    return [_row(rows[key], muscles) for key in find(asked, library.findable()) if key in rows]


@require_safe
def guide(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """One exercise: its guide, or its facts while nobody has written one."""
    return answer(request, guide_of(exercise_id, origin_of(request)))


def guide_of(exercise_id: str, origin: str) -> Page:
    """The page of one exercise, rendered when it is not on the shelf.

    Raises:
        Http404: there is no such exercise.
    """
    stamp = library.version(exercise_id)
    if stamp is None:
        raise Http404

    def make() -> Page:
        found, index = library.exercise(exercise_id), library.index()
        if found is None or "name" not in found.data:
            raise Http404
        return guide_page(exercise_id, found.data, index.data.get("muscles", {}) if index else {}, origin)

    key = ("guide", exercise_id, origin, stamp, library.index_version(), press_script(exercise_id))
    return shelf.get(key, make)


def prepare(origin: str) -> None:
    """Render one guide, so that the first reader does not wait for templates; then leave what is there to no collector.

    Args:
        origin: scheme and host as the browser sends them, such as ``http://localhost:8000``.
    """
    found = library.index()
    longest = [one["id"] for one in _guides(found.data) if one["id"] == _FIRST_GUIDE] if found else []
    for exercise_id in longest:
        guide_of(exercise_id, settings.IRON_ORIGIN or origin)
    # What was loaded at the start lives until the end: walking over it costs tens of milliseconds, in the middle of an
    # answer.
    gc.collect()
    gc.freeze()


@require_safe
def guide_file(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """The file behind a guide, for who wants to propose a change to a sentence.

    Raises:
        Http404: there is no such exercise.
    """
    text = library.exercise_file(exercise_id)
    if not text:
        raise Http404
    return answer(request, page(text, content_type="text/plain; charset=utf-8"))


@require_safe
def static(request: HttpRequest, name: str, digest: str, suffix: str) -> HttpResponse:
    """The site's own style sheet and icon, under names that change with their content."""
    if static_address(f"{name}.{suffix}") != f"/static/{name}.{digest}.{suffix}":
        raise Http404
    path = _STATIC / f"{name}.{suffix}"

    def make() -> Any:
        return page(path.read_bytes(), content_type=_TYPES[path.suffix], cache_control=FOREVER)

    return answer(request, shelf.get(("static", path.name, digest), make))


_addresses: Final[dict[tuple[str, int], str]] = {}


def static_address(file: str) -> str:
    """The address of one of the site's own files, with the hash of its content; empty when there is none."""
    path = _STATIC / file
    if path.suffix not in _TYPES or not path.is_file():
        return ""
    key = (file, path.stat().st_mtime_ns)
    if key not in _addresses:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        _addresses[key] = f"/static/{path.stem}.{digest}{path.suffix}"
    return _addresses[key]


def _guides(index: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in index["exercises"] if one.get("guide")]


def _by_region(index: dict[str, Any]) -> list[dict[str, Any]]:
    muscles = index.get("muscles", {})
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in sorted(index["exercises"], key=lambda row: row["name"].lower()):
        first = next(iter(one.get("primary", [])), "")
        groups.setdefault(muscles.get(first, {}).get("region", ""), []).append(_row(one, muscles))
    order = [*(region for region in _REGIONS if region), *sorted(set(groups) - set(_REGIONS)), ""]
    return [
        {"id": region or "other", "name": (region or "other").capitalize(), "exercises": groups[region]}
        for region in order
        if region in groups
    ]


def _row(one: dict[str, Any], muscles: dict[str, Any]) -> dict[str, Any]:
    names = ", ".join(muscles.get(key, {}).get("name", key) for key in one.get("primary", []))
    return {**one, "muscles": names}
