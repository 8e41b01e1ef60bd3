"""The journal a command is about: one of this machine, or a log read for this answer only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iron.cli.answers import day
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
        raise BadFileError(f"There is no file {file}. Enter the path of an exported log.")
    try:
        return read(file, unit=unit)
    except BadFileError as problem:
        # The library speaks of its argument; on the command line it is an option.
        words = problem.sentence.replace('unit="kg" or unit="lb"', "--unit kg or --unit lb")
        raise BadFileError(f"{file.name}: {words}", where=problem.where) from None


class Selection(NamedTuple):
    """Which part of a lifter's journal a list is about: an exercise (None for all) and days (empty for no bound)."""

    journal: Journal
    exercise: str | None
    since: str
    until: str


def selected(
    words: list[str] | None, since: str | None, until: str | None, unit: str | None, lifter: str | None
) -> Selection:
    """Open the lifter's journal and read what a list of it was asked for."""
    from iron.journal.questions.finding import find_exercise
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    today = clock.today()
    journal = open_journal(lifter)
    exercise = find_exercise(journal, " ".join(words)).exercise if words else None
    return Selection(journal, exercise, day(since, "since", today), day(until, "until", today))


def file_and_name(words: list[str] | None, exercise: str | None) -> tuple[Path | None, str]:
    """The file of a log, where the first word is one or looks like one, and the name of an exercise or nothing."""
    first, *rest = words or [""]
    is_file = bool(first) and (Path(first).is_file() or Path(first).suffix != "")
    name = " ".join(rest if is_file else words or [])
    return (Path(first) if is_file else None), exercise or name


def moment(at: str | None) -> str:
    """A day or moment that was typed, checked; now when None."""
    from datetime import datetime

    if at is None:
        return clock.local_now()
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise BadInputError(f"“{at[:32]}” is not a day. Write a day like 2026-11-28.", where="at") from None
    return at


def body_mass(kilograms: float | None) -> float | None:
    """A body mass that was typed [kg], checked."""
    if kilograms is not None and not 20 <= kilograms <= 400:
        raise BadInputError(f"{kilograms:g} kg is not a body weight. Enter 20 to 400 kg.", where="body-mass")
    return kilograms
