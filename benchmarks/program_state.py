"""State of a program over ten years of logs: the fold of a run of a year, and of ten years in one run.

Run: .venv/bin/python benchmarks/program_state.py
The limit is one of the same run: the time that Python needs to decode and encode the same workouts as JSON once. The
fold of a year's run must take less than 10 ms on a quiet machine; the figure is printed.
"""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable
from typing import Any

from iron.journal.journal import library
from iron.journal.runs import Surroundings, fold_run
from iron.training.plan.program_files import read_shelf
from iron.training.programs.compiling import read_program

RUN = "0198c0de-0000-7000-8000-000000000001"
PROGRAMS = ("531-boring-but-big", "nsuns-5-days", "gzclp", "stronglifts-5x5")


def workouts(body: dict[str, Any], sessions: int) -> list[tuple[str, dict[str, Any]]]:
    """Workouts of a run in which every set is made."""
    program = dataclasses.replace(read_program(body), cycles=200)
    rows: list[tuple[str, dict[str, Any]]] = []
    place = program.next(None)
    while place is not None and len(rows) < sessions:
        number = len(rows)
        entries = []
        for slot in program.days[place.day].slots:
            sets = [
                {
                    "id": f"{number}-{slot.id}-{at}",
                    "order": f"a{at}",
                    "reps": target.reps_low + 2 * target.amrap,
                }
                for at, target in enumerate(slot.sets(place.week, 1) or ())
            ]
            entries.append(
                {"id": slot.id, "order": "a0", "exercise": slot.exercise, "slot": slot.id, "sets": sets}
            )
        start = f"{2016 + number // 336:04d}-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}T18:00:00"
        run = {"id": RUN, "cycle": place.cycle, "week": place.week, "day": place.day}
        rows.append(
            (f"w{number:05d}", {"v": 1, "start": start, "offset": 60, "run": run, "entries": entries})
        )
        place = program.next(place)
    return rows


def best(work: Callable[[], object], times: int = 5) -> float:
    """The shortest CPU time of some runs [ms]."""
    found = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append((time.process_time() - began) * 1000)
    return min(found)


def main() -> None:
    """Print a line for each program."""
    known = library()
    around = Surroundings({ident: row.load_meaning for ident, row in known.exercises.items()}, {}, {}, {})
    worst = 0.0
    for name in PROGRAMS:
        body = read_shelf(known)[name]
        program = read_program(body)
        asked = {ident: 100.0 for ident, lift in program.lifts.items() if lift.keeps}
        run = {"v": 1, "name": name, "text": body, "start": "2016-01-01", "unit": "kg", "asked": asked}
        for years in (1, 10):
            rows = workouts(body, 52 * years * program.days_per_week)
            state = best(lambda run=run, rows=rows: fold_run(RUN, run, rows, around))
            text = best(lambda rows=rows: json.dumps(json.loads(json.dumps([body for _, body in rows]))))
            worst = max(worst, state / text)
            print(f"{name}: {len(rows)} sessions ({years} y), state {state:.1f} ms, JSON {text:.1f} ms")
    print(f"worst ratio {worst:.2f} of the limit 3")
    raise SystemExit(worst > 3)


if __name__ == "__main__":
    main()
