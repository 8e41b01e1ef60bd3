"""Own exercises that count as another exercise: how a merge is read, never written into a set.

An own exercise says ``alias_of`` (the exercise that its sets count as) and perhaps ``alias_with`` (machine, side and
setup that its sets lack). Everything derived reads workouts through `Merged.workout`; taking ``alias_of`` away takes
all of it back. The twin is ``web/src/core/rules/exercises/merged.ts``; cases: ``spec/merged.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

Body = Mapping[str, Any]

# An own exercise is a document with a UUID; everything else is an id of the library and taken at its word.
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Target(NamedTuple):
    """What the sets of an exercise count as.

    Attributes:
        exercise: the id.
        fills: ``alias_with`` of every merge on the way, the first one first; it wins.
    """

    exercise: str
    fills: tuple[Body, ...] = ()


class Merged:
    """The merges of one lifter.

    A merge into an own exercise that is not there counts as no merge. Two devices that merged in opposite directions
    make a ring: its smallest id stays itself and the others count as it, whatever the order in which they arrived.

    Args:
        own: (id, body) of all own exercises that are not deleted.
    """

    def __init__(self, own: Iterable[tuple[str, Body]] = ()) -> None:
        bodies = dict(own)
        self._next = {
            ident: body
            for ident, body in bodies.items()
            if isinstance(to := body.get("alias_of"), str) and (to in bodies or not _UUID.fullmatch(to))
        }
        targets = {ident: self._follow(ident) for ident in self._next}
        self._targets = {ident: target for ident, target in targets.items() if target.exercise != ident}

    def __bool__(self) -> bool:
        return bool(self._targets)

    def target(self, exercise: str) -> Target:
        """What an exercise counts as: itself where it is not merged."""
        return self._targets.get(exercise) or Target(exercise)

    def sources(self, exercise: str) -> tuple[str, ...]:
        """The own exercises that count as an exercise, by id, itself not among them."""
        return tuple(sorted(ident for ident, to in self._targets.items() if to.exercise == exercise))

    def workout(self, body: Body) -> Body:
        """A workout as everything derived reads it; the same object where no entry is merged."""
        entries = body.get("entries")
        if not self._targets or not isinstance(entries, list):
            return body
        if not any(entry.get("exercise") in self._targets for entry in entries):
            return body
        read = [_entry(entry, self.target(entry.get("exercise", ""))) for entry in entries]
        return {**body, "entries": read}

    def _follow(self, ident: str) -> Target:
        path: list[str] = []
        at = ident
        while at in self._next and at not in path:
            path.append(at)
            at = self._next[at]["alias_of"]
        if at in path:
            ring = path[path.index(at) :]
            at = min(ring)
            path = path[: path.index(at)]
        fills = (self._next[step].get("alias_with") for step in path)
        return Target(at, tuple(fill for fill in fills if fill))


def _entry(entry: Body, target: Target) -> Body:
    if target.exercise == entry.get("exercise"):
        return entry
    return {**_filled(entry, target.fills), "exercise": target.exercise}


def _filled(entry: Body, fills: tuple[Body, ...]) -> dict[str, Any]:
    """An entry with what the merge says of machine, side and setup, where it says nothing itself."""
    read = dict(entry)
    for fill in fills:
        if fill.get("machine") and not read.get("machine"):
            read["machine"] = fill["machine"]
        side, setup = fill.get("side"), fill.get("setup")
        if side or setup:
            read["sets"] = [_filled_set(set_, side, setup) for set_ in read.get("sets") or ()]
    return read


def _filled_set(body: Body, side: str | None, setup: Body | None) -> dict[str, Any]:
    read = dict(body)
    if side and not read.get("side"):
        read["side"] = side
    if setup:
        read["setup"] = {**setup, **(read.get("setup") or {})}
    return read
