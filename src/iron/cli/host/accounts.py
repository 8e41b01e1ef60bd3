"""``iron password`` and ``iron invite``: accounts, from the machine that serves them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

out = Console()
err = Console(stderr=True)


def password(
    name: Annotated[str, typer.Argument(help="Account name.")],
    *,
    lost_phone: Annotated[
        bool, typer.Option("--lost-phone", help="Also remove authenticator app, passkeys and recovery codes.")
    ] = False,
) -> None:
    """Set a new password for an account, without e-mail."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service

    service.find(name)
    first = typer.prompt("New password", hide_input=True, confirmation_prompt=True)
    service.set_password(name, first)
    out.print(f"{name} has a new password. All devices were signed out.", highlight=False)
    if lost_phone:
        gone = service.drop_second_factors(name)
        out.print(
            f"{gone} second steps and passkeys removed. The password alone is now enough to sign in.",
            highlight=False,
        )


def invite() -> None:
    """Print a link for one person to sign up. The link works once, for 14 days."""
    from iron.server import boot

    boot.start()
    from django.conf import settings

    from iron.server.accounts import service

    link = settings.IRON_ORIGIN + service.make_invitation()
    out.print(link, highlight=False, markup=False, soft_wrap=True)
    if not settings.IRON_ORIGIN:
        # Standard output stays the link alone, for scripts.
        err.print(
            f"Put the address of your server in front, such as http://localhost:8000{link[:10]}…",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
