"""Changes of a journal since a webhook was last sent any, as messages for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction

from iron.server.api.own_journal import journal_of, lifters_now
from iron.server.connections import webhooks
from iron.server.connections.models import Webhook
from iron.server.storage.django_store import DjangoStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iron.journal.journal import Journal
    from iron.records.documents import Document

    Message = tuple[str, str, dict[str, Any]]

RECENT_DAYS: Final = 7
"""A workout that began before that is an import or an old one edited, and no news; a choice."""
_PAGE: Final = 200
_PLANS: Final = ("block", "run", "program")


def queue_messages(webhook: Webhook) -> None:
    """Queue messages for what changed since the last time, and remember how far that was, in one transaction."""
    store = DjangoStore(webhook.user_id)
    newest = store.seq()
    if newest < webhook.seq:
        # A restored backup counts anew.
        Webhook.objects.filter(pk=webhook.pk).update(seq=newest)
        return
    while documents := store.since(webhook.seq, _PAGE):
        webhook.seq = documents[-1].seq
        # Computed before the transaction: on SQLite it keeps everybody else from writing.
        with journal_of(webhook.user_id) as journal:
            messages = list(_messages(journal, documents, set(webhook.events.split())))
        with transaction.atomic():
            for kind, key, data in messages:
                webhooks.queue(webhook, kind, key, data)
            Webhook.objects.filter(pk=webhook.pk).update(seq=webhook.seq)


def _messages(journal: Journal, documents: Sequence[Document], wanted: set[str]) -> Iterator[Message]:
    since = (date.fromisoformat(lifters_now(journal)[:10]) - timedelta(days=RECENT_DAYS)).isoformat()
    for document in documents:
        body = document.read()
        if document.kind in _PLANS and "plan.changed" in wanted:
            data = {"kind": document.kind, "id": document.id, "deleted": document.deleted}
            data |= {name: body[name] for name in ("name", "start", "ended") if name in body}
            yield "plan.changed", f"plan:{document.id}:{document.rev}", data
        elif (
            document.kind == "workout" and not document.deleted and body.get("end") and body["start"] >= since
        ):
            yield from _of_workout(journal, document.id, body["start"][:10], wanted)


def _of_workout(journal: Journal, ident: str, day: str, wanted: set[str]) -> Iterator[Message]:
    from iron.journal.questions.record_rows import record_rows
    from iron.journal.questions.workout_rows import workout_rows

    row = next((row for row in workout_rows(journal, since=day, until=day) if row.id == ident), None)
    if row is None:
        return
    if "workout.finished" in wanted:
        yield "workout.finished", f"workout:{ident}", row.as_json()
    if "record.set" in wanted:
        for exercise in sorted({set_.exercise for set_ in row.sets}):
            for record in record_rows(journal, exercise=exercise, since=day, until=day):
                if record.workout == ident:
                    yield "record.set", f"record:{record.set_id}:{record.kind}", record.as_json()
