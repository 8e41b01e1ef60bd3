"""The hack-squat sled and other machines on which the body rides: the same linkage, the hip moves, the feet carry all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iron.mechanics import LegPress, Lifter, Press, hack_squat_sled, press, riding_press, riding_summary
from iron.mechanics.body import CENTRE_OF_MASS, FOOT_MASS, SHANK_MASS, THIGH_MASS
from iron.mechanics.linkage import pose, sled_position_m
from iron.mechanics.riding import TRUNK_MASS

G = 9.80665


@st.composite
def rides(draw: st.DrawFn) -> Press:
    def between(low: float, high: float) -> float:
        return draw(st.floats(low, high))

    machine = hack_squat_sled(
        between(30, 75),
        h_m=between(0, 0.25),
        delta_deg=between(-10, 20),
        sled_kg=between(20, 90),
        plates_kg=between(0, 300),
        mu=between(0, 0.08),
    )
    lifter = Lifter(between(1.4, 2.1), between(40, 160))
    return Press(lifter, machine, between(60, 115), between(8, 30), between(0.5, 5), between(0, 1))


def height_over_feet(setup: Press, knee_deg: float) -> tuple[float, float]:
    """Height of the hip, and mass-weighted height of one leg per kilogram of body, both over the ankle."""
    lifter = setup.lifter
    legs = pose(lifter, setup.machine, sled_position_m(lifter, setup.machine, knee_deg))
    knee = lifter.a * np.sin(legs.theta)
    ankle = knee + lifter.b * np.sin(legs.sigma)
    shank = knee + CENTRE_OF_MASS * (ankle - knee)
    leg = THIGH_MASS * CENTRE_OF_MASS * knee + SHANK_MASS * shank + FOOT_MASS * ankle
    all_of_leg = THIGH_MASS + SHANK_MASS + FOOT_MASS
    return float(-ankle), float(leg - all_of_leg * ankle)


@given(rides())
@settings(max_examples=100)
def test_joint_work_raises_sled_trunk_and_legs_and_pays_friction_to_a_billionth(setup):
    summary = riding_summary(setup)
    hip_top, leg_top = height_over_feet(setup, setup.knee_top_deg)
    hip_bottom, leg_bottom = height_over_feet(setup, setup.knee_bottom_deg)
    carried = setup.machine.moved_kg + TRUNK_MASS * setup.lifter.mass_kg
    raised = G * (carried * (hip_top - hip_bottom) + 2 * setup.lifter.mass_kg * (leg_top - leg_bottom))
    assert float(summary.sled_work_j) == pytest.approx(G * carried * (hip_top - hip_bottom), rel=1e-9)
    given_j = sum(float(work) for work in summary.joint_work_j)
    assert given_j == pytest.approx(raised + float(summary.friction_work_j), rel=1e-9)


def test_a_lifter_without_mass_presses_the_hack_sled_as_a_leg_press_of_the_same_force():
    light = Lifter(1.78, 1e-9)
    ride = Press(light, hack_squat_sled(50, h_m=0.1, mu=0.0), steering=0.4)
    legs = Press(light, LegPress(alpha_deg=50, h_m=0.1, sled_kg=55, plates_kg=60, mu=0.0), steering=0.0)
    on_sled, on_feet = riding_press(ride), press(legs)
    assert on_sled.force_n == pytest.approx(on_feet.force_n)
    straight = riding_press(Press(light, hack_squat_sled(50, h_m=0.1, mu=0.0), steering=0.0))
    for joint in ("hip", "knee", "ankle"):
        assert getattr(straight.moments, joint) == pytest.approx(getattr(on_feet.moments, joint), abs=1e-6)


def test_standing_still_on_a_vertical_rail_the_feet_carry_sled_and_lifter():
    ride = Press(Lifter(1.78, 80), hack_squat_sled(90, plates_kg=60, mu=0.0), tau_s=1e4)
    assert riding_press(ride).force_n == pytest.approx((55 + 60 + 80) * G, rel=1e-6)


def test_the_lifter_himself_is_part_of_the_load_of_a_hack_squat_and_not_of_a_leg_press():
    for mass, carried in ((60, 55 + 60 + 60), (100, 55 + 60 + 100)):
        ride = Press(Lifter(1.78, mass), hack_squat_sled(45, mu=0.0), tau_s=1e4)
        assert riding_press(ride).force_n[0] == pytest.approx(carried * G * np.sin(np.pi / 4), rel=1e-6)


def test_a_horizontal_press_with_plates_and_no_stack_lifts_nothing_but_legs_and_friction():
    level = Press(machine=LegPress(alpha_deg=0, mu=0.05))
    assert level.machine.rail_force_n == 0
    assert level.machine.friction_n == pytest.approx(0.05 * 205 * G)


def test_deeper_bends_hip_and_ankle_more_and_the_hip_angle_counts_from_the_rail():
    machine = hack_squat_sled(60)
    lifter = Lifter()
    shallow, deep = (pose(lifter, machine, sled_position_m(lifter, machine, k)) for k in (60.0, 110.0))
    assert deep.thigh_trunk > shallow.thigh_trunk > 0
    assert deep.dorsiflexion > shallow.dorsiflexion
