"""``iron mcp``: the MCP server over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from iron.values.errors import IronError


def register(app: typer.Typer) -> None:
    """Add the command ``mcp``."""
    app.command("mcp")(mcp)


def mcp(
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Let an assistant read the journal over MCP (standard input and output); it writes nothing."""
    try:
        from iron.assistant import stdio
    except ModuleNotFoundError:
        raise IronError(
            "The MCP face needs one more package. In Iron's folder: .venv/bin/pip install -e '.[mcp]'"
        ) from None

    from iron.server.opening import open_journal

    stdio.run(open_journal(lifter))
