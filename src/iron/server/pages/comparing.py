"""Two exercises side by side, and “leg press or squat?”: plain forms, no script, the same answer for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.http import Http404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from iron.errors import BadInputError, NotFoundError
from iron.server.pages import library
from iron.server.pages.answers import answer, page
from iron.server.pages.origin import origin_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.knowledge.comparing import Band

# Question, words, and its answers with words; the ids are those of iron.knowledge.choosing.
_QUESTIONS: Final = (
    (
        "aim",
        "What for?",
        (("growth", "Bigger legs"), ("strength", "Strength, a better squat"), ("jump", "A higher jump")),
    ),
    ("experience", "How long have you trained?", (("some", "Some time"), ("new", "New"), ("long", "Years"))),
    ("limit", "Anything to spare?", (("none", "Nothing"), ("back", "My lower back"), ("knee", "My knees"))),
    (
        "equipment",
        "What is there?",
        (
            ("everything", "Everything"),
            ("barbell", "Barbell and rack"),
            ("machines", "Machines"),
            ("dumbbells", "Dumbbells"),
        ),
    ),
    ("time", "And time?", (("enough", "Enough"), ("short", "Short"))),
)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """“Leg press or squat?”: answers in the address, an ordered list with reasons and their grades."""
    from iron import knowledge
    from iron.journal import library as whole

    problem = ""
    try:
        answers = knowledge.read_answers({key: request.GET.get(key, "") for key, _, _ in _QUESTIONS})
    except BadInputError as error:
        answers, problem = knowledge.Answers(), error.sentence
    origin = origin_of(request)
    context = {
        "canonical": f"{origin}/choose/leg-press-or-squat/",
        "origin": origin,
        "problem": problem,
        "questions": [
            {
                "id": key,
                "words": words,
                "values": [
                    {"id": value, "name": name, "chosen": getattr(answers, key) == value}
                    for value, name in values
                ],
            }
            for key, words, values in _QUESTIONS
        ],
        "places": knowledge.choose(whole(), answers),
        "pained": answers.limit != "none",
    }
    response = answer(request, page(render_to_string("pages/choose.html", context)))
    response.status_code = 400 if problem else response.status_code
    return response


@require_safe
def compare(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """Two exercises side by side.

    Raises:
        Http404: one of them does not exist.
    """
    from iron import knowledge
    from iron.journal import library as whole

    try:
        found = knowledge.compare(whole(), a, b)
    except NotFoundError as error:
        raise Http404(error.sentence) from None
    origin = origin_of(request)
    context = {
        "canonical": f"{origin}/exercises/compare/{a}/{b}/",
        "origin": origin,
        "found": found,
        "rows": [{"name": row.name, "a": _band(row.a), "b": _band(row.b)} for row in found.muscles],
    }
    return answer(request, page(render_to_string("pages/compare.html", context)))


@require_safe
def partners(request: HttpRequest, a: str) -> HttpResponse:
    """What an exercise can be compared with: everything that is chosen for one of its muscles.

    Raises:
        Http404: there is no such exercise.
    """
    found = library.index()
    rows: list[dict[str, Any]] = found.data["exercises"] if found else []
    one = next((row for row in rows if row["id"] == a), None)
    if one is None:
        raise Http404
    muscles = set(one.get("primary", []))
    others = [row for row in rows if row["id"] != a and muscles & set(row.get("primary", []))]
    origin = origin_of(request)
    context = {
        "canonical": f"{origin}/exercises/compare/{a}/",
        "origin": origin,
        "one": one,
        "others": sorted(others, key=lambda row: (not row.get("guide"), row["name"].lower())),
    }
    return answer(request, page(render_to_string("pages/partners.html", context)))


def _band(band: Band | None) -> str:
    if band is None:
        return "not named"
    return f"{band.credit:g}" if band.low == band.high else f"{band.credit:g} ({band.low:g} to {band.high:g})"
