"""From rows to workouts: grouping, blocks and rest times, the same for every format.

A block ends where the exercise changes and where the set number does not rise: the same exercise may be done twice in
a workout, and apps then start again at set 1 (`reference/formats.md` 1.6). Rows are never removed for being equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iron.exchange.foreign import ForeignBlock, ForeignSet, ForeignWorkout

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest taken after the set above it [s]."""

    seconds: float | None


@dataclass(frozen=True, slots=True)
class Remark:
    """A row that is only a note on its exercise."""


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """One row of a log, read.

    Attributes:
        key: what rows of one workout have in common.
        start: start of the workout.
        exercise: name as written.
        what: the set, rest or remark.
        end: end of the workout, None = not said.
        title: title of the workout.
        workout_note: note on the workout.
        number: number of the set in its block; None where the format has none or the row is a letter.
        leads: an unnumbered row that belongs to the block that follows it (a warm-up).
        group: superset letter.
        note: note on the exercise.
    """

    key: Hashable
    start: datetime
    exercise: str
    what: ForeignSet | Rest | Remark
    end: datetime | None = None
    title: str = ""
    workout_note: str | None = None
    number: int | None = None
    leads: bool = False
    group: str | None = None
    note: str | None = None


@dataclass(slots=True)
class _Block:
    name: str
    group: str | None
    numbered: int | None = None
    notes: dict[str, None] = field(default_factory=dict)
    sets: list[ForeignSet] = field(default_factory=list)
    leading: int = 0


@dataclass(slots=True)
class _Workout:
    first: ParsedRow
    note: str | None
    blocks: list[_Block] = field(default_factory=list)


def workouts(rows: Iterable[ParsedRow]) -> tuple[ForeignWorkout, ...]:
    """Group rows into workouts, sorted by start; order inside a workout is that of the file."""
    found: dict[Hashable, _Workout] = {}
    for row in rows:
        workout = found.get(row.key)
        if workout is None:
            workout = found[row.key] = _Workout(row, row.workout_note)
        elif workout.note is None:
            workout.note = row.workout_note
        _add(workout, row)
    return tuple(sorted(map(_finished, found.values()), key=lambda workout: workout.start))


def _add(workout: _Workout, row: ParsedRow) -> None:
    if isinstance(row.what, Rest):
        _rest(workout, row.what)
        return
    block = workout.blocks[-1] if workout.blocks else None
    if block is None or block.name != row.exercise or block.group != row.group:
        block = _Block(row.exercise, row.group)
        workout.blocks.append(block)
    elif row.number is not None and block.numbered is not None and row.number <= block.numbered:
        block = _split(workout, block)
    if row.note is not None:
        block.notes[row.note] = None
    if row.number is not None:
        block.numbered = row.number
    if isinstance(row.what, ForeignSet):
        block.sets.append(row.what)
        block.leading = block.leading + 1 if row.leads else 0


def _split(workout: _Workout, block: _Block) -> _Block:
    """Begin a new block of the same exercise; warm-ups at the end of the old one lead it."""
    following = _Block(block.name, block.group)
    if block.leading:
        following.sets = block.sets[-block.leading :]
        del block.sets[-block.leading :]
    workout.blocks.append(following)
    return following


def _rest(workout: _Workout, rest: Rest) -> None:
    """Give the rest to the set above; of several rows after one set the longest holds."""
    for block in reversed(workout.blocks):
        if block.sets:
            last = block.sets[-1]
            if rest.seconds is not None and rest.seconds > (last.rest_s or 0):
                block.sets[-1] = replace(last, rest_s=rest.seconds)
            return


def _finished(workout: _Workout) -> ForeignWorkout:
    blocks = tuple(
        ForeignBlock(block.name, "\n".join(block.notes) or None, block.group, tuple(block.sets))
        for block in workout.blocks
        if block.sets or block.notes
    )
    first = workout.first
    return ForeignWorkout(first.start, first.end, first.title, workout.note, blocks)
