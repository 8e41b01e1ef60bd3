"""Rules of strength worked out by hand: effort, fatigue, bounds, curves, stalls; the studies are in docs/evidence.md."""

from __future__ import annotations

import math
from datetime import date, timedelta

import numpy as np
import pytest

from iron.training.history.sets import ExerciseFacts
from iron.training.strength.capacity import counted_kg
from iron.training.strength.curve import normal_cdf, one_rep_max, reps_lost
from iron.training.strength.stalls import Exposure, stall
from iron.training.strength.state import (
    LEVEL_WALK,
    Bound,
    bias_share,
    bound_now,
    fatigue_share,
    least_left,
    lost,
    noise_reps,
)


def test_a_failed_rep_carries_no_bias_nothing_left_half_of_it_and_more_with_every_rep_left():
    assert bias_share(0, failed=True) == 0
    shares = [bias_share(rir, failed=False) for rir in (0, 0.5, 1, 2, 5)]
    assert shares == pytest.approx([0.5, 0.75, 1.0, 1.2, 1.8])


def test_only_more_than_four_in_reserve_says_that_four_were_left():
    assert [least_left(rir) for rir in (None, 0, 3.5, 4, 4.5, 10)] == [0, 0, 0, 0, 4, 4]


@pytest.mark.parametrize(
    ("reps", "rir", "noise"),
    [(4, 0, 0.7), (8, 0, 0.9), (12, 0, 1.1), (20, 0, 1.1), (10, 1, 1.05), (10, 3, 1.55), (15, 2, 2.2)],
)
def test_the_noise_of_a_set_grows_with_reps_and_with_reserve(reps: float, rir: float, noise: float):
    assert noise_reps(reps, rir) == pytest.approx(noise)


def test_fatigue_grows_with_the_sets_before_and_shrinks_with_rest():
    assert fatigue_share(0, 60) == 0
    assert fatigue_share(1, 180) == pytest.approx(0.53)
    assert fatigue_share(2, None) == pytest.approx(1 - 0.47**2)
    assert fatigue_share(1, 45) == fatigue_share(1, 10) == pytest.approx(2 * 0.53)
    assert fatigue_share(1, 720) == fatigue_share(1, 3600) == pytest.approx(0.53 / 2)


def test_a_lower_bound_sinks_with_time_by_the_walk_and_by_what_a_break_takes():
    bound = Bound(log_kg=np.array([4.0]), day=100)
    assert bound_now(bound, 100) == bound_now(bound, 90) == 4.0
    assert bound_now(bound, 107) == pytest.approx(4.0 - LEVEL_WALK)
    assert bound_now(bound, 100 + 28) == pytest.approx(4.0 - 2 * LEVEL_WALK - lost(4))
    assert lost(2) == 0
    assert lost(4) == pytest.approx(0.085 * math.log(1.25))


def test_the_normal_distribution_is_that_of_the_tables():
    points = np.array([-40.0, -1.959964, -0.5, 0.0, 0.5, 1.0, 1.281552])
    assert normal_cdf(points) == pytest.approx([0, 0.025, 0.308538, 0.5, 0.691462, 0.841345, 0.9], abs=1e-6)


def test_a_one_rep_maximum_and_the_reps_that_a_step_costs_follow_the_curve():
    assert one_rep_max(100, 35) == pytest.approx(100 * 44 / 35)
    assert reps_lost(100, 2.5, 10, 35) == pytest.approx(44 * 0.025)
    assert reps_lost(0, 2.5, 10, 35) == math.inf


def test_the_help_of_a_machine_is_body_mass_less_what_is_moved():
    helped = ExerciseFacts("assisted-pull-up", load_meaning="assistance", body_share=1.0)
    assert counted_kg(60, helped, 0, 80) == pytest.approx(20)
    assert counted_kg(70, helped, 0, 80) == pytest.approx(10)
    sled = ExerciseFacts("leg-press-45", load_meaning="plates", base_kg=47)
    assert counted_kg(147, sled, 47, None) == pytest.approx(100)


def flat(rirs: list[float | None]) -> list[Exposure]:
    """A best, then the same level every five days, with the reserve of each session."""
    start = date(2026, 3, 1)
    efforts = [0.0, 0.0, *([0.0] * 7), *rirs]
    levels = [5.0, 5.05, *([5.0] * (7 + len(rirs)))]
    return [
        Exposure(start + timedelta(days=5 * n), level, rir, (10, 10, 10))
        for n, (level, rir) in enumerate(zip(levels, efforts, strict=True))
    ]


@pytest.mark.parametrize(
    ("rirs", "cause"),
    [
        ([0, 1, 0, 1, 0], "adaptation"),
        ([0, 1, 0, None, None], "adaptation"),
        ([0, 1, None, None, None], "plan"),
        ([4, 4, 0, 1, 4], "plan"),
    ],
)
def test_three_honest_sessions_of_five_make_a_stall_adaptation_and_two_do_not(
    rirs: list[float | None], cause: str
):
    seen = flat(rirs)
    flagged = stall("p", seen, ExerciseFacts("p"), tired=False, on=seen[-1].day)
    assert flagged is not None
    assert flagged.cause == cause
