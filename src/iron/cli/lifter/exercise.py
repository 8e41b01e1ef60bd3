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

Lifter = Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")]
Mine = Annotated[str, typer.Argument(help="An exercise of your own: any of its names, or its id.")]

out = Console()
group = typer.Typer(no_args_is_help=True, help="Your own exercises: list, rename, merge, unmerge, delete.")


@group.command("list")
def listed(
    lifter: Lifter = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """List your own exercises, what they count as, and library names that look alike."""
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
            "No exercises of your own yet; the app makes them, or an import of names that Iron does not know."
        )
    for row in rows:
        sets = f"{row['sets']} sets in {row['workouts']} workouts"
        counts = f", counts as {row['counts_as_name']}" if row["counts_as"] else ""
        near = row["looks_like"][:1]
        alike = f"; looks like {near[0]['name']} ({near[0]['score']:.2f})" if near and not counts else ""
        _say(f"{row['name']}: {sets}{counts}{alike}")


@group.command()
def rename(
    name: Mine, new: Annotated[str, typer.Argument(help="Its new name.")], lifter: Lifter = None
) -> None:
    """Give an exercise another name; its history follows and the old name stays as a further one."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    before = journal.own[ident]["name"]
    _store(journal, ident, edits.renamed(journal.own, ident, new))
    _say(f"“{before}” is “{new.strip()}” now, with all of its history.")


@group.command()
def alias(
    name: Mine, further: Annotated[str, typer.Argument(help="A further name of it.")], lifter: Lifter = None
) -> None:
    """Give an exercise a further name that search and imports know."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    _store(journal, ident, edits.also_called(journal.own, ident, further))
    _say(f"“{journal.own[ident]['name']}” is also known as “{further.strip()}”.")


@group.command()
def merge(
    name: Mine,
    into: Annotated[str, typer.Argument(help="The exercise that it is: library's or own, id or name.")],
    machine: Annotated[str | None, typer.Option(help="Machine of its sets, where they say none.")] = None,
    side: Annotated[str | None, typer.Option(help="left or right, where they say none.")] = None,
    setup: Annotated[
        list[str] | None, typer.Option(help="variable=value, where they say none; repeatable.")
    ] = None,
    lifter: Lifter = None,
) -> None:
    """Let an exercise count as another one, with all of its history; no set is rewritten."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    target = edits.target_of(journal.own, journal.library, into)
    if side not in {None, "both", "left", "right"}:
        raise BadInputError(f"“{side}” is no side. Write left, right or both.", where="side")
    fill = {"machine": _machine(journal, target, machine), "side": side, "setup": _setup(setup or [])}
    before = journal.own[ident]["name"]
    _store(journal, ident, edits.merged_into(journal.own, journal.library, ident, target, fill))
    _say(f"“{before}” counts as {journal.name_of(target)} now. `iron exercise unmerge` takes it back.")


@group.command()
def unmerge(name: Mine, lifter: Lifter = None) -> None:
    """Take a merge back: the exercise stands on its own again, with all of its history."""
    from iron.records.own_exercises import edits

    journal, ident = _open(name, lifter)
    _store(journal, ident, edits.unmerged(journal.own, ident))
    _say(f"“{journal.own[ident]['name']}” stands on its own again.")


@group.command()
def delete(name: Mine, lifter: Lifter = None) -> None:
    """Delete an exercise that no workout holds."""
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
            raise BadInputError(f"“{pair}” is no setup. Write it like foot_height=low.", where="setup")
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
