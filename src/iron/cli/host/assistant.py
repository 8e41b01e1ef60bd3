"""``iron mcp``: the MCP server over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from iron.values.errors import IronError


def mcp(
    writes: Annotated[
        bool, typer.Option("--writes", help="Also let the assistant log and undo sets, after you confirm.")
    ] = False,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
) -> None:
    """Let an AI assistant read the journal over MCP (standard input and output). It cannot write without --writes."""
    from iron.server.installation import how_to_add

    try:
        from iron.assistant import stdio
    except ModuleNotFoundError:
        raise IronError(
            f"MCP needs another package. Install it with {how_to_add('mcp')}, then try again."
        ) from None

    from iron.server.opening import open_journal

    stdio.run(open_journal(lifter), writes=writes)
