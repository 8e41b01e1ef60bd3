"""What is drawn of a line: points and records, taken in workout by workout so that the next answer goes on from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING, Any

from iron.training.history.lines import by_line, classify_depth, key_of
from iron.training.history.measures import KindSeen
from iron.training.history.set_records import Marks, distance_of
from iron.training.history.sets import ASSISTANCE, ExerciseFacts, PerformedSet
from iron.training.prescription.build import has_ten
from iron.training.strength import capacity
from iron.training.strength.curve import family_k
from iron.training.strength.state import TRUSTED_RIR
from iron.values.units import mass_in, shown

if TYPE_CHECKING:
    from iron.journal.studied import Stamp, Studied


@dataclass(frozen=True, slots=True)
class ShownAs:
    """What points are drawn with: facts of the exercise, unit, and body mass [kg]."""

    facts: ExerciseFacts
    unit: str
    body_mass_kg: float | None


@dataclass(slots=True)
class Drawn:
    """A line so far.

    Attributes:
        shown_as: what it is drawn with.
        marks: what its records are judged by.
        kind: what its number is told by.
        points: one a workout and depth.
        records: its records.
        upto: start and id of its last workout.
        began: start, workout, entry and position of its first set.
        first: start of its first workout.
        last: start of its last workout.
        base_kg: uncounted mass of its last set [kg].
        every: how many sets.
        counting: how many that count.
        works: whether a set is no warm-up.
        sets: all its sets, oldest first, depth classed.
    """

    shown_as: ShownAs
    marks: Marks
    kind: KindSeen = field(default_factory=KindSeen)
    points: list[dict[str, Any]] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)
    upto: Stamp = ("", "")
    began: tuple[str, str, int, int] = ("", "", 0, 0)
    first: str = ""
    last: str = ""
    base_kg: float = 0.0
    every: int = 0
    counting: int = 0
    works: bool = False
    sets: Callable[[], Sequence[PerformedSet]] = tuple

    @classmethod
    def empty(cls, shown_as: ShownAs) -> Drawn:
        """A line before its first workout."""
        return cls(shown_as, Marks(shown_as.facts.load_meaning))

    def and_then(self, sets: Sequence[PerformedSet]) -> Drawn:
        """The line after one more workout; this one stays as it is."""
        after = Drawn(
            self.shown_as,
            self.marks.copy(),
            self.kind.copy(),
            self.points.copy(),
            self.records.copy(),
            self.upto,
            self.began,
            self.first,
            self.last,
            self.base_kg,
            self.every,
            self.counting,
            self.works,
        )
        after.take(sets)
        return after

    def take(self, sets: Sequence[PerformedSet]) -> None:
        """Take in a workout, later than those before: its sets on the line, depth classed."""
        first, last = sets[0], sets[-1]
        if not self.every:
            self.began, self.first = (first.start, first.workout, first.entry, first.position), first.start
        self.upto, self.last, self.base_kg = (last.start, last.workout), last.start, last.base_kg
        for set_ in sets:
            self.every += 1
            self.counting += set_.counts
            self.works = self.works or set_.kind != "warm-up"
            self.kind.take(set_)
            record = self.marks.take(set_)
            if record is not None:
                unit = self.shown_as.unit
                self.records.append(
                    {
                        "kind": record.kind,
                        "date": record.start[:10],
                        "load": {"value": in_unit(record.load_kg, unit), "unit": unit},
                        "reps": record.reps,
                        "duration_s": record.duration_s,
                        "distance": distance_of(record),
                    }
                )
        self.points.extend(_points(sets, self.shown_as.facts, self.shown_as.unit, self.shown_as.body_mass_kg))


def drawn_lines(
    sets: Sequence[PerformedSet], references: Mapping[str, float], shown_as: ShownAs
) -> dict[str, Drawn]:
    """Every line of an exercise from all its sets, in order of their first sets."""
    lines = {}
    for line, group in by_line(sets, shown_as.facts).items():
        classed = classify_depth(group, references.get(line))
        drawn = lines[line] = Drawn.empty(shown_as)
        for _, workout in groupby(classed, key=lambda set_: set_.workout):
            drawn.take(list(workout))
        drawn.sets = partial(tuple, classed)
    return lines


def kept_lines(studied: Studied, shown_as: ShownAs) -> dict[str, Drawn] | None:
    """The same, going on from what was drawn before: what changed costs, not what there is.

    None where lines cannot go on workout by workout: another zone may change the order, and a measured depth is judged
    by the line's first and last ones.
    """
    if len(studied.zones) > 1 or studied.depths:
        return None
    lines, drawn_so_far = {}, {}
    for line, stamps in studied.lines.items():
        before, changed = studied.drawn.get(line), studied.changed.get(line)
        if (
            before is None
            or before.shown_as != shown_as
            or (changed is not None and changed <= before.upto)
            or stamps[-1] <= before.upto
        ):
            before = Drawn.empty(shown_as)
        *older, newest = stamps[bisect_right(stamps, before.upto) :]
        for stamp in older:
            before.take(_sets_on(studied, line, stamp))
        # The newest workout grows set by set: what stays is the line before it.
        drawn_so_far[line] = before
        drawn = lines[line] = before.and_then(_sets_on(studied, line, newest))
        drawn.sets = partial(_all_sets_on, studied, line)
    studied.drawn = drawn_so_far
    studied.changed.clear()
    return dict(sorted(lines.items(), key=lambda item: item[1].began))


def _all_sets_on(studied: Studied, line: str) -> list[PerformedSet]:
    return [set_ for stamp in studied.lines[line] for set_ in _sets_on(studied, line, stamp)]


def _sets_on(studied: Studied, line: str, stamp: Stamp) -> list[PerformedSet]:
    sets = [set_ for set_ in studied.workouts[stamp[1]][1] if key_of(set_, studied.facts) == line]
    return sorted(sets, key=lambda set_: (set_.entry, set_.position))


def _points(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, unit: str, body_mass_kg: float | None
) -> list[dict[str, Any]]:
    """The points of a workout, one for each depth: the mean of the sets whose effort is known, else the best."""
    groups: dict[str, list[PerformedSet]] = {}
    for set_ in sets:
        if set_.kind != "warm-up":
            groups.setdefault(set_.depth_class, []).append(set_)
    points = []
    for depth, group in groups.items():
        point: dict[str, Any] = {"date": group[0].start[:10], "cut": depth == "cut", "sets": len(group)}
        working = [set_ for set_ in group if set_.counts and set_.kind == "working"]
        if working:
            point["reps"] = max(set_.reps or 0 for set_ in working)
            point["load"] = in_unit(_hardest(working, facts), unit)
        durations = [set_.duration_s for set_ in group if set_.duration_s]
        distances = [set_.distance_m for set_ in group if set_.distance_m]
        if durations:
            point["duration_s"] = max(durations)
        if distances:
            point["distance_m"] = max(distances)
        if (durations or distances) and "load" not in point and any(set_.load_kg for set_ in group):
            point["load"] = in_unit(_hardest(group, facts), unit)
        if has_ten(facts, body_mass_kg) and (ten := _ten(working, facts, body_mass_kg)) is not None:
            point["value"], point["at_least"] = in_unit(ten[0], unit), ten[1]
        points.append(point)
    return points


def ten_of(set_: PerformedSet, facts: ExerciseFacts, body_mass_kg: float | None) -> float | None:
    """The 10RM-equivalent of one set [kg as counted]: its load carried to ten reps, the reserve counted.

    None for a warm-up, a set without reps, and where the moved mass is unknown. Without RIR it is a lower bound.
    """
    if not set_.counts or set_.moved_kg is None or set_.moved_kg <= 0:
        return None
    k = family_k(facts.family, facts.curve_k)
    moved = set_.moved_kg * (k + float(set_.reps or 0) + (set_.rir or 0.0) - 1.0) / (k + 9.0)
    return capacity.counted_kg(moved, facts, set_.base_kg, body_mass_kg)


def _ten(
    sets: Sequence[PerformedSet], facts: ExerciseFacts, body_mass_kg: float | None
) -> tuple[float, bool] | None:
    estimates = [
        (ten, set_.rir is not None and set_.rir <= TRUSTED_RIR)
        for set_ in sets
        if (ten := ten_of(set_, facts, body_mass_kg)) is not None
    ]
    if not estimates:
        return None
    known = [kg for kg, sure in estimates if sure]
    if known:
        return fmean(known), False
    values = [kg for kg, _ in estimates]
    return (min(values) if facts.load_meaning == ASSISTANCE else max(values)), True


def _hardest(sets: Sequence[PerformedSet], facts: ExerciseFacts) -> float:
    loads = [set_.load_kg for set_ in sets]
    return min(loads) if facts.load_meaning == ASSISTANCE else max(loads)


def in_unit(kilograms: float, unit: str) -> float:
    """A mass as a chart shows it, to 0.1."""
    return shown(round(mass_in(kilograms, unit), 1))
