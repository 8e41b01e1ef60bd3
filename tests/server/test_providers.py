"""Sign-in with an account elsewhere, against a real provider of OpenID Connect and a real server."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import commands
import httpx
import pytest
from providers import provider, variables
from requests import RequestException
from serving import NO_TLS, free_port, make_account, run, serving

from iron.server.accounts import providers
from iron.server.accounts.provider_adapter import ProviderAdapter
from iron.server.watching import doctor
from iron.values.errors import BadInputError

ACCOUNTS = "/_allauth/browser/v1/"


class Lifter:
    """A browser: it keeps cookies, sends the CSRF token back and follows the provider's redirects."""

    def __init__(self, iron):
        self.client = httpx.Client(base_url=iron, timeout=60, verify=NO_TLS)
        self.me()

    def me(self):
        return self.client.get("/api/v1/me").json()

    def send(self, method, path, body=None):
        token = {"X-CSRFToken": self.client.cookies["csrftoken"], "Referer": str(self.client.base_url)}
        return self.client.request(method, path, json=body, headers=token)

    def leave_for(self, purpose="login", name="authentik"):
        return self.send("POST", f"/api/v1/providers/{name}", {"purpose": purpose})

    def come_back_as(self, subject, purpose="login"):
        """Go to the provider, say who one is there, and return the address of the app to which one comes back."""
        address = self.leave_for(purpose).json()["address"]
        back = httpx.post(address, data={"sub": subject}, verify=NO_TLS).headers["location"]
        return self.client.get(back).headers["location"]

    def sign_up(self, name, code=""):
        return self.send("POST", ACCOUNTS + "auth/provider/signup", {"username": name, "code": code})


@pytest.fixture(scope="module")
def elsewhere():
    with provider() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def home(migrated, tmp_path_factory):
    return shutil.copytree(migrated, tmp_path_factory.mktemp("providers") / "var")


@pytest.fixture(scope="module")
def iron(elsewhere, home):
    """An open server whose owner, ada, has a password."""
    make_account(home, is_owner=True)
    with serving(home, None, IRON_SIGNUP="open", **variables(elsewhere)) as port:
        yield f"http://localhost:{port}"


def test_the_app_hears_which_providers_there_are(iron):
    assert Lifter(iron).me()["server"]["providers"] == [{"id": "authentik", "name": "Authentik"}]


def test_a_new_lifter_chooses_a_name_and_comes_back_to_the_same_account(iron):
    first = Lifter(iron)
    assert first.come_back_as("bo@elsewhere") == providers.LANDING
    assert first.me()["user"] is None
    assert first.sign_up("bo").status_code == 200
    assert first.me()["user"]["name"] == "bo"
    account = first.client.get(ACCOUNTS + "auth/session").json()["data"]["user"]
    assert account["has_usable_password"] is False

    second = Lifter(iron)
    assert second.come_back_as("bo@elsewhere") == providers.LANDING
    assert second.me()["user"]["account"] == first.me()["user"]["account"]


def test_a_name_that_is_taken_is_refused_and_another_one_may_be_tried(iron):
    lifter = Lifter(iron)
    lifter.come_back_as("cy@elsewhere")
    refused = lifter.sign_up("ada")
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["param"] == "username"
    assert lifter.me()["user"] is None


def test_the_same_name_elsewhere_opens_nobodys_account_here(iron):
    lifter = Lifter(iron)
    lifter.come_back_as("ada")
    assert lifter.me()["user"] is None


def test_an_account_with_a_password_is_linked_after_the_password_and_can_be_unlinked(iron):
    lifter = Lifter(iron)
    assert lifter.leave_for("connect").status_code == 401
    lifter.send("POST", ACCOUNTS + "auth/login", {"username": "ada", "password": "a long password"})
    assert lifter.come_back_as("ada@elsewhere", "connect") == providers.LANDING

    other = Lifter(iron)
    other.come_back_as("ada@elsewhere")
    assert other.me()["user"]["name"] == "ada"

    [linked] = other.client.get(ACCOUNTS + "account/providers").json()["data"]
    gone = {"provider": linked["provider"]["id"], "account": linked["uid"]}
    assert lifter.send("DELETE", ACCOUNTS + "account/providers", gone).json()["data"] == []
    third = Lifter(iron)
    third.come_back_as("ada@elsewhere")
    assert third.me()["user"] is None


def test_a_sign_in_of_somebody_else_is_not_taken_over(iron):
    owner = Lifter(iron)
    owner.come_back_as("di@elsewhere")
    assert owner.sign_up("di").status_code == 200
    thief = Lifter(iron)
    thief.send("POST", ACCOUNTS + "auth/login", {"username": "ada", "password": "a long password"})
    assert "error=connected_other" in thief.come_back_as("di@elsewhere", "connect")
    assert thief.client.get(ACCOUNTS + "account/providers").json()["data"] == []


def test_the_only_way_in_stays(iron):
    lifter = Lifter(iron)
    lifter.come_back_as("eve@elsewhere")
    lifter.sign_up("eve")
    [linked] = lifter.client.get(ACCOUNTS + "account/providers").json()["data"]
    gone = {"provider": linked["provider"]["id"], "account": linked["uid"]}
    refused = lifter.send("DELETE", ACCOUNTS + "account/providers", gone)
    assert refused.status_code == 400
    assert "only way to sign in" in refused.json()["errors"][0]["message"]


def test_an_answer_of_the_provider_works_once_and_in_its_own_browser(iron):
    lifter, stranger = Lifter(iron), Lifter(iron)
    address = lifter.leave_for().json()["address"]
    back = httpx.post(address, data={"sub": "fay@elsewhere"}).headers["location"]
    assert "error=unknown" in stranger.client.get(back).headers["location"]
    assert stranger.me()["user"] is None
    assert lifter.client.get(back).headers["location"] == providers.LANDING
    assert "error=unknown" in lifter.client.get(back).headers["location"]


def test_saying_no_at_the_provider_leads_back_without_a_sign_in(iron):
    lifter = Lifter(iron)
    address = lifter.leave_for().json()["address"]
    back = httpx.post(address, data={"action": "deny"}).headers["location"]
    # This provider leaves out the state, which RFC 6749 (4.1.2.1) asks for.
    back += "&state=" + parse_qs(urlsplit(address).query)["state"][0]
    assert "error=cancelled" in lifter.client.get(back).headers["location"]
    assert lifter.me()["user"] is None


def test_nothing_of_the_provider_is_stored_but_who_it_is(iron, elsewhere, home):
    claims = {"email": "gil@example.org", "name": "Gil", "picture": "https://example.org/gil.jpg"}
    httpx.put(f"{elsewhere}/users/gil", json=claims)
    lifter = Lifter(iron)
    lifter.come_back_as("gil")
    lifter.sign_up("gil")
    look = "from allauth.socialaccount.models import SocialAccount, SocialToken; "
    look += "from allauth.account.models import EmailAddress; row = SocialAccount.objects.get(uid='gil'); "
    look += "print(row.extra_data, EmailAddress.objects.count(), SocialToken.objects.count())"
    assert run(look, home, **variables(elsewhere)) == "{'userinfo': {'sub': 'gil', 'name': 'Gil'}} 0 0"


def test_an_account_can_be_deleted_after_the_host_has_taken_the_provider_out(iron, home):
    lifter = Lifter(iron)
    lifter.come_back_as("hal@elsewhere")
    lifter.sign_up("hal")
    assert commands.iron("user", "delete", "hal", "--yes", IRON_HOME=str(home)).returncode == 0
    again = Lifter(iron)
    again.come_back_as("hal@elsewhere")
    assert again.me()["user"] is None


def test_an_unknown_provider_and_a_wrong_purpose_are_refused(iron):
    lifter = Lifter(iron)
    assert lifter.leave_for(name="nobody").status_code == 404
    assert lifter.leave_for(purpose="steal").status_code == 400
    assert lifter.client.get("/_allauth/oidc/authentik/login/").status_code == 404


def test_new_accounts_need_an_invitation_where_the_server_asks_for_one(elsewhere, home, nobodys_home):
    make_account(nobodys_home)
    with serving(nobodys_home, None, IRON_SIGNUP="invite", **variables(elsewhere)) as port:
        first = Lifter(f"http://localhost:{port}")
        assert "error=signup_closed" in first.come_back_as("ira@elsewhere")  # the owner has no password yet
        make = "from iron.server.accounts.models import User; User.objects.filter(username='ada').update(is_owner=True); "
        make += "from iron.server.accounts import service; print(service.make_invitation())"
        token = run(make, nobodys_home).split("/")[-1]
        lifter = Lifter(f"http://localhost:{port}")
        assert lifter.come_back_as("ira@elsewhere") == providers.LANDING
        assert lifter.sign_up("ira").json()["errors"][0]["param"] == "code"
        lifter.come_back_as("ira@elsewhere")
        assert lifter.sign_up("ira", token).status_code == 200
        other = Lifter(f"http://localhost:{port}")
        other.come_back_as("joe@elsewhere")
        assert other.sign_up("joe", token).status_code == 400


def test_a_provider_that_does_not_answer_is_named_and_the_server_goes_on(iron_home):
    make_account(iron_home)
    printed: list[str] = []
    issuer = f"http://localhost:{free_port()}"
    with serving(iron_home, printed, **variables(issuer)) as port:
        lifter = Lifter(f"http://localhost:{port}")
        answer = lifter.leave_for()
        assert (answer.status_code, answer.json()["code"]) == (503, "provider_away")
        assert answer.json()["detail"].startswith("Authentik does not answer as it should.")
        assert lifter.me()["user"] is None
    assert issuer in printed[0]


def examined(settings, issuer):
    settings.IRON_PROVIDERS = (providers.Provider("authentik", "Authentik", issuer, "iron", "secret"),)
    [finding] = doctor._providers()
    return finding.state, finding.sentence


def test_the_doctor_asks_each_provider_and_names_a_wrong_address(elsewhere, settings):
    assert examined(settings, elsewhere) == ("ok", f"{elsewhere} answers.")
    state, sentence = examined(settings, f"{elsewhere}/wrong")
    assert state == "wrong"
    assert sentence.endswith("Check the address of the issuer.")


def test_the_doctor_names_an_issuer_that_calls_itself_otherwise(settings, monkeypatch):
    answer = io.BytesIO(b'{"issuer": "https://auth.example.org/realms/gym"}')
    monkeypatch.setattr(doctor.urllib.request, "urlopen", lambda *_, **__: answer)
    state, sentence = examined(settings, "https://auth.example.org")
    assert state == "wrong"
    assert "calls itself https://auth.example.org/realms/gym" in sentence


WITHOUT_USERINFO = {
    "issuer": "https://auth.example.org",
    "authorization_endpoint": "https://auth.example.org/authorize",
    "token_endpoint": "https://auth.example.org/token",
    "jwks_uri": "https://auth.example.org/keys",
}


def test_the_doctor_names_what_a_provider_does_not_offer(settings, monkeypatch):
    answer = io.BytesIO(json.dumps(WITHOUT_USERINFO).encode())
    monkeypatch.setattr(doctor.urllib.request, "urlopen", lambda *_, **__: answer)
    state, sentence = examined(settings, "https://auth.example.org")
    assert state == "wrong"
    assert "does not name userinfo_endpoint" in sentence


@contextmanager
def discovered(answer):
    """An issuer that says this of itself; gives its address."""

    class Discovery(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Discovery) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_provider_without_a_userinfo_endpoint_is_no_answer_instead_of_a_failure_at_the_way_back():
    with discovered(WITHOUT_USERINFO) as address, ProviderAdapter().get_requests_session() as session:
        assert session.get(f"{address}/other").json() == WITHOUT_USERINFO
        with pytest.raises(RequestException, match="does not name userinfo_endpoint"):
            session.get(f"{address}{providers.WELL_KNOWN}")


def test_who_calls_himself_another_issuer_signs_nobody_in_and_the_log_says_what_to_write(iron_home):
    make_account(iron_home)
    answer = {**WITHOUT_USERINFO, "userinfo_endpoint": "https://auth.example.org/userinfo"}
    printed: list[str] = []
    with discovered(answer) as address, serving(iron_home, printed, **variables(address)) as port:
        lifter = Lifter(f"http://localhost:{port}")
        refused = lifter.leave_for()
        assert (refused.status_code, refused.json()["code"]) == (503, "provider_away")
        assert lifter.me()["user"] is None
    assert f"calls itself https://auth.example.org, but the setting says {address}. Change" in printed[0]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"IRON_OIDC": "Authentik"}, "lower-case letters"),
        ({"IRON_OIDC_AUTHENTIK_CLIENT_ID": ""}, "IRON_OIDC_AUTHENTIK_CLIENT_ID is not set"),
        ({"IRON_OIDC_AUTHENTIK_ISSUER": "http://auth.example.org"}, "such as https://auth.example.org"),
        ({"IRON_OIDC_AUTHENTIK_ISSUER": "auth.example.org"}, "such as https://auth.example.org"),
        ({"IRON_OIDC_AUTHENTIK_CLIENT_SECRET_FILE": "/nowhere"}, "are both set"),
    ],
)
def test_a_wrong_setting_says_which_and_what_to_write(monkeypatch, change, sentence):
    for name, value in {**variables("https://auth.example.org"), **change}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadInputError, match=sentence):
        providers.from_environment()


def test_two_providers_keep_the_hosts_order_and_their_own_names(monkeypatch):
    two = {**variables("https://auth.example.org/app/iron/"), "IRON_OIDC": "my-gym, authentik"}
    two |= {"IRON_OIDC_MY_GYM_ISSUER": "https://gym.example.org", "IRON_OIDC_MY_GYM_CLIENT_ID": "1"}
    two |= {"IRON_OIDC_MY_GYM_CLIENT_SECRET": "2", "IRON_OIDC_MY_GYM_NAME": "The gym"}
    for name, value in two.items():
        monkeypatch.setenv(name, value)
    assert [(each.id, each.name, each.issuer) for each in providers.from_environment()] == [
        ("my-gym", "The gym", "https://gym.example.org"),
        ("authentik", "Authentik", "https://auth.example.org/app/iron"),
    ]
