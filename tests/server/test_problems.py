"""Errors of the API are problem details of RFC 9457, whoever answers them."""

import pytest
from django.test import Client

from iron.server import problems
from iron.server.gateway.application import refusal
from iron.values.errors import OutOfRangeError

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/snapshot", 401, "signed_out"),
        ("PUT", "/api/v1/me", 405, "wrong_method"),
        ("POST", "/api/v1/compute", 400, "bad_input"),
        ("GET", "/api/v1/nowhere", 404, "not_found"),
    ],
)
def test_an_error_has_the_members_of_the_standard_and_a_sentence(method, path, status, code):
    response = Client().generic(method, path, b"{", content_type="application/json")
    answer = response.json()
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert (answer["status"], answer["code"], answer["type"]) == (status, code, f"/api/docs#problem-{code}")
    assert answer["title"]
    assert answer["detail"].endswith((".", "?"))


def test_clients_from_before_the_standard_find_the_error_where_it_was():
    answer = Client().get("/api/v1/snapshot").json()
    assert answer["error"] == {"code": answer["code"], "sentence": answer["detail"], "where": answer["where"]}


def test_a_refusal_of_the_gateway_has_the_same_shape():
    answer = refusal(OutOfRangeError("Too much.", where="body"))
    assert dict(answer.headers)["content-type"] == "application/problem+json"
    assert b'"type":"/api/docs#problem-out_of_range"' in answer.body


def test_every_kind_of_problem_is_explained_where_its_type_points():
    page = Client().get("/api/docs").content.decode()
    kinds = [kind["code"] for kind in problems.kinds()]
    assert {"bad_input", "signed_out", "wrong_method", "not_found", "conflict"} <= set(kinds)
    assert [code for code in kinds if f'id="problem-{code}"' not in page] == []
