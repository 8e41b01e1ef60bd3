"""Runs of programs: their state, folded from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from iron.server.api.own_journal import own_journal
from iron.server.api.request_handler import answer

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class RunsOut(msgspec.Struct):
    """Every run of the signed-in lifter (docs/programs.md), the newest start first."""

    runs: list[dict[str, Any]]


def runs(request: HttpRequest) -> HttpResponse:
    """Answer every run with its state, its next session and all that changed."""
    from iron.journal.runs import runs as every

    with own_journal(request) as journal:
        return answer(RunsOut(every(journal)))
