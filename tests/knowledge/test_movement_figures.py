"""Movements are drawn from joint angles: one body, whose segments never change their length."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest

from iron.journal import content
from iron.knowledge.figures.body import LENGTHS, SEGMENTS, Pose, between, joints
from iron.knowledge.figures.drawing import draw
from iron.knowledge.figures.reading import read_movements

UPRIGHT = Pose(
    {"foot": 0, "shank": 90, "thigh": 90, "trunk": 90, "arm": -90, "forearm": -90}, "ankle", (0.0, 0.04)
)
# The lowest that any joint may stand: the floor, with the foot's own thickness.
FLOOR = -0.03


@pytest.fixture(scope="module")
def library():
    return content.library()


@pytest.fixture(scope="module")
def movements(library):
    problems = []
    found = read_movements(library, problems)
    assert problems == []
    return found


def ways(movement):
    return [joints(between(movement.start, movement.end, step / 10)) for step in range(11)]


def test_a_standing_body_has_its_joints_above_each_other():
    found = joints(UPRIGHT)
    assert found["knee"] == pytest.approx((0, 0.286))
    assert found["hip"] == pytest.approx((0, 0.531))
    assert found["shoulder"] == pytest.approx((0, 0.819))
    assert found["hand"] == pytest.approx((0, 0.443))


def test_every_segment_keeps_its_length_on_the_whole_way_of_every_movement(movements):
    for name, movement in movements.items():
        for frame in ways(movement):
            for segment, (start, end) in SEGMENTS.items():
                assert math.dist(frame[start], frame[end]) == pytest.approx(LENGTHS[segment]), (name, segment)


def test_the_joint_that_stays_moves_only_from_its_first_to_its_last_place(movements):
    for movement in movements.values():
        assert joints(movement.start)[movement.start.joint] == pytest.approx(movement.start.place)
        assert joints(movement.end)[movement.end.joint] == pytest.approx(movement.end.place)


def test_nobody_sinks_into_the_floor_and_no_knee_bends_backward(movements):
    for name, movement in movements.items():
        for frame in ways(movement):
            assert min(y for _, y in frame.values()) > FLOOR, name
        for pose in (movement.start, movement.end):
            knee = pose.directions["thigh"] - pose.directions["shank"]
            assert -8 <= knee <= 160, (name, knee)


def test_the_most_logged_lifts_are_drawn(movements):
    assert {"back-squat", "bench-press", "deadlift", "overhead-press", "pull-up", "dumbbell-curl"} <= set(
        movements
    )


def test_a_drawing_has_two_still_positions_words_and_a_movement_that_ends_after_five_seconds(movements):
    drawn = draw(movements["back-squat"])
    still, moving = drawn.split('<svg class="movement moving"')
    assert movements["back-squat"].says in still
    assert "<animate" not in still
    assert still.count('class="head"') == 2
    assert 'aria-hidden="true"' in moving
    for seconds, times in re.findall(r'dur="([\d.]+)s" repeatCount="(\d+)"', moving):
        assert float(seconds) * int(times) <= 5
    assert "style=" not in drawn
    assert "script" not in drawn


def test_words_of_a_movement_are_escaped(movements):
    assert 'aria-label="a &lt;b&gt; &quot;c&quot;"' in draw(replace(movements["dip"], says='a <b> "c"'))


def test_a_broken_movement_is_told_with_its_place_and_hides_no_other(library, tmp_path):
    good = (library.root / "poses.toml").read_text(encoding="utf-8")
    text = good.replace("[back-squat]", "[no-such-squat]").replace('load = "barbell"', 'load = "anvil"', 1)
    (tmp_path / "poses.toml").write_text(text + '\n[dead-bug]\nsays = "x"\n', encoding="utf-8")
    problems = []
    found = read_movements(replace(library, root=tmp_path), problems)
    told = [str(problem) for problem in problems]
    assert any("There is no exercise “no-such-squat” to draw." in line for line in told)
    assert any("anvil" in line for line in told)
    assert any("“start” is missing" in line for line in told)
    assert "deadlift" in found
    assert "dead-bug" not in found
