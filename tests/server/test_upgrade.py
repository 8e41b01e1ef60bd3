"""An older Iron with data in it becomes this one: nothing is lost, phones go on, and processes that start at once agree."""

from __future__ import annotations

import json
import uuid
from urllib.parse import urlencode

import commands
import pytest
from django.core.management import call_command
from django.db import connections
from postgres import sqlite
from training_years import op_id, workout, workout_id

from iron.records.packing import pack
from iron.records.revisions import Op
from iron.server.storage.django_store import DjangoStore
from iron.server.storage.timeline import Claim

AT = "2026-11-22T18:05:00Z"
OLDER = ("0001", "0002", "0003", "0004")
LIFTER = 7


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request, tmp_path, django_db_blocker):
    """Give the alias of a database without any table."""
    alias = f"upgrade-{request.param}"
    settings = sqlite(tmp_path / "old.sqlite3")
    if request.param == "postgres":
        settings = request.getfixturevalue("_postgres")
        if settings is None:
            pytest.skip("no PostgreSQL here")
    with django_db_blocker.unblock():
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: settings})[alias]
        if request.param == "postgres":
            name = f"u{uuid.uuid4().hex[:12]}"
            with connections[alias].cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {name}")
            connections[alias].close()
            connections[alias].settings_dict["NAME"] = name
        yield alias
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def fill(alias):
    """Write what an Iron before epochs had: a workout in two revisions, one deleted, one with an odd name in it."""
    edited = [json.dumps({**workout(0), "title": title}).encode() for title in ("a", "b")]
    odd = json.dumps({**workout(1), "title": "ü\u2028=1+1"}).encode()
    history = [
        (0, 1, 0, "created", pack(edited[0], 1, None), workout_id(0)),
        (1, 2, 1, "fast-forward", pack(edited[1], 2, edited[0]), workout_id(0)),
        (2, 1, 0, "created", pack(odd, 1, None), workout_id(1)),
        (3, 1, 0, "created", pack(odd, 1, None), workout_id(2)),
        (4, 2, 1, "deletion", None, workout_id(2)),
    ]
    documents = [(workout_id(0), 2, 2, edited[1]), (workout_id(1), 3, 1, odd), (workout_id(2), 5, 2, None)]
    with connections[alias].cursor() as cursor:
        cursor.execute("INSERT INTO clock (user_id, seq) VALUES (%s, 5)", [LIFTER])
        for number, rev, base, reason, packed, ident in history:
            cursor.execute(
                "INSERT INTO history (user_id, op_id, kind, doc_id, rev, base, at, device, reason, digest, pushed) "
                "VALUES (%s, %s, 'workout', %s, %s, %s, %s, 'old phone', %s, 0, %s)",
                [LIFTER, op_id(number), ident, rev, base, AT, reason, packed],
            )
        for ident, seq, rev, body in documents:
            cursor.execute(
                "INSERT INTO document (user_id, kind, id, seq, rev, deleted, body) "
                "VALUES (%s, 'workout', %s, %s, %s, %s, %s)",
                [LIFTER, ident, seq, rev, body is None, None if body is None else body.decode()],
            )
    return {ident: body for ident, _, _, body in documents}


@pytest.mark.parametrize("before", OLDER)
def test_a_journal_of_each_older_iron_is_whole_after_the_upgrade_and_phones_go_on(empty, before):
    call_command("migrate", "storage", before, database=empty, verbosity=0)
    bodies = fill(empty)
    call_command("migrate", "storage", database=empty, verbosity=0)
    store = DjangoStore(LIFTER, empty)
    assert {row.id: row.body for row in store.since(0, 10)} == bodies
    titles = [json.loads(row.body)["title"] for row in store.revisions("workout", workout_id(0)) if row.body]
    assert titles == ["b", "a"]
    assert next(row.body for row in store.revisions("workout", workout_id(2))) is None
    # A phone that knows no epoch yet edits what it had, and one that sends the deleted workout again does not bring it back.
    edit = json.dumps({**workout(0), "title": "c"}).encode()
    results = store.take(
        [
            Op(op_id(10), "workout", workout_id(0), 2, edit),
            Op(op_id(11), "workout", workout_id(2), 0, bodies[workout_id(1)]),
        ],
        "old phone",
        AT,
        Claim(numbers=True),
    ).results
    assert [result.status for result in results] == ["applied", "merged"]
    assert results[0].document.rev == 3
    assert results[1].document.deleted
    clock = store.check(Claim())
    assert (clock.seq, len(clock.epoch)) == (7, 16)


STARTING_AT_ONCE = """
import os
processes = []
for _ in range(4):
    if process := os.fork():
        processes.append(process)
        continue
    from iron.server import boot
    boot.start()
    from iron.server.accounts.models import User
    os.write(1, f"{User.objects.count()}\\n".encode())
    os._exit(0)
raise SystemExit(max(os.waitpid(process, 0)[1] for process in processes))
"""


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_processes_that_start_at_once_on_an_empty_database_all_find_their_tables(request, kind, tmp_path):
    environment = {"IRON_HOME": str(tmp_path / "var")}
    if kind == "postgres":
        settings = request.getfixturevalue("_postgres")
        if settings is None:
            pytest.skip("no PostgreSQL here")
        import psycopg

        name = f"m{uuid.uuid4().hex[:12]}"
        where = {"host": settings["HOST"], "user": settings["USER"]}
        with psycopg.connect(**where, dbname="postgres", autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")
        query = urlencode({"host": where["host"]})
        environment["IRON_DATABASE_URL"] = f"postgres://{where['user']}@localhost/{name}?{query}"
    finished = commands.python(STARTING_AT_ONCE, **environment)
    assert (finished.returncode, finished.stdout) == (0, "0\n" * 4), finished.stderr
