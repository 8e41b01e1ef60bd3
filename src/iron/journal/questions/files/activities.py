"""Workouts of a journal as FIT activities."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from iron.exchange.exporters import fit_activity
from iron.records.documents import readable
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.journal.journal import Journal


def newest_activity(journal: Journal) -> tuple[str, bytes]:
    """File name and bytes of the newest workout with a set.

    Raises:
        NotFoundError: no workout has a set yet.
    """
    [written] = _written(journal, _workouts(journal)[-1:])
    return written


def activity_of(journal: Journal, workout: str) -> tuple[str, bytes]:
    """File name and bytes of one workout.

    Args:
        journal: whose workout.
        workout: id of its document.

    Raises:
        NotFoundError: no workout has that id, or it has no set.
    """
    chosen = [row for row in _workouts(journal, needed=False) if row[1] == workout]
    if not chosen:
        raise NotFoundError(
            f"This journal has no workout “{workout[:40]}” with a set, so there is no activity to write. "
            "If it was logged just now, sync it first."
        )
    [written] = _written(journal, chosen)
    return written


def activities_archive(journal: Journal) -> tuple[bytes, int]:
    """Return every workout with a set as a FIT activity in one ZIP archive, oldest first, and how many they are.

    Raises:
        NotFoundError: no workout has a set yet.
    """
    written = _written(journal, _workouts(journal))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in written:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue(), len(written)


def _workouts(journal: Journal, *, needed: bool = True) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Start, id and body of each workout with a set, oldest first."""
    rows = [
        (str(body["start"]), document.id, journal.merged.workout(body))
        for document, body in readable(journal.store.all("workout"))
        if any(entry.get("sets") for entry in body.get("entries", ()))
    ]
    if needed and not rows:
        raise NotFoundError("This journal has no workout with a set yet, so there is no activity to write.")
    return sorted(rows, key=lambda row: row[:2])


def _written(
    journal: Journal, chosen: Sequence[tuple[str, str, Mapping[str, Any]]]
) -> list[tuple[str, bytes]]:
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
