"""The whole way of a remote assistant, walked by the OAuth client of the official MCP SDK against a real server."""

from __future__ import annotations

import asyncio
import http.cookiejar
import json
import shutil
import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest
from mcp import ClientSession
from mcp.client.auth import OAuthClientProvider
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.auth import AuthorizationCodeResult, OAuthClientMetadata, OAuthToken
from mcp.types import TextContent
from pydantic import AnyUrl
from serving import make_key, serving

BACK = "http://127.0.0.1:53000/callback"


class Memory:
    """Where the SDK puts what it was given."""

    def __init__(self):
        self.tokens, self.client = None, None

    async def get_tokens(self):
        return self.tokens

    async def set_tokens(self, tokens):
        self.tokens = tokens

    async def get_client_info(self):
        return self.client

    async def set_client_info(self, client_info):
        self.client = client_info


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None


class Lifter:
    """A browser in which ada is signed in: she opens the assistant's address and says yes."""

    def __init__(self, port):
        self.port, self.cookies, self.answer = port, http.cookiejar.CookieJar(), ""
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.cookies), NoRedirect()
        )
        self.call("GET", "/_allauth/browser/v1/config")
        self.call(
            "POST", "/_allauth/browser/v1/auth/login", {"username": "ada", "password": "a long password"}
        )

    def call(self, method, path, body=None):
        csrf = next((cookie.value for cookie in self.cookies if cookie.name == "csrftoken"), "") or ""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            None if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json", "X-CSRFToken": csrf},
            method=method,
        )
        with self.opener.open(request, timeout=60) as response:
            return json.load(response)

    def open(self, address):
        """Open the address of the assistant; Iron sends the browser to its own screen."""
        with pytest.raises(urllib.error.HTTPError, match="302") as redirect:
            self.opener.open(address, timeout=60)
        screen = urlsplit(redirect.value.headers["Location"])
        assert screen.path == "/app/assistant"
        request = parse_qs(screen.query)["request"][0]
        asked = self.call("GET", f"/api/v1/assistants/request?{urlencode({'request': request})}")
        assert asked == {
            "name": "Helper",
            "host": "127.0.0.1",
            "program": None,
            "local": True,
            "writes": True,
        }
        answer = self.call(
            "POST", "/api/v1/assistants/answer", {"request": request, "allow": True, "writes": True}
        )
        self.answer = answer["address"]


@pytest.fixture(scope="module")
def port(_ready, tmp_path_factory):
    home = tmp_path_factory.mktemp("oauth") / "var"
    shutil.copytree(_ready, home)
    make_key(home)
    with serving(home) as port:
        yield port


def provider(port, memory, lifter):
    async def redirect(address):
        await asyncio.to_thread(lifter.open, address)

    async def callback():
        values = {name: each[0] for name, each in parse_qs(urlsplit(lifter.answer).query).items()}
        return AuthorizationCodeResult(code=values["code"], state=values["state"], iss=values["iss"])

    metadata = OAuthClientMetadata(client_name="Helper", redirect_uris=[AnyUrl(BACK)])
    return OAuthClientProvider(f"http://127.0.0.1:{port}/mcp", metadata, memory, redirect, callback)


async def use(port, auth, tool, **arguments):
    """Call one tool and return its text."""
    async with (
        httpx2.AsyncClient(auth=auth, timeout=60) as client,
        streamable_http_client(f"http://127.0.0.1:{port}/mcp", http_client=client) as (receive, send, *_),
        ClientSession(receive, send) as session,
    ):
        await session.initialize()
        [content] = (await session.call_tool(tool, arguments)).content
        assert isinstance(content, TextContent)
        return content.text


def test_the_official_client_registers_asks_logs_renews_and_is_taken_away(port):
    lifter, memory = Lifter(port), Memory()
    logged = asyncio.run(
        use(
            port,
            provider(port, memory, lifter),
            "log_sets",
            exercise="leg press",
            line="180x12",
            confirmed=True,
        )
    )
    assert "180" in logged
    assert (memory.client.client_secret, memory.tokens.scope) == (None, "journal:read journal:write")

    first = memory.tokens
    # The access token has run out: the SDK renews it before it asks anything.
    expired = provider(port, memory, None)
    memory.tokens = OAuthToken.model_validate({**first.model_dump(), "expires_in": -1})
    asyncio.run(_load_expired(expired, memory))
    shown = asyncio.run(use(port, expired, "sets", exercise="leg press"))
    assert "180" in shown
    assert memory.tokens.access_token != first.access_token
    assert memory.tokens.refresh_token != first.refresh_token

    [connected] = lifter.call("GET", "/api/v1/assistants")
    assert (connected["name"], connected["writes"]) == ("Helper", True)
    assert lifter.call("DELETE", f"/api/v1/assistants/{connected['id']}") == {"ended": True}
    assert asyncio.run(_status(port, memory.tokens.access_token)) == 401


async def _load_expired(auth, memory):
    """Give the SDK tokens that have run out, as after a pause of an hour."""
    await auth._initialize()
    auth.context.update_token_expiry(memory.tokens)
    assert not auth.context.is_token_valid()


async def _status(port, access):
    async with httpx2.AsyncClient() as client:
        response = await client.post(
            f"http://127.0.0.1:{port}/mcp", json={}, headers={"Authorization": f"Bearer {access}"}
        )
    return response.status_code
