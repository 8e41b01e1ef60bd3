"""``iron exercise …``: the lifter's own exercises, listed, renamed, merged into another one and taken out again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.console import Console

from iron.values import clock
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal

Lifter = Annotated[str | None, typer.Option(help="Account name of the lifter. Default: the owner.")]
Mine = Annotated[str, typer.Argument(help="Name or id of one of your own exercises.")]

out = Console()
group = typer.Typer(no_args_is_help=True, help="Your own exercises: list, rename, merge, unmerge, delete.")


@group.command("list")
def listed(
    lifter: Lifter = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """List your own exercises, merges, and similar exercises of the library."""
    from iron.records.documents import bodies
    from iron.records.own_exercises import edits
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    rows = edits.overview(journal.own, journal.library, bodies(journal.store.all("workout")))
    if as_json:
        sys.stdout.write(msgspec.json.encode({"exercises": rows}).decode() + "\n")
        return
    if not rows:
        _say(
            "You have no exercises of your own yet. Create one in the app. "
            "An import creates one for each name that Iron does not know."
        )
    for row in rows:
        sets = f"{row['sets']} sets in {row['workouts']} workouts"
        counts = f", merged into {row['counts_as_name']}" if row["counts_as"] else ""
        near = row["looks_like"][:1]
        alike = f"; looks like {near[0]['name']} ({near[0]['score']:.2f})" if near and not counts else ""
        _say(f"{row['name']}: {sets}{counts}{alike}")


@group.command()
def rename(
    name: Mine, new: Annotated[str, typer.Argument(help="The new name.")], lifter: Lifter = None
) -> None:
    """Rename an exercise. The history is kept, and the old name still finds the exercise."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    before = journal.own[ident]["name"]
    _store(journal, ident, edits.renamed(journal.own, ident, new))
    _say(f"“{before}” is now named “{new.strip()}”.")


@group.command()
def alias(
    name: Mine,
    further: Annotated[str, typer.Argument(help="Another name for the exercise.")],
    lifter: Lifter = None,
) -> None:
    """Add a name to an exercise, for search and imports."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    _store(journal, ident, edits.also_called(journal.own, ident, further))
    _say(f"“{journal.own[ident]['name']}” is also known as “{further.strip()}”.")


@group.command()
def merge(
    name: Mine,
    into: Annotated[
        str, typer.Argument(help="Name or id of the exercise to merge into: from the library or your own.")
    ],
    machine: Annotated[str | None, typer.Option(help="Machine for the sets that have none.")] = None,
    side: Annotated[str | None, typer.Option(help="left or right, for the sets that have no side.")] = None,
    setup: Annotated[
        list[str] | None, typer.Option(help="variable=value, for the sets that have none. Can be repeated.")
    ] = None,
    lifter: Lifter = None,
) -> None:
    """Merge an exercise into another one, with its whole history. The sets stay as they are, so you can undo this."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    target = edits.target_of(journal.own, journal.library, into)
    if side not in {None, "both", "left", "right"}:
        raise BadInputError(f"“{side}” is not a side. Write left, right or both.", where="side")
    fill = {"machine": _machine(journal, target, machine), "side": side, "setup": _setup(setup or [])}
    before = journal.own[ident]["name"]
    _store(journal, ident, edits.merged_into(journal.own, journal.library, ident, target, fill))
    _say(f"“{before}” is merged into {journal.name_of(target)}. `iron exercise unmerge` undoes the merge.")


@group.command()
def unmerge(name: Mine, lifter: Lifter = None) -> None:
    """Undo a merge: the exercise is separate again, with its whole history."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    _store(journal, ident, edits.unmerged(journal.own, ident))
    _say(f"“{journal.own[ident]['name']}” is a separate exercise again.")


@group.command()
def delete(name: Mine, lifter: Lifter = None) -> None:
    """Delete an exercise that is in no workout."""
    from iron.cli.operations import DEVICE
    from iron.records.documents import bodies, readable
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    called = journal.own[ident]["name"]
    edits.check_deletable(journal.own, ident, bodies(journal.store.all("workout")))
    # An import would go on writing sets of what is no longer there.
    aliases = [
        document.id
        for document, body in readable(journal.store.all("alias"))
        if body.get("exercise") == ident
    ]
    keys = [("exercise", ident), *(("alias", key) for key in aliases)]
    _checked(journal.delete(keys, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids()))
    _say(f"“{called}” is deleted.")


def _open(name: str, lifter: str | None) -> tuple[Journal, str]:
    from iron.records.own_exercises import edits
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    return journal, edits.find(journal.own, name)


def _store(journal: Journal, ident: str, body: dict[str, Any]) -> None:
    from iron.cli.operations import DEVICE

    _checked(
        journal.commit([("exercise", ident, body)], device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids())
    )


def _checked(results: list[Any]) -> None:
    for result in results:
        if result.error is not None:
            raise result.error


def _machine(journal: Journal, target: str, words: str | None) -> dict[str, Any] | None:
    """The copy of a machine that entries carry, found by name or id among those of the target."""
    from iron.records.documents import readable
    from iron.values.ids import fold

    if words is None:
        return None
    mine = {
        document.id: body
        for document, body in readable(journal.store.all("machine"))
        if journal.merged.target(body.get("exercise", "")).exercise == target
    }
    for ident, body in mine.items():
        if words == ident or fold(words) == fold(str(body.get("name", ""))):
            copied: dict[str, Any] = {
                key: body[key] for key in ("name", "gym", "base_kg", "angle_deg") if key in body
            }
            return {"id": ident, **copied}
    known = ", ".join(sorted(str(body.get("name", "")) for body in mine.values())) or "none yet"
    raise NotFoundError(f"There is no machine “{words}” for {journal.name_of(target)}. Yours: {known}.")


def _setup(pairs: list[str]) -> dict[str, str | float]:
    fields: dict[str, str | float] = {}
    for pair in pairs:
        variable, sign, value = pair.partition("=")
        if not (variable and sign and value):
            raise BadInputError(
                f"“{pair}” is not a setup. Write a setup like foot_height=low.", where="setup"
            )
        fields[variable.strip()] = _number(value.strip())
    return fields


def _number(text: str) -> str | float:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _say(text: str) -> None:
    out.print(text, highlight=False, markup=False, soft_wrap=True)
