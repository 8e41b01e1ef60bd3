"""From neutral workouts to documents (`docs/documents.md`): ids, order keys, flags. What was typed stays as typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from msgspec import structs

from iron.exchange.reading.cells import HELP
from iron.values import ids, units
from iron.values.ordering import n_keys_between

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from iron.exchange.foreign import ForeignBlock, ForeignMass, ForeignSet, ForeignWorkout
    from iron.values.units import LengthUnit, Load, MassUnit

Body = dict[str, Any]

# A typed load above this is refused, an imported one is kept, flagged and stays out of records.
FLAGGED_KG: Final = 1000.0
# The row's text is kept with its set; notes stand in fields of their own, so a long row is kept in part.
_RAW_LENGTH: Final = 300


@dataclass(frozen=True, slots=True)
class Origin:
    """What all sets of one file share.

    Attributes:
        app: source app.
        file: SHA-256 of the file.
        import_id: id of the import document.
        unit: unit of loads that carry none.
        length: unit of distances that carry none.
        entry_heads: keys of an entry by exercise name (exercise, machine).
        set_heads: keys of a set by exercise name (side, setup).
        helped_by: exercise that sets with a load below zero belong to, by exercise name.
        latest: local time after which a start cannot be right; later ones are flagged.
    """

    app: str
    file: str
    import_id: str
    unit: MassUnit | None
    length: LengthUnit | None
    entry_heads: Mapping[str, Body]
    set_heads: Mapping[str, Body]
    latest: str
    helped_by: Mapping[str, str] = field(default_factory=dict)


def workout_body(workout_id: str, workout: ForeignWorkout, origin: Origin) -> Body:
    """Return the document of one workout; without a known end it ends at its start, because no end means open."""
    start = stamp(workout.start)
    body: Body = {"v": 1, "start": start, "end": stamp(workout.end or workout.start)}
    if workout.offset is not None:
        body["offset"] = workout.offset
    if workout.title:
        body["title"] = workout.title
    if workout.note:
        body["note"] = workout.note
    body["source"] = {"app": origin.app, "file": origin.file, "import": origin.import_id}
    flags = ("date_uncertain",) if start > origin.latest else ()
    parts = [part for block in workout.blocks for part in _parts(block, origin)]
    keys = order_keys(len(parts))
    body["entries"] = [
        _entry(ids.entry_id(workout_id, number), keys[number], part, flags, origin)
        for number, part in enumerate(parts)
    ]
    return body


def _parts(block: ForeignBlock, origin: Origin) -> list[ForeignBlock]:
    """Part a block where sets with help belong to another exercise: the assisted one."""
    target = origin.helped_by.get(block.name)
    if target is None or target == origin.entry_heads[block.name]["exercise"]:
        return [block]
    runs = [tuple(run) for _, run in groupby(block.sets, key=_is_helped)]
    return [
        structs.replace(block, sets=run, note=block.note if number == 0 else None)
        for number, run in enumerate(runs)
    ]


def _is_helped(set_: ForeignSet) -> bool:
    return set_.load is not None and set_.load < 0


def measurement_body(app: str, measured: ForeignMass) -> tuple[str, Body]:
    """Return id and document of a body mass."""
    at = stamp(measured.at)
    body = {"v": 1, "at": at, "what": "body_mass", "value": plain(measured.value), "unit": measured.unit}
    return ids.measurement_id(app, "body_mass", at), body


def _entry(entry_id: str, order: str, block: ForeignBlock, flags: tuple[str, ...], origin: Origin) -> Body:
    head = origin.entry_heads[block.name]
    target = origin.helped_by.get(block.name)
    helped = target is not None and bool(block.sets) and all(_is_helped(set_) for set_ in block.sets)
    body: Body = {"id": entry_id, "order": order, **head}
    if helped and target != head["exercise"]:
        body = {"id": entry_id, "order": order, "exercise": target}
    if block.group:
        body["group"] = block.group
    if block.note:
        body["note"] = block.note
    set_head = origin.set_heads[block.name]
    keys = order_keys(len(block.sets))
    body["sets"] = [
        {
            "id": ids.set_id(entry_id, number),
            "order": keys[number],
            **set_head,
            **_figures(set_, flags, origin, helped=target is not None),
            **_source(set_, block),
        }
        for number, set_ in enumerate(block.sets)
    ]
    return body


def _figures(set_: ForeignSet, flags: tuple[str, ...], origin: Origin, *, helped: bool) -> Body:
    body: Body = {"side": set_.side} if set_.side else {}
    flags = (*flags, *set_.flags)
    if set_.kind != "working":
        body["kind"] = set_.kind
    if _is_helped(set_) and not helped:
        flags = (*flags, HELP)
    elif set_.load is not None and (unit := set_.load_unit or origin.unit):
        load = abs(set_.load)
        body["load"] = {"value": plain(load), "unit": unit}
        lifted, heavy = _judged(load, unit)
        if lifted is not None:
            body["as_lifted"] = {"value": plain(lifted.value), "unit": lifted.unit}
        if heavy:
            flags = (*flags, "load_over_1000")
    if set_.reps is not None:
        body["reps"] = plain(set_.reps)
    if set_.duration_s is not None:
        body["duration_s"] = plain(set_.duration_s)
    if set_.distance is not None and (length := set_.distance_unit or origin.length):
        body["distance"] = _distance(set_.distance, length)
    if set_.rpe is not None:
        body["rir"] = plain(round(10 - set_.rpe, 2))
    if set_.failure:
        body["failure"] = True
    if set_.rest_s is not None:
        body["rest_s"] = plain(set_.rest_s)
    if set_.note:
        body["note"] = set_.note
    if flags:
        body["flags"] = list(flags)
    return body


def _source(set_: ForeignSet, block: ForeignBlock) -> Body:
    raw = set_.raw if len(set_.raw) <= _RAW_LENGTH else set_.raw[:_RAW_LENGTH] + "…"
    return {"source": {"line": set_.line, "name": block.name, "raw": raw}}


def _distance(value: float, unit: LengthUnit) -> Body:
    """Write a distance; documents know no centimetres and inches, so these become metres."""
    if unit in {"cm", "in"}:
        return {"value": plain(round(units.length_m(value, unit), 4)), "unit": "m"}
    return {"value": plain(value), "unit": unit}


@lru_cache(maxsize=4096)
def _judged(value: float, unit: MassUnit) -> tuple[Load | None, bool]:
    """Return the round load that was meant in the other unit, and whether the load is beyond belief."""
    return units.as_lifted(value, unit), units.mass_kg(value, unit) > FLAGGED_KG


@lru_cache(maxsize=1024)
def order_keys(count: int) -> tuple[str, ...]:
    """Return the order keys of a list of this length; places of an import never change, so they are made once."""
    return tuple(n_keys_between(None, None, count))


def workout_ids(app: str, workouts: tuple[ForeignWorkout, ...]) -> list[str]:
    """Return the id of each workout; workouts of the same start and title are told apart by their ordinal."""
    seen: dict[tuple[str, str], int] = {}
    flags = []
    for workout in workouts:
        key = (stamp(workout.written or workout.start), workout.title)
        ordinal = seen.get(key, 0)
        seen[key] = ordinal + 1
        flags.append(ids.workout_id(app, *key, ordinal))
    return flags


def stamp(moment: datetime) -> str:
    """Return local wall time as documents write it."""
    return moment.isoformat(timespec="seconds")


def plain(value: float) -> float:
    """Return whole numbers as integers, so that Python and JavaScript write the same JSON."""
    return int(value) if value == int(value) else value
