"""Measurements: what is believed, in which unit, and what the trend of the last weeks says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.knowledge import messages
from iron.records.documents import check_body
from iron.training.history.body_trend import by_day, pace, pace_message, smoothed
from iron.values.errors import BadDocumentError


def measurement(**changes: object) -> dict[str, object]:
    return {"v": 1, "at": "2026-11-22T07:00:00", "what": "body_mass", "value": 81.2, "unit": "kg", **changes}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": 0}, "Body mass of 0 kg is not believable"),
        ({"value": 900}, "Body mass of 900 kg is not believable"),
        ({"unit": "cm"}, "Body mass in “cm” cannot be read. Use kg or lb"),
        ({"what": "waist", "value": 3, "unit": "cm"}, "Waist of 3 cm is not believable"),
        ({"what": "body_fat", "value": 18, "unit": "kg"}, "Use %"),
        ({"what": "body_fat", "value": 99, "unit": "%"}, "not believable"),
        ({"at": "2026-13-22T07:00:00"}, "not a date and time"),
        ({"what": "upper_arm", "value": 38, "unit": "cm", "side": "middle"}, "side"),
    ],
)
def test_what_nobody_measures_is_one_sentence(changes, sentence):
    with pytest.raises(BadDocumentError, match=sentence):
        check_body("measurement", measurement(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"value": 180, "unit": "lb"},
        {"what": "upper_arm", "value": 15, "unit": "in", "side": "left"},
        {"what": "body_fat", "value": 14.5, "unit": "%"},
        {"what": "grip_strength", "value": 0, "unit": "N"},
    ],
)
def test_what_is_measured_in_its_unit_passes_and_so_does_what_iron_does_not_know(changes):
    check_body("measurement", measurement(**changes))


def test_after_a_tenth_of_each_days_difference_the_line_is_where_walker_has_it():
    assert smoothed([(0, 80.0), (1, 81.0), (2, 81.0)]) == [
        (0, 80.0),
        (1, pytest.approx(80.1)),
        (2, pytest.approx(80.19)),
    ]


def test_a_gap_of_two_days_weighs_like_two_days():
    assert smoothed([(0, 80.0), (2, 81.0)])[-1][1] == pytest.approx(0.81 * 80 + 0.19 * 81)


def test_after_five_weeks_without_a_value_the_line_begins_anew():
    assert smoothed([(0, 80.0), (36, 90.0)])[-1] == (36, 90.0)


def test_a_straight_line_has_its_own_pace_and_no_doubt():
    result = pace([(n, 80 - 0.1 * n) for n in range(0, 28, 3)], 27)
    assert result is not None
    assert (result.per_week, result.low, result.high) == pytest.approx((-0.7, -0.7, -0.7))
    assert (
        messages.render(**pace_message(result, "kg"))
        == "Down about 0.7 kg a week over four weeks, likely 0.7 to 0.7."
    )


def test_four_days_are_too_few_to_speak_of_a_trend():
    assert pace([(n, 80.0) for n in range(0, 16, 4)], 16) is None
    assert "Too few days" in messages.render(**pace_message(None, "kg"))


def test_noise_around_a_level_is_no_change():
    result = pace([(n, 80 + (0.5 if n % 2 else -0.5)) for n in range(28)], 27)
    assert messages.render(**pace_message(result, "kg")).startswith("No clear change in four weeks")


Days = st.lists(st.tuples(st.integers(0, 400), st.floats(30, 200)), min_size=1, max_size=40)


@given(Days)
def test_the_line_stays_between_the_lowest_and_the_highest_day(values):
    days = by_day(values)
    low, high = min(value for _, value in days), max(value for _, value in days)
    assert all(low - 1e-9 <= level <= high + 1e-9 for _, level in smoothed(days))


@given(Days, st.floats(0.1, 10))
def test_in_another_unit_the_pace_is_the_same_change(values, factor):
    days = by_day(values)
    first, other = pace(days, 400), pace([(day, value * factor) for day, value in days], 400)
    assert (first is None) == (other is None)
    if first and other:
        assert other.per_week == pytest.approx(first.per_week * factor, rel=1e-6, abs=1e-6)
