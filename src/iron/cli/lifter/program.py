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
_File = Annotated[Path, typer.Argument(metavar="FILE", help="A program as in docs/training.md.")]
_MOST_BYTES = 256 * 1024  # a guess, a hundred times the longest program that comes with Iron


@group.command()
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
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Put a program into a journal, so that the app offers it in the plan."""
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


@group.command()
def forecast(
    file: _File,
    maxes: Annotated[
        list[str] | None, typer.Option("--max", help="What a lift asks for, such as squat=150.")
    ] = None,
    unit: Annotated[str | None, typer.Option(help="kg or lb; without it that of the settings.")] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose log; without it the owner's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Say how likely you finish twelve weeks of a program, where it breaks and which maxes make it likely."""
    from iron.cli.lifter.program_forecast import run

    run(_read(file, _library()), maxes or [], unit and _unit(unit), lifter, as_json=as_json)


@group.command()
def start(
    file: _File,
    maxes: Annotated[
        list[str] | None, typer.Option("--max", help="What a lift asks for, such as squat=150.")
    ] = None,
    unit: Annotated[str | None, typer.Option(help="kg or lb; without it that of the settings.")] = None,
    gym: Annotated[str | None, typer.Option(help="A gym of the journal: its plates make the loads.")] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Start a run of a program; the app offers its sessions from then on."""
    from iron.cli.lifter.program_runs import start as begin

    begin(_read(file, _library()), file.stem, maxes or [], unit and _unit(unit), gym, lifter)


@group.command()
def state(
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Say where each run of a program stands: next session with its targets, numbers, stages, what changed last."""
    from iron.cli.lifter.program_runs import show

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
        str, typer.Option(help="Address of the Iron that opens the link.")
    ] = "http://127.0.0.1:8000",
    qr: Annotated[Path | None, typer.Option(help="Write the QR code of the link as an SVG picture.")] = None,
) -> None:
    """Print a link that holds the whole program; `check`, `add` and `start` take such a link as FILE."""
    import segno

    from iron.training.programs.link import MOST_QR, link_of
    from iron.training.programs.writing import program_text

    body = _read(file, _library())
    if "format" not in body:
        raise BadFileError(f"{file.name} is a program of format 1: share the file itself.")
    link = link_of(program_text(body), origin)
    if qr is not None:
        if len(link) > MOST_QR:
            raise BadFileError(f"{body['name']} is too long for a QR code. Share the link or the file.")
        segno.make(link, error="m", micro=False).save(str(qr), kind="svg", border=4)
    _say(link)


@group.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A program of Liftosaur, as text or Markdown.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the program is written; else it is printed.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Take over the sets, percentages and built-in progressions of a Liftosaur program; list what is left out."""
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
            f"{file.name}: no line is an exercise that Iron knows. A line looks like “Squat / 3x5 / 60kg”.",
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
    _say("Not taken over:" if taken.left else "Everything was taken over.")
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
                f"There is no file {file}. Give the path of a program or the id of one of Iron's."
            )
        file = shipped
    return parse(_text(file), exercises)


def _text(file: Path) -> str:
    if not file.is_file():
        raise BadFileError(f"There is no file {file}.")
    raw = file.read_bytes()
    if len(raw) > _MOST_BYTES:
        raise BadFileError(f"{file.name} is larger than 256 KiB, more than a program. Is it the right one?")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFileError(f"{file.name} is no text in UTF-8. Save it as plain text.") from None


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
