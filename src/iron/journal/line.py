"""One line of a journal: sets that may be compared, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iron.training.history import bests, lines, volume
from iron.training.history.set_records import Record, records
from iron.training.history.sets import ExerciseFacts, PerformedSet

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.figure import Figure

    from iron.journal.journal import Journal
    from iron.journal.questions.line_questions import Comparison, WhatIf
    from iron.journal.questions.rows import Rows
    from iron.training.strength.capacity import Capacity, TrendPoint


@dataclass(frozen=True, repr=False)
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

    def capacity(self, on: date | None = None) -> Capacity:
        """The 10RM-equivalent on a day; on the day of the last set when None."""
        from iron.journal.snapshot import snapshot as snapshots

        day = on or self.sets[-1].date
        return snapshots.capacity_of(self.journal.view, self.facts.id, self.key, day)

    def records(self) -> tuple[Record, ...]:
        """The records of the line; cut depth, warm-ups and flagged loads make none."""
        return records(self._classed(), self.facts)

    def rep_bests(self) -> tuple[bests.RepBest, ...]:
        """Best load per rep range."""
        return bests.rep_bests(self._classed(), self.facts)

    def compare(self, other: Line, *, on: date | None = None, unit: str | None = None) -> Comparison:
        """How this line compares with another one of the exercise: ratio of the 10RMs and the chance to be stronger.

        Args:
            other: a line of the same exercise.
            on: the day; that of the newest set of both when None.
            unit: ``kg`` or ``lb``; the lifter's own when None.

        Raises:
            BadInputError: the lines are of different exercises, or no 10RM can be told.
        """
        from iron.journal.questions.line_questions import compare_lines

        return compare_lines(self, other, on, unit)

    def what_if(
        self, load: float, *, reps: float | None = None, unit: str | None = None, on: date | None = None
    ) -> WhatIf:
        """What is expected at a load in the first set of a day: reps to failure with their 80 % interval.

        Args:
            load: load as the lifter counts it, in ``unit``.
            reps: reps whose chance is asked.
            unit: ``kg`` or ``lb``; the lifter's own when None.
            on: the day, its sets known; that of the last set when None.
        """
        from iron.journal.questions.line_questions import what_if

        return what_if(self, load, reps=reps, unit=unit, on=on)

    def reserve_bias(self, on: date | None = None) -> tuple[float, float] | None:
        """By how many reps the lifter under-predicts his reserve, with its standard deviation; None without a belief.

        Positive: there was more left than he said. Without a single set whose reserve is known it is the prior of
        docs/evidence.md#reps-in-reserve.
        """
        from iron.journal.snapshot.snapshot import state_on
        from iron.training.strength.capacity import belief

        state = state_on(self.journal.view, self.facts.id, on or self.sets[-1].date)
        if state is None:
            return None
        spread = belief(state, self.key)
        return spread.bias, spread.bias_sd

    def trend(self) -> Rows[TrendPoint]:
        """The 10RM-equivalent after each workout with its 80 % interval [kg as counted], oldest first."""
        from iron.journal.questions.rows import Rows
        from iron.training.strength import capacity

        mass = self.journal.view.body_mass(f"{self.sets[-1].start}~")
        points = capacity.trend(
            self.journal.sets_of(self.facts.id),
            self.facts,
            self.key,
            body_mass_kg=mass,
            references=self.journal.references,
        )
        return Rows(points)

    def plot(self) -> Figure:
        """The 10RM over time with its 80 % interval, as the app draws it; needs matplotlib (``iron-log[plots]``)."""
        from iron.journal.questions.files.plots import line_plot

        return line_plot(self)

    def to_frame(self, kind: str = "polars") -> pl.DataFrame:
        """The sets of the line as a data frame, ``polars`` or ``pandas``."""
        from iron.journal.questions.rows import frame, record

        made: pl.DataFrame = frame([record(set_) for set_ in self.sets], kind)
        return made

    @property
    def name(self) -> str:
        """What sets the line apart, in words."""
        from iron.journal.questions.set_rows import line_words, machine_names

        return line_words(self.journal, self.key, machine_names(self.journal))

    def __repr__(self) -> str:
        return f"Line({self.key!r}, {len(self.sets)} sets)"

    def _repr_html_(self) -> str:
        """The newest sets of the line as a table for a notebook."""
        from iron.journal.questions.rows import html_table, record

        return html_table([record(set_) for set_ in self.sets[-20:]], len(self.sets))

    def _classed(self) -> tuple[PerformedSet, ...]:
        return lines.classify_depth(self.sets, self.journal.references.get(self.key))

    def volume_load_kg(self) -> float:
        """Sum of load × reps [kg]."""
        return volume.volume_load_kg(self.sets, self.journal.facts)
