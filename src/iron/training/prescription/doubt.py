"""Doubtful sets: a typing error is kept apart and asked about until a second workout agrees with it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from iron.training.prescription.model import Doubt, Lift, LineSession
from iron.training.prescription.shape import implied
from iron.training.strength.state import LEVEL_WALK, YOUNG, lost

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVEL_SD: Final = (
    0.08  # log 10RM: what is believed of a line after some sessions; the floor of its own spread
)
NEW_SD: Final = 0.20  # the same after one session
GATE: Final = 5.0  # sd: as far off as the filter's own gate (state.GATE) and one more, because it asks
LOOK_BACK: Final = 8  # sessions that say what is usual
AGREES: Final = 0.2  # log 10RM: a second workout this near confirms
ASK_SESSIONS: Final = 3  # sessions in which a doubtful set is still asked about
DIGIT_CLOSE: Final = (
    0.15  # share by which ten times a load may miss the usual ones and still be one digit short
)


def sort_doubts(sessions: Sequence[LineSession], k: float) -> tuple[tuple[LineSession, ...], Doubt | None]:
    """Take doubtful sets out of the sessions of one line; the second answer is the newest one still to be asked about.

    A set is doubtful when it lies further from the sessions before it than the belief about the line allows: `GATE`
    standard deviations of their own spread, of the time since, and of a form that is never surer than `LEVEL_SD`. The
    next workout confirms it when it agrees.

    Args:
        sessions: sessions of the line, oldest first.
        k: curve constant.
    """
    believed: list[LineSession] = []
    seen = Seen()
    for session in sessions:
        seen, good, bad = seen.after(session, k)
        if good:
            believed.append(
                session
                if len(good) == len(session.sets)
                else replace(session, sets=tuple(good), apart=len(bad))
            )
    return tuple(believed), _asked(seen, believed, k)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the next session of a line is judged by; immutable, so that a belief can go on from an older one.

    Attributes:
        count: sessions so far.
        levels: day and best level of the last `LOOK_BACK` believed ones.
        waiting: doubtful sets that no second workout agreed with: number of the session, set, session.
    """

    count: int = 0
    levels: tuple[tuple[int, float], ...] = ()
    waiting: tuple[tuple[int, Lift, LineSession], ...] = ()

    def after(self, session: LineSession, k: float) -> tuple[Seen, Sequence[Lift], Sequence[Lift]]:
        """What is known after one more session, its believed sets and its doubtful ones."""
        good, bad = _split(session, self.levels, k)
        levels, waiting = self.levels, self.waiting
        confirmed = bool(bad) and any(_agree(wait[1], lift, k) for wait in waiting for lift in bad)
        if confirmed or (bad and not good and len(levels) < YOUNG and len(bad) > 1):
            good, bad = session.sets, ()
            levels, waiting = (), ()
        if good:
            level = (_day(session), max(implied(lift, k) for lift in good))
            levels = (*levels[1 - LOOK_BACK :], level)
        if bad:
            worst = max(bad, key=lambda lift: abs(implied(lift, k)))
            waiting = (*waiting, (self.count, worst, session))
        return Seen(self.count + 1, levels, waiting), good, bad


def _split(
    session: LineSession, levels: Sequence[tuple[int, float]], k: float
) -> tuple[Sequence[Lift], Sequence[Lift]]:
    per_set = [implied(lift, k) for lift in session.sets]
    if levels:
        recent = _recent(levels, _day(session))
        most, least = _most(recent), _least(recent)
        if least <= min(per_set) and max(per_set) <= most:
            return session.sets, ()
        far = [level > most for level in per_set]
        low = [level < least for level in per_set]
        # Light sets beside heavy ones prepare or follow them; a session of nothing else is a slip, or a new level.
        heavy = [lift.load_kg for lift, off in zip(session.sets, low, strict=True) if not off]
        far = [
            off or (below and (not heavy or _lacks_digit(lift, heavy)))
            for off, below, lift in zip(far, low, session.sets, strict=True)
        ]
    elif len(per_set) >= 3:
        middle = median(per_set)
        far = [level > middle + GATE * NEW_SD for level in per_set]
    else:
        far = [False] * len(per_set)
    far = [off and not lift.sure for lift, off in zip(session.sets, far, strict=True)]
    good = [lift for lift, off in zip(session.sets, far, strict=True) if not off]
    bad = [lift for lift, off in zip(session.sets, far, strict=True) if off]
    return good, bad


class _Recent(NamedTuple):
    """The last sessions: their number, their middle level, the newest, the spread, and the weeks since."""

    sessions: int
    middle: float
    newest: float
    spread: float
    weeks: float


def _recent(levels: Sequence[tuple[int, float]], day: int) -> _Recent:
    recent = levels[-LOOK_BACK:]
    newest_day, newest = recent[-1]
    middle = _middle([level for _, level in recent])
    spread = 1.4826 * _middle([abs(level - middle) for _, level in recent])
    return _Recent(len(recent), middle, newest, spread, max(0, day - newest_day) / 7.0)


def _middle(values: list[float]) -> float:
    """The median; that of `statistics` costs more than all the rest of the rule."""
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _most(recent: _Recent) -> float:
    """The highest level that the sessions before it allow on a day."""
    sessions, middle, newest, spread, weeks = recent
    sd = max(LEVEL_SD, spread, NEW_SD / sessions)
    return max(middle, newest) + GATE * math.hypot(sd, LEVEL_WALK * math.sqrt(weeks))


def _least(recent: _Recent) -> float:
    """The lowest level of a session that is no slip: easy days vary more than strong ones, breaks cost strength."""
    _, middle, newest, spread, weeks = recent
    sd = math.hypot(max(NEW_SD, spread), LEVEL_WALK * math.sqrt(weeks))
    return min(middle, newest) - GATE * sd - lost(weeks)


def _lacks_digit(lift: Lift, usual: Sequence[float]) -> bool:
    """Whether ten times the load is what is usual: 10 for 100, 8 for 80."""
    tenfold = 10.0 * lift.load_kg
    return min(usual) * (1 - DIGIT_CLOSE) <= tenfold <= max(usual) * (1 + DIGIT_CLOSE)


def doubt_of(sessions: Sequence[LineSession], k: float, on: str, lift: Lift) -> Doubt | None:
    """What to ask about a set of a day before it is believed; None for one that fits what is known.

    Args:
        sessions: sessions of the line before the day, without doubtful sets, oldest first.
        k: curve constant.
        on: the day, ``YYYY-MM-DD``.
        lift: the set.
    """
    levels = [
        (_day(session), max(implied(other, k) for other in session.sets))
        for session in sessions
        if session.sets
    ]
    day = date.fromisoformat(on).toordinal()
    if not levels or lift.sure or lift.moved_kg <= 0:
        return None
    level, doubt = implied(lift, k), _doubt(lift, on, sessions, k)
    recent = _recent(levels, day)
    short = level < _least(recent) and _lacks_digit(lift, (doubt.low_kg, doubt.high_kg))
    return doubt if level > _most(recent) or short else None


def _agree(lift: Lift, other: Lift, k: float) -> bool:
    return abs(implied(lift, k) - implied(other, k)) <= AGREES


def _asked(seen: Seen, believed: Sequence[LineSession], k: float) -> Doubt | None:
    if not seen.waiting or seen.waiting[-1][0] < seen.count - ASK_SESSIONS:
        return None
    _, lift, session = seen.waiting[-1]
    return _doubt(lift, session.day, believed, k)


def _doubt(lift: Lift, day: str, believed: Sequence[LineSession], k: float) -> Doubt:
    usual = [other for session in believed if session.day <= day for other in session.sets][-40:]
    # Ramps say little about what is usual.
    best = max((implied(other, k) for other in usual), default=0.0)
    loads = [other.load_kg for other in usual if implied(other, k) > best - 0.3] or [lift.load_kg]
    return Doubt(day, lift.load_kg, lift.reps, min(loads), max(loads), len(usual))


def _day(session: LineSession) -> int:
    return date.fromisoformat(session.day).toordinal()
