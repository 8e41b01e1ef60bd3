"""Draw the app's PNG icons (web/public/icon-*.png) from the same rectangles as web/public/icon.svg.

Pure standard library: run it again when the picture changes.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "web" / "public"
BACKGROUND = (0x10, 0x12, 0x14)
# x, y, width, height, corner radius, colour on a 512-unit square; later ones lie on top.
SHAPES = [
    (96, 242, 320, 28, 14, (0x6F, 0x76, 0x7C)),
    (136, 122, 46, 268, 16, (0xF4, 0xF1, 0xEA)),
    (330, 122, 46, 268, 16, (0xF4, 0xF1, 0xEA)),
    (194, 158, 38, 196, 14, (0xFF, 0x7A, 0x4D)),
    (280, 158, 38, 196, 14, (0xFF, 0x7A, 0x4D)),
]
SAMPLES = 3  # per pixel and axis, against jagged corners


def inside(x: float, y: float, shape: tuple[float, ...]) -> bool:
    """Whether a point lies in a rounded rectangle."""
    left, top, width, height, radius = shape[:5]
    dx = max(left + radius - x, 0, x - (left + width - radius))
    dy = max(top + radius - y, 0, y - (top + height - radius))
    return left <= x <= left + width and top <= y <= top + height and dx * dx + dy * dy <= radius * radius


def pixel(column: int, row: int, size: int, corner: float) -> bytes:
    """One RGBA pixel, averaged over its samples."""
    total = [0, 0, 0, 0]
    for i in range(SAMPLES * SAMPLES):
        x = (column + (i % SAMPLES + 0.5) / SAMPLES) * 512 / size
        y = (row + (i // SAMPLES + 0.5) / SAMPLES) * 512 / size
        if not inside(x, y, (0, 0, 512, 512, corner)):
            continue
        colour = next((s[5] for s in reversed(SHAPES) if inside(x, y, s[:5])), BACKGROUND)
        for channel in range(3):
            total[channel] += colour[channel]
        total[3] += 255
    hits = total[3] // 255
    if hits == 0:
        return bytes(4)
    return bytes([*(c // hits for c in total[:3]), total[3] // SAMPLES**2])


def png(size: int, corner: float) -> bytes:
    """A square RGBA PNG."""
    rows = (b"\0" + b"".join(pixel(c, r, size, corner) for c in range(size)) for r in range(size))
    header = struct.pack(">2I5B", size, size, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


if __name__ == "__main__":
    for name, size, corner in [("icon-192", 192, 112), ("icon-512", 512, 112), ("icon-maskable-512", 512, 0)]:
        (OUT / f"{name}.png").write_bytes(png(size, corner))
        print(f"web/public/{name}.png")
