"""The sessions that come next in a program, each as it is when those before it are done as asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.training.programs.state import Performed, Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.training.programs.fold import Fold
    from iron.training.programs.state import SlotTargets


def one_round(fold: Fold) -> int:
    """So many sessions that every day of the program comes once."""
    return max(fold.program.days_per_week, len(fold.program.days))


def upcoming(fold: Fold, count: int) -> Iterator[list[SlotTargets]]:
    """The targets of so many sessions to come; fewer when the program ends before. The fold stays as it is."""
    copy = fold.copy()
    for number in range(count):
        place = copy.place
        if place is None:
            return
        slots = copy.targets(place)
        yield slots
        results = {row.slot: [Performed(target.reps_low) for target in row.sets] for row in slots}
        copy.session(Session(f"upcoming {number}", place, results))
