"""The command line. Every command answers with a sentence or, with --json, one object."""

from __future__ import annotations

import os
import sys

import typer
from rich.console import Console

from iron.cli import (
    accounts,
    assistant,
    content,
    data,
    evaluate,
    exercise,
    imports,
    next_load,
    press,
    program,
    serve,
    why,
)
from iron.values.errors import IronError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    # Rich's own markup would swallow the units: “Plates [kg]”.
    rich_markup_mode="markdown",
    help="Iron, the training log that knows the exercise.",
)
out = Console()
err = Console(stderr=True)

EXIT_BAD_INPUT = 2


def main() -> None:
    """Run the command line; an Iron error becomes its sentence on standard error and exit code 2."""
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except IronError as error:
        where = f" ({error.where})" if error.where else ""
        err.print(f"{error.sentence}{where}", style="bold red", markup=False, highlight=False, soft_wrap=True)
        raise SystemExit(EXIT_BAD_INPUT) from None


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as installed

    out.print(installed("iron-log"), highlight=False)


for group in (
    serve,
    imports,
    data,
    exercise,
    program,
    next_load,
    why,
    evaluate,
    press,
    assistant,
    accounts,
    content,
):
    group.register(app)
