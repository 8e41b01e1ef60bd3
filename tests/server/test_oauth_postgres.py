"""Assistants on PostgreSQL: a connection from its first request to its end, and what hangs on locks and lengths."""

from __future__ import annotations

import pytest
from test_oauth import (
    _no_tries_counted,
    ada,
    authorize,
    browser,
    client_id_of,
    code_for,
    exchange,
    list_tools,
    nobody,
    refresh,
    refusal,
    test_a_code_that_is_used_twice_ends_the_connection,
    test_a_deleted_account_leaves_no_token,
    test_clients_that_nobody_allowed_anything_are_forgotten,
    test_two_exchanges_at_the_same_time_give_nobody_a_token,
    tool_names,
)
from test_sharing_postgres import on_postgres, test_these_tests_run_on_postgresql

from iron.server.assistants.models import Grant, GrantToken

__all__ = [
    "_no_tries_counted",
    "ada",
    "nobody",
    "on_postgres",
    "test_a_code_that_is_used_twice_ends_the_connection",
    "test_a_deleted_account_leaves_no_token",
    "test_clients_that_nobody_allowed_anything_are_forgotten",
    "test_these_tests_run_on_postgresql",
    "test_two_exchanges_at_the_same_time_give_nobody_a_token",
]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_an_assistant_registers_is_allowed_reads_renews_its_token_and_is_taken_away(nobody, ada):
    lifter = browser(ada)
    client_id = client_id_of(nobody)
    first = exchange(nobody, client_id, code_for(lifter, nobody, client_id)).json()
    assert {"sets", "log_sets"} <= tool_names(nobody, first["access_token"])
    renewed = refresh(nobody, client_id, first["refresh_token"]).json()
    assert "log_sets" in tool_names(nobody, renewed["access_token"])
    [shown] = lifter.get("/api/v1/assistants").json()
    assert (shown["name"], shown["host"], shown["writes"]) == ("Helper", "assistant.example", True)
    assert lifter.delete(f"/api/v1/assistants/{shown['id']}").json() == {"ended": True}
    assert list_tools(nobody, renewed["access_token"]).status_code == 401
    assert refusal(refresh(nobody, client_id, renewed["refresh_token"])) == (400, "invalid_grant")
    assert lifter.get("/api/v1/assistants").json() == []
    assert not Grant.objects.exists()
    assert not GrantToken.objects.exists()


def test_an_id_with_a_zero_byte_or_of_any_length_is_a_client_that_is_not_known(nobody):
    for client_id in ("\0", "x" * 5000):
        assert authorize(nobody, client_id).status_code == 400
