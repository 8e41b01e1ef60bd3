"""Exercises that train what another one trains: by the muscles that both count for, the lifter's own history first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge import messages
from iron.values.errors import BadInputError
from iron.values.ids import fold

if TYPE_CHECKING:
    from iron.journal.journal import Journal

_MOST: Final = 12
# Below this share of common work two exercises train different things: a choice.
_LEAST_SHARED: Final = 0.5


def alternatives(journal: Journal, exercise: str, equipment: str = "") -> dict[str, Any]:
    """Exercises that could stand in for another one.

    The share of common work is that of the set credits (docs/mechanics.md#in-the-log): the sum of the smaller credits
    over the sum of the larger ones. It says what is trained, not which is better: that is in the guides.

    Args:
        journal: whose history.
        exercise: the exercise to replace.
        equipment: id or name of the equipment that there is; any when empty.

    Raises:
        BadInputError: there is no such equipment.
    """
    library = journal.library
    wanted = _equipment(journal, equipment)
    counts = Counter(set_.exercise for set_ in journal.sets)
    own = {credit.muscle: credit.credit for credit in journal.facts[exercise].muscles}
    rows = []
    for known in library.exercises.values():
        if known.id == exercise or (wanted and known.equipment != wanted):
            continue
        shared = _shared(own, {credit.muscle: credit.credit for credit in known.muscles})
        if shared >= _LEAST_SHARED:
            rows.append((counts[known.id] > 0, round(shared, 2), known))
    rows.sort(key=lambda row: (-row[0], -row[1], row[2].name))
    listed = [
        messages.phrase(
            "alternative-logged" if counts[known.id] else "alternative",
            {
                "id": known.id,
                "name": known.name,
                "equipment": library.equipment[known.equipment].name,
                "share": round(100 * shared),
                "sets": counts[known.id],
            },
        )
        for _, shared, known in rows[:_MOST]
    ]
    answer: dict[str, Any] = {"instead_of": journal.name_of(exercise), "exercises": listed}
    listed_exercise = library.exercises.get(exercise)
    if listed_exercise is not None and any(each.id == "alternatives" for each in listed_exercise.sections):
        from iron.journal.questions.exercise_card import guide_text

        answer["guide"] = guide_text(journal, exercise, "alternatives")[:1800]
    return answer


def _equipment(journal: Journal, words: str) -> str:
    if not words:
        return ""
    for ident, each in journal.library.equipment.items():
        if fold(words) in {fold(ident), fold(each.name)}:
            return ident
    known = ", ".join(each.name for each in journal.library.equipment.values())
    raise BadInputError(f"Iron knows no equipment “{words[:40]}”. It knows: {known}.", where="equipment")


def _shared(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    muscles = first.keys() | second.keys()
    most = sum(max(first.get(muscle, 0.0), second.get(muscle, 0.0)) for muscle in muscles)
    if most == 0:
        return 0.0
    return sum(min(first.get(muscle, 0.0), second.get(muscle, 0.0)) for muscle in muscles) / most
