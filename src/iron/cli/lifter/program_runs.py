"""``iron program start`` and ``iron program state``: runs of programs in a journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console

from iron.values import clock
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from iron.journal.journal import Journal

_out = Console()


def numbers(maxes: list[str], program: Any) -> dict[str, float]:
    """What the lifter typed, by lift: ``squat=150``; a lift, slot or exercise may be named.

    Raises:
        BadInputError: no number, or nothing of the program has that name.
    """
    from iron.cli.lifter.program import words
    from iron.training.programs.replay import typed_numbers

    given: dict[str, float] = {}
    for text in maxes:
        name, _, value = text.partition("=")
        try:
            given[name.strip()] = float(value.replace(",", "."))
        except ValueError:
            raise BadInputError(
                f"“{text[:40]}” is not a max. Write the lift and a number, such as squat=150."
            ) from None
    return typed_numbers(program, given, words(), "max")


def start(
    body: dict[str, Any], ident: str, maxes: list[str], unit: str | None, gym: str | None, lifter: str | None
) -> None:
    """Store a run.

    Args:
        body: the program.
        ident: its name on the shelf or of its file.
        maxes: typed numbers such as ``squat=150``.
        unit: kg or lb; None for that of the journal.
        gym: name of a described gym, whose plates make the loads.
        lifter: whose journal.
    """
    from iron.cli.operations import DEVICE
    from iron.journal.runs import run_of
    from iron.server.opening import open_journal
    from iron.training.programs.compiling import read_program
    from iron.training.programs.replay import check_answered
    from iron.training.programs.showing import day_lines

    program = read_program(body)
    asked = numbers(maxes, program)
    check_answered(program, asked)
    journal = open_journal(lifter)
    now = clock.utc_now()
    fresh = clock.op_ids()
    key = next(fresh)
    run = {
        "v": 1,
        "name": program.name,
        "program": ident,
        "text": body,
        "start": now[:10],
        "unit": unit or journal.unit,
        "asked": asked,
        **({} if gym is None else {"gym": _described(journal, gym)}),
    }
    for result in journal.commit([("run", key, run)], device=DEVICE, at=now, op_ids=fresh):
        if result.error is not None:
            raise result.error
    _say(f"{program.name}: started.")
    _say("\n".join(day_lines(run_of(journal, key)["next"])))


def _described(journal: Journal, name: str) -> str:
    """The name of a gym as the journal writes it."""
    from iron.journal.run_folds import folded_gym
    from iron.records.documents import bodies

    names = [str(body.get("name", "")) for body in bodies(journal.store.all("gym"))]
    for known in names:
        if folded_gym(known) == folded_gym(name):
            return known
    there = (
        f"There are {', '.join(names[:8])}."
        if names
        else "Describe it in the app under Me, Machines and gyms."
    )
    raise BadInputError(f"There is no gym “{name[:60]}” in this journal. {there}", where="gym")


def show(lifter: str | None, *, as_json: bool) -> None:
    """Print every run."""
    from iron.journal.runs import runs
    from iron.server.opening import open_journal
    from iron.training.programs.showing import run_lines

    states = runs(open_journal(lifter))
    if as_json:
        _say(json.dumps({"runs": states}, ensure_ascii=False))
    elif not states:
        _say("No program is running. Start one with `iron program start FILE`, or in the app under Plan.")
    else:
        _say("\n\n".join("\n".join(run_lines(row)) for row in states))


def _say(text: str) -> None:
    _out.print(text, highlight=False, markup=False, soft_wrap=True)
