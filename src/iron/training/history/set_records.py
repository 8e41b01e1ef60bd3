"""Records of one line: sets that did what no earlier set had done.

Reps, holds, distances and paces each have their own records. Warm-ups, cut depth and flagged sets make none. Where the
load is assistance, less is better.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from iron.training.history.bests import load_merit, rep_range
from iron.training.history.lines import in_time
from iron.training.history.measures import PACE_FROM_M, lap_of
from iron.training.history.sets import ADDED, ASSISTANCE, OUT_OF_RECORDS, ExerciseFacts, PerformedSet
from iron.values.units import METRES, mass_as_written, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

Counted = Literal["reps", "duration", "distance", "pace"]
RecordKind = Literal["load", "reps", "duration", "distance", "pace"]

SAME_DISTANCE: Final = 0.98
"""A run of at least this share of a distance counts as one of that distance: watches differ by that much. Guess."""


@dataclass(frozen=True, slots=True)
class Record:
    """A set that did what no earlier set of its line had done.

    Attributes:
        kind: ``load``: the best load of its rep range, or more load than in any hold or carry before; ``reps``,
            ``duration``, ``distance``: more than ever at this load or a harder one; ``pace``: faster than ever over
            this distance or a longer one. A run that is farther than all before is a ``distance``.
        set_id: the set.
        start: start of its workout.
        load_kg: load as counted [kg].
        reps: reps done, None where none are counted.
        duration_s: time [s], None without one.
        distance_m: distance [m], None without one.
        distance_unit: unit of the distance as it was logged, None without one.
    """

    kind: RecordKind
    set_id: str
    start: str
    load_kg: float
    reps: float | None
    duration_s: float | None = None
    distance_m: float | None = None
    distance_unit: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """What a set may hold a record with.

    Attributes:
        counted: what ``amount`` counts.
        level: how hard it was: the load [kg], help below zero; without a load the distance [m] (``pace``).
        amount: reps, seconds, metres, or metres a second, 0 where the pace says nothing.
    """

    counted: Counted
    level: float
    amount: float

    def is_beaten_by(self, earlier: Point) -> bool:
        """Whether an earlier set did as much at this level or a harder one."""
        return earlier.level >= self.least_level and earlier.amount >= self.amount

    @property
    def least_level(self) -> float:
        """The level that counts as as hard as this one."""
        return self.level * SAME_DISTANCE if self.counted == "pace" else self.level


def point_of(set_: PerformedSet, load_meaning: str) -> Point | None:
    """What a set may hold a record with; None for warm-ups, cut depth and flagged sets, and where nothing was counted.

    Args:
        set_: a set with its depth class (`lines.classify_depth`).
        load_meaning: what the load of its exercise counts.
    """
    if set_.kind == "warm-up" or set_.depth_class == "cut" or OUT_OF_RECORDS & set(set_.flags):
        return None
    level = load_merit(set_, load_meaning)
    if set_.reps is not None:
        return Point("reps", level, set_.reps) if set_.reps > 0 else None
    metres, seconds = set_.distance_m or 0.0, set_.duration_s or 0.0
    if metres > 0 and set_.load_kg > 0:
        return Point("distance", level, metres)
    if metres > 0:
        return Point("pace", metres, metres / seconds if metres >= PACE_FROM_M and seconds > 0 else 0.0)
    return Point("duration", level, seconds) if seconds > 0 else None


@dataclass(slots=True)
class _Front:
    """What no set has beaten yet, and the highest level: for reps of each rep range."""

    workout: str
    points: list[Point] = field(default_factory=list)
    highest: dict[int, float] = field(default_factory=dict)

    def copy(self) -> _Front:
        return _Front(self.workout, self.points, dict(self.highest))

    def beats(self, point: Point) -> bool:
        return any(point.is_beaten_by(earlier) for earlier in self.points)

    def is_highest(self, point: Point) -> bool:
        held = self.highest.get(_class_of(point))
        return held is None or point.least_level > held

    def add(self, point: Point) -> None:
        still = [other for other in self.points if other.level > point.level or other.amount > point.amount]
        self.points = [*still, point]
        held = self.highest.get(_class_of(point), point.level)
        self.highest[_class_of(point)] = max(held, point.level)


def records(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> tuple[Record, ...]:
    """Every record of one line in time.

    A set is a record when no earlier set had at least its reps, time or distance at its load or a harder one, or its
    pace over its distance or a longer one. The first workout that counts something sets the mark and makes none.
    """
    marks = Marks(facts.load_meaning)
    made = (marks.take(set_) for set_ in in_time(sets))
    return tuple(record for record in made if record is not None)


class Marks:
    """What no set of a line has beaten yet, taken in set by set.

    Args:
        load_meaning: what the load of the exercise counts.
    """

    def __init__(self, load_meaning: str) -> None:
        self._load_meaning = load_meaning
        self._fronts: dict[Counted, _Front] = {}

    def copy(self) -> Marks:
        """One that goes on by itself."""
        copied = Marks(self._load_meaning)
        copied._fronts = {counted: front.copy() for counted, front in self._fronts.items()}
        return copied

    def take(self, set_: PerformedSet) -> Record | None:
        """Take in one more set, later than those before; the record that it makes."""
        point = point_of(set_, self._load_meaning)
        if point is None:
            return None
        front = self._fronts.setdefault(point.counted, _Front(set_.workout))
        if front.beats(point):
            return None
        record = None
        if set_.workout != front.workout:
            record = _record(set_, _kind(point, is_highest=front.is_highest(point)))
        front.add(point)
        return record


def record_message(record: Record, load_meaning: str, unit: str) -> dict[str, Any]:
    """Code and typed values of a record's sentence (`iron.knowledge.messages`).

    Args:
        record: the record.
        load_meaning: what the load counts.
        unit: ``kg`` or ``lb``, in which the load is told.
    """
    helped = "-help" if load_meaning == ASSISTANCE else ""
    on = "body" if load_meaning in {ADDED, "none"} else "load"
    load = {"type": "load", "value": _readable(record.load_kg, unit), "unit": unit, "on": on}
    if record.reps is not None:
        values: dict[str, Any] = {"load": load, "done": record.reps}
        if record.kind == "load":
            low, high = rep_range(record.reps)
            values["range"] = f"{low}+" if high is None else f"{low}–{high}"
        return {"code": f"record-{record.kind}{helped}", "values": values}
    numbers = {
        **_measured(record),
        "load": {**load, "on": "help" if helped else on} if record.load_kg else None,
    }
    if record.kind == "load":
        counted = "distance" if record.distance_m else "duration"
        return {"code": f"record-load-{counted}{helped}", "values": {"done": numbers}}
    if record.kind == "pace":
        return {"code": "record-pace", "values": {"done": numbers, **_pace(record)}}
    return {"code": f"record-{record.kind}{'-load' if record.load_kg else ''}", "values": {"done": numbers}}


def distance_of(record: Record) -> dict[str, Any] | None:
    """The distance of a record as ``{value, unit}``, in the unit it was logged in; None without one."""
    if not record.distance_m:
        return None
    unit = record.distance_unit or "m"
    return {"value": shown(record.distance_m / METRES[unit]), "unit": unit}


def _measured(record: Record) -> dict[str, Any]:
    """Time and distance as the typed value of a message."""
    covered = distance_of(record)
    lasted = _whole(record.duration_s) if record.duration_s else None
    return {
        "type": "aim",
        "load": None,
        "duration": None if lasted is None else {"low": lasted, "high": lasted},
        "distance": covered and {"low": covered["value"], "high": covered["value"], "unit": covered["unit"]},
    }


def _pace(record: Record) -> dict[str, Any]:
    lap, length = lap_of(record.distance_unit or "m")
    each = _whole((record.duration_s or 0.0) * length / (record.distance_m or length))
    return {"time": {"type": "duration", "low": each, "high": each}, "lap": lap}


def _readable(load_kg: float, unit: str) -> float:
    """A load as its lifter reads it: quarter steps stay, what is converted reads in half pounds or 0.1 kg."""
    value = mass_as_written(load_kg, unit)
    if float(value * 4).is_integer():
        return value
    return round(value * 2) / 2 if unit == "lb" else round(value, 1)


def _whole(seconds: float) -> int:
    return math.floor(seconds + 0.5)


def _class_of(point: Point) -> int:
    """The rep range whose highest load is told; everything else has one class."""
    return rep_range(point.amount)[0] if point.counted == "reps" else 0


def _kind(point: Point, *, is_highest: bool) -> RecordKind:
    if not is_highest:
        return point.counted
    return "distance" if point.counted == "pace" else "load"


def _record(set_: PerformedSet, kind: RecordKind) -> Record:
    return Record(
        kind,
        set_.id,
        set_.start,
        shown(set_.load_kg),
        reps=set_.reps,
        duration_s=set_.duration_s,
        distance_m=set_.distance_m,
        distance_unit=set_.distance_unit,
    )
