"""Two exercises side by side: what they share, what differs, what changes for who swaps them.

Works on the facts of an exercise as `iron build-content` writes them, so that page and app say the same: the app has a
twin, `web/src/core/rules/exercises/comparing.ts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.values.decoding import converter

if TYPE_CHECKING:
    from collections.abc import Iterator

LOAD_MEANS: Final = {
    "plates": "the plates, without the sled or lever",
    "barbell": "bar and plates together",
    "dumbbell": "one dumbbell",
    "kettlebell": "one kettlebell, ball, plate or bag",
    "stack": "the mark on the stack",
    "added": "kilos hung on the body",
    "assistance": "kilos that help",
    "band": "what you write down for the band",
    "none": "no load",
}
SKILL_MEANS: Final = {"little": "little: a session", "some": "some: weeks", "much": "much: months"}
COST_MEANS: Final = {
    "little": "little: a pin, or nothing",
    "some": "some: plates, a seat or a handle",
    "much": "much: a rack and plates",
}
_LEVELS: Final = ("little", "some", "much")


@dataclass(frozen=True, slots=True)
class Band:
    """How much of a set counts for a muscle: credit and its band, 0 to 1."""

    id: str
    credit: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Named:
    """A variable or a fault, as far as a comparison needs it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Machine:
    """The band of the empty machine [kg]."""

    base_low: float
    base_high: float


@dataclass(frozen=True, slots=True)
class Facts:
    """An exercise as a comparison sees it: a part of `content/<id>.json` (docs/documents.md)."""

    id: str
    name: str
    equipment: str
    movement: str
    load_meaning: str
    muscles: tuple[Band, ...]
    implements: int = 1
    bodyweight_share: float = 0
    unilateral: bool = False
    primary: tuple[str, ...] = ()
    variables: tuple[Named, ...] = ()
    faults: tuple[Named, ...] = ()
    machine: Machine | None = None
    skill: str = ""
    setup_cost: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    """Equipment: its name and kind."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the index: muscles by id, equipment by id."""

    muscles: Mapping[str, str]
    equipment: Mapping[str, Tool]


@dataclass(frozen=True, slots=True)
class MuscleRow:
    """One muscle in both exercises; None where an exercise does not name it."""

    muscle: str
    name: str
    a: Band | None
    b: Band | None


@dataclass(frozen=True, slots=True)
class Part:
    """What one of the two exercises asks for.

    Attributes:
        load: what the logged number means.
        setup: what has to be there and be set before a set, as far as the file says.
        skill, cost: in words; opinion.
    """

    id: str
    name: str
    load: str
    setup: tuple[str, ...]
    skill: str
    cost: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two exercises side by side.

    Attributes:
        shared: what both have in common, as sentences.
        muscles: every muscle that one of them names, the most counted first.
        same_load: whether the logged number means the same in both; even then loads do not carry over.
        changes: what changes for who goes from ``a`` to ``b``, as sentences.
    """

    a: Part
    b: Part
    shared: tuple[str, ...]
    muscles: tuple[MuscleRow, ...]
    same_load: bool
    changes: tuple[str, ...]


_READ_FACTS: Final = converter(Facts)


def read_facts(file: Mapping[str, object]) -> Facts:
    """The facts of an exercise from the JSON that `iron build-content` wrote."""
    return _READ_FACTS(file)


def read_names(index: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Names:
    """The names of muscles and equipment from the index."""
    muscles = {key: each["name"] for key, each in index.get("muscles", {}).items()}
    tools = {key: Tool(each["name"], each["kind"]) for key, each in index.get("equipment", {}).items()}
    return Names(muscles, tools)


def compare(a: Facts, b: Facts, names: Names) -> Comparison:
    """Put two exercises side by side.

    Args:
        a: the exercise that is done now.
        b: the one it is compared with.
        names: of muscles and equipment.
    """
    rows = tuple(_muscle_rows(a, b, names))
    return Comparison(
        _part(a, names),
        _part(b, names),
        tuple(_shared(a, b, rows, names)),
        rows,
        _load(a) == _load(b),
        tuple(_changes(a, b, rows)),
    )


def _muscle_rows(a: Facts, b: Facts, names: Names) -> Iterator[MuscleRow]:
    in_a, in_b = ({each.id: each for each in facts.muscles} for facts in (a, b))

    def most_trained_first(muscle: str) -> tuple[float, int, str]:
        """Equal credits keep the order of the files, where the prime mover comes first; the same both ways round."""
        bands = [each[muscle] for each in (in_a, in_b) if muscle in each]
        place = min(list(each).index(muscle) for each in (in_a, in_b) if muscle in each)
        return -max(band.credit for band in bands), place, muscle

    for muscle in sorted({*in_a, *in_b}, key=most_trained_first):
        yield MuscleRow(muscle, names.muscles.get(muscle, muscle), in_a.get(muscle), in_b.get(muscle))


def _part(facts: Facts, names: Names) -> Part:
    return Part(
        facts.id,
        facts.name,
        _load(facts),
        tuple(_setup(facts, names)),
        SKILL_MEANS.get(facts.skill, "not said"),
        COST_MEANS.get(facts.setup_cost, "not said"),
    )


def _load(facts: Facts) -> str:
    words = LOAD_MEANS.get(facts.load_meaning, facts.load_meaning)
    return f"{words}, {facts.implements} of them move" if facts.implements > 1 else words


def _setup(facts: Facts, names: Names) -> Iterator[str]:
    equipment = names.equipment.get(facts.equipment)
    if equipment is not None:
        yield f"Needs: {equipment.name}."
        if equipment.kind == "machine":
            yield "A machine guides the path."
    if facts.variables:
        yield f"To choose and record: {', '.join(each.name.lower() for each in facts.variables)}."
    if facts.machine is not None and facts.machine.base_low < facts.machine.base_high:
        low, high = facts.machine.base_low, facts.machine.base_high
        yield f"The empty machine weighs {low:g} to {high:g} kg, a guess until you know yours."


def _shared(a: Facts, b: Facts, rows: tuple[MuscleRow, ...], names: Names) -> Iterator[str]:
    if a.movement == b.movement:
        yield f"The same movement: {a.movement.replace('_', ' ')}."
    if a.equipment == b.equipment and a.equipment in names.equipment:
        yield f"The same equipment: {names.equipment[a.equipment].name.lower()}."
    both = [row.name.lower() for row in rows if row.a and row.b and row.a.credit and row.b.credit]
    if both:
        yield f"Both count for {', '.join(both)}."
    faults = {each.id for each in b.faults}
    if same := [each.name.lower() for each in a.faults if each.id in faults]:
        yield f"The same faults to look for: {', '.join(same)}."


_NOTHING: Final = Band("", 0, 0, 0)


def _changes(a: Facts, b: Facts, rows: tuple[MuscleRow, ...]) -> Iterator[str]:
    for words, sure, sign in (
        ("More", True, 1),
        ("Less", True, -1),
        ("Perhaps more", False, 1),
        ("Perhaps less", False, -1),
    ):
        moved = [row.name.lower() for row in rows if _moved(row) == (sign, sure)]
        if moved:
            yield f"{words} for {', '.join(moved)}."
    for what, was, now in (("skill", a.skill, b.skill), ("time to set up", a.setup_cost, b.setup_cost)):
        if was in _LEVELS and now in _LEVELS and was != now:
            more = "more" if _LEVELS.index(now) > _LEVELS.index(was) else "less"
            yield f"It asks for {more} {what}, {now} instead of {was}: our opinion."
    if _load(a) != _load(b):
        yield f"The number means something else: {_load(b)} instead of {_load(a)}."
    if a.id != b.id:
        yield "It is a line of its own: loads do not carry over, so begin light and let the first sets tell."
    if a.bodyweight_share != b.bodyweight_share:
        more = "more" if b.bodyweight_share > a.bodyweight_share else "less"
        before, after = a.bodyweight_share * 100, b.bodyweight_share * 100
        yield f"You lift {more} of your own body: about {after:.0f} % instead of {before:.0f} %."
    if a.unilateral != b.unilateral:
        yield "A set is one side by nature." if b.unilateral else "A set is both sides at once."


def _moved(row: MuscleRow) -> tuple[int, bool]:
    """Direction of a muscle's credit, and whether the bands leave no doubt: they do not overlap."""
    a, b = row.a or _NOTHING, row.b or _NOTHING
    if b.credit == a.credit:
        return 0, False
    if b.credit > a.credit:
        return 1, b.low > a.high
    return -1, b.high < a.low
