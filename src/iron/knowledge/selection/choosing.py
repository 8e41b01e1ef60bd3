"""“Leg press or squat?”: four questions, an ordered list, and for every place the graded claims it rests on.

Iron says nothing here of its own: every reason is a claim of a guide and carries that claim's grade. What is ours, and
a guess, is which claims answer which question and that a better grade weighs more (`content/choosing.toml`). The app
has a twin, `web/src/core/rules/exercises/choosing.ts`, on the same rules (`choose.json`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iron.values.decoding import converter
from iron.values.errors import BadInputError

EVERYTHING = "everything"
"""The answer to “equipment” that leaves no exercise out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that is offered."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with its answers; the first is taken when nothing was said."""

    id: str
    words: str
    values: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise that stands to choice; ``needs`` is the equipment without which it is left out."""

    exercise: str
    name: str
    needs: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A claim that speaks for or against an exercise when a question has an answer.

    Attributes:
        question, answer: when it counts.
        exercise: what it speaks of; its guide says it.
        favours: whether it speaks for the exercise.
        claim, text, grade: the claim.
    """

    question: str
    answer: str
    exercise: str
    favours: bool
    claim: str
    text: str
    grade: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that choosing needs; ``choose.json`` holds the same."""

    weights: Mapping[str, int]
    questions: tuple[Ask, ...]
    candidates: tuple[Candidate, ...]
    reasons: tuple[Reason, ...]


rules_from_json = converter(Rules)
"""Reads what `iron build-content` wrote as ``choose.json``, parsed."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the ordered list; ``points`` order it and mean nothing else."""

    exercise: str
    name: str
    points: int
    reasons: tuple[Reason, ...]


def read_answers(rules: Rules, given: Mapping[str, str]) -> dict[str, str]:
    """Read answers from texts, such as an address's query; what is absent or empty keeps its start.

    Raises:
        BadInputError: an answer is not one that is offered.
    """
    answers = {}
    for ask in rules.questions:
        allowed = [each.id for each in ask.values]
        value = given.get(ask.id) or allowed[0]
        if value not in allowed:
            raise BadInputError(f"“{value}” is not an answer for {ask.id}. Use one of: {', '.join(allowed)}.")
        answers[ask.id] = value
    return answers


def choose(rules: Rules, answers: Mapping[str, str]) -> list[Place]:
    """Order the candidates for somebody's answers, the best fit first.

    For each question the best-graded claim for an exercise and the best-graded one against it count, so a guide with
    many claims has no advantage. Exercises that need other equipment are left out. Silence is no merit: where no guide
    speaks of the aim, an exercise comes after those that were looked at.

    Args:
        rules: what is asked and what stands to choice.
        answers: one for each question, as ``read_answers`` gives them.
    """
    wanted = answers.get("equipment", EVERYTHING)
    places = [_place(rules, each, answers) for each in rules.candidates if wanted in (EVERYTHING, each.needs)]
    return sorted(places, key=lambda place: (not _speaks_of_aim(place), -place.points))


def _speaks_of_aim(place: Place) -> bool:
    return any(reason.question == "aim" for reason in place.reasons)


def _place(rules: Rules, candidate: Candidate, answers: Mapping[str, str]) -> Place:
    reasons: list[Reason] = []
    points = 0
    for ask in rules.questions:
        own = [
            each
            for each in rules.reasons
            if (each.exercise, each.question, each.answer)
            == (candidate.exercise, ask.id, answers.get(ask.id))
        ]
        points += _heaviest(rules, own, favours=True) - _heaviest(rules, own, favours=False)
        reasons += own
    return Place(candidate.exercise, candidate.name, points, tuple(reasons))


def _heaviest(rules: Rules, reasons: list[Reason], *, favours: bool) -> int:
    return max((rules.weights.get(each.grade, 0) for each in reasons if each.favours == favours), default=0)
