"""Volume: what a week of sets counts for each muscle, opened set by set.

A hard set ends at 4 reps in reserve or less, or at an unknown effort; warm-ups are out, 20+ finishers count
(docs/evidence.md#volume). Direct work counts 1, indirect the exercise's credit, each with its band
(docs/mechanics.md#in-the-log).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from iron.training.history.lines import in_time
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, MuscleCredit, PerformedSet
from iron.values.units import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

WeekStart = Literal["monday", "saturday", "sunday"]

_FIRST_WEEKDAY: Final[dict[str, int]] = {"monday": 0, "saturday": 5, "sunday": 6}

HARD_RIR: Final = 4.0  # docs/evidence.md#volume
# Weekly band for growth (docs/evidence.md#volume).
BAND_LOW: Final = 10.0
BAND_HIGH: Final = 20.0
# A pair of one-sided sets counts once (docs/nomenclature.md), so each side is half a set.
ONE_SIDE: Final = 0.5
# Presses whose foot height the mechanics cover, and the muscles that straighten the hip.
PRESSES: Final = frozenset({"leg-press-45", "leg-press-horizontal"})
HIP_MUSCLES: Final = frozenset({"glutes", "adductors"})
# How far feet move a credit from its default toward an end of its band. A choice, not a measurement: the model says 0
# to 16 points of hip work for 5 cm, by how the push is steered, and no trial measured growth
# (docs/mechanics.md#in-the-log).
FEET_MOVE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Share:
    """What one set adds to one muscle: the default credit with its band."""

    set_id: str
    exercise: str
    start: str
    sets: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MuscleWeek:
    """One muscle in one week.

    Attributes:
        muscle: id of the muscle.
        week: first day of the week.
        sets: fractional sets.
        low: the same with the lower ends of the bands.
        high: the same with the upper ends.
        most_in_session: largest number of fractional sets in one workout.
        shares: the sum opened, set by set, oldest first.
    """

    muscle: str
    week: date
    sets: float
    low: float
    high: float
    most_in_session: float
    shares: tuple[Share, ...]

    @property
    def standing(self) -> Literal["below", "within", "above"]:
        """Where the week stands against the band of 10 to 20 fractional sets."""
        if self.sets < BAND_LOW:
            return "below"
        return "within" if self.sets <= BAND_HIGH else "above"


def week_of(day: date, week_start: WeekStart = "monday") -> date:
    """The first day of the week in which a day lies; a start of the week that a newer Iron knows counts as Monday.

    >>> week_of(date(2026, 11, 22))
    datetime.date(2026, 11, 16)
    """
    return day - timedelta(
        days=(day.weekday() - _FIRST_WEEKDAY.get(week_start, _FIRST_WEEKDAY["monday"])) % 7
    )


def is_hard(set_: PerformedSet) -> bool:
    """Whether a set counts for growth: no warm-up, something done, RIR at most 4 or unknown."""
    performed = (set_.reps or 0) > 0 or (set_.reps is None and (set_.duration_s or 0) > 0)
    return set_.kind != "warm-up" and performed and (set_.rir is None or set_.rir <= HARD_RIR)


def set_count(set_: PerformedSet) -> float:
    """How many hard sets a set is: 1, or a half for one side, or 0 when it is not hard."""
    if not is_hard(set_):
        return 0.0
    return 1.0 if set_.side == "both" else ONE_SIDE


def credit_of(set_: PerformedSet, credit: MuscleCredit) -> float:
    """The credit of a muscle for a set, moved inside its band by where the feet stood on a leg press.

    High feet move glutes and adductors half of the way to the upper end, low feet half of the way to the lower
    end; middle or unknown feet, other muscles and other exercises keep the default. The band never moves.

    Args:
        set_: the set; ``setup["foot_height"]`` is ``low``, ``middle`` or ``high``.
        credit: default and band of the muscle [0, 1].
    """
    if set_.exercise not in PRESSES or credit.muscle not in HIP_MUSCLES:
        return credit.credit
    feet = set_.setup.get("foot_height")
    end = {"high": credit.high, "low": credit.low}.get(str(feet), credit.credit)
    return credit.credit + FEET_MOVE * (end - credit.credit)


def volume_load_kg(sets: Iterable[PerformedSet], facts: Mapping[str, ExerciseFacts]) -> float:
    """Counted load × implements × reps, summed over all sets but warm-ups [kg].

    The sled, the bar of a machine and the body are left out, as the lifter counts; assistance lifts
    nothing and counts nothing. Sets flagged as over 1,000 kg are left out.
    """
    total = 0.0
    for set_ in sets:
        known = facts.get(set_.exercise, ExerciseFacts(set_.exercise))
        if set_.counts and known.load_meaning != ASSISTANCE:
            total += set_.load_kg * known.implements * (set_.reps or 0.0)
    return shown(total)


def muscle_weeks(
    sets: Iterable[PerformedSet],
    facts: Mapping[str, ExerciseFacts],
    week_start: WeekStart = "monday",
) -> tuple[MuscleWeek, ...]:
    """Fractional sets for each week and muscle, by week, then muscle id."""
    shares: dict[tuple[date, str], list[tuple[str, Share]]] = {}
    for set_ in in_time(sets):
        count = set_count(set_)
        known = facts.get(set_.exercise)
        if count == 0 or known is None:
            continue
        for credit in known.muscles:
            share = Share(
                set_.id,
                set_.exercise,
                set_.start,
                count * credit_of(set_, credit),
                count * credit.low,
                count * credit.high,
            )
            shares.setdefault((week_of(set_.date, week_start), credit.muscle), []).append(
                (set_.workout, share)
            )
    return tuple(_week(week, muscle, shares[week, muscle]) for week, muscle in sorted(shares))


def week_sets(
    sets: Iterable[PerformedSet], facts: Mapping[str, ExerciseFacts], week_start: WeekStart = "monday"
) -> dict[tuple[date, str], float]:
    """Fractional sets by week and muscle, without what they are made of."""
    totals: dict[tuple[date, str], float] = {}
    for set_ in sets:
        count, known = set_count(set_), facts.get(set_.exercise)
        if count == 0 or known is None:
            continue
        week = week_of(set_.date, week_start)
        for credit in known.muscles:
            place = (week, credit.muscle)
            totals[place] = totals.get(place, 0.0) + count * credit_of(set_, credit)
    return totals


def hard_weeks(sets: Iterable[PerformedSet], facts: Mapping[str, ExerciseFacts], on: date) -> int:
    """Weeks of hard training running, see `hard_weeks_of`."""
    known = list(sets)
    easy = {week_of(set_.date) for set_ in known if set_.deload}
    return hard_weeks_of(week_sets(known, facts), easy, on)


def hard_weeks_of(weeks: Mapping[tuple[date, str], float], easy: AbstractSet[date], on: date) -> int:
    """Weeks of hard training running, up to the last whole week before a day; a deload or an easy week ends the count.

    A week is hard when some muscle had at least 10 fractional sets and no set was done under a deload.

    Args:
        weeks: fractional sets by week and muscle.
        easy: weeks with a set under a deload.
        on: the day.
    """
    hard = {week for (week, _), count in weeks.items() if shown(count) >= BAND_LOW} - easy
    week, count = week_of(on) - timedelta(days=7), 0
    while week in hard:
        week, count = week - timedelta(days=7), count + 1
    return count


def _week(week: date, muscle: str, shares: list[tuple[str, Share]]) -> MuscleWeek:
    sessions: dict[str, float] = {}
    for workout, share in shares:
        sessions[workout] = sessions.get(workout, 0.0) + share.sets
    return MuscleWeek(
        muscle=muscle,
        week=week,
        sets=shown(sum(share.sets for _, share in shares)),
        low=shown(sum(share.low for _, share in shares)),
        high=shown(sum(share.high for _, share in shares)),
        most_in_session=shown(max(sessions.values())),
        shares=tuple(share for _, share in shares),
    )
