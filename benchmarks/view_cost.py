"""What derived answers cost as a journal grows: 500, 5,000 and 50,000 sets, processor seconds of one core.

Cold: every document read, every belief fitted, the whole snapshot. One workout: the snapshot after one new workout of
six exercises, on a view that is kept. Edit: the same after one set of the first workout changed. Next: the next loads
of one exercise on a view that is kept. Growth: the answer about one exercise that holds all the sets, cold and after
one new workout of it.

Run: python benchmarks/view_cost.py [--most 50000]
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, timedelta

from iron.journal.content import library
from iron.journal.growth.growing import growth_of
from iron.journal.snapshot.snapshot import next_loads, snapshot_of
from iron.journal.view import View

EXERCISES = [
    "back-squat",
    "bench-press",
    "deadlift",
    "overhead-press",
    "bent-over-row",
    "leg-press-45",
    "lat-pulldown",
    "seated-cable-row",
    "dumbbell-curl",
    "lateral-raise",
    "leg-extension",
    "seated-leg-curl",
    "incline-bench-press",
    "dip",
    "pull-up",
    "face-pull",
    "triceps-pushdown",
    "hip-thrust",
]


def workout(number: int, day: date, rng: random.Random) -> tuple[str, str, dict]:
    entries = []
    for place in range(6):
        name = EXERCISES[(number * 6 + place) % len(EXERCISES)]
        load = 20 + 2.5 * ((number // 20) % 30)
        sets = [
            {
                "id": f"s{number}-{place}-{at}",
                "order": f"a{at}",
                "load": {"value": load, "unit": "kg"},
                "reps": rng.choice([8, 9, 10, 10, 11]),
                **({"rir": rng.choice([0, 1, 2, 3])} if rng.random() < 0.3 else {}),
            }
            for at in range(4)
        ]
        entries.append({"id": f"e{number}-{place}", "order": f"a{place}", "exercise": name, "sets": sets})
    start = f"{day}T18:00:00"
    return "workout", f"w{number}", {"v": 1, "start": start, "end": start, "entries": entries}


def measured(call) -> tuple[float, object]:
    begun = time.process_time()
    answer = call()
    return time.process_time() - begun, answer


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=50_000)
    given = parser.parse_args()
    library()
    print(
        "| sets | cold [s] | one workout [ms] | edit of the first [ms] | next [ms] |\n|---|---|---|---|---|"
    )
    for sets in (500, 5_000, 50_000):
        if sets > given.most:
            break
        rng = random.Random(1)
        count = sets // 24
        first = date(2026, 11, 20) - timedelta(days=int(count * 1.75))
        rows = [
            (
                "measurement",
                "m",
                {"v": 1, "at": f"{first}T07:00:00", "what": "body_mass", "value": 80, "unit": "kg"},
            ),
            *(workout(n, first + timedelta(days=int(n * 1.75)), rng) for n in range(count)),
        ]
        at = "2026-11-28T20:00:00"
        cold, view = measured(lambda rows=rows, at=at: snapped(rows, at))
        fresh = workout(count, date(2026, 11, 28), rng)
        one_set_s, _ = measured(
            lambda view=view, fresh=fresh, at=at: (view.apply([fresh]), snapshot_of(view, at))
        )
        old = workout(0, first, random.Random(7))
        edit, _ = measured(lambda view=view, old=old, at=at: (view.apply([old]), snapshot_of(view, at)))
        following, _ = measured(lambda view=view, at=at: next_loads(view, EXERCISES[0], at))
        print(
            f"| {sets} | {cold:.2f} | {1000 * one_set_s:.0f} | {1000 * edit:.0f} | {1000 * following:.0f} |",
            flush=True,
        )
    print("\n| sets of one exercise | growth cold [s] | growth after one workout [ms] |\n|---|---|---|")
    for sets in (500, 5_000, 50_000):
        if sets <= given.most:
            cold, after = growth_of_one(sets)
            print(f"| {sets} | {cold:.2f} | {1000 * after:.0f} |", flush=True)


def growth_of_one(sets: int) -> tuple[float, float]:
    """Growth of an exercise with so many sets, five a workout: cold and after one new workout [s]."""
    rng, at, count = random.Random(1), "2026-11-28T20:00:00", sets // 5
    days = [date(2026, 11, 28) - timedelta(days=count - n) for n in range(count + 1)]
    rows = [press(n, day, rng) for n, day in enumerate(days)]
    view = View.of(rows[:-1], library())
    cold, _ = measured(lambda: growth_of(view, "leg-press-45", at))
    after, _ = measured(lambda: (view.apply(rows[-1:]), growth_of(view, "leg-press-45", at)))
    return cold, after


def press(number: int, day: date, rng: random.Random) -> tuple[str, str, dict]:
    load = {"value": 20 + 2.5 * (number // 20 % 60), "unit": "kg"}
    sets = [
        {"id": f"s{number}-{at}", "order": f"a{at}", "load": load, "reps": rng.choice([8, 9, 10, 10, 11])}
        | ({"rir": rng.choice([0, 1, 2, 3])} if rng.random() < 0.3 else {})
        for at in range(5)
    ]
    entry = {"id": f"e{number}", "order": "a0", "exercise": "leg-press-45", "sets": sets}
    start = f"{day}T18:00:00"
    return "workout", f"w{number}", {"v": 1, "start": start, "end": start, "entries": [entry]}


def snapped(rows, at):
    view = View.of(rows, library())
    snapshot_of(view, at)
    return view


if __name__ == "__main__":
    main()
