"""Mail: its settings, a forgotten password, the address of an account, invitations; against a real mail server."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import commands
import httpx
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from certificates import localhost_certificate
from mail_server import PASSWORD as MAIL_PASSWORD
from mail_server import key_of, mail_server, text_of
from serving import NO_TLS, free_port, make_account, run, serving

from iron.server.accounts import by_mail, service
from iron.server.accounts.models import User
from iron.server.mail import relay
from iron.values.errors import BadInputError

ACCOUNTS = "/_allauth/browser/v1/"
PASSWORD, FRESH = "sled-and-rail-45", "another-rail-46"
ORIGIN = "http://iron.example.org:8000"


class Lifter:
    """A browser: it keeps cookies and sends the CSRF token back."""

    def __init__(self, iron):
        self.client = httpx.Client(base_url=iron, timeout=60, verify=NO_TLS)
        self.client.get("/api/v1/me")

    def send(self, method, path, body=None, **headers):
        token = {"X-CSRFToken": self.client.cookies["csrftoken"]}
        return self.client.request(method, ACCOUNTS + path, json=body, headers={**token, **headers})

    def sign_up(self, name, code=""):
        answer = self.send("POST", "auth/signup", {"username": name, "password": PASSWORD, "code": code})
        return answer.status_code

    def sign_in(self, name, password):
        answer = self.send("POST", "auth/login", {"username": name, "password": password})
        return answer.status_code

    def addresses(self):
        return [(row["email"], row["verified"]) for row in self.send("GET", "account/email").json()["data"]]

    def confirm(self, mailbox, address):
        assert self.send("POST", "account/email", {"email": address}).status_code == 200
        key = key_of(mailbox.take(address))
        assert self.send("POST", "auth/email/verify", {"key": key}).status_code == 200

    def forget(self, address):
        return self.send("POST", "auth/password/request", {"email": address})

    def reset(self, key, password=FRESH):
        return self.send("POST", "auth/password/reset", {"key": key, "password": password})

    def is_signed_in(self):
        return self.client.get("/api/v1/me").json()["user"] is not None


def sentence(answer):
    return answer.json()["errors"][0]["message"]


@pytest.fixture(scope="module")
def mailbox():
    with mail_server() as box:
        yield box


@pytest.fixture(scope="module")
def home(migrated, tmp_path_factory):
    return shutil.copytree(migrated, tmp_path_factory.mktemp("mail") / "var")


@pytest.fixture(scope="module")
def _server(mailbox, home):
    """An open server that has an owner and sends mail."""
    make_account(home, is_owner=True)
    with serving(home, None, IRON_SIGNUP="open", **mailbox.variables(ORIGIN)) as port:
        yield f"http://localhost:{port}"


@pytest.fixture
def iron(_server, home):
    """The address of the server; every test has all its tries."""
    with closing(sqlite3.connect(home / "iron.sqlite3")) as database, database:
        database.execute("DELETE FROM sign_in_limit")
    return _server


# Settings


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("smtp//mail.example.org", "not the address of a mail server"),
        ("http://mail.example.org", "not the address of a mail server"),
        ("smtp://", "not the address of a mail server"),
        ("smtp://mail.example.org:70000", "not a number from 1 to 65535"),
        ("smtp://mail.example.org:0", "not the address of a mail server"),
        ("smtp://anna:sec/ret@mail.example.org", "not a number from 1 to 65535"),
        ("smtp://anna:secret@mail.example.org/box", "more text after the host"),
        ("smtp://anna:secret@mail.example.org#box", "more text after the host"),
        ("smtp://anna:secret@mail example.org", "a space or a line break"),
        ("smtp://anna@mail.example.org", "but no password"),
        ("smtp://:secret@mail.example.org", "no user name"),
        ("smtp://anna:secret@mail.example.org?tls=none", "unencrypted"),
        ("smtps://anna:secret@mail.example.org?tls=none", "only the option ?tls=none"),
        ("smtp://anna:secret@mail.example.org?tsl=none", "only the option ?tls=none"),
        ("smtp://anna:secret@mail.example.org", "IRON_MAIL_FROM is not an e-mail address"),
    ],
)
def test_a_wrong_address_of_the_mail_server_is_said_without_its_password(monkeypatch, url, words):
    monkeypatch.setenv("IRON_MAIL_URL", url)
    with pytest.raises(BadInputError) as raised:
        relay.from_environment(ORIGIN)
    assert words in raised.value.sentence
    assert "sec" not in raised.value.sentence.replace("IRON_MAIL_PASSWORD", "").replace("seconds", "")


def test_mail_needs_the_address_that_its_links_lead_to(monkeypatch):
    monkeypatch.setenv("IRON_MAIL_URL", "smtp://mail.example.org")
    monkeypatch.setenv("IRON_MAIL_FROM", "iron@example.org")
    with pytest.raises(BadInputError, match="IRON_ORIGIN is not"):
        relay.from_environment("")


def test_half_of_the_settings_of_mail_are_a_mistake(monkeypatch):
    monkeypatch.setenv("IRON_MAIL_FROM", "iron@example.org")
    with pytest.raises(BadInputError, match="IRON_MAIL_URL is not set"):
        relay.from_environment(ORIGIN)
    monkeypatch.setenv("IRON_MAIL_URL", "smtp://anna:secret@mail.example.org")
    monkeypatch.setenv("IRON_MAIL_PASSWORD", "another")
    with pytest.raises(BadInputError, match="Remove one of them"):
        relay.from_environment(ORIGIN)


def test_the_password_of_the_mail_server_comes_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "password").write_text("p@/w#\n")
    monkeypatch.setenv("IRON_MAIL_URL", "smtps://iron%40example.org@mail.example.org")
    monkeypatch.setenv("IRON_MAIL_PASSWORD_FILE", str(tmp_path / "password"))
    read = relay.from_environment(ORIGIN)
    assert read == relay.Relay(
        "mail.example.org", 465, "iron@example.org", "p@/w#", "tls", "Iron <iron@example.org>"
    )


def test_a_server_with_a_typo_does_not_start_and_says_why(tmp_path):
    process = commands.iron(
        "doctor", IRON_HOME=str(tmp_path / "var"), IRON_MAIL_URL="smpt://mail.example.org"
    )
    assert process.returncode == 2
    assert "IRON_MAIL_URL is not the address of a mail server. Write smtp://" in process.stderr


# The mail server, from the command line


def doctor(home, *arguments, **environment):
    process = commands.iron("doctor", "--json", *arguments, IRON_HOME=str(home), **environment)
    rows = json.loads(process.stdout.splitlines()[0] if process.stdout.startswith("[{") else process.stdout)
    return {row["what"]: (row["state"], row["sentence"]) for row in rows}


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_mail_goes_out_encrypted_and_signed_in(home, tmp_path, tls):
    certificate = localhost_certificate(tmp_path)
    with mail_server(tls, certificate) as box:
        trusted = {**box.variables(), "SSL_CERT_FILE": str(certificate)}
        result = doctor(home, "--mail", "host@example.org", **trusted)
        assert result["mail"][0] == "ok"
        assert result["test message"][0] == "ok"
        message = box.take("host@example.org")
        assert (message["X-Signed-In"], message["X-Over-TLS"]) == ("True", "True")
        assert message["From"] == "Iron <iron@example.org>"
        assert message["Auto-Submitted"] == "auto-generated"
        assert message["Message-ID"].endswith("@iron.example.org>")
        state, words = doctor(home, **box.variables())["mail"]
        assert (state, "certificate" in words) == ("wrong", True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"IRON_MAIL_PASSWORD": "wrong"}, "refuses the user name or the password (535"),
        ({"scheme": "smtps", "?tls=none": ""}, "does not start with TLS. Use smtps:// for port 465"),
        ({"?tls=none": ""}, "offers no STARTTLS"),
        ({"localhost": "mail.invalid"}, "There is no mail server named mail.invalid"),
    ],
)
def test_the_doctor_says_what_is_wrong_with_the_mail_server(home, mailbox, change, words):
    variables = mailbox.variables()
    for old, new in change.items():
        if old == "scheme":
            variables["IRON_MAIL_URL"] = variables["IRON_MAIL_URL"].replace("smtp:", f"{new}:")
        elif old == "IRON_MAIL_PASSWORD":
            variables[old] = new
        else:
            variables["IRON_MAIL_URL"] = variables["IRON_MAIL_URL"].replace(old, new)
    if "mail.invalid" in variables["IRON_MAIL_URL"]:
        variables["IRON_MAIL_URL"] = variables["IRON_MAIL_URL"].replace("?tls=none", "")
    state, sentences = doctor(home, **variables)["mail"]
    assert state == "wrong"
    assert words in sentences
    assert MAIL_PASSWORD not in sentences


def test_the_doctor_says_that_the_mail_server_is_down_or_refuses_an_address(home, mailbox):
    closed = {
        "IRON_MAIL_URL": f"smtp://localhost:{free_port()}?tls=none",
        "IRON_MAIL_FROM": "iron@example.org",
    }
    assert "cannot be reached: Connection refused" in doctor(home, IRON_ORIGIN=ORIGIN, **closed)["mail"][1]
    mailbox.refused.add("nobody@example.org")
    result = doctor(home, "--mail", "nobody@example.org", **mailbox.variables())
    assert "does not accept e-mail for this address (550 no such mailbox)" in result["test message"][1]
    assert (
        "not an e-mail address" in doctor(home, "--mail", "nobody", **mailbox.variables())["test message"][1]
    )


# The address of an account


def test_an_address_is_used_for_nothing_before_it_is_confirmed(iron, mailbox):
    lifter = Lifter(iron)
    assert lifter.sign_up("bea") == 200
    assert lifter.send("POST", "account/email", {"email": "Bea@Example.org"}).status_code == 200
    assert lifter.addresses() == [("bea@example.org", False)]
    message = mailbox.take("bea@example.org")
    assert "Hello bea" in text_of(message)
    assert f"{ORIGIN}/app/me/email#" in text_of(message)
    lifter.forget("bea@example.org")

    key = key_of(message)
    looked = Lifter(iron).send("GET", "auth/email/verify", **{"X-Email-Verification-Key": key}).json()["data"]
    assert (looked["email"], looked["user"]["username"]) == ("bea@example.org", "bea")
    assert lifter.addresses() == [("bea@example.org", False)]
    assert Lifter(iron).send("POST", "auth/email/verify", {"key": key}).status_code == 401
    assert lifter.addresses() == [("bea@example.org", True)]
    lifter.forget("bea@example.org")
    # Messages go out one after the other: a first link, for the address before it was confirmed, would be here.
    mailbox.take("bea@example.org")
    assert [message for message in mailbox.came if message["To"] == "bea@example.org"] == []
    assert "already used" in sentence(lifter.send("POST", "auth/email/verify", {"key": key}))


def test_a_new_address_takes_the_place_of_the_old_one_which_is_told(iron, mailbox):
    lifter = Lifter(iron)
    lifter.sign_up("cleo")
    lifter.confirm(mailbox, "cleo@example.org")
    assert lifter.send("POST", "account/email", {"email": "cleo@example.net"}).status_code == 200
    assert lifter.addresses() == [("cleo@example.org", True), ("cleo@example.net", False)]
    lifter.send("POST", "auth/email/verify", {"key": key_of(mailbox.take("cleo@example.net"))})
    assert lifter.addresses() == [("cleo@example.net", True)]
    assert "The e-mail address of your account" in text_of(mailbox.take("cleo@example.org"))
    assert lifter.send("DELETE", "account/email", {"email": "cleo@example.net"}).status_code == 200
    assert lifter.addresses() == []


def test_wrong_and_taken_addresses_are_refused_without_telling_who_is_here(iron, mailbox):
    first, second = Lifter(iron), Lifter(iron)
    first.sign_up("dora")
    first.confirm(mailbox, "dora@example.org")
    second.sign_up("emil")
    assert second.send("POST", "account/email", {"email": "no address"}).status_code == 400
    assert "already" in sentence(first.send("POST", "account/email", {"email": "dora@example.org"}))
    # Another account's address is taken like any other; whoever has the mailbox is told.
    assert second.send("POST", "account/email", {"email": "dora@example.org"}).status_code == 200
    key = key_of(mailbox.take("dora@example.org"))
    assert "Another account" in sentence(second.send("POST", "auth/email/verify", {"key": key}))
    assert second.addresses() == [("dora@example.org", False)]


def test_confirmations_are_limited_and_a_repeat_says_so(iron, mailbox):
    lifter = Lifter(iron)
    lifter.sign_up("fritz")
    assert lifter.send("POST", "account/email", {"email": "fritz@example.org"}).status_code == 200
    answers = [lifter.send("PUT", "account/email", {"email": "fritz@example.org"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 403]
    assert "A link was just sent" in sentence(answers[2])


# A forgotten password


def test_a_forgotten_password_is_set_anew_once_and_every_session_ends(iron, mailbox):
    lifter, elsewhere = Lifter(iron), Lifter(iron)
    lifter.sign_up("gina")
    elsewhere.sign_in("gina", PASSWORD)
    lifter.confirm(mailbox, "gina@example.org")

    stranger = Lifter(iron)
    known, unknown = stranger.forget("GINA@example.org"), stranger.forget("nobody@example.com")
    assert (
        (known.status_code, known.content)
        == (unknown.status_code, unknown.content)
        == (200, b'{"status": 200}')
    )
    message = mailbox.take("gina@example.org")
    assert f"{ORIGIN}/app/me/new-password#" in text_of(message)
    key = key_of(message)
    looked = stranger.send("GET", "auth/password/reset", **{"X-Password-Reset-Key": key}).json()
    assert looked["data"]["user"]["username"] == "gina"
    assert stranger.reset(key, "short").json()["errors"][0]["param"] == "password"
    assert stranger.reset(key).status_code == 401
    assert not lifter.is_signed_in()
    assert not elsewhere.is_signed_in()
    assert "was changed from the network address 127.0.0.1" in text_of(mailbox.take("gina@example.org"))
    assert "already used, or it is older than an hour" in sentence(stranger.reset(key, "a-third-rail-47"))
    assert stranger.sign_in("gina", PASSWORD) == 400
    assert stranger.sign_in("gina", FRESH) == 200


def test_a_second_factor_is_asked_for_after_a_reset_too(iron, mailbox):
    lifter = Lifter(iron)
    lifter.sign_up("hans")
    lifter.confirm(mailbox, "hans@example.org")
    secret = lifter.send("GET", "account/authenticators/totp").json()["meta"]["secret"]
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert lifter.send("POST", "account/authenticators/totp", {"code": code}).status_code == 200
    stranger = Lifter(iron)
    stranger.forget("hans@example.org")
    assert stranger.reset(key_of(mailbox.take("hans@example.org"))).status_code == 401
    answer = stranger.send("POST", "auth/login", {"username": "hans", "password": FRESH})
    assert answer.status_code == 401
    assert any(
        flow["id"] == "mfa_authenticate" and flow.get("is_pending") for flow in answer.json()["data"]["flows"]
    )


EXPIRED = """
import time
from unittest.mock import patch
from allauth.account.forms import default_token_generator as generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from iron.server.accounts.models import User
user = User.objects.get_by_natural_key("ida")
before = generator._now()
from datetime import timedelta
for seconds in (3590, 3610):
    with patch.object(generator, "_now", lambda: before - timedelta(seconds=seconds)):
        print(user_pk_to_url_str(user) + "-" + generator.make_token(user))
now = time.time()
address = EmailAddress.objects.get(email="ida@example.net")
with patch("time.time", lambda: now - 24 * 3600 - 10):
    print(EmailConfirmationHMAC(address).key)
"""


def test_links_end_after_their_time_with_the_address_and_with_a_wrong_letter(iron, mailbox, home):
    lifter = Lifter(iron)
    lifter.sign_up("ida")
    lifter.confirm(mailbox, "ida@example.org")
    lifter.send("POST", "account/email", {"email": "ida@example.net"})
    young, old, unconfirmed = run(EXPIRED, home, **mailbox.variables()).splitlines()
    key = {"X-Password-Reset-Key": young}
    assert lifter.send("GET", "auth/password/reset", **key).status_code == 200
    assert lifter.send("GET", "auth/password/reset", **{"X-Password-Reset-Key": old}).status_code == 400
    assert "older than an hour" in sentence(lifter.reset(old))
    assert "older than a day" in sentence(lifter.send("POST", "auth/email/verify", {"key": unconfirmed}))
    for broken in (young[:-1] + "x", "-", "zzzzzz-" + young, ""):
        assert lifter.reset(broken).status_code == 400
    lifter.send("DELETE", "account/email", {"email": "ida@example.org"})
    assert lifter.send("GET", "auth/password/reset", **key).status_code == 400


def test_asking_for_links_is_limited_for_known_and_unknown_addresses_alike(iron):
    stranger = Lifter(iron)
    assert [stranger.forget("joe@example.org").status_code for _ in range(6)] == [200] * 5 + [429]
    assert [stranger.forget(f"joe{n}@example.org").status_code for n in range(5)][-1] == 429


DISABLED = "from iron.server.accounts import administration; administration.disable('kim')"


def test_a_disabled_account_gets_no_link(iron, mailbox, home):
    lifter, other = Lifter(iron), Lifter(iron)
    lifter.sign_up("kim")
    lifter.confirm(mailbox, "kim@example.org")
    other.sign_up("leo")
    other.confirm(mailbox, "leo@example.org")
    run(DISABLED, home)
    other.forget("kim@example.org")
    other.forget("leo@example.org")
    mailbox.take("leo@example.org")
    assert [message for message in mailbox.came if message["To"] == "kim@example.org"] == []


ADDRESSED = """
from allauth.account.models import EmailAddress
from iron.server.accounts.models import User
user = User.objects.create_user('mia', 'sled-and-rail-45', is_owner=True)
EmailAddress.objects.create(user=user, email='mia@example.org', verified=True, primary=True)
"""


def test_while_the_mail_server_is_down_the_lifter_gets_the_same_answer_and_the_log_says_why(nobodys_home):
    run(ADDRESSED, nobodys_home)
    closed = {
        "IRON_MAIL_URL": f"smtp://localhost:{free_port()}?tls=none",
        "IRON_MAIL_FROM": "iron@example.org",
    }
    printed = []
    with serving(nobodys_home, printed, IRON_ORIGIN=ORIGIN, **closed) as port:
        lifter = Lifter(f"http://localhost:{port}")
        assert lifter.forget("mia@example.org").content == lifter.forget("eve@example.org").content
        assert lifter.sign_in("mia", PASSWORD) == 200
        answer = lifter.send("POST", "account/email", {"email": "mia@example.net"})
        assert (answer.status_code, sentence(answer)) == (
            503,
            "The mail server did not accept the message. Try again later, or tell the owner of this server.",
        )
        assert lifter.addresses() == [("mia@example.org", True)]
    lines = [line for line in printed[0].splitlines() if "iron.mail" in line]
    assert len(lines) == 2
    assert all("cannot be reached: Connection refused. Check IRON_MAIL_URL." in line for line in lines)


def test_without_a_mail_server_an_address_is_seen_and_removed_and_nothing_is_sent(nobodys_home):
    run(ADDRESSED, nobodys_home)
    with serving(nobodys_home) as port:
        lifter = Lifter(f"http://localhost:{port}")
        assert lifter.client.get("/api/v1/me").json()["server"]["mail"] is False
        assert lifter.forget("mia@example.org").status_code == 404
        assert lifter.reset("x-y-z").status_code == 404
        lifter.sign_in("mia", PASSWORD)
        assert "cannot send e-mail" in sentence(
            lifter.send("POST", "account/email", {"email": "mia@example.net"})
        )
        assert lifter.addresses() == [("mia@example.org", True)]
        lifter.send("DELETE", "account/email", {"email": "mia@example.org"})
        assert lifter.addresses() == []


# Invitations


def test_an_invitation_by_mail_opens_a_closed_server_once(mailbox, nobodys_home):
    make_account(nobodys_home, is_owner=True)
    variables = {"IRON_SIGNUP": "closed", "IRON_HOME": str(nobodys_home), **mailbox.variables(ORIGIN)}
    process = commands.iron("user", "invite", "nora@example.org", **variables)
    assert process.returncode == 0, process.stderr
    assert "nora@example.org. It is for one new account, within 14 days" in process.stdout
    text = text_of(mailbox.take("nora@example.org"))
    token = text.split(f"{ORIGIN}/join/")[1].split()[0]
    assert commands.iron("invite", **variables).returncode == 4
    del variables["IRON_HOME"]
    with serving(nobodys_home, **variables) as port:
        iron = f"http://localhost:{port}"
        assert Lifter(iron).sign_up("nora") == 400
        assert Lifter(iron).sign_up("nora", token) == 200
        assert Lifter(iron).sign_up("otto", token) == 400


@pytest.mark.parametrize(
    ("address", "change", "code", "words"),
    [
        ("nobody", {}, 2, "“nobody” is not an e-mail address"),
        ("gone@example.org", {}, 6, "does not accept e-mail for this address (550"),
        ("mia@example.org", {}, 5, "mia already has this address"),
        (
            "nora@example.org",
            {"IRON_MAIL_URL": "", "IRON_MAIL_PASSWORD": ""},
            4,
            "This server cannot send e-mail.",
        ),
    ],
)
def test_an_invitation_that_was_not_sent_does_not_exist(mailbox, nobodys_home, address, change, code, words):
    mailbox.refused.add("gone@example.org")
    run(ADDRESSED, nobodys_home)
    process = commands.iron(
        "user", "invite", address, IRON_HOME=str(nobodys_home), **{**mailbox.variables(), **change}
    )
    assert process.returncode == code
    assert words in process.stderr
    count = "from iron.server.accounts.models import Invitation; print(Invitation.objects.count())"
    assert run(count, nobodys_home) == "0"


# Whose address it is


@pytest.mark.django_db
def test_the_address_is_in_the_lifters_copy_and_goes_with_the_account(client):
    user = User.objects.create_user("anna", PASSWORD)
    EmailAddress.objects.create(user=user, email="anna@example.org", verified=True, primary=True)
    EmailAddress.objects.create(user=user, email="anna@example.net")
    client.force_login(user)
    assert client.get("/api/v1/archive").json()["email"] == "anna@example.org"
    service.delete_account(user)
    assert EmailAddress.objects.count() == 0


@pytest.mark.django_db
def test_a_copy_without_an_address_names_none(client):
    user = User.objects.create_user("anna", PASSWORD)
    EmailAddress.objects.create(user=user, email="anna@example.net")
    client.force_login(user)
    assert "email" not in client.get("/api/v1/archive").json()
    assert by_mail.confirmed_address(user.pk) is None
