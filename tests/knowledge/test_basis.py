"""A guide says in one line what it stands on, and the library how many guides cite studies."""

from __future__ import annotations

from iron.journal.content import library
from iron.knowledge.basis import guide_basis, library_basis
from iron.knowledge.model import Claim

MEASURED = Claim("a", "moderate", "It grows.", sources=("kubo-2019", "wolf-2023"))
ALSO_MEASURED = Claim("b", "weak", "It works.", sources=("kubo-2019",))
OPINION = Claim("c", "opinion", "It is fun.")
MECHANICS = Claim("d", "mechanics", "It is level.")


def test_a_guide_counts_its_studies_once_and_its_checked_claims():
    assert guide_basis([MEASURED, ALSO_MEASURED]) == "2 studies, 2 claims checked against them."


def test_a_guide_with_both_says_what_the_others_are():
    line = guide_basis([MEASURED, OPINION, MECHANICS])
    assert line == (
        "2 studies, 1 claim checked against them. The other 2 claims are mechanics or coaching opinion."
    )


def test_a_guide_without_sources_says_that_nobody_looked():
    assert guide_basis([OPINION, MECHANICS]) == "No study was looked for: mechanics and coaching opinion."


def test_a_search_that_found_nothing_is_told_with_its_day():
    line = guide_basis([OPINION], "2026-11-28")
    assert line == (
        "On 2026-11-28 a study of this exercise was looked for and none was found: "
        "mechanics and coaching opinion."
    )
    assert guide_basis([MEASURED], "2026-11-28").startswith("2 studies")


def test_the_library_counts_only_guides_whose_claims_cite_something():
    basis = library_basis(library())
    assert 0 < basis["with_sources"] < basis["guides"]
    assert basis["sources"] <= len(library().sources)
