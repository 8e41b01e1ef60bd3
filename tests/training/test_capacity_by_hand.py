"""Capacity by hand: which sets speak, what the number stands on, and how moved mass becomes the load that is counted."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from curl_sets import CURL, LINE, MONDAY, performed

from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.strength.belief import absorb, at_day
from iron.training.strength.capacity import (
    belief,
    capacity,
    counted_kg,
    effort_of,
    efforts_of,
    fit,
    from_state,
    trend,
    workouts_of,
)
from iron.training.strength.state import Effort, Strength


def test_a_set_is_told_to_the_filter_as_it_was_done():
    effort = effort_of(performed(rir=2, rest_s=120, failure=True, depth_class="cut"), LINE, 3)
    assert effort == Effort(LINE, 40.0, 10.0, 2, 3, 120, cut=True, failed=True)
    assert effort_of(performed(), LINE, 0) == Effort(LINE, 40.0, 10.0)


@pytest.mark.parametrize(
    "silent",
    [
        {"moved_kg": None},
        {"moved_kg": 0.0},
        {"moved_kg": -2.0},
        {"moved_kg": math.inf},
        {"kind": "warm-up"},
        {"kind": "drop"},
        {"kind": "rest-pause"},
        {"reps": None},
        {"reps": 0},
        {"reps": 0.5},
        {"reps": math.nan},
        {"flags": ("load_over_1000",)},
    ],
)
def test_a_set_that_cannot_speak_about_strength_is_left_out(silent: dict[str, Any]):
    assert effort_of(performed(**silent), LINE, 0) is None


def test_half_a_kilo_and_one_rep_speak():
    assert effort_of(performed(moved_kg=0.5, reps=1), LINE, 0) == Effort(LINE, 0.5, 1.0)


@pytest.mark.parametrize(("logged", "taken"), [(0, 0), (10, 10), (10.5, None), (-1, None), (-0.5, None)])
def test_a_reserve_below_nothing_or_above_ten_says_nothing(logged: float, taken: float | None):
    effort = effort_of(performed(rir=logged), LINE, 0)
    assert effort is not None
    assert effort.rir == taken


def test_places_in_a_workout_count_the_sets_that_speak():
    sets = [
        performed(3, 0),
        performed(0, 0, kind="warm-up"),
        performed(0, 1),
        performed(0, 2),
        performed(0, 3),
    ]
    assert [(day.day, workout, effort.position) for day, (workout, effort) in efforts_of(sets, CURL)] == [
        (2, "w0", 0),
        (2, "w0", 1),
        (2, "w0", 2),
        (5, "w3", 0),
    ]
    assert [(day.day, len(efforts)) for day, efforts in workouts_of(sets, CURL)] == [(2, 3), (5, 1)]


def test_a_set_is_cut_below_nine_tenths_of_the_reference_depth_of_its_line():
    shallow = [performed(0, place, depth_value=0.3, depth_how="measured") for place in range(3)]
    deep = performed(7, 0, depth_value=0.5, depth_how="measured")
    low = performed(7, 1, depth_value=0.26, depth_how="measured")
    # The reference is the median of the first three: 0.3, so that 0.26 is cut; 0.5 is deep enough.
    cuts = [effort.cut for _, (_, effort) in efforts_of([*shallow, deep, low], CURL)]
    assert cuts == [False, False, False, False, True]
    own = [effort.cut for _, (_, effort) in efforts_of([*shallow, deep, low], CURL, {LINE: 0.5})]
    assert own == [True, True, True, False, True]


# From moved mass to the load that is counted


@pytest.mark.parametrize(
    ("facts", "moved", "base", "body", "counted"),
    [
        (ExerciseFacts("curl"), 40, 0, 80, 40),
        (ExerciseFacts("curl", implements=2), 40, 0, None, 20),
        (ExerciseFacts("press", load_meaning="plates"), 147, 47, 80, 100),
        (ExerciseFacts("pull-up", load_meaning="added", body_share=0.95), 96, 0, 80, 20),
        (ExerciseFacts("dip", load_meaning="added"), 100, 0, 80, 20),
        (ExerciseFacts("dip", load_meaning="added"), 100, 0, None, 100),
        (ExerciseFacts("helped", load_meaning="assistance"), 60, 5, 80, 25),
        (ExerciseFacts("split-squat", body_share=0.5, implements=2), 80, 0, 80, 20),
    ],
)
def test_counted_load_is_what_moves_less_sled_and_body_over_the_implements(
    facts: ExerciseFacts, moved: float, base: float, body: float | None, counted: float
):
    assert counted_kg(moved, facts, base, body) == pytest.approx(counted)


def test_without_a_set_the_basis_says_what_is_missing():
    log = "Not known yet: log a working set with load and reps here."
    body = "Not known yet: this exercise moves your body. Enter your body weight once to see it."
    added, helped = (
        ExerciseFacts("dip", load_meaning="added"),
        ExerciseFacts("dip", load_meaning="assistance"),
    )
    squat = ExerciseFacts("split-squat", body_share=0.5)
    for facts, mass, sentence in (
        (CURL, None, log),
        (added, None, body),
        (added, 80.0, log),
        (helped, None, body),
        (squat, None, body),
        (squat, 80.0, log),
    ):
        answer = from_state(None, facts, LINE, MONDAY, base_kg=0, body_mass_kg=mass)
        assert (answer.kg, answer.low, answer.high, answer.one_rep_max) == (None, None, None, None)
        assert answer.basis == sentence


def basis(days: int, *sets: PerformedSet, line: str = LINE) -> str:
    return capacity(sets, CURL, line, MONDAY + timedelta(days=days)).basis


def test_the_basis_says_how_many_sets_measured_and_when():
    single, two = [performed(rir=1)], [performed(rir=1), performed(0, 1, rir=2)]
    assert basis(0, *single) == "From 1 set with reps in reserve, today."
    assert basis(1, *two) == "From 2 sets with reps in reserve, the last yesterday."
    assert basis(2, *two) == "From 2 sets with reps in reserve, the last 2 days ago."
    assert basis(28, *two) == "From 2 sets with reps in reserve, the last 28 days ago."
    late = "From 2 sets with reps in reserve. The last was 4 weeks ago, so the high end is a guess."
    assert basis(29, *two) == late
    assert basis(70, *two) == late.replace("4 weeks", "10 weeks")


def test_the_basis_says_where_nothing_was_measured_or_done():
    assert basis(0, performed()) == (
        "The low end is what you did. No set says how near failure it was, so the high end is a guess."
    )
    assert basis(0, performed(rir=1), line="curl|m1|both") == (
        "A guess from your other setups of this exercise: nothing was done here yet."
    )


# From the belief of the exercise to the belief of a line


def state() -> Strength:
    fitted = fit([performed(rir=1), performed(0, 1, rir=1), performed(7, rir=2), performed(7, 1)], CURL)
    assert fitted is not None
    return fitted


def test_a_line_is_level_and_offset_with_the_errors_of_both_and_of_the_model():
    fitted = state()
    line = belief(fitted, LINE)
    assert line.k == pytest.approx(fitted.k)
    assert line.weight == pytest.approx(np.exp(fitted.log_weight))
    assert line.mean == pytest.approx(fitted.mean[:, 0] + fitted.mean[:, 5])
    both = fitted.cov[:, 0, 0] + fitted.cov[:, 5, 5] + 2 * fitted.cov[:, 0, 5]
    assert (fitted.cov[:, 0, 5] < 0).all()  # what the level is, the offset is not
    assert line.sd == pytest.approx(np.sqrt(both + 0.019**2))
    assert fitted.bounds[0] is not None
    assert line.low == pytest.approx(fitted.bounds[0].log_kg)
    assert (line.soft, line.cut) == (0.025, 0.288)
    weights = np.exp(fitted.log_weight)
    assert line.fatigue == pytest.approx(weights @ fitted.mean[:, 4])
    assert line.bias == pytest.approx(weights @ fitted.mean[:, 3])
    assert line.bias_sd == pytest.approx(math.sqrt(weights @ fitted.cov[:, 3, 3]))


def test_a_bound_has_sunk_by_the_day_and_a_line_without_one_has_none():
    later = at_day(state(), MONDAY + timedelta(days=14))
    assert later.bounds[0] is not None
    assert belief(later, LINE).low == pytest.approx(later.bounds[0].log_kg - 0.015)
    new = belief(state(), "curl|m1|both")
    assert (new.low, new.soft) == (None, 0.0)
    assert new.mean == pytest.approx(state().mean[:, 0])


def test_the_answer_is_the_middle_and_the_outer_tenths_of_the_line_on_the_day():
    later = at_day(state(), MONDAY + timedelta(days=14))
    low, middle, high = belief(later, LINE).quantile((0.1, 0.5, 0.9))
    answer = capacity(
        [performed(rir=1), performed(0, 1, rir=1), performed(7, rir=2), performed(7, 1)],
        CURL,
        LINE,
        MONDAY + timedelta(days=14),
    )
    assert (answer.low, answer.kg, answer.high) == pytest.approx((low, middle, high))
    assert low < middle < high
    assert answer.one_rep_max is None


def test_help_is_told_from_the_least_to_the_most_and_so_is_a_one_rep_maximum():
    helped = ExerciseFacts("helped", load_meaning="assistance")
    line = "helped|-|both"
    sets = [performed(exercise="helped", load_kg=20.0, moved_kg=60.0, reps=4, rir=0)]
    answer = capacity(sets, helped, line, MONDAY, body_mass_kg=80)
    fitted = fit(sets, helped)
    assert fitted is not None
    moved = belief(fitted, line).quantile((0.1, 0.5, 0.9))
    assert (answer.high, answer.kg, answer.low) == pytest.approx(tuple(80 - kg for kg in moved))
    ends = belief(fitted, line).one_rep_max((0.1, 0.9))
    assert answer.one_rep_max == pytest.approx((80 - ends[1], 80 - ends[0]))


def test_the_sled_of_the_newest_set_on_the_line_is_taken_off():
    press = ExerciseFacts("curl", base_kg=50.0)
    sets = [
        performed(0, rir=1, base_kg=20.0, moved_kg=100.0),
        performed(7, rir=1, base_kg=30.0, moved_kg=100.0),
        performed(14, rir=1, base_kg=45.0, moved_kg=100.0, machine="m1"),
    ]

    def taken_off(line: str) -> float:
        fitted = fit(sets, press)
        assert fitted is not None
        answer = capacity(sets, press, line, MONDAY + timedelta(days=14))
        assert answer.kg is not None
        return belief(fitted, line).quantile((0.5,))[0] - answer.kg

    assert taken_off("curl|-|both") == pytest.approx(30)
    assert taken_off("curl|m1|both") == pytest.approx(45)
    assert taken_off("curl|m2|both") == pytest.approx(50)


def test_a_trend_has_a_point_for_each_workout_on_the_line_and_at_most_the_newest():
    sets = [
        performed(0, rir=1),
        performed(3, rir=1, machine="m1"),
        performed(7, rir=1),
        performed(14, rir=1, load_kg=42.0, moved_kg=42.0),
    ]
    points = trend(sets, CURL, LINE)
    assert [point.day for point in points] == [
        MONDAY,
        MONDAY + timedelta(days=7),
        MONDAY + timedelta(days=14),
    ]
    assert [point.day for point in trend(sets, CURL, LINE, last=2)] == [point.day for point in points[1:]]
    assert trend(sets, CURL, LINE, last=1) == points[2:]
    last = points[-1]
    answer = capacity(sets, CURL, LINE, last.day)
    assert (last.low, last.kg, last.high) == pytest.approx((answer.low, answer.kg, answer.high))
    first = absorb(None, MONDAY, [Effort(LINE, 40.0, 10.0, 1.0)], 35)
    assert first is not None
    assert (points[0].low, points[0].kg, points[0].high) == pytest.approx(
        belief(first, LINE).quantile((0.1, 0.5, 0.9))
    )


def test_a_trend_is_told_as_the_lifter_counts():
    pair = ExerciseFacts("curl", implements=2, base_kg=9.0)
    sets = [performed(0, rir=1, base_kg=4.0, moved_kg=44.0)]
    plain = trend(sets, ExerciseFacts("curl"), LINE)[0]
    point = trend(sets, pair, LINE)[0]
    # Both take the newest set's base of 4 kg off; the pair halves the rest.
    assert (point.low, point.kg, point.high) == pytest.approx((plain.low / 2, plain.kg / 2, plain.high / 2))
    unknown_line = trend([performed(0, rir=1, base_kg=4.0, moved_kg=44.0)], pair, "curl|m1|both")
    assert unknown_line == ()
