"""At most one stall card, the one with the most to gain, and the offer of a deload week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from iron.training.advice import stalls
from iron.training.history import volume
from iron.training.history.lines import key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet

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
    young = tuple(one for one in sets if (today - one.date).days <= _FORM_DAYS)
    lines = dict.fromkeys(key_of(one, facts) for one in young if _near(one, today))
    if not lines:
        return Studied({}, is_down=False, recent=young)
    flags: dict[bool, tuple[stalls.Stall, ...]] = {}
    seen = {line: stalls.exposures(sets, facts, line, references) for line in lines}
    for tired in (False, True):
        found = (stalls.stall(line, seen[line], facts, tired=tired, on=today) for line in lines)
        flags[tired] = tuple(one for one in found if one is not None and one.cause != "plan")
    return Studied(flags, stalls.is_down(stalls.day_effects(young, facts, references)), young)


def cards(
    studied: Mapping[str, Studied], facts: Mapping[str, ExerciseFacts], today: date
) -> tuple[tuple[str, dict[str, Any]] | None, str | None]:
    """The line and the card of the stall with the most to gain, and the sentence that offers a deload."""
    known = {name: facts.get(name, ExerciseFacts(name)) for name in studied}
    down = Counter(muscle for name, one in studied.items() if one.is_down for muscle in _primes(known[name]))
    found = [
        stall
        for name, one in studied.items()
        for stall in one.flags.get(
            any(down[muscle] >= stalls.DOWN_EXERCISES for muscle in _primes(known[name])), ()
        )
    ]
    card = None
    if found:
        # The longer it has lasted and the surer it is, the more there is to gain.
        best = max(found, key=lambda one: (one.chance * (today - one.since).days, one.line))
        card = (
            best.line,
            {
                "cause": best.cause,
                "chance": round(best.chance, 4),
                "since": best.since.isoformat(),
                "sentence": best.sentence,
            },
        )
    recent = [one for each in studied.values() for one in each.recent]
    weeks = volume.hard_weeks(recent, known, today)
    return card, stalls.deload_offer(weeks, max(down.values(), default=0), _busiest(recent, known, today))


def _near(one: PerformedSet, today: date) -> bool:
    return (today - one.date).days <= RECENT_DAYS


def _primes(facts: ExerciseFacts) -> list[str]:
    return [credit.muscle for credit in facts.muscles if credit.credit >= 1.0]


def _busiest(recent: Sequence[PerformedSet], facts: Mapping[str, ExerciseFacts], today: date) -> float:
    """Fractional sets of the busiest muscle in the seven days before today."""
    since = today - timedelta(days=7)
    sets = [one for one in recent if since <= one.date < today]
    totals: dict[str, float] = {}
    for week in volume.muscle_weeks(sets, facts, "monday"):
        totals[week.muscle] = totals.get(week.muscle, 0.0) + week.sets
    return max(totals.values(), default=0.0)
