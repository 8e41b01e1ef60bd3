"""Lines, areas and dots that move, and how they are written as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iron.knowledge.figures.body import Point

    Place = Callable[[Point], Point]

# Five seconds in all: what moves for longer needs a way to stop it (WCAG 2.2.2).
_SECONDS: Final = 2.5
_REPEATS: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, in body heights; ``frames`` holds one position, or one for each moment."""

    kind: str
    width: float
    frames: Sequence[Sequence[Point]]
    closed: bool = False

    def points(self) -> Iterator[Point]:
        """Every point at every moment."""
        return (point for frame in self.frames for point in frame)

    @property
    def reach(self) -> float:
        """How far it reaches beyond its points."""
        return self.width / 2

    def svg(self, moments: Sequence[int], place: Place, scale: float) -> str:
        """The line at these moments, moving from the first to the last."""
        drawn = [
            " ".join(_number(value) for point in self.frames[moment] for value in place(point))
            for moment in (moments if len(self.frames) > 1 else (0,))
        ]
        name = "polygon" if self.closed else "polyline"
        opened = (
            f'<{name} class="{self.kind}" stroke-width="{_number(self.width * scale)}" points="{drawn[0]}"'
        )
        moving = _animate("points", drawn)
        return f"{opened}>{moving}</{name}>" if moving else f"{opened}/>"


@dataclass(frozen=True, slots=True)
class Dot:
    """A disk around a point, in body heights."""

    kind: str
    radius: float
    frames: Sequence[Point]

    def points(self) -> Iterator[Point]:
        """Its middle at every moment."""
        return iter(self.frames)

    @property
    def reach(self) -> float:
        """How far it reaches beyond its middle."""
        return self.radius

    def svg(self, moments: Sequence[int], place: Place, scale: float) -> str:
        """The disk at these moments, moving from the first to the last."""
        chosen = [place(self.frames[moment]) for moment in (moments if len(self.frames) > 1 else (0,))]
        across, up = [[_number(point[axis]) for point in chosen] for axis in (0, 1)]
        opened = (
            f'<circle class="{self.kind}" cx="{across[0]}" cy="{up[0]}" r="{_number(self.radius * scale)}"'
        )
        moving = _animate("cx", across) + _animate("cy", up)
        return f"{opened}>{moving}</circle>" if moving else f"{opened}/>"


Shape = Line | Dot


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _animate(attribute: str, values: Sequence[str]) -> str:
    if len(set(values)) == 1:
        return ""
    return (
        f'<animate attributeName="{attribute}" dur="{_SECONDS}s" repeatCount="{_REPEATS}" '
        f'values="{";".join(values)}"/>'
    )
