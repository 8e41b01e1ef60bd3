"""Next loads of a whole journal, the line used last first."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from iron.journal.next_sets import Next
from iron.journal.plans import planned_lines
from iron.journal.snapshot.snapshot import next_loads

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def journal_next(
    journal: Journal,
    exercise: str | None,
    at: date | datetime | str | None,
    unit: str | None,
    body_mass_kg: float | None,
) -> list[Next]:
    """The next load of every line of a journal, see `Journal.next`."""
    until, view = journal.moment(at), journal.view
    counted = None if exercise is None else journal.merged.target(exercise).exercise
    chosen = [counted] if counted is not None else list(view.exercises)
    planned = planned_lines(journal, until)
    rows = [
        row
        for name in chosen
        for row in next_loads(view, name, until, unit=unit, body_mass_kg=body_mass_kg, wanted=planned)
    ]
    return sorted(rows, key=lambda row: (row.last or {}).get("date", ""), reverse=True)
