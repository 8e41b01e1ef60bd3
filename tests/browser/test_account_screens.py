"""Sign-up, passkeys and sign-out on the screen; what the guest had comes along."""

from __future__ import annotations

import re
import urllib.error
import urllib.request

import pytest
from axe import nothing_found_by_axe
from conftest import Server, at_rest, open_app
from lifter import sign_up
from playwright.sync_api import BrowserContext, expect

PASSWORD = "sled-and-rail-45"


def virtual_authenticator(page):
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_guest_becomes_the_owner_adds_a_passkey_and_comes_back_with_it(phone, own_server):
    page = open_app(phone, own_server, "/app/machines/new")
    virtual_authenticator(page)
    page.get_by_label("Name").fill("Guest sled")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Guest sled")).to_be_visible()

    page.goto(f"{own_server.url}/app/me/account")
    page.get_by_label("Name").fill("anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill("WRON-GWRO-NGWR")
    page.locator("form").get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("alert")).to_contain_text("one-time code")
    page.get_by_label("Code").fill(own_server.code)
    page.locator("form").get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("heading", name="anna")).to_be_visible()
    page.goto(f"{own_server.url}/app/machines")
    expect(page.get_by_role("link", name="Guest sled")).to_be_visible()

    page.goto(f"{own_server.url}/app/me/security")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("button", name="Rename the passkey “Computer”").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Blue key ring")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Remove the passkey “Blue key ring”")).to_be_visible()
    at_rest(page)  # the sheet goes a step back in the history, which would stop the reload
    page.reload()
    expect(page.get_by_text("Blue key ring")).to_be_visible()
    nothing_found_by_axe(page)

    page.goto(f"{own_server.url}/app/me")
    expect(page.get_by_text("Everything is synced.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/app/")
    page.goto(f"{own_server.url}/app/machines")
    expect(page.get_by_text("No machines yet.")).to_be_visible()

    page.goto(f"{own_server.url}/app/me/account")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="anna")).to_be_visible()
    page.goto(f"{own_server.url}/app/machines")
    expect(page.get_by_role("link", name="Guest sled")).to_be_visible()


def test_a_key_for_a_program_is_shown_once_works_and_ends(own_server: Server, phone: BrowserContext):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/me/keys")
    page.get_by_label("Name").fill("laptop script")
    page.get_by_label("Web pages that may use it, if any").fill("https://charts.example")
    page.get_by_role("button", name="Create key").click()
    expect(page.get_by_text("for pages of https://charts.example")).to_be_visible()
    key = page.locator(".key").inner_text()
    asked = urllib.request.Request(f"{own_server.url}/api/v1/me", headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(asked) as answer:
        assert b'"anna"' in answer.read()
    page.reload()
    expect(page.get_by_text("laptop script")).to_be_visible()
    expect(page.get_by_text(key)).to_have_count(0)
    page.get_by_role("button", name="Revoke the key “laptop script”").click()
    expect(page.get_by_text("laptop script")).to_have_count(0)
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(asked)


def test_the_second_step_comes_as_a_picture_and_as_a_key(own_server: Server, phone: BrowserContext):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/me/security")
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_role("img", name="QR code of the key below")).to_be_visible()
    expect(page.locator(".key")).to_have_text(re.compile(r"^(\w{4} ?)+"))


def test_a_new_password_says_its_length_before_and_shows_what_was_typed(
    own_server: Server, phone: BrowserContext
):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/me/security")
    fresh = page.get_by_label("New password", exact=True)
    expect(fresh).to_have_accessible_description("At least 8 characters.")
    fresh.fill("new-sled-90")
    page.locator(".field", has=fresh).get_by_role("button", name="Show the password").click()
    expect(fresh).to_have_attribute("type", "text")
    expect(page.get_by_label("Current password", exact=True)).to_have_attribute("type", "password")
    page.get_by_label("Current password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Password changed.")).to_be_visible()
