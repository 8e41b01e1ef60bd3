"""How far a claim may go on its sources, and what a source must say (`content/README.md`, "Trust")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iron.knowledge.model import Claim, Source

_GROWTH: Final = re.compile(r"\b(?:grows?|grew|growth|growing|hypertrophy|bigger)\b", re.IGNORECASE)
# As Crossref recommends: 10., four to nine digits, a slash, no spaces. Old ones hold < and >.
_DOI: Final = re.compile(r"10\.\d{4,9}/[^\s\"]+")
_ADDRESS: Final = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/\S*)?", re.IGNORECASE)
# Kinds that looked at people or joints themselves. A page or a guideline repeats what others saw.
_LOOKED: Final = frozenset({"trial", "emg", "measurement", "mechanics", "survey"})
# Kinds with people in them: each names how many.
_PEOPLE: Final = frozenset({"trial", "emg", "measurement", "survey", "review"})
_FIRM: Final = ("strong", "moderate", "weak")


def about_growth(claim: Claim) -> bool:
    """Whether a claim speaks of growing muscle: it says so in ``about``, or else its words do."""
    return claim.about == "growth" or (not claim.about and bool(_GROWTH.search(claim.text)))


def ceiling(claim: Claim, sources: Sequence[Source]) -> tuple[str, str]:
    """The highest of strong, moderate and weak that a claim's sources carry.

    Strong needs a review that was read, or two studies that were read and measured the thing itself; one study
    carries moderate; pages, hearsay, and muscle activity where growth is meant carry weak.

    Args:
        claim: the claim.
        sources: the sources it names, as far as they exist; at least one.

    Returns:
        The grade and the reason, the end of a sentence.
    """
    read = [source for source in sources if source.read != "second-hand"]
    if not read:
        return "weak", "on second-hand sources only; that carries weak"
    if all(source.kind == "page" for source in read):
        return "weak", "on web pages only; that carries weak"
    counted = [source for source in read if not (about_growth(claim) and source.kind == "emg")]
    if not counted:
        return "weak", "and speaks of growth on muscle activity alone; that carries weak at most"
    reviews = [source for source in counted if source.kind == "review"]
    studies = [source for source in counted if source.kind in _LOOKED]
    if reviews or len(studies) > 1:
        return "strong", ""
    return "moderate", "on one study; strong needs a review, or two studies that measured the thing itself"


def exceeds(claim: Claim, sources: Sequence[Source]) -> str:
    """One sentence when a claim is graded higher than its sources allow; empty when it is not."""
    if claim.grade not in _FIRM or not sources:
        return ""
    highest, why = ceiling(claim, sources)
    if _FIRM.index(claim.grade) >= _FIRM.index(highest):
        return ""
    return f"Claim “{claim.id}” is {claim.grade} {why}."


def without_size(sources: Sequence[Source]) -> Iterator[str]:
    """Ids of the studies with a DOI that do not name how many took part."""
    for source in sources:
        if source.doi and source.kind in _PEOPLE and not source.n and not source.sample:
            yield source.id


def doi_fault(doi: str) -> str:
    """One sentence when a text is no DOI; empty when it is one, or empty itself."""
    if not doi or _DOI.fullmatch(doi):
        return ""
    if doi.startswith("http"):
        return "Write the bare DOI, beginning with 10."
    return f"“{doi}” is not a DOI; it looks like 10.1519/jsc.0000000000001234."


def address_fault(url: str) -> str:
    """One sentence when a text is no web address; empty when it is one, or empty itself."""
    if not url or _ADDRESS.fullmatch(url):
        return ""
    return f"“{url}” is not an address; it begins with https:// and has no spaces."
