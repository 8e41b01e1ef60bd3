"""One exercise for a lifter: what it trains, its setup, his lines with capacity and bests, and its guide as text."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final

from iron.journal.questions.set_rows import in_unit, line_words, machine_names
from iron.journal.set_logging.checking import variables_of
from iron.journal.set_logging.setup_words import known_words
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.journal.line import Line

_BLOCKS: Final = frozenset({"p", "li", "h3", "h4", "tr", "div", "ul", "ol", "table"})
ALL: Final = "all"


def exercise_card(
    journal: Journal, exercise: str, *, unit: str | None = None, on: date | None = None
) -> dict[str, Any]:
    """What there is to say about an exercise, as JSON.

    Args:
        journal: whose lines.
        exercise: id of the library or of the lifter's own.
        unit: ``kg`` or ``lb``; the lifter's own when None.
        on: day of the capacities; that of each line's last set when None.
    """
    shown_in = unit or journal.unit
    counted = journal.merged.target(exercise).exercise
    known = journal.library.exercises.get(counted)
    facts = journal.facts[counted]
    muscles = journal.library.muscles
    machines = machine_names(journal)
    return {
        "id": counted,
        "name": journal.name_of(counted),
        "own": known is None,
        "load_meaning": facts.load_meaning,
        "muscles": [
            {"id": each.muscle, "name": muscles[each.muscle].name, "credit": each.credit}
            for each in facts.muscles
            if each.muscle in muscles
        ],
        "setup": known_words(variables_of(journal, counted)),
        "guide": [section.id for section in known.sections] if known and known.guide else [],
        "lines": [_line(journal, line, machines, shown_in, on) for line in journal.lines(counted)],
    }


def _line(
    journal: Journal, line: Line, machines: dict[str, str], unit: str, on: date | None
) -> dict[str, Any]:
    capacity = line.capacity(on)
    ends = {
        name: None if value is None else round(in_unit(value, unit), 1)
        for name, value in (("value", capacity.kg), ("low", capacity.low), ("high", capacity.high))
    }
    return {
        "line": line.key,
        "name": line_words(journal, line.key, machines),
        "sets": len(line.sets),
        "last": line.sets[-1].start[:10],
        "capacity": {**ends, "unit": unit, "basis": capacity.basis},
        "bests": [
            {
                "low": best.low,
                "high": best.high,
                "load": {"value": in_unit(best.load_kg, unit), "unit": unit},
                "reps": best.reps,
                "date": best.start[:10],
            }
            for best in line.rep_bests()
        ],
    }


def guide_text(journal: Journal, exercise: str, section: str) -> str:
    """A section of an exercise's guide as plain text; ``all`` for the whole.

    Raises:
        NotFoundError: there is no guide, or no such section; the sentence lists those there are.
    """
    known = journal.library.exercises.get(exercise)
    if known is None or not known.guide:
        raise NotFoundError(f"There is no guide for {journal.name_of(exercise)} yet.", where="section")
    chosen = [each for each in known.sections if section in {ALL, each.id}]
    if not chosen:
        names = ", ".join(each.id for each in known.sections)
        raise NotFoundError(
            f"The guide of {known.name} has no section “{section[:40]}”. It has: {names}.", where="section"
        )
    return "\n\n".join(f"{each.title}\n\n{plain(each.html)}" for each in chosen)


def plain(html: str) -> str:
    """Text of a piece of a guide: one line for each paragraph and list item."""
    reader = _Plain()
    reader.feed(html)
    lines = [" ".join(line.split()) for line in "".join(reader.pieces).split("\n")]
    return "\n".join(line for line in lines if line)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n- " if tag == "li" else "\n")
        elif ("class", "grade") in attrs:
            # A claim's grade stands behind it in brackets.
            self.pieces.append(" [")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag == "a" and self.pieces and " [" in self.pieces[-2:]:
            self.pieces.append("]")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
