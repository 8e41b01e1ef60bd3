"""Growth of one exercise and the snapshot of all, signed in, at 50,000 sets. Goals: growth 50 ms, 2 ms after a workout.

Run: .venv/bin/python benchmarks/growth.py [sets]
Measured is the CPU of the whole WSGI call. "Cold" is the first answer of a process that has read the library and knows
nothing of the lifter; "after a workout" the next answer after one more workout was pushed, beyond an answer that finds
nothing new. The bare limit reads the same rows with sqlite3, inflates them and decodes the JSON.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
COLD_MS, MORE_MS = 50, 2
ROUNDS = 7
DEVICE = "0192f000-0000-7000-8000-00000000dddd"
EXERCISES = (
    *("leg-press-45", "bench-press", "lat-pulldown", "seated-leg-curl", "back-squat"),
    *("romanian-deadlift", "hip-thrust", "barbell-curl", "pull-up", "hack-squat-machine"),
)


def work(sets: int, exercises: int, with_snapshot: bool) -> None:
    """Print the medians of one journal as JSON."""
    with tempfile.TemporaryDirectory(prefix="iron-growth-") as home:
        os.environ |= {"IRON_HOME": home, "DJANGO_SETTINGS_MODULE": "iron.server.settings"}
        from push import Server

        server = Server(0)
        workouts = sets // 20
        fill(workouts, exercises)
        from iron.journal.journal import library

        library()
        path = f"/api/v1/growth/{EXERCISES[0]}"
        cold, same, more = [], [], []
        for number in range(ROUNDS):
            forget()
            cold.append(get(server, path))
            same.append(get(server, path))
            fill(1, exercises, workouts + number)
            more.append(get(server, path))
        found = {
            "cold": statistics.median(cold),
            "more": statistics.median(more) - statistics.median(same),
            "bare": statistics.median(bare() for _ in range(ROUNDS)),
        }
        if with_snapshot:
            found["snapshot"] = get(server, "/api/v1/snapshot?at=2035-01-01T00:00:00")
            fill(1, exercises, workouts + ROUNDS)
            found["snapshot more"] = get(server, "/api/v1/snapshot?at=2035-01-01T00:00:00")
        print(json.dumps(found))


def fill(workouts: int, exercises: int, first: int = 0) -> None:
    """Store workouts whose four entries go round the exercises, so that each holds its share of the sets."""
    import msgspec
    from training_years import op_id, workout, workout_id

    from iron.records.revisions import Op
    from iron.server.accounts.models import User
    from iron.server.storage.django_store import DjangoStore

    made = []
    for number in range(first, first + workouts):
        body = workout(number)
        for place, entry in enumerate(body["entries"]):
            entry["exercise"] = EXERCISES[(4 * number + place) % exercises]
        made.append(Op(op_id(number), "workout", workout_id(number), 0, msgspec.json.encode(body)))
    results = DjangoStore(User.objects.get().pk).push(made, DEVICE, "2026-11-22T18:05:00Z")
    assert {one.status for one in results} == {"applied"}


def forget() -> None:
    """What a new process knows of the lifter: nothing."""
    from iron.server.api import growth

    growth._kept.clear()  # noqa: SLF001  (what a new process would start with)


def get(server, path: str) -> float:
    """CPU of one answer [ms]."""
    place, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": place,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "localhost:8000",
        "HTTP_COOKIE": server.cookie,
        "wsgi.url_scheme": "http",
        "wsgi.input": sys.stdin.buffer,
        "wsgi.errors": sys.stderr,
    }
    status = []
    began = time.process_time()
    response = server.application(environ, lambda line, _headers: status.append(line))
    answer = b"".join(response)
    response.close()
    spent = time.process_time() - began
    assert status == ["200 OK"], answer[:500]
    assert json.loads(answer)["lines"]
    return spent * 1000


def bare() -> float:
    """CPU of reading the rows of the exercise without any rule [ms]."""
    import msgspec
    from django.db import connection

    from iron.records import series

    began = time.process_time()
    raw = sqlite3.connect(connection.settings_dict["NAME"])
    rows = raw.execute("SELECT body FROM series WHERE exercise = ?", [EXERCISES[0]]).fetchall()
    for (body,) in rows:
        msgspec.json.decode(series.unpack(body))
    raw.close()
    return (time.process_time() - began) * 1000


def main(sets: int) -> None:
    print(
        f"CPU of one answer, signed in, {sets:,} sets in the journal; medians of {ROUNDS} (snapshot: once)\n"
    )
    print(f"{'':<50}{'measured':>11}{'goal':>8}{'of goal':>9}{'of bare':>9}")
    for exercises in (len(EXERCISES), 1):
        found = measured(sets, exercises)
        held = f"{sets // exercises:,} sets of it" if exercises > 1 else f"all {sets:,} sets of it"
        row(f"growth of one exercise, {held}, cold [ms]", found["cold"], COLD_MS, found["bare"])
        row("  more after one new workout [ms]", found["more"], MORE_MS)
        row("  bare: the same rows without rules [ms]", found["bare"])
        if "snapshot" in found:
            row("snapshot of all, cold [ms]", found["snapshot"])
            row("snapshot of all, after one new workout [ms]", found["snapshot more"])


def measured(sets: int, exercises: int) -> dict[str, float]:
    path = os.pathsep.join([str(HERE.parent / "tests" / "server"), str(HERE.parent / "src")])
    done = subprocess.run(
        [sys.executable, __file__, "--worker", str(sets), str(exercises)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def row(label: str, value: float, goal: float | None = None, bare: float | None = None) -> None:
    of_goal = f"{goal:>8}{value / goal:>9.2f}" if goal else " " * 17
    print(f"{label:<50}{value:>11.1f}{of_goal}{f'{value / bare:>9.1f}' if bare else ''}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(int(sys.argv[2]), int(sys.argv[3]), with_snapshot=int(sys.argv[3]) > 1)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
