"""Sign-in with an account elsewhere, in a real browser against a real provider of OpenID Connect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import APP, Server, need, open_app, start_server
from lifter import sign_up
from playwright.sync_api import Browser, BrowserContext, Page, expect
from providers import provider, variables

PASSWORD = "sled-and-rail-45"


@pytest.fixture
def server_with_provider(tmp_path: Path) -> Iterator[Server]:
    """An open server that knows one provider."""
    need(APP.exists(), "The app is not built: run make setup.")
    with provider() as issuer:
        running = start_server(tmp_path / "var", None, IRON_SIGNUP="open", **variables(issuer))
        yield running
        running.kill()


def say_who(page: Page, subject: str) -> None:
    """On the provider's page: give the name of an account there."""
    page.get_by_placeholder("sub").fill(subject)
    page.get_by_role("button", name="Authorize").click()


def test_an_account_is_connected_and_opens_on_another_phone(
    phone: BrowserContext, browser: Browser, server_with_provider: Server
):
    server = server_with_provider
    page = open_app(phone, server)
    sign_up(page, server.url, "anna", PASSWORD, server.code)
    page.goto(f"{server.url}/app/me/security")
    page.get_by_role("button", name="Connect Authentik").click()
    say_who(page, "anna@elsewhere")
    expect(page.get_by_role("button", name="Remove")).to_be_visible()
    expect(page.get_by_role("button", name="Connect Authentik")).to_have_count(0)

    other = browser.new_context()
    second = open_app(other, server, "/app/me/account")
    second.get_by_role("button", name="Continue with Authentik").click()
    say_who(second, "anna@elsewhere")
    expect(second.get_by_role("heading", name="anna")).to_be_visible()
    other.close()


def test_a_guest_signs_up_from_elsewhere_and_brings_the_log_along(
    phone: BrowserContext, browser: Browser, server_with_provider: Server
):
    server = server_with_provider
    owner = browser.new_context()
    sign_up(open_app(owner, server), server.url, "anna", PASSWORD, server.code)
    owner.close()

    page = open_app(phone, server, "/app/machines/new")
    page.get_by_label("Name").fill("Guest sled")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Guest sled")).to_be_visible()
    page.goto(f"{server.url}/app/me/account")
    page.get_by_role("button", name="Continue with Authentik").click()
    say_who(page, "bo@elsewhere")
    page.get_by_label("Name").fill("anna")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("alert")).to_contain_text("This name is taken.")
    page.get_by_label("Name").fill("bo")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("heading", name="bo")).to_be_visible()
    page.goto(f"{server.url}/app/machines")
    expect(page.get_by_role("link", name="Guest sled")).to_be_visible()


def test_the_first_account_of_a_server_needs_a_password(phone: BrowserContext, server_with_provider: Server):
    page = open_app(phone, server_with_provider, "/app/me/account")
    page.get_by_role("button", name="Continue with Authentik").click()
    say_who(page, "eve@elsewhere")
    expect(page.get_by_role("alert")).to_contain_text("The first account of this server needs a password.")
    page.get_by_role("link", name="Sign in another way").click()
    expect(page.get_by_role("heading", name="Sign up")).to_be_visible()
