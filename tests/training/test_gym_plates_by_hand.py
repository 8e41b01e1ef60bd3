"""Loads that a machine makes of the plates of its gym, worked out by hand."""

from __future__ import annotations

from typing import Any

from iron.training.prescription.rack import Equipment, place_loads, rack_loads

PAIRS: dict[str, Any] = {"plates": {"20": 2, "5": 1}, "unit": "kg"}
"""Two pairs of 20 and one pair of 5: four plates and two."""


def loads(machine: dict[str, Any], gym: dict[str, Any], usual_sides: int | None = None) -> tuple[float, ...]:
    made = rack_loads(Equipment(machine, gym, usual_sides, "plates"), 50.0, is_there=False)
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


def all_loads(
    meaning: str,
    *,
    machine: dict[str, Any] | None = None,
    gym: dict[str, Any] | None = None,
    unit: str = "kg",
    most: float = 60.0,
) -> tuple[float, ...] | None:
    return place_loads(Equipment(machine or {}, gym or {}, None, meaning), unit, most)


def test_a_machine_with_plates_and_no_bar_of_its_own_takes_the_bar_of_its_gym():
    # A Smith machine nobody weighed: a load of 0 kg, as runs once had it, cannot be lifted there.
    assert all_loads("barbell", machine={"plates": [10]}, gym={"bars": [15]}) == (15, 35, 55)
    assert all_loads("barbell", machine={"plates": [10]}) == (20, 40, 60)


def test_a_bar_weighed_in_kilograms_is_part_of_a_load_in_pounds():
    # 15 kg are 33.07 lb; two plates of 10 lb more each time.
    machine = {"plates": [10], "unit": "lb", "base_kg": 15.0}
    assert all_loads("barbell", machine=machine, unit="lb", most=80) == (33.07, 53.07, 73.07)


def test_pounds_on_the_bar_are_what_a_lifter_who_counts_kilograms_lifts():
    loads = all_loads("barbell", gym={"plates": [25], "unit": "lb", "bars": [45]})
    assert [round(load, 2) for load in loads or ()] == [20.41, 43.09]


def test_an_assisted_machine_helps_by_the_marks_of_its_stack_or_not_at_all():
    assert all_loads("assistance", machine={"stack": [20, 10]}) == (0, 10, 20)


def test_plates_of_the_machine_itself_are_loaded_whatever_the_exercise_usually_counts():
    assert all_loads("stack", machine={"plates": [10], "sides": 1}, most=30) == (0, 10, 20, 30)
    assert all_loads("stack", gym={"plates": [10]}) is None


def test_dumbbells_are_no_kettlebells():
    assert all_loads("dumbbell", gym={"dumbbells": [12, 10]}) == (10, 12)
    assert all_loads("kettlebell", gym={"dumbbells": [12, 10]}) is None


def test_a_mark_of_zero_breaks_no_advice():
    assert all_loads("stack", machine={"stack": [0, 5, 10]}) == (5, 10)


def test_a_machine_lighter_than_what_was_lifted_elsewhere_still_names_its_own_loads():
    # 2 × 5 kg are all there is; 50 kg were lifted in another gym.
    equipment = Equipment({"plates": {"5": 1}}, {}, None, "plates")
    assert rack_loads(equipment, 50.0, is_there=False) == (10,)
    assert rack_loads(Equipment({"stack": [5, 10]}, {}, None, "stack"), 50.0, is_there=False) == (5, 10)
