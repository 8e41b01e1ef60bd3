"""The golden table of moment arms, and directions that must hold over the whole steering band.

Source of the table: reference paper, section 2.2: OpenSim 4.6, model RajagopalLaiUhlrich2023 (Rajagopal, Lai, Uhlrich
and others), force-weighted means over the muscles of a group, computed once and read here as printed. The polynomials of
the model were fitted to the same curves; their rms errors are printed beside them (0.00 to 0.20 cm).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from iron.mechanics import (
    LegPress,
    Lifter,
    Press,
    joint_moments,
    lock_out,
    pose,
    sled_position_m,
    summarise,
    travel_limits,
)
from iron.mechanics.limits import ANKLE_END_BAND_DEG
from iron.mechanics.lockout import knee_moment_nm
from iron.mechanics.moments import foot
from iron.mechanics.press import at_nodes, press
from iron.mechanics.sharing import (
    GROUPS,
    STRENGTH_N,
    activations,
    arms_along,
    moment_arms_m,
    muscle_work_shares,
    short_adductor_hip_arm_m,
)

STRENGTHS = {
    "vasti": 9594,
    "rectus_femoris": 2192,
    "gluteus_maximus": 3338,
    "hamstrings": 4105,
    "adductor_magnus": 2389,
    "gastrocnemius": 4691,
    "soleus": 6195,
}

# group, joint, angles [degree], arms [cm], tolerance [cm]: twice the printed rms and the rounding of the table. The
# one-joint polynomials were printed with three digits and an rms of 0.00 to 0.14, the two-joint ones with 0.02 to 0.20.
HIP = (60, 90, 110)
KNEE = (10, 50, 90, 110)
TABLE = [
    ("rectus_femoris", "hip", HIP, (-5.08, -4.02, -2.55), 0.15),
    ("gluteus_maximus", "hip", HIP, (4.61, 3.38, 2.64), 0.15),
    ("hamstrings", "hip", HIP, (5.50, 3.87, 2.33), 0.15),
    ("adductor_magnus", "hip", HIP, (3.74, 3.62, 3.05), 0.15),
    ("vasti", "knee", KNEE, (4.26, 3.70, 1.97, 1.91), 0.28),
    ("rectus_femoris", "knee", KNEE, (4.58, 4.26, 2.45, 2.06), 0.40),
    ("hamstrings", "knee", KNEE, (-3.22, -3.65, -3.32, -2.60), 0.15),
    ("gastrocnemius", "knee", KNEE, (-2.28, -2.51, -2.84, -2.66), 0.15),
    ("gastrocnemius", "ankle", (0, 30), (4.31, 3.43), 0.15),
    ("soleus", "ankle", (0, 30), (4.14, 2.94), 0.15),
]
HIP_WHILE_KNEE_BENDS = 80.0
"""The table does not print the other joint of two-joint muscles; the middle of a press."""


@pytest.mark.parametrize(("group", "joint", "angles", "arms_cm", "within_cm"), TABLE)
def test_the_polynomials_give_the_table_of_moment_arms(group, joint, angles, arms_cm, within_cm):
    bent = np.radians(np.array(angles, dtype=float))
    still = np.zeros_like(bent)
    given = {
        "hip": (bent, still, still),
        "knee": (np.full_like(bent, np.radians(HIP_WHILE_KNEE_BENDS)), bent, still),
        "ankle": (np.full_like(bent, np.radians(HIP_WHILE_KNEE_BENDS)), still, bent),
    }[joint]
    if group in ("rectus_femoris", "hamstrings") and joint == "hip":
        given = (bent, np.full_like(bent, np.radians(60)), still)
    row = ("hip", "knee", "ankle").index(joint)
    computed_cm = 100 * moment_arms_m(*given)[..., row, GROUPS.index(group)]
    assert computed_cm == pytest.approx(arms_cm, abs=within_cm)


def test_the_strengths_are_those_of_the_table():
    assert dict(zip(GROUPS, STRENGTH_N.tolist(), strict=True)) == STRENGTHS


def test_the_short_adductors_turn_from_flexors_to_extensors_as_in_the_table():
    arms_cm = 100 * short_adductor_hip_arm_m(np.radians(np.array([60.0, 90.0, 110.0])))
    assert arms_cm == pytest.approx([-1.16, 1.48, 2.90], abs=0.05)


# A direction that flips inside the band may not be claimed; these are the ones that the texts of Iron do claim.
BAND = (0.0, 0.25, 0.5, 0.75, 1.0)
MACHINE = LegPress(sled_kg=55, plates_kg=145)


def shares(h_m: float, steering: float) -> np.ndarray:
    return np.array(summarise(Press(machine=replace(MACHINE, h_m=h_m), steering=steering)).shares)


@pytest.mark.parametrize("steering", BAND)
def test_higher_feet_never_take_work_from_the_hip(steering):
    results = [shares(h, steering)[0] for h in (0.05, 0.10, 0.15, 0.20, 0.25)]
    assert np.all(np.diff(results) >= -1e-12)


@pytest.mark.parametrize("steering", BAND)
def test_five_centimetres_are_worth_at_most_16_points_of_hip_work(steering):
    results = [100 * shares(h, steering)[0] for h in (0.05, 0.10, 0.15, 0.20)]
    assert np.all(np.diff(results) <= 16.5)


@pytest.mark.parametrize("steering", BAND)
def test_the_vasti_do_most_of_the_muscle_work_however_the_push_is_steered(steering):
    run = at_nodes(Press(machine=MACHINE, steering=steering))
    result = muscle_work_shares(run, arms_along(run.pose), 2.0)
    assert result.argmax() == GROUPS.index("vasti")


@pytest.mark.parametrize("steering", BAND)
def test_the_hamstrings_stay_below_the_vasti_however_the_push_is_steered(steering):
    run = press(Press(machine=MACHINE, steering=steering))
    result = activations(run, arms_along(run.pose)).mean(axis=0)
    # Only at the default the ratio is below 0.35 (row 16); along the rail it reaches 0.63, so no ratio may be claimed.
    assert result[GROUPS.index("hamstrings")] < result[GROUPS.index("vasti")]


def test_the_knee_moment_with_high_feet_has_no_direction_that_may_be_claimed():
    moments = [
        [knee_moment_nm(Press(machine=replace(MACHINE, h_m=h)), 100.0, steering)[0] for h in (0.05, 0.15)]
        for steering in BAND
    ]
    signs = {np.sign(high - low) for low, high in moments}
    assert signs == {-1.0, 1.0}


def test_near_straight_the_plate_may_push_the_knee_backward_and_by_how_much_depends_on_the_steering():
    result = lock_out(Press(machine=MACHINE))
    assert 30 < result.from_deg[0] < 35  # along the rail: row 9 of the reference
    assert result.backward_nm[0] == pytest.approx(67, abs=0.5)
    assert result.backward_nm[0] > result.backward_nm[1] >= result.backward_nm[2] == 0
    assert result.from_deg[2] < 8  # toward the hip: only past the top of this press
    assert knee_moment_nm(Press(machine=MACHINE), result.from_deg[0], 0.0)[0] == pytest.approx(0, abs=1e-4)


def test_higher_feet_make_the_backward_push_larger_along_the_rail():
    results = [lock_out(Press(machine=replace(MACHINE, h_m=h))).backward_nm[0] for h in (0.05, 0.15, 0.25)]
    assert results[0] < results[1] < results[2]


def test_low_feet_run_out_of_ankle_first_and_high_feet_out_of_hip():
    low, high = (travel_limits(Lifter(), replace(MACHINE, h_m=h)) for h in (0.03, 0.25))
    assert low.heel[1] < high.pelvis[1] + 40
    assert low.heel[1] is not None
    assert low.pelvis[1] is not None
    assert low.heel[1] < low.pelvis[1]
    assert high.pelvis[1] is not None
    assert high.heel[1] is None or high.pelvis[1] < high.heel[1]


def test_the_onset_of_the_heel_is_where_the_linkage_reaches_the_ankles_band():
    knee = travel_limits(Lifter(), MACHINE).heel[0]
    legs = pose(Lifter(), MACHINE, np.array([sled_position_m(Lifter(), MACHINE, knee)]))
    assert np.degrees(legs.dorsiflexion[0]) == pytest.approx(ANKLE_END_BAND_DEG[0], abs=1e-5)
    on_plate = foot(Lifter(), MACHINE, legs, 0.5)
    assert np.isfinite(joint_moments(Lifter(), legs, on_plate, MACHINE.force_n(0.0)).hip[0])
