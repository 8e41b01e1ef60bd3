"""Intention: what the lifter means to do next, as candidates drawn from what he did before.

On real logs the reps written down are decided by the plan first and by capacity second
(docs/evidence.md#plan-and-capacity). Each expert here is one habit of lifters: the same as last time, the same as
last time at this load, one more, the session that looked most like today's. None is right for everybody; `mixture`
learns whom to believe.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# Loads closer than this are the same load: float dust of unit conversion (docs/formats.md#traps) stays far below,
# the smallest plate step of a heavy lift above.
SAME_LOAD: Final = 0.004
_LOOK_BACK: Final = 40  # sessions compared with today's: guess, about half a year of training twice a week
_RECENCY: Final = 0.02  # a session further back counts as 2 % more load away: guess
_COUNT_COST: Final = 0.03  # the same for each set more or fewer: guess
_REPS_COST: Final = 0.05  # the same for each rep that today's sets differ: guess


@dataclass(frozen=True, slots=True)
class Session:
    """The working sets of one exercise in one workout.

    Attributes:
        day: proleptic ordinal of the local date.
        loads: loads in one unit, above 0.
        reps: reps done, same length.
    """

    day: int
    loads: tuple[float, ...]
    reps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """Earlier sessions in order of likeness to today's: (distance, session)."""

    by_load: tuple[tuple[float, Session], ...]
    by_shape: tuple[tuple[float, Session], ...]


AHEAD: Final = (
    "same position",
    "same load",
    "median of three",
    "most similar session",
    "five similar sessions",
    "one more",
    "usual reps near this load",
    "steep curve",
    "middle curve",
    "exercise curve",
    "similar shape",
    "best reps near this load",
    "average of similar sessions",
    "average near this load",
    "two sessions ago",
    "three sessions ago",
    "four sessions ago",
    "after a rise",
)
WITHIN: Final = (
    *AHEAD,
    "set before",
    "set before and last drop",
    "set before and similar drop",
    "similar so far",
    "set before and usual drop",
    "five similar so far",
    "form of the day",
)

_TURNS: Final = (2, 3, 4)  # sessions back: days and weeks that take turns
# Curve constants of the "what if he keeps his effort" experts: fitted freely to logs K falls to 1-3
# (docs/evidence.md#forecast-protocol), the exercise's own curve is 31-45, and one lies between.
_STEEP_K: Final = 2.0
_MIDDLE_K: Final = 12.0


def same_load(first: float, other: float) -> bool:
    """Whether two loads are the same but for float dust."""
    return abs(first - other) <= SAME_LOAD * max(first, other)


def on_curve(reps: float, load: float, new_load: float, k: float) -> float:
    """Reps at another load when the effort is kept: (K + r − 1) × load / new − K + 1, kept within 1 to 60."""
    return min(60.0, max(1.0, (k + reps - 1.0) * load / new_load - k + 1.0))


def match(history: Sequence[Session], loads: Sequence[float], *, whole: bool = True) -> Matches:
    """Order the last sessions by likeness to today's loads, and by likeness of their shape.

    Args:
        history: earlier sessions, oldest first, at least one.
        loads: today's loads.
        whole: False when today may go on after these loads; then longer sessions are no less alike.
    """
    recent = history[-_LOOK_BACK:]
    logs = [math.log(load) for load in loads]
    top = max(logs)
    by_load, by_shape = [], []
    for age, session in enumerate(reversed(recent)):
        theirs = [math.log(load) for load in session.loads]
        their_top = max(theirs if whole else theirs[: len(logs)])
        apart = len(logs) - len(theirs)
        extra = _RECENCY * age + _COUNT_COST * (abs(apart) if whole else max(0, apart))
        pairs = [(mine, theirs[min(place, len(theirs) - 1)]) for place, mine in enumerate(logs)]
        by_load.append((round(extra + sum(abs(a - b) for a, b in pairs) / len(pairs), 9), session))
        shape = sum(abs((a - top) - (b - their_top)) for a, b in pairs) / len(pairs)
        by_shape.append((round(extra + shape + 0.3 * abs(top - their_top), 9), session))
    by_load.sort(key=lambda pair: pair[0])
    by_shape.sort(key=lambda pair: pair[0])
    return Matches(tuple(by_load), tuple(by_shape))


def at(session: Session, place: int) -> int:
    """Reps at a set position; the last set stands for positions the session did not reach."""
    return session.reps[min(place, len(session.reps) - 1)]


def ahead(
    history: Sequence[Session], matches: Matches, loads: Sequence[float], place: int, k: float
) -> list[float]:
    """The candidate of every expert of `AHEAD` for one set, before the session.

    Args:
        history: earlier sessions, oldest first, at least one.
        matches: likeness of them to today's loads.
        loads: today's loads.
        place: set position from 0.
        k: the exercise's curve constant.
    """
    load = loads[place]
    last = history[-1]
    same = float(at(last, place))
    near = _near_load(history, load, place)
    from_load, from_reps = _nearest_set(last, load, place)
    similar = matches.by_load[0][1]
    return [
        same,
        float(_last_at_load(history, load, place, same)),
        float(median(at(session, place) for session in history[-3:])),
        float(at(similar, place)),
        _weighted(matches.by_load[:5], place),
        same + 1.0,
        _usual(near, same),
        on_curve(from_reps, from_load, load, _STEEP_K),
        on_curve(from_reps, from_load, load, _MIDDLE_K),
        on_curve(from_reps, from_load, load, k),
        float(at(matches.by_shape[0][1], place)),
        float(max(near, default=same)),
        _average(matches.by_load[:6], place),
        sum(near) / len(near) if near else same,
        *(_nearest_set(history[-min(ago, len(history))], load, place)[1] for ago in _TURNS),
        _after_rise(history, load, place, same),
    ]


def within(
    history: Sequence[Session],
    matches: Matches,
    loads: Sequence[float],
    reps_done: Sequence[int],
    k: float,
) -> list[float]:
    """The candidate of every expert of `WITHIN` for the set after those done today; ``reps_done`` is not empty."""
    place = len(reps_done)
    load, before, reps = loads[place], loads[place - 1], float(reps_done[-1])
    carried = reps if same_load(load, before) else on_curve(reps, before, load, _MIDDLE_K)
    so_far = sorted(
        (
            (distance + _REPS_COST * _apart(session, reps_done), session)
            for distance, session in matches.by_load
        ),
        key=lambda pair: pair[0],
    )
    like = so_far[0][1]
    drops = [
        at(session, place) - at(session, place - 1) for session in history[-5:] if len(session.reps) > place
    ]
    last = history[-1]
    return [
        *ahead(history, matches, loads, place, k),
        carried,
        max(1.0, reps + at(last, place) - at(last, place - 1)),
        max(1.0, reps + at(like, place) - at(like, place - 1)),
        float(at(like, place)),
        max(1.0, reps + (median(drops) if drops else 0.0)),
        _weighted(so_far[:5], place),
        _form(matches.by_load[:6], reps_done),
    ]


def _apart(session: Session, reps_done: Sequence[int]) -> float:
    return sum(abs(at(session, place) - reps) for place, reps in enumerate(reps_done)) / len(reps_done)


def _nearest_set(session: Session, load: float, place: int) -> tuple[float, float]:
    """The set of a session nearest in load, among equals nearest in position."""
    order = min(
        range(len(session.loads)),
        key=lambda index: (round(abs(math.log(session.loads[index] / load)), 9), abs(index - place)),
    )
    return session.loads[order], float(session.reps[order])


def _last_at_load(history: Sequence[Session], load: float, place: int, otherwise: float) -> float:
    for session in reversed(history[-_LOOK_BACK:]):
        places = [index for index, set_load in enumerate(session.loads) if same_load(set_load, load)]
        if places:
            return float(session.reps[min(places, key=lambda index: abs(index - place))])
    return otherwise


def _near_load(history: Sequence[Session], load: float, place: int) -> list[int]:
    """Reps of recent sets within 5 % of a load, nearest position of each session, newest first."""
    reps = []
    for session in reversed(history[-8:]):
        places = [
            index for index, set_load in enumerate(session.loads) if abs(set_load - load) <= 0.05 * load
        ]
        if places:
            reps.append(session.reps[min(places, key=lambda index: abs(index - place))])
    return reps


def _after_rise(history: Sequence[Session], load: float, place: int, otherwise: float) -> float:
    """Reps of the last session whose heaviest load was above that of the one before it."""
    recent = history[-_LOOK_BACK:]
    for before, session in zip(recent[-2::-1], recent[:0:-1], strict=True):
        if max(session.loads) > max(before.loads) * (1.0 + SAME_LOAD):
            return _nearest_set(session, load, place)[1]
    return otherwise


def _usual(reps: Sequence[int], otherwise: float) -> float:
    if not reps:
        return otherwise
    # The most frequent value; among equals the newest, which stands first.
    return float(max(dict.fromkeys(reps), key=reps.count))


def _average(matches: Sequence[tuple[float, Session]], place: int) -> float:
    """The weighted mean of the reps of similar sessions: single sessions are noisy."""
    weighed = [(at(session, place), 1.0 / (0.02 + distance)) for distance, session in matches]
    return sum(reps * weight for reps, weight in weighed) / sum(weight for _, weight in weighed)


def _form(matches: Sequence[tuple[float, Session]], reps_done: Sequence[int]) -> float:
    """The average of similar sessions, moved by a share of how far today's sets lie from it so far."""
    apart = [reps - _average(matches, place) for place, reps in enumerate(reps_done)]
    # The share of a day's deviation that lasts, and what one set tells of it: like a mean with a prior of one set.
    moved = sum(apart) / (len(apart) + 1.0)
    return max(1.0, _average(matches, len(reps_done)) + moved)


def _weighted(matches: Sequence[tuple[float, Session]], place: int) -> float:
    """The weighted median of the reps of similar sessions; a session half as like weighs half."""
    weighed = sorted((at(session, place), 1.0 / (0.02 + distance)) for distance, session in matches)
    half = sum(weight for _, weight in weighed) / 2.0
    total = 0.0
    for reps, weight in weighed:
        total += weight
        if total >= half * (1.0 - 1e-9):  # the same in any unit: float dust must not decide
            return float(reps)
    return float(weighed[-1][0])
