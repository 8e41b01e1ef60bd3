import json
import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from training_years import op_id, ops, workout, workout_id

from iron.server.accounts.models import User
from iron.server.api.openapi import document
from iron.server.api.routes import ROUTES
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db(transaction=True)

DEVICE = "0192f000-0000-7000-8000-00000000dddd"


JOURNALS = re.compile(r"\b(document|history|clock|every_set)\b")


@pytest.fixture(autouse=True)
def _every_statement_on_a_journal_names_its_lifter(transactional_db):
    """Fails whatever request asks the journals' tables without ``user_id``: on a cluster it would ask every node."""
    careless = []

    def record(execute, sql, params, many, context):
        if JOURNALS.search(sql) and not all("user_id" in part for part in sql.split(" UNION ")):
            careless.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(record):
        yield
    assert careless == []


class Phone:
    """A browser with a session and a CSRF cookie, as the app has them."""

    def __init__(self, name=None):
        self.client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
        if name:
            self.user = User.objects.create_user(name)
            self.client.force_login(self.user)
        self.client.get("/api/v1/me")

    def post(self, path, value, token=None):
        raw = value if isinstance(value, bytes) else json.dumps(value).encode()
        headers = {"x-csrftoken": self.client.cookies["csrftoken"].value if token is None else token}
        response = self.client.post(f"/api/v1/{path}", raw, content_type="application/json", headers=headers)
        return response.status_code, response.json()

    def get(self, path):
        response = self.client.get(f"/api/v1/{path}")
        return response.status_code, response.json()

    def push(self, *operations):
        status, answer = self.post("sync/push", {"device": DEVICE, "ops": list(operations)})
        assert status == 200, answer
        return answer["results"]


@pytest.fixture
def phone():
    return Phone("ada")


def op(number, body, *, base=0, doc=0, **more):
    return {
        "op_id": op_id(number),
        "kind": "workout",
        "id": workout_id(doc),
        "base": base,
        "body": body,
        **more,
    }


def test_a_pushed_workout_comes_back_to_another_phone(phone):
    [result] = phone.push(op(1, workout(0)))
    assert (result["status"], result["doc"]["rev"], result["doc"]["seq"]) == ("applied", 1, 1)
    other = Phone()
    other.client.force_login(phone.user)
    status, page = other.get("sync/pull?since=0")
    assert (status, page["docs"], page["seq"], page["more"]) == (200, [result["doc"]], 1, False)
    assert result["doc"]["body"] == workout(0)


def test_a_deletion_is_pulled_without_a_body(phone):
    phone.push(op(1, workout(0)))
    [result] = phone.push(
        {"op_id": op_id(2), "kind": "workout", "id": workout_id(0), "base": 1, "delete": True}
    )
    assert result["doc"].pop("made_by").startswith(op_id(2))
    assert result["doc"] == {
        "kind": "workout",
        "id": workout_id(0),
        "seq": 2,
        "rev": 2,
        "deleted": True,
        "body": None,
    }


def test_pull_pages_through_what_changed(phone):
    phone.push(*(op(n, workout(n), doc=n) for n in range(1, 6)))
    seen, since, more = [], 0, True
    while more:
        _, page = phone.get(f"sync/pull?since={since}&limit=2")
        seen += [each["id"] for each in page["docs"]]
        since, more = page["seq"], page["more"]
    assert seen == [workout_id(n) for n in range(1, 6)]


def test_a_refused_operation_says_where_and_its_neighbours_are_stored(phone):
    bad = workout(1)
    bad["entries"][0]["sets"][2]["reps"] = -3
    results = phone.push(
        {"op_id": "1", "kind": "x", "id": "y"}, op(2, workout(0)), op(3, bad, doc=1), op(4, None, doc=2)
    )
    assert [result["status"] for result in results] == ["refused", "applied", "refused", "refused"]
    assert [result["error"]["where"] for result in results if "error" in result] == [
        "ops[0].op_id",
        "ops[2].body.entries[0].sets[2].reps",
        "ops[3].body",
    ]
    assert all("doc" not in result for result in results if result["status"] == "refused")


def test_an_operation_id_used_for_something_else_names_the_operation(phone):
    phone.push(op(1, workout(0)))
    results = phone.push(op(2, workout(2), doc=2), op(1, workout(5), doc=5))
    assert (results[1]["status"], results[1]["error"]["code"], results[1]["error"]["where"]) == (
        "refused",
        "conflict",
        "ops[1].op_id",
    )


def test_the_history_shows_what_lost_and_a_restore_is_a_push(phone):
    phone.push(op(1, {**workout(0), "title": "A"}))
    phone.push(op(2, {**workout(0), "title": "B"}, base=1))
    phone.push(op(3, {**workout(0), "title": "C"}, base=1))
    _, revisions = phone.get(f"history/workout/{workout_id(0)}")
    assert [(revision["rev"], revision["status"], revision["body"]["title"]) for revision in revisions] == [
        (3, "merged", "C"),
        (2, "applied", "B"),
        (1, "applied", "A"),
    ]
    assert revisions[0]["lost"] == [{"path": "title", "value": "B"}]
    [restored] = phone.push(op(4, revisions[1]["body"], base=3))
    assert restored["doc"]["body"]["title"] == "B"


def test_a_pull_names_the_revisions_in_which_values_lost_for_every_phone(phone):
    phone.push(op(1, {**workout(0), "title": "A", "note": "a"}))
    phone.push(op(2, {**workout(0), "title": "B", "note": "b"}, base=1))
    phone.push(op(3, {**workout(0), "title": "C", "note": "c"}, base=1))
    phone.push(op(4, {**workout(0), "title": "D", "note": "c"}, base=3))  # on top of it, nothing lost
    phone.push(op(5, workout(1), doc=1))
    _, page = phone.get("sync/pull?since=0")
    assert page["losses"] == [{"kind": "workout", "id": workout_id(0), "rev": 3, "values": 2}]
    assert phone.get(f"sync/pull?since={page['docs'][0]['seq']}")[1]["losses"] == []


def test_an_unknown_document_has_no_history(phone):
    for path in ("workout/nothing", f"workout/{uuid.UUID(int=1)}", f"%00/{uuid.UUID(int=1)}", "workout/%00"):
        status, answer = phone.get(f"history/{path}")
        assert (status, answer["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", ["sync/pull", "snapshot", f"history/workout/{uuid.UUID(int=1)}"])
def test_without_an_account_the_journal_is_closed_with_a_sentence(path):
    status, answer = Phone().get(path)
    assert (status, answer["error"]["code"]) == (401, "signed_out")
    assert "Sign in" in answer["error"]["sentence"]


def test_a_push_without_an_account_or_without_the_csrf_token_stores_nothing(phone):
    body = {"device": DEVICE, "ops": [op(1, workout(0))]}
    assert Phone().post("sync/push", body)[0] == 401
    assert phone.post("sync/push", body, token="")[0] == 403
    assert phone.get("sync/pull")[1]["docs"] == []


@pytest.mark.parametrize(
    ("raw", "status", "where"),
    [
        (b"", 400, ""),
        (b"[]", 400, ""),
        (b"{", 400, ""),
        (b'{"device":"a\\u0000b","ops":[]}', 400, "device"),
        (b'{"device":"d","ops":[{"op_id":1}]}', 400, "ops[0].op_id"),
        (b'{"device":"d","ops":[{"op_id":"a","kind":"b","id":"c","base":-1}]}', 400, "ops[0].base"),
        (
            b'{"device":"d","ops":['
            + b'{"op_id":"a","kind":"b","id":"c"},' * 200
            + b'{"op_id":"a","kind":"b","id":"c"}]}',
            400,
            "ops",
        ),
        (b" " * (4 * 1024 * 1024 + 1), 413, ""),
        (b'{"device":"\xff","ops":[]}', 400, ""),
        (b'{"device":"d","ops":[],"new":' + b"[" * 50_000, 400, ""),
    ],
)
def test_a_request_that_is_not_understood_says_where(phone, raw, status, where):
    got, answer = phone.post("sync/push", raw)
    assert (got, answer["error"]["where"]) == (status, where)
    assert answer["error"]["sentence"].endswith(".")


@pytest.mark.parametrize(
    "query", ["since=-1", "since=x", "since=1e3", "limit=0", "limit=501", "since=99999999999999999999"]
)
def test_a_page_that_cannot_be_is_refused(phone, query):
    status, answer = phone.get(f"sync/pull?{query}")
    assert (status, answer["error"]["code"]) == (400, "bad_input")


def test_a_wrong_method_names_the_right_one(phone):
    response = phone.client.get("/api/v1/sync/push")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")


def test_me_says_who_asks_and_how_to_join(phone):
    assert Phone().get("me")[1] == {
        "user": None,
        "server": {
            "version": phone.get("me")[1]["server"]["version"],
            "https": False,
            "signup": "code",
            "providers": [],
            "mail": False,
        },
    }
    answer = phone.get("me")[1]["user"]
    assert (answer["name"], answer["owner"], len(answer["account"])) == ("ada", False, 36)


def test_two_lifters_do_not_see_each_other(phone):
    phone.push(op(1, workout(0)))
    other = Phone("eve")
    page = other.get("sync/pull")[1]
    assert (page["docs"], page["seq"], page["more"]) == ([], 0, False)
    assert page["epoch"] != phone.get("sync/pull")[1]["epoch"]
    assert other.get(f"history/workout/{workout_id(0)}")[0] == 404
    [result] = other.push(op(1, {**workout(0), "title": "hers"}))
    assert (result["status"], phone.get("sync/pull")[1]["docs"][0]["body"]["title"]) == ("applied", "Legs 0")


def test_answers_are_kept_by_no_cache(phone):
    assert phone.client.get("/api/v1/sync/pull").headers["Cache-Control"] == "private, no-store"


def test_openapi_describes_every_route_and_every_reference_leads_somewhere():
    described = document()
    assert sum(len(each) for each in described["paths"].values()) == len(ROUTES)
    references = {part.split('"')[0] for part in json.dumps(described).split("#/components/schemas/")[1:]}
    assert references == set(described["components"]["schemas"])
    assert Phone().get("openapi.json") == (200, described)


def test_openapi_says_which_calls_take_a_programs_key():
    paths = document()["paths"]
    assert {"key": []} in paths["/api/v1/sync/push"]["post"]["security"]
    assert paths["/api/v1/me"]["delete"]["security"] == [{"session": []}]
    assert paths["/api/v1/tokens"]["post"]["security"] == [{"session": []}]


def test_a_call_that_is_not_there_leads_to_the_list_of_calls(phone):
    status, answer = phone.get("nope")
    assert status == 404
    assert "/api/docs" in answer["error"]["sentence"]


def statements(phone, *operations):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        results = phone.push(*operations)
    assert {result["status"] for result in results} <= {"applied", "replayed"}
    return [query["sql"] for query in captured.captured_queries]


def test_a_push_takes_at_most_ten_statements_and_as_many_at_50_000_sets_as_at_none(phone):
    def day(doc):
        whole, fewer, edited = workout(7), workout(7), workout(7)
        fewer["entries"][-1]["sets"].pop()
        edited["entries"][0]["sets"][0]["reps"] += 1
        moved = {**edited, "entries": edited["entries"][:3]}
        number = 10 * doc
        return {
            "first": statements(phone, op(number, fewer, doc=doc)),
            "one set more": statements(phone, op(number + 1, whole, doc=doc, base=1)),
            "edit": statements(phone, op(number + 2, edited, doc=doc, base=2)),
            "an exercise less": statements(phone, op(number + 3, moved, doc=doc, base=3)),
            "delete": statements(phone, op(number + 4, None, doc=doc, base=4, delete=True)),
            "replay": statements(phone, op(number + 1, whole, doc=doc, base=1)),
        }

    empty = day(100_000)
    DjangoStore(phone.user.pk).push(ops(2500), DEVICE, "2026-11-22T18:05:00Z")
    assert len(list(DjangoStore(phone.user.pk).all("workout"))) == 2500
    full = day(200_000)
    for sql in empty["one set more"]:
        print(sql[:110])
    counts = {name: (len(empty[name]), len(full[name])) for name in empty}
    print(counts)
    assert all(none == many <= 10 for none, many in counts.values()), counts
    assert "django_session" in empty["one set more"][0]
    assert [empty["one set more"][2], empty["one set more"][-1]] == ["BEGIN IMMEDIATE", "COMMIT"]


def test_a_session_ends_when_it_runs_out_and_when_the_lifter_signs_out(phone):
    from datetime import timedelta

    from django.contrib.sessions.models import Session
    from django.utils import timezone

    assert phone.get("sync/pull")[0] == 200
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert phone.get("sync/pull")[0] == 401
    again = Phone()
    again.client.force_login(phone.user)
    assert again.get("sync/pull")[0] == 200
    again.client.logout()
    assert again.get("sync/pull")[0] == 401
