"""Connections under Me: the calendar address and webhooks are made, used, shown again and ended."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from conftest import Server, open_app, start_server
from icalendar import Calendar
from lifter import sign_up
from playwright.sync_api import BrowserContext, expect
from receiver import receiving
from standardwebhooks import Webhook as Verifier

PASSWORD = "sled-and-rail-45"


def test_a_calendar_address_is_created_read_and_revoked(own_server: Server, phone: BrowserContext):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/me")
    page.get_by_role("link", name="Connections").click()
    card = page.get_by_role("region", name="Calendar of planned days")
    card.get_by_role("button", name="Create calendar address").click()
    address = card.locator(".address").inner_text()
    with urllib.request.urlopen(address) as answer:
        assert Calendar.from_ical(answer.read())["x-wr-calname"] == "Training"
    page.reload()
    expect(card.locator(".address")).to_have_text(address)
    expect(card).to_contain_text("last read")
    card.get_by_role("button", name="Revoke address").click()
    expect(card.get_by_role("button", name="Create calendar address")).to_be_visible()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address)


def test_a_webhook_is_created_tried_out_and_deleted(tmp_path, monkeypatch, phone: BrowserContext):
    monkeypatch.setenv("IRON_WEBHOOK_HOSTS", "127.0.0.1")
    server = start_server(tmp_path / "var")
    try:
        page = open_app(phone, server)
        sign_up(page, server.url, "anna", PASSWORD, server.code)
        page.goto(f"{server.url}/app/me/connections")
        card = page.get_by_role("region", name="Webhooks")
        with receiving(500, 200) as receiver:
            card.get_by_label("Address").fill("http://192.0.2.7/hook")
            card.get_by_role("button", name="Create webhook").click()
            expect(card.get_by_role("alert")).to_contain_text("over HTTPS")
            card.get_by_label("Address").fill(f"{receiver.url}hook")
            card.get_by_role("button", name="Create webhook").click()
            secret = card.locator(".secret").inner_text()
            row = card.get_by_role("article")
            expect(row).to_contain_text("Workout finished · nothing delivered yet")
            row.get_by_role("button", name="Send test").click()
            expect(row).to_contain_text("1 waiting")
            receiver.wait_for(1)
            page.reload()
            expect(row).to_contain_text("The last try failed. Iron will try again. The receiver answered 500")
            receiver.wait_for(2)
            page.reload()
            expect(row).to_contain_text("last delivered")
            expect(card.locator(".secret")).to_have_count(0)
        _, headers, body = receiver.came[1]
        assert Verifier(secret).verify(body, headers)["type"] == "test"
        row.get_by_role("button", name="Delete the webhook").click()
        expect(card.get_by_role("article")).to_have_count(0)
    finally:
        server.kill()
