"""What Iron knows, read once for the whole process: the exercise library, programs, and the words of machines."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from iron import knowledge
from iron.knowledge import Library

if TYPE_CHECKING:
    from iron.exchange.names.name_meanings import MachineWords

# Reading takes a quarter of a second of CPU: `functools.cache` alone lets every thread that asks first do it.
_reading: Final = Lock()


def library() -> Library:
    """What Iron knows, read once, however many threads ask first."""
    with _reading:
        return _library()


def machine_words() -> MachineWords:
    """Makers, colours and gym words that turn a name into an exercise and a machine, read once."""
    with _reading:
        return _machine_words()


@cache
def programs() -> dict[str, dict[str, Any]]:
    """The programs that Iron brings, by id, of both formats, read once; for reading alone."""
    # A journal at rest needs no readers of programs.
    from iron.training.plan import program_files

    return program_files.read_all(library())


@cache
def _library() -> Library:
    return knowledge.load()


@cache
def _machine_words() -> MachineWords:
    # A journal at rest needs no readers of foreign files.
    from iron.exchange.names.name_meanings import parse_machine_words

    return parse_machine_words((_library().root / "machine_words.toml").read_text(encoding="utf-8"))
