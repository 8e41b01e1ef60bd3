"""What a program remembers of each lift. Never stored: `iron.training.programs.fold` makes it from the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from iron.training.programs.model import Place
from iron.training.programs.rounding import Rack


@dataclass(slots=True)
class LiftState:
    """Where a lift stands.

    Attributes:
        value: its number in the lifter's unit (training max, 1RM or working load), None while unknown.
        stage: stage from 1.
        failed: missed sessions, weeks and cycles in a row.
        made: sessions, weeks and cycles in a row with every set made.
        extra: sets more (or fewer) than the program writes.
        rung: place on the ladder of exercises from 0.
        stage_loads: the last number at each stage that was left.
        test: the test that the next session holds, or "".
    """

    value: float | None = None
    stage: int = 1
    failed: dict[str, int] = field(default_factory=lambda: {"session": 0, "week": 0, "cycle": 0})
    made: dict[str, int] = field(default_factory=lambda: {"session": 0, "week": 0, "cycle": 0})
    extra: int = 0
    rung: int = 0
    stage_loads: dict[int, float] = field(default_factory=dict)
    test: str = ""

    def copy(self) -> LiftState:
        """The same state as a value of its own."""
        return replace(
            self, failed=dict(self.failed), made=dict(self.made), stage_loads=dict(self.stage_loads)
        )


@dataclass(frozen=True, slots=True)
class Performed:
    """One set as it was done: reps (or seconds), load in the lifter's unit or None for “as asked”.

    ``kind`` is that of the log; ``exercise`` is "" where it was that of the slot.
    """

    reps: int
    load: float | None = None
    rir: float | None = None
    velocity_loss: float | None = None
    id: str = ""
    kind: str = "working"
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One training day of the program.

    Attributes:
        id: id of the workout.
        place: the session of the program that it was.
        results: sets by slot, in order, warm-ups left out; a slot that is absent was not done.
        answers: answers to the program's questions by their id.
        grids: loads that the machines of the session can make, by exercise.
        gym: the loads of the gym it was in, None where nobody knows which; sessions of one gym share the value.
        on: the local date, "" where nobody knows it.
    """

    id: str
    place: Place
    results: dict[str, list[Performed]]
    answers: dict[str, str] = field(default_factory=dict)
    grids: dict[str, tuple[float, ...]] = field(default_factory=dict)
    on: str = ""
    gym: Rack | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that the lifter typed after the start: what the program asks about a lift."""

    id: str
    lift: str
    value: float


class Evidence(NamedTuple):
    """A set that a change rests on: set number from 1, reps done, reps asked, load."""

    session: str
    slot: str
    set: int
    reps: int
    asked: int
    load: float | None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state: which rule, of what, from what to what, and the sets that were its evidence."""

    rule: str
    lift: str
    what: str
    old: Any
    new: Any
    evidence: tuple[Evidence, ...]
    session: str


class LoadSource(NamedTuple):
    """Where the load of a set comes from.

    Attributes:
        kind: ``log`` (the engine names it), ``fixed``, ``reserve``, ``choice``, ``instead`` (another exercise is
            done), or what the load is a share of: ``training-max``, ``one-rm``, ``load``, ``number``, ``set`` or
            ``lift``.
        of: the number of that set or the id of that lift, otherwise empty.
        percent: the share.
        extra: what is added, in the lifter's unit; less than 0 is taken off.
    """

    kind: str
    of: str = ""
    percent: float = 100.0
    extra: float = 0.0


class Target(NamedTuple):
    """What one set asks for today.

    Attributes:
        number: from 1, warm-ups left out.
        load: the load that can be made, in the lifter's unit; None where the lifter or the engine chooses.
        exact: the load before rounding.
        source: where the load comes from.
        reps_low: reps to reach, seconds where ``timed``.
        every: seconds from the start of one set of an EMOM to the start of the next.
    """

    number: int
    load: float | None
    exact: float | None
    source: LoadSource
    reps_low: int
    reps_high: int
    amrap: bool
    cap: int | None
    timed: bool
    rir: float | None
    kind: str
    rest: int | None
    optional: bool
    minutes: float | None = None
    velocity_loss: float | None = None
    every: float | None = None
    test: str = ""

    @property
    def counts(self) -> bool:
        """Whether rules look at this set."""
        return not self.optional


@dataclass(frozen=True, slots=True)
class SlotTargets:
    """A slot of today with its targets.

    ``warm_ups`` are sets that the program writes and no rule counts; ``ramp`` is whether the log offers its own where
    none are written. ``setup`` is that of the exercise in this round, None where the program names none.
    ``alternatives`` are exercises to do where this one cannot be done; their sets change nothing of the lift.
    ``nth`` counts the slots of the day that are called the same, from 1.
    """

    slot: str
    lift: str
    exercise: str
    name: str
    optional: bool
    sets: tuple[Target, ...]
    warm_ups: tuple[Target, ...] = ()
    rest: int | None = None
    setup: Mapping[str, Any] | None = None
    ramp: bool = True
    alternatives: tuple[str, ...] = ()
    nth: int = 1
