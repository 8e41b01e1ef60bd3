"""Whatever push accepts, every reader can read: the API, the exports, the MCP tools and the command line."""

from __future__ import annotations

import json
from unittest.mock import patch

import pytest
from bodies import as_json, journals
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from typer.testing import CliRunner

from iron.cli import app
from iron.journal.journal import Journal
from iron.records.documents import KINDS
from iron.records.revisions import Op
from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import NotFoundError

pytestmark = pytest.mark.django_db

EXERCISES = ("leg-press-45", "bench-press-barbell", "lat-pulldown", "plank")
OWN = "11111111-1111-7111-8111-111111111111"
AT = "2026-11-22T18:05:00Z"
COMMANDS = (
    ["export", "-"],
    ["take-back"],
    ["exercise", "list"],
    ["exercise", "list", "--json"],
    ["next"],
    ["growth", "--exercise", "leg-press-45"],
    ["growth", "--exercise", OWN],
    ["program", "list"],
)


def ident(number: int) -> str:
    return OWN if number == 0 else f"0192f000-0000-7000-8000-{number:012x}"


def push(store: DjangoStore, documents: list[tuple[str, dict]], first: int) -> list[tuple[str, str]]:
    ops = [
        Op(
            f"0192f000-0000-7000-9000-{first + n:012x}",
            kind,
            ident(0 if kind == "exercise" else n),
            0,
            as_json(body),
        )
        for n, (kind, body) in enumerate(documents, 1)
    ]
    results = store.push(ops, "device", AT)
    return [op.key for op, result in zip(ops, results, strict=True) if result.status != "refused"]


def api_paths(keys):
    yield from (
        "me", "runs", "sync/pull", "sync/pull?since=1&limit=2", "snapshot?at=2026-12-01T08:00:00", "archive", "archive?history=1",
        "table/strong", "table/strong?unit=lb", "table/hevy", "table/hevy?unit=lb",
    )  # fmt: skip
    yield from (f"growth/{exercise}" for exercise in (*EXERCISES, OWN))
    yield from (f"history/{kind}/{key}" for kind, key in keys)
    yield from (f"advice/{key}" for kind, key in keys if kind == "advice")


def tool_calls():
    yield "own_exercises", {}
    yield "workouts", {}
    for exercise in (*EXERCISES, OWN):
        yield "exercise_lines", {"exercise": exercise}
        yield "what_next", {"exercise": exercise}
    yield "find_exercise", {"name": "Legs"}


_next = [1]


@pytest.fixture
def readers():
    user = User.objects.create_user("ada", "a long password", is_owner=True)
    _, key = tokens.make(user, "laptop", writes=True)
    return user, Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


@seed(20261128)
@settings(
    max_examples=8,
    phases=(Phase.generate,),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(documents=journals())
def test_every_endpoint_export_and_tool_reads_what_push_accepts(readers, documents):
    user, client = readers
    store = DjangoStore(user.pk)
    store.forget()
    keys = push(store, documents, _next[0])
    _next[0] += 100
    for path in api_paths(keys):
        answered = client.get(f"/api/v1/{path}")
        assert answered.status_code in ({200, 404} if path.startswith(("growth", "advice")) else {200}), (
            path,
            answered.content,
        )
    for name, arguments in tool_calls():
        result = call(client, name, arguments)
        assert (
            not result.get("isError")
            or "Iron knows no exercise" in said(result)
            or "There is no exercise" in said(result)
        ), (name, result)
    guest = {
        "documents": [
            {"kind": kind, "id": key, "body": body}
            for (kind, key), (_, body) in zip(keys, documents, strict=False)
        ]
    }
    answered = client.post("/api/v1/compute", json.dumps(guest), content_type="application/json")
    assert answered.status_code in {200, 403}, answered.content
    restored = client.post(
        "/api/v1/archive", client.get("/api/v1/archive?history=1").content, content_type="application/json"
    )
    assert restored.status_code == 200, restored.content


def call(client, name, arguments):
    body = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": name, "arguments": arguments},
    }
    headers = {"accept": "application/json, text/event-stream"}
    return client.post("/mcp", body, content_type="application/json", headers=headers).json()["result"]


def said(result):
    return result["content"][0]["text"] if result.get("content") else ""


@seed(20261128)
@settings(
    max_examples=6,
    phases=(Phase.generate,),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(documents=journals())
def test_every_command_reads_what_push_accepts(readers, documents):
    user, _ = readers
    store = DjangoStore(user.pk)
    store.forget()
    push(store, documents, _next[0])
    _next[0] += 100
    runner = CliRunner()
    with patch("iron.server.opening.open_journal", lambda _lifter: Journal(store)):
        for command in COMMANDS:
            done = runner.invoke(app, command)
            assert isinstance(done.exception, SystemExit | NotFoundError | None), (command, done.exception)


def test_the_generator_makes_every_kind():
    assert set(KINDS) == {
        "workout", "machine", "gym", "exercise", "alias", "program", "block", "advice", "import", "measurement",
        "dismissal", "settings", "run",
    }  # fmt: skip
