"""Draws a movement: two positions side by side, and the way between them where motion is welcome."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from iron.knowledge.figures.body import HEAD_RADIUS, Pose, between, joints

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iron.knowledge.figures.body import Point

    Place = Callable[[Point, float], Point]

# Units of the drawing for one body height.
_SCALE: Final = 150
_GAP: Final = 26
_EDGE: Final = 14
_LEG: Final = ("toe", "ankle", "knee", "hip")
_BACK: Final = ("hip", "shoulder")
_ARM: Final = ("shoulder", "elbow", "hand")
# Five seconds in all: what moves for longer needs a way to stop it (WCAG 2.2.2).
_SECONDS: Final = 2.5
_REPEATS: Final = 2
_STEPS: Final = 6
# Radius of what is drawn for the load, in body heights: a 45 cm plate, a dumbbell.
LOADS: Final[dict[str, float]] = {"barbell": 0.11, "dumbbell": 0.04, "none": 0}
HOLDS: Final = ("hand", "shoulder", "hip")


@dataclass(frozen=True, slots=True)
class Movement:
    """Two positions of one exercise.

    Attributes:
        says: the movement in words, for readers who do not see it.
        start, end: the two positions.
        load: ``barbell``, ``dumbbell`` or ``none``.
        held: joint at which the load is: ``hand``, ``shoulder`` or ``hip``.
        props: fixed things as lines between two points, in body heights.
    """

    says: str
    start: Pose
    end: Pose
    load: str
    held: str
    props: tuple[tuple[Point, Point], ...]


def draw(movement: Movement) -> str:
    """The drawing as two SVGs, the still one and the moving one; their colours come from the page.

    Classes: ``edge`` (what stands still), ``limb``, ``arm``, ``head``, ``plate``. The page shows ``moving`` only to
    readers who did not ask for reduced motion; readers who do not see it are told the movement in words.
    """
    frames = [joints(between(movement.start, movement.end, step / _STEPS)) for step in range(_STEPS + 1)]
    left, low, right, high = _bounds(movement, frames)
    width, height = right - left + 2 * _EDGE, high - low + 2 * _EDGE

    def place(point: Point, offset: float) -> Point:
        return point[0] * _SCALE - left + _EDGE + offset, high - point[1] * _SCALE + _EDGE

    second = width + _GAP
    still = "".join(
        _scene(movement, offset, place) + _figure(movement, [frame], offset, place)
        for frame, offset in ((frames[0], 0.0), (frames[-1], second))
    )
    middle, half = height / 2, _GAP / 4
    arrow = (
        f'<polyline class="edge" points="{width + half:.0f},{middle - half:.0f} {width + 3 * half:.0f},{middle:.0f} '
        f'{width + half:.0f},{middle + half:.0f}"/>'
    )
    there_and_back = [*frames, *frames[-2::-1]]
    return (
        f'<svg class="movement" viewBox="0 0 {second + width:.0f} {height:.0f}" role="img" '
        f'aria-label="{escape(movement.says)}">{still}{arrow}</svg>'
        f'<svg class="movement moving" viewBox="0 0 {width:.0f} {height:.0f}" aria-hidden="true">'
        f"{_scene(movement, 0, place)}{_figure(movement, there_and_back, 0, place)}</svg>"
    )


def _bounds(movement: Movement, frames: Sequence[dict[str, Point]]) -> tuple[float, float, float, float]:
    reach = max(HEAD_RADIUS, LOADS[movement.load])
    points = [point for frame in frames for point in frame.values()]
    points += [point for line in movement.props for point in line]
    across, up = [x for x, _ in points], [y for _, y in points]
    return (
        (min(across) - reach) * _SCALE,
        (min(up) - 0.03) * _SCALE,
        (max(across) + reach) * _SCALE,
        (max(up) + reach) * _SCALE,
    )


def _scene(movement: Movement, offset: float, place: Place) -> str:
    return "".join(
        '<line class="edge" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>'.format(
            *place(start, offset), *place(end, offset)
        )
        for start, end in movement.props
    )


def _figure(movement: Movement, frames: Sequence[dict[str, Point]], offset: float, place: Place) -> str:
    def at(frame: dict[str, Point], name: str) -> Point:
        return place(frame[name], offset)

    parts = [
        _line("limb", [[at(frame, name) for name in _LEG] for frame in frames]),
        _line("limb", [[at(frame, name) for name in _BACK] for frame in frames]),
        _dot("head", [at(frame, "head") for frame in frames], HEAD_RADIUS * _SCALE),
    ]
    radius = LOADS[movement.load] * _SCALE
    if radius:
        parts.append(_dot("plate", [at(frame, movement.held) for frame in frames], radius))
    parts.append(_line("arm", [[at(frame, name) for name in _ARM] for frame in frames]))
    return "".join(parts)


def _line(kind: str, frames: Sequence[Sequence[Point]]) -> str:
    drawn = [" ".join(f"{x:.1f},{y:.1f}" for x, y in frame) for frame in frames]
    return f'<polyline class="{kind}" points="{drawn[0]}">{_animate("points", drawn)}</polyline>'


def _dot(kind: str, frames: Sequence[Point], radius: float) -> str:
    x, y = [f"{point[0]:.1f}" for point in frames], [f"{point[1]:.1f}" for point in frames]
    return (
        f'<circle class="{kind}" cx="{x[0]}" cy="{y[0]}" r="{radius:.1f}">'
        f"{_animate('cx', x)}{_animate('cy', y)}</circle>"
    )


def _animate(attribute: str, values: Sequence[str]) -> str:
    if len(values) == 1:
        return ""
    shown = ";".join(values)
    return (
        f'<animate attributeName="{attribute}" dur="{_SECONDS}s" repeatCount="{_REPEATS}" values="{shown}"/>'
    )
