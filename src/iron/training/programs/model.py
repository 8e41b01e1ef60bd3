"""A program of format 2 as values, made from a body that the checker took."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Moment = Literal["session", "week", "cycle"]
Unit = Literal["kg", "lb"]

KG_PER_LB: Final = 0.45359237
TOP: Final = 10_000  # "and more" in a span of reps


@dataclass(frozen=True, slots=True)
class Amount:
    """A load or step as written: kilograms, pounds or both; each unit takes its own number."""

    kg: float | None
    lb: float | None

    def value(self, unit: Unit) -> float:
        """The amount in a unit; converted where only the other one is written."""
        if unit == "kg":
            return self.kg if self.kg is not None else (self.lb or 0.0) * KG_PER_LB
        return self.lb if self.lb is not None else (self.kg or 0.0) / KG_PER_LB


@dataclass(frozen=True)
class SetTarget:
    """What one set asks for.

    Attributes:
        reps_low: reps to reach (seconds where ``timed``).
        reps_high: top of the range; equal to ``reps_low`` where there is no range.
        amrap: as many reps as possible; ``reps_low`` is the floor.
        cap: reps at which an AMRAP set ends, or None.
        percent: share of ``of`` in percent, or None.
        of: ``""`` for the number of the slot's lift, the id of another lift, or ``set N``.
        plus: amount on top of the share.
        fixed: a fixed load.
        rir: reps in reserve wanted, or None.
        engine: the load comes from the advice of the log, not from the program.
        kind: kind of set.
        optional: may be left out; no rule counts it.
        every: seconds from the start of one set of an EMOM to the start of the next, or None.
    """

    reps_low: int
    reps_high: int
    amrap: bool = False
    cap: int | None = None
    timed: bool = False
    percent: float | None = None
    of: str = ""
    plus: Amount | None = None
    fixed: Amount | None = None
    rir: float | None = None
    engine: bool = False
    kind: str = "working"
    rest: int | None = None
    minutes: float | None = None
    velocity_loss: float | None = None
    optional: bool = False
    every: float | None = None

    @property
    def counts(self) -> bool:
        """Whether rules look at this set."""
        return self.kind != "warm-up" and not self.optional

    @cached_property
    def is_share(self) -> bool:
        """Whether the load is a share of the lift's own number and nothing else."""
        return not self.of and self.plus is None and self.fixed is None and not self.engine

    @cached_property
    def rest_of_target(self) -> tuple[Any, ...]:
        """What a target of this set repeats, in the order of its fields."""
        return (
            self.reps_low,
            self.reps_high,
            self.amrap,
            self.cap,
            self.timed,
            self.rir,
            self.kind,
            self.rest,
            self.optional,
            self.minutes,
            self.velocity_loss,
            self.every,
        )


@dataclass(frozen=True, slots=True)
class Lift:
    """A line of progress: one number (training max, 1RM or working load), a stage, counters and a rung."""

    id: str
    name: str
    exercise: str
    ladder: tuple[str, ...] = ()
    keeps: str = ""
    ask: str = ""
    take: float = 100.0
    start: Amount | None = None
    rounding: str = "nearest"
    muscle: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise of a day; ``plans`` has the sets for each week or stage, None where nothing is done.

    ``setups`` are the technique setups that rounds take in turn, ``alternatives`` the exercises to do where the first
    one cannot be done. ``nth`` counts the slots of the day that are called the same, from 1.
    """

    id: str
    lift: str
    exercise: str
    name: str
    plans: tuple[tuple[SetTarget, ...] | None, ...]
    by: Literal["", "week", "stage"]
    rest: int | None
    counts: bool
    optional: bool
    setups: tuple[Mapping[str, Any], ...] = ()
    alternatives: tuple[str, ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict)
    nth: int = 1

    def setup(self, cycle: int) -> Mapping[str, Any] | None:
        """The technique setup in a round (from 1); None where the program names none."""
        return self.setups[(cycle - 1) % len(self.setups)] if self.setups else None

    def sets(self, week: int, stage: int) -> tuple[SetTarget, ...] | None:
        """The sets in a week (from 1) at a stage (from 1)."""
        if self.by == "week":
            return self.plans[week - 1] if week <= len(self.plans) else None
        if self.by == "stage":
            return self.plans[min(stage, len(self.plans)) - 1]
        return self.plans[0]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the program."""

    name: str
    index: int
    weeks: tuple[int, ...]
    weekday: int | None
    note: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Whole numbers from low to high, both included."""

    low: int
    high: int

    def holds(self, value: float) -> bool:
        """Whether a number lies in the span."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a rule's table: reps, and what they change."""

    reps: Span
    add: Amount | None
    add_percent: float | None


@dataclass(frozen=True, slots=True)
class When:
    """Conditions of a rule; all that are there must hold."""

    made: bool | None = None
    topped: bool | None = None
    set: int | str | None = None
    reps: Span | None = None
    over: Span | None = None
    sum: Span | None = None
    rir_low: float | None = None
    rir_high: float | None = None
    failed: int | None = None
    made_in_a_row: int | None = None
    stages: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    sets: Span | None = None
    velocity_loss: float | None = None
    question: str | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Then:
    """What a rule changes."""

    add: Amount | None = None
    add_percent: float | None = None
    deload: float | None = None
    per_rep: Amount | None = None
    most_reps: int | None = None
    table: tuple[Row, ...] = ()
    by: str = "reps"
    set_max: float | None = None
    source: str = "lifted"
    stage: str = ""
    stage_load: bool = False
    sets: int = 0
    sets_reset: bool = False
    most: int = 30
    least: int = 1
    rung: str = ""
    test: str = ""
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """When something holds for a lift, change something of it."""

    name: str
    index: int
    lifts: tuple[str, ...]
    slots: tuple[str, ...]
    at: Moment
    when: When
    then: Then


@dataclass(frozen=True, slots=True)
class Place:
    """A session of the program: cycle and week from 1, day by index."""

    cycle: int
    week: int
    day: int


@dataclass(frozen=True, slots=True)
class Program:
    """A whole program; ``order`` lists (week, day index) of one cycle, ``watched`` the slots that rules name."""

    name: str
    weeks: int
    cycles: int
    days_per_week: int
    weekdays: bool
    lifts: Mapping[str, Lift]
    days: tuple[Day, ...]
    rules: Mapping[tuple[str, Moment], tuple[Rule, ...]]
    order: tuple[tuple[int, int], ...]
    muscle_limits: Mapping[str, float]
    body: Mapping[str, Any]
    watched: frozenset[str] = frozenset()

    def next(self, place: Place | None) -> Place | None:
        """The session after a place; the first for None, None after the last."""
        if place is None:
            week, day = self.order[0]
            return Place(1, week, day)
        at = self.position(place) + 1
        cycle = place.cycle
        if at >= len(self.order):
            at, cycle = 0, cycle + 1
        if cycle > self.cycles:
            return None
        week, day = self.order[at]
        return Place(cycle, week, day)

    def position(self, place: Place) -> int:
        """Where a session stands in its cycle, from 0; the first of its week where the day is not in it."""
        wanted = (place.week, place.day)
        if wanted in self.order:
            return self.order.index(wanted)
        return max((at for at, pair in enumerate(self.order) if pair[0] <= place.week), default=0)
