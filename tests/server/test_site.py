"""`iron site`: the library as files. Every link of every page leads to a file, on a disk as on a server."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from iron.server.site import addresses
from iron.server.site.writing import write_site
from iron.values.errors import BadInputError, ConflictError, NotFoundError

BASE = "https://guides.example.org/iron"
# The press with its model, what "leg press or squat?" names, and a few of other muscles.
FEW = {"leg-press-45", "bench-press", "push-up", "plank", "lat-pulldown", "muscle-up"}


@pytest.fixture(scope="module")
def built(built_content, tmp_path_factory):
    """A built app with the few exercises above and every one that the choice names."""
    root = tmp_path_factory.mktemp("dist")
    content = root / "app" / "content"
    shutil.copytree(built_content, content)
    named = {
        candidate["exercise"] for candidate in json.loads((content / "choose.json").read_text())["candidates"]
    }
    index = json.loads((content / "index.json").read_text())
    index["exercises"] = [each for each in index["exercises"] if each["id"] in FEW | named]
    (content / "index.json").write_text(json.dumps(index))
    (root / "app" / "islands").mkdir()
    (root / "app" / "assets").mkdir()
    (root / "app" / "islands" / "find.js").write_text("// finds")
    (root / "app" / "islands" / "press.js").write_text("import('../assets/island-press-1.js')")
    (root / "app" / "assets" / "island-press-1.js").write_text("// draws")
    (root / "app" / "assets" / "Log-1.js").write_text("// the app's own")
    (root / "app" / "icon-512.png").write_bytes(b"png")
    return root


@pytest.fixture
def dist(built, settings):
    settings.IRON_DIST = built
    return built


@pytest.fixture(scope="module")
def site(built, tmp_path_factory):
    """The site, written once."""
    from django.conf import settings

    before, settings.IRON_DIST = settings.IRON_DIST, built
    out = tmp_path_factory.mktemp("site")
    write_site(out, BASE)
    settings.IRON_DIST = before
    return out


class Page(HTMLParser):
    """What a page leads to or loads, and the places in it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in {"href", "src", "action", "data-worker", "data-names", "data-guides"}:
                self.targets.append(value)
            if name == "id":
                self.places.add(value)


def broken_links(root: Path) -> list[str]:
    pages = {path: Page(path) for path in sorted(root.rglob("*.html")) if path.name != "404.html"}
    broken = []
    for path, page in pages.items():
        for target in page.targets:
            if urlsplit(target).scheme:
                continue
            name, _, place = target.partition("#")
            other = Path(posixpath.normpath(path.parent / name)) if name else path
            if target.startswith("/") or not other.is_file() or not other.is_relative_to(root):
                broken.append(f"{path.relative_to(root)}: {target}")
            elif place and other in pages and place not in pages[other].places:
                broken.append(f"{path.relative_to(root)}: no place {target}")
    return broken


def test_every_link_of_every_page_leads_to_a_file_and_to_a_place_in_it(site):
    assert len(list(site.rglob("*.html"))) > 250
    assert broken_links(site) == []


def test_the_walk_finds_a_link_that_leads_nowhere(site, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(site, copy)
    (copy / "exercises" / "plank" / "index.html").unlink()
    page = copy / "index.html"
    page.write_text(
        page.read_text() + '<a href="exercises/index.html#nowhere">x</a><a href="/exercises/">y</a>'
    )
    result = broken_links(copy)
    assert "index.html: no place exercises/index.html#nowhere" in result
    assert "index.html: /exercises/" in result
    assert any(line.endswith("plank/index.html") for line in result)


def test_every_exercise_has_its_guide_its_partners_and_its_file(site):
    for exercise in FEW:
        for file in (f"{exercise}/index.html", f"{exercise}/file.md", f"compare/{exercise}/index.html"):
            assert (site / "exercises" / file).is_file(), file
    assert (site / "exercises" / "compare" / "leg-press-45" / "back-squat" / "index.html").is_file()


def test_a_list_for_each_muscle_equipment_and_movement(site):
    assert "Bench press" in (site / "exercises" / "muscle.chest" / "index.html").read_text()
    assert "Bench press" in (site / "exercises" / "equipment.barbell" / "index.html").read_text()
    assert "Bench press" not in (site / "exercises" / "movement.leg_press" / "index.html").read_text()


def test_every_answer_to_leg_press_or_squat_is_a_page(site):
    folder = site / "choose" / "leg-press-or-squat"
    answered = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert len(answered) == 3 * 3 * 3 * 4 * 2
    first = (folder / answered[0] / "index.html").read_text()
    assert first.count('aria-current="true"') == 5


def test_no_page_leads_to_the_app_the_api_or_this_machine(site):
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "/app/" not in text, path
        assert "/api/" not in text, path
        assert "localhost" not in text, path
        assert "<form" not in text or 'id="find"' in text, path


def test_machines_find_the_pages_at_the_address_of_the_site(site):
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text())
    assert f"{BASE}/exercises/leg-press-45/" in listed
    for address in listed:
        assert (site / addresses.file_of(address.removeprefix(BASE))).is_file(), address
    assert f"Sitemap: {BASE}/sitemap.xml" in (site / "robots.txt").read_text()
    assert f'href="{BASE}/exercises/' in (site / "exercises" / "feed.xml").read_text()
    guide = (site / "exercises" / "leg-press-45" / "index.html").read_text()
    assert f'<link rel="canonical" href="{BASE}/exercises/leg-press-45/">' in guide
    graph = json.loads(re.search(r'ld\+json">(.*?)</script>', guide)[1])["@graph"]
    assert {each["@type"] for each in graph} == {"HowTo", "FAQPage"}


def test_a_translated_guide_is_a_page_of_its_own_that_search_engines_are_told_of(site):
    folder = site / "exercises" / "leg-press-45"
    german = (folder / "de" / "index.html").read_text()
    assert '<html lang="de">' in german
    assert "<h1>45°-Beinpresse</h1>" in german
    assert f'<link rel="canonical" href="{BASE}/exercises/leg-press-45/de/">' in german
    for page in (german, (folder / "index.html").read_text()):
        for code, path in {"en": "", "de": "de/", "fr": "fr/", "x-default": ""}.items():
            place = f"{BASE}/exercises/leg-press-45/{path}"
            assert f'<link rel="alternate" hreflang="{code}" href="{place}">' in page
    assert '<a href="../index.html" hreflang="en" lang="en">English</a>' in german
    assert f"<loc>{BASE}/exercises/leg-press-45/de/</loc>" in (site / "sitemap.xml").read_text()
    assert 'rel="alternate" hreflang' not in (site / "exercises" / "plank" / "index.html").read_text()


def test_the_picture_of_a_link_preview_is_a_file_of_the_site(site):
    for path in site.rglob("*.html"):
        for address in re.findall(r'og:image" content="([^"]*)"', path.read_text()):
            assert (site / address.removeprefix(f"{BASE}/")).is_file(), address


def test_the_search_has_every_name_and_comes_as_a_script_that_a_disk_may_load(site):
    names = (site / "exercises" / "names.js").read_text()
    rows = json.loads(names.removeprefix("globalThis.ironNames="))
    press = next(row for row in rows if row["id"] == "leg-press-45")
    assert "Beinpresse" in press["aliases"]
    page = (site / "exercises" / "index.html").read_text()
    assert '<script defer src="../islands/find.js">' in page
    assert 'data-names="names.js" data-guides="index.html"' in page


def test_only_the_parts_of_the_app_that_stand_alone_are_copied(site):
    assert sorted(path.name for path in (site / "assets").iterdir()) == ["island-press-1.js"]


def test_a_page_that_is_not_there_links_by_whole_addresses(site):
    for target in Page(site / "404.html").targets:
        assert target.startswith((BASE, "#")), target


def test_log_it_leads_to_the_iron_that_was_named(dist, tmp_path):
    write_site(tmp_path / "out", BASE, "https://iron.example.org/")
    guide = (tmp_path / "out" / "exercises" / "leg-press-45" / "index.html").read_text()
    assert 'href="https://iron.example.org/app/log?exercise=leg-press-45"' in guide
    assert 'href="https://iron.example.org/app/log?exercise=leg-press-45&amp;fault=heels_up"' in guide


def test_writing_again_takes_away_only_what_was_written_before(dist, site, tmp_path):
    out = tmp_path / "out"
    shutil.copytree(site, out)
    (out / "CNAME").write_text("guides.example.org")
    old = out / "exercises" / "gone" / "index.html"
    old.parent.mkdir()
    old.write_text("an exercise that was taken out")
    known = out / ".iron-site"
    known.write_text(known.read_text() + "\nexercises/gone/index.html\n../outside.txt")
    (tmp_path / "outside.txt").write_text("not ours")
    write_site(out, BASE)
    assert not old.parent.exists()
    assert (out / "CNAME").read_text() == "guides.example.org"
    assert (tmp_path / "outside.txt").is_file()


def test_a_folder_with_other_files_is_refused_untouched(dist, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ConflictError, match="did not write"):
        write_site(tmp_path, BASE)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    "address", ["guides.example.org", "ftp://example.org", "https://", "https://a.org/?x=1"]
)
def test_a_base_address_that_is_none_is_refused_before_anything_is_written(dist, tmp_path, address):
    with pytest.raises(BadInputError, match="address of a site"):
        write_site(tmp_path / "out", address)
    assert not (tmp_path / "out").exists()


def test_without_a_built_library_nothing_is_written(settings, tmp_path):
    settings.IRON_DIST = tmp_path / "nothing"
    with pytest.raises(NotFoundError, match="not built"):
        write_site(tmp_path / "out", BASE)
    assert not (tmp_path / "out").exists()


def test_the_settings_of_the_server_come_back_after_the_writing(dist, settings, tmp_path):
    settings.IRON_ORIGIN = "https://iron.example.org"
    write_site(tmp_path / "out", BASE)
    assert (settings.IRON_ORIGIN, settings.IRON_STANDALONE) == ("https://iron.example.org", False)
