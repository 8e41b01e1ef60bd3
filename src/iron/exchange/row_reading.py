"""The loop that every reader runs over its rows: good rows are parsed, bad ones are kept as skipped with a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iron.exchange import assemble
from iron.exchange.cells import RowProblemError
from iron.exchange.foreign import Foreign, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from iron.exchange.table import Row, Table
    from iron.values.units import MassUnit


@dataclass(slots=True)
class Remarks:
    """Warnings collected while reading: each is said once, with its count and first line."""

    counts: Counter[str] = field(default_factory=Counter)
    first_line: dict[str, int] = field(default_factory=dict)

    def add(self, sentence: str, line: int) -> None:
        """Note that the sentence holds for this line."""
        self.counts[sentence] += 1
        self.first_line.setdefault(sentence, line)

    def sentences(self) -> list[str]:
        """Return the warnings with where they hold."""
        return [
            f"Line {self.first_line[sentence]}: {sentence}"
            if count == 1
            else f"{count:,} rows, first on line {self.first_line[sentence]}: {sentence}"
            for sentence, count in self.counts.items()
        ]


def read_rows(
    table: Table,
    parse: Callable[[Row], assemble.ParsedRow | list[assemble.ParsedRow]],
    remarks: Remarks,
    *,
    app: str,
    layout: str,
    unit: MassUnit | None,
    experimental: bool = False,
) -> Foreign:
    """Read all rows of a table with a row parser.

    Args:
        table: the file.
        parse: reads one row, in some formats several sets of it, or raises RowProblemError.
        remarks: the warnings that ``parse`` collects.
        app: source app.
        layout: format name of the file.
        unit: unit that the file states for all its loads.
        experimental: the reader was built without a real file.

    Returns:
        The file, with every row either read or skipped.
    """
    parsed: list[assemble.ParsedRow] = []
    skipped: list[Skipped] = []
    rest_rows = note_rows = 0
    for row in table.rows:
        try:
            read = parse(row)
        except RowProblemError as problem:
            skipped.append(Skipped(row.line, problem.column, problem.value, problem.reason))
            continue
        if isinstance(read, list):
            parsed.extend(read)
            continue
        rest_rows += isinstance(read.what, assemble.Rest)
        note_rows += isinstance(read.what, assemble.Remark)
        parsed.append(read)
    warnings = remarks.sentences()
    if rest_rows:
        warnings.append(f"{rest_rows:,} rest-timer rows were kept as rest times, not counted as sets.")
    if experimental:
        warnings.append(
            "This reader is experimental: nobody had a real file of this app to try it on. "
            "Look at a few workouts, and tell us a line that went wrong."
        )
    return Foreign(
        app=app,
        format=layout,
        workouts=assemble.workouts(parsed),
        skipped=tuple(skipped),
        warnings=tuple(warnings),
        unit=unit,
        data_rows=len(table.rows),
        rest_rows=rest_rows,
        note_rows=note_rows,
        experimental=experimental,
    )


def require_width(row: Row, width: int) -> None:
    """Raise RowProblemError for a row that is shorter than the header, or longer with text in the surplus cells."""
    if len(row.cells) < width or any(row.cells[width:]):
        reason = (
            f"The row has {len(row.cells)} cells where the header has {width}; is a quote or comma wrong?"
        )
        raise RowProblemError("", row.raw[:80], reason)


def rpe(value: float | None, line: int, remarks: Remarks) -> float | None:
    """Return an RPE from 1 to 10; zero and blank mean none, anything else is dropped with a warning."""
    if not value:
        return None
    if 1 <= value <= 10:
        return value
    remarks.add(f"RPE {value:g} is outside 1 to 10; the set was kept without it.", line)
    return None
