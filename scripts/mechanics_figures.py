"""Draw the figures of docs/mechanics.md from the model: the linkage, hip share, knee moment, where joints give out.

Run: .venv/bin/python scripts/mechanics_figures.py
Plain SVG, written by hand, the same bytes on every run; colours are chosen to be read on light and dark pages.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from iron.mechanics import LegPress, Lifter, Press, pose, sled_position_m, summarise, travel_limits
from iron.mechanics.lockout import knee_moment_nm

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "mechanics"
HOT, STEEL, SOFT, INK, SAND = "#d9541e", "#2f77b4", "#85898a", "#5d6264", "#a87d1f"
FONT = 'font-family="system-ui,sans-serif" font-size="13"'
MACHINE = LegPress(sled_kg=55, plates_kg=145)
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Axes:
    """A rectangle of the drawing and the values at its edges."""

    x: tuple[float, float]
    y: tuple[float, float]
    width: int = 640
    height: int = 340
    left: int = 64
    bottom: int = 48

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of a point."""
        across = (self.width - self.left - 24) * (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (self.height - self.bottom - 24) * (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across, self.height - self.bottom - up


def text(x: float, y: float, words: str, colour: str = INK, anchor: str = "start", weight: int = 400) -> str:
    """A few words."""
    place = f'x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}" font-weight="{weight}"'
    return f"<text {place} {FONT}>{words}</text>"


def path(points: Points, colour: str, width: float = 2.5, dash: str = "") -> str:
    """A line through points, or a shape."""
    steps = "".join(f"{'L' if i else 'M'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(points))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{steps}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
        f'stroke-linejoin="round"{dashed}/>'
    )


def band(low: Points, high: Points, colour: str) -> str:
    """The area between two curves."""
    steps = "".join(f"{'L' if i else 'M'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate([*low, *reversed(high)]))
    return f'<path d="{steps}Z" fill="{colour}" opacity="0.22"/>'


def frame(axes: Axes, xs: Sequence[float], ys: Sequence[float], across: str, up: str) -> list[str]:
    """Grid, numbers and names of the axes."""
    parts = []
    for y in ys:
        start, end = axes.at(axes.x[0], y), axes.at(axes.x[1], y)
        parts += [
            path([start, end], SOFT, 0.6),
            text(start[0] - 8, start[1] + 4, f"{y:g}".replace("-", "−"), anchor="end"),
        ]
    for x in xs:
        place = axes.at(x, axes.y[0])
        parts.append(text(place[0], place[1] + 20, f"{x:g}", anchor="middle"))
    parts.append(text(axes.width - 24, axes.height - 8, across, anchor="end"))
    parts.append(text(axes.left - 40, 16, up))
    return parts


def write(name: str, title: str, width: int, height: int, parts: Sequence[str]) -> None:
    """Write one figure."""
    body = "\n".join(parts)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">\n'
        f"<title>{title}</title>\n{body}\n</svg>\n",
        encoding="utf-8",
    )


def linkage() -> None:
    """The lifter as two bars, with the symbols of the equations."""
    lifter, machine = Lifter(), MACHINE
    legs = pose(lifter, machine, sled_position_m(lifter, machine, 100.0))
    theta, sigma, alpha = float(legs.theta), float(legs.sigma), float(legs.alpha)
    u, e = np.array([math.cos(alpha), math.sin(alpha)]), np.array([-math.sin(alpha), math.cos(alpha)])
    hip = np.zeros(2)
    knee = float(lifter.a) * np.array([math.cos(theta), math.sin(theta)])
    ankle = knee + float(lifter.b) * np.array([math.cos(sigma), math.sin(sigma)])
    back = np.array([-math.cos(math.radians(20)), math.sin(math.radians(20))])

    def at(p: np.ndarray) -> tuple[float, float]:
        return 230 + 330 * float(p[0]), 310 - 330 * float(p[1])

    sole = ankle + 0.07 * u
    cop = sole + float(machine.c_m) * e
    parts = [
        path([at(-0.1 * u), at(0.95 * u)], SOFT, 1.2, "6 5"),
        path([at(hip), at(0.55 * back)], SOFT, 12),
        path([at(hip), at(knee)], HOT, 9),
        path([at(knee), at(ankle)], INK, 9),
        path([at(sole - 0.16 * e), at(sole + 0.28 * e)], SOFT, 6),
        path([at(cop), at(cop - 0.62 * u)], STEEL, 2),
        path([at(cop), at(np.array([0.0, 0.05]) - 0.12 * (cop - np.array([0, 0.05])))], STEEL, 2, "5 4"),
        path([at(float(machine.h_m) * e + float(legs.s_m) * u), at(float(legs.s_m) * u)], SAND, 2),
    ]
    parts += [
        f'<circle cx="{at(p)[0]:.1f}" cy="{at(p)[1]:.1f}" r="6" fill="{INK}"/>' for p in (hip, knee, ankle)
    ]
    labels = [
        (0.5 * knee + np.array([-0.22, -0.03]), "a, thigh", HOT),
        (0.5 * (knee + ankle) + np.array([-0.06, 0.06]), "b, shank", INK),
        (0.62 * u + np.array([0.03, -0.06]), "u, along the rail, α above level", INK),
        (float(legs.s_m) * u + 0.5 * float(machine.h_m) * e + np.array([0.02, 0.0]), "h", SAND),
        (cop - 0.4 * u + np.array([0.0, -0.14]), "λ = 0 … 1", STEEL),
        (0.55 * back + np.array([-0.05, 0.07]), "back pad, γ", INK),
        (knee + np.array([-0.22, 0.03]), "knee K = θ − σ", INK),
    ]
    parts += [text(*at(p), words, colour, weight=600) for p, words, colour in labels]
    write(
        "linkage",
        "Thigh and shank as two bars between the hip and a foot that travels along the rail",
        640,
        360,
        parts,
    )


def curve(axes: Axes, xs: np.ndarray, of: Callable[[float], float]) -> list[tuple[float, float]]:
    """A function as points of the drawing."""
    return [axes.at(float(x), of(float(x))) for x in xs]


def hip_share() -> None:
    """Share of the hip in the work, over foot height, as the band of the steering."""
    axes = Axes((0, 25), (0, 100))
    heights = np.linspace(0, 25, 26)

    def share(steering: float) -> Callable[[float], float]:
        return lambda cm: (
            100 * float(summarise(Press(machine=replace(MACHINE, h_m=cm / 100), steering=steering)).shares[0])
        )

    along, middle, toward = (
        curve(axes, heights, share(share_of_range)) for share_of_range in (0.0, 0.5, 1.0)
    )
    parts = frame(
        axes,
        (0, 5, 10, 15, 20, 25),
        (0, 25, 50, 75, 100),
        "feet above the line through the hip, cm",
        "hip share of the work, %",
    )
    parts += [band(toward, along, HOT), path(along, HOT), path(middle, HOT, 1.5, "5 4"), path(toward, HOT)]
    parts.append(text(along[18][0] - 12, along[18][1] - 10, "push along the rail (λ = 0)", HOT, "end", 600))
    parts.append(text(toward[18][0], toward[18][1] - 10, "push toward the hip (λ = 1)", HOT, "middle", 600))
    write(
        "hip-share", "Hip share of the work over foot height, a band over the way of pushing", 640, 340, parts
    )


def knee_moment() -> None:
    """Knee moment over depth: it grows with the bend, and turns backward near straight."""
    axes = Axes((0, 110), (-100, 300))
    knees = np.linspace(4, 110, 54)

    def moment(steering: float) -> Callable[[float], float]:
        return lambda deg: float(knee_moment_nm(Press(machine=MACHINE), deg, steering)[0])

    along, middle, toward = (curve(axes, knees, moment(share_of_range)) for share_of_range in (0.0, 0.5, 1.0))
    parts = frame(
        axes,
        (0, 20, 40, 60, 80, 100),
        (-100, 0, 100, 200, 300),
        "knee bend, degrees",
        "knee moment each leg, N·m (200 kg)",
    )
    parts += [path([axes.at(0, 0), axes.at(110, 0)], INK, 1.2), band(along, toward, STEEL)]
    parts += [path(along, STEEL), path(middle, STEEL, 1.5, "5 4"), path(toward, STEEL)]
    parts.append(text(*axes.at(34, -52), "below zero: the plate pushes the knee backward", HOT, weight=600))
    parts.append(text(*axes.at(64, 208), "toward the hip", STEEL, "end", 600))
    parts.append(text(*axes.at(84, 92), "along the rail", STEEL, weight=600))
    write("knee-moment", "Knee moment over knee bend, a band over the way of pushing", 640, 340, parts)


def giving_out() -> None:
    """Knee bend at which pelvis and heel give out, over foot height."""
    axes = Axes((0, 25), (40, 150))
    heights = np.linspace(0, 25, 26)
    limits = [travel_limits(Lifter(), replace(MACHINE, h_m=float(cm) / 100)) for cm in heights]

    def points(onsets: Sequence[float | None]) -> list[tuple[float, float]]:
        return [
            axes.at(float(cm), min(onset or 150.0, 150.0)) for cm, onset in zip(heights, onsets, strict=True)
        ]

    pelvis = [points([limit.pelvis[k] for limit in limits]) for k in (0, 1)]
    heel = [points([limit.heel[k] for limit in limits]) for k in (0, 1)]
    parts = frame(
        axes,
        (0, 5, 10, 15, 20, 25),
        (50, 75, 100, 125, 150),
        "feet above the line through the hip, cm",
        "knee bend, degrees",
    )
    parts += [band(pelvis[0], pelvis[1], SAND), band(heel[0], heel[1], STEEL)]
    parts += [path(points_, SAND) for points_ in pelvis] + [path(points_, STEEL) for points_ in heel]
    parts.append(text(*axes.at(24.5, 64), "pelvis rolls: possible to likely", SAND, "end", 600))
    parts.append(text(*axes.at(6, 46), "heel lifts: possible to likely", STEEL, "start", 600))
    parts.append(text(*axes.at(22, 141), "never", STEEL, "start", 600))
    write(
        "limits",
        "Knee bend at which the pelvis may roll and the heel may lift, over foot height",
        640,
        340,
        parts,
    )


def main() -> None:
    """Draw all figures."""
    for draw in (linkage, hip_share, knee_moment, giving_out):
        draw()


if __name__ == "__main__":
    main()
