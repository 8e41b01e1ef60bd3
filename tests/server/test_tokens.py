"""Keys for programs: made by the lifter, shown once, read or write, ended at once; and MCP over HTTP with one."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from test_own_data import Phone
from training_years import op_id, workout, workout_id

from iron.server.accounts import service
from iron.server.accounts.models import Token, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone():
    cache.clear()
    return Phone().sign_up("anna", service.owner_code())


def make(phone, *, writes=False, name="laptop"):
    response = phone.send("POST", "/api/v1/tokens", {"name": name, "writes": writes})
    assert response.status_code == 200, response.content
    return response.json()["key"]


def program(key):
    """A program: no cookies, one header, CSRF enforced as in a browser."""
    return Client(enforce_csrf_checks=True, headers={"host": "localhost", "Authorization": f"Bearer {key}"})


def push(client, n=0):
    op = {"op_id": op_id(100 + n), "kind": "workout", "id": workout_id(n), "base": 0, "body": workout(n)}
    return client.post(
        "/api/v1/sync/push", {"device": "script", "ops": [op]}, content_type="application/json"
    )


def ask(client, method, **params):
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return client.post(
        "/mcp",
        body,
        content_type="application/json",
        headers={"accept": "application/json, text/event-stream"},
    )


def test_a_key_is_shown_once_and_kept_as_a_digest(phone):
    key = make(phone)
    assert key.startswith("iron_")
    assert key not in json.dumps(list(Token.objects.values("digest", "name")))
    (listed,) = phone.send("GET", "/api/v1/tokens").json()
    assert (listed["name"], listed["writes"], "key" in listed) == ("laptop", False, False)


def test_a_reading_token_reads_and_does_not_write(phone):
    phone.log(2)
    client = program(make(phone))
    assert len(client.get("/api/v1/sync/pull").json()["docs"]) == 2
    refused = push(client)
    assert refused.status_code == 403
    assert refused.json()["error"]["sentence"] == "The key “laptop” may only read. Make one that may write."


def test_a_reading_token_may_ask_for_what_stores_nothing(phone):
    client = program(make(phone))
    computed = client.post("/api/v1/compute", {"documents": []}, content_type="application/json")
    file = SimpleUploadedFile(
        "log.csv", b"Date,Exercise Name,Set Order,Weight,Reps\n2026-01-01 10:00:00,Squat,1,100,5\n"
    )
    planned = client.post("/api/v1/import/plan", {"file": file, "unit": "kg"})
    assert (computed.status_code, planned.status_code) == (200, 200)


def test_a_writing_token_writes_without_a_csrf_token(phone):
    assert push(program(make(phone, writes=True))).json()["results"][0]["status"] == "applied"


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "tokens"), ("POST", "tokens"), ("DELETE", "me"), ("DELETE", "tokens/1")]
)
def test_no_token_touches_the_account(phone, method, path):
    client = program(make(phone, writes=True))
    answered = client.generic(method, f"/api/v1/{path}", b"{}", content_type="application/json")
    assert answered.status_code == 403
    assert User.objects.count() == 1


def test_an_ended_token_is_nobody_even_beside_a_session(phone):
    key = make(phone)
    ident = phone.send("GET", "/api/v1/tokens").json()[0]["id"]
    assert phone.send("DELETE", f"/api/v1/tokens/{ident}").status_code == 200
    answered = phone.client.get("/api/v1/sync/pull", headers={"Authorization": f"Bearer {key}"})
    assert answered.status_code == 401
    assert "This key is not known or was revoked." in answered.json()["error"]["sentence"]


def test_nobody_ends_another_lifters_token(phone):
    make(phone)
    other = User.objects.create_user("ben", "sled-and-rail-45")
    theirs = other.tokens.create(digest="0" * 64, name="theirs")
    assert phone.send("DELETE", f"/api/v1/tokens/{theirs.pk}").status_code == 404
    assert Token.objects.filter(pk=theirs.pk).exists()


def test_tokens_leave_with_the_account(phone):
    make(phone)
    service.delete_account(User.objects.get(username="anna"))
    assert Token.objects.count() == 0


def test_the_day_of_use_is_noted_and_a_second_read_writes_nothing(phone, django_assert_num_queries):
    client = program(make(phone))
    client.get("/api/v1/me")
    assert Token.objects.get().used_on is not None
    with django_assert_num_queries(1):
        client.get("/api/v1/me")


def test_an_assistant_over_http_needs_a_token(phone):
    answered = ask(phone.client, "tools/list")
    assert answered.status_code == 401
    assert answered.headers["WWW-Authenticate"].startswith("Bearer resource_metadata=")


def test_an_assistant_is_offered_what_its_token_may(phone):
    reading = {tool["name"] for tool in ask(program(make(phone)), "tools/list").json()["result"]["tools"]}
    writing = {
        tool["name"]
        for tool in ask(program(make(phone, writes=True)), "tools/list").json()["result"]["tools"]
    }
    assert writing - reading == {"log_sets", "log_body", "undo", "program_start"}
    assert {"find_exercise", "today", "next", "sets", "compare"} <= reading


def test_an_assistant_reads_the_tokens_own_journal(phone):
    phone.log(3)
    answer = ask(program(make(phone)), "tools/call", name="workouts", arguments={}).json()
    assert len(json.loads(answer["result"]["content"][0]["text"])["workouts"]) == 3


def test_an_assistant_logs_only_what_was_confirmed(phone):
    client = program(make(phone, writes=True))
    sets = [{"load": 180, "reps": 12, "rir": 2, "setup": {"foot_height": "low"}}]
    asked = {"exercise": "leg-press-45", "sets": sets, "start": "2026-11-22T18:00:00"}

    def log(**more):
        return ask(client, "tools/call", name="log_sets", arguments=asked | more).json()["result"]

    assert json.loads(log()["content"][0]["text"])["stored"] is False
    assert client.get("/api/v1/sync/pull").json()["docs"] == []
    assert json.loads(log(confirmed=True)["content"][0]["text"])["stored"] is True
    (doc,) = client.get("/api/v1/sync/pull").json()["docs"]
    assert doc["body"]["entries"][0]["sets"][0]["load"] == {"value": 180, "unit": "kg"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"exercise": "leg pres"}, "Did you mean leg-press-45"),
        ({"sets": []}, "Give either sets or line"),
        ({"sets": [{"reps": 5}] * 51}, "Give 1 to 50 sets"),
        ({"sets": [{"load": 100}]}, "needs reps"),
        ({"sets": [{"reps": 5, "setup": {"feet": "sideways"}}]}, "Choose one of: low, middle, high"),
        ({"sets": [{"reps": 5, "setup": {"elbows": "in"}}]}, "is not a setup of this exercise"),
        ({"machine": "Red"}, "You have no machine “Red”"),
        ({"sets": [{"reps": 5, "weight": 100}]}, "weight"),
        # What could not be stored is not shown to the lifter either.
        ({"start": "yesterday", "confirmed": False}, "“yesterday” is not a time"),
        ({"sets": [{"reps": -5}], "confirmed": False}, "sets[0].reps is"),
    ],
)
def test_an_assistants_slip_is_one_sentence_and_stores_nothing(phone, change, says):
    client = program(make(phone, writes=True))
    asked = {
        "exercise": "leg-press-45",
        "sets": [{"reps": 5}],
        "start": "2026-11-22T18:00:00",
        "confirmed": True,
    }
    result = ask(client, "tools/call", name="log_sets", arguments=asked | change).json()["result"]
    assert result["isError"] is True
    assert says in result["content"][0]["text"]
    assert client.get("/api/v1/sync/pull").json()["docs"] == []


def test_a_body_with_a_key_that_is_not_known_is_refused(phone):
    refused = phone.send("POST", "/api/v1/tokens", {"name": "laptop", "write": True})
    assert refused.status_code == 400
    assert "write" in refused.json()["detail"]
    assert Token.objects.count() == 0
