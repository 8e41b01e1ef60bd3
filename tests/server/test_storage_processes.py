"""Several processes on one SQLite file: command line and server at once, and a server that dies."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import postgres
import pytest
from django.db import connections
from pusher import operations
from training_years import op_id, workout_id

from iron.server.storage.django_store import DjangoStore

AT = "2026-11-22T18:05:00Z"
HERE = Path(__file__).parent


def start(home, *arguments):
    path = f"{HERE}:{HERE.parent.parent / 'src'}"
    environment = {
        **os.environ,
        "IRON_HOME": str(home),
        "PYTHONPATH": path,
        "DJANGO_SETTINGS_MODULE": "iron.server.settings",
    }
    command = [sys.executable, str(HERE / "pusher.py"), *map(str, arguments)]
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if process.stdout.readline() != "ready\n":
        raise AssertionError(process.communicate()[1])
    return process


def finish(process):
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0, err


@pytest.fixture
def lifter(empty_home, django_db_blocker):
    """An account in a data folder of its own, seen from here through an alias."""
    from django.core.management import call_command

    from iron.server.accounts.models import User
    from iron.server.home import DATABASE_FILE

    empty_home.mkdir(exist_ok=True)
    with django_db_blocker.unblock():
        settings = postgres.sqlite(empty_home / DATABASE_FILE)
        settings["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL;"
        postgres.add_database("processes", settings)
        call_command("migrate", database="processes", verbosity=0)
        yield User.objects.db_manager("processes").create_user("ada")
        connections["processes"].close()
        del connections["processes"]
        del connections.settings["processes"]


def test_command_line_and_server_write_one_file_at_once_and_no_operation_is_lost(empty_home, lifter):
    count = 40
    processes = [
        start(empty_home, "cli", lifter.pk, count, 1000),
        start(empty_home, "server", lifter.pk, count, 2000),
        start(empty_home, "cli", lifter.pk, count, 3000),
    ]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        finish(process)
    store = DjangoStore(lifter.pk, using="processes")
    shared = msgspec.json.decode(store.get("workout", workout_id(0)).body)
    numbers = [n for first in (1000, 2000, 3000) for n in range(first, first + count)]
    odd = [n for n in numbers if n % 2]
    assert sorted(shared[key] for key in shared if key.startswith("field-")) == odd
    assert {revision.op_id for revision in store.revisions("workout", workout_id(0))} == {
        op_id(n) for n in odd
    }
    assert len(list(store.all("workout"))) == len(numbers) - len(odd) + 1
    assert store.seq() == len(numbers)


@pytest.mark.parametrize("statement", [3, 6])
def test_a_server_killed_in_the_middle_of_a_push_stores_nothing_and_the_next_push_stores_it_once(
    empty_home, lifter, statement
):
    process = start(empty_home, f"dies-at-{statement}", lifter.pk, 4, 1000)
    assert process.stdout.readline() == "waiting\n"
    process.kill()
    process.communicate()
    store = DjangoStore(lifter.pk, using="processes")
    assert (store.seq(), list(store.all())) == (0, [])
    ops = operations(1000, 4)
    assert {each.status for each in store.push(ops, "cli", AT)} == {"applied", "merged"}
    assert {each.status for each in store.push(ops, "cli", AT)} == {"replayed"}
    assert [revision.rev for revision in store.revisions("workout", workout_id(0))] == [2, 1]
    assert sorted(document.rev for document in store.all()) == [1, 1, 2]
    with sqlite3.connect(connections["processes"].settings_dict["NAME"]) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
