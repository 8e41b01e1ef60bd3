"""The snapshot of documents that are in no journal: what a guest's phone sends. Nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from iron.journal.content import library
from iron.journal.snapshot.snapshot import snapshot_of
from iron.journal.view import View
from iron.records.documents import check_body, is_newer, without_nulls
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_DOCUMENTS: Final = 10_000
"""Documents of one computation: ten years of training are about 3,000. A guess with a wide margin."""
MOST_LINES_OF_EXERCISE: Final = 150
"""Lines of one exercise in one computation; its cost grows with their third power. A guess with a wide margin."""
MOST_LINES: Final = 600
"""Lines of all exercises in one computation: ten years have some hundreds. A guess with a wide margin."""
MOST_SETS: Final = 1_000
"""Sets of one exercise in one workout. A guess with a wide margin."""


class SentDocument(Protocol):
    """A document as it is sent."""

    kind: str
    id: str
    body: dict[str, Any]


def snapshot_of_documents(documents: Sequence[SentDocument], at: str) -> dict[str, Any]:
    """The snapshot of docs/documents.md, computed from documents alone.

    Args:
        documents: at most `MOST_DOCUMENTS`; those of a newer Iron are passed over.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.

    Raises:
        BadInputError: there are too many, or one breaks the contract of docs/documents.md.
    """
    if len(documents) > MOST_DOCUMENTS:
        raise BadInputError(
            f"{len(documents):,} documents are more than one computation takes ({MOST_DOCUMENTS:,}). Send the "
            "newest years, or sign in: a signed-in journal is computed step by step.",
            where="documents",
        )
    for n, document in enumerate(documents):
        try:
            check_body(document.kind, document.body)
        except BadInputError as problem:
            where = f"documents[{n}].body.{problem.where}".rstrip(".")
            raise BadInputError(problem.sentence, where=where) from None
    rows = (
        (document.kind, document.id, without_nulls(document.body))
        for document in documents
        if not is_newer(document.body)
    )
    view = View.of(rows, library())
    _check_work(view)
    return snapshot_of(view, at)


def _check_work(view: View) -> None:
    """Refuse what takes too long: the belief relates all lines of an exercise, and all sets of it in a workout.

    Raises:
        BadInputError: there are too many; the sentence names the limit and the way out.
    """
    widest = max((len(studied.lines) for studied in view.exercises.values()), default=0)
    total = sum(len(studied.lines) for studied in view.exercises.values())
    if widest > MOST_LINES_OF_EXERCISE or total > MOST_LINES:
        raise BadInputError(
            f"One exercise has {widest:,} lines (machine, side and setup) and all have {total:,}; one computation "
            f"takes {MOST_LINES_OF_EXERCISE} and {MOST_LINES:,}. Name machines and setups alike, or sign in.",
            where="documents",
        )
    rows = (len(sets) for studied in view.exercises.values() for _, sets in studied.workouts.values())
    longest = max(rows, default=0)
    if longest > MOST_SETS:
        raise BadInputError(
            f"One workout has {longest:,} sets of an exercise; one computation takes {MOST_SETS:,}. Correct that "
            "workout, or sign in.",
            where="documents",
        )
