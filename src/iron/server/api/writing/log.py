"""Plain writes: sets and measurements that a program logs for its lifter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from msgspec import Meta, Struct, structs

from iron.server.accounts.quota import quotas
from iron.server.api.own_journal import lifters_now, own_journal
from iron.server.api.request_handler import answer, flag, parse, read
from iron.values import clock
from iron.values.decoding import json_decoder
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

    from iron.journal.journal import Journal, Row

MOST_BYTES: Final = 64 * 1024
APP: Final = "api"
DEVICE: Final = "00000000-0000-7000-8000-00000000a9e1"
"""Programs as a device in the history."""

Unit = Literal["kg", "lb"]
Moment = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?\Z",
        description="the lifter's local time, with its offset from UTC where known",
    ),
]
_Text = Annotated[str, Meta(min_length=1, max_length=400)]


class SetIn(Struct, forbid_unknown_fields=True):
    """One set; ``load`` as the lifter counts it (one dumbbell, plates without the sled)."""

    reps: float | None = None
    load: float | None = None
    unit: Unit | None = None
    rir: float | None = None
    failure: bool | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    side: Literal["both", "left", "right"] | None = None
    kind: Literal["working", "warm-up", "drop", "rest-pause"] | None = None
    setup: dict[str, str | float] | None = None
    depth: Literal["full", "cut"] | None = None
    rest_s: float | None = None
    note: str | None = None


class SetsIn(Struct, forbid_unknown_fields=True):
    """Sets of one exercise: ``exercise`` with ``sets`` or ``line``, or a ``line`` that begins with the exercise.

    ``start`` is the local time of the last set; without it now, at the offset from UTC of the newest workout.
    """

    exercise: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    sets: Annotated[list[SetIn], Meta(max_length=50)] | None = None
    line: _Text | None = None
    unit: Unit | None = None
    start: Moment | None = None
    machine: _Text | None = None
    new_machine: bool = False
    gym: _Text | None = None
    note: _Text | None = None
    rest_s: float | None = None


class LoggedOut(Struct):
    """What the sets became: their workout, their line, and the records among them in words."""

    workout: str
    new_workout: bool
    exercise: str
    name: str
    sets: list[dict[str, Any]]
    line: str
    new_line: str | None
    records: list[str]
    stored: bool


class MeasurementIn(Struct, forbid_unknown_fields=True):
    """A measurement of the body; ``what`` and its units are those of docs/documents.md."""

    value: float
    unit: Annotated[str, Meta(min_length=1, max_length=8)]
    what: Annotated[str, Meta(min_length=1, max_length=32)] = "body_mass"
    at: Moment | None = None
    side: Literal["left", "right"] | None = None
    note: _Text | None = None


class MeasurementLogged(Struct):
    """The measurement as it is kept, with its id."""

    id: str
    measurement: dict[str, Any]
    stored: bool


_READ_SETS: Final = json_decoder(SetsIn)
_READ_MEASUREMENT: Final = json_decoder(MeasurementIn)


def sets(request: HttpRequest) -> HttpResponse:
    """Log sets; ``?dry_run=1`` only says what they would become."""
    from iron.journal.questions.logged import logged_json
    from iron.journal.set_logging.log_sets import Report, plan_log

    dry_run = flag(request, "dry_run")
    with own_journal(request) as journal:
        asked = parse(_body(request), _READ_SETS)
        exercise, fields = _reported(journal, asked)
        at, offset = _moment(journal, asked.start)
        report = Report(
            exercise,
            fields,
            at,
            APP,
            offset,
            asked.machine,
            asked.new_machine,
            asked.gym,
            asked.note,
            asked.rest_s,
        )
        logged = plan_log(journal, report, clock.fresh_ids())
        summary = logged_json(journal, logged)
        if not dry_run:
            _commit(journal, logged.rows)
    return answer(LoggedOut(**summary, stored=not dry_run))


def body(request: HttpRequest) -> HttpResponse:
    """Log a measurement; ``?dry_run=1`` stores nothing."""
    from iron.journal.set_logging.measured import measurement

    dry_run = flag(request, "dry_run")
    with own_journal(request) as journal:
        asked = parse(_body(request), _READ_MEASUREMENT)
        at, offset = _moment(journal, asked.at)
        document = measurement({**structs.asdict(asked), "at": at, "offset": offset})
        ident = clock.fresh_id()
        if not dry_run:
            _commit(journal, [("measurement", ident, document)])
    return answer(MeasurementLogged(ident, document, not dry_run))


def _body(request: HttpRequest) -> bytes:
    raw = read(request, MOST_BYTES)
    quotas.check(request.user, len(raw))
    return raw


def _reported(journal: Journal, asked: SetsIn) -> tuple[str, list[dict[str, Any]]]:
    from iron.journal.set_logging.reported import sets_of_exercise, typed_line

    if asked.exercise is None:
        if asked.line is None or asked.sets is not None:
            raise BadInputError(
                "Give an exercise with sets or a line, or a line that begins with the exercise.",
                where="exercise",
            )
        return typed_line(journal, asked.line, asked.unit)
    exercise = journal.exercise_id(asked.exercise)
    given = None if asked.sets is None else [structs.asdict(set_) for set_ in asked.sets]
    return exercise, sets_of_exercise(journal, exercise, given, asked.line, asked.unit)


def _moment(journal: Journal, text: str | None) -> tuple[str, int | None]:
    """The local time and its offset from UTC [min], as a program sent it or as the newest workout suggests."""
    if text is None:
        return lifters_now(journal), journal.utc_offset
    from iron.journal.set_logging.reported import local_moment

    return local_moment(text)


def _commit(journal: Journal, rows: Iterable[Row]) -> None:
    for result in journal.commit(rows, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids()):
        if result.error is not None:
            raise result.error
