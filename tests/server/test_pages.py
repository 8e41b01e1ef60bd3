"""The server-rendered pages: what they say, what they may load, and how they are kept fresh."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.test import Client, RequestFactory

from iron.server.pages import failures, structured, views
from iron.server.pages.guides import guide_page
from iron.server.pages.views import static_address
from iron.server.security import SecurityHeaders

INDEX = {
    "v": 1,
    "built": "abc",
    "exercises": [
        {"id": "leg-press-45", "name": "45° leg press", "primary": ["quads"], "guide": True},
        {"id": "plank", "name": "Plank", "primary": [], "guide": False},
    ],
    "muscles": {
        "quads": {"name": "Quads", "region": "legs"},
        "glutes": {"name": "Glutes", "region": "hips"},
    },
    "variables": {},
}
LEG_PRESS = {
    "v": 1,
    "id": "leg-press-45",
    "name": "45° leg press",
    "primary": ["quads"],
    "load_meaning": "plates",
    "guide": True,
    "muscles": [
        {"id": "quads", "credit": 1, "low": 1, "high": 1},
        {"id": "glutes", "credit": 0.5, "low": 0.25, "high": 0.75, "note": "More with the feet high."},
    ],
    "variables": [
        {
            "id": "foot_height",
            "name": "Foot height",
            "type": "choice",
            "values": [{"id": "low", "name": "Low"}],
            "splits": True,
            "measure": "Look at the heels.",
        },
        {
            "id": "toe_out",
            "name": "Toe-out",
            "type": "number",
            "unit": "deg",
            "min": 0,
            "max": 45,
            "measure": "By eye.",
        },
    ],
    "faults": [
        {"id": "heels_up", "name": "Heels lift", "cause": "The ankle runs out.", "cure": "Feet higher."},
        {"id": "lockout", "name": "Lock-out", "cause": "Habit.", "cure": "Stop short."},
    ],
    "sections": [
        {
            "id": "overview",
            "title": "Overview",
            "html": '<p>You push a sled. <span class="claim" data-claim="vasti">The vasti do most of it. '
            '<a class="grade" data-grade="strong" href="#claim-vasti">strong</a></span></p>',
        },
        {
            "id": "execution",
            "title": "Execution",
            "html": "<h3>Sit</h3><p>Pelvis on the pad.</p><h3>Push</h3><p>Slowly.</p>",
        },
        {
            "id": "mistakes",
            "title": "Common mistakes",
            "html": '<h3 id="fault-heels_up" data-fault="heels_up">Heels lift</h3><p>Feet higher.</p>',
        },
        {"id": "questions", "title": "Questions", "html": "<h3>How deep?</h3><p>As the pelvis allows.</p>"},
        {
            "id": "evidence",
            "title": "What this rests on",
            "html": '<ul class="sources"><li id="source-a">A 2001 <a href="https://doi.org/10.1/a">10.1/a</a></li></ul>',
        },
    ],
    "questions": [{"q": "How deep?", "html": "<p>As the pelvis allows.</p>"}],
    "claims": {"vasti": {"grade": "strong", "text": "The vasti do most of it.", "sources": []}},
    "sources": {},
}
PLANK = {"v": 1, "id": "plank", "name": "Plank", "primary": [], "muscles": [], "sections": []}
SHELL = "<!doctype html><title>Iron</title><div id=app></div>"
SCRIPT = "console.log('a script long enough to be worth compressing, because it says the same thing');" * 9


@pytest.fixture
def dist(tmp_path, settings):
    """A built app and library, small enough to read."""
    content = tmp_path / "app" / "content"
    (tmp_path / "app" / "assets").mkdir(parents=True)
    content.mkdir()
    for name, data in {"index": INDEX, "leg-press-45": LEG_PRESS, "plank": PLANK}.items():
        (content / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "app" / "index.html").write_text(SHELL, encoding="utf-8")
    (tmp_path / "app" / "sw.js").write_text("// worker", encoding="utf-8")
    (tmp_path / "app" / "manifest.webmanifest").write_text("{}", encoding="utf-8")
    (tmp_path / "app" / "assets" / "index-a1b2.js").write_text(SCRIPT, encoding="utf-8")
    settings.IRON_DIST = tmp_path
    return tmp_path


@pytest.fixture
def empty(tmp_path, settings):
    settings.IRON_DIST = tmp_path
    return tmp_path


def text(response):
    return response.content.decode()


PAGES = [
    "/",
    "/exercises/",
    "/exercises/leg-press-45/",
    "/exercises/plank/",
    "/api/docs",
    "/nothing-here",
    "/app/",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_forbids_what_is_not_ours(dist, path):
    response = Client().get(path)
    rules = dict(rule.split(" ", 1) for rule in response["Content-Security-Policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split(" ")[0] == "'self'"
    assert rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_scripts_or_styles(dist, path):
    html = text(Client().get(path))
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
        assert "application/ld+json" in attributes or not body.strip()


def test_the_structured_data_is_allowed_by_its_hash(dist):
    response = Client().get("/exercises/leg-press-45/")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text(response), re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response["Content-Security-Policy"]
    how, questions = json.loads(block)["@graph"]
    assert [(step["name"], step["text"]) for step in how["step"]] == [
        ("Sit", "Pelvis on the pad."),
        ("Push", "Slowly."),
    ]
    assert questions["mainEntity"][0]["acceptedAnswer"]["text"] == "As the pelvis allows."


def test_transport_security_is_promised_for_a_chosen_https_address_alone(dist, settings):
    assert "Strict-Transport-Security" not in Client().get("/", secure=True)
    settings.IRON_ORIGIN = "https://iron.example.org"
    assert "Strict-Transport-Security" not in Client().get("/")
    assert Client().get("/", secure=True)["Strict-Transport-Security"].startswith("max-age=")


def test_the_first_page_links_to_three_starts_and_the_guide(dist):
    html = text(Client().get("/"))
    for address in ("/app/log?pick", "/app/import", "/app/demo", "/exercises/leg-press-45/"):
        assert f'href="{address}"' in html


def test_the_first_page_says_when_the_library_is_missing(empty):
    response = Client().get("/")
    assert response.status_code == 200
    assert "library is not built" in text(response)
    assert Client().get("/exercises/").status_code == 200
    assert Client().get("/exercises/leg-press-45/").status_code == 404


def test_the_list_names_every_exercise_below_its_region(dist):
    html = text(Client().get("/exercises/"))
    assert html.index("Legs") < html.index("45° leg press")
    assert html.index(">Other<") < html.index("Plank")


def test_a_guide_shows_contents_sections_grades_and_sources(dist):
    html = text(Client().get("/exercises/leg-press-45/"))
    for section in ("overview", "execution", "mistakes", "questions", "variables", "evidence"):
        assert f'href="#{section}"' in html
        assert f'<section id="{section}"' in html
    assert 'data-grade="strong"' in html
    assert 'href="https://doi.org/10.1/a"' in html
    assert "Quads first, helped by glutes. Log the plates without the sled." in html
    assert "0.5" in html
    assert "More with the feet high." in html


def test_a_guide_lights_up_its_muscles(dist):
    html = text(Client().get("/exercises/leg-press-45/"))
    assert 'data-muscle="quads" data-lit="full"' in html
    assert 'data-muscle="glutes" data-lit="half"' in html
    assert 'data-muscle="chest" data-lit' not in html


def test_a_guide_leads_to_the_log_from_the_top_each_variable_and_each_untold_fault(dist):
    html = text(Client().get("/exercises/leg-press-45/"))
    assert 'href="/app/log?exercise=leg-press-45"' in html
    assert "/app/log?exercise=leg-press-45&amp;variable=foot_height" in html
    assert "0–45 °" in html
    assert "/app/log?exercise=leg-press-45&amp;fault=lockout" in html
    assert "fault=heels_up" not in html


def test_an_exercise_without_a_guide_still_shows_its_facts(dist):
    response = Client().get("/exercises/plank/")
    assert response.status_code == 200
    assert "Plank" in text(response)


@pytest.mark.parametrize("name", ["index", "nothing", "..%2Fsw", "LEG-PRESS-45"])
def test_what_is_no_exercise_is_not_found(dist, name):
    assert Client().get(f"/exercises/{name}/").status_code == 404


def test_a_guide_names_its_own_address_for_search_engines(dist, settings):
    assert '<link rel="canonical" href="http://testserver/exercises/leg-press-45/">' in text(
        Client().get("/exercises/leg-press-45/")
    )
    settings.IRON_ORIGIN = "https://iron.example.org"
    html = text(Client().get("/exercises/leg-press-45/"))
    assert '<link rel="canonical" href="https://iron.example.org/exercises/leg-press-45/">' in html
    assert '<meta property="og:title" content="45° leg press">' in html


def test_a_page_that_did_not_change_is_not_sent_again(dist):
    first = Client().get("/exercises/leg-press-45/")
    again = Client().get("/exercises/leg-press-45/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_a_question_for_the_headers_alone_sends_no_body(dist, rf):
    whole = Client().get("/")
    middleware = SecurityHeaders(views.landing)
    response: Any = middleware(rf.head("/"))
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Length"] == whole["Content-Length"]
    assert response["ETag"] == whole["ETag"]


def test_a_page_changes_with_its_content(dist):
    first = Client().get("/exercises/leg-press-45/")
    changed = {**LEG_PRESS, "name": "45° sled press"}
    (dist / "app" / "content" / "leg-press-45.json").write_text(json.dumps(changed), encoding="utf-8")
    again = Client().get("/exercises/leg-press-45/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert "45° sled press" in text(again)


def test_pages_travel_compressed(dist):
    plain = Client().get("/exercises/leg-press-45/").content
    br = Client().get("/exercises/leg-press-45/", headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    gz = Client().get("/exercises/leg-press-45/", headers={"Accept-Encoding": "gzip, br;q=0"})
    assert (br["Content-Encoding"], brotli.decompress(br.content)) == ("br", plain)
    assert (gz["Content-Encoding"], gzip.decompress(gz.content)) == ("gzip", plain)
    assert br["Vary"] == "Accept-Encoding"


def test_pages_ask_the_database_nothing(dist, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        for path in ("/", "/exercises/", "/exercises/leg-press-45/", "/app/log", "/robots.txt"):
            Client().get(path)


def test_the_style_sheet_is_kept_forever_under_its_hash(dist):
    address = static_address("iron.css")
    response = Client().get(address)
    assert "immutable" in response["Cache-Control"]
    assert response["Content-Type"].startswith("text/css")
    assert address in text(Client().get("/"))
    assert Client().get("/static/iron.000000000000.css").status_code == 404


def test_robots_and_sitemap_name_the_guides_alone(dist):
    assert "Sitemap: http://testserver/sitemap.xml" in text(Client().get("/robots.txt"))
    urls = re.findall(r"<loc>(.*?)</loc>", text(Client().get("/sitemap.xml")))
    assert urls == [
        "http://testserver/",
        "http://testserver/exercises/",
        "http://testserver/choose/leg-press-or-squat/",
        "http://testserver/exercises/leg-press-45/",
    ]


@pytest.mark.parametrize(
    "route", ["", "index.html", "log", "import", "demo", "growth/leg-press-45", "join/token_-x"]
)
def test_every_route_of_the_app_gets_the_shell(dist, route):
    response = Client().get(f"/app/{route}")
    assert (response.status_code, text(response)) == (200, SHELL)
    assert response["Cache-Control"] == "no-cache"
    again = Client().get(f"/app/{route}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_a_missing_file_of_the_app_is_not_the_shell(dist):
    assert Client().get("/app/assets/index-gone.js").status_code == 404


def test_hashed_files_are_kept_forever_and_the_worker_never(dist):
    asset: Any = Client().get("/app/assets/index-a1b2.js")
    worker = Client().get("/app/sw.js")
    assert b"".join(asset.streaming_content).decode() == SCRIPT
    assert "immutable" in asset["Cache-Control"]
    assert (worker["Cache-Control"], worker["Service-Worker-Allowed"]) == ("no-cache", "/app/")
    assert "Content-Security-Policy" in worker
    assert Client().get("/app/manifest.webmanifest")["Content-Type"].startswith("application/manifest+json")


def test_the_app_is_asked_for_with_a_sentence_when_it_is_not_built(empty):
    response = Client().get("/app/log")
    assert response.status_code == 503
    assert "make setup" in text(response)


def test_the_api_is_described_on_a_page(dist):
    html = text(Client().get("/api/docs"))
    assert "/api/v1/sync/push" in html
    assert "/api/v1/openapi.json" in html


def test_failures_are_one_sentence_for_people_and_an_object_for_programs(dist):
    page = Client().get("/nothing-here")
    assert page.status_code == 404
    assert "There is no page at this address." in text(page)
    program = Client().get("/api/v1/nothing-here")
    assert program.status_code == 404
    assert set(program.json()["error"]) >= {"code", "sentence"}


def test_a_broken_server_says_that_the_phone_is_safe():
    response = failures.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "safe there" in text(response)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("localhost", "http://localhost"),
        ("localhost:8000", "http://localhost:8000"),
        ("localhost.:8000", "http://localhost:8000"),
        ("localhost:12345", "http://localhost:8000"),
        ("[::1]:12345", "http://[::1]:8000"),
        ("nas.local:9000", "http://nas.local:9000"),
        ("nas.local:9001", "http://nas.local:8000"),
    ],
)
def test_a_port_that_iron_does_not_know_gets_into_no_page(dist, settings, host, shown):
    settings.IRON_HOSTS = ["nas.local", "nas.local:9000"]
    settings.ALLOWED_HOSTS = ["localhost", "[::1]", "nas.local"]
    html = text(Client().get("/", headers={"Host": host}, SERVER_PORT="8000"))
    assert f'<link rel="canonical" href="{shown}/">' in html


@pytest.mark.parametrize("port", ["0", "65536", "99999", "9" * 3000])
def test_a_port_that_no_computer_has_is_refused(dist, port):
    response = Client().get("/", headers={"Host": f"localhost:{port}"})
    assert response.status_code == 400
    assert f":{port}" not in text(response)


def test_an_unknown_host_name_is_refused(dist):
    response = Client().get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in text(response)


def test_a_summary_ends_with_a_sentence():
    html = "<p>One short sentence. Then a second one that is much longer than the place there is for it, truly.</p>"
    assert structured.summary(html, 50) == "One short sentence."
    assert structured.summary("<p>Short.</p>") == "Short."


def test_structured_data_cannot_end_its_element():
    data = {"name": "</script>", "sections": [{"id": "execution", "html": "<p>a &lt;/script&gt; b</p>"}]}
    assert "</script" not in structured.guide_data(data, "d", "http://x/")


def test_the_style_sheet_has_no_address_of_another_site():
    css = Path(static_address.__globals__["_STATIC"] / "iron.css").read_text(encoding="utf-8")
    assert "http" not in css
    assert "@import" not in css


@pytest.mark.parametrize(
    ("language", "credit", "band"), [("", ">0.5<", "(0.25 to 0.75)"), ("de", ">0,5<", "(0,25 to 0,75)")]
)
def test_a_guide_in_another_language_writes_a_decimal_comma(language, credit, band):
    muscle = {"id": "glutes", "credit": 0.5, "low": 0.25, "high": 0.75}
    data = {**LEG_PRESS, "muscles": [muscle], "lang": language}
    html = re.sub(r"\s+", "", guide_page("leg-press-45", data, {}, "https://iron.example").body.decode())
    assert (credit in html, band.replace(" ", "") in html) == (True, True)


def test_a_guide_shows_its_movement_with_the_words_for_those_who_do_not_see_it(dist):
    drawn = '<svg class="movement" role="img" aria-label="Hold still."></svg>'
    plank = {**PLANK, "figure": {"svg": drawn, "says": "Hold still."}}
    (dist / "app" / "content" / "plank.json").write_text(json.dumps(plank), encoding="utf-8")
    html = text(Client().get("/exercises/plank/"))
    assert f'<div>{drawn}</div><figcaption class="soft">Hold still.</figcaption>' in html
    assert "moves" not in text(Client().get("/exercises/leg-press-45/"))


def test_a_guide_shows_the_bands_of_a_model_on_a_track_from_minus_20_to_100_percent(dist):
    card = {
        "title": "Plank model",
        "sentences": ["Never measured."],
        "bands": {"hip": [40, 16, -8], "knee": [100, 100, 100]},
    }
    models = {"v": 1, "sentences": [], "models": {"plank": card}}
    (dist / "app" / "content" / "press.json").write_text(json.dumps(models), encoding="utf-8")
    html = text(Client().get("/exercises/plank/"))
    assert "<h2>Plank model" in html
    assert '<rect class="hip" x="10.0" width="40.0" height="12"/>' in html
    assert '<rect class="mark" x="30.0"' in html
    assert "<span>−8 to 40 %</span>" in html
    assert "<p>Never measured.</p>" in html
    assert "Plank model" not in text(Client().get("/exercises/leg-press-45/"))
