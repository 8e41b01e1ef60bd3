"""The command line: `iron …`. One file for each group of commands, each with `register(app)`.

Nothing heavy is imported here: every command imports what it needs when it runs.
"""

from __future__ import annotations

from iron.cli.app import app, main

__all__ = ["app", "main"]
