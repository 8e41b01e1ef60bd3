"""Holding a choice to the laws: the chance of the low end, loads there are, words that agree with the load."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from iron.training.prescription.chance import Outlook, shown
from iron.training.prescription.model import LEAST_CHANCE, Case, Prescription
from iron.training.prescription.shape import SAME, shape_of
from iron.training.prescription.target import Target

if TYPE_CHECKING:
    from iron.training.prescription.patterns import Track


FAR_STEP: Final = 0.12  # of the moved mass: a next lighter load that is further away costs too much: guess
FEWEST: Final = 0.5  # of the low end: fewer reps than that make another exercise of it: guess

OTHER_UNIT: Final = "other-unit"
"""Reason of the load nearest to one that was lifted in the other unit."""

BY_PROGRAM: Final = "program"
"""Reason of a load that the lifter's own program sets: a small chance is told, not refused (law 2)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A case with what was read out of it: the track, the target, today's chances."""

    case: Case
    track: Track | None
    target: Target
    outlook: Outlook
    before_kg: float | None = None
    """Load of the set before it, within a workout [kg]."""

    @property
    def last_kg(self) -> float | None:
        """Load to compare with, as counted [kg]: of the set before it, else the newest session's top load."""
        if self.before_kg is not None:
            return self.before_kg
        for session in reversed(self.case.sessions):
            shape = shape_of(session, self.case.k)
            if shape is not None:
                return shape.load_kg
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rule says: a reason and a load, and reps or sets where they differ from the target.

    Attributes:
        reason: why.
        load_kg: load as counted [kg], None for none.
        low: fewest reps, None for the target's.
        high: most reps, None for the target's.
        sets: sets, None for the target's.
        share: of the strength that reps are reckoned with, for body weight that cannot be made lighter [-].
        values: typed values of the message.
    """

    reason: str
    load_kg: float | None
    low: int | None = None
    high: int | None = None
    sets: int | None = None
    share: float = 1.0
    values: dict[str, Any] = field(default_factory=dict)


def settle(scene: Scene, choice: Choice) -> Prescription:
    """The prescription of a choice, held to the laws of advice."""
    choice = _loadable(scene.case, choice)
    low = choice.low if choice.low is not None else scene.target.low
    high = choice.high if choice.high is not None else scene.target.high
    if choice.share < 1.0 and choice.load_kg is not None:
        low, high = _fewer(scene, choice, low, high)
    chance = _chance(scene, choice.load_kg, low)
    is_safe = chance is None or chance >= LEAST_CHANCE or choice.reason == BY_PROGRAM
    if choice.load_kg is not None and not is_safe:
        choice, low, high = _safer(scene, choice, low, high)
        chance = _chance(scene, choice.load_kg, low)
        if chance is not None and chance < LEAST_CHANCE:
            # Nothing that is known of is light enough.
            reason = "body-help" if scene.case.on_body and not choice.load_kg else "lighter"
            choice, low, high, chance = replace(choice, reason=reason, load_kg=None), 5, 8, None
    if choice.reason == "missed" and scene.track is not None and scene.track.last.shape.weakest >= low:
        # Fewer reps are asked for than were missed.
        choice = replace(choice, reason="more-reps")
    direction = _direction(scene, choice)
    case = scene.case
    values = {
        **_track_values(scene.track),
        **choice.values,
        "load": choice.load_kg,
        "last": scene.last_kg,
        "low": low,
        "high": high,
        "chance": shown(chance),
    }
    return Prescription(
        f"{direction}-{choice.reason}",
        choice.load_kg,
        choice.sets if choice.sets is not None else scene.target.sets,
        low,
        high,
        scene.target.rir,
        shown(chance),
        values,
        asked_about(case),
    )


def _loadable(case: Case, choice: Choice) -> Choice:
    """The choice at a load there is, where it names one that was lifted in the other unit."""
    load = choice.load_kg
    if load is None or choice.reason == BY_PROGRAM or _is_there(case, load):
        return choice
    values = {**choice.values, "from": load}
    return replace(choice, reason=OTHER_UNIT, load_kg=nearest(case, case.moved(load)), values=values)


def _is_there(case: Case, load_kg: float) -> bool:
    # The number of a band is no load that another unit could bring nearer.
    is_mass = case.implements > 0 and bool(case.steps())
    return load_kg not in case.other_unit or load_kg in case.grid or not is_mass


def _track_values(track: Track | None) -> dict[str, Any]:
    if track is None:
        return {}
    last = track.last
    return {
        "date": last.session.day,
        "from": last.load_kg,
        "weakest": last.shape.weakest,
        "step": track.step_kg,
        "streak": track.streak,
        "period": track.period,
    }


def _direction(scene: Scene, choice: Choice) -> str:
    last = scene.last_kg
    if choice.load_kg is None or last is None:
        return "start"
    now, before = scene.case.moved(choice.load_kg), scene.case.moved(last)
    if abs(now - before) <= max(SAME / 4 * before, 1e-6):
        return "stay"
    return "up" if now > before else "less"


def asked_about(case: Case) -> tuple[str, dict[str, Any]] | None:
    """Code and values of the question that goes with the case's answer, or None."""
    if case.doubt is not None:
        doubt = case.doubt
        return "check-load", {
            "load": doubt.load_kg,
            "reps": doubt.reps,
            "date": doubt.day,
            "usual_low": doubt.low_kg,
            "usual_high": doubt.high_kg,
            "count": doubt.count,
        }
    return None if case.mass_known else ("body-mass", {})


def _chance(scene: Scene, load_kg: float | None, low: int) -> float | None:
    return None if load_kg is None else scene.outlook.at_least(scene.case.moved(load_kg), low)


def _fewer(scene: Scene, choice: Choice, low: int, high: int) -> tuple[int, int]:
    """Reps at a share of the strength, where the load cannot come down."""
    k, reps = scene.case.k, scene.track.reps if scene.track else low
    now = max(1, math.floor((k + reps - 1.0) * choice.share - k + 1.0))
    return max(1, min(low, now - 1)), max(1, min(high, now))


def _safer(scene: Scene, choice: Choice, low: int, high: int) -> tuple[Choice, int, int]:
    """A load or reps whose low end is likely enough: no step up, then a rep or two fewer, then less load."""
    case, last = scene.case, scene.last_kg
    if scene.track is not None and scene.track.period > 1:
        last = scene.track.last.load_kg
    if last is not None and not _is_there(case, last):
        last = heaviest_within(case, case.moved(last))
    load = choice.load_kg or 0.0
    if last is not None and scene.track is not None and case.moved(load) > case.moved(last) * (1 + SAME / 4):
        reason = choice.reason if choice.reason == "rotation" else "unsure"
        stay = replace(choice, reason=reason, load_kg=last, values={**choice.values, "next": load})
        chance = _chance(scene, last, low)
        if chance is None or chance >= LEAST_CHANCE:
            return stay, low, max(low, high)
        choice, load = stay, last
    most = scene.outlook.most_reps(case.moved(load), LEAST_CHANCE)
    lighter = [step for step in case.steps() if case.moved(step) < case.moved(load) * (1 - SAME / 4)]
    # Where the next lighter load is far away, fewer reps are the smaller change.
    far = not lighter or case.moved(lighter[-1]) < (1 - FAR_STEP) * case.moved(load)
    if most >= max(1, round(FEWEST * low) if far else low - 2):
        return choice, min(low, most), high
    for step in reversed(lighter):
        chance = _chance(scene, step, low)
        if chance is not None and chance >= LEAST_CHANCE:
            return replace(choice, reason="too-heavy", load_kg=step), low, high
    if lighter:
        load = lighter[0]
        choice = replace(choice, reason="too-heavy", load_kg=load)
        most = scene.outlook.most_reps(case.moved(load), LEAST_CHANCE)
    return choice, max(1, min(low, most)), max(1, min(high, most + 2))


def heaviest_within(case: Case, moved_kg: float) -> float:
    """The hardest load of the grid that moves no more than this; the easiest there is when all move more."""
    steps = case.steps()
    return next((load for load in reversed(steps) if case.moved(load) <= moved_kg * (1 + 1e-9)), steps[0])


def lighter_within(case: Case, now_kg: float, most_drop: float) -> list[float]:
    """Loads that move less than a mass, at most a share of ``most_drop`` less, the lightest first."""
    least = (1.0 - most_drop) * now_kg - 1e-9
    return [load for load in case.steps() if least <= case.moved(load) < now_kg * (1 - 1e-6)]


def nearest(case: Case, moved_kg: float) -> float:
    """The load of the grid nearest to a moved mass, the easier of two equally near."""
    return min(case.steps(), key=lambda load: (round(abs(case.moved(load) - moved_kg), 6), case.moved(load)))


def next_harder(case: Case, load_kg: float, step_kg: float | None = None) -> float | None:
    """The next load of the grid above one, by a step of the lifter's own where he has one; None at the end."""
    harder = [step for step in case.steps() if case.moved(step) > case.moved(load_kg) * (1 + SAME / 4)]
    if not harder:
        return None
    if step_kg is None:
        return harder[0]
    wanted = case.moved(load_kg) + abs(step_kg) * case.implements
    return min(harder, key=lambda load: (round(abs(case.moved(load) - wanted), 6), case.moved(load)))
