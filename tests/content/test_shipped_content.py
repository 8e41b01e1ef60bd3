"""What content/ promises: it passes its own checker, and the names of other apps mean the right thing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from iron.exchange.names.name_meanings import meaning
from iron.journal.content import library, machine_words
from iron.knowledge import check

LIBRARY = library()
WORDS = machine_words()
BUILT_IN = tomllib.loads((Path(__file__).parent / "built_in_names.toml").read_text(encoding="utf-8"))
MUSCLE_SHAPE = re.compile(r'data-muscle="([^"]+)"')


def exercise_of(name: str) -> str | None:
    return meaning(name, LIBRARY.resolve, WORDS).exercise


def test_every_content_file_passes_the_checker():
    assert [str(problem) for problem in check()] == []


def test_the_library_is_as_broad_as_promised():
    assert len(LIBRARY.exercises) >= 300


# Names of movements that the library does not hold; the nearest exercise would be a wrong one.
NOT_HELD = {
    "Aerobics",
    "Deadlift to Calf Raise",
    "Spiderman",
    "Warm Up",
    "Zumba",
}


@pytest.mark.parametrize("app", ["strong", "hevy", "hevy_localised", "fitnotes"])
def test_every_built_in_name_of_an_app_is_recognised(app):
    names = BUILT_IN[app].strip().splitlines()
    assert [name for name in names if exercise_of(name) is None and name not in NOT_HELD] == []


@pytest.mark.parametrize("name", sorted(NOT_HELD))
def test_a_name_of_a_movement_that_the_library_does_not_hold_stays_unknown(name):
    assert exercise_of(name) is None


def test_nearly_every_pair_of_exercise_and_equipment_that_liftosaur_offers_is_recognised():
    # Liftosaur offers pairs that hardly anybody logs ("Chest Fly, Barbell"): those stay the lifter's own.
    names = BUILT_IN["liftosaur"].strip().splitlines()
    assert sum(exercise_of(name) is not None for name in names) / len(names) >= 0.93


@pytest.mark.parametrize(
    "name",
    [
        "Leg Press",
        "Leg Press (Machine)",
        "Leg Press 45º (Máquina)",
        "Leg Press 45° (Máquina)",
        "LEG  PRESS 45º",
        "Machine Leg Press",
        "Beinpresse",
        "腿举",
    ],
)
def test_a_plain_leg_press_is_the_45_degree_press_with_either_degree_sign(name):
    assert exercise_of(name) == "leg-press-45"


@pytest.mark.parametrize(
    "name",
    ["Seated Leg Press (Machine)", "Leg Press Horizontal (Machine)", "Leg Press Orizzontale (Macchina)"],
)
def test_a_seated_leg_press_is_another_exercise(name):
    assert exercise_of(name) == "leg-press-horizontal"


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Calf Press on Leg Press", "calf-press-sled"),
        ("Calf Press on Seated Leg Press", "calf-press-machine"),
        ("Panturrilha no Leg Press 45º", "calf-press-sled"),
        ("Panturrilha no Leg Press 45°", "calf-press-sled"),
        ("Polpacci Leg Press", "calf-press-sled"),
    ],
)
def test_calf_presses_are_calf_raises_and_no_leg_presses(name, exercise):
    resolved = LIBRARY.exercise(exercise)
    assert exercise_of(name) == exercise
    assert (
        resolved.movement,
        resolved.family,
        "quads" in {credit.muscle for credit in resolved.muscles},
    ) == (
        "calf_raise",
        "calf",
        False,
    )


@pytest.mark.parametrize(
    "name",
    [
        "Single Leg Press (Machine)",
        "Leg Press 45º Unilateral",
        "Leg Press 45° Unilateral",
        "Beinpresse einbeinig",
    ],
)
def test_a_single_leg_press_is_one_side_of_the_leg_press(name):
    resolved = LIBRARY.resolve(name)
    assert resolved is not None
    assert (resolved.exercise, resolved.side) == ("leg-press-45", "single")


@pytest.mark.parametrize(
    "name", ["Pull Up (Assisted)", "Chin Up (Assisted)", "Chest Dip (Assisted)", "Triceps Dip (Assisted)"]
)
def test_the_load_of_an_assisted_exercise_is_help(name):
    exercise = exercise_of(name)
    assert exercise is not None
    assert LIBRARY.exercise(exercise).load_meaning == "assistance"


@pytest.mark.parametrize("name", ["Pull Up (Weighted)", "Chest Dip (Weighted)", "Push Up (Weighted)"])
def test_a_weighted_body_weight_exercise_logs_what_was_hung_on(name):
    exercise = exercise_of(name)
    assert exercise is not None
    assert LIBRARY.exercise(exercise).load_meaning == "added"


@pytest.mark.parametrize(
    ("name", "exercise", "machine"),
    [
        ("Leg Press Technogym (Gelb)", "leg-press-45", "Technogym gelb"),
        ("Leg Press Keller", "leg-press-45", "Keller"),
        ("Leg Press OLD", "leg-press-45", "OLD"),
        ("Bent Over Row Machine (Panatta)", "t-bar-row", "Panatta"),
        ("Leg Extension (Machine) rouge", "leg-extension", "Rouge"),
    ],
)
def test_maker_room_and_colour_words_become_the_machine(name, exercise, machine):
    resolved = meaning(name, LIBRARY.resolve, WORDS)
    assert resolved.machine is not None
    assert (resolved.exercise, resolved.machine.name) == (exercise, machine)


@pytest.mark.parametrize("name", ["Deadmill", "Intensity", "Leg Press cmx", "Hydraulic Leg Press"])
def test_a_private_name_stays_the_lifters_own(name):
    assert exercise_of(name) is None


@pytest.mark.parametrize(
    ("name", "setup"),
    [
        ("Wide Pull Up", {"grip_width": "wide"}),
        ("Pause Squat (Barbell)", {"pause": "paused"}),
        ("Rack Pull (Barbell)", {"start": "blocks"}),
        ("Seated Overhead Press (Barbell)", {"posture": "seated"}),
        ("Leg Presses (narrow)", {"stance": "narrow"}),
        ("Triceps Rope Pushdown", {"attachment": "rope"}),
    ],
)
def test_a_name_that_says_a_technique_carries_it_as_setup(name, setup):
    resolved = LIBRARY.resolve(name)
    assert resolved is not None
    assert dict(resolved.setup) == setup


def test_what_is_timed_or_covers_ground_is_logged_so():
    assert [LIBRARY.exercise(key).log for key in ("plank", "running", "farmers-carry")] == [
        ("load", "duration"),
        ("distance", "duration"),
        ("load", "distance", "duration"),
    ]


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_body_picture_has_a_shape_for_every_muscle_that_shows_there(view):
    picture = (LIBRARY.root / "body" / f"{view}.svg").read_text(encoding="utf-8")
    shapes = MUSCLE_SHAPE.findall(picture)
    assert len(shapes) == len(set(shapes))
    assert {muscle.id for muscle in LIBRARY.muscles.values() if view in muscle.views} <= set(shapes)
    assert set(shapes) <= set(LIBRARY.muscles)
    assert "style=" not in picture
    assert "<style" not in picture


def test_every_muscle_shows_on_a_body_picture():
    pictures = [
        (LIBRARY.root / "body" / f"{view}.svg").read_text(encoding="utf-8") for view in ("front", "back")
    ]
    shown = {muscle for picture in pictures for muscle in MUSCLE_SHAPE.findall(picture)}
    assert set(LIBRARY.muscles) <= shown


def test_every_muscle_is_the_aim_of_some_exercise():
    # The serratus is trained by pressing and reaching, never chosen for itself here.
    aims = {muscle for exercise in LIBRARY.exercises.values() for muscle in exercise.primary}
    assert set(LIBRARY.muscles) - aims <= {"serratus", "rectus_femoris"}


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Split Squat mit Langhantel", "barbell-split-squat"),
        ("Buenos Días Sentado", "seated-good-morning"),
        ("Curl Inversé", "reverse-curl"),
        ("Stacco a Una Gamba", "single-leg-romanian-deadlift"),
        ("Voador Inverso", "reverse-fly-machine"),
        ("Kreuzheben an der Multipresse", "smith-deadlift"),
    ],
)
def test_a_name_of_another_language_means_the_lift_that_lifters_mean_by_it(name, exercise):
    assert exercise_of(name) == exercise
