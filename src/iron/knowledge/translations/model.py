"""What a guide in another language holds. Grades, sources and numbers stay those of the English guide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.knowledge.guide import ClaimText
    from iron.knowledge.model import Question, Section

# Words of a page that no guide contains, by what they stand for in the template of the guide's page.
PAGE_WORDS: Final = (
    "exercises",
    "open_log",
    "skip",
    "log_it",
    "mark_it",
    "set_it",
    "try_it",
    "contents",
    "counts",
    "stands_on",
    "record",
    "record_hint",
    "splits",
    "noted",
    "all_claims",
    "claims",
    "sources",
    "notes_in_english",
    "compare",
    "compare_squat",
    "propose",
    "all_exercises",
    "languages",
    "how_to",
    "basis",
    "range",
)


@dataclass(frozen=True, slots=True)
class Language:
    """A language in which guides may be read.

    Attributes:
        code: as in `<html lang>`, such as ``de``.
        name: what its speakers call it.
        words: the words of the page, by ``PAGE_WORDS``.
        sections: headings of the guide's sections, by id; ``evidence`` among them.
        grades, meanings: names of the grades and what they mean.
        read: how far a source was read: ``full``, ``abstract``, ``second-hand``.
    """

    code: str
    name: str
    words: Mapping[str, str]
    sections: Mapping[str, str]
    grades: Mapping[str, str]
    meanings: Mapping[str, str]
    read: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VariableWords:
    """A technique variable in another language: name, how to measure it, names of its values by id."""

    name: str
    measure: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FaultWords:
    """A fault in another language."""

    name: str
    cause: str
    cure: str


@dataclass(frozen=True, slots=True)
class Translation:
    """One guide in one language.

    Attributes:
        exercise: id of the exercise.
        language: its language.
        file: path below content/.
        name, lede: the exercise's name, and one line under it.
        muscles: name and note by muscle id.
        variables, faults: by id.
        sections, questions, claims: as of the English guide.
    """

    exercise: str
    language: Language
    file: str
    name: str
    lede: str
    muscles: Mapping[str, tuple[str, str]]
    variables: Mapping[str, VariableWords]
    faults: Mapping[str, FaultWords]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    claims: Mapping[str, ClaimText]
