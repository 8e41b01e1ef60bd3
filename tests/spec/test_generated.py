"""The generated files of the app say today's Python structs and constants."""

from __future__ import annotations

from functools import cache

import pytest
from write_generated import FOLDER, files

WRITTEN = sorted(path.name for path in FOLDER.iterdir())


@cache
def texts() -> dict[str, str]:
    return files()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_generated_file_is_what_python_says_today(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == texts().get(name), f"{name} is stale: run make generated"


def test_every_generated_file_is_there_and_none_that_nobody_writes() -> None:
    assert set(WRITTEN) == set(texts())


def test_an_absent_key_is_optional_and_a_required_one_is_not() -> None:
    load = texts()["bodies.ts"].split("export interface LoadBody {")[1].split("}")[0]
    slot = texts()["bodies.ts"].split("export interface TargetBody {")[1].split("}")[0]
    assert load.split() == ["value:", "number", "unit:", "'kg'", "|", "'lb'"]
    assert "reps_low?: number" in slot
    assert "user: UserOut | null" in texts()["wire.ts"]
