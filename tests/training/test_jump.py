"""How far the load for ten moved where a line began, and how sure that is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phone_rules.jump import jump

LOADS = st.lists(st.floats(20, 400), min_size=2, max_size=8)


def test_the_jump_is_the_first_sessions_against_the_last_with_an_80_percent_interval():
    result = jump([150, 152, 154], [165, 167, 169])
    assert result is not None
    assert result.share == pytest.approx(167 / 152 - 1)
    # Sessions 2 kg apart spread less than days do, so the 2.5 % of a day count: 1.533 x 0.025 x sqrt(2/3).
    assert result.high - result.share == pytest.approx(1.5332 * 0.025 * math.sqrt(2 / 3), rel=1e-4)
    assert result.share - result.low == pytest.approx(result.high - result.share)
    assert result.sessions == 3


def test_wild_sessions_widen_the_interval_by_their_own_spread():
    result = jump([100, 120], [110, 130])
    assert result is not None
    # Both pairs have variance 200; as a share of 110: sqrt(200)/110; two sessions a side: t 1.886, sqrt(2/2).
    assert result.high - result.share == pytest.approx(1.8856 * math.sqrt(200) / 110, rel=1e-4)


def test_one_session_on_a_side_says_nothing():
    assert jump([150], [160, 165, 170]) is None
    assert jump([150, 155], [160]) is None


def test_nothing_lifted_before_is_no_yardstick():
    assert jump([0, 0], [20, 20]) is None


@given(LOADS, LOADS, st.floats(0.1, 10))
def test_pounds_and_kilograms_jump_alike(before, after, factor):
    first, other = jump(before, after), jump([factor * x for x in before], [factor * x for x in after])
    assert first is not None
    assert other is not None
    assert (other.share, other.low, other.high) == pytest.approx(
        (first.share, first.low, first.high), abs=1e-9
    )


@given(LOADS, LOADS)
def test_the_interval_holds_the_jump_and_is_never_narrower_than_days_differ(before, after):
    result = jump(before, after)
    assert result is not None
    assert result.low < result.share < result.high
    assert result.high - result.low >= 2 * 1.533 * 0.025 * math.sqrt(2 / 3)
