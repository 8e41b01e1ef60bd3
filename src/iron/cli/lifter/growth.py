"""``iron growth EXERCISE``: capacity with its interval, line by line, drawn as a chart."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from iron.cli.answers import out, print_json, say, title
from iron.cli.lifter.reading import body_mass, file_and_name, journal_of, moment
from iron.cli.options import AsJson, At, BodyMass, Lifter, Unit
from iron.values.errors import BadInputError

_CHARTS = 3
"""Lines that are drawn; the others are said in a sentence."""


def growth(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="EXERCISE", help="Name or id of the exercise.")
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
    """Show your strength in an exercise over time, for each setup. An exported log file may come first."""
    from iron.journal.questions.finding import find_exercise

    file, wanted = file_and_name(names, exercise)
    if not wanted:
        raise BadInputError("Name an exercise, for example: iron growth leg press.", where="exercise")
    journal = journal_of(file, unit, lifter)
    chosen = find_exercise(journal, wanted).exercise
    grown = journal.growth(chosen, at=moment(at), unit=unit, body_mass_kg=body_mass(mass))
    if as_json:
        print_json(grown)
        return
    title(journal.name_of(grown["exercise"]))
    if not grown["lines"]:
        say("No working sets logged yet.")
    from iron.journal.questions.set_rows import line_words

    for number, line in enumerate(grown["lines"]):
        names_ = {_machine_id(line["line"]): line["machine"]} if line["machine"] else {}
        say(f"{line_words(journal, line['line'], names_)}: {line['headline']['sentence']}")
        if number < _CHARTS:
            _draw(line, grown["unit"])


def _machine_id(line: str) -> str:
    return line.split("|")[1]


def _draw(line: dict[str, Any], unit: str) -> None:
    from iron.cli.charts import line_chart

    # The last point of a day counts: a chart has one height a day.
    trend = list({row[0]: row for row in line["trend"]}.values())
    if len(trend) < 2:
        return
    days = [date.fromisoformat(row[0]) for row in trend]
    band = ([row[2] for row in trend], [row[3] for row in trend])
    say(line_chart(days, [row[1] for row in trend], band=band, width=out.width))
    say(f"Line: 10RM in {unit}. Dots: 80 % interval.\n")
