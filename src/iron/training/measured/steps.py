"""The next step of a line that no repetition counts: hold, time, distance, pace or carry.

There is no study to take a step from, so only the lifter's own steps are continued: the median rise over his best so
far. Where he has too few of them the answer is the last session again, and how many are missing. Every number that is
not his own is one of the guesses below.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median_low
from typing import TYPE_CHECKING, Any, Final

from iron.training.prescription.model import AWAY_DAYS, USUAL_OVER

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS_KNOWN: Final = 2  # rises over the best so far that make a step of the lifter's own: guess
LOOK_BACK: Final = 12  # sessions that steps are read from: guess
# Of a distance or a pace: within it two are the same; clocks and watches differ. Guess.
SAME_SHARE: Final = 0.02
USUAL_SETS: Final = 1  # where no session says how many


@dataclass(frozen=True, slots=True)
class MeasuredSet:
    """One working set: load as counted [kg], time [s], distance [m]; None was not recorded."""

    load_kg: float = 0.0
    duration_s: float | None = None
    distance_m: float | None = None


@dataclass(frozen=True, slots=True)
class MeasuredSession:
    """The working sets of a line on one day; ``deload`` marks an easy week by plan."""

    day: str
    sets: tuple[MeasuredSet, ...]
    deload: bool = False


@dataclass(frozen=True, slots=True)
class MeasuredCase:
    """Everything that the next step depends on.

    Attributes:
        kind: ``duration``, ``distance``, ``pace`` or ``carry`` (`iron.training.history.measures`).
        assists: whether the load helps.
        sessions: sessions that count, oldest first.
        days_away: days since the exercise was trained on any line, None for never.
        sets: working sets that a plan asks for, None without one.
        deload: whether the plan makes it an easy week.
    """

    kind: str
    assists: bool
    sessions: tuple[MeasuredSession, ...]
    days_away: int | None = None
    sets: int | None = None
    deload: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """What to do: load [kg], and the ends of a time [s] and a distance [m] where the line counts them."""

    load_kg: float
    duration_s: tuple[float, float] | None = None
    distance_m: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class MeasuredStep:
    """The answer: rule, sets, aim (None where nothing is known), and the values of its sentence.

    Values: ``step`` and ``best`` are `Aim`-like parts by name; ``missing`` counts sessions, ``weeks`` the break.
    """

    rule: str
    sets: int
    aim: Aim | None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Top:
    """The hardest set of a session on two scales: ``across`` is raised more rarely than ``along``.

    Load and time of a hold, load and distance of a carry, distance and seconds per metre of a run, less being more.
    """

    day: str
    across: float
    along: float


def next_step(case: MeasuredCase) -> MeasuredStep:
    """What to do next on a line, from the lifter's own sessions."""
    sessions = [session for session in case.sessions if not session.deload and _tops(case, session)]
    if not sessions:
        return MeasuredStep("start-measured", case.sets or USUAL_SETS, None, {"kind": case.kind})
    tops = [max(_tops(case, session), key=lambda top: (top.across, top.along)) for session in sessions]
    last = tops[-1]
    sets = case.sets or median_low(len(session.sets) for session in sessions[-USUAL_OVER:])
    weakest = min(top.along for top in _tops(case, sessions[-1]) if _same(case, top.across, last.across))
    again = _aim(case, last.across, weakest, last.along)
    if case.deload:
        return MeasuredStep("stay-measured-deload", max(1, -(-sets // 2)), again)
    if case.days_away is not None and case.days_away > AWAY_DAYS:
        weeks = round(case.days_away / 7.0)
        return MeasuredStep("stay-measured-away", sets, again, {"weeks": weeks})
    recent = tops[-LOOK_BACK:]
    best = max(recent, key=lambda top: (top.across, top.along))
    here = max(
        (top for top in recent if _same(case, top.across, last.across)),
        key=lambda top: top.along,
    )
    if _reaches(case, last.across, best.across) and _reaches(case, last.along, here.along):
        return _onward(case, recent, sets, again)
    behind = here if _reaches(case, last.across, best.across) else best
    values: dict[str, Any] = {
        "best": _aim(case, behind.across, behind.along, behind.along),
        "date": behind.day,
    }
    return MeasuredStep("stay-measured-again", sets, again, values)


def _onward(case: MeasuredCase, tops: Sequence[_Top], sets: int, again: Aim) -> MeasuredStep:
    """The lifter's own step from his best, or what is missing to know it."""
    last = tops[-1]
    across, raised_at = _across_steps(case, tops)
    along = _along_steps(case, tops)
    ready = len(along) < STEPS_KNOWN or last.along >= median_low(raised_at or [0.0])
    if len(across) >= STEPS_KNOWN and ready:
        step = median_low(across[-USUAL_OVER:])
        # With more across he began again where he did the last time.
        low = min(last.along, _began(case, tops))
        aim = _aim(case, last.across + step, low, last.along)
        return MeasuredStep("up-measured-across", sets, aim, {"step": _across(case, step)})
    if len(along) >= STEPS_KNOWN:
        step = median_low(along[-USUAL_OVER:])
        aim = _aim(case, last.across, last.along, last.along + step)
        return MeasuredStep("up-measured-along", sets, aim, {"step": _along(case, last, step)})
    missing = STEPS_KNOWN - max(len(across), len(along))
    return MeasuredStep("stay-measured-unknown", sets, again, {"missing": missing})


def _across_steps(case: MeasuredCase, tops: Sequence[_Top]) -> tuple[list[float], list[float]]:
    """Rises over the best load or distance so far, and how far he was along before each."""
    steps, before, best = [], [], tops[0]
    for top in tops[1:]:
        if top.across > best.across and not _same(case, top.across, best.across):
            steps.append(top.across - best.across)
            before.append(best.along)
        if top.across > best.across or (_same(case, top.across, best.across) and top.along > best.along):
            best = top
    return steps, before


def _along_steps(case: MeasuredCase, tops: Sequence[_Top]) -> list[float]:
    """Rises over the best time, distance or pace so far at the same load or distance."""
    steps: list[float] = []
    for number, top in enumerate(tops):
        earlier = [each.along for each in tops[:number] if _same(case, each.across, top.across)]
        if earlier and top.along > max(earlier) and not _near(case, top.along, max(earlier)):
            steps.append(top.along - max(earlier))
    return steps


def _began(case: MeasuredCase, tops: Sequence[_Top]) -> float:
    """How far along the first session at the last load or distance was."""
    return next(top.along for top in tops if _same(case, top.across, tops[-1].across))


def _tops(case: MeasuredCase, session: MeasuredSession) -> list[_Top]:
    tops = []
    for set_ in session.sets:
        metres, seconds, load = set_.distance_m or 0.0, set_.duration_s or 0.0, set_.load_kg
        weight = -load if case.assists else load
        if case.kind == "pace" and metres and seconds:
            tops.append(_Top(session.day, metres, -seconds / metres))
        elif (case.kind == "carry" and metres and load > 0) or (case.kind == "distance" and metres):
            tops.append(_Top(session.day, weight, metres))
        elif case.kind == "duration" and seconds:
            tops.append(_Top(session.day, weight, seconds))
    return tops


def _same(case: MeasuredCase, left: float, right: float) -> bool:
    """Whether two loads or two distances across are the same."""
    share = SAME_SHARE if case.kind == "pace" else 0.0
    return abs(left - right) <= max(share * abs(right), 0.01)


def _near(case: MeasuredCase, left: float, right: float) -> bool:
    share = 0.0 if case.kind == "duration" else SAME_SHARE
    if case.kind == "pace":
        # A second in a minute is a pace of its own; what differs by less is the clock.
        share = SAME_SHARE / 4
    return abs(left - right) <= share * abs(right)


def _reaches(case: MeasuredCase, value: float, best: float) -> bool:
    return value >= best or _near(case, value, best)


def _aim(case: MeasuredCase, across: float, low: float, high: float) -> Aim:
    load = max(0.0, -across) if case.assists else across
    if case.kind == "pace":
        return Aim(0.0, (across * -high, across * -low), (across, across))
    if case.kind == "duration":
        return Aim(load, duration_s=(low, high))
    return Aim(load, distance_m=(low, high))


def _across(case: MeasuredCase, step: float) -> Aim:
    return Aim(0.0, distance_m=(step, step)) if case.kind == "pace" else Aim(abs(step))


def _along(case: MeasuredCase, last: _Top, step: float) -> Aim:
    if case.kind == "pace":
        return Aim(0.0, duration_s=(last.across * step, last.across * step))
    if case.kind == "duration":
        return Aim(0.0, duration_s=(step, step))
    return Aim(0.0, distance_m=(step, step))
