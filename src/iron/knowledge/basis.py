"""What a guide stands on, in one line, and what the whole library stands on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from iron.knowledge.model import Claim

if TYPE_CHECKING:
    from iron.knowledge.library import Library


def guide_basis(claims: Iterable[Claim], searched: str = "") -> str:
    """Say on what the claims of one guide rest.

    Args:
        claims: of the guide.
        searched: day on which studies were looked for and none was found, as ``2026-11-28``.

    >>> guide_basis([])
    'No study was looked for: mechanics and coaching opinion.'
    """
    claims = tuple(claims)
    sources = {source for claim in claims for source in claim.sources}
    if not sources and searched:
        return (
            f"On {searched} a study of this exercise was looked for and none was found: "
            "mechanics and coaching opinion."
        )
    if not sources:
        return "No study was looked for: mechanics and coaching opinion."
    checked = sum(bool(claim.sources) for claim in claims)
    rest = len(claims) - checked
    others = f" The other {_count(rest, 'claim')} are mechanics or coaching opinion." if rest > 1 else ""
    if rest == 1:
        others = " One more claim is mechanics or coaching opinion."
    return f"{_count(len(sources), 'study', 'studies')}, {_count(checked, 'claim')} checked against them.{others}"


def library_basis(library: Library) -> dict[str, int]:
    """Count guides, guides that cite studies, and the studies that they cite.

    Returns:
        ``guides``, ``with_sources`` and ``sources``.
    """
    cited = [
        {source for claim in exercise.claims.values() for source in claim.sources}
        for exercise in library.exercises.values()
        if exercise.guide
    ]
    return {
        "guides": len(cited),
        "with_sources": sum(bool(sources) for sources in cited),
        "sources": len(set().union(*cited)) if cited else 0,
    }


def _count(number: int, singular: str, plural: str = "") -> str:
    return f"{number} {singular if number == 1 else plural or f'{singular}s'}"
