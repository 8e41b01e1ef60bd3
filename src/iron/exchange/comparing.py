"""What a file and the journal have in common: grown or corrected workouts, and the same history of another app."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from iron.exchange.takeback import digest
from iron.values import units

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from iron.exchange.names.known import KnownDocuments

Body = dict[str, Any]

# Two apps round the same start to minutes; a phone and a server clock differ by seconds. A guess.
_SAME_START: Final = timedelta(minutes=3)
# One app writes UTC, the other local time: this many equal sets whole hours apart are the same workout. A guess.
_MANY_SETS: Final = 6
_WIDEST_ZONE: Final = timedelta(hours=14)
# Apps convert 115 lb to 52.16 or 52.163 kg.
_SAME_LOAD_KG: Final = 0.3

_NOTHING: Final = (None, None)


@dataclass(frozen=True, slots=True)
class ChangedWorkout:
    """A workout that the file tells otherwise than the journal.

    Attributes:
        id: of the workout.
        start: local start.
        title: as in the file.
        what: it has more sets, fewer sets, or as many with other figures.
        sets_here: sets in the journal.
        sets_file: sets in the file.
        edited: the lifter changed it here after the import, so it is never overwritten.
    """

    id: str
    start: str
    title: str
    what: Literal["grown", "shrunk", "corrected"]
    sets_here: int
    sets_file: int
    edited: bool


def compare(key: str, new: Body, known: KnownDocuments) -> ChangedWorkout | None:
    """Compare a workout of the file with the one that the journal has from an earlier import; None = no news.

    A workout that the lifter changed here is news only where the file says something else than at its import.
    """
    here = known.workouts.get(key)
    if here is None:
        return None
    edited = not known.is_untouched(key, digest(here))
    if edited:
        before = known.contents.get(key)
        if not before or fingerprint(new) in before:
            return None
    elif content(here) == content(new):
        return None
    counts = (_count(here), _count(new))
    what: Literal["grown", "shrunk", "corrected"] = "corrected"
    if counts[1] != counts[0]:
        what = "grown" if counts[1] > counts[0] else "shrunk"
    return ChangedWorkout(key, str(new["start"]), str(new.get("title", "")), what, *counts, edited)


def content(body: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what a file says of a workout: names, figures and notes; not what Iron made of the names."""
    entries = tuple(
        (_name(entry), entry.get("note"), tuple(map(_figures, entry.get("sets", ()))))
        for entry in body.get("entries", ())
    )
    return (body.get("note"), body.get("end"), entries)


def fingerprint(body: Mapping[str, Any]) -> str:
    """Return a short fingerprint of what a file says of a workout."""
    return digest({"content": content(body)})


def _name(entry: Mapping[str, Any]) -> str:
    return next((str((set_.get("source") or {}).get("name", "")) for set_ in entry.get("sets", ())), "")


def _figures(set_: Mapping[str, Any]) -> tuple[Any, ...]:
    get = set_.get
    load, distance = get("load"), get("distance")
    return (
        get("kind"),
        get("reps"),
        get("duration_s"),
        get("rir"),
        get("failure"),
        get("note"),
        (load.get("value"), load.get("unit")) if load else _NOTHING,
        (distance.get("value"), distance.get("unit")) if distance else _NOTHING,
    )


def _count(body: Mapping[str, Any]) -> int:
    return sum(len(entry.get("sets", ())) for entry in body.get("entries", ()))


class SameElsewhere:
    """Finds workouts of the journal that hold the same sets at the same time, under another app or title."""

    def __init__(self, workouts: Mapping[str, Mapping[str, Any]]) -> None:
        self._by_reps: dict[Hashable, list[tuple[int, str, datetime, list[float]]]] = {}
        for place, (key, body) in enumerate(workouts.items()):
            sets = list(_sets(body))
            start = _start(body)
            if sets and start is not None:
                by_day = (_reps(sets), start.date())
                self._by_reps.setdefault(by_day, []).append((place, key, start, _loads(sets)))

    def find(self, body: Body) -> str | None:
        """Return the id of the workout that is the same as this one, None for a new one."""
        sets = list(_sets(body))
        start = _start(body)
        if not sets or start is None:
            return None
        loads, reps = _loads(sets), _reps(sets)
        days = [start.date() + timedelta(days=days) for days in (-1, 0, 1)]
        near = sorted(each for day in days for each in self._by_reps.get((reps, day), ()))
        for _, key, other, theirs in near:
            same = all(abs(a - b) <= _SAME_LOAD_KG for a, b in zip(loads, theirs, strict=True))
            if same and _same_time(start, other, len(sets)):
                return key
        return None


def _sets(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for entry in body.get("entries", ()):
        yield from entry.get("sets", ())


def _reps(sets: Iterable[Mapping[str, Any]]) -> Hashable:
    return frozenset(Counter((set_.get("reps"), set_.get("duration_s")) for set_ in sets).items())


def _loads(sets: Iterable[Mapping[str, Any]]) -> list[float]:
    loads = (set_.get("load") for set_ in sets)
    return sorted(units.mass_kg(load["value"], load["unit"]) if load else 0.0 for load in loads)


def _start(body: Mapping[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(str(body.get("start", "")))
    except ValueError:
        return None


def _same_time(start: datetime, other: datetime, sets: int) -> bool:
    apart = abs(start - other)
    if apart <= _SAME_START:
        return True
    if start.date() == other.date() and datetime.min.time() in {start.time(), other.time()}:
        return True  # an app without a time of day
    odd = apart % timedelta(minutes=30)
    whole = min(odd, timedelta(minutes=30) - odd) <= _SAME_START
    return sets >= _MANY_SETS and whole and apart <= _WIDEST_ZONE
