"""Import of 20,000 rows: bytes to a plan with all its documents. Limit: 1.5 s and 200 MiB peak.

Run: .venv/bin/python benchmarks/import_rows.py [rows]
The ratio is to csv.reader over the same bytes in the same run; rows are invented, in the shape of Strong S3.
"""

from __future__ import annotations

import csv
import io
import resource
import sys
import time
from datetime import datetime, timedelta

from iron.exchange import KnownDocuments, MachineWords, plan_import
from iron.knowledge.model import Resolved

LIMIT_S = 1.5
LIMIT_MIB = 200
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
NAMES = [f"Exercise {number} (Machine)" for number in range(60)]


def strong_s3(rows: int) -> bytes:
    """Return an invented log: 20 sets a workout, one workout every second day."""
    lines = [HEADER]
    start = datetime(2012, 1, 2, 18, 5, 7)
    for row in range(rows):
        workout, place = divmod(row, 20)
        block, number = divmod(place, 4)
        day = (start + timedelta(days=workout)).strftime("%Y-%m-%d %H:%M:%S")
        name = NAMES[(workout + 7 * block) % len(NAMES)]
        pounds = (20 + (row * 37) % 160 / 2) / 0.45359237
        lines.append(
            f'{day},"Day {workout % 4}",1h 12m,"{name}",{number + 1},{pounds!r},{5 + row % 8},0,0,"","",'
        )
    return ("\n".join(lines) + "\n").encode()


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    data = strong_s3(rows)
    floor = best(lambda: list(csv.reader(io.StringIO(data.decode()))))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    taken = best(lambda: plan(data))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    made = plan(data)
    assert made.sets + made.rest_rows + made.note_rows + len(made.skipped) == rows
    print(f"{'what':<34}{'measured':>12}{'limit':>10}{'to limit':>10}")
    print(f"{f'plan of {rows:,} rows [s]':<34}{taken:>12.3f}{LIMIT_S:>10}{taken / LIMIT_S:>10.2f}")
    print(f"{'peak memory of the process [MiB]':<34}{peak:>12.0f}{LIMIT_MIB:>10}{peak / LIMIT_MIB:>10.2f}")
    print(f"{'before the plan [MiB]':<34}{before:>12.0f}")
    print(f"{'csv.reader, same bytes [s]':<34}{floor:>12.3f}")
    print(f"{'plan to csv.reader':<34}{taken / floor:>11.1f}x")
    print(f"{'documents':<34}{len(made.documents):>12,}")


def plan(data: bytes):
    return plan_import(
        data,
        file_name="strong.csv",
        unit="lb",
        resolve=lambda name: Resolved("leg-extension") if name == NAMES[0] else None,
        machine_words=MachineWords(),
        known=KnownDocuments(),
        at="2026-11-22T10:00:00",
    )


def best(run, times: int = 3) -> float:
    results = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        results.append(time.perf_counter() - start)
    return min(results)


if __name__ == "__main__":
    main()
