"""``iron why ID``: a stored advice answered again from what it stores, and whether it still says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def why(
    advice_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a suggestion or of a running program.")
    ],
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
) -> None:
    """Explain a suggested number, or the changes of a program: the rule, old → new, and the sets behind the change."""
    from iron.journal.runs import run_of
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    if journal.store.get("run", advice_id) is not None:
        show_run(Console(), run_of(journal, advice_id), _days_of(journal))
        return
    document = journal.store.get("advice", advice_id)
    if document is None or document.deleted:
        raise NotFoundError(
            f"There is no suggestion {advice_id} in this journal. "
            "In the app, a set logged with a suggestion shows its id."
        )
    show(Console(), document.read())


def _days_of(journal: Journal) -> dict[str, str]:
    """The day of each workout, by id."""
    return {row.id: str(row.read().get("start", ""))[:10] for row in journal.store.all("workout")}


def show_run(out: Console, run: Mapping[str, Any], days: Mapping[str, str]) -> None:
    """Print every change of a run with its rule and the days of its evidence."""
    changes = run["changes"]
    lines = [f"{run['name']}: {len(changes)} changes in {run['sessions']} sessions."]
    for change in changes:
        lines.append(f"- {change['sentence']}")
        ids = sorted({row["session"] for row in change["evidence"]})
        if ids:
            lines.append("  workouts: " + ", ".join(f"{days.get(ident, '')} ({ident})" for ident in ids))
    out.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)


def show(out: Console, body: Mapping[str, Any]) -> None:
    """Print sentence, rule, inputs and the replay for a person."""
    from iron.journal.snapshot.replay import later, replayed, sentence_of

    inputs, replay = body.get("inputs") or {}, replayed(body)

    def say(text: str) -> None:
        out.print(text, highlight=False, markup=False, soft_wrap=True)

    say(sentence_of(body))
    say(f"Rule {body.get('rule')} · {body.get('on')} · {body.get('line')}")
    for session in (body.get("measured") or {}).get("sessions", [])[-3:]:
        say(f"{session['day']}: {', '.join(_measured_set(*set_) for set_ in session['sets'])}")
    if "sessions" in inputs:
        for session in inputs["sessions"][-3:]:
            say(f"{session['day']}: {_sets(session['sets'])}")
        if body.get("done"):
            say(f"Today: {_sets(body['done'])}")
        if body.get("chance") is not None:
            say(f"Chance of {body['reps_low']} or more: {body['chance']:.0%}.")
    say(replay["sentence"])
    for number, (row, again) in enumerate(zip(later(body), replay.get("after", ()), strict=True), start=1):
        ago = f"{number} set{'' if number == 1 else 's'} later"
        say(f"{ago}: {sentence_of(row)} {again['sentence']}")


def _measured_set(load: float, seconds: float | None, metres: float | None) -> str:
    """A set of a hold, a carry or a run, such as "24 kg over 30 m"."""
    from iron.knowledge import messages

    aim = {
        "type": "aim",
        "load": messages.load(load, "kg") if load else None,
        "duration": messages.duration(seconds) if seconds else None,
        "distance": {"low": metres, "high": metres, "unit": "m"} if metres else None,
    }
    return messages.render("brief-aim", {"aim": aim})


def _sets(stored: Sequence[Sequence[Any]]) -> str:
    return ", ".join(f"{lift[0]:g} × {lift[2]:g}" for lift in stored)
