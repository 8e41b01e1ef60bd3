"""One line of a journal: sets that may be compared, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iron.journal.snapshot import snapshot as snapshots
from iron.training.history import bests, lines, volume
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength import capacity

if TYPE_CHECKING:
    from iron.journal.journal import Journal


@dataclass(frozen=True)
class Line:
    """Sets that may be compared, and what they say.

    Attributes:
        journal: whose they are.
        key: line key of docs/documents.md.
        sets: the sets, oldest first, their depth classed.
    """

    journal: Journal
    key: str
    sets: tuple[PerformedSet, ...]

    @property
    def facts(self) -> ExerciseFacts:
        """Facts of the line's exercise."""
        exercise = lines.parse_key(self.key).exercise
        return self.journal.facts.get(exercise, ExerciseFacts(exercise))

    def capacity(self, on: date | None = None) -> capacity.Capacity:
        """The 10RM-equivalent on a day; on the day of the last set when None."""
        day = on or self.sets[-1].date
        return snapshots.capacity_of(self.journal.view, self.facts.id, self.key, day)

    def records(self) -> tuple[bests.Record, ...]:
        """The records of the line; cut depth, warm-ups and flagged loads make none."""
        return bests.records(lines.classify_depth(self.sets), self.facts)

    def rep_bests(self) -> tuple[bests.RepBest, ...]:
        """Best load per rep range."""
        return bests.rep_bests(lines.classify_depth(self.sets), self.facts)

    def volume_load_kg(self) -> float:
        """Sum of load × reps [kg]."""
        return volume.volume_load_kg(self.sets, self.journal.facts)
