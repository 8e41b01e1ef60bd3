"""Patterns of the lifter's own: which sessions the next one goes on from, his steps, sets and reps."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING, Final

from iron.training.prescription.easy_weeks import without_easy
from iron.training.prescription.model import STREAK, USUAL_OVER, LineSession
from iron.training.prescription.shape import SAME, Shape, implied, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

PERIODS: Final = (2, 3, 4)  # days of a rotation: heavy and light, three weeks and four of 5/3/1
ALIKE: Final = 0.08  # log load between a day and the same day one round before
APART: Final = 0.04  # log load between the days of a round, below it they are one kind
APART_REPS: Final = 3.0  # or this many reps
STEP_SHARE: Final = 0.6  # of the steps up that must be the same one to be his step: guess
STEP_MOST: Final = 0.12  # of the load; more is a new start, no step


@dataclass(frozen=True, slots=True)
class Work:
    """One session of a track with its shape, and the log of the best moved 10RM that its top sets stand for."""

    session: LineSession
    shape: Shape
    level: float

    @property
    def day(self) -> date:
        """Its date."""
        return date.fromisoformat(self.session.day)

    @property
    def load_kg(self) -> float:
        """Top load as counted [kg]."""
        return self.shape.load_kg


@dataclass(frozen=True, slots=True)
class Track:
    """The sessions that the next one goes on from, newest last, and what is the lifter's own in them.

    Attributes:
        works: the sessions.
        period: days of the rotation, 1 for none.
        step_kg: his own step, None without one.
        streak: how many steps in a row.
        light: sessions left out at the end because they were easy.
        sets: usual top sets.
        reps: usual reps of these.
        is_fixed: whether he does the same number of reps whatever the load.
        is_open: whether his last top set is open.
        made: steps up of late that succeeded at once.
        missed: steps up that did not.
    """

    works: tuple[Work, ...]
    period: int
    step_kg: float | None
    streak: int
    light: int
    sets: int
    reps: float
    is_fixed: bool
    is_open: bool
    made: int = 0
    missed: int = 0

    @property
    def last(self) -> Work:
        """The session that the next one goes on from."""
        return self.works[-1]


# A line is read twice for one answer, and once more after every change of another line.
@lru_cache(maxsize=256)
def track_of(sessions: tuple[LineSession, ...], k: float, *, helps: bool = False) -> Track | None:
    """Read the track of a line; None where no session of full depth counts.

    Args:
        sessions: sessions without doubtful sets, oldest first.
        k: curve constant.
        helps: whether the load helps, so that a step up is a smaller load.
    """
    works = [
        Work(session, shape, max(implied(lift, k) for lift in shape.tops))
        for session in sessions
        if not session.deload and session.cause is None and (shape := shape_of(session, k)) is not None
    ]
    if not works:
        return None
    period = _period(works)
    light = 0
    if period == 1:
        works, light = without_easy(works)
    same = works[::-1][period - 1 :: period][::-1] if period > 1 else works
    step, streak = _steps(works, same, period, helps=helps)
    recent = same[-USUAL_OVER:]
    scheme = _scheme(same)
    counts = Counter(len(work.shape.tops) for work in reversed(recent))
    reps = median(work.shape.usual for work in recent) if scheme is None else scheme
    made, missed = _record(same, reps, helps=helps)
    return Track(
        tuple(same),
        period,
        step,
        streak,
        light,
        max(counts, key=lambda number: counts[number]),
        reps,
        scheme is not None,
        sum(work.shape.is_open for work in recent[-3:]) * 2 > len(recent[-3:]),
        made,
        missed,
    )


def _period(works: Sequence[Work]) -> int:
    """Days of the rotation: the smallest number for which each day is like the same day one round before."""
    for period in PERIODS:
        if len(works) >= 2 * period and _turns(works[-2 * period :], period):
            return period
    return 1


def _turns(works: Sequence[Work], period: int) -> bool:
    loads = [math.log(work.shape.moved_kg) for work in works]
    reps = [work.shape.usual for work in works]
    alike = all(
        -SAME <= loads[at] - loads[at - period] <= ALIKE
        and (abs(reps[at] - reps[at - period]) <= 2 or len(works[at].shape.held) == 1)
        for at in range(period, 2 * period)
    )
    if not alike:
        return False
    newest_loads, newest_reps = loads[period:], reps[period:]
    apart = (
        max(newest_loads) - min(newest_loads) >= APART or max(newest_reps) - min(newest_reps) >= APART_REPS
    )
    # A steady climb is no rotation: neighbours must differ more than the days of one kind.
    rises = all(after >= before - SAME for before, after in itertools.pairwise(loads))
    return apart and not rises


def _steps(
    works: Sequence[Work], same: Sequence[Work], period: int, *, helps: bool
) -> tuple[float | None, int]:
    """The lifter's own step as counted [kg], and how often in a row he took it."""
    sign = -1.0 if helps else 1.0
    steps = [
        round(sign * (after.load_kg - before.load_kg), 2)
        for before, after in itertools.pairwise(same)
        if abs(after.shape.usual - before.shape.usual) <= 1 or after.load_kg != before.load_kg
    ]
    streak = 0
    for step in reversed(steps):
        if step <= 0:
            break
        streak += 1
    ups = [step for step in steps[-8:] if step > 0]
    if period > 1:
        # The days of a rotation step together: one round says as much as several steps of one day.
        ups += [
            step
            for at in range(len(works) - period, len(works))
            if at >= period
            and (step := round(sign * (works[at].load_kg - works[at - period].load_kg), 2)) > 0
        ]
    if not ups:
        return None, 0
    step, often = Counter(ups).most_common(1)[0]
    top = max(abs(same[-1].load_kg), step)
    if often < STEP_SHARE * len(ups) or often < 2 or step > max(STEP_MOST * top, 5.0):
        return None, streak
    return step, streak


def has_rhythm(track: Track) -> bool:
    """Whether the lifter adds load by a rhythm of his own, not only now and then."""
    return track.step_kg is not None and (track.streak >= STREAK or (track.period > 1 and track.streak >= 1))


def _scheme(works: Sequence[Work]) -> float | None:
    """The number of reps that the lifter does at every load, None where it changes.

    Sessions at the newest load may fall short of it: a miss is no other scheme.
    """
    newest = works[-1].load_kg
    before = list(works)
    while before and abs(before[-1].load_kg - newest) < 0.01:
        before.pop()
    trailing = works[len(before) :]
    reps = _fixed_reps(before[-USUAL_OVER:])
    if reps is not None and max(lift.reps for work in trailing for lift in work.shape.held) <= reps + 1:
        return reps
    return _fixed_reps(works[-USUAL_OVER:])


def _fixed_reps(recent: Sequence[Work]) -> float | None:
    """The same number of reps in nearly all sets of some sessions, at more than one load."""
    if len(recent) < STREAK or len({round(work.load_kg, 2) for work in recent}) < 2:
        return None
    reps = [lift.reps for work in recent for lift in work.shape.held]
    usual = _mode(reps)
    # Fewer reps than usual are a miss, not another scheme.
    fixed = sum(number == usual for number in reps) >= 0.75 * len(reps) and max(reps) <= usual + 1
    return usual if fixed else None


def _record(same: Sequence[Work], reps: float, *, helps: bool) -> tuple[int, int]:
    """Of the last steps up, how many were made with all their reps at once, and how many were not."""
    sign = -1.0 if helps else 1.0
    made = missed = 0
    for before, after in itertools.pairwise(same[-9:]):
        if sign * (after.load_kg - before.load_kg) <= 0:
            continue
        if after.shape.weakest >= min(reps, before.shape.weakest):
            made += 1
        else:
            missed += 1
    return made, missed


def _mode(values: Sequence[float]) -> float:
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], value))
