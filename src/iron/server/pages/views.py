"""The server-rendered pages. Nothing here asks who is looking: every answer is the same for everybody."""

from __future__ import annotations

import gc
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from iron.server.pages import filters, library
from iron.server.pages.answers import FOREVER, Page, answer, page, shelf
from iron.server.pages.guides import guide_page
from iron.server.pages.islands import finder_script, press_script
from iron.server.pages.origin import origin_of

if TYPE_CHECKING:
    from django.http import HttpRequest

_FIRST_GUIDE: Final = "leg-press-45"
_FEATURED: Final = (
    _FIRST_GUIDE,
    "back-squat",
    "bench-press",
    "deadlift",
    "overhead-press",
    "pull-up",
    "lat-pulldown",
    "romanian-deadlift",
    "hip-thrust",
    "leg-extension",
    "lateral-raise",
)
_STATIC: Final = Path(__file__).resolve().parent / "static"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
}
# Longer than any name of an exercise; what is longer is no name.
_LONGEST_NAME: Final = 80
_REGIONS: Final = ("legs", "hips", "back", "chest", "shoulders", "arms", "core", "neck", "")


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What Iron is, the leg press guide and three ways to start."""
    origin = origin_of(request)
    key = ("landing", origin, library.index_version())

    def make() -> Any:
        index = library.index()
        context = {
            "canonical": f"{origin}/",
            "origin": origin,
            "count": len(index.data["exercises"]) if index else 0,
            "guides": _featured(index.data) if index else [],
            "basis": index.data.get("basis") if index else None,
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
        index = library.index()
        shown = filters.narrowed(index.data, wanted) if index else None
        context = {
            "canonical": f"{origin}/exercises/",
            "origin": origin,
            "regions": _by_region(shown) if shown and not asked else [],
            "rows": _search(shown, asked) if shown and asked else [],
            "asked": asked,
            "count": len(index.data["exercises"]) if index else 0,
            "filters": filters.choices(index.data, wanted) if index else [],
            "narrowed": bool(wanted or asked),
            "finder": finder_script(),
            "problem": library.problem(),
        }
        return page(render_to_string("pages/exercises.html", context))

    if wanted or asked:
        # Too many combinations to keep; the list itself stays ready.
        return answer(request, make())
    return answer(request, shelf.get(("exercises", origin, library.index_version()), make))


def _search(shown: dict[str, Any], asked: str) -> list[dict[str, Any]]:
    """The rows that a name fits, the best first: typing errors, aliases and other languages forgiven."""
    from iron.knowledge.selection.finding import find

    rows = {exercise["id"]: exercise for exercise in shown["exercises"]}
    muscles = shown.get("muscles", {})
    return [_row(rows[key], muscles) for key in find(asked, library.findable()) if key in rows]


@require_safe
def guide(request: HttpRequest, exercise_id: str, language: str = "") -> HttpResponse:
    """One exercise: its guide, in English or translated, or its facts while nobody has written a guide."""
    return answer(request, guide_of(exercise_id, origin_of(request), language))


def guide_of(exercise_id: str, origin: str, language: str = "") -> Page:
    """The page of one exercise, rendered when it is not on the shelf.

    Raises:
        Http404: there is no such exercise, or no guide of it in that language.
    """
    stamp = library.version(exercise_id, language)
    if stamp is None:
        raise Http404

    def make() -> Page:
        index = library.index()
        guide = library.translation(exercise_id, language) if language else library.exercise(exercise_id)
        if guide is None or "name" not in guide.data:
            raise Http404
        return guide_page(exercise_id, guide.data, index.data.get("muscles", {}) if index else {}, origin)

    key = ("guide", exercise_id, language, origin, stamp, library.index_version(), press_script(exercise_id))
    return shelf.get(key, make)


def prepare(origin: str) -> None:
    """Render one guide, so that the first reader does not wait for templates; then leave what is there to no collector.

    Args:
        origin: scheme and host as the browser sends them, such as ``http://localhost:8000``.
    """
    index = library.index()
    longest = [guide["id"] for guide in _guides(index.data) if guide["id"] == _FIRST_GUIDE] if index else []
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
def names(request: HttpRequest) -> HttpResponse:
    """Every exercise with its names, for the search of a site without a server (`web/src/islands/find.ts`)."""

    def make() -> Page:
        index, aliases = library.index(), library.rules("aliases")
        known = aliases.data["aliases"] if aliases else {}
        muscles = index.data.get("muscles", {}) if index else {}
        rows = [
            {
                "id": exercise["id"],
                "name": exercise["name"],
                "aliases": known.get(exercise["id"], []),
                "muscles": _row(exercise, muscles)["muscles"],
            }
            for exercise in (index.data["exercises"] if index else [])
        ]
        # A script and not JSON: a page opened from a disk may load scripts beside it, and fetch nothing.
        return page(
            f"globalThis.ironNames={json.dumps(rows, ensure_ascii=False)}", content_type=_TYPES[".js"]
        )

    return answer(request, shelf.get(("names", library.index_version()), make))


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker that answers for these pages without a connection."""
    path = _STATIC / "worker.js"
    stamp = path.stat().st_mtime_ns
    return answer(
        request,
        shelf.get(("worker", stamp), lambda: page(path.read_bytes(), content_type=_TYPES[".js"])),
    )


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
    return [exercise for exercise in index["exercises"] if exercise.get("guide")]


def _featured(index: dict[str, Any]) -> list[dict[str, Any]]:
    """The guides that the first page names, in the order of ``_FEATURED``; the list has all of them."""
    known = {guide["id"]: guide for guide in _guides(index)}
    return [known[key] for key in _FEATURED if key in known]


def _by_region(index: dict[str, Any]) -> list[dict[str, Any]]:
    muscles = index.get("muscles", {})
    groups: dict[str, list[dict[str, Any]]] = {}
    for exercise in sorted(index["exercises"], key=lambda row: row["name"].lower()):
        first = next(iter(exercise.get("primary", [])), "")
        groups.setdefault(muscles.get(first, {}).get("region", ""), []).append(_row(exercise, muscles))
    order = [*(region for region in _REGIONS if region), *sorted(set(groups) - set(_REGIONS)), ""]
    return [
        {"id": region or "other", "name": (region or "other").capitalize(), "exercises": groups[region]}
        for region in order
        if region in groups
    ]


def _row(exercise: dict[str, Any], muscles: dict[str, Any]) -> dict[str, Any]:
    names = ", ".join(muscles.get(key, {}).get("name", key) for key in exercise.get("primary", []))
    return {**exercise, "muscles": names}
