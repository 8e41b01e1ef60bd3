"""Strong S3 CSV, the table that most other apps take in (docs/formats.md#for-leaving).

The format has no place for the unit; it stands in the file name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.exchange.exporters.rows import ExportRow, amount, export_rows, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iron.records.own_exercises.merged import Merged
    from iron.values.units import MassUnit

HEADER: Final = (
    *(
        "Date",
        "Workout Name",
        "Duration",
        "Exercise Name",
        "Set Order",
        "Weight",
        "Reps",
        "Distance",
        "Seconds",
    ),
    *("Notes", "Workout Notes", "RPE"),
)
_LETTERS: Final = {"warm-up": "W", "drop": "D"}


def file_name(unit: MassUnit) -> str:
    """Return a file name that says the unit."""
    return f"strong_{unit}.csv"


def write(
    workouts: Iterable[Mapping[str, Any]],
    *,
    unit: MassUnit,
    names: Mapping[str, str],
    merged: Merged | None = None,
) -> str:
    """Write workouts as Strong S3 CSV.

    Args:
        workouts: bodies of kind workout.
        unit: unit of loads; distances are in km with kg and in miles with lb.
        names: exercise name by id.
        merged: which own exercises count as another one.
    """
    return table(HEADER, _lines(export_rows(workouts, unit, names, merged)))


def _lines(rows: Iterable[ExportRow]) -> Iterator[tuple[str, ...]]:
    workout = entry = None
    counted = 0
    for row in rows:
        new_workout = (row.start, row.title) != workout
        new_entry = new_workout or (row.start, row.title, row.entry_number) != entry
        workout = (row.start, row.title)
        entry = (row.start, row.title, row.entry_number)
        counted = 0 if new_entry else counted
        letter = _LETTERS.get(row.kind) or ("F" if row.failure else "")
        counted += not letter
        yield _line(
            row,
            letter or str(counted),
            (
                amount(row.load or 0),
                amount(row.reps or 0),
                amount(row.distance or 0),
                amount(row.duration_s or 0),
            ),
            _escaped(row.entry_note) if new_entry else "",
            _escaped(row.workout_note) if new_workout else "",
            amount(row.rpe),
        )
        if row.rest_s:
            yield _line(row, "Rest Timer", ("0", "0", "0", amount(row.rest_s)), "", "", "")


def _line(
    row: ExportRow, order: str, figures: tuple[str, str, str, str], note: str, workout_note: str, rpe: str
) -> tuple[str, ...]:
    duration = _duration((row.end - row.start).total_seconds())
    start = row.start.strftime("%Y-%m-%d %H:%M:%S")
    return (start, words(row.title), duration, words(row.exercise), order, *figures, note, workout_note, rpe)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{count}{unit}" for count, unit in ((hours, "h"), (minutes, "m")) if count]
    if rest and not hours:
        parts.append(f"{rest}s")
    return " ".join(parts) or "0s"


def _escaped(note: str) -> str:
    return words(note.replace("\n", "\\n"))
