"""Who can make an account, sign in, sign out and stay in; every call as the app makes it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from typer.testing import CliRunner

from iron.cli import app
from iron.server.accounts import service
from iron.server.accounts.devices import device_name
from iron.server.accounts.models import Invitation, OwnerCode, User
from iron.server.storage.models import ClockRow
from iron.values.errors import BadInputError, ConflictError, NotAllowedError, NotFoundError

BASE = "/_allauth/browser/v1"
ANDROID = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0"
PASSWORD = "sled-and-rail-45"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _unlimited():
    # Rate limits live in the cache and would leak from test to test.
    cache.clear()


class Browser:
    """Django's client with CSRF checks on and JSON in and out, as the app's fetch."""

    def __init__(self):
        self.client = Client(enforce_csrf_checks=True)
        self.client.get(f"{BASE}/config")

    def call(self, method, path, body=None):
        response = self.client.generic(
            method,
            BASE + path,
            json.dumps(body) if body is not None else "",
            content_type="application/json",
            headers={"X-CSRFToken": self.client.cookies["csrftoken"].value},
        )
        return response.status_code, response.json()

    def api(self, method, path):
        token = self.client.cookies["csrftoken"].value
        return self.client.generic(method, f"/api/v1{path}", headers={"X-CSRFToken": token})

    def sign_up(self, name, code=None, password=PASSWORD):
        body = {"username": name, "password": password} | ({"code": code} if code else {})
        return self.call("POST", "/auth/signup", body)

    def sign_in(self, name, password=PASSWORD):
        return self.call("POST", "/auth/login", {"username": name, "password": password})


@pytest.fixture
def browser():
    return Browser()


def owner_signed_up():
    first = Browser()
    status, _ = first.sign_up("anna", service.owner_code())
    assert status == 200
    return first


def sentence(answer, param):
    return next(error["message"] for error in answer["errors"] if error["param"] == param)


def test_the_first_account_needs_the_one_time_code(browser):
    status, answer = browser.sign_up("anna")
    assert status == 400
    assert "one-time code that Iron printed" in sentence(answer, "code")
    assert User.objects.count() == 0


def test_the_first_account_is_the_owner_and_signed_in_at_once(browser):
    status, answer = browser.sign_up("anna", service.owner_code())
    assert status == 200
    assert answer["meta"]["is_authenticated"] is True
    assert answer["data"]["user"]["username"] == "anna"
    assert service.owner().username == "anna"


def test_the_code_is_read_aloud_in_any_case_with_or_without_dashes(browser):
    code = service.owner_code().replace("-", " ").lower()
    assert browser.sign_up("anna", code)[0] == 200


def test_the_code_works_once_and_is_not_printed_again(browser):
    code = service.owner_code()
    owner_signed_up()
    assert service.owner_code() is None
    assert not OwnerCode.objects.exists()
    status, _ = browser.sign_up("bert", code)
    assert status == 400


def test_the_code_stays_the_same_until_it_is_used():
    assert service.owner_code() == service.owner_code()


def test_a_wrong_code_is_refused(browser):
    service.owner_code()
    assert browser.sign_up("anna", "AAAA-BBBB-CCCC")[0] == 400
    assert User.objects.count() == 0


def test_signing_up_with_the_code_claims_the_journal_that_the_command_line_made(browser):
    made = service.ensure_owner()
    assert made.username == "me"
    assert not made.has_usable_password()
    status, answer = browser.sign_up("anna", service.owner_code())
    assert status == 200
    assert answer["data"]["user"]["id"] == made.id
    assert User.objects.count() == 1
    assert service.owner().username == "anna"


def test_the_claimed_account_may_keep_its_name(browser):
    made = service.ensure_owner("anna")
    status, answer = browser.sign_up("anna", service.owner_code())
    assert (status, answer["data"]["user"]["id"]) == (200, made.id)


def test_a_guest_with_an_invitation_cannot_take_the_unclaimed_owners_name(browser):
    service.ensure_owner("anna")
    token = service.make_invitation().removeprefix("/join/")
    status, answer = browser.sign_up("Anna", token)
    assert status == 400
    assert "taken" in sentence(answer, "username")


def test_nobody_can_sign_in_to_the_unclaimed_owner(browser):
    service.ensure_owner("anna")
    assert browser.sign_in("anna", "")[0] == 400
    assert browser.sign_in("anna", PASSWORD)[0] == 400


def test_ensure_owner_returns_the_same_owner_again():
    assert service.ensure_owner("me").id == service.ensure_owner("somebody").id


def test_ensure_owner_does_not_take_the_name_of_another_account():
    User.objects.create_user("me", PASSWORD)
    with pytest.raises(ConflictError):
        service.ensure_owner("me")


def test_the_second_account_needs_an_invitation(browser):
    owner_signed_up()
    status, answer = browser.sign_up("bert")
    assert status == 400
    assert "invitation link" in sentence(answer, "code")


def test_an_invitation_makes_one_account_and_no_second(browser):
    owner_signed_up()
    token = service.make_invitation().removeprefix("/join/")
    status, answer = browser.sign_up("bert", token)
    assert status == 200
    assert not User.objects.get(username="bert").is_owner
    status, answer = Browser().sign_up("carl", token)
    assert status == 400
    assert "already used" in sentence(answer, "code")


def test_an_invitation_survives_a_refused_password(browser):
    owner_signed_up()
    token = service.make_invitation().removeprefix("/join/")
    assert browser.sign_up("bert", token, password="12345678")[0] == 400
    assert browser.sign_up("bert", token)[0] == 200


def test_an_invitation_ends_after_fourteen_days(browser):
    owner_signed_up()
    token = service.make_invitation().removeprefix("/join/")
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert browser.sign_up("bert", token)[0] == 400


def test_the_token_of_an_invitation_is_kept_nowhere():
    token = service.make_invitation().removeprefix("/join/")
    invitation = Invitation.objects.get()
    assert token not in {invitation.digest, str(invitation.id)}
    assert invitation.expires_at - invitation.made_at == timedelta(days=14)


def test_an_invitation_link_leads_into_the_app():
    response = Client().get(service.make_invitation())
    assert response.status_code == 302
    assert response["Location"].startswith("/app/join/")


def test_closed_sign_up_refuses_invitations_old_and_new(browser, settings):
    owner_signed_up()
    token = service.make_invitation().removeprefix("/join/")
    settings.IRON_SIGNUP = "closed"
    assert browser.sign_up("bert", token)[0] in {400, 403}
    with pytest.raises(NotAllowedError):
        service.make_invitation()


def test_closed_sign_up_still_lets_the_owner_in(browser, settings):
    settings.IRON_SIGNUP = "closed"
    assert browser.sign_up("anna", service.owner_code())[0] == 200


def test_open_sign_up_needs_no_code_after_the_owner(browser, settings):
    settings.IRON_SIGNUP = "open"
    assert browser.sign_up("bert")[0] == 400
    owner_signed_up()
    assert browser.sign_up("bert")[0] == 200


def test_of_two_who_use_the_owners_code_at_once_the_slower_gets_a_sentence(browser, monkeypatch):
    code = service.owner_code()
    monkeypatch.setattr(service, "spend_owner_code", lambda: False)
    status, answer = browser.sign_up("anna", code)
    assert (status, "just used" in sentence(answer, "code")) == (400, True)
    assert User.objects.count() == 0


def test_of_two_who_use_an_invitation_at_once_the_slower_makes_no_account(browser, monkeypatch):
    owner_signed_up()
    token = service.make_invitation().removeprefix("/join/")
    monkeypatch.setattr(service, "spend_invitation", lambda *_: False)
    status, answer = browser.sign_up("bert", token)
    assert (status, "just used" in sentence(answer, "code")) == (400, True)
    assert not User.objects.filter(username="bert").exists()


def test_names_differ_by_more_than_case(browser):
    owner_signed_up()
    token = service.make_invitation().removeprefix("/join/")
    assert browser.sign_up("ANNA", token)[0] == 400


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("al\u0456ce", "mixes letters of several alphabets"),
        ("\uff41lice", "Write “alice”"),
        ("\u0430\u0441\u0435", "looks like “ace” in Latin letters"),
        ("\u03bfrlando", "mixes letters"),
        ("\u1d5ez", "Write"),
    ],
)
def test_a_name_that_looks_like_another_one_is_refused(browser, settings, name, says):
    settings.IRON_SIGNUP = "open"
    owner_signed_up()
    status, answer = browser.sign_up(name)
    assert status == 400
    assert says in sentence(answer, "username")


@pytest.mark.parametrize(
    "name", ["müller", "Ольга", "Δημήτρης", "田中さくら", "김철수", "o'neil".replace("'", "."), "i18n"]
)
def test_names_of_one_script_are_taken(browser, settings, name):
    settings.IRON_SIGNUP = "open"
    owner_signed_up()
    assert browser.sign_up(name)[0] == 200


def test_a_weak_password_is_refused_with_a_reason(browser):
    status, answer = browser.sign_up("anna", service.owner_code(), password="password")
    assert status == 400
    assert "too common" in sentence(answer, "password")


def test_signing_in_and_out(browser):
    owner_signed_up()
    assert browser.call("GET", "/auth/session")[0] == 401
    status, answer = browser.sign_in("anna", "wrong-password")
    assert (status, "Name or password is wrong" in sentence(answer, "password")) == (400, True)
    status, answer = browser.sign_in("Anna")
    assert (status, answer["data"]["methods"][0]["method"]) == (200, "password")
    assert browser.call("GET", "/auth/session")[0] == 200
    status, answer = browser.call("DELETE", "/auth/session")
    assert (status, answer["meta"]["is_authenticated"]) == (401, False)
    assert browser.call("GET", "/auth/session")[0] == 401


def test_a_call_without_the_csrf_token_changes_nothing():
    client = Client(enforce_csrf_checks=True)
    response = client.post(
        f"{BASE}/auth/signup",
        {"username": "anna", "password": PASSWORD, "code": service.owner_code()},
        content_type="application/json",
    )
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "csrf"
    assert User.objects.count() == 0


def test_a_new_password_from_the_command_line_ends_all_sessions():
    phone = owner_signed_up()
    service.set_password("Anna", "another-sled-90")
    assert phone.call("GET", "/auth/session")[0] == 401
    assert phone.sign_in("anna")[0] == 400
    assert phone.sign_in("anna", "another-sled-90")[0] == 200


def test_a_password_for_the_command_lines_owner_takes_the_place_of_the_code(browser):
    code = service.owner_code()
    service.ensure_owner("anna")
    service.set_password("anna", PASSWORD)
    assert service.owner_code() is None
    assert not OwnerCode.objects.exists()
    assert browser.sign_up("bert", code)[0] == 400
    assert browser.sign_in("anna")[0] == 200


def test_a_weak_password_from_the_command_line_is_refused_with_a_sentence():
    owner_signed_up()
    with pytest.raises(BadInputError, match="too short"):
        service.set_password("anna", "45")


def test_an_unknown_name_is_answered_with_the_names_there_are():
    owner_signed_up()
    with pytest.raises(NotFoundError, match="Accounts: anna"):
        service.set_password("bert", PASSWORD)


def test_guessing_passwords_is_slowed_down(browser):
    owner_signed_up()
    statuses = [browser.sign_in("anna", f"wrong-password-{n}")[0] for n in range(12)]
    assert 400 in statuses
    assert browser.sign_in("anna")[0] in {400, 429}


def test_changing_the_password_in_the_app_keeps_this_session():
    phone = owner_signed_up()
    status, _ = phone.call(
        "POST",
        "/account/password/change",
        {"current_password": PASSWORD, "new_password": "another-sled-90"},
    )
    assert status == 200
    assert phone.call("GET", "/auth/session")[0] == 200


def test_sessions_can_be_listed_and_ended():
    phone, laptop = owner_signed_up(), Browser()
    laptop.sign_in("anna")
    mine, other = phone.api("GET", "/sessions").json()
    assert (mine["current"], other["current"]) == (True, False)
    assert phone.api("DELETE", f"/sessions/{other['id']}").json() == {"ended": 1}
    assert laptop.call("GET", "/auth/session")[0] == 401
    assert phone.call("GET", "/auth/session")[0] == 200
    assert phone.api("DELETE", f"/sessions/{other['id']}").status_code == 404


def test_signing_out_everywhere_else_keeps_this_browser():
    phone, others = owner_signed_up(), [Browser(), Browser()]
    for other in others:
        other.sign_in("anna")
    assert phone.api("DELETE", "/sessions").json() == {"ended": 2}
    assert [session["current"] for session in phone.api("GET", "/sessions").json()] == [True]
    assert [other.call("GET", "/auth/session")[0] for other in others] == [401, 401]


def test_nobody_lists_or_ends_another_accounts_sessions():
    phone = owner_signed_up()
    (mine,) = phone.api("GET", "/sessions").json()
    User.objects.create_user("ben", PASSWORD)
    ben = Browser()
    ben.sign_in("ben")
    assert [session["current"] for session in ben.api("GET", "/sessions").json()] == [True]
    assert ben.api("DELETE", f"/sessions/{mine['id']}").status_code == 404
    assert Browser().api("GET", "/sessions").status_code == 401
    assert phone.call("GET", "/auth/session")[0] == 200


def test_a_session_says_what_it_is_and_when_it_was_last_used():
    phone = owner_signed_up()
    UserSession.objects.update(last_seen_at="2026-01-05T10:00:00Z", user_agent=ANDROID)
    (mine,) = phone.api("GET", "/sessions").json()
    assert (mine["device"], mine["used_on"]) == ("Firefox on Android", "2026-01-05")
    phone.api("GET", "/me")
    today = timezone.now().date().isoformat()
    assert phone.api("GET", "/sessions").json()[0]["used_on"] == today


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("", "unknown device"),
        ("curl/8.5", "unknown device"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Chrome on Linux",
        ),
    ],
)
def test_devices_have_names_that_a_lifter_knows(agent, name):
    assert device_name(agent) == name


def totp_code(secret):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def test_a_second_factor_is_asked_for_after_it_was_activated():
    phone = owner_signed_up()
    status, answer = phone.call("GET", "/account/authenticators/totp")
    assert status == 404
    secret = answer["meta"]["secret"]
    assert answer["meta"]["totp_url"].startswith("otpauth://totp/anna?")
    status, _ = phone.call("POST", "/account/authenticators/totp", {"code": totp_code(secret)})
    assert status == 200
    laptop = Browser()
    status, answer = laptop.sign_in("anna")
    assert status == 401
    pending = next(flow for flow in answer["data"]["flows"] if flow.get("is_pending"))
    assert pending["id"] == "mfa_authenticate"
    codes = phone.call("GET", "/account/authenticators/recovery-codes")[1]["data"]["unused_codes"]
    assert laptop.call("POST", "/auth/2fa/authenticate", {"code": codes[0]})[0] == 200
    left = phone.call("GET", "/account/authenticators/recovery-codes")[1]["data"]
    assert left["unused_code_count"] == len(codes) - 1
    assert phone.call("DELETE", "/account/authenticators/totp")[0] == 200
    assert Browser().sign_in("anna")[0] == 200


def test_a_passkey_is_a_way_in_and_no_second_lock():
    owner_signed_up()
    # The ceremony itself needs a browser (tests/browser); what sign-in asks afterwards does not.
    Authenticator.objects.create(
        user=service.owner(), type=Authenticator.Type.WEBAUTHN, data={"name": "Phone"}
    )
    assert Browser().sign_in("anna")[0] == 200


def test_a_passkey_can_be_renamed_and_removed():
    phone = owner_signed_up()
    row = Authenticator.objects.create(
        user=service.owner(), type=Authenticator.Type.WEBAUTHN, data={"name": "Phone", "credential": {}}
    )
    status, answer = phone.call(
        "PUT", "/account/authenticators/webauthn", {"id": row.id, "name": "Old phone"}
    )
    assert (status, answer["data"]["name"]) == (200, "Old phone")
    assert phone.call("DELETE", "/account/authenticators/webauthn", {"authenticators": [row.id]})[0] == 200
    assert phone.call("GET", "/account/authenticators")[1]["data"] == []


def test_recovery_codes_can_be_made_anew():
    phone = owner_signed_up()
    secret = phone.call("GET", "/account/authenticators/totp")[1]["meta"]["secret"]
    phone.call("POST", "/account/authenticators/totp", {"code": totp_code(secret)})
    old = phone.call("GET", "/account/authenticators/recovery-codes")[1]["data"]["unused_codes"]
    status, answer = phone.call("POST", "/account/authenticators/recovery-codes", {})
    assert status == 200
    assert not set(old) & set(answer["data"]["unused_codes"])


def test_lost_second_factors_can_be_dropped_from_the_command_line():
    owner_signed_up()
    for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES):
        Authenticator.objects.create(user=service.owner(), type=kind, data={})
    assert Browser().sign_in("anna")[0] == 401
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    answer = CliRunner().invoke(
        app, ["password", "anna", "--lost-phone"], input=typed, catch_exceptions=False
    )
    assert "2 second steps and passkeys removed" in answer.stdout
    assert Browser().sign_in("anna")[0] == 200


def test_a_passkey_may_be_added_right_after_signing_in_without_another_password():
    phone = owner_signed_up()
    status, answer = phone.call("GET", "/account/authenticators/webauthn?passwordless")
    assert status == 200
    options = answer["data"]["creation_options"]["publicKey"]
    assert options["rp"]["id"] == "testserver"
    assert options["authenticatorSelection"]["residentKey"] == "required"


def test_an_old_session_is_asked_for_the_password_before_a_passkey_is_added(settings):
    phone = owner_signed_up()
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    status, answer = phone.call("GET", "/account/authenticators/webauthn")
    assert status == 401
    assert {"id": "reauthenticate"} in answer["data"]["flows"]
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
    assert phone.call("POST", "/auth/reauthenticate", {"password": "wrong-password"})[0] == 400
    assert phone.call("POST", "/auth/reauthenticate", {"password": PASSWORD})[0] == 200


def test_signing_in_with_a_passkey_begins_without_a_name(browser):
    status, answer = browser.call("GET", "/auth/webauthn/login")
    assert status == 200
    assert answer["data"]["request_options"]["publicKey"]["challenge"]


def test_without_a_mail_server_mail_is_no_way_in(browser):
    assert browser.call("POST", "/auth/password/request", {"email": "a@example.org"})[0] == 404
    assert browser.call("POST", "/auth/code/request", {"email": "a@example.org"})[0] == 404
    assert browser.call("GET", "/account/email")[0] == 401


def test_deleting_the_owner_makes_room_for_a_new_one_with_a_new_code():
    code = service.owner_code()
    owner_signed_up()
    service.delete_account(service.owner())
    assert service.owner() is None
    assert service.owner_code() not in {None, code}


def test_deleting_an_account_deletes_its_journal_and_no_other():
    anna, bert = service.ensure_owner("anna"), User.objects.create_user("bert", PASSWORD)
    for user in (anna, bert):
        ClockRow.objects.create(user_id=user.id, seq=1)
    service.delete_account(anna)
    assert list(ClockRow.objects.values_list("user_id", flat=True)) == [bert.id]


def test_deleting_an_account_ends_its_sessions():
    phone = owner_signed_up()
    service.delete_account(service.owner())
    assert phone.call("GET", "/auth/session")[0] == 401
    assert Session.objects.count() <= 1


def test_the_short_way_to_an_account_reads_what_the_long_one_reads():
    user = User.objects.create_user("anna", "a long password")
    user.last_login = datetime(2026, 11, 22, 18, 5, 7, 123456, tzinfo=UTC)
    user.save()
    short, long = User.objects.get(pk=user.pk), User.objects.get(username="anna")
    names = [field.attname for field in User._meta.concrete_fields]
    assert [getattr(short, name) for name in names] == [getattr(long, name) for name in names]
    assert service.account_id(short) == service.account_id(long)
    short.save()
    assert service.account_id(User.objects.get(pk=user.pk)) == service.account_id(long)
