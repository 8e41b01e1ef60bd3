"""Hevy's CSV (docs/formats.md#hevy), with English months; the unit stands in the column names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.exchange.exporters.rows import ExportRow, amount, export_rows, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from iron.records.own_exercises.merged import Merged
    from iron.values.units import MassUnit

_LOAD: Final[dict[MassUnit, str]] = {"kg": "weight_kg", "lb": "weight_lbs"}
_DISTANCE: Final[dict[MassUnit, str]] = {"kg": "distance_km", "lb": "distance_miles"}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KINDS: Final = {"warm-up": "warmup", "drop": "dropset"}


def file_name(unit: MassUnit) -> str:
    """Return a file name that says the unit."""
    return f"hevy_{unit}.csv"


def write(
    workouts: Iterable[Mapping[str, Any]],
    *,
    unit: MassUnit,
    names: Mapping[str, str],
    merged: Merged | None = None,
) -> str:
    """Write workouts as Hevy CSV; seconds of start and end, and rest times, have no place there.

    Args:
        workouts: bodies of kind workout.
        unit: unit of loads; distances are in km with kg and in miles with lb.
        names: exercise name by id.
        merged: which own exercises count as another one.
    """
    header = (
        *(
            "title",
            "start_time",
            "end_time",
            "description",
            "exercise_title",
            "superset_id",
            "exercise_notes",
        ),
        *("set_index", "set_type", _LOAD[unit], "reps", _DISTANCE[unit], "duration_seconds", "rpe"),
    )
    return table(header, map(_line, export_rows(workouts, unit, names, merged)))


def _line(row: ExportRow) -> tuple[str, ...]:
    kind = _KINDS.get(row.kind) or ("failure" if row.failure else "normal")
    return (
        words(row.title),
        _date(row.start),
        _date(row.end),
        words(row.workout_note),
        words(row.exercise),
        words(_superset(row.group)),
        words(row.entry_note),
        str(row.number),
        kind,
        amount(row.load),
        amount(row.reps),
        amount(row.distance),
        amount(row.duration_s),
        amount(row.rpe),
    )


def _superset(group: str) -> str:
    """Return the number of a superset: A is 0; what is no letter stands as it is."""
    return str(ord(group) - ord("A")) if len(group) == 1 and "A" <= group <= "Z" else group


def _date(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"
