"""The snapshot that is computed for the app, typed (docs/documents.md).

The OpenAPI document and the types of the app are made of these (`scripts/write_generated.py`); the tests hold real
answers against them.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from iron.values.units import MassUnit


class MessageOut(Struct):
    """A sentence as its code in the message files and its values."""

    code: str
    values: dict[str, Any]


class LoadOut(Struct):
    """A load as the lifter counts it."""

    value: float
    unit: MassUnit


class CapacityOut(Struct):
    """The 10RM-equivalent of a line [kg as counted] with its 80 % interval; null where it cannot be told."""

    kg: float | None
    low: float | None
    high: float | None
    basis: str
    message: MessageOut | UnsetType = UNSET
    one_rep_max: tuple[float, float, float] | UnsetType = UNSET


class ExpectedOut(Struct):
    """Reps that the lifter will likely do in the first set."""

    reps: int
    low: int
    high: int


class SecondsOut(Struct):
    """The ends of a time [s]."""

    low: int
    high: int


class DistancesOut(Struct):
    """The ends of a distance in the lifter's unit."""

    low: float
    high: float
    unit: str


class DistanceOut(Struct):
    """A distance in the lifter's unit."""

    value: float
    unit: str


class AimOut(Struct):
    """What to do where no repetition counts; the load stands in ``load``."""

    kind: str
    duration_s: SecondsOut | None
    distance: DistancesOut | None


class MeasuredOut(Struct):
    """One set of a hold, a carry or a run."""

    load: LoadOut | None
    duration_s: float | None
    distance: DistanceOut | None


class LastOut(Struct):
    """The newest session of a line; ``measured`` only where no repetition counts."""

    date: str
    load: LoadOut | None
    reps: list[float]
    measured: list[MeasuredOut] | UnsetType = UNSET


class PatternSetOut(Struct):
    """One set of a day with more than one load."""

    load: LoadOut
    reps: int


class PatternOut(Struct):
    """The sets of a day with more than one load."""

    kind: str
    sets: list[PatternSetOut]


class SaidOut(Struct):
    """A question or a note: its message, and the sentence in English."""

    code: str
    values: dict[str, Any]
    sentence: str


class NextOut(Struct):
    """What to do next on a line (docs/training.md)."""

    exercise: str
    line: str
    machine: str | None
    load: LoadOut | None
    body_weight: bool
    sets: int
    reps_low: int | None
    reps_high: int | None
    rir: float | None
    chance: float | None
    expected: ExpectedOut | None
    rule: str
    message: MessageOut
    sentence: str
    last: LastOut | None
    question: SaidOut | None
    pattern: PatternOut | None
    aim: AimOut | None
    note: SaidOut | None


class StallOut(Struct):
    """A line that stands still, and what may be the cause."""

    cause: str
    chance: float
    since: str
    message: MessageOut
    sentence: str


class LineOut(Struct):
    """One line of the snapshot; ``trend`` holds day, 10RM and the ends of its interval [kg as counted]."""

    exercise: str
    sets: int
    capacity: CapacityOut
    trend: list[tuple[str, float, float, float]]
    next: NextOut | UnsetType = UNSET
    stall: StallOut | UnsetType = UNSET


class DeloadOut(Struct):
    """The offer of an easy week."""

    message: MessageOut
    sentence: str


class SnapshotOut(Struct):
    """What the phone cannot compute, at a moment."""

    v: int
    at: str
    engine: str
    lines: dict[str, LineOut]
    deload: DeloadOut | UnsetType = UNSET
