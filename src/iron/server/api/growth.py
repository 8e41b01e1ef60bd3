"""Growth of one exercise of the signed-in lifter: what `iron growth` and `Journal.growth` answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from iron.server.api.own_journal import local_time
from iron.server.api.tagged import tagged

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.journal.journal import Journal


class GrowthOut(msgspec.Struct):
    """Growth of one exercise; the lines are described in docs/documents.md."""

    v: int
    exercise: str
    seq: int
    at: str
    unit: str
    lines: list[dict[str, Any]]


def growth(request: HttpRequest, exercise: str) -> HttpResponse:
    """Answer growth in one exercise before a moment; 304 where nothing changed since the answer that the client has."""
    # Now is the end of this minute, so that an answer without a moment stands for a minute.
    at = local_time(request.GET.get("at") or f"{local_time(None)[:16]}:59")

    def of(journal: Journal) -> GrowthOut:
        lines = journal.growth(exercise, at=at, unit=request.GET.get("unit"))
        return GrowthOut(v=1, seq=journal.store.seq(), **lines)

    return tagged(request, of, also=at)
