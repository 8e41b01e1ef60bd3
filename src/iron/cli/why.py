"""``iron why ID``: a stored advice answered again from what it stores, and whether it still says the same.

`iron.cli` imports this at every start, so the engine and its numpy are imported by the command that needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from iron.training.advice.advice import Advice


def register(app: typer.Typer) -> None:
    """Add the command ``why``."""
    app.command("why")(why)


def why(
    advice_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an advice, or of a run of a program.")
    ],
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Say why a number was advised or why a program changed its numbers: rule, old → new, and the sets behind it."""
    from iron.journal.runs import run_of
    from iron.journal.snapshot.replay import again
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    if journal.store.get("run", advice_id) is not None:
        show_run(Console(), run_of(journal, advice_id))
        return
    document = journal.store.get("advice", advice_id)
    if document is None or document.deleted:
        raise NotFoundError(
            f"There is no advice {advice_id} in this journal. A set logged with advice names it in the app."
        )
    body = document.read()
    show(Console(), body, again(body))


def show_run(out: Console, run: Mapping[str, Any]) -> None:
    """Print every change of a run with its rule and its evidence."""
    changes = run["changes"]
    lines = [f"{run['name']}: {len(changes)} changes in {run['sessions']} sessions."]
    for change in changes:
        lines.append(f"- {change['sentence']}")
        ids = sorted({row["session"] for row in change["evidence"]})
        if ids:
            lines.append(f"  workouts: {', '.join(ids)}")
    out.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)


def show(out: Console, body: Mapping[str, Any], answer: Advice) -> None:
    """Print sentence, rule, inputs and the replay for a person."""
    from iron.journal.snapshot.replay import again, differences, later

    inputs = body["inputs"]
    out.print(str(body.get("sentence", "")), highlight=False, markup=False, soft_wrap=True)
    out.print(
        f"Rule {body.get('rule')} · {body.get('on')} · {body.get('line')}", highlight=False, markup=False
    )
    asked = f"{inputs['sets']} sets of {inputs['reps_low']}–{inputs['reps_high']}, {inputs['rir']:g} left"
    out.print(f"Asked: {asked}", highlight=False)
    for name, sets in (("Last", inputs["last"]), ("Before", inputs["before"]), ("Today", body.get("done"))):
        if sets:
            told = ", ".join(f"{one['load_kg']:g} × {one['reps']:g}" for one in sets)
            out.print(f"{name}: {told}", highlight=False)
    if answer.chance is not None:
        out.print(
            f"Chance of {answer.reps_low} or more: {answer.chance:.1%}; reps possible "
            f"{answer.low_reps}–{answer.high_reps} (8 of 10).",
            highlight=False,
        )
    changed = differences(body, answer)
    said = "Solved again: the same." if not changed else "Solved again, differs: " + "; ".join(changed)
    out.print(said, highlight=False, markup=False, soft_wrap=True)
    for number, row in enumerate(later(body), start=1):
        changed = differences(row, again(row))
        said = "the same" if not changed else "differs: " + "; ".join(changed)
        out.print(
            f"{number} set{'' if number == 1 else 's'} later: {row.get('sentence')} Solved again: {said}.",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
