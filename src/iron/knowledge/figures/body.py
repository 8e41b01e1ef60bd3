"""The body from the side or from the front: lengths of its segments, and where the joints are in a pose."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    Point = tuple[float, float]
    # Forward (from the front: to the side), up, toward the reader.
    Spot = tuple[float, float, float]

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
# From the shoulders to the middle of the head.
_NECK: Final = 0.135
# Each segment leads from one joint to the next, in the order in which the body is built up from the ankle.
SEGMENTS: Final[dict[str, tuple[str, str]]] = {
    "foot": ("ankle", "toe"),
    "shank": ("ankle", "knee"),
    "thigh": ("knee", "hip"),
    "trunk": ("pelvis", "neck"),
    "arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "hand"),
}
LIMBS: Final = ("foot", "shank", "thigh", "arm", "forearm")
VIEWS: Final = ("side", "front")
# Half the distance of the hip joints and of the shoulder joints; Drillis and Contini, rounded.
_HALF: Final[dict[str, float]] = {"hip": 0.055, "shoulder": 0.115}

# Two directions that differ by less are one [rad].
_ALIKE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Pose:
    """One position of the body.

    Attributes:
        directions: where each segment points in the picture, in degrees: 0 is forward (from the front: outward), 90 up;
            the shank points from ankle to knee, the thigh from knee to hip, the trunk from hip to shoulder, arm and
            forearm toward the hand.
        joint: the joint that stays at ``place``.
        place: its position, in body heights: forward, up. From the front the middle of the body is at 0.
        toward: degrees by which a segment points out of the picture, toward the reader; absent is 0.
        far: directions of the limbs of the other side where they differ from this side.
        far_toward: the same for ``toward``.
        head: direction from the shoulders to the head where it is not that of the trunk.
        bend: degrees by which the spine is bent forward between hip and shoulder.
        shrug: how far the shoulders are lifted, in body heights.
        handle: direction of what the hand holds; absent where it is seen from its end.
    """

    directions: Mapping[str, float]
    joint: str
    place: Point
    toward: Mapping[str, float] = field(default_factory=dict)
    far: Mapping[str, float] = field(default_factory=dict)
    far_toward: Mapping[str, float] = field(default_factory=dict)
    head: float | None = None
    bend: float = 0.0
    shrug: float = 0.0
    handle: float | None = None


def joints(pose: Pose, view: str = "side") -> dict[str, Spot]:
    """Where the joints and the middle of the head are, in body heights.

    Joints of the other side begin with ``far_``; from the side they are there only where the pose tells them.
    """
    near = _Side(pose.directions, pose.toward, 1.0, front=view == "front")
    at: dict[str, Spot] = {"ankle": (0.0, 0.0, 0.0)}
    at["toe"] = near.step(at["ankle"], "foot")
    at["knee"] = near.step(at["ankle"], "shank")
    at["hip"] = near.step(at["knee"], "thigh")
    at["pelvis"] = near.beside(at["hip"], "hip", -1)
    trunk, lean = pose.directions["trunk"], pose.toward.get("trunk", 0.0)
    half = LENGTHS["trunk"] / 2
    at["back"] = _step(at["pelvis"], trunk + pose.bend / 2, half, lean)
    at["neck"] = _step(at["back"], trunk - pose.bend / 2, half, lean)
    at["head"] = _step(at["neck"], trunk if pose.head is None else pose.head, _NECK, lean)
    at.update(_arm(near, _shoulder(near, at, pose), ""))
    if view == "front" or pose.far or pose.far_toward:
        other = _Side({**pose.directions, **pose.far}, {**pose.toward, **pose.far_toward}, -1.0, near.front)
        at["far_hip"] = other.beside(at["pelvis"], "hip", 1)
        at["far_knee"] = other.step(at["far_hip"], "thigh", -1)
        at["far_ankle"] = other.step(at["far_knee"], "shank", -1)
        at["far_toe"] = other.step(at["far_ankle"], "foot")
        at.update(_arm(other, _shoulder(other, at, pose), "far_"))
    held = at[pose.joint]
    dx = -at["pelvis"][0] if near.front else pose.place[0] - held[0]
    dy = pose.place[1] - held[1]
    return {name: (x + dx, y + dy, z) for name, (x, y, z) in at.items()}


def between(start: Pose, end: Pose, share: float) -> Pose:
    """A pose on the way from one to the other, every segment turned by the same share of its angle."""
    first, last = start.head, end.head
    if first is None or last is None:
        first = start.directions["trunk"] if first is None else first
        last = end.directions["trunk"] if last is None else last
    handles = start.handle, end.handle
    directions, toward = _turned(start.directions, start.toward, end.directions, end.toward, share)
    far, far_toward = _turned(*_other(start), *_other(end), share)
    has_far = any((start.far, start.far_toward, end.far, end.far_toward))
    return Pose(
        directions,
        start.joint,
        (_mix(start.place[0], end.place[0], share), _mix(start.place[1], end.place[1], share)),
        toward,
        far if has_far else {},
        far_toward if has_far else {},
        _mix(first, last, share),
        _mix(start.bend, end.bend, share),
        _mix(start.shrug, end.shrug, share),
        None if handles[0] is None or handles[1] is None else _mix(handles[0], handles[1], share),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the body: its directions, and on which side of the middle it is."""

    directions: Mapping[str, float]
    toward: Mapping[str, float]
    sign: float
    front: bool

    def step(self, point: Spot, segment: str, back: int = 1) -> Spot:
        degrees = self.directions[segment]
        if self.front and self.sign < 0:
            degrees = 180 - degrees
        return _step(point, degrees, back * LENGTHS[segment], self.toward.get(segment, 0.0))

    def beside(self, point: Spot, joint: str, out: int) -> Spot:
        across = out * self.sign * _HALF[joint]
        return (
            (point[0] + across, point[1], point[2]) if self.front else (point[0], point[1], point[2] + across)
        )


def _shoulder(side: _Side, at: Mapping[str, Spot], pose: Pose) -> Spot:
    lifted = _step(at["neck"], pose.directions["trunk"], pose.shrug, pose.toward.get("trunk", 0.0))
    return side.beside(lifted, "shoulder", 1)


def _arm(side: _Side, shoulder: Spot, prefix: str) -> dict[str, Spot]:
    elbow = side.step(shoulder, "arm")
    return {
        f"{prefix}shoulder": shoulder,
        f"{prefix}elbow": elbow,
        f"{prefix}hand": side.step(elbow, "forearm"),
    }


def _other(pose: Pose) -> tuple[dict[str, float], dict[str, float]]:
    """Where the limbs of the other side point."""
    return (
        {key: pose.far.get(key, pose.directions[key]) for key in LIMBS},
        {key: pose.far_toward.get(key, pose.toward.get(key, 0.0)) for key in LIMBS},
    )


def _turned(
    start: Mapping[str, float],
    start_toward: Mapping[str, float],
    end: Mapping[str, float],
    end_toward: Mapping[str, float],
    share: float,
) -> tuple[dict[str, float], dict[str, float]]:
    """Every segment on the way between two directions: in the picture by its angle, out of it along the shorter arc."""
    directions, toward = {}, {}
    for key, value in start.items():
        out, out_end = start_toward.get(key, 0.0), end_toward.get(key, 0.0)
        if out == out_end == 0:
            directions[key] = _mix(value, end[key], share)
        else:
            directions[key], toward[key] = _arc(_unit(value, out), _unit(end[key], out_end), share)
    return directions, toward


def _unit(degrees: float, toward: float) -> Spot:
    return _step((0.0, 0.0, 0.0), degrees, 1.0, toward)


def _arc(start: Spot, end: Spot, share: float) -> tuple[float, float]:
    """Direction and angle toward the reader, on the shorter arc between two directions."""
    angle = math.acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(start, end, strict=True)))))
    first, last = 1 - share, share
    if angle > _ALIKE:
        first, last = math.sin(first * angle), math.sin(last * angle)
    x, y, z = (first * a + last * b for a, b in zip(start, end, strict=True))
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _step(point: Spot, degrees: float, length: float, toward: float = 0.0) -> Spot:
    turn, out = math.radians(degrees), math.radians(toward)
    flat = length * math.cos(out)
    return (
        point[0] + flat * math.cos(turn),
        point[1] + flat * math.sin(turn),
        point[2] + length * math.sin(out),
    )
