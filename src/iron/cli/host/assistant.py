"""``iron mcp``: the MCP server over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from iron.values.errors import IronError


def mcp(
    writes: Annotated[
        bool, typer.Option("--writes", help="It may also log sets and take them back, after you confirmed.")
    ] = False,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Let an assistant read the journal over MCP (standard input and output); it writes nothing without --writes."""
    from iron.server.installation import how_to_add

    try:
        from iron.assistant import stdio
    except ModuleNotFoundError:
        raise IronError(
            f"MCP needs one more package. Install it with {how_to_add('mcp')} and try again."
        ) from None

    from iron.server.opening import open_journal

    stdio.run(open_journal(lifter), writes=writes)
