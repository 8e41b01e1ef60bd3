"""What `iron build-content` writes, after docs/documents.md."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iron.knowledge import build, load, read_facts
from iron.values.errors import BadContentError

GOOD = load(Path(__file__).parent / "good")


def read(folder: Path, name: str):
    return json.loads((folder / name).read_text("utf-8"))


def test_one_index_and_one_file_an_exercise_and_the_facts_of_a_guide(tmp_path):
    written = build(GOOD, tmp_path)
    assert sorted(path.name for path in written) == [
        "aliases.json",
        "carryover.json",
        "choose.json",
        "compare.json",
        "curl.json",
        "figures.json",
        "index.json",
        "press.facts.json",
        "press.json",
    ]


def test_other_names_stand_apart_because_only_search_wants_them(tmp_path):
    build(GOOD, tmp_path)
    named = read(tmp_path, "aliases.json")["aliases"]
    assert named == {key: list(each.aliases) for key, each in GOOD.exercises.items() if each.aliases}
    assert all("aliases" not in row for row in read(tmp_path, "index.json")["exercises"])


def test_the_index_row_says_what_lists_and_lines_need(tmp_path):
    build(GOOD, tmp_path)
    index = read(tmp_path, "index.json")
    assert [row["id"] for row in index["exercises"]] == ["curl", "press"]
    press = index["exercises"][1]
    assert press["guide"] is True
    assert press["splitting"] == ["foot_height"]
    assert press["credits"] == {"quads": 1}
    assert index["muscles"]["quads"] == {"name": "Quads", "region": "legs", "views": ["front"]}
    assert index["variables"]["toe_out"]["unit"] == "deg"


def test_an_exercise_file_holds_facts_guide_and_sources(tmp_path):
    build(GOOD, tmp_path)
    press = read(tmp_path, "press.json")
    assert press["muscles"] == [{"id": "quads", "credit": 1, "low": 1, "high": 1, "sources": []}]
    assert press["machine"]["base_kg"] == 55
    assert press["depth"]["default"] == 100
    assert press["claims"]["deeper"]["grade"] == "opinion"
    assert set(press["sources"]) == {"emg-2019", "hearsay-2018"}
    assert press["sources"]["emg-2019"]["address"] == "https://example.org/emg"


def test_one_file_tells_all_bands_so_that_comparing_needs_no_signal(tmp_path):
    build(GOOD, tmp_path)
    rows = {row["id"]: row for row in read(tmp_path, "index.json")["exercises"]}
    beside = read(tmp_path, "compare.json")["exercises"]
    for key, row in rows.items():
        whole = read_facts(read(tmp_path, f"{key}.json"))
        assert read_facts({"muscles": [], **row, **beside[key]}) == whole


def test_the_facts_are_the_file_without_its_guide(tmp_path):
    build(GOOD, tmp_path)
    whole, facts = read(tmp_path, "press.json"), read(tmp_path, "press.facts.json")
    assert set(whole) - set(facts) == {"sections", "questions", "claims", "sources", "basis"}
    assert all(whole[key] == value for key, value in facts.items())


def test_the_same_content_gives_the_same_bytes_and_gone_exercises_go(tmp_path):
    first = [path.read_bytes() for path in build(GOOD, tmp_path)]
    (tmp_path / "gone.json").write_text("{}")
    assert [path.read_bytes() for path in build(GOOD, tmp_path)] == first
    assert not (tmp_path / "gone.json").exists()


def test_content_with_problems_is_not_built(tmp_path):
    root = tmp_path / "content"
    (root / "exercises").mkdir(parents=True)
    (root / "muscles.toml").write_text("[quads")
    with pytest.raises(BadContentError, match="not TOML"):
        build(load(root), tmp_path / "out")
    assert not (tmp_path / "out").exists()
