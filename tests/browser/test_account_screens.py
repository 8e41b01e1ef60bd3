"""Sign-up, passkeys and sign-out on the screen; what the guest had comes along."""

from __future__ import annotations

from conftest import open_app
from playwright.sync_api import expect

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
    expect(page.get_by_role("button", name="Remove")).to_have_count(1)

    page.goto(f"{own_server.url}/app/me")
    expect(page.get_by_text("0 changes not on the server yet")).to_be_visible()
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
