"""The body picture as a PNG for link previews: drawn once at build time, without any library.

The two drawings of `content/body/` hold closed paths of absolute M, L, C and Z commands. Each is cut into lines of
pixels with the share of each pixel that it covers. What lies where is the same in every picture: it is found once,
and a picture is then a matter of colours.
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
    from collections.abc import Iterator, Mapping

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
_MARK_INKS: Final = ("chalk", "hot")
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
class Bodies:
    """Both bodies and the mark, without colours.

    Attributes:
        muscles: what may light up.
        parts: for each pixel what lies on top: the skin (0, also of empty pixels), the muscles, the inks of the mark.
        covers: for each pixel how much of it that covers, 0 to 15.
    """

    muscles: tuple[str, ...]
    parts: bytes
    covers: bytes


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


def read_bodies(root: Path) -> Bodies | None:
    """What the pictures show where; None where the drawings are missing."""
    skins: list[tuple[str, list[list[Point]]]] = []
    muscles: list[tuple[str, list[list[Point]]]] = []
    for view, (left, top) in _PLACES.items():
        file = root / "body" / f"{view}.svg"
        if not file.is_file():
            return None
        for kind, muscle, path in _PATH.findall(file.read_text("utf-8")):
            if kind in {"skin", "muscle"}:
                outlines = [
                    [(x * _SCALE + left, y * _SCALE + top) for x, y in each] for each in _outlines(path)
                ]
                (muscles if muscle else skins).append((muscle, outlines))
    names = tuple(dict.fromkeys(muscle for muscle, _ in muscles))
    parts, covers = bytearray(WIDTH * HEIGHT), bytearray(WIDTH * HEIGHT)
    for muscle, outlines in (*skins, *muscles):
        part = bytes((names.index(muscle) + 1 if muscle else 0,))
        for start, count, level in _runs(outlines):
            parts[start : start + count] = part * count
            covers[start : start + count] = bytes((level,)) * count
    for ink, (x, y, wide, high) in _MARK:
        part = bytes((len(names) + 1 + _MARK_INKS.index(ink),))
        for row in range(_MARK_AT + y * _MARK_SCALE, _MARK_AT + (y + high) * _MARK_SCALE):
            start, count = row * WIDTH + _MARK_AT + x * _MARK_SCALE, wide * _MARK_SCALE
            parts[start : start + count] = part * count
            covers[start : start + count] = bytes((_LEVELS,)) * count
    return Bodies(names, bytes(parts), bytes(covers))


def draw(bodies: Bodies, steps: Mapping[str, str]) -> bytes:
    """A PNG of the two bodies.

    Args:
        bodies: of ``read_bodies``.
        steps: ``little``, ``half`` or ``full`` by muscle; the others stay dark.
    """
    names = list(_INKS)
    inks = ["skin", *(steps.get(muscle, "none") for muscle in bodies.muscles), *_MARK_INKS]
    first_shades = bytes(names.index(ink) * _LEVELS for ink in inks)
    shades = bodies.parts.translate(first_shades.ljust(256, b"\0"))
    # Each pixel's two numbers are added, all at once as two long numbers: no sum is above 255, so none carries over.
    pixels = int.from_bytes(shades, "big") + int.from_bytes(bodies.covers, "big")
    return _png(pixels.to_bytes(WIDTH * HEIGHT, "big"))


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
    """A shape as runs of pixels: first pixel, how many, how much of each is covered (1 to 15)."""
    cuts: dict[int, list[float]] = {}
    for points in outlines:
        for a, b in pairwise([*points, points[0]]):
            low, high = min(a[1], b[1]), max(a[1], b[1])
            for line in range(max(0, int(low * _LINES) - 1), min(HEIGHT * _LINES, int(high * _LINES) + 2)):
                y = line // _LINES + (line % _LINES + 0.5) / _LINES
                if low <= y < high:
                    cuts.setdefault(line, []).append(a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]))
    rows: dict[int, dict[int, float]] = {}
    for line in sorted(cuts):
        crossed = sorted(cuts[line])
        cover = rows.setdefault(line // _LINES, {})
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            _cover(cover, max(0.0, left), min(float(WIDTH), right))
    for row, cover in rows.items():
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


def _png(pixels: bytes) -> bytes:
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
