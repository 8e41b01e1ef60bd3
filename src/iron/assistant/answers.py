"""How tools answer: small, in the lifter's unit, one line a set; what did not fit is counted."""

from __future__ import annotations

import json
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from iron.journal.questions.asking import day_text
from iron.values import clock
from iron.values.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES: Final = 8000
"""Longest answer of a tool: longer ones are cut off by common clients."""


def fitted(answer: dict[str, Any], key: str) -> dict[str, Any]:
    """An answer whose list under a key is shortened until all of it fits; how many were left out is said.

    Args:
        answer: the answer as JSON.
        key: name of the list that may be shortened, the most important first.
    """
    rows = list(answer[key])
    shortened = {**answer, key: rows}
    while rows and _size(shortened) > MOST_BYTES:
        excess = _size(shortened) - MOST_BYTES
        average = max(1, _size({key: rows}) // len(rows))
        del rows[-max(1, min(len(rows), excess // average)) :]
        shortened["left_out"] = (
            f"{len(answer[key]) - len(rows)} more; ask for a shorter time or one exercise."
        )
    return shortened


def clipped(text: str) -> tuple[str, bool]:
    """A text that fits into an answer, cut at a line, and whether it was cut."""
    if len(text.encode()) <= MOST_BYTES - 500:
        return text, False
    short = text.encode()[: MOST_BYTES - 500].decode(errors="ignore")
    return short.rpartition("\n")[0] or short, True


def span(since: str | None, until: str | None) -> dict[str, str]:
    """First and last day as they compare with the start of a workout."""
    return {"since": day_text(since, "since"), "until": day_text(until, "until")}


def next_monday() -> date:
    """Today where it is a Monday, else the next one: a block begins with its week."""
    day = clock.today()
    return day + timedelta(days=-day.weekday() % 7)


def ids_of(request_id: str | None) -> Callable[[], str]:
    """A maker of the ids of one report, all of one moment; for the same key they differ in the time alone."""
    if request_id is None:
        return clock.fresh_ids()
    moment_ms, number = clock.fresh_moment(), iter(range(10_000))
    return lambda: uuid7(moment_ms, _keyed(request_id, next(number)))


def tails_of(request_id: str, count: int) -> list[str]:
    """What ids of a key end in, whenever they were made."""
    return [uuid7(0, _keyed(request_id, number))[14:] for number in range(count)]


def _keyed(request_id: str, number: int) -> bytes:
    return sha256(f"{request_id}|{number}".encode()).digest()[:10]


def _size(answer: dict[str, Any]) -> int:
    return len(json.dumps(answer, ensure_ascii=False).encode())
