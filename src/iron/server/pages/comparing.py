"""Two exercises side by side, and “leg press or squat?”: plain forms, no script, the same answer for everybody.

Both read what `iron build-content` wrote, as the app does: the library itself is not loaded for a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.http import Http404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from iron.server.pages import library
from iron.server.pages.answers import Page, answer, page, shelf
from iron.server.pages.origin import origin_of
from iron.server.pages.standalone import standalone
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.knowledge.selection.choosing import Rules
    from iron.knowledge.selection.comparing import Band, Facts, Names

# The example on a page is of somebody who squats this for ten: our choice, near the middle of what people log.
_EXAMPLE_SQUAT_KG: Final = 80
_STEP_KG: Final = 2.5
# Pairs of one exercise that a site without a server holds.
_SITE_PARTNERS: Final = 8


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """“Leg press or squat?”: answers in the address, an ordered list with reasons and their grades.

    Raises:
        Http404: the library is not built.
    """
    from iron.knowledge.selection import choosing

    choose_file = library.rules("choose")
    if choose_file is None:
        raise Http404
    rules = choosing.rules_from_json(choose_file.data)
    problem = ""
    try:
        answers = choosing.read_answers(rules, request.GET.dict())
    except BadInputError as error:
        answers, problem = choosing.read_answers(rules, {}), error.sentence
    origin = origin_of(request)
    key = ("choose", origin, choose_file.version, tuple(answers.values()))
    ready = (
        _choose_page(rules, answers, origin, problem)
        if problem
        else shelf.get(key, lambda: _choose_page(rules, answers, origin, ""))
    )
    response = answer(request, ready)
    response.status_code = 400 if problem else response.status_code
    return response


def _choose_page(rules: Rules, answers: dict[str, str], origin: str, problem: str) -> Page:
    from iron.knowledge.selection import choosing

    context = {
        "canonical": f"{origin}/choose/leg-press-or-squat/",
        "origin": origin,
        "problem": problem,
        "questions": [
            {
                "id": ask.id,
                "words": ask.words,
                "values": [
                    {
                        "id": value.id,
                        "name": value.name,
                        "chosen": answers[ask.id] == value.id,
                        "address": f"/choose/leg-press-or-squat/?{urlencode({**answers, ask.id: value.id})}",
                    }
                    for value in ask.values
                ],
            }
            for ask in rules.questions
        ],
        "places": choosing.choose(rules, answers),
        "pained": answers.get("limit", "none") != "none",
    }
    return page(render_to_string("pages/choose.html", context))


@require_safe
def compare(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """Two exercises side by side.

    Raises:
        Http404: one of them does not exist.
    """
    from iron.knowledge.selection import comparing

    first, other, index = library.facts(a), library.facts(b), library.index()
    if (
        first is None
        or other is None
        or index is None
        or "muscles" not in first.data
        or "muscles" not in other.data
    ):
        raise Http404
    origin = origin_of(request)
    facts = comparing.read_facts(first.data), comparing.read_facts(other.data)
    names = comparing.read_names(index.data)
    key = ("compare", a, b, origin, first.version, other.version, index.version)
    return answer(request, shelf.get(key, lambda: _compare_page(*facts, names, origin)))


def _compare_page(a: Facts, b: Facts, names: Names, origin: str) -> Page:
    from iron.knowledge.selection import comparing

    comparison = comparing.compare(a, b, names)
    context = {
        "canonical": f"{origin}/exercises/compare/{a.id}/{b.id}/",
        "origin": origin,
        "found": comparison,
        "rows": [{"name": row.name, "a": _band(row.a), "b": _band(row.b)} for row in comparison.muscles],
        "first": _first(a, b),
    }
    return page(render_to_string("pages/compare.html", context))


def _first(a: Facts, b: Facts) -> dict[str, Any]:
    """How a load carries over: a sentence, its basis, and an example with invented kilos."""
    from iron.knowledge.selection import carryover
    from iron.training.strength.first_load import Known, first_load

    rules = library.rules("carryover")
    if rules is None:
        return {}
    known = carryover.rules_from_json(rules.data)
    linked = carryover.link(known, a, b)
    if isinstance(linked, str):
        return {"sentence": linked}
    share = carryover.index(known, a) or 1.0
    example = max(_STEP_KG, round(_EXAMPLE_SQUAT_KG * share / a.implements / _STEP_KG) * _STEP_KG)
    load = first_load(
        Known(example, example, example),
        linked.slope,
        linked.kg,
        linked.log_sd,
        (a.implements, b.implements),
        _STEP_KG,
    )
    return {"basis": linked.basis, "address": linked.address, "example": example, "load": load}


@require_safe
def partners(request: HttpRequest, a: str) -> HttpResponse:
    """What an exercise can be compared with: everything that is chosen for one of its muscles.

    Raises:
        Http404: there is no such exercise.
    """
    index = library.index()
    rows: list[dict[str, Any]] = index.data["exercises"] if index else []
    exercise = next((row for row in rows if row["id"] == a), None)
    if exercise is None:
        raise Http404
    muscles = set(exercise.get("primary", []))
    others = [row for row in rows if row["id"] != a and muscles & set(row.get("primary", []))]
    if standalone():
        others = _nearest(exercise, others)
    origin = origin_of(request)
    context = {
        "nearest": standalone(),
        "canonical": f"{origin}/exercises/compare/{a}/",
        "origin": origin,
        "one": exercise,
        "others": sorted(others, key=lambda row: row["name"].lower()),
    }
    return answer(request, page(render_to_string("pages/partners.html", context)))


def _nearest(exercise: dict[str, Any], others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The partners that share most of what a set counts for: every pair would be thousands of files."""

    def distance(other: dict[str, Any]) -> float:
        ours, theirs = exercise.get("credits", {}), other.get("credits", {})
        apart: float = sum(abs(ours.get(key, 0) - theirs.get(key, 0)) for key in {*ours, *theirs})
        return apart + (exercise.get("movement") != other.get("movement"))

    return sorted(others, key=lambda other: (distance(other), other["name"].lower()))[:_SITE_PARTNERS]


def _band(band: Band | None) -> str:
    if band is None:
        return "not named"
    return f"{band.credit:g}" if band.low == band.high else f"{band.credit:g} ({band.low:g} to {band.high:g})"
