"""``iron storage``: where the journals' tables are."""

from __future__ import annotations

from typing import Annotated

import typer

from iron.cli.answers import print_json, say
from iron.cli.options import AsJson

group = typer.Typer(no_args_is_help=True, help="How the database is spread over machines.")


@group.callback()
def storage() -> None:
    """Where the journals' tables are."""


@group.command("distribute")
def distribute(
    *,
    shards: Annotated[int, typer.Option(min=1, max=4096, help="Shards of each table.")] = 32,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check and print the statements, without running them.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Spread the journals over the machines of a Citus cluster, by lifter. You can run this again at any time."""
    from iron.server import boot

    boot.start()
    from django.db import connection

    from iron.server.storage import distribution

    with boot.explained():
        plan = (distribution.plan if dry_run else distribution.distribute)(connection, shards)
    if as_json:
        versions = {"postgresql": plan.postgres, "citus": plan.citus}
        print_json(
            {**versions, "distributed": plan.distributed, "statements": plan.statements, "dry_run": dry_run}
        )
        return
    say(f"PostgreSQL {plan.postgres}, Citus {plan.citus}.")
    if plan.distributed:
        say(f"Already distributed by lifter: {', '.join(plan.distributed)}.")
    for statement in plan.statements:
        say(f"{'Would run' if dry_run else 'Done'}: {statement}")
    if not plan.statements:
        say("There is nothing more to do.")
