"""A server on PostgreSQL as one file and back: by pg_dump, tried out, in one transaction, with a new epoch."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import commands
import pytest
from postgres import HOW_TO_GET_IT, binaries

from iron.server import backup
from iron.server.postgres_dump import DUMP_FILE
from iron.values.errors import BadFileError, BadInputError, ConflictError

pytestmark = pytest.mark.postgres
ROOT = Path(__file__).resolve().parents[2]
AT = "2026-11-22T18:05:00Z"
FILL = """
import sys
sys.path.append(sys.argv[1])
from iron.server import boot
boot.start()
from training_years import op_id, workout, workout_id
from iron.records.revisions import Op
from iron.server.accounts.models import User
from iron.server.storage.django_store import DjangoStore
import json
user = User.objects.filter(username="anna").first() or User.objects.create_user("anna", "sled-and-rail-45")
User.objects.get_or_create(username="idle")
for n in range(int(sys.argv[2]), int(sys.argv[3])):
    body = json.dumps({**workout(n), "note": "tab\\t, line\\n\\\\. and ü"}).encode()
    DjangoStore(user.pk).push([Op(op_id(n), "workout", workout_id(n), 0, body)], "phone", "2026-11-22T18:05:00Z")
"""


def address(where, name):
    return f"postgres://{where['user']}@localhost/{name}?{urlencode({'host': where['host']})}"


@pytest.fixture(scope="module")
def filled(_postgres, tmp_path_factory):
    """An Iron with five workouts: where its server is, its database, which no test changes, and its data folder."""
    if _postgres is None:
        pytest.skip(HOW_TO_GET_IT)
    import psycopg

    where = {"host": _postgres["HOST"], "user": _postgres["USER"]}
    name, home = f"filled{os.getpid()}", tmp_path_factory.mktemp("filled") / "var"
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        fill(0, 5, IRON_DATABASE_URL=address(where, name), IRON_HOME=str(home))
        yield where, name, home
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def iron(filled, tmp_path, monkeypatch):
    """Set up an Iron with five workouts in a database of its own; yields its connection."""
    import psycopg

    where, template, home = filled
    name = f"b{os.getpid()}_{abs(hash(tmp_path)) % 10**9}"
    shutil.copytree(home, tmp_path / "var")
    monkeypatch.setenv("IRON_DATABASE_URL", address(where, name))
    monkeypatch.setenv("IRON_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("PATH", f"{binaries()}{os.pathsep}{os.environ['PATH']}")
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield {**where, "dbname": name}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def fill(low, high, **environment):
    """Add workouts ``low`` to ``high`` of anna to the database of the environment."""
    finished = commands.python(FILL, str(ROOT / "tests/server"), low, high, **environment)
    assert finished.returncode == 0, finished.stderr


def rows(where, table, schema="public"):
    import psycopg

    with psycopg.connect(**where) as connection:
        result = connection.execute(f"SELECT * FROM {schema}.{table}")  # noqa: S608  (names of this file)
        return sorted(result.fetchall(), key=repr)


def epochs(where):
    return {user: (seq, epoch, renewed) for user, seq, epoch, renewed in rows(where, "clock")}


def test_a_backup_comes_back_whole_beside_what_was_there_and_begins_new_epochs(iron, tmp_path):
    before = {name: rows(iron, name) for name in ("document", "history", "accounts_user")}
    before_epochs = epochs(iron)
    file, counts = backup.backup(tmp_path, at=AT, iron="1")
    assert counts == {"document": 5, "history": 5, "accounts_user": 2}
    fill(5, 8)
    with pytest.raises(ConflictError, match="add --replace"):
        backup.restore(file, replace=False, at=AT)
    assert backup.restore(file, replace=True, at=AT) == counts
    assert {name: rows(iron, name) for name in before} == before
    assert len(rows(iron, "document", "before_20261122180500")) == 8
    after = epochs(iron)
    assert len(after) == 2, "an account that had logged nothing gets an epoch too"
    assert all(renewed and len(epoch) == 16 for _, epoch, renewed in after.values())
    assert all(
        after[user][0] == seq and after[user][1] != epoch for user, (seq, epoch, _) in before_epochs.items()
    )
    fill(8, 9)
    assert len(rows(iron, "document")) == 6, "the server goes on with it"


def test_an_empty_database_takes_a_backup_without_the_flag(iron, tmp_path):
    import psycopg

    file, counts = backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    with psycopg.connect(**iron) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    assert backup.restore(file, replace=False, at=AT) == counts


def test_a_used_database_is_not_replaced(iron, tmp_path):
    import psycopg

    file, _ = backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    with psycopg.connect(**iron), pytest.raises(ConflictError, match="Stop the server first"):
        backup.restore(file, replace=True, at=AT)
    assert len(rows(iron, "document")) == 5


def repacked(file, to, change):
    """Copy a backup with another dump or manifest; the checksums fit."""
    import hashlib

    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members.pop("backup.json"))
    change(members, manifest)
    manifest["sha256"] = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("backup.json", json.dumps(manifest))
        for name, data in members.items():
            archive.writestr(name, data)
    return to


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda members, _: members.update({DUMP_FILE: members[DUMP_FILE][:-2000]}), "cannot be read"),
        (lambda members, _: members.update({DUMP_FILE: b"no dump"}), "cannot be read"),
        (lambda _, manifest: manifest["counts"].update(document=6), "is incomplete"),
    ],
    ids=["torn", "no dump", "rows are missing"],
)
def test_a_damaged_backup_changes_nothing(iron, tmp_path, change, problem):
    file, _ = backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    bad = repacked(file, tmp_path / "bad.zip", change)
    before = epochs(iron)
    with pytest.raises(BadFileError, match=problem):
        backup.restore(bad, replace=True, at=AT)
    assert epochs(iron) == before


def test_a_restore_that_fails_half_way_changes_nothing(iron, tmp_path):
    import psycopg

    file, _ = backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    with psycopg.connect(**iron) as connection:
        # The schema for what is there cannot be made.
        connection.execute("CREATE SCHEMA before_20261122180500")
    before = epochs(iron)
    with pytest.raises(BadInputError, match="nothing was changed"):
        backup.restore(file, replace=True, at=AT)
    assert epochs(iron) == before


def test_the_two_kinds_of_database_are_told_apart(iron, tmp_path, monkeypatch):
    file, _ = backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    monkeypatch.delenv("IRON_DATABASE_URL")
    monkeypatch.setenv("IRON_HOME", str(tmp_path / "other"))
    with pytest.raises(BadInputError, match="set IRON_DATABASE_URL"):
        backup.restore(file, replace=True, at=AT)


def test_missing_programs_and_a_wrong_address_are_a_sentence(iron, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadInputError, match="postgresql-client"):
        backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    monkeypatch.setenv("IRON_DATABASE_URL", "postgres://iron@localhost/iron?host=/nowhere")
    with pytest.raises(BadInputError, match="does not answer"):
        backup.backup(tmp_path / "iron.zip", at=AT, iron="1")
    assert not (tmp_path / "iron.zip").exists()
