"""An address is confirmed by a mailed link, and a forgotten password is set anew by another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import APP, Server, kept_port, need, open_app, start_server
from lifter import sign_in, sign_up
from mail_server import Mailbox, mail_server, text_of
from playwright.sync_api import BrowserContext, Page, expect

PASSWORD, FRESH = "sled-and-rail-45", "another-rail-46"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with mail_server() as box:
        yield box


@pytest.fixture
def mailing_server(tmp_path: Path, mailbox: Mailbox) -> Iterator[Server]:
    """A server that sends mail."""
    need(APP.exists(), "The app is not built: run make setup.")
    port = kept_port()
    running = start_server(tmp_path / "var", port, **mailbox.variables(f"http://localhost:{port}"))
    yield running
    running.kill()


def link_in(message: EmailMessage) -> str:
    match = re.search(r"http://localhost\S+#\S+", text_of(message))
    assert match, text_of(message)
    return match[0]


def give_password(page: Page, password: str, button: str) -> None:
    """Fill the form that asks for one password, and send it."""
    page.get_by_label("Password", exact=True).fill(password)
    page.locator("form").get_by_role("button", name=button, exact=True).click()


def confirm_address(page: Page, server: Server, mailbox: Mailbox, address: str) -> None:
    page.goto(f"{server.url}/app/me/security")
    page.get_by_label("Address").fill(address)
    page.get_by_role("button", name="Send a link to confirm it").click()
    expect(page.get_by_text("not confirmed yet")).to_be_visible()
    page.goto(link_in(mailbox.take(address)))
    expect(page.get_by_text(f"Is {address} your address")).to_be_visible()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("is confirmed")).to_be_visible()


def test_a_forgotten_password_is_set_anew_by_mail(
    phone: BrowserContext, mailing_server: Server, mailbox: Mailbox
) -> None:
    server = mailing_server
    page = open_app(phone, server)
    sign_up(page, server.url, "anna", PASSWORD, server.code)
    confirm_address(page, server, mailbox, "anna@example.org")
    page.goto(f"{server.url}/app/me/security")
    expect(page.get_by_text("anna@example.org")).to_be_visible()
    expect(page.get_by_text("not confirmed yet")).to_have_count(0)

    # The browser still has a session; the reset ends it.
    page.goto(f"{server.url}/app/me/forgot")
    page.get_by_label("E-mail address").fill("anna@example.org")
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_text("a link is on its way")).to_be_visible()
    link = link_in(mailbox.take("anna@example.org"))
    page.goto(link)
    expect(page.get_by_text("A new password for anna")).to_be_visible()
    give_password(page, FRESH, "Set the password")
    expect(page.get_by_text("The new password is set")).to_be_visible()
    expect(page.get_by_role("heading", name="Sign in again")).to_be_visible()
    give_password(page, FRESH, "Sign in")
    expect(page.get_by_role("heading", name="anna")).to_be_visible()

    page.goto(link)
    expect(page.get_by_role("alert")).to_contain_text(
        "This link was already used, or it is older than an hour."
    )
    page.get_by_role("link", name="Ask for a new link").click()
    expect(page.get_by_role("heading", name="Forgot your password?")).to_be_visible()


def test_an_address_is_removed_and_a_cut_link_says_so(
    phone: BrowserContext, mailing_server: Server, mailbox: Mailbox
) -> None:
    server = mailing_server
    page = open_app(phone, server)
    sign_up(page, server.url, "anna", PASSWORD, server.code)
    page.goto(f"{server.url}/app/me/security")
    page.get_by_label("Address").fill("anna@example.org")
    page.get_by_role("button", name="Send a link to confirm it").click()
    link = link_in(mailbox.take("anna@example.org"))
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_label("Address")).to_be_visible()
    page.goto(link[:-5])
    expect(page.get_by_role("alert")).to_contain_text(
        "This link was already used, or it is older than a day."
    )


def test_without_a_mail_server_the_screen_says_whom_to_ask(phone: BrowserContext, own_server: Server) -> None:
    server = own_server
    page = open_app(phone, server)
    sign_up(page, server.url, "anna", PASSWORD, server.code)
    page.goto(f"{server.url}/app/me/security")
    expect(page.get_by_role("heading", name="Passkeys", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="E-mail address")).to_have_count(0)
    phone.clear_cookies()
    page.goto(f"{server.url}/app/me/account")
    expect(page.get_by_text("This server sends no e-mail.")).to_be_visible()
    expect(page.get_by_role("link", name="Forgot your password?")).to_have_count(0)
    page.goto(f"{server.url}/app/me/forgot")
    expect(page.get_by_text("Its owner can set a new password")).to_be_visible()
    sign_in(page, server.url, "anna", PASSWORD)
