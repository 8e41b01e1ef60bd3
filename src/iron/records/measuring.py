"""What is measured on a lifter: units and the widest values that are believed (docs/documents.md, measurement)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from iron.values import units
from iron.values.errors import BadDocumentError

# Guesses with a wide margin, none of them physiology: outside them the finger slipped or the unit is the other one.
MASS_KG: Final = (20.0, 400.0)
GIRTH_CM: Final = (10.0, 300.0)
FAT_PERCENT: Final = (1.0, 75.0)
GIRTHS: Final = (
    "neck",
    "shoulders",
    "chest",
    "waist",
    "hips",
    "upper_arm",
    "forearm",
    "thigh",
    "calf",
)


def check_measurement(body: Mapping[str, Any]) -> None:
    """Check unit and value of what Iron knows how to measure; anything else passes.

    Raises:
        BadDocumentError: the unit does not fit, or nobody measures that much or that little.
    """
    what, value, unit = str(body.get("what")), float(body["value"]), body.get("unit")
    if what == "body_mass":
        _check_unit(what, unit, units.MASS_UNITS)
        _check_range(what, value, unit, units.mass_kg(value, str(unit)), MASS_KG)
    elif what in GIRTHS:
        _check_unit(what, unit, ("cm", "in"))
        _check_range(what, value, unit, units.length_m(value, str(unit)) * 100, GIRTH_CM)
    elif what == "body_fat":
        _check_unit(what, unit, ("%",))
        _check_range(what, value, unit, value, FAT_PERCENT)


def _check_unit(what: str, unit: object, names: Sequence[str]) -> None:
    if unit not in names:
        raise BadDocumentError(
            f"{_words(what)} in “{unit}” cannot be read. Use {' or '.join(names)}.", where="unit"
        )


def _check_range(what: str, value: float, unit: object, inside: float, bounds: tuple[float, float]) -> None:
    if not bounds[0] <= inside <= bounds[1]:
        raise BadDocumentError(
            f"{_words(what)} of {value:g} {unit} is not believable. Check the number and its unit.",
            where="value",
        )


def _words(what: str) -> str:
    return what.replace("_", " ").capitalize()
