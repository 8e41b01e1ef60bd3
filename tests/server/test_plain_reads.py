"""Plain reads of the API: filters, pages, tags, and what is refused."""

from __future__ import annotations

import pytest
from django.test import Client
from training_years import ops

from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def client():
    user = User.objects.create_user("ada", "a long password")
    DjangoStore(user.pk).push(ops(20), "phone", "2026-11-22T18:05:00Z")
    _, key = tokens.make(user, "script", writes=False)
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


def get(client, path, status=200, **headers):
    answered = client.get(f"/api/v1/{path}", headers=headers)
    assert answered.status_code == status, answered.content
    return answered


def test_sets_come_in_pages_that_hold_every_set_once(client):
    whole = get(client, "sets?limit=500").json()
    assert whole["count"] == len(whole["rows"]) > 30
    assert whole["next"] is None
    pages, offset = [], 0
    while offset is not None:
        page = get(client, f"sets?limit=7&offset={offset}").json()
        pages += page["rows"]
        offset = page["next"]
    assert pages == whole["rows"]
    starts = [row["start"] for row in pages]
    assert starts == sorted(starts, reverse=True)


def test_filters_narrow_by_exercise_day_and_kind(client):
    rows = get(client, "sets?limit=500").json()["rows"]
    name, day = "leg-press-45", next(row["date"] for row in rows if row["exercise"] == "leg-press-45")
    same = get(client, f"sets?limit=500&exercise={name}&since={day}&until={day}").json()["rows"]
    assert same == [row for row in rows if (row["exercise"], row["date"]) == (name, day)]
    assert get(client, "sets?kind=drop").json()["rows"] == [row for row in rows if row["kind"] == "drop"]
    loads = get(client, "sets?unit=lb&limit=500").json()["rows"]
    assert {row["load"]["unit"] for row in loads if "load" in row} == {"lb"}


@pytest.mark.parametrize("path", ["workouts", "records", "volume", "body", "next"])
def test_every_read_is_a_page(client, path):
    page = get(client, f"{path}?limit=2").json()
    assert set(page) == {"rows", "count", "next"}
    assert len(page["rows"]) <= 2


def test_nothing_new_is_a_304_until_something_changes(client):
    first = get(client, "workouts?limit=1")
    get(client, "workouts?limit=1", 304, If_None_Match=first.headers["ETag"])
    assert get(client, "workouts?limit=2").headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize(
    ("path", "status", "where"),
    [
        ("sets?exercize=leg-press-45", 400, "exercize"),
        ("sets?exercise=nope", 404, "exercise"),
        ("sets?since=2026-13-01", 400, "since"),
        ("sets?since=yesterday", 400, "since"),
        ("sets?kind=working%20set", 400, "kind"),
        ("sets?limit=501", 400, "limit"),
        ("sets?offset=-1", 400, "offset"),
        ("sets?unit=stone", 400, "unit"),
        ("volume?muscle=quadz", 404, "muscle"),
        ("next?at=soon", 400, "at"),
    ],
)
def test_what_is_not_a_filter_is_refused_with_its_place(client, path, status, where):
    assert get(client, path, status).json()["error"]["where"] == where


def test_a_read_needs_an_account():
    assert Client(headers={"host": "localhost"}).get("/api/v1/sets").status_code == 401


@pytest.mark.parametrize(
    "path",
    ["growth/leg-press-45?exercise=squat", "runs?limit=3", "snapshot?when=now", "history/workout/x?rev=1", "me?a=1",
     "archive?histroy=1"],
)  # fmt: skip
def test_no_address_takes_a_name_that_it_does_not_know(client, path):
    refused = get(client, path, 400).json()
    assert refused["where"] == path.partition("?")[2].partition("=")[0]


def test_a_phone_of_tomorrow_may_say_more_to_the_sync(client):
    get(client, "sync/pull?since=0&shape=7")
