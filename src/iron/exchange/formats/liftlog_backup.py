"""LiftLog's backups (docs/formats.md#liftlog): Protocol Buffers of earlier versions, SQLite since, both gzipped.

Built from the app's schema, not from files of lifters: experimental.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from iron.exchange import protobuf_wire as wire
from iron.exchange.foreign import ForeignMass
from iron.exchange.reading.cells import note
from iron.exchange.reading.records import Records, listed, mapping

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.protobuf_wire import Fields
    from iron.exchange.sqlite_file import Database
    from iron.values.units import LengthUnit, MassUnit

_MASSES: Final[dict[Any, MassUnit]] = {"kilograms": "kg", "pounds": "lb", 1: "kg", 2: "lb"}
_LENGTHS: Final[dict[str, LengthUnit]] = {"metre": "m", "kilometre": "km", "mile": "mi", "yard": "yd"}
_DURATION: Final = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
_BOTH: Final = frozenset({"session", "recorded_exercise", "weighted_set", "cardio_set"})
_MOST_MASS: Final = 1600  # pounds
_CARDIO, _FIELDS_OF_EXPORT = 1, frozenset(range(1, 6))


@dataclass(frozen=True, slots=True)
class _Set:
    """A set that was done; what was not recorded is None."""

    at: datetime | None
    load: object = None
    unit: MassUnit | None = None
    reps: object = None
    seconds: float | None = None
    distance: object = None
    distance_unit: LengthUnit | None = None


@dataclass(frozen=True, slots=True)
class _Exercise:
    name: str
    note: str
    with_next: bool
    sets: tuple[_Set, ...]


@dataclass(frozen=True, slots=True)
class _Session:
    key: object
    title: str
    day: str
    exercises: tuple[_Exercise, ...]
    body_mass: float | None = None
    body_mass_unit: MassUnit | None = None
    running: bool = False


def is_export(data: bytes) -> bool:
    """Whether bytes are an export of the versions with Protocol Buffers: messages with a date in field 1."""
    try:
        top = wire.fields(data)
        return (
            1 in top
            and set(top) <= _FIELDS_OF_EXPORT
            and all(4 in session for session in wire.messages(top, 1)[:3])
        )
    except (ValueError, IndexError):
        return False


def read_export(data: bytes, options: ReadOptions) -> Foreign:
    """Read an export with Protocol Buffers (ExportedDataDaoV2).

    Raises:
        ValueError: it is broken.
    """
    return _foreign(map(_of_message, wire.messages(wire.fields(data), 1)), options, "liftlog-protobuf")


def is_database(database: Database) -> bool:
    """Whether a database is LiftLog's: sessions as rows, or, before that, as JSON."""
    if database.tables >= _BOTH:
        return True
    if "session" not in database.tables:
        return False
    return any(row.get("name") == "payload" for row in database.rows("pragma table_info(session)"))


def read_database(database: Database, options: ReadOptions) -> Foreign:
    """Read LiftLog's database."""
    if database.tables >= _BOTH:
        return _foreign(_of_rows(database), options, "liftlog-sqlite")
    sessions = (
        _of_json(mapping(json.loads(row["payload"])), running=bool(row.get("active")))
        for row in database.rows("select * from session")
    )
    return _foreign(sessions, options, "liftlog-sqlite-json")


def _foreign(sessions: Iterable[_Session], options: ReadOptions, layout: str) -> Foreign:
    records = Records(options)
    for session in sessions:
        if session.running:
            records.remarks.add("The workout that was still running in LiftLog was left out.", records.count)
            continue
        moments = [set_.at for exercise in session.exercises for set_ in exercise.sets if set_.at is not None]
        if any(moment.tzinfo is None for moment in moments):
            moments = [moment.replace(tzinfo=None) for moment in moments]
        day = _moment(session.day)
        if day is None:
            records.count += 1
            records.skip("date", session.day, "The session has no date.")
            continue
        start, end = (min(moments), max(moments)) if moments else (day, None)
        _take(records, session, start, end)
        if session.body_mass and session.body_mass_unit and 20 <= session.body_mass <= _MOST_MASS:
            at = start.replace(tzinfo=None)
            records.masses.append(ForeignMass(at, round(session.body_mass, 2), session.body_mass_unit))
    return records.foreign("liftlog", layout, None, experimental=True)


def _take(records: Records, session: _Session, start: datetime, end: datetime | None) -> None:
    letter, linked = 0, False
    for number, exercise in enumerate(session.exercises):
        if not linked and exercise.with_next:
            letter += 1
        in_group = linked or exercise.with_next
        linked = exercise.with_next
        for index, set_ in enumerate(exercise.sets):
            records.add(
                session.key,
                start,
                exercise.name,
                load=set_.load,
                unit=set_.unit,
                reps=set_.reps,
                seconds=set_.seconds,
                distance=set_.distance,
                distance_unit=set_.distance_unit,
                exercise_note=note(exercise.note),
                title=session.title,
                end=end,
                group=chr(ord("A") + (letter - 1) % 26) if in_group else None,
                number=index + 1000 * number,
            )


# Rows of the database


def _of_rows(database: Database) -> Iterator[_Session]:
    sets: dict[tuple[Any, Any], list[_Set]] = {}
    query = "select * from weighted_set where repsCompleted is not null order by sessionId, exerciseOrd, ord"
    for row in database.rows(query):
        sets.setdefault((row["sessionId"], row["exerciseOrd"]), []).append(
            _Set(
                _moment(row.get("completedAt")),
                row.get("weightValue"),
                _MASSES.get(row.get("weightUnit")),
                row["repsCompleted"],
            )
        )
    query = "select * from cardio_set where completedAt is not null order by sessionId, exerciseOrd, ord"
    for row in database.rows(query):
        milliseconds = row.get("durationMs")
        sets.setdefault((row["sessionId"], row["exerciseOrd"]), []).append(
            _Set(
                _moment(row.get("completedAt")),
                row.get("weightValue"),
                _MASSES.get(row.get("weightUnit")),
                seconds=milliseconds / 1000 if isinstance(milliseconds, int) else None,
                distance=row.get("distanceValue"),
                distance_unit=_LENGTHS.get(str(row.get("distanceUnit"))),
            )
        )
    exercises: dict[Any, list[_Exercise]] = {}
    for row in database.rows("select * from recorded_exercise order by sessionId, ord"):
        made = tuple(sets.get((row["sessionId"], row["ord"]), ()))
        exercises.setdefault(row["sessionId"], []).append(
            _Exercise(str(row["name"]), str(row.get("notes") or ""), bool(row.get("supersetWithNext")), made)
        )
    for row in database.rows("select * from session order by date, id"):
        yield _Session(
            row["id"],
            str(row.get("name") or ""),
            str(row["date"]),
            tuple(exercises.get(row["id"], ())),
            _number(row.get("bodyweightValue")),
            _MASSES.get(row.get("bodyweightUnit")),
            running=bool(row.get("active")),
        )


# Sessions as JSON


def _of_json(session: Mapping[str, Any], *, running: bool) -> _Session:
    mass = mapping(session.get("bodyweight"))
    return _Session(
        session.get("id"),
        str(mapping(session.get("blueprint")).get("name") or ""),
        str(session.get("date")),
        tuple(_exercise_of_json(exercise) for exercise in listed(session.get("recordedExercises"))),
        _number(mass.get("value")),
        _MASSES.get(mass.get("unit")),
        running=running,
    )


def _exercise_of_json(exercise: Mapping[str, Any]) -> _Exercise:
    plan = mapping(exercise.get("blueprint"))
    weighted = [
        _Set(
            _moment(mapping(potential["set"]).get("completionDateTime")),
            mapping(potential.get("weight")).get("value"),
            _MASSES.get(mapping(potential.get("weight")).get("unit")),
            mapping(potential["set"]).get("repsCompleted"),
        )
        for potential in listed(exercise.get("potentialSets"))
        if potential.get("set")
    ]
    cardio = [
        _Set(
            _moment(set_["completionDateTime"]),
            mapping(set_.get("weight")).get("value"),
            _MASSES.get(mapping(set_.get("weight")).get("unit")),
            seconds=_seconds(set_.get("duration")),
            distance=mapping(set_.get("distance")).get("value"),
            distance_unit=_LENGTHS.get(str(mapping(set_.get("distance")).get("unit"))),
        )
        for set_ in listed(exercise.get("sets"))
        if set_.get("completionDateTime")
    ]
    return _Exercise(
        str(plan.get("name") or ""),
        str(exercise.get("notes") or ""),
        bool(plan.get("supersetWithNext")),
        (*weighted, *cardio),
    )


def _number(value: object) -> float | None:
    try:
        return None if value is None else float(str(value))
    except ValueError:
        return None


def _seconds(value: object) -> float | None:
    """Seconds of a duration as ISO 8601 writes it, such as PT1H30M."""
    match = _DURATION.fullmatch(str(value or ""))
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


# Protocol Buffers: the numbers are those of LiftLog's .proto files


def _of_message(session: Fields) -> _Session:
    day = _date(wire.message(session, 4))
    return _Session(
        repr(session.get(1)),  # the bytes of its id
        wire.text(session, 2),
        day,
        tuple(_exercise_of_message(exercise, day) for exercise in wire.messages(session, 3)),
        _decimal(wire.message(session, 5)),
        _MASSES.get(wire.whole(session, 7)),
    )


def _exercise_of_message(exercise: Fields, day: str) -> _Exercise:
    plan = wire.message(exercise, 1) or {}
    comment = wire.message(exercise, 4)
    if wire.whole(exercise, 6) == _CARDIO:
        sets = _cardio_of_message(exercise)
    else:
        sets = [
            _weighted_of_message(potential, performed, day)
            for potential in wire.messages(exercise, 3)
            if (performed := wire.message(potential, 1)) is not None
        ]
    return _Exercise(
        wire.text(plan, 1),
        wire.text(comment, 1) if comment else "",
        bool(wire.whole(plan, 7)),
        tuple(sets),
    )


def _weighted_of_message(potential: Fields, performed: Fields, day: str) -> _Set:
    clock = wire.message(performed, 2)
    own_day = wire.message(performed, 3)
    moment = (
        None
        if clock is None
        else _time(_date(own_day) if own_day else day, clock, wire.message(performed, 4))
    )
    unit = _MASSES.get(wire.whole(potential, 3))
    return _Set(moment, _decimal(wire.message(potential, 2)), unit, wire.whole(performed, 1))


def _cardio_of_message(exercise: Fields) -> list[_Set]:
    """Sets of cardio; versions before them stored one set in the exercise itself, under other numbers."""
    rows = [(set_, (2, 3, 4, 5)) for set_ in wire.messages(exercise, 13)] or [(exercise, (8, 9, 10, 14))]
    sets: list[_Set] = []
    for values, (at, lasting, distance, unit) in rows:
        completed = wire.message(values, at)
        if completed is None:
            continue
        date, clock = wire.message(completed, 1), wire.message(completed, 2)
        duration, length = wire.message(values, lasting), wire.message(values, unit)
        sets.append(
            _Set(
                _time(_date(date), clock or {}, wire.message(completed, 3)),
                seconds=None if duration is None else wire.whole(duration, 1) + wire.whole(duration, 2) / 1e9,
                distance=_decimal(wire.message(values, distance)),
                distance_unit=_LENGTHS.get(wire.text(length, 1)) if length else None,
            )
        )
    return sets


def _date(date: Fields | None) -> str:
    values = date or {}
    return f"{wire.whole(values, 1):04}-{wire.whole(values, 2):02}-{wire.whole(values, 3):02}"


def _time(day: str, clock: Fields, offset: Fields | None) -> datetime | None:
    hour, minute, second = (wire.whole(clock, number) for number in (1, 2, 3))
    try:
        zone = None if offset is None else timezone(timedelta(seconds=wire.whole(offset, 1)))
        return datetime.fromisoformat(day).replace(hour=hour, minute=minute, second=second, tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def _decimal(value: Fields | None) -> float | None:
    return None if value is None else wire.whole(value, 1) + wire.whole(value, 2) / 1e9
