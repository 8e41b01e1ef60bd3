"""What must hold for every lifter and machine inside the model's range."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iron.mechanics import LegPress, Lifter, Press, summarise
from iron.mechanics.answer import KEYS, answer, read
from iron.mechanics.body import CENTRE_OF_MASS, FOOT_MASS, SHANK_MASS, THIGH_MASS
from iron.mechanics.linkage import pose, sled_position_m
from iron.mechanics.stance import adductor_moment_interval_nm
from iron.values.errors import OutOfRangeError

G = 9.80665


@st.composite
def presses(draw: st.DrawFn) -> Press:
    def between(low: float, high: float) -> float:
        return draw(st.floats(low, high))

    lifter = Lifter(between(1.4, 2.1), between(40, 160))
    machine = LegPress(
        alpha_deg=between(30, 60),
        delta_deg=between(-10, 10),
        h_m=between(-0.1, 0.25),
        c_m=between(0, 0.12),
        sled_kg=between(20, 90),
        plates_kg=between(0, 500),
        mu=between(0, 0.08),
    )
    bottom = between(60, 115)
    return Press(lifter, machine, bottom, between(8, 30), between(0.5, 5), between(0, 1))


def leg_height_work_j(setup: Press) -> float:
    """Work that raises thigh, shank and foot of both legs from bottom to top."""

    def height(knee_deg: float) -> float:
        lifter = setup.lifter
        legs = pose(lifter, setup.machine, sled_position_m(lifter, setup.machine, knee_deg))
        knee = lifter.a * np.sin(legs.theta)
        ankle = knee + lifter.b * np.sin(legs.sigma)
        shank = knee + CENTRE_OF_MASS * (ankle - knee)
        moment = THIGH_MASS * CENTRE_OF_MASS * knee + SHANK_MASS * shank + FOOT_MASS * ankle
        return float(lifter.mass_kg * moment)

    return float(2 * G * (height(float(setup.knee_top_deg)) - height(float(setup.knee_bottom_deg))))


@given(presses())
@settings(max_examples=150)
def test_energy_is_balanced_to_a_billionth(setup):
    summary = summarise(setup)
    given_j = sum(float(work) for work in summary.joint_work_j)
    taken_j = float(summary.sled_work_j + summary.friction_work_j) + leg_height_work_j(setup)
    assert given_j == pytest.approx(taken_j, rel=1e-9)


@given(presses())
@settings(max_examples=60)
def test_the_shares_add_up_to_one_and_steering_does_not_change_the_work(setup):
    along, toward = summarise(replace(setup, steering=0.0)), summarise(replace(setup, steering=1.0))
    assert sum(map(float, along.shares)) == pytest.approx(1, abs=1e-12)
    assert sum(map(float, along.joint_work_j)) == pytest.approx(
        sum(map(float, toward.joint_work_j)), rel=1e-9
    )


@given(presses())
@settings(max_examples=60)
def test_double_the_moved_mass_is_double_the_work_into_sled_and_friction(setup):
    machine = setup.machine
    doubled = replace(machine, sled_kg=2 * machine.sled_kg, plates_kg=2 * machine.plates_kg)
    single, two = summarise(setup), summarise(replace(setup, machine=doubled))
    assert float(two.sled_work_j) == pytest.approx(2 * float(single.sled_work_j))
    assert float(two.friction_work_j) == pytest.approx(2 * float(single.friction_work_j))


@given(presses())
@settings(max_examples=60)
def test_going_deeper_lengthens_the_stroke_and_bends_hip_and_ankle_more(setup):
    deeper = replace(setup, knee_bottom_deg=setup.knee_bottom_deg + 5)
    assert deeper.stroke_m > setup.stroke_m
    high, low = (
        pose(s.lifter, s.machine, sled_position_m(s.lifter, s.machine, s.knee_bottom_deg))
        for s in (setup, deeper)
    )
    assert low.thigh_trunk > high.thigh_trunk


def test_many_set_ups_at_once_give_what_each_gives_alone():
    heights = np.array([[1.6], [1.78], [1.95]])
    together = summarise(Press(Lifter(heights, 80.0)))
    alone = [summarise(Press(Lifter(float(h), 80.0))) for h in heights[:, 0]]
    assert together.joint_work_j[0] == pytest.approx([float(press.joint_work_j[0]) for press in alone])


def test_a_horizontal_press_with_a_stack_lifts_the_stack_and_no_sled():
    machine = LegPress(alpha_deg=0, sled_kg=0, plates_kg=0, stack_kg=100, mu=0)
    assert machine.rail_force_n == pytest.approx(980.665)
    assert machine.effective_load_kg == pytest.approx(100)


def test_a_wide_stance_may_ask_the_adductors_for_anything_between_nothing_and_force_times_offset():
    assert adductor_moment_interval_nm(700, 0.578, 1.78) == pytest.approx((0, 140))
    assert adductor_moment_interval_nm(700, 0.178, 1.78) == pytest.approx((0, 0))


@given(
    st.dictionaries(st.sampled_from(sorted(KEYS)), st.floats(allow_nan=True, allow_infinity=True) | st.text())
)
@settings(max_examples=200)
def test_any_object_is_answered_or_refused_in_a_sentence_and_never_with_nan(given_object):
    try:
        read(given_object)
    except OutOfRangeError as refused:
        assert refused.sentence.endswith(".")  # noqa: PT017 - either answer is right, a bare crash is not
        return
    result = answer(given_object)
    numbers = [result["stroke_m"], *result["share_bands"]["hip"], *result["samples"][0].values()]
    assert all(np.isfinite(numbers))


@pytest.mark.parametrize(
    ("given_object", "words"),
    [
        ({"h_m": 0.39, "knee_bottom_deg": 130}, ("out of reach", "0.32 m")),
        ({"knee_bottom_deg": 170}, ("170", "nearest possible value is 150")),
        ({"plates_kg": 0, "sled_kg": 0}, ("weigh nothing",)),
        ({"sled_kg": 5000}, ("5000", "250")),
        ({"knee_top_deg": 100}, ("nearest bottom is 105",)),
        ({"alpha_deg": 0}, ("less than both legs weigh (26 kg)", "make the rail angle (alpha_deg) steeper")),
        ({"plates_kg": 0, "sled_kg": 30}, ("21 kg", "nearest plates are 7 kg")),
        ({"kneeing": 3}, ("kneeing", "Known are")),
        ({"lambda": 0.5, "psi": 0.1}, ("not both",)),
    ],
)
def test_a_bad_object_is_told_the_limit_and_the_nearest_possible_value(given_object, words):
    with pytest.raises(OutOfRangeError) as refused:
        answer(given_object)
    for word in words:
        assert word in refused.value.sentence
