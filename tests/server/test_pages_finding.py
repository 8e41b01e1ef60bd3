"""Finding guides: search without a script, feed, sitemap, pictures for link previews, proposing a change."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from iron.journal.content import library

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGED = {"leg-press-45": "2026-11-20T10:00:00Z", "back-squat": "2026-11-22T08:00:00Z"}


@pytest.fixture(scope="module")
def files(built_content, tmp_path_factory):
    """The library that ships, with two known days of change."""
    content = tmp_path_factory.mktemp("dist") / "app" / "content"
    shutil.copytree(built_content, content)
    (content / "changed.json").write_text(json.dumps({"v": 1, "changed": CHANGED}), encoding="utf-8")
    return content.parents[1]


@pytest.fixture(autouse=True)
def built(files, settings):
    settings.IRON_DIST = files


def text(path: str, **query: str) -> str:
    response = Client().get(path, query)
    assert response.status_code == 200, path
    return response.content.decode()


def titles_found(**query: str) -> list[str]:
    return re.findall(r'<li><a href="/exercises/([a-z0-9-]+)/">', text("/exercises/", **query))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("45° leg press", "leg-press-45"),
        ("romainan deadlift", "romanian-deadlift"),
        ("Beinpresse", "leg-press-45"),
        ("kniebeuge", "back-squat"),
        ("supino reto barra", "bench-press"),
        ("杠铃深蹲", "back-squat"),
        ("bnech press", "bench-press"),
    ],
)
def test_a_name_is_found_with_slips_and_in_every_language_of_its_aliases(typed, first):
    assert titles_found(q=typed)[0] == first


def test_filters_hold_while_a_name_is_looked_for(built):
    both = titles_found(q="squat", equipment="barbell")
    assert "back-squat" in both
    assert all(library().exercises[key].equipment == "barbell" for key in both)
    html = text("/exercises/", q="squat", equipment="barbell")
    assert '<option value="barbell" selected>' in html
    assert 'name="q" value="squat"' in html


def test_a_search_is_not_for_search_engines_and_names_the_list_as_its_home():
    html = text("/exercises/", q="squat")
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://testserver/exercises/">' in html
    assert "noindex" not in text("/exercises/")


def test_what_is_typed_comes_back_as_text_and_nothing_found_says_what_to_do():
    html = text("/exercises/", q='"><script>zzqq')
    assert "<script>zzqq" not in html
    assert "or try fewer letters" in html


def test_the_feed_is_atom_with_the_guides_that_changed_last_first():
    response = Client().get("/exercises/feed.xml")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)  # noqa: S314  our own page
    assert feed.tag == f"{ATOM}feed"
    assert [feed.findtext(f"{ATOM}{each}") for each in ("id", "updated")] == [
        "http://testserver/exercises/feed.xml",
        "2026-11-22T08:00:00Z",
    ]
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Back squat", "45° leg press"]
    for entry in entries:
        assert entry.find(f"{ATOM}link").get("href") == entry.findtext(f"{ATOM}id")
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).tzinfo is not None
        assert entry.findtext(f"{ATOM}summary")


def test_every_page_leads_to_the_feed():
    assert 'type="application/atom+xml" title="Changed guides" href="/exercises/feed.xml"' in text(
        "/exercises/"
    )


def test_the_sitemap_says_when_a_guide_changed_and_invents_no_day():
    xml = text("/sitemap.xml")
    assert f"/exercises/back-squat/</loc><lastmod>{CHANGED['back-squat']}</lastmod>" in xml
    translations = ("de", "es", "fr", "it", "pt")
    assert all(f"/exercises/leg-press-45/{language}/</loc><lastmod>" in xml for language in translations)
    assert xml.count("<lastmod>") == len(CHANGED) + len(translations)
    assert xml.count("<url>") == 3 + len(library().exercises) + len(translations)


def test_a_guide_has_a_picture_for_link_previews_that_is_there(files):
    html = text("/exercises/back-squat/")
    address = re.search(r'<meta property="og:image" content="http://testserver/app/content/([^"]+)"', html)[1]
    assert (files / "app" / "content" / address).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_a_change_is_proposed_where_the_host_says_else_from_the_file_itself(settings):
    assert 'href="/exercises/back-squat/file.md"' in text("/exercises/back-squat/")
    assert "+++" in text("/exercises/back-squat/file.md")
    settings.IRON_CONTENT_URL = "https://git.example.org/edit/content/exercises/{id}.md"
    from iron.server.pages.answers import shelf

    shelf._pages.clear()
    assert 'href="https://git.example.org/edit/content/exercises/back-squat.md"' in text(
        "/exercises/back-squat/"
    )
    shelf._pages.clear()


def test_a_measured_first_load_names_its_study_and_a_guess_says_that_it_is_one():
    html = text("/exercises/compare/leg-press-45/back-squat/")
    assert "Measured in 60 people" in html
    assert re.search(r"can probably do \d+ to \d+ kg for 10 reps", html)
    assert "our opinion" in html
    assert "A guess: we found no study" in text("/exercises/compare/hack-squat/leg-press-45/")
    assert "no first load follows" in text("/exercises/compare/lat-pulldown/pull-up/")


def test_a_page_holds_no_address_of_another_site_but_links():
    html = text("/exercises/back-squat/")
    assert not re.findall(r'(?:src|srcset|action)="https?://', html)
    assert not re.findall(r'<link[^>]+rel="(?:stylesheet|icon|preload)"[^>]+href="https?://', html)
