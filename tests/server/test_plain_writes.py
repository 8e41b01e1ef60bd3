"""Plain writes of the API: sets as a line or a list, measurements, dry runs, and what is refused."""

from __future__ import annotations

import dataclasses

import pytest
from django.test import Client
from msgspec import structs
from program_client import post, program_of
from training_years import ops

from iron.assistant import writing
from iron.server.accounts import tokens
from iron.server.api.writing import log
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def client(user):
    return program_of(user)


def test_a_line_and_a_list_become_sets_of_one_workout(client):
    first = post(client, "sets", line="leg press 180x12 @2; x10", start="2026-11-28T18:30:00+01:00")
    assert (first["exercise"], first["new_workout"], first["stored"]) == ("leg-press-45", True, True)
    listed = [{"load": 50, "unit": "lb", "reps": 8, "rir": 1}]
    second = post(client, "sets", exercise="seated leg curl", sets=listed, start="2026-11-28T18:45:00+01:00")
    assert (second["workout"], second["new_workout"]) == (first["workout"], False)
    [workout] = client.get("/api/v1/workouts").json()["rows"]
    assert [(row["exercise"], row["load"]["value"], row["reps"]) for row in workout["sets"]] == [
        ("leg-press-45", 180, 12),
        ("leg-press-45", 180, 10),
        ("seated-leg-curl", 22.68, 8),
    ]
    assert workout["start"] == "2026-11-28T18:30:00"


def test_without_a_time_the_offset_of_the_newest_workout_counts(client, user):
    DjangoStore(user.pk).push(ops(3), "phone", "2026-11-22T18:05:00Z")
    logged = post(client, "sets", line="leg press 180x12")
    document = DjangoStore(user.pk).get("workout", logged["workout"]).read()
    assert document["offset"] == 60


def test_a_measurement_is_kept_with_its_offset(client):
    logged = post(client, "body", value=82.4, unit="kg", at="2026-11-28T07:00:00+01:00")
    assert logged["measurement"] == {
        "v": 1, "at": "2026-11-28T07:00:00", "what": "body_mass", "value": 82.4, "unit": "kg", "offset": 60,
    }  # fmt: skip
    assert client.get("/api/v1/body").json()["rows"][0]["value"] == 82.4


def test_a_dry_run_stores_nothing(client):
    assert post(client, "sets?dry_run=1", line="leg press 180x12")["stored"] is False
    assert post(client, "body?dry_run=1", value=82, unit="kg")["stored"] is False
    assert client.get("/api/v1/sets").json()["count"] == client.get("/api/v1/body").json()["count"] == 0


@pytest.mark.parametrize(
    ("path", "body", "status", "where"),
    [
        ("sets", {}, 400, "exercise"),
        ("sets", {"exercise": "leg press"}, 400, "sets"),
        ("sets", {"exercise": "leg press", "sets": []}, 400, "sets"),
        ("sets", {"exercise": "leg press", "sets": [{"load": 5}]}, 400, "sets[0]"),
        ("sets", {"exercise": "leg press", "sets": [{"weight": 5, "reps": 5}]}, 400, "sets[0]"),
        ("sets", {"exercise": "leg press", "line": "180y12"}, 400, "line"),
        ("sets", {"line": "zorkmid 180x12"}, 404, "exercise"),
        ("sets", {"line": "leg press 180x12", "start": "2026-13-41T18:00:00"}, 400, "start"),
        ("sets", {"line": "leg press 180x12", "start": "1815-06-18T18:00:00"}, 400, "start"),
        ("sets", {"line": "leg press 180x12", "when": "now"}, 400, ""),
        ("sets", {"exercise": "leg press", "sets": [{"reps": 5, "setup": {"feet": "sideways"}}]}, 400, None),
        ("body", {"value": 82}, 400, ""),
        ("body", {"value": 82, "unit": "stone"}, 400, "unit"),
        ("body", {"value": -1, "unit": "kg"}, 400, "value"),
        ("body", {"value": 82, "unit": "kg", "weight": 3}, 400, ""),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(client, path, body, status, where):
    refused = post(client, path, status, **body)
    assert where is None or refused["where"] == where, refused
    assert client.get("/api/v1/sets").json()["count"] == client.get("/api/v1/body").json()["count"] == 0


def test_a_reading_key_logs_nothing(client, user):
    _, key = tokens.make(user, "reader", writes=False)
    reader = Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})
    post(reader, "sets", 403, line="leg press 180x12")
    assert client.get("/api/v1/sets").json()["count"] == 0


def test_a_set_has_the_same_fields_for_programs_and_for_assistants():
    for_programs = [field.name for field in structs.fields(log.SetIn)]
    for_assistants = [field.name for field in dataclasses.fields(writing.SetIn)]
    assert for_programs == for_assistants
