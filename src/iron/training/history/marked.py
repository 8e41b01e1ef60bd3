"""Marked days: illness, travel, pain, an easy week or a planned change of position as the cause of a gap or a bad week.

Trends, stalls and advice leave their sets out and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from iron.training.history.sets import PerformedSet

CAUSES: Final = ("illness", "travel", "pain", "deload", "rotation", "other")
NOTED_DAYS: Final = 42
"""So long after marked days it is said that they are left out: what advice looks back on most."""

Marked = Mapping[str, Mapping[str, Any]]
"""By first day, ``{"to": last day, "cause": one of `CAUSES`}``."""


def cause_on(marked: Marked) -> Callable[[str], str | None]:
    """A function that says why a date counts for nothing, None where it counts."""
    spans = [(start, str(body["to"]), str(body["cause"])) for start, body in sorted(marked.items())]
    return lambda day: next((cause for start, end, cause in spans if start <= day <= end), None)


def unmarked(sets: Iterable[PerformedSet], marked: Marked) -> list[PerformedSet]:
    """The sets of days that count."""
    if not marked:
        return list(sets)
    cause = cause_on(marked)
    return [set_ for set_ in sets if cause(set_.start[:10]) is None]


def note_on(marked: Marked, on: date) -> dict[str, Any] | None:
    """Code and values of the sentence that says which days of late are left out; None without any.

    Pain always gets its own words.
    """
    since = (on - timedelta(days=NOTED_DAYS)).isoformat()
    recent = [
        (start, body)
        for start, body in sorted(marked.items())
        if since <= body["to"] and start <= on.isoformat()
    ]
    if not recent:
        return None
    start, body = recent[-1]
    values = {"from": {"type": "date", "value": start}, "to": {"type": "date", "value": body["to"]}}
    return {"code": f"note-marked-{body['cause']}", "values": values}
