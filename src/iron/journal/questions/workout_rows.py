"""Workouts as rows, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iron.journal.questions.set_rows import SetRow, rows_of_workout
from iron.records.documents import readable

if TYPE_CHECKING:
    from iron.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class WorkoutRow:
    """One visit to the gym.

    Attributes:
        id: id of the workout.
        start: local start.
        end: local end, None while it runs.
        title: its title.
        gym: name of the gym.
        note: its note.
        sets: its sets, in order.
    """

    id: str
    start: str
    end: str | None
    title: str | None
    gym: str | None
    note: str | None
    sets: tuple[SetRow, ...]

    @property
    def working_sets(self) -> int:
        """How many sets, warm-ups apart."""
        return sum(row.kind != "warm-up" for row in self.sets)

    @property
    def exercises(self) -> tuple[str, ...]:
        """Names of its exercises, in order."""
        return tuple(dict.fromkeys(row.name for row in self.sets))

    def as_json(self, *, with_sets: bool = True) -> dict[str, Any]:
        """The workout as JSON; what was not recorded is absent."""
        fields = {"id": self.id, "start": self.start, "end": self.end, "title": self.title, "gym": self.gym}
        fields |= {"note": self.note}
        filled: dict[str, Any] = {key: value for key, value in fields.items() if value is not None}
        filled["working_sets"] = self.working_sets
        filled["exercises"] = list(self.exercises)
        if with_sets:
            filled["sets"] = [row.as_json() for row in self.sets]
        return filled


def workout_rows(
    journal: Journal,
    *,
    since: str = "",
    until: str = "",
    exercise: str | None = None,
    limit: int | None = None,
    unit: str | None = None,
) -> list[WorkoutRow]:
    """Workouts, newest first.

    Args:
        journal: whose workouts.
        since: first day, ``YYYY-MM-DD``.
        until: last day, itself included.
        exercise: only workouts with this exercise; all their sets are told.
        limit: most workouts; all when None.
        unit: ``kg`` or ``lb``; the lifter's own when None.
    """
    shown_in = unit or journal.unit
    wanted = None if exercise is None else journal.merged.target(exercise).exercise
    chosen = [
        (str(body.get("start", "")), document.id, body)
        for document, body in readable(journal.store.all("workout"))
        if since <= str(body.get("start", ""))
        and (not until or str(body.get("start", ""))[: len(until)] <= until)
    ]
    rows: list[WorkoutRow] = []
    for start, ident, body in sorted(chosen, key=lambda row: row[:2], reverse=True):
        if limit is not None and len(rows) >= limit:
            break
        sets = tuple(rows_of_workout(journal, ident, body, None, shown_in))
        if wanted is None or any(row.exercise == wanted for row in sets):
            texts = (body.get("title"), body.get("gym"), body.get("note"))
            rows.append(WorkoutRow(ident, start, body.get("end"), *texts, sets))
    return rows
