"""Draws a movement: two positions side by side, and the way between them where motion is welcome."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Final

from iron.knowledge.figures import implements
from iron.knowledge.figures.body import HEAD_RADIUS, SEGMENTS, joints
from iron.knowledge.figures.shapes import Dot, Line, Shape
from iron.knowledge.figures.way import way

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iron.knowledge.figures.body import Point, Spot
    from iron.knowledge.figures.movement import Movement

    Frames = Sequence[dict[str, Spot]]

# Units of the drawing for one body height.
SCALE: Final = 150
_GAP: Final = 26
_EDGE: Final = 6
_STEPS: Final = 6
# Widths of the segments in body heights, by eye.
_WIDTHS: Final[dict[str, float]] = {
    "foot": 0.046,
    "shank": 0.066,
    "thigh": 0.088,
    "trunk": 0.112,
    "neck": 0.05,
    "arm": 0.058,
    "forearm": 0.05,
}
# An arm that points so far away from the reader is behind the body [degrees].
_AWAY: Final = -30
# The segment in which a muscle of a region lies: that one is drawn in the accent colour.
_BY_REGION: Final[dict[str, str]] = {
    "legs": "thigh",
    "hips": "thigh",
    "back": "trunk",
    "chest": "trunk",
    "core": "trunk",
    "shoulders": "arm",
    "arms": "arm",
    "neck": "neck",
}
_BY_MUSCLE: Final[dict[str, str]] = {
    "gastrocnemius": "shank",
    "soleus": "shank",
    "tibialis": "shank",
    "forearms": "forearm",
}


def working_segments(muscles: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The segments in which these muscles lie, given as id and region."""
    return frozenset(_BY_MUSCLE.get(muscle) or _BY_REGION[region] for muscle, region in muscles)


def draw(movement: Movement, working: frozenset[str] = frozenset()) -> str:
    """The drawing as two SVGs, the still one and the moving one; their colours come from the page.

    Classes: ``edge``, ``pad``, ``floor`` (what stands still), ``limb``, ``far`` (limbs of the other side), ``work``
    (the segments of ``working``), ``halo``, ``head``, ``plate``, ``hub``, ``bell``, ``bar``, ``disk``, ``cable``,
    ``lever``, ``roller``; of the SVGs: ``moving``, and ``wide`` where a position is wider than high. The page shows
    ``moving`` only to readers who did not ask for reduced motion; readers who do not see it are told the movement in
    words.
    """
    shapes = shapes_of(movement, working)
    left, low, right, high = bounds(shapes)
    if movement.floor:
        shapes = [Line("floor", implements.THIN, [[(left, 0.0), (right, 0.0)]]), *shapes]
    width, height = (right - left) * SCALE + 2 * _EDGE, (high - low) * SCALE + 2 * _EDGE
    second = width + _GAP
    kind = "movement wide" if width > height else "movement"

    def place(offset: float, point: Point) -> Point:
        return (point[0] - left) * SCALE + _EDGE + offset, (high - point[1]) * SCALE + _EDGE

    def scene(moments: Sequence[int], offset: float) -> str:
        return "".join(shape.svg(moments, lambda point: place(offset, point), SCALE) for shape in shapes)

    middle, half = height / 2, _GAP / 4
    arrow = (
        f'<polyline class="arrow" points="{width + half:.0f},{middle - half:.0f} {width + 3 * half:.0f},{middle:.0f} '
        f'{width + half:.0f},{middle + half:.0f}"/>'
    )
    there_and_back = [*range(_STEPS + 1), *range(_STEPS - 1, -1, -1)]
    return (
        f'<svg class="{kind}" viewBox="0 0 {second + width:.0f} {height:.0f}" role="img" '
        f'aria-label="{escape(movement.says)}">{scene([0], 0.0)}{scene([_STEPS], second)}{arrow}</svg>'
        f'<svg class="{kind} moving" viewBox="0 0 {width:.0f} {height:.0f}" aria-hidden="true">'
        f"{scene(there_and_back, 0.0)}</svg>"
    )


def shapes_of(movement: Movement, working: frozenset[str]) -> list[Shape]:
    """Everything but the floor, what is in front last; each moves from the start to the end, slowly at both."""
    shares = [(1 - math.cos(math.pi * step / _STEPS)) / 2 for step in range(_STEPS + 1)]
    poses = way(movement.start, movement.end, shares, movement.view)
    frames = [joints(pose, movement.view) for pose in poses]
    front = movement.view == "front"
    legs, arms = _legs(frames, working, front=front), _arms(frames, working, front=front)
    body = _body(frames, working, front=front)
    head = Dot("head", HEAD_RADIUS, [_flat(frame["head"]) for frame in frames])
    held = implements.load(movement, frames, poses)
    # A long bar lies in the hands; of everything else the near end hides the hand.
    long = movement.load in {"barbell", "ez_bar"} and movement.start.handle is None
    gripped = (*held, *arms) if long else (*arms, *held)
    machine = implements.parts(movement, frames)
    trunk = (*legs, *body, head)
    if movement.start.toward.get("trunk", 0.0) < 0:
        trunk = (head, *body, *legs)
    behind = [] if front else _far(frames)
    still = implements.scene(movement)
    if movement.start.toward.get("arm", 0.0) < _AWAY:
        return [*still, *machine, *gripped, *trunk]
    return [*behind, *still, *trunk, *machine, *gripped]


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Left, low, right and high end of what is drawn, in body heights."""
    boxes = [(x, y, shape.reach) for shape in shapes for x, y in shape.points()]
    return (
        min(x - reach for x, _, reach in boxes),
        min(-0.02, *(y - reach for _, y, reach in boxes)),
        max(x + reach for x, _, reach in boxes),
        max(y + reach for _, y, reach in boxes),
    )


def _flat(spot: Spot) -> Point:
    return spot[0], spot[1]


def _segment(frames: Frames, name: str, side: str, kind: str) -> Line:
    ends = [side + joint for joint in SEGMENTS[name]]
    return Line(kind, _WIDTHS[name], [[_flat(frame[end]) for end in ends] for frame in frames])


def _far(frames: Frames) -> list[Shape]:
    if "far_hip" not in frames[0]:
        return []
    return [_segment(frames, name, "far_", "far") for name in ("foot", "shank", "thigh", "forearm", "arm")]


def _legs(frames: Frames, working: frozenset[str], *, front: bool) -> list[Shape]:
    return [
        _segment(frames, name, side, "work" if name in working else "limb")
        for side in (("far_", "") if front else ("",))
        for name in sorted(("foot", "shank", "thigh"), key=lambda name: name in working)
    ]


def _body(frames: Frames, working: frozenset[str], *, front: bool) -> list[Shape]:
    kind = "work" if "trunk" in working else "limb"
    neck = Line(
        "work" if "neck" in working else "limb",
        _WIDTHS["neck"],
        [[_flat(frame["neck"]), _flat(frame["head"])] for frame in frames],
    )
    if front:
        corners = ("shoulder", "far_shoulder", "far_hip", "hip")
        outline = [[_flat(frame[name]) for name in corners] for frame in frames]
        return [neck, Line(f"{kind} torso", 0.05, outline, closed=True)]
    spine = ("pelvis", "back", "neck")
    return [neck, Line(kind, _WIDTHS["trunk"], [[_flat(frame[name]) for name in spine] for frame in frames])]


def _arms(frames: Frames, working: frozenset[str], *, front: bool) -> list[Shape]:
    shapes: list[Shape] = []
    for side in ("far_", "") if front else ("",):
        ends = [f"{side}{joint}" for joint in ("shoulder", "elbow", "hand")]
        whole = [[_flat(frame[end]) for end in ends] for frame in frames]
        shapes.append(Line("halo", _WIDTHS["arm"] + 0.028, whole))
        shapes += [
            _segment(frames, name, side, "work" if name in working else "limb")
            for name in sorted(("forearm", "arm"), key=lambda name: name in working)
        ]
    return shapes
