"""When each guide was changed, from git: the wheel has no git, so `iron build-content` writes it down."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec


def changes(root: Path, before: Path) -> dict[str, Any]:
    """The time of the last commit that touched each exercise's file, UTC, by id.

    Where there is no git, or no history, what an earlier build wrote down stays; a guide without a known time has none:
    no time is invented.

    Args:
        root: the content folder.
        before: ``changed.json`` of an earlier build; may be missing.
    """
    commits = _of_git(root)
    if not commits and before.is_file():
        previous: dict[str, Any] = msgspec.json.decode(before.read_bytes())
        return previous
    return {"v": 1, "changed": commits}


def _of_git(root: Path) -> dict[str, str]:
    git = shutil.which("git")
    if git is None:
        return {}
    command = [git, "-C", str(root), "log", "--format=@%cI", "--name-only", "--", "exercises"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    result: dict[str, str] = {}
    at = ""
    for line in answer.stdout.splitlines() if answer.returncode == 0 else ():
        if line.startswith("@"):
            at = datetime.fromisoformat(line[1:]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        elif line.endswith(".md"):
            # The newest commit comes first.
            result.setdefault(Path(line).stem, at)
    return result
