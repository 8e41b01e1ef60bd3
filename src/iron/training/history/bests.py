"""Bests and records of one line.

Warm-ups, flagged sets and cut-depth sets never count. Where the load is assistance, less is better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from iron.training.history.lines import in_time
from iron.training.history.sets import ADDED, ASSISTANCE, ExerciseFacts, PerformedSet
from iron.values.units import mass_as_written, shown

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
class Record:
    """A set that did what no earlier set of its line had done.

    Attributes:
        kind: ``load``: the best load of its rep range; ``reps``: more reps than ever at this load or a
        harder one. set_id: the set.
        start: start of its workout.
        load_kg: load as counted [kg].
        reps: reps done.
    """

    kind: RecordKind
    set_id: str
    start: str
    load_kg: float
    reps: float


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


def records(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[Record, ...]:
    """Every record of one line in time.

    A set is a record when no earlier set had at least its reps at its load or a harder one. The first
    workout of a line sets the mark and makes none.
    """
    ordered = eligible(sets)
    records_made: list[Record] = []
    front: list[tuple[float, float]] = []  # what no set has beaten yet: (merit of the load, reps)
    best: dict[tuple[int, int | None], float] = {}
    for set_ in ordered:
        merit, reps = _merit(set_, facts)
        if any(load >= merit and most >= reps for load, most in front):
            continue
        held = best.get(rep_range(reps))
        if set_.workout != ordered[0].workout:
            records_made.append(_record(set_, heaviest=held is None or merit > held))
        front = [*(point for point in front if point[0] > merit or point[1] > reps), (merit, reps)]
        best[rep_range(reps)] = merit if held is None else max(held, merit)
    return tuple(records_made)


def record_message(record: Record, load_meaning: str, unit: str) -> dict[str, Any]:
    """Code and typed values of a record's sentence (`iron.knowledge.messages`).

    Args:
        record: the record.
        load_meaning: what the load counts.
        unit: ``kg`` or ``lb``, in which the load is told.
    """
    low, high = rep_range(record.reps)
    on = "body" if load_meaning in {ADDED, "none"} else "load"
    load = {"type": "load", "value": _readable(record.load_kg, unit), "unit": unit, "on": on}
    values: dict[str, Any] = {"load": load, "done": record.reps}
    if record.kind == "load":
        values["range"] = f"{low}+" if high is None else f"{low}–{high}"
    return {"code": f"record-{record.kind}{'-help' if load_meaning == ASSISTANCE else ''}", "values": values}


def _readable(load_kg: float, unit: str) -> float:
    """A load as its lifter reads it: quarter steps stay, what is converted reads in half pounds or 0.1 kg."""
    value = mass_as_written(load_kg, unit)
    if float(value * 4).is_integer():
        return value
    return round(value * 2) / 2 if unit == "lb" else round(value, 1)


def _record(set_: PerformedSet, *, heaviest: bool) -> Record:
    kind: RecordKind = "load" if heaviest else "reps"
    return Record(kind, set_.id, set_.start, shown(set_.load_kg), _reps(set_))


def _merit(set_: PerformedSet, facts: ExerciseFacts) -> tuple[float, float]:
    load = shown(set_.load_kg)
    return (-load if facts.load_meaning == ASSISTANCE else load), _reps(set_)


def _reps(set_: PerformedSet) -> float:
    return set_.reps or 0.0
