"""The loads that a lifter's machine or gym has: the only reader of what their documents say of plates, bars and stacks.

Advice and runs of programs ask here; the log asks the twin, `web/src/core/rules/loads/rack.ts`. So a load that one of
them names is one that the others know. Cases: ``rack_of``, ``place_loads`` and ``rack_loads`` of
``spec/prescription.json``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from iron.training.history.sets import ADDED, ASSISTANCE, BARBELL
from iron.training.prescription.build import WEIGHTLESS
from iron.values import plates
from iron.values.units import mass_in, mass_kg, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

_BELOW, _ABOVE, _MORE_KG = 0.4, 1.6, 20.0  # loads around the last one that advice may ever need
_PLATED: Final = frozenset({BARBELL, "plates"})
_OWN_PLATED: Final = _PLATED | {"stack"}  # a machine that says its plates is loaded with them


class Equipment(NamedTuple):
    """What an exercise is done with.

    Attributes:
        machine: body of the machine document, empty without one.
        gym: body of the gym document, empty without one.
        usual_sides: sides that the exercise is usually loaded on, None when not said.
        meaning: what the load counts (docs/documents.md).
        bar: the bar in hand, ``{"value", "unit"}``, None where it is the usual one.
    """

    machine: Mapping[str, Any]
    gym: Mapping[str, Any]
    usual_sides: int | None
    meaning: str
    bar: Mapping[str, Any] | None = None


class Place(NamedTuple):
    """What loads are made of, and the unit of its numbers."""

    rack: plates.Rack
    unit: str


def rack_of(equipment: Equipment) -> Place | None:
    """What the equipment makes loads of; None where nobody said.

    The machine's own stack or plates first, then the dumbbells or the plates of the gym. A document may hold what no
    form writes: sizes and marks that are no numbers above zero are left out.
    """
    machine, gym, usual_sides, meaning, _ = equipment
    if meaning in WEIGHTLESS:
        return None
    stack, own = _marks(machine.get("stack")), _sizes(machine.get("plates"))
    if stack:
        return Place(plates.rack(stack=stack), _unit(machine))
    sides = machine.get("sides") or usual_sides
    is_own = bool(own) and meaning in _OWN_PLATED
    if not is_own and meaning == "dumbbell" and (dumbbells := _marks(gym.get("dumbbells"))):
        return Place(plates.rack(stack=dumbbells), _unit(gym))
    sizes = own if is_own else plates.shared(_sizes(gym.get("plates")), sides)
    if not sizes or not (is_own or meaning in _PLATED):
        return None
    unit = _unit(machine if is_own else gym)
    base = bar_of(equipment, unit) if meaning == BARBELL else 0.0
    return Place(plates.rack(sizes, unit=unit, sides=1 if sides == 1 else 2, base=base), unit)


def bar_of(equipment: Equipment, unit: str) -> float:
    """The bar in a unit: the one in hand, the machine's, the gym's usual one, else 20 kg or 45 lb."""
    if equipment.bar is not None:
        return shown(_converted(float(equipment.bar["value"]), str(equipment.bar["unit"]), unit))
    base_kg, bars = equipment.machine.get("base_kg"), _marks(equipment.gym.get("bars"), in_order=False)
    if base_kg is not None:
        return shown(mass_in(float(base_kg), unit))
    return shown(_converted(bars[0], _unit(equipment.gym), unit)) if bars else plates.USUAL_BAR[unit]


def place_loads(equipment: Equipment, unit: str, most: float) -> tuple[float, ...] | None:
    """All loads that the equipment has, ascending, in a unit; None where nobody said.

    Loads of the other unit are converted and not rounded: they are those that can be put on.

    Args:
        equipment: what the exercise is done with.
        unit: ``kg`` or ``lb``.
        most: heaviest sum of plates, in the unit. Marks and dumbbells are all named, and so is the lightest load.
    """
    place = rack_of(equipment)
    if place is None:
        return None
    if place.rack.stack:
        # Without the pin nothing helps, and nothing hangs on the body.
        bare = (0.0,) if equipment.meaning in {ADDED, ASSISTANCE} else ()
        values: tuple[float, ...] = (*bare, *place.rack.stack)
    else:
        high = max(_converted(most, unit, place.unit), place.rack.base)
        values = plates.loadable(place.rack, 0.0, high)
    return tuple(_converted(value, place.unit, unit) for value in values)


def rack_loads(equipment: Equipment, around_kg: float, *, is_there: bool = True) -> tuple[float, ...] | None:
    """The loads that a machine or a gym has near a load, as counted [kg], ascending; None where nobody said.

    Args:
        equipment: what the exercise is done with.
        around_kg: the load.
        is_there: whether he lifted it there, so that it is there whatever the list says.
    """
    place = rack_of(equipment)
    values = place_loads(equipment, "kg", _ABOVE * around_kg + _MORE_KG)
    if place is None or values is None:
        return None
    least = 0.0 if place.rack.stack else _BELOW * around_kg
    # All plates together may be less than what was lifted elsewhere.
    near = [value for value in values if value >= least] or values[-1:]
    own_load = {shown(around_kg)} if is_there else set()
    return tuple(sorted({shown(value) for value in near} | own_load))


def _converted(value: float, unit: str, into: str) -> float:
    return value if unit == into else mass_in(mass_kg(value, unit), into)


def _unit(document: Mapping[str, Any]) -> str:
    return "lb" if document.get("unit") == "lb" else "kg"


def _marks(given: Iterable[float] | None, *, in_order: bool = True) -> list[float]:
    marks = [float(mark) for mark in given or () if mark > 0]
    return sorted(set(marks)) if in_order else marks


def _sizes(given: plates.Plates | None) -> plates.Plates:
    if isinstance(given, Mapping):
        return {size: max(0, int(pairs)) for size, pairs in given.items() if _is_size(size)}
    return _marks(given)


def _is_size(text: str) -> bool:
    try:
        return float(text) > 0 and math.isfinite(float(text))
    except ValueError:
        return False
