"""Broken content stops the server before it listens, unless it is told to leave the broken files out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iron.values.errors import BadContentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.knowledge import Problem

SKIP: Final = "IRON_SKIP_BROKEN"
SKIPPED: Final = "IRON_SKIPPED"
_HINT: Final = f"Correct it, or set {SKIP}=1 to start without the broken files."


def vet(root: Path | None = None, memory: Path | None = None) -> list[str]:
    """Check content/ before a start. A second where a file has changed, milliseconds where none has.

    With ``IRON_SKIP_BROKEN=1`` the ids of broken exercises go into ``IRON_SKIPPED``, and the pages leave them out.

    Args:
        root: the content folder; None for Iron's own.
        memory: file that remembers what was found good; None remembers nothing.

    Returns:
        One line for every file that is left out.

    Raises:
        BadContentError: content is broken and nobody said to skip it.
        NotFoundError: there is no content folder.
    """
    from iron.knowledge.reading import content_root

    os.environ.pop(SKIPPED, None)
    place = content_root(root)
    mark = _mark(place)
    if memory is not None and memory.is_file() and memory.read_text(encoding="utf-8") == mark:
        return []
    from iron import knowledge

    problems = knowledge.check(place)
    if not problems:
        if memory is not None:
            memory.write_text(mark, encoding="utf-8")
        return []
    if os.environ.get(SKIP) != "1":
        error = BadContentError([str(problem) for problem in problems])
        error.sentence += f"\n{_HINT}"
        raise error
    files = sorted({problem.file for problem in problems})
    os.environ[SKIPPED] = ",".join(_exercise(file) for file in files if _exercise(file))
    return [_line(file, [each for each in problems if each.file == file]) for file in files]


def _line(file: str, problems: Sequence[Problem]) -> str:
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    what = "Skipped" if _exercise(file) else "Broken, the last build of it is served"
    return f"{what}: {problems[0]}{more}"


def _exercise(file: str) -> str:
    """The id of the exercise that a file holds; empty for tables, which cannot be left out."""
    folder, _, name = file.partition("/")
    return name.removesuffix(".md") if folder == "exercises" else ""


def _mark(place: Path) -> str:
    """A hash over names, sizes and times of all files of content/, and over the checker's own."""
    from iron import knowledge

    rules = Path(knowledge.__file__).parent.rglob("*.py")
    mark = hashlib.sha256()
    for path in sorted([*place.rglob("*.md"), *place.rglob("*.toml"), *rules]):
        status = path.stat()
        mark.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return mark.hexdigest()
