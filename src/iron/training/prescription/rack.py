"""The loads that a machine or a gym has near a load."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.training.history.sets import ADDED, ASSISTANCE, BARBELL
from iron.training.prescription.build import WEIGHTLESS
from iron.training.prescription.loads import BAR
from iron.values import plates
from iron.values.units import mass_in, mass_kg, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BELOW, _ABOVE = 0.4, 1.6  # loads around the last one that advice may ever need
SINGLES: Final = frozenset({"dumbbell", "kettlebell"})
"""Load meanings of things that a gym has one by one."""


def rack_loads(
    machine: Mapping[str, Any],
    gym: Mapping[str, Any],
    usual_sides: int | None,
    meaning: str,
    around_kg: float,
    *,
    is_there: bool = True,
) -> tuple[float, ...] | None:
    """The loads that a machine or a gym has near a load, as counted [kg], ascending; None where nobody said.

    Args:
        machine: body of the machine document, empty without one.
        gym: body of the gym document, empty without one.
        usual_sides: sides that the exercise is usually loaded on, None when not said.
        meaning: what the load counts.
        around_kg: the load.
        is_there: whether he lifted it there, so that it is there whatever the list says.
    """
    own = bool(machine.get("stack") or machine.get("plates"))
    unit = str((machine if own else gym).get("unit") or "kg")
    if meaning in SINGLES and gym.get("dumbbells") and not own:
        values: Iterable[float] = (float(dumbbell) for dumbbell in gym["dumbbells"])
    else:
        rack = _rack(machine, gym, usual_sides, meaning, unit)
        if rack is None:
            return None
        low, high = mass_in(_BELOW * around_kg, unit), mass_in(_ABOVE * around_kg + 20.0, unit)
        values = plates.loadable(rack, low, high)
    kilos = {shown(mass_kg(value, unit)) for value in values}
    own_load = {shown(around_kg)} if is_there else set()
    return tuple(sorted(kilos | own_load)) if kilos else None


def _rack(
    machine: Mapping[str, Any], gym: Mapping[str, Any], usual_sides: int | None, meaning: str, unit: str
) -> plates.Rack | None:
    if meaning in WEIGHTLESS or meaning in {ADDED, ASSISTANCE}:
        return None
    stack = machine.get("stack") or ()
    sides = machine.get("sides") or usual_sides or 2
    sizes = machine.get("plates") or plates.shared(gym.get("plates"), sides)
    if not stack and (not sizes or meaning not in {BARBELL, "plates"}):
        return None
    base = _bar(machine, gym, unit) if meaning == BARBELL else 0.0
    return plates.rack(sizes, unit=unit, sides=1 if sides == 1 else 2, base=base, stack=stack)


def _bar(machine: Mapping[str, Any], gym: Mapping[str, Any], unit: str) -> float:
    base_kg, bars = machine.get("base_kg"), gym.get("bars")
    if base_kg is not None:
        return shown(mass_in(float(base_kg), unit))
    if bars:
        return shown(mass_in(mass_kg(float(bars[0]), str(gym.get("unit") or "kg")), unit))
    return BAR["lb" if unit == "lb" else "kg"]
