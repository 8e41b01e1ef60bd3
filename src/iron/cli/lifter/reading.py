"""The journal a command is about: one of this machine, or a log read for this answer only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from iron.values import clock
from iron.values.errors import BadFileError, BadInputError

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def journal_of(file: Path | None, unit: str | None, lifter: str | None) -> Journal:
    """Open the lifter's journal, or read a file into one in memory.

    Raises:
        BadFileError: there is no such file, it is no log, or its unit is not known.
    """
    if file is None:
        from iron.server.opening import open_journal

        return open_journal(lifter)
    from iron.journal.importing import read

    if not file.is_file():
        raise BadFileError(f"There is no file {file}. Give the path of an exported log.")
    try:
        return read(file, unit=unit)
    except BadFileError as problem:
        # The library speaks of its argument; on the command line it is an option.
        words = problem.sentence.replace('unit="kg" or unit="lb"', "--unit kg or --unit lb")
        raise BadFileError(f"{file.name}: {words}", where=problem.where) from None


def moment(at: str | None) -> str:
    """A day or moment that was typed, checked; now when None."""
    from datetime import datetime

    if at is None:
        return clock.local_now()
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise BadInputError(f"“{at[:32]}” is no day. Write it like 2026-11-28.", where="at") from None
    return at


def body_mass(kilograms: float | None) -> float | None:
    """A body mass that was typed [kg], checked."""
    if kilograms is not None and not 20 <= kilograms <= 400:
        raise BadInputError(f"{kilograms:g} kg is no body mass. Give 20 to 400 kg.", where="body-mass")
    return kilograms
