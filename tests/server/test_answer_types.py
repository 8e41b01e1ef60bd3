"""Answers of the API hold what their types say and nothing else: runs of every shipped program, next loads, archives."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from django.http import HttpRequest
from django.test import Client
from shipped_programs import shelf
from training_years import ops

from iron.journal.importing import demo
from iron.journal.journal import Journal
from iron.journal.runs import runs
from iron.records.archive import ArchiveFile
from iron.records.revisions import Op
from iron.records.store import MemoryStore
from iron.server.accounts.models import User
from iron.server.api import openapi
from iron.server.api.growth import GrowthOut
from iron.server.api.openapi import document
from iron.server.api.runs import RunsOut
from iron.server.api.snapshot_types import NextOut
from iron.server.api.wire import RestoreOut
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2026-11-22T18:05:00Z"
RUN = "0198c0de-0000-7000-8000-000000000001"
PROGRAMS = sorted(name for name, body in shelf().items() if body.get("format"))


def strictly(kind, answer):
    """Read an answer as its type; a key that the type does not have would be lost and make it differ."""
    typed = msgspec.convert(answer, kind)
    assert msgspec.json.decode(msgspec.json.encode(typed)) == answer


def store(journal, kind, ident, body):
    op = Op(clock.fresh_id(), kind, ident, 0, msgspec.json.encode(body))
    [result] = journal.store.push([op], "phone", AT)
    assert result.error is None, result.error


def run_of(name: str) -> dict[str, Any]:
    lifts = [lift["id"] for lift in shelf()[name].get("lifts", ())]
    return {
        "v": 1,
        "name": name,
        "text": shelf()[name],
        "start": "2026-01-05",
        "unit": "kg",
        "asked": dict.fromkeys(lifts, 60),
    }


def finished(slots: list[dict[str, Any]], number: int) -> dict[str, Any]:
    """A workout that did what the next session asks for."""
    upcoming = slots
    entries = [
        {
            "id": f"e{number}-{place}",
            "order": f"a{place}",
            "exercise": slot["exercise"],
            "slot": slot["slot"],
            "sets": [
                {
                    "id": f"s{number}-{place}-{n}",
                    "order": f"a{n}",
                    "reps": each["reps"],
                    "load": {"value": each["load"] or 60, "unit": "kg"},
                }
                for n, each in enumerate(slot["sets"])
            ],
        }
        for place, slot in enumerate(upcoming)
    ]
    return {"v": 1, "start": f"2026-01-{5 + number:02d}T18:00:00", "entries": entries}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_run_of_every_shipped_program_is_what_its_type_says(name):
    journal = Journal(MemoryStore())
    store(journal, "run", RUN, run_of(name))
    for number in range(6):
        answer = json.loads(json.dumps({"runs": runs(journal)}))
        strictly(RunsOut, answer)
        [run] = answer["runs"]
        if run["next"] is None:
            break
        days = [day["name"] for day in shelf()[name]["days"]]
        place = {
            "cycle": run["next"]["cycle"],
            "week": run["next"]["week"],
            "day": days.index(run["next"]["day"]),
        }
        workout = {**finished(run["next"]["targets"], number), "run": {"id": RUN, **place}}
        store(journal, "workout", clock.fresh_id(), workout)
    assert run["sessions"] >= min(5, number)


def test_a_run_that_cannot_be_read_is_what_its_type_says_too():
    journal = Journal(MemoryStore())
    store(journal, "run", RUN, {**run_of(PROGRAMS[0]), "text": {"format": 99}})
    answer = {"runs": runs(journal)}
    strictly(RunsOut, json.loads(json.dumps(answer)))
    assert "newer Iron" in answer["runs"][0]["problem"]


@pytest.fixture
def browser():
    user = User.objects.create_user("ada", "a long password")
    DjangoStore(user.pk).push(ops(20), "phone", AT)
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def test_next_loads_are_what_their_type_says(browser):
    rows = browser.get("/api/v1/next").json()["rows"]
    assert rows
    for row in rows:
        strictly(NextOut, row)


def test_growth_of_every_exercise_of_a_long_history_is_what_its_type_says():
    journal, kinds = demo(), set()
    for exercise in sorted({set_.exercise for set_ in journal.sets}):
        for unit in ("kg", "lb"):
            answer = {"v": 1, "seq": 1, **journal.growth(exercise, at="2026-11-22T18:05:00", unit=unit)}
            strictly(GrowthOut, json.loads(json.dumps(answer)))
            kinds |= {line["headline"]["kind"] for line in answer["lines"]}
    assert "ten_rep_max" in kinds


@pytest.mark.parametrize(
    ("exercise", "finished", "kind"),
    [
        ("plank", {"duration_s": 60}, "hold"),
        (
            "farmers-carry",
            {"distance": {"value": 40, "unit": "m"}, "load": {"value": 40, "unit": "kg"}},
            "carry",
        ),
        ("treadmill", {"distance": {"value": 5, "unit": "km"}, "duration_s": 1500}, "pace"),
        ("pull-up", {"reps": 8}, "reps"),
    ],
)
def test_growth_without_a_ten_rep_max_is_what_its_type_says_too(exercise, finished, kind):
    journal = Journal(MemoryStore())
    for day in (3, 10):
        entry = {
            "id": "e",
            "order": "a0",
            "exercise": exercise,
            "sets": [{"id": "s", "order": "a0", **finished}],
        }
        body = {"v": 1, "start": f"2026-01-{day:02d}T18:00:00", "entries": [entry]}
        store(journal, "workout", clock.fresh_id(), body)
    answer = {"v": 1, "seq": 1, **journal.growth(exercise, at="2026-11-22T18:05:00", unit="kg")}
    strictly(GrowthOut, json.loads(json.dumps(answer)))
    assert [line["headline"]["kind"] for line in answer["lines"]] == [kind]


def test_an_archive_and_what_reading_it_does_are_what_their_types_say(browser):
    copy = browser.get("/api/v1/archive?history=1")
    typed = msgspec.json.decode(copy.content, type=ArchiveFile)
    assert msgspec.json.decode(msgspec.json.encode(typed)).items() >= copy.json().items()
    assert len(typed.history) == 20
    answer = browser.post("/api/v1/archive?dry_run=1", copy.content, content_type="application/json").json()
    strictly(RestoreOut, answer)


def test_no_answer_of_runs_next_or_archive_is_described_as_any_object():
    paths, schemas = document()["paths"], document()["components"]["schemas"]
    for path, method, name in (
        ("runs", "get", "RunsOut"),
        ("next", "get", "NextPage"),
        ("growth/{exercise}", "get", "GrowthOut"),
        ("archive", "get", "ArchiveFile"),
        ("archive", "post", "RestoreOut"),
    ):
        answer = paths[f"/api/v1/{path}"][method]["responses"]["200"]["content"]["application/json"]["schema"]
        assert answer == {"$ref": f"#/components/schemas/{name}"}
    assert schemas["RunsOut"]["properties"]["runs"]["items"] == {"$ref": "#/components/schemas/RunOut"}
    assert schemas["NextPage"]["properties"]["rows"]["items"] == {"$ref": "#/components/schemas/NextOut"}


@pytest.mark.parametrize(
    "path", ["runs", "growth/leg-press-45", "next", "today", "snapshot?at=2026-11-22T18:05:00"]
)
def test_nothing_new_is_a_304_until_something_changes(browser, path, monkeypatch):
    monkeypatch.setattr(clock, "utc_now", lambda: "2026-11-23T08:00:10Z")
    first = browser.get(f"/api/v1/{path}")
    monkeypatch.setattr(clock, "utc_now", lambda: "2026-11-23T08:00:50Z")
    again = browser.get(f"/api/v1/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    user = User.objects.get()
    DjangoStore(user.pk).push(ops(21)[20:], "phone", AT)
    assert browser.get(f"/api/v1/{path}", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_tag_of_one_exercise_is_none_of_another(browser):
    tag = browser.get("/api/v1/growth/leg-press-45").headers["ETag"]
    assert browser.get("/api/v1/growth/hack-squat", headers={"If-None-Match": tag}).status_code == 200


def test_the_description_is_written_once_by_the_thread_that_asks_first(monkeypatch):
    whole, others_wait = document(), []

    def write():
        others_wait.append(openapi._writing.locked())
        return whole

    monkeypatch.setattr(openapi, "document", write)
    openapi._written.cache_clear()
    answers = [json.loads(openapi.serve(HttpRequest()).content) for _ in range(2)]
    assert answers[0]["paths"].keys() == whole["paths"].keys()
    assert answers[1] == answers[0]
    assert others_wait == [True]
