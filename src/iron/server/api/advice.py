"""One stored advice and its replay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from iron.server.api.tagged import tagged

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
    return tagged(request, lambda journal: AdviceOut(**journal.replay_advice(doc_id)))
