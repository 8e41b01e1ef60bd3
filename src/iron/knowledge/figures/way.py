"""The way from one position to the other: hands and feet that hold on to something stay where they are."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iron.knowledge.figures.body import between, joints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.knowledge.figures.body import Point, Pose, Spot

# What stays: the joint where the limb begins, the one that bends, the end, its segments, and the end that is compared.
_LIMBS: Final = (
    ("hip", "knee", "ankle", ("thigh", "shank"), "toe"),
    ("shoulder", "elbow", "hand", ("arm", "forearm"), "hand"),
)
# An end that moves by less from the first to the last position stays [body heights].
_STAYS: Final = 0.012
# The joints from which the body is built up: a leg that carries them is not bent anew.
_FEET: Final = ("ankle", "toe")


def way(start: Pose, end: Pose, shares: Sequence[float], view: str) -> list[Pose]:
    """The poses at these shares of the way.

    Every segment turns evenly; a hand or foot that is at one place in both positions keeps it: its limb bends as far as
    that needs.
    """
    first, last = joints(start, view), joints(end, view)
    poses = [between(start, end, share) for share in shares]
    # From the front one side mirrors the other.
    for limb in _LIMBS:
        for side in ("",) if view == "front" else ("", "far_"):
            tip = side + limb[4]
            if tip not in first or math.dist(first[tip][:2], last[tip][:2]) > _STAYS:
                continue
            if (
                view == "side"
                and not side
                and (start.joint == tip or (limb[4] == "toe" and start.joint in _FEET))
            ):
                continue
            stays = first[tip][0], first[tip][1]
            poses = [_bent(pose, view, limb, side, stays) for pose in poses]
    return poses


def _bent(
    pose: Pose, view: str, limb: tuple[str, str, str, tuple[str, str], str], side: str, stays: Point
) -> Pose:
    """The pose with the limb bent so that its end is at ``stays``."""
    root, middle, end, segments, tip = limb
    at = joints(pose, view)
    base, bend, tail = (_flat(at[side + name]) for name in (root, middle, end))
    toe = _flat(at[side + tip])
    goal = stays[0] - toe[0] + tail[0], stays[1] - toe[1] + tail[1]
    if pose.joint == side + end:
        goal = goal[0], tail[1]
    middle_at = _meeting(base, goal, math.dist(base, bend), math.dist(bend, tail), bend)
    turned = {segments[0]: _direction(base, middle_at), segments[1]: _direction(middle_at, goal)}
    if root == "hip":  # legs are given from the ankle up
        turned = {segments[0]: _direction(middle_at, base), segments[1]: _direction(goal, middle_at)}
    if side:
        return replace(pose, far={**pose.far, **turned})
    # The other side is given by its difference: what it shared with this side stays as it was.
    shared = {key: pose.directions[key] for key in turned if pose.far and key not in pose.far}
    return replace(pose, directions={**pose.directions, **turned}, far={**pose.far, **shared})


def _meeting(base: Point, goal: Point, upper: float, lower: float, near: Point) -> Point:
    """Where two lengths from two points meet, on the side of ``near``; on the line between them where they do not."""
    reach = math.dist(base, goal) or 1e-9
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(0.0, upper**2 - along**2))
    x, y = (goal[0] - base[0]) / reach, (goal[1] - base[1]) / reach
    left = 1.0 if x * (near[1] - base[1]) - y * (near[0] - base[0]) >= 0 else -1.0
    return base[0] + along * x - left * out * y, base[1] + along * y + left * out * x


def _direction(start: Point, end: Point) -> float:
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def _flat(spot: Spot) -> Point:
    return spot[0], spot[1]
