"""The plan screen before anything is planned: one's own way comes before forty programs of others."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_building_ones_own_stands_above_the_shelf_of_popular_programs(page: Page, server):
    page.goto(f"{server.url}/app/plan")
    expect(page.get_by_role("heading", name="Popular programs")).to_be_visible()
    names = page.get_by_role("heading", level=2).all_inner_texts()
    assert names.index("Build your own") < names.index("Popular programs")
