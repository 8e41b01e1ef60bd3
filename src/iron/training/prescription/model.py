"""The question and the answer of a prescription, JSON all the way down, and the constants of its rules.

A `Case` holds everything that the answer depends on, so that it can be stored and answered again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iron.training.history.sets import ASSISTANCE

if TYPE_CHECKING:
    from iron.training.strength.line_belief import LineBelief

# Constants. "guess" marks what no study gives.
LEAST_CHANCE: Final = 0.60  # of the low end of the reps, for any load advised (issue 12, law 2)
SAFE_CHANCE: Final = 0.80  # the same for a step up that is not the lifter's own (docs/training.md)
SURE_CHANCE: Final = 0.90  # the same after one session at the top of the range, without reserve: guess
SHOWN_CHANCES: Final = (0.05, 0.95)  # nobody is told 0 or 100 %
RECENT_DAYS: Final = 21  # what was lifted this lately is not denied (law 3)
EVIDENCE_SD: Final = 0.035  # log load: a day's form (2.5 %) and a set's luck (about a rep) together
LATER_SHARE: Final = 0.5  # how much a later worse day takes off an earlier best: guess
AWAY_DAYS: Final = 14  # a longer pause is a break (docs/training.md)
STREAK: Final = 3  # steps in a row that make a rhythm of the lifter's own: guess
USUAL_OVER: Final = 6  # sessions that say how many sets and reps are usual: guess
FAILS: Final = 3  # missed sessions at one load before it comes down (Starting Strength, StrongLifts)
FAILS_DROP: Final = 0.10  # by how much, the same programs
FALL_REPS: Final = 2.0  # fewer reps than the best at this load by more than this are a miss: guess
STEP_SHARE: Final = 0.05  # most of a step that is not the lifter's own, or the smallest there is
LEG_PRESS_STEP_KG: Final = 10.0  # the same on a leg press
RETURN_STEP_SHARE: Final = 0.10  # most of a step on the way back: guess
CUT_LEAST: Final = 0.20  # less moved mass after cut depth (coaching practice, docs/training.md)
CUT_MOST: Final = 0.30
DELOAD_SHARE: Final = 0.10  # less load in a deload week
SPARE_REPS: Final = 3.0  # reps in reserve beyond the wanted ones that make a set easy: guess
BIG_STEP: Final = 3  # reps that a step may cost somebody who does the same reps at every load: guess
MORE_REPS: Final = 4  # how far the top of a range may rise while the next load is too big a step: guess
MOST_REPS: Final = 30  # no range is raised beyond this: guess
NEW_LINE_SHARE: Final = 0.20  # a first load is one for eight days of ten
MOST_AT_ONCE: Final = 1.15  # of what was done on a line before, where the exercise went on without it: guess
UNKNOWN_RIR: Final = (
    2.0  # reps in reserve assumed where a first load is bounded by sets that do not say: guess
)

BODY_MEANINGS: Final = frozenset({"added", "none"})
"""Load meanings where no load means body weight."""


@dataclass(frozen=True, slots=True)
class Lift:
    """One working set: load as counted [kg], moved mass [kg], reps, RIR or None, cut depth, failed rep.

    ``sure`` marks a set that looked like a typing error and that the lifter confirmed.
    """

    load_kg: float
    moved_kg: float
    reps: float
    rir: float | None = None
    cut: bool = False
    failed: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class LineSession:
    """The working sets of one line in one workout, in the order in which they were done.

    Attributes:
        day: local date, ``YYYY-MM-DD``.
        sets: the sets, ramps that nobody marked included.
        planned: working sets that the plan asked for, None without a plan.
        aim: reps that the sets were meant to have, None without a plan.
        deload: an easy week by plan.
        cause: why the day counts for nothing (illness, travel, pain …), None when it counts.
        apart: sets of it that are doubtful and kept apart; they were done, whatever they weighed.
    """

    day: str
    sets: tuple[Lift, ...]
    planned: int | None = None
    aim: tuple[float, float] | None = None
    deload: bool = False
    cause: str | None = None
    apart: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a plan asks for: working sets, rep range, reps in reserve, deload or not.

    ``load_kg`` is the load that a program sets, as counted [kg]; None where the engine is to choose it. ``rir_stated``
    is False where the plan names no reserve and ``rir`` stands in for it.
    """

    sets: int
    reps_low: int
    reps_high: int
    rir: float
    deload: bool = False
    load_kg: float | None = None
    rir_stated: bool = True

    @property
    def makes_sense(self) -> bool:
        """Whether somebody could do it; a slot that was written wrongly steers nothing."""
        return 1 <= self.reps_low <= self.reps_high <= 100 and self.sets >= 1 and 0 <= self.rir <= 10


@dataclass(frozen=True, slots=True)
class Doubt:
    """A set that does not fit what is known, kept apart until a second workout agrees.

    Attributes:
        day: its date.
        load_kg: its load as counted [kg].
        reps: its reps.
        low_kg: lightest of the top loads before it [kg].
        high_kg: heaviest of them [kg].
        count: how many sets these are.
    """

    day: str
    load_kg: float
    reps: float
    low_kg: float
    high_kg: float
    count: int


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a prescription depends on.

    Attributes:
        line: line key.
        on: the day, ``YYYY-MM-DD``.
        family: movement family.
        k: curve constant.
        meaning: what the load counts (docs/nomenclature.md).
        implements: how many of the counted load move.
        base_kg: mass that moves and is not counted: sled, share of the body [kg].
        unit: the unit of the loads there are, ``kg`` or ``lb``: where the lifter trains, else his own.
        grid: loads there are, as counted [kg], ascending.
        belief: capacity of the line today, None when nothing is known.
        sessions: sessions of the line without doubtful sets, oldest first, the newest at most 24.
        wanted: what the plan asks for, None without a plan.
        ranges: rep ranges of the exercise: (low, high, RIR low, RIR high).
        days_away: days since the exercise or a relative was trained, None for never.
        exercise_days: days since the exercise was trained on any line, None for never.
        cap_kg: moved 10RM that the last weeks of the exercise bound a new line by [kg], None for no bound.
        doubt: a set of the last sessions that is asked about.
        mass_known: whether a body mass is known where the exercise moves the body.
        other_unit: loads of the sessions that were lifted in the other unit, as counted [kg], ascending; such a load
            is shown as lifted, and the nearest one there is stands for it.
    """

    line: str
    on: str
    family: str
    k: float
    meaning: str
    implements: int
    base_kg: float
    unit: str
    grid: tuple[float, ...]
    belief: LineBelief | None
    sessions: tuple[LineSession, ...] = ()
    wanted: Wanted | None = None
    ranges: tuple[tuple[int, int, float, float], ...] = ()
    days_away: int | None = None
    exercise_days: int | None = None
    cap_kg: float | None = None
    doubt: Doubt | None = None
    mass_known: bool = True
    other_unit: tuple[float, ...] = ()

    @property
    def assists(self) -> bool:
        """Whether the counted load helps."""
        return self.meaning == ASSISTANCE

    @property
    def on_body(self) -> bool:
        """Whether no load means body weight."""
        return self.meaning in BODY_MEANINGS

    def moved(self, load_kg: float) -> float:
        """Moved mass of a counted load [kg]."""
        return self.base_kg + (-load_kg if self.assists else load_kg) * self.implements

    def steps(self) -> list[float]:
        """The loads of the grid, easiest first."""
        usable = [load for load in self.grid if self.moved(load) > 0]
        return sorted(usable, key=self.moved)


@dataclass(frozen=True, slots=True)
class Prescription:
    """What to do next on a line.

    Attributes:
        rule: direction and reason, such as ``up-own-steps`` or ``stay-more-reps``.
        load_kg: load as counted [kg]; 0 is body weight where nothing is added; None when not known.
        sets: working sets.
        reps_low: fewest reps.
        reps_high: most reps.
        rir: reps to leave in reserve.
        chance: probability of at least ``reps_low`` reps, within `SHOWN_CHANCES`; None when nothing is known.
        values: typed values of the message, see `iron.knowledge.messages`.
        question: code and values of a question to the lifter, or None.
        rest: (load as counted [kg], reps) of the sets after this one, where the day has more than one load and the
            answer is one within a workout.
    """

    rule: str
    load_kg: float | None
    sets: int
    reps_low: int
    reps_high: int
    rir: float
    chance: float | None
    values: dict[str, Any] = field(default_factory=dict)
    question: tuple[str, dict[str, Any]] | None = None
    rest: tuple[tuple[float, int], ...] = ()
