"""The loop that every reader runs over its rows: good rows are parsed, bad ones are kept as skipped with a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iron.exchange import assemble
from iron.exchange.foreign import Foreign, Skipped
from iron.exchange.reading import languages
from iron.exchange.reading.cells import RowProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iron.exchange.reading.dates import DateReader
    from iron.exchange.reading.sheet import Sheet
    from iron.exchange.reading.table import Row
    from iron.values.units import MassUnit


_COUNTED: Final[dict[type, str]] = {assemble.Rest: "rests", assemble.Remark: "notes"}
# Rows between two reports of progress.
_STEP: Final = 2000


@dataclass(slots=True)
class Remarks:
    """Warnings collected while reading: each is said once, with its count and first line."""

    counts: Counter[str] = field(default_factory=Counter)
    first_line: dict[str, int] = field(default_factory=dict)
    total: int = 0

    def add(self, sentence: str, line: int) -> None:
        """Note that the sentence holds for this line."""
        self.total += 1
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
    sheet: Sheet,
    parse: Callable[[Row], assemble.ParsedRow | list[assemble.ParsedRow]],
    *,
    app: str,
    layout: str,
    unit: MassUnit | None,
    experimental: bool = False,
) -> Foreign:
    """Read all rows of a table with a row parser.

    Args:
        sheet: the file.
        parse: reads one row, in some formats several sets of it, or raises RowProblemError.
        app: source app.
        layout: format name of the file.
        unit: unit that the file states for all its loads.
        experimental: the reader was built without a real file.

    Returns:
        The file, with every row either read or skipped.
    """
    skipped: list[Skipped] = []
    counts = Counter[str]()
    progress = sheet.options.progress

    def parsed() -> Iterator[assemble.ParsedRow]:
        number = 0
        for number, row in enumerate(sheet.table.rows, 1):
            if progress and not number % _STEP:
                progress(number, sheet.row_count)
            try:
                read = parse(row)
            except RowProblemError as problem:
                skipped.append(
                    Skipped(row.line, problem.column, problem.value, problem.reason, problem.way_out)
                )
                continue
            if isinstance(read, list):
                yield from read
                continue
            counts[_COUNTED.get(type(read.what), "sets")] += 1
            yield read
        counts["rows"] = number

    workouts = assemble.workouts(parsed(), sheet.options.zone)
    return finish(
        Foreign(
            app=app,
            format=layout,
            workouts=workouts,
            skipped=tuple(skipped),
            warnings=tuple(_warnings(sheet, counts["rests"])),
            unit=unit,
            data_rows=counts["rows"],
            rest_rows=counts["rests"],
            note_rows=counts["notes"],
            experimental=experimental,
            date_question=sheet.dates.question,
        ),
        in_utc=sheet.dates.utc > 0 and not sheet.dates.other and sheet.options.zone is None,
    )


def _warnings(sheet: Sheet, rests: int) -> list[str]:
    warnings = sheet.remarks.sentences()
    warnings += said_languages(sheet.dates)
    if sheet.endless:
        which = "workout says it" if len(sheet.endless) == 1 else "workouts say they"
        warnings.append(f"{len(sheet.endless):,} {which} took over 100 hours; kept without an end.")
    if rests:
        warnings.append(f"{rests:,} rest-timer rows were kept as rest times, not counted as sets.")
    return warnings


def said_languages(dates: DateReader) -> list[str]:
    """Return a sentence for each language but English that dates were read in, with an example to check."""
    return [
        f"Dates were read as {languages.name_of(language)}: “{text}” is {moment:%Y-%m-%d}."
        for language, (text, moment) in dates.read_as.items()
        if language != "en"
    ]


def finish(foreign: Foreign, *, in_utc: bool) -> Foreign:
    """Return what was read with what is to be said of any file: an experimental reader, times in UTC."""
    warnings = list(foreign.warnings)
    if foreign.experimental:
        warnings.append(
            "This reader is experimental: nobody had a real file of this app to try it on. "
            "Look at a few workouts, and tell us a line that went wrong."
        )
    if in_utc:
        warnings.append(
            "The file writes its times in UTC; they were kept as they stand, so a late workout may be on "
            "the wrong day. "
            "Say in which time zone you trained to correct them."
        )
    return replace(foreign, warnings=tuple(warnings), in_utc=in_utc)


def require_width(row: Row, width: int) -> None:
    """Raise RowProblemError for a row that is shorter than the header, or longer with text in the surplus cells."""
    if len(row.cells) != width and (len(row.cells) < width or any(row.cells[width:])):
        reason = (
            f"The row has {len(row.cells)} cells where the header has {width}; is a quote or comma wrong?"
        )
        raise RowProblemError("", row.raw[:80], reason)
