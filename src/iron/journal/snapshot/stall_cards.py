"""At most one stall card, the one with the most to gain, and the offer of a deload week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from iron.knowledge import messages
from iron.training.history import volume
from iron.training.history.lines import key_of
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength import stalls
from iron.values.units import shown

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
        weeks: fractional sets by week and muscle of the last twelve weeks.
        easy: weeks among them with a set under a deload.
        last_week: fractional sets by week and muscle of the seven days before the day.
    """

    flags: Mapping[bool, tuple[stalls.Stall, ...]]
    is_down: bool
    weeks: Mapping[tuple[date, str], float]
    easy: frozenset[date]
    last_week: Mapping[tuple[date, str], float]


def study(
    sets: Sequence[PerformedSet],
    measured: Sequence[stalls.Measured],
    facts: ExerciseFacts,
    references: Mapping[str, float],
    today: date,
) -> Studied:
    """Judge one exercise on a day; deload sets and warm-ups are left out by `stalls`.

    Args:
        sets: its sets, oldest first, without those of marked days.
        measured: its last two workouts with measured sets.
        facts: facts of the exercise.
        references: the lifter's own reference depths by line key.
        today: the day.
    """
    young = [set_ for set_ in sets if (today - set_.date).days <= _FORM_DAYS]
    since = today - timedelta(days=7)
    known = {facts.id: facts}
    studied = Studied(
        {},
        is_down=False,
        weeks=volume.week_sets(young, known),
        easy=frozenset(volume.week_of(set_.date) for set_ in young if set_.deload),
        last_week=volume.week_sets([set_ for set_ in young if since <= set_.date < today], known),
    )
    lines = dict.fromkeys(key_of(set_, facts) for set_ in young if _near(set_, today))
    if not lines:
        return studied
    seen = stalls.exposures(sets, facts, references)
    flags: dict[bool, tuple[stalls.Stall, ...]] = {}
    for tired in (False, True):
        flagged = (stalls.stall(line, seen.get(line, ()), facts, tired=tired, on=today) for line in lines)
        flags[tired] = tuple(stall for stall in flagged if stall is not None and stall.cause != "plan")
    forms = [workout for workout in measured if today.toordinal() - workout.after.day <= _FORM_DAYS]
    return replace(studied, flags=flags, is_down=stalls.is_down(stalls.day_effects(forms)))


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
    easy = frozenset[date]().union(*(each.easy for each in studied.values()))
    weeks = volume.hard_weeks_of(_summed(each.weeks for each in studied.values()), easy, today)
    last_week = _summed(each.last_week for each in studied.values())
    return card, stalls.deload_offer(weeks, max(down.values(), default=0), _busiest(last_week))


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


def _summed(each: Iterable[Mapping[tuple[date, str], float]]) -> dict[tuple[date, str], float]:
    """Fractional sets of several exercises together."""
    totals: dict[tuple[date, str], float] = {}
    for weeks in each:
        for place, sets in weeks.items():
            totals[place] = totals.get(place, 0.0) + sets
    return totals


def _busiest(weeks: Mapping[tuple[date, str], float]) -> float:
    """Fractional sets of the busiest muscle; the weeks of seven days are two calendar weeks."""
    totals: dict[str, float] = {}
    for (_, muscle), sets in weeks.items():
        totals[muscle] = totals.get(muscle, 0.0) + shown(sets)
    return max(totals.values(), default=0.0)
