"""Reads the languages and the translated guides; what is wrong becomes a problem with file and line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iron.knowledge import words
from iron.knowledge.guide import Marks, read_guide
from iron.knowledge.model import GRADES, READ, Problem
from iron.knowledge.reading import read_text
from iron.knowledge.tables import File, Table, read_toml
from iron.knowledge.translations.model import PAGE_WORDS, FaultWords, Language, Translation, VariableWords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iron.knowledge.library import Library

_FILE: Final = "languages.toml"
_NAME: Final = re.compile(r"^([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2})$")
_FENCE: Final = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_BADGE: Final = re.compile(r'(<a class="grade" data-grade="[a-z]+" href="#claim-[a-z0-9-]+">)([a-z]+)(</a>)')
_LOG: Final = re.compile(r'(<a class="to-log" data-(fault|variable|tip)=[^>]*>)[^<]*(</a>)')
_LOG_WORDS: Final = {"fault": "mark_it", "variable": "set_it", "tip": "try_it"}


def read_languages(root: Path, problems: list[Problem]) -> dict[str, Language]:
    """Read languages.toml; the file may be absent."""
    if not (root / _FILE).is_file():
        return {}
    text = read_text(root, _FILE, problems)
    if text is None:
        return {}
    file = File(_FILE, problems)
    languages = {}
    for code, table in Table(file, read_toml(file, text)).items():
        languages[code] = Language(
            code=code,
            name=table.text("name", must=True),
            words=_all(table, "words", PAGE_WORDS),
            sections=_all(table, "sections", (*words.SECTIONS, words.EVIDENCE[0])),
            grades=_all(table, "grades", GRADES),
            meanings=_all(table, "meanings", GRADES),
            read=_all(table, "read", READ),
        )
        table.report_unused()
    return languages


def _all(table: Table, key: str, wanted: Iterable[str]) -> dict[str, str]:
    """A table of texts that has every wanted key and no other."""
    inner = table.table(key)
    if inner is None:
        table.report(key, f"“{key}” is missing; it holds: {', '.join(wanted)}.")
        return {}
    texts = {each: inner.text(each, must=True) for each in wanted}
    inner.report_unused()
    return texts


def read_translations(
    library: Library, languages: dict[str, Language], problems: list[Problem]
) -> tuple[Translation, ...]:
    """Read every `exercises/<id>.<language>.md`; one of an unknown exercise or language is a problem."""
    problems_found = []
    for path in sorted((library.root / "exercises").glob("*.*.md")):
        match = _NAME.match(path.stem)
        if match is None:
            continue
        name = f"exercises/{path.name}"
        exercise, code = match.groups()
        if exercise not in library.exercises:
            problems.append(Problem(name, 0, f"There is no exercise “{exercise}” to translate."))
        elif code not in languages:
            problems.append(
                Problem(name, 0, f"The language “{code}” is not in {_FILE}; add its words first.")
            )
        else:
            translation = _read(library, exercise, languages[code], name, problems)
            problems_found += [translation] if translation else []
    return tuple(problems_found)


def _read(
    library: Library, exercise_id: str, language: Language, name: str, problems: list[Problem]
) -> Translation | None:
    text = read_text(library.root, name, problems)
    if text is None:
        return None
    file = File(name, problems)
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2 or text[: fences[0].start()].strip():
        file.report_at(1, "A translated guide begins with +++, TOML, and a second +++.")
        return None
    table = Table(file, read_toml(file, text[fences[0].end() : fences[1].start()], first_line=1))
    exercise = library.exercises[exercise_id]
    marks = Marks(
        exercise_id=exercise_id,
        grades={key: claim.grade for key, claim in exercise.claims.items()},
        faults=frozenset(each.id for each in exercise.faults),
        variables=frozenset(
            {each.id for each in exercise.variables} | ({"depth"} if exercise.depth else set())
        ),
    )
    first_line = text.count("\n", 0, fences[1].end()) + 1
    guide = read_guide(text[fences[1].end() :], file, first_line, marks)
    muscles = {
        key: (each.text("name", must=True), each.text("note")) for key, each in _tables(table, "muscles")
    }
    translation = Translation(
        exercise=exercise_id,
        language=language,
        file=name,
        name=table.text("name", must=True),
        lede=table.text("lede", must=True),
        muscles=muscles,
        variables={
            key: VariableWords(each.text("name", must=True), each.text("measure", must=True), _texts(each))
            for key, each in _tables(table, "variables")
        },
        faults={
            key: FaultWords(*(each.text(part, must=True) for part in ("name", "cause", "cure")))
            for key, each in _tables(table, "faults")
        },
        sections=tuple(
            replace(each, title=language.sections.get(each.id, each.title), html=_turned(each.html, language))
            for each in guide.sections
        ),
        questions=tuple(replace(each, html=_turned(each.html, language)) for each in guide.questions),
        claims=guide.claims,
    )
    table.report_unused()
    return translation


def _tables(table: Table, key: str) -> list[tuple[str, Table]]:
    inner = table.table(key)
    return list(inner.items()) if inner else []


def _texts(table: Table) -> dict[str, str]:
    value = table.raw("values")
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, dict) else {}


def _turned(html: str, language: Language) -> str:
    """The guide's own words (grades, ways to the log) in the language."""
    html = _BADGE.sub(
        lambda match_: f"{match_[1]}{language.grades.get(match_[2], match_[2])}{match_[3]}", html
    )
    return _LOG.sub(
        lambda match_: f"{match_[1]}{language.words.get(_LOG_WORDS[match_[2]], '')}{match_[3]}", html
    )
