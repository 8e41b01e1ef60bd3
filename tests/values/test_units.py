"""Units by hand: exact factors, loads as they were lifted, numbers for people, and what is no unit."""

from __future__ import annotations

import math

import pytest

from iron.values.errors import BadUnitError
from iron.values.units import (
    Load,
    as_lifted,
    check_mass_unit,
    length_m,
    mass_as_written,
    mass_in,
    mass_kg,
    shown,
)


@pytest.mark.parametrize(("unit", "kilograms"), [("kg", 20.0), ("lb", 20 * 0.45359237)])
def test_a_mass_goes_to_kilograms_and_back(unit: str, kilograms: float):
    assert mass_kg(20, unit) == pytest.approx(kilograms, rel=1e-15)
    assert mass_in(kilograms, unit) == pytest.approx(20, rel=1e-15)
    assert Load(20, "lb").kg == pytest.approx(9.0718474)


@pytest.mark.parametrize(
    ("unit", "metres"),
    [("m", 1), ("km", 1000), ("cm", 0.01), ("in", 0.0254), ("ft", 0.3048), ("yd", 0.9144), ("mi", 1609.344)],
)
def test_two_of_a_length_are_twice_its_metres(unit: str, metres: float):
    assert length_m(2, unit) == pytest.approx(2 * metres)


def test_what_is_no_unit_is_refused_with_the_units_there_are():
    with pytest.raises(BadUnitError, match=r"“stone” is not a unit of mass .* kg, lb"):
        mass_kg(1, "stone")
    with pytest.raises(BadUnitError, match=r"“mile” is not a unit of length .* mi"):
        length_m(1, "mile")
    with pytest.raises(BadUnitError, match=r"not a unit of load. Use kg or lb"):
        check_mass_unit("g")
    check_mass_unit(None)
    check_mass_unit("lb")


@pytest.mark.parametrize(
    ("kilograms", "unit", "written"),
    [
        (195.04, "lb", 430),  # 430 lb, rounded to 0.01 kg
        (20.01, "lb", 44.11),  # 44.115 lb: too far from 44 to be 44, and from 44.25
        (100.12, "lb", 220.73),  # 0.02 lb beside 220.75, farther than rounding goes
        (52.16, "kg", 52.16),
        (62.5, "kg", 62.5),
        (62.504, "kg", 62.5),
    ],
)
def test_a_load_is_written_as_it_was_typed(kilograms: float, unit: str, written: float):
    assert mass_as_written(kilograms, unit) == written


@pytest.mark.parametrize(
    ("value", "unit", "lifted"),
    [
        (44.09245243697551, "lb", Load(20, "kg")),
        (49.604, "lb", Load(22.5, "kg")),
        (20.4116565, "kg", Load(45, "lb")),
        (45, "lb", None),  # round already
        (45.25, "lb", None),
        (44.3, "lb", None),  # 20.09 kg
        (0, "lb", None),
    ],
)
def test_a_load_of_the_other_unit_is_known_by_being_round_there(value: float, unit: str, lifted: Load | None):
    assert as_lifted(value, unit) == lifted  # type: ignore[arg-type]


def test_numbers_for_people_have_no_dust_and_no_minus_zero():
    assert shown(185.00000000000003) == 185
    assert (shown(52.164), shown(52.166), shown(-7.5)) == (52.16, 52.17, -7.5)
    assert math.copysign(1, shown(-0.001)) == 1
