"""Server CPU of a push of a 20-set workout with one new set, an edit and a deletion, signed in, at 0 and 50,000 sets.

Run: .venv/bin/python benchmarks/push.py [sets] [rounds]
Two processes hold a database each and take turns, so that noise meets both alike; each figure is the median of the
rounds. Measured is the CPU (user and system) of the whole WSGI call: middleware, session, CSRF, view, store, SQLite.
The ratio is to a floor from the same run: the same bytes decoded as JSON and upserted by bare sqlite3 in one
transaction. Limits: 2 ms, at most 1.2 times as much at 50,000 sets as at none.
"""

from __future__ import annotations

import io
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
LIMIT_MS = 2.0
LIMIT_GROWTH = 1.2
PUSHES_A_ROUND = 40
DEVICE = "0192f000-0000-7000-8000-00000000dddd"
KINDS = ("new set", "edit", "delete", "floor")


class Server:
    """The WSGI application with a signed-in session, called without a network."""

    def __init__(self, sets: int) -> None:
        import django

        django.setup()
        from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
        from django.contrib.sessions.backends.db import SessionStore
        from django.core.management import call_command
        from django.core.wsgi import get_wsgi_application
        from training_years import ops

        from iron.server.accounts.models import User
        from iron.server.storage.django_store import DjangoStore

        call_command("migrate", verbosity=0)
        user = User.objects.create_user("ada", "a long password")
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        self.cookie = f"iron_session={session.session_key}; csrftoken={'a' * 32}"
        if sets:
            DjangoStore(user.pk).push(ops(sets // 20), DEVICE, "2026-11-22T18:05:00Z")
        self.application = get_wsgi_application()

    def push(self, operation: dict) -> float:
        """Push one operation and return the CPU that it took [ms]."""
        raw = json.dumps({"device": DEVICE, "ops": [operation]}, separators=(",", ":")).encode()
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": "/api/v1/sync/push",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "HTTP_HOST": "localhost:8000",
            "HTTP_COOKIE": self.cookie,
            "HTTP_X_CSRFTOKEN": "a" * 32,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(raw)),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(raw),
            "wsgi.errors": sys.stderr,
        }
        status = []
        began = time.process_time()
        response = self.application(environ, lambda line, _headers: status.append(line))
        answer = b"".join(response)
        response.close()
        spent = time.process_time() - began
        assert status == ["200 OK"], answer
        assert json.loads(answer)["results"][0]["status"] == "applied", answer
        return spent * 1000


class Floor:
    """What no server can spare: decode the JSON, keep the operation, keep the document, flush."""

    def __init__(self, folder: str) -> None:
        self.raw = sqlite3.connect(Path(folder) / "floor.sqlite3", isolation_level=None)
        self.raw.execute("PRAGMA journal_mode=WAL")
        self.raw.execute("PRAGMA synchronous=NORMAL")
        self.raw.execute("CREATE TABLE history (user_id, op_id, body, PRIMARY KEY (user_id, op_id))")
        self.raw.execute("CREATE TABLE document (user_id, id, body, PRIMARY KEY (user_id, id))")

    def push(self, operation: dict) -> float:
        text = json.dumps(operation, separators=(",", ":"))
        began = time.process_time()
        body = json.loads(text)["body"]
        self.raw.execute("BEGIN IMMEDIATE")
        self.raw.execute("INSERT INTO history VALUES (1, ?, '')", [operation["op_id"]])
        self.raw.execute(
            "INSERT INTO document VALUES (1, ?, ?) ON CONFLICT (user_id, id) DO UPDATE SET body = excluded.body",
            [operation["id"], json.dumps(body)],
        )
        self.raw.execute("COMMIT")
        return (time.process_time() - began) * 1000


def work(sets: int) -> None:
    """Answer each line of the standard input with the medians of one round."""
    with tempfile.TemporaryDirectory(prefix="iron-push-") as home:
        os.environ |= {"IRON_HOME": home, "DJANGO_SETTINGS_MODULE": "iron.server.settings"}
        server, floor = Server(sets), Floor(home)
        print("ready", flush=True)
        number = 1_000_000
        for _ in sys.stdin:
            spent = {kind: [] for kind in KINDS}
            for _ in range(PUSHES_A_ROUND):
                number += 10
                one_day(server, floor, number, spent)
            print(json.dumps({kind: statistics.median(times) for kind, times in spent.items()}), flush=True)


def one_day(server: Server, floor: Floor, number: int, spent: dict[str, list[float]]) -> None:
    from training_years import op_id, workout, workout_id

    whole, fewer, edited = (workout(number % 2000) for _ in range(3))
    fewer["entries"][-1]["sets"].pop()
    edited["entries"][1]["sets"][2]["reps"] += 1

    def op(step: int, body: dict | None) -> dict:
        head = {"op_id": op_id(number + step), "kind": "workout", "id": workout_id(number), "base": step}
        return {**head, "delete": True} if body is None else {**head, "body": body}

    server.push(op(0, fewer))
    spent["new set"].append(server.push(op(1, whole)))
    spent["edit"].append(server.push(op(2, edited)))
    spent["delete"].append(server.push(op(3, None)))
    spent["floor"].append(floor.push(op(1, whole)))


def main(sets: int, rounds: int) -> None:
    workers = {size: start(size) for size in (0, sets)}
    seen = {size: {kind: [] for kind in KINDS} for size in workers}
    for _ in range(rounds):
        for size, worker in workers.items():
            worker.stdin.write("\n")
            worker.stdin.flush()
            for kind, spent in json.loads(worker.stdout.readline()).items():
                seen[size][kind].append(spent)
    for worker in workers.values():
        worker.communicate()
    ms = {
        size: {kind: statistics.median(times) for kind, times in kinds.items()}
        for size, kinds in seen.items()
    }
    print(f"CPU of one push of a 20-set workout, signed in: median of {rounds} rounds of {PUSHES_A_ROUND}\n")
    print(
        f"{'':<10}{'0 sets':>10}{f'{sets:,} sets':>14}{'of floor':>10}{'of 2 ms':>10}{'growth':>9}{'limit':>7}"
    )
    for kind in KINDS:
        none, many = ms[0][kind], ms[sets][kind]
        of_floor = many / ms[sets]["floor"]
        print(
            f"{kind:<10}{none:>7.2f} ms{many:>11.2f} ms{of_floor:>10.1f}{many / LIMIT_MS:>10.2f}"
            f"{many / none:>9.2f}{LIMIT_GROWTH:>7}"
        )


def start(sets: int) -> subprocess.Popen:
    path = os.pathsep.join([str(HERE.parent / "tests" / "server"), str(HERE.parent / "src")])
    worker = subprocess.Popen(
        [sys.executable, __file__, "--worker", str(sets)],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout.readline() == "ready\n"
    return worker


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(int(sys.argv[2]))
    else:
        numbers = [int(one) for one in sys.argv[1:]]
        main(*(numbers + [50_000, 9][len(numbers) :]))
