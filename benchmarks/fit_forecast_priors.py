"""Fit the mixture's priors on simulated lifters and write src/iron/training/forecast/mixture_priors.py.

No real log is read. Seeds 1000-1199 of simulated_lifters; each series is walked as the engine walks it, every
expert's errors are counted by context, and prior weights are the maximum likelihood weights of the mixture
(EM).

Run: python benchmarks/fit_forecast_priors.py
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np
from simulated_lifters import simulate

from iron.training.forecast.forecast import Forecaster, session_of
from iron.training.forecast.mixture import MOST_REPS, ExpertForecasts
from iron.training.strength.curve import family_k

SEEDS = range(1000, 1200)
FIRST = 3  # sessions before the first that counts
TARGET = Path(__file__).parent.parent / "src" / "iron" / "training" / "forecast" / "mixture_priors.py"
HEAD = '''"""Priors of the forecast mixture, from simulated lifters.

Written by benchmarks/fit_forecast_priors.py; do not edit.

For each context: a weight for every expert, and for every expert the share of exact hits and the factor by
which errors fall for each further rep.
"""

from typing import Final

# fmt: off
# ruff: noqa: E501 - a generated table
'''


def seen() -> dict[str, list[tuple[ExpertForecasts, int]]]:
    """What the experts said about every set from the fourth session on, and what was done, by context."""
    result: dict[str, list[tuple[ExpertForecasts, int]]] = defaultdict(list)
    for seed in SEEDS:
        series = simulate(seed)
        engine = Forecaster(family_k(series.family))
        for workout in series.workouts:
            session = session_of(workout[0].day.toordinal(), [(set_.load, set_.reps) for set_ in workout])
            if session is None:
                continue
            if len(engine.history) >= FIRST:
                for place, reps in enumerate(session.reps):
                    now = engine.expert_forecasts(session.loads, session.reps[:place], place)
                    for kind, forecasts in now.items():
                        result[f"{kind} {forecasts.context}"].append((forecasts, reps))
            engine.remember(session)
    return result


def errors(items: list[tuple[ExpertForecasts, int]], expert: int) -> tuple[float, float]:
    """Share of exact hits and the geometric fall of the rest, each with 50 sets of a wide prior."""
    away = [abs(reps - round(forecasts.points[expert])) for forecasts, reps in items]
    exact = (sum(distance == 0 for distance in away) + 20.0) / (len(away) + 50.0)
    missed = [min(distance, 10) for distance in away if distance]
    mean = (sum(missed) + 2.5 * 30.0) / (len(missed) + 30.0)
    return round(exact, 3), round(1.0 - 1.0 / mean, 3)


def weights(items: list[tuple[ExpertForecasts, int]], spread: list[tuple[float, float]]) -> list[float]:
    """Weights of the mixture by fifteen steps of EM, with 1 % for every expert added."""
    experts = len(spread) + len(items[0][0].shapes)
    result = np.zeros((experts, len(items)))
    for column, (forecasts, reps) in enumerate(items):
        for row, (exact, fall) in enumerate(spread):
            away = abs(min(reps, MOST_REPS) - round(forecasts.points[row]))
            share = exact if away == 0 else (1 - exact) / 2 * (1 - fall) * fall ** (away - 1)
            result[row, column] = share + 1e-5
        result[len(spread) :, column] = forecasts.shapes[:, min(reps, MOST_REPS)]
    weight = np.full(experts, 1.0 / experts)
    for _ in range(15):
        part = weight[:, None] * result
        part /= part.sum(axis=0)
        weight = (part.sum(axis=1) + 0.01 * len(items)) / (len(items) * (1 + 0.01 * experts))
    return [float(f"{share:.3f}") for share in weight]


def main() -> None:
    by_context = seen()
    spreads = {
        key: [errors(items, expert) for expert in range(len(items[0][0].points))]
        for key, items in sorted(by_context.items())
    }
    lines = ["PRIOR_WEIGHTS: Final[dict[str, tuple[float, ...]]] = {"]
    lines += [f'    "{key}": {tuple(weights(by_context[key], spread))},' for key, spread in spreads.items()]
    lines += ["}", "PRIOR_ERRORS: Final[dict[str, tuple[tuple[float, float], ...]]] = {"]
    for key, spread in spreads.items():
        lines.append(f'    "{key}": (')
        lines += [
            f"        {', '.join(str(pair) for pair in spread[at : at + 6])},"
            for at in range(0, len(spread), 6)
        ]
        lines.append("    ),")
    TARGET.write_text(HEAD + "\n".join(lines) + "\n}\n")
    print(f"{sum(map(len, by_context.values()))} sets, {len(by_context)} contexts -> {TARGET.name}")


if __name__ == "__main__":
    main()
