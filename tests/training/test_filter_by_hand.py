"""One workout through one filter, worked out with the textbook's matrices (docs/evidence.md#strength-state).

The state is level, trend, day's form, RIR bias, set fatigue, offset of the line. A set shows H·x with variance R; the
Kalman gain is P·Hᵀ / (H·P·Hᵀ + R), and the covariance follows Joseph's form (I − G·H)·P·(I − G·H)ᵀ + G·R·Gᵀ.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from iron.training.strength.filter_step import Workout
from iron.training.strength.state import Bound, Effort, Strength

LINE = "curl|-|both"
DAY = 1000
LOG_100 = math.log(100)
# At K = 35 ten reps to failure show the 10RM itself: (K + 9) / (K + 10 − 1) = 1.
MEAN = [LOG_100, 0.002, 0.01, 0.95, 0.068, 0.02]
# Level and form, level and bias, form and fatigue go together a little, as after some workouts.
COV = np.diag([0.01, 0.000016, 0.000625, 0.49, 0.0009, 0.0036])
for here, there, both in ((0, 2, 0.0004), (0, 3, 0.01), (2, 4, -0.0001), (0, 5, -0.001), (1, 0, 0.00002)):
    COV[here, there] = COV[there, here] = both


def start(k: tuple[float, ...] = (35.0,), **changes: object) -> Strength:
    """A belief of as many filters as there are curve constants, all equally likely."""
    size = len(k)
    belief = Strength(
        k=np.array(k),
        log_weight=np.log(np.full(size, 1 / size)),
        mean=np.tile(np.array(MEAN), (size, 1)),
        cov=np.tile(COV, (size, 1, 1)),
        lines=(LINE,),
        bounds=(None,),
        day=DAY,
    )
    return replace(belief, **changes)  # type: ignore[arg-type]


def after(belief: Strength, *efforts: Effort) -> Strength:
    workout = Workout(belief)
    for effort in efforts:
        workout.take(effort)
    return workout.belief({LINE: belief.day})


def effort(moved_kg: float, reps: float, rir: float | None = None, **more: object) -> Effort:
    return Effort(LINE, moved_kg, reps, rir, **more)  # type: ignore[arg-type]


def textbook(
    shown: list[float], variance: float, surprise: float, learns: float
) -> tuple[np.ndarray, np.ndarray]:
    """Mean and covariance after one observation; bias and fatigue take only a share of their gain."""
    row = np.array(shown)
    gain = COV @ row / (row @ COV @ row + variance)
    gain[[3, 4]] *= learns
    rest = np.eye(6) - np.outer(gain, row)
    return np.array(MEAN) + gain * surprise, rest @ COV @ rest.T + variance * np.outer(gain, gain)


# What the belief expects of a fresh set: level + form + offset.
EXPECTED = LOG_100 + 0.01 + 0.02


@pytest.mark.parametrize(
    ("logged", "row", "noise", "to_failure", "learns"),
    [
        # Nothing left carries half of the bias: 35 + 10 − 1 + 0.5 × 0.95. Likely at 104 kg: 44 × e^4.6352 / 104 − 34
        # = 9.597 reps, so the noise is 0.7 + 0.4 × 5.597 / 8.
        (effort(104, 10, 0.0), [1, 0, 1, -0.5 / 44.475, 0, 1], 0.97985, 44.475, 0),
        # Two left carry 1.2 of it: 35 + 8 + 2 − 1 + 1.2 × 0.95; noise 0.8 + 0.25 × 2.
        (effort(104, 8, 2.0), [1, 0, 1, -1.2 / 45.14, 0, 1], 1.3, 45.14, 0),
        # Four left are the most that is trusted: 1.6 of it; likely at 70 kg: 44 × 103.0455 / 70 − 34 − 4 = 26.771 reps,
        # noise 0.8 + 1 + 0.3 × 14.771.
        (effort(70, 30, 4.0), [1, 0, 1, -1.6 / 69.52, 0, 1], 6.2313, 69.52, 0),
        # A failed rep is exact, and only it teaches bias (which it does not carry) and fatigue, a tenth of their gain.
        (effort(104, 9, 0.0, failed=True), [1, 0, 1, 0, 0, 1], 0.97985, 43, 0.1),
    ],
)
def test_a_measured_set_moves_level_form_and_offset_as_the_textbook_says(
    logged: Effort, row: list[float], noise: float, to_failure: float, learns: float
):
    surprise = math.log(logged.moved_kg) + math.log(to_failure / 44) - EXPECTED
    mean, cov = textbook(row, (noise / to_failure) ** 2, surprise, learns)
    belief = after(start(), logged)
    assert belief.mean[0] == pytest.approx(mean, abs=1e-6)
    assert belief.cov[0] == pytest.approx(cov, abs=1e-7)
    assert (belief.measured, belief.measured_day, belief.workouts) == (1, DAY, 1)
    assert belief.line_days == {LINE: DAY}


def test_a_later_set_shows_the_fatigue_and_a_failed_one_teaches_it():
    # Third set after 90 s: (1 − 0.47²) × √(180 / 90) = 1.10182 of the fatigue. It is expected at e^(4.6352 − 0.0749);
    # likely at 95 kg: 44 × 95.6065 / 95 − 34 = 10.281 reps.
    logged = effort(95, 9, 0.0, position=2, rest_s=90, failed=True)
    row = [1, 0, 1, 0, -1.10182, 1]
    surprise = math.log(95) + math.log(43 / 44) - (EXPECTED - 1.10182 * 0.068)
    mean, cov = textbook(row, (1.01405 / 43) ** 2, surprise, 0.1)
    belief = after(start(), logged)
    assert belief.mean[0] == pytest.approx(mean, abs=1e-6)
    assert belief.cov[0] == pytest.approx(cov, abs=1e-7)
    assert mean[4] > 0.068  # weaker than expected: more fatigue


def test_a_bias_below_zero_takes_no_more_reps_away_than_were_left():
    mean = np.array([MEAN])
    mean[0, 3] = -2.5
    one_left, none_left = (
        after(start(mean=mean), effort(104, 9, 1.0)),
        after(start(mean=mean), effort(104, 9, 0.0)),
    )
    # 35 + 9 + 1 − 1 − 1, and 35 + 9 − 1 − 0.
    for belief, to_failure, share, noise in ((one_left, 43, 1.0, 1.05), (none_left, 43, 0.5, 0.97985)):
        surprise = math.log(104) + math.log(to_failure / 44) - EXPECTED
        row = [1, 0, 1, -share / to_failure, 0, 1]
        moved, _ = textbook(row, (noise / to_failure) ** 2, surprise, 0)
        assert belief.mean[0, 0] == pytest.approx(moved[0], abs=1e-6)


@pytest.mark.parametrize(("failed", "evidence"), [(True, 0.2), (False, 0.05)])
@pytest.mark.parametrize("steep", [0.5, 0.9])
def test_a_set_weighs_the_curves_by_a_part_of_its_likelihood(steep: float, failed: bool, evidence: float):
    # Five reps fit a steep curve at 125 kg: 10RM × 39 / 34 = 114.7, a flat one says 10RM × 59 / 54 = 109.3.
    prior = np.log([steep, 1 - steep])
    belief = after(start((30.0, 50.0), log_weight=prior), effort(125, 5, 0.0, failed=failed))
    likelihoods = []
    # Likely reps: both filters expect 103.0455; at equal weights (K + 9) is 49 and K 40: 49 × 103.0455 / 125 − 39 = 1.394,
    # at nine to one 41 and 32: 2.799. So the noise is that of four reps and fewer.
    for k in (30, 50):
        share = 0.0 if failed else 0.5
        to_failure = k + 5 - 1 + share * 0.95
        row = np.array([1, 0, 1, -share / to_failure, 0, 1])
        spread = row @ COV @ row + (0.7 / to_failure) ** 2
        surprise = math.log(125) + math.log(to_failure / (k + 9)) - EXPECTED
        likelihoods.append(math.exp(-0.5 * surprise**2 / spread) / math.sqrt(spread))
    ratio = steep / (1 - steep) * (likelihoods[0] / likelihoods[1]) ** evidence
    assert np.exp(belief.log_weight) == pytest.approx([ratio / (1 + ratio), 1 / (1 + ratio)], abs=1e-7)
    assert likelihoods[0] > likelihoods[1]


def test_a_set_of_fewer_than_six_reps_to_failure_lets_a_one_rep_maximum_be_told():
    assert not after(start(), effort(108, 6, 0.0)).low_reps
    assert not after(start(), effort(108, 4, 2.0)).low_reps
    assert after(start(), effort(110, 5, 0.0)).low_reps
    assert after(start(), effort(110, 5, 0.0), effort(104, 9, 0.0)).low_reps


# Sets that do not fit

SD = math.sqrt(
    np.array([1, 0, 1, 0, 0, 1]) @ COV @ np.array([1, 0, 1, 0, 0, 1])
)  # 0.1142: what a set may show


def failed_at(sds: float) -> Effort:
    """Nine reps and a failed one, so many standard deviations away: 0.7 + 0.4 × … of noise adds a little to SD."""
    return effort(44 / 43 * math.exp(EXPECTED + sds * SD), 9, 0.0, failed=True)


def test_a_set_four_standard_deviations_off_waits_and_moves_nothing():
    near, far, low = (
        after(start(), failed_at(3.9)),
        after(start(), failed_at(4.2)),
        after(start(), failed_at(-4.3)),
    )
    assert near.waiting is None
    assert near.mean[0, 0] > LOG_100 + 0.3
    for belief, beyond in ((far, 4.2 * SD), (low, -4.3 * SD)):
        assert belief.waiting == pytest.approx((DAY, beyond))
        assert (belief.mean == start().mean).all()
        assert (belief.cov == start().cov).all()
        assert (belief.measured, belief.measured_day) == (0, None)


def test_a_second_day_that_agrees_moves_the_level_half_of_the_smaller_surprise():
    waiting = replace(start(), waiting=(DAY - 7, 5 * SD))
    belief = after(waiting, failed_at(6))
    assert belief.waiting is None
    assert belief.mean[0, 0] == pytest.approx(LOG_100 + 2.5 * SD)
    assert belief.cov[0, 0, 0] == pytest.approx(0.01 + (5 * SD) ** 2 / 4)
    down = after(replace(start(), waiting=(DAY - 7, -7 * SD)), failed_at(-6))
    assert down.mean[0, 0] == pytest.approx(LOG_100 - 3 * SD)
    assert down.cov[0, 0, 0] == pytest.approx(0.01 + (6 * SD) ** 2 / 4)


def test_a_surer_belief_is_widened_by_a_half_of_ten_percent_at_least():
    tight = replace(start(), cov=start().cov / 400, waiting=(DAY - 7, 0.05))
    belief = after(tight, effort(44 / 43 * math.exp(EXPECTED + 0.5), 9, 0.0, failed=True))
    assert belief.mean[0, 0] == pytest.approx(LOG_100 + 0.025)
    assert belief.cov[0, 0, 0] == pytest.approx(0.01 / 400 + 0.1**2 / 4)


def test_the_same_day_does_not_confirm_itself_and_the_other_direction_waits_anew():
    same_day = after(replace(start(), waiting=(DAY, 5 * SD)), failed_at(6))
    assert same_day.waiting == (DAY, 5 * SD)
    assert (same_day.mean == start().mean).all()
    turned = after(replace(start(), waiting=(DAY - 7, 5 * SD)), failed_at(-6))
    assert turned.waiting == pytest.approx((DAY, -6 * SD))
    assert (turned.mean == start().mean).all()


def test_a_good_set_of_another_day_ends_the_waiting_one_of_the_same_day_does_not():
    assert after(replace(start(), waiting=(DAY - 7, 5 * SD)), effort(104, 10, 0.0)).waiting is None
    assert after(replace(start(), waiting=(DAY, 5 * SD)), effort(104, 10, 0.0)).waiting == (DAY, 5 * SD)


# Sets with more left than is trusted


def test_more_than_four_left_raises_the_level_and_narrows_nothing():
    # 110 kg for 9 with five left: 35 + 9 + 5 − 1 + 1.6 × 0.95 = 49.52; noise 0.8 + 0.25 × 5 = 2.05 reps.
    belief = after(start(), effort(110, 9, 5.0))
    row = np.array([1, 0, 1, -1.6 / 49.52, 0, 1])
    gain = COV @ row / (row @ COV @ row + (2.05 / 49.52) ** 2)
    surprise = math.log(110) + math.log(49.52 / 44) - EXPECTED
    raised = [
        LOG_100 + gain[0] * surprise,
        0.002,
        0.01 + gain[2] * surprise,
        0.95,
        0.068,
        0.02 + gain[5] * surprise,
    ]
    assert belief.mean[0] == pytest.approx(raised)
    assert (belief.cov == start().cov).all()
    assert (belief.measured, belief.measured_day) == (0, None)


def test_more_than_four_left_at_a_later_set_speaks_of_the_rested_level():
    # Second set after 180 s: 0.53 of the fatigue.
    belief = after(start(), effort(105, 9, 5.0, position=1, rest_s=180))
    row = np.array([1, 0, 1, -1.6 / 49.52, -0.53, 1])
    gain = COV @ row / (row @ COV @ row + (2.05 / 49.52) ** 2)
    surprise = math.log(105) + math.log(49.52 / 44) - (EXPECTED - 0.53 * 0.068)
    assert belief.mean[0, 0] == pytest.approx(LOG_100 + gain[0] * surprise)


def test_an_answer_of_much_left_that_is_low_or_far_off_moves_nothing():
    assert (after(start(), effort(70, 9, 5.0)).mean == start().mean).all()
    # Six left at 180 kg would be more than four standard deviations above; below the gate it would move the form too.
    assert after(start(), effort(180, 9, 6.0)).mean[0, 2] == 0.01


# Sets that say only "at least"


def test_a_set_that_says_nothing_is_a_bound_two_standard_deviations_below_what_it_shows():
    # 100 kg for 12: (35 + 11) / 44, less two sd of form (2.5 %) and noise (1.1 of 46 reps), less today's form.
    belief = after(start(), effort(100, 12))
    bound = LOG_100 + math.log(46 / 44) - 2 * math.hypot(0.025, 1.1 / 46) - 0.01
    assert belief.bounds[0] is not None
    assert belief.bounds[0].log_kg == pytest.approx([bound])
    assert belief.bounds[0].day == DAY
    assert (belief.mean == start().mean).all()


def test_a_bound_above_the_level_raises_it_and_only_it():
    # 115 kg for 12: the bound of the line is 4.69, its level with the offset 4.6252.
    belief = after(start(), effort(115, 12))
    bound = math.log(115) + math.log(46 / 44) - 2 * math.hypot(0.025, 1.1 / 46) - 0.01
    assert belief.mean[0] == pytest.approx([bound - 0.02, 0.002, 0.01, 0.95, 0.068, 0.02])
    assert (belief.cov == start().cov).all()
    assert (belief.measured, belief.low_reps) == (0, False)


def test_more_than_four_left_are_four_in_the_bound():
    # 60 kg for 8 with nine left: 35 + 8 + 4 − 1, noise of eight reps with four left: 1.8.
    belief = after(start(), effort(60, 8, 9.0))
    bound = math.log(60) + math.log(46 / 44) - 2 * math.hypot(0.025, 1.8 / 46) - 0.01
    assert belief.bounds[0] is not None
    assert belief.bounds[0].log_kg == pytest.approx([bound])


def test_a_bound_of_a_later_set_gives_back_the_fatigue_that_is_fairly_sure():
    # One sd below the usual 6.8 % is 3.8 %; of that 0.53 at the second set. A fatigue of 2 % is not sure at all.
    belief = after(start(), effort(100, 12, position=1))
    bound = LOG_100 + math.log(46 / 44) - 2 * math.hypot(0.025, 1.1 / 46) - 0.01
    assert belief.bounds[0] is not None
    assert belief.bounds[0].log_kg == pytest.approx([bound + 0.53 * 0.038])
    little = np.array([MEAN])
    little[0, 4] = 0.02
    unsure = after(start(mean=little), effort(100, 12, position=1))
    assert unsure.bounds[0] is not None
    assert unsure.bounds[0].log_kg == pytest.approx([bound])


def test_a_lower_bound_gives_way_to_a_higher_one_and_to_none_below():
    bound = LOG_100 + math.log(46 / 44) - 2 * math.hypot(0.025, 1.1 / 46) - 0.01
    held = Bound(np.array([bound + 0.01]), DAY - 28)
    # In four weeks it has sunk by 1.5 % × √4 and by what a break of four weeks takes.
    raised = after(start(bounds=(held,)), effort(100, 12)).bounds[0]
    assert raised is not None
    assert raised.log_kg == pytest.approx([bound])
    assert raised.day == DAY
    fresh = Bound(np.array([bound + 0.01]), DAY)
    assert after(start(bounds=(fresh,)), effort(100, 12)).bounds[0] is fresh


def test_each_filter_keeps_the_higher_of_its_bounds():
    bounds = [
        math.log(100) + math.log((k + 11) / (k + 9)) - 2 * math.hypot(0.025, 1.1 / (k + 11)) - 0.01
        for k in (30, 50)
    ]
    held = Bound(np.array([bounds[0] - 0.1, bounds[1] + 0.02]), DAY)
    belief = after(start((30.0, 50.0), bounds=(held,)), effort(100, 12))
    assert belief.bounds[0] is not None
    assert belief.bounds[0].log_kg == pytest.approx([bounds[0], bounds[1] + 0.02])


def test_a_bound_five_standard_deviations_above_waits_for_a_second_day():
    def bound_at(beyond: float) -> Effort:
        return effort(
            44 / 46 * math.exp(LOG_100 + 0.02 + 0.01 + beyond + 2 * math.hypot(0.025, 1.1 / 46)), 12
        )

    near, far = after(start(), bound_at(4.9 * SD)), after(start(), bound_at(5.1 * SD))
    assert near.mean[0, 0] == pytest.approx(LOG_100 + 4.9 * SD)
    assert near.waiting is None
    assert far.waiting == pytest.approx((DAY, 5.1 * SD))
    assert far.bounds == (None,)
    agreed = after(replace(start(), waiting=(DAY - 7, 5.5 * SD)), bound_at(6 * SD))
    assert agreed.mean[0, 0] == pytest.approx(LOG_100 + 5.5 * SD)  # the whole jump: a bound is no mean


# Cut depth


def test_a_cut_set_teaches_only_how_much_more_is_loaded_then():
    # 130 kg for 10 with one left: 35 + 10 + 1 − 1 + 0.95 = 45.95; noise 1.05 reps.
    belief = after(start(), effort(130, 10, 1.0, cut=True))
    seen = math.log(130) + math.log(45.95 / 44) - EXPECTED
    share = 0.08**2 / (0.08**2 + SD**2 + (1.05 / 45.95) ** 2)
    assert belief.cut_mean == pytest.approx(0.288 + share * (seen - 0.288))
    assert belief.cut_var == pytest.approx((1 - share) * 0.08**2)
    assert (belief.mean == start().mean).all()
    assert (belief.cov == start().cov).all()
    assert (belief.measured, belief.bounds) == (0, (None,))


def test_a_cut_set_with_nothing_left_carries_no_bias():
    belief = after(start(), effort(130, 10, 0.0, cut=True))
    seen = math.log(130) - EXPECTED
    share = 0.08**2 / (0.08**2 + SD**2 + (1.0 / 44) ** 2)
    assert belief.cut_mean == pytest.approx(0.288 + share * (seen - 0.288))


def test_a_cut_set_that_says_nothing_or_lies_far_off_teaches_nothing():
    for logged in (
        effort(130, 10, None, cut=True),
        effort(130, 10, 6.0, cut=True),
        effort(300, 10, 0.0, cut=True),
    ):
        belief = after(start(), logged)
        assert (belief.cut_mean, belief.cut_var) == (0.288, 0.08**2)
        assert (belief.mean == start().mean).all()
        assert belief.bounds == (None,)


def test_a_cut_set_up_to_four_standard_deviations_off_is_believed():
    width = math.sqrt(SD**2 + (1.0 / 44) ** 2 + 0.08**2)
    for sds, believed in ((3.9, True), (4.1, False), (-3.9, True), (-4.1, False)):
        logged = effort(math.exp(EXPECTED + 0.288 + sds * width), 10, 0.0, cut=True)
        assert (after(start(), logged).cut_mean != 0.288) is believed
