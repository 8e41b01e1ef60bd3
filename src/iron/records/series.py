"""The series: what growth and advice read of a workout, one packed value per exercise. Derived, always rebuildable."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

from iron.records.documents import is_newer, write_json
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Mapping

# What growth and advice never read; it would be two thirds of the bytes.
_LEFT_OUT: Final = frozenset({"id", "order", "note", "source", "target", "done_at", "tempo"})
# What a set usually looks like: a preset dictionary (RFC 1950) makes a row a tenth of its JSON. zlib keeps a checksum
# of it in every row, so that rows packed with another dictionary say so instead of lying; then `iron rebuild` helps.
_DICTIONARY: Final = (
    b'"distance":{"value":400,"unit":"m"},"duration_s":60,"as_lifted":{"value":20,"unit":"kg"},"unit":"lb"},"failure":true'
    b'"kind":"warm-up","kind":"drop","side":"left","side":"right","faults":["cut_range"],"how":"judged","class":"cut"}'
    b'"flags":["load_over_1000"],"rest_s":180,"rest_s":120}]}]'
    b'[{"machine":{"id":"0192f000-0000-7000-8000-000000000000","base_kg":55,"angle_deg":45},"sets":['
    b'{"kind":"working","load":{"value":180,"unit":"kg"},"reps":10,"side":"both","rir":2,"setup":{"foot_height":"low",'
    b'"stance":"shoulder","toe_out":15,"back_pad":3},"depth":{"value":98,"how":"knee_angle","class":"full"}},'
    b'{"load":{"value":182.5,"unit":"kg"},"reps":12,"rir":1.5,"setup":{"foot_height":"middle","stance":"wide"},'
    b'"depth":{"value":100,"how":"knee_angle"},"rest_s":170},{"load":{"value":100,"unit":"kg"},"reps":8}]}]'
)
_MACHINE: Final = ("id", "base_kg", "angle_deg")


def series_of(workout: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the entries of a workout by exercise, as growth reads them.

    Each value is JSON text: a list of entries ``{"machine"?: {id, base_kg, angle_deg}, "sets": [set, …]}`` in the order
    of the workout, each set as in the document without ids, order keys, notes and sources. A body of a newer Iron has
    no series.
    """
    return {exercise: _rows(entries) for exercise, entries in _by_exercise(workout).items()}


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, bytes], list[str]]:
    """Return what of the series an edit of a workout changes: values to write by exercise, and exercises to drop.

    Only exercises whose entries differ are made again: after one more set that is one of them, not the whole workout.
    """
    old, new = _by_exercise(before), _by_exercise(after)
    moved = before.get("start") != after.get("start")
    written = {name: _rows(entries) for name, entries in new.items() if moved or entries != old.get(name)}
    return written, [name for name in old if name not in new]


def pack(rows: bytes) -> bytes:
    """Pack one value of `series_of` for its row."""
    deflate = zlib.compressobj(6, zdict=_DICTIONARY)
    return deflate.compress(rows) + deflate.flush()


def unpack(packed: bytes) -> bytes:
    """Unpack a row into the JSON text that `series_of` made.

    Raises:
        BadInputError: the row is damaged or was packed by another Iron.
    """
    inflate = zlib.decompressobj(zdict=_DICTIONARY)
    try:
        return inflate.decompress(packed) + inflate.flush()
    except zlib.error as problem:
        raise BadInputError(f"A row of the series cannot be read ({problem}). Run `iron rebuild`.") from None


def _by_exercise(workout: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    entries = workout.get("entries")
    if is_newer(workout) or not isinstance(entries, list):
        return {}
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in sorted(entries, key=_place):
        if entry.get("sets"):
            found.setdefault(entry["exercise"], []).append(entry)
    return found


def _rows(entries: list[dict[str, Any]]) -> bytes:
    rows = []
    for entry in entries:
        sets = [_slim(one) for one in sorted(entry["sets"], key=_place)]
        machine = entry.get("machine") or {}
        worn = {key: machine[key] for key in _MACHINE if key in machine}
        rows.append({"machine": worn, "sets": sets} if worn else {"sets": sets})
    return write_json(rows)


def _slim(one: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in _LEFT_OUT}


def _place(item: Mapping[str, Any]) -> tuple[str, str]:
    return item.get("order") or "", item["id"]
