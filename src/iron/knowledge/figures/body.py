"""The body in side view: segment lengths, and where the joints are for given directions of the segments."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    Point = tuple[float, float]

# Shares of body height after Drillis and Contini, as in the leg-press model (docs/mechanics.md); the forearm here
# reaches to the middle of the hand.
LENGTHS: Final[dict[str, float]] = {
    "foot": 0.11,
    "shank": 0.246,
    "thigh": 0.245,
    "trunk": 0.288,
    "arm": 0.186,
    "forearm": 0.19,
}
HEAD_RADIUS: Final = 0.062
# From the shoulder to the middle of the head, along the trunk.
_NECK: Final = 0.135
# Each segment leads from one joint to the next, in the order in which the body is built up from the ankle.
SEGMENTS: Final[dict[str, tuple[str, str]]] = {
    "foot": ("ankle", "toe"),
    "shank": ("ankle", "knee"),
    "thigh": ("knee", "hip"),
    "trunk": ("hip", "shoulder"),
    "arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "hand"),
}


@dataclass(frozen=True, slots=True)
class Pose:
    """One position of the body.

    Attributes:
        directions: where each segment points, in degrees: 0 is forward, 90 up; the shank points from ankle to knee,
            the thigh from knee to hip, the trunk from hip to shoulder, arm and forearm toward the hand.
        joint: the joint that stays at ``place``.
        place: its position, in body heights: forward, up.
        head: direction from the shoulder to the head where it is not that of the trunk.
    """

    directions: Mapping[str, float]
    joint: str
    place: Point
    head: float | None = None


def joints(pose: Pose) -> dict[str, Point]:
    """Where the joints and the middle of the head are, in body heights."""
    points: dict[str, Point] = {"ankle": (0.0, 0.0)}
    for segment, (start, end) in SEGMENTS.items():
        points[end] = _step(points[start], pose.directions[segment], LENGTHS[segment])
    head = pose.directions["trunk"] if pose.head is None else pose.head
    points["head"] = _step(points["shoulder"], head, _NECK)
    dx, dy = pose.place[0] - points[pose.joint][0], pose.place[1] - points[pose.joint][1]
    return {name: (x + dx, y + dy) for name, (x, y) in points.items()}


def between(start: Pose, end: Pose, share: float) -> Pose:
    """A pose on the way from one to the other, every segment turned by the same share of its angle."""
    first, last = start.head, end.head
    if first is None or last is None:
        first = start.directions["trunk"] if first is None else first
        last = end.directions["trunk"] if last is None else last
    return Pose(
        {key: _mix(value, end.directions[key], share) for key, value in start.directions.items()},
        start.joint,
        (_mix(start.place[0], end.place[0], share), _mix(start.place[1], end.place[1], share)),
        _mix(first, last, share),
    )


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _step(point: Point, degrees: float, length: float) -> Point:
    turn = math.radians(degrees)
    return point[0] + length * math.cos(turn), point[1] + length * math.sin(turn)
