"""The shape of a plan as JSON; the app's types are generated from it."""

from __future__ import annotations

from typing import Literal, TypedDict

from iron.values.units import MassUnit


class TotalsAnswer(TypedDict):
    """Check sums over sets, to compare with the app that wrote the file; no volume while a unit is asked for."""

    sets: int
    reps: float
    volume_kg: float | None
    distance_m: float
    duration_s: float
    warm_ups: int
    drops: int
    failures: int
    rated: int
    notes: int
    supersets: int


class UnitAnswer(TypedDict):
    """The question for the unit of loads."""

    sentence: str
    suggested: MassUnit | None
    reason: str


class DateAnswer(TypedDict):
    """The question for the order of day and month."""

    sentence: str
    example: str
    suggested: Literal["dmy", "mdy"] | None
    reason: str


class ColumnsAnswer(TypedDict):
    """The question for the columns of a table of no known app."""

    sentence: str
    header: list[str]
    sample: list[list[str]]
    proposed: dict[str, str]
    missing: list[str]


class SuggestionAnswer(TypedDict):
    """An exercise that a name may mean; the score is 0 to 1."""

    id: str
    score: float


class ExerciseAnswer(TypedDict):
    """One exercise name of the file; without an id the import makes an exercise of the lifter's own."""

    name: str
    id: str | None
    how: str
    sets: int
    suggestions: list[SuggestionAnswer]
    machine: str | None
    note: str | None
    totals: TotalsAnswer


class MachineAnswer(TypedDict):
    """A machine that the import would make."""

    id: str
    name: str
    exercise: str
    gym: str | None


class SkippedAnswer(TypedDict):
    """A row that was not understood, with the reason and what to do about it."""

    line: int
    column: str
    value: str
    reason: str
    way_out: str


class ChangedAnswer(TypedDict):
    """A workout that the file tells otherwise than the journal; an edited one is never overwritten."""

    id: str
    start: str
    title: str
    what: Literal["grown", "shrunk", "corrected"]
    sets_here: int
    sets_file: int
    edited: bool


class ElsewhereAnswer(TypedDict):
    """A workout that the journal has from another app or under another title."""

    start: str
    id: str


class PlanAnswer(TypedDict):
    """What an import would do, without its documents; `file` is the checksum of the file."""

    format: str
    app: str
    file_name: str
    file: str
    unit: MassUnit | None
    needs_unit: UnitAnswer | None
    needs_date_order: DateAnswer | None
    needs_columns: ColumnsAnswer | None
    in_utc: bool
    columns: dict[str, str] | None
    workouts: int
    sets: int
    totals: TotalsAnswer
    rest_rows: int
    note_rows: int
    data_rows: int
    span: tuple[str, str] | None
    exercises: list[ExerciseAnswer]
    machines: list[MachineAnswer]
    skipped: list[SkippedAnswer]
    warnings: list[str]
    new: int
    unchanged: int
    changed: list[ChangedAnswer]
    same_elsewhere: list[ElsewhereAnswer]
    stay_deleted: int
    measurements: int
