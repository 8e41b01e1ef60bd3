"""The chance of a number of reps at a load today: what is believed, and never less than what was lately done says."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from iron.training.prescription.model import (
    EVIDENCE_SD,
    LATER_SHARE,
    RECENT_DAYS,
    SHOWN_CHANCES,
    Case,
    Lift,
    LineSession,
)
from iron.training.prescription.shape import SAME, implied
from iron.training.strength.line_belief import LineBelief, for_today
from iron.training.strength.state import TRUSTED_RIR, bias_share

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Outlook:
    """What today's chances stand on.

    Attributes:
        belief: capacity with today's form open, None when nothing is known.
        evidence: log of the moved 10RM that the reps of the last weeks prove, None without any.
        k: curve constant that ``evidence`` was computed with.
        record: (moved mass [kg], reps, chance) of the lifter's own next step, from how often his steps succeeded; where
            no set says how near failure it was, capacity alone knows only a lower bound.
        tired: share of the set fatigue that the sets before it left, `state.fatigue_share`.
    """

    belief: LineBelief | None
    evidence: float | None
    k: float
    record: tuple[float, float, float] | None = None
    tired: float = 0.0

    def at_least(self, moved_kg: float, reps: float) -> float | None:
        """Probability of at least so many reps to failure with a moved load; None when nothing is known."""
        if moved_kg <= 0:
            return None
        if self.belief is None and self.evidence is None:
            return None
        believed = 0.0 if self.belief is None else self.belief.chances(moved_kg, (reps,), self.tired)[0]
        return self._floor(moved_kg, reps, believed)

    def most_reps(self, moved_kg: float, chance: float, most: int = 60) -> int:
        """The most reps that have at least this chance, 0 for none."""
        if moved_kg <= 0 or (self.belief is None and self.evidence is None):
            return 0
        most_made = 0
        numbers = range(1, most + 1)
        chances = [0.0] * most if self.belief is None else self.belief.chances(moved_kg, numbers, self.tired)
        for reps, believed in enumerate(chances, 1):
            if self._floor(moved_kg, reps, believed) < chance:
                break
            most_made = reps
        return most_made

    def _floor(self, moved_kg: float, reps: float, believed: float) -> float:
        """A believed chance, raised to what the record of steps and the last weeks prove."""
        if self.record is not None and moved_kg <= self.record[0] * (1 + SAME) and reps <= self.record[1]:
            believed = max(believed, self.record[2])
        if self.evidence is None:
            return believed
        needed = math.log(moved_kg) + math.log((self.k + reps - 1.0) / (self.k + 9.0))
        proved = 0.5 * (1.0 + math.erf((self.evidence - needed) / (EVIDENCE_SD * math.sqrt(2.0))))
        return max(believed, proved)


def outlook(case: Case) -> Outlook:
    """What is believed about the line today, with the reps of the last three weeks as a floor (law 3)."""
    belief = None if case.belief is None else for_today(case.belief)
    return Outlook(
        belief, proved(case.sessions, case.k, case.on, 0.0 if belief is None else belief.bias), case.k
    )


def proved(sessions: Sequence[LineSession], k: float, on: str, bias: float = 0.0) -> float | None:
    """Log of the moved 10RM that the sets of the last three weeks stand for, their reserve counted.

    ``bias`` is by how many reps the lifter under-predicts his reserve. A later day with fewer reps at the same load, or
    with a struggle at less, takes half of the difference off: it is weighed, not obeyed.
    """
    today = date.fromisoformat(on)
    recent = [
        session for session in sessions if (today - date.fromisoformat(session.day)).days <= RECENT_DAYS
    ]
    best: float | None = None
    for place, session in enumerate(recent):
        level = best_level(session, k, bias)
        if level is None:
            continue
        worse = [
            later
            for other in recent[place + 1 :]
            if (later := best_level(other, k, bias)) is not None
            and later < level
            and _struggled(other, session)
        ]
        level -= LATER_SHARE * (level - max(worse)) if worse else 0.0
        best = level if best is None else max(best, level)
    return best


def best_level(session: LineSession, k: float, bias: float) -> float | None:
    """Log of the moved 10RM that the best whole set of a session stands for; None without one."""
    levels = [implied(trusted(lift, bias), k) for lift in session.sets if not lift.cut and lift.moved_kg > 0]
    return max(levels, default=None)


def trusted(lift: Lift, bias: float) -> Lift:
    """A set with its reserve as far as that is a measurement, and as much more as the lifter under-predicts."""
    if lift.rir is None:
        return lift
    stated = min(lift.rir, TRUSTED_RIR)
    return replace(lift, rir=stated + bias_share(stated, failed=lift.failed) * max(0.0, bias))


def _struggled(later: LineSession, earlier: LineSession) -> bool:
    """Whether a later day was worse at honest effort: fewer reps at the earlier load, or nothing left."""
    if later.deload or later.cause is not None:
        return False
    top = max(lift.moved_kg for lift in earlier.sets)
    reps = max(lift.reps for lift in earlier.sets if lift.moved_kg >= top * 0.99)
    tried = [lift for lift in later.sets if lift.moved_kg >= top * 0.99]
    if tried:
        return max(lift.reps for lift in tried) < reps
    return any(lift.failed or (lift.rir is not None and lift.rir <= 1) for lift in later.sets)


def shown(chance: float | None) -> float | None:
    """A chance as it may be told: never certain, never impossible."""
    if chance is None:
        return None
    low, high = SHOWN_CHANCES
    return round(min(high, max(low, chance)), 2)
