"""``iron key``: API keys, listed, made and ended."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from iron.cli.answers import print_json, say, table
from iron.cli.options import AsJson, Lifter

group = typer.Typer(help="API keys for scripts and assistants: list, make, end.", no_args_is_help=True)


@group.command("list")
def listed(lifter: Lifter = None, as_json: AsJson = False) -> None:
    """List the keys of an account; what a key says is never shown again."""
    rows = [_row(token) for token in _user(lifter).tokens.order_by("id")]
    if as_json:
        print_json(rows)
        return
    if not rows:
        say("No key yet. `iron key make laptop` makes one.")
        return
    cells = [
        [
            str(row["id"]),
            row["name"],
            "reads, writes" if row["writes"] else "reads",
            row["used_on"] or "never",
        ]
        for row in rows
    ]
    table(["id", "name", "may", "used last"], cells)


@group.command()
def make(
    name: Annotated[str, typer.Argument(help="What it is for, such as laptop.")],
    writes: Annotated[bool, typer.Option("--writes", help="It may write; without it it only reads.")] = False,
    origin: Annotated[
        list[str] | None,
        typer.Option("--origin", help="Web page that may use it, such as https://notes.example; repeatable."),
    ] = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Make a key and print it, once: send it as `Authorization: Bearer KEY`."""
    user = _user(lifter)
    from iron.server.accounts import tokens

    token, key = tokens.make(user, name, writes=writes, origins=origin or ())
    if as_json:
        print_json({**_row(token), "key": key})
        return
    # Standard output stays the key alone, for scripts.
    print(key)
    typer.echo(f"Key {token.pk}, “{token.name}”: keep it; it is not shown again.", err=True)


@group.command()
def end(
    key_id: Annotated[int, typer.Argument(metavar="ID", help="Number of the key, from `iron key list`.")],
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """End a key at once."""
    user = _user(lifter)
    from iron.server.accounts import tokens

    tokens.end(user, key_id)
    if as_json:
        print_json({"ended": key_id})
        return
    say(f"Key {key_id} is ended.")


def _user(lifter: str | None) -> Any:
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service

    return service.find(lifter) if lifter else service.ensure_owner()


def _row(token: Any) -> dict[str, Any]:
    used = token.used_on
    return {
        "id": token.pk,
        "name": token.name,
        "writes": token.writes,
        "used_on": None if used is None else used.isoformat(),
        "origins": token.origins.split(),
    }
