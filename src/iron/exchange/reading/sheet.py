"""One table on its way into sets: columns by name, numbers in the file's own writing, dates, and what was doubtful.

Every reader of a table takes its cells from here, so the rules are the same for all: an absent column is absent, a
wrong side value costs only itself, and what was left out is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from iron.exchange.foreign import ForeignSet, SetKind
from iron.exchange.options import NO_OPTIONS, ReadOptions
from iron.exchange.reading import cells, kinds, numbers
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.columns import TIME_WORDS, Columns, columns
from iron.exchange.reading.dates import DateReader, date_reader
from iron.exchange.reading.remembered import Marks, once_per_text
from iron.exchange.reading.row_reading import Remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from iron.exchange.reading.columns import Place
    from iron.exchange.reading.remembered import Remembered
    from iron.exchange.reading.table import Row, Table
    from iron.values.units import LengthUnit, MassUnit

# A load as read: number, unit and flags.
Loaded = tuple[float | None, "MassUnit | None", tuple[str, ...]]

# More different dates than this are not looked at to learn their order and language.
_SAMPLE_DATES: Final = 200_000


@dataclass(slots=True)
class Sheet:
    """A table, its columns and what all its rows share."""

    table: Table
    columns: Columns
    dates: DateReader
    options: ReadOptions
    row_count: int = 0
    remarks: Remarks = field(default_factory=Remarks)
    endless: set[datetime] = field(default_factory=set)
    marks: Marks = field(default_factory=Marks)
    remembered: dict[tuple[object, ...], Remembered] = field(default_factory=dict, init=False)
    _indexes: dict[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict, init=False)
    _ends: dict[tuple[datetime, float], datetime] = field(default_factory=dict)

    def text(self, row: Row, *names: str) -> str:
        """Return the trimmed cell of the first of these columns that says something; empty where none does."""
        indexes = self._indexes.get(names)
        if indexes is None:
            indexes = self._indexes[names] = tuple(place.index for place in self.columns.find(*names))
        for index in indexes:
            if text := row.cells[index].strip():
                return text
        return ""

    def note(self, row: Row, *names: str) -> str | None:
        """Return a note, or None for a blank one."""
        text = self.text(row, *names)
        return cells.note(text) if text else None

    @once_per_text
    def moment(self, row: Row, *names: str) -> datetime:
        """Return the date of a row; raises RowProblemError where it has none."""
        place = self._first(row, *names)
        header = self.header(*names)
        return self.dates.read(row.cells[place.index] if place else "", header)

    def moment_or_none(self, row: Row, *names: str) -> datetime | None:
        """Return a date that a row can do without; one that cannot be read is left out with a remark."""
        if not self.text(row, *names):
            return None
        try:
            return self.moment(row, *names)
        except RowProblemError as problem:
            self.remarks.add(f"{problem.reason} It was left out of {problem.column}.", row.line)
            return None

    @once_per_text
    def exercise(self, row: Row, *names: str) -> str:
        """Return the exercise name of a row; raises RowProblemError where it has none."""
        place = self._first(row, *names)
        return cells.exercise_name(row.cells[place.index] if place else "", self.header(*names))

    def header(self, *names: str) -> str:
        """Return a header as written, for a reason; the name itself where the table has no such column."""
        return next((place.header for place in self.columns.find(*names)), names[0] if names else "")

    def quantity(self, row: Row, *names: str) -> tuple[numbers.Quantity, Place] | None:
        """Return the number of the first of these columns that says something.

        Raises:
            RowProblemError: the cell holds no number.
        """
        place = self._first(row, *names)
        if place is None:
            return None
        text = row.cells[place.index]
        try:
            quantity = numbers.quantity(text, self._mark_for(text))
        except ValueError:
            raise RowProblemError(
                place.header, text.strip()[:80], f"“{text.strip()[:80]}” is not a number."
            ) from None
        if quantity.grouped:
            self.remarks.add(
                f"“{text.strip()}” was read as {quantity.value:g}: the comma or point parts the thousands.",
                row.line,
            )
        return quantity, place

    @once_per_text
    def load(
        self, row: Row, *names: str, unit: MassUnit | None = None, unit_names: tuple[str, ...] = ()
    ) -> tuple[float | None, MassUnit | None, tuple[str, ...]]:
        """Return the load of a row, its unit and flags; zero means none, below zero means help.

        The unit is that of the cell, else of the row's unit column, else of the header, else ``unit``.
        """
        result = self.quantity(row, *names)
        if result is None or not result[0].value:
            return None, None, ()
        quantity, place = result
        value = quantity.value or 0.0
        if abs(value) > cells.MOST_LOAD:
            self.left_out(row, place.header, f"A load of {value:g}")
            return None, None, (cells.VALUE_LEFT_OUT,)
        named_unit = numbers.MASS_WORDS.get(quantity.word.strip(" .()[]"))
        if quantity.word and named_unit is None:
            named_unit = self._odd_word(row, place, quantity.word)
        if named_unit is None and unit_names:
            named_unit = self._unit_cell(row, unit_names)
        return cells.without_dust(value), named_unit or numbers.MASS_WORDS.get(place.unit) or unit, ()

    def _odd_word(self, row: Row, place: Place, word: str) -> MassUnit | None:
        parts = word.replace("/", " ").split()
        named_unit = numbers.MASS_WORDS.get(parts[0].strip(".,()")) if parts else None
        if named_unit is None and not word.startswith(("(", "each", "per", "je", "x", "+")):
            reason = f"“{word[:40]}” is not a unit of load; Iron knows kg and lb."
            raise RowProblemError(place.header, row.cells[place.index].strip()[:80], reason)
        self.remarks.add(
            f"“{row.cells[place.index].strip()[:40]}”: only the number was read as the load.", row.line
        )
        return named_unit

    def _unit_cell(self, row: Row, names: tuple[str, ...]) -> MassUnit | None:
        word = self.text(row, *names).casefold().rstrip(".")
        if not word or word in numbers.BLANKS:
            return None
        if word not in numbers.MASS_WORDS:
            header = self.columns.find(*names)[0].header
            raise RowProblemError(
                header, word[:80], f"“{word[:40]}” is not a unit of load; Iron knows kg and lb."
            )
        return numbers.MASS_WORDS[word]

    @once_per_text
    def reps(self, row: Row, *names: str) -> tuple[float | None, tuple[str, ...]]:
        """Return the repetitions of a row and flags; more than a document holds are left out and flagged."""
        result = self.quantity(row, *names)
        if result is None or result[0].value is None:
            return None, ()
        value, place = result[0].value, result[1]
        if value < 0:
            raise RowProblemError(place.header, row.cells[place.index].strip(), "Reps cannot be below zero.")
        word = result[0].word
        if word and word.strip(" .") not in numbers.REP_WORDS:
            text = row.cells[place.index].strip()[:40]
            if any(sign.isdigit() for sign in word) and word[0] in "x×*":
                # "3x5" may be sets and reps or the other way round: no number is better than a wrong one.
                self.remarks.add(
                    f"“{text}” in “{place.header}” is more than reps; the set was kept without it.", row.line
                )
                return None, (cells.VALUE_LEFT_OUT,)
            self.remarks.add(f"“{text}”: only the number was read as the reps.", row.line)
        if value > cells.MOST_REPS:
            self.left_out(row, place.header, f"{value:g} reps")
            return None, (cells.VALUE_LEFT_OUT,)
        return cells.without_dust(value), ()

    @once_per_text
    def seconds(self, row: Row, *names: str) -> float | None:
        """Return a duration [s]; the unit may stand in the header or in the cell. Zero and nonsense mean none."""
        place = self._first(row, *names)
        if place is None:
            return None
        text = row.cells[place.index].strip()
        if text.casefold() in numbers.BLANKS:
            return None
        value = cells.duration_s(text, TIME_WORDS.get(place.unit, 1.0))
        if value is None:
            self.left_out(row, place.header, f"The duration “{text[:40]}”")
        return value or None

    @once_per_text
    def distance(
        self, row: Row, *names: str, unit: LengthUnit | None = None, unit_names: tuple[str, ...] = ()
    ) -> tuple[float | None, LengthUnit | None]:
        """Return a distance with its unit; zero and nonsense mean none."""
        result = self._side(row, *names)
        if result is None or not result[0].value:
            return None, None
        quantity, place = result
        value = quantity.value or 0.0
        if not 0 < value <= cells.MOST_DISTANCE:
            self.left_out(row, place.header, f"A distance of {value:g}")
            return None, None
        named_unit = numbers.LENGTH_WORDS.get(quantity.word.strip(" ."))
        if named_unit is None and unit_names:
            word = self.text(row, *unit_names).casefold().rstrip(".")
            named_unit = numbers.LENGTH_WORDS.get(word)
            if word and named_unit is None:
                self.left_out(row, self.columns.find(*unit_names)[0].header, f"The distance in “{word[:20]}”")
                return None, None
        return cells.without_dust(value), named_unit or numbers.LENGTH_WORDS.get(place.unit) or unit

    @once_per_text
    def rpe(self, row: Row, *names: str) -> float | None:
        """Return an RPE from 1 to 10: ``8``, ``8,5``, ``@8``, ``8+``; anything else is left out with a remark."""
        place = self._first(row, *names)
        if place is None:
            return None
        text = row.cells[place.index].strip()
        result = self.number_or_none(text.casefold().removeprefix("rpe").strip(" @+~=:"))
        if result is None and text.casefold() not in numbers.BLANKS:
            self.remarks.add(f"RPE “{text[:20]}” was not understood; the set was kept without it.", row.line)
        return cells.rpe(result, row.line, self.remarks)

    @once_per_text
    def rir(self, row: Row, *names: str) -> float | None:
        """Return the RPE for reps in reserve [0..10]; 3 in reserve is RPE 7."""
        result = self._side(row, *names)
        if result is None or result[0].value is None:
            return None
        return cells.rpe(10 - result[0].value, row.line, self.remarks)

    @once_per_text
    def whole(self, row: Row, *names: str) -> int | None:
        """Return a set number or a count; None for anything that is no whole number."""
        result = self._side(row, *names)
        value = result[0].value if result else None
        return int(value) if value is not None and value == int(value) and abs(value) < 1e9 else None

    @once_per_text
    def kind(self, row: Row, *names: str) -> tuple[SetKind, bool]:
        """Return the kind of set and whether it went to failure; a new word is kept as a working set, and said."""
        word = self.text(row, *names)
        known = kinds.kind_of(word)
        if known is None:
            self.remarks.add(
                f"the set type “{word[:40]}” is new to Iron; the set was kept as a working set.", row.line
            )
        return known or ("working", False)

    def end(self, row: Row, start: datetime, *names: str) -> datetime | None:
        """Return the end of a workout whose length stands in a column; over 100 hours it has none."""
        seconds = self.lasting(row, *names)
        if seconds is None:
            return None
        if not 0 <= seconds <= cells.MOST_SECONDS:
            self.endless.add(start)
            return None
        end = self._ends.get((start, seconds))
        if end is None:
            end = self._ends[start, seconds] = start + timedelta(seconds=seconds)
        return end

    @once_per_text
    def lasting(self, row: Row, *names: str) -> float | None:
        """Return the length of a workout [s], however long; None where its column says none."""
        place = self._first(row, *names)
        if place is None:
            return None
        text = row.cells[place.index].strip()
        seconds = cells.seconds_of(text, TIME_WORDS.get(place.unit, 1.0))
        if seconds is None and text.casefold() not in numbers.BLANKS:
            self.remarks.add(f"the workout duration “{text[:40]}” was not understood and left out.", row.line)
        return seconds

    def left_out(self, row: Row, header: str, what: str) -> None:
        """Say that a value of a set was left out because it cannot be right."""
        self.remarks.add(f"{what} in “{header}” cannot be right; the set was kept without it.", row.line)

    def number_or_none(self, text: str) -> float | None:
        """Return a number in the file's writing, None for anything else."""
        try:
            return numbers.quantity(text, self._mark_for(text)).value
        except ValueError:
            return None

    def _side(self, row: Row, *names: str) -> tuple[numbers.Quantity, Place] | None:
        try:
            return self.quantity(row, *names)
        except RowProblemError as problem:
            self.remarks.add(f"{problem.reason} The set was kept without {problem.column or 'it'}.", row.line)
            return None

    def _first(self, row: Row, *names: str) -> Place | None:
        for place in self.columns.find(*names):
            text = row.cells[place.index]
            if text and not text.isspace():
                return place
        return None

    def _mark_for(self, text: str) -> numbers.DecimalMark | None:
        """Return the decimal mark of the file where a number depends on it; it is learned from all numbers once."""
        if not self.marks.known and numbers.depends_on_mark(text):
            self.marks.known = True
            self.marks.decimal = numbers.decimal_mark(self._number_cells())
        return self.marks.decimal

    def _number_cells(self) -> Iterator[str]:
        names = (
            "weight",
            "kg",
            "lb",
            "lbs",
            "load",
            "reps",
            "distance",
            "seconds",
            "rpe",
            *self.options.columns.values(),
        )
        indexes = {place.index for name in names for place in self.columns.by_name.get(name.casefold(), ())}
        if not indexes:
            indexes = set(range(self.columns.width))
        for row in self.table.rows:
            for index in indexes:
                if index < len(row.cells):
                    yield row.cells[index]


def sheet(
    table: Table,
    *dates: str,
    options: ReadOptions = NO_OPTIONS,
    when: Callable[[Row], str | None] | None = None,
) -> Sheet:
    """Look through a table and prepare it for reading.

    Args:
        table: the file.
        dates: names of its date columns, all written in the same way.
        options: what the lifter answered.
        when: makes the date of a row that stands in several columns; None for a row without.
    """
    result = columns(table.header)
    places = sorted({place.index for name in dates for place in result.find(name)})
    texts: dict[str, None] = {}

    def note(row: Row) -> None:
        if len(texts) >= _SAMPLE_DATES:
            return
        for index in places:
            if index < len(row.cells):
                texts[row.cells[index]] = None
        if when is not None and (text := when(row)) is not None:
            texts[text] = None

    row_count = table.look(note)
    return Sheet(table, result, date_reader(texts, options.date_order), options, row_count)


def make_set(
    row: Row,
    *,
    load: tuple[float | None, MassUnit | None, tuple[str, ...]] = (None, None, ()),
    reps: tuple[float | None, tuple[str, ...]] = (None, ()),
    seconds: float | None = None,
    distance: tuple[float | None, LengthUnit | None] = (None, None),
    kind: tuple[SetKind, bool] = ("working", False),
    rpe: float | None = None,
    note: str | None = None,
) -> ForeignSet:
    """Join the parts of a row to a set; no reps beside a time or a distance means a set without reps."""
    timed = seconds is not None or distance[0] is not None
    return ForeignSet(
        line=row.line,
        kind=kind[0],
        load=load[0],
        load_unit=load[1] if load[0] is not None else None,
        reps=None if timed and not reps[0] else reps[0],
        duration_s=seconds,
        distance=distance[0],
        distance_unit=distance[1],
        rpe=rpe,
        failure=kind[1],
        note=note,
        flags=(*load[2], *reps[1]),
        raw=row.raw,
    )
