"""Addresses that name nothing: each says so, and nothing is begun or stored by them."""

from __future__ import annotations

import pytest
from conftest import Server
from lifter import stored_sets
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("path", ["library/foo-bar", "growth/foo-bar", "records/foo-bar"])
def test_an_exercise_that_nobody_knows_is_said(page: Page, server: Server, path: str):
    page.goto(f"{server.url}/app/{path}")
    expect(page.get_by_role("heading", name="Exercise not found")).to_be_visible()
    expect(page.get_by_text("“foo-bar” is neither in the library")).to_be_visible()


def test_logging_an_exercise_that_nobody_knows_begins_no_workout(page: Page, server: Server):
    page.goto(f"{server.url}/app/log?exercise=foo-bar")
    expect(page.get_by_role("heading", name="Exercise not found")).to_be_visible()
    page.goto(f"{server.url}/app/log")
    expect(page.get_by_role("heading", name="No workout is running")).to_be_visible()
    assert stored_sets(page) == []


def test_a_cut_invitation_is_said(page: Page, server: Server):
    page.goto(f"{server.url}/app/join/anything")
    expect(page.get_by_role("alert")).to_contain_text("This invitation link is not complete.")


def test_a_workout_that_is_not_here_is_said(page: Page, server: Server):
    page.goto(f"{server.url}/app/log/01900000-0000-7000-8000-000000000001")
    expect(page.get_by_role("heading", name="This workout is not here")).to_be_visible()
