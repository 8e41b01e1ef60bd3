"""A request with an Idempotency-Key is carried out once: repeated, changed, at the same time, and after a crash."""

from __future__ import annotations

import json
import threading
from urllib.parse import urlencode

import commands
import psycopg
import pytest
from django.db import connection
from django.test import Client
from program_client import program_of
from serving import make_key

from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.api.writing import idempotency, log
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db(transaction=True)
KEY = '"8e03978e-40d5-43e8-bc93-6894a57f9324"'
LINE = {"line": "leg press 180x12 @2; x10", "start": "2026-11-28T18:30:00+01:00"}


@pytest.fixture
def client(user):
    return program_of(user)


def post(client, path, body, key=KEY):
    return client.post(
        f"/api/v1/{path}", json.dumps(body), "application/json", headers={"Idempotency-Key": key}
    )


def sets(user):
    bodies = [document.read() for document in DjangoStore(user.pk).all("workout")]
    return [set_["reps"] for body in bodies for entry in body["entries"] for set_ in entry["sets"]]


def test_the_same_request_again_logs_nothing_and_gets_the_same_answer(client, user):
    first = post(client, "sets", LINE)
    again = post(client, "sets", LINE)
    assert (first.status_code, again.status_code) == (200, 200), first.content
    assert again.content == first.content
    assert again.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert sets(user) == [12, 10]


def test_quotes_around_a_key_make_no_difference(client, user):
    post(client, "sets", LINE)
    assert post(client, "sets", LINE, KEY.strip('"')).headers["Idempotent-Replayed"] == "true"
    assert sets(user) == [12, 10]


def test_the_same_key_with_another_body_or_address_is_refused(client, user):
    post(client, "sets", LINE)
    refused = post(client, "sets", {**LINE, "line": "leg press 180x11"})
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_used")
    assert post(client, "sets?dry_run=1", LINE).status_code == 422
    assert post(client, "body", {"value": 82, "unit": "kg"}).status_code == 422
    assert sets(user) == [12, 10]


def test_another_key_and_no_key_log_again(client, user):
    post(client, "sets", LINE)
    post(client, "sets", LINE, '"another"')
    client.post("/api/v1/sets", json.dumps(LINE), "application/json")
    assert sets(user) == [12, 10] * 3


def test_the_key_of_another_lifter_is_another_key(client, user):
    post(client, "sets", LINE)
    other = User.objects.create_user("bob", "a long password")
    _, key = tokens.make(other, "script", writes=True)
    bob = Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})
    assert "Idempotent-Replayed" not in post(bob, "sets", LINE).headers
    assert sets(other) == sets(user) == [12, 10]


def test_a_refused_request_keeps_nothing_and_its_key_works_again(client, user):
    assert post(client, "sets", {"line": "leg press 180y12"}).status_code == 400
    assert post(client, "sets", LINE).status_code == 200
    assert sets(user) == [12, 10]


@pytest.mark.parametrize("key", ["", '""', '"a', "two words", '"é"', "x" * 201])
def test_a_header_that_is_no_key_is_refused(client, user, key):
    refused = post(client, "sets", LINE, key)
    assert (refused.status_code, refused.json()["where"]) == (400, "Idempotency-Key")
    assert sets(user) == []


def test_while_the_first_request_runs_the_second_is_a_409(client, user, monkeypatch):
    running, go_on = threading.Event(), threading.Event()
    commit = log._commit

    def slow(journal, rows):
        commit(journal, rows)
        running.set()
        assert go_on.wait(30)

    monkeypatch.setattr(log, "_commit", slow)
    answers = []

    def first():
        try:
            answers.append(post(client, "sets", LINE).status_code)
        finally:
            connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    assert running.wait(30)
    try:
        refused = post(client, "sets", LINE)
    finally:
        go_on.set()
        thread.join(30)
    assert (refused.status_code, refused.json()["code"]) == (409, "still_running")
    assert answers == [200]
    assert post(client, "sets", LINE).headers["Idempotent-Replayed"] == "true"
    assert sets(user) == [12, 10]


def test_an_answer_is_kept_for_a_day_and_then_cleaned(client, user, monkeypatch):
    post(client, "sets", LINE)
    now = idempotency.time.time()
    monkeypatch.setattr(idempotency.time, "time", lambda: now + idempotency.KEPT_S + 2)
    assert "Idempotent-Replayed" not in post(client, "sets", LINE).headers
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM answered WHERE user_id = %s", [user.pk])
        assert cursor.fetchone() == (1,)


def test_a_key_for_a_program_is_made_once_and_shown_once(user):
    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    first = post(browser, "tokens", {"name": "laptop"})
    again = post(browser, "tokens", {"name": "laptop"})
    assert first.json()["key"].startswith("iron_")
    assert (again.status_code, again.json()["code"]) == (409, "secret_shown")
    assert user.tokens.count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM answered WHERE user_id = %s", [user.pk])
        assert cursor.fetchone() == (None,)


CRASHING = """
import os, sys
from iron.server import boot
boot.start()
from django.test import Client
from iron.server.api.writing import idempotency
from iron.server.storage.django_store import DjangoStore
moment, key = sys.argv[1:]
if moment == "before the answer is stored":
    idempotency._store = lambda *_, **__: os._exit(9)
if moment == "before the answer is sent":
    once = idempotency.once
    def dying(*arguments):
        once(*arguments)
        os._exit(9)
    import iron.server.api.urls as urls
    urls.once = dying
client = Client(headers={"host": "localhost", "Authorization": "Bearer " + key})
answered = client.post("/api/v1/sets", '{"line": "leg press 180x12"}', "application/json",
    headers={"Idempotency-Key": '"a"'})
workouts = client.get("/api/v1/sets").json()["count"]
print(answered.status_code, answered.headers.get("Idempotent-Replayed"), workouts)
"""


@pytest.mark.parametrize(
    ("moment", "replayed"), [("before the answer is stored", "None"), ("before the answer is sent", "true")]
)
def test_a_process_that_dies_loses_no_set_and_doubles_none(iron_home, moment, replayed):
    key = make_key(iron_home)

    def run(*arguments):
        return commands.python(CRASHING, *arguments, IRON_HOME=str(iron_home))

    assert run(moment, key).returncode == 9
    again = run("never", key)
    assert again.stdout.split() == ["200", replayed, "1"], again.stderr


TWO_PROCESSES = """
import threading
from urllib.parse import urlencode
from iron.server import boot
boot.start()
from django.db import connection
from django.test import Client
from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.api.writing import idempotency, log
user = User.objects.create_user("ada", "a long password")
client = Client(headers={"host": "localhost", "Authorization": "Bearer " + tokens.make(user, "s", writes=True)[1]})
def post():
    answered = client.post("/api/v1/sets", '{"line": "leg press 180x12"}', "application/json",
        headers={"Idempotency-Key": "a"})
    return answered.status_code, answered.headers.get("Idempotent-Replayed")
running, go_on, commit = threading.Event(), threading.Event(), log._commit
def slow(*arguments):
    commit(*arguments)
    running.set()
    assert go_on.wait(30)
log._commit = slow
first = threading.Thread(target=lambda: (print(*post()), connection.close()))
first.start()
assert running.wait(30)
log._commit = commit
idempotency._RUNNING.clear()  # what another process knows of it
print(*post())
go_on.set()
first.join()
print(*post(), client.get("/api/v1/sets").json()["count"])
"""


@pytest.mark.postgres
def test_on_postgresql_another_process_sees_the_running_request(request, tmp_path):
    where = request.getfixturevalue("_postgres")
    if where is None:
        pytest.skip("no PostgreSQL here")
    with psycopg.connect(host=where["HOST"], user="iron", dbname="postgres", autocommit=True) as database:
        database.execute("CREATE DATABASE once")
    url = f"postgres://iron@localhost/once?{urlencode({'host': where['HOST']})}"
    finished = commands.python(TWO_PROCESSES, IRON_HOME=str(tmp_path), IRON_DATABASE_URL=url)
    assert finished.stdout.splitlines() == ["409 None", "200 None", "200 true 1"], finished.stderr
