"""``iron records``: what no earlier set of its line had done."""

from __future__ import annotations

from typing import Annotated

import typer

from iron.cli.answers import print_json, say, table
from iron.cli.lifter.reading import selected
from iron.cli.options import AsJson, Lifter, Since, Unit, Until


def records(
    exercise: Annotated[
        list[str] | None,
        typer.Argument(metavar="[EXERCISE]", help="Name or id of an exercise. Default: all."),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of rows.")] = 20,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """List your PRs, newest first. Warm-ups, cut depth and loads that look like typing errors do not count."""
    from iron.journal.questions.record_rows import record_rows

    asked = selected(exercise, since, until, unit, lifter)
    rows = record_rows(
        asked.journal, exercise=asked.exercise, since=asked.since, until=asked.until, unit=unit
    )
    if as_json:
        print_json([row.as_json() for row in rows[:limit]])
        return
    if not rows:
        say("No PRs yet. Your first workout of an exercise sets the mark to beat.")
        return
    cells = [
        [row.date, row.name, "" if row.line_name == "all sets" else row.line_name, row.sentence]
        for row in rows[:limit]
    ]
    table(["date", "exercise", "line", "record"], cells)
    if len(rows) > limit:
        say(f"… and {len(rows) - limit} more (--limit).")
