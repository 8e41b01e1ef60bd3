"""Files that are not tables: their sets become the same rows, with the same checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from iron.exchange.assemble import Assembly, ParsedRow, Rest
from iron.exchange.foreign import Foreign, ForeignMass, ForeignSet, Skipped
from iron.exchange.reading import cells, numbers, row_reading
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.dates import DateReader
from iron.exchange.reading.table import too_many_rows

if TYPE_CHECKING:
    from collections.abc import Hashable

    from iron.exchange.foreign import SetKind
    from iron.exchange.options import ReadOptions
    from iron.values.units import LengthUnit, MassUnit


@dataclass(slots=True)
class Records:
    """Sets collected from a file that is no table.

    Attributes:
        options: what the lifter answered.
    """

    options: ReadOptions
    assembly: Assembly = field(default_factory=Assembly)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: row_reading.Remarks = field(default_factory=row_reading.Remarks)
    masses: list[ForeignMass] = field(default_factory=list)
    dates: DateReader = field(default_factory=DateReader)
    count: int = 0
    rests: int = 0

    def moment(self, value: object, what: str) -> datetime:
        """Read a date: ISO text, or seconds or milliseconds since 1970."""
        return self.dates.read("" if value is None else str(value), what)

    def moment_or_none(self, value: object, what: str) -> datetime | None:
        """Read a date that a workout can do without; one that cannot be read is left out with a remark."""
        if not value:
            return None
        try:
            return self.moment(value, what)
        except RowProblemError as problem:
            self.remarks.add(f"{problem.reason} It was left out of {what}.", self.count)
            return None

    def add(
        self,
        key: Hashable,
        start: datetime,
        exercise: object,
        *,
        load: object = None,
        unit: MassUnit | None = None,
        reps: object = None,
        seconds: object = None,
        distance: object = None,
        distance_unit: LengthUnit | None = "m",
        kind: tuple[SetKind, bool] = ("working", False),
        rpe: object = None,
        note: object = None,
        exercise_note: str | None = None,
        title: str = "",
        end: datetime | None = None,
        workout_note: str | None = None,
        group: str | None = None,
        number: int | None = None,
    ) -> None:
        """Add one set; what cannot be right costs only itself, a set without any figure is listed as skipped."""
        self._count_row()
        try:
            name = cells.exercise_name("" if exercise is None else str(exercise), "exercise")
            amount = self._number(load, "load", cells.MOST_LOAD, low=-cells.MOST_LOAD)
            reps_done = self._number(reps, "reps", cells.MOST_REPS)
            lasting = self._number(seconds, "seconds", cells.MOST_SECONDS) or None
            way = self._number(distance, "distance", cells.MOST_DISTANCE) or None
        except RowProblemError as problem:
            self.skip(problem.column, problem.value, problem.reason)
            return
        if reps_done is None and lasting is None and way is None and not amount:
            self.skip(
                "",
                name,
                "The set has no reps, time or distance.",
                "Nothing to do: it is not one of your sets.",
            )
            return
        what = self._set((amount, reps_done, lasting, way), (unit, distance_unit), kind, rpe, note)
        self.assembly.add(
            ParsedRow(
                key, start, name, what, end, title, workout_note, number, group=group, note=exercise_note
            )
        )

    def _set(
        self,
        figures: tuple[float | None, float | None, float | None, float | None],
        units: tuple[MassUnit | None, LengthUnit | None],
        kind: tuple[SetKind, bool],
        rpe: object,
        note: object,
    ) -> ForeignSet:
        load, reps, seconds, distance = figures
        return ForeignSet(
            line=self.count,
            kind=kind[0],
            failure=kind[1],
            load=load or None,
            load_unit=units[0] if load else None,
            reps=None if not reps and (seconds or distance) else reps,
            duration_s=seconds,
            distance=distance,
            distance_unit=units[1] if distance else None,
            rpe=cells.rpe(self._number(rpe, "rpe", 100), self.count, self.remarks),
            note=cells.note(str(note)) if note else None,
        )

    def rest(self, key: Hashable, start: datetime, seconds: object) -> None:
        """Add a rest after the set above."""
        self._count_row()
        self.rests += 1
        rest = Rest(self._number(seconds, "rest", cells.MOST_SECONDS))
        self.assembly.add(ParsedRow(key, start, "", rest))

    def _count_row(self) -> None:
        self.count += 1
        if self.count > self.options.most_rows:
            raise too_many_rows(self.options.most_rows)

    def skip(self, column: str, value: object, reason: str, way_out: str = cells.CORRECT_IT) -> None:
        """List something that was not taken."""
        self.skipped.append(Skipped(self.count, column, str(value)[:80], reason, way_out))

    def foreign(self, app: str, layout: str, unit: MassUnit | None, *, experimental: bool) -> Foreign:
        """Return the file, read."""
        foreign = Foreign(
            app=app,
            format=layout,
            workouts=self.assembly.finish(self.options.zone),
            skipped=tuple(self.skipped),
            warnings=tuple(self.remarks.sentences()),
            unit=unit,
            data_rows=self.count,
            rest_rows=self.rests,
            experimental=experimental,
            date_question=self.dates.question,
            measurements=tuple(self.masses),
        )
        in_utc = self.dates.utc > 0 and not self.dates.other and self.options.zone is None
        return row_reading.finish(foreign, in_utc=in_utc)

    def _number(self, value: object, what: str, most: float, low: float = 0) -> float | None:
        if value is None or isinstance(value, (bool, Mapping, list)):
            return None
        try:
            number = numbers.quantity(str(value)).value
        except ValueError:
            raise RowProblemError(what, str(value)[:80], f"“{str(value)[:80]}” is not a number.") from None
        if number is not None and not low <= number <= most:
            self.remarks.add(f"{what} {number:g} cannot be right; the set was kept without it.", self.count)
            return None
        return None if number is None else cells.without_dust(number)


def listed(value: object) -> list[Mapping[str, Any]]:
    """Return the objects of a JSON list; anything else is none."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def mapping(value: object) -> Mapping[str, Any]:
    """Return a JSON object; anything else is an empty one."""
    return value if isinstance(value, Mapping) else {}
