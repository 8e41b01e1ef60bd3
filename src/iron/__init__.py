"""Iron: the strength-training log that knows the exercise.

>>> import iron
>>> iron.read("strong.csv", unit="kg").lines("leg-press-45")[0].capacity()  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iron.journal.journal import Journal, read
    from iron.journal.line import Line

__all__ = ["Journal", "Line", "read"]


def __getattr__(name: str) -> Any:
    """Load the journal only when it is asked for: the server at rest needs no numpy."""
    if name not in __all__:
        raise AttributeError(f"module 'iron' has no attribute {name!r}")
    from iron.journal import journal  # noqa: PLC0415 - see the docstring

    return getattr(journal, name)
