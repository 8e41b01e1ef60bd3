"""What the host says in the environment; secrets also as files, as containers and systemd hand them over."""

from __future__ import annotations

import os
from pathlib import Path

from iron.values.errors import BadInputError


def secret(name: str) -> str:
    """Return a value of the environment, or the content of the file that ``<name>_FILE`` names; empty for neither.

    Raises:
        BadInputError: both are set, or the file cannot be read.
    """
    value, file = os.environ.get(name, ""), os.environ.get(f"{name}_FILE", "")
    if value and file:
        raise BadInputError(f"{name} and {name}_FILE are both set. Leave one of them out.")
    if not file:
        return value
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not text"
        raise BadInputError(
            f"{name}_FILE names {file}, which cannot be read: {reason}. Correct the path or its permissions."
        ) from None
