"""`content/choosing.toml`: read, checked against the guides, and filled with the words of their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.knowledge.model import GRADES
from iron.knowledge.reading import read_text
from iron.knowledge.rendering import whole
from iron.knowledge.selection.choosing import EVERYTHING, Answer, Ask, Candidate, Reason, Rules
from iron.knowledge.tables import File, Table, read_toml
from iron.values.errors import BadContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.knowledge.library import Library
    from iron.knowledge.model import Problem

NAME: Final = "choosing.toml"


def choosing_rules(library: Library) -> Rules:
    """What “leg press or squat?” asks and what stands to choice, with the claims of today's guides.

    Raises:
        BadContentError: the file is broken or names a claim that is in no guide.
    """
    problems: list[Problem] = []
    rules = read_rules(library, problems)
    if problems:
        raise BadContentError([str(problem) for problem in problems])
    return rules


def read_rules(library: Library, problems: list[Problem]) -> Rules:
    """Read the file; what is wrong goes to ``problems``. Without the file there is nothing to choose."""
    empty = Rules({}, (), (), ())
    if not (library.root / NAME).is_file():
        return empty
    text = read_text(library.root, NAME, problems)
    if text is None:
        return empty
    file = File(NAME, problems)
    top = Table(file, read_toml(file, text))
    weighed = top.table("weights")
    weights: dict[str, int] = {}
    if weighed:
        weights = {grade: int(weighed.number(grade, low=0, high=9)) for grade in GRADES}
        weighed.report_unused()
    asks = tuple(_asks(top))
    candidates = tuple(_candidates(top, library, asks))
    reasons = tuple(_reasons(top, library, asks, {each.exercise for each in candidates}))
    top.report_unused()
    return Rules(weights, asks, candidates, reasons)


def _asks(top: Table) -> Iterator[Ask]:
    for table in top.tables("questions"):
        values = []
        for each in table.tables("values"):
            values.append(Answer(each.text("id", must=True), each.text("name", must=True)))
            each.report_unused()
        if not values:
            table.report("values", "A question needs answers; the first is taken when nothing was said.")
        yield Ask(table.text("id", must=True), table.text("words", must=True), tuple(values))
        table.report_unused()


def _candidates(top: Table, library: Library, asks: tuple[Ask, ...]) -> Iterator[Candidate]:
    needed = [
        each.id for ask in asks if ask.id == "equipment" for each in ask.values if each.id != EVERYTHING
    ]
    for table in top.tables("candidates"):
        key = table.text("exercise", must=True)
        needs = table.choice("needs", needed)
        table.report_unused()
        known = library.exercises.get(key)
        if known is None:
            table.report("exercise", f"“{key}” is not an exercise; choose one of the library.")
        else:
            yield Candidate(key, known.name, needs)


def _reasons(top: Table, library: Library, asks: tuple[Ask, ...], candidates: set[str]) -> Iterator[Reason]:
    offered = {ask.id: [each.id for each in ask.values] for ask in asks}
    for table in top.tables("reasons"):
        question = table.choice("question", list(offered))
        answer = table.choice("answer", offered.get(question, []))
        for each in table.tables("claims"):
            yield from _reason(each, library, question, answer, candidates)
        table.report_unused()


def _reason(
    table: Table, library: Library, question: str, answer: str, candidates: set[str]
) -> Iterator[Reason]:
    favours = "favours" in table
    field = "favours" if favours else "against"
    named = table.text(field, must=True)
    table.report_unused()
    guide, _, key = named.partition("/")
    exercise = library.exercises.get(guide)
    claim = exercise.claims.get(key) if exercise else None
    if guide not in candidates:
        table.report(field, f"“{named}” speaks of an exercise that is not among the candidates.")
    elif claim is None:
        table.report(field, f"The guide {guide} has no claim “{key}”; choosing rests on it.")
    else:
        yield Reason(question, answer, guide, favours, key, whole(claim.text), claim.grade)
