"""The generated files of the app say today's Python structs and constants."""

from __future__ import annotations

import pytest
from write_generated import FOLDER, files

FILES = files()


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_generated_file_is_what_python_says_today(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == FILES[name], f"{name} is stale: run make generated"


def test_no_generated_file_lies_around_that_nobody_writes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)


def test_an_absent_key_is_optional_and_a_required_one_is_not() -> None:
    load = FILES["bodies.ts"].split("export interface LoadBody {")[1].split("}")[0]
    slot = FILES["bodies.ts"].split("export interface TargetBody {")[1].split("}")[0]
    assert load.split() == ["value:", "number", "unit:", "'kg'", "|", "'lb'"]
    assert "reps_low?: number" in slot
    assert "user: UserOut | null" in FILES["wire.ts"]
