"""Requests that no client of Iron sends: each is a refusal with a sentence, and none a server error."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from iron.server.accounts import tokens
from iron.server.accounts.models import User

pytestmark = pytest.mark.django_db

BASE = "/_allauth/browser/v1"


@pytest.fixture
def ada():
    return User.objects.create_user("ada", "a long password")


@pytest.fixture
def client(ada):
    visitor = Client(headers={"host": "localhost"})
    visitor.force_login(ada)
    return visitor


def send(client, method, path, body=b""):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.generic(method, path, raw, content_type="application/json")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/auth/login", {"username": "\ud800", "password": "x"}),
        ("POST", "/auth/login", {"username": "ada", "password": "\ud800"}),
        ("POST", "/auth/login", {"username": "a\0da", "password": "x"}),
        ("POST", "/auth/signup", {"username": "ben", "password": "sled-and-rail", "code": "\ud800"}),
        ("POST", "/auth/login", b"[" * 5000),
        ("POST", "/auth/login", b'{"a":' * 10_000),
        ("POST", "/auth/login", b"\xff\xfe"),
        ("POST", "/auth/login", b"[1, 2]"),
        ("POST", "/auth/login", b'"text"'),
        ("POST", "/auth/login", {"username": {"a": 1}, "password": [1]}),
        ("DELETE", "/account/authenticators/webauthn", {"authenticators": [10**23]}),
        ("DELETE", "/account/authenticators/webauthn", b'{"authenticators": [1e400]}'),
        ("POST", "/account/authenticators/totp", {"code": "\0"}),
    ],
)
@pytest.mark.parametrize("signed_in", [True, False])
def test_calls_about_accounts_refuse_nonsense(client, ada, signed_in, method, path, body):
    caller = client if signed_in else Client(headers={"host": "localhost"})
    answered = send(caller, method, BASE + path, body)
    assert 400 <= answered.status_code < 500, answered.content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("snapshot?at=0001-01-01", 400),
        ("snapshot?at=9999-12-31", 400),
        ("snapshot?at=", 400),
        ("snapshot?at=2026-W01-1", 400),
        ("snapshot?at=2026-11-28T10:00:00%2B01:00", 400),
        ("snapshot?at=2026-11-28", 200),
        ("sync/pull?since=%D9%A3", 400),
        ("sync/pull?since=-1", 400),
        ("sync/pull?limit=0", 400),
        ("archive?history=null", 400),
        ("archive?history=1", 200),
        ("advice/%00", 404),
        ("growth/%00", 404),
        ("history/workout/%00", 404),
        ("sync/pull?since=%00", 400),
        ("table/%F0%9F%92%AA", 404),
    ],
)
def test_reads_say_what_they_do_not_understand(client, path, status):
    assert client.get(f"/api/v1/{path}").status_code == status


@pytest.mark.parametrize("name", ["a\0b", "\u202egnirts", "a\nb", "", "x" * 61])
def test_a_key_has_a_name_that_can_be_shown(client, name):
    assert send(client, "POST", "/api/v1/tokens", {"name": name}).status_code == 400


def test_the_word_bearer_is_read_in_any_case(ada):
    _, key = tokens.make(ada, "laptop", writes=False)
    for word in ("Bearer", "bearer", "BEARER"):
        caller = Client(headers={"host": "localhost", "Authorization": f"{word} {key}"})
        assert caller.get("/api/v1/sync/pull").status_code == 200


def test_a_computation_takes_a_bounded_number_of_documents(client):
    operation = {"kind": "dismissal", "id": "a", "body": {"v": 1}}
    refused = send(client, "POST", "/api/v1/compute", {"documents": [operation] * 10_001})
    assert refused.status_code == 400
    assert "(10,000)" in refused.json()["error"]["sentence"]


def workouts(*sets_of):
    """Workouts of a leg press, each with so many sets; a setup of its own for each set where it says so."""
    for n, sets in enumerate(sets_of):
        entry = {"id": "e", "order": "a", "exercise": "leg-press-45", "sets": sets}
        yield {
            "kind": "workout",
            "id": f"w{n}",
            "body": {"v": 1, "start": "2026-01-01T10:00:00", "entries": [entry]},
        }


def one_set(n, **more):
    return {"id": str(n), "order": "a", "reps": 5, "load": {"value": 100, "unit": "kg"}, **more}


@pytest.mark.parametrize(
    ("documents", "limit"),
    [
        (workouts([one_set(n, setup={"foot_height": f"v{n}"}) for n in range(151)]), "150"),
        (workouts([one_set(n) for n in range(1001)]), "1,000"),
        (
            (
                {"kind": "workout", "id": f"w{n}", "body": {
                    "v": 1, "start": "2026-01-01T10:00:00",
                    "entries": [{"id": "e", "order": "a", "exercise": f"x{n}", "sets": [one_set(n)]}]}}
                for n in range(601)
            ),
            "600",
        ),
    ],
    ids=["lines of an exercise", "sets of a workout", "lines"],
)  # fmt: skip
def test_a_computation_whose_cost_would_grow_without_bound_is_refused(client, documents, limit):
    refused = send(client, "POST", "/api/v1/compute", {"documents": list(documents)})
    assert refused.status_code == 400
    assert limit in refused.json()["error"]["sentence"]


def test_a_computation_within_its_bounds_is_answered(client):
    many = workouts([one_set(n, setup={"foot_height": f"v{n}"}) for n in range(20)], [one_set(0)])
    assert send(client, "POST", "/api/v1/compute", {"documents": list(many)}).status_code == 200
