"""Iron: the strength-training log that knows the exercise. The library's public API (docs/library.md).

>>> import iron
>>> journal = iron.demo()
>>> journal.lines("leg press")[0].capacity().kg > 100
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from iron.journal.journal import Journal
    from iron.journal.line import Line
    from iron.server.opening import open_journal as open  # noqa: A004 - `iron.open`, as `gzip.open`
    from iron.values.errors import IronError

    __version__: str

__all__ = ["IronError", "Journal", "Line", "__version__", "demo", "open", "read"]

_PLACES = {
    "IronError": ("iron.values.errors", "IronError"),
    "Journal": ("iron.journal.journal", "Journal"),
    "Line": ("iron.journal.line", "Line"),
    "open": ("iron.server.opening", "open_journal"),
}


def read(
    path: str | Path,
    *,
    unit: str | None = None,
    body_mass: float | None = None,
    date_order: str | None = None,
) -> Journal:
    """Read a foreign log, or a copy that Iron wrote, into a journal in memory.

    Args:
        path: a file that Strong, Hevy or another app exported, or an archive of Iron.
        unit: ``kg`` or ``lb`` where the file does not say.
        body_mass: body mass [kg] where the file has none: squats and pull-ups move it.
        date_order: ``dmy`` or ``mdy`` where day and month cannot be told apart.

    Raises:
        BadFileError: the file is no log, or leaves open what was not given.
    """
    from iron.journal.importing import read as read_log  # noqa: PLC0415 - the server at rest needs no numpy
    from iron.values.clock import local_now  # noqa: PLC0415

    return read_log(path, unit=unit, body_mass=body_mass, date_order=date_order, clock=local_now)


def demo() -> Journal:
    """The journal of an invented lifter: 18 months of training, the same at every call."""
    from iron.journal.importing import demo as demo_journal  # noqa: PLC0415 - as above
    from iron.values.clock import local_now  # noqa: PLC0415

    return demo_journal(clock=local_now)


def __getattr__(name: str) -> Any:
    """Load a part only when it is asked for: the server at rest needs no numpy."""
    from importlib import import_module, metadata  # noqa: PLC0415 - see the docstring

    if name == "__version__":
        return metadata.version("iron-log")
    if name not in _PLACES:
        raise AttributeError(f"module 'iron' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)
