"""LiftLog's backups: Protocol Buffers and both databases, gzipped. All sessions are invented."""

from __future__ import annotations

import contextlib
import gzip
import json
import sqlite3
import struct
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import figures, read, sets

from iron.exchange import protobuf_wire
from iron.values.errors import BadFileError


def varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def number(field: int, value: int) -> bytes:
    """A whole number in a field; 0 is not written, as in the third version of the language."""
    return varint(field << 3) + varint(value) if value else b""


def inside(field: int, data: bytes | str) -> bytes:
    """A message or text in a field."""
    data = data.encode() if isinstance(data, str) else data
    return varint(field << 3 | 2) + varint(len(data)) + data


def decimal(units: int, nanos: int = 0) -> bytes:
    return number(1, units) + (varint(2 << 3 | 5) + struct.pack("<i", nanos) if nanos else b"")


def day(year: int, month: int, date: int) -> bytes:
    return number(1, year) + number(2, month) + number(3, date)


def clock(hour: int, minute: int) -> bytes:
    return number(1, hour) + number(2, minute)


def potential(load: bytes, unit: int, reps: int | None, at: bytes = b"", offset: int | None = None) -> bytes:
    """A planned set; with reps one that was done."""
    weight = inside(2, load) + number(3, unit)
    if reps is None:
        return inside(3, weight)
    zone = b"" if offset is None else inside(4, number(1, offset))
    return inside(3, inside(1, number(1, reps) + inside(2, at) + zone) + weight)


def exercise(name: str, sets: bytes, *, comment: str = "", with_next: bool = False, kind: int = 0) -> bytes:
    plan = inside(1, name) + number(7, int(with_next))
    return inside(
        3, inside(1, plan) + number(6, kind) + (inside(4, inside(1, comment)) if comment else b"") + sets
    )


SQUAT = exercise(
    "Squat",
    potential(decimal(97, 500_000_000), 1, 8, clock(18, 5), 3600)
    + potential(decimal(97, 500_000_000), 1, 7, clock(18, 9), 3600)
    + potential(decimal(97, 500_000_000), 1, None),
    comment="deep",
    with_next=True,
)
CURL = exercise("Leg curl", potential(decimal(90), 2, 12, clock(18, 12), 3600))
RUN = exercise(
    "Running",
    inside(
        13,
        inside(2, inside(1, day(2026, 1, 2)) + inside(2, clock(18, 40)) + inside(3, number(1, 3600)))
        + inside(3, number(1, 1500))
        + inside(4, decimal(5))
        + inside(5, inside(1, "kilometre")),
    ),
    kind=1,
)
SESSION = (
    inside(1, inside(1, b"0123456789abcdef"))
    + inside(2, "Legs")
    + SQUAT
    + CURL
    + RUN
    + inside(4, day(2026, 1, 2))
    + inside(5, decimal(82, 400_000_000))
    + number(7, 1)
)
EXPORT = gzip.compress(inside(1, SESSION) + inside(2, inside(1, "a plan")), mtime=0)
FIGURES = [
    (97.5, "kg", 8, None, None, None),
    (97.5, "kg", 7, None, None, None),
    (90, "lb", 12, None, None, None),
    (None, None, None, 1500, 5, "km"),
]


def check(foreign, layout: str) -> None:
    """The one session that all three backups of this file hold."""
    assert (foreign.app, foreign.format, foreign.experimental, foreign.in_utc) == (
        "liftlog",
        layout,
        True,
        False,
    )
    assert figures(foreign) == FIGURES
    [workout] = foreign.workouts
    assert (workout.title, workout.offset) == ("Legs", 60)
    assert (workout.start, workout.end) == (datetime(2026, 1, 2, 18, 5), datetime(2026, 1, 2, 18, 40))
    assert [(block.name, block.group, block.note) for block in workout.blocks] == [
        ("Squat", "A", "deep"),
        ("Leg curl", "A", None),
        ("Running", None, None),
    ]
    assert [(mass.value, mass.unit) for mass in foreign.measurements] == [(82.4, "kg")]
    assert foreign.skipped == ()


def test_a_backup_with_protocol_buffers_gives_what_was_done_and_nothing_planned() -> None:
    check(read(EXPORT), "liftlog-protobuf")


def test_sets_of_early_versions_without_an_offset_and_a_unit_keep_their_day() -> None:
    session = (
        inside(2, "Push")
        + exercise("Bench press", potential(decimal(60), 0, 5, clock(7, 30)))
        + inside(4, day(2024, 10, 16))
    )
    foreign = read(gzip.compress(inside(1, session)))
    assert figures(foreign) == [(60, None, 5, None, None, None)]
    assert (foreign.workouts[0].start, foreign.workouts[0].offset) == (datetime(2024, 10, 16, 7, 30), None)


def test_cardio_of_early_versions_stands_in_the_exercise_itself() -> None:
    cardio = (
        inside(8, inside(1, day(2025, 5, 1)) + inside(2, clock(9, 0)))
        + inside(9, number(1, 600))
        + inside(10, decimal(1))
        + inside(14, inside(1, "mile"))
    )
    session = inside(2, "Run") + exercise("Treadmill", cardio, kind=1) + inside(4, day(2025, 5, 1))
    assert figures(read(gzip.compress(inside(1, session)))) == [(None, None, None, 600, 1, "mi")]


def test_a_session_without_a_date_is_listed_and_the_others_are_read() -> None:
    broken = inside(2, "Legs") + CURL + inside(4, day(2026, 13, 40))
    foreign = read(gzip.compress(inside(1, SESSION) + inside(1, broken)))
    assert figures(foreign) == FIGURES
    assert [row.reason for row in foreign.skipped] == ["The session has no date."]


def database(path, *statements: str, **values: str) -> bytes:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement, values)
    connection.commit()
    connection.close()
    return gzip.compress(path.read_bytes())


ROWS = (
    (
        "create table session(id text, name text, notes text, date text, active integer, bodyweightValue text, "
        "bodyweightUnit text)"
    ),
    (
        "create table recorded_exercise(sessionId text, ord integer, type text, notes text, name text, "
        "supersetWithNext integer)"
    ),
    (
        "create table weighted_set(sessionId text, exerciseOrd integer, ord integer, weightValue text, weightUnit text, "
        "repsCompleted integer, completedAt text)"
    ),
    (
        "create table cardio_set(sessionId text, exerciseOrd integer, ord integer, completedAt text, durationMs integer, "
        "distanceValue text, distanceUnit text, weightValue text, weightUnit text)"
    ),
    "insert into session values ('a', 'Legs', '', '2026-01-02', 0, '82.4', 'kilograms')",
    "insert into session values ('b', 'Now', '', '2026-01-03', 1, null, null)",
    "insert into recorded_exercise values ('a', 0, 'RecordedWeightedExercise', 'deep', 'Squat', 1)",
    "insert into recorded_exercise values ('a', 1, 'RecordedWeightedExercise', null, 'Leg curl', 0)",
    "insert into recorded_exercise values ('a', 2, 'RecordedCardioExercise', null, 'Running', null)",
    "insert into recorded_exercise values ('b', 0, 'RecordedWeightedExercise', null, 'Squat', 0)",
    "insert into weighted_set values ('a', 0, 0, '97.5', 'kilograms', 8, '2026-01-02T18:05:00+01:00')",
    "insert into weighted_set values ('a', 0, 1, '97.5', 'kilograms', 7, '2026-01-02T18:09:00+01:00')",
    "insert into weighted_set values ('a', 0, 2, '97.5', 'kilograms', null, null)",
    "insert into weighted_set values ('a', 1, 0, '90', 'pounds', 12, '2026-01-02T18:12:00+01:00')",
    "insert into weighted_set values ('b', 0, 0, '20', 'kilograms', 5, '2026-01-03T18:12:00+01:00')",
    "insert into cardio_set values ('a', 2, 0, '2026-01-02T18:40:00+01:00', 1500000, '5', 'kilometre', null, null)",
)
PAYLOAD = {
    "version": 7,
    "id": "a",
    "blueprint": {"name": "Legs", "notes": ""},
    "date": "2026-01-02",
    "bodyweight": {"value": "82.4", "unit": "kilograms"},
    "recordedExercises": [
        {
            "type": "RecordedWeightedExercise",
            "blueprint": {"name": "Squat", "supersetWithNext": True},
            "notes": "deep",
            "potentialSets": [
                {"weight": {"value": "97.5", "unit": "kilograms"}, "set": {"repsCompleted": 8, "completionDateTime": "2026-01-02T18:05:00+01:00"}},
                {"weight": {"value": "97.5", "unit": "kilograms"}, "set": {"repsCompleted": 7, "completionDateTime": "2026-01-02T18:09:00+01:00"}},
                {"weight": {"value": "97.5", "unit": "kilograms"}},
            ],
        },
        {
            "type": "RecordedWeightedExercise",
            "blueprint": {"name": "Leg curl", "supersetWithNext": False},
            "potentialSets": [
                {"weight": {"value": "90", "unit": "pounds"}, "set": {"repsCompleted": 12, "completionDateTime": "2026-01-02T18:12:00+01:00"}},
            ],
        },
        {
            "type": "RecordedCardioExercise",
            "blueprint": {"name": "Running"},
            "sets": [
                {"completionDateTime": "2026-01-02T18:40:00+01:00", "duration": "PT25M", "distance": {"value": "5", "unit": "kilometre"}},
                {"duration": "PT25M"},
            ],
        },
    ],
}  # fmt: skip


def test_a_backup_of_rows_gives_the_same_and_leaves_out_what_still_runs(tmp_path) -> None:
    foreign = read(database(tmp_path / "rows.db", *ROWS))
    check(foreign, "liftlog-sqlite")
    assert any("still running" in sentence for sentence in foreign.warnings)


def test_a_backup_of_json_in_a_database_gives_the_same(tmp_path) -> None:
    foreign = read(
        database(
            tmp_path / "payload.db",
            "create table session(id text, active integer, payload text)",
            "insert into session values ('a', 0, :payload)",
            payload=json.dumps(PAYLOAD),
        )
    )
    check(foreign, "liftlog-sqlite-json")


def test_a_plain_database_is_read_without_gzip_too(tmp_path) -> None:
    check(read(gzip.decompress(database(tmp_path / "rows.db", *ROWS))), "liftlog-sqlite")


def test_any_log_may_be_packed_with_gzip() -> None:
    table = "Date,Exercise,Weight (kg),Reps\n2026-01-02,Squat,100,5\n"
    assert figures(read(gzip.compress(table.encode()))) == figures(read(table))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (EXPORT[:40], "cannot be unpacked"),
        (gzip.compress(EXPORT, mtime=0), "packed twice"),
        (gzip.compress(b"", mtime=0), "empty"),
        (b"\x1f\x8b broken", "cannot be unpacked"),
    ],
    ids=["cut off", "packed twice", "empty", "broken"],
)
def test_a_gzip_file_that_holds_no_log_gets_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(BadFileError, match=reason):
        read(data)


def test_a_gzip_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(BadFileError, match="unpacks to more"):
        read(gzip.compress(bytes(300 * 1024 * 1024), compresslevel=1))


@given(st.binary(max_size=200))
def test_bytes_are_a_message_or_a_value_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        protobuf_wire.fields(data)


def test_negative_numbers_and_every_kind_of_field_are_taken_apart() -> None:
    data = number(1, -7) + varint(2 << 3 | 1) + struct.pack("<q", -9) + decimal(0, -5) + inside(3, "π")
    values = protobuf_wire.fields(data)
    assert (values[1], values[2], protobuf_wire.text(values, 3)) == ([-7], [-9, -5], "π")
    assert sets(read(EXPORT))[0].reps == 8
