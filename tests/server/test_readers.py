"""Whatever push accepts, every reader can read: the API, the exports, the MCP tools and the command line."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis import strategies as st
from random_bodies import as_json, bodies, journals
from typer.main import get_command
from typer.testing import CliRunner

from iron.cli import app, commands
from iron.journal.journal import Journal
from iron.journal.set_logging.log_sets import Report, plan_log
from iron.records.documents import KINDS
from iron.records.revisions import Op
from iron.records.store import MemoryStore
from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.sharing import shares
from iron.server.sharing.permission import PARTS
from iron.server.storage.django_store import DjangoStore
from iron.values import clock
from iron.values.errors import BadInputError, NotFoundError

pytestmark = pytest.mark.django_db

EXERCISES = ("leg-press-45", "bench-press-barbell", "lat-pulldown", "plank")
RUN = "0192f000-0000-7000-8000-000000000001"
OWN = "11111111-1111-7111-8111-111111111111"
AT = "2026-11-22T18:05:00Z"
DEVICE = "00000000-0000-7000-8000-00000000a9e1"
# The same examples in each run, and none of them made smaller: a journal takes long to read.
GENERATED = settings(phases=(Phase.generate,), suppress_health_check=list(HealthCheck), database=None)
# Every command that reads a journal, with arguments; those that write, or read no journal, are named below.
COMMANDS: dict[str, list[list[str]]] = {
    "today": [[], ["--json"]],
    "next": [[], ["leg-press-45", "--json"], [OWN]],
    "growth": [["leg-press-45"], ["--exercise", OWN, "--json"]],
    "volume": [[], ["quads", "--since", "2y"]],
    "records": [[], ["leg-press-45", "--unit", "lb"]],
    "workouts": [["--limit", "20"], ["--brief"], ["leg-press-45", "--json"]],
    "show": [["leg-press-45"], [OWN, "--json"]],
    "body": [[], ["--json"]],
    "why": [[RUN]],
    "exercise list": [[], ["--json"]],
    "program state": [[]],
    "undo-import": [[]],
    "coach list": [[], ["--json"]],
    "export": [["-"], ["-", "--history"], ["-", "--as", "strong"], ["-", "--as", "hevy", "--unit", "lb"]],
    "sql": [["select * from sets"], ["select * from workouts"]],
}
OTHERS = {
    *("log", "undo", "import", "restore-journal", "mcp", "press"),
    *(f"exercise {name}" for name in ("rename", "alias", "merge", "unmerge", "delete")),
    *(f"program {name}" for name in ("check", "add", "replay", "forecast", "start", "import", "share")),
}
# What tools say of a journal that cannot answer.
NO_ANSWER = (
    "Iron knows no exercise",
    "There is no exercise",
    "nothing to compare",
    "never",
    "no set",
    "not enough",
)
NO_DATA = (BadInputError, NotFoundError)


def ident(number: int) -> str:
    return OWN if number == 0 else f"0192f000-0000-7000-8000-{number:012x}"


def push(
    store: DjangoStore | MemoryStore, documents: list[tuple[str, dict]], first: int
) -> list[tuple[str, str]]:
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


def tool_calls(client):
    """A call of every tool that a reading key is offered, with what its schema asks for."""
    for tool in rpc(client, "tools/list", {})["tools"]:
        needed = tool["inputSchema"].get("required", [])
        named = [name for name in needed if name in {"exercise", "instead_of"}]
        rest = {name: "Legs" for name in needed if name not in named}
        for exercise in (
            (*EXERCISES, OWN) if named or "exercise" in tool["inputSchema"]["properties"] else ("",)
        ):
            asked = (
                {"exercise": exercise}
                if "exercise" in tool["inputSchema"]["properties"] and not named
                else {}
            )
            yield tool["name"], {**rest, **asked, **dict.fromkeys(named, exercise)}


_next = [1]


def reading(user):
    """A program with a key that only reads, so that it is offered the tools that do; the same one each time."""
    key = "iron_reading"
    digest = hashlib.sha256(key.encode()).hexdigest()
    user.tokens.get_or_create(digest=digest, defaults={"name": "reader", "writes": False})
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


@pytest.fixture
def readers():
    user = User.objects.create_user("ada", "a long password", is_owner=True)
    _, key = tokens.make(user, "laptop", writes=True)
    return user, Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


@pytest.fixture
def coach(readers):
    """A browser of somebody with whom everything is shared that can be."""
    bob = User.objects.create_user("bob")
    shares.accept(bob.pk, shares.give_account(readers[0], "bob", list(PARTS), None).share_id)
    client = Client(headers={"host": "localhost"})
    client.force_login(bob)
    return client


@seed(20261128)
@settings(GENERATED, max_examples=4)
@given(documents=journals())
def test_every_endpoint_export_and_tool_reads_what_push_accepts(readers, coach, documents):
    user, client = readers
    reader = reading(user)
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
    answered = coach.get("/api/v1/lifters")
    assert answered.status_code == 200, answered.content
    assert [row["needs"] is None for row in answered.json()["lifters"]] == [False]
    for name, arguments in tool_calls(reader):
        result = rpc(reader, "tools/call", {"name": name, "arguments": arguments})
        assert not result.get("isError") or any(part in sentence(result) for part in NO_ANSWER), (
            name,
            result,
        )
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


def rpc(client, method, params):
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    headers = {"accept": "application/json, text/event-stream"}
    return client.post("/mcp", body, content_type="application/json", headers=headers).json()["result"]


def sentence(result):
    return result["content"][0]["text"] if result.get("content") else ""


@seed(20261128)
@settings(GENERATED, max_examples=4)
@given(documents=journals())
def test_every_command_reads_what_push_accepts(readers, documents):
    user, _ = readers
    store = DjangoStore(user.pk)
    store.forget()
    push(store, documents, _next[0])
    _next[0] += 100
    runner = CliRunner()
    with patch("iron.server.opening.open_journal", lambda _lifter: Journal(store)):
        for name, ways in COMMANDS.items():
            for arguments in ways:
                finished = runner.invoke(app, [*name.split(), *arguments])
                known = finished.exit_code == 0 or isinstance(finished.exception, NO_DATA)
                assert known, (name, arguments, finished.exception, finished.output)


@seed(20261129)
@settings(GENERATED, max_examples=60)
@given(body=bodies("workout"), exercise=st.sampled_from(("leg-press-45", "lat-pulldown", "plank")))
def test_a_set_is_logged_into_whatever_workout_push_accepts(body, exercise):
    store = MemoryStore()
    assume(push(store, [("workout", body)], 1))
    journal = Journal(store)
    set_ = {"duration_s": 30} if exercise == "plank" else {"reps": 5, "load": {"value": 100, "unit": "kg"}}
    logged = plan_log(journal, Report(exercise, [set_], body["start"], "api"), clock.fresh_ids())
    stored = journal.commit(logged.rows, device=DEVICE, at=AT, op_ids=clock.op_ids())
    assert [result.error for result in stored] == [None] * len(stored)
    made = next(made for _, ident, made in logged.rows if ident == logged.workout)
    new = logged.sets[-1]["id"]
    lists = [entry.get("sets", []) for entry in made["entries"]]
    sets = next(sets for sets in lists if new in [each["id"] for each in sets])
    assert max(sets, key=lambda each: (each.get("order") or "", each["id"]))["id"] == new


def test_every_command_for_lifters_is_read_or_named_as_one_that_reads_no_journal():
    names = set()
    for command in commands.COMMANDS:
        if command.panel in {commands.LIFTER, commands.DATA}:
            group: Any = get_command(app)
            loaded = group.get_command(None, command.name)
            inner = getattr(loaded, "commands", {})
            names |= {f"{command.name} {name}" for name in inner} or {command.name}
    assert names == set(COMMANDS) | OTHERS


def test_the_generator_makes_every_kind():
    assert set(KINDS) == {
        "workout", "machine", "gym", "exercise", "alias", "program", "block", "advice", "import", "measurement",
        "dismissal", "settings", "run", "comment", "proposal",
    }  # fmt: skip
