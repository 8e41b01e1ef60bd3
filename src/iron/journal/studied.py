"""One exercise of a lifter: sets by workout and line, its belief, and what of it must be computed again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from iron.journal.fitting import Fit
from iron.training.history.lines import key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.prescription.build import moving

Stamp = tuple[str, str]
"""Start and id of a workout: where it stands in time."""


@dataclass
class Studied:
    """One exercise of a view.

    Attributes:
        facts: its facts.
        workouts: sets by workout id, with the start of the workout.
        order: (start, workout id), oldest first.
        lines: by line key, (start, workout id) of the workouts it was done in, oldest first.
        counts: by line key, how many sets.
        version: grows with every change of its sets.
        dirty: the oldest place in `order` that changed since the fit was brought up, None for none.
        fit: the belief, workout by workout.
        answers: what was computed of it, by what was asked; empty after a change.
        zones: offsets of its workouts from UTC, and how many there are of each.
        depths: how many of its sets have a measured depth.
        changed: by line key, the oldest place that changed since the line was drawn.
        drawn: by line key, what is drawn of it, for the next answer to go on from (`iron.journal.growth.drawing`).
    """

    facts: ExerciseFacts
    workouts: dict[str, tuple[str, tuple[PerformedSet, ...]]] = field(default_factory=dict)
    order: list[Stamp] = field(default_factory=list)
    lines: dict[str, list[Stamp]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    version: int = 0
    dirty: Stamp | None = None
    fit: Fit = field(default_factory=Fit)
    answers: dict[Any, Any] = field(default_factory=dict)
    zones: Counter[int] = field(default_factory=Counter)
    depths: int = 0
    changed: dict[str, Stamp] = field(default_factory=dict)
    drawn: dict[str, Any] = field(default_factory=dict)

    @property
    def sets(self) -> tuple[PerformedSet, ...]:
        """Its sets, oldest first."""
        return self.sets_of(self.order)

    def recent(self, workouts: int) -> tuple[PerformedSet, ...]:
        """The sets of the last workouts of every line, oldest first."""
        chosen = sorted({stamp for stamps in self.lines.values() for stamp in stamps[-workouts:]})
        return self.sets_of(chosen)

    def sets_of(self, stamps: Iterable[Stamp]) -> tuple[PerformedSet, ...]:
        """The sets of some workouts, in their order."""
        return tuple(set_ for _, workout in stamps for set_ in self.workouts[workout][1])

    def moving_sets_of(self, stamps: Iterable[Stamp]) -> list[PerformedSet]:
        """The same with moved masses to compare with."""
        return [moving(set_, self.facts) for set_ in self.sets_of(stamps)]

    def last_base(self, line: str) -> float:
        """Uncounted mass of the newest set of a line [kg]."""
        sets = self.workouts[self.lines[line][-1][1]][1]
        return next(set_.base_kg for set_ in reversed(sets) if key_of(set_, self.facts) == line)

    def put(self, workout: str, start: str, sets: tuple[PerformedSet, ...]) -> None:
        """Take in a workout, or another version of it; none of its sets takes it out."""
        before = self.workouts.get(workout)
        if before is None and not sets:
            return
        if before is not None:
            if before == (start, sets):
                return
            self._take_out(workout, *before)
        if sets:
            self.workouts[workout] = (start, sets)
            insort(self.order, (start, workout))
            for line, count in self._lines(sets).items():
                insort(self.lines.setdefault(line, []), (start, workout))
                self.counts[line] = self.counts.get(line, 0) + count
                self._changes(line, (start, workout))
            self.zones.update({offset for set_ in sets if (offset := set_.offset) is not None})
            self.depths += sum(set_.depth_value is not None for set_ in sets)
            self._mark((start, workout))
        self.version += 1
        self.answers.clear()

    def _take_out(self, workout: str, start: str, sets: tuple[PerformedSet, ...]) -> None:
        stamp = (start, workout)
        del self.workouts[workout]
        del self.order[bisect_left(self.order, stamp)]
        for line, count in self._lines(sets).items():
            stamps = self.lines[line]
            del stamps[bisect_left(stamps, stamp)]
            self.counts[line] -= count
            self._changes(line, stamp)
            if not stamps:
                del self.lines[line], self.counts[line]
        self.depths -= sum(set_.depth_value is not None for set_ in sets)
        self.zones -= Counter({offset for set_ in sets if (offset := set_.offset) is not None})
        self._mark(stamp)

    def _changes(self, line: str, stamp: Stamp) -> None:
        self.changed[line] = min(stamp, self.changed.get(line, stamp))

    def _lines(self, sets: Iterable[PerformedSet]) -> Counter[str]:
        return Counter(key_of(set_, self.facts) for set_ in sets)

    def _mark(self, stamp: Stamp) -> None:
        self.dirty = stamp if self.dirty is None else min(self.dirty, stamp)
