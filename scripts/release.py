"""Make a release: changelog section, version, packages and their test, commit and tag. Nothing is pushed.

Run it with ``make release VERSION=1.2.0`` on a clean ``main``. If a step fails, the files are as they were before.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_VERSION = re.compile(r'^version = "(\d+)\.(\d+)\.(\d+)"$', re.MULTILINE)
_NUMBERS = re.compile(r"(\d+)\.(\d+)\.(\d+)")


class ReleaseError(Exception):
    """The release cannot be made; the sentence says what to do."""


def with_version(project: str, version: str) -> str:
    """Return the text of pyproject.toml with a new version.

    Raises:
        ReleaseError: it is no version, or not above the present one.
    """
    asked, present = _NUMBERS.fullmatch(version), _VERSION.search(project)
    if asked is None:
        raise ReleaseError(f"“{version}” is no version. Write three numbers: make release VERSION=1.2.0")
    if present is None:
        raise ReleaseError('pyproject.toml has no line such as version = "1.2.0".')
    if tuple(map(int, asked.groups())) <= tuple(map(int, present.groups())):
        raise ReleaseError(f"{version} is not above {'.'.join(present.groups())}, the present version.")
    return _VERSION.sub(f'version = "{version}"', project, count=1)


def with_section(changelog: str, version: str, day: str) -> str:
    """Return the changelog with what was unreleased under the new version, and an empty section for what comes next.

    Raises:
        ReleaseError: there is nothing to release.
    """
    head, mark, rest = changelog.partition("## Unreleased\n")
    unreleased, older, later = rest.partition("\n## ")
    if not mark or not unreleased.strip():
        raise ReleaseError("CHANGELOG.md says nothing under “## Unreleased”. Write what is new first.")
    return f"{head}{mark}\n## {version} ({day})\n{unreleased}{older}{later}"


def release(root: Path, version: str, day: str, checks: list[list[str]]) -> None:
    """Write version and changelog, run the checks, commit and tag.

    Args:
        root: the checkout.
        version: three numbers, above the present ones.
        day: today, ``YYYY-MM-DD``.
        checks: commands that must succeed before anything is committed.

    Raises:
        ReleaseError: nothing was committed, and the files are as before.
    """
    if _git(root, "status", "--porcelain"):
        raise ReleaseError("The checkout has changes that are not committed. Commit or stash them first.")
    if _git(root, "branch", "--show-current") != "main":
        raise ReleaseError("Releases are made of main. Change to it first.")
    if _git(root, "tag", "--list", f"v{version}"):
        raise ReleaseError(f"There is a tag v{version} already.")
    before = {
        root / name: (root / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "CHANGELOG.md")
    }
    project, changelog = before
    after = with_version(before[project], version), with_section(before[changelog], version, day)
    try:
        for path, text in zip(before, after, strict=True):
            path.write_text(text, encoding="utf-8")
        for command in checks:
            _run(root, command)
        _run(root, ["git", "commit", "--quiet", "--all", "--message", f"Release {version}"])
        _run(root, ["git", "tag", "--annotate", f"v{version}", "--message", f"Iron {version}"])
    except BaseException:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
        raise


def main(arguments: list[str]) -> None:
    """Make the release that the command line asks for."""
    if len(arguments) != 1:
        raise ReleaseError("Say which version: make release VERSION=1.2.0")
    [version] = arguments
    packages = f"build/{version}"
    checks = [
        ["make", "--silent", "lint"],
        [sys.executable, "-m", "pytest", "-m", "wheel", "tests/packaging"],
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", packages],
    ]
    release(ROOT, version, f"{datetime.now(UTC):%Y-%m-%d}", checks)
    print(f"Tagged v{version}; the packages are in {packages}. Push with: git push --follow-tags")


def _git(root: Path, *words: str) -> str:
    process = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    return process.stdout.strip()


def _run(root: Path, command: list[str]) -> None:
    print("→", *command, flush=True)
    if subprocess.run(command, cwd=root, check=False).returncode:
        raise ReleaseError(f"This step failed: {' '.join(command)}. Nothing was committed.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except ReleaseError as error:
        raise SystemExit(str(error)) from None
