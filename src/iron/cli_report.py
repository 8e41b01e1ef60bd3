"""The coverage report of ``iron check-content --report``."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table

from iron.knowledge import Exercise, Library


def print_coverage(out: Console, library: Library) -> None:
    """Print what the library covers: exercises by muscle and equipment, guides, claims by grade, sources by reading."""
    exercises = list(library.exercises.values())
    out.print(f"{len(library.aliases)} aliases that carry a side, a setup or a machine", highlight=False)
    _counts(out, "Primary muscle", Counter(muscle for e in exercises for muscle in e.primary))
    _counts(out, "Equipment", Counter(e.equipment for e in exercises))
    _counts(out, "Claims by grade", Counter(claim.grade for e in exercises for claim in e.claims.values()))
    _counts(out, "Sources by reading", Counter(source.read for source in library.sources.values()))
    _guides(out, [e for e in exercises if e.guide])


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
