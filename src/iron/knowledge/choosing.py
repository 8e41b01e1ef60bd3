"""“Leg press or squat?”: four questions, an ordered list, and for every place the graded claims it rests on.

Iron says nothing here of its own: every reason is a claim of a guide and carries that claim's grade. What is ours, and
a guess, is which claims answer which question and that a better grade weighs more.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final, Literal, get_args

from iron.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.knowledge.library import Library
    from iron.knowledge.model import Claim, Grade

Aim = Literal["growth", "strength", "jump"]
Experience = Literal["new", "some", "long"]
Limit = Literal["none", "back", "knee"]
Equipment = Literal["everything", "barbell", "machines", "dumbbells"]
Time = Literal["enough", "short"]

_ALLOWED: Final[dict[str, tuple[str, ...]]] = {
    "aim": get_args(Aim),
    "experience": get_args(Experience),
    "limit": get_args(Limit),
    "equipment": get_args(Equipment),
    "time": get_args(Time),
}
# Our guess at how much a grade should weigh; a contested claim is shown and weighs nothing.
WEIGHTS: Final[dict[Grade, int]] = {
    "strong": 4,
    "moderate": 3,
    "weak": 2,
    "mechanics": 2,
    "opinion": 1,
    "contested": 0,
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said who asks “leg press or squat?”.

    Attributes:
        aim: bigger legs, strength in general and a better squat, or a higher jump.
        experience: new (first months), some, long (years).
        limit: what has to be spared: none, back, knee.
        equipment: what is there.
        time: enough, or short.
    """

    aim: Aim = "growth"
    experience: Experience = "some"
    limit: Limit = "none"
    equipment: Equipment = "everything"
    time: Time = "enough"


@dataclass(frozen=True, slots=True)
class Reason:
    """A claim that speaks for or against an exercise.

    Attributes:
        question: the answer it belongs to: ``aim``, ``experience``, ``limit`` or ``time``.
        favours: whether it speaks for the exercise.
        guide: id of the exercise whose guide says it.
        claim: the claim with its text, grade and sources.
    """

    question: str
    favours: bool
    guide: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the ordered list; ``points`` order it and mean nothing else."""

    exercise: str
    name: str
    points: int
    reasons: tuple[Reason, ...]


# In the order that decides when points are equal.
_CANDIDATES: Final[dict[str, Equipment]] = {
    "leg-press-45": "machines",
    "back-squat": "barbell",
    "leg-press-horizontal": "machines",
    "front-squat": "barbell",
    "hack-squat": "machines",
    "belt-squat": "machines",
    "goblet-squat": "dumbbells",
    "bulgarian-split-squat": "dumbbells",
}
# (question, answer) → exercise, for or against, "guide/claim".
_RULES: Final[dict[tuple[str, str], tuple[tuple[str, bool, str], ...]]] = {
    ("aim", "growth"): (
        ("leg-press-45", True, "leg-press-45/quads-like-extension"),
        ("leg-press-45", True, "leg-press-45/glutes-grow"),
        ("leg-press-45", True, "leg-press-45/replace-growth"),
        ("back-squat", True, "back-squat/quads-grow"),
        ("back-squat", True, "back-squat/press-or-squat-growth"),
        ("leg-press-horizontal", True, "leg-press-horizontal/quads-grow"),
        ("leg-press-horizontal", True, "leg-press-horizontal/glutes-grow"),
        ("front-squat", True, "front-squat/grows-like-back"),
        ("hack-squat", True, "hack-squat/glutes-share"),
        ("hack-squat", False, "hack-squat/no-hack-growth"),
        ("belt-squat", True, "belt-squat/quads-alike"),
        ("bulgarian-split-squat", True, "bulgarian-split-squat/one-or-two-legs"),
        ("bulgarian-split-squat", False, "bulgarian-split-squat/no-growth-trial"),
        ("goblet-squat", False, "goblet-squat/arms-end"),
    ),
    ("aim", "strength"): (
        ("back-squat", True, "back-squat/specific-strength"),
        ("back-squat", True, "back-squat/whole-body"),
        ("front-squat", True, "front-squat/deep-transfer"),
        ("leg-press-45", False, "leg-press-45/not-a-squat"),
        ("leg-press-horizontal", False, "leg-press-horizontal/squat-transfer"),
        ("hack-squat", False, "hack-squat/squat-for-squat"),
        ("belt-squat", False, "belt-squat/squat-for-squat"),
        ("bulgarian-split-squat", False, "bulgarian-split-squat/specific"),
        ("goblet-squat", False, "goblet-squat/arms-end"),
    ),
    ("aim", "jump"): (
        ("back-squat", True, "back-squat/squat-jump"),
        ("front-squat", True, "front-squat/deep-transfer"),
        ("leg-press-45", False, "leg-press-45/jump-transfer"),
        ("leg-press-horizontal", False, "leg-press-horizontal/squat-transfer"),
        ("hack-squat", False, "hack-squat/replaces"),
        ("goblet-squat", False, "goblet-squat/arms-end"),
    ),
    ("experience", "new"): (
        ("leg-press-45", True, "leg-press-45/biggest-load"),
        ("leg-press-horizontal", True, "leg-press-horizontal/verdict-seated"),
        ("goblet-squat", True, "goblet-squat/start-with"),
        ("back-squat", False, "back-squat/learning-price"),
        ("front-squat", False, "front-squat/goblet-first"),
        ("hack-squat", False, "hack-squat/new-depth"),
    ),
    ("experience", "some"): (("goblet-squat", False, "goblet-squat/arms-end"),),
    ("experience", "long"): (("goblet-squat", False, "goblet-squat/arms-end"),),
    ("limit", "back"): (
        ("leg-press-45", True, "leg-press-45/back-little"),
        ("leg-press-45", True, "leg-press-45/back-held"),
        ("belt-squat", True, "belt-squat/spine-free"),
        ("bulgarian-split-squat", True, "bulgarian-split-squat/light-heavy-sum"),
        ("hack-squat", True, "hack-squat/thighs-fail"),
        ("leg-press-horizontal", False, "leg-press-horizontal/back-flat"),
        ("back-squat", False, "back-squat/trunk-works"),
        ("front-squat", False, "front-squat/back-mercy"),
    ),
    ("limit", "knee"): (
        ("bulgarian-split-squat", True, "bulgarian-split-squat/knee-friend"),
        ("front-squat", True, "front-squat/knee-less"),
        ("leg-press-horizontal", True, "leg-press-horizontal/horizontal-hip"),
        ("leg-press-45", True, "leg-press-45/high-feet-knees"),
        ("leg-press-45", False, "leg-press-45/knee-stress-depth"),
        ("back-squat", False, "back-squat/knee-load-grows"),
        ("hack-squat", False, "hack-squat/low-knees"),
        ("belt-squat", False, "belt-squat/knees-load"),
    ),
    ("time", "short"): (
        ("leg-press-horizontal", True, "leg-press-horizontal/quickest"),
        ("leg-press-45", True, "leg-press-45/cheap-volume"),
    ),
}


def read_answers(said: Mapping[str, str]) -> Answers:
    """Read answers from texts, such as an address's query; what is absent or empty keeps its start.

    Raises:
        BadInputError: an answer is not one that is offered.
    """
    given = {each.name: said[each.name] for each in fields(Answers) if said.get(each.name)}
    for name, value in given.items():
        if value not in _ALLOWED[name]:
            raise BadInputError(
                f"“{value}” is no answer for {name}. Use one of: {', '.join(_ALLOWED[name])}."
            )
    return Answers(**given)  # type: ignore[arg-type]


def choose(library: Library, answers: Answers) -> list[Place]:
    """Order leg presses and squats for somebody's answers, the best fit first.

    For each question the best-graded claim for an exercise and the best-graded one against it count, so a guide with
    many claims has no advantage. Exercises that need other equipment are left out.

    Args:
        library: what Iron knows; an exercise that it does not hold is left out.
        answers: the five answers (equipment and time are one question).

    Raises:
        NotFoundError: a claim that a reason stands on is no longer in its guide.
    """
    wanted = (
        ("barbell", "machines", "dumbbells") if answers.equipment == "everything" else (answers.equipment,)
    )
    found = [
        _place(library, key, answers)
        for key, needs in _CANDIDATES.items()
        if needs in wanted and key in library.exercises
    ]
    # Silence is no merit: where no guide speaks of the aim, an exercise comes after those that were looked at.
    return sorted(found, key=lambda place: (not _speaks_of_aim(place), -place.points))


def _speaks_of_aim(place: Place) -> bool:
    return any(reason.question == "aim" for reason in place.reasons)


def _place(library: Library, key: str, answers: Answers) -> Place:
    reasons, points = [], 0
    for question in ("aim", "experience", "limit", "time"):
        rules = _RULES.get((question, getattr(answers, question)), ())
        own = [_reason(library, question, favours, place) for each, favours, place in rules if each == key]
        points += _heaviest(own, favours=True) - _heaviest(own, favours=False)
        reasons += own
    return Place(key, library.exercises[key].name, points, tuple(reasons))


def _reason(library: Library, question: str, favours: bool, place: str) -> Reason:  # noqa: FBT001
    guide, _, claim = place.partition("/")
    known = library.exercise(guide).claims.get(claim)
    if known is None:
        raise NotFoundError(f"The guide {guide} has no claim “{claim}” any more; choosing rests on it.")
    return Reason(question, favours, guide, known)


def _heaviest(reasons: list[Reason], *, favours: bool) -> int:
    return max((WEIGHTS[each.claim.grade] for each in reasons if each.favours == favours), default=0)
