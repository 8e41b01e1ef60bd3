"""``iron show EXERCISE``: its lines, bests and a word from its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from iron.cli.answers import print_json, say, table, title
from iron.cli.options import AsJson, Lifter, Unit

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def show(
    exercise: Annotated[list[str], typer.Argument(metavar="EXERCISE", help="Name or id of the exercise.")],
    guide: Annotated[
        str | None, typer.Option(help="A section of the guide, such as execution, or “all”.")
    ] = None,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Show one exercise: its muscles, your setups and your best sets."""
    from iron.journal.questions.exercise_card import exercise_card
    from iron.journal.questions.finding import find_exercise
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    journal = open_journal(lifter)
    card = exercise_card(journal, find_exercise(journal, " ".join(exercise)).exercise, unit=unit)
    if guide is not None:
        _guide(journal, card, guide, as_json=as_json)
        return
    if as_json:
        print_json(card)
        return
    _print(card)


def _print(card: dict[str, Any]) -> None:
    title(card["name"])
    say(f"  id: {card['id']}")
    muscles = ", ".join(f"{each['name']} {each['credit']:g}" for each in card["muscles"])
    if muscles:
        say(f"  sets count for: {muscles}")
    if card["setup"]:
        say(f"  setup: {card['setup']}")
    if card["guide"]:
        say(f"  guide: {', '.join(card['guide'])} (--guide SECTION)")
    for line in card["lines"]:
        title(f"{line['name']}: {line['sets']} sets, last {line['last']}")
        if line["capacity"]["value"] is not None:
            numbers = line["capacity"]
            say(f"  10RM {numbers['value']:g} {numbers['unit']} ({numbers['low']:g}–{numbers['high']:g})")
        say(f"  {line['capacity']['basis']}")
        cells = [
            [
                f"{best['low']}+" if best["high"] is None else f"{best['low']}–{best['high']}",
                f"{best['load']['value']:g} {best['load']['unit']} × {best['reps']:g}",
                best["date"],
            ]
            for best in line["bests"]
        ]
        if cells:
            table(["  reps", "best", "on"], [[f"  {row[0]}", *row[1:]] for row in cells])


def _guide(journal: Journal, card: dict[str, Any], section: str, *, as_json: bool) -> None:
    from iron.journal.questions.exercise_card import guide_text

    text = guide_text(journal, card["id"], section)
    if as_json:
        print_json({"id": card["id"], "section": section, "text": text})
        return
    say(text)
