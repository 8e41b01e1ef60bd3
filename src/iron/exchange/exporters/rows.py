"""Workout documents as flat rows, for writers of tables."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.reading.cells import FORMULA_STARTS, without_dust
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
        entry_note: note of the entry, the notes of its sets behind it.
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
        for entry_number, entry in enumerate(ordered(workout.get("entries", []))):
            counted = merged.target(entry["exercise"]).exercise
            for number, set_ in enumerate(ordered(entry.get("sets", []))):
                written = set_.get("source", {}).get("name") if counted == entry["exercise"] else None
                name = written or names.get(counted, counted)
                yield ExportRow(
                    start=start,
                    end=end,
                    title=workout.get("title", ""),
                    workout_note=workout.get("note", ""),
                    exercise=name,
                    entry_number=entry_number,
                    entry_note=_entry_note(entry),
                    group=entry.get("group", ""),
                    number=number,
                    kind=set_.get("kind", "working"),
                    load=_load(set_.get("load"), unit),
                    reps=set_.get("reps"),
                    distance=_distance(set_.get("distance"), LENGTH_OF[unit]),
                    duration_s=set_.get("duration_s"),
                    rpe=None if set_.get("rir") is None else 10 - set_["rir"],
                    failure=bool(set_.get("failure")),
                    rest_s=set_.get("rest_s"),
                )


def left_out(workouts: Iterable[Mapping[str, Any]], app: str) -> list[str]:
    """What a table of another app has no place for, counted: ``setup of 12 sets``; empty where nothing is lost.

    Args:
        workouts: bodies of kind workout.
        app: ``strong``, ``hevy`` or ``fit``.
    """
    counts: Counter[str] = Counter()
    for workout in workouts:
        for entry in workout.get("entries", ()):
            sets = entry.get("sets", ())
            counts["machines"] += len(sets) if entry.get("machine") else 0
            counts["supersets"] += len(sets) if entry.get("group") and app != "hevy" else 0
            counts["plans"] += len(sets) if entry.get("plan") else 0
            for set_ in sets:
                counts["setup"] += bool(set_.get("setup"))
                counts["depth"] += bool(set_.get("depth"))
                counts["sides"] += set_.get("side", "both") != "both"
                counts["tempo"] += bool(set_.get("tempo"))
                counts["faults"] += bool(set_.get("faults"))
                counts["rests"] += bool(set_.get("rest_s")) and app == "hevy"
                if app == "fit":
                    counts["notes"] += bool(set_.get("note"))
                    counts["kinds"] += set_.get("kind", "working") != "working"
                    counts["RIR"] += set_.get("rir") is not None
                    counts["distances"] += bool(set_.get("distance"))
    return [
        f"{what} of {count:,} {'set' if count == 1 else 'sets'}" for what, count in counts.items() if count
    ]


def _entry_note(entry: Mapping[str, Any]) -> str:
    """The note of an entry and those of its sets, in one text: the tables have one place for them."""
    notes = [str(entry.get("note", ""))]
    notes += [
        f"Set {number}: {set_['note']}"
        for number, set_ in enumerate(ordered(entry.get("sets", [])), 1)
        if set_.get("note")
    ]
    return "; ".join(filter(None, notes))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table as CSV with line feeds."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def words(text: str) -> str:
    r"""Write a text that somebody typed so that no spreadsheet takes it for a formula: with an apostrophe before it.

    Iron's own readers take the apostrophe off again. Source: OWASP, CSV Injection.

    >>> words('=HYPERLINK("http://x")'), words("- left knee"), words("Legs"), words("'t was heavy")
    ('\'=HYPERLINK("http://x")', "'- left knee", 'Legs', "'t was heavy")
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def amount(value: float | None) -> str:
    """Write a number without a needless ``.0``; blank for None.

    >>> amount(180.0), amount(2.5), amount(None)
    ('180', '2.5', '')
    """
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def ordered(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Entries or sets by their order keys."""
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
