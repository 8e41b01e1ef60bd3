"""A second process on the same data folder: `python pusher.py cli|server|dies-at-N LIFTER COUNT FIRST`."""

from __future__ import annotations

import json
import signal
import sys

from training_years import op_id, workout, workout_id

from iron.records.revisions import Op

# Document 0 is everybody's; the others are each process's own.
SHARED = 0


def operations(first: int, count: int) -> list[Op]:
    """Edits of one shared document with an outdated base, and own documents, in turn."""
    ops = []
    for n in range(first, first + count):
        body = {**workout(n % 100, sets=5), f"field-{n}": n}
        doc = SHARED if n % 2 else n
        ops.append(Op(op_id(n), "workout", workout_id(doc), 0, json.dumps(body).encode()))
    return ops


def cli(lifter: int, ops: list[Op]) -> None:
    """Push as the command line does: straight into the store."""
    from iron.server.storage.django_store import DjangoStore

    store = DjangoStore(lifter)
    for op in ops:
        [result] = store.push([op], "cli", "2026-11-22T18:05:00Z")
        assert result.status in {"applied", "merged"}, result


def server(lifter: int, ops: list[Op]) -> None:
    """Push as a phone does: through the server's whole stack."""
    from django.test import Client

    from iron.server.accounts.models import User

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(pk=lifter))
    for op in ops:
        sent = {
            "op_id": op.op_id,
            "kind": op.kind,
            "id": op.id,
            "base": 0,
            "body": json.loads(op.body or b""),
        }
        response = client.post(
            "/api/v1/sync/push", {"device": "phone", "ops": [sent]}, content_type="application/json"
        )
        assert response.status_code == 200, response.content
        assert response.json()["results"][0]["status"] in {"applied", "merged"}, response.content


def dies(lifter: int, ops: list[Op], statement: int) -> None:
    """Stand still in the middle of a push until somebody kills this process."""
    from django.db import connection

    from iron.server.storage.django_store import DjangoStore

    seen = []

    def wait(execute, sql, params, many, context):
        if len(seen) == statement:
            print("waiting", flush=True)
            signal.pause()
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wait):
        DjangoStore(lifter).push(ops, "cli", "2026-11-22T18:05:00Z")


if __name__ == "__main__":
    import django

    django.setup()
    mode, lifter, count, first = sys.argv[1], *map(int, sys.argv[2:])
    chosen = operations(first, count)
    print("ready", flush=True)
    if mode.startswith("dies-at-"):
        dies(lifter, chosen, int(mode.removeprefix("dies-at-")))
    else:
        sys.stdin.readline()
        {"cli": cli, "server": server}[mode](lifter, chosen)
    print("done", flush=True)
