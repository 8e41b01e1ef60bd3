"""``iron evaluate FILE…``: the published protocol of accuracy on anyone's own logs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from iron.records.documents import readable
from iron.values.errors import BadFileError


def register(app: typer.Typer) -> None:
    """Add the command ``evaluate``."""
    app.command("evaluate")(evaluate_files)


def evaluate_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Logs of Strong, Hevy and others.")],
    unit: Annotated[str | None, typer.Option(help="kg or lb, where a file does not say.")] = None,
) -> None:
    """Score the forecasts on your own log: every session from the sixth on is forecast before it is learnt."""
    from iron.journal.journal import read
    from iron.training.forecast.evaluate import evaluate, logs_from, table

    logs = []
    for file in files:
        if not file.is_file():
            raise BadFileError(f"There is no file {file}. Give the path of an exported log.")
        try:
            journal = read(file, unit=unit)
        except BadFileError as problem:
            # The library speaks of its argument; on the command line it is an option.
            said = problem.sentence.replace('unit="kg" or unit="lb"', "--unit kg or --unit lb")
            raise BadFileError(f"{file.name}: {said}", where=problem.where) from None
        workouts = ((document.id, body) for document, body in readable(journal.store.all("workout")))
        logs.extend(logs_from(workouts, journal.facts))
    accuracy = evaluate(logs)
    out = Console()
    if not accuracy.series:
        raise BadFileError("No exercise of these files has six sessions, so there is nothing to score yet.")
    out.print(
        f"{accuracy.series} exercises, {accuracy.sessions} sessions forecast before they were learnt.",
        highlight=False,
    )
    for line in table(accuracy):
        out.print(line, highlight=False, markup=False, soft_wrap=True)
