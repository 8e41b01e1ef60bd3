"""Every reference in code and docs leads somewhere: a page and its section, a file, a source of the library."""

from __future__ import annotations

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
# docs/page.md, docs/page.md#section, and the form docs/page.md, "Title of a section".
_PAGE = re.compile(r"\bdocs/([\w/-]+\.md)(?:#([\w-]+))?(?:, [\"“]([^\"”]+)[\"”])?")
_FILE = re.compile(
    r"\b(?:src/iron|tests|scripts|benchmarks|spec|content|web/src)/[\w/.-]*\w\.(?:py|ts|svelte|json|toml|md)\b"
)
# What no reader of the repository can follow: papers that are not in it, and their section numbers.
_LOST = re.compile(
    r"\b(?:reference/\w+\.md|design section \d|(?:training|formats|mechanics|design|stack)\.md,? (?:section )?\d)"
)
# Written by `make setup`, read at run time.
_BUILT = (
    "web/public/",
    "content/index.json",
    "content/demo.json",
    "content/programs.json",
    "content/choose.json",
    "content/compare.json",
    "content/changed.json",
    "content/press.json",
    "content/aliases.json",
    "content/carryover.json",
    "content/figures.json",
)


def _listed() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    code = {".py", ".ts", ".svelte", ".md", ".toml"}
    folders = {"src", "tests", "scripts", "benchmarks", "docs", "web"}
    lost_references = [ROOT / name for name in listed.splitlines()]
    return [
        path
        for path in lost_references
        if path.suffix in code
        and path.is_file()
        and path.relative_to(ROOT).parts[0] in folders
        and path != Path(__file__)
    ]


def anchor(title: str) -> str:
    """The fragment that leads to a heading: lower case, hyphens for spaces, no other marks."""
    return re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-")


@cache
def sections(page: Path) -> dict[str, str]:
    titles = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {anchor(title): title for title in titles}


def lost_pages(text: str) -> list[str]:
    lost = []
    for name, fragment, title in _PAGE.findall(text):
        page = ROOT / "docs" / name
        if not page.is_file():
            lost.append(f"docs/{name}")
        elif fragment and fragment not in sections(page):
            lost.append(f"docs/{name}#{fragment}")
        elif title and not any(known.startswith(title) for known in sections(page).values()):
            lost.append(f"docs/{name}, “{title}”")
    return lost


def test_every_page_and_section_that_code_or_docs_name_exists():
    lost = {
        str(path.relative_to(ROOT)): lost_references
        for path in _listed()
        if (lost_references := lost_pages(path.read_text(encoding="utf-8")))
    }
    assert lost == {}


def test_every_file_that_code_or_docs_name_exists():
    lost = {}
    for path in _listed():
        if path.relative_to(ROOT).parts[0] == "tests":
            continue  # tests write files of their own
        names = set(_FILE.findall(path.read_text(encoding="utf-8")))
        names -= {name for name in names if "hello" in name}  # what a reader of docs/first-steps.md makes
        gone = sorted(name for name in names if not (ROOT / name).exists() and not name.startswith(_BUILT))
        if gone:
            lost[str(path.relative_to(ROOT))] = gone
    assert lost == {}


def test_nothing_refers_to_a_paper_that_is_not_in_the_repository():
    lost = {
        str(path.relative_to(ROOT)): lost_references
        for path in _listed()
        if (lost_references := _LOST.findall(path.read_text(encoding="utf-8")))
    }
    assert lost == {}


def test_every_source_that_the_evidence_page_names_is_in_the_library():
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)*-(?:\d{4}[a-z]?|trial))`", text))
    files = [ROOT / "content" / "sources.toml", *(ROOT / "content" / "sources").glob("*.toml")]
    known = {
        key for file in files if file.is_file() for key in tomllib.loads(file.read_text(encoding="utf-8"))
    }
    assert named
    assert named - known == set()


def test_a_study_outside_the_library_comes_with_an_address_or_says_how_it_was_read():
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    for study in re.findall(
        r"\(([^()]*?[A-Z][a-z]+[^()]*? (?:19|20)\d\d[^()]*(?:\([^()]*\)[^()]*)*)\)", text
    ):
        assert "doi " in study or "read" in study, study


def test_the_walker_finds_what_is_lost():
    assert lost_pages("see docs/evidence.md#no-such-section") == ["docs/evidence.md#no-such-section"]
    assert lost_pages("see docs/nowhere.md") == ["docs/nowhere.md"]
    assert lost_pages('see docs/documents.md, "Nothing of that name"') != []
    assert lost_pages("see docs/evidence.md#volume and docs/documents.md") == []
    assert _LOST.findall("(training.md 3.1)")
