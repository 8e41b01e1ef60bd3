"""Spreading the journals over machines: rules on PostgreSQL's catalogue, the plan, and the check of a cluster.

There is no Citus in any package registry. A stand-in extension that only writes down what it is asked for shows the
order of statements and that a second run does nothing; that Citus does what it is asked for, scripts/citus_check.py
shows on a real cluster.
"""

import os
import random
import shutil
import subprocess
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import citus_check
import pytest
from django.db import OperationalError, connection, connections, transaction
from typer.testing import CliRunner

from iron.cli import app
from iron.server.accounts.models import User
from iron.server.storage import distribution
from iron.server.storage.distribution import NoCitusError
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import BadInputError, ConflictError

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = """
CREATE TABLE citus_tables (table_name regclass, distribution_column text, colocation_id int);
CREATE FUNCTION create_distributed_table(name text, col text, shard_count int DEFAULT 32, colocate_with text DEFAULT '')
RETURNS void LANGUAGE sql AS $$ INSERT INTO citus_tables VALUES (name::regclass, col, 1) $$;
"""
DISTRIBUTE = [
    "SELECT create_distributed_table('clock', 'user_id', shard_count => 8)",
    "SELECT create_distributed_table('document', 'user_id', colocate_with => 'clock')",
    "SELECT create_distributed_table('history', 'user_id', colocate_with => 'clock')",
    "SELECT create_distributed_table('answered', 'user_id', colocate_with => 'clock')",
]


@contextmanager
def undone(alias):
    """Roll everything back at the end."""
    with transaction.atomic(using=alias):
        yield connections[alias]
        transaction.set_rollback(True, using=alias)


@pytest.fixture
def stand_in(postgres_journal):
    """A PostgreSQL that offers an extension named citus."""
    database = connections[postgres_journal]
    # The folder of the server's socket: the server's user reads it.
    share = Path(database.settings_dict["HOST"]) / "stand-in"

    def offer(version):
        (share / "extension").mkdir(parents=True)
        control = f"default_version = '{version}'\nrelocatable = true\n"
        for name, text in (("citus.control", control), (f"citus--{version}.sql", STAND_IN)):
            (share / "extension" / name).write_text(text)
        for path in (share, *share.rglob("*")):
            path.chmod(0o755)  # the server is another user where root runs the tests
        with database.cursor() as cursor:
            cursor.execute("SELECT set_config('extension_control_path', %s, false)", [f"{share}:$system"])
        return database

    yield offer
    with database.cursor() as cursor:
        cursor.execute("DROP EXTENSION IF EXISTS citus")
    shutil.rmtree(share, ignore_errors=True)


@pytest.mark.postgres
def test_the_tables_of_the_journals_keep_the_rules(postgres_journal):
    with connections[postgres_journal].cursor() as cursor:
        assert distribution.broken_rules(cursor) == []


@pytest.mark.postgres
def test_the_tables_to_distribute_are_all_that_the_store_has(postgres_journal):
    from django.apps import apps

    assert {model._meta.db_table for model in apps.get_app_config("storage").get_models()} == set(
        distribution.TABLES
    )


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            "CREATE UNIQUE INDEX only_seq ON history (doc_id, op_id, rev) WHERE false",
            "history has a key without user_id: only_seq.",
        ),
        (
            "CREATE TRIGGER eager BEFORE UPDATE ON clock FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "clock has a trigger: eager.",
        ),
        (
            "ALTER TABLE document ADD CONSTRAINT of_clock FOREIGN KEY (user_id) REFERENCES clock (user_id) NOT VALID",
            "document is at an end of a foreign key: of_clock.",
        ),
        ("ALTER TABLE answered ADD COLUMN n bigserial", "answered has a column that the database counts: n."),
        (
            "ALTER TABLE answered ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY",
            "answered has a column that the database counts: n.",
        ),
        ("DROP TABLE answered", "There is no table answered: start this Iron once."),
    ],
)
def test_a_table_that_breaks_a_rule_is_named_with_what_breaks_it(postgres_journal, change, sentence):
    with undone(postgres_journal) as database, database.cursor() as cursor:
        cursor.execute(change)
        assert sentence in distribution.broken_rules(cursor)


@pytest.mark.postgres
def test_without_citus_it_is_said_what_to_install(postgres_journal):
    with pytest.raises(NoCitusError, match=r"has no extension citus.*shared_preload_libraries"):
        distribution.plan(connections[postgres_journal])


@pytest.mark.django_db
def test_sqlite_cannot_be_spread():
    with pytest.raises(BadInputError, match=r"this server uses SQLite\. Set IRON_DATABASE_URL"):
        distribution.plan(connection)
    answered = CliRunner().invoke(app, ["storage", "distribute", "--dry-run"])
    assert isinstance(answered.exception, BadInputError)


@pytest.mark.postgres
def test_a_citus_that_cannot_move_shards_is_too_old(stand_in):
    with pytest.raises(NoCitusError, match=r"Citus 10\.2-1 cannot move shards under load"):
        distribution.plan(stand_in("10.2-1"))


@pytest.mark.postgres
def test_the_tables_are_distributed_once_together_and_a_stopped_run_goes_on(stand_in):
    database = stand_in("14.0-1")
    planned = distribution.plan(database, 8)
    assert (planned.citus, planned.distributed) == ("14.0-1", ())
    assert list(planned.statements) == ["CREATE EXTENSION citus", *DISTRIBUTE]
    assert distribution.plan(database, 8) == planned  # planning changed nothing
    with database.cursor() as cursor:
        for statement in planned.statements[:3]:
            cursor.execute(statement)
    assert distribution.plan(database, 8).distributed == ("clock", "document")
    assert list(distribution.distribute(database, 8).statements) == DISTRIBUTE[2:]
    again = distribution.distribute(database, 8)
    assert (again.distributed, again.statements) == (distribution.TABLES, ())


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE citus_tables SET distribution_column = 'rev'", "by another column than user_id"),
        ("UPDATE citus_tables SET colocation_id = 2 WHERE table_name = 'clock'::regclass", "not colocated"),
    ],
)
def test_tables_that_are_distributed_in_another_way_are_left_alone(stand_in, damage, sentence):
    database = stand_in("14.0-1")
    distribution.distribute(database)
    with database.cursor() as cursor:
        cursor.execute(damage)
    with pytest.raises(ConflictError, match=sentence):
        distribution.distribute(database)


@pytest.mark.postgres
def test_nothing_is_distributed_while_somebody_else_is_connected(stand_in):
    import psycopg

    database = stand_in("14.0-1")
    where = database.settings_dict
    with (
        psycopg.connect(host=where["HOST"], user=where["USER"], dbname=where["NAME"]),
        pytest.raises(ConflictError, match="1 other connections use this database"),
    ):
        distribution.distribute(database)
    assert distribution.plan(database).distributed == ()


@pytest.fixture
def address(_postgres):
    """The address of an empty database."""
    if _postgres is None:
        pytest.skip("no PostgreSQL here")
    import psycopg

    name = f"c{uuid.uuid4().hex[:12]}"
    with psycopg.connect(
        host=_postgres["HOST"], user=_postgres["USER"], dbname="postgres", autocommit=True
    ) as server:
        server.execute(f"CREATE DATABASE {name}")
    return f"postgres://{_postgres['USER']}@localhost/{name}?{urlencode({'host': _postgres['HOST']})}"


def check(address):
    return subprocess.run(
        [
            sys.executable,
            ROOT / "scripts/citus_check.py",
            address,
            *["--lifters", "5", "--threads", "4", "--seconds", "0"],
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


@pytest.mark.postgres
def test_on_plain_postgresql_the_check_runs_until_it_needs_citus(address):
    finished = check(address)
    assert (finished.returncode, "pushes acknowledged" in finished.stdout) == (3, True), finished.stderr
    assert "are all there. Not checked: PostgreSQL 1" in finished.stderr
    assert "has no extension citus" in finished.stderr
    again = check(address)
    assert (again.returncode, again.stderr) == (
        2,
        "There are accounts in this database. Make an empty one: CREATE DATABASE.\n",
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("mysql://somewhere/iron", "IRON_DATABASE_URL is not a PostgreSQL address"),
        ("", "That is not an address of PostgreSQL. Write postgres://user:password@host:5432/database."),
    ],
)
def test_the_check_refuses_an_address_that_is_none(wrong, sentence):
    finished = check(wrong)
    assert (finished.returncode, sentence in finished.stderr) == (2, True), finished.stderr


@pytest.fixture
def ledger(db):
    filled = citus_check.Ledger()
    for name in ("ada", "bob"):
        user = User.objects.create_user(name)
        for number in range(5):
            citus_check.push(filled, user.pk, random.Random(f"{name} {number}"))  # noqa: S311 - no secret
    return filled


def test_the_check_counts_what_is_there_as_whole(ledger):
    assert (citus_check.missing(ledger), ledger.count) == ([], 10)


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        ("DELETE FROM history WHERE user_id = %s AND rev = 1", "operations and 0 workouts missing"),
        ("DELETE FROM document WHERE user_id = %s", "0 operations and"),
        ("UPDATE history SET op_id = 'x' || op_id WHERE user_id = %s", "5 that nobody sent"),
        ("UPDATE clock SET seq = 4 WHERE user_id = %s", "change counter 4"),
    ],
)
def test_the_check_finds_what_is_lost_or_invented(ledger, damage, word):
    user = User.objects.get(username="bob")
    with connection.cursor() as cursor:
        cursor.execute(damage, [user.pk])
    [sentence] = citus_check.missing(ledger)
    assert sentence.startswith(f"Lifter {user.pk}: ")
    assert word in sentence


def test_a_push_whose_answer_was_lost_comes_again_and_counts_once(ledger, monkeypatch):
    user = User.objects.get(username="ada")
    stores = DjangoStore.push
    lost = []

    def push(self, ops, device, at):
        result = stores(self, ops, device, at)
        if not lost:
            lost.append(ops)
            raise OperationalError("the connection broke")
        return result

    monkeypatch.setattr(DjangoStore, "push", push)
    monkeypatch.setattr(citus_check.connection, "close", lambda: None)  # the test's own transaction
    citus_check.push(ledger, user.pk, random.Random("again"))  # noqa: S311 - no secret
    assert dict(ledger.failures) == {"OperationalError": 1}
    assert (len(ledger.acknowledged[user.pk]), citus_check.missing(ledger)) == (6, [])


def test_an_account_is_deleted_and_nothing_of_the_others(ledger):
    lifters = list(User.objects.order_by("pk").values_list("pk", flat=True))
    assert citus_check.deletes_one(ledger, lifters) == []
    assert (len(lifters), ledger.count, User.objects.count()) == (1, 5, 1)


def test_the_statements_of_the_store_all_name_the_lifter_once_for_each_table(ledger):
    user = User.objects.get(username="ada")
    seen = citus_check.statements(user.pk, ledger)
    assert len(seen) > 8
    for sql, _ in seen:
        tables = sum(
            sql.count(f"{word} {table} ")
            for word in ("FROM", "UPDATE", "INTO")
            for table in distribution.TABLES
        )
        assert tables >= 1, sql
        assert sql.count("user_id") >= tables, sql


@pytest.mark.parametrize(
    ("lines", "routed"),
    [
        (["Custom Scan (Citus Adaptive)", "  Task Count: 1", "  Tasks Shown: All"], True),
        (["Custom Scan (Citus Adaptive)", "  Task Count: 32"], False),
        (["Hash Join", "  ->  Custom Scan (Citus Adaptive)", "  Task Count: 1", "  Task Count: 1"], False),
        (["Seq Scan on document"], False),
    ],
)
def test_a_plan_is_routed_when_it_is_one_task(lines, routed):
    assert citus_check.is_routed(lines) is routed
