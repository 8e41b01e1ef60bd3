"""State of a program over ten years of logs in one run: after today's set, after an old set, from nothing.

Run: .venv/bin/python benchmarks/program_state.py
The limits are ones of the same run: the time that Python needs to decode and encode the same workouts as JSON once.
State after a set of today must take less than a fifth of it, from nothing less than four times of it; the milliseconds
are printed (issue: at most 10 ms).
"""

from __future__ import annotations

import functools
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

from iron.journal.content import library
from iron.journal.run_folds import Surroundings, fold_run
from iron.records.documents import Document
from iron.training.plan.program_files import read_shelf
from iron.training.programs.compiling import read_program

RUN = "0198c0de-0000-7000-8000-000000000001"
PROGRAMS = ("531-boring-but-big", "nsuns-5-days", "gzclp", "stronglifts-5x5")


def workouts(body: dict[str, Any], sessions: int) -> list[tuple[str, dict[str, Any]]]:
    """Workouts of a run in which every set is made."""
    program = read_program(body)
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


def json_both_ways(bodies: list[dict[str, Any]]) -> str:
    """The bodies written, read and written again: what any answer about them costs at least."""
    return json.dumps(json.loads(json.dumps(bodies)))


def best(work: Callable[[], object], times: int = 5) -> float:
    """The shortest CPU time of some runs [ms]."""
    results = []
    for _ in range(times):
        began = time.process_time()
        work()
        results.append((time.process_time() - began) * 1000)
    return min(results)


def documents(rows: list[tuple[str, dict[str, Any]]]) -> list[Document]:
    """Workouts as the store holds them."""
    return [
        Document("workout", ident, 1, 1, deleted=False, body=json.dumps(body).encode())
        for ident, body in rows
    ]


def changed(rows: list[tuple[str, dict[str, Any]]], at: int, more: int) -> list[Document]:
    """The same workouts, every one read anew, one with so many reps more in its first set; below zero it is a miss."""
    ident, body = json.loads(json.dumps(rows[at]))
    first = body["entries"][0]["sets"][0]
    first["reps"] = max(0, first["reps"] + more)
    return documents([*rows[:at], (ident, body), *(rows[at + 1 :] if at >= 0 and at + 1 < len(rows) else [])])


def fold_next(bodies: Iterator[dict[str, Any]], rows: list[Document], around: Surroundings) -> object:
    """A fold of a run that no one asked for before."""
    return fold_run(RUN, next(bodies), rows, around)


def after(
    run: dict[str, Any], around: Surroundings, rows: list[tuple[str, dict[str, Any]]], at: int, more: int = 1
) -> float:
    """The shortest time of a state after one set changed, when the state before it was asked already [ms]."""
    timings = []
    for _ in range(5):
        fold_run(RUN, run, documents(rows), around)
        edited = changed(rows, at, more)
        began = time.process_time()
        fold_run(RUN, run, edited, around)
        timings.append((time.process_time() - began) * 1000)
    return min(timings)


def main() -> None:
    """Print a line for each program."""
    known = library()
    around = Surroundings({ident: row.load_meaning for ident, row in known.exercises.items()}, {}, {}, {})
    worst = [0.0, 0.0]
    for name in PROGRAMS:
        body = read_shelf(known)[name]
        weeks = body.get("weeks", 1)
        body = {**body, "cycles": -(-520 // weeks)}  # ten years of one run
        program = read_program(body)
        asked = {ident: 100.0 for ident, lift in program.lifts.items() if lift.keeps}
        run = {"v": 1, "name": name, "text": body, "start": "2016-01-01", "unit": "kg", "asked": asked}
        rows = workouts(body, 520 * program.days_per_week)
        stored = documents(rows)
        fresh = iter([{**run, "name": str(number)} for number in range(99)])
        cold = best(functools.partial(fold_next, fresh, stored, around))
        today = after(run, around, rows, len(rows) - 1)
        old = after(run, around, rows, len(rows) // 2)
        missed = after(run, around, rows, len(rows) // 2, more=-99)
        text = best(functools.partial(json_both_ways, [body for _, body in rows]))
        worst = [max(worst[0], today / text), max(worst[1], cold / text)]
        print(
            f"{name}: {len(rows)} sessions in 10 years; after a set of today {today:.1f} ms, after a set of five "
            f"years ago {old:.1f} ms, after a miss of five years ago {missed:.1f} ms, from nothing {cold:.1f} ms; JSON {text:.1f} ms"
        )
    print(f"worst ratios {worst[0]:.2f} of the limit 0.2 and {worst[1]:.2f} of the limit 4")
    raise SystemExit(worst[0] > 0.2 or worst[1] > 4)


if __name__ == "__main__":
    main()
