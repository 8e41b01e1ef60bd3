"""A lifter's journal over the API: out as a file, back from a file, and gone with the account."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import connection
from django.test import Client
from training_years import op_id, ops, workout, workout_id

from iron.exchange.reading.sniff import read_file
from iron.records import archive
from iron.server.accounts import service
from iron.server.accounts.models import User
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db

PASSWORD = "sled-and-rail-45"
AUTH = "/_allauth/browser/v1"


@pytest.fixture(autouse=True)
def _unlimited():
    cache.clear()


class Phone:
    """The app's fetch: CSRF on, JSON in and out."""

    def __init__(self):
        self.client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
        self.client.get("/api/v1/me")

    def send(self, method, path, body=b""):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        token = self.client.cookies["csrftoken"].value
        return self.client.generic(
            method, path, data, content_type="application/json", headers={"X-CSRFToken": token}
        )

    def sign_up(self, name, code):
        response = self.send(
            "POST", f"{AUTH}/auth/signup", {"username": name, "password": PASSWORD, "code": code}
        )
        assert response.status_code == 200, response.content
        return self

    def log(self, n, first=0):
        ops = [
            {"op_id": op_id(first + m), "kind": "workout", "id": workout_id(m), "base": 0, "body": workout(m)}
            for m in range(n)
        ]
        assert self.send("POST", "/api/v1/sync/push", {"device": "phone", "ops": ops}).status_code == 200


def anna():
    return Phone().sign_up("anna", service.owner_code())


def ben():
    return Phone().sign_up("ben", service.make_invitation().removeprefix("/join/"))


def journal(name):
    store = DjangoStore(User.objects.get(username=name).pk)
    return {(document.kind, document.id): document.body for document in store.all(deleted=True)}


def signed_in_a_while_ago(phone, seconds):
    session = phone.client.session
    session["account_authentication_methods"] = [
        {**method, "at": method["at"] - seconds} for method in session["account_authentication_methods"]
    ]
    session.save()


def dump():
    """Every row of every table of the database."""
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - {"django_migrations"})
        assert {"document", "history", "clock", "django_session"} <= set(tables)
        columns = {}
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            columns[table] = sorted(map(repr, cursor.fetchall()))
    return columns


def test_the_own_journal_comes_as_one_file_that_reads_back_to_the_same_documents():
    phone = anna()
    phone.log(5)
    response = phone.client.get("/api/v1/archive?history=1")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="iron-20')
    copy = archive.read(response.content)
    assert copy.owner == "anna"
    assert {document.key: document.body for document in copy.documents} == journal("anna")
    assert len(copy.history) == 5


def test_a_copy_is_restored_after_a_dry_run_that_stored_nothing():
    phone = anna()
    phone.log(4)
    copy = phone.client.get("/api/v1/archive").content
    before = journal("anna")
    phone.send("POST", "/api/v1/sync/push", {"device": "phone", "ops": [
        {"op_id": op_id(90), "kind": "workout", "id": workout_id(2), "base": 1, "delete": True}]})  # fmt: skip
    sentence = phone.send("POST", "/api/v1/archive?dry_run=1", copy).json()
    assert (
        sentence["owner"],
        sentence["workouts"],
        sentence["back"],
        sentence["same"],
        sentence["stored"],
    ) == (
        "anna",
        4,
        1,
        3,
        0,
    )
    assert journal("anna") != before
    sentence = phone.send("POST", "/api/v1/archive", copy).json()
    assert sentence["stored"] == 1
    assert journal("anna") == before
    history = phone.client.get(f"/api/v1/history/workout/{workout_id(2)}").json()
    assert [each["rev"] for each in history] == [3, 2, 1]


def test_another_persons_copy_is_refused_until_he_says_so():
    first, second = anna(), ben()
    first.log(2)
    copy = first.client.get("/api/v1/archive").content
    assert second.send("POST", "/api/v1/archive?dry_run=1", copy).json()["owner"] == "anna"
    response = second.send("POST", "/api/v1/archive", copy)
    assert (response.status_code, response.json()["error"]["code"]) == (409, "other_lifter")
    assert journal("ben") == {}
    assert second.send("POST", "/api/v1/archive?other=1", copy).json()["stored"] == 2
    assert journal("ben") == journal("anna")


def test_a_broken_copy_and_a_copy_with_one_bad_document_store_nothing():
    phone = anna()
    phone.log(3)
    copy = phone.client.get("/api/v1/archive").content
    other = ben()
    for broken in (copy[:-10], copy.replace(b'"reps":', b'"rops":', 1), b"{}", b""):
        response = other.send("POST", "/api/v1/archive?other=1", broken)
        assert (response.status_code, response.json()["error"]["code"]) == (400, "bad_file")
    assert journal("ben") == {}


def test_the_archive_needs_an_account_and_the_csrf_token():
    stranger = Phone()
    assert stranger.client.get("/api/v1/archive").status_code == 401
    assert stranger.send("POST", "/api/v1/archive", b"{}").status_code == 401
    phone = anna()
    for method, path in (("POST", "/api/v1/archive"), ("DELETE", "/api/v1/me")):
        response = phone.client.generic(method, path, b"{}", content_type="application/json")
        assert response.status_code == 403, path
    assert User.objects.filter(username="anna").exists()


def test_a_deleted_account_leaves_nothing_in_any_table():
    anna().log(3, first=1000)
    before = dump()
    phone = ben()
    phone.log(6)
    phone.send("POST", "/api/v1/sync/push", {"device": "phone", "ops": [
        {"op_id": op_id(90), "kind": "workout", "id": workout_id(2), "base": 1, "delete": True}]})  # fmt: skip
    laptop = Phone()
    laptop.send("POST", f"{AUTH}/auth/login", {"username": "ben", "password": PASSWORD})
    user = User.objects.get(username="ben")
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Phone"})
    touched = {table for table, rows in dump().items() if rows != before[table]}
    assert touched >= {"document", "history", "clock", "accounts_user", "accounts_invitation",
                       "django_session", "mfa_authenticator", "usersessions_usersession"}  # fmt: skip
    response = phone.send("DELETE", "/api/v1/me")
    assert (response.status_code, response.json()) == (200, {"deleted": True})
    left = dump()
    # Ids that were given out, and tries by network address, which run out in minutes and name nobody.
    for table in ("sqlite_sequence", "sign_in_limit"):
        left.pop(table, None)
        before.pop(table, None)
    assert left == before
    assert laptop.client.get("/api/v1/me").json()["user"] is None
    assert phone.client.get("/api/v1/me").json()["user"] is None


def test_an_account_is_deleted_only_right_after_its_password():
    phone = anna()
    phone.log(1)
    signed_in_a_while_ago(phone, 301)
    response = phone.send("DELETE", "/api/v1/me")
    assert (response.status_code, response.json()["error"]["code"]) == (403, "ask_again")
    assert len(journal("anna")) == 1
    wrong = phone.send("POST", f"{AUTH}/auth/reauthenticate", {"password": "not-it-at-all"})
    assert wrong.status_code == 400
    assert phone.send("DELETE", "/api/v1/me").status_code == 403
    phone.send("POST", f"{AUTH}/auth/reauthenticate", {"password": PASSWORD})
    assert phone.send("DELETE", "/api/v1/me").status_code == 200
    assert not User.objects.exists()


def test_a_deletion_that_fails_in_the_middle_deletes_nothing(monkeypatch):
    phone = anna()
    phone.log(2)
    before = dump()

    def fails(*_args, **_more):
        raise RuntimeError("the machine stops here")

    monkeypatch.setattr(User, "delete", fails)
    with pytest.raises(RuntimeError):
        service.delete_account(User.objects.get(username="anna"))
    assert dump() == before


def calls_of(work):
    """How many functions a piece of work calls, of Python and of C: the same on every machine."""
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_four_times_as_many_workouts_are_saved_and_planned_with_at_most_four_times_the_work():
    phone = anna()
    store = DjangoStore(User.objects.get(username="anna").pk)

    def save_and_plan(workouts):
        have = sum(1 for _ in store.all("workout"))
        store.push(ops(workouts - have, have), "phone", "2026-11-22T18:05:00Z")

        def twice():
            copy = phone.client.get("/api/v1/archive").content
            assert phone.send("POST", "/api/v1/archive?dry_run=1", copy).json()["same"] == workouts

        return calls_of(twice)

    few, many = save_and_plan(100), save_and_plan(400)
    assert many < 4 * few


def test_workouts_go_out_as_fit_activities_one_alone_or_all_in_a_zip():
    phone = anna()
    phone.log(2)
    activity = phone.client.get(f"/api/v1/activities/{workout_id(0)}")
    every = phone.client.get("/api/v1/activities")
    name = re.search('filename="([^"]+)"', activity.headers["Content-Disposition"])[1]
    with zipfile.ZipFile(io.BytesIO(every.content)) as packed:
        assert len(packed.namelist()) == 2
        assert packed.read(name) == activity.content
    [read] = read_file(activity.content).workouts
    assert sorted(each.reps for block in read.blocks for each in block.sets) == sorted(
        each["reps"] for entry in workout(0)["entries"] for each in entry["sets"]
    )


def test_an_activity_of_nothing_is_refused_with_a_sentence():
    phone = anna()
    assert phone.client.get("/api/v1/activities").json()["error"]["sentence"] == (
        "This journal has no workout with a set yet, so there is no activity to write."
    )
    answer = phone.client.get(f"/api/v1/activities/{workout_id(9)}")
    assert answer.status_code == 404
    assert "If it was logged just now, sync it first." in answer.json()["error"]["sentence"]
