"""Plain reads of the signed-in lifter's journal: sets, workouts, records, volume, next loads, body, stalls; in pages.

The rows are those of the library, the command line and the assistant (`iron.journal.questions`).
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypedDict

import msgspec

from iron.server.api.own_journal import local_time
from iron.server.api.request_handler import number
from iron.server.api.snapshot_types import LoadOut, MessageOut, NextOut
from iron.server.api.tagged import tagged
from iron.values.errors import BadInputError
from iron.values.units import check_mass_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from django.http import HttpRequest, HttpResponse

    from iron.journal.journal import Journal

MOST: Final = 500
DEFAULT: Final = 100
LAST: Final = 10_000_000
DAY_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
KINDS: Final = ("working", "warm-up", "drop", "rest-pause")


class SetOut(msgspec.Struct, omit_defaults=True):
    """One set; what was not recorded is absent."""

    date: str
    start: str
    workout: str
    exercise: str
    name: str
    line: str
    set: int
    id: str
    kind: str
    side: str
    depth_class: str
    load: LoadOut | None = None
    reps: float | None = None
    rir: float | None = None
    failure: bool = False
    duration_s: float | None = None
    distance_m: float | None = None
    rest_s: float | None = None
    setup: dict[str, str | float | bool] | None = None
    depth: float | None = None
    title: str | None = None
    gym: str | None = None
    machine: str | None = None
    note: str | None = None
    entry_note: str | None = None
    flags: list[str] | None = None


class WorkoutOut(msgspec.Struct, omit_defaults=True):
    """One visit to the gym with its sets; what was not recorded is absent."""

    id: str
    start: str
    working_sets: int
    exercises: list[str]
    sets: list[SetOut]
    end: str | None = None
    title: str | None = None
    gym: str | None = None
    note: str | None = None


class DistanceOut(msgspec.Struct):
    """A distance in the unit it was logged in."""

    value: float
    unit: str


class RecordOut(msgspec.Struct):
    """A set that did what no earlier set of its line had done; null is what the set does not count."""

    date: str
    exercise: str
    name: str
    line: str
    line_name: str
    kind: str
    load: LoadOut
    reps: float | None
    duration_s: float | None
    distance: DistanceOut | None
    set_id: str
    workout: str
    sentence: str


class VolumeOut(msgspec.Struct):
    """Hard sets of one muscle in one week, with the ends of its bands."""

    week: str
    muscle: str
    name: str
    sets: float
    low: float
    high: float
    standing: str
    most_in_session: float


class BodyOut(msgspec.Struct, omit_defaults=True):
    """One measurement of the body."""

    at: str
    what: str
    value: float
    unit: str
    id: str
    side: str | None = None


class SetsOut(msgspec.Struct):
    """A page of sets, newest first; ``next`` is the offset of the page after it, null on the last one."""

    rows: list[SetOut]
    count: int
    next: int | None


class WorkoutsOut(msgspec.Struct):
    """A page of workouts, newest first."""

    rows: list[WorkoutOut]
    count: int
    next: int | None


class RecordsOut(msgspec.Struct):
    """A page of records, newest first."""

    rows: list[RecordOut]
    count: int
    next: int | None


class VolumePage(msgspec.Struct):
    """A page of weeks and muscles, newest week first."""

    rows: list[VolumeOut]
    count: int
    next: int | None


class BodyPage(msgspec.Struct):
    """A page of measurements, newest first."""

    rows: list[BodyOut]
    count: int
    next: int | None


class NextPage(msgspec.Struct):
    """The next load of each line, the line used last first (docs/training.md)."""

    rows: list[NextOut]
    count: int
    next: int | None


class _Days(TypedDict):
    since: str
    until: str


_DAY: Final = re.compile(DAY_PATTERN)


def sets(request: HttpRequest) -> HttpResponse:
    """Answer sets, newest first."""

    def rows(journal: Journal) -> Iterable[Any]:
        from iron.journal.questions.set_rows import set_rows

        kind = request.GET.get("kind")
        if kind is not None and kind not in KINDS:
            raise BadInputError(
                f"“{kind[:20]}” is not a kind of set. Use one of: {', '.join(KINDS)}.", where="kind"
            )
        oldest_first = set_rows(
            journal, exercise=_exercise(journal, request), unit=_unit(request), **_span(request)
        )
        return [row for row in reversed(oldest_first) if kind is None or row.kind == kind]

    return _page(request, rows)


def workouts(request: HttpRequest) -> HttpResponse:
    """Answer workouts with their sets, newest first."""

    def rows(journal: Journal) -> Iterable[Any]:
        from iron.journal.questions.workout_rows import workout_rows

        chosen = _exercise(journal, request)
        return workout_rows(journal, exercise=chosen, unit=_unit(request), **_span(request))

    return _page(request, rows)


def records(request: HttpRequest) -> HttpResponse:
    """Answer records, newest first."""

    def rows(journal: Journal) -> Iterable[Any]:
        from iron.journal.questions.record_rows import record_rows

        chosen = _exercise(journal, request)
        return record_rows(journal, exercise=chosen, unit=_unit(request), **_span(request))

    return _page(request, rows)


def volume(request: HttpRequest) -> HttpResponse:
    """Answer hard sets by week and muscle, newest week first."""

    def rows(journal: Journal) -> Iterable[Any]:
        from iron.journal.questions.volume_rows import volume_rows

        return volume_rows(journal, muscle=request.GET.get("muscle"), **_span(request))

    return _page(request, rows)


def body(request: HttpRequest) -> HttpResponse:
    """Answer measurements of the body, newest first."""

    def rows(journal: Journal) -> Iterable[Any]:
        from iron.journal.questions.body_rows import body_rows

        return body_rows(journal, what=request.GET.get("what"), unit=_unit(request), **_span(request))

    return _page(request, rows)


def next_loads(request: HttpRequest) -> HttpResponse:
    """Answer what to lift next on every line, or on those of one exercise."""
    at = local_time(request.GET.get("at"))

    def rows(journal: Journal) -> Iterable[Any]:
        return journal.next(_exercise(journal, request), at=at, unit=_unit(request))

    # Without a moment in the query the answer changes with the clock: its minute is part of the tag.
    return _page(request, rows, also=at[:16])


class TodayPlanOut(msgspec.Struct, omit_defaults=True):
    """A session that is due; ``when`` is ``today``, ``missed``, ``ahead`` or ``waiting`` (no date of its own)."""

    name: str
    when: str
    exercises: list[dict[str, Any]]
    date: str | None = None
    block: dict[str, str] | None = None
    run: str | None = None


class TodayOut(msgspec.Struct):
    """The day: sessions that are due with their next loads, what was done in words, and one sentence."""

    date: str
    sentence: str
    messages: list[MessageOut]
    planned: list[TodayPlanOut]
    done: list[str]


def today(request: HttpRequest) -> HttpResponse:
    """Answer the day as `iron today` and the assistant do; 304 where nothing changed since the client's answer."""
    at = local_time(request.GET.get("at"))

    def of(journal: Journal) -> Any:
        from iron.journal.questions.today import today_json

        return today_json(journal, at, unit=_unit(request))

    return tagged(request, of, also=at[:16])


def _page(
    request: HttpRequest,
    rows: Callable[[Journal], Iterable[Any]],
    also: str = "",
) -> HttpResponse:
    """A page of rows; 304 where nothing changed since the answer that the client has.

    Raises:
        BadInputError: a value of the query cannot be taken.
    """
    limit = number(request, "limit", DEFAULT, 1, MOST)
    offset = number(request, "offset", 0, 0, LAST)

    def page(journal: Journal) -> Any:
        every: Sequence[Any] = list(rows(journal))
        shown, after = [row.as_json() for row in every[offset : offset + limit]], offset + limit
        return {"rows": shown, "count": len(every), "next": after if after < len(every) else None}

    return tagged(request, page, also)


def _exercise(journal: Journal, request: HttpRequest) -> str | None:
    words = request.GET.get("exercise")
    return None if words is None else journal.exercise_id(words)


def _unit(request: HttpRequest) -> str | None:
    unit = request.GET.get("unit")
    check_mass_unit(unit)
    return unit


def _span(request: HttpRequest) -> _Days:
    return {"since": _day(request, "since"), "until": _day(request, "until")}


def _day(request: HttpRequest, name: str) -> str:
    text = request.GET.get(name, "")
    if not text:
        return ""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise BadInputError(f"“{text[:32]}” is not a date. Write it like 2026-11-28.", where=name)
    return text
