"""Import of rows: bytes to a plan, and the plan to its documents. Limits: 60 s and 1 GiB for a million rows.

Run: .venv/bin/python benchmarks/import_rows.py [rows]
Seconds are of the processor. Ratios are to csv.reader over the same bytes in the same run, which a busy machine slows
down alike; rows are invented, in the shape of Strong's file of ten columns.
"""

from __future__ import annotations

import csv
import io
import resource
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from iron.exchange import Answers, KnownDocuments, MachineWords, plan_import
from iron.exchange.options import MOST_ROWS_AT_HOME, ReadOptions
from iron.knowledge.model import Resolved

LIMIT_US = 60.0
LIMIT_MIB = 1024
HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes"
NAMES = [f"Lift {number} (Machine)" for number in range(60)]


def strong_s1(rows: int) -> bytes:
    """Return an invented log: 20 sets a workout, a workout every six hours."""
    lines = [HEADER]
    start = datetime(1990, 1, 2, 18, 5, 7)
    for row in range(rows):
        workout, place = divmod(row, 20)
        block, number = divmod(place, 4)
        day = (start + timedelta(hours=6 * workout)).strftime("%Y-%m-%d %H:%M:%S")
        name = NAMES[(workout + 7 * block) % len(NAMES)]
        lines.append(
            f'{day},"D{workout % 4}","{name}",{number + 1},{20 + row * 37 % 320 / 2},{5 + row % 8},0,0,"",""'
        )
    return ("\n".join(lines) + "\n").encode()


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    times = 5 if rows <= 100_000 else 1
    data = strong_s1(rows)
    floor = best(lambda: sum(1 for _ in csv.reader(io.StringIO(data.decode()))), 5)
    before = now_mib()
    taken = best(lambda: plan(data), times)
    made = plan(data)
    assert made.sets + made.rest_rows + made.note_rows + len(made.skipped) == rows
    written = best(lambda: sum(1 for _ in made.documents), times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rows:,} rows, {len(data) / 2**20:.1f} MiB, {len(made.documents):,} documents")
    print(f"{'what':<34}{'seconds':>10}{'µs a row':>10}{'to csv.reader':>15}")
    steps = [("csv.reader", floor), ("plan", taken), ("documents", written), ("both", taken + written)]
    for what, seconds in steps:
        print(f"{what:<34}{seconds:>10.3f}{seconds / rows * 1e6:>10.1f}{seconds / floor:>14.1f}x")
    print(f"limit: {LIMIT_US} µs a row, to it {(taken + written) / rows * 1e6 / LIMIT_US:.2f}")
    print(
        f"peak {peak:.0f} MiB, {peak - before:.0f} more than before; limit {LIMIT_MIB}, to it {peak / LIMIT_MIB:.2f}"
    )


def now_mib() -> float:
    """Return the memory that the process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def plan(data: bytes):
    return plan_import(
        data,
        file_name="strong.csv",
        answers=Answers(unit="kg", options=ReadOptions(most_rows=MOST_ROWS_AT_HOME)),
        resolve=lambda name: Resolved("leg-extension") if name == NAMES[0] else None,
        machine_words=MachineWords(),
        known=KnownDocuments(),
        at="2026-11-22T10:00:00",
    )


def best(run, times: int) -> float:
    results = []
    for _ in range(times):
        start = time.process_time()
        run()
        results.append(time.process_time() - start)
    return min(results)


if __name__ == "__main__":
    main()
