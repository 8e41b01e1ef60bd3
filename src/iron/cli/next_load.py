"""``iron next`` and ``iron growth``: what to lift next, and how a lift has grown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from iron.values.errors import BadFileError, BadInputError

if TYPE_CHECKING:
    from iron.journal.journal import Journal

out = Console()


def register(app: typer.Typer) -> None:
    """Add the commands ``next`` and ``growth``."""
    app.command("next")(next_loads)
    app.command("growth")(growth)


def next_loads(
    file: Annotated[Path | None, typer.Argument(help="An exported log; without it your journal.")] = None,
    exercise: Annotated[str | None, typer.Option(help="One exercise, by its id or name.")] = None,
    at: Annotated[
        str | None, typer.Option(help="Day or moment, YYYY-MM-DD; only what came before is known.")
    ] = None,
    unit: Annotated[str | None, typer.Option(help="kg or lb.")] = None,
    body_mass: Annotated[float | None, typer.Option(help="Body mass [kg], where the log has none.")] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON list.")] = False,
) -> None:
    """Say what to lift next on every line, with the reason."""
    journal = _journal(file, unit, lifter)
    rows = journal.next(
        _exercise(journal, exercise), at=_moment(at), unit=unit, body_mass_kg=_mass(body_mass)
    )
    if as_json:
        print(json.dumps([row.as_json() for row in rows], ensure_ascii=False))
        return
    if not rows:
        out.print("Nothing to go on from yet: log a working set with reps.", highlight=False)
    for row in rows:
        name = journal.name_of(row.exercise)
        label = f"{name}, {row.machine}" if row.machine else name
        out.print(f"[bold]{label}[/bold]", highlight=False)
        reps = f"{row.reps_low}" if row.reps_low == row.reps_high else f"{row.reps_low}–{row.reps_high}"
        weight = "body weight" if row.body_weight else "–"
        if row.load is not None:
            weight = f"{row.load['value']:g} {row.load['unit']}"
        out.print(
            f"  {weight} × {reps}, {row.sets} {'set' if row.sets == 1 else 'sets'}. {row.sentence}",
            highlight=False,
            markup=False,
        )
        if row.question is not None:
            out.print(f"  ? {row.question['sentence']}", highlight=False, markup=False)


def growth(
    file: Annotated[Path | None, typer.Argument(help="An exported log; without it your journal.")] = None,
    exercise: Annotated[str | None, typer.Option(help="The exercise, by its id or name.")] = None,
    at: Annotated[
        str | None, typer.Option(help="Day or moment, YYYY-MM-DD; only what came before is known.")
    ] = None,
    unit: Annotated[str | None, typer.Option(help="kg or lb.")] = None,
    body_mass: Annotated[float | None, typer.Option(help="Body mass [kg], where the log has none.")] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Say how an exercise has grown: capacity with its interval, line by line."""
    if exercise is None:
        raise BadInputError("Say which exercise: --exercise leg-press-45.", where="exercise")
    journal = _journal(file, unit, lifter)
    chosen = _exercise(journal, exercise)
    told = journal.growth(str(chosen), at=_moment(at), unit=unit, body_mass_kg=_mass(body_mass))
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    out.print(f"[bold]{journal.name_of(told['exercise'])}[/bold]", highlight=False)
    for line in told["lines"]:
        setup = [f"{name.replace('_', ' ')} {value}" for name, value in line["setup"].items()]
        side = [] if line["side"] == "both" else [str(line["side"])]
        label = ", ".join([*([line["machine"]] if line["machine"] else []), *side, *setup]) or "all sets"
        out.print(f"  {label}: {line['headline']['sentence']}", highlight=False, markup=False)


def _journal(file: Path | None, unit: str | None, lifter: str | None) -> Journal:
    if file is None:
        from iron.server.opening import open_journal

        return open_journal(lifter)
    from iron.journal.journal import read

    if not file.is_file():
        raise BadFileError(f"There is no file {file}. Give the path of an exported log.")
    try:
        return read(file, unit=unit)
    except BadFileError as problem:
        # The library speaks of its argument; on the command line it is an option.
        said = problem.sentence.replace('unit="kg" or unit="lb"', "--unit kg or --unit lb")
        raise BadFileError(f"{file.name}: {said}", where=problem.where) from None


def _exercise(journal: Journal, name: str | None) -> str | None:
    """The id of an exercise, from an id or a name."""
    if name is None or name in journal.facts:
        return name
    found = journal.library.resolve(name)
    return found.exercise if found else name


def _moment(at: str | None) -> str | None:
    from datetime import datetime

    if at is None:
        return None
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise BadInputError(f"“{at[:32]}” is no day. Write it like 2026-11-28.", where="at") from None
    return at


def _mass(body_mass: float | None) -> float | None:
    if body_mass is not None and not 20 <= body_mass <= 400:
        raise BadInputError(f"{body_mass:g} kg is no body mass. Give 20 to 400 kg.", where="body-mass")
    return body_mass
