"""Draws the last position of a movement small enough for a row of a list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from iron.knowledge.figures.drawing import bounds, shapes_of
from iron.knowledge.figures.shapes import Dot, Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iron.knowledge.figures.body import Point
    from iron.knowledge.figures.movement import Movement
    from iron.knowledge.figures.shapes import Place, Shape

# Whole numbers are fine enough at this many units from edge to edge.
_SIDE: Final = 100
_EDGE: Final = 3
# What is thinner would not be seen in a row [units].
_THINNEST: Final = 3


def thumbnail(movement: Movement, working: frozenset[str]) -> str:
    """A square SVG of the last position in the classes of ``draw``, for the eye only."""
    shapes = shapes_of(movement, working)
    last = [_at_the_end(shape) for shape in shapes]
    left, low, right, high = bounds(last)
    scale = (_SIDE - 2 * _EDGE) / max(right - left, high - low)
    across, down = (_SIDE - (right - left) * scale) / 2, (_SIDE - (high - low) * scale) / 2

    def place(point: Point) -> Point:
        return (point[0] - left) * scale + across, (high - point[1]) * scale + down

    drawn = "".join(_drawn(last, place, scale))
    return f'<svg class="movement" viewBox="0 0 {_SIDE} {_SIDE}" aria-hidden="true">{drawn}</svg>'


def _at_the_end(shape: Shape) -> Shape:
    if isinstance(shape, Dot):
        return Dot(shape.kind, shape.radius, shape.frames[-1:])
    return Line(shape.kind, shape.width, shape.frames[-1:], shape.closed)


def _drawn(shapes: Iterable[Shape], place: Place, scale: float) -> Iterable[str]:
    """Each disk, and the lines between two disks that look alike as one path."""

    def look(shape: Shape) -> tuple[str, float]:
        return (shape.kind, shape.width) if isinstance(shape, Line) else (shape.kind, 0.0)

    for (kind, width), alike in groupby(shapes, key=look):
        path = ""
        for shape in alike:
            if isinstance(shape, Dot):
                x, y = place(shape.frames[0])
                yield f'<circle class="{kind}" cx="{x:.0f}" cy="{y:.0f}" r="{shape.radius * scale:.0f}"/>'
                continue
            points = [f"{x:.0f} {y:.0f}" for x, y in map(place, shape.frames[0])]
            path += f"M{' '.join(points)}{'Z' if shape.closed else ''}"
        if path:
            thick = max(_THINNEST, round(width * scale))
            yield f'<path class="{kind}" stroke-width="{thick}" d="{path}"/>'
