"""``iron workouts``: what was trained, newest first."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from iron.cli.answers import print_json, say, title
from iron.cli.lifter.reading import selected
from iron.cli.options import AsJson, Lifter, Since, Unit, Until


def workouts(
    exercise: Annotated[
        list[str] | None, typer.Argument(metavar="[EXERCISE]", help="Only workouts with this exercise.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of workouts.")] = 5,
    brief: Annotated[bool, typer.Option("--brief", help="One line for each workout.")] = False,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """List workouts with their sets, newest first."""
    from iron.journal.questions.set_rows import set_words
    from iron.journal.questions.workout_rows import workout_rows

    asked = selected(exercise, since, until, unit, lifter)
    rows = workout_rows(
        asked.journal,
        exercise=asked.exercise,
        since=asked.since,
        until=asked.until,
        limit=limit + 1,
        unit=unit,
    )
    if as_json:
        print_json([row.as_json(with_sets=not brief) for row in rows[:limit]])
        return
    if not rows:
        say(
            "No workouts yet. Log a workout with `iron log` or in the app, or import your history with `iron import`."
        )
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
                say(f"    {set_words(asked.journal, set_)}")
    if len(rows) > limit:
        say("There are more. Show them with --limit.")
