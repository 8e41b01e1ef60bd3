"""A translated guide says what the English one says: the same claims, numbers, headings, faults and variables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from iron.knowledge.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iron.knowledge.model import Exercise
    from iron.knowledge.translations.model import Translation

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_TAG: Final = re.compile(r"<[^>]+>")
_TIE: Final = re.compile(r'<h3 id="((?:fault|variable|tip)-[a-z0-9_-]+)"')


def check_translation(translation: Translation, exercise: Exercise) -> Iterator[Problem]:
    """Everything in which a translated guide differs from the English one."""
    yield from _claims(translation, exercise)
    yield from _sections(translation, exercise)
    yield from _names(translation, exercise)


def _claims(translation: Translation, exercise: Exercise) -> Iterator[Problem]:
    for key in exercise.claims:
        if key not in translation.claims:
            yield Problem(
                translation.file, 0, f"Claim “{key}” of the English guide is missing; translate its sentence."
            )
    for key, claim in translation.claims.items():
        english = exercise.claims.get(key)
        if english is None:
            yield Problem(
                translation.file,
                claim.line,
                f"Claim “{key}” is not in the English guide; it is graded there.",
            )
        elif numbers(claim.text) != numbers(english.text):
            wanted, got = _listed(numbers(english.text)), _listed(numbers(claim.text))
            yield Problem(
                translation.file,
                claim.line,
                f"Claim “{key}” has the numbers {got}; the English guide has {wanted}.",
            )


def _sections(translation: Translation, exercise: Exercise) -> Iterator[Problem]:
    ours = {each.id: each.html for each in exercise.sections if each.id != "evidence"}
    theirs = {each.id: each.html for each in translation.sections}
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        if key not in theirs or key not in ours:
            where = "the translation" if key not in theirs else "the English guide"
            yield Problem(translation.file, 0, f"Section “{key}” is missing in {where}.")
            continue
        wanted, got = _TIE.findall(ours[key]), _TIE.findall(theirs[key])
        if wanted != got:
            yield Problem(
                translation.file, 0, f"The tied headings of “{key}” are {got}; in English {wanted}."
            )
        wanted_numbers, got_numbers = numbers(_text(ours[key])), numbers(_text(theirs[key]))
        if wanted_numbers != got_numbers:
            more = _listed(got_numbers - wanted_numbers)
            less = _listed(wanted_numbers - got_numbers)
            yield Problem(
                translation.file, 0, f"The numbers of “{key}” differ: {more} too many, {less} missing."
            )
    if len(translation.questions) != len(exercise.questions):
        yield Problem(
            translation.file,
            0,
            f"There are {len(translation.questions)} questions; in English {len(exercise.questions)}.",
        )


def _names(translation: Translation, exercise: Exercise) -> Iterator[Problem]:
    for kind, wanted, got in (
        ("muscles", [each.muscle for each in exercise.muscles], translation.muscles),
        ("faults", [each.id for each in exercise.faults], translation.faults),
        ("variables", [each.id for each in exercise.variables], translation.variables),
    ):
        yield from _missing(translation.file, kind, wanted, got)
    for variable in exercise.variables:
        words = translation.variables.get(variable.id)
        if words is not None:
            values = [each.id for each in variable.values]
            yield from _missing(translation.file, f"variables.{variable.id}.values", values, words.values)


def _missing(file: str, kind: str, wanted: Iterable[str], got: Iterable[str]) -> Iterator[Problem]:
    wanted, got = set(wanted), set(got)
    for key in sorted(wanted - got):
        yield Problem(file, 1, f"“{key}” is missing in {kind}.")
    for key in sorted(got - wanted):
        yield Problem(file, 1, f"“{key}” in {kind} is not in the English file.")


def numbers(text: str) -> Counter[str]:
    """The numbers of a text, so written that two languages may be compared.

    >>> sorted(numbers("0,71 mal 1.387 N")) == sorted(numbers("0.71 times 1,387 N"))
    True
    """
    return Counter(re.sub(r"[.,]", "", number) for number in _NUMBER.findall(text))


def _text(html: str) -> str:
    return _TAG.sub(" ", html)


def _listed(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements())) or "none"
