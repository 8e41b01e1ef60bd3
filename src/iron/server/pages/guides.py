"""From a knowledge file to the guide's page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from iron.server.pages import library, structured
from iron.server.pages.answers import Page, page
from iron.server.pages.islands import model, press_island
from iron.server.pages.standalone import app_url
from iron.server.security import policy

if TYPE_CHECKING:
    from collections.abc import Iterator

_MUSCLE: Final = re.compile(r'data-muscle="([a-z0-9_]+)"')
_LOAD: Final = {
    "plates": "Log the plates without the sled.",
    "barbell": "Log bar and plates together.",
    "dumbbell": "Log one dumbbell.",
    "kettlebell": "Log one kettlebell, ball or plate.",
    "stack": "Log the mark on the stack.",
    "added": "Log the added weight.",
    "assistance": "Log the weight that helps you.",
    "band": "Log what you write down for the band.",
    "none": "No load is logged.",
}


def guide_page(exercise_id: str, data: dict[str, Any], muscles: dict[str, Any], origin: str) -> Page:
    """Render one exercise.

    Args:
        exercise_id: its id.
        data: its knowledge file.
        muscles: names and regions of all muscles, from the index.
        origin: scheme and host for canonical addresses, such as ``https://iron.example.org``.
    """
    language = data.get("lang", "")
    address = f"{origin}/exercises/{exercise_id}/{f'{language}/' if language else ''}"
    description = _description(data, muscles)
    structured_data = structured.guide_data(data, description, address)
    sections = list(_sections(data))
    evidence = next((section for section in sections if section["id"] == "evidence"), None)
    sections = [section for section in sections if section is not evidence]
    faults = _untold_faults(exercise_id, data)
    html = render_to_string(
        "pages/guide.html",
        {
            "id": exercise_id,
            "chosen": data.get("movement") in {"squat", "leg_press"},
            "title": data["name"],
            "description": description,
            "canonical": address,
            "origin": origin,
            "og_image": f"{origin}/app/content/{data['picture']}" if data.get("picture") else "",
            "change": settings.IRON_CONTENT_URL.format(id=exercise_id) if settings.IRON_CONTENT_URL else "",
            "lang": language,
            "w": data.get("words", {}),
            "languages": _languages(exercise_id, data, origin),
            "lede": data.get("lede") or _lede(data, muscles),
            "basis": data.get("basis", ""),
            "contents": _contents(sections, data, faults, evidence),
            "sections": sections,
            "evidence": evidence,
            "faults": faults,
            "muscles": list(_muscle_rows(data, muscles)),
            "figure": mark_safe(data["figure"]["svg"]) if "figure" in data else "",  # noqa: S308
            "says": data["figure"]["says"] if "figure" in data else "",
            "press": None if language else press_island(exercise_id),
            "model": None if language else model(exercise_id),
            "pictures": [mark_safe(picture) for picture in _pictures(data)],  # noqa: S308
            "variables": [_variable(exercise_id, variable) for variable in data.get("variables", [])],
            "log": app_url(f"/log?{urlencode({'exercise': exercise_id})}"),
            "structured": mark_safe(structured_data),  # noqa: S308
        },
    )
    hashes = (structured.script_hash(structured_data),) if structured_data else ()
    return page(html, policy=policy(hashes))


def _languages(exercise_id: str, data: dict[str, Any], origin: str) -> list[dict[str, Any]]:
    """The languages of a guide with their addresses, for the switch and for search engines; empty when there is one."""
    others = {
        code: name
        for code, name in data.get("languages", {}).items()
        if f"{exercise_id}.{code}" not in settings.IRON_SKIPPED
    }
    if not others:
        return []
    here = data.get("lang", "en")
    path = f"/exercises/{exercise_id}/"
    named = [("en", "English", path), *((code, name, f"{path}{code}/") for code, name in others.items())]
    rows = [
        {"code": code, "name": name, "path": place, "address": origin + place, "here": code == here}
        for code, name, place in named
    ]
    return [*rows, {"code": "x-default", "name": "", "path": path, "address": origin + path}]


def _sections(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    questions = data.get("questions", [])
    for section in data.get("sections", []):
        folded = section["id"] == "questions" and bool(questions)
        yield {
            "id": section["id"],
            "title": section["title"],
            # Written by us and checked by check-content; the renderer escapes what authors type.
            "html": mark_safe(section["html"]),  # noqa: S308
            "questions": [{"q": question["q"], "html": mark_safe(question["html"])} for question in questions]  # noqa: S308
            if folded
            else [],
        }


def _untold_faults(exercise_id: str, data: dict[str, Any]) -> list[dict[str, Any]]:
    """Faults that the guide's text does not treat under a heading of their own."""
    text = "".join(section["html"] for section in data.get("sections", []))
    return [
        {**fault, "log": app_url(f"/log?{urlencode({'exercise': exercise_id, 'fault': fault['id']})}")}
        for fault in data.get("faults", [])
        if f'id="fault-{fault["id"]}"' not in text
    ]


def _contents(
    sections: list[dict[str, Any]],
    data: dict[str, Any],
    faults: list[dict[str, Any]],
    evidence: dict[str, Any] | None,
) -> list[dict[str, str]]:
    rows = [{"id": section["id"], "title": section["title"]} for section in sections]
    if data.get("variables"):
        rows.append({"id": "variables", "title": data.get("words", {}).get("record", "What to record")})
    if faults:
        rows.append({"id": "faults", "title": "Faults to mark"})
    if evidence is not None:
        rows.append({"id": "evidence", "title": evidence["title"]})
    return rows


def _description(data: dict[str, Any], muscles: dict[str, Any]) -> str:
    overview = next((part["html"] for part in data.get("sections", []) if part["id"] == "overview"), "")
    if overview:
        return structured.summary(overview)
    return f"{data['name']}: {_subtitle(data, muscles)}. Log it with its setup, and compare like with like."


def _lede(data: dict[str, Any], muscles: dict[str, Any]) -> str:
    return f"{_subtitle(data, muscles)}. {_LOAD.get(data.get('load_meaning', ''), '')}".strip()


def _subtitle(data: dict[str, Any], muscles: dict[str, Any]) -> str:
    primary = [_muscle_name(muscle, muscles) for muscle in data.get("primary", [])]
    helpers = [
        _muscle_name(muscle["id"], muscles)
        for muscle in data.get("muscles", [])
        if muscle["id"] not in data.get("primary", []) and muscle.get("credit", 0) >= 0.5
    ]
    # A list inside a sentence: only its first word has a capital.
    primary = [*primary[:1], *(name.lower() for name in primary[1:])]
    first = f"{_listed(primary)} first" if primary else "Logged without muscle credits"
    if not helpers:
        return first
    return f"{first}, helped by {_listed(helpers).lower()}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _muscle_name(muscle_id: str, muscles: dict[str, Any]) -> str:
    name: str = muscles.get(muscle_id, {}).get("name", muscle_id.replace("_", " "))
    return name


def _muscle_rows(data: dict[str, Any], muscles: dict[str, Any]) -> Iterator[dict[str, Any]]:
    to = data.get("words", {}).get("range", "to")
    mark = "," if data.get("lang") else "."  # every language that guides were translated into writes a comma
    for muscle in sorted(data.get("muscles", []), key=lambda row: -row.get("credit", 0)):
        credit, low, high = muscle.get("credit", 0), muscle.get("low"), muscle.get("high")
        band = low is not None and high is not None and low != high
        yield {
            "name": muscle.get("name") or _muscle_name(muscle["id"], muscles),
            "lit": _lit(credit),
            "credit": f"{credit:g}".replace(".", mark),
            "band": f"{low:g} {to} {high:g}".replace(".", mark) if band else "",
            "note": muscle.get("note", ""),
        }


def _lit(credit: float) -> str:
    # The steps of the picture: trained directly, helper, a little, not counted (content/README.md).
    if credit >= 1:
        return "full"
    if credit >= 0.5:
        return "half"
    return "little" if credit > 0 else "none"


def _pictures(data: dict[str, Any]) -> Iterator[str]:
    lit = {
        muscle["id"]: _lit(muscle.get("credit", 0))
        for muscle in data.get("muscles", [])
        if muscle.get("credit", 0) > 0
    }
    for view in ("front", "back"):
        picture = library.body_picture(view)
        shown = {match[1] for match in _MUSCLE.finditer(picture)}
        if picture and lit and shown & set(lit):
            yield _MUSCLE.sub(lambda match: _light(match, lit), picture)


def _light(match: re.Match[str], lit: dict[str, str]) -> str:
    step = lit.get(match[1])
    return f'{match[0]} data-lit="{step}"' if step else match[0]


def _variable(exercise_id: str, variable: dict[str, Any]) -> dict[str, Any]:
    values = [value["name"] for value in variable.get("values", [])]
    if variable.get("type") == "number":
        low, high, unit = (
            variable.get("min"),
            variable.get("max"),
            (variable.get("unit") or "").replace("deg", "°"),
        )
        values = [f"{low:g}–{high:g} {unit}".strip()] if low is not None and high is not None else [unit]
    return {
        **variable,
        "shown": [value for value in values if value],
        "log": app_url(f"/log?{urlencode({'exercise': exercise_id, 'variable': variable['id']})}"),
    }
