"""``iron workouts``: what was trained, newest first."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from iron.cli.answers import day, print_json, say, title
from iron.cli.options import AsJson, Lifter, Since, Unit, Until
from iron.values import clock


def workouts(
    exercise: Annotated[
        list[str] | None, typer.Argument(metavar="[EXERCISE]", help="Only workouts with this exercise.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, help="Most workouts.")] = 5,
    brief: Annotated[bool, typer.Option("--brief", help="One line for each workout.")] = False,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """List workouts with their sets, newest first."""
    from iron.journal.questions.finding import find_exercise
    from iron.journal.questions.set_rows import set_words
    from iron.journal.questions.workout_rows import workout_rows
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    on = clock.today()
    journal = open_journal(lifter)
    chosen = find_exercise(journal, " ".join(exercise)).exercise if exercise else None
    rows = workout_rows(
        journal,
        exercise=chosen,
        since=day(since, "since", on),
        until=day(until, "until", on),
        limit=limit + 1,
        unit=unit,
    )
    if as_json:
        print_json([row.as_json(with_sets=not brief) for row in rows[:limit]])
        return
    if not rows:
        say("No workout here yet. `iron log` or the app logs one, `iron import` brings a history in.")
    for row in rows[:limit]:
        running = "" if row.end else ", running"
        count = f"{row.working_sets} {'set' if row.working_sets == 1 else 'sets'}"
        name = f" {row.title}" if row.title else ""
        title(f"{row.start[:16].replace('T', ' ')}{name} ({count}{running})")
        if brief:
            say(f"  {', '.join(row.exercises)}")
            continue
        for name, sets in groupby(row.sets, key=lambda set_: set_.name):
            say(f"  {name}")
            for set_ in sets:
                say(f"    {set_words(journal, set_)}")
    if len(rows) > limit:
        say("There are more (--limit).")
