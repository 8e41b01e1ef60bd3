"""Scripted lifters against the tables that the published rules give (spec/programs, worked out without this code)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shipped_programs import shipped_program

from iron.journal.content import library
from iron.training.programs.compiling import read_program
from iron.training.programs.replay import Words, replay

CASES = sorted((Path(__file__).resolve().parents[2] / "spec" / "programs").glob("*.json"))


def played(name: str, results: dict[str, Any]) -> dict[str, Any]:
    exercises = library().exercises
    words = Words(
        {ident: exercise.name for ident, exercise in exercises.items()},
        {ident: exercise.load_meaning for ident, exercise in exercises.items()},
    )
    return replay(read_program(shipped_program(name)), results, words)


def part_of(expected: Any, actual: Any) -> Any:
    """The part of an answer that a table names."""
    if not isinstance(expected, dict):
        return actual
    return {
        key: part_of(value, actual.get(key) if isinstance(actual, dict) else None)
        for key, value in expected.items()
    }


def shown(day: dict[str, Any]) -> dict[str, Any]:
    targets = {
        row["slot"]: [[set_["load"], set_["reps"], set_["amrap"]] for set_ in row["sets"]]
        for row in day["targets"]
    }
    return {**day, "targets": targets}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_loads_reps_and_state_are_those_of_the_published_rules(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    days = played(case["program"], case["results"])["days"]
    assert len(days) == len(case["expected"])
    for number, (expected, day) in enumerate(zip(case["expected"], days, strict=True), start=1):
        assert part_of(expected, shown(day)) == expected, f"day {number}"


def test_there_are_tables_for_at_least_22_programs() -> None:
    assert len({json.loads(path.read_text())["program"] for path in CASES}) >= 22
