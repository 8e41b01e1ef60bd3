"""Hatch runs this before it packs an sdist or a wheel: without the built app the package would be an empty house."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What `make setup` builds: the app, and what the pages of the server read.
BUILT = ("app/index.html", "app/sw.js", "app/content/index.json", "app/islands")
DIST = Path("src/iron/server/dist")


class BuiltAppHook(BuildHookInterface[Any]):
    """Refuses to pack an Iron whose app is not built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (the interface)
        """Stop with the command that helps, unless this is an editable install of a checkout."""
        if version == "editable":
            return
        missing = [name for name in BUILT if not (Path(self.root) / DIST / name).exists()]
        if missing:
            raise SystemExit(
                f"The app is not built: {', '.join(str(DIST / name) for name in missing)} is missing. "
                "Run `make setup` first, then build again."
            )
