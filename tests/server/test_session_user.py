"""Who is signed in is read in one statement together with the session, and is out at once when that ends."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from iron.server.accounts.models import User

pytestmark = pytest.mark.django_db
PULL = "/api/v1/sync/pull"


def signed_in(user):
    """A browser as signing in leaves it: a session, and the row of the browser beside it."""
    client = Client(headers={"host": "localhost"})
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    UserSession.objects.create(user=user, ip="127.0.0.1", session_key=client.session.session_key)
    return client


def reads_of_accounts(client):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        status = client.get(PULL).status_code
    asked = [
        query["sql"] for query in seen if "django_session" in query["sql"] or "accounts_user" in query["sql"]
    ]
    return status, len(asked)


def test_session_and_account_are_one_statement(user):
    assert reads_of_accounts(signed_in(user)) == (200, 1)


def test_a_session_without_the_row_of_its_browser_is_signed_in_all_the_same(user):
    client = Client(headers={"host": "localhost"})
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    assert reads_of_accounts(client) == (200, 2)


@pytest.mark.parametrize("change", ["disabled", "new password", "deleted"])
def test_who_may_not_be_signed_in_any_more_is_out_with_the_next_request(user, change):
    client = signed_in(user)
    assert client.get(PULL).status_code == 200
    if change == "disabled":
        User.objects.filter(pk=user.pk).update(is_active=False)
    elif change == "new password":
        user.set_password("another long password")
        user.save()
    else:
        User.objects.filter(pk=user.pk).delete()
    assert client.get(PULL).status_code == 401


def test_the_row_of_a_browser_never_signs_in_as_somebody_else(user):
    bob = User.objects.create_user("bob", "a long password")
    client = signed_in(user)
    UserSession.objects.update(user=bob)
    seen = client.get("/api/v1/me").json()["user"]
    assert seen["name"] == "ada"
    session = client.session
    session[SESSION_KEY] = str(bob.pk)  # but with the proof of ada's password
    session.save()
    assert client.get(PULL).status_code == 401


def test_deleting_an_account_reads_its_own_sessions_by_an_index_and_no_others(user):
    from iron.server.accounts import service

    signed_in(user)
    other = signed_in(User.objects.create_user("bob", "a long password"))
    with CaptureQueriesContext(connection) as seen:
        service.delete_account(user)
    for query in seen:
        if "session" in query["sql"].lower() and query["sql"].startswith(("SELECT", "DELETE")):
            assert any(word in query["sql"] for word in ('"user_id" ', '"session_key" IN', '"id" IN')), query[
                "sql"
            ]
    assert other.get(PULL).status_code == 200
    assert UserSession.objects.count() == 1
