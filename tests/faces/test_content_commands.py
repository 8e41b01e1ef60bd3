"""`iron check-content` and its report, `iron build-content`."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from iron.cli import app
from iron.values.errors import BadContentError

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"


@pytest.fixture
def content(tmp_path):
    return Path(shutil.copytree(KNOWLEDGE / "good", tmp_path / "content"))


def sentence(*words: str) -> str:
    answer = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_good_content_is_counted_in_one_sentence(content):
    assert sentence("check-content", "--root", str(content)) == "2 exercises, 1 with a guide: no problems.\n"


def test_all_problems_of_all_files_are_named_at_once_with_file_and_line(content):
    shutil.copytree(KNOWLEDGE / "bad" / "choosing", content, dirs_exist_ok=True)
    shutil.copytree(KNOWLEDGE / "bad" / "carryover", content, dirs_exist_ok=True)
    with pytest.raises(BadContentError) as caught:
        CliRunner().invoke(app, ["check-content", "--root", str(content)], catch_exceptions=False)
    files = {line.split(":")[0] for line in map(str, caught.value.problems)}
    assert files == {"content/choosing.toml", "content/carryover.toml"}


def test_the_report_says_what_is_covered_how_it_is_graded_and_how_hard_it_reads(content):
    press = content / "exercises" / "press.md"
    long = "You push " + " ".join(["and push"] * 20) + "."
    press.write_text(
        press.read_text("utf-8").replace("## overview\n", f"## overview\n{long}\n\n", 1), "utf-8"
    )
    report = " ".join(sentence("check-content", "--root", str(content), "--report").split())
    for title in ("Primary muscle", "Equipment", "Claims by grade", "Sources by reading", "Guides"):
        assert title in report
    assert "quads" in report
    assert "moderate" in report
    assert "second-hand" in report
    assert re.search(r"Flesch reading ease.* press -?\d+", report)
    assert "press: You push and push" in report


def test_building_writes_what_page_and_app_share(tmp_path):
    assert re.fullmatch(r"\d{3} exercises written\.\n", sentence("build-content", "--out", str(tmp_path)))
    for name in (
        "index",
        "aliases",
        "choose",
        "compare",
        "carryover",
        "figures",
        "changed",
        "press",
        "programs",
        "demo",
    ):
        assert json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
    modelled = json.loads((tmp_path / "press.json").read_text("utf-8"))
    assert len(modelled["sentences"]) == 3
    assert set(modelled["models"]) == {"hack-squat", "leg-press-horizontal"}
