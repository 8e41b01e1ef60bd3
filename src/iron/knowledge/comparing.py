"""Two exercises side by side: what they share, what differs, what changes for who swaps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.knowledge.library import Library
    from iron.knowledge.model import Credit, Exercise

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


@dataclass(frozen=True, slots=True)
class Band:
    """How much of a set counts for a muscle: credit and its band, 0 to 1."""

    credit: float
    low: float
    high: float


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
    """

    id: str
    name: str
    load: str
    setup: tuple[str, ...]


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


def compare(library: Library, a: str, b: str) -> Comparison:
    """Put two exercises side by side.

    Everything comes from their files; skill is not in them except in the words of a guide, so nothing is said of it.

    Args:
        library: what Iron knows.
        a: id of the exercise that is done now.
        b: id of the one it is compared with.

    Raises:
        NotFoundError: there is no such exercise.
    """
    one, other = library.exercise(a), library.exercise(b)
    rows = tuple(_muscle_rows(library, one, other))
    return Comparison(
        _part(library, one),
        _part(library, other),
        tuple(_shared(library, one, other, rows)),
        rows,
        _load(one) == _load(other),
        tuple(_changes(one, other, rows)),
    )


def _muscle_rows(library: Library, a: Exercise, b: Exercise) -> Iterator[MuscleRow]:
    in_a, in_b = ({each.muscle: each for each in exercise.muscles} for exercise in (a, b))

    def most(muscle: str) -> tuple[float, str]:
        return -max(each[muscle].credit for each in (in_a, in_b) if muscle in each), muscle

    for muscle in sorted({*in_a, *in_b}, key=most):
        known = library.muscles.get(muscle)
        name = known.name if known else muscle
        yield MuscleRow(muscle, name, _band(in_a.get(muscle)), _band(in_b.get(muscle)))


def _band(credit: Credit | None) -> Band | None:
    return Band(credit.credit, credit.low, credit.high) if credit else None


def _part(library: Library, exercise: Exercise) -> Part:
    return Part(exercise.id, exercise.name, _load(exercise), tuple(_setup(library, exercise)))


def _load(exercise: Exercise) -> str:
    words = LOAD_MEANS.get(exercise.load_meaning, exercise.load_meaning)
    return f"{words}, {exercise.implements} of them move" if exercise.implements > 1 else words


def _setup(library: Library, exercise: Exercise) -> Iterator[str]:
    equipment = library.equipment.get(exercise.equipment)
    if equipment is not None:
        yield f"Needs: {equipment.name}."
        if equipment.kind == "machine":
            yield "A machine guides the path."
    if exercise.variables:
        yield f"To choose and record: {', '.join(each.name.lower() for each in exercise.variables)}."
    if exercise.machine is not None and exercise.machine.base_low < exercise.machine.base_high:
        low, high = exercise.machine.base_low, exercise.machine.base_high
        yield f"The empty machine weighs {low:g} to {high:g} kg, a guess until you know yours."


def _shared(library: Library, a: Exercise, b: Exercise, rows: tuple[MuscleRow, ...]) -> Iterator[str]:
    if a.movement == b.movement:
        yield f"The same movement: {a.movement.replace('_', ' ')}."
    if a.equipment == b.equipment and a.equipment in library.equipment:
        yield f"The same equipment: {library.equipment[a.equipment].name.lower()}."
    both = [row.name.lower() for row in rows if row.a and row.b and row.a.credit and row.b.credit]
    if both:
        yield f"Both count for {', '.join(both)}."
    faults = {each.id for each in b.faults}
    if same := [each.name.lower() for each in a.faults if each.id in faults]:
        yield f"The same faults to look for: {', '.join(same)}."


_NOTHING: Final = Band(0, 0, 0)


def _changes(a: Exercise, b: Exercise, rows: tuple[MuscleRow, ...]) -> Iterator[str]:
    for words, sure, sign in (
        ("More", True, 1),
        ("Less", True, -1),
        ("Perhaps more", False, 1),
        ("Perhaps less", False, -1),
    ):
        names = [row.name.lower() for row in rows if _moved(row) == (sign, sure)]
        if names:
            yield f"{words} for {', '.join(names)}."
    if _load(a) != _load(b):
        yield f"The number means something else: {_load(b)} instead of {_load(a)}."
    if a.id != b.id:
        yield "It is a line of its own: loads do not carry over, so begin light and let the first sets tell."
    if a.bodyweight_share != b.bodyweight_share:
        more = "more" if b.bodyweight_share > a.bodyweight_share else "less"
        was, now = a.bodyweight_share * 100, b.bodyweight_share * 100
        yield f"You lift {more} of your own body: about {now:.0f} % instead of {was:.0f} %."
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
