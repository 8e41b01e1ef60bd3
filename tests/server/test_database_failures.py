"""A database that is full, locked, damaged or away: a sentence with the right status and a line in the log, everywhere."""

from __future__ import annotations

import json
import logging
import re
import sqlite3

import pytest
from django.db import OperationalError, connection
from django.test import Client
from training_years import op_id, workout, workout_id

from iron.server.accounts import tokens
from iron.server.accounts.models import Token, User
from iron.server.api.routes import ROUTES

# No transaction around a test: after an error a broken one would refuse every statement.
pytestmark = pytest.mark.django_db(transaction=True)

LOGIN = "/_allauth/browser/v1/auth/login"


@pytest.fixture
def ada():
    return User.objects.create_user("ada", "a long password")


@pytest.fixture
def key(ada):
    """A client with a writing key that was never used, so that its first use is to be noted."""
    _, secret = tokens.make(ada, "laptop", writes=True)
    headers = {"host": "localhost", "Authorization": f"Bearer {secret}"}
    return Client(raise_request_exception=False, headers=headers)


@pytest.fixture
def session(ada):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(ada)
    return client


def push(client, size=1, n=0):
    body = {**workout(n), "note": "x" * size}
    op = {"op_id": op_id(n), "kind": "workout", "id": workout_id(n), "base": 0, "body": body}
    return client.post("/api/v1/sync/push", {"device": "a", "ops": [op]}, content_type="application/json")


@pytest.fixture
def full_disk():
    """A database that may not grow: SQLite then says what it says on a full disk.

    VACUUM gives back the free pages that deletions of earlier tests left: a push would fit into them.
    """
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        pages = single(cursor, "PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 4294967294")


def single(cursor, pragma):
    cursor.execute(pragma)
    return cursor.fetchone()[0]


@pytest.fixture
def free_pages():
    """A database with room inside it, as after many deletions."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE deleted_rows (body BLOB)")
        cursor.execute("INSERT INTO deleted_rows VALUES (zeroblob(2000000))")
        cursor.execute("DROP TABLE deleted_rows")
        assert single(cursor, "PRAGMA freelist_count") > 0


def test_a_full_disk_is_507_with_its_cause_in_the_log_and_nothing_is_stored(
    key, free_pages, full_disk, caplog
):
    refused = push(key, 500_000)
    assert (refused.status_code, refused.json()["error"]["code"]) == (507, "disk_full")
    assert "disk is full" in refused.json()["error"]["sentence"]
    assert [row.getMessage() for row in caplog.records if row.name == "iron.database"] == [
        "disk_full: database or disk is full"
    ]
    assert key.get("/api/v1/sync/pull").json()["docs"] == []


def test_a_full_disk_does_not_keep_a_new_key_from_reading(key, session):
    # The first pull of an account writes its epoch.
    session.get("/api/v1/sync/pull")

    class Full:
        def __call__(self, execute, sql, *arguments):
            if not sql.startswith("SELECT"):
                raise_full()
            return execute(sql, *arguments)

    with connection.execute_wrapper(Full()):
        assert key.get("/api/v1/sync/pull").status_code == 200
    assert Token.objects.get().used_on is None


def raise_full():
    problem = sqlite3.OperationalError("database or disk is full")
    problem.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise OperationalError(str(problem)) from problem


class Away:
    """Every statement fails as it does while PostgreSQL restarts."""

    def __call__(self, *_arguments):
        raise OperationalError("server closed the connection unexpectedly")


PARTS = {
    "app": "strong",
    "provider": "authentik",
    "kind": "workout",
    "doc_id": workout_id(0),
    "workout": workout_id(0),
    "exercise": "leg-press-45",
    "share_id": workout_id(0),
    "comment_id": workout_id(0),
    "proposal_id": workout_id(0),
    "group_id": workout_id(0),
    "member_id": workout_id(0),
}


def address(route):
    path = re.sub(r"<int:\w+>", "1", route.path)
    return "/api/v1/" + re.sub(r"<str:(\w+)>", lambda part: PARTS[part[1]], path)


@pytest.mark.parametrize("caller", ["key", "session", "nobody"])
def test_a_database_that_is_away_is_503_at_every_address(caller, key, session, caplog):
    client = {"key": key, "session": session}.get(caller) or Client(
        raise_request_exception=False, headers={"host": "localhost"}
    )
    statuses = {}
    with connection.execute_wrapper(Away()):
        for route in ROUTES:
            answered = client.generic(route.method, address(route), b"{}", content_type="application/json")
            statuses[route.method, route.path] = answered.status_code
            if answered.status_code == 503:
                assert answered.json()["error"]["code"] == "database_away"
                assert answered.headers["Retry-After"]
        login = client.post(
            LOGIN, json.dumps({"username": "ada", "password": "x"}), content_type="application/json"
        )
    assert not {status for status in [*statuses.values(), login.status_code] if status == 500}
    if caller != "nobody":
        needing = {(route.method, route.path) for route in ROUTES if route.account}
        assert {route: statuses[route] for route in needing if statuses[route] != 503} == {}
    assert "iron.database" in {row.name for row in caplog.records}
    assert not [row for row in caplog.records if row.exc_info], "a trace for each request would flood the log"
    assert client.get("/api/v1/me").status_code == 200


def test_another_writer_that_takes_too_long_is_503_and_says_so(key):
    def locked(*_arguments):
        problem = sqlite3.OperationalError("database is locked")
        problem.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise OperationalError(str(problem)) from problem

    with connection.execute_wrapper(locked):
        answered = push(key)
    assert (answered.status_code, answered.json()["error"]["code"]) == (503, "busy")


def test_an_error_of_iron_itself_stays_a_500_with_its_trace(key, monkeypatch, caplog):

    caplog.set_level(logging.ERROR)
    monkeypatch.setattr("iron.values.clock.utc_now", lambda: 1 / 0)
    assert push(key).status_code == 500
    assert any(row.exc_info for row in caplog.records)
