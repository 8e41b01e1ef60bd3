"""The next set of a running workout: the same belief and the same laws, after the sets of the day."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from iron.training.prescription.chance import Outlook, outlook, trusted
from iron.training.prescription.doubt import doubt_of
from iron.training.prescription.model import (
    CUT_LEAST,
    CUT_MOST,
    LEAST_CHANCE,
    RECENT_DAYS,
    SAFE_CHANCE,
    SPARE_REPS,
    Case,
    Lift,
    Prescription,
)
from iron.training.prescription.pattern_sets import PatternSets, pattern_sets
from iron.training.prescription.progress import step_limit
from iron.training.prescription.reserve import is_reserve_missed, keeps_reserve, lighter_for_reserve
from iron.training.prescription.rules import prescribe
from iron.training.prescription.settle import (
    Choice,
    Scene,
    asked_about,
    heaviest_within,
    lighter_within,
    nearest,
    settle,
)
from iron.training.prescription.shape import BUILD_SHARE, RAMP_SHARE, implied, shape_of
from iron.training.prescription.target import Target, range_near
from iron.training.strength.line_belief import LineBelief, after_set, for_today
from iron.training.strength.state import FATIGUE_MEAN, TRUSTED_RIR, fatigue_share
from iron.values.units import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

DROP_MOST: Final = 0.10  # less load from one set to the next: guess
SHORT_RIR: Final = (
    1.0  # reserve of a set that fell short and does not say: who can, does the reps he meant to (guess)
)
SILENT_RIR: Final = 3.0  # reserve of a set that reached its reps and does not say (guess)
SHORT_WIDTH: Final = 2  # reps between the ends of a range that a short set brings down: guess
SAME_LOAD: Final = 1e-9
# Loads that are there around today's heaviest: down to this share of it, and so many steps above it (guesses).
TODAY_SHARE: Final = 0.5
STEPS_ABOVE: Final = 4


def next_set(case: Case, lifts: Sequence[Lift]) -> Prescription:
    """Load and reps of the next set after today's sets on the line.

    Args:
        case: the case before the workout; its belief and sessions know nothing of today.
        lifts: today's working sets so far, in order. Without any it is the answer of `prescribe`, or the first set of
            a day that builds up to it. A set that looks like a typing error is asked about and steers nothing.
    """
    opening = prescribe(case)
    pattern = pattern_sets(case, opening)
    believed = [lift for lift in lifts if doubt_of(case.sessions, case.k, case.on, lift) is None]
    works = [_as_effort(lift, opening.reps_low) for lift in _works(case, opening, pattern, believed)]
    answer = _first(case, opening, pattern) if not works else _after(case, opening, pattern, works)
    doubtful = next((lift for lift in reversed(lifts) if lift not in believed), None)
    if doubtful is None:
        return answer
    doubt = doubt_of(case.sessions, case.k, case.on, doubtful)
    return replace(answer, question=asked_about(replace(case, doubt=doubt)))


def _first(case: Case, opening: Prescription, pattern: PatternSets | None) -> Prescription:
    """The first set: of a day that builds up to its top load the lightest, else the opening itself.

    The sets of a day with back-offs are counted whole, as they are after the first of them.
    """
    if pattern is None:
        return opening
    if pattern.sets[0][0] == opening.load_kg:
        return replace(opening, sets=len(pattern.sets), rest=pattern.sets[1:])
    load, reps = pattern.sets[0]
    target = Target(len(pattern.sets), reps, reps, opening.rir)
    values = {"planned": len(pattern.sets), "top": opening.load_kg}
    answer = settle(Scene(case, None, target, outlook(case)), Choice("set-first", load, values=values))
    return replace(answer, rest=pattern.sets[1:])


def _after(
    case: Case, opening: Prescription, pattern: PatternSets | None, works: Sequence[Lift]
) -> Prescription:
    case = _with_todays_loads(case, works)
    low, high = _range_today(case, opening, works[-1])
    sets = opening.sets if pattern is None else len(pattern.sets)
    target = Target(sets, low, high, opening.rir)
    scene = Scene(case, None, target, _today(case, works, low), before_kg=works[-1].load_kg)
    answer = settle(scene, _choose(scene, pattern, works))
    if answer.reps_low < low and pattern is None:
        answer = replace(answer, reps_high=max(answer.reps_low, min(high, answer.reps_low + SHORT_WIDTH)))
    return replace(
        answer,
        rule=answer.rule.replace("-too-heavy", "-set-hard"),
        rest=() if pattern is None or len(works) >= sets else _ahead(case, pattern, works)[1:],
        values={**answer.values, "from": works[-1].load_kg, "done": works[-1].reps, "number": len(works) + 1},
    )


def _range_today(case: Case, opening: Prescription, last: Lift) -> tuple[int, int]:
    """Ends of the range of reps: on the first day of a line the lifter who does more of them goes on so."""
    is_new = case.wanted is None and not case.sessions
    if not is_new or last.reps <= opening.reps_high or last.cut:
        return opening.reps_low, opening.reps_high
    low, high, _, _ = range_near(case, last.reps, last.load_kg)
    return low, high


def _with_todays_loads(case: Case, works: Sequence[Lift]) -> Case:
    """The case with today's loads, and some around the heaviest where its grid ends below it."""
    top = max(lift.load_kg for lift in works)
    grid = sorted({*case.grid, *(lift.load_kg for lift in works if lift.load_kg in case.other_unit)})
    case = replace(case, grid=tuple(grid))
    if case.on_body or len(grid) < 2 or top <= grid[-1]:
        return case
    step = grid[-1] - grid[-2]
    below = math.ceil((top - max(grid[-1], top * TODAY_SHARE)) / step)
    added = [shown(top + number * step) for number in range(-below, STEPS_ABOVE + 1)]
    return replace(case, grid=(*grid, *(load for load in added if load > grid[-1])))


def _as_effort(lift: Lift, low: int) -> Lift:
    """A set with the reserve that it says, or that a set which fell short must have had."""
    return replace(lift, rir=SHORT_RIR) if lift.rir is None and lift.reps < low and not lift.cut else lift


def today_belief(case: Case, lifts: Sequence[Lift]) -> LineBelief | None:
    """What is believed about the line today, after the sets done; None without a belief."""
    if case.belief is None:
        return None
    today = for_today(case.belief)
    for position, lift in enumerate(lifts):
        if lift.moved_kg > 0 and lift.reps >= 1 and not lift.cut:
            today = after_set(today, lift.moved_kg, lift.reps, lift.rir, position, failed=lift.failed)
    return today


def _works(
    case: Case, opening: Prescription, pattern: PatternSets | None, lifts: Sequence[Lift]
) -> list[Lift]:
    """Today's sets without a leading ramp: light sets far from failure that nobody marked."""
    first = opening.load_kg if pattern is None else pattern.sets[0][0]
    works = [lift for lift in lifts if lift.moved_kg > 0]
    if first is None or case.moved(first) <= 0:
        return works
    wanted = implied(Lift(first, case.moved(first), float(opening.reps_low)), case.k)
    while works and _prepares(works[0], case, case.moved(first), wanted):
        works.pop(0)
    return works


def _prepares(lift: Lift, case: Case, first_kg: float, wanted: float) -> bool:
    hard = lift.rir is not None and lift.rir <= TRUSTED_RIR
    light = lift.moved_kg < BUILD_SHARE * first_kg and implied(lift, case.k) < wanted - RAMP_SHARE
    return light and not hard and not lift.cut


def _today(case: Case, works: Sequence[Lift], low: int) -> Outlook:
    belief = today_belief(case, works)
    fatigue = FATIGUE_MEAN if belief is None else belief.fatigue
    count = len(works)
    tired = fatigue_share(count, None)
    last = works[-1]
    bias = 0.0 if belief is None else belief.bias
    level = implied(trusted(last, bias), case.k, 0.0 if last.failed else SILENT_RIR)
    level -= (tired - fatigue_share(count - 1, None)) * fatigue
    if last.reps < low and (last.reps + (last.rir or 0.0)) < low and not last.cut:
        # Short of the low end: the day speaks, not what was believed before it.
        return Outlook(None, level, case.k, None, tired)
    return Outlook(belief, None if last.cut else level, case.k, _record_of_repeats(case, count, last), tired)


def _record_of_repeats(case: Case, count: int, last: Lift) -> tuple[float, float, float] | None:
    """How often the set after so many kept load and reps of the one before it: (moved [kg], reps, chance).

    Laplace's rule of succession over the sessions of the last weeks; None where none had so many sets.
    """
    today = date.fromisoformat(case.on)
    made = tried = 0
    for session in case.sessions:
        if session.deload or session.cause or (today - date.fromisoformat(session.day)).days > RECENT_DAYS:
            continue
        shape = shape_of(session, case.k)
        if shape is None or len(shape.work) <= count:
            continue
        before, after = shape.work[count - 1], shape.work[count]
        if after.moved_kg < before.moved_kg * (1 - SAME_LOAD):
            continue
        tried += 1
        made += after.reps >= before.reps
    return None if tried == 0 else (last.moved_kg, last.reps, (made + 1.0) / (tried + 2.0))


def _choose(scene: Scene, pattern: PatternSets | None, works: Sequence[Lift]) -> Choice:
    case, target, last, count = scene.case, scene.target, works[-1], len(works)
    if last.cut and case.steps():
        share = 0.25 if scene.outlook.belief is None else 1.0 - math.exp(-scene.outlook.belief.cut)
        load = heaviest_within(case, last.moved_kg * (1.0 - min(CUT_MOST, max(CUT_LEAST, share))))
        return Choice("set-cut", load)
    if count >= target.sets:
        return Choice("set-enough", last.load_kg, values={"count": count})
    if pattern is not None:
        return _of_pattern(case, pattern, works)
    chance = scene.outlook.at_least(last.moved_kg, target.low)
    if chance is not None and chance < LEAST_CHANCE and last.reps < target.high:
        lighter = _lighter(scene, last)
        if lighter is not None:
            return Choice("set-short" if last.reps < target.low else "set-hard", lighter)
    if is_reserve_missed(case, (last,)):
        lighter = lighter_for_reserve(case, scene.outlook, last.moved_kg, DROP_MOST)
        if lighter is not None:
            return Choice("set-reserve", lighter, values={"spare": last.rir, "rir": target.rir})
    if _is_easy(scene, last):
        harder = _harder(scene, last)
        if harder is not None:
            return Choice("set-easy", harder, values={"spare": last.rir})
    return Choice("set-same", last.load_kg)


def _of_pattern(case: Case, pattern: PatternSets, works: Sequence[Lift]) -> Choice:
    """The set after the one that today's last set was."""
    ahead = _ahead(case, pattern, works)
    if not ahead:
        return Choice("set-enough", works[-1].load_kg, values={"count": len(works)})
    load, reps = ahead[0]
    return Choice("set-pattern", load, low=reps, high=reps, values={"planned": len(pattern.sets)})


def _ahead(case: Case, pattern: PatternSets, works: Sequence[Lift]) -> tuple[tuple[float, int], ...]:
    """The sets after the one that today's last set was; lighter ones in proportion to that set.

    Until the top load was lifted, a lighter set is the next one in order: a lighter top is usual, a top that is left
    out is not.
    """
    sets, last = pattern.sets, works[-1]
    start = min(len(works), len(sets)) - 1
    heaviest = max(load for load, _ in sets)
    top = next(at for at, (load, _) in enumerate(sets) if load == heaviest)
    is_reached = max(lift.load_kg for lift in works) >= heaviest - SAME_LOAD
    rest = range(start, len(sets) if is_reached else max(start, top) + 1)
    place = min(rest, key=lambda at: (round(abs(case.moved(sets[at][0]) - last.moved_kg), 6), at))
    ratio = last.moved_kg / case.moved(sets[place][0])
    is_other = abs(ratio - 1.0) > SAME_LOAD
    return tuple(
        (nearest(case, case.moved(load) * ratio), reps)
        if is_other and case.moved(load) < max(last.moved_kg, case.moved(sets[place][0]))
        else (load, reps)
        for load, reps in sets[place + 1 :]
    )


def _lighter(scene: Scene, last: Lift) -> float | None:
    """The hardest load below that is safe again, at most a tenth less; the lightest of these where none is."""
    case = scene.case
    steps = lighter_within(case, last.moved_kg, DROP_MOST)
    for load in reversed(steps):
        chance = scene.outlook.at_least(case.moved(load), scene.target.low)
        is_safe = chance is not None and chance >= SAFE_CHANCE
        if is_safe and keeps_reserve(case, scene.outlook, case.moved(load)):
            return load
    return steps[0] if steps else None


def _is_easy(scene: Scene, last: Lift) -> bool:
    wanted = scene.case.wanted
    if last.rir is None or (wanted is not None and wanted.deload):
        return False
    return last.reps + last.rir - scene.target.high - scene.target.rir >= SPARE_REPS


def _harder(scene: Scene, last: Lift) -> float | None:
    case, now = scene.case, last.moved_kg
    if case.on_body and all(lift.load_kg == 0 for session in case.sessions for lift in session.sets):
        return None  # kilos are never invented for who hangs none
    harder = [step for step in case.steps() if case.moved(step) > now * (1 + 1e-6)]
    if not harder:
        return None
    limit = step_limit(case, last, case.moved(harder[0]))
    for load in reversed(harder):
        chance = scene.outlook.at_least(case.moved(load), scene.target.low)
        if case.moved(load) <= limit + 1e-9 and chance is not None and chance >= SAFE_CHANCE:
            return load
    return None
