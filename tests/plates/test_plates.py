"""Plates: what a machine can make, and what goes on each side."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phone_rules.plates import per_side

from iron.values.errors import BadInputError
from iron.values.plates import Rack, loadable, nearest, rack

SIZES = [25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25, 0.5]


SIDES: st.SearchStrategy[Literal[1, 2]] = st.sampled_from([1, 2])


@st.composite
def racks(draw: st.DrawFn) -> Rack:
    sizes = draw(st.lists(st.sampled_from(SIZES), min_size=1, max_size=6, unique=True))
    sides = draw(SIDES)
    base = draw(st.sampled_from([0.0, 20.0]))
    if draw(st.booleans()):
        return rack({f"{size:g}": draw(st.integers(0, 4)) for size in sizes}, sides=sides, base=base)
    return rack(sizes, sides=sides, base=base)


def test_185_on_a_sled_is_three_25_a_15_and_a_2_5_on_each_side():
    assert per_side(rack(), 185) == (25, 25, 25, 15, 2.5)


def test_a_single_pin_takes_every_plate_on_one_side():
    assert per_side(rack([20, 10, 5], sides=1), 35) == (20, 10, 5)


def test_a_bar_that_is_counted_stands_there_without_plates():
    assert per_side(rack(base=20), 20) == ()
    assert per_side(rack(base=20), 100) == (25, 15)


def test_a_load_that_needs_the_lighter_plates_is_found_where_heaviest_first_alone_would_fail():
    assert per_side(rack([25, 20]), 80) == (20, 20)


def test_a_load_off_the_grid_cannot_be_made_and_its_neighbours_are_named():
    assert per_side(rack(), 187) is None
    assert nearest(rack(), 187) == (185, 187.5)


def test_the_usual_pound_plates_go_from_45_to_2_and_a_half():
    bar = rack(unit="lb", base=45)
    assert per_side(bar, 315) == (45, 45, 45)
    assert per_side(bar, 45 + 2 * (35 + 25 + 10 + 5 + 2.5)) == (45, 25, 5, 2.5)
    assert per_side(bar, 45 + 2 * 35) == (35,)
    assert loadable(bar, 45, 60) == (45, 50, 55, 60)


def test_two_pairs_of_25_end_at_100():
    assert nearest(rack({"25": 2}), 130) == (100, None)


def test_a_stack_has_its_marks_and_nothing_between():
    stack = rack(stack=[5, 10, 15])
    assert loadable(stack, 6, 20) == (10, 15)
    assert nearest(stack, 12) == (10, 15)
    assert per_side(stack, 12) is None


def test_below_an_empty_bar_there_is_nothing():
    assert nearest(rack(base=20), 10) == (None, 20)


def test_a_plate_of_no_weight_is_refused_in_a_sentence():
    with pytest.raises(BadInputError, match="cannot be loaded"):
        rack([20, 0])


@given(racks(), st.integers(0, 240))
def test_every_loadable_load_has_plates_that_add_up_to_it(on, high):
    for load in loadable(on, 0, high):
        side = per_side(on, load)
        assert side is not None
        assert on.base + on.sides * sum(side) == load
        assert list(side) == sorted(side, reverse=True)


@given(racks(), st.integers(0, 960))
def test_plates_exist_exactly_for_the_loads_that_are_listed(on, quarters):
    load = quarters / 4
    assert (per_side(on, load) is not None) == (load in loadable(on, 0, load))


@given(racks(), st.integers(0, 960))
def test_the_neighbours_enclose_the_load_and_nothing_lies_between(on, quarters):
    load = quarters / 4
    below, above = nearest(on, load)
    if below is not None and above is not None:
        assert below <= load <= above
        assert set(loadable(on, below, above)) == {below, above}
