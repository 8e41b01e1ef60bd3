"""Every test run has an IRON_HOME of its own, set before Django's settings are read."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from postgres import _journals, _postgres, journal_database  # noqa: F401  (fixtures)

_HOME = tempfile.TemporaryDirectory(prefix="iron-test-")
os.environ["IRON_HOME"] = _HOME.name
os.environ.pop("IRON_DATABASE_URL", None)


@pytest.fixture
def iron_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, for tests that start Iron as a process."""
    home = tmp_path / "var"
    monkeypatch.setenv("IRON_HOME", str(home))
    return home
