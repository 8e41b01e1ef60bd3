"""How fast the training room is, each figure beside its limit and a machine yardstick measured in the same run.

Run: python benchmarks/training_speed.py
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from forecast_engine import predict, predict_in, predict_load
from simulated_lifters import simulate

from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.prescription.build import case_of, trained
from iron.training.prescription.model import Lift, Wanted
from iron.training.prescription.within import next_set
from iron.training.strength.belief import absorb
from iron.training.strength.capacity import workouts_of

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS = ExerciseFacts("x", ("feet",), 45.0, "leg_press", "plates")
LINE = "x|-|both|feet=unknown"


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def history(sets: int, share_with_rir: float) -> list[PerformedSet]:
    results = []
    for number in range(sets // 10):
        day = date(2016, 1, 1) + timedelta(days=number % 3600)
        for place in range(10):
            rir = 2.0 if (number * 10 + place) % 10 < 10 * share_with_rir else None
            load = 150.0 + number * 0.01
            results.append(
                PerformedSet(
                    f"w{number:05}",
                    f"{day}T18:00:00",
                    0,
                    place,
                    f"{number}.{place}",
                    "x",
                    load_kg=load,
                    moved_kg=load,
                    reps=10,
                    rir=rir,
                )
            )
    return results


def forecast_calls(count: int) -> tuple[int, float]:
    """Calls and seconds of the published protocol on simulated series: every scored session is forecast ahead and
    by loads, every one of its sets within the session (docs/evidence.md#forecast-protocol: 957 series, 28,732 sessions, 78,350 sets).
    """
    calls, spent = 0, 0.0
    for seed in range(count):
        series = simulate(seed, sessions=6 + seed * 37 % 60)  # 6 to 65 sessions, 35 in the mean
        log: list[dict[str, Any]] = [
            {
                "date": w[0].day.isoformat(),
                "sets": [{"load": s.load, "reps": s.reps, "rpe": None} for s in w[:3]],
            }
            for w in series.workouts
        ]
        meta = {"family": series.family, "exercise": str(seed), "days_since_last": 4}
        start = time.perf_counter()
        for number in range(5, len(log)):
            sets, past = log[number]["sets"], log[:number]
            predict(past, [set_["load"] for set_ in sets], meta)
            predict_load(past, [set_["reps"] for set_ in sets], meta)
            for place, set_ in enumerate(sets):
                predict_in(past, sets[:place], set_["load"], meta)
            calls += 2 + len(sets)
        spent += time.perf_counter() - start
    return calls, spent


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--series", type=int, default=957)
    given = parser.parse_args()
    small = np.random.default_rng(1).random(7)
    yardstick = timed(lambda: [small + small for _ in range(100_000)]) / 100_000
    rows: list[tuple[str, float, float]] = []
    for share, name in ((1.0, "every set with RIR"), (0.3, "three in ten with RIR")):
        sets = history(50_000, share)
        state = None
        start = time.perf_counter()
        workouts = workouts_of(sets, FACTS)
        for day, efforts in workouts:
            state = absorb(state, day, efforts, 45.0)
        rows.append((f"50,000 sets refiltered, {name}", time.perf_counter() - start, 3.0))
    fresh = workouts[-1]
    rows.append(("one new workout absorbed", timed(lambda: absorb(state, fresh[0], fresh[1], 45.0)), 0.010))
    grid = tuple(float(load) for load in range(0, 401, 5))
    ready = trained(sets[-400:], FACTS, state=state)
    case = case_of(ready, LINE, date(2027, 1, 1), wanted=Wanted(3, 8, 12, 2), grid=lambda *_: grid)
    rows.append(
        (
            "next set solved",
            min(timed(lambda: next_set(case, [Lift(150, 150, 10, 2)])) for _ in range(5)),
            0.005,
        )
    )
    calls, spent = forecast_calls(given.series)
    rows.append((f"{calls:,} forecast calls on {given.series} series", spent, 900.0 * given.series / 957))
    print(f"yardstick: adding two vectors of seven {yardstick * 1e6:.2f} µs\n")
    print("| what | seconds | limit | share of limit | yardsticks |\n|---|---|---|---|---|")
    for name, seconds, limit in rows:
        print(f"| {name} | {seconds:.4g} | {limit:g} | {seconds / limit:.0%} | {seconds / yardstick:,.0f} |")
    print(f"\nmost memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (limit 300)")


if __name__ == "__main__":
    main()
