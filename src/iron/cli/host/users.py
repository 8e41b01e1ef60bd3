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
    """List the accounts: what each stores, and when it signed in last."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    rows = administration.accounts()
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    if not rows:
        say("No account yet. `iron serve` prints the one-time code that makes the first one.")
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
def invite(email: Annotated[str, typer.Argument(help="Who is invited.")]) -> None:
    """Send a link to sign up with, once, within 14 days; it works while sign-up is closed, too."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service

    service.invite_by_mail(email)
    say(
        f"The mail server took an invitation for {email}: one new account, within {service.INVITATION_DAYS} days."
    )


@group.command("disable")
def disable(name: Name) -> None:
    """Sign an account out everywhere and let nobody in; its journal stays."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    ended = administration.disable(name)
    say(
        f"{name} is disabled: {ended} devices signed out, its keys work no more. `iron user enable {name}` undoes it."
    )


@group.command("enable")
def enable(name: Name) -> None:
    """Let a disabled account in again."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    administration.enable(name)
    say(f"{name} can sign in again, and its keys work.")


@group.command("delete")
def delete(name: Name, *, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete an account with its whole journal. There is no way back but a backup."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration, service

    user = service.find(name)
    if not yes and typer.prompt(f"Type the name to delete {user.username} for good") != user.username:
        say("Not deleted: that is another name.")
        raise typer.Exit(2)
    count = administration.delete(name)
    say(f"{user.username} and {count:,} documents are deleted.")


@group.command("quota")
def quota(
    name: Name,
    limit: Annotated[
        str, typer.Argument(metavar="MIB", help="A number of MiB, or none for the server's own limit.")
    ],
) -> None:
    """Limit what an account may store. Over it a push is refused, and the phone keeps what was logged."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import administration

    mib = administration.set_quota(name, limit)
    say(f"{name} may store {'what IRON_QUOTA_MIB allows' if mib is None else f'{mib} MiB'}.")
