"""Workout documents as flat rows, for writers of tables."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.reading.cells import without_dust
from iron.records.own_exercises.merged import Merged
from iron.values import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iron.values.units import LengthUnit, MassUnit

# Strong and Hevy take kilometres with kilograms and miles with pounds (docs/formats.md#strong).
LENGTH_OF: Final[dict[MassUnit, LengthUnit]] = {"kg": "km", "lb": "mi"}


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One set on its way out.

    Attributes:
        start: local start of its workout.
        end: local end; the start for an open workout.
        title: title of the workout.
        workout_note: note of the workout.
        exercise: name of the exercise.
        entry_number: place of the entry in its workout, from 0.
        entry_note: note of the entry.
        group: superset letter.
        number: place of the set in its entry, from 0.
        kind: kind of set.
        load: in the unit of the export, None = no load.
        reps: repetitions.
        distance: in the distance unit of the export.
        duration_s: duration [s].
        rpe: 10 − RIR, None = unknown.
        failure: taken to failure.
        rest_s: rest after it [s].
    """

    start: datetime
    end: datetime
    title: str
    workout_note: str
    exercise: str
    entry_number: int
    entry_note: str
    group: str
    number: int
    kind: str
    load: float | None
    reps: float | None
    distance: float | None
    duration_s: float | None
    rpe: float | None
    failure: bool
    rest_s: float | None


def export_rows(
    workouts: Iterable[Mapping[str, Any]],
    unit: MassUnit,
    names: Mapping[str, str],
    merged: Merged | None = None,
) -> Iterator[ExportRow]:
    """Flatten workout bodies into rows, oldest workout first, entries and sets by their order keys.

    Args:
        workouts: bodies of kind workout.
        unit: unit of the exported loads.
        names: exercise name by id; an imported set keeps the name that its file had, an unknown id stands as it is.
        merged: which own exercises count as another one; their sets go out under that one's name.
    """
    merged = merged or Merged()
    for workout in sorted(workouts, key=lambda body: str(body["start"])):
        start = datetime.fromisoformat(workout["start"])
        end = datetime.fromisoformat(workout.get("end", workout["start"]))
        for entry_number, entry in enumerate(_ordered(workout.get("entries", []))):
            counted = merged.target(entry["exercise"]).exercise
            for number, one in enumerate(_ordered(entry.get("sets", []))):
                written = one.get("source", {}).get("name") if counted == entry["exercise"] else None
                name = written or names.get(counted, counted)
                yield ExportRow(
                    start=start,
                    end=end,
                    title=workout.get("title", ""),
                    workout_note=workout.get("note", ""),
                    exercise=name,
                    entry_number=entry_number,
                    entry_note=entry.get("note", ""),
                    group=entry.get("group", ""),
                    number=number,
                    kind=one.get("kind", "working"),
                    load=_load(one.get("load"), unit),
                    reps=one.get("reps"),
                    distance=_distance(one.get("distance"), LENGTH_OF[unit]),
                    duration_s=one.get("duration_s"),
                    rpe=None if one.get("rir") is None else 10 - one["rir"],
                    failure=bool(one.get("failure")),
                    rest_s=one.get("rest_s"),
                )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table as CSV with line feeds."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def amount(value: float | None) -> str:
    """Write a number without a needless ``.0``; blank for None.

    >>> amount(180.0), amount(2.5), amount(None)
    ('180', '2.5', '')
    """
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def _ordered(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(items, key=lambda item: (item.get("order", ""), item["id"]))


def _load(load: Mapping[str, Any] | None, unit: MassUnit) -> float | None:
    if load is None:
        return None
    if load["unit"] == unit:
        return float(load["value"])
    return without_dust(units.mass_in(units.mass_kg(load["value"], load["unit"]), unit))


def _distance(distance: Mapping[str, Any] | None, unit: LengthUnit) -> float | None:
    if distance is None:
        return None
    if distance["unit"] == unit:
        return float(distance["value"])
    return units.length_m(distance["value"], distance["unit"]) / units.length_m(1, unit)
