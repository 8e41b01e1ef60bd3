"""``iron user``: the accounts of this server, from the machine that serves them."""

from __future__ import annotations

from typing import Annotated

import typer

from iron.cli.answers import print_json, say, table
from iron.cli.options import AsJson

group = typer.Typer(no_args_is_help=True, help="The accounts of this server.")
Name = Annotated[str, typer.Argument(help="Account name.")]


@group.command("list")
def list_users(*, as_json: AsJson = False) -> None:
    """List the accounts with their storage and last sign-in."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    rows = administration.accounts()
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    if not rows:
        say("No accounts yet. `iron serve` prints a one-time code to create the first account.")
        return
    cells = [
        [
            row.name,
            ", ".join(filter(None, ("owner" if row.owner else "", "" if row.active else "disabled"))),
            row.since,
            row.last_sign_in or "never",
            f"{row.documents:,}",
            f"{row.used_bytes / 2**20:.1f}" + ("" if row.quota_mib is None else f" of {row.quota_mib}"),
            str(row.devices),
            str(row.keys),
        ]
        for row in rows
    ]
    headings = ["Name", "", "Since", "Last sign-in", "Documents", "MiB", "Devices", "Keys"]
    table(headings, cells, right=(4, 5, 6, 7))


@group.command("invite")
def invite(email: Annotated[str, typer.Argument(help="E-mail address to invite.")]) -> None:
    """E-mail a link to sign up. The link works once, for 14 days, also while sign-up is closed."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service

    service.invite_by_mail(email)
    say(
        f"The mail server accepted an invitation to {email}. It is for one new account, "
        f"within {service.INVITATION_DAYS} days."
    )


@group.command("disable")
def disable(name: Name) -> None:
    """Disable an account: sign it out everywhere and refuse sign-in. The journal is kept."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    ended = administration.disable(name)
    say(
        f"{name} is disabled: {ended} devices signed out, API keys blocked. "
        f"`iron user enable {name}` enables the account again."
    )


@group.command("enable")
def enable(name: Name) -> None:
    """Enable a disabled account again."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    administration.enable(name)
    say(f"{name} can sign in again, and the API keys work again.")


@group.command("delete")
def delete(name: Name, *, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete an account and its whole journal. Only a backup can bring them back."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration, service

    user = service.find(name)
    if (
        not yes
        and typer.prompt(f"Type the account name to delete {user.username} permanently") != user.username
    ):
        say("Not deleted: the names do not match.")
        raise typer.Exit(2)
    count = administration.delete(name)
    say(f"{user.username} and {count:,} documents are deleted.")


@group.command("quota")
def quota(
    name: Name,
    limit: Annotated[
        str, typer.Argument(metavar="MIB", help="Number of MiB, or “none” for the default of the server.")
    ],
) -> None:
    """Limit the storage of an account. Above the limit the server refuses new data, and the phone keeps it."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    mib = administration.set_quota(name, limit)
    say(f"{name} may store {'what IRON_QUOTA_MIB allows' if mib is None else f'{mib} MiB'}.")
