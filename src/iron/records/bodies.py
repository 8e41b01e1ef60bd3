"""The shapes of version 1 bodies, as far as Iron knows them (`docs/documents.md`). Unknown keys pass."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct, field

from iron.records.body_values import (
    MAX_LISTED,
    MAX_REPS,
    Day,
    DistanceBody,
    Identity,
    LoadBody,
    LogKind,
    Mass,
    MassUnit,
    Moment,
    Name,
    Offset,
    Reps,
    Rir,
    Seconds,
    Word,
)
from iron.records.proposal_bodies import ProposalBody


class DepthBody(Struct, rename={"class_": "class"}):
    """How deep a set went, measured or judged."""

    value: float | None = None
    how: Literal["knee_angle", "stop", "judged"] | None = None
    class_: Literal["full", "cut"] | None = None


class TargetBody(Struct):
    """What was planned for a set."""

    load: LoadBody | None = None
    reps_low: Reps | None = None
    reps_high: Reps | None = None
    rir: Rir | None = None


class SetBody(Struct):
    """One set."""

    id: Identity
    order: str | None = None
    kind: Literal["warm-up", "working", "drop", "rest-pause"] | None = None
    load: LoadBody | None = None
    as_lifted: LoadBody | None = None
    reps: Reps | None = None
    duration_s: Seconds | None = None
    distance: DistanceBody | None = None
    side: Literal["both", "left", "right", "single"] | None = None
    rir: Rir | None = None
    failure: bool | None = None
    setup: dict[str, str | float | bool] | None = None
    depth: DepthBody | None = None
    tempo: str | None = None
    rest_s: Seconds | None = None
    faults: list[str] | None = None
    note: str | None = None
    done_at: Moment | None = None
    target: TargetBody | None = None
    flags: list[str] | None = None
    source: dict[str, Any] | None = None


class WornMachineBody(Struct):
    """The machine as copied into an entry."""

    id: Identity | None = None
    name: str | None = None
    gym: str | None = None
    base_kg: Mass | None = None
    angle_deg: Annotated[float, Meta(ge=0, le=90)] | None = None


class PlanBody(Struct):
    """What an entry means to do."""

    sets: Annotated[int, Meta(ge=1, le=100)] | None = None
    reps_low: Reps | None = None
    reps_high: Reps | None = None
    rir: Rir | None = None
    setup: dict[str, str | float | bool] | None = None
    deload: bool | None = None


class EntryBody(Struct):
    """One exercise inside a workout."""

    id: Identity
    exercise: Identity
    order: str | None = None
    machine: WornMachineBody | None = None
    group: str | None = None
    note: str | None = None
    rest_s: Seconds | None = None
    plan: PlanBody | None = None
    bar: LoadBody | None = None
    slot: Identity | None = None
    sets: list[SetBody] = []


class RunDayBody(Struct):
    """The session of a run of a program that a workout was: cycle and week from 1, day by its place in the text."""

    id: Identity
    cycle: Annotated[int, Meta(ge=1, le=200)]
    week: Annotated[int, Meta(ge=1, le=52)]
    day: Annotated[int, Meta(ge=0, le=200)]
    answers: dict[str, str] | None = None


class PlannedDayBody(Struct):
    """The day of a block that a workout was started from; `sets`: working sets asked for where it was cut short."""

    id: Identity
    day: Identity
    sets: Annotated[int, Meta(ge=0, le=1000)] | None = None


class WorkoutBody(Struct):
    """A visit to the gym."""

    start: Moment
    offset: Offset | None = None
    end: Moment | None = None
    title: str | None = None
    note: str | None = None
    gym: str | None = None
    source: dict[str, Any] | None = None
    block: PlannedDayBody | None = None
    run: RunDayBody | None = None
    entries: list[EntryBody] = []


class FrictionBody(Struct):
    """Friction of a rail as a share of the force across it, and how it was measured."""

    mu: Annotated[float, Meta(ge=0, le=0.3)]
    how: Literal["pull_test"]


class MachineBody(Struct):
    """The physical thing."""

    name: Name
    exercise: Identity | None = None
    gym: str | None = None
    unit: MassUnit | None = None
    base_kg: Mass | None = None
    base_known: bool | None = None
    angle_deg: Annotated[float, Meta(ge=0, le=90)] | None = None
    friction: FrictionBody | None = None
    plates: list[Annotated[float, Meta(gt=0)]] | dict[str, int] | None = None
    sides: Annotated[int, Meta(ge=1, le=4)] | None = None
    stack: list[Annotated[float, Meta(ge=0)]] | None = None
    note: str | None = None


class OwnChoiceBody(Struct):
    """One value of a lifter's own technique variable."""

    id: Word
    name: Name


class OwnVariableBody(Struct):
    """A technique variable of a lifter's own exercise: a choice, or a number with a unit."""

    id: Word
    name: Name
    type: Literal["choice", "number"]
    splits: bool | None = None
    values: Annotated[list[OwnChoiceBody], Meta(max_length=MAX_LISTED)] | None = None
    unit: Annotated[str, Meta(max_length=16)] | None = None
    min: float | None = None
    max: float | None = None
    step: Annotated[float, Meta(gt=0)] | None = None
    measure: str | None = None


class OwnFaultBody(Struct):
    """A mistake that the lifter watches for."""

    id: Word
    name: Name
    cure: str | None = None


class RepRangeBody(Struct):
    """The repetitions that an exercise is usually done for."""

    low: Annotated[int, Meta(ge=1, le=MAX_REPS)]
    high: Annotated[int, Meta(ge=1, le=MAX_REPS)]


class AliasWithBody(Struct):
    """What a merge says of sets that do not say it themselves."""

    machine: WornMachineBody | None = None
    side: Literal["both", "left", "right", "single"] | None = None
    setup: dict[str, str | float | bool] | None = None


class GymBody(Struct):
    """A place: what stands there for free weights. Machines name it in their key ``gym``."""

    name: Name
    unit: MassUnit | None = None
    plates: list[Annotated[float, Meta(gt=0)]] | dict[str, int] | None = None
    bars: list[Annotated[float, Meta(gt=0, le=100)]] | None = None
    dumbbells: list[Annotated[float, Meta(gt=0, le=500)]] | None = None
    note: str | None = None


class ExerciseBody(Struct):
    """The lifter's own exercise."""

    name: Name
    names: Annotated[list[Name], Meta(max_length=MAX_LISTED)] | None = None
    equipment: Annotated[str, Meta(max_length=64)] | None = None
    muscles: dict[str, Annotated[float, Meta(ge=0, le=1)]] | None = None
    load_meaning: str | None = None
    implements: Annotated[int, Meta(ge=1, le=2)] | None = None
    log: list[LogKind] | None = None
    unilateral: bool | None = None
    rep_range: RepRangeBody | None = None
    variables: Annotated[list[OwnVariableBody], Meta(max_length=MAX_LISTED)] | None = None
    faults: Annotated[list[OwnFaultBody], Meta(max_length=MAX_LISTED)] | None = None
    note: str | None = None
    imported_name: str | None = None
    alias_of: Identity | None = None
    alias_with: AliasWithBody | None = None


class AliasBody(Struct):
    """How an imported name was resolved."""

    name: Name
    exercise: Identity
    machine: str | None = None
    side: Literal["both", "left", "right", "single"] | None = None
    setup: dict[str, str | float | bool] | None = None


class ImportBody(Struct):
    """One import that was committed."""

    format: Name
    file: str | None = None
    file_name: str | None = None
    at: Moment | None = None
    unit: MassUnit | None = None
    documents: list[tuple[str, str]] | None = None
    workouts: Annotated[int, Meta(ge=0)] | None = None
    sets: Annotated[int, Meta(ge=0)] | None = None
    taken_back: bool | None = None


class WeekGoalBody(Struct):
    """What the lifter wants to do in a week."""

    count: Annotated[int, Meta(ge=1, le=200)]
    what: Literal["days", "sets"]


class MarkedDaysBody(Struct):
    """Days that trends, stalls and advice leave out, and why; the first day is the key they stand under."""

    to: Day
    cause: Literal["illness", "travel", "pain", "deload", "rotation", "other"]


class SettingsBody(Struct):
    """The choices of the lifter."""

    unit: MassUnit | None = None
    week_start: str | None = None
    theme: Literal["system", "light", "dark"] | None = None
    rest_s: Seconds | None = None
    rest_by_exercise: dict[str, Seconds] | None = None
    notes: dict[str, str] | None = None
    reference_depth: dict[str, float] | None = None
    height_m: Annotated[float, Meta(gt=0, lt=3)] | None = None
    mass_kg: Annotated[float, Meta(gt=0, le=1000)] | None = None
    buzz: bool | None = None
    keys: bool | None = None
    plate_colours: dict[str, str] | None = None
    marked: dict[Day, MarkedDaysBody] | None = None
    week_goal: WeekGoalBody | None = None


class MeasurementBody(Struct):
    """Something measured on the lifter."""

    at: Moment
    what: Name
    value: float
    unit: str | None = None
    side: Literal["left", "right"] | None = None
    note: str | None = None


class CommentBody(Struct):
    """What the lifter or somebody who reads the log says about a workout, one of its exercises, or one set.

    ``by`` is the account that wrote it and ``author`` its name; absent where the lifter himself did.
    """

    workout: Identity
    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    at: Moment
    offset: Offset | None = None
    entry: Identity | None = None
    set: Identity | None = None
    by: Identity | None = None
    author: Name | None = None


class BlockSlotBody(Struct):
    """One exercise of a planned day."""

    id: Identity
    exercise: Identity
    sets: Annotated[int, Meta(ge=1, le=100)]
    reps_low: Reps
    reps_high: Reps
    rir: Rir | None = None
    setup: dict[str, str | float | bool] | None = None
    note: str | None = None
    reminder: Literal["log-rir"] | None = None
    deload: bool | None = None


class BlockDayBody(Struct):
    """One planned day."""

    id: Identity
    date: Day
    name: str | None = None
    skipped: bool | None = None
    slots: list[BlockSlotBody] = []


class BlockWeekBody(Struct):
    """One planned week."""

    id: Identity
    days: list[BlockDayBody] = []
    deload: bool | None = None


class PauseBody(Struct):
    """A time without training in a block, with its cause; without `to` it still runs."""

    id: Identity
    since: Day = field(name="from")
    to: Day | None = None
    cause: Literal["illness", "pain", "travel", "other"] | None = None


class BlockBody(Struct):
    """A program with dates (docs/training.md)."""

    name: Name
    start: Day
    program: str | None = None
    ended: Day | None = None
    order: Literal["weekdays", "sequence"] | None = None
    pauses: list[PauseBody] = []
    weeks: list[BlockWeekBody] = []


BODIES: Final[dict[str, type[Struct]]] = {
    "workout": WorkoutBody,
    "machine": MachineBody,
    "gym": GymBody,
    "exercise": ExerciseBody,
    "alias": AliasBody,
    "import": ImportBody,
    "settings": SettingsBody,
    "measurement": MeasurementBody,
    "block": BlockBody,
    "comment": CommentBody,
    "proposal": ProposalBody,
}
