"""Runs of programs: their state, folded from the log; the shapes of `iron.training.programs.showing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from iron.server.api.tagged import tagged
from iron.values.units import MassUnit

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class TargetOut(Struct):
    """What one set asks for. ``reps`` are seconds where ``seconds``; absent is what the program does not ask for.

    ``message`` says where the load comes from, as code and typed values; ``from`` is the same in words.
    """

    set: int
    load: float | None
    unit: MassUnit
    source: str = field(name="from")
    message: dict[str, Any]
    reps: int
    amrap: bool
    exact: float | UnsetType = UNSET
    reps_high: int | UnsetType = UNSET
    cap: int | UnsetType = UNSET
    rir: float | UnsetType = UNSET
    rest_s: int | UnsetType = UNSET
    minutes: float | UnsetType = UNSET
    velocity_loss: float | UnsetType = UNSET
    every_s: float | UnsetType = UNSET
    test: str | UnsetType = UNSET
    seconds: bool | UnsetType = UNSET
    optional: bool | UnsetType = UNSET
    kind: str | UnsetType = UNSET


class SlotOut(Struct):
    """One exercise of a session with its sets."""

    slot: str
    lift: str
    exercise: str
    name: str
    sets: list[TargetOut]
    warm_ups: list[TargetOut] | UnsetType = UNSET
    rest_s: int | UnsetType = UNSET
    optional: bool | UnsetType = UNSET
    setup: dict[str, Any] | UnsetType = UNSET
    warm_up: str | UnsetType = UNSET
    alternatives: list[str] | UnsetType = UNSET


class SessionToCome(Struct):
    """The next session: its place, its date where the program names weekdays (0 is Monday), its targets."""

    day: str
    weekday: int | None
    planned: str | None
    cycle: int
    week: int
    targets: list[SlotOut]


class EvidenceOut(Struct):
    """A set that a change rests on: reps that were done and asked."""

    session: str
    slot: str
    set: int
    reps: int
    asked: int
    load: float | UnsetType = UNSET
    id: str | UnsetType = UNSET


class ChangeOut(Struct):
    """What a rule changed, with its evidence, as code and typed values (`message`), and as a sentence."""

    rule: str
    lift: str
    what: str
    old: float | str | None
    new: float | str | None
    session: str
    evidence: list[EvidenceOut]
    message: dict[str, Any]
    sentence: str


class CountersOut(Struct):
    """How often a lift failed and was made in a row, by session and by week."""

    failed: int
    made: int
    failed_weeks: int
    made_weeks: int


class RungOut(Struct):
    """Where a lift stands on its ladder of exercises."""

    rung: int
    exercise: str


class PlaceOut(Struct):
    """A place in a program."""

    cycle: int
    week: int
    day: str


class StateOut(Struct):
    """Numbers of the lifts by what they are, stages, counters; empty for a run that cannot be read."""

    stage: dict[str, int] | UnsetType = UNSET
    counters: dict[str, CountersOut] | UnsetType = UNSET
    next: PlaceOut | UnsetType | None = UNSET
    training_max: dict[str, float | None] | UnsetType = UNSET
    one_rm: dict[str, float | None] | UnsetType = UNSET
    load: dict[str, float | None] | UnsetType = UNSET
    rung: dict[str, RungOut] | UnsetType = UNSET
    extra_sets: dict[str, int] | UnsetType = UNSET
    test: dict[str, str] | UnsetType = UNSET


class RunOut(Struct):
    """One run; ``problem`` says why its text cannot be read."""

    id: str
    name: str
    start: str
    unit: MassUnit
    sessions: int
    next: SessionToCome | None
    state: StateOut
    changes: list[ChangeOut]
    problem: str | UnsetType = UNSET


class RunsOut(msgspec.Struct):
    """Every run of the signed-in lifter (docs/programs.md), the newest start first."""

    runs: list[RunOut]


def runs(request: HttpRequest) -> HttpResponse:
    """Answer every run with its state, its next session and all that changed; 304 where nothing changed."""
    from iron.journal.runs import runs as every

    return tagged(request, lambda journal: {"runs": every(journal)})
