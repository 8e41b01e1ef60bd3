"""Programs of Liftosaur: the declarative part is taken over, what is not is listed with its line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped_programs import shelf
from typer.testing import CliRunner

from iron.cli.app import app
from iron.exchange.programs.liftosaur import from_liftosaur, names_of
from iron.journal.content import library
from iron.training.programs.checks.checking import problems_of
from iron.training.programs.writing import program_text

SPEC = json.loads(
    (Path(__file__).parents[2] / "spec" / "program-imports" / "liftosaur.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", SPEC["cases"], ids=lambda case: case["case"])
def test_a_liftosaur_program_becomes_the_program_of_the_table(case):
    taken = from_liftosaur(case["text"], SPEC["names"].get)
    assert taken is not None
    assert taken.body == case["body"]
    assert [{"line": row.line, "what": row.what, "why": row.why} for row in taken.left] == case["left"]
    assert problems_of(taken.body, library().exercises) == []
    assert tomllib.loads(program_text(taken.body)) == taken.body


def test_lp_becomes_a_step_after_made_sets_and_a_step_back_after_misses_in_a_row():
    taken = from_liftosaur("# W\n## D\nSquat / 3x5 / 60kg / progress: lp(2.5kg, 2, 0, 10%, 3)", lambda _: "x")
    assert taken is not None
    assert [(row["when"], row["then"]) for row in taken.body["rules"]] == [
        ({"made_in_a_row": 2}, {"add": {"kg": 2.5}}),
        ({"failed": 3}, {"deload": 10}),
    ]


def test_equal_percentages_with_a_progression_become_a_load_that_begins_as_that_share_of_the_1rm():
    taken = from_liftosaur("# W\n## D\nSquat / 3x5 75% / progress: lp(5lb)", lambda _: "x")
    assert taken is not None
    assert taken.body["lifts"] == [
        {"id": "squat", "exercise": "x", "keeps": "load", "ask": "1rm", "take": 75}
    ]


def test_a_circle_of_reused_lines_ends():
    assert from_liftosaur("A / ...B\nB / ...A\n", lambda _: "x") is None


def test_names_are_looked_up_with_their_equipment():
    assert names_of("Bench Press, Dumbbell")[0] == "Dumbbell Bench Press"
    assert names_of("Squat") == ["Squat", "Barbell Squat"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("#/ \nSquat3x5%@+.[]{}~:-,()kgs1"), max_size=120))
def test_any_text_is_taken_or_refused_but_breaks_nothing(text: str):
    from_liftosaur(text, lambda _: "back-squat")


def test_every_shelf_program_reads_back_from_its_text():
    for body in shelf().values():
        assert tomllib.loads(program_text(body)) == {key: value for key, value in body.items() if key != "v"}


def test_the_command_writes_the_program_and_lists_what_is_left_out(tmp_path: Path):
    file, out = tmp_path / "mine.txt", tmp_path / "mine.toml"
    file.write_text("# Week 1\n## Day 1\nSquat / 3x5 / 60kg / progress: lp(2.5kg)\nOdd Lift / 3x5\n", "utf-8")
    result = CliRunner().invoke(app, ["program", "import", str(file), "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert "Line 4, Odd Lift: Iron has no exercise of this name" in result.output
    assert tomllib.loads(out.read_text("utf-8"))["name"] == "mine"
    file.write_text("nothing here", "utf-8")
    result = CliRunner().invoke(app, ["program", "import", str(file)])
    assert result.exit_code != 0
