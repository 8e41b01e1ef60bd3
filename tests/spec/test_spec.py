"""The files of spec/ say today's Python rules: the same files run in the browser's language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spec_cases import ROOMS, text_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", sorted(ROOMS))
def test_a_spec_file_is_what_python_says_today(name: str) -> None:
    written = (ROOT / "spec" / name).read_text(encoding="utf-8")
    assert written == text_of(name), f"spec/{name} is stale: run python scripts/write_spec.py"


def test_no_spec_file_lies_around_that_nobody_writes() -> None:
    assert {path.name for path in (ROOT / "spec").glob("*.json")} == set(ROOMS)


@pytest.mark.parametrize("name", sorted(ROOMS))
def test_every_rule_has_cases_and_more_than_one_answer(name: str) -> None:
    written = (ROOT / "spec" / name).read_text(encoding="utf-8")
    for rule, cases in json.loads(written)["rules"].items():
        answers = {json.dumps(case["out"]) for case in cases}
        assert len(answers) > 1, f"{rule} always answers {answers}: such cases prove nothing"
