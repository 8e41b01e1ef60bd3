"""What a drawing holds: two positions of the body, what it holds, what it lies on and what moves with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iron.knowledge.figures.body import Point, Pose

# What is held: the radius of its disk, in body heights. A plate of 45 cm; the rest by eye.
LOADS: Final[dict[str, float]] = {
    "barbell": 0.125,
    "dumbbell": 0.055,
    "kettlebell": 0.06,
    "ez_bar": 0.08,
    "plate": 0.07,
    "bar": 0.026,
    "grip": 0.026,
    "none": 0,
}
# Where a load or a part of a machine is fastened, and the segment with which it turns.
FRAMES: Final[dict[str, str]] = {
    "hand": "forearm",
    "elbow": "arm",
    "shoulder": "trunk",
    "hip": "trunk",
    "knee": "thigh",
    "ankle": "shank",
    "toe": "foot",
}
LINKS: Final = ("cable", "lever")
RIDERS: Final = ("pad", "lever", "roller", "plate")


@dataclass(frozen=True, slots=True)
class Link:
    """A cable or lever from a fixed point to a joint.

    Attributes:
        kind: ``cable`` or ``lever``.
        fixed: pulley or axle, in body heights.
        to: the joint at its end.
        off: distance from that joint, along its segment and to the left of it.
        far: also to the joint of the other side, from the same point (from the front: from its mirror image).
    """

    kind: str
    fixed: Point
    to: str
    off: Point
    far: bool


@dataclass(frozen=True, slots=True)
class Rider:
    """A part of a machine that moves with a joint.

    Attributes:
        to: the joint.
        kind: one of ``RIDERS``; a roller or plate is a disk around its only point.
        turns: it turns with the segment of that joint; otherwise it keeps its direction.
        line: its points as seen from the joint: along the segment and to the left of it, or forward and up.
    """

    to: str
    kind: str
    turns: bool
    line: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """Two positions of one exercise.

    Attributes:
        says: the movement in words, for readers who do not see it.
        view: ``side`` or ``front``.
        start, end: the two positions.
        load: one of ``LOADS``.
        held: joint at which the load is.
        off: distance of the load from that joint, along its segment and to the left of it.
        both: the load is in both hands, not in the near one only.
        props, pads: fixed things, thin and thick, as lines through points, in body heights.
        links, riders: what moves with the body.
        floor: the floor is drawn.
    """

    says: str
    view: str
    start: Pose
    end: Pose
    load: str
    held: str
    off: Point
    both: bool
    props: tuple[tuple[Point, ...], ...]
    pads: tuple[tuple[Point, ...], ...]
    links: tuple[Link, ...]
    riders: tuple[Rider, ...]
    floor: bool
