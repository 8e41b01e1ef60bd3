"""Broken content stops the start, unless the server is told to leave it out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from django.test import Client

from iron.server import content
from iron.values.errors import BadContentError

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """What vet writes into the environment is gone after the test."""
    monkeypatch.setenv(content.SKIPPED, "")
    monkeypatch.delenv(content.SKIP, raising=False)


@pytest.fixture
def good(tmp_path):
    return Path(shutil.copytree(KNOWLEDGE / "good", tmp_path / "content"))


@pytest.fixture
def broken(good):
    shutil.copytree(KNOWLEDGE / "bad" / "trust", good, dirs_exist_ok=True)
    return good


def test_good_content_starts_without_a_word(good):
    assert content.vet(good) == []


def test_broken_content_refuses_with_every_problem_and_the_way_out(broken):
    with pytest.raises(BadContentError) as caught:
        content.vet(broken)
    assert "content/exercises/curl.md:11: Claim “one-trial” is strong on one study" in caught.value.sentence
    assert "content/sources/more.toml:6: “doi:10.0000/test.2” is not a DOI" in caught.value.sentence
    assert caught.value.sentence.startswith(f"{len(caught.value.problems)} problems in content:")
    assert caught.value.sentence.endswith("or set IRON_SKIP_BROKEN=1 to start without the broken files.")


def test_told_to_skip_it_says_which_files_and_names_the_exercises_for_the_pages(broken, monkeypatch):
    monkeypatch.setenv(content.SKIP, "1")
    first, second = content.vet(broken)
    assert first.startswith("Skipped: content/exercises/curl.md:11: Claim “one-trial”")
    assert first.endswith("(and 4 more)")
    assert second.startswith("Broken, the last build of it is served: content/sources/more.toml:6")
    assert os.environ[content.SKIPPED] == "curl"


def test_what_was_found_good_is_not_checked_again_until_a_file_changes(good, tmp_path):
    memory = tmp_path / "content.good"
    content.vet(good, memory)
    assert content.vet(good, memory) == []
    shutil.copytree(KNOWLEDGE / "bad" / "trust", good, dirs_exist_ok=True)
    with pytest.raises(BadContentError):
        content.vet(good, memory)


def test_a_skipped_exercise_has_no_page_and_stands_in_no_list(tmp_path, settings):
    folder = tmp_path / "app" / "content"
    folder.mkdir(parents=True)
    index = '{"v":1,"exercises":[{"id":"curl","name":"Curl"},{"id":"press","name":"Press"}]}'
    (folder / "index.json").write_text(index, encoding="utf-8")
    (folder / "curl.json").write_text('{"v":1,"id":"curl","name":"Curl"}', encoding="utf-8")
    settings.IRON_DIST = tmp_path
    assert Client().get("/exercises/curl/").status_code == 200
    settings.IRON_SKIPPED = frozenset({"curl"})
    assert Client().get("/exercises/curl/").status_code == 404
    assert "Press" in (html := Client().get("/exercises/?movement=").content.decode())
    assert "Curl" not in html
