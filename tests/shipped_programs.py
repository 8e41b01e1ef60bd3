"""The programs of format 2 that ship: one, read alone, or all of them, read and checked once for a whole run."""

from __future__ import annotations

from functools import cache
from typing import Any

from iron.journal.content import library
from iron.training.plan.program_files import parse, read_shelf


def shipped_program(name: str) -> dict[str, Any]:
    """The body of one program."""
    file = library().root / "programs" / f"{name}.toml"
    return parse(file.read_text(encoding="utf-8"), library().exercises)


@cache
def shelf() -> dict[str, dict[str, Any]]:
    """The bodies of all, by name; nobody changes them."""
    return read_shelf(library())
