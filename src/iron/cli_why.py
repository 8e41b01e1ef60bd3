"""``iron why ID``: a stored advice answered again from what it stores, and whether it still says the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer
from rich.console import Console

from iron.errors import BadDocumentError, NotFoundError
from iron.training.advice import Advice, replay
from iron.training.nextset import next_set
from iron.training.question import Did, question_from

# The phone's exponentials may differ from Python's in the last digits; everything else must be equal.
_DIGITS: Final = 1e-6
_ANSWER: Final = (
    "rule",
    "load_kg",
    "reps_low",
    "reps_high",
    "rir",
    "sets",
    "low_reps",
    "high_reps",
    "sentence",
)


def register(app: typer.Typer) -> None:
    """Add the command ``why``."""
    app.command("why")(why)


def why(
    advice_id: Annotated[str, typer.Argument(metavar="ID", help="Id of an advice document.")],
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Say why a number was advised, and solve it again from the stored question."""
    from iron.opening import open_journal

    document = open_journal(lifter).store.get("advice", advice_id)
    if document is None or document.deleted:
        raise NotFoundError(
            f"There is no advice {advice_id} in this journal. A set logged with advice names it in the app."
        )
    body = document.read()
    show(Console(), body, again(body))


def again(body: Mapping[str, Any]) -> Advice:
    """Answer the stored question again; the next set where sets of the day are stored with it.

    Raises:
        BadDocumentError: the document does not hold a question.
    """
    try:
        done = body.get("done")
        if done:
            return next_set(question_from(body["inputs"]), [Did(**one) for one in done])
        return replay(body)
    except (KeyError, TypeError, ValueError) as problem:
        raise BadDocumentError(
            "This advice does not hold its question, so it cannot be solved again.", where="inputs"
        ) from problem


def differences(body: Mapping[str, Any], answer: Advice) -> list[str]:
    """What the replay answers differently, as ``name: stored -> now``; empty when all is the same."""
    found = [
        f"{name}: {body.get(name)} -> {getattr(answer, name)}"
        for name in _ANSWER
        if body.get(name) != getattr(answer, name)
    ]
    stored, now = body.get("chance"), answer.chance
    same = stored is now or (
        stored is not None and now is not None and math.isclose(stored, now, rel_tol=_DIGITS, abs_tol=_DIGITS)
    )
    return found if same else [*found, f"chance: {stored} -> {now}"]


def show(out: Console, body: Mapping[str, Any], answer: Advice) -> None:
    """Print sentence, rule, inputs and the replay for a person."""
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
