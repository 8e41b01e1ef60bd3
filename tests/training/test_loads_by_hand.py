"""The loads there are, by hand: steps told by the lifter's own loads, where the grid begins and where it ends."""

from __future__ import annotations

import itertools

import pytest

from iron.training.history.sets import ADDED, ASSISTANCE, BARBELL
from iron.training.prescription.loads import as_said, history_grid

POUND = 0.45359237  # kg


def row(first: float, step: float, last: float) -> tuple[float, ...]:
    """Every load from the first to the last one."""
    count = round((last - first) / step)
    return tuple(round(first + step * number, 4) for number in range(count + 1))


# Said in a unit


@pytest.mark.parametrize(
    ("load_kg", "unit", "lifted", "expected"),
    [
        (62.5, "kg", "kg", 62.5),
        (54.4, "kg", "kg", 54.4),  # kilograms on a stack may be crooked
        (62.5, "lb", "kg", 138.0),  # 137.79 lb, to the half
        (155.25 * POUND, "lb", "lb", 155.25),  # a quarter is written as it is
        (155.5 * POUND, "lb", "lb", 155.5),
        (70.0, "lb", "lb", 154.5),  # 154.32 lb: lifted in kilograms after all
        (100 * POUND, "kg", "lb", 45.5),  # 45.36 kg, to the half
    ],
)
def test_a_load_is_said_as_the_lifter_would(load_kg: float, unit: str, lifted: str, expected: float):
    assert as_said(load_kg, unit, lifted) == expected


# Few loads used: the usual step of the equipment


@pytest.mark.parametrize(
    ("meaning", "top", "grid"),
    [
        # From an empty bar of 20 to 1.6 × 60 + 4 × 2.5 = 106.
        (BARBELL, 60.0, row(20, 2.5, 105)),
        # A quarter of the largest step (10 / 4 = 2.5) begins it; 1.6 × 60 + 4 × 5 = 116.
        ("plates", 60.0, row(5, 5, 115)),
        ("stack", 60.0, row(5, 5, 115)),
        ("dumbbell", 20.0, row(2.5, 2.5, 40)),  # 1.6 × 20 + 10 = 42
        ("kettlebell", 16.0, row(4, 4, 40)),  # 25.6 + 16 = 41.6
        (ADDED, 10.0, row(0, 2.5, 25)),  # 16 + 10 = 26
        (ASSISTANCE, 20.0, row(0, 5, 50)),  # 32 + 20 = 52
        ("something else", 20.0, row(2.5, 2.5, 40)),  # the fourth of the steps: 2.5
    ],
)
def test_with_few_loads_the_equipment_says_the_step(meaning: str, top: float, grid: tuple[float, ...]):
    assert history_grid([top, top], top, meaning, "kg") == grid


def test_the_usual_step_gives_way_to_the_next_smaller_one_that_reaches_the_top_loads():
    # 61 is no multiple of 2.5, of 2 nor of 1.25, but of 1; 1.6 × 61 + 4 = 101.6.
    assert history_grid([61.0], 61.0, BARBELL, "kg") == row(20, 1, 101)
    # 62 is a multiple of 2: 99.2 + 8 = 107.2. With 61 done a week before, the step is 1 again: 103.2.
    assert history_grid([62.0], 62.0, BARBELL, "kg") == row(20, 2, 106)
    assert history_grid([62.0], 62.0, BARBELL, "kg", tops_kg=[61.0]) == row(20, 1, 103)
    # Nothing reaches 61.1: steps of 2.5 from there, 1.1 beside the round ones; 97.76 + 10 = 107.76.
    assert history_grid([61.1], 61.1, BARBELL, "kg") == row(21.1, 2.5, 106.1)


def test_three_hundredths_of_a_kilogram_are_the_rounding_of_a_log():
    # 60.02 is 60 for the step, and stands in the grid as it was written.
    assert history_grid([60.02], 60.02, BARBELL, "kg") == tuple(sorted((*row(20, 2.5, 105), 60.02)))
    assert history_grid([59.98], 59.98, BARBELL, "kg") == tuple(sorted((*row(20, 2.5, 105), 59.98)))
    # 60.04 is not: 60.04 % 2.5 = 0.04.
    assert history_grid([60.04], 60.04, BARBELL, "kg") == row(20.04, 2.5, 105.04)


def test_an_empty_bar_is_the_lightest_unless_lighter_ones_were_used():
    # Half of 15 is 7.5; 1.6 × 15 + 10 = 34.
    assert history_grid([15.0], 15.0, BARBELL, "kg") == row(7.5, 2.5, 32.5)
    # The lighter bar of another line is a bar all the same: 5, and 1.6 × 60 + 10 = 106.
    assert history_grid([60.0], 60.0, BARBELL, "kg", others_kg=[10.0]) == row(5, 2.5, 105)
    assert history_grid([20.0], 20.0, BARBELL, "kg")[0] == 20
    # Nothing used at all: the bar.
    assert history_grid([], 60.0, BARBELL, "kg") == row(20, 2.5, 105)
    # Body weight (0 kg) is no load that was used.
    assert history_grid([0.0, 0.0], 60.0, BARBELL, "kg")[0] == 20


def test_machines_begin_at_a_quarter_of_the_lightest_load_used():
    # 4 / 4 = 1; the step is 2 (4 is no multiple of 5); 1.6 × 4 + 4 × 2 = 14.4.
    assert history_grid([4.0], 4.0, "dumbbell", "kg") == row(2, 2, 14)
    # 6 was used on another line: 6 / 4 = 1.5, the same first step.
    assert history_grid([12.0], 12.0, "dumbbell", "kg", others_kg=[6.0])[0] == 2


# Three loads used: the lifter's own step


@pytest.mark.parametrize(
    ("used", "grid"),
    [
        ([40, 50, 60], row(20, 5, 115)),  # a bar never steps by more than 5: 96 + 20 = 116
        ([42, 44, 46], row(20, 2, 80)),  # 5, 4 and 2.5 miss one of three; 73.6 + 8 = 81.6
        ([40, 45, 47.5], row(20, 2.5, 85)),  # 76 + 10 = 86
        ([40, 41.25, 42.5], row(20, 1.25, 72.5)),  # 68 + 5 = 73
        ([20, 20.5, 21], row(20, 0.5, 35.5)),  # 33.6 + 2 = 35.6
    ],
)
def test_three_loads_tell_the_step(used: list[float], grid: tuple[float, ...]):
    assert history_grid([*used, *used], used[-1], BARBELL, "kg") == grid


def test_two_loads_tell_none():
    # 40 and 50: the usual 2.5 stays; 80 + 10 = 90.
    assert history_grid([40, 40, 50, 50], 50.0, BARBELL, "kg") == row(20, 2.5, 90)


def test_the_loads_of_other_lines_count_where_the_line_has_few():
    # 42, 44 and 46 elsewhere make steps of 2 here; 70.4 + 8 = 78.4.
    assert history_grid([44.0], 44.0, BARBELL, "kg", others_kg=[42, 44, 46]) == row(20, 2, 78)
    # With three of its own (40, 45, 50) they say nothing; 80 + 20 = 100.
    assert history_grid([40, 45, 50], 50.0, BARBELL, "kg", others_kg=[42, 44, 46] * 5) == row(20, 5, 100)


def test_steps_may_begin_beside_the_round_loads():
    # Dumbbells of 7, 12 and 17: steps of 5 from 2; from 7 / 4 = 1.75 to 27.2 + 20 = 47.2.
    assert history_grid([7, 12, 17], 17.0, "dumbbell", "kg") == row(2, 5, 47)
    # 10, 15, 20 and 12, 17, 22 lie on fives in halves only: steps of 1; from 10 / 4 to 35.2 + 4 = 39.2.
    assert history_grid([10, 15, 20, 12, 17, 22], 22.0, "dumbbell", "kg") == row(3, 1, 39)


def test_a_step_explains_85_percent_of_the_loads():
    # Six of seven sets (86 %) lie on fives, 43 was a slip; 80 + 20 = 100.
    assert history_grid([40, 45, 50, 40, 45, 50, 43], 50.0, BARBELL, "kg") == row(20, 5, 100)
    # Five of six (83 %) do not do: steps of 1 with dumbbells, the usual 2.5 with plates; 80 + 4, 80 + 10.
    assert history_grid([40, 45, 50, 45, 50, 43], 50.0, "dumbbell", "kg") == row(3, 1, 84)
    assert history_grid([40, 45, 50, 45, 50, 43], 50.0, BARBELL, "kg") == row(20, 2.5, 90)


def test_two_different_loads_done_twice_that_a_step_misses_are_no_accident():
    often = [40.0] * 20 + [45.0] * 20 + [50.0] * 10
    # One load off the fives, done twice, is a slip that stays to be had; 80 + 20 = 100.
    assert history_grid([*often, 43, 43], 50.0, BARBELL, "kg") == tuple(sorted((*row(20, 5, 100), 43.0)))
    # Two of them are a step of 1 (43 and 48 lie on no 4, 2.5, 2 or 1.25 with 45); plates keep to their usual step.
    assert history_grid([*often, 43, 43, 48, 48], 50.0, "dumbbell", "kg") == row(3, 1, 84)
    here = tuple(sorted((*row(20, 2.5, 90), 43.0, 48.0)))
    assert history_grid([*often, 43, 43, 48, 48], 50.0, BARBELL, "kg") == here


def test_a_step_is_at_most_a_third_of_the_top_load():
    # Dumbbells of 10, 20 and 30: steps of 10, a third of 30; from 2.5 to 48 + 40 = 88.
    assert history_grid([10, 20, 30], 30.0, "dumbbell", "kg") == row(10, 10, 80)
    # With 20 on top a third is 6.7: steps of 5; 32 + 20 = 52.
    assert history_grid([10, 20, 30], 20.0, "dumbbell", "kg") == row(5, 5, 50)


def test_the_step_reaches_the_top_loads_of_the_last_sessions():
    used = [40.0] * 10 + [45.0] * 10 + [50.0] * 10
    assert history_grid(used, 50.0, BARBELL, "kg", tops_kg=[45.0]) == row(20, 5, 100)
    # 47.5 on top last week: 2.5; 80 + 10 = 90.
    assert history_grid(used, 50.0, BARBELL, "kg", tops_kg=[47.5]) == row(20, 2.5, 90)


def test_where_no_step_explains_the_loads_the_usual_one_stands_on_the_top():
    # Hundredths that nothing divides: 2.5 from 43.13 % 2.5 = 0.63; 69.008 + 10 = 79.008.
    odd = [40.11, 41.17, 43.13]
    assert history_grid(odd, 43.13, BARBELL, "kg") == row(20.63, 2.5, 78.13)
    # Loads used twice stay to be had beside it, those of once do not.
    twice = history_grid([*odd, 41.17], 43.13, BARBELL, "kg")
    assert twice == tuple(sorted((*row(20.63, 2.5, 78.13), 41.17)))


# Stacks


@pytest.mark.parametrize(
    ("used", "grid"),
    [
        ([14, 21, 28], row(7, 7, 70)),  # plates of 7 kg; 44.8 + 28 = 72.8
        ([12, 19, 26], row(5, 7, 68)),  # the same behind a first plate of 5; 41.6 + 28 = 69.6
        ([12, 26, 33], row(5, 7, 75)),  # gaps of 14 and 7: what divides both; 52.8 + 28 = 80.8
        ([10, 12.5, 15], row(2.5, 2.5, 32.5)),  # half of the usual 5 is the least spacing; 24 + 10 = 34
        ([10, 20, 30], row(10, 10, 80)),  # ten the most; 48 + 40 = 88
        ([11, 22, 33], row(3, 1, 56)),  # eleven is not believed: steps of 1; 52.8 + 4 = 56.8
    ],
)
def test_loads_that_lie_evenly_apart_tell_the_plates_of_a_stack(used: list[float], grid: tuple[float, ...]):
    assert history_grid([*used, *used], used[-1], "stack", "kg") == grid


def test_a_stack_is_told_by_loads_used_twice_and_reached_by_all_tops():
    # 28 once only: two loads tell no spacing. Of the steps, 1 reaches 14, 21 and 28; 44.8 + 4 = 48.8.
    assert history_grid([14, 14, 21, 21, 28], 28.0, "stack", "kg") == row(3, 1, 48)
    # A top of 30 last week is on no plate of 7.
    assert history_grid([14, 21, 28] * 2, 28.0, "stack", "kg", tops_kg=[30.0]) == row(3, 1, 48)
    # Plates are no stack.
    assert history_grid([14, 21, 28] * 2, 28.0, "plates", "kg") == row(3, 1, 48)


# Pounds


@pytest.mark.parametrize(
    ("meaning", "top", "grid"),
    [
        (BARBELL, 135, row(45, 5, 235)),  # 216 + 20 = 236
        ("plates", 90, row(10, 10, 180)),  # 144 + 40 = 184
        ("stack", 60, row(10, 10, 130)),  # 96 + 40 = 136
        ("dumbbell", 40, row(5, 5, 80)),  # 64 + 20 = 84
        ("kettlebell", 35, row(5, 5, 75)),  # 56 + 20 = 76
        (ADDED, 25, row(0, 5, 60)),  # 40 + 20
        (ASSISTANCE, 50, row(0, 10, 120)),  # 80 + 40
        ("something else", 20, row(4, 2, 40)),  # the fourth of the steps: 2; 32 + 8, from 10 / 4 on
    ],
)
def test_pounds_have_steps_of_their_own(meaning: str, top: float, grid: tuple[float, ...]):
    loads = history_grid([top * POUND], top * POUND, meaning, "lb")
    assert [round(load / POUND, 1) for load in loads] == list(grid)


def test_three_loads_in_pounds_tell_the_step():
    used = [load * POUND for load in (95, 105, 135)]
    loads = history_grid(used, used[-1], BARBELL, "lb")
    # Tens from 5 on: 45 to 216 + 40 = 256.
    assert [round(load / POUND, 1) for load in loads] == list(row(45, 10, 255))


@pytest.mark.parametrize(
    ("unit", "in_kg", "step"),
    [
        *(("kg", 1.0, step) for step in (10.0, 5.0, 4.0, 2.5, 2.0, 1.25, 1.0, 0.5, 0.25)),
        *(("lb", POUND, step) for step in (10.0, 5.0, 2.5, 2.0, 1.25, 1.0, 0.5, 0.25)),
    ],
)
def test_each_step_that_gyms_have_is_found_in_three_dumbbells(unit: str, in_kg: float, step: float):
    used = [(60.0 + step * number) * in_kg for number in (0, 1, 2)]
    loads = [load / in_kg for load in history_grid(used, used[-1], "dumbbell", unit)]
    # Kilograms are stored to the hundredth: four of them are less than the smallest difference of two steps.
    assert all(abs(after - before - step) < 0.04 for before, after in itertools.pairwise(loads))


@pytest.mark.parametrize(
    ("meaning", "unit", "in_kg", "step"),
    [
        ("plates", "kg", 1.0, 10.0),
        ("stack", "kg", 1.0, 10.0),
        (BARBELL, "lb", POUND, 10.0),
        ("plates", "lb", POUND, 10.0),
        ("stack", "lb", POUND, 10.0),
    ],
)
def test_larger_jumps_than_the_plates_in_every_gym_are_believed_up_to_the_largest_step(
    meaning, unit, in_kg, step
):
    used = [load * in_kg for load in (60.0, 70.0, 80.0)]
    loads = [load / in_kg for load in history_grid([*used, *used], used[-1], meaning, unit)]
    assert {round(after - before, 1) for before, after in itertools.pairwise(loads)} == {step}


def test_a_few_odd_loads_do_not_make_half_kilos_of_a_barbell() -> None:
    # 82, 77 and 72 beside 80, 82.5 and 85 fit steps of half a kilo only; they stay, the rest goes by 2.5.
    used = [80.0] * 35 + [70.0] * 44 + [75.0] * 24 + [85.0] * 23 + [82.0] * 16 + [77.0] * 8 + [82.5] * 3
    offered = history_grid(used, 85.0, "barbell", "kg", tops_kg=[85.0, 82.5])
    assert [load for load in offered if 75 <= load <= 90] == [75, 77, 77.5, 80, 82, 82.5, 85, 87.5, 90]
