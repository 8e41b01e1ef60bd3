"""Workouts of a journal as FIT activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.exchange.exporters import fit_activity
from iron.records.documents import readable

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def activities(journal: Journal, *, newest: bool) -> list[tuple[str, bytes]]:
    """File name and bytes of each workout with a set, oldest first; of the newest one alone where asked."""
    rows = [
        (str(body["start"]), document.id, journal.merged.workout(body))
        for document, body in readable(journal.store.all("workout"))
        if any(entry.get("sets") for entry in body.get("entries", ()))
    ]
    chosen = sorted(rows, key=lambda row: row[:2])[-1:] if newest else sorted(rows, key=lambda row: row[:2])
    exercises = journal.library.exercises
    used = {str(entry["exercise"]) for _, _, body in chosen for entry in body.get("entries", ())}
    names = {
        ident: (journal.name_of(ident), *(exercises[ident].aliases if ident in exercises else ()))
        for ident in used
    }
    taken: dict[str, int] = {}
    files = []
    for _, ident, body in chosen:
        name = fit_activity.file_name(body)
        taken[name] = taken.get(name, 0) + 1
        shown = name if taken[name] == 1 else f"{name.removesuffix('.fit')}-{taken[name]}.fit"
        files.append((shown, fit_activity.write(body, ident, names)))
    return files
