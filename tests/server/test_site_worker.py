"""What the worker of the site keeps and what it leaves alone, asked of its own patterns and of the server's addresses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLResolver

from iron.server import urls
from iron.server.pages import urls as pages
from iron.server.pages.views import static_address

WORKER = (Path(pages.__file__).parent / "static" / "worker.js").read_text(encoding="utf-8")
LEFT_ALONE = re.compile(re.search(r"const LEFT_ALONE = /(.+)/\n", WORKER)[1].replace("\\/", "/"))
PUBLIC = re.compile(
    "".join(re.findall(r"'(.*)'", re.search(r"const PUBLIC = new RegExp\((.*?)\n\)", WORKER, re.DOTALL)[1]))
    .encode()
    .decode("unicode_escape")
)


def addresses(patterns: list, before: str = "") -> list[str]:
    """Every address of the server but its pages, as its patterns are written."""
    written = []
    for each in patterns:
        address = before + str(each.pattern).removeprefix("^")
        if not isinstance(each, URLResolver):
            written.append(address)
        elif each.urlconf_name is not pages:
            written += addresses(each.url_patterns, address)
    return written


def test_every_address_that_is_no_page_reaches_the_server_as_the_browser_asks():
    others = addresses(urls.urlpatterns)
    assert len(others) > 80
    assert [each for each in others if not LEFT_ALONE.search(each)] == []


@pytest.mark.parametrize(
    "path", ["", "exercises/plank/", "api/docs", "app/log", "nothing-here", "join/token"]
)
def test_pages_are_asked_of_the_worker(path):
    assert not LEFT_ALONE.search(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "exercises/",
        "exercises/plank/de/",
        "choose/leg-press-or-squat/",
        "api/docs",
        "app/islands/press.js",
    ],
)
def test_pages_that_are_the_same_for_everybody_are_kept(path):
    assert PUBLIC.search(path)


def test_the_parts_of_a_page_are_kept():
    assert PUBLIC.search(static_address("iron.css").removeprefix("/"))


@pytest.mark.parametrize(
    "path",
    [
        "app/",
        "app/me",
        "api/v1/me",
        "app/assets/app-1.js",
        "app/content/plank.json",
        "join/token",
        "calendar/a.ics",
    ],
)
def test_the_app_and_answers_of_the_api_are_not_kept(path):
    assert not PUBLIC.search(path)


def test_the_worker_is_asked_for_anew_and_stands_where_it_may_serve_all_pages(db):
    answer = Client().get("/site-worker.js")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Content-Type"].startswith("text/javascript")
    assert 'data-worker="/site-worker.js"' in Client().get("/nothing-here").content.decode()
