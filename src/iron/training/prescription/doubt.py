"""Doubtful sets: a typing error is kept apart and asked about until a second workout agrees with it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Final

from iron.training.prescription.model import Doubt, Lift, LineSession
from iron.training.prescription.shape import implied
from iron.training.strength.state import LEVEL_WALK

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVEL_SD: Final = (
    0.08  # log 10RM: what is believed of a line after some sessions; the floor of its own spread
)
NEW_SD: Final = 0.20  # the same after one session
GATE: Final = 5.0  # sd: as far off as the filter's own gate (state.GATE) and one more, because it asks
LOOK_BACK: Final = 8  # sessions that say what is usual
AGREES: Final = 0.2  # log 10RM: a second workout this near confirms
YOUNG: Final = 3  # with fewer sessions before it, a session that agrees with itself is believed
ASK_SESSIONS: Final = 3  # sessions in which a doubtful set is still asked about


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
    levels: list[tuple[int, float]] = []
    waiting: list[tuple[int, Lift, LineSession]] = []
    for number, session in enumerate(sessions):
        good, bad = _split(session, levels, k)
        confirmed = [one for one in waiting if any(_agree(one[1], lift, k) for lift in bad)]
        if confirmed or (bad and not good and len(levels) < YOUNG and len(bad) > 1):
            good, bad = list(session.sets), []
            levels, waiting = [], []
        if good:
            believed.append(session if len(good) == len(session.sets) else replace(session, sets=tuple(good)))
            levels.append((_day(session), max(implied(one, k) for one in good)))
        if bad:
            waiting.append((number, max(bad, key=lambda one: abs(implied(one, k))), session))
    return tuple(believed), _asked(waiting, believed, len(sessions), k)


def _split(
    session: LineSession, levels: Sequence[tuple[int, float]], k: float
) -> tuple[list[Lift], list[Lift]]:
    told = [implied(one, k) for one in session.sets]
    if levels:
        recent = levels[-LOOK_BACK:]
        middle = median(level for _, level in recent)
        weeks = max(0, _day(session) - recent[-1][0]) / 7.0
        spread = 1.4826 * median(abs(level - middle) for _, level in recent)
        sd = max(LEVEL_SD, spread, NEW_SD / len(recent))
        reach = GATE * math.hypot(sd, LEVEL_WALK * math.sqrt(weeks))
        newest = max(middle, recent[-1][1])
        far = [level > newest + reach for level in told]
    elif len(told) >= 3:
        middle = median(told)
        far = [level > middle + GATE * NEW_SD for level in told]
    else:
        far = [False] * len(told)
    good = [one for one, off in zip(session.sets, far, strict=True) if not off]
    bad = [one for one, off in zip(session.sets, far, strict=True) if off]
    return good, bad


def _agree(one: Lift, other: Lift, k: float) -> bool:
    return abs(implied(one, k) - implied(other, k)) <= AGREES


def _asked(
    waiting: Sequence[tuple[int, Lift, LineSession]],
    believed: Sequence[LineSession],
    count: int,
    k: float,
) -> Doubt | None:
    if not waiting or waiting[-1][0] < count - ASK_SESSIONS:
        return None
    _, lift, session = waiting[-1]
    usual = [one for each in believed if each.day <= session.day for one in each.sets][-40:]
    # Ramps say little about what is usual.
    best = max((implied(one, k) for one in usual), default=0.0)
    loads = [one.load_kg for one in usual if implied(one, k) > best - 0.3] or [lift.load_kg]
    return Doubt(session.day, lift.load_kg, lift.reps, min(loads), max(loads), len(usual))


def _day(session: LineSession) -> int:
    return date.fromisoformat(session.day).toordinal()
