"""The figures of docs/mechanics.md are what the model draws now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_figures_of_the_docs_are_drawn_from_the_model_of_today(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location(
        "mechanics_figures", ROOT / "scripts" / "mechanics_figures.py"
    )
    assert spec is not None
    assert spec.loader is not None
    figures = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(__import__("sys").modules, "mechanics_figures", figures)
    spec.loader.exec_module(figures)
    stored = figures.FOLDER
    monkeypatch.setattr(figures, "FOLDER", tmp_path)
    figures.main()
    drawn = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.svg")}
    assert len(drawn) == 4
    assert drawn == {path.name: path.read_text(encoding="utf-8") for path in stored.glob("*.svg")}


def test_every_figure_of_the_page_is_there():
    page = (ROOT / "docs" / "mechanics.md").read_text(encoding="utf-8")
    names = {path.name for path in (ROOT / "docs" / "pictures" / "mechanics").glob("*.svg")}
    assert names == {line.split("/")[-1].rstrip(")") for line in page.splitlines() if line.startswith("![")}
