"""What stands out in a file and is only said, never changed: doubled blocks, shifted clocks, unbelievable loads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from iron.exchange.workout_bodies import FLAGGED_KG, stamp
from iron.values import units

if TYPE_CHECKING:
    from datetime import datetime

    from iron.exchange.foreign import Foreign, ForeignBlock, ForeignWorkout
    from iron.values.units import LengthUnit, MassUnit

# Words of default titles with the hours [h] at which such a workout starts. Generous guesses; only a shift that turns
# nearly all of them right is worth a sentence.
_DAY_PARTS: Final[tuple[tuple[tuple[str, ...], int, int], ...]] = (
    (("afternoon", "nachmittag", "下午", "après-midi", "pomeriggio", "tarde"), 12, 20),
    (("morning", "早晨", "早上", "上午", "manhã", "mañana", "matin", "mattina"), 4, 12),
    (("midday", "noon", "mittag", "午间", "中午"), 10, 15),
    (("evening", "abend", "晚间", "晚上", "noite", "noche", "soir", "sera"), 16, 24),
)
_HALF_DAY: Final = 12


def findings(foreign: Foreign, unit: MassUnit | None, length: LengthUnit | None) -> list[str]:
    """Return sentences about a file for the person who imports it."""
    sentences = (
        _doubled(foreign),
        _shifted(foreign.workouts),
        _heavy(foreign, unit),
        _distances(foreign, length),
        _endless(foreign.workouts),
    )
    return [sentence for sentence in sentences if sentence]


def _doubled(foreign: Foreign) -> str | None:
    """Say where an exercise of two or more sets stands twice with the same figures in one workout."""
    rows = workouts = 0
    first: tuple[ForeignWorkout, ForeignBlock] | None = None
    for workout in foreign.workouts:
        seen: set[tuple[object, ...]] = set()
        before = rows
        names = Counter(block.name for block in workout.blocks if len(block.sets) > 1)
        for block in workout.blocks:
            if len(block.sets) < 2 or names[block.name] < 2:
                continue
            key = (block.name, *(set_.figures for set_ in block.sets))
            if key in seen:
                rows += len(block.sets)
                first = first or (workout, block)
            seen.add(key)
        workouts += rows > before
    if first is None:
        return None
    workout, block = first
    where = f"first on {workout.start:%Y-%m-%d}: {block.name}"
    return (
        f"{rows:,} sets in {counted(workouts, 'workout')} look listed twice: a whole exercise comes again with the "
        f"same figures ({where}). Nothing was removed; delete the second ones if they are slips."
    )


def _shifted(workouts: tuple[ForeignWorkout, ...]) -> str | None:
    """Hint at a clock that is 12 h off, where titles that name a time of day say so nearly everywhere."""
    timed = [(workout.start, hours) for workout in workouts if (hours := _hours(workout.title))]
    wrong = [start for start, hours in timed if not _within(start, hours, 0)]
    mended = sum(not _within(start, hours, 0) and _within(start, hours, _HALF_DAY) for start, hours in timed)
    if mended < 5 or mended < 0.8 * len(timed):
        return None
    return (
        f"{mended:,} of {len(timed):,} workouts whose title names a time of day stand 12 hours off (first on "
        f"{stamp(wrong[0]).replace('T', ' at ')}): the app seems to have written another time zone. "
        "Times were kept as they stand; a date may be off by one day."
    )


def _hours(title: str) -> tuple[int, int] | None:
    folded = title.casefold()
    return next(
        ((low, high) for words, low, high in _DAY_PARTS if any(word in folded for word in words)), None
    )


def _within(start: datetime, hours: tuple[int, int], shift: int) -> bool:
    return hours[0] <= (start.hour + shift) % 24 < hours[1]


def _heavy(foreign: Foreign, unit: MassUnit | None) -> str | None:
    lines = [
        set_.line
        for workout in foreign.workouts
        for block in workout.blocks
        for set_ in block.sets
        if set_.load is not None
        and abs(set_.load) > FLAGGED_KG  # in pounds the more so
        and (of := set_.load_unit or unit) is not None
        and units.mass_kg(abs(set_.load), of) > FLAGGED_KG
    ]
    if not lines:
        return None
    which = counted(len(lines), "set")
    return f"{which} over 1,000 kg (first on line {lines[0]}) kept and flagged; they make no records."


def _distances(foreign: Foreign, length: LengthUnit | None) -> str | None:
    bare = sum(
        set_.distance is not None and set_.distance_unit is None
        for workout in foreign.workouts
        for block in workout.blocks
        for set_ in block.sets
    )
    if not bare or length is None:
        return None
    return f"{counted(bare, 'distance')} without a unit read as {length}, after the unit of the loads."


def _endless(workouts: tuple[ForeignWorkout, ...]) -> str | None:
    """Say how many workouts have no known length, because they will show none."""
    count = sum(workout.end is None for workout in workouts)
    if not count:
        return None
    return f"The file does not say how long {counted(count, 'workout')} took; they show no duration."


def counted(count: int, word: str) -> str:
    """Return a count with its noun: ``1 set``, ``1,200 sets``."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
