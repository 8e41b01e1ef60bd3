"""``iron evaluate FILE…``: the published protocol of accuracy on anyone's own logs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from iron.records.documents import readable
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.journal.denials import Called, Denials
    from iron.training.forecast.evaluate import Accuracy


def evaluate_files(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Log files from Strong, Hevy and other apps.")
    ],
    unit: Annotated[str | None, typer.Option(help="kg or lb, if a file does not say.")] = None,
    rows: Annotated[Path | None, typer.Option(help="Write one row per forecast to this CSV file.")] = None,
) -> None:
    """Test the forecasts on your own log: Iron forecasts each session from the sixth on, then learns from it."""
    from iron.journal import denials
    from iron.journal.importing import read
    from iron.training.forecast.evaluate import evaluate, logs_from, table

    logs = []
    chances: list[Called] = []
    for file in files:
        if not file.is_file():
            raise BadFileError(f"There is no file {file}. Enter the path of an exported log.")
        try:
            journal = read(file, unit=unit)
        except BadFileError as problem:
            # The library speaks of its argument; on the command line it is an option.
            sentence = problem.sentence.replace('unit="kg" or unit="lb"', "--unit kg or --unit lb")
            raise BadFileError(f"{file.name}: {sentence}", where=problem.where) from None
        workouts = ((document.id, body) for document, body in readable(journal.store.all("workout")))
        logs.extend(logs_from(workouts, journal.facts))
        chances.extend(denials.called(journal.view))
    accuracy = evaluate(logs)
    out = Console()
    if not accuracy.series:
        raise BadFileError("No exercise in these files has six sessions, so there is nothing to test yet.")
    out.print(
        f"{accuracy.series} exercises, {accuracy.sessions} sessions forecast before learning from them.",
        highlight=False,
    )
    for line in table(accuracy):
        out.print(line, highlight=False, markup=False, soft_wrap=True)
    summary = denials.summarize(chances)
    if summary is not None:
        out.print("\nChances that Iron gave to sets that were then completed:", highlight=False)
        for line in [*denials.table(summary), "", *_plot(summary)]:
            out.print(line, highlight=False, markup=False, soft_wrap=True)
    if rows is not None:
        _write(rows, accuracy, chances)
        out.print(f"{len(accuracy.rows) + len(chances)} rows written to {rows}.", highlight=False)


def _plot(denials: Denials) -> list[str]:
    """The share of sets by the chance they had been given, as bars."""
    lines = ["chance believed   share of the sets done"]
    for high, share in denials.bins:
        lines.append(f"{high - 0.1:.1f} to {high:.1f}        {'█' * round(40 * share)} {share:.1%}")
    return lines


def _write(file: Path, accuracy: Accuracy, chances: Sequence[Called]) -> None:
    """One row per forecast: reps ahead and in session, and the chances of the capacity belief."""
    import csv

    if file.exists():
        raise BadFileError(f"{file} already exists. Choose another name, or remove the file first.")
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        numbers = ["forecast", "low", "high", "in_session", "in_low", "in_high", "same_as_last", "chance"]
        writer.writerow(["kind", "exercise", "date", "set", "load", "reps", *numbers])
        for row in accuracy.rows:
            forecast = [*row.ahead, *row.within, row.same]
            writer.writerow(["reps", row.exercise, row.day, row.place, row.load, row.reps, *forecast, ""])
        for called in chances:
            chance = round(called.chance, 4)
            writer.writerow(
                ["chance", called.exercise, called.day, "", called.load_kg, called.reps, *[""] * 7, chance]
            )
