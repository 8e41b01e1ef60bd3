"""The neutral shape that every foreign format is read into: what the file says, nothing resolved, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from iron.exchange.reading.date_order import DateQuestion
    from iron.values.units import LengthUnit, MassUnit

SetKind = Literal["warm-up", "working", "drop", "rest-pause"]


class ForeignSet(Struct, frozen=True, gc=False):
    """One set as the file gives it. A log has many: the struct is small and made quickly.

    Attributes:
        line: line of the file on which its row starts, from 1.
        kind: kind of set; a failure set is ``working`` with ``failure``.
        load: the number in ``load_unit``, float dust removed; None = no load, below zero = help.
        load_unit: None where the file does not say its unit.
        reps: repetitions; 0 is an attempt that failed or a slip, None means the set has no reps.
        duration_s: duration [s].
        distance: the number in ``distance_unit``.
        distance_unit: None where the file does not say its unit.
        rpe: rate of perceived exertion as the file has it, 1 to 10.
        failure: the file marks the set as taken to failure.
        note: note of this set.
        rest_s: rest taken after it [s].
        raw: text of the row.
        side: side that the file says.
        flags: doubts that stay with the set (`docs/documents.md`).
    """

    line: int
    kind: SetKind = "working"
    load: float | None = None
    load_unit: MassUnit | None = None
    reps: float | None = None
    duration_s: float | None = None
    distance: float | None = None
    distance_unit: LengthUnit | None = None
    rpe: float | None = None
    failure: bool = False
    note: str | None = None
    rest_s: float | None = None
    raw: str = ""
    side: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[object, ...]:
        """What was lifted, for comparing two sets."""
        return (self.kind, self.load, self.reps, self.duration_s, self.distance, self.rpe)


class ForeignBlock(Struct, frozen=True, gc=False):
    """One exercise in one go; the same exercise may come again later in the workout.

    Attributes:
        name: exercise name as written.
        note: note on the exercise.
        group: superset letter inside the workout.
        sets: sets in order.
        in_turns: the superset shows in the order of the rows alone; the file does not say it.
    """

    name: str
    note: str | None
    group: str | None
    sets: tuple[ForeignSet, ...]
    in_turns: bool = False


@dataclass(frozen=True, slots=True)
class ForeignWorkout:
    """One workout.

    Attributes:
        start: local wall time.
        end: local wall time; None where the file does not say it.
        title: title as written, may be empty.
        note: note on the workout.
        blocks: exercises in order.
        offset: minutes east of UTC, None = unknown.
        written: the start as the file writes it, which the id is made from; None = as ``start``.
    """

    start: datetime
    end: datetime | None
    title: str
    note: str | None
    blocks: tuple[ForeignBlock, ...]
    offset: int | None = None
    written: datetime | None = None


@dataclass(frozen=True, slots=True)
class ForeignMass:
    """The lifter's body mass on one day.

    Attributes:
        at: local wall time.
        value: the number in ``unit``.
        unit: kg or lb.
    """

    at: datetime
    value: float
    unit: MassUnit


@dataclass(frozen=True, slots=True)
class Skipped:
    """One row that could not be read.

    Attributes:
        line: line on which the row starts, from 1.
        column: header of the cell, or an empty string when the whole row is meant.
        value: what stands there.
        reason: a sentence.
        way_out: what the lifter can do about it.
    """

    line: int
    column: str
    value: str
    reason: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file, read.

    Attributes:
        app: source app, e.g. ``strong``; part of the ids of its workouts.
        format: layout, e.g. ``strong-s3``.
        workouts: by start, then as in the file.
        skipped: rows not understood.
        warnings: sentences for the person who imports.
        unit: unit that the file states for all its loads; None where it states none, or one on every row.
        data_rows: rows of the file below the header, blank ones not counted. Sets, rest rows, note rows and skipped
            ones together make it up, except where a row holds several sets (StrongLifts).
        rest_rows: rows that were rest times.
        note_rows: rows that were notes.
        experimental: this reader was built without a real file.
        date_question: asked where day and month cannot be told apart.
        in_utc: the file writes its times in UTC and nobody said where the lifter trained.
        columns: header by role, for a table of no known app.
        header: what tables with these columns have in common.
        measurements: body masses.
    """

    app: str
    format: str
    workouts: tuple[ForeignWorkout, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    unit: MassUnit | None
    data_rows: int
    rest_rows: int = 0
    note_rows: int = 0
    experimental: bool = False
    date_question: DateQuestion | None = None
    in_utc: bool = False
    columns: Mapping[str, str] | None = None
    header: str | None = None
    measurements: tuple[ForeignMass, ...] = ()

    @property
    def set_count(self) -> int:
        """Number of sets in all workouts."""
        return sum(len(block.sets) for workout in self.workouts for block in workout.blocks)
