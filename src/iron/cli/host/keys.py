"""``iron key``: API keys, listed, made and revoked."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from iron.cli.answers import print_json, say, table
from iron.cli.options import AsJson, Lifter

group = typer.Typer(help="API keys for scripts and assistants: list, make, revoke.", no_args_is_help=True)


@group.command("list")
def listed(lifter: Lifter = None, as_json: AsJson = False) -> None:
    """List the keys of an account. The secrets themselves cannot be shown again."""
    rows = [_row(token) for token in _user(lifter).tokens.order_by("id")]
    if as_json:
        print_json(rows)
        return
    if not rows:
        say("No keys yet. Make one with `iron key make laptop`.")
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
    name: Annotated[str, typer.Argument(help="Name of the key, such as laptop.")],
    writes: Annotated[bool, typer.Option("--writes", help="Let the key write. Default: read only.")] = False,
    origin: Annotated[
        list[str] | None,
        typer.Option(
            "--origin", help="Web page that may use the key, such as https://notes.example. Can be repeated."
        ),
    ] = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Make a key and print it once. Send it as `Authorization: Bearer KEY`."""
    user = _user(lifter)
    from iron.server.accounts import tokens

    token, key = tokens.make(user, name, writes=writes, origins=origin or ())
    if as_json:
        print_json({**_row(token), "key": key})
        return
    # Standard output stays the key alone, for scripts.
    print(key)
    typer.echo(f"Key {token.pk}, “{token.name}”: save it now, it is not shown again.", err=True)


@group.command()
def revoke(
    key_id: Annotated[int, typer.Argument(metavar="ID", help="Number of the key, from `iron key list`.")],
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Revoke a key. It stops working at once."""
    user = _user(lifter)
    from iron.server.accounts import tokens

    tokens.end(user, key_id)
    if as_json:
        print_json({"ended": key_id})
        return
    say(f"Key {key_id} is revoked.")


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
