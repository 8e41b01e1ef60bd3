"""What a coach should look at in a log that is shared with him, from a journal.

The rule is `iron.training.plan.coach_needs`. The app reads its copy on the phone
(``web/src/data/journal/lifters/needs.ts``), the command line the server's documents.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from iron.journal.questions.record_rows import record_rows
from iron.journal.runs import coming_dates
from iron.journal.snapshot.snapshot import snapshot_of
from iron.records.documents import bodies, readable
from iron.training.history.lines import parse_key
from iron.training.plan.coach_needs import Needs, Seen, coach_needs, records_since

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def needs(journal: Journal, account: str | None, at: str, *, sees_training: bool) -> Needs:
    """Find what needs a look.

    Args:
        journal: what the lifter shares.
        account: id of the coach's account.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
        sees_training: who does not see the training did not miss what is not seen.
    """
    today = at[:10]
    records = record_rows(journal, since=records_since(today))
    return coach_needs(
        Seen(
            today,
            account,
            sees_training,
            workouts=list(bodies(journal.store.all("workout"))),
            blocks=[(doc.id, body) for doc, body in readable(journal.store.all("block"))],
            sessions=[
                {"day": name, "date": on} for name, on in coming_dates(journal, date.fromisoformat(today))
            ],
            comments=list(bodies(journal.store.all("comment"))),
            stall=_stall(journal, at),
            records=[{"exercise": row.exercise, "name": row.name, "date": row.date} for row in records],
        )
    )


def _stall(journal: Journal, at: str) -> dict[str, str] | None:
    for line, row in snapshot_of(journal.view, at)["lines"].items():
        if "stall" in row:
            exercise = parse_key(line).exercise
            return {
                "exercise": exercise,
                "name": journal.name_of(exercise),
                "sentence": row["stall"]["sentence"],
            }
    return None
