"""``iron next``: what to lift next, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from iron.cli.answers import print_json, say, title
from iron.cli.lifter.reading import body_mass, file_and_name, journal_of, moment
from iron.cli.options import AsJson, At, BodyMass, Lifter, Unit

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.journal.next_sets import Next


def next_loads(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EXERCISE]",
            help="Name or id of an exercise. Default: all. An exported log file may come first.",
        ),
    ] = None,
    exercise: Annotated[
        str | None, typer.Option(help="Name or id of the exercise, if the argument is a file.")
    ] = None,
    at: At = None,
    unit: Unit = None,
    mass: BodyMass = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Show what to lift next for each exercise and setup, with the reason."""
    from iron.journal.questions.finding import find_exercise

    file, wanted = file_and_name(names, exercise)
    journal = journal_of(file, unit, lifter)
    chosen = find_exercise(journal, wanted).exercise if wanted else None
    rows = journal.next(chosen, at=moment(at), unit=unit, body_mass_kg=body_mass(mass))
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    if not rows:
        say("No working sets yet. Log a working set first.")
    for row in rows:
        show_next(journal, row)


def show_next(journal: Journal, row: Next) -> None:
    """Print one next load: name, numbers, reason, and the question where there is one."""
    name = journal.name_of(row.exercise)
    title(f"{name}, {row.machine}" if row.machine else name)
    say(f"  {_numbers(row)}, {row.sets} {'set' if row.sets == 1 else 'sets'}. {row.sentence}")
    if row.question is not None:
        say(f"  ? {row.question['sentence']}")


def _numbers(row: Next) -> str:
    if row.reps_low is None:
        return row.aim_words or "–"
    reps = f"{row.reps_low}" if row.reps_low == row.reps_high else f"{row.reps_low}–{row.reps_high}"
    from iron.knowledge import messages

    values = row.message["values"]
    weight = "–" if values.get("load") is None else messages.phrase("brief-load", values)
    return f"{weight} × {reps}"
