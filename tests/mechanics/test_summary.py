"""The cards of machines without a picture: each number of a sentence comes from the model, and bands stay bands."""

from __future__ import annotations

import numpy as np
import pytest

from iron.mechanics import LegPress, Press, hack_squat_sled, riding_press
from iron.mechanics.press import motion
from iron.mechanics.summary import model_cards

CARDS = ["hack-squat", "leg-press-horizontal"]


def joint_work(run):
    """Work of each joint over the way up, by the trapezoid rule over the samples [J of one leg]."""
    return [float(np.trapezoid(power, run.t_s)) for power in run.joint_power_w()]


@pytest.mark.parametrize(("end", "steering"), [(0, 0.0), (2, 1.0)])
def test_the_ends_of_the_bands_are_the_work_of_a_push_along_the_rail_and_of_one_toward_the_hip(end, steering):
    sled = Press(machine=hack_squat_sled(), steering=steering)
    level = Press(machine=LegPress(alpha_deg=0, plates_kg=0, stack_kg=100), steering=steering)
    runs = {"hack-squat": riding_press(sled), "leg-press-horizontal": motion(level, np.linspace(0, 1, 201))}
    for exercise, run in runs.items():
        work = joint_work(run)
        for share, joint in zip(work, ("hip", "knee", "ankle"), strict=True):
            expected = 100 * share / sum(work)
            assert model_cards()[exercise].bands[joint][end] == pytest.approx(expected, abs=0.6), exercise


@pytest.mark.parametrize("exercise", CARDS)
def test_the_shares_add_up_and_the_way_of_pushing_decides_between_hip_and_knee(exercise):
    bands = model_cards()[exercise].bands
    for at in range(3):
        assert sum(band[at] for band in bands.values()) == pytest.approx(100, abs=1)
    assert bands["hip"][0] > bands["hip"][1] > bands["hip"][2]
    assert bands["knee"][0] < bands["knee"][1] < bands["knee"][2]


@pytest.mark.parametrize("exercise", CARDS)
def test_the_sentences_print_the_bands_and_say_what_was_never_measured(exercise):
    card = model_cards()[exercise]
    knee = card.bands["knee"]
    assert f"The knee does {knee[0]} to {knee[2]} %" in card.sentences[1]
    assert "−" in card.sentences[1]
    assert "never measured" in card.sentences[2]


def test_the_hack_squat_counts_the_body_that_rides_and_the_level_press_its_stack():
    hack, level = (model_cards()[exercise].sentences[0] for exercise in CARDS)
    assert "54 kg of a lifter of 80 kg" in hack  # 0.678 of 80
    assert "take 373 J" in hack  # (60 + 55 + 54.24) kg, 9.80665 m/s2, sin 45°, 31.7 cm
    assert "that is 311 J" in level  # 100 kg, 9.80665 m/s2, 31.7 cm
