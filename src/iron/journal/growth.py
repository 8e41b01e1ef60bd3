"""Growth of one exercise: lines with a point a workout, bests and records, workout by workout.

The rules are those of `iron.training` (`lines`, `bests`, `capacity`), read here from the packed series and kept up as
one workout after the other is taken in, so that a new workout costs what it holds and not what lies before it.
tests/test_growth.py holds both to the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final, Literal, NamedTuple

import msgspec

from iron.journal.body_mass import BodyMass
from iron.training.history import bests
from iron.training.history.lines import FULL_SHARE, REFERENCE_SETS, line_key
from iron.training.history.sets import (
    ASSISTANCE,
    CUT_FAULT,
    OUT_OF_RECORDS,
    ExerciseFacts,
    moved_kg,
    uncounted_kg,
)
from iron.training.strength import capacity
from iron.training.strength.curve import family_k, load_share
from iron.training.strength.state import TRUSTED_RIR
from iron.values.decoding import json_decoder
from iron.values.units import mass_kg, shown


class Worked(NamedTuple):
    """One exercise of one workout; ``entries`` is JSON text of `iron.records.series`."""

    workout_id: str
    start: str
    entries: bytes


class _Load(msgspec.Struct, gc=False):
    value: float
    unit: str


class _Depth(msgspec.Struct, gc=False):
    value: float | None = None
    how: str | None = None
    said: str | None = msgspec.field(name="class", default=None)


class _Set(msgspec.Struct):
    kind: str = "working"
    load: _Load | None = None
    as_lifted: _Load | None = None
    reps: float | None = None
    rir: float | None = None
    side: str = "both"
    setup: dict[str, str | float] = {}
    depth: _Depth | None = None
    faults: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class _Machine(msgspec.Struct, gc=False):
    id: str | None = None
    base_kg: float | None = None


class _Entry(msgspec.Struct):
    sets: list[_Set]
    machine: _Machine | None = None


_READ: Final = json_decoder(list[_Entry])


class Point(msgspec.Struct, omit_defaults=True):
    """One workout on one line.

    Attributes:
        workout: id of the workout.
        start: its local start.
        sets: sets that may speak about strength, cut ones too.
        volume_kg: load × implements × reps of these sets [kg].
        kg: 10RM-equivalent as the lifter counts [kg]: mean of the full sets whose effort is known (the best of three is
            high by luck), else the best full set as a lower bound; None without any.
        at_least: ``kg`` is a lower bound.
        cut_kg: the same of sets of cut depth.
        cut_at_least: ``cut_kg`` is a lower bound.
    """

    workout: str
    start: str
    sets: int = 0
    volume_kg: float = 0.0
    kg: float | None = None
    at_least: bool = False
    cut_kg: float | None = None
    cut_at_least: bool = False


class Mark(msgspec.Struct, frozen=True):
    """A set that stands for a best: load as counted [kg], reps, and its workout."""

    load_kg: float
    reps: float
    workout: str
    start: str


class Record(msgspec.Struct, frozen=True):
    """A set that did what none before it had done on its line (`iron.training.history.bests.records`)."""

    kind: Literal["load", "reps"]
    load_kg: float
    reps: float
    workout: str
    start: str
    sentence: str


@dataclass(slots=True)
class _Tens:
    """10RM-equivalents of one workout on one line at one depth: sum and number of the measured, best of all."""

    total: float = 0.0
    measured: int = 0
    best: float = float("-inf")


@dataclass(slots=True)
class _Line:
    key: str
    reference: float | None
    sets: int = 0
    is_real: bool = False
    last: str = ""
    how: str | None = None
    first_depths: dict[str | None, list[float]] = field(default_factory=dict)
    medians: dict[str | None, float] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    by_range: dict[int, Mark] = field(default_factory=dict)
    by_load: dict[float, Mark] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    front: list[tuple[float, float]] = field(default_factory=list)
    best: dict[int, float] = field(default_factory=dict)
    first_workout: str | None = None


class Growth:
    """Growth of one exercise, kept up workout by workout.

    Args:
        facts: facts of the exercise.
        mass: the lifter's body mass over time.
        references: his own reference depths by line key.
    """

    def __init__(
        self, facts: ExerciseFacts, mass: BodyMass, references: Mapping[str, float] | None = None
    ) -> None:
        self.facts = facts
        self.mass = mass
        self.references = references or {}
        self.newest = ("", "")
        self.workouts: set[str] = set()
        self._k = family_k(facts.family, facts.curve_k)
        self._merit = -1.0 if facts.load_meaning == ASSISTANCE else 1.0
        self._lifts = 0.0 if facts.load_meaning == ASSISTANCE else float(facts.implements)
        self._lines: dict[tuple[Any, ...], _Line] = {}
        self._kg: dict[tuple[float, str], float] = {}
        self._hows: dict[str, str | None] = {}

    def take(self, worked: Worked) -> bool:
        """Take in the next workout.

        Returns:
            False when it cannot be taken in after what is here: it lies before the newest one, or the lifter's own
            reference depth now counts for another way of measuring. Then growth starts again with `grow`.
        """
        place = worked.start, worked.workout_id
        if place <= self.newest:
            return False
        self.newest = place
        self.workouts.add(worked.workout_id)
        body = self.mass.on(worked.start)
        tens: dict[tuple[str, bool], tuple[_Line, _Tens]] = {}
        for entry in _READ.decode(worked.entries):
            machine = entry.machine
            base = uncounted_kg(self.facts, None if machine is None else machine.base_kg)
            for one in entry.sets:
                line = self._line(None if machine is None else machine.id, one)
                self._take_set(line, one, worked, base, body, tens)
        for (_, cut), (line, found) in tens.items():
            self._tell(line.points[-1], found, cut=cut)
        return all(
            self._hows.get(line.key, line.how) == line.how
            for line in self._lines.values()
            if line.reference is not None
        )

    def told(self) -> list[dict[str, Any]]:
        """The lines, the one used last first; warm-ups alone are no line."""
        real = [line for line in self._lines.values() if line.is_real]
        real.sort(key=lambda line: line.key)
        real.sort(key=lambda line: line.last, reverse=True)
        return [
            {
                "key": line.key,
                "sets": line.sets,
                "points": line.points,
                "rep_bests": [
                    {"low": low, "high": high, "best": line.by_range[low]}
                    for low, high in bests.REP_RANGES
                    if low in line.by_range
                ],
                "reps_at_load": sorted(
                    line.by_load.values(), key=lambda mark: self._merit * mark.load_kg, reverse=True
                ),
                "records": line.records,
            }
            for line in real
        ]

    def measured_by(self) -> dict[str, str | None]:
        """How depth was measured last, by line."""
        return {line.key: line.how for line in self._lines.values()}

    def assume(self, hows: Mapping[str, str | None]) -> None:
        """Say beforehand how depth will have been measured last: the lifter's own reference counts for that."""
        self._hows = dict(hows)

    def _line(self, machine: str | None, one: _Set) -> _Line:
        splitting = self.facts.splitting
        place = (machine, one.side, *map(one.setup.get, splitting))
        line = self._lines.get(place)
        if line is None:
            key = line_key(self.facts.id, machine, one.side, one.setup, splitting)
            # 15 and 15.0, "" and nothing are one value in the key.
            line = next((other for other in self._lines.values() if other.key == key), None)
            self._lines[place] = line = line or _Line(key, self.references.get(key))
        return line

    def _take_set(
        self,
        line: _Line,
        one: _Set,
        worked: Worked,
        base: float,
        body: float | None,
        tens: dict[tuple[str, bool], tuple[_Line, _Tens]],
    ) -> None:
        line.sets += 1
        line.last = worked.start
        cut = self._is_cut(line, one)
        if one.kind == "warm-up":
            return
        line.is_real = True
        reps = one.reps
        if reps is None or reps <= 0 or (one.flags and not OUT_OF_RECORDS.isdisjoint(one.flags)):
            return
        load = self._load_kg(one)
        points = line.points
        if not points or points[-1].workout != worked.workout_id:
            points.append(Point(worked.workout_id, worked.start))
        point = points[-1]
        point.sets += 1
        point.volume_kg = round(point.volume_kg + load * self._lifts * reps, 4)
        if not cut:
            self._best(line, load, reps, worked)
        moved = moved_kg(load, self.facts, base, body) if one.kind == "working" else None
        if moved is not None:
            _, found = tens.setdefault((line.key, cut), (line, _Tens()))
            ten = moved / load_share(reps + (one.rir or 0.0), self._k)
            counted = capacity.counted_kg(ten, self.facts, base, body)
            found.best = max(found.best, counted * self._merit)
            if one.rir is not None and one.rir <= TRUSTED_RIR:
                found.total += counted
                found.measured += 1

    def _tell(self, point: Point, found: _Tens, *, cut: bool) -> None:
        at_least = found.measured == 0
        kg = shown(found.best * self._merit if at_least else found.total / found.measured)
        if cut:
            point.cut_kg, point.cut_at_least = kg, at_least
        else:
            point.kg, point.at_least = kg, at_least

    def _load_kg(self, one: _Set) -> float:
        load = one.as_lifted or one.load
        if load is None:
            return 0.0
        known = self._kg.get((load.value, load.unit))
        if known is None:
            known = self._kg[load.value, load.unit] = shown(mass_kg(load.value, load.unit))
        return known

    def _is_cut(self, line: _Line, one: _Set) -> bool:
        """The rule of `iron.training.history.lines.classify_depth`, one set after the other."""
        depth = one.depth
        if depth is None:
            return CUT_FAULT in one.faults
        value, said = depth.value, depth.said
        if value is None:
            return CUT_FAULT in one.faults or said == "cut"
        line.how = depth.how
        seen = line.first_depths.setdefault(depth.how, [])
        if CUT_FAULT in one.faults or said is not None:
            cut = CUT_FAULT in one.faults or said == "cut"
        else:
            reference = line.reference if self._hows.get(line.key, depth.how) == depth.how else None
            if reference is None and len(seen) >= REFERENCE_SETS:
                reference = line.medians.get(depth.how)
            cut = reference is not None and value < FULL_SHARE * reference
        if not cut and len(seen) < REFERENCE_SETS:
            seen.append(value)
            line.medians[depth.how] = median(seen)
        return cut

    def _best(self, line: _Line, load: float, reps: float, worked: Worked) -> None:
        """The rules of `iron.training.history.bests`, one set after the other."""
        merit = self._merit * load
        low, _ = bests.rep_range(reps)
        held = line.by_range.get(low)
        if held is None or (merit, reps) > (self._merit * held.load_kg, held.reps):
            line.by_range[low] = Mark(load, reps, worked.workout_id, worked.start)
        most = line.by_load.get(load)
        if most is None or reps > most.reps:
            line.by_load[load] = Mark(load, reps, worked.workout_id, worked.start)
        if line.first_workout is None:
            line.first_workout = worked.workout_id
        for other, done in line.front:
            if other >= merit and done >= reps:
                return
        heaviest = low not in line.best or merit > line.best[low]
        if worked.workout_id != line.first_workout:
            sentence = bests.sentence(load, reps, heaviest=heaviest, facts=self.facts)
            kind: Literal["load", "reps"] = "load" if heaviest else "reps"
            line.records.append(Record(kind, load, reps, worked.workout_id, worked.start, sentence))
        line.front = [*(point for point in line.front if point[0] > merit or point[1] > reps), (merit, reps)]
        line.best[low] = max(line.best.get(low, merit), merit)


def grow(
    rows: Iterable[Worked],
    facts: ExerciseFacts,
    mass: BodyMass,
    references: Mapping[str, float] | None = None,
) -> Growth:
    """Growth of one exercise from all its workouts.

    Args:
        rows: in order of start, then workout id.
        facts: facts of the exercise.
        mass: the lifter's body mass over time.
        references: his own reference depths by line key.
    """
    kept = list(rows) if references else rows
    growth = Growth(facts, mass, references)
    fits = [growth.take(one) for one in kept]
    if references and not all(fits):
        hows = growth.measured_by()
        growth = Growth(facts, mass, references)
        growth.assume(hows)
        for one in kept:
            growth.take(one)
    return growth
