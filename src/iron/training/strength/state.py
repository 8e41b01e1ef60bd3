"""What is believed about one exercise, and the priors that it starts from.

State of every bank member: level a = log 10RM of moved mass, weekly trend g, day effect d, RIR bias b, set fatigue
p, and one offset u for each line (docs/evidence.md#strength-state).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iron.training.strength.curve import Floats

LEVEL, TREND, DAY, BIAS, FATIGUE, OFFSETS = 0, 1, 2, 3, 4, 5

# Priors. Their sources are sections of docs/evidence.md; guesses say so.
LEVEL_SD: Final = 0.10  # first session: guess, about five reps of ten either way
LEVEL_SD_MOST: Final = 0.12  # however long nothing is measured (simulated lifters)
# Never surer than this: a tested 1RM itself has a CV of 4.2 % (docs/evidence.md#noise-of-a-set); simulated lifters
# ask for 1.9 %.
MODEL_SD: Final = 0.019
LEVEL_WALK: Final = 0.015  # per sqrt(week): docs/evidence.md#strength-state gives 1-2.5 %
TREND_MEAN: Final = (
    0.002  # per week: docs/evidence.md#strength-state, the later value (0.7 % early, 0.2 % later)
)
TREND_SD: Final = (
    0.004  # docs/evidence.md#progress: quartiles of the weekly slope 0.0 to 2.4 % early, 0.0 to 0.6 % later
)
TREND_WALK: Final = 0.001  # per sqrt(week): guess
TREND_KEEP: Final = 0.97  # damping per week: guess
DAY_SD: Final = 0.025  # docs/evidence.md#strength-state: 2-3 %
BIAS_MEAN: Final = 0.95  # reps under-predicted: docs/evidence.md#reps-in-reserve, Halperin 2022 (0.17-1.73)
BIAS_SD: Final = 0.7  # between lifters: guess, about the half width of that interval
FATIGUE_MEAN: Final = (
    0.068  # docs/evidence.md#strength-state: 12.4, 10.4, 9.5 reps at K = 45 are drops of 3.6 and 5.3 %
)
FATIGUE_SD: Final = 0.03  # guess
FATIGUE_KEEP: Final = 0.47  # the same three sets: f_j = -p (1 - 0.47^j)
REST_REFERENCE_S: Final = (
    180.0  # fatigue grows as rest shrinks, by its square root: a guess, docs/evidence.md#strength-state
)
TAU_SETUP: Final = 0.06  # docs/evidence.md#strength-state: between foot positions
TAU_MACHINE: Final = 0.15  # docs/evidence.md#strength-state: between machines
ONE_SIDE: Final = (-0.6, 0.15)  # log of one side over both (0.55), and its sd: guess
CUT_MEAN: Final = 0.288  # -log(0.75): docs/evidence.md#depth-and-feet, coaching practice, mean -25 %
CUT_SD: Final = 0.08  # the same: sd 6 % of load
# Strength lost without training: none in two weeks, then LOSS × ln(1 + weeks / SCALE) of log strength, see `lost`.
GAP_FREE_WEEKS: Final = 2.0
GAP_LOSS: Final = 0.085
GAP_SCALE: Final = 8.0
EFFORT_RIR: Final = 2.0  # reps assumed in reserve when the very first set says nothing: guess
TRUSTED_RIR: Final = 4.0  # docs/evidence.md#reps-in-reserve: nothing above 4 RIR is a measurement
YOUNG: Final = (
    3  # with fewer workouts before it, a workout whose sets agree with each other is believed: guess
)
GATE: Final = 4.0  # sd: a set this far off waits for a second workout that agrees (a typo never gets one)
# What a set says about the curve constant: far less than its likelihood, because sets of a day share its form and the
# curve is only nearly right. Failed sets, and all others: simulated lifters.
FAILED_EVIDENCE: Final = 0.2
SAID_EVIDENCE: Final = 0.05
SLOW_SHARE: Final = 0.1  # of the gain that bias and fatigue take from a failed set: simulated lifters
BOUND_MARGIN: Final = 2.0  # sd by which a lower bound is taken down, see `workout`: simulated lifters
BOUND_GATE: Final = (
    5.0  # sd: the same for lower bounds; typing errors are kept out before (prescription.doubt)
)
MOST_REPS: Final = 100.0  # above this a set says nothing about strength: guess
LOW_REPS: Final = 6.0  # docs/evidence.md#strength-state: the 1RM is shown only when a set below 6 reps exists
IMPLAUSIBLE: Final = (
    0.9  # log: two workouts in a row below 40 % of the level mean that the level was a typo: guess
)


@dataclass(frozen=True, slots=True)
class Effort:
    """One set as the filter sees it.

    Attributes:
        line: line key.
        moved_kg: moved mass [kg], above 0.
        reps: reps done, 1 or more.
        rir: reps in reserve, None when nothing says how near failure the set ended.
        position: working sets of this exercise done before it in the workout.
        rest_s: rest before it [s], None when not logged.
        cut: depth was cut.
        failed: a rep was failed, so that nothing was left for sure.
    """

    line: str
    moved_kg: float
    reps: float
    rir: float | None = None
    position: int = 0
    rest_s: float | None = None
    cut: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """The highest lower bound of a line, one value for each bank member, and the day it was set."""

    log_kg: Floats
    day: int


@dataclass(frozen=True, slots=True)
class Strength:
    """What is believed about one exercise after some workouts; immutable, absorb returns a new one."""

    k: Floats
    log_weight: Floats
    mean: Floats
    cov: Floats
    lines: tuple[str, ...]
    bounds: tuple[Bound | None, ...]
    day: int
    cut_mean: float = CUT_MEAN
    cut_var: float = CUT_SD**2
    waiting: tuple[int, float] | None = None
    measured: int = 0
    measured_day: int | None = None
    low_reps: bool = False
    workouts: int = 0
    line_days: dict[str, int] = field(default_factory=dict)


def lost(weeks: float) -> float:
    """Share of log strength lost after so many weeks without training [-].

    The curve passes through what studies found: a dose-response of the loss on the length of the pause (Bosquet 2013,
    103 studies, doi 10.1111/sms.12047); little of maximal strength gone after ten weeks, and back after five (Halonen
    2024, University of Jyväskylä); after three years without, leg press, bench press and curl 3, 19 and 32 % below
    those who went on (Smith 2003, ten older adults a group, doi 10.1139/h03-034). Its two numbers are a guess.

    >>> round(lost(2), 3), round(lost(10), 3), round(lost(52), 3), round(lost(156), 3)
    (0.0, 0.059, 0.168, 0.256)
    """
    return GAP_LOSS * math.log1p(max(0.0, weeks - GAP_FREE_WEEKS) / GAP_SCALE)


def fatigue_share(position: int, rest_s: float | None) -> float:
    """How much of the set fatigue p a set carries: (1 − 0.47^j) × sqrt(180 s / rest), rest 45 to 720 s."""
    if position <= 0:
        return 0.0
    rest = (
        1.0 if rest_s is None or rest_s <= 0 else math.sqrt(REST_REFERENCE_S / min(max(rest_s, 45.0), 720.0))
    )
    return (1.0 - FATIGUE_KEEP**position) * rest


def noise_reps(reps: float, rir: float) -> float:
    """Standard deviation of the reps to failure that a measured set tells [reps].

    At RIR 0 test-retest 0.7 heavy to 1.1 light (docs/evidence.md#noise-of-a-set, Mitter 2022); with reps left 0.8 +
    0.25 RIR, and 0.3 more for each rep above 12 (docs/evidence.md#reps-in-reserve).
    """
    if rir <= 0:
        return 0.7 + 0.4 * min(max((reps - 4.0) / 8.0, 0.0), 1.0)
    return 0.8 + 0.25 * rir + 0.3 * max(0.0, reps - 12.0)


def bias_share(rir: float, *, failed: bool) -> float:
    """How much of the RIR bias a set carries: none at a failed rep, half at "nothing left", all at one, then more.

    Lifters under-predict near failure too, and more so the further away they stop (docs/evidence.md#reps-in-reserve,
    Hackett 2017: about one rep at 0-5, over two at 7-10). The half and the 0.2 for each further rep are guesses.
    """
    return 0.0 if failed else 0.5 + 0.5 * min(max(rir, 0.0), 1.0) + 0.2 * max(rir - 1.0, 0.0)


def least_left(rir: float | None) -> float:
    """Reps left by a set that is no measurement: four for who says more than four, else none that is sure."""
    return TRUSTED_RIR if rir is not None and rir > TRUSTED_RIR else 0.0


def bound_now(bound: Bound, day: int) -> Floats:
    """A lower bound on a later day: it sinks by one sd of the random walk and by the loss of a gap."""
    weeks = max(0, day - bound.day) / 7.0
    return bound.log_kg - LEVEL_WALK * math.sqrt(weeks) - lost(weeks)
