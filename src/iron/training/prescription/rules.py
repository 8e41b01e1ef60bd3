"""The prescription of one line: the first rule that applies names a load, and `settle` holds it to the laws.

Every rule answers with a load and a reason; the direction is read off the load and never claimed, so that sentence
and button cannot disagree.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any, Final

from iron.training.prescription import away
from iron.training.prescription.chance import best_level, outlook
from iron.training.prescription.model import AWAY_DAYS, MOST_AT_ONCE, NEW_LINE_SHARE, Case, Prescription
from iron.training.prescription.patterns import track_of
from iron.training.prescription.progress import progress, record_of
from iron.training.prescription.settle import BY_PROGRAM, Choice, Scene, heaviest_within, nearest, settle
from iron.training.prescription.special import back_again, deload, depth
from iron.training.prescription.target import meant_for, target_of
from iron.training.strength.state import lost

LITTLE: Final = 0.02  # log strength: less than a rep, so no fewer reps are asked for (guess)


def prescribe(case: Case) -> Prescription:
    """What to do next on a line.

    Args:
        case: everything that is known; see `Case`.
    """
    scene = _scene(case)
    for rule in _RULES:
        choice = rule(scene)
        if choice is not None:
            return settle(scene, choice)
    return settle(scene, Choice("unknown", None))


def _scene(case: Case) -> Scene:
    track = track_of(case.sessions, case.k, helps=case.assists)
    target = target_of(case, track)
    if target.is_planned and track is not None:
        # Days with a range of their own each go on from their own last session.
        own = tuple(session for session in case.sessions if meant_for(session, target))
        if own or _speaks_for_other_ranges(case):
            track = track_of(own, case.k, helps=case.assists) if own else None
    return Scene(case, track, target, replace(outlook(case), record=record_of(case, track)))


def _speaks_for_other_ranges(case: Case) -> bool:
    """Whether the strength that is known names a load where no session was meant for the plan's range.

    Not the number of a band, which is no mass, nor kilos for somebody who hung none on his body.
    """
    is_free = case.wanted is None or case.wanted.load_kg is None
    is_bare = case.on_body and all(lift.load_kg == 0 for session in case.sessions for lift in session.sets)
    has_kilos = case.implements > 0 and not is_bare
    return is_free and has_kilos and case.belief is not None and bool(case.steps())


def _by_program(scene: Scene) -> Choice | None:
    """The load that the lifter's program sets stands; the chance is told."""
    wanted = scene.case.wanted
    if wanted is None or wanted.load_kg is None:
        return None
    return Choice(BY_PROGRAM, wanted.load_kg)


def _new_line(scene: Scene) -> Choice | None:
    """A line never done, or none of its sessions meant for this range: the exercise's other lines speak.

    Not far above what its own sessions stand for: how much a grip or a foot position carries is learnt on it.
    """
    case = scene.case
    if scene.track is not None:
        return None
    if case.belief is None or not case.steps():
        return None
    wanted = scene.target.high + scene.target.rir
    moved = scene.outlook.belief.load_for(wanted, NEW_LINE_SHARE) if scene.outlook.belief else 0.0
    if case.cap_kg is not None:
        moved = min(moved, case.cap_kg * (case.k + 9.0) / (case.k + wanted - 1.0))
    if case.exercise_days is not None and case.exercise_days > AWAY_DAYS:
        # The belief has lost strength by then; the first session starts with care besides.
        weeks = case.exercise_days / 7.0
        moved *= away.first_share(weeks) / math.exp(-lost(weeks))
    levels = [best_level(session, case.k, 0.0) for session in case.sessions]
    known = [level for level in levels if level is not None]
    if known:
        most = math.exp(max(known)) * (case.k + 9.0) / (case.k + wanted - 1.0)
        moved = min(moved, most * MOST_AT_ONCE)
    reason = "new-setup" if not case.sessions else "other-range"
    return Choice(reason, heaviest_within(case, moved))


def _away(scene: Scene) -> Choice | None:
    """First session after a break of the exercise."""
    case, track = scene.case, scene.track
    if track is None or case.exercise_days is None or case.exercise_days <= AWAY_DAYS:
        return None
    weeks_exercise = case.exercise_days / 7.0
    weeks = min(weeks_exercise, (case.days_away or case.exercise_days) / 7.0)
    share = away.first_share(weeks, weeks_exercise)
    values: dict[str, Any] = {
        "weeks": round(weeks_exercise),
        "back_weeks": round(away.weeks_back(weeks_exercise)),
    }
    if case.base_kg > 0 and ((case.on_body and track.last.load_kg == 0) or case.meaning == "band"):
        if lost(weeks) < LITTLE:
            return Choice("away", track.last.load_kg, values=values)
        return Choice("away-body", track.last.load_kg, share=math.exp(-lost(weeks)), values=values)
    before = track.last.shape.moved_kg
    newest = scene.last_kg
    if (track.light or track.period > 1) and newest is not None:
        # The last session before the break was a lighter one: start from there, not from the hard one.
        before = min(before, case.moved(newest))
    moved = before * share
    # Short breaks keep to the nearest load; after months the lighter of two.
    load = nearest(case, moved) if weeks_exercise < 4 else heaviest_within(case, moved)
    if case.moved(load) > before:
        load = heaviest_within(case, before)
    return Choice("away", load, values=values)


def _line_again(scene: Scene) -> Choice | None:
    """The line rested while the exercise went on, as foot positions do: the exercise's strength, not a break."""
    case, track = scene.case, scene.track
    if track is None or scene.outlook.belief is None or not case.steps():
        return None
    days = (date.fromisoformat(case.on) - date.fromisoformat(case.sessions[-1].day)).days
    if days <= AWAY_DAYS * 1.5 or (case.exercise_days or 0) > AWAY_DAYS:
        return None
    target = scene.target
    moved = scene.outlook.belief.load_for(target.high + target.rir, 0.3)
    last = track.last.shape.moved_kg
    # Not below what was done here, not far above it at once.
    moved = min(max(moved, last), last * MOST_AT_ONCE)
    return Choice("line-again", heaviest_within(case, moved), values={"days": days})


_RULES: Final[tuple[Any, ...]] = (
    _by_program,
    depth,
    _new_line,
    deload,
    _away,
    _line_again,
    back_again,
    progress,
)
