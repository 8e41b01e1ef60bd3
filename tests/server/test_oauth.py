"""OAuth 2.1 before /mcp: what is refused, what ends a connection, and who may take one away."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from iron.server.accounts import tokens as keys
from iron.server.accounts.models import User
from iron.server.assistants import clients, grants
from iron.server.assistants.models import Grant, GrantToken, OAuthClient

pytestmark = pytest.mark.django_db
BACK = "https://assistant.example/callback"
VERIFIER = "a-verifier-of-at-least-forty-three-letters-0123456789"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
RESOURCE = "http://localhost/mcp"


@pytest.fixture(autouse=True)
def _no_tries_counted():
    cache.clear()


@pytest.fixture
def ada():
    return User.objects.create_user("ada", "a long password")


@pytest.fixture
def nobody():
    """The assistant: no cookies, and CSRF enforced as in a browser."""
    return Client(enforce_csrf_checks=True, headers={"host": "localhost"})


def browser(user):
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def register(client, *addresses, **more):
    asked = {"redirect_uris": list(addresses or (BACK,)), "client_name": "Helper", **more}
    return client.post("/register", json.dumps(asked), content_type="application/json")


def client_id_of(client, *addresses, **more):
    response = register(client, *addresses, **more)
    assert response.status_code == 201, response.content
    return response.json()["client_id"]


def authorize(client, client_id, **changes):
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": BACK,
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "state": "a-state",
        "resource": RESOURCE,
        **changes,
    }
    return client.get("/authorize", {name: value for name, value in asked.items() if value is not None})


def signed_request(client, client_id, **changes):
    response = authorize(client, client_id, **changes)
    address = urlsplit(response.headers["Location"])
    assert address.path == "/app/assistant", response.headers["Location"]
    return parse_qs(address.query)["request"][0]


def decide(lifter, request, *, allow=True, writes=True):
    asked = {"request": request, "allow": allow, "writes": writes}
    return lifter.post("/api/v1/assistants/answer", asked, content_type="application/json")


def answer_in(address):
    """What an address that goes back to the client carries."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def code_for(lifter, client, client_id, *, writes=True, **changes):
    response = decide(lifter, signed_request(client, client_id, **changes), writes=writes)
    assert response.status_code == 200, response.content
    return answer_in(response.json()["address"])["code"]


def exchange(client, client_id, code, /, **changes):
    asked = {
        "grant_type": "authorization_code",
        "client_id": client_id,
        "code": code,
        "redirect_uri": BACK,
        "code_verifier": VERIFIER,
        "resource": RESOURCE,
        **changes,
    }
    return _form(client, "token", asked)


def _form(client, name, asked):
    body = urlencode({key: value for key, value in asked.items() if value is not None})
    return client.post(f"/{name}", body, content_type="application/x-www-form-urlencoded")


def refresh(client, client_id, token, **changes):
    return _form(
        client,
        "token",
        {"grant_type": "refresh_token", "client_id": client_id, "refresh_token": token, **changes},
    )


def connected(lifter, client, **changes):
    """A client id and its first tokens."""
    client_id = client_id_of(client)
    response = exchange(client, client_id, code_for(lifter, client, client_id, **changes))
    assert response.status_code == 200, response.content
    return client_id, response.json()


def list_tools(client, access):
    return client.post(
        "/mcp",
        {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}},
        content_type="application/json",
        headers={"accept": "application/json, text/event-stream", "authorization": f"Bearer {access}"},
    )


def tool_names(client, access):
    response = list_tools(client, access)
    assert response.status_code == 200, response.content
    return {tool["name"] for tool in response.json()["result"]["tools"]}


def refusal(response):
    return response.status_code, response.json()["error"]


def audited(caplog):
    return [record.getMessage() for record in caplog.records if record.name == "iron.audit"]


# Discovery


def test_a_401_at_mcp_says_where_the_description_is(nobody):
    response = nobody.post("/mcp", {}, content_type="application/json")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == (
        'Bearer resource_metadata="http://localhost/.well-known/oauth-protected-resource/mcp", '
        'scope="journal:read journal:write"'
    )


@pytest.mark.parametrize("path", ["oauth-protected-resource", "oauth-protected-resource/mcp"])
def test_the_resource_names_its_authorization_server(nobody, path):
    described = nobody.get(f"/.well-known/{path}").json()
    assert (described["resource"], described["authorization_servers"]) == (RESOURCE, ["http://localhost"])


def test_the_authorization_server_names_its_addresses_and_pkce(nobody):
    response = nobody.get("/.well-known/oauth-authorization-server")
    described = response.json()
    assert described["issuer"] == "http://localhost"
    assert described["code_challenge_methods_supported"] == ["S256"]
    assert described["token_endpoint_auth_methods_supported"] == ["none"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    for name in ("authorization", "token", "registration", "revocation"):
        address = urlsplit(described[f"{name}_endpoint"])
        assert nobody.get(address.path).status_code in {400, 405}


def test_over_plain_http_in_a_network_no_assistant_connects(nobody, settings):
    settings.ALLOWED_HOSTS = ["nas.local"]
    host = {"host": "nas.local"}
    response = nobody.get("/.well-known/oauth-authorization-server", headers=host)
    assert response.status_code == 404
    assert "HTTPS only" in response.json()["error"]["sentence"]
    assert nobody.post("/register", "{}", content_type="application/json", headers=host).status_code == 404
    challenge = nobody.post("/mcp", {}, content_type="application/json", headers=host)
    assert challenge.headers["WWW-Authenticate"] == "Bearer"


def test_without_the_package_of_mcp_the_server_says_what_is_missing(nobody, monkeypatch):
    monkeypatch.setattr("iron.server.assistants.discovery.find_spec", lambda _name: None)
    response = nobody.get("/.well-known/oauth-protected-resource")
    assert (response.status_code, response.json()["error"]["code"]) == (501, "missing_package")


# Registration


def test_every_client_is_registered_as_a_public_one(nobody):
    answer = register(nobody, token_endpoint_auth_method="client_secret_post").json()
    assert (answer["token_endpoint_auth_method"], "client_secret" in answer) == ("none", False)
    assert answer["scope"] == "journal:read journal:write"


@pytest.mark.parametrize(
    "address",
    [
        "http://assistant.example/callback",
        "javascript:alert(1)",
        "JavaScript://anysphere.example/%0aalert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "blob:https://assistant.example/1",
        "about:blank",
        "vbscript:x",
        "view-source:https://assistant.example",
        "ws://assistant.example/callback",
        "wss://assistant.example/callback",
        "ftp://assistant.example/callback",
        "mailto:eve@evil.example",
        "web+iron://callback",
        "ms-msdt:/id",
        "search-ms:query",
        "intent://evil.example/#Intent;scheme=https;end",
        "chrome-extension://abcdefgh/callback",
        "cursor://eve@anysphere.example/callback",
        "cursor://anysphere.example/callback#part",
        "cursor:",
        "c://anysphere.example/callback",
        "https://ada:secret@assistant.example/callback",
        "https://assistant.example/callback#part",
        "http://localhost.evil.example/callback",
        "http://10.0.0.7/callback",
    ],
)
def test_a_redirect_address_that_is_not_safe_is_refused(nobody, address):
    assert refusal(register(nobody, address)) == (400, "invalid_redirect_uri")
    assert not OAuthClient.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"scope": "journal:read admin"},
        {"grant_types": ["implicit"]},
        {"response_types": ["token"]},
        {"redirect_uris": []},
    ],
)
def test_metadata_that_this_server_has_no_use_for_is_refused(nobody, change):
    assert refusal(register(nobody, **change)) == (400, "invalid_client_metadata")


def test_ten_registrations_a_minute_from_one_address_are_enough(nobody):
    statuses = [register(nobody).status_code for _ in range(11)]
    assert statuses == [201] * 10 + [429]


def test_clients_that_nobody_allowed_anything_are_forgotten(nobody, ada):
    used, _ = connected(browser(ada), nobody)
    client_id_of(nobody)
    OAuthClient.objects.update(made_at=timezone.now() - timedelta(days=31))
    fresh = client_id_of(nobody)
    assert set(OAuthClient.objects.values_list("client_id", flat=True)) == {used, fresh}


def test_a_flood_of_clients_does_not_fill_the_database(nobody, monkeypatch):
    monkeypatch.setattr(clients, "MOST_UNUSED", 2)
    client_id_of(nobody)
    OAuthClient.objects.update(made_at=timezone.now() - timedelta(hours=2))
    client_id_of(nobody)
    client_id_of(nobody)
    assert OAuthClient.objects.count() == 2
    response = register(nobody)
    assert (response.status_code, response.json()["code"]) == (503, "overloaded")


# The request, and the lifter's answer


def test_the_lifter_sees_who_asks_for_what(nobody, ada):
    request = signed_request(nobody, client_id_of(nobody))
    shown = browser(ada).get("/api/v1/assistants/request", {"request": request}).json()
    assert shown == {
        "name": "Helper",
        "host": "assistant.example",
        "program": None,
        "local": False,
        "writes": True,
    }


def test_a_name_that_cannot_be_shown_is_replaced_by_the_host(nobody, ada):
    client_id = client_id_of(nobody, client_name="Iron \u202e")
    request = signed_request(nobody, client_id)
    shown = browser(ada).get("/api/v1/assistants/request", {"request": request}).json()
    assert shown["name"] == "assistant.example"


def test_a_redirect_address_that_was_not_registered_gets_nothing(nobody):
    client_id = client_id_of(nobody)
    for address in (f"{BACK}/more", f"{BACK}?x=1", "https://evil.example/callback", "https://assistant.example:8443/callback"):  # fmt: skip
        response = authorize(nobody, client_id, redirect_uri=address)
        assert response.status_code == 400
        assert "Location" not in response.headers
        assert b"Connect again from the assistant" in response.content


# What the editor Cursor registered in September 2026: all of them in one request.
CURSORS = (
    "cursor://anysphere.cursor-mcp/oauth/callback",
    "https://www.cursor.com/agents/mcp/oauth/callback",
    "http://localhost:8787/callback",
)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        (CURSORS[0], "cursor"),
        ("com.example.app:/oauth2redirect?package=iron", "com.example.app"),
        ("myapp:///callback", "myapp"),
        ("cursor://localhost:8787/callback", "cursor"),
    ],
)
def test_a_program_with_a_scheme_of_its_own_is_connected_and_named(nobody, ada, address, scheme):
    client_id = client_id_of(nobody, *CURSORS, address)
    request = signed_request(nobody, client_id, redirect_uri=address)
    shown = browser(ada).get("/api/v1/assistants/request", {"request": request}).json()
    assert (shown["program"], shown["host"], shown["local"]) == (scheme, "", False)
    goes_to = decide(browser(ada), request).json()["address"]
    assert goes_to.startswith(f"{address}{'&' if '?' in address else '?'}code=")
    tokens = exchange(nobody, client_id, answer_in(goes_to)["code"], redirect_uri=address).json()
    assert "log_sets" in tool_names(nobody, tokens["access_token"])
    [connection] = browser(ada).get("/api/v1/assistants").json()
    assert (connection["program"], connection["host"]) == (scheme, "")


def test_the_address_of_a_program_is_compared_letter_by_letter_and_needs_pkce(nobody):
    client_id = client_id_of(nobody, CURSORS[0], "cursor://localhost:8787/callback")
    for address in ("cursor://anysphere.cursor-mcp/oauth/callback/", "cursor://anysphere.cursor-mcp/oauth/callback?x=1",
                    "cursor://evil/oauth/callback", "cursor://localhost:1/callback", "cursors://anysphere.cursor-mcp/oauth/callback"):  # fmt: skip
        response = authorize(nobody, client_id, redirect_uri=address)
        assert response.status_code == 400
        assert "Location" not in response.headers
    without = authorize(nobody, client_id, redirect_uri=CURSORS[0], code_challenge=None)
    assert (without.status_code, b"code_challenge" in without.content) == (400, True)


def test_the_port_of_a_program_on_the_own_computer_is_free(nobody, ada):
    client_id = client_id_of(nobody, "http://127.0.0.1:1234/callback")
    assert signed_request(nobody, client_id, redirect_uri="http://127.0.0.1:50999/callback")
    assert authorize(nobody, client_id, redirect_uri="http://127.0.0.1:50999/other").status_code == 400
    assert authorize(nobody, client_id, redirect_uri="http://localhost:50999/callback").status_code == 400


def test_an_unknown_client_gets_a_page_with_a_sentence_that_runs_nothing(nobody):
    response = authorize(nobody, "<script>alert(1)</script>")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "text/html; charset=utf-8")
    assert b"&lt;script&gt;" in response.content
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code_challenge": None}, "code_challenge"),
        ({"code_challenge": "short"}, "not a SHA-256"),
        ({"code_challenge_method": "plain"}, "code_challenge_method"),
        ({"response_type": "token"}, "response_type"),
        ({"scope": "journal:read admin"}, "scope admin"),
        ({"resource": "https://other.example/mcp"}, "http://localhost/mcp only"),
        ({"state": "x" * 2001}, "state is longer"),
    ],
)
def test_a_request_without_pkce_or_for_something_else_is_a_page_and_sends_nobody_elsewhere(
    nobody, change, reason
):
    response = authorize(nobody, client_id_of(nobody), **change)
    assert (response.status_code, "Location" in response.headers) == (400, False)
    assert reason in response.content.decode()
    assert "Connect again from the assistant" in response.content.decode()


def test_a_request_that_was_changed_on_the_way_is_refused(nobody, ada):
    request = signed_request(nobody, client_id_of(nobody))
    for changed in (f"x{request}", request[:-1], "", "a:b:c"):
        assert decide(browser(ada), changed).status_code == 400
    assert not Grant.objects.exists()


def test_a_request_older_than_a_quarter_of_an_hour_is_refused(nobody, ada, monkeypatch):
    request = signed_request(nobody, client_id_of(nobody))
    monkeypatch.setattr("iron.server.assistants.consent._LIFE_S", -1)
    response = decide(browser(ada), request)
    assert (response.status_code, "15 minutes" in response.json()["error"]["sentence"]) == (400, True)


def test_another_site_cannot_answer_for_the_lifter(nobody, ada):
    request = signed_request(nobody, client_id_of(nobody))
    forged = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    forged.force_login(ada)
    assert decide(forged, request).status_code == 403
    assert decide(nobody, request).status_code == 403
    assert not Grant.objects.exists()


def test_no_api_key_allows_an_assistant_anything(nobody, ada):
    _, key = keys.make(ada, "laptop", writes=True)
    program = Client(headers={"host": "localhost", "authorization": f"Bearer {key}"})
    assert decide(program, signed_request(nobody, client_id_of(nobody))).status_code == 403
    assert not Grant.objects.exists()


def test_no_takes_nothing_but_the_word_to_the_assistant(nobody, ada):
    request = signed_request(nobody, client_id_of(nobody))
    answer = answer_in(decide(browser(ada), request, allow=False).json()["address"])
    assert (answer["error"], answer["state"], answer["iss"]) == (
        "access_denied",
        "a-state",
        "http://localhost",
    )
    assert not Grant.objects.exists()


def test_who_asked_to_read_is_not_let_log(nobody, ada):
    request = signed_request(nobody, client_id_of(nobody), scope="journal:read")
    assert decide(browser(ada), request, writes=True).status_code == 400
    assert decide(browser(ada), request, writes=False).status_code == 200


# Codes and tokens


def test_a_connected_assistant_reads_and_logs_as_it_was_allowed(nobody, ada):
    _, tokens = connected(browser(ada), nobody)
    assert (tokens["scope"], tokens["expires_in"]) == ("journal:read journal:write", 3600)
    assert {"sets", "log_sets"} <= tool_names(nobody, tokens["access_token"])
    _, tokens = connected(browser(ada), nobody, writes=False)
    names = tool_names(nobody, tokens["access_token"])
    assert (tokens["scope"], "sets" in names, "log_sets" in names) == ("journal:read", True, False)


def test_codes_and_tokens_are_stored_as_digests_only(nobody, ada):
    client_id = client_id_of(nobody)
    code = code_for(browser(ada), nobody, client_id)
    tokens = exchange(nobody, client_id, code).json()
    stored = json.dumps([*Grant.objects.values(), *GrantToken.objects.values()], default=str)
    assert hashlib.sha256(code.encode()).hexdigest() in stored
    for secret in (code, tokens["access_token"], tokens["refresh_token"]):
        assert secret not in stored


def asked_by_a_page(client, authorization=None):
    headers = {"origin": "https://page.example", "accept": "application/json, text/event-stream"}
    if authorization:
        headers["authorization"] = f"Bearer {authorization}"
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    return client.post("/mcp", call, content_type="application/json", headers=headers)


def test_an_assistant_that_is_a_web_page_reads_mcp_with_its_token(nobody, ada):
    _, tokens = connected(browser(ada), nobody)
    preflight = nobody.options(
        "/mcp", headers={"origin": "https://page.example", "access-control-request-method": "POST"}
    )
    assert (preflight.status_code, preflight.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert "Authorization" in preflight.headers["Access-Control-Allow-Headers"]
    allowed = asked_by_a_page(nobody, tokens["access_token"])
    assert (allowed.status_code, allowed.headers["Access-Control-Allow-Origin"]) == (200, "*")
    refused = asked_by_a_page(nobody)
    assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (401, "*")
    assert "WWW-Authenticate" in refused.headers["Access-Control-Expose-Headers"]
    for response in (preflight, allowed, refused):
        assert "Access-Control-Allow-Credentials" not in response


def test_a_web_page_gets_nothing_at_mcp_for_a_cookie_or_an_api_key_that_does_not_list_it(nobody, ada):
    assert asked_by_a_page(browser(ada)).status_code == 401
    _, key = keys.make(ada, "laptop", writes=True)
    answer = asked_by_a_page(nobody, key)
    assert (answer.status_code, "Access-Control-Allow-Origin" in answer) == (200, False)


def test_an_access_token_opens_mcp_and_no_other_address(nobody, ada):
    _, tokens = connected(browser(ada), nobody)
    headers = {"authorization": f"Bearer {tokens['access_token']}"}
    assert nobody.get("/api/v1/sets", headers=headers).status_code == 401
    assert list_tools(nobody, tokens["refresh_token"]).status_code == 401


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code_verifier": "another-verifier-of-at-least-forty-three-letters"}, "invalid_grant"),
        ({"code_verifier": None}, "invalid_request"),
        ({"redirect_uri": "https://assistant.example/other"}, "invalid_request"),
        ({"redirect_uri": None}, "invalid_request"),
        ({"resource": "https://other.example/mcp"}, "invalid_target"),
        ({"code": "x"}, "invalid_grant"),
    ],
)
def test_a_code_in_the_wrong_hands_opens_nothing(nobody, ada, change, error):
    client_id = client_id_of(nobody)
    code = code_for(browser(ada), nobody, client_id)
    assert refusal(exchange(nobody, client_id, code, **change)) == (400, error)
    assert not GrantToken.objects.exists()


def test_a_code_of_one_client_is_nothing_to_another(nobody, ada):
    first, second = client_id_of(nobody), client_id_of(nobody)
    code = code_for(browser(ada), nobody, first)
    assert refusal(exchange(nobody, second, code)) == (400, "invalid_grant")
    assert exchange(nobody, first, code).status_code == 200


def test_a_code_that_is_used_twice_ends_the_connection(nobody, ada, caplog):
    client_id = client_id_of(nobody)
    code = code_for(browser(ada), nobody, client_id)
    tokens = exchange(nobody, client_id, code).json()
    assert refusal(exchange(nobody, client_id, code)) == (400, "invalid_grant")
    assert list_tools(nobody, tokens["access_token"]).status_code == 401
    assert refusal(refresh(nobody, client_id, tokens["refresh_token"])) == (400, "invalid_grant")
    assert audited(caplog) == [
        'assistant-connected account="ada" address="127.0.0.1" name="Helper" writes=true',
        'assistant-token-reused account="ada" address="127.0.0.1" name="Helper"',
    ]


def test_a_code_works_for_a_minute(nobody, ada):
    client_id = client_id_of(nobody)
    code = code_for(browser(ada), nobody, client_id)
    Grant.objects.update(code_expires_at=timezone.now() - timedelta(seconds=1))
    assert refusal(exchange(nobody, client_id, code)) == (400, "invalid_grant")


def test_an_access_token_works_for_an_hour_and_is_then_renewed(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    GrantToken.objects.filter(refreshes=False).update(expires_at=timezone.now() - timedelta(seconds=1))
    expired = list_tools(nobody, tokens["access_token"])
    assert (expired.status_code, 'error="invalid_token"' in expired.headers["WWW-Authenticate"]) == (
        401,
        True,
    )
    renewed = refresh(nobody, client_id, tokens["refresh_token"]).json()
    assert "log_sets" in tool_names(nobody, renewed["access_token"])
    assert renewed["refresh_token"] != tokens["refresh_token"]


def test_an_old_refresh_token_ends_the_connection(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    renewed = refresh(nobody, client_id, tokens["refresh_token"]).json()
    assert refusal(refresh(nobody, client_id, tokens["refresh_token"])) == (400, "invalid_grant")
    assert list_tools(nobody, renewed["access_token"]).status_code == 401
    assert refusal(refresh(nobody, client_id, renewed["refresh_token"])) == (400, "invalid_grant")


def test_a_refresh_token_may_be_exchanged_for_less_and_never_for_more(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    less = refresh(nobody, client_id, tokens["refresh_token"], scope="journal:read").json()
    assert (less["scope"], "log_sets" in tool_names(nobody, less["access_token"])) == ("journal:read", False)
    client_id, tokens = connected(browser(ada), nobody, writes=False)
    more = refresh(nobody, client_id, tokens["refresh_token"], scope="journal:read journal:write")
    assert refusal(more) == (400, "invalid_scope")


def test_a_refresh_token_of_one_client_is_nothing_to_another(nobody, ada):
    _, tokens = connected(browser(ada), nobody)
    other = client_id_of(nobody)
    assert refusal(refresh(nobody, other, tokens["refresh_token"])) == (400, "invalid_grant")
    assert "sets" in tool_names(nobody, tokens["access_token"])


def test_an_assistant_that_is_not_used_for_ninety_days_connects_again(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    GrantToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refusal(refresh(nobody, client_id, tokens["refresh_token"])) == (400, "invalid_grant")
    assert browser(ada).get("/api/v1/assistants").json() == []
    connected(browser(ada), nobody)
    assert Grant.objects.count() == 1


def test_the_same_assistant_connected_again_replaces_its_connection(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    second = exchange(nobody, client_id, code_for(browser(ada), nobody, client_id)).json()
    assert list_tools(nobody, tokens["access_token"]).status_code == 401
    assert "sets" in tool_names(nobody, second["access_token"])
    assert len(browser(ada).get("/api/v1/assistants").json()) == 1


def test_a_token_for_another_address_of_the_server_is_refused(nobody, ada):
    _, tokens = connected(browser(ada), nobody)
    elsewhere = Client(headers={"host": "127.0.0.1"})
    assert list_tools(elsewhere, tokens["access_token"]).status_code == 401


def test_ten_refused_tries_a_minute_from_one_address_are_enough(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    statuses = [exchange(nobody, client_id, f"guess-{n}").status_code for n in range(11)]
    assert statuses == [400] * 10 + [429]
    assert refresh(nobody, client_id, tokens["refresh_token"]).status_code == 429


def test_two_exchanges_at_the_same_time_give_nobody_a_token(nobody, ada):
    client_id = client_id_of(nobody)
    code = code_for(browser(ada), nobody, client_id)
    grant = grants.find_code(client_id, code, "")
    first, second = grants.redeem(grant, ""), grants.redeem(grant, "")
    assert first is not None
    assert second is None
    assert list_tools(nobody, first.access).status_code == 401


# Whose it is


def test_an_assistant_of_one_lifter_is_none_of_another(nobody, ada):
    bert = browser(User.objects.create_user("bert", "a long password"))
    _, tokens = connected(browser(ada), nobody)
    [shown] = browser(ada).get("/api/v1/assistants").json()
    assert (shown["name"], shown["host"], shown["writes"], shown["used_on"]) == (
        "Helper",
        "assistant.example",
        True,
        None,
    )
    assert bert.get("/api/v1/assistants").json() == []
    assert bert.delete(f"/api/v1/assistants/{shown['id']}").status_code == 404
    tool_names(nobody, tokens["access_token"])
    assert browser(ada).get("/api/v1/assistants").json()[0]["used_on"] == timezone.now().date().isoformat()


def test_an_assistant_that_is_taken_away_is_out_at_once(nobody, ada, caplog):
    client_id, tokens = connected(browser(ada), nobody)
    [shown] = browser(ada).get("/api/v1/assistants").json()
    assert browser(ada).delete(f"/api/v1/assistants/{shown['id']}").json() == {"ended": True}
    assert list_tools(nobody, tokens["access_token"]).status_code == 401
    assert refusal(refresh(nobody, client_id, tokens["refresh_token"])) == (400, "invalid_grant")
    assert browser(ada).get("/api/v1/assistants").json() == []
    assert audited(caplog)[1:] == ['assistant-ended account="ada" address="127.0.0.1" name="Helper"']


def test_an_assistant_may_end_its_own_connection(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    other = client_id_of(nobody)
    assert _form(nobody, "revoke", {"token": tokens["refresh_token"], "client_id": other}).status_code == 200
    assert "sets" in tool_names(nobody, tokens["access_token"])
    assert (
        _form(nobody, "revoke", {"token": tokens["access_token"], "client_id": client_id}).status_code == 200
    )
    assert list_tools(nobody, tokens["access_token"]).status_code == 401
    assert not Grant.objects.exists()


def test_an_assistant_of_a_disabled_lifter_is_out(nobody, ada):
    client_id, tokens = connected(browser(ada), nobody)
    code = code_for(browser(ada), nobody, client_id)
    User.objects.update(is_active=False)
    assert list_tools(nobody, tokens["access_token"]).status_code == 401
    assert refusal(refresh(nobody, client_id, tokens["refresh_token"])) == (400, "invalid_grant")
    assert refusal(exchange(nobody, client_id, code)) == (400, "invalid_grant")


def test_a_deleted_account_leaves_no_token(nobody, ada):
    connected(browser(ada), nobody)
    ada.delete()
    assert not Grant.objects.exists()
    assert not GrantToken.objects.exists()


def test_fifty_assistants_are_the_most(nobody, ada, monkeypatch):
    monkeypatch.setattr(grants, "MOST", 1)
    connected(browser(ada), nobody)
    response = decide(browser(ada), signed_request(nobody, client_id_of(nobody)))
    assert (response.status_code, "Take one away" in response.json()["error"]["sentence"]) == (400, True)
