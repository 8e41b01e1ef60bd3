"""SQLite files, opened for reading only: FitNotes' backup, Health Connect (docs/formats.md#databases)."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from iron.exchange.foreign import ForeignMass
from iron.exchange.reading.cells import RowProblemError, note
from iron.exchange.reading.records import Records
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.exchange.sqlite_file import Database

# FitNotes' units of distance on a row (docs/formats.md#databases): 2 was met on a rowing row in metres.
_FITNOTES_LENGTHS: Final = {0: "km", 1: "mi", 2: "m"}
_SET_COMMENTS: Final = "select owner_id as k, comment as v from Comment where owner_type_id = 1"
_SETS: Final = (
    "select t.*, e.name as exercise_name from training_log t left join exercise e on e._id = t.exercise_id "
    "order by t.date, t._id"
)
# 70 and 81 are Health Connect's numbers of strength training and weightlifting.
_SEGMENTS: Final = (
    "select g.*, s.start_time as session_start, s.end_time as session_end, s.start_zone_offset as zone, "
    "s.title as title from exercise_segments_table g join exercise_session_record_table s "
    "on s.row_id = g.parent_key where s.exercise_type in (70, 81) order by s.start_time, g.segment_start_time"
)


def read(database: Database, options: ReadOptions) -> Foreign:
    """Read a database by its tables.

    Raises:
        BadFileError: of no app that Iron knows.
    """
    if {"training_log", "exercise"} <= database.tables:
        return _fitnotes(database, options)
    if "exercise_session_record_table" in database.tables:
        return _health_connect(database, options)
    raise BadFileError(
        "This file is a database of no app that Iron knows. Export the log as CSV in the app and choose that file."
    )


def _fitnotes(database: Database, options: ReadOptions) -> Foreign:
    """Read FitNotes' backup: loads are always kilograms, a day is a workout."""
    records = Records(options)
    records.remarks.add("FitNotes keeps no time of day; every workout stands at 00:00 of its day.", 1)
    comments = _by_key(database, "Comment", _SET_COMMENTS)
    notes = _by_key(database, "WorkoutComment", "select date as k, comment as v from WorkoutComment")
    groups = _by_key(
        database,
        "WorkoutGroupExercise",
        "select exercise_id || '|' || date as k, workout_group_id as v from WorkoutGroupExercise",
    )
    for row in database.rows(_SETS):
        try:
            start = records.moment(row.get("date"), "date")
        except RowProblemError as problem:
            records.count += 1
            records.skip(problem.column, problem.value, problem.reason)
            continue
        length = _FITNOTES_LENGTHS.get(row.get("unit") or 0, "m")
        group = groups.get(f"{row.get('exercise_id')}|{row.get('date')}")
        records.add(
            start.date(),
            start,
            row.get("exercise_name"),
            load=row.get("metric_weight"),
            unit="kg",
            reps=row.get("reps"),
            seconds=row.get("duration_seconds"),
            distance=row.get("distance"),
            distance_unit="km" if length == "km" else "mi" if length == "mi" else "m",
            note=comments.get(str(row.get("_id"))),
            workout_note=note(notes.get(str(row.get("date")), "")),
            group=f"{group}"[:20] if group is not None else None,
        )
    if "BodyWeight" in database.tables:
        for row in database.rows("select * from BodyWeight"):
            _mass(records, row.get("date"), row.get("body_weight_metric"))
    return records.foreign("fitnotes", "fitnotes-backup", "kg", experimental=False)


def _by_key(database: Database, table: str, query: str) -> dict[str, str]:
    if table not in database.tables:
        return {}
    try:
        return {str(row["k"]): str(row["v"]) for row in database.rows(query) if row["v"] is not None}
    except sqlite3.OperationalError:  # an older schema lacks the column
        return {}


def _mass(records: Records, at: object, kg: object) -> None:
    if isinstance(kg, (int, float)) and 20 <= kg <= 700:
        try:
            moment = records.moment(at, "date")
        except RowProblemError:
            return
        records.masses.append(ForeignMass(moment.replace(tzinfo=None), round(float(kg), 2), "kg"))


def _health_connect(database: Database, options: ReadOptions) -> Foreign:
    """Read Health Connect: strength segments with reps or loads become sets, weights body masses."""
    records = Records(options)
    records.remarks.add(
        "Health Connect names movements by number and rarely keeps loads; look at every workout.", 1
    )
    if "exercise_segments_table" in database.tables:
        for row in database.rows(_SEGMENTS):
            start = _wall(row.get("session_start"), row.get("zone"))
            grams = row.get("weight_grams")
            records.add(
                row.get("parent_key"),
                start,
                f"Health Connect segment {row.get('segment_type')}",
                load=grams / 1000 if isinstance(grams, (int, float)) and grams > 0 else None,
                unit="kg",
                reps=row.get("repetitions_count") or None,
                end=_wall(row.get("session_end"), row.get("zone")),
                title=str(row.get("title") or ""),
            )
    if "weight_record_table" in database.tables:
        for row in database.rows("select * from weight_record_table"):
            grams = row.get("weight")
            if isinstance(grams, (int, float)):
                _mass(
                    records,
                    f"{_wall(row.get('time'), row.get('zone_offset')):%Y-%m-%d %H:%M:%S}",
                    grams / 1000,
                )
    return records.foreign("health-connect", "health-connect", "kg", experimental=True)


def _wall(milliseconds: object, offset_s: object) -> datetime:
    """Return local wall time for milliseconds since 1970 and an offset in seconds."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(str(milliseconds or 0)))
    return (moment + timedelta(seconds=int(str(offset_s or 0)))).replace(tzinfo=None)
