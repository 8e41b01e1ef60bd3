"""``iron coach``: the lifters who share a log with an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from iron.cli.answers import print_json, say, title
from iron.cli.options import AsJson, Lifter
from iron.values import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.training.plan.coach_needs import Needs

group = typer.Typer(no_args_is_help=True, help="Lifters who share a log with you.")


@group.callback()
def coach() -> None:
    """Lifters who share a log with you."""


@group.command("list")
def list_lifters(*, lifter: Lifter = None, as_json: AsJson = False) -> None:
    """List the lifters who share a log with you and what needs your attention, most urgent first."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service
    from iron.server.sharing import coaching

    account = service.ensure_owner() if lifter is None else service.find(lifter)
    rows = coaching.lifters(account, clock.local_now())
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    if not rows:
        say(
            "Nobody shares a log with you yet. Lifters on this server can share theirs in the app, under Me, "
            "Sharing, with your account name."
        )
    for row in rows:
        title(f"{row.owner}: {', '.join(row.parts)}" + (f", until {row.ends_on}" if row.ends_on else ""))
        if row.state == "waiting":
            say("  wants to share a log with you. Accept in the app, under Me, Lifters.")
        elif row.needs is None:
            say("  The log cannot be read at the moment.")
        else:
            for line in _lines(row.needs) or ["Nothing needs you."]:
                say(f"  {line}")


def _lines(needs: Needs) -> list[str]:
    return list(_words(needs))


def _words(needs: Needs) -> Iterator[str]:
    for question in needs.questions:
        yield f"Waiting for your answer ({question['at'][:10]}): {question['text']}"
    if needs.pain_since:
        yield f"Plan paused for pain since {needs.pain_since}"
    if needs.missed:
        yield f"Missed: {needs.missed['day']} ({needs.missed['date']})"
    if needs.is_away:
        yield f"No workout for {needs.days} days"
    if needs.stall:
        yield f"Stalled: {needs.stall['name']}. {needs.stall['sentence']}"
    for record in needs.records:
        yield f"New record: {record['name']}"
