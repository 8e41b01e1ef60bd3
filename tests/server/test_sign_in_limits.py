"""Guessing passwords is slow, traffic does not reset the counters, and strangers cannot lock a lifter's own phone out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from iron.server.accounts.limits import COOKIE
from iron.server.accounts.models import SignInLimit, User

pytestmark = pytest.mark.django_db

LOGIN = "/_allauth/browser/v1/auth/login"
PASSWORD = "sled-and-rail-45"


@pytest.fixture(autouse=True)
def ada():
    return User.objects.create_user("ada", PASSWORD)


def sign_in(client, password, name="ada", address="198.51.100.1"):
    body = json.dumps({"username": name, "password": password})
    return client.post(LOGIN, body, content_type="application/json", REMOTE_ADDR=address).status_code


def addresses():
    for n in range(1, 250):
        yield f"203.0.113.{n}"


def lock(name="ada"):
    """A stranger guesses from many addresses until the name is locked."""
    for address in addresses():
        if sign_in(Client(), "wrong", name, address) == 429:
            return
    raise AssertionError("never locked")


def test_five_wrong_passwords_lock_a_name_for_unknown_browsers():
    statuses = [
        sign_in(Client(), "wrong", address=address) for address, _ in zip(addresses(), range(6), strict=False)
    ]
    assert statuses == [400] * 5 + [429]
    assert sign_in(Client(), PASSWORD) == 429


def test_a_flood_of_other_tries_does_not_free_a_locked_name():
    lock()
    for n in range(1200):
        cache.set(f"other-{n}", [1.0], 300)
    assert SignInLimit.objects.count() > 1000
    assert sign_in(Client(), PASSWORD) == 429


def test_what_has_run_out_is_thrown_away():
    for n in range(1001):
        cache.set(f"other-{n}", [1.0], -1)
    cache.set("one-more", [1.0], 300)
    assert SignInLimit.objects.count() < 10


def test_a_known_browser_still_signs_in_while_strangers_guess():
    phone = Client()
    assert sign_in(phone, PASSWORD) == 200
    phone.delete("/_allauth/browser/v1/auth/session")
    lock()
    assert sign_in(Client(), PASSWORD) == 429
    assert sign_in(phone, PASSWORD) == 200


def test_a_known_browser_has_tries_of_its_own_and_no_more():
    phone = Client()
    sign_in(phone, PASSWORD)
    phone.delete("/_allauth/browser/v1/auth/session")
    statuses = [sign_in(phone, "wrong") for _ in range(11)]
    assert statuses == [400] * 10 + [429]
    # Whoever has the phone has not used up the tries of others.
    assert sign_in(Client(), PASSWORD) == 200


def test_the_cookie_of_one_account_helps_no_other_and_cannot_be_made_up():
    User.objects.create_user("ben", PASSWORD)
    phone = Client()
    sign_in(phone, PASSWORD)
    phone.delete("/_allauth/browser/v1/auth/session")
    lock("ben")
    assert sign_in(phone, PASSWORD, "ben") == 429
    forged = Client()
    forged.cookies[COOKIE] = "WzEsImEiXQ:1vXXXX:forged"
    assert sign_in(forged, PASSWORD, "ben") == 429


def test_the_cookie_is_for_the_sign_in_alone():
    phone = Client()
    sign_in(phone, PASSWORD)
    morsel = phone.cookies[COOKIE]
    assert (morsel["path"], morsel["httponly"], morsel["samesite"]) == ("/_allauth/", True, "Lax")


def test_every_refused_sign_in_is_one_line_that_the_documented_pattern_reads(caplog):
    forged = 'x" \nWARNING iron.signin: sign-in refused from 192.0.2.99 as "y'
    sign_in(Client(), "wrong")
    sign_in(Client(), "wrong", forged)
    lock("ben")
    lines = [
        f"{row.levelname} {row.name}: {row.getMessage()}"
        for row in caplog.records
        if row.name == "iron.signin"
    ]
    assert lines[0] == 'WARNING iron.signin: sign-in refused from 198.51.100.1 as "ada"'
    page = (Path(__file__).parents[2] / "docs" / "hosting.md").read_text()
    pattern = re.search(r"^failregex = (.*)$", page, re.MULTILINE)[1].replace(
        "<HOST>", r"(?P<host>[0-9a-f.:]+)"
    )
    matches = [re.search(pattern, part) for line in lines for part in line.split("\n")]
    assert all(matches)
    assert "192.0.2.99" not in {match["host"] for match in matches}
    assert "sign-in locked from" in lines[-1]
