"""Simultaneous first requests: a program that `test_first_requests.py` runs, for it must not have served anything yet.

Run: python first_requests.py ROUNDS, with IRON_HOME set to a folder whose tables are there.
One parent sets Django up as the server does and never answers a request. For each endpoint and round it forks a child:
as fresh as a server that has just started. The child's 16 threads send the same request at the same moment.
"""

from __future__ import annotations

import gc
import io
import json
import os
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path

THREADS = 16
BORDER = "first-requests"


def environ(
    method: str, path: str, key: str | None, body: bytes = b"", kind: str = "application/json"
) -> dict:
    path, _, query = path.partition("?")
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_ACCEPT": "application/json, text/event-stream",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        **({"HTTP_AUTHORIZATION": f"Bearer {key}"} if key else {}),
    }


def ask(application, request: dict) -> tuple[int, bytes]:
    status: list[str] = []
    response = application(request, lambda line, _headers, _info=None: status.append(line))
    body = b"".join(response)
    response.close()
    return int(status[0][:3]), body


def seed() -> None:
    """A lifter with a week of training and a writing key; the key goes into a file beside the database."""
    from training_years import ops

    from iron.server.accounts import tokens
    from iron.server.accounts.models import User
    from iron.server.storage.django_store import DjangoStore

    user = User.objects.create_user("ada", "a long password")
    _, key = tokens.make(user, "race", writes=True)
    DjangoStore(user.pk).push(ops(5), "race", f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
    (Path(os.environ["IRON_HOME"]) / "key").write_text(key, encoding="ascii")


def bodies() -> dict[str, dict]:
    """One body of each kind that Iron knows, as small as the checker takes it."""
    from training_years import workout

    return {
        "workout": workout(900),
        "machine": {
            "v": 1,
            "name": "Panatta",
            "exercise": "leg-press-45",
            "friction": {"mu": 0.1, "how": "pull_test"},
        },
        "gym": {"v": 1, "name": "Home", "plates": {"20": 4}},
        "exercise": {
            "v": 1,
            "name": "Sissy squat",
            "variables": [{"id": "a", "name": "A", "type": "number"}],
        },
        "alias": {"v": 1, "name": "LP", "exercise": "leg-press-45"},
        "import": {"v": 1, "format": "strong", "documents": [["workout", "x"]]},
        "settings": {"v": 1, "rest_by_exercise": {"leg-press-45": 120}},
        "measurement": {"v": 1, "at": "2026-01-01T08:00:00", "what": "body_mass", "value": 80, "unit": "kg"},
        "block": {
            "v": 1,
            "name": "B",
            "start": "2026-01-05",
            "weeks": [{"id": "w", "days": [{"id": "d", "date": "2026-01-05"}]}],
        },
    }


def push_of(kind: str, body: dict, number: int) -> bytes:
    from training_years import op_id, workout_id

    op = {"op_id": op_id(number), "kind": kind, "id": workout_id(number), "base": 0, "body": body}
    return json.dumps({"device": "race", "ops": [op]}).encode()


def form(text: str) -> bytes:
    choices = json.dumps({"Squat": {"exercise": "squat-barbell"}})
    fields = [
        ('name="file"; filename="strong.csv"', text),
        ('name="choices"', choices),
        ('name="unit"', "kg"),
    ]
    parts = [
        f"--{BORDER}\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n" for head, body in fields
    ]
    return "".join([*parts, f"--{BORDER}--\r\n"]).encode()


def requests(key: str) -> dict[str, dict]:
    """One request for each endpoint, and for a push of each kind."""
    from training_years import workout, workout_id

    strong = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n2024-01-01 10:00:00,A,Squat,1,100,5\n"
    guest = {
        "documents": [{"kind": "workout", "id": workout_id(0), "body": workout(0)}],
        "at": "2026-01-01T08:00:00",
    }
    call = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "workouts", "arguments": {}},
    }
    gets = [
        "me", "sync/pull", "snapshot?at=2026-01-01T08:00:00", "growth/leg-press-45", "archive?history=1",
        "table/strong", f"history/workout/{workout_id(0)}", "tokens", "openapi.json", "advice/x",
    ]  # fmt: skip
    process = {f"GET {path}": environ("GET", f"/api/v1/{path}", key) for path in gets}
    for number, (kind, body) in enumerate(bodies().items(), 50_000):
        process[f"push of a {kind}"] = environ("POST", "/api/v1/sync/push", key, push_of(kind, body, number))
    process["POST tokens"] = environ("POST", "/api/v1/tokens", key, b'{"name":"x"}')
    process["POST archive"] = environ("POST", "/api/v1/archive?dry_run=1", key, b"{}")
    process["POST compute"] = environ("POST", "/api/v1/compute", None, json.dumps(guest).encode())
    process["POST import/plan"] = environ(
        "POST", "/api/v1/import/plan", None, form(strong), f"multipart/form-data; boundary={BORDER}"
    )
    process["MCP"] = environ("POST", "/mcp", key, json.dumps(call).encode())
    process["sign-in"] = environ(
        "POST", "/_allauth/browser/v1/auth/login", None, b'{"username":"ada","password":"wrong"}'
    )
    process["page: choose"] = environ("GET", "/choose", None)
    process["page: compare"] = environ("GET", "/compare/leg-press-45/squat-barbell", None)
    return process


def race(application, request: dict) -> None:
    """Send one request from every thread at once; raises where an answer is a server error."""
    sys.setswitchinterval(1e-5)
    body = request["wsgi.input"].getvalue()
    barrier, worst = threading.Barrier(THREADS), []

    def send() -> None:
        barrier.wait()
        status, text = ask(application, {**request, "wsgi.input": io.BytesIO(body)})
        if status >= 500:
            worst.append(f"{status} {text[:300]!r}")

    threads = [threading.Thread(target=send) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if worst:
        raise AssertionError(worst[0])


def forked(work, *arguments) -> int:
    """Run something in a child and return how it ended: 0, or the negative number of its signal."""
    child = os.fork()
    if not child:
        try:
            work(*arguments)
        except BaseException:  # noqa: BLE001 - a child ends here, whatever happened
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def main(rounds: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    from iron.server.wsgi import application

    # The slow hash is not what is tried here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    connections.close_all()
    assert forked(seed) == 0
    asked = requests((Path(os.environ["IRON_HOME"]) / "key").read_text(encoding="ascii"))
    failures = {}
    # A child that looked for garbage would go through, and so copy, all that the parent has loaded.
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, request in asked.items():
            if (ended := forked(race, application, request)) != 0:
                failures[name] = ended
    print(json.dumps({"asked": len(asked) * rounds, "failures": failures}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
