"""Going on from the last session: the lifter's own steps first, double progression where he has none."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from iron.training.prescription.model import (
    BIG_STEP,
    FAILS,
    FAILS_DROP,
    FALL_REPS,
    LEAST_CHANCE,
    LEG_PRESS_STEP_KG,
    MORE_REPS,
    MOST_REPS,
    SAFE_CHANCE,
    SPARE_REPS,
    STEP_SHARE,
    STREAK,
    SURE_CHANCE,
    USUAL_OVER,
)
from iron.training.prescription.patterns import Track, Work, has_rhythm
from iron.training.prescription.reserve import (
    is_reserve_missed,
    is_reserve_unlikely,
    keeps_reserve,
    lighter_for_reserve,
)
from iron.training.prescription.settle import Choice, heaviest_within, next_harder
from iron.training.prescription.shape import SAME
from iron.training.strength.curve import reps_lost

if TYPE_CHECKING:
    from iron.training.prescription.model import Case, Lift
    from iron.training.prescription.settle import Scene


def progress(scene: Scene) -> Choice | None:
    """Load and reps after the last session of the track."""
    track = scene.track
    if track is None:
        return None
    choice = _body(scene, track) if _is_body_only(scene, track) else _loaded(scene, track)
    values: dict[str, Any] = dict(choice.values)
    if track.period > 1:
        values["turn"] = choice.reason
        return _with(choice, "rotation", values)
    is_light = track.light > 0 or scene.case.sessions[-1].deload
    if is_light and choice.load_kg == track.last.load_kg:
        return _with(choice, "after-light", values)
    return _with(choice, choice.reason, values)


def _with(choice: Choice, reason: str, values: dict[str, Any]) -> Choice:
    return replace(choice, reason=reason, values=values)


def _is_body_only(scene: Scene, track: Track) -> bool:
    """Body weight with nothing hung on in the last sessions, or a band whose number is no mass."""
    case = scene.case
    if case.meaning == "band":
        return True
    return case.on_body and all(work.load_kg == 0 for work in track.works[-USUAL_OVER:])


def _body(scene: Scene, track: Track) -> Choice:
    """Nothing hangs on the lifter: the reps go up, kilos are never invented."""
    target, last = scene.target, track.last
    if _broken_off(track):
        return _broken(track)
    weakest = last.shape.weakest
    if target.is_planned or weakest < target.high:
        reason = "body-few" if target.high <= 6 and weakest <= 4 and track.reps <= 4 else "body-reps"
        return Choice(reason, last.load_kg)
    more = max(2, math.ceil(0.15 * weakest))
    return Choice("body-more", last.load_kg, low=max(1, round(weakest) - 1), high=round(weakest) + more)


def _loaded(scene: Scene, track: Track) -> Choice:
    case, target, last = scene.case, scene.target, track.last
    stay = last.load_kg
    if is_reserve_missed(case, last.shape.tops):
        load = lighter_for_reserve(case, scene.outlook, last.shape.moved_kg, FAILS_DROP)
        if load is not None:
            return Choice("reserve", load, values={"rir": target.rir})
    if is_reserve_unlikely(case, scene.outlook, last.shape.tops, last.shape.moved_kg):
        load = lighter_for_reserve(case, scene.outlook, last.shape.moved_kg, FAILS_DROP)
        if load is not None:
            return Choice("reserve-unknown", load, values={"rir": target.rir})
    if _broken_off(track):
        return _broken(track)
    due = _due(scene, track)
    misses = _misses(track, due)
    if _is_too_heavy(scene, track, due):
        load = heaviest_within(case, last.shape.moved_kg * (1.0 - FAILS_DROP))
        if case.moved(load) < last.shape.moved_kg * (1 - SAME):
            return Choice("missed-often", load, values={"sessions": misses})
    if misses:
        return Choice("missed", stay, due, max(due, target.high))
    if _backs_failed(track):
        return Choice("back-off-missed", stay)
    if has_rhythm(track) and last.shape.weakest >= _own_reps(scene, track):
        return _own_step(scene, track)
    if target.is_own:
        return _up(scene, track, "open-set" if last.shape.is_open else "scheme")
    if last.shape.weakest < target.high:
        easy = _spare(track, target.rir)
        if easy is not None:
            return _up(scene, track, "easy", spare=easy)
        return Choice("more-reps", stay)
    if _is_sure(track, target.high):
        return _up(scene, track, "range-done")
    smallest = _smallest_if_safe(scene, track)
    return Choice("once-more", stay) if smallest is None else Choice("range-done", smallest)


def _own_reps(scene: Scene, track: Track) -> float:
    return scene.target.low if scene.target.is_planned else min(scene.target.low, track.reps)


def _own_step(scene: Scene, track: Track) -> Choice:
    """His rhythm goes on: the same step, the same reps, as long as the low end is likely."""
    load = next_harder(scene.case, track.last.load_kg, track.step_kg)
    if load is None:
        return Choice("no-more", track.last.load_kg)
    low = high = None
    if not scene.target.is_planned:
        reps = max(1, round(track.last.shape.usual if not scene.target.is_own else scene.target.low))
        low, high = reps, max(reps, scene.target.high if scene.target.is_own else reps)
    return Choice("own-steps", load, low, high)


def _up(scene: Scene, track: Track, reason: str, *, spare: float | None = None) -> Choice:
    case, target, last = scene.case, scene.target, track.last
    stay = last.load_kg
    load = next_harder(case, stay, track.step_kg)
    smallest = next_harder(case, stay)
    if load is None or smallest is None:
        return Choice("no-more", stay)
    now = last.shape.moved_kg
    limit = step_limit(case, last.shape.tops[0], case.moved(smallest)) * (1 + 1e-9)
    if track.step_kg is None or case.moved(load) > limit:
        load = smallest
    if not target.is_own:
        load = _largest_safe(scene, now, limit) or load
    if not keeps_reserve(case, scene.outlook, case.moved(load)):
        return Choice("reserve", stay, values={"rir": target.rir})
    chance = scene.outlook.at_least(case.moved(load), target.low)
    least = LEAST_CHANCE if target.is_own or track.step_kg is not None else SAFE_CHANCE
    values = {} if spare is None else {"spare": spare}
    if chance is None or chance >= least:
        return Choice(reason, load, values=values)
    if target.is_own and target.range_low < target.low:
        # His reps are too many for so large a step: the exercise's range begins again below them.
        own = scene.outlook.at_least(case.moved(load), target.range_low)
        if own is None or own >= SAFE_CHANCE:
            return Choice(reason, load, low=target.range_low, values=values)
    cost = reps_lost(now, case.moved(load) - now, max(target.high, 1), case.k)
    width = max(target.high - target.low, BIG_STEP if target.is_own else 0)
    if cost > width:
        most = min(MOST_REPS, target.high + MORE_REPS)
        if last.shape.weakest < most:
            return Choice(
                "big-step", stay, high=max(most, target.high), values={"next": load, "cost": round(cost)}
            )
        low = scene.outlook.most_reps(case.moved(load), SAFE_CHANCE)
        if low >= max(3, target.range_low // 2):
            return Choice(reason, load, low=min(low, target.low), high=target.high, values=values)
    return Choice("unsure", stay, values={"next": load, "next_chance": chance})


def _largest_safe(scene: Scene, now: float, limit: float) -> float | None:
    """The hardest load up to a limit that keeps the low end safe and costs no more reps than the range holds."""
    case, target = scene.case, scene.target
    for load in reversed(case.steps()):
        moved = case.moved(load)
        if moved <= now * (1 + SAME / 4):
            break
        chance = scene.outlook.at_least(moved, target.low)
        fits = reps_lost(now, moved - now, target.high, case.k) <= target.high - target.low
        is_safe = chance is not None and chance >= SAFE_CHANCE
        if moved <= limit and fits and is_safe and keeps_reserve(case, scene.outlook, moved):
            return load
    return None


def step_limit(case: Case, last: Lift, smallest: float) -> float:
    """The most moved mass [kg] of a step that is not the lifter's own: a share of what he counts, or the smallest step.

    The body and the sled move too, but a step is felt against what is on the bar.
    """
    now = last.moved_kg
    counted = abs(last.load_kg) * case.implements
    most = max(STEP_SHARE * (counted if counted > 0 and not case.assists else now), smallest - now)
    if case.family == "leg_press":
        most = min(most, max(LEG_PRESS_STEP_KG * case.implements, smallest - now))
    return now + most


def _broken_off(track: Track) -> bool:
    """Fewer sets than planned or than usual: no success."""
    last = track.last
    count = len(last.shape.work) + last.session.apart
    if last.session.planned is not None:
        return count < last.session.planned
    tops = len(last.shape.tops) + last.session.apart
    return len(track.works) >= 3 and tops < track.sets and count < track.sets


def _broken(track: Track) -> Choice:
    last = track.last
    count, planned = len(last.shape.work) + last.session.apart, last.session.planned or track.sets
    return Choice("broken-off", last.load_kg, values={"done": count, "planned": planned})


def _due(scene: Scene, track: Track) -> int:
    """Fewest reps that are no miss: the low end, those of the rhythm, and not far below the best at this load."""
    target, last = scene.target, track.last
    if target.is_planned:
        return target.low
    due = float(target.low)
    if len(last.shape.held) > 1:
        here = [
            work.shape.weakest
            for work in track.works[-2 * USUAL_OVER :]
            if abs(work.load_kg - last.load_kg) <= 0.01 and len(work.shape.held) > 1
        ]
        due = max(due, max(here) - FALL_REPS)
        before = {work.shape.weakest for work in track.works[-1 - STREAK : -1]}
        if track.period == 1 and has_rhythm(track) and len(before) == 1:
            due = max(due, *before)
    return math.floor(due)


def _is_too_heavy(scene: Scene, track: Track, due: int) -> bool:
    """Whether the load has been missed so often that it comes down.

    A number of the lifter's own may lie far above the low end of the exercise's range: then only falling short of
    that takes load off.
    """
    target = scene.target
    far = target.is_own and target.low - target.range_low > BIG_STEP
    least = min(due, target.range_low) if far else due
    return _misses(track, least) >= FAILS and bool(scene.case.steps())


def _misses(track: Track, low: int) -> int:
    """Sessions in a row at this load whose weakest set fell short of the low end."""
    count = 0
    for work in reversed(track.works):
        if abs(work.load_kg - track.last.load_kg) > 0.01 or work.shape.weakest >= low:
            break
        count += 1
    return count


def _backs_failed(track: Track) -> bool:
    """Back-off sets far below what they usually are; below the top set's reps where they are new."""
    last = track.last
    if not last.shape.back:
        return False
    worst = min(lift.reps for lift in last.shape.back)
    usual = [
        min(lift.reps for lift in work.shape.back) for work in track.works[-4:-1] if len(work.shape.back) > 0
    ]
    if usual:
        return worst < min(usual) - 2
    return worst < last.shape.weakest - 2


def _spare(track: Track, rir: float) -> float | None:
    """Reps in reserve of the last top sets where all say that they were easy."""
    reserves = [lift.rir for lift in track.last.shape.held]
    known = [lift for lift in reserves if lift is not None]
    if len(known) != len(reserves) or min(known) < rir + SPARE_REPS - 1 or min(known) < SPARE_REPS:
        return None
    return min(known)


def _is_sure(track: Track, high: int) -> bool:
    """The top was reached for sure: reps in reserve were logged, or two sessions say so, or he stepped up before."""
    if track.step_kg is not None or any(lift.rir is not None for lift in track.last.shape.tops):
        return True
    return len(track.works) > 1 and _reached(track.works[-2], track.last, high)


def _smallest_if_safe(scene: Scene, track: Track) -> float | None:
    """The next load, where the low end of the range is so likely there that one session at the top is enough."""
    load = next_harder(scene.case, track.last.load_kg)
    chance = None if load is None else scene.outlook.at_least(scene.case.moved(load), scene.target.low)
    return load if chance is not None and chance >= SURE_CHANCE else None


def _reached(before: Work, last: Work, high: int) -> bool:
    return before.shape.moved_kg >= last.shape.moved_kg * (1 - SAME) and before.shape.weakest >= high


def record_of(case: Case, track: Track | None) -> tuple[float, float, float] | None:
    """The lifter's own next step and how likely his record makes it: (moved mass [kg], reps, chance).

    Laplace's rule of succession over his last steps: (steps made + 1) / (steps tried + 2). Only where no set says how
    near failure it was, and no break or miss came between.
    """
    if track is None or track.step_kg is None or track.made + track.missed == 0:
        return None
    if any(lift.rir is not None for lift in track.last.shape.tops):
        return None
    load = next_harder(case, track.last.load_kg, track.step_kg)
    if load is None:
        return None
    reps = max(1.0, min(track.reps, track.last.shape.weakest))
    return case.moved(load), max(reps, 1.0), (track.made + 1.0) / (track.made + track.missed + 2.0)
