"""Lines: which sets may be compared, why not, and what changed when a new line begins.

A line is exercise, machine, side and the values of the splitting variables, nothing else (docs/nomenclature.md).
Imported history has no setup; its line is the one whose variables are all ``unknown``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from iron.values.moments import in_time_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iron.training.history.sets import ExerciseFacts, PerformedSet

UNKNOWN: Final = "unknown"
NO_MACHINE: Final = "-"

# Full depth is at least 90 % of the line's reference depth, the median of its first three full sets
# (docs/nomenclature.md).
FULL_SHARE: Final = 0.9
REFERENCE_SETS: Final = 3

# Order in which lines are near: an unrecorded value is nearest, another value of a variable next, then
# another machine, then another side. Each step outweighs all before it together (four splitting variables
# at most).
COST_UNKNOWN: Final = 1
COST_VALUE: Final = 5
COST_UNKNOWN_MACHINE: Final = 2
COST_MACHINE: Final = 30
COST_SIDE: Final = 100


@dataclass(frozen=True, slots=True)
class LineParts:
    """A line key taken apart: exercise, machine id or ``-``, side, and (variable, value) pairs in order."""

    exercise: str
    machine: str
    side: str
    setup: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """Where "last time" comes from when a line is new.

    Attributes:
        key: key of the nearest line.
        message: code and typed values of the sentence (`iron.knowledge.messages`) that says that the line is new
            and which line stands in.
    """

    key: str
    message: dict[str, Any]


def line_key(
    exercise: str,
    machine: str | None,
    side: str,
    setup: Mapping[str, str | float],
    splitting: Sequence[str],
) -> str:
    """The key of a line exactly as docs/documents.md writes it.

    >>> line_key("leg-press-45", None, "both", {"foot_height": "low"}, ("foot_height", "stance"))
    'leg-press-45|-|both|foot_height=low|stance=unknown'
    """
    parts = [exercise, machine or NO_MACHINE, side]
    parts.extend(f"{variable}={_written(setup.get(variable))}" for variable in splitting)
    return "|".join(parts)


def key_of(performed: PerformedSet, facts: ExerciseFacts) -> str:
    """The line on which a set lies."""
    setup = performed.setup
    values = tuple([setup.get(variable) for variable in facts.splitting]) if setup else ()
    return _key(performed.exercise, performed.machine, performed.side, facts.splitting, values)


@lru_cache(maxsize=4096)
def _key(
    exercise: str,
    machine: str | None,
    side: str,
    splitting: tuple[str, ...],
    values: tuple[str | float | None, ...],
) -> str:
    """`line_key` of values in the order of the splitting variables, none where nothing was recorded.

    A log has few lines and many sets.
    """
    setup = {
        name: value
        for name, value in zip(splitting, values or (None,) * len(splitting), strict=True)
        if value is not None
    }
    return line_key(exercise, machine, side, setup, splitting)


def parse_key(key: str) -> LineParts:
    """Take a line key apart; the inverse of `line_key`."""
    exercise, machine, side, *pairs = key.split("|")
    setup = tuple((variable, value) for variable, _, value in (pair.partition("=") for pair in pairs))
    return LineParts(exercise, machine, side, setup)


def by_line(sets: Iterable[PerformedSet], facts: ExerciseFacts) -> dict[str, tuple[PerformedSet, ...]]:
    """Group the sets of one exercise by line, oldest first; lines in order of their first set."""
    groups: dict[str, list[PerformedSet]] = {}
    for performed in in_time(sets):
        groups.setdefault(key_of(performed, facts), []).append(performed)
    return {key: tuple(group) for key, group in groups.items()}


def in_time(sets: Iterable[PerformedSet]) -> list[PerformedSet]:
    """Sort sets by the instant of their workout, then id, entry and position, whatever order they came in."""
    ordered = sorted(sets, key=lambda set_: (set_.start, set_.workout, set_.entry, set_.position))
    if len({set_.offset for set_ in ordered if set_.offset is not None}) < 2:
        return ordered
    workouts = {set_.workout: set_ for set_ in reversed(ordered)}.values()
    sorted_workouts = in_time_order(
        workouts, lambda set_: set_.start, lambda set_: set_.offset, lambda set_: set_.workout
    )
    rank = {set_.workout: n for n, set_ in enumerate(sorted_workouts)}
    return sorted(ordered, key=lambda set_: rank[set_.workout])


def classify_depth(sets: Iterable[PerformedSet], reference: float | None = None) -> tuple[PerformedSet, ...]:
    """Give every set of one line its depth class.

    Fault ``cut_range`` and the lifter's own word decide first. Otherwise a set is cut when its depth lies
    below 90 % of the reference: the median of the line's first three full sets with a depth value of the
    same ``how``, or the number that the lifter set. Before there are three, and without a value, a set is
    full.

    Args:
        sets: sets of one line.
        reference: the lifter's own reference (settings.reference_depth); it counts for the way of
            measuring that the line used last.
    """
    ordered = in_time(sets)
    measured = [set_.depth_how for set_ in ordered if set_.depth_value is not None]
    own_how = measured[-1] if measured else None
    first: dict[str | None, list[float]] = {}
    classed = []
    for set_ in ordered:
        seen = first.setdefault(set_.depth_how, [])
        own = reference if set_.depth_how == own_how else None
        with_class = set_ if set_.depth_said or set_.depth_value is None else _measured(set_, seen, own)
        if (
            with_class.depth_class == "full"
            and with_class.depth_value is not None
            and len(seen) < REFERENCE_SETS
        ):
            seen.append(with_class.depth_value)
        classed.append(with_class)
    return tuple(classed)


def _measured(set_: PerformedSet, seen: Sequence[float], own: float | None) -> PerformedSet:
    reference = own if own is not None else (median(seen) if len(seen) >= REFERENCE_SETS else None)
    cut = reference is not None and set_.depth_value is not None and set_.depth_value < FULL_SHARE * reference
    if set_.depth_class == ("cut" if cut else "full"):
        return set_  # a copy costs more than all the rest of the rule
    return replace(set_, depth_class="cut" if cut else "full")


def nearest_line(key: str, last_used: Mapping[str, str]) -> Nearest | None:
    """Find the line that stands in for a line without history, and say so.

    Args:
        key: the new line.
        last_used: start of the last workout on each line with history.

    Returns:
        The nearest line of the same exercise (the unknown one first, among equals the one used last), or
        None.
    """
    parts = parse_key(key)
    others = [other for other in last_used if other != key and parse_key(other).exercise == parts.exercise]
    if not others:
        return None
    best = min(
        others, key=lambda other: (_distance(parts, parse_key(other)), _reversed(last_used[other]), other)
    )
    there = parse_key(best)
    values = {"now": _differing(parts, there, "this"), "before": _differing(there, parts, "other")}
    return Nearest(best, {"code": "line-new", "values": values})


def _distance(wanted: LineParts, other: LineParts) -> int:
    cost = COST_SIDE if wanted.side != other.side else 0
    if wanted.machine != other.machine:
        cost += COST_UNKNOWN_MACHINE if other.machine == NO_MACHINE else COST_MACHINE
    values = dict(other.setup)
    for variable, value in wanted.setup:
        theirs = values.get(variable, UNKNOWN)
        if theirs != value:
            cost += COST_UNKNOWN if theirs == UNKNOWN else COST_VALUE
    return cost


def _differing(line: LineParts, against: LineParts, machine: str) -> dict[str, Any]:
    """Only what differs between two lines, as a typed value of a message."""
    theirs = dict(against.setup)
    return {
        "type": "line",
        "machine": None
        if line.machine == against.machine
        else ("none" if line.machine == NO_MACHINE else machine),
        "side": None if line.side == against.side else line.side,
        "setup": [
            [variable, value] for variable, value in line.setup if theirs.get(variable, UNKNOWN) != value
        ],
    }


def _written(value: str | float | None) -> str:
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, str):
        return value
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _reversed(text: str) -> tuple[int, ...]:
    """A sort key that puts later texts first."""
    return tuple(-ord(letter) for letter in text)
