"""Times that only a wrong clock can have written: they never hold a set back.

A phone whose battery was empty may believe that it is 1969 or 2071. What was lifted is right all the same: a set loses
such a moment, a workout gets the time at which the server took it, and both are flagged ``date_uncertain``. A workout
that ends before it starts, as a clock that was set back writes it, ends with its last set or at its start.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.records.documents import write_json
from iron.values.moments import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from iron.records.documents import Body

FLAG: Final = "date_uncertain"
_TIME: Final = re.compile(r"(\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d")
_TEXT: Final = re.compile(rb'\s*:\s*"([^"]*)"')
_ODD_YEAR: Final = re.compile(rb"(?!19[7-9]\d|20[0-6]\d)\d{4}-")
_FARTHEST_MIN: Final = 24 * 60


def without_wrong_times(kind: str, raw: bytes | None, at: str) -> bytes | None:
    """Return a body without times that no right clock writes; the same bytes where there are none.

    Such are times outside `FIRST_YEAR` to `LAST_YEAR`, and an end before its start.

    Args:
        kind: of the document; only workouts are written by a clock.
        raw: JSON text, None for a deletion.
        at: when the server takes it, UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
    """
    if raw is None or kind != "workout" or not _is_suspect(raw):
        return raw
    body = msgspec.json.decode(raw)
    if not isinstance(body, dict) or not _mend_workout(body, at):
        return raw
    return write_json(body)


def _is_suspect(raw: bytes) -> bool:
    """Say whether a body has to be read: cheap, and never False for one with a wrong time."""
    starts, ends = _texts_of(b'"start"', raw), _texts_of(b'"end"', raw)
    if any(_ODD_YEAR.match(text) for text in (*starts, *ends, *_texts_of(b'"done_at"', raw))):
        return True
    return bool(ends) and min(ends) < max(starts, default=b"")


def _texts_of(key: bytes, raw: bytes) -> list[bytes]:
    """Return every text that follows this key; splitting costs a tenth of one search by a pattern."""
    matches = (_TEXT.match(part) for part in raw.split(key)[1:])
    return [match_.group(1) for match_ in matches if match_]


def _is_wrong(value: Any) -> bool:
    match_ = _TIME.fullmatch(value) if isinstance(value, str) else None
    return match_ is not None and not FIRST_YEAR <= int(match_.group(1)) <= LAST_YEAR


def _mend_workout(body: Body, at: str) -> bool:
    mended = _mend_sets(body)
    wrong = [key for key in ("start", "end") if _is_wrong(body.get(key))]
    if "start" in wrong:
        body["start"] = _local(at, body.get("offset"))
    if "end" in wrong or _ends_before_start(body):
        body["end"] = max([body["start"], *_moments(body)])
        wrong.append("end")
    if wrong:
        _flag(body)
    return mended or bool(wrong)


def _ends_before_start(body: Body) -> bool:
    start, end = body.get("start"), body.get("end")
    return (
        isinstance(start, str)
        and isinstance(end, str)
        and bool(_TIME.fullmatch(start) and _TIME.fullmatch(end))
        and end < start
    )


def _mend_sets(body: Body) -> bool:
    mended = False
    for set_ in _sets(body):
        if _is_wrong(set_.get("done_at")):
            del set_["done_at"]
            _flag(set_)
            mended = True
    return mended


def _sets(body: Body) -> list[Body]:
    entries = body.get("entries")
    lists = (
        [entry.get("sets") for entry in entries if isinstance(entry, dict)]
        if isinstance(entries, list)
        else []
    )
    return [set_ for sets in lists if isinstance(sets, list) for set_ in sets if isinstance(set_, dict)]


def _moments(body: Body) -> list[str]:
    """When sets were done, as far as that is said in full and after the start."""
    times = [set_.get("done_at") for set_ in _sets(body)]
    return [
        time for time in times if isinstance(time, str) and _TIME.fullmatch(time) and time > body["start"]
    ]


def _local(at: str, offset: Any) -> str:
    minutes = offset if isinstance(offset, int) and abs(offset) <= _FARTHEST_MIN else 0
    moment = datetime.fromisoformat(at.removesuffix("Z")) + timedelta(minutes=minutes)
    return moment.isoformat(timespec="seconds")


def _flag(holder: Body) -> None:
    flags = holder.get("flags")
    before = flags if isinstance(flags, list) else []
    holder["flags"] = [*before, *([] if FLAG in before else [FLAG])]
