"""Stalls and deloads: when a line stopped growing, which of three causes it has, and what to say.

Statistic of docs/evidence.md#stall: S = P(gain of the last five weeks < 0.1 % a week), flagged above `FLAG` with no new
best for `NO_BEST` exposures and `LEAST_WEEKS` weeks. Base rate (2.5): after four sessions without a best only three in
ten lifters set one within the next four. Ten weeks alone cannot tell 0.1 % a week from 0.2 %, so all levels of the line
speak, by curves of gains that rest for a time or do not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypedDict

import numpy as np

from iron.training.strength.belief import with_line
from iron.training.strength.capacity import workouts_of
from iron.training.strength.curve import family_k, load_share
from iron.training.strength.state import (
    DAY,
    FATIGUE_MEAN,
    LEVEL,
    OFFSETS,
    TRUSTED_RIR,
    Effort,
    Strength,
    fatigue_share,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from iron.training.history.sets import ExerciseFacts, PerformedSet
    from iron.training.strength.curve import Floats

Cause = Literal["plan", "fatigue", "adaptation"]


class Message(TypedDict):
    """Code and values of a sentence, as `iron.knowledge.messages` renders it."""

    code: str
    values: dict[str, Any]


FEET_TURN: Final = frozenset({"leg_press"})
"""Families whose foot position is a thing to change."""

EXPOSURES: Final = 5  # docs/evidence.md#stall
SLOW_PER_WEEK: Final = 0.001
SPAN_WEEKS: Final = 5.0  # weeks whose gain is judged
# Simulated lifters (seeds 20000-20129, 60000-60099, 70000-70099, 80000-80099): eight flags in ten are right and half of
# the plateaus are found.
FLAG: Final = 0.75
NO_BEST: Final = 6
LEAST_WEEKS: Final = 4.0
LAYOFF_DAYS: Final = 42  # six weeks without the line: what comes after is a new start, no stall (guess)
HONEST_RIR: Final = 3.0  # effort is admissible with a set at RIR <= 3 …
HONEST_SESSIONS: Final = 3  # … in at least three of the five
BEST_SHARE: Final = 0.005  # docs/evidence.md#progress: a new best is more than 0.5 % above the old
# docs/evidence.md#progress: session-to-session noise of the best e1RM, robust sd, median of all exercises
NOISE: Final = 0.027
LEG_PRESS_NOISE: Final = 0.057  # the same on the leg press (9 series)
LEAST_NOISE: Final = 0.01  # however alike neighbours are: guess
STOPPED_SHARE: Final = 0.3  # chance, before the levels are seen, that gains rested at some time: guess
STOP_STEP: Final = 1.5  # weeks between the starts of rests that are weighed
STOP_WEEKS: Final = (
    8.0,
    11.0,
    14.0,
    17.0,
    20.0,
)  # how long a rest may last, all alike, as is a longer one: guess
# First weekly gain: docs/evidence.md#progress, 0.7 % a week early; its spread is a guess.
GAIN_MEAN: Final = 0.006
GAIN_SD: Final = 0.004
# gains are linear in log (1 + weeks / 13): docs/evidence.md#progress, Steele 2022; the 13 is a guess
GAIN_WEEKS: Final = 13.0
_GAINS: Final = np.linspace(0.0, 0.02, 21)  # first weekly gains that are weighed
_GAIN_SHARES: Final = np.exp(-0.5 * ((_GAINS - GAIN_MEAN) / GAIN_SD) ** 2)
DOWN: Final = -0.03  # docs/evidence.md#deload: mean day effect of the last two sessions below -3 %
DOWN_CHANCE: Final = 0.8
DOWN_EXERCISES: Final = 2


@dataclass(frozen=True, slots=True)
class Exposure:
    """One workout on one line: its day, its best level (log of 10RM-equivalent), its lowest RIR, its top reps."""

    day: date
    level: float
    rir: float | None
    reps: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stall:
    """A flagged stall.

    Attributes:
        line: line key.
        cause: ``plan`` (he stops where the plan says), ``fatigue`` or ``adaptation``.
        chance: probability that the trend lies below +0.1 % a week.
        since: day of the last best.
        message: code and values of the sentence that says what it is and what to do (`iron.knowledge.messages`).
    """

    line: str
    cause: Cause
    chance: float
    since: date
    message: Message


def exposures(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float] | None = None
) -> dict[str, list[Exposure]]:
    """By line, the workouts with full-depth sets, oldest first; levels at the family's curve.

    A workout with reps in reserve stands for the mean of its measured sets, each freshened by the usual set fatigue:
    the best of several noisy sets would be a noisier witness. Without any the best set stands for it.
    """
    k = family_k(facts.family, facts.curve_k)
    lines: dict[str, list[Exposure]] = {}
    for day, efforts in workouts_of(sets, facts, references):
        full: dict[str, list[Effort]] = {}
        for effort in efforts:
            if not effort.cut:
                full.setdefault(effort.line, []).append(effort)
        for line, here in full.items():
            lines.setdefault(line, []).append(_exposure(day, tuple(here), k))
    return lines


@lru_cache(maxsize=4096)  # a line is judged again after each of its workouts, most of which it knows
def _exposure(day: date, here: tuple[Effort, ...], k: float) -> Exposure:
    logged = [effort for effort in here if effort.rir is not None]
    measured = [effort for effort in logged if (effort.rir or 0.0) <= TRUSTED_RIR]
    level = (
        fmean(_fresh(effort, k) for effort in measured)
        if measured
        else max(_level_of(effort, k) for effort in here)
    )
    rir = min((effort.rir for effort in logged if effort.rir is not None), default=None)
    return Exposure(day, level, rir, tuple(effort.reps for effort in here))


def _level_of(effort: Effort, k: float) -> float:
    return math.log(effort.moved_kg / load_share(effort.reps + (effort.rir or 0.0), k))


def _fresh(effort: Effort, k: float) -> float:
    return _level_of(effort, k) + FATIGUE_MEAN * fatigue_share(effort.position, effort.rest_s)


def stall(
    line: str, seen: Sequence[Exposure], facts: ExerciseFacts, *, tired: bool, on: date
) -> Stall | None:
    """The stall of a line, or None.

    Args:
        line: line key.
        seen: its exposures, oldest first.
        facts: facts of the exercise.
        tired: whether two or more exercises of the same muscle are down, see `is_down`.
        on: today.
    """
    seen = _since_layoff(seen)
    if len(seen) <= NO_BEST or (on - seen[-1].day).days > 21:
        return None
    best = _last_best(seen)
    since = (seen[-1].day - seen[best].day).days / 7.0
    if len(seen) - 1 - best < NO_BEST or since < LEAST_WEEKS:
        return None
    recent = seen[-EXPOSURES:]
    chance = slow_chance(seen, facts.family)
    honest = (
        sum(exposure.rir is not None and exposure.rir <= HONEST_RIR for exposure in recent) >= HONEST_SESSIONS
    )
    if not honest:
        return _plan_limited(line, recent, chance, seen[best].day) if chance > FLAG else None
    if chance <= FLAG:
        return None
    if tired:
        return Stall(line, "fatigue", chance, seen[best].day, {"code": "stall-fatigue", "values": {}})
    # Feet turn on a press; nobody turns them on a bench.
    code = "stall-adaptation-feet" if facts.family in FEET_TURN else "stall-adaptation"
    message: Message = {"code": code, "values": {"weeks": round(since)}}
    return Stall(line, "adaptation", chance, seen[best].day, message)


def _since_layoff(seen: Sequence[Exposure]) -> Sequence[Exposure]:
    """The exposures after the last long break: nobody stalls while he does not train."""
    starts = [at for at in range(1, len(seen)) if (seen[at].day - seen[at - 1].day).days > LAYOFF_DAYS]
    return seen[starts[-1] :] if starts else seen


def slow_chance(seen: Sequence[Exposure], family: str) -> float:
    """P(gain of the last five weeks < 0.1 % a week): he goes on along his curve of gains, stopped, or stopped once.

    Each story is a curve of levels: gains fall along log (1 + weeks / 13) and rest between a start and an end. First
    weekly gain, start and end are summed out on a grid, weighed by how well the curve fits all levels of the line;
    where the curve stands is free.

    Args:
        seen: exposures of one line, oldest first.
        family: family of the exercise.
    """
    weeks = np.array([(exposure.day - seen[0].day).days / 7.0 for exposure in seen])
    levels = np.array([exposure.level for exposure in seen])
    now = float(weeks[-1])
    if now <= 0:
        return 0.0
    starts, ends, shares = _stories(now)
    curves = _gained(weeks, starts, ends)
    apart = curves - curves.mean(axis=1, keepdims=True)
    fit = 2.0 * np.outer(apart @ (levels - levels.mean()), _GAINS) - np.outer(
        (apart**2).sum(axis=1), _GAINS**2
    )
    log_weight = 0.5 * fit / _noise(levels, family) ** 2
    weight = np.exp(log_weight - log_weight.max()) * np.outer(shares, _GAIN_SHARES)
    span = min(SPAN_WEEKS, now)
    lately = _gained(np.array([now - span, now]), starts, ends)
    per_week = np.outer((lately[:, 1] - lately[:, 0]) / span, _GAINS)
    return float(weight[per_week < SLOW_PER_WEEK].sum() / weight.sum())


def _stories(now: float) -> tuple[Floats, Floats, Floats]:
    """When gains rested: first and last week of each story, and its share before the levels are seen."""
    begins = np.arange(0.0, max(1.0, now - 1.0), STOP_STEP)
    each = STOPPED_SHARE / len(begins) / (len(STOP_WEEKS) + 1)
    stories = [(math.inf, math.inf, 1.0 - STOPPED_SHARE)]
    for begin in begins:
        over = [begin + long for long in STOP_WEEKS if begin + long < now]
        stories.append((begin, math.inf, each * (len(STOP_WEEKS) + 1 - len(over))))
        stories.extend((begin, end, each) for end in over)
    starts, ends, shares = np.array(stories).T
    return starts, ends, shares


def _gained(weeks: Floats, starts: Floats, ends: Floats) -> Floats:
    """What was gained by each week [units of the first weekly gain], a row for each story."""
    first, last = starts[:, None], ends[:, None]
    rested = np.where(
        weeks > first,
        np.log1p(np.minimum(weeks, last) / GAIN_WEEKS) - np.log1p(np.minimum(first, weeks) / GAIN_WEEKS),
        0.0,
    )
    gained: Floats = GAIN_WEEKS * (np.log1p(weeks / GAIN_WEEKS) - rested)
    return gained


def _noise(levels: Floats, family: str) -> float:
    """Noise of one level: what neighbours differ by, between 1 % and what is usual."""
    usual = LEG_PRESS_NOISE if family == "leg_press" else NOISE
    if len(levels) < 3:
        return usual
    return min(usual, max(LEAST_NOISE, 1.4826 * float(np.median(np.abs(np.diff(levels)))) / math.sqrt(2.0)))


def _last_best(seen: Sequence[Exposure]) -> int:
    """The exposure that last beat all before it by more than half a percent."""
    best, at = seen[0].level, 0
    for place, exposure in enumerate(seen):
        if exposure.level > best + BEST_SHARE:
            best, at = exposure.level, place
    return at


def _plan_limited(line: str, recent: Sequence[Exposure], chance: float, since: date) -> Stall:
    reps = [number for exposure in recent for number in exposure.reps]
    usual = max(dict.fromkeys(reps), key=reps.count)
    values = {"usual": usual, "more": usual + 2}
    return Stall(line, "plan", chance, since, {"code": "stall-plan", "values": values})


class Measured(NamedTuple):
    """A workout with measured sets: the beliefs before and after it, and the line that was done last."""

    before: Strength
    after: Strength
    line: str


def measured_in(before: Strength | None, after: Strength | None, line: str) -> Measured | None:
    """A workout by what was believed before and after it; None where nothing was measured."""
    if after is None or before is None or after.measured == before.measured:
        return None
    return Measured(before, after, line)


def day_effects(workouts: Sequence[Measured]) -> list[tuple[float, float]]:
    """Form of the last workouts with measured sets: log of the day's level over the level before all of them, and sd.

    Compared with the level before the last workouts, because a bad second day would already have pulled it down.
    """
    if not workouts:
        return []
    level, _ = _level(workouts[0].before, workouts[0].line, today=False)
    forms = (_level(workout.after, workout.line, today=True) for workout in workouts)
    return [(form - level, sd) for form, sd in forms]


def _level(state: Strength, line: str, *, today: bool) -> tuple[float, float]:
    """Mean and sd of the log level of a line, with the day effect or without."""
    state = with_line(state, line)
    row = np.zeros(state.mean.shape[1])
    row[[LEVEL, OFFSETS + state.lines.index(line)]] = 1.0
    row[DAY] = 1.0 if today else 0.0
    weights = np.exp(state.log_weight)
    variance = float(weights @ np.einsum("i,kij,j->k", row, state.cov, row))
    return float(weights @ (state.mean @ row)), math.sqrt(max(variance, 0.0))


def is_down(effects: Sequence[tuple[float, float]]) -> bool:
    """Whether P(mean day effect of the last two workouts < −3 %) exceeds 0.8 (docs/evidence.md#deload)."""
    if len(effects) < 2:
        return False
    mean = sum(value for value, _ in effects) / len(effects)
    spread = math.sqrt(sum(sd**2 for _, sd in effects)) / len(effects)
    return 0.5 * (1.0 + math.erf((DOWN - mean) / (max(spread, 1e-9) * math.sqrt(2.0)))) > DOWN_CHANCE


def deload_offer(weeks: int, down: int, weekly_sets: float) -> Message | None:
    """Code and values of the sentence that offers a deload, or None.

    Args:
        weeks: accumulation weeks done since the last deload.
        down: exercises of one muscle group that are down, see `is_down`.
        weekly_sets: fractional sets of the busiest muscle in the last week.
    """
    if weekly_sets < 10:  # docs/evidence.md#deload: skip when fewer than 10 fractional sets a week were done
        return None
    if down >= DOWN_EXERCISES:
        return {"code": "deload-down", "values": {"lifts": down}}
    return {"code": "deload-weeks", "values": {"weeks": weeks}} if weeks >= 5 else None
