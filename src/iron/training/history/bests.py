"""The best load of every rep range of one line.

Warm-ups, flagged sets and cut-depth sets never count. Where the load is assistance, less is better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.training.history.lines import in_time
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.values.units import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

# Rep ranges of the best-load table, each set lies in exactly one. Chosen here so that the leg press's
# heavy (8-10), volume (12-15) and finisher (20+) days each have a row (docs/evidence.md#next-load); the rows between
# are what is left.
REP_RANGES: Final[tuple[tuple[int, int | None], ...]] = (
    (1, 5),
    (6, 7),
    (8, 10),
    (11, 15),
    (16, 19),
    (20, None),
)


@dataclass(frozen=True, slots=True)
class RepBest:
    """The best load of a rep range.

    Attributes:
        low: fewest reps of the range.
        high: most reps of the range, None for open.
        load_kg: best load as counted [kg].
        reps: reps of that set.
        set_id: the set.
        start: start of its workout.
    """

    low: int
    high: int | None
    load_kg: float
    reps: float
    set_id: str
    start: str


def eligible(sets: Iterable[PerformedSet]) -> list[PerformedSet]:
    """The sets of a line that may hold a best, oldest first: working, full depth, not flagged, with reps."""
    return [set_ for set_ in in_time(sets) if set_.counts and set_.depth_class == "full"]


def rep_range(reps: float) -> tuple[int, int | None]:
    """The range of `REP_RANGES` in which a number of reps lies; half reps count as the reps below.

    >>> rep_range(12)
    (11, 15)
    """
    for low, high in REP_RANGES:
        if high is None or reps < high + 1:
            return low, high
    raise AssertionError("the last range is open")


def load_merit(set_: PerformedSet, load_meaning: str) -> float:
    """The load as counted [kg], the more the harder: help counts below zero."""
    load = shown(set_.load_kg)
    return -load if load_meaning == ASSISTANCE else load


def rep_bests(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[RepBest, ...]:
    """The best load of every rep range of one line; among equal loads more reps, then the earlier set."""
    best: dict[tuple[int, int | None], PerformedSet] = {}
    for set_ in eligible(sets):
        held = best.get(rep_range(_reps(set_)))
        if held is None or _merit(set_, facts) > _merit(held, facts):
            best[rep_range(_reps(set_))] = set_
    return tuple(
        RepBest(low, high, shown(set_.load_kg), _reps(set_), set_.id, set_.start)
        for (low, high), set_ in sorted(best.items(), key=lambda item: item[0][0])
    )


def _merit(set_: PerformedSet, facts: ExerciseFacts) -> tuple[float, float]:
    return load_merit(set_, facts.load_meaning), _reps(set_)


def _reps(set_: PerformedSet) -> float:
    return set_.reps or 0.0
