"""One stored advice and its replay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from iron.server.api.request_handler import answer, lifter
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class AdviceOut(msgspec.Struct, omit_defaults=True):
    """A stored advice (docs/training.md) beside what its question is answered with today."""

    id: str
    body: dict[str, Any]
    same: bool
    sentence: str
    differences: list[str] = []
    replay: dict[str, Any] | None = None
    after: list[dict[str, Any]] = []


def advice(request: HttpRequest, doc_id: str) -> HttpResponse:
    """Answer an advice of the signed-in lifter with its replay, or with the sentence why it cannot be solved again."""
    from iron.journal.snapshot.replay import replayed

    document = DjangoStore(lifter(request)).get("advice", doc_id)
    if document is None or document.deleted:
        raise NotFoundError(
            f"There is no advice {doc_id[:64]} in your journal. A set logged with advice makes one.",
            where="id",
        )
    body = document.read()
    return answer(AdviceOut(doc_id, body, **replayed(body)))
