"""The acceptance rows of the reference paper (section 3). Each row's source stands there; C = computed independently."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from iron.mechanics import (
    LegPress,
    Lifter,
    Press,
    calibrate,
    joint_moments,
    muscle_work_shares,
    pose,
    press,
    sled_position_m,
    summarise,
)
from iron.mechanics.limits import PELVIS_SHARE, PELVIS_SHARE_BAND
from iron.mechanics.moments import foot
from iron.mechanics.press import at_nodes, tempo
from iron.mechanics.sharing import (
    GROUPS,
    activations,
    arms_along,
    moment_arms_m,
    muscle_work_j,
    short_adductor_hip_arm_m,
)

TWO_HUNDRED = LegPress(sled_kg=55, plates_kg=145)
DEEP = Press(machine=TWO_HUNDRED, knee_bottom_deg=110, steering=0.0)


def at_feet(setup: Press, h_m: float, steering: float = 0.0) -> Press:
    return replace(setup, machine=replace(setup.machine, h_m=h_m), steering=steering)


def static_moments(
    knee_deg: float, machine: LegPress = TWO_HUNDRED, steering: float = 0.0, *, leg_masses: bool = True
):
    lifter = Lifter()
    legs = pose(lifter, machine, np.array([sled_position_m(lifter, machine, knee_deg)]))
    on_plate = foot(lifter, machine, legs, steering)
    return joint_moments(lifter, legs, on_plate, machine.force_n(0.0), leg_masses=leg_masses)


@pytest.mark.parametrize(("alpha_deg", "force_n"), [(45, 1386.9), (30, 980.7), (60, 1698.6)])
def test_row_1_the_rail_force_of_200_kg(alpha_deg, force_n):
    assert replace(TWO_HUNDRED, alpha_deg=alpha_deg).rail_force_n == pytest.approx(force_n, abs=0.1)


@pytest.mark.parametrize(("plates_kg", "kgf", "within"), [(0, 49.6, 0.2), (4.54, 52.8, 0.3)])
def test_row_2_a_sled_of_70_kg_reads_as_the_load_cell_did(plates_kg, kgf, within):
    assert LegPress(sled_kg=70.1, plates_kg=plates_kg).effective_load_kg == pytest.approx(kgf, abs=within)


def test_row_3_the_stroke_from_110_to_8_degrees():
    assert DEEP.stroke_m == pytest.approx(0.3805, abs=0.0005)


def test_row_4_the_work_of_sled_friction_and_joints():
    summary = summarise(DEEP)
    assert summary.sled_work_j == pytest.approx(527.7, abs=0.5)
    assert summary.friction_work_j == pytest.approx(10.6, abs=0.5)
    assert sum(summary.joint_work_j) == pytest.approx(551.5, abs=0.5)


def test_row_8_moments_at_110_degrees_weightless_and_full():
    weightless = static_moments(110, leg_masses=False)
    assert [m[0] for m in (weightless.hip, weightless.knee, weightless.ankle)] == pytest.approx(
        [148.5, 145.8, 42.4], abs=0.1
    )
    full = static_moments(110)
    assert [m[0] for m in (full.hip, full.knee, full.ankle)] == pytest.approx([153.2, 157.6, 42.4], abs=0.1)


@pytest.mark.parametrize(("knee_deg", "moment_nm"), [(60, 66.5), (90, 127.9), (110, 157.6)])
def test_row_9_the_knee_moment_grows_with_depth(knee_deg, moment_nm):
    assert static_moments(knee_deg).knee[0] == pytest.approx(moment_nm, abs=0.5)


def test_row_9_the_plate_pushes_the_knee_backward_from_about_33_degrees():
    assert static_moments(30).knee[0] < 0 < static_moments(35).knee[0]


@pytest.mark.parametrize(("h_m", "percent"), [(0.05, 21), (0.10, 35), (0.15, 50), (0.20, 65)])
def test_row_10_the_hip_share_grows_with_foot_height_along_the_rail(h_m, percent):
    assert 100 * summarise(at_feet(DEEP, h_m)).shares[0] == pytest.approx(percent, abs=1)


def test_row_11_steering_and_centre_of_pressure_move_the_shares():
    straight = np.array(summarise(replace(DEEP, psi=0.0)).shares)
    steered = np.array(summarise(replace(DEEP, psi=0.1)).shares)
    forward = np.array(summarise(replace(DEEP, psi=0.0, machine=replace(TWO_HUNDRED, c_m=0.09))).shares)
    assert 100 * (steered - straight)[0] == pytest.approx(-20, abs=1)
    assert 100 * (forward - straight) == pytest.approx([8, -13, 6], abs=1)


@pytest.mark.parametrize(("steering", "low", "high"), [(0.0, 22, 84), (0.5, 11, 44), (1.0, 1, 3)])
def test_row_12_the_hip_share_from_low_to_high_feet(steering, low, high):
    setup = Press(machine=TWO_HUNDRED)
    results = [100 * summarise(at_feet(setup, h, steering)).shares[0] for h in (0.05, 0.25)]
    assert results == pytest.approx([low, high], abs=2)


def shares_of(setup: Press):
    run = at_nodes(setup)
    return muscle_work_shares(run, arms_along(run.pose), setup.tau_s)


SWEEP = [(h, s) for h in (0.05, 0.10, 0.15, 0.20, 0.25) for s in (0.0, 0.5, 1.0)]


@pytest.mark.parametrize(("h_m", "steering"), SWEEP)
def test_row_13_the_vasti_do_most_of_the_positive_muscle_work(h_m, steering):
    setup = at_feet(Press(machine=TWO_HUNDRED), h_m, steering)
    share = shares_of(setup)[GROUPS.index("vasti")]
    assert 0.545 <= share <= 0.88


def test_row_13_the_default_share_of_the_vasti_is_73_percent():
    setup = Press(machine=TWO_HUNDRED)
    assert shares_of(setup)[0] == pytest.approx(0.73, abs=0.01)


@pytest.mark.parametrize(("h_m", "steering"), SWEEP)
def test_row_14_the_hamstrings_do_no_net_positive_work(h_m, steering):
    setup = at_feet(Press(machine=TWO_HUNDRED), h_m, steering)
    run = at_nodes(setup)
    net, _ = muscle_work_j(run, arms_along(run.pose), setup.tau_s)
    assert net[GROUPS.index("hamstrings")] <= 1e-9


def active(setup: Press):
    run = press(setup)
    return activations(run, arms_along(run.pose))


@pytest.mark.parametrize("steering", [0.0, 0.25, 0.5, 0.75])
def test_row_15_toward_extension_hamstrings_and_gastrocnemius_rise_and_the_vasti_fall(steering):
    result = active(Press(machine=TWO_HUNDRED, steering=steering))
    for name, sign in (("hamstrings", 1), ("gastrocnemius", 1), ("vasti", -1)):
        column = result[:, GROUPS.index(name)]
        assert sign * (column[-1] - column[0]) > 0


def test_row_16_the_hamstrings_stay_far_below_the_quadriceps():
    result = active(Press(machine=TWO_HUNDRED))
    at_half_load = result.mean(axis=0)
    quadriceps = (at_half_load[0] * 9594 + at_half_load[1] * 2192) / (9594 + 2192)
    assert at_half_load[GROUPS.index("hamstrings")] / quadriceps <= 0.35


@pytest.mark.parametrize("steering", [0.0, 0.5])
def test_row_17_high_feet_ask_more_of_gluteus_and_adductor_magnus_and_no_more_of_the_calves(steering):
    low, high = (active(at_feet(Press(machine=TWO_HUNDRED), h, steering)).mean(axis=0) for h in (0.05, 0.20))
    for name in ("gluteus_maximus", "adductor_magnus"):
        assert high[GROUPS.index(name)] > low[GROUPS.index(name)]
    assert high[GROUPS.index("soleus")] <= low[GROUPS.index("soleus")]


@pytest.mark.parametrize(("steering", "percent"), [(0.0, -23), (0.5, -7), (1.0, 7)])
def test_row_18_higher_feet_change_the_knee_moment_by_a_sign_that_nobody_knows(steering, percent):
    low, high = (static_moments(100, replace(TWO_HUNDRED, h_m=h), steering).knee[0] for h in (0.05, 0.15))
    assert 100 * (high / low - 1) == pytest.approx(percent, abs=2)


def test_row_20_the_effective_quadriceps_arm_lies_in_the_measured_range():
    arms = moment_arms_m(np.radians(80), np.radians([10.0, 50.0]), np.array(0.0))[:, 1, 0]
    assert 1000 * arms == pytest.approx([42.6, 37.0], abs=0.6)
    assert np.all((arms >= 0.031) & (arms <= 0.048))


def test_row_21_the_short_adductors_become_hip_extensors_between_70_and_80_degrees():
    assert short_adductor_hip_arm_m(np.radians(65)) < 0 < short_adductor_hip_arm_m(np.radians(85))


def test_row_22_the_default_pelvis_share_lies_in_the_band_that_two_studies_span():
    men, women = (110.8 - 93.8, 110.8), (121.3 - 107.3, 121.3)
    shares = sorted((men[0] / men[1], women[0] / women[1]))
    assert PELVIS_SHARE_BAND[0] <= shares[0] + 0.005
    assert PELVIS_SHARE_BAND[0] <= PELVIS_SHARE <= PELVIS_SHARE_BAND[1]


@pytest.mark.parametrize(
    ("h_m", "dorsiflexion_deg", "thigh_trunk_deg"),
    [(0.05, 49, 126), (0.10, 43, 132), (0.15, 37, 138), (0.20, 31, 144)],
)
def test_row_23_low_feet_run_out_of_ankle_and_high_feet_out_of_hip(h_m, dorsiflexion_deg, thigh_trunk_deg):
    legs = press(at_feet(DEEP, h_m)).pose
    assert np.degrees(legs.dorsiflexion[0]) == pytest.approx(dorsiflexion_deg, abs=1)
    assert np.degrees(legs.thigh_trunk[0]) == pytest.approx(thigh_trunk_deg, abs=1)


@pytest.mark.parametrize(
    ("tau_s", "peak", "percent"), [(0.6, 6.10, 88), (1, 2.20, 32), (2, 0.549, 7.9), (4, 0.137, 2.0)]
)
def test_row_24_the_peak_acceleration_of_a_tempo(tau_s, peak, percent):
    _, _, acceleration = tempo(np.linspace(0, 1, 20001))
    simulated_peak = DEEP.stroke_m * acceleration.max() / tau_s**2
    assert simulated_peak == pytest.approx(peak, rel=0.01)
    assert 100 * simulated_peak / (9.80665 * np.sin(np.pi / 4)) == pytest.approx(percent, rel=0.02)


def test_two_pulls_of_a_luggage_scale_give_sled_and_friction_back():
    machine = LegPress(sled_kg=62, plates_kg=0, mu=0.05)
    result = calibrate(float(machine.force_n(0.0, 1)), float(machine.force_n(0.0, -1)))
    assert (result.sled_kg, result.mu) == pytest.approx((62, 0.05))
