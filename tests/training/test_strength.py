"""The properties of docs/evidence.md#checks-of-strength."""

import json
import math
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spec_cases.strength import strength_cases

from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength.capacity import belief, capacity, fit
from iron.training.strength.curve import normal_cdf
from iron.training.strength.line_belief import after_set, for_today

PRESS = ExerciseFacts("press", ("feet",), 45.0, "leg_press", "plates", base_kg=55.0)
LINE = "press|-|both|feet=unknown"
GRID = tuple(float(load) for load in range(0, 401, 5))
START = date(2026, 1, 5)


def day(number: int) -> date:
    return START + timedelta(days=number)


def workout(
    number: int, load: float, reps: float = 10, rir: float | None = None, count: int = 3, **more: object
) -> list[PerformedSet]:
    return [
        PerformedSet(
            f"w{number:05}",
            f"{day(number)}T18:00:00",
            0,
            place,
            f"{number}.{place}",
            "press",
            base_kg=55.0,
            load_kg=load,
            moved_kg=load + 55,
            reps=reps,
            rir=rir,
            **more,  # type: ignore[arg-type]
        )
        for place in range(count)
    ]


def at(sets: list[PerformedSet], number: int, line: str = LINE):
    return capacity(sets, PRESS, line, day(number))


def test_nothing_logged_is_told_as_not_known():
    result = at([], 0)
    assert result.kg is None
    assert result.reason["code"] == "basis-no-set"


def test_one_set_without_rir_gives_a_wide_interval_above_what_was_done():
    result = at(workout(0, 200, count=1), 0)
    assert result.high / result.low > 1.25
    assert result.low > 0.9 * 200


@settings(max_examples=25)
@given(st.integers(60, 400), st.integers(3, 20), st.integers(2, 12), st.integers(2, 7))
def test_straight_sets_without_rir_never_narrow_the_upper_bound(
    load: int, reps: int, sessions: int, apart: int
):
    last = apart * (sessions - 1)
    often = at([set_ for n in range(sessions) for set_ in workout(n * apart, load, reps)], last)
    once = at(workout(last, load, reps), last)
    assert often.high >= once.high * 0.999
    assert often.high / often.kg >= 1.08


def test_sets_with_rir_narrow_the_interval():
    result = at([set_ for number in range(0, 40, 4) for set_ in workout(number, 200, rir=2)], 36)
    assert result.high / result.low < 1.15


def test_a_one_rep_maximum_is_not_told_without_low_rep_sets():
    assert at(workout(0, 200, 10, 1), 0).one_rep_max is None
    low, high = at(workout(0, 200, 10, 1) + workout(4, 240, 4, 0), 4).one_rep_max
    assert 240 < low < high


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(6, 15), st.sampled_from([None, 0.0, 1.0, 2.0, 3.0])), max_size=5),
    st.sampled_from([180.0, 200.0, 220.0]),
    st.sampled_from([None, 0.0, 1.0, 2.0, 4.0, 6.0]),
    st.integers(1, 29),
    st.booleans(),
)
def test_more_reps_at_a_load_never_lower_capacity(earlier, load: float, rir, reps: int, failed: bool):
    before = [
        set_ for number, (reps, left) in enumerate(earlier) for set_ in workout(4 * number, 200, reps, left)
    ]
    failed = failed and rir == 0.0
    results = [
        fit(before + workout(24, load, reps_done, rir, count=1, failure=failed), PRESS)
        for reps_done in (reps, reps + 1)
    ]
    # A set too far from all that is known waits for a second workout that agrees (typos move nothing).
    assume(all(state.waiting is None for state in results))
    fewer, more = (belief(state, LINE).quantile((0.5,))[0] for state in results)
    assert more >= fewer * (1 - 1e-9)


@given(st.floats(60, 400), st.floats(1, 60), st.integers(1, 30))
@settings(max_examples=50)
def test_more_load_never_promises_more_reps(load: float, extra: float, reps: int):
    result = belief(fit(workout(0, 200, rir=1), PRESS), LINE)
    heavy, light = result.chances(load + extra, (reps,))[0], result.chances(load, (reps,))[0]
    assert heavy <= light + 1e-9


def test_a_cut_depth_episode_never_raises_capacity_whatever_was_loaded():
    before = [set_ for number in range(0, 20, 4) for set_ in workout(number, 200, 10, 2)]
    cut = [
        set_
        for number in (24, 28)
        for set_ in workout(number, 300, 10, 2, depth_class="cut", depth_said=True)
    ]
    assert at(before + cut, 28).kg <= at(before, 28).kg + 1e-6


def test_thirty_days_away_lower_and_widen():
    sets = [set_ for number in range(0, 20, 4) for set_ in workout(number, 200, 10, 2)]
    then, later = at(sets, 16), at(sets, 46)
    assert later.kg < then.kg
    assert later.high - later.low > then.high - then.low


@pytest.mark.parametrize("rir", [None, 2.0])
def test_a_mistyped_load_moves_the_level_by_less_than_one_percent(rir: float | None):
    before = [set_ for number in range(0, 40, 4) for set_ in workout(number, 200, 10, 2)]
    assert at(before + workout(40, 2000, 10, rir, count=1), 40).kg == pytest.approx(
        at(before, 40).kg, rel=0.01
    )


def test_a_second_workout_that_agrees_lets_a_real_jump_through():
    before = [set_ for number in range(0, 20, 4) for set_ in workout(number, 100, 10, 2)]
    jump = [set_ for number in (20, 24, 28) for set_ in workout(number, 200, 10, 2)]
    assert at(before + jump, 28).kg > 1.2 * at(before, 28).kg


def test_bad_numbers_never_crash_and_never_make_a_number_of_nothing():
    for load, reps, rir in (
        (0, 10, 2),
        (-55, 10, 2),
        (200, 400, 2),
        (200, 10, 12),
        (math.nan, 10, 2),
        (math.inf, 10, None),
    ):
        result = at(workout(0, load, reps, rir, count=1), 0)
        assert result.kg is None or (math.isfinite(result.kg) and result.high > result.low)


def test_dates_out_of_order_are_put_in_order():
    sets = [set_ for number in range(0, 40, 4) for set_ in workout(number, 200 + number, 10, 2)]
    assert at(sets[::-1], 36) == at(sets, 36)


def test_a_new_foot_position_starts_from_the_exercise_with_a_wider_interval():
    sets = [set_ for number in range(0, 40, 4) for set_ in workout(number, 200, 10, 2)]
    other = at(sets, 36, "press|-|both|feet=high")
    assert other.kg == pytest.approx(at(sets, 36).kg, rel=0.05)
    assert other.high - other.low > 2 * (at(sets, 36).high - at(sets, 36).low)
    assert other.reason["code"] == "basis-other-lines"


def test_the_normal_distribution_is_the_tables():
    import numpy as np

    assert normal_cdf(np.array([0.0, 1.0, -1.96])) == pytest.approx([0.5, 0.8413447, 0.0249979], abs=1e-6)


# In session


def test_a_set_without_rir_never_narrows_today():
    today = for_today(belief(fit(workout(0, 200, 10, 2), PRESS), LINE))
    assert after_set(today, 255, 12, None, 0).sd == today.sd


def test_strength_cases_for_the_phone_are_the_same_twice():
    first = strength_cases()
    assert first == strength_cases()
    assert json.loads(json.dumps(first)) == first
