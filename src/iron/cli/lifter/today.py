"""``iron today``: what is planned, what was done already, and the next loads of what is due."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from iron.cli.answers import day, print_json, say, title
from iron.cli.options import AsJson, Lifter, Unit
from iron.values import clock


def today(
    at: Annotated[str | None, typer.Option(help="Another day (YYYY-MM-DD).")] = None,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Show today's plan with loads and what is done. Without a plan, show what you have not trained for longest."""
    from iron.journal.questions.today import today_json
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    journal = open_journal(lifter)
    on = day(at, "at", clock.today()) or clock.today().isoformat()
    moment = clock.local_now() if at is None else f"{on}T00:00:00"
    answer = today_json(journal, moment, unit=unit)
    if as_json:
        print_json(answer)
        return
    say(answer["sentence"])
    for session in answer["planned"]:
        title(session["name"])
        for row in session["exercises"]:
            say(f"  {row['name']}: {row['words']}")
            if row.get("sentence"):
                say(f"    {row['sentence']}")
    _print_performed(answer)


def _print_performed(answer: dict[str, Any]) -> None:
    if answer["done"]:
        title("Done today")
        for words in answer["done"]:
            say(f"  {words}")
