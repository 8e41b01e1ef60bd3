"""The MCP server over standard input and output: an assistant reads the journal, and logs where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iron.assistant import tools

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def run(journal: Journal, *, writes: bool = False) -> None:
    """Serve one lifter's journal over standard input and output until the other side closes."""
    tools.face(journal, writes=writes).run("stdio")
