"""Movements are drawn from joint angles: one body, whose segments never change their length."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from iron.journal import content
from iron.knowledge.figures import implements
from iron.knowledge.figures.body import LENGTHS, SEGMENTS, Pose, between, joints
from iron.knowledge.figures.drawing import draw, working_segments
from iron.knowledge.figures.reading import read_movements
from iron.knowledge.figures.thumbnail import thumbnail
from iron.knowledge.figures.way import way

UPRIGHT = Pose(
    {"foot": 0, "shank": 90, "thigh": 90, "trunk": 90, "arm": -90, "forearm": -90}, "ankle", (0.0, 0.04)
)
# Limits of each joint in degrees, as the angle between two segments. Hip and knee: what the most mobile group of the CDC
# joint range of motion study (girls of 2 to 8 years, archive.cdc.gov, ncbddd/jointrom) can bend. Elbow: a guess, to a
# hand at the shoulder. Ankle, from foot against the shank to a pointed foot, and neck: guesses.
RANGES = {
    "hip": (("knee", "hip"), ("pelvis", "back"), (0, 141)),
    "knee": (("ankle", "knee"), ("knee", "hip"), (0, 153)),
    "elbow": (("shoulder", "elbow"), ("elbow", "hand"), (0, 155)),
    "ankle": (("ankle", "toe"), ("ankle", "knee"), (52, 178)),
    "neck": (("back", "neck"), ("neck", "head"), (0, 45)),
}
# What begins the second SVG of a drawing.
MOVING = 'moving" viewBox='
CENTRAL = {"pelvis", "back", "neck", "head"}
# An upper arm that points no farther out of the picture shows on which side its elbow bends [degrees].
IN_THE_PICTURE = 35
# How far a bar may be from the hands that hold it on the shoulders or hips, and hands from a bar they hang on.
AT_HAND = 0.06
ON_A_BENCH = {
    "bench-press": (0.05, 0.11),
    "incline-bench-press": (0.05, 0.12),
    "incline-dumbbell-press": (0.05, 0.12),
    "skullcrusher": (0.05, 0.11),
    "lying-leg-curl": (0.05, 0.12),
}
ON_THE_FLOOR = """
    back-squat front-squat goblet-squat deadlift sumo-deadlift romanian-deadlift dumbbell-romanian-deadlift
    bench-press overhead-press bent-over-row dumbbell-curl barbell-curl hammer-curl cable-curl lateral-raise
    dumbbell-shrug hip-thrust glute-bridge crunch kettlebell-swing dumbbell-bench-press dumbbell-fly face-pull
"""


@pytest.fixture(scope="module")
def library():
    return content.library()


@pytest.fixture(scope="module")
def movements(library):
    problems = []
    drawn = read_movements(library, problems)
    assert problems == []
    return drawn


def frames(movement):
    poses = way(movement.start, movement.end, [step / 10 for step in range(11)], movement.view)
    return [joints(pose, movement.view) for pose in poses]


def sides(frame):
    return ("", "far_") if "far_hip" in frame else ("",)


def vector(frame, side, ends):
    first, last = (frame[name if name in CENTRAL else side + name] for name in ends)
    return tuple(b - a for a, b in zip(first, last, strict=True))


def degrees_between(a, b):
    cosine = sum(x * y for x, y in zip(a, b, strict=True)) / math.hypot(*a) / math.hypot(*b)
    return math.degrees(math.acos(max(-1, min(1, cosine))))


def distance_to(point, line):
    return min(_to_piece(point, a, b) for a, b in pairwise(line))


def _to_piece(point, a, b):
    length = math.dist(a, b)
    share = sum((p - x) * (y - x) for p, x, y in zip(point, a, b, strict=True)) / length**2
    share = max(0, min(1, share))
    return math.dist(point, tuple(x + share * (y - x) for x, y in zip(a, b, strict=True)))


def test_a_standing_body_has_its_joints_above_each_other():
    at = joints(UPRIGHT)
    assert at["knee"][:2] == pytest.approx((0, 0.286))
    assert at["hip"][:2] == pytest.approx((0, 0.531))
    assert at["shoulder"][:2] == pytest.approx((0, 0.819))
    assert at["hand"][:2] == pytest.approx((0, 0.443))


def test_from_the_front_both_sides_mirror_each_other():
    at = joints(replace(UPRIGHT, directions={**UPRIGHT.directions, "arm": 0, "forearm": 45}), "front")
    assert at["hip"][:2] == pytest.approx((0.055, 0.531))
    assert at["elbow"][:2] == pytest.approx((0.301, 0.819))
    for name in ("toe", "ankle", "knee", "hip", "shoulder", "elbow", "hand"):
        x, y, z = at[name]
        assert at[f"far_{name}"] == pytest.approx((-x, y, z)), name


def test_a_segment_that_points_at_the_reader_is_drawn_shorter():
    toward = joints(replace(UPRIGHT, toward={"arm": 60}))
    assert math.dist(toward["shoulder"][:2], toward["elbow"][:2]) == pytest.approx(0.093)
    assert math.dist(toward["shoulder"], toward["elbow"]) == pytest.approx(0.186)


def test_half_way_between_out_and_across_an_arm_points_at_the_reader():
    out = replace(UPRIGHT, directions={**UPRIGHT.directions, "forearm": 0}, toward={"forearm": 1})
    across = replace(UPRIGHT, directions={**UPRIGHT.directions, "forearm": 180}, toward={"forearm": 1})
    assert between(out, across, 0.5).toward["forearm"] == pytest.approx(90)


def test_a_bent_spine_keeps_its_length_and_lifted_shoulders_take_the_arms_along():
    bent = joints(replace(UPRIGHT, bend=60))
    assert math.dist(bent["pelvis"], bent["back"]) == pytest.approx(0.144)
    assert math.dist(bent["back"], bent["neck"]) == pytest.approx(0.144)
    assert bent["neck"][0] > bent["back"][0] - 0.08
    shrugged = joints(replace(UPRIGHT, shrug=0.05))
    assert shrugged["hand"][:2] == pytest.approx((0, 0.493))
    assert shrugged["head"] == pytest.approx(joints(UPRIGHT)["head"])


def test_every_segment_keeps_its_length_on_the_whole_way_of_every_movement(movements):
    for name, movement in movements.items():
        for frame in frames(movement):
            for side in sides(frame):
                for segment in ("foot", "shank", "thigh", "arm", "forearm"):
                    length = math.hypot(*vector(frame, side, SEGMENTS[segment]))
                    assert length == pytest.approx(LENGTHS[segment], abs=0.002), (name, side, segment)


def test_the_joint_that_stays_moves_only_from_its_first_to_its_last_place(movements):
    for name, movement in movements.items():
        axes = (1,) if movement.view == "front" else (0, 1)
        for pose in (movement.start, movement.end):
            at = joints(pose, movement.view)[pose.joint]
            for axis in axes:
                assert at[axis] == pytest.approx(pose.place[axis]), name


def test_hands_and_feet_that_begin_and_end_at_one_place_stay_there_on_the_way(movements):
    for name, movement in movements.items():
        drawn = frames(movement)
        for side in sides(drawn[0]):
            for tip in (f"{side}hand", f"{side}toe"):
                start, end = drawn[0][tip][:2], drawn[-1][tip][:2]
                if math.dist(start, end) < 0.01:
                    assert max(math.dist(start, frame[tip][:2]) for frame in drawn) < 0.02, (name, tip)


def test_nobody_sinks_into_the_floor(movements):
    for name, movement in movements.items():
        for frame in frames(movement):
            low, joint = min((y, joint) for joint, (_, y, _) in frame.items())
            assert low > 0.015, (name, joint)


def test_no_joint_bends_farther_than_a_human_joint(movements):
    for name, movement in movements.items():
        for frame in frames(movement):
            for side in sides(frame):
                for joint, (first, last, (low, high)) in RANGES.items():
                    angle = degrees_between(vector(frame, side, first), vector(frame, side, last))
                    assert low <= angle <= high, (name, side, joint)


def test_knees_bend_backward_and_elbows_forward(movements):
    for name, movement in movements.items():
        if movement.view == "front":
            continue
        for pose in (movement.start, movement.end):
            for limbs, toward in (
                (pose.directions, pose.toward),
                ({**pose.directions, **pose.far}, {**pose.toward, **pose.far_toward}),
            ):
                knee = (limbs["thigh"] - limbs["shank"] + 180) % 360 - 180
                assert knee >= -8, (name, knee)
                elbow = (limbs["forearm"] - limbs["arm"] + 180) % 360 - 180
                if abs(toward.get("arm", 0)) <= IN_THE_PICTURE:
                    assert elbow >= -1, (name, elbow)


def test_the_spine_bends_forward_only(movements):
    for name, movement in movements.items():
        assert movement.start.bend >= 0, name
        assert movement.end.bend >= 0, name


def test_each_of_the_common_exercises_is_drawn_once_and_in_order(library, movements):
    assert len(library.common) == 60
    assert list(movements) == list(library.common)


def test_hands_are_on_the_bar_that_lies_on_shoulders_or_hips(movements):
    on_the_body = {name: each for name, each in movements.items() if each.held in {"shoulder", "hip"}}
    assert set(on_the_body) == {"back-squat", "front-squat", "hip-thrust"}
    for name, movement in on_the_body.items():
        for frame in frames(movement):
            bar = implements.off(frame, movement.held, "", movement.off)
            assert math.dist(bar, frame["hand"][:2]) < AT_HAND, name


def test_hands_are_on_the_bars_and_floor_that_carry_the_body(movements):
    for name in ("pull-up", "chin-up", "dip", "hanging-leg-raise"):
        movement = movements[name]
        for frame in frames(movement):
            hand = frame["hand"][:2]
            assert min(distance_to(hand, line) for line in movement.props) < AT_HAND, name
    for frame in frames(movements["push-up"]):
        assert frame["hand"][1] < AT_HAND
    for frame in frames(movements["dumbbell-row"]):
        assert distance_to(frame["far_hand"][:2], movements["dumbbell-row"].pads[0]) < AT_HAND


def test_cables_and_levers_of_machines_reach_a_hand_or_a_leg_and_levers_keep_their_length(movements):
    moved = {"cable": {"hand"}, "lever": {"hand", "ankle", "knee", "shoulder"}}
    for name, movement in movements.items():
        for link in movement.links:
            assert link.to in moved[link.kind], name
            if link.kind == "lever" and movement.view == "side":
                drawn = frames(movement)
                lengths = [math.dist(link.fixed, implements.off(at, link.to, "", link.off)) for at in drawn]
                assert max(lengths) - min(lengths) < 0.06, name


def test_what_a_machine_or_cable_moves_is_drawn(library, movements):
    for name in movements:
        equipment = library.equipment[library.exercises[name].equipment]
        if equipment.kind in {"machine", "cable"}:
            assert movements[name].links or movements[name].riders, name


def test_the_body_lies_on_the_bench(movements):
    for name, (low, high) in ON_A_BENCH.items():
        for frame in frames(movements[name]):
            for joint in ("pelvis", "neck"):
                drawn = min(distance_to(frame[joint][:2], pad) for pad in movements[name].pads)
                assert low < drawn < high, (name, joint)


def test_feet_stand_on_the_floor(movements):
    for name in ON_THE_FLOOR.split():
        for frame in frames(movements[name]):
            assert 0.015 < frame["toe"][1] < 0.06, name


def test_a_drawing_has_two_still_positions_words_and_a_movement_that_ends_after_five_seconds(movements):
    drawn = draw(movements["back-squat"])
    still, moving = drawn.split(MOVING)
    assert movements["back-squat"].says in still
    assert "<animate" not in still
    assert still.count('class="head"') == 2
    assert 'aria-hidden="true"' in moving
    for seconds, times in re.findall(r'dur="([\d.]+)s" repeatCount="(\d+)"', moving):
        assert float(seconds) * int(times) <= 5
    assert "style=" not in drawn
    assert "script" not in drawn


def test_the_segments_of_the_muscles_that_work_are_coloured(movements):
    working = working_segments([("biceps", "arms"), ("soleus", "legs")])
    assert working == {"arm", "shank"}
    still = draw(movements["dumbbell-curl"], working).split(MOVING)[0]
    assert still.count('class="work"') == 4
    assert 'class="work"' not in draw(movements["dumbbell-curl"])


def test_dumbbells_are_in_both_hands_from_the_front_and_a_barbell_goes_through_both(movements):
    raised = draw(movements["lateral-raise"]).split(MOVING)[0]
    assert raised.count('class="bell"') == 4
    pulled = draw(movements["sumo-deadlift"]).split(MOVING)[0]
    assert pulled.count('class="bar"') == 2
    assert pulled.count('class="disk"') == 4


def test_what_does_not_move_is_not_animated(movements):
    moving = draw(movements["dumbbell-curl"]).split(MOVING)[1]
    assert re.search(r'<circle class="head"[^>]*/>', moving)
    assert re.search(r'<circle class="bell"[^>]*[^/]><animate', moving)


def test_words_of_a_movement_are_escaped(movements):
    assert 'aria-label="a &lt;b&gt; &quot;c&quot;"' in draw(replace(movements["dip"], says='a <b> "c"'))


def test_every_movement_says_in_one_sentence_what_happens(movements):
    for name, movement in movements.items():
        assert re.fullmatch(r"[A-Z][^.]{30,160}\.", movement.says), name


def test_a_broken_movement_is_told_with_its_place_and_hides_no_other(library, tmp_path):
    good = (library.root / "poses.toml").read_text(encoding="utf-8")
    text = good.replace("[back-squat]", "[no-such-squat]").replace('load = "barbell"', 'load = "anvil"', 1)
    (tmp_path / "poses.toml").write_text(text + '\n[dead-bug]\nsays = "x"\n', encoding="utf-8")
    problems = []
    drawn = read_movements(replace(library, root=tmp_path), problems)
    sentences = [str(problem) for problem in problems]
    assert any("There is no exercise “no-such-squat” to draw." in line for line in sentences)
    assert any("anvil" in line for line in sentences)
    assert any("“start” is missing" in line for line in sentences)
    assert "deadlift" in drawn
    assert "dead-bug" not in drawn


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("pads = [[[0, 0]]]", "A line of “pads” is two points or more"),
        ('links = [{ kind = "rope", from = [0, 0] }]', "rope"),
        ('links = [{ kind = "cable", from = [0] }]', "“from” is two numbers in body heights"),
        ('riders = [{ to = "nose", kind = "pad", line = [[0, 0]] }]', "nose"),
        ('riders = [{ to = "hip", kind = "pad" }]', "“line” is a list of points"),
        ('view = "top"', "top"),
        ("far = 3", "“far” is not a key that belongs here"),
    ],
)
def test_what_is_wrong_with_a_machine_is_told(library, tmp_path, line, sentence):
    text = f'[deadlift]\nsays = "Up."\nstart = {{ trunk = 20 }}\nend = {{}}\n{line}\n'
    (tmp_path / "poses.toml").write_text(text, encoding="utf-8")
    problems = []
    read_movements(replace(library, root=tmp_path), problems)
    assert any(sentence in str(problem) for problem in problems), problems


def test_a_small_drawing_is_the_last_position_in_a_square_and_never_moves(movements):
    for name, movement in movements.items():
        small = thumbnail(movement, frozenset({"thigh"}))
        assert small.startswith('<svg class="movement" viewBox="0 0 100 100" aria-hidden="true">'), name
        assert small.count('class="head"') == 1, name
        assert 'class="work"' in small, name
        assert "<animate" not in small, name
        numbers = [
            float(number)
            for path in re.findall(r' d="([^"]*)"', small)
            for number in re.findall(r"-?\d+", path)
        ]
        assert min(numbers) >= 0, name
        assert max(numbers) <= 100, name
        assert len(small) < 1600, name
