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
from iron.server.pages.islands import press_island
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
    "added": "Log the kilos hung on the body.",
    "assistance": "Log the kilos that help.",
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
    address = f"{origin}/exercises/{exercise_id}/"
    description = _description(data, muscles)
    structured_data = structured.guide_data(data, description, address)
    sections = list(_sections(data))
    evidence = next((one for one in sections if one["id"] == "evidence"), None)
    sections = [one for one in sections if one is not evidence]
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
            "subtitle": _subtitle(data, muscles),
            "basis": data.get("basis", ""),
            "load_words": _LOAD.get(data.get("load_meaning", ""), ""),
            "contents": _contents(sections, data, faults, evidence),
            "sections": sections,
            "evidence": evidence,
            "faults": faults,
            "muscles": list(_muscle_rows(data, muscles)),
            "press": press_island(exercise_id),
            "pictures": [mark_safe(picture) for picture in _pictures(data)],  # noqa: S308
            "variables": [_variable(exercise_id, one) for one in data.get("variables", [])],
            "log": f"/app/log?{urlencode({'exercise': exercise_id})}",
            "structured": mark_safe(structured_data),  # noqa: S308
        },
    )
    hashes = (structured.script_hash(structured_data),) if structured_data else ()
    return page(html, policy=policy(hashes))


def _sections(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    questions = data.get("questions", [])
    for section in data.get("sections", []):
        folded = section["id"] == "questions" and bool(questions)
        yield {
            "id": section["id"],
            "title": section["title"],
            # Written by us and checked by check-content; the renderer escapes what authors type.
            "html": mark_safe(section["html"]),  # noqa: S308
            "questions": [{"q": one["q"], "html": mark_safe(one["html"])} for one in questions]  # noqa: S308
            if folded
            else [],
        }


def _untold_faults(exercise_id: str, data: dict[str, Any]) -> list[dict[str, Any]]:
    """Faults that the guide's text does not treat under a heading of their own."""
    text = "".join(section["html"] for section in data.get("sections", []))
    return [
        {**one, "log": f"/app/log?{urlencode({'exercise': exercise_id, 'fault': one['id']})}"}
        for one in data.get("faults", [])
        if f'id="fault-{one["id"]}"' not in text
    ]


def _contents(
    sections: list[dict[str, Any]],
    data: dict[str, Any],
    faults: list[dict[str, Any]],
    evidence: dict[str, Any] | None,
) -> list[dict[str, str]]:
    rows = [{"id": one["id"], "title": one["title"]} for one in sections]
    if data.get("variables"):
        rows.append({"id": "variables", "title": "What to record"})
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


def _subtitle(data: dict[str, Any], muscles: dict[str, Any]) -> str:
    primary = [_muscle_name(one, muscles) for one in data.get("primary", [])]
    helpers = [
        _muscle_name(one["id"], muscles)
        for one in data.get("muscles", [])
        if one["id"] not in data.get("primary", []) and one.get("credit", 0) >= 0.5
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
    for one in sorted(data.get("muscles", []), key=lambda row: -row.get("credit", 0)):
        credit, low, high = one.get("credit", 0), one.get("low"), one.get("high")
        band = low is not None and high is not None and low != high
        yield {
            "name": _muscle_name(one["id"], muscles),
            "lit": _lit(credit),
            "credit": f"{credit:g}",
            "band": f"{low:g} to {high:g}" if band else "",
            "note": one.get("note", ""),
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
        one["id"]: _lit(one.get("credit", 0)) for one in data.get("muscles", []) if one.get("credit", 0) > 0
    }
    for view in ("front", "back"):
        picture = library.body_picture(view)
        shown = {match[1] for match in _MUSCLE.finditer(picture)}
        if picture and lit and shown & set(lit):
            yield _MUSCLE.sub(lambda match: _light(match, lit), picture)


def _light(match: re.Match[str], lit: dict[str, str]) -> str:
    step = lit.get(match[1])
    return f'{match[0]} data-lit="{step}"' if step else match[0]


def _variable(exercise_id: str, one: dict[str, Any]) -> dict[str, Any]:
    values = [value["name"] for value in one.get("values", [])]
    if one.get("type") == "number":
        low, high, unit = one.get("min"), one.get("max"), (one.get("unit") or "").replace("deg", "°")
        values = [f"{low:g} to {high:g} {unit}".strip()] if low is not None and high is not None else [unit]
    return {
        **one,
        "shown": [value for value in values if value],
        "log": f"/app/log?{urlencode({'exercise': exercise_id, 'variable': one['id']})}",
    }
