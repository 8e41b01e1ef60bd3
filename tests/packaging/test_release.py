"""`make release`: the version goes up, what was unreleased gets its section, and a failed step leaves no trace."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from release import ReleaseError, release, with_section, with_version

Checkout = tuple[Path, Callable[..., str]]

PROJECT = '[project]\nname = "iron-log"\nversion = "0.9.0"\n'
CHANGELOG = "# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.9.0 (2026-01-02)\n\n- Old.\n"


def test_the_unreleased_lines_move_under_the_new_version_and_a_new_section_begins() -> None:
    assert with_section(CHANGELOG, "0.10.0", "2026-12-01") == (
        "# Changelog\n\n## Unreleased\n\n## 0.10.0 (2026-12-01)\n\n- New.\n\n## 0.9.0 (2026-01-02)\n\n- Old.\n"
    )


def test_the_first_release_needs_no_older_section() -> None:
    assert with_section("## Unreleased\n\n- New.\n", "1.0.0", "2026-12-01") == (
        "## Unreleased\n\n## 1.0.0 (2026-12-01)\n\n- New.\n"
    )


def test_nothing_new_is_no_release() -> None:
    with pytest.raises(ReleaseError, match="says nothing under"):
        with_section("## Unreleased\n\n## 0.9.0\n\n- Old.\n", "1.0.0", "2026-12-01")


def test_versions_are_compared_as_numbers() -> None:
    assert 'version = "0.10.0"' in with_version(PROJECT, "0.10.0")


@pytest.mark.parametrize(
    ("version", "sentence"), [("0.9.0", "not above"), ("0.8.9", "not above"), ("1.0", "three numbers")]
)
def test_a_version_that_is_no_step_up_is_refused(version: str, sentence: str) -> None:
    with pytest.raises(ReleaseError, match=sentence):
        with_version(PROJECT, version)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    def git(*words: str) -> str:
        return subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.name", "A")
    git("config", "user.email", "a@example.org")
    git("add", ".")
    git("commit", "--quiet", "--message", "Begin")
    return tmp_path, git


def test_a_release_is_one_commit_and_an_annotated_tag(checkout: Checkout) -> None:
    folder, git = checkout
    release(folder, "1.0.0", "2026-12-01", [["true"]])
    assert git("log", "-1", "--format=%s") == "Release 1.0.0"
    assert git("describe") == "v1.0.0"
    assert git("status", "--porcelain") == ""
    assert "## 1.0.0 (2026-12-01)" in (folder / "CHANGELOG.md").read_text()


def test_a_check_that_fails_leaves_files_history_and_tags_as_they_were(checkout: Checkout) -> None:
    folder, git = checkout
    with pytest.raises(ReleaseError, match="Nothing was committed"):
        release(folder, "1.0.0", "2026-12-01", [["true"], ["false"]])
    assert (folder / "pyproject.toml").read_text() == PROJECT
    assert (folder / "CHANGELOG.md").read_text() == CHANGELOG
    assert (git("tag"), git("log", "-1", "--format=%s")) == ("", "Begin")


def test_a_checkout_with_changes_or_another_branch_makes_no_release(checkout: Checkout) -> None:
    folder, git = checkout
    git("switch", "--quiet", "--create", "work")
    with pytest.raises(ReleaseError, match="Releases are made of main"):
        release(folder, "1.0.0", "2026-12-01", [])
    (folder / "new.txt").write_text("x")
    with pytest.raises(ReleaseError, match="not committed"):
        release(folder, "1.0.0", "2026-12-01", [])
