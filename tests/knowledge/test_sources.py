"""Sources may stand in one file or in several, but each only once."""

from __future__ import annotations

import shutil
from pathlib import Path

from iron.knowledge import load

GOOD = Path(__file__).parent / "good"


def test_sources_of_a_folder_join_those_of_the_file(tmp_path):
    root = tmp_path / "content"
    shutil.copytree(GOOD, root)
    text = (root / "sources.toml").read_text("utf-8")
    first = next(iter(load(root).sources))
    (root / "sources").mkdir()
    (root / "sources" / "more.toml").write_text(text.replace(f"[{first}]", "[another-2020]", 1), "utf-8")
    library = load(root)
    assert "another-2020" in library.sources


def test_a_source_that_stands_twice_is_a_problem(tmp_path):
    root = tmp_path / "content"
    shutil.copytree(GOOD, root)
    (root / "sources").mkdir()
    shutil.copy(root / "sources.toml", root / "sources" / "again.toml")
    assert any("stands in another file already" in str(problem) for problem in load(root).problems)
