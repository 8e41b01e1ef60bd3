"""The file of a translated guide, `<id>.<language>.json`, in the shape that the guide's page reads."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge import words
from iron.knowledge.rendering import evidence_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.knowledge.model import Exercise, Source
    from iron.knowledge.translations.model import Language, Translation

_GRADE: Final = re.compile(r'(<span class="grade" data-grade="([a-z]+)">)[a-z]+(</span>)')
_MEANING: Final = re.compile(r'(data-grade="([a-z]+)">[^<]*</span></dt><dd>)[^<]*(</dd>)')
_READ: Final = re.compile(r'(<span class="read" data-read="([a-z-]+)">)[^<]*(</span>)')


def translation_json(
    translation: Translation, whole: Mapping[str, Any], exercise: Exercise, sources: Mapping[str, Source]
) -> dict[str, Any]:
    """A translated guide; what is not language (credits, grades, sources, numbers) comes from the English one.

    Args:
        translation: the guide in another language.
        whole: the English file, as `building.exercise_json` makes it.
        exercise: the English exercise.
        sources: all sources of the library.
    """
    language = translation.language
    used = {source for claim in exercise.claims.values() for source in claim.sources}
    checked = sum(bool(claim.sources) for claim in exercise.claims.values())
    return {
        **{key: whole[key] for key in ("v", "id", "movement", "primary", "load_meaning") if key in whole},
        "lang": language.code,
        "words": dict(language.words),
        "name": translation.name,
        "lede": translation.lede,
        "picture": whole.get("picture"),
        "languages": whole.get("languages", {}),
        "muscles": [
            {**row, "name": translation.muscles[row["id"]][0], "note": translation.muscles[row["id"]][1]}
            for row in whole["muscles"]
        ],
        "variables": [_variable(row, translation) for row in whole["variables"]],
        "faults": [
            {"id": key, "name": each.name, "cause": each.cause, "cure": each.cure}
            for key, each in translation.faults.items()
        ],
        "sections": [
            *({"id": each.id, "title": each.title, "html": each.html} for each in translation.sections),
            {
                "id": words.EVIDENCE[0],
                "title": language.sections[words.EVIDENCE[0]],
                "html": _evidence(translation, exercise, sources),
            },
        ],
        "questions": [{"q": each.q, "html": each.html} for each in translation.questions],
        "basis": language.words["basis"].format(
            studies=len(used), checked=checked, rest=len(exercise.claims) - checked
        ),
    }


def _variable(row: Mapping[str, Any], translation: Translation) -> dict[str, Any]:
    texts = translation.variables[row["id"]]
    values = [{"id": each["id"], "name": texts.values[each["id"]]} for each in row.get("values", [])]
    return {**row, "name": texts.name, "measure": texts.measure, **({"values": values} if values else {})}


def _evidence(translation: Translation, exercise: Exercise, sources: Mapping[str, Source]) -> str:
    language = translation.language
    claims = [replace(claim, text=translation.claims[key].text) for key, claim in exercise.claims.items()]
    html = evidence_html(claims, sources, note_language="en")
    html = html.replace("<h3>Claims</h3>", f"<h3>{escape(language.words['claims'])}</h3>", 1)
    html = html.replace("<h3>Sources</h3>", f"<h3>{escape(language.words['sources'])}</h3>", 1)
    return f"<p>{escape(language.words['notes_in_english'])}</p>\n{_in_language(html, language)}"


def _in_language(html: str, language: Language) -> str:
    html = _GRADE.sub(lambda match_: f"{match_[1]}{escape(language.grades[match_[2]])}{match_[3]}", html)
    html = _MEANING.sub(lambda match_: f"{match_[1]}{escape(language.meanings[match_[2]])}{match_[3]}", html)
    return _READ.sub(lambda match_: f"{match_[1]}{escape(language.read[match_[2]])}{match_[3]}", html)
