"""Programs as plain text: every problem names its line and key, and a good file can be put into a journal."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import commands
import pytest

from iron.training.plan import program_files
from iron.values.errors import BadDocumentError

GOOD = """name = "My legs"

[[days]]
weekday = 0

[[days.slots]]
exercise = "leg-press-45"
sets = 4
reps_low = 8
reps_high = 10
setup = { stance = "wide" }
"""


def iron(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return commands.iron(*arguments, IRON_HOME=str(home), COLUMNS="200")


def test_a_good_text_is_a_program():
    body = program_files.parse(GOOD, {"leg-press-45"})
    assert (body["v"], body["name"], body["days"][0]["slots"][0]["setup"]) == (
        1,
        "My legs",
        {"stance": "wide"},
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("sets = 4", "sest = 4", "Line 8, sest: “sest” is not a key of a slot"),
        ("sets = 4", "sets = 40", "Line 8, sets: A slot has 1 to 20 sets."),
        ("reps_low = 8", "reps_low = 12", "Line 9, reps_low: A slot needs reps_low and reps_high"),
        ("reps_low = 8\n", "", "Line 6, reps_low: A slot needs reps_low and reps_high"),
        ('"leg-press-45"', '"leg-pres"', "Line 7, exercise: There is no exercise “leg-pres”"),
        ("weekday = 0", "weekday = 7", "Line 4, weekday: A weekday counts from 0 (Monday) to 6."),
        ('name = "My legs"', 'name = "My legs', "Line 1: this is not TOML"),
        ("[[days.slots]]", "[days.slots]", "Line 3, slots: Write [[days.slots]] above each of them."),
        ("weekday = 0", "weekday = 0\nslots = 3", "Line 7: this is not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_key(old: str, new: str, sentence: str):
    with pytest.raises(BadDocumentError) as caught:
        program_files.parse(GOOD.replace(old, new), {"leg-press-45"})
    assert caught.value.sentence.startswith(sentence)


def test_a_file_is_checked_and_added_to_the_owners_journal(iron_home: Path, tmp_path: Path):
    file = tmp_path / "legs.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert (
        iron(iron_home, "program", "check", str(file)).stdout
        == "legs.toml: My legs, 1 day a week: no problems.\n"
    )
    added = iron(iron_home, "program", "add", str(file))
    assert added.stdout == "My legs, 1 day a week: added. The app offers it in the plan.\n", added.stderr
    assert iron(iron_home, "export", str(tmp_path / "all.json")).returncode == 0
    stored = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["documents"]
    assert [each["body"]["name"] for each in stored if each["kind"] == "program"] == ["My legs"]


def test_a_wrong_file_is_refused_in_one_sentence_and_nothing_is_added(iron_home: Path, tmp_path: Path):
    file = tmp_path / "legs.toml"
    file.write_text(GOOD.replace("sets = 4", "sets = 0"), encoding="utf-8")
    for command in ("check", "add"):
        process = iron(iron_home, "program", command, str(file))
        assert process.returncode != 0
        assert "Line 8, sets: A slot has 1 to 20 sets." in process.stderr
        assert "Traceback" not in process.stderr
    assert iron(iron_home, "program", "check", str(tmp_path / "no.toml")).returncode != 0
