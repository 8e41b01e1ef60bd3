"""Bests and records of one line.

Warm-ups, flagged sets and cut-depth sets never count. Where the load is assistance, less is better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from iron.training.history.lines import in_time
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.values.units import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

RecordKind = Literal["load", "reps"]

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


@dataclass(frozen=True, slots=True)
class RepsAtLoad:
    """The most reps ever done at one load [kg] on a line."""

    load_kg: float
    reps: float
    set_id: str
    start: str


@dataclass(frozen=True, slots=True)
class Record:
    """A set that did what no earlier set of its line had done.

    Attributes:
        kind: ``load``: the best load of its rep range; ``reps``: more reps than ever at this load or a
        harder one. set_id: the set.
        start: start of its workout.
        load_kg: load as counted [kg].
        reps: reps done.
        sentence: the record in words.
    """

    kind: RecordKind
    set_id: str
    start: str
    load_kg: float
    reps: float
    sentence: str


def eligible(sets: Iterable[PerformedSet]) -> list[PerformedSet]:
    """The sets of a line that may hold a best, oldest first: working, full depth, not flagged, with reps."""
    return [one for one in in_time(sets) if one.counts and one.depth_class == "full"]


def rep_range(reps: float) -> tuple[int, int | None]:
    """The range of `REP_RANGES` in which a number of reps lies; half reps count as the reps below.

    >>> rep_range(12)
    (11, 15)
    """
    for low, high in REP_RANGES:
        if high is None or reps < high + 1:
            return low, high
    raise AssertionError("the last range is open")


def rep_bests(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[RepBest, ...]:
    """The best load of every rep range of one line; among equal loads more reps, then the earlier set."""
    best: dict[tuple[int, int | None], PerformedSet] = {}
    for one in eligible(sets):
        held = best.get(rep_range(_reps(one)))
        if held is None or _merit(one, facts) > _merit(held, facts):
            best[rep_range(_reps(one))] = one
    return tuple(
        RepBest(low, high, shown(one.load_kg), _reps(one), one.id, one.start)
        for (low, high), one in sorted(best.items(), key=lambda item: item[0][0])
    )


def reps_at_load(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[RepsAtLoad, ...]:
    """The most reps at each load of one line, hardest load first; among equals the earlier set."""
    best: dict[float, PerformedSet] = {}
    for one in eligible(sets):
        load = shown(one.load_kg)
        if load not in best or _reps(one) > _reps(best[load]):
            best[load] = one
    hardest = sorted(best.items(), key=lambda item: _merit(item[1], facts)[0], reverse=True)
    return tuple(RepsAtLoad(load, _reps(one), one.id, one.start) for load, one in hardest)


def records(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[Record, ...]:
    """Every record of one line in time.

    A set is a record when no earlier set had at least its reps at its load or a harder one. The first
    workout of a line sets the mark and makes none.
    """
    ordered = eligible(sets)
    found: list[Record] = []
    front: list[tuple[float, float]] = []  # what no set has beaten yet: (merit of the load, reps)
    best: dict[tuple[int, int | None], float] = {}
    for one in ordered:
        merit, reps = _merit(one, facts)
        if any(load >= merit and done >= reps for load, done in front):
            continue
        held = best.get(rep_range(reps))
        if one.workout != ordered[0].workout:
            found.append(_record(one, heaviest=held is None or merit > held, facts=facts))
        front = [*(point for point in front if point[0] > merit or point[1] > reps), (merit, reps)]
        best[rep_range(reps)] = merit if held is None else max(held, merit)
    return tuple(found)


def sentence(load_kg: float, reps: float, *, heaviest: bool, facts: ExerciseFacts) -> str:
    """A record in words.

    Args:
        load_kg: load as counted [kg].
        reps: reps done.
        heaviest: it is the best load of its rep range; else the most reps at this load or a harder one.
        facts: facts of the exercise.
    """
    low, high = rep_range(reps)
    load, done = f"{shown(load_kg):g} kg", f"{reps:g}"
    helps = facts.load_meaning == ASSISTANCE
    if heaviest:
        words = f"{low}+" if high is None else f"{low}–{high}"
        return f"{'Least help' if helps else 'Heaviest'} for {words} reps: {load} × {done}."
    return f"Most reps at {load}{' of help' if helps else ''} or harder: {done}."


def _record(one: PerformedSet, *, heaviest: bool, facts: ExerciseFacts) -> Record:
    kind: RecordKind = "load" if heaviest else "reps"
    words = sentence(one.load_kg, _reps(one), heaviest=heaviest, facts=facts)
    return Record(kind, one.id, one.start, shown(one.load_kg), _reps(one), words)


def _merit(one: PerformedSet, facts: ExerciseFacts) -> tuple[float, float]:
    load = shown(one.load_kg)
    return (-load if facts.load_meaning == ASSISTANCE else load), _reps(one)


def _reps(one: PerformedSet) -> float:
    return one.reps or 0.0
