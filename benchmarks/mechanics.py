"""The leg-press model: one press, ten thousand set-ups, one frame of the picture on a slow phone.

Run: .venv/bin/python benchmarks/mechanics.py
Each ratio is to a floor of the same run: a bare numpy pass (or a loop of sines in the browser) of the same size, so that
a slow machine does not look like slow code. CPU time, best of several. The frame is measured in Chromium with the CPU
slowed four times; without Chromium or node that part says so and is left out.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from chromium_page import page_with

from iron.mechanics import LegPress, Lifter, Press, summarise
from iron.mechanics.answer import answer
from iron.mechanics.press import NODES, SAMPLES, at_nodes

LIMIT_PRESS_MS = 2.0
LIMIT_MANY_S = 2.0
LIMIT_FRAME_MS = 1.0
MANY = 10_000
CHUNK = 500
SLOWED = 4


def cpu_s(work: Callable[[], Any], rounds: int, inside: int = 1) -> float:
    """Best CPU time of one call [s]."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(inside):
            work()
        best = min(best, (time.process_time() - start) / inside)
    return best


def many(count: int = MANY) -> float:
    """Work and shares of many random set-ups at the three steerings, in pieces that fit the cache."""
    chance = np.random.default_rng(1)
    heights, masses, feet, plates, bottoms = (
        chance.uniform(low, high, (count, 1))
        for low, high in ((1.4, 2.1), (45, 140), (0.0, 0.25), (0, 400), (70, 115))
    )
    total = 0.0
    for start in range(0, count, CHUNK):
        part = slice(start, start + CHUNK)
        setup = Press(
            Lifter(heights[part], masses[part]),
            LegPress(h_m=feet[part], plates_kg=plates[part]),
            bottoms[part],
        )
        for steering in (0.0, 0.5, 1.0):
            total += float(np.sum(summarise(setup, at_nodes(setup, steering)).shares[0]))
    return total


def floor_of_one() -> None:
    """Thirty sines over the samples and the nodes of three steerings."""
    samples, nodes = np.linspace(0, 1, SAMPLES), np.linspace(0, 1, 3 * NODES)
    for _ in range(30):
        np.sin(samples)
        np.sin(nodes)


def floor_of_many() -> None:
    """Thirty sines over every node of every set-up and steering."""
    piece = np.linspace(0, 1, CHUNK * NODES)
    for _ in range(30 * 3 * (MANY // CHUNK)):
        np.sin(piece)


def frame_ms() -> dict[str, float] | str:
    """Milliseconds of a frame, of the twin alone and of the floor, in a slowed Chromium; or why not."""
    with page_with("press_frame.ts") as page:
        if page is None:
            return "no Chromium or no node_modules here: the frame was not measured"
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        runs: list[dict[str, float]] = [page.evaluate("measure(300)") for _ in range(5)]
    return {key: min(run[key] for run in runs) for key in runs[0]}


def row(what: str, measured: float, limit: float, floor: float) -> None:
    print(f"{what:<46}{measured:>10.3f}{limit:>8g}{measured / limit:>10.2f}{measured / floor:>12.1f}x")


def main() -> int:
    answer({})
    answer_ms = 1000 * cpu_s(lambda: answer({}), 7, 20)
    floor_one = 1000 * cpu_s(floor_of_one, 7, 20)
    ten_thousand = cpu_s(many, 3)
    floor_many = cpu_s(floor_of_many, 3)
    print(f"{'what':<46}{'measured':>10}{'limit':>8}{'to limit':>10}{'to floor':>13}")
    row("one press, 201 samples, bands, muscles [ms]", answer_ms, LIMIT_PRESS_MS, floor_one)
    row(f"{MANY:,} set-ups, work and bands [s]", ten_thousand, LIMIT_MANY_S, floor_many)
    result = frame_ms()
    if isinstance(result, str):
        print(result)
        return 0
    row(f"one frame, Chromium slowed {SLOWED} times [ms]", result["frame"], LIMIT_FRAME_MS, result["sines"])
    row(f"the twin alone, slowed {SLOWED} times [ms]", result["twin"], LIMIT_FRAME_MS, result["sines"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
