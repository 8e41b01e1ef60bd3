"""From rows to workouts: grouping, blocks and rest times, the same for every format.

A block ends where the exercise changes and where the set number does not rise: the same exercise may be done twice in
a workout, and apps then start again at set 1 (docs/formats.md#traps). Exercises done in turns are one block each,
in a superset. Rows are never removed for being equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct, structs

from iron.exchange.foreign import ForeignBlock, ForeignSet, ForeignWorkout

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo


class Rest(Struct, frozen=True, gc=False):
    """A rest taken after the set above it [s]."""

    seconds: float | None


class Remark(Struct, frozen=True, gc=False):
    """A row that is only a note on its exercise."""


class ParsedRow(Struct, frozen=True, gc=False):
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
        turns: the format has no set numbers, so only the order of its rows shows exercises done in turns.
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
    turns: bool = True


# Exercises done in turns are one circuit up to this many; more that come again are a list. A guess.
_MOST_IN_TURNS: Final = 100


@dataclass(slots=True)
class _Block:
    name: str
    group: str | None
    place: int
    numbered: int | None = None
    notes: dict[str, None] | None = None
    sets: list[ForeignSet] = field(default_factory=list)
    leading: int = 0
    streak: int = 0
    together: int | None = None


@dataclass(slots=True)
class _Workout:
    first: ParsedRow
    note: str | None
    end: datetime | None
    blocks: list[_Block] = field(default_factory=list)
    circuits: int = 0
    last: _Block | None = None
    latest: dict[tuple[str, str | None], int] = field(default_factory=dict)
    filled: _Block | None = None
    joined: list[_Block] = field(default_factory=list)

    def new_block(self, name: str, group: str | None) -> _Block:
        """Begin a block after all others."""
        block = _Block(name, group, len(self.blocks))
        self.blocks.append(block)
        self.latest[name, group] = block.place
        return block

    def note_filled(self, block: _Block) -> None:
        """Remember the furthest block that holds a set: rests belong to its last one."""
        if self.filled is None or block.place > self.filled.place:
            self.filled = block


class Assembly:
    """Workouts that grow row by row, so that a reader need not hold its rows."""

    def __init__(self) -> None:
        self._workouts: dict[Hashable, _Workout] = {}

    def add(self, row: ParsedRow) -> None:
        """Add the next row of the file."""
        workout = self._workouts.get(row.key)
        if workout is None:
            workout = self._workouts[row.key] = _Workout(row, row.workout_note, row.end)
        elif workout.note is None:
            workout.note = row.workout_note
        end = row.end
        # Rows of one workout mostly share one end, so that it is compared once.
        if end is not workout.end and end is not None:
            workout.end = end if workout.end is None else max(workout.end, end, key=_clock)
        _add(workout, row)

    def finish(self, zone: ZoneInfo | None = None) -> tuple[ForeignWorkout, ...]:
        """Return the workouts, sorted by start, and forget the rows; order inside a workout is that of the file.

        Args:
            zone: where the lifter trained; starts with an offset are shown on that clock.
        """
        finished = [_finished(self._workouts.pop(key), zone) for key in list(self._workouts)]
        return tuple(sorted(finished, key=lambda workout: workout.start))


def workouts(rows: Iterable[ParsedRow], zone: ZoneInfo | None = None) -> tuple[ForeignWorkout, ...]:
    """Group rows into workouts (`Assembly`)."""
    assembly = Assembly()
    for row in rows:
        assembly.add(row)
    return assembly.finish(zone)


def _clock(moment: datetime) -> datetime:
    """Return the written clock, because one damaged file may have an offset on some rows only."""
    return moment.replace(tzinfo=None)


def _add(workout: _Workout, row: ParsedRow) -> None:
    if isinstance(row.what, Rest):
        _rest(workout, row.what)
        return
    block = workout.last
    if block is None or block.name != row.exercise or block.group != row.group:
        block = _round_again(workout, row)
        if block is None:
            block = workout.new_block(row.exercise, row.group)
        block.streak = 0
    elif row.number is not None and block.numbered is not None and row.number <= block.numbered:
        block = _split(workout, block)
    workout.last = block
    if row.note is not None:
        block.notes = block.notes or {}
        block.notes[row.note] = None
    if row.number is not None:
        block.numbered = row.number
    if isinstance(row.what, ForeignSet):
        block.sets.append(row.what)
        workout.note_filled(block)
        block.streak += 1
        block.leading = block.leading + 1 if row.leads else 0


def _round_again(workout: _Workout, row: ParsedRow) -> _Block | None:
    """Return the block that this row goes on with: A1 B1 A2 B2 are two exercises done in turns.

    Rows that the file groups, or whose set numbers go on, belong together whatever came between. Without either only
    strict turns of one set each count: an exercise that comes again later is a new entry.
    """
    blocks = workout.blocks
    place = workout.latest.get((row.exercise, row.group))
    if place is None or len(blocks) - place > _MOST_IN_TURNS:
        return None
    block, between = blocks[place], blocks[place + 1 :]
    if row.number is not None or block.numbered is not None:
        rises = row.number is not None and block.numbered is not None and row.number > block.numbered
        goes_on = rises and (
            row.group is not None
            or all(other.numbered is not None and other.streak <= 1 for other in between)
        )
    elif row.group is not None:
        goes_on = all(other.group == row.group for other in between)
    else:
        turns = chain(between, (block,), (other for other in workout.joined if other.place < place))
        same_circuit = (
            block.together is not None
            and workout.last is not None
            and workout.last.together == block.together
        )
        unnumbered = row.turns and all(other.numbered is None for other in between)
        goes_on = (
            unnumbered
            and block.streak == 1
            and (
                same_circuit
                or (bool(between) and all(other.streak == 1 == len(other.sets) for other in turns))
            )
        )
    if not goes_on:
        return None
    if row.group is None:
        _join(workout, (block, *between))
    return block


def _join(workout: _Workout, blocks: tuple[_Block, ...]) -> None:
    known = next((block.together for block in blocks if block.together is not None), None)
    if known is None:
        known = workout.circuits
        workout.circuits += 1
    for block in blocks:
        if block.together is None:
            workout.joined.append(block)
        block.together = known


def _split(workout: _Workout, block: _Block) -> _Block:
    """Begin a new block of the same exercise; warm-ups at the end of the old one lead it."""
    following = workout.new_block(block.name, block.group)
    if block.leading:
        following.sets = block.sets[-block.leading :]
        del block.sets[-block.leading :]
        workout.note_filled(following)
    return following


def _rest(workout: _Workout, rest: Rest) -> None:
    """Give the rest to the set above; of several rows after one set the longest holds."""
    block = workout.last
    if block is None or not block.sets:
        block = workout.filled
    if block is not None:
        last = block.sets[-1]
        if rest.seconds is not None and rest.seconds > (last.rest_s or 0):
            block.sets[-1] = structs.replace(last, rest_s=rest.seconds)


def _finished(workout: _Workout, zone: ZoneInfo | None) -> ForeignWorkout:
    taken = {block.group for block in workout.blocks if block.group}
    letters = [chr(letter) for letter in range(ord("A"), ord("Z") + 1) if chr(letter) not in taken]
    blocks = tuple(
        ForeignBlock(
            block.name,
            "\n".join(block.notes or ()) or None,
            block.group or (letters[block.together % len(letters)] if block.together is not None else None),
            tuple(block.sets),
            in_turns=not block.group and block.together is not None,
        )
        for block in workout.blocks
        if block.sets or block.notes
    )
    first = workout.first
    start, offset = on_clock(first.start, zone)
    end = None if workout.end is None else on_clock(workout.end, zone)[0]
    return ForeignWorkout(
        start,
        end if end is None or end >= start else None,
        first.title,
        workout.note,
        blocks,
        offset,
        first.start.replace(tzinfo=None),
    )


def on_clock(moment: datetime, zone: ZoneInfo | None) -> tuple[datetime, int | None]:
    """Return local wall time and its offset in minutes east of UTC; a moment without an offset stays as it is."""
    if moment.tzinfo is None:
        return moment, None
    local = moment.astimezone(zone) if zone is not None else moment
    offset = local.utcoffset()
    return local.replace(tzinfo=None), None if offset is None else round(offset.total_seconds() / 60)
