"""Limits of a lifter: sets that fall short are measured, sets at the usual stop only say "at least"."""

from __future__ import annotations

import numpy as np
import pytest

from iron.training.forecast.analogs import MOST_REPS
from iron.training.forecast.intention import Session
from iron.training.forecast.limits import NAMES, Limits

K = 35.0
ABLE, STOPS = range(2)


def taught(*sessions: tuple[list[float], list[int]]) -> Limits:
    limits = Limits(K)
    for day, (loads, reps) in enumerate(sessions):
        limits.add(Session(7 * day, tuple(loads), tuple(reps)))
    return limits


def median(mass: np.ndarray) -> int:
    return int(np.searchsorted(np.cumsum(mass), 0.5))


def test_both_forecasts_are_distributions_over_reps():
    for limits in (taught(), taught(([100.0] * 3, [8, 8, 7]))):
        shares = limits.forecast([100.0, 100.0], [9], 1)
        assert shares.shape == (len(NAMES), MOST_REPS + 1)
        assert shares.sum(axis=1) == pytest.approx([1.0, 1.0])
        assert (shares > 0).all()


def test_nobody_is_expected_to_go_on_beyond_the_reps_at_which_he_always_stops():
    shares = taught(*[([100.0] * 3, [8, 8, 8])] * 6).forecast([100.0], [], 0)
    assert shares[STOPS, 9:].sum() < 0.01
    assert median(shares[STOPS]) == 8
    assert shares[ABLE, 9:].sum() > 0.3


def test_straight_sets_never_say_that_he_could_do_no_more():
    few = taught(*[([100.0] * 3, [8, 8, 8])] * 3).forecast([100.0], [], 0)
    many = taught(*[([100.0] * 3, [8, 8, 8])] * 30).forecast([100.0], [], 0)
    assert median(many[ABLE]) >= median(few[ABLE]) >= 8


def test_sets_that_fall_short_say_how_much_there_is():
    # Twelve once, then nine for weeks: nine it is, though twelve were done.
    limits = taught(([100.0], [12]), *[([100.0], [9])] * 9)
    assert median(limits.forecast([100.0], [], 0)[ABLE]) in (9, 10)


def test_a_bad_first_set_lowers_the_next_and_counts_less_than_a_whole_rep_for_a_rep():
    limits = taught(([100.0] * 2, [12, 11]), *[([100.0] * 2, [10, 9])] * 8)
    usual = limits.forecast([100.0, 100.0], [10], 1)[ABLE]
    worse = limits.forecast([100.0, 100.0], [7], 1)[ABLE]
    reps = np.arange(MOST_REPS + 1)
    fall = float(usual @ reps - worse @ reps)
    assert 0.5 < fall < 2.5


def test_a_heavier_load_has_fewer_reps():
    limits = taught(*[([100.0], [10]), ([100.0], [9])] * 4)
    medians = [median(limits.forecast([load], [], 0)[ABLE]) for load in (80.0, 90.0, 100.0, 110.0, 120.0)]
    assert medians == sorted(medians, reverse=True)
    assert medians[0] > medians[-1]


def test_pounds_and_kilograms_give_the_same():
    kilos = taught(*[([100.0, 105.0], [10, 8])] * 4).forecast([100.0, 102.5], [9], 1)
    pounds = taught(*[([220.0, 231.0], [10, 8])] * 4).forecast([220.0, 225.5], [9], 1)
    assert pounds == pytest.approx(kilos, abs=1e-9)
