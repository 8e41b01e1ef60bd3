"""``iron program``: programs as plain text, checked, replayed and put into a journal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from iron.values.errors import BadDocumentError, BadFileError

_group = typer.Typer(help="Programs as plain text files.", no_args_is_help=True)
_File = Annotated[Path, typer.Argument(metavar="FILE", help="A program as in docs/training.md.")]
_MOST_BYTES = 256 * 1024  # a guess, a hundred times the longest program that comes with Iron


def register(app: typer.Typer) -> None:
    """Add the commands ``program check`` and ``program add``."""
    app.add_typer(_group, name="program")


@_group.command()
def check(
    file: _File,
    lifter: Annotated[str | None, typer.Option(help="Whose own exercises may be named.")] = None,
    unit: Annotated[str, typer.Option(help="kg or lb, for the simulated lifters.")] = "kg",
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Say what is wrong with a program, with line and key; then let three lifters train it."""
    try:
        body = _read(file, _exercises(lifter) if lifter else _library())
    except BadDocumentError as problem:
        if not as_json:
            raise
        _say(json.dumps({"problems": problem.sentence.split("\n")}, ensure_ascii=False))
        raise typer.Exit(2) from None
    if "format" not in body:
        _say(f"{file.name}: {body['name']}, {_days(body)}: no problems.")
        return
    from iron.journal.journal import library
    from iron.journal.runs import facts_of
    from iron.training.programs.compiling import read_program
    from iron.training.programs.simulation.report import report, report_lines

    program = read_program(body)
    answer = report(program, facts_of(library()), _unit(unit), words().meanings)
    if as_json:
        _say(json.dumps({"problems": [], **answer}, ensure_ascii=False))
        return
    _say(f"{file.name}: {program.name}, {program.days_per_week} days a week: no problems.")
    _say("\n".join(report_lines(answer)))


@_group.command()
def add(
    file: _File,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Put a program into a journal, so that the app offers it in the plan."""
    from iron.cli.operations import DEVICE, op_ids, utc_now
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    body = _read(file, {*journal.library.exercises, *journal.own})
    fresh = op_ids()
    rows = [("program", next(fresh), body)]
    for result in journal.commit(rows, device=DEVICE, at=utc_now(), op_ids=fresh):
        if result.error is not None:
            raise result.error
    _say(f"{body['name']}, {_days(body)}: added. The app offers it in the plan.")


@_group.command()
def replay(
    file: _File,
    results: Annotated[Path, typer.Option(help="Maxes and results, JSON as in docs/programs.md.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Play results against a program: targets, state and the evidence of each change, day by day."""
    from iron.training.programs.compiling import read_program
    from iron.training.programs.replay import replay as play
    from iron.training.programs.showing import replay_lines

    body = _read(file, _library())
    if "format" not in body:
        raise BadFileError(
            f"{file.name} is a program of format 1, which has no rules to replay. Write format = 2."
        )
    answer = play(read_program(body), _results(results), words())
    _say(json.dumps(answer, ensure_ascii=False) if as_json else "\n".join(replay_lines(answer)))


@_group.command()
def forecast(
    file: _File,
    maxes: Annotated[
        list[str] | None, typer.Option("--max", help="What a lift asks for, such as squat=150.")
    ] = None,
    unit: Annotated[str, typer.Option(help="kg or lb.")] = "kg",
    lifter: Annotated[str | None, typer.Option(help="Whose log; without it the owner's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Say how likely you finish twelve weeks of a program, where it breaks and which maxes make it likely."""
    from iron.cli.program_forecast import run

    run(_read(file, _library()), maxes or [], _unit(unit), lifter, as_json=as_json)


@_group.command()
def start(
    file: _File,
    maxes: Annotated[
        list[str] | None, typer.Option("--max", help="What a lift asks for, such as squat=150.")
    ] = None,
    unit: Annotated[str, typer.Option(help="kg or lb.")] = "kg",
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Start a run of a program; the app offers its sessions from then on."""
    from iron.cli.program_runs import start as begin

    begin(_read(file, _library()), file.stem, maxes or [], _unit(unit), lifter)


@_group.command()
def state(
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Say where each run of a program stands: next session with its targets, numbers, stages, what changed last."""
    from iron.cli.program_runs import show

    show(lifter, as_json=as_json)


def _results(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise BadFileError(f"There is no file {file}. Give the path of the results.")
    try:
        given = json.loads(file.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, ValueError) as problem:
        raise BadFileError(f"{file.name} is no JSON ({problem}). Correct it.") from None
    if not isinstance(given, dict):
        raise BadFileError(f"{file.name} holds no object. Write unit, maxes, plates and days.")
    return given


def _unit(unit: str) -> Any:
    if unit not in {"kg", "lb"}:
        raise BadFileError(f"“{unit[:20]}” is no unit of load. Use kg or lb.")
    return unit


def words() -> Any:
    """Names and meanings of the library's exercises."""
    from iron.journal.journal import library
    from iron.training.programs.replay import Words

    exercises = library().exercises
    return Words(
        {ident: exercise.name for ident, exercise in exercises.items()},
        {ident: exercise.load_meaning for ident, exercise in exercises.items()},
    )


def _read(file: Path, exercises: set[str]) -> dict[str, Any]:
    from iron.training.plan.program_files import parse

    if not file.is_file():
        shipped = _shipped(str(file))
        if shipped is None:
            raise BadFileError(
                f"There is no file {file}. Give the path of a program or the id of one of Iron's."
            )
        file = shipped
    raw = file.read_bytes()
    if len(raw) > _MOST_BYTES:
        raise BadFileError(f"{file.name} is larger than 256 KiB, more than a program. Is it the right one?")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFileError(f"{file.name} is no text in UTF-8. Save it as plain text.") from None
    return parse(text, exercises)


def _shipped(name: str) -> Path | None:
    """The file of a program that comes with Iron, by its id."""
    from iron.journal.journal import library

    found = {path.stem: path for path in (library().root / "programs").glob("*.toml")}
    return found.get(name.removesuffix(".toml"))


def _library() -> set[str]:
    from iron.journal.journal import library

    return set(library().exercises)


def _exercises(lifter: str) -> set[str]:
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    return {*journal.library.exercises, *journal.own}


def _days(body: dict[str, Any]) -> str:
    count = len(body["days"])
    return f"{count} day{'' if count == 1 else 's'} a week"


def _say(text: str) -> None:
    Console().print(text, highlight=False, markup=False, soft_wrap=True)
