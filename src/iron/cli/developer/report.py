"""The coverage report of ``iron check-content --report``."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table

from iron.knowledge import Exercise, Library
from iron.knowledge.readability import LONG_WORDS, guide_text, readability


def print_coverage(out: Console, library: Library) -> None:
    """Print what the library covers: exercises by muscle and equipment, guides, claims by grade, sources by reading."""
    exercises = list(library.exercises.values())
    out.print(f"{len(library.aliases)} aliases that carry a side, a setup or a machine", highlight=False)
    _counts(out, "Primary muscle", Counter(muscle for e in exercises for muscle in e.primary))
    _counts(out, "Equipment", Counter(e.equipment for e in exercises))
    _counts(out, "Claims by grade", Counter(claim.grade for e in exercises for claim in e.claims.values()))
    _counts(out, "Sources by reading", Counter(source.read for source in library.sources.values()))
    _guides(out, [e for e in exercises if e.guide])
    _unsized(out, library)
    _reading(out, [e for e in exercises if e.guide])


def _counts(out: Console, title: str, counts: Counter[str]) -> None:
    table = Table(title=title, title_justify="left", show_header=False, box=None)
    for name, count in counts.most_common():
        table.add_row(name, str(count))
    out.print(table)


def _guides(out: Console, guides: list[Exercise]) -> None:
    table = Table(title="Guides", title_justify="left", box=None)
    for heading in ("exercise", "sections", "claims", "questions"):
        table.add_column(heading)
    for guide in guides:
        table.add_row(guide.id, str(len(guide.sections)), str(len(guide.claims)), str(len(guide.questions)))
    out.print(table)


def _unsized(out: Console, library: Library) -> None:
    """Studies with a DOI whose number of people was not shown where they were read."""
    unsized = [key for key, each in library.sources.items() if each.doi and not each.n]
    out.print(
        f"{len(unsized)} sources with a DOI tell their size in words only: {', '.join(unsized)}", style="dim"
    )


def _reading(out: Console, guides: list[Exercise]) -> None:
    """Reading ease by guide, the hardest first, and the sentences that are too long."""
    rows = [(guide.id, measured) for guide in guides if (measured := readability(guide_text(guide)))]
    table = Table(title="Flesch reading ease (60 to 70 is plain English)", title_justify="left", box=None)
    for heading in ("exercise", "ease", "words a sentence", f"over {LONG_WORDS} words"):
        table.add_column(heading)
    for key, each in sorted(rows, key=lambda pair: pair[1].ease):
        table.add_row(key, f"{each.ease:.0f}", f"{each.sentence_words:.1f}", str(len(each.long)))
    out.print(table)
    for key, each in rows:
        for sentence in each.long:
            out.print(f"{key}: {sentence}", highlight=False, markup=False)
