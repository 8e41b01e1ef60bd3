"""Growth of one exercise of the signed-in lifter: what `iron growth` and `Journal.growth` answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from django.http import HttpResponse

from iron.server.api.account import VERSION
from iron.server.api.own_journal import local_time, own_journal
from iron.server.api.request_handler import answer

if TYPE_CHECKING:
    from django.http import HttpRequest


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
    with own_journal(request) as journal:
        at, unit = local_time(request.GET.get("at")), request.GET.get("unit")
        seq = journal.store.seq()
        tag = f'"{VERSION}-{seq}-{exercise}-{at}-{unit}"'
        if request.headers.get("If-None-Match") == tag:
            return HttpResponse(status=304, headers={"ETag": tag})
        lines = journal.growth(exercise, at=at, unit=unit)
    response = answer(GrowthOut(v=1, seq=seq, **lines))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response
