"""Taking back what was logged last: the sets of the newest report, or the newest weight of the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from iron.records.documents import readable
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal, Row


@dataclass(frozen=True, slots=True)
class Undo:
    """What would be taken back.

    Attributes:
        at_ms: when it was logged, milliseconds since 1970, UTC.
        rows: documents to store without it.
        delete: documents to delete.
        sets: (exercise, body of the set) of each set, in the order logged.
        measurement: body of the measurement, None when sets are taken back.
    """

    at_ms: int
    rows: tuple[Row, ...]
    delete: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, Mapping[str, Any]], ...]
    measurement: Mapping[str, Any] | None = None


def plan_undo(journal: Journal) -> Undo:
    """Say what was logged last, by the time in the ids; imported sets carry none.

    Sets of one report share a moment (`clock.fresh_ids`).

    Raises:
        NotFoundError: nothing was logged yet.
    """
    workouts = [(document.id, body) for document, body in readable(journal.store.all("workout"))]
    newest = max(
        ((_ms(str(set_.get("id"))), ident) for ident, body in workouts for _, set_ in _sets(body)),
        default=(0, ""),
    )
    weighed = max(
        ((_ms(document.id), document.id) for document, _ in readable(journal.store.all("measurement"))),
        default=(0, ""),
    )
    if not newest[0] and not weighed[0]:
        raise NotFoundError("Nothing was logged yet. To undo an import, use `iron undo-import`.")
    if weighed[0] > newest[0]:
        document = journal.store.get("measurement", weighed[1])
        body = document.read() if document else {}
        return Undo(weighed[0], (), (("measurement", weighed[1]),), (), body)
    return _without(newest[1], next(body for ident, body in workouts if ident == newest[1]), newest[0])


def _without(ident: str, body: Mapping[str, Any], at_ms: int) -> Undo:
    gone = [(exercise, set_) for exercise, set_ in _sets(body) if _ms(str(set_.get("id"))) == at_ms]
    ids = {set_["id"] for _, set_ in gone}
    entries = []
    for entry in body.get("entries") or ():
        left = [set_ for set_ in entry.get("sets") or () if set_.get("id") not in ids]
        if left or len(left) == len(entry.get("sets") or ()):
            entries.append({**entry, "sets": left})
    if not any(entry.get("sets") for entry in entries) and "end" in body:
        return Undo(at_ms, (), (("workout", ident),), tuple(gone))
    return Undo(at_ms, (("workout", ident, {**body, "entries": entries}),), (), tuple(gone))


def _sets(body: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for entry in body.get("entries") or ():
        for set_ in entry.get("sets") or ():
            yield str(entry.get("exercise", "")), set_


def _ms(ident: str) -> int:
    """The milliseconds of a UUIDv7, 0 for another id."""
    try:
        parsed = UUID(ident)
    except ValueError:
        return 0
    return parsed.int >> 80 if parsed.version == 7 else 0
