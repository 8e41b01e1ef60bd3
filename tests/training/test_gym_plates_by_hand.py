"""Loads that a machine makes of the plates of its gym, worked out by hand."""

from __future__ import annotations

from typing import Any

from iron.training.prescription.rack import rack_loads

PAIRS: dict[str, Any] = {"plates": {"20": 2, "5": 1}, "unit": "kg"}
"""Two pairs of 20 and one pair of 5: four plates and two."""


def loads(machine: dict[str, Any], gym: dict[str, Any], usual_sides: int | None = None) -> tuple[float, ...]:
    made = rack_loads(machine, gym, usual_sides, "plates", 50.0, is_there=False)
    assert made is not None
    return made


def test_one_pin_takes_both_plates_of_each_pair():
    # Around 50 kg: 20 to 100. Four of 20 and two of 5 make 20 to 90.
    one_pin = (20, 25, 30, 40, 45, 50, 60, 65, 70, 80, 85, 90)
    assert loads({"sides": 1}, PAIRS) == one_pin
    assert loads({}, PAIRS, usual_sides=1) == one_pin


def test_two_sides_take_the_pairs_as_they_are():
    # 2 × 20, 2 × 25, 4 × 20, 4 × 20 + 2 × 5.
    assert loads({}, PAIRS) == (40, 50, 80, 90)
    assert loads({"sides": 2}, PAIRS, usual_sides=1) == (40, 50, 80, 90)


def test_the_plates_of_a_machine_with_one_pin_are_counted_one_by_one():
    # Its own list is no list of pairs: one of 20 and two of 5.
    assert loads({"sides": 1, "plates": {"20": 1, "5": 2}}, PAIRS) == (20, 25, 30)
