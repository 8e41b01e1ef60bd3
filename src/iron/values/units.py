"""Units: the only factor table.

Every factor is exact by definition (sources below). A quantity that a person typed is never rewritten; it is
converted on the way to a formula or a screen.

Sources:
    International yard and pound agreement, 1959: 1 yd = 0.9144 m, 1 lb = 0.45359237 kg, both exact.
    ISO 80000-4: standard acceleration of free fall 9.80665 m/s2, exact by convention.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from iron.values.errors import BadUnitError

if TYPE_CHECKING:
    from collections.abc import Iterable

MassUnit = Literal["kg", "lb"]
LengthUnit = Literal["m", "km", "mi", "ft", "yd", "cm", "in"]

MASS_UNITS: Final[tuple[MassUnit, ...]] = get_args(MassUnit)

KG: Final[dict[str, float]] = {"kg": 1.0, "lb": 0.45359237}
METRES: Final[dict[str, float]] = {
    "m": 1.0,
    "km": 1000.0,
    "cm": 0.01,
    "in": 0.0254,
    "ft": 0.3048,
    "yd": 0.9144,
    "mi": 1609.344,
}

STANDARD_GRAVITY_MPS2: Final = 9.80665

# Loads that gyms really have are multiples of a quarter of a kilogram or pound.
GRID: Final = 0.25
GRID_TOLERANCE: Final = 0.01
# Rounding to 0.01 moves a number by at most half of that.
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Load:
    """A load as the lifter counts it, kept as typed.

    Attributes:
        value: the number typed, in ``unit``.
        unit: ``kg`` or ``lb``.
    """

    value: float
    unit: MassUnit

    @property
    def kg(self) -> float:
        """The load in kilograms [kg]."""
        return mass_kg(self.value, self.unit)


def check_mass_unit(unit: str | None) -> None:
    """Check a unit of load that somebody gave; None passes.

    Raises:
        BadUnitError: it is neither ``kg`` nor ``lb``.
    """
    if unit is not None and unit not in MASS_UNITS:
        raise BadUnitError(f"“{unit[:20]}” is not a unit of load. Use kg or lb.", where="unit")


def mass_kg(value: float, unit: str) -> float:
    """Convert a mass to kilograms.

    Args:
        value: mass in ``unit``.
        unit: ``kg`` or ``lb``.

    Returns:
        The mass [kg].

    Raises:
        BadUnitError: the unit is not a mass that Iron knows.
    """
    return value * _factor(KG, unit, "mass")


def mass_in(kilograms: float, unit: str) -> float:
    """Convert kilograms to a mass unit.

    >>> mass_in(20, "kg")
    20.0
    """
    return kilograms / _factor(KG, unit, "mass")


def mass_as_written(kilograms: float, unit: str) -> float:
    """Convert kilograms, rounded to 0.01, to the number that a person writes.

    A load near a multiple of a quarter is that multiple: 430 lb are stored as 195.04 kg and must not come back as
    429.99 lb.

    >>> mass_as_written(195.04, "lb"), mass_as_written(62.5, "kg"), mass_as_written(52.16, "kg")
    (430.0, 62.5, 52.16)
    """
    value = mass_in(kilograms, unit)
    nearest = round(value / GRID) * GRID
    near = abs(value - nearest) <= GRID_TOLERANCE / KG[unit] * _HALF
    return nearest if near and unit != "kg" else shown(value)


def length_m(value: float, unit: str) -> float:
    """Convert a length to metres [m]; raises BadUnitError for a unit that is not a length."""
    return value * _factor(METRES, unit, "length")


def as_lifted(value: float, unit: MassUnit) -> Load | None:
    """Return the round load in the other unit that was surely lifted, or None.

    Apps store one unit for an account; a lifter who trains in the other leaves numbers like 44.09245243697551 lb,
    which is 20 kg. The other unit is meant when the converted value lies within 0.01 of a multiple of 0.25 and the
    stored value does not (docs/formats.md#traps).

    >>> as_lifted(44.09245243697551, "lb")
    Load(value=20.0, unit='kg')
    >>> as_lifted(45.0, "lb") is None
    True
    """
    if value == 0 or _on_grid(value):
        return None
    other: MassUnit = "kg" if unit == "lb" else "lb"
    converted = mass_in(mass_kg(value, unit), other)
    if not _on_grid(converted):
        return None
    return Load(round(converted / GRID) * GRID, other)


def shown(value: float) -> float:
    """Round a number for people and comparisons to 0.01: float dust such as 185.00000000000003 goes away."""
    return round(value, 2) + 0.0


def usual_unit(units: Iterable[str]) -> str:
    """Return the unit of mass that most loads have; of equals the first seen, ``kg`` without any."""
    counts = Counter(units)
    return counts.most_common(1)[0][0] if counts else "kg"


def _on_grid(value: float) -> bool:
    return math.isclose(value, round(value / GRID) * GRID, abs_tol=GRID_TOLERANCE, rel_tol=0)


def _factor(table: dict[str, float], unit: str, quantity: str) -> float:
    try:
        return table[unit]
    except KeyError:
        known = ", ".join(table)
        raise BadUnitError(
            f"“{unit}” is not a unit of {quantity} that Iron knows. Use one of: {known}."
        ) from None
