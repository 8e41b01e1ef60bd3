"""Bars, bells, cables, levers and pads, as shapes beside a body whose joints are known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from iron.knowledge.figures.movement import FRAMES, LOADS
from iron.knowledge.figures.shapes import Dot, Line, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iron.knowledge.figures.body import Point, Pose, Spot
    from iron.knowledge.figures.movement import Link, Movement, Rider

    Frames = Sequence[dict[str, Spot]]

THIN: Final = 0.018
PAD: Final = 0.05
_CABLE: Final = 0.01
_LEVER: Final = 0.024
_DISKS: Final = {"roller": 0.036, "plate": 0.11}
# Half of a bar seen from the front, and where its plates are.
_BAR: Final = (0.46, 0.41)
# From the middle of a dumbbell to its ends.
_BELL: Final = 0.056


def scene(movement: Movement) -> list[Shape]:
    """What stands still, mirrored where the body is seen from the front."""
    lines = [("edge", THIN, line) for line in movement.props]
    lines += [("pad", PAD, line) for line in movement.pads]
    shapes: list[Shape] = [Line(kind, width, [line]) for kind, width, line in lines]
    return shapes + [
        Dot("edge", 0.022, [fixed])
        for link in movement.links
        for fixed in _both(link.fixed, mirrored=movement.view == "front" and link.far)
    ]


def parts(movement: Movement, frames: Frames) -> list[Shape]:
    """What moves with the body and is not held: cables, levers, pads, rollers."""
    front = movement.view == "front"
    shapes: list[Shape] = []
    for link in movement.links:
        shapes += _link(link, frames, front=front)
    for rider in movement.riders:
        for prefix in ("", "far_") if front else ("",):
            shapes.append(_rider(rider, prefix, frames))
    return shapes


def load(movement: Movement, frames: Frames, poses: Sequence[Pose]) -> list[Shape]:
    """What is held."""
    radius = LOADS[movement.load]
    if not radius:
        return []
    sides = ("far_", "") if movement.both else ("",)
    at = {side: [off(frame, movement.held, side, movement.off) for frame in frames] for side in sides}
    if movement.view == "front" and movement.load == "barbell":
        return _long_bar([spot[1] for spot in at[""]])
    shapes: list[Shape] = []
    for side in sides:
        handles = [pose.handle for pose in poses]
        if None not in handles:
            mirrored = movement.view == "front" and side
            turned = [180 - h if mirrored else h for h in handles if h is not None]
            shapes += _handled(movement.load, at[side], turned)
        else:
            shapes.append(Dot("bell" if movement.load == "dumbbell" else "plate", radius, at[side]))
            if movement.load in {"barbell", "ez_bar"}:
                shapes.append(Dot("hub", 0.02, at[side]))
    return shapes


def off(frame: dict[str, Spot], joint: str, side: str, distance: Point) -> Point:
    """A point beside a joint, as seen along the segment that ends there."""
    x, y, _ = frame[f"{side}{joint}"]
    if distance == (0.0, 0.0):
        return x, y
    cos, sin = _along(frame, joint, side)
    return x + cos * distance[0] - sin * distance[1], y + sin * distance[0] + cos * distance[1]


def _along(frame: dict[str, Spot], joint: str, side: str) -> Point:
    first, last = {
        "forearm": ("elbow", "hand"),
        "arm": ("shoulder", "elbow"),
        "trunk": ("pelvis", "neck"),
        "thigh": ("knee", "hip"),
        "shank": ("ankle", "knee"),
        "foot": ("ankle", "toe"),
    }[FRAMES[joint]]
    prefix = "" if FRAMES[joint] == "trunk" else side
    (x0, y0, _), (x1, y1, _) = frame[prefix + first], frame[prefix + last]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    return (x1 - x0) / length, (y1 - y0) / length


def _link(link: Link, frames: Frames, *, front: bool) -> Iterator[Shape]:
    width = _CABLE if link.kind == "cable" else _LEVER
    sides = ("", "far_") if link.far else ("",)
    for side in sides:
        x, y = link.fixed
        fixed = (-x, y) if front and side else (x, y)
        yield Line(link.kind, width, [[fixed, off(frame, link.to, side, link.off)] for frame in frames])


def _rider(rider: Rider, side: str, frames: Frames) -> Shape:
    placed = [[_ridden(rider, frame, side, point) for point in rider.line] for frame in frames]
    if rider.kind in _DISKS:
        return Dot(rider.kind, _DISKS[rider.kind], [points[0] for points in placed])
    return Line(rider.kind, PAD if rider.kind == "pad" else _LEVER, placed)


def _ridden(rider: Rider, frame: dict[str, Spot], side: str, point: Point) -> Point:
    if rider.turns:
        return off(frame, rider.to, side, (point[0], -point[1] if side else point[1]))
    x, y, _ = frame[f"{side}{rider.to}"]
    return x + (-point[0] if side else point[0]), y + point[1]


def _long_bar(heights: Sequence[float]) -> list[Shape]:
    end, plates = _BAR
    half = LOADS["barbell"]
    shapes: list[Shape] = [Line("bar", 0.02, [[(-end, y), (end, y)] for y in heights])]
    return shapes + [
        Line("disk", 0.045, [[(x, y - half), (x, y + half)] for y in heights]) for x in (-plates, plates)
    ]


def _handled(kind: str, at: Sequence[Point], degrees: Sequence[float]) -> list[Shape]:
    """A dumbbell seen from the side, a kettlebell that hangs from its handle, a bar or rope."""
    ways = [(math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in degrees]

    def moved(distance: float) -> list[Point]:
        return [(x + cos * distance, y + sin * distance) for (x, y), (cos, sin) in zip(at, ways, strict=True)]

    def line(name: str, width: float, reach: float, start: float | None = None) -> Line:
        first = moved(-reach if start is None else start)
        return Line(name, width, [list(pair) for pair in zip(first, moved(reach), strict=True)])

    if kind == "kettlebell":
        return [line("bar", 0.022, 0.05, 0.0), Dot("bell", LOADS[kind], moved(0.095))]
    if kind == "dumbbell":
        ends: list[Shape] = [
            Line(
                "disk",
                0.04,
                [
                    [(x - sin * 0.032, y + cos * 0.032), (x + sin * 0.032, y - cos * 0.032)]
                    for (x, y), (cos, sin) in zip(moved(reach), ways, strict=True)
                ],
            )
            for reach in (-_BELL, _BELL)
        ]
        return [line("bar", 0.022, _BELL), *ends]
    return [line("bar", 0.026, 0.06)]


def _both(point: Point, *, mirrored: bool) -> tuple[Point, ...]:
    return (point, (-point[0], point[1])) if mirrored else (point,)
