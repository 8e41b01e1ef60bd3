"""The knowledge files that `iron build-content` wrote, as the pages read them (docs/documents.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.conf import settings

import iron

if TYPE_CHECKING:
    from iron.knowledge.selection.finding import Findable

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_CACHED: Final = frozenset({"index.json", "choose.json", "carryover.json", "press.json", "changed.json"})
_MISSING: Final = (
    "The exercise library is not built, so guides are missing: "
    "run make setup, or iron build-content --out {folder}."
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One knowledge file.

    Attributes:
        version: changes with the file; part of a page's cache key.
        data: the parsed JSON, in the shape of docs/documents.md.
    """

    version: tuple[int, int]
    data: dict[str, Any]


_read: Final[dict[Path, Knowledge]] = {}


def folder() -> Path:
    """Where the knowledge files are."""
    return Path(settings.IRON_DIST) / "app" / "content"


def index() -> Knowledge | None:
    """``index.json``, or None when the library is not built."""
    loaded = _load(folder() / "index.json")
    if loaded is None or not settings.IRON_SKIPPED:
        return loaded
    shown = [row for row in loaded.data["exercises"] if row["id"] not in settings.IRON_SKIPPED]
    return Knowledge(loaded.version, {**loaded.data, "exercises": shown})


def exercise(exercise_id: str) -> Knowledge | None:
    """One exercise, or None when there is none of that id."""
    if not _ID.fullmatch(exercise_id) or exercise_id in settings.IRON_SKIPPED:
        return None
    return _load(folder() / f"{exercise_id}.json")


def translation(exercise_id: str, language: str) -> Knowledge | None:
    """The guide of an exercise in another language, or None when there is none."""
    return _load(folder() / f"{exercise_id}.{language}.json") if version(exercise_id, language) else None


def facts(exercise_id: str) -> Knowledge | None:
    """The facts of an exercise: the small file where there is one beside the guide."""
    if not _ID.fullmatch(exercise_id) or exercise_id in settings.IRON_SKIPPED:
        return None
    return _load(folder() / f"{exercise_id}.facts.json") or exercise(exercise_id)


def rules(name: str) -> Knowledge | None:
    """A small file that all exercises share: ``choose``, ``carryover``, ``press``, ``changed``; None when not built."""
    return _load(folder() / f"{name}.json")


def version(exercise_id: str, language: str = "") -> tuple[int, int] | None:
    """The version of a guide's file, of its translation with a language, without reading it; None without a file."""
    if not _ID.fullmatch(exercise_id) or exercise_id in settings.IRON_SKIPPED:
        return None
    if not language:
        return _stamp(folder() / f"{exercise_id}.json")
    name = f"{exercise_id}.{language}"
    if not _LANGUAGE.fullmatch(language) or name in settings.IRON_SKIPPED:
        return None
    return _stamp(folder() / f"{name}.json")


def index_version() -> tuple[int, int] | None:
    """The version of the index without reading it, or None when the library is not built."""
    return _stamp(folder() / "index.json")


def problem() -> str | None:
    """One sentence when the library is not built."""
    return None if index_version() else _MISSING.format(folder=folder())


@cache
def body_picture(view: str) -> str:
    """The body's picture from the ``front`` or ``back`` as SVG text; empty when the file is missing."""
    return _content(f"body/{view}.svg")


def findable() -> list[Findable]:
    """Every exercise with its names, prepared for searching; kept until the library changes."""
    from iron.knowledge.selection.finding import findable as prepared

    known, named = index(), _load(folder() / "aliases.json")
    key = (known.version if known else None, named.version if named else None, settings.IRON_SKIPPED)
    if key not in _findable:
        _findable.clear()
        rows = known.data["exercises"] if known else []
        names = named.data if named else {"aliases": {}}
        common = known.data.get("common", ()) if known else ()
        _findable[key] = prepared(rows, names["aliases"], names.get("muscles"), common)
    return _findable[key]


_findable: Final[dict[Any, list[Findable]]] = {}


def exercise_file(exercise_id: str) -> str:
    """The file that an exercise is made from, as its author wrote it; empty when there is none."""
    return _content(f"exercises/{exercise_id}.md") if _ID.fullmatch(exercise_id) else ""


def _content(name: str) -> str:
    package = Path(iron.__file__).parent
    for root in (package / "content", package.parent.parent / "content"):
        if (root / name).is_file():
            return (root / name).read_text(encoding="utf-8")
    return ""


def _load(path: Path) -> Knowledge | None:
    stamp = _stamp(path)
    if stamp is None:
        return None
    known = _read.get(path)
    if known is None or known.version != stamp:
        # The index and the rules stay in memory: they are small and every list or choice needs them.
        known = Knowledge(stamp, msgspec.json.decode(path.read_bytes()))
        if path.name in _CACHED:
            _read[path] = known
    return known


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
