"""The MCP face over standard input and output: an assistant reads the journal and the library. It writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iron import assistant
from iron.opening import open_journal

if TYPE_CHECKING:
    from mcp.server import MCPServer


def server(lifter: str | None) -> MCPServer[Any]:
    """Build the server for one lifter's journal.

    Args:
        lifter: account name; the owner's journal when None.
    """
    return assistant.face(open_journal(lifter))


def run(lifter: str | None) -> None:
    """Serve over standard input and output until the other side closes."""
    server(lifter).run("stdio")
