"""No text of Iron says "activates X by n %" without a band and a grade (reference paper, section 7 row 8)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = (
    ("content", ("*.md", "*.toml")),
    ("src/iron", ("*.py", "*.html")),
    ("web/src", ("*.ts", "*.svelte")),
    ("docs", ("*.md",)),
)
GRADES = r"strong|moderate|weak|contested|opinion|mechanics"

PERCENT = r"\d[\d.,]*\s*(?:%|percent\b|per cent\b)"
TALKS = r"\b(?:activat\w+|EMG|MVIC|recruit\w*|fires?\b|hits? the \w+)"
CLAIM = re.compile(rf"{TALKS}[^.\n]{{0,120}}?{PERCENT}|{PERCENT}[^.\n]{{0,80}}?{TALKS}", re.IGNORECASE)
BAND = re.compile(r"\d[\d.,]*\s*(?:%|percent)?\s*(?:to|–|-|±)\s*\d")
GRADED = re.compile(rf"\{{claim=|\bgrade\b|data-grade|\((?:{GRADES})\)")


def ungraded(text: str) -> list[str]:
    """Activation percentages of a text that lack a band in their sentence or a grade in their paragraph."""
    results = []
    for paragraph in re.split(r"\n\s*\n", text):
        for match in CLAIM.finditer(paragraph):
            start = paragraph.rfind(". ", 0, match.start()) + 1
            end = paragraph.find(". ", match.end())
            sentence = paragraph[start : end if end >= 0 else len(paragraph)]
            if not (BAND.search(sentence) and GRADED.search(paragraph)):
                results.append(match.group())
    return results


@pytest.mark.parametrize(
    "lie",
    [
        "Low feet activate the outer quads by 20 % more.",
        "Feet high: 34% higher glute activation.",
        "The vasti reach 52 % MVIC.",
        "A wide stance recruits the adductors 15 percent better.",
        "Activation rises by 10 to 20 %.",
        "Activation rises by 20 % (weak).",
    ],
)
def test_a_percentage_of_activation_without_band_and_grade_is_found(lie):
    assert ungraded(lie)


@pytest.mark.parametrize(
    "fair",
    [
        "[EMG was 10 to 20 % higher in 14 women.]{claim=da-silva}",
        "The hip does 2 to 53 % of the work, by how you push.",
        "The glutes are active in every press.",
        "Take off 20 to 30 % and go all the way down.",
    ],
)
def test_a_banded_and_graded_sentence_or_one_about_work_is_left_alone(fair):
    assert ungraded(fair) == []


@pytest.mark.parametrize(("folder", "kinds"), PLACES)
def test_no_text_claims_an_activation_percentage_without_band_and_grade(folder, kinds):
    files = [
        path for kind in kinds for path in (ROOT / folder).rglob(kind) if "node_modules" not in path.parts
    ]
    assert files
    result = {str(path.relative_to(ROOT)): ungraded(path.read_text(encoding="utf-8")) for path in files}
    assert {path: lines for path, lines in result.items() if lines} == {}
