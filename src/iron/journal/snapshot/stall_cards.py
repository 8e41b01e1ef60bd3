"""At most one stall card, the one with the most to gain, and the offer of a deload week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from iron.knowledge import messages
from iron.training.history import volume
from iron.training.history.lines import key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength import stalls

RECENT_DAYS: Final = 21  # as in `stalls`: a line left for longer is not stalled, it is left
_FORM_DAYS: Final = (
    84  # form of the day and hard weeks are judged on twelve weeks: older sets hardly move them
)


@dataclass(frozen=True, slots=True)
class Studied:
    """What stalls of one exercise are judged by.

    Attributes:
        flags: stalls by line, by whether other lifts of the muscle are down too.
        is_down: whether its last days were below its level.
        recent: its sets of the last twelve weeks.
    """

    flags: Mapping[bool, tuple[stalls.Stall, ...]]
    is_down: bool
    recent: tuple[PerformedSet, ...]


def study(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, references: Mapping[str, float], today: date
) -> Studied:
    """Judge one exercise on a day; deload sets and warm-ups are left out by `stalls`."""
    young = tuple(set_ for set_ in sets if (today - set_.date).days <= _FORM_DAYS)
    lines = dict.fromkeys(key_of(set_, facts) for set_ in young if _near(set_, today))
    if not lines:
        return Studied({}, is_down=False, recent=young)
    flags: dict[bool, tuple[stalls.Stall, ...]] = {}
    seen = {line: stalls.exposures(sets, facts, line, references) for line in lines}
    for tired in (False, True):
        stalls_seen = (stalls.stall(line, seen[line], facts, tired=tired, on=today) for line in lines)
        flags[tired] = tuple(stall for stall in stalls_seen if stall is not None and stall.cause != "plan")
    return Studied(flags, stalls.is_down(stalls.day_effects(young, facts, references)), young)


def cards(
    studied: Mapping[str, Studied], facts: Mapping[str, ExerciseFacts], today: date
) -> tuple[tuple[str, dict[str, Any]] | None, stalls.Message | None]:
    """The line and card of the stall with the most to gain; code and values of the sentence that offers a deload."""
    known = {name: facts.get(name, ExerciseFacts(name)) for name in studied}
    down = _down(studied, known)
    card = None
    if candidates := stalled(studied, facts, today):
        best = candidates[0]
        card = (
            best.line,
            {
                "cause": best.cause,
                "chance": round(best.chance, 4),
                "since": best.since.isoformat(),
                "message": best.message,
                "sentence": messages.render(best.message["code"], best.message["values"]),
            },
        )
    recent = [set_ for each in studied.values() for set_ in each.recent]
    weeks = volume.hard_weeks(recent, known, today)
    return card, stalls.deload_offer(weeks, max(down.values(), default=0), _busiest(recent, known, today))


def stalled(
    studied: Mapping[str, Studied], facts: Mapping[str, ExerciseFacts], today: date
) -> list[stalls.Stall]:
    """Every stalled line, the one with the most to gain first: the longer it has lasted and the surer it is."""
    known = {name: facts.get(name, ExerciseFacts(name)) for name in studied}
    down = _down(studied, known)
    candidates = [
        stall
        for name, exercise in studied.items()
        for stall in exercise.flags.get(
            any(down[muscle] >= stalls.DOWN_EXERCISES for muscle in _primes(known[name])), ()
        )
    ]
    return sorted(
        candidates, key=lambda stall: (stall.chance * (today - stall.since).days, stall.line), reverse=True
    )


def _down(studied: Mapping[str, Studied], known: Mapping[str, ExerciseFacts]) -> Counter[str]:
    """How many exercises of each muscle were below their level in their last days."""
    return Counter(
        muscle for name, exercise in studied.items() if exercise.is_down for muscle in _primes(known[name])
    )


def _near(set_: PerformedSet, today: date) -> bool:
    return (today - set_.date).days <= RECENT_DAYS


def _primes(facts: ExerciseFacts) -> list[str]:
    return [credit.muscle for credit in facts.muscles if credit.credit >= 1.0]


def _busiest(recent: Sequence[PerformedSet], facts: Mapping[str, ExerciseFacts], today: date) -> float:
    """Fractional sets of the busiest muscle in the seven days before today."""
    since = today - timedelta(days=7)
    sets = [set_ for set_ in recent if since <= set_.date < today]
    totals: dict[str, float] = {}
    for week in volume.muscle_weeks(sets, facts, "monday"):
        totals[week.muscle] = totals.get(week.muscle, 0.0) + week.sets
    return max(totals.values(), default=0.0)
