"""What the load of one exercise says about the load of another (`content/carryover.toml`).

Where a study measured both in the same people, its line is used; everywhere else a guess with a wide spread. The app
has a twin, `web/src/core/rules/exercises/carryover.ts`, on the same rules (`carryover.json`); the interval is
`iron.training.strength.first_load`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.knowledge.reading import read_text
from iron.knowledge.rendering import source_label
from iron.knowledge.tables import File, Table, read_toml
from iron.knowledge.words import MOVEMENTS
from iron.values.decoding import converter
from iron.values.errors import BadContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.knowledge.library import Library
    from iron.knowledge.model import Problem
    from iron.knowledge.selection.comparing import Facts

NAME: Final = "carryover.toml"
# Loads that are kilograms moved and say something without the lifter's body mass.
_COUNTED: Final = frozenset({"plates", "barbell", "dumbbell", "kettlebell", "stack"})
_ONE_SIDE: Final = 0.5  # a guess: one limb lifts half of what two lift


@dataclass(frozen=True, slots=True)
class Measured:
    """A line that a study measured: load of ``b`` = ``slope`` × load of ``a`` + ``kg``, totals.

    Attributes:
        log_sd: spread between people, log scale.
        source, label, n, address: the study; ``n`` is how many took part.
    """

    a: str
    b: str
    slope: float
    kg: float
    log_sd: float
    source: str
    label: str = ""
    n: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Everything that links loads; ``carryover.json`` holds the same.

    Attributes:
        guess: the spread of guesses, ``same_movement`` and ``other_movement``.
        movement, equipment: total 10RM as a share of the back squat, and the factor of the equipment.
        exercise: shares of single exercises, which replace the product.
    """

    measured: tuple[Measured, ...]
    guess: Mapping[str, float]
    movement: Mapping[str, float]
    equipment: Mapping[str, float]
    exercise: Mapping[str, float]


rules_from_json = converter(CarryOver)
"""Reads what `iron build-content` wrote as ``carryover.json``, parsed."""


@dataclass(frozen=True, slots=True)
class Link:
    """How the total load of ``b`` follows from that of ``a``: ``slope`` × load + ``kg``, its spread and its basis."""

    slope: float
    kg: float
    log_sd: float
    basis: str
    address: str = ""


def link(rules: CarryOver, a: Facts, b: Facts) -> Link | str:
    """How a load carries over from ``a`` to ``b``; one sentence where nothing may be said."""
    if a.id == b.id:
        return "It is the same exercise."
    for facts in (a, b):
        if facts.load_meaning not in _COUNTED:
            return f"The number of {facts.name} is not a load that moves by itself, so no first load follows from it."
    if not set(a.primary) & set(b.primary):
        return "They are chosen for different muscles: the load of one says nothing about the other."
    for each in rules.measured:
        if (each.a, each.b) == (a.id, b.id):
            return Link(each.slope, each.kg, each.log_sd, _basis(each), each.address)
        if (each.b, each.a) == (a.id, b.id):
            return Link(
                1 / each.slope,
                -each.kg / each.slope,
                each.log_sd,
                f"{_basis(each)} Read backwards.",
                each.address,
            )
    shares = index(rules, a), index(rules, b)
    if not shares[0] or not shares[1]:
        return (
            "Iron has not even a guess at how these two loads belong together. Begin with the lightest step."
        )
    spread = rules.guess["same_movement" if a.movement == b.movement else "other_movement"]
    basis = "A guess: we found no study that measured both in the same people."
    return Link(shares[1] / shares[0], 0.0, spread, basis)


def index(rules: CarryOver, facts: Facts) -> float:
    """Total 10RM as a share of the back squat, a guess; 0 where there is none."""
    known = rules.exercise.get(facts.id)
    if known is not None:
        return known
    share = rules.movement.get(facts.movement, 0.0) * rules.equipment.get(facts.equipment, 0.0)
    return share * _ONE_SIDE if facts.unilateral else share


def _basis(each: Measured) -> str:
    return f"Measured in {each.n} people ({each.label})." if each.n else f"Measured ({each.label})."


def carryover_rules(library: Library) -> CarryOver:
    """The rules of `content/carryover.toml` with the labels of their studies.

    Raises:
        BadContentError: the file is broken or names an exercise or source that is not there.
    """
    problems: list[Problem] = []
    rules = read_carryover(library, problems)
    if problems:
        raise BadContentError([str(problem) for problem in problems])
    return rules


def read_carryover(library: Library, problems: list[Problem]) -> CarryOver:
    """Read the file; what is wrong goes to ``problems``. Without the file nothing carries over."""
    text = read_text(library.root, NAME, problems) if (library.root / NAME).is_file() else None
    if text is None:
        return CarryOver((), {"same_movement": 1.0, "other_movement": 1.0}, {}, {}, {})
    file = File(NAME, problems)
    top = Table(file, read_toml(file, text))
    rules = CarryOver(
        tuple(_measured(top, library)),
        _numbers(top, "guess", {"same_movement", "other_movement"}, "spread", must=True),
        _numbers(top, "movement", set(MOVEMENTS), "movement"),
        _numbers(top, "equipment", set(library.equipment), "equipment"),
        _numbers(top, "exercise", set(library.exercises), "exercise"),
    )
    top.report_unused()
    return rules


def _measured(top: Table, library: Library) -> Iterator[Measured]:
    for table in top.tables("measured"):
        a, b = table.text("a", must=True), table.text("b", must=True)
        for field, key in (("a", a), ("b", b)):
            if key and key not in library.exercises:
                table.report(field, f"“{key}” is not an exercise of the library.")
        slope = table.number("slope", low=0.01, high=100)
        kg, log_sd = table.number("kg"), table.number("log_sd", low=0.05, high=2)
        key = table.text("source", must=True)
        source = library.sources.get(key)
        if key and source is None:
            table.report("source", f"Source “{key}” is not in sources.toml.")
        table.report_unused()
        if source:
            yield Measured(a, b, slope, kg, log_sd, key, source_label(source), source.n, source.address)


def _numbers(top: Table, name: str, known: set[str], what: str, *, must: bool = False) -> dict[str, float]:
    table = top.table(name)
    if table is None:
        return dict.fromkeys(known, 1.0) if must else {}
    result = {}
    for key in table.keys():  # noqa: SIM118  a table of ours, no dict
        if key not in known:
            table.report(key, f"“{key}” is no {what} that Iron knows.")
        result[key] = table.number(key, low=0.01, high=10)
    return result
