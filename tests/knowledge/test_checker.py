"""The checker of content/. Bad files say on the spot what is wrong with them: `BAD: start or part of the sentence`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iron.knowledge import check

HERE = Path(__file__).parent
GOOD = HERE / "good"
CASES = sorted(path.name for path in (HERE / "bad").iterdir())
MARK = re.compile(r"BAD: (.+?)\s*(?:\{\w+=\w+\}\s*)?$")


def content(tmp_path: Path, case: str | None = None) -> Path:
    """The good content, with the files of a bad case laid over it."""
    root = tmp_path / "content"
    shutil.copytree(GOOD, root)
    if case:
        shutil.copytree(HERE / "bad" / case, root, dirs_exist_ok=True)
    return root


def expected(case: str) -> list[tuple[str, int, str]]:
    root = HERE / "bad" / case
    marks = []
    for path in root.rglob("*.*"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if match := MARK.search(line):
                file = path.relative_to(root).as_posix()
                marks += [(file, number, part) for part in match.group(1).split(" | ")]
    return sorted(marks)


def test_good_content_has_no_problems(tmp_path):
    assert check(content(tmp_path)) == []


def test_the_content_that_ships_has_no_problems():
    assert [str(problem) for problem in check()] == []


@pytest.mark.parametrize("case", CASES)
def test_every_marked_problem_is_reported_on_its_line_and_nothing_else(tmp_path, case):
    marks = expected(case)
    problems = check(content(tmp_path, case))
    assert marks
    assert [(each.file, each.line) for each in problems] == [(file, line) for file, line, _ in marks]
    for file, line, part in marks:
        there = [each.sentence for each in problems if (each.file, each.line) == (file, line)]
        assert any(part in sentence for sentence in there), (part, there)


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    root = content(tmp_path)
    (root / "exercises" / "curl.md").write_bytes('+++\nname = "Übung"\n+++\n'.encode("latin-1"))
    assert [str(problem) for problem in check(root)] == [
        "content/exercises/curl.md:0: This is not UTF-8 (byte 12); save it as UTF-8."
    ]


def test_a_missing_table_is_named_and_hides_nothing_else(tmp_path):
    root = content(tmp_path)
    (root / "equipment.toml").unlink()
    sentences = [str(problem) for problem in check(root)]
    assert "content/equipment.toml:0: This file is missing." in sentences
    assert "content/exercises/curl.md:4: “dumbbell” is not in equipment.toml." in sentences


def test_a_number_never_splits_a_line(tmp_path):
    root = content(tmp_path)
    path = root / "variables.toml"
    path.write_text(path.read_text("utf-8").replace("splits = false", "splits = true"), "utf-8")
    assert [(each.file, each.line, each.sentence) for each in check(root)] == [
        ("exercises/press.md", 13, "“toe_out” is a number; degrees and notches never split a line."),
        ("variables.toml", 19, "“toe_out” is a number; degrees and notches never split a line."),
    ]


PRESS = (GOOD / "exercises" / "press.md").read_text("utf-8").splitlines()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    at=st.integers(0, len(PRESS) - 1),
    line=st.one_of(
        st.none(),
        st.sampled_from(PRESS),
        st.sampled_from(
            ["+++", "[[claims]]", "claims = 3", "variables = [[1]]", "]{claim=x}", "muscles = {}", "[depth]"]
        ),
        st.text(max_size=30),
    ),
)
def test_a_damaged_file_is_reported_and_never_stops_the_checker(tmp_path, at, line):
    root = tmp_path / "content"
    if not root.exists():
        shutil.copytree(GOOD, root)
    damaged = PRESS[:at] + ([] if line is None else [line]) + PRESS[at + 1 :]
    (root / "exercises" / "press.md").write_text("\n".join(damaged), "utf-8", errors="ignore")
    problems = check(root)
    assert all(problem.sentence and problem.line <= len(damaged) + 5 for problem in problems)


def test_questions_whose_headings_are_all_tied_to_the_log_never_stop_the_checker(tmp_path):
    root = content(tmp_path)
    path = root / "exercises" / "press.md"
    path.write_text(path.read_text("utf-8").replace("## mistakes", "## questions", 1), "utf-8")
    assert any(problem.file == "exercises/press.md" for problem in check(root))
