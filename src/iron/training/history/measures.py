"""What the one number of a line counts: a 10RM, reps, a time, a distance, a pace or a carried load."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from iron.training.history.sets import ADDED, ASSISTANCE, OUT_OF_RECORDS
from iron.values.units import METRES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iron.training.history.sets import ExerciseFacts, PerformedSet

Kind = Literal["ten", "reps", "duration", "distance", "pace", "carry"]

MEASURED: Final = frozenset({"duration", "distance", "pace", "carry"})
"""Kinds that no repetition counts."""

_BY_MEASURE: Final[tuple[Kind, ...]] = ("carry", "pace", "distance")

PACE_FROM_M: Final = 500.0  # below so many metres a pace says nothing: a sprint, a sled. Guess
LAP_NAMES: Final = {"mi": "mi", "m": "500 m", "km": "km"}
"""What a pace is given over, by the unit of the distance: a mile, 500 m on a rower."""
LAP_METRES: Final = {"mi": METRES["mi"], "m": 500.0, "km": METRES["km"]}
RECENT: Final = 8  # workouts looked at to tell whether a lift is done with the body alone: guess


def kind_of(sets: Sequence[PerformedSet], facts: ExerciseFacts) -> Kind:
    """What the number of a line counts, by what its exercise records and what its sets hold.

    Lifts that are done with the body alone, now, count reps; what has no reps counts what was measured.
    """
    seen = KindSeen()
    for set_ in sets:
        seen.take(set_)
    return seen.kind(facts)


@dataclass(slots=True)
class KindSeen:
    """What the sets of a line hold, taken in one by one.

    Attributes:
        workouts: the last `RECENT` workouts, and whether a load was lifted in each.
        reps: a set counts reps.
        load: a set has a load.
        moves: a set at full depth moved a known mass.
        measured: kinds that a set with a time or a distance says something in.
    """

    workouts: deque[tuple[str, bool]] = field(default_factory=lambda: deque(maxlen=RECENT))
    reps: bool = False
    load: bool = False
    moves: bool = False
    measured: frozenset[Kind] = frozenset()

    def copy(self) -> KindSeen:
        """One that goes on by itself."""
        return replace(self, workouts=self.workouts.copy())

    def take(self, set_: PerformedSet) -> None:
        """Take in one more set, later than those before."""
        if not self.workouts or self.workouts[-1][0] != set_.workout:
            self.workouts.append((set_.workout, False))
        if set_.kind == "warm-up":
            return
        if set_.load_kg != 0:
            self.workouts[-1] = (set_.workout, True)
        self.load = self.load or set_.load_kg > 0
        self.reps = self.reps or bool(set_.reps)
        self.moves = self.moves or (
            set_.counts and set_.depth_class != "cut" and set_.moved_kg is not None and set_.moved_kg > 0
        )
        if set_.duration_s or set_.distance_m:
            says = (kind for kind in _BY_MEASURE if measured_of(set_, kind) is not None)
            self.measured = self.measured.union(says, ("duration",))

    def kind(self, facts: ExerciseFacts) -> Kind:
        """What the number of the line counts."""
        if "reps" not in facts.log or (self.measured and not self.reps):
            return self._measured_kind(facts)
        hangs = facts.load_meaning in {ADDED, ASSISTANCE}
        on_body = hangs or facts.body_share > 0 or "load" not in facts.log
        if on_body and not any(loaded for _, loaded in self.workouts):
            return "reps"
        # Reps with a load say nothing without the load, also where the 10RM is not known.
        return "ten" if self.load or self.moves else "reps"

    def _measured_kind(self, facts: ExerciseFacts) -> Kind:
        for kind in _BY_MEASURE:
            if kind in self.measured:
                return kind
        if self.measured or "distance" not in facts.log:
            return "duration"
        # Nothing was done yet: what its exercise records.
        if "load" in facts.log:
            return "carry"
        return "pace" if "duration" in facts.log else "distance"


def measured_of(set_: PerformedSet, kind: Kind) -> float | None:
    """What a set is worth in a kind other than the 10RM: reps, s, m, m/s, kg; None where it says nothing."""
    metres, seconds = set_.distance_m, set_.duration_s
    if kind == "reps":
        return set_.reps
    if kind == "duration":
        return seconds
    if kind == "carry":
        return set_.load_kg if metres and set_.load_kg > 0 else None
    if kind == "distance":
        return metres
    return metres / seconds if metres and seconds and metres >= PACE_FROM_M else None


def lap_of(distance_unit: str) -> tuple[str, float]:
    """What a pace is given over, in words and in metres; a kilometre for units that have none of their own."""
    unit = distance_unit if distance_unit in LAP_NAMES else "km"
    return LAP_NAMES[unit], LAP_METRES[unit]


def best_of_days(sets: Iterable[PerformedSet], kind: Kind) -> list[tuple[str, float]]:
    """The best value of each day at full depth, oldest first."""
    best: dict[str, float] = {}
    for set_ in sets:
        if set_.kind == "warm-up" or set_.depth_class == "cut" or OUT_OF_RECORDS & set(set_.flags):
            continue
        value = measured_of(set_, kind)
        if value is not None and value > 0:
            best[set_.start[:10]] = max(best.get(set_.start[:10], 0.0), float(value))
    return list(best.items())
