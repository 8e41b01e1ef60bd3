"""Check sums of a file for people: what the old app should show as well. Every set counts, warm-ups too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iron.values import units

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign, ForeignBlock, ForeignSet
    from iron.exchange.plan_answer import TotalsAnswer
    from iron.values.units import LengthUnit, MassUnit


@dataclass(slots=True)
class Totals:
    """Sums over sets.

    Attributes:
        sets: number of sets, warm-ups included.
        reps: repetitions.
        volume_kg: load as the file counts it × reps [kg], without body mass and without a second dumbbell.
        distance_m: distance [m].
        duration_s: duration of timed sets [s].
        warm_ups: sets that the file marks as warm-ups.
        drops: sets marked as drop sets.
        failures: sets marked as taken to failure.
        rated: sets with an RPE or reps in reserve.
        notes: notes on workouts, exercises and sets.
        supersets: sets that the file puts into a superset.
        unknown_unit: there are loads whose unit nobody has said.
    """

    sets: int = 0
    reps: float = 0.0
    volume_kg: float = 0.0
    distance_m: float = 0.0
    duration_s: float = 0.0
    warm_ups: int = 0
    drops: int = 0
    failures: int = 0
    rated: int = 0
    notes: int = 0
    supersets: int = 0
    unknown_unit: bool = False

    def add(self, block: ForeignBlock, unit: MassUnit | None, length: LengthUnit | None) -> None:
        """Add the sets of one exercise of one workout."""
        self.notes += block.note is not None
        self.sets += len(block.sets)
        for set_ in block.sets:
            self._add_figures(set_, unit, length)
            if set_.kind == "warm-up":
                self.warm_ups += 1
            elif set_.kind == "drop":
                self.drops += 1
            if set_.failure:
                self.failures += 1
            if set_.rpe is not None:
                self.rated += 1
            if set_.note is not None:
                self.notes += 1
        if block.group is not None and not block.in_turns:
            self.supersets += len(block.sets)

    def _add_figures(self, set_: ForeignSet, unit: MassUnit | None, length: LengthUnit | None) -> None:
        reps = set_.reps or 0.0
        self.reps += reps
        if set_.duration_s:
            self.duration_s += set_.duration_s
        if set_.load:
            if loads_in := set_.load_unit or unit:
                self.volume_kg += units.mass_kg(abs(set_.load), loads_in) * reps
            else:
                self.unknown_unit = True
        if set_.distance and (of := set_.distance_unit or length):
            self.distance_m += units.length_m(set_.distance, of)

    def as_json(self) -> TotalsAnswer:
        """Return the sums as plain values; the volume is null where a unit has to be asked first."""
        return {
            "sets": self.sets,
            "reps": _plain(self.reps),
            "volume_kg": None if self.unknown_unit else _plain(self.volume_kg),
            "distance_m": _plain(self.distance_m),
            "duration_s": _plain(self.duration_s),
            "warm_ups": self.warm_ups,
            "drops": self.drops,
            "failures": self.failures,
            "rated": self.rated,
            "notes": self.notes,
            "supersets": self.supersets,
        }


def count(
    foreign: Foreign, unit: MassUnit | None, length: LengthUnit | None
) -> tuple[Totals, dict[str, Totals]]:
    """Return the sums of a file: over all sets, and by exercise name.

    Args:
        foreign: the file.
        unit: unit of loads that carry none.
        length: unit of distances that carry none.
    """
    whole = Totals()
    by_name: dict[str, Totals] = {}
    for workout in foreign.workouts:
        whole.notes += workout.note is not None
        for block in workout.blocks:
            whole.add(block, unit, length)
            by_name.setdefault(block.name, Totals()).add(block, unit, length)
    return whole, by_name


def _plain(value: float) -> float:
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded
