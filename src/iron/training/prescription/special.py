"""Rules for special weeks: cut depth, a deload, the way back after a break."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from iron.training.prescription import away
from iron.training.prescription.model import (
    CUT_LEAST,
    CUT_MOST,
    DELOAD_SHARE,
    RETURN_STEP_SHARE,
)
from iron.training.prescription.reserve import keeps_reserve
from iron.training.prescription.settle import Choice, heaviest_within, next_harder

if TYPE_CHECKING:
    from iron.training.prescription.patterns import Track, Work
    from iron.training.prescription.settle import Scene

BREAK_DAYS: Final = 28  # a pause between two sessions that starts a way back: guess
SAFE_BACK: Final = 0.70  # chance of the low end for a larger step on the way back: guess
FIRST_WEEKS: Final = (
    1.5  # "progress was very rapid during the first few weeks" (Halonen 2024); the number is a guess
)
BACK_SESSIONS: Final = 16  # how far back a break is looked for


def depth(scene: Scene) -> Choice | None:
    """Depth was cut last time: 20-30 % less moved mass, by what this lifter's cuts are worth."""
    case = scene.case
    if not case.sessions or not case.steps() or case.sessions[-1].deload:
        return None
    cut = [lift for lift in case.sessions[-1].sets if lift.cut]
    full = [lift for lift in case.sessions[-1].sets if not lift.cut]
    top = max((lift.moved_kg for lift in cut), default=0.0)
    if not cut or any(lift.moved_kg >= top for lift in full):
        return None
    share = 1.0 - math.exp(-case.belief.cut) if case.belief else 0.25
    load = heaviest_within(case, top * (1.0 - min(CUT_MOST, max(CUT_LEAST, share))))
    return Choice("depth", load, values={"cut": max(cut, key=lambda lift: lift.moved_kg).load_kg})


def deload(scene: Scene) -> Choice | None:
    """A planned easy week: half the sets, a tenth less load."""
    case, track = scene.case, scene.track
    if case.wanted is None or not case.wanted.deload or track is None:
        return None
    moved = track.last.shape.moved_kg * (1.0 - DELOAD_SHARE)
    load = heaviest_within(case, moved) if case.steps() else track.last.load_kg
    return Choice("deload", load, sets=max(1, -(-case.wanted.sets // 2)))


def back_again(scene: Scene) -> Choice | None:
    """After a break: larger steps than the first time, until the load from before is there."""
    case, track = scene.case, scene.track
    if track is None or track.period > 1 or not case.steps():
        return None
    pause = _break(track)
    if pause is None:
        return None
    weeks, peak, since = pause
    last = track.last
    if last.shape.moved_kg >= peak.shape.moved_kg * 0.995:
        return None
    if last.shape.weakest < scene.target.low - 1 or _is_hard(last):
        return None
    left = max(1.0, away.weeks_back(weeks) - since)
    # The first weeks bring the most back.
    step = FIRST_WEEKS * max(0.0, peak.shape.moved_kg - last.shape.moved_kg) / left
    wanted = last.shape.moved_kg + min(step, RETURN_STEP_SHARE * last.shape.moved_kg)
    smallest = next_harder(case, last.load_kg, track.step_kg)
    load = heaviest_within(case, wanted)
    if smallest is not None and case.moved(load) < case.moved(smallest):
        load = smallest
    chance = scene.outlook.at_least(case.moved(load), scene.target.low)
    if chance is not None and chance < SAFE_BACK:
        return None
    if not keeps_reserve(case, scene.outlook, case.moved(load)):
        return None
    return Choice("back-again", load, values={"peak": peak.load_kg, "back_weeks": max(1, round(left))})


def _break(track: Track) -> tuple[float, Work, float] | None:
    """The last break: its weeks, the best session before it, and the weeks since it ended."""
    works = track.works[-BACK_SESSIONS:]
    for at in range(len(works) - 1, 0, -1):
        pause = (works[at].day - works[at - 1].day).days
        if pause >= BREAK_DAYS:
            peak = max(works[max(0, at - 4) : at], key=lambda work: work.shape.moved_kg)
            return pause / 7.0, peak, (works[-1].day - works[at].day).days / 7.0
    return None


def _is_hard(last: Work) -> bool:
    return any(lift.failed or (lift.rir is not None and lift.rir < 1) for lift in last.shape.tops)
