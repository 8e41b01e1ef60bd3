"""``iron program``: programs as plain text, checked, replayed and put into a journal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from iron.values import clock
from iron.values.errors import BadDocumentError, BadFileError

group = typer.Typer(help="Programs as plain text files.", no_args_is_help=True)
_File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="Program file (docs/training.md describes the format), or the id of a program that comes with Iron.",
    ),
]
_MOST_BYTES = 256 * 1024  # a guess, a hundred times the longest program that comes with Iron


@group.command()
def check(
    file: _File,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter whose own exercises the program may use.")
    ] = None,
    unit: Annotated[str, typer.Option(help="kg or lb, for the simulated lifters.")] = "kg",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Check a program for mistakes, then simulate three lifters training it."""
    try:
        body = _read(file, _exercises(lifter) if lifter else _library())
    except BadDocumentError as problem:
        if not as_json:
            raise
        _say(json.dumps({"problems": problem.sentence.split("\n")}, ensure_ascii=False))
        raise typer.Exit(2) from None
    if "format" not in body:
        _say(f"{_name(file)}{body['name']}, {_days(body)}: no problems.")
        return
    from iron.journal.content import library
    from iron.journal.runs import facts_of
    from iron.training.programs.compiling import read_program
    from iron.training.programs.simulation.report import report, report_lines

    program = read_program(body)
    answer = report(program, facts_of(library()), _unit(unit), words().meanings)
    if as_json:
        _say(json.dumps({"problems": [], **answer}, ensure_ascii=False))
        return
    _say(f"{_name(file)}{program.name}, {program.days_per_week} days a week: no problems.")
    _say("\n".join(report_lines(answer)))


@group.command()
def add(
    file: _File,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
) -> None:
    """Add a program to a journal, so that the app offers it under Plan."""
    from iron.cli.operations import DEVICE
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    body = _read(file, {*journal.library.exercises, *journal.own})
    fresh = clock.op_ids()
    rows = [("program", next(fresh), body)]
    for result in journal.commit(rows, device=DEVICE, at=clock.utc_now(), op_ids=fresh):
        if result.error is not None:
            raise result.error
    _say(f"{body['name']}, {_days(body)}: added. The app offers it in the plan.")


@group.command()
def replay(
    file: _File,
    results: Annotated[
        Path, typer.Option(help="JSON file of maxes and results (docs/programs.md describes the format).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Replay results through a program: targets, state and the reason for each change, day by day."""
    from iron.training.programs.compiling import read_program
    from iron.training.programs.replay import replay as play
    from iron.training.programs.showing import replay_lines

    body = _read(file, _library())
    if "format" not in body:
        raise BadFileError(
            f"{file.name} is a program of format 1, which has no rules to replay. Use format = 2."
        )
    answer = play(read_program(body), _results(results), words())
    _say(json.dumps(answer, ensure_ascii=False) if as_json else "\n".join(replay_lines(answer)))


@group.command()
def forecast(
    file: _File,
    maxes: Annotated[
        list[str] | None,
        typer.Option("--max", help="Starting number of a lift, such as squat=150. Can be repeated."),
    ] = None,
    unit: Annotated[str | None, typer.Option(help="kg or lb. Default: the lifter's setting.")] = None,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Forecast twelve weeks of a program: how likely you finish, where you may fail, and which maxes would work."""
    from iron.cli.lifter.program_forecast import run

    run(_read(file, _library()), maxes or [], unit and _unit(unit), lifter, as_json=as_json)


@group.command()
def start(
    file: _File,
    maxes: Annotated[
        list[str] | None,
        typer.Option("--max", help="Starting number of a lift, such as squat=150. Can be repeated."),
    ] = None,
    unit: Annotated[str | None, typer.Option(help="kg or lb. Default: the lifter's setting.")] = None,
    gym: Annotated[str | None, typer.Option(help="Name of a gym, to round loads to its plates.")] = None,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
) -> None:
    """Start a program. The app then offers its sessions."""
    from iron.cli.lifter.program_runs import start as begin

    begin(_read(file, _library()), file.stem, maxes or [], unit and _unit(unit), gym, lifter)


@group.command()
def state(
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show the running programs: next session with targets, numbers, stages and the last changes."""
    from iron.cli.lifter.program_runs import show

    show(lifter, as_json=as_json)


def _results(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise BadFileError(f"There is no file {file}. Enter the path of the results.")
    try:
        given = json.loads(file.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, ValueError) as problem:
        raise BadFileError(f"{file.name} is not valid JSON ({problem}).") from None
    if not isinstance(given, dict):
        raise BadFileError(f"{file.name} is not a JSON object with unit, maxes, plates and days.")
    return given


def _unit(unit: str) -> Any:
    if unit not in {"kg", "lb"}:
        raise BadFileError(f"“{unit[:20]}” is not a unit of load. Use kg or lb.")
    return unit


def words() -> Any:
    """Names and meanings of the library's exercises."""
    from iron.journal.content import library
    from iron.training.programs.replay import Words

    exercises = library().exercises
    return Words(
        {ident: exercise.name for ident, exercise in exercises.items()},
        {ident: exercise.load_meaning for ident, exercise in exercises.items()},
    )


@group.command()
def share(
    file: _File,
    origin: Annotated[
        str, typer.Option(help="Address of the Iron server that opens the link.")
    ] = "http://127.0.0.1:8000",
    qr: Annotated[Path | None, typer.Option(help="Also write a QR code of the link, as an SVG file.")] = None,
) -> None:
    """Print a link that contains the whole program. `check`, `add` and `start` accept such a link as FILE."""
    import segno

    from iron.training.programs.link import MOST_QR, link_of
    from iron.training.programs.writing import program_text

    body = _read(file, _library())
    if "format" not in body:
        raise BadFileError(
            f"{file.name} is a program of format 1, which a link cannot hold. Share the file itself."
        )
    link = link_of(program_text(body), origin)
    if qr is not None:
        if len(link) > MOST_QR:
            raise BadFileError(f"{body['name']} is too long for a QR code. Share the link or the file.")
        segno.make(link, error="m", micro=False).save(str(qr), kind="svg", border=4)
    _say(link)


@group.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A Liftosaur program, as text or Markdown.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write the program to. Default: print it.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Convert a Liftosaur program: sets, percentages and built-in progressions. Lists what cannot be converted."""
    from iron.exchange.programs.liftosaur import from_liftosaur, names_of
    from iron.journal.content import library
    from iron.training.plan.program_files import parse
    from iron.training.programs.writing import program_text

    def exercise_of(name: str) -> str | None:
        resolved = (library().resolve(text) for text in names_of(name))
        return next((match_.exercise for match_ in resolved if match_), None)

    taken = from_liftosaur(_text(file), exercise_of, file.stem)
    if taken is None:
        raise BadFileError(
            f"{file.name}: no line has an exercise that Iron knows. A line looks like “Squat / 3x5 / 60kg”.",
        )
    text = program_text(taken.body)
    parse(text, _library())
    if output is not None:
        output.write_text(text, encoding="utf-8")
    if as_json:
        rows = [{"line": row.line, "what": row.what, "why": row.why} for row in taken.left]
        _say(json.dumps({"program": taken.body, "text": text, "left": rows}, ensure_ascii=False))
        return
    _say(text if output is None else f"{taken.body['name']}: written to {output}.")
    _say("Not converted:" if taken.left else "Everything was converted.")
    for row in taken.left:
        _say(f"  Line {row.line}, {row.what}: {row.why}")


def _read(file: Path, exercises: set[str]) -> dict[str, Any]:
    from iron.training.plan.program_files import parse
    from iron.training.programs.link import is_link, text_of_link

    if is_link(str(file)):
        return parse(text_of_link(str(file)), exercises)
    if not file.is_file():
        shipped = _shipped(str(file))
        if shipped is None:
            raise BadFileError(
                f"There is no file {file}. Enter the path of a program, or the id of a program that comes with Iron."
            )
        file = shipped
    return parse(_text(file), exercises)


def _text(file: Path) -> str:
    if not file.is_file():
        raise BadFileError(f"There is no file {file}.")
    raw = file.read_bytes()
    if len(raw) > _MOST_BYTES:
        raise BadFileError(
            f"{file.name} is larger than 256 KiB, too large for a program. Is this the right file?"
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFileError(f"{file.name} is not UTF-8 text. Save the file as plain text.") from None


def _shipped(name: str) -> Path | None:
    """The file of a program that comes with Iron, by its id."""
    from iron.journal.content import library

    paths = {path.stem: path for path in (library().root / "programs").glob("*.toml")}
    return paths.get(name.removesuffix(".toml"))


def _library() -> set[str]:
    from iron.journal.content import library

    return set(library().exercises)


def _exercises(lifter: str) -> set[str]:
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    return {*journal.library.exercises, *journal.own}


def _name(file: Path) -> str:
    """The name of a file before what is told of it; nothing for a link."""
    return "" if "#" in file.name else f"{file.name}: "


def _days(body: dict[str, Any]) -> str:
    count = len(body["days"])
    return f"{count} day{'' if count == 1 else 's'} a week"


def _say(text: str) -> None:
    Console().print(text, highlight=False, markup=False, soft_wrap=True)
