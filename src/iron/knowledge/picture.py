"""The body picture as a PNG for link previews: drawn once at build time, without any library.

The two drawings of `content/body/` hold closed paths of absolute M, L, C and Z commands. Each is cut into lines of
pixels with the share of each pixel that it covers; a picture is then a matter of colours.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# What link previews ask for is 1.91 to 1; 600 wide is the least that is shown large, and a third of the bytes of 1200.
WIDTH: Final = 600
HEIGHT: Final = 315
_SCALE: Final = 0.75
_PLACES: Final = {"front": (155.0, 7.5), "back": (315.0, 7.5)}
_MARK_SCALE: Final = 2
_MARK_AT: Final = 28
_STEPS: Final = 6  # straight pieces of a curve; the curves are a few pixels long
_LINES: Final = 4  # lines looked at in a row of pixels
_LEVELS: Final = 15
_PATH: Final = re.compile(r'<path class="(\w+)[^"]*"(?: data-muscle="(\w+)")?[^>]*? d="([^"]+)"')
_COMMAND: Final = re.compile(r"([MLCZ])([^MLCZ]*)")
_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")

_BACKGROUND: Final = (16, 18, 20)
_SKIN: Final = (44, 49, 54)
_CHALK: Final = (244, 241, 234)
_HOT: Final = (255, 122, 77)
# Colour and what it lies on, in the order of the palette.
_INKS: Final = {
    "skin": (_SKIN, _BACKGROUND),
    "none": ((86, 93, 98), _SKIN),
    "little": ((139, 92, 77), _SKIN),
    "half": ((192, 104, 75), _SKIN),
    "full": (_HOT, _SKIN),
    "chalk": (_CHALK, _BACKGROUND),
    "hot": (_HOT, _BACKGROUND),
}
# The mark, as on every page: rectangles of a drawing 30 wide and 24 high (templates/pages/base.html).
_MARK: Final = (
    ("chalk", (0, 11, 30, 2)),
    ("chalk", (4, 6, 4, 12)),
    ("hot", (9, 1, 5, 22)),
    ("hot", (16, 1, 5, 22)),
    ("chalk", (22, 6, 4, 12)),
)

Point = tuple[float, float]
Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A muscle or the skin as runs of pixels: first pixel, how many, how much of each is covered (1 to 15)."""

    muscle: str
    runs: tuple[Run, ...]


def lit(credit: float) -> str:
    """The step of the picture for a share of a set: trained directly, helper, a little, not counted."""
    if credit >= 1:
        return "full"
    if credit >= 0.5:
        return "half"
    return "little" if credit > 0 else "none"


def mark(root: Path) -> str:
    """A hash over the two drawings and this module; empty where the drawings are missing."""
    files = [root / "body" / f"{view}.svg" for view in _PLACES]
    if not all(file.is_file() for file in files):
        return ""
    own = Path(__file__)
    return hashlib.sha256(b"".join(file.read_bytes() for file in (*files, own))).hexdigest()


def read_shapes(root: Path) -> list[Shape]:
    """The shapes of both body drawings, the skins first; nothing where the drawings are missing."""
    shapes = []
    for view, (left, top) in _PLACES.items():
        file = root / "body" / f"{view}.svg"
        if not file.is_file():
            return []
        for kind, muscle, path in _PATH.findall(file.read_text("utf-8")):
            if kind in {"skin", "muscle"}:
                outlines = [
                    [(x * _SCALE + left, y * _SCALE + top) for x, y in each] for each in _outlines(path)
                ]
                shapes.append(Shape(muscle, tuple(_runs(outlines))))
    return sorted(shapes, key=lambda shape: bool(shape.muscle))


def draw(shapes: Iterable[Shape], steps: Mapping[str, str]) -> bytes:
    """A PNG of the two bodies.

    Args:
        shapes: of ``read_shapes``.
        steps: ``little``, ``half`` or ``full`` by muscle; the others stay dark.
    """
    pixels = bytearray(WIDTH * HEIGHT)
    names = list(_INKS)
    for shape in shapes:
        ink = names.index(steps.get(shape.muscle, "none") if shape.muscle else "skin") * _LEVELS
        for start, count, level in shape.runs:
            pixels[start : start + count] = bytes((ink + level,)) * count
    for name, (x, y, wide, high) in _MARK:
        colour = bytes((names.index(name) * _LEVELS + _LEVELS,))
        for row in range(_MARK_AT + y * _MARK_SCALE, _MARK_AT + (y + high) * _MARK_SCALE):
            start = row * WIDTH + _MARK_AT + x * _MARK_SCALE
            pixels[start : start + wide * _MARK_SCALE] = colour * (wide * _MARK_SCALE)
    return _png(pixels)


def _outlines(path: str) -> Iterator[list[Point]]:
    points: list[Point] = []
    for command, text in _COMMAND.findall(path):
        numbers = [float(each) for each in _NUMBER.findall(text)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            points = pairs
        elif command == "L":
            points += pairs
        elif command == "C":
            for at in range(0, len(pairs), 3):
                points += _curve(points[-1], *pairs[at : at + 3])
        else:
            yield points


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
        yield x, y


def _runs(outlines: list[list[Point]]) -> Iterator[Run]:
    edges = [
        edge for points in outlines for edge in pairwise([*points, points[0]]) if edge[0][1] != edge[1][1]
    ]
    ys = [point[1] for points in outlines for point in points]
    for row in range(max(0, int(min(ys))), min(HEIGHT, int(max(ys)) + 1)):
        cover: dict[int, float] = {}
        for line in range(_LINES):
            y = row + (line + 0.5) / _LINES
            cuts = sorted(
                a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                for a, b in edges
                if min(a[1], b[1]) <= y < max(a[1], b[1])
            )
            for left, right in zip(cuts[::2], cuts[1::2], strict=False):
                _cover(cover, max(0.0, left), min(float(WIDTH), right))
        yield from _joined(row, cover)


def _cover(cover: dict[int, float], left: float, right: float) -> None:
    for x in range(int(left), int(right) + 1):
        share = min(right, x + 1) - max(left, x)
        if share > 0:
            cover[x] = cover.get(x, 0.0) + share / _LINES


def _joined(row: int, cover: Mapping[int, float]) -> Iterator[Run]:
    """Neighbours of one level as one run."""
    start = last = level = -1
    for x in sorted(cover):
        now = round(min(1.0, cover[x]) * _LEVELS)
        if x == last + 1 and now == level:
            last = x
            continue
        if level > 0:
            yield row * WIDTH + start, last - start + 1, level
        start, last, level = x, x, now
    if level > 0:
        yield row * WIDTH + start, last - start + 1, level


def _png(pixels: bytearray) -> bytes:
    palette = bytearray(_BACKGROUND)
    for ink, paper in _INKS.values():
        for level in range(1, _LEVELS + 1):
            share = level / _LEVELS
            palette += bytes(round(p + (i - p) * share) for i, p in zip(ink, paper, strict=True))
    rows = b"".join(b"\0" + pixels[at : at + WIDTH] for at in range(0, len(pixels), WIDTH))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", bytes(palette)), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
