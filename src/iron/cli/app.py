"""The root of the command line, and what an error becomes: a sentence, an exit code and, with --json, one object."""

from __future__ import annotations

import json
import os
import sys
from typing import Annotated, Final

import typer

from iron.cli.commands import COMMANDS, LazyGroup
from iron.values.errors import BadInputError, ConflictError, IronError, NotAllowedError, NotFoundError

# The first class that fits; listed in the help and in docs/command-line.md.
_EXIT_CODES: Final = (
    (BadInputError, 2),
    (NotFoundError, 3),
    (NotAllowedError, 4),
    (ConflictError, 5),
    (IronError, 6),
)
_FAULT: Final = 1
_STOPPED: Final = 130

app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Iron, the training log that knows the exercise.",
)


@app.callback()
def root(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            help="Print the version.",
            is_eager=True,
            callback=lambda asked: _say_version(asked=asked),
        ),
    ] = False,
) -> None:
    """Iron, the training log that knows the exercise."""


def _say_version(*, asked: bool) -> None:
    if asked:
        from iron.cli.version import version

        version()
        raise typer.Exit


def main() -> None:
    """Run the command line. An error becomes its sentence on standard error and an exit code that says its kind."""
    try:
        from iron.cli.config import defaults

        app(default_map=defaults(tuple(command.name for command in COMMANDS)))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        raise SystemExit(_STOPPED) from None
    except IronError as error:
        _complain(error)
        raise SystemExit(_exit_code(error)) from None
    except Exception as fault:
        if os.environ.get("IRON_TRACEBACK"):
            raise
        problem = _of_the_database(fault)
        if problem is not None:
            _complain(problem)
            raise SystemExit(_exit_code(problem)) from None
        print(
            f"Iron stopped because of a bug: {type(fault).__name__}: {fault}. Please report it. Set "
            "IRON_TRACEBACK=1 and run the command again to see where it happened.",
            file=sys.stderr,
        )
        raise SystemExit(_FAULT) from None


def _exit_code(error: IronError) -> int:
    return next(code for kind, code in _EXIT_CODES if isinstance(error, kind))


def _of_the_database(error: Exception) -> IronError | None:
    """Return what to say about a failure of the database, None for any other exception."""
    # Commands without a database do not load Django.
    utils = sys.modules.get("django.db.utils")
    if utils is None or not isinstance(error, utils.DatabaseError):
        return None
    from iron.server.boot import unreachable

    return unreachable(error)


def _complain(error: IronError) -> None:
    from rich.console import Console

    where = f" ({error.where})" if error.where else ""
    Console(stderr=True).print(
        f"{error.sentence}{where}", style="bold red", markup=False, highlight=False, soft_wrap=True
    )
    if "--json" in sys.argv[1:]:
        problem_json = {"code": error.code, "sentence": error.sentence, "where": error.where}
        print(json.dumps({"error": problem_json}, ensure_ascii=False))
