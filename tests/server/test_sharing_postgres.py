"""Sharing on PostgreSQL: the tests of shares, comments, proposals and groups once more, on a server of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from postgres import HOW_TO_GET_IT
from test_groups import (
    group,
    test_a_deleted_account_is_in_no_group_and_what_it_made_is_gone,
    test_an_invitation_is_a_code_and_a_link_stored_as_a_digest_alone_and_ends,
    test_each_member_shows_what_he_chose_and_no_more,
    test_quotas_are_refused_with_what_to_do,
    test_stranger_former_member_member_and_maker_may_do_what_is_theirs_at_every_address,
    test_who_was_removed_does_not_come_back_by_the_same_code,
    today,
)
from test_proposals import (
    coach,
    test_a_coach_proposes_a_program_under_his_own_name_and_the_lifter_syncs_it,
    test_a_coach_withdraws_a_proposal_until_it_is_answered,
    test_an_answer_given_without_signal_outlives_a_withdrawal,
    test_so_many_proposals_wait_and_no_more,
)
from test_sharing import (
    ada,
    bob,
    callers,
    test_a_coach_comments_under_his_own_name_and_the_lifter_syncs_it,
    test_a_coach_reads_in_pages_and_then_only_what_changed,
    test_a_comment_sent_again_is_there_once_and_its_writer_takes_it_back,
    test_a_deleted_account_leaves_no_share_on_either_side,
    test_a_disabled_account_neither_reads_nor_shows,
    test_a_link_says_whose_log_it_opens_and_is_stored_as_a_digest_alone,
    test_no_more_than_fifty_shares,
    test_nobody_reads_or_changes_at_any_address_what_is_not_shared_with_him,
    test_one_function_says_who_may_read_which_kind_until_when,
    test_the_snapshot_of_what_is_shared_is_that_of_the_owner_without_marked_days,
    test_what_ended_is_a_410_with_a_cure_and_what_never_was_the_same,
    test_what_ends_between_the_check_and_the_write_stores_nothing,
    test_when_other_parts_are_shared_the_coach_begins_again,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "ada",
    "bob",
    "callers",
    "coach",
    "group",
    "test_a_coach_comments_under_his_own_name_and_the_lifter_syncs_it",
    "test_a_coach_proposes_a_program_under_his_own_name_and_the_lifter_syncs_it",
    "test_a_coach_reads_in_pages_and_then_only_what_changed",
    "test_a_coach_withdraws_a_proposal_until_it_is_answered",
    "test_a_comment_sent_again_is_there_once_and_its_writer_takes_it_back",
    "test_a_deleted_account_is_in_no_group_and_what_it_made_is_gone",
    "test_a_deleted_account_leaves_no_share_on_either_side",
    "test_a_disabled_account_neither_reads_nor_shows",
    "test_a_link_says_whose_log_it_opens_and_is_stored_as_a_digest_alone",
    "test_an_answer_given_without_signal_outlives_a_withdrawal",
    "test_an_invitation_is_a_code_and_a_link_stored_as_a_digest_alone_and_ends",
    "test_each_member_shows_what_he_chose_and_no_more",
    "test_no_more_than_fifty_shares",
    "test_nobody_reads_or_changes_at_any_address_what_is_not_shared_with_him",
    "test_one_function_says_who_may_read_which_kind_until_when",
    "test_quotas_are_refused_with_what_to_do",
    "test_so_many_proposals_wait_and_no_more",
    "test_stranger_former_member_member_and_maker_may_do_what_is_theirs_at_every_address",
    "test_the_snapshot_of_what_is_shared_is_that_of_the_owner_without_marked_days",
    "test_what_ended_is_a_410_with_a_cure_and_what_never_was_the_same",
    "test_what_ends_between_the_check_and_the_write_stores_nothing",
    "test_when_other_parts_are_shared_the_coach_begins_again",
    "test_who_was_removed_does_not_come_back_by_the_same_code",
    "today",
]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


@pytest.fixture(scope="module", autouse=True)
def on_postgres(_postgres: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database of these tests is one on PostgreSQL."""
    if _postgres is None:
        pytest.skip(HOW_TO_GET_IT)
    import psycopg

    name = f"sharing{os.getpid()}"
    before, settings = connections["default"], connections.settings["default"]
    with psycopg.connect(
        host=_postgres["HOST"], user=_postgres["USER"], dbname="postgres", autocommit=True
    ) as server:
        server.execute(f"CREATE DATABASE {name}")
        connections.settings.update(connections.configure_settings({"default": {**_postgres, "NAME": name}}))
        connections["default"] = connections.create_connection("default")
        with django_db_blocker.unblock():
            call_command("migrate", verbosity=0)
            yield
            connections["default"].close()
        connections.settings["default"], connections["default"] = settings, before
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_these_tests_run_on_postgresql():
    assert connection.vendor == "postgresql"
