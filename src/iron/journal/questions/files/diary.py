"""A printable training diary: every workout on A4 pages, as HTML without scripts, fonts or links to anywhere."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from iron.journal.questions.set_rows import set_words
from iron.journal.questions.workout_rows import WorkoutRow, workout_rows

if TYPE_CHECKING:
    from iron.journal.journal import Journal

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_STYLE: Final = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.35 Georgia, serif; color: #16181a; max-width: 178mm; margin: 0 auto; }
h1 { font-size: 20pt; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 8mm 0 2mm; border-bottom: 0.4pt solid #585c5a; break-after: avoid; }
section { break-inside: avoid; margin: 0 0 5mm; }
h3 { font-size: 11pt; margin: 0 0 1mm; }
dl { display: grid; grid-template-columns: 52mm 1fr; gap: 0.5mm 4mm; margin: 0; }
dt { font-weight: bold; } dd { margin: 0; }
p { margin: 0.5mm 0; } .note { font-style: italic; } .soft { color: #585c5a; }
"""


def diary(
    journal: Journal, *, owner: str = "", since: str = "", until: str = "", unit: str | None = None
) -> str:
    """The workouts of a journal as a page to print, oldest first.

    Args:
        journal: whose workouts.
        owner: name on the first page.
        since: first day, ``YYYY-MM-DD``.
        until: last day, itself included.
        unit: ``kg`` or ``lb``; the lifter's own when None.
    """
    rows = list(reversed(workout_rows(journal, since=since, until=until, unit=unit)))
    title = f"Training diary of {owner}" if owner else "Training diary"
    span = f"{rows[0].start[:10]} to {rows[-1].start[:10]}" if rows else "no workout yet"
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>",
        f'<p class="soft">{len(rows)} workouts, {span}</p>',
    ]
    for month, workouts in groupby(rows, key=lambda row: row.start[:7]):
        year, number = month.split("-")
        parts.append(f"<h2>{_MONTHS[int(number) - 1]} {year}</h2>")
        parts += [_workout(journal, row) for row in workouts]
    return "".join([*parts, "</body></html>\n"])


def _workout(journal: Journal, row: WorkoutRow) -> str:
    head = " · ".join(filter(None, [row.start[:16].replace("T", " "), row.title, row.gym]))
    lines = []
    for name, sets in groupby(row.sets, key=lambda each: (each.name, each.machine, each.entry_note)):
        done_sets = list(sets)
        label = escape(f"{name[0]}, {name[1]}" if name[1] else name[0])
        texts = [
            escape(set_words(journal, each))
            + (f' <span class="note">{escape(each.note)}</span>' if each.note else "")
            for each in done_sets
        ]
        note = f'<p class="note">{escape(name[2])}</p>' if name[2] else ""
        lines.append(f"<dt>{label}</dt><dd>{'; '.join(texts)}{note}</dd>")
    note = f'<p class="note">{escape(row.note)}</p>' if row.note else ""
    return f"<section><h3>{escape(head)}</h3>{note}<dl>{''.join(lines)}</dl></section>"
