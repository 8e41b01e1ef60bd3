"""The programs of ``content/programs``: plain text files that a coach writes, checked before anybody trains by them."""

from __future__ import annotations

import tomllib
from typing import Any

from iron.errors import BadContentError, BadDocumentError
from iron.knowledge import Library
from iron.training.blocks import check_program


def read(library: Library) -> dict[str, dict[str, Any]]:
    """All programs by id (the file name).

    Raises:
        BadContentError: a file breaks the shape of docs/training.md or names an exercise that is not there.
    """
    found: dict[str, dict[str, Any]] = {}
    problems: list[str] = []
    for file in sorted((library.root / "programs").glob("*.toml")):
        body = tomllib.loads(file.read_text(encoding="utf-8"))
        try:
            check_program(body)
        except BadDocumentError as problem:
            problems.append(f"{file.name}: {problem.where}: {problem.sentence}")
            continue
        slots = [slot for day in body["days"] for slot in day["slots"]]
        problems += [
            f"{file.name}: there is no exercise “{slot['exercise']}”."
            for slot in slots
            if slot["exercise"] not in library.exercises
        ]
        found[file.stem] = {"v": 1, **body}
    if problems:
        raise BadContentError(problems)
    return found
