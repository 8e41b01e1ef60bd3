"""The published protocol on simulated lifters: the only place where leg presses are many (docs/accuracy.md).

Their habits are those the priors were fitted on (other seeds), so errors here flatter; coverage of the intervals by
subset is what this is for.

Run: python benchmarks/simulated_forecasts.py [--lifters 300] [--seed 90000]
"""

from __future__ import annotations

import argparse

from simulated_lifters import simulate

from iron.training.forecast.evaluate import Log, evaluate, table
from iron.training.forecast.forecast import session_of


def log_of(seed: int) -> Log:
    series = simulate(seed)
    sessions = [
        session_of(workout[0].day.toordinal(), [(s.load, s.reps) for s in workout])
        for workout in series.workouts
    ]
    return Log(str(seed), series.family, tuple(session for session in sessions if session is not None))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lifters", type=int, default=300)
    parser.add_argument("--seed", type=int, default=90000)
    given = parser.parse_args()
    accuracy = evaluate(log_of(given.seed + at) for at in range(given.lifters))
    print(f"{accuracy.series} series, {accuracy.sessions} sessions")
    print("\n".join(table(accuracy)))


if __name__ == "__main__":
    main()
